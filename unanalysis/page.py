"""A document laid open: its lines, and one view of it for each language in which it speaks.

A view is the whole text with everything else blanked out: furniture, and paragraphs in another language. Offsets stay
those of the document, and what a page break or the other column parts stands together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .dates import DateHit, find_dates
from .fold import Folded, fold
from .scan import Hit, scan

Span = tuple[int, int]
_LINE = re.compile(r"[^\n\f]*[^\s\f][^\n\f]*")
_MARKS = " \t\u00a0#*>_|~`\u200e\u200f\u202a-\u202e\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the blanks and Markdown signs around it; `gap` tells of blank lines before."""

    start: int
    end: int
    gap: bool


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a stretch of text."""
    lines = []
    last = start
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        begin, stop = match.span()
        while begin < stop and text[begin] in _MARKS:
            begin += 1
        while stop > begin and text[stop - 1] in _MARKS:
            stop -= 1
        if begin < stop:
            lines.append(Line(begin, stop, not lines or text.count("\n", last, begin) > 1))
            last = stop
    return lines


def paragraphs(lines: Sequence[Line]) -> list[Span]:
    """Spans of the runs of lines that no blank line parts."""
    spans: list[Span] = []
    for line in lines:
        if line.gap or not spans:
            spans.append((line.start, line.end))
        else:
            spans[-1] = (spans[-1][0], line.end)
    return spans


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
    """What one language says in a document. Offsets of hits, dates and citations are those of `folded`."""

    text: str
    language: str
    folded: Folded
    hits: list[Hit]
    dates: list[DateHit]
    lines: list[Line]

    def within(self, start: int, end: int) -> list[Hit]:
        """The hits between two offsets of the folded text."""
        return [h for h in self.hits if start <= h.start and h.end <= end]


def view(text: str, language: str) -> View:
    """Recognise the words and dates of a text in one language."""
    folded = fold(text)
    hits = scan(folded, language)
    return View(text, language, folded, hits, find_dates(folded, hits), lines_of(text))


