"""Where the words of the lexicon stand in a text: one pass of one automaton, then a look at the borders of each hit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from .fold import Folded
from .lexicon import Automaton, Entry, Meaning, entities, patterns

# Particles that Arabic writes together with the word: and, so, with, for, as, and the article in its joined forms.
_CLITIC = re.compile(r"(?:^|[^\u0621-\u064a])(?:[وف]?(?:[بكل]?ال|لل|[بكل])?)$")


class Hit(NamedTuple):
    """A word of the lexicon at `start:end` of the folded text, with all that it may mean."""

    start: int
    end: int
    meaning: Meaning

    def has(self, kind: str) -> Entry | None:
        """The first meaning of a kind."""
        return self.meaning.entries.get(kind)


def _joins(character: str) -> bool:
    """Whether a letter next to a hit makes it part of a longer word; in Chinese, which has no blanks, it does not."""
    return character.isalnum() and character < "\u2e80"


def _glued(plain: str, border: int) -> bool:
    """Whether a blank was lost: a capital after a small letter or a digit (Original: árabeCarta de fecha, 4March)."""
    return plain[border].isupper() and (plain[border - 1].islower() or plain[border - 1].isdigit())


def scan(text: Folded, language: str) -> list[Hit]:
    """Find the words of the lexicon, leftmost and longest, not overlapping, in the order of the text."""
    compiled = patterns()
    hits = _hits(text.lower, text.plain, compiled.names, language)
    abbreviations = _hits(text.plain, text.plain, compiled.abbreviations, language)
    if abbreviations:
        hits = _merged(hits, abbreviations)
    return [hit for hit in hits if "never" not in hit.meaning.entries]


def _hits(searched: str, plain: str, automaton: Automaton, language: str) -> list[Hit]:
    """The matches whose borders are borders of words."""
    meanings = automaton.of(language)
    length, parted = len(searched), automaton.parted
    hits = []
    behind = 0  # the end of a name that was found out of turn
    for index, start, end in automaton.find(searched):
        if start < behind:
            continue
        # Most words stand between blanks or signs; only where they do not is there more to look at.
        if end < length and searched[end].isalnum() and _within(searched, plain, end):
            continue
        if start and searched[start - 1].isalnum() and _within(searched, plain, start):
            arabic = "\u0621" <= searched[start] <= "\u064a"
            if not (arabic and _CLITIC.search(searched, max(0, start - 5), start)):
                continue
        if index in parted:
            office, width = parted[index]
            name, meaning = _name_in(searched, automaton, meanings, start + width, end), meanings[office]
            if name and meaning:
                hits += [Hit(start, start + width, meaning), name]
                behind = name.end
                continue
        if meaning := meanings[index]:
            hits.append(Hit(start, end, meaning))
    return hits


_LONGEST = 90  # characters of an office's last words and the name into which they run
_BY_NAME = frozenset({"state", "organization"})


def _name_in(
    text: str, automaton: Automaton, meanings: Mapping[int, Meaning | None], start: int, end: int
) -> Hit | None:
    """The State or organization whose name begins in the last words of an office, `start:end`, and goes on behind."""
    index, begin, last = next(iter(automaton.find(text[start : start + _LONGEST])), (0, 0, 0))
    meaning = meanings[index] if start + begin < end < start + last else None
    entry = meaning.entries.get("entity") if meaning else None
    if meaning is None or entry is None or text[start + last : start + last + 1].isalnum():
        return None
    return Hit(start + begin, start + last, meaning) if entities()[entry.value].kind in _BY_NAME else None


def _within(searched: str, plain: str, border: int) -> bool:
    """Whether a border of a hit lies within a word."""
    return _joins(searched[border]) and _joins(searched[border - 1]) and not _glued(plain, border)


def _merged(hits: list[Hit], others: list[Hit]) -> list[Hit]:
    """Both in one order; of two that overlap the earlier, of two that begin together the longer, else the second's."""
    merged: list[Hit] = []
    for hit in sorted((*others, *hits), key=lambda h: (h.start, -h.end)):
        if not merged or hit.start >= merged[-1].end:
            merged.append(hit)
    return merged
