"""A corpus as arrays of numbers, made once: which letters have which sender, addressee, resolution …

With them a choice among 100,000 letters takes milliseconds, where comparing columns of text takes a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from unanalysis.corpus.model import tables_of
from unanalysis.graph.works import NO_ORGANS, Column, works_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from unanalysis.corpus import Corpus

    Array = np.ndarray[Any, Any]

#: what letters can be filtered by, in the order of the panel → the argument of `Corpus.where`
FACETS = {
    "sender": "sender",
    "addressee": "addressee",
    "mentioned": "mentions",
    "resolution": "mentions",
    "form": "form",
    "language": "language",
    "capacity": "capacity",
}
#: features whose values are entities, and have a name in each language
ENTITIES = frozenset({"sender", "addressee", "organ", "mentioned"})
NEVER = -(10**6)  # day of a letter without a date: before any other


@dataclass(frozen=True, slots=True)
class Feature:
    """Which letters have which value of a feature: a row each, sorted by value and then by work.

    Row i says that the letter at position `letters[i]`, a version of work `works[i]`, has `names[values[i]]`; the rows
    of value v are `bounds[v]:bounds[v + 1]`.
    """

    names: Array
    values: Array
    letters: Array
    works: Array
    bounds: Array

    def having(self, wanted: list[str], size: int) -> Array:
        """A mask of the letters that have one of the values."""
        import numpy as np

        mask = np.zeros(size, dtype=bool)
        for value in np.flatnonzero(np.isin(self.names, np.array(wanted, dtype=object))).tolist():
            mask[self.letters[self.bounds[value] : self.bounds[value + 1]]] = True
        return mask

    def column(self, chosen: Array) -> Column:
        """The distinct pairs of work and value that the chosen letters (a mask) have."""
        import numpy as np

        rows = np.flatnonzero(chosen[self.letters])
        values, works = self.values[rows], self.works[rows]
        new = (np.diff(values, prepend=-1) != 0) | (np.diff(works, prepend=-1) != 0)
        return Column(works[new], values[new], self.names)

    def counts(self, chosen: Array) -> Array:
        """How many works have each value, among the chosen letters."""
        import numpy as np

        return np.bincount(self.column(chosen).values, minlength=len(self.names))


class Index:
    """A corpus with its letters numbered as they stand in `corpus.letters`, and their features as arrays.

    Attributes
    ----------
    corpus
        The corpus itself.
    size
        How many letters it has.
    works, work_ids
        Number of the work of each letter, and what the numbers stand for.
    days
        The date of each letter, or where it has none that of its issue, in days since 1970; `NEVER` where both lack.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.tables = tables_of(corpus)
        self.letters = corpus.letters
        self.size = len(self.letters)
        numbered = works_of(corpus)
        self.work_ids: Array = numbered.ids
        self.works: Array = numbered.numbers(self.letters["letter_id"])
        self.dated = _days(self.letters["date"])
        self.days = _days(self.letters["date"].fillna(self.letters["issued"]))
        self._features: dict[str, Feature] = {}

    def feature(self, name: str) -> Feature:
        """A feature by its name: those of `FACETS`, and organ (addressees that are neither States nor persons)."""
        if name not in self._features:
            self._features[name] = self._feature(name)
        return self._features[name]

    @cached_property
    def problems(self) -> Array:
        """The position of the letter of each row of `corpus.problems`; -1 where it concerns a document as a whole."""
        return self.tables.places("problems", "letter_id")

    @cached_property
    def parties(self) -> dict[str, Array]:
        """The position of the letter of each row of `corpus.parties`, by role; -2 where the row has another role."""
        import numpy as np

        letters, role = self.tables.places("parties", "letter_id"), self.tables.coded("parties", "role")
        return {name: np.where(role.are([name]), letters, -2) for name in ("sender", "addressee")}

    def count_works(self, chosen: Array) -> int:
        """How many works the chosen letters (a mask) are versions of."""
        import numpy as np

        return int(np.count_nonzero(np.bincount(self.works[chosen])))

    def _feature(self, name: str) -> Feature:
        import numpy as np

        table, column, rows = self._rows(name)
        coded = self.tables.coded(table, column)
        letters = np.arange(self.size) if table == "letters" else self.tables.places(table, "letter_id")
        rows = np.flatnonzero(rows & (coded.codes >= 0) & (letters >= 0))
        names, values = coded.sorted(rows)
        letters = letters[rows]
        works = self.works[letters]
        order = np.lexsort((letters, works, values))
        values, letters, works = values[order], letters[order], works[order]
        bounds = np.searchsorted(values, np.arange(len(names) + 1))
        return Feature(names, values, letters, works, bounds)

    def _rows(self, name: str) -> tuple[str, str, Array]:
        """The table and column of a feature, and which rows tell it (a mask)."""
        import numpy as np

        tables = self.tables
        role = tables.coded("parties", "role")
        if name in ("sender", "addressee"):
            return "parties", "entity", role.are([name])
        if name == "organ":
            return "parties", "entity", role.are(["addressee"]) & ~tables.coded("parties", "entity_kind").are(NO_ORGANS)
        if name == "capacity":
            return "parties", "capacity", role.are(("sender", "signatory"))
        if name in ("mentioned", "resolution"):
            kind = "organ" if name == "mentioned" else name
            return "mentions", "target", tables.coded("mentions", "kind").are([kind])
        return "letters", name, np.ones(self.size, dtype=bool)


def _days(dates: pd.Series) -> Array:
    import numpy as np

    days: Array = dates.to_numpy().astype("datetime64[D]").astype("int64")
    return np.where(dates.isna().to_numpy(), NEVER, days)
