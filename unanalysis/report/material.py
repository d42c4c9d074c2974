"""What the sections of a report are made of: the works of a corpus, with what each of them has, as lists."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date as Date
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import commonpath
from typing import TYPE_CHECKING, Any

from unanalysis.graph.works import Column, Works, mention_column, party_column, works_of

if TYPE_CHECKING:
    import networkx as nx

    from unanalysis.corpus import Corpus
    from unanalysis.report.wording import Wording


@dataclass(frozen=True)
class Material:
    """The letters to report on. Everything counts works: letters in whatever language, annexed ones for themselves.

    `senders`, `organs` and `resolutions` have a list of values for each work, in the order of `works.ids` (by date).
    """

    corpus: Corpus
    say: Wording
    works: Works
    senders: list[list[str]]
    organs: list[list[str]]
    resolutions: list[list[str]]

    @classmethod
    def of(cls, corpus: Corpus, say: Wording) -> Material:
        """Number the works of a corpus, and list what each has."""
        from unanalysis.graph.works import NO_ORGANS

        works = works_of(corpus)
        return cls(
            corpus,
            say,
            works,
            _lists(party_column(corpus, works, "sender"), works),
            _lists(party_column(corpus, works, "addressee", without=NO_ORGANS), works),
            _lists(mention_column(corpus, works, "resolution"), works),
        )

    def __len__(self) -> int:
        return len(self.works.ids)

    @cached_property
    def dates(self) -> list[Date | None]:
        """The date of each work, None where it is not known."""
        found: list[Date | None] = self.works.dates.tolist()
        return found

    @cached_property
    def nodes(self) -> list[dict[str, Any]]:
        """What is said of each work in lists: symbol and label, form, part, languages, ids of its versions, parties."""
        from unanalysis.graph.letters import letter_nodes

        return list(letter_nodes(self.corpus, self.works).values())

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each version's text in the appendix, by its letter id: work by work, the original first."""
        ids = [letter_id for node in self.nodes for letter_id in node["letter_ids"]]
        return {letter_id: number for number, letter_id in enumerate(ids)}

    @cached_property
    def languages(self) -> dict[str, str]:
        """The language of each version, "?" where it is not known."""
        letters = self.corpus.letters
        return dict(zip(letters["letter_id"], letters["language"].fillna("?"), strict=True))

    @cached_property
    def files(self) -> dict[str, str]:
        """The file of each document, without the folders that all share: those say only where they were read."""
        documents = self.corpus.documents
        paths = documents["path"].fillna(documents["document_id"]).str.replace("\\", "/", regex=False).tolist()
        folders = {str(PurePosixPath(path).parent) for path in paths}
        mixed = len({folder.startswith("/") for folder in folders}) != 1
        shared = "" if mixed else commonpath(folders)
        names = [path[len(shared) :].lstrip("/") for path in paths]
        return dict(zip(documents["document_id"], names, strict=True))

    @cached_property
    def replies(self) -> nx.DiGraph:
        """Which letter answers which."""
        from unanalysis.graph import reply_graph

        return reply_graph(self.corpus)

    def name(self, entity: str) -> str:
        """The name of an entity in the language of the report."""
        from unanalysis.lexicon import label

        return label(entity, self.say.language)

    def names(self, entities: list[str] | tuple[str, ...]) -> str:
        """Names in a cell of a table."""
        return "; ".join(self.name(entity) for entity in entities)

    def label(self, node: dict[str, Any]) -> str:
        """What a letter is called: its symbol, and which annex of it, in the letter's words or those of the report."""
        label, part = str(node["label"]), node["part"]
        return label.removesuffix(part) + self.say.of("parts", part) if part and label.endswith(f" {part}") else label

    def most(self, values: list[list[str]]) -> list[tuple[str, int]]:
        """Values with the number of works that have them: the most frequent first, equal ones by their names."""
        counts = Counter(value for each in values for value in each)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _lists(column: Column, works: Works) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in works.ids]
    for work, value in zip(column.works.tolist(), column.names[column.values].tolist(), strict=True):
        found[work].append(value)
    return found
