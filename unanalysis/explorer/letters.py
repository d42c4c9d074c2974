"""The tables of the explorer: letters, sorted and a page at a time, and problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unanalysis.corpus.where import LANGUAGE_NAMES
from unanalysis.explorer.index import ENTITIES, NEVER, Index
from unanalysis.graph.labels import entity_labels

if TYPE_CHECKING:
    import pandas as pd

    from unanalysis.explorer.index import Array

#: columns of the table → their headings
COLUMNS = {
    "date": "Date",
    "symbol": "Symbol",
    "sender": "Sender",
    "addressee": "Addressee",
    "form": "Form",
    "language": "Language",
    "title": "Title",
}
PAGE = 100


def letter_page(
    index: Index,
    chosen: Array,
    *,
    sort: str = "date",
    descending: bool = True,
    page: int = 0,
    language: str = "en",
) -> dict[str, Any]:
    """A page of the table of letters.

    Parameters
    ----------
    index, chosen
        The corpus, and a mask of its letters.
    sort, descending
        By which column (`COLUMNS`), and in which direction; letters without a value come last.
    page
        From 0; a page has 100 letters.
    language
        Of the names of entities.

    Returns
    -------
    dict
        `columns` (`{"id", "label"}`), `rows` (`{"id", "cells", "part"}`), `total` letters, `page`, `pages`.
    """
    import numpy as np

    if sort not in COLUMNS:
        sort = "date"
    order = _order(index, sort, descending)
    order = order[chosen[order]]
    pages = max(1, -(-len(order) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = order[page * PAGE : (page + 1) * PAGE]
    cells = {name: _cells(index, shown, name, language) for name in COLUMNS}
    ids = index.letters["letter_id"].iloc[shown].tolist()
    parts = index.letters["part"].iloc[shown].astype(object).fillna("letter").tolist()
    return {
        "columns": [{"id": name, "label": label} for name, label in COLUMNS.items()],
        "rows": [
            {"id": id, "part": part, "cells": list(row)}
            for id, part, row in zip(ids, parts, np.array(list(cells.values()), dtype=object).T.tolist(), strict=True)
        ],
        "total": len(order),
        "page": page,
        "pages": pages,
        "sort": sort,
        "descending": descending,
    }


def _order(index: Index, sort: str, descending: bool) -> Array:
    """All letters in the order of a column, those without a value last, equal ones as they stand in the corpus."""
    import numpy as np
    import pandas as pd

    if sort == "date":
        ranks, missing = index.days, index.days == NEVER
    elif sort in ENTITIES:
        feature = index.feature(sort)
        ranks = np.full(index.size, -1)
        ranks[feature.letters[::-1]] = feature.values[::-1]  # of several the first
        missing = ranks < 0
    else:
        ranks = pd.factorize(index.letters[sort], sort=True)[0]
        missing = ranks < 0
    return np.lexsort((-ranks if descending else ranks, missing))


def _cells(index: Index, shown: Array, name: str, language: str) -> list[str]:
    import numpy as np

    if name in ENTITIES:
        ids = index.letters["letter_id"].iloc[shown]
        rows = index.corpus.parties[np.isin(index.parties[name], shown)]
        named: dict[str, list[str]] = {}
        labels = entity_labels(rows["entity"].dropna().unique().tolist(), language)
        for letter, entity, person in zip(
            rows["letter_id"].tolist(), rows["entity"].tolist(), rows["name"].tolist(), strict=True
        ):
            value = labels.get(entity, person)
            if isinstance(value, str):
                named.setdefault(letter, []).append(value)
        return ["; ".join(dict.fromkeys(named.get(id, []))) for id in ids.tolist()]
    column = index.letters[name].iloc[shown]
    if name == "date":
        column = column.fillna(index.letters["issued"].iloc[shown]).dt.strftime("%Y-%m-%d")
    elif name == "language":
        column = column.map(lambda code: LANGUAGE_NAMES.get(code, code), na_action="ignore")
    return column.astype(object).where(column.notna(), "").tolist()


def problem_rows(index: Index, chosen: Array, *, most: int = 500) -> dict[str, Any]:
    """What could not be read, or is doubtful, in the chosen letters and their documents.

    Returns
    -------
    dict
        `columns`, `rows` (`{"id": letter or "", "cells"}`), at most 500 of them, errors first, and `total`.
    """
    import numpy as np

    problems = index.corpus.problems
    of_letter = index.problems >= 0
    kept = np.full(len(problems), chosen.all())
    if not chosen.all() and len(problems):
        kept = ~of_letter & problems["document_id"].isin(index.letters["document_id"][chosen]).to_numpy()
        kept[of_letter] = chosen[index.problems[of_letter]]
    table = problems[kept]
    rank = table["severity"].map({"error": 0, "warning": 1, "note": 2}).fillna(3)
    table = table.iloc[np.argsort(rank.to_numpy(), kind="stable")]
    shown: pd.DataFrame = table.head(most)[["severity", "document_id", "letter_id", "stage", "message"]].astype(object)
    shown = shown.where(shown.notna(), "")
    return {
        "columns": [
            {"id": name, "label": label}
            for name, label in (
                ("severity", "Severity"),
                ("document_id", "Document"),
                ("stage", "Stage"),
                ("message", "What was found"),
            )
        ],
        "rows": [
            {"id": letter, "cells": [severity, document, stage, message]}
            for severity, document, letter, stage, message in shown.itertuples(index=False)
        ],
        "total": len(table),
    }
