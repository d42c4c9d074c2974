"""A document laid open: its lines, and one view of it for each language in which it speaks.

A view is the whole text with everything else blanked out: furniture, and paragraphs in another language. Offsets stay
those of the document, and what a page break or the other column parts stands together again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from .dates import DateHit, find_dates
from .fold import Folded, fold
from .scan import Hit, scan

Span = tuple[int, int]
# The blanks and Markdown signs around a line are none of it.
_LINE = re.compile(r"[^\n\f]*[^\s\f][^\n\f]*")
_MARKS = " \t\u00a0\u3000#*_>|~`\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff\r"


class Line(NamedTuple):
    """A line that is not blank: `start:end` of the text, `at:to` of the folded text; `gap`: a blank line is before it."""

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


def lay_out(text: str) -> Layout:
    """Fold a text and find its lines."""
    folded = fold(text)
    spans: list[Span] = []
    gaps: list[bool] = []
    last = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        printed = match[0]
        begin = start + len(printed) - len(printed.lstrip(_MARKS))
        stop = end - len(printed) + len(printed.rstrip(_MARKS))
        if begin < stop:
            gaps.append(not spans or text.count("\n", last, start) > 1)
            spans.append((begin, stop))
            last = stop
    offsets = folded.at_all([offset for span in spans for offset in span])
    lines = [
        Line(start, end, offsets[2 * i], offsets[2 * i + 1], gaps[i]) for i, (start, end) in enumerate(spans)
    ]
    return Layout(text, folded, lines)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with these spans blanked out, character for character, line ends kept."""
    pieces = []
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
    lines: list[Line]
    _starts: list[int]
    _days: list[int]
    _ats: list[int]

    def within(self, start: int, end: int) -> list[Hit]:
        """The hits between two offsets of the folded text."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        while last > first and self.hits[last - 1].end > end:
            last -= 1
        return self.hits[first:last]

    def touching(self, start: int, end: int) -> list[Hit]:
        """The hits of which some part lies between two offsets of the folded text."""
        first = bisect_left(self._starts, start)
        if first and self.hits[first - 1].end > start:
            first -= 1
        return self.hits[first : bisect_left(self._starts, end)]

    def dates_between(self, start: int, end: int) -> list[DateHit]:
        """The dates between two offsets of the folded text."""
        first = bisect_left(self._days, start)
        return [d for d in self.dates[first : bisect_left(self._days, end, first)] if d.end <= end]

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
        layout.lines,
        [hit.start for hit in hits],
        [day.start for day in dates],
        [line.at for line in layout.lines],
    )
