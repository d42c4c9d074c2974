"""The five tables of a corpus, and those of some of its letters, which are cut out only where somebody looks at them.

A choice is a list of numbers of letters, which takes a millisecond; to copy the tables of half of 100,000 letters takes
some seventy. What is worked out once for the whole corpus (values as numbers, an index of words) serves every choice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from unanalysis.corpus.own_texts import own_texts
from unanalysis.corpus.words import Words

Array = np.ndarray[Any, Any]
_HOMES = {"letter_id": "letters", "document_id": "documents"}


@dataclass(frozen=True, slots=True)
class Coded:
    """A column as numbers: `names[codes[row]]` is the value of a row, -1 stands for a missing one."""

    codes: Array
    names: pd.Index

    def are(self, values: Collection[str]) -> Array:
        """Which rows have one of the values."""
        return self.those(self.names.isin(list(values)))

    def those(self, fit: Iterable[bool]) -> Array:
        """Which rows have a value that fits; `fit` has an entry for each of `names`."""
        mask: Array = np.append(np.fromiter(fit, dtype=bool), False)[self.codes]
        return mask

    def present(self, rows: Array | None = None) -> list[str]:
        """The values that some rows have (a mask; without it all)."""
        codes = self.codes if rows is None else self.codes[rows]
        found: list[str] = self.names[np.bincount(codes[codes >= 0], minlength=len(self.names)) > 0].tolist()
        return found

    def sorted(self, rows: Array) -> tuple[Array, Array]:
        """The values of some rows (none of them missing) in alphabetical order, each once, and their places in it."""
        names, codes = self.names.to_numpy(dtype=object), self.codes[rows]
        present = np.flatnonzero(np.bincount(codes, minlength=len(names)))
        present = present[np.argsort(names[present])]
        rank = np.empty(len(names), dtype=np.int64)
        rank[present] = np.arange(len(present))
        return names[present], rank[codes]


class Tables:
    """The five tables of a corpus, each as its schema has it. They never change; what is asked of them is kept."""

    def __init__(
        self,
        documents: pd.DataFrame,
        letters: pd.DataFrame,
        parties: pd.DataFrame,
        mentions: pd.DataFrame,
        problems: pd.DataFrame,
    ) -> None:
        self._frames = {
            **{"documents": documents, "letters": letters, "parties": parties},
            **{"mentions": mentions, "problems": problems},
        }
        self._coded: dict[tuple[str, str], Coded] = {}
        self._places: dict[tuple[str, str], Array] = {}
        self._words: tuple[Words, Array] | None = None

    @property
    def documents(self) -> pd.DataFrame:
        """A row for each file."""
        return self.frame("documents")

    @property
    def letters(self) -> pd.DataFrame:
        """A row for each letter in each language."""
        return self.frame("letters")

    @property
    def parties(self) -> pd.DataFrame:
        """A row for each role in a letter."""
        return self.frame("parties")

    @property
    def mentions(self) -> pd.DataFrame:
        """A row for each thing that a letter names."""
        return self.frame("mentions")

    @property
    def problems(self) -> pd.DataFrame:
        """A row for each thing that is in doubt."""
        return self.frame("problems")

    def frame(self, name: str) -> pd.DataFrame:
        """One of the tables."""
        return self._frames[name]

    def __len__(self) -> int:
        return len(self.letters)

    def __reduce__(self) -> tuple[Callable[..., Tables], tuple[pd.DataFrame, ...]]:
        """A choice is pickled as the tables of its own letters, without the corpus that it is from."""
        return Tables, (self.documents, self.letters, self.parties, self.mentions, self.problems)

    def coded(self, name: str, column: str) -> Coded:
        """A column of text of one of the tables, as numbers."""
        if (name, column) not in self._coded:
            self._coded[name, column] = self._code(name, column)
        return self._coded[name, column]

    def _code(self, name: str, column: str) -> Coded:
        codes, names = pd.factorize(self.frame(name)[column])
        return Coded(codes, names)

    def places(self, name: str, id: str) -> Array:
        """Where the letter (`letter_id`) or document (`document_id`) of each row stands in its own table, or -1."""
        if (name, id) not in self._places:
            self._places[name, id] = self._place(name, id)
        return self._places[name, id]

    def _place(self, name: str, id: str) -> Array:
        coded = self.coded(name, id)
        places = pd.Index(self.frame(_HOMES[id])[id]).get_indexer(coded.names)
        return np.append(places, -1)[coded.codes]

    def having(self, name: str, rows: Array) -> Array:
        """A mask of the letters that have one of some rows (a mask) of a table."""
        return _marked(len(self), self.places(name, "letter_id")[rows])[:-1]

    def saying(self, phrase: str) -> Array:
        """A mask of the letters in whose own text a phrase stands."""
        words, letters = self.words()
        return _marked(len(self), letters[words.say(phrase)])[:-1]

    def words(self) -> tuple[Words, Array]:
        """An index of the letters' own texts, and the place of the letter of each; made when first asked for."""
        if self._words is None:
            texts, letters = own_texts(self.letters, self.documents)
            self._words = Words(texts), np.array(letters, dtype=np.int64)
        return self._words

    @property
    def origin(self) -> tuple[Tables, Array]:
        """The whole corpus that the letters are from, and their places in its `letters`."""
        return self, np.arange(len(self))

    def choose(self, chosen: Array) -> Tables:
        """The chosen letters (a mask) with their documents, parties, mentions and problems.

        Problems of a document as a whole stay with its letters; those of documents without a chosen letter go.
        """
        return Choice(self, np.flatnonzero(chosen))


