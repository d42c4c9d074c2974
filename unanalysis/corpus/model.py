"""The corpus: five tables that belong together, and the verbs that choose among its letters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

import pandas as pd

from unanalysis.arguments import check_corpus
from unanalysis.corpus import merge, summary, where
from unanalysis.corpus.schema import make_tables
from unanalysis.corpus.tables import Tables
from unanalysis.corpus.where import Values


class Corpus:
    """Letters as five tables; every choice among them is a corpus again.

    A corpus never changes. Its tables are handed out as copies (which costs nothing until one of them is written to),
    so that a frame may be worked on without touching the corpus. A choice cuts its tables out of those of the whole
    corpus when they are asked for, and keeps the whole in memory till then and after; written to disk or pickled, it
    stands alone.

    Parameters
    ----------
    documents, letters, parties, mentions, problems
        The tables, with the columns of `unanalysis.corpus.SCHEMA`; one that is left out is empty. They are copied and
        cast to the dtypes of the schema.
    filters
        In words, how the letters were chosen ("sent by Ukraine (UKR)").
    expression
        The Python expression that makes the same choice again from the whole `corpus`.

    Raises
    ------
    SchemaError
        Where a table lacks a column or has an unknown one, or two rows have one id.

    Examples
    --------
    >>> from unanalysis.corpus import SCHEMA
    >>> letters = pd.DataFrame({"letter_id": ["a", "b"]}).reindex(columns=list(SCHEMA["letters"]))
    >>> corpus = Corpus(letters=letters.assign(language=["en", "fr"]))
    >>> len(corpus), corpus.where(language="fr").letters["letter_id"].tolist()
    (2, ['b'])
    """

    __slots__ = ("_tables", "expression", "filters")

    _tables: Tables
    filters: tuple[str, ...]
    expression: str

    def __init__(
        self,
        *,
        documents: pd.DataFrame | None = None,
        letters: pd.DataFrame | None = None,
        parties: pd.DataFrame | None = None,
        mentions: pd.DataFrame | None = None,
        problems: pd.DataFrame | None = None,
        filters: tuple[str, ...] = (),
        expression: str = "corpus",
    ) -> None:
        self._set(make_tables(documents, letters, parties, mentions, problems), filters, expression)

    def _set(self, tables: Tables, filters: tuple[str, ...], expression: str) -> None:
        for name, value in (("_tables", tables), ("filters", tuple(filters)), ("expression", expression)):
            object.__setattr__(self, name, value)  # as the __init__ of frozen dataclasses does it

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(
            f"A corpus never changes, so that {name!r} cannot be set. Hint: work on a frame of your own "
            f"(letters = corpus.letters), choose letters with corpus.where, or make another Corpus."
        )

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"A corpus never changes, so that {name!r} cannot be taken away.")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self)._of, (self._tables, self.filters, self.expression)

    @classmethod
    def _of(cls, tables: Tables, filters: tuple[str, ...], expression: str) -> Self:
        """A corpus of tables that have been checked already."""
        corpus = cls.__new__(cls)
        corpus._set(tables, filters, expression)
        return corpus

    @classmethod
    def empty(cls) -> Self:
        """A corpus without letters, its tables with all their columns.

        Examples
        --------
        >>> len(Corpus.empty())
        0
        """
        return cls()

    @property
    def documents(self) -> pd.DataFrame:
        """A row for each file as read: its text, format, language and digest."""
        return self._tables.documents.copy(deep=False)

    @property
    def letters(self) -> pd.DataFrame:
        """A row for each letter in each language; annexed letters have their own."""
        return self._tables.letters.copy(deep=False)

    @property
    def parties(self) -> pd.DataFrame:
        """A row for each role that somebody has in a letter: sender, addressee, signatory …"""
        return self._tables.parties.copy(deep=False)

    @property
    def mentions(self) -> pd.DataFrame:
        """A row for each thing that a letter names: a resolution, a document, an organ, a State …"""
        return self._tables.mentions.copy(deep=False)

    @property
    def problems(self) -> pd.DataFrame:
        """A row for each thing that could not be read, or is doubtful."""
        return self._tables.problems.copy(deep=False)

    def __len__(self) -> int:
        return len(self._tables)

    def where(
        self,
        query: str | None = None,
        *,
        sender: Values | None = None,
        addressee: Values | None = None,
        signatory: Values | None = None,
        capacity: Values | None = None,
        mentions: Values | None = None,
        organ: Values | None = None,
        language: Values | None = None,
        form: Values | None = None,
        text: Values | None = None,
        letter: Values | None = None,
        since: object = None,
        until: object = None,
    ) -> Corpus:
        """Choose the letters for which everything that is asked holds.

        Of several values in a list, one is enough. Each letter is chosen by what it says itself: a covering letter
        comes without the annexed letters that do not fit, an annexed letter without the one that covers it
        (`parent_id` still names it). Documents, parties, mentions and problems come along with their letters; problems
        of documents none of whose letters is chosen stay behind.

        Parameters
        ----------
        query
            An expression on the columns of `letters`, as of `pandas.DataFrame.query`:
            `"part == 'annex' and date.dt.year == 2014"`.
        sender, addressee, signatory
            Entities by id ("UKR", "S") or name in any language ("Ukraine", "Conseil de sécurité"), or persons by a part
            of their name.
        capacity
            Office of a sender or signatory: "Permanent Representative".
        mentions
            What the letter's text names: a resolution, decision, statement or document, canonical (`S/RES/2254(2015)`)
            or as one writes it ("resolution 2254"), or an organ or State.
        organ
            Organ in whose documents the letter was issued.
        language
            ISO 639-1 code or English name.
        form
            letter, identical letters, note verbale, note, cable.
        text
            Words that stand in the letter's own text, one behind the other: in capitals or not, with accents or not, in
            traditional or simplified characters, parted at the end of a line or not. A part of a word is enough
            ("resol"). The first search makes an index of all words (some five seconds for 50 million characters, and 70
            megabytes that the corpus keeps); those that follow take milliseconds.
        letter
            Ids of letters or works, or symbols.
        since, until
            First and last day, both included: "2014", "2014-02", "2014-02-28" or a date. A letter without a date counts
            by the date of its issue; one without either is left out.

        Returns
        -------
        Corpus
            The chosen letters, with `filters` and `expression` that tell the choice.

        Raises
        ------
        InputError
            Where a name is unknown, a date is none, or the query cannot be answered. A known name that no letter has
            gives an empty corpus.

        Examples
        --------
        >>> corpus = Corpus.empty().where(addressee="Security Council", since=2014)
        >>> corpus.filters
        ('addressed to Security Council (S)', 'since 2014-01-01')
        >>> corpus.expression
        "corpus.where(addressee='Security Council', since=2014)"
        """
        given: dict[str, Any] = {
            **{"sender": sender, "addressee": addressee, "signatory": signatory, "capacity": capacity},
            **{"mentions": mentions, "organ": organ, "language": language, "form": form},
            **{"text": text, "letter": letter},
        }
        # Values may come out of a generator or a column, which are read once.
        asked: dict[str, Any] = {
            argument: list(value) if isinstance(value, Iterable) and not isinstance(value, str | bytes) else value
            for argument, value in given.items()
            if value is not None
        }
        chosen = [where.choose(self._tables, argument, value) for argument, value in asked.items()]
        if query is not None:
            chosen.insert(0, where.by_query(self._tables, query))
        for argument, value in (("since", since), ("until", until)):
            if value is not None:
                chosen.append(where.by_date(self._tables, **{argument: value}))
                asked[argument] = value if isinstance(value, str | int) else str(value)[:10]
        if not chosen:
            return self
        mask = chosen[0].mask
        for choice in chosen[1:]:
            mask = mask & choice.mask
        arguments = [repr(query)] if query is not None else []
        arguments += [f"{argument}={value!r}" for argument, value in asked.items()]
        return self._of(
            self._tables.choose(mask),
            (*self.filters, *(choice.words for choice in chosen)),
            f"{self.expression}.where({', '.join(arguments)})",
        )

    def __or__(self, other: Corpus) -> Corpus:
        """The letters of either. The same file counts once; where different files have one id, the second's changes."""
        if not isinstance(other, Corpus):
            return NotImplemented
        filters = (f"{_all(self)}, or {_all(other)}",) if self.filters and other.filters else ()
        return self._of(merge.union(self._tables, other._tables), filters, _joined(self, "|", other))

    def __and__(self, other: Corpus) -> Corpus:
        """The letters that both have, with the tables of the first."""
        if not isinstance(other, Corpus):
            return NotImplemented
        filters = tuple(dict.fromkeys((*self.filters, *other.filters)))
        mask = merge.shared(self._tables, other._tables)
        return self._of(self._tables.choose(mask), filters, _joined(self, "&", other))

    def __sub__(self, other: Corpus) -> Corpus:
        """The letters of the first that the second does not have."""
        if not isinstance(other, Corpus):
            return NotImplemented
        filters = (*self.filters, f"not those {_all(other)}")
        mask = ~merge.shared(self._tables, other._tables)
        return self._of(self._tables.choose(mask), filters, _joined(self, "-", other))

    def __repr__(self) -> str:
        return summary.as_text(self._tables, self.filters)

    def _repr_html_(self) -> str:
        return summary.as_html(self._tables, self.filters)


def tables_of(corpus: Corpus) -> Tables:
    """The tables themselves, with what is worked out of them once: for the explorer, which asks them many times."""
    check_corpus(corpus)
    return corpus._tables


def _all(corpus: Corpus) -> str:
    return " and ".join(corpus.filters) or "of another corpus"


def _joined(one: Corpus, sign: str, other: Corpus) -> str:
    return f"({one.expression} {sign} {other.expression})"
