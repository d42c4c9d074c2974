"""The matrix: letters by two features."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unanalysis.explorer.facets import labels
from unanalysis.explorer.index import Index
from unanalysis.graph.counts import count_pairs

if TYPE_CHECKING:
    from unanalysis.explorer.index import Array

_TOP = 30


def matrix(
    index: Index, chosen: Array, rows: str = "sender", columns: str = "organ", *, top: int = _TOP, language: str = "en"
) -> dict[str, Any]:
    """How many letters have each pair of two features; what `unanalysis.matrix_table` counts, from the arrays.

    Parameters
    ----------
    index, chosen
        The corpus, and a mask of its letters.
    rows, columns
        sender, organ, addressee, resolution, language or form.
    top
        How many rows and columns at most: those with the most letters.
    language
        Of the names of entities.

    Returns
    -------
    dict
        `rows` and `columns`, each a list of `{"id", "label"}`; `cells`, a list of rows of numbers; `of`, how many rows
        and columns there are in all. Letters are works; one with several values counts for each.
    """
    import numpy as np

    down, across = index.feature(rows).column(chosen), index.feature(columns).column(chosen)
    counts = count_pairs(down, across)
    weights = np.diff(counts.bounds)
    row_order = _busiest(counts.sources, weights, len(down.names))
    column_order = _busiest(counts.targets, weights, len(across.names))
    shown_rows, shown_columns = row_order[:top], column_order[:top]
    place = np.full((2, max(len(down.names), len(across.names), 1)), -1)
    place[0, shown_rows], place[1, shown_columns] = np.arange(len(shown_rows)), np.arange(len(shown_columns))
    at = place[0, counts.sources], place[1, counts.targets]
    inside = (at[0] >= 0) & (at[1] >= 0)
    cells = np.zeros((len(shown_rows), len(shown_columns)), dtype="int64")
    cells[at[0][inside], at[1][inside]] = weights[inside]
    return {
        "rows": _named(rows, down.names[shown_rows].tolist(), language),
        "columns": _named(columns, across.names[shown_columns].tolist(), language),
        "cells": cells.tolist(),
        "of": [len(row_order), len(column_order)],
    }


def _busiest(ends: Array, weights: Array, size: int) -> Array:
    """The values that have letters, those with the most first; of equal ones in the order of their names."""
    import numpy as np

    letters = np.bincount(ends, weights, size)
    order = np.argsort(-letters, kind="stable")
    return order[letters[order] > 0]


def _named(feature: str, names: list[str], language: str) -> list[dict[str, str]]:
    return [{"id": id, "label": label} for id, label in zip(names, labels(feature, names, language), strict=True)]
