"""The frames of a corpus as columns of numbers, one number a work: what every graph is built from.

A work is a letter in whatever language. Its language versions, and copies of one file, share a `work_id` and
count once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING, Any, Protocol

from unanalysis.arguments import check_corpus

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Array = np.ndarray[Any, Any]

#: kinds of addressees that are no organs: a letter to a State or a person is addressed to none
NO_ORGANS = frozenset({"state", "person"})


class Frames(Protocol):
    """What a graph needs of a corpus: three of its five frames."""

    @property
    def letters(self) -> pd.DataFrame: ...  # noqa: D102
    @property
    def parties(self) -> pd.DataFrame: ...  # noqa: D102
    @property
    def mentions(self) -> pd.DataFrame: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Works:
    """The works of a corpus, numbered by date (those without one last), then by id.

    `ids`, `dates` (`datetime.date` or None) and `nodes` have one entry a work; `letters` are the letter ids, sorted,
    and `of_letter` the work's number of each.
    """

    ids: Array
    dates: Array
    nodes: Array
    letters: pd.Index
    of_letter: Array

    def numbers(self, letter_ids: pd.Series) -> Array:
        """The work's number of each letter id; -1 where there is no such letter."""
        import pandas as pd

        return self.of_letter[self.letters.get_indexer(pd.Index(letter_ids))]


def works_of(corpus: Frames) -> Works:
    """Number the works of a corpus; a letter without `work_id` is a work of its own."""
    import numpy as np
    import pandas as pd

    check_corpus(corpus)
    letters = corpus.letters
    codes, ids = pd.factorize(letters["work_id"].fillna(letters["letter_id"]), sort=True)
    # Versions have one date; where one lacks it another gives it, and the order of the files plays no part.
    dates = letters["date"].groupby(codes).min().reindex(range(len(ids)))
    order = np.argsort(dates.to_numpy(), kind="stable")  # NaT sorts last
    number = np.empty(len(ids), dtype="int64")
    number[order] = np.arange(len(ids))
    names = np.asarray(ids, dtype=object)[order]
    by_id = np.argsort(letters["letter_id"].to_numpy(dtype=object), kind="stable")
    return Works(
        ids=names,
        dates=as_dates(dates.to_numpy()[order]),
        nodes=node_ids("letter", names),
        letters=pd.Index(letters["letter_id"].iloc[by_id]),
        of_letter=np.append(number[codes][by_id], -1),  # the last stands for a letter that there is not
    )


def facts_of(corpus: Frames, works: Works, name: str) -> dict[str, Any]:
    """What a graph as a whole remembers (`graph.graph`): its name, how many letters, from when to when, chosen how."""
    dates = [date for date in works.dates.tolist() if date]
    return {
        "name": name,
        "letters": len(works.ids),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "filters": tuple(getattr(corpus, "filters", ())),
    }


def node_ids(kind: str, names: Iterable[str]) -> Array:
    """Ids of nodes: kind and name, since the same word may name a body, a person and a file.

    They are interned: a node is then looked up by identity, which makes a graph of a million edges a good deal faster.
    """
    import numpy as np

    return np.array([intern(f"{kind}:{name}") for name in names], dtype=object)


def as_dates(values: Array) -> Array:
    """`datetime64` as `datetime.date`, missing as None: what the attributes of a graph hold."""
    import numpy as np

    return np.asarray(values, dtype="datetime64[D]").astype(object)


def distinct(numbers: Array) -> Array:
    """Sorted, each once. (`numpy.unique` goes by way of a hash table, which takes ten times as long for a million.)"""
    import numpy as np

    ordered = np.sort(numbers)
    first: Array = np.diff(ordered, prepend=-1) != 0
    return ordered[first]


@dataclass(frozen=True, slots=True)
class Column:
    """Values that works have, a row each (`works[i]` has `names[values[i]]`), sorted, no row twice."""

    works: Array
    values: Array
    names: Array


def column(works: Works, letter_ids: pd.Series, values: pd.Series) -> Column:
    """The distinct pairs (work, value), sorted; rows without a value or without a letter are left out."""
    import numpy as np
    import pandas as pd

    work = works.numbers(letter_ids)
    code, names = pd.factorize(values, sort=True)
    kept = np.flatnonzero((work >= 0) & (code >= 0))
    size = max(len(names), 1)
    return Column(*np.divmod(distinct(work[kept] * size + code[kept]), size), np.asarray(names, dtype=object))


def party_column(corpus: Frames, works: Works, role: str, *, without: frozenset[str] = frozenset()) -> Column:
    """The entities that have a role in each work (`sender`, `addressee` …), but for some kinds of entity."""
    parties = corpus.parties
    chosen = (parties["role"] == role) & ~parties["entity_kind"].isin(without)
    return column(works, parties.loc[chosen, "letter_id"], parties.loc[chosen, "entity"])


def mention_column(corpus: Frames, works: Works, *kinds: str) -> Column:
    """What each work names, of the given kinds of mention (`resolution`, `document` …)."""
    mentions = corpus.mentions
    chosen = mentions["kind"].isin(kinds)
    return column(works, mentions.loc[chosen, "letter_id"], mentions.loc[chosen, "target"])
