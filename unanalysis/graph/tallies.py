"""Letters counted in tables: through time, and by two of their features. What timelines and matrices are drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from typing import TYPE_CHECKING

from unanalysis.errors import InputError
from unanalysis.graph.counts import count_pairs
from unanalysis.graph.works import NO_ORGANS, Column, Frames, Works, column, mention_column, party_column, works_of

if TYPE_CHECKING:
    import pandas as pd

#: what letters may be counted by
FEATURES = ("sender", "organ", "addressee", "resolution", "language", "form", "part")
_FREQUENCIES = {"year": "Y", "quarter": "Q", "month": "M"}


def timeline_table(corpus: Frames, by: str | None = None, *, every: str | None = None) -> pd.DataFrame:
    """How many letters each year, quarter or month has.

    Parameters
    ----------
    corpus
        A corpus, or anything with its frames `letters`, `parties` and `mentions`.
    by
        A feature of letters to tell apart: sender, organ, addressee, resolution, language, form or part. A letter
        counts once: one that goes to two organs, or is there in two languages, stands in a column of its own, `S; SG`.
    every
        `"year"`, `"quarter"` or `"month"`; if not given, what suits the time that the letters span.

    Returns
    -------
    pandas.DataFrame
        Indexed by `period` (its first day), without gaps. A column for each value of the feature, the most frequent
        first, `""` for letters that have none; without a feature the single column `letters`. Letters are works; those
        without a date are left out.

    Raises
    ------
    InputError
        If the feature or the period is not known.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> timeline_table(example_corpus(), "organ")
                SG  S  S; SG
    period
    2013-10-01   1  1      0
    2013-11-01   0  0      0
    2013-12-01   0  0      0
    2014-01-01   0  0      0
    2014-02-01   1  0      1
    """
    import pandas as pd

    works = works_of(corpus)
    dates = pd.Series(works.dates, dtype="datetime64[s]")
    values = pd.Series("letters", index=dates.index)
    if by is not None:
        values = _joined(feature_column(corpus, works, by), works)
    if every is None:
        every = fitting((dates.max() - dates.min()).days if dates.notna().any() else 0)
    if every not in _FREQUENCIES:
        raise InputError(f"Letters cannot be counted by {every!r}. Hint: every is one of {', '.join(_FREQUENCIES)}.")
    frequency = _FREQUENCIES[every]
    rows = pd.DataFrame({"period": dates.dt.to_period(frequency), "value": values}).dropna(subset="period")
    table = pd.crosstab(rows["period"], rows["value"])
    if by is None and not len(table):
        table = pd.DataFrame({"letters": pd.Series(dtype="int64")}, index=pd.DatetimeIndex([], dtype="datetime64[s]"))
    elif len(table):
        whole = pd.period_range(table.index.min(), table.index.max(), freq=frequency)
        table = table.reindex(whole, fill_value=0).set_axis(whole.to_timestamp().astype("datetime64[s]"))
    order = table.sum().sort_index().sort_values(ascending=False, kind="stable").index
    return table[order].rename_axis("period").rename_axis(None, axis="columns")


def fitting(days: int) -> str:
    """The periods by which so many days are best counted: month, quarter or year."""
    return "month" if days <= 2 * 365 else "quarter" if days <= 6 * 365 else "year"


def every_of(starts: Sequence[Date]) -> str:
    """What the periods of a timeline are, by the distance of the first two; a single one is a month."""
    days = (starts[1] - starts[0]).days if len(starts) > 1 else 30
    return "month" if days < 40 else "quarter" if days < 100 else "year"


def period_name(start: Date, every: str) -> str:
    """What a period is called, by its first day.

    >>> [period_name(Date(2014, 4, 1), every) for every in ("month", "quarter", "year")]
    ['2014-04', '2014-Q2', '2014']
    """
    if every == "month":
        return f"{start.year}-{start.month:02}"
    return f"{start.year}-Q{(start.month + 2) // 3}" if every == "quarter" else str(start.year)


def matrix_table(corpus: Frames, rows: str = "sender", columns: str = "organ") -> pd.DataFrame:
    """How many letters have each pair of two features: by default who writes to which organ.

    Parameters
    ----------
    corpus
        A corpus, or anything with its frames `letters`, `parties` and `mentions`.
    rows, columns
        Features of letters: sender, organ, addressee, resolution, language, form or part.

    Returns
    -------
    pandas.DataFrame
        Whole numbers, works that have both; the rows and columns with the most letters first. A letter with several
        values counts for each of them.

    Raises
    ------
    InputError
        If a feature is not known.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> matrix_table(example_corpus())
    organ   SG  S
    sender
    SYR      1  1
    OPCW     1  0
    S        1  0
    SG       0  1
    """
    import numpy as np
    import pandas as pd

    works = works_of(corpus)
    down, across = feature_column(corpus, works, rows), feature_column(corpus, works, columns)
    counts = count_pairs(down, across)
    cells = np.zeros((len(down.names), len(across.names)), dtype="int64")
    cells[counts.sources, counts.targets] = np.diff(counts.bounds)
    table = pd.DataFrame(cells, index=pd.Index(down.names, name=rows), columns=pd.Index(across.names, name=columns))
    by_row = table.sum(axis=1).sort_values(ascending=False, kind="stable")
    by_column = table.sum(axis=0).sort_values(ascending=False, kind="stable")
    return table.loc[by_row[by_row > 0].index, by_column[by_column > 0].index]


def feature_column(corpus: Frames, works: Works, feature: str) -> Column:
    """The values of a feature that each work has."""
    letters = corpus.letters
    if feature in ("sender", "addressee"):
        return party_column(corpus, works, feature)
    if feature == "organ":
        return party_column(corpus, works, "addressee", without=NO_ORGANS)
    if feature == "resolution":
        return mention_column(corpus, works, feature)
    if feature in ("language", "form", "part"):
        return column(works, letters["letter_id"], letters[feature])
    raise InputError(f"Letters cannot be counted by {feature!r}. Hint: count them by one of {', '.join(FEATURES)}.")


def _joined(values: Column, works: Works) -> pd.Series:
    """The values of each work in one cell, in order, joined by "; "."""
    import pandas as pd

    rows = pd.Series(values.names[values.values], index=values.works, dtype=object)
    several = rows.index.duplicated(keep=False)
    joined: pd.Series = pd.concat([rows[~several], rows[several].groupby(level=0).agg("; ".join)])
    return joined.reindex(range(len(works.ids)), fill_value="")
