"""The text of a letter with everything that was found in it marked, as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple


class Mark(NamedTuple):
    """One finding: where it stands in the text of the document, its kind (the class of its mark), and what it means."""

    start: int
    end: int
    kind: str
    meaning: str


def marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """The text between two offsets as HTML, with `<mark>` around findings.

    Findings may lie in one another (a State in the sender) or, where rules disagree, across each other: marks are
    nested as elements have to be, and one that crosses another goes on behind it.

    Examples
    --------
    >>> marked("From <Ukraine>", 0, 14, [Mark(6, 13, "state", "UKR")])
    'From &lt;<mark class="k-state" title="UKR">Ukraine</mark>&gt;'
    >>> marked("abcdef", 0, 6, [Mark(0, 4, "date", "x"), Mark(2, 6, "organ", "y")]).replace("mark class=", "")
    '<"k-date" title="x">ab<"k-organ" title="y">cd</mark></mark><"k-organ" title="y">ef</mark>'
    """
    inside = {
        Mark(max(mark.start, start), min(mark.end, end), mark.kind, mark.meaning)
        for mark in marks
        if mark.start < end and mark.end > start and mark.start < mark.end
    }
    waiting = sorted(inside, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.meaning))
    pieces: list[str] = []
    opened: list[Mark] = []
    at = start
    while at < end:
        starting = [mark for mark in waiting if mark.start == at]
        waiting = waiting[len(starting) :]
        for mark in starting:
            pieces.append(_opening(mark))
            opened.append(mark)
        stops = [mark.end for mark in opened] + [mark.start for mark in waiting[:1]] + [end]
        stop = min(stops)
        pieces.append(escape(text[at:stop], quote=False))
        at = stop
        # What ends here may be opened before what goes on: close down to it, and open the others again.
        reopened: list[Mark] = []
        while any(mark.end == at for mark in opened):
            mark = opened.pop()
            pieces.append("</mark>")
            if mark.end > at:
                reopened.insert(0, mark)
        for mark in reopened:
            pieces.append(_opening(mark))
            opened.append(mark)
    return "".join(pieces)


def _opening(mark: Mark) -> str:
    return f'<mark class="k-{escape(mark.kind)}" title="{escape(mark.meaning)}">'
