"""Where the words of the lexicon stand in a text: one pass of one automaton, then a look at the borders of each hit."""

from __future__ import annotations

import re
from typing import NamedTuple

from .fold import Folded
from .lexicon import Entry, patterns

# Particles that Arabic writes together with the word: and, so, with, for, as, and the article in its joined forms.
_CLITIC = re.compile(r"(?:^|[^\u0621-\u064a])(?:[وف]?(?:[بكل]?ال|لل|[بكل])?)$")


class Hit(NamedTuple):
    """A word of the lexicon at `start:end` of the folded text, with all that it may mean."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    def has(self, kind: str) -> Entry | None:
        """The first meaning of a kind."""
        for entry in self.entries:
            if entry.kind == kind:
                return entry
        return None


def _joins(character: str) -> bool:
    """Whether a letter next to a hit makes it part of a longer word (Chinese writes no blanks, so it does not there)."""
    return character.isalnum() and character < "\u2e80"


def scan(text: Folded, language: str) -> list[Hit]:
    """Find the words of the lexicon, leftmost and longest, not overlapping, in the order of the text."""
    compiled = patterns()
    entries = compiled.of(language)
    lower, plain = text.lower, text.plain
    hits = []
    for index, start, end in compiled.automaton.find_matches_as_indexes(lower):
        if end < len(lower) and _joins(lower[end]) and _joins(lower[end - 1]):
            continue
        if start and _joins(lower[start - 1]) and _joins(lower[start]):
            if not "\u0621" <= lower[start] <= "\u064a" or not _CLITIC.search(lower, max(0, start - 5), start):
                continue
        meanings = entries[index]
        if any(entry.use == "abbreviation" for entry in meanings):
            meanings = tuple(e for e in meanings if e.use != "abbreviation" or _same_case(e.name, plain[start:end]))
        if meanings and meanings[0].kind != "never":
            hits.append(Hit(start, end, meanings))
    return hits


def _same_case(name: str, found: str) -> bool:
    return [c.isupper() for c in name if c.isalpha()] == [c.isupper() for c in found if c.isalpha()]
