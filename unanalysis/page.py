"""A document laid open: its lines, and one view of it for each language in which it speaks.

A view is the whole text with everything else blanked out: furniture, and paragraphs in another language. Offsets stay
those of the document, and what a page break or the other column parts stands together again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from .dates import DateHit, find_dates
from .fold import Folded, fold_all
from .phrases import Phrases
from .scan import Hit, scan

Span = tuple[int, int]
# A line without the blanks and Markdown signs around it, which are none of it.
_EDGE = r"\s#*_>|~`\\\u200e\u200f\u202a-\u202e\ufeff"
_BLANK_LINE = re.compile(r"\n(?=[^\S\n\f]*\n)")
# Lines are parted throughout where there are so many, this share adjoins at most, and this share, of those that reach
# so far to the margin, goes on below.
_MANY, _FEW, _FULL, _BROKEN = 8, 0.1, 0.6, 0.1
_LINE = re.compile(rf"[^{_EDGE}](?:[^\n\f]*[^{_EDGE}])?")


class Line(NamedTuple):
    """A line that is not blank: `start:end` of the text, `at:to` of the folded one; `gap`: behind a blank line."""

    start: int
    end: int
    at: int
    to: int
    gap: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A text, folded, and its lines."""

    text: str
    folded: Folded
    lines: list[Line]

    @property
    def lines_apart(self) -> bool:
        """Whether a blank line stands between nearly all lines, also where a sentence goes on, and so says nothing."""
        lines, plain = self.lines, self.folded.plain
        if len(lines) < _MANY or sum(not line.gap for line in lines) > len(lines) * _FEW:
            return False
        full = max(line.to - line.at for line in lines) * _FULL
        broken = sum(
            line.to - line.at >= full and plain[line.to - 1].isalpha() and not plain[following.at].isupper()
            for line, following in pairwise(lines)
        )
        return broken >= len(lines) * _BROKEN


def lay_out(text: str) -> Layout:
    """Fold a text and find its lines."""
    return lay_out_all([text])[0]


def lay_out_all(texts: Sequence[str]) -> list[Layout]:
    """Fold texts, all in one go, and find their lines."""
    return [Layout(text, folded, _lines(text, folded)) for text, folded in zip(texts, fold_all(texts), strict=True)]


def _lines(text: str, folded: Folded) -> list[Line]:
    offsets: list[int] = []
    gaps: list[bool] = []
    last = -1
    for match in _LINE.finditer(text):
        start, end = match.span()
        gaps.append(last < 0 or text.count("\n", last, start) > 1)
        offsets += (start, end)
        last = end
    ats = folded.at_all(offsets)
    return list(map(Line, offsets[::2], offsets[1::2], ats[::2], ats[1::2], gaps))


def closed_up(text: str) -> str:
    """The text with each blank line made a part of the line end before it, character for character."""
    return _BLANK_LINE.sub(" ", text)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with these spans blanked out, character for character, line ends kept."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        start = max(start, done)
        if start >= end:
            continue
        pieces += (text[done:start], re.sub(r"[^\n]", " ", text[start:end]))
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class View:
    """What one language says in a document. Offsets of hits and dates are those of the folded text."""

    text: str
    language: str
    folded: Folded
    hits: list[Hit]
    dates: list[DateHit]
    phrases: Phrases
    lines: list[Line]
    _ats: list[int]

    def within(self, start: int, end: int) -> list[Hit]:
        """The hits between two offsets of the folded text."""
        first = bisect_left(self.hits, (start,))
        last = bisect_left(self.hits, (end,), first)
        while last > first and self.hits[last - 1].end > end:
            last -= 1
        return self.hits[first:last]

    def touching(self, start: int, end: int) -> list[Hit]:
        """The hits of which some part lies between two offsets of the folded text."""
        first = bisect_left(self.hits, (start,))
        if first and self.hits[first - 1].end > start:
            first -= 1
        return self.hits[first : bisect_left(self.hits, (end,))]

    def beginning(self, start: int, end: int) -> list[Hit]:
        """The hits that begin between two offsets of the folded text."""
        return self.hits[bisect_left(self.hits, (start,)) : bisect_left(self.hits, (end,))]

    def dates_between(self, start: int, end: int) -> list[DateHit]:
        """The dates between two offsets of the folded text."""
        first = bisect_left(self.dates, (start,))
        return [d for d in self.dates[first : bisect_left(self.dates, (end,), first)] if d.end <= end]

    def line_index(self, offset: int) -> int:
        """The index of the line at an offset of the folded text, or of the next one."""
        index = bisect_right(self._ats, offset) - 1
        if index < 0 or (offset >= self.lines[index].to and index + 1 < len(self.lines)):
            index += 1
        return index

    def lines_between(self, start: int, end: int) -> list[Line]:
        """The lines that begin between two offsets of the folded text."""
        return self.lines[bisect_left(self._ats, start) : bisect_left(self._ats, end)]


def view(layout: Layout, language: str) -> View:
    """Recognise the words and dates of a text in one language."""
    hits = scan(layout.folded, language)
    dates = find_dates(layout.folded, hits)
    return View(
        layout.text,
        language,
        layout.folded,
        hits,
        dates,
        Phrases(layout.folded.lower, language),
        layout.lines,
        [line.at for line in layout.lines],
    )
