"""Who writes to which organ, who cites which resolution: letters by two features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unanalysis.graph.labels import entity_labels
from unanalysis.graph.tallies import matrix_table
from unanalysis.graph.works import Frames, works_of
from unanalysis.plot.style import INK, PALE, counted, headed, period, readable, style, together
from unanalysis.plot.timeline import ENTITIES
from unanalysis.plot.words import words

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def plot_matrix(
    corpus: Frames,
    rows: str = "sender",
    columns: str = "organ",
    *,
    top: int = 25,
    language: str = "en",
    title: str | None = None,
) -> Figure:
    """Draw how many letters have each pair of two features: sender × organ, sender × resolution …

    Parameters
    ----------
    corpus
        A corpus, or anything with its frames `letters`, `parties` and `mentions`.
    rows, columns
        Features of letters: sender, organ, addressee, resolution, language, form or part.
    top
        How many rows and columns are drawn at most, those with the most letters.
    language
        Of the words and the names of entities in the figure.
    title
        Instead of the usual one.

    Returns
    -------
    matplotlib.figure.Figure
        Cells of `matrix_table`, each with its number; the darker, the more letters.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> figure = plot_matrix(example_corpus(), "sender", "resolution")
    """
    import matplotlib.pyplot as plt

    said = words(language)
    works = works_of(corpus)
    table = matrix_table(corpus, rows, columns)
    shown = table.iloc[:top, :top]
    shown = shown.loc[shown.any(axis=1), shown.any(axis=0)]
    with style():
        wide, high = shown.shape[::-1] if len(shown) else (1, 1)
        size = max(5.5, 3.4 + 0.36 * wide), max(2.6, 2.3 + 0.25 * high)
        figure, axes = plt.subplots(figsize=size, layout="constrained")
        if len(shown):
            down = readable(_names(shown.index.tolist(), rows, language))
            across = readable(_names(shown.columns.tolist(), columns, language))
            _cells(axes, shown, list(down.values()), list(across.values()))
            axes.set_xlabel(said[columns].capitalize())
            axes.set_ylabel(said[rows].capitalize())
        else:
            axes.set_axis_off()
            axes.text(0.5, 0.5, said["empty"], ha="center", va="center", transform=axes.transAxes)
        usual = said["matrix"].format(rows=said[rows], columns=said[columns])
        count = f"n = {counted(len(works.ids), said)}"
        dates = period([date for date in works.dates.tolist() if date])
        parts = [
            said["shown"].format(shown=here, all=f"{of:,}", what=said.get(f"{name}s", said[name]).lower())
            for here, of, name in zip(shown.shape, table.shape, (rows, columns), strict=True)
            if here < of
        ]
        headed(figure, title or usual, [together([count, dates, *getattr(corpus, "filters", ())]), together(parts)])
    return figure


def _names(values: list[str], feature: str, language: str) -> dict[str, str]:
    return entity_labels(values, language) if feature in ENTITIES else {value: value for value in values}


def _cells(axes: Axes, table: pd.DataFrame, down: list[str], across: list[str]) -> None:
    import numpy as np
    from matplotlib.colors import PowerNorm

    counts = table.to_numpy()
    # One hue from light to dark reads the same with every kind of colour vision; the root lets small numbers be seen.
    norm = PowerNorm(0.5, vmin=0, vmax=max(int(counts.max()), 4))
    axes.pcolormesh(np.ma.masked_equal(counts, 0), cmap="Blues", norm=norm, edgecolors="white", linewidth=1)
    axes.invert_yaxis()
    axes.set_facecolor("#F7F7F7")
    for row, column in zip(*np.nonzero(counts), strict=True):
        count = counts[row, column]
        colour = "white" if norm(count) > 0.6 else INK
        axes.text(column + 0.5, row + 0.5, f"{count:,}", ha="center", va="center", fontsize=7, color=colour)
    axes.set_yticks(np.arange(len(down)) + 0.5, down, fontsize=8)
    upright = max(map(len, across)) > 4
    axes.set_xticks(np.arange(len(across)) + 0.5, across, fontsize=8, rotation=45 if upright else 0)
    if upright:
        for label in axes.get_xticklabels():
            label.set(ha="right", rotation_mode="anchor")
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_edgecolor(PALE)
