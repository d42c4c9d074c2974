"""A party as it is printed, and what the names of the lexicon are: offices, States, organs."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .fold import Folded, as_read
from .lexicon import entities
from .scan import Hit
from .types import Party

# Offices that are accredited to a place; a letter "to" that place is no letter addressed to it.
ACCREDITED = frozenset(
    {
        *("Permanent Representative", "Deputy Permanent Representative", "Acting Permanent Representative"),
        *("Permanent Observer", "Permanent Mission", "Representative", "Chargé d'affaires a.i.", "Ambassador"),
    }
)


class Named(NamedTuple):
    """A party at `start:end` of the folded text.

    `name` is the span of a person's name in it; `open` says that unknown words behind it may still belong to it: the
    name of its body, or what a committee is about.
    """

    start: int
    end: int
    entity: str | None
    entity_kind: str | None
    capacity: str | None
    name: tuple[int, int] | None = None
    open: bool = False

    def moved(self, by: int) -> Named:
        """The same party, `by` characters further on."""
        name = (self.name[0] + by, self.name[1] + by) if self.name else None
        return self._replace(start=self.start + by, end=self.end + by, name=name)

    def party(self, role: str, text: Folded, raw: str) -> Party:
        """The record of this party in a role, with offsets into the original text `raw`."""
        start, end = text.span(self.start, self.end)
        name = as_read(raw[slice(*text.span(*self.name))]) if self.name else None
        return Party(role, self.entity, self.entity_kind, self.capacity, name, raw[start:end], start, end)


_NAMES = frozenset({"entity", "capacity", "citations.council", "citations.assembly", "citations.body"})


def is_name(hit: Hit) -> bool:
    """Whether a hit is an office, an entity, or a body like "the Committee"."""
    return not _NAMES.isdisjoint(hit.meaning.entries)


@cache
def entity_kind(entity: str | None) -> str | None:
    """Whether an entity is a state, an organ … (the kinds of `entities.csv`)."""
    known = entities().get(entity or "")
    return known.kind if known else None
