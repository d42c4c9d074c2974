"""Letters counted by pairs: a sender and an organ, a sender and a resolution. The unit is the work, everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from unanalysis.graph.works import Column, Works, distinct

if TYPE_CHECKING:
    from unanalysis.graph.works import Array


@dataclass(frozen=True, slots=True)
class Counts:
    """The works that join a source to a target, by pair and date.

    Pair i joins the source number `sources[i]` to the target number `targets[i]` by `works[bounds[i]:bounds[i + 1]]`.
    """

    sources: Array
    targets: Array
    works: Array
    bounds: Array

    def by_work(self, ends: Array) -> Array:
        """The sources or targets of the pairs, repeated for each of their works."""
        import numpy as np

        return np.repeat(ends, np.diff(self.bounds))

    def edges(
        self, relation: str, source_nodes: Array, target_nodes: Array, works: Works
    ) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Edges with their weight, first and last date, and the works and dates that make them up."""
        ids, dates = works.ids[self.works].tolist(), works.dates[self.works].tolist()
        bounds = self.bounds.tolist()
        attributes = (
            {"relation": relation, **counted(ids[start:end], dates[start:end])} for start, end in pairwise(bounds)
        )
        return zip(source_nodes[self.sources].tolist(), target_nodes[self.targets].tolist(), attributes, strict=True)


def counted(work_ids: list[str], dates: list[Date | None]) -> dict[str, Any]:
    """The attributes of an edge that stands for some works, which are given by date, the undated last.

    >>> counted(["S/2013/591", "S/2013/x"], [Date(2013, 10, 7), None])["last"]
    datetime.date(2013, 10, 7)
    """
    last = dates[-1] or next((date for date in reversed(dates) if date), None)
    return {
        "weight": len(work_ids),
        "first": dates[0],
        "last": last,
        "work_ids": tuple(work_ids),
        "dates": tuple(dates),
    }


def count_works(works: Array, sources: Array, targets: Array) -> Counts:
    """Group rows (the numbers of a work, its source and its target) by source and target; equal rows count once."""
    import numpy as np

    # One integer a row sorts by pair and, as works are numbered by date, by date within it.
    size, width = int(works.max(initial=0)) + 1, int(targets.max(initial=0)) + 1
    rows = distinct((sources * width + targets) * size + works)
    pairs, works = np.divmod(rows, size)
    first = np.flatnonzero(np.diff(pairs, prepend=-1))
    return Counts(*np.divmod(pairs[first], width), works, np.append(first, len(pairs)))


def count_pairs(sources: Column, targets: Column) -> Counts:
    """Count the works that have both a source and a target.

    Every sender of a letter counts with every organ it is addressed to, in full ("full counting" in bibliometrics).
    """
    import pandas as pd

    left = pd.DataFrame({"work": sources.works, "source": sources.values})
    rows = left.merge(pd.DataFrame({"work": targets.works, "target": targets.values}), on="work")
    return count_works(*(rows[name].to_numpy() for name in ("work", "source", "target")))


def letters_by_value(values: Array, numbers: Array, works: Works) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each value that has a work, with the number of its `letters` and the `first` and `last` date among them."""
    import numpy as np

    size = max(len(works.ids), 1)
    dated = sum(date is not None for date in works.dates.tolist())
    rows = distinct(values * size + numbers)
    value = rows // size
    first = np.flatnonzero(np.diff(value, prepend=-1))
    value = value[first]
    after = np.append(first[1:], len(rows))
    last = np.searchsorted(rows, value * size + dated) - 1  # the last work that has a date, if there is one
    dates = works.dates
    firsts, lasts = dates[rows[first] % size].tolist(), dates[rows[last] % size].tolist()
    for each, count, start, end in zip(value.tolist(), (after - first).tolist(), firsts, lasts, strict=True):
        yield each, {"letters": count, "first": start, "last": end if start else None}
