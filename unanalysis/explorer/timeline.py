"""The timeline: letters by year, quarter or month, stacked by a feature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unanalysis.explorer.facets import labels, period_starts
from unanalysis.explorer.index import NEVER, Index
from unanalysis.graph.tallies import fitting

if TYPE_CHECKING:
    from unanalysis.explorer.index import Array

_SERIES = 6  # values with a colour of their own


def timeline(index: Index, chosen: Array, by: str = "organ", *, language: str = "en") -> dict[str, Any]:
    """How many letters each period has, by a feature; what `unanalysis.timeline_table` counts, from the arrays.

    Parameters
    ----------
    index, chosen
        The corpus, and a mask of its letters.
    by
        organ, sender, addressee, language or form.
    language
        Of the names of entities.

    Returns
    -------
    dict
        `every` (year, quarter, month), `starts` (first day of each period and of the one after the last), `series`: a
        list of `{"id", "label", "counts"}`, the most frequent first, then the others ("others") and those without a
        value (""). Letters are works and count once, by their own date; `undated` says how many have none.
    """
    import numpy as np

    work, days = _dates(index, chosen)
    dated = days > NEVER
    result: dict[str, Any] = {"every": "year", "starts": [], "series": [], "undated": int((~dated).sum())}
    if not dated.any():
        return result
    first, last = int(days[dated].min()), int(days[dated].max())
    every = fitting(last - first)
    starts = period_starts(first, last, every)
    period = np.searchsorted(starts, days[dated], side="right") - 1
    series, names = _series(index, chosen, by, work[dated])
    counts = np.zeros((len(names), len(starts) - 1), dtype="int64")
    np.add.at(counts, (series, period), 1)
    totals = counts.sum(axis=1)
    order = np.argsort(-totals, kind="stable")
    order = order[totals[order] > 0]
    valued = [each for each in order.tolist() if names[each]]
    shown = [
        {
            "id": "; ".join(names[each]),
            "label": " + ".join(labels(by, [*names[each]], language)),
            "counts": counts[each],
        }
        for each in valued[:_SERIES]
    ]
    if len(valued) > _SERIES:
        rest = counts[valued[_SERIES:]].sum(axis=0)
        shown.append({"id": "others", "label": f"Others ({len(valued) - _SERIES:,})", "counts": rest})
    shown += [{"id": "", "label": "Not known", "counts": counts[each]} for each in order.tolist() if not names[each]]
    series_shown = [{**each, "counts": each["counts"].tolist()} for each in shown]
    days_shown = np.asarray(starts, dtype="datetime64[D]").astype(str).tolist()
    return result | {"every": every, "starts": days_shown, "series": series_shown}


def _dates(index: Index, chosen: Array) -> tuple[Array, Array]:
    """The chosen works, and the earliest date of their chosen versions."""
    import numpy as np

    letters = np.flatnonzero(chosen)
    works, days = index.works[letters], index.dated[letters]
    # Undated versions come last, so that the first of a work is the earliest date.
    order = np.lexsort((np.where(days == NEVER, np.iinfo("int64").max, days), works))
    works, days = works[order], days[order]
    first = np.diff(works, prepend=-1) != 0
    return works[first], days[first]


def _series(index: Index, chosen: Array, by: str, works: Array) -> tuple[Array, list[tuple[str, ...]]]:
    """For each work the number of its value, or of its several values together; and what the numbers mean."""
    import numpy as np

    column = index.feature(by).column(chosen)
    order = np.lexsort((column.values, column.works))
    values, owners = column.values[order], column.works[order]
    starts, ends = (np.searchsorted(owners, works, side=side) for side in ("left", "right"))
    # Nearly all works have one value, whose own number will do; what several make together is numbered after these.
    names: list[tuple[str, ...]] = [(name,) for name in column.names.tolist()]
    found = np.append(values, -1)[starts]
    numbers: dict[tuple[int, ...], int] = {}
    for work in np.flatnonzero(ends - starts != 1).tolist():
        several = tuple(values[starts[work] : ends[work]].tolist())
        found[work] = numbers.setdefault(several, len(names) + len(numbers))
    return found, names + [tuple(column.names[list(several)].tolist()) for several in numbers]