class Choice(Tables):
    """Some letters of a corpus, by their places in its `letters`; its tables are cut out when they are asked for."""

    def __init__(self, whole: Tables, letters: Array) -> None:
        self._whole, self._letters = whole, letters
        self._frames, self._coded, self._places = {}, {}, {}

    def __len__(self) -> int:
        return len(self._letters)

    @property
    def origin(self) -> tuple[Tables, Array]:
        """The whole corpus that the letters are from, and their places in its `letters`."""
        return self._whole, self._letters

    def choose(self, chosen: Array) -> Tables:
        """The chosen among the chosen, straight from the whole."""
        return Choice(self._whole, self._letters[chosen])

    def words(self) -> tuple[Words, Array]:
        """The index of the whole."""
        return self._whole.words()

    def saying(self, phrase: str) -> Array:
        """A mask of the letters in whose own text a phrase stands."""
        return self._whole.saying(phrase)[self._letters]

    def frame(self, name: str) -> pd.DataFrame:
        """One of the tables."""
        if name not in self._frames:
            self._frames[name] = self._whole.frame(name).take(self._rows(name)).reset_index(drop=True)
        return self._frames[name]

    def _rows(self, name: str) -> Array:
        """Which rows of a table of the whole belong to the chosen letters."""
        whole = self._whole
        if name == "letters":
            return self._letters
        documents = _marked(len(whole.documents), whole.places("letters", "document_id")[self._letters])
        if name == "documents":
            return np.flatnonzero(documents)
        letters = whole.places(name, "letter_id")
        rows: Array = _marked(len(whole), self._letters)[letters]
        if name == "problems":
            of_document = whole.coded(name, "letter_id").codes < 0
            rows = rows | (of_document & documents[whole.places(name, "document_id")])
        return np.flatnonzero(rows)

    def _code(self, name: str, column: str) -> Coded:
        coded = self._whole.coded(name, column)
        return Coded(coded.codes[self._rows(name)], coded.names)

    def _place(self, name: str, id: str) -> Array:
        home = _HOMES[id]
        here = np.full(len(self._whole.frame(home)) + 1, -1)
        kept = self._rows(home)
        here[kept] = np.arange(len(kept))
        return here[self._whole.places(name, id)[self._rows(name)]]


def _marked(size: int, places: Array) -> Array:
    """A mask of some places among so many, with one entry more at its end: False, for places that are -1."""
    mask = np.zeros(size + 1, dtype=bool)
    mask[places] = True
    mask[-1] = False
    return mask
