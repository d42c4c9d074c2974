"""What a reader has chosen: filters by name, each of them a mask of letters, all of them together an expression."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from unanalysis.arguments import first_day, last_day
from unanalysis.corpus import where
from unanalysis.errors import InputError
from unanalysis.explorer.index import FACETS, NEVER, Index

if TYPE_CHECKING:
    from unanalysis.corpus import Corpus
    from unanalysis.explorer.index import Array

Choices = dict[str, Any]
#: the day that a filter of time means by a year or a month: the first of it, or the last
DAYS = {"since": first_day, "until": last_day}
KEYS = (*FACETS, "text", "letter", *DAYS)
_REMEMBERED = 64  # masks: those of the choices one goes back to


def normal(choices: Mapping[str, Any]) -> Choices:
    """Choices in one form: lists of strings in the order chosen, days as "2014-02-28", nothing that is empty.

    Raises
    ------
    InputError
        Where there is no such filter, or a day is none.

    Examples
    --------
    >>> normal({"until": "2014-02-28", "sender": "UKR", "form": []})
    {'sender': ['UKR'], 'until': '2014-02-28'}
    """
    unknown = sorted(set(choices) - set(KEYS))
    if unknown:
        raise InputError(f"There is no filter {unknown[0]!r}. Hint: filters are {', '.join(KEYS)}.")
    result: Choices = {}
    for key in KEYS:
        value = choices.get(key)
        if key in DAYS:
            value = str(DAYS[key](value, key)) if value else ""
        elif key == "text":
            value = str(value).strip() if value is not None else ""
        else:
            value = list(dict.fromkeys(_listed(value)))
        if value:
            result[key] = value
    return result


def _listed(value: str | Iterable[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else [str(each) for each in value]


def choose(corpus: Corpus, choices: Choices) -> Corpus:
    """The chosen letters as a corpus, by `Corpus.where` alone: its `expression` is the code that chooses them again.

    Examples
    --------
    >>> from unanalysis.corpus import Corpus
    >>> choose(Corpus.empty(), {"sender": ["UKR"], "since": "2014-01-01"}).expression
    "corpus.where(sender='UKR', since='2014-01-01')"
    """
    asked: dict[str, Any] = {}
    again: dict[str, Any] = {}  # two filters go by what is mentioned: both have to hold
    for key, value in choices.items():
        argument = FACETS.get(key, key)
        plain = value[0] if isinstance(value, list) and len(value) == 1 else value
        (again if argument in asked else asked)[argument] = plain
    chosen = corpus.where(**asked) if asked else corpus
    return chosen.where(**again) if again else chosen


class Masks:
    """The letters that each filter leaves, remembered: one goes back and forth between few of them."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: OrderedDict[tuple[str, str], Array] = OrderedDict()

    def each(self, choices: Choices) -> dict[str, Array]:
        """A mask for each filter that is set."""
        return {key: self._mask(key, value) for key, value in choices.items()}

    def all(self, choices: Choices, *, but: Iterable[str] = ()) -> Array:
        """The letters for which all filters hold, some left aside."""
        import numpy as np

        mask = np.ones(self._index.size, dtype=bool)
        for key, each in self.each(choices).items():
            if key not in but:
                mask &= each
        return mask

    def _mask(self, key: str, value: Any) -> Array:
        known = (key, repr(value))
        if known not in self._known:
            self._known[known] = self._made(key, value)
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        self._known.move_to_end(known)
        return self._known[known]

    def _made(self, key: str, value: Any) -> Array:
        import numpy as np

        index = self._index
        mask: Array
        if key in FACETS:
            feature = index.feature(key)
            if set(value).issubset(feature.names):
                return feature.having(value, index.size)
            # Not chosen in the panel but written by hand, perhaps as a name ("Ukraine"): `where` knows what it means.
            return where.choose(index.tables, FACETS[key], value).mask
        if key == "text":
            mask = index.tables.saying(value)
        elif key == "letter":
            ids = (index.tables.coded("letters", column) for column in ("letter_id", "work_id", "symbol"))
            mask = np.any([column.are(value) for column in ids], axis=0)
        else:
            day = int(np.datetime64(value, "D").astype("int64"))
            mask = index.days >= day if key == "since" else (index.days <= day) & (index.days > NEVER)
        return mask
