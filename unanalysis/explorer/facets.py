"""The panel of filters: values of each feature, how many letters have each, and letters through time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unanalysis.corpus.where import LANGUAGE_NAMES
from unanalysis.explorer.choices import Choices, Masks
from unanalysis.explorer.index import ENTITIES, FACETS, NEVER, Index
from unanalysis.graph.labels import entity_labels

if TYPE_CHECKING:
    from unanalysis.explorer.index import Array

_BINS = 60  # bars that the histogram has room for
_SPANS = {"year": 365.25, "quarter": 91.3, "month": 30.4}


def vocabulary(index: Index, language: str) -> dict[str, dict[str, list[str]]]:
    """The values of each filter and their labels: what does not change with the choice."""
    result = {}
    for facet in FACETS:
        names = index.feature(facet).names.tolist()
        result[facet] = {"ids": names, "labels": labels(facet, names, language)}
    return result


def labels(feature: str, names: list[str], language: str) -> list[str]:
    """What values of a feature are called in a language."""
    if feature in ENTITIES:
        return list(entity_labels(names, language).values())
    if feature == "language":
        return [LANGUAGE_NAMES.get(name, name) for name in names]
    return names


def facet_counts(index: Index, masks: Masks, choices: Choices) -> Array:
    """How many letters each value of each filter has, all filters in a row (as in `vocabulary`), as 32-bit numbers.

    The other filters hold, the value's own does not: it says how many letters one would have by choosing it too.
    Language versions of one letter count once.
    """
    import numpy as np

    everything = masks.all(choices)
    found = [
        index.feature(facet).counts(masks.all(choices, but=[facet]) if facet in choices else everything)
        for facet in FACETS
    ]
    return np.concatenate(found).astype("<u4")


def histogram(index: Index, masks: Masks, choices: Choices) -> dict[str, Any]:
    """How many letters each year, quarter or month has, whatever time is chosen.

    Returns
    -------
    dict
        `every`, `starts` (first day of each bar, and the first after the last), `counts`, `undated`.
    """
    import numpy as np

    known = index.days[index.days > NEVER]
    days = index.days[masks.all(choices, but=["since", "until"])]
    if not len(known):
        return {"every": "year", "starts": [], "counts": [], "undated": len(days)}
    span = int(known.max() - known.min())
    fitting = [every for every, length in _SPANS.items() if span / length <= _BINS]
    every = fitting[-1] if fitting else "year"
    starts = period_starts(int(known.min()), int(known.max()), every)
    counts = np.histogram(days[days > NEVER], bins=starts)[0]
    return {
        "every": every,
        "starts": np.asarray(starts, dtype="datetime64[D]").astype(str).tolist(),
        "counts": counts.tolist(),
        "undated": int((days == NEVER).sum()),
    }


def period_starts(first: int, last: int, every: str) -> Array:
    """First days of the years, quarters or months from one day to another, and of the one after them (days of 1970)."""
    import numpy as np

    months = {"year": 12, "quarter": 3, "month": 1}[every]
    ends: Array = np.array([first, last], dtype="datetime64[D]").astype("datetime64[M]").astype("int64") // months
    steps = np.arange(ends[0], ends[1] + 2) * months
    starts: Array = steps.astype("datetime64[M]").astype("datetime64[D]").astype("int64")
    return starts
