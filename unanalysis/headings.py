"""One title of a letter: where it stands, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .dates import DateHit
from .fold import Folded
from .named import Named
from .scan import Hit
from .title_backwards import BackwardsReader
from .title_reader import TitleReader
from .title_words import grammar
from .types import Title


class Heading(NamedTuple):
    """A title at `start:end` of the folded text, with its dates and parties, all in offsets of the folded text."""

    start: int
    end: int
    form: str
    language: str
    dates: tuple[DateHit, ...]
    senders: tuple[Named, ...]
    addressees: tuple[Named, ...]
    on_behalf_of: tuple[Named, ...]
    to_you: bool = False  # addressed to whom the words that name it are written

    @property
    def says(self) -> int:
        """How much it says: its dates, and the parties of which it tells anything."""
        parties = (*self.senders, *self.addressees)
        return len(self.dates) + sum(bool(p.entity or p.capacity or p.name) for p in parties)

    def moved(self, by: int) -> Heading:
        """The same title, `by` characters further on."""
        return self._replace(
            start=self.start + by,
            end=self.end + by,
            dates=tuple(day._replace(start=day.start + by, end=day.end + by) for day in self.dates),
            senders=tuple(party.moved(by) for party in self.senders),
            addressees=tuple(party.moved(by) for party in self.addressees),
            on_behalf_of=tuple(party.moved(by) for party in self.on_behalf_of),
        )

    def title(self, text: Folded, raw: str) -> Title:
        """The record of this title, with offsets into the original text `raw`."""
        start, end = text.span(self.start, self.end)
        return Title(
            self.form,
            tuple(dict.fromkeys(hit.date for hit in self.dates if hit.date)),
            tuple(named.party("sender", text, raw) for named in self.senders),
            tuple(named.party("addressee", text, raw) for named in self.addressees),
            start,
            end,
        )


def read_heading(
    text: Folded,
    hits: Sequence[Hit],
    dates: Sequence[DateHit],
    language: str,
    issuer: str | None,
    form: tuple[int, int, str],
    floor: int,
    limit: int,
) -> Heading:
    """Read the title around a form word.

    Parameters
    ----------
    text, hits, dates
        The folded text, what `scan` and what `find_dates` found in it.
    language
        Language of the form word.
    issuer
        Organ in whose document the words stand.
    form
        Start and end of the form word, and the form it stands for.
    floor, limit
        Offsets between which the title lies: the ends of its neighbours.
    """
    kind = BackwardsReader if grammar(language).backwards else TitleReader
    reader = kind(text, hits, dates, language, issuer, floor, limit)
    start, end, value = form
    reader.read(start, end)
    senders, addressees, behalf = (tuple(reader.parties[role]) for role in ("from", "to", "on_behalf"))
    found = tuple(sorted(reader.dates, key=lambda date: date.start))
    return Heading(reader.start, reader.reached, value, language, found, senders, addressees, behalf, reader.to_you)
