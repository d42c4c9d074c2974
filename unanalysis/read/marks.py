"""Marks in a tree that become lines and spans in its text.

Walking a tree in Python to gather its text is slow. Instead marks are put where lines, furniture and links begin and
end, libxml2 writes the text of the whole tree at once, and one expression turns the marks into line ends and spans.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

# Noncharacters, which no text may hold.
PARAGRAPH, LINE, BREAK, CELL, BLANK, OPEN, CLOSE, LINK, LINKED = tuple(map(chr, range(0xFDD0, 0xFDD9)))
_SPANS = frozenset((OPEN, CLOSE, LINK, LINKED))
# A run of marks and white space; a single blank between words is none.
_RUN = re.compile("[\t\n\r\f\ufdd0-\ufdd3\ufdd5-\ufdd8][ \t\n\r\f\ufdd0-\ufdd3\ufdd5-\ufdd8]*")
_BLANKS = re.compile("  +")
# What libxml2 takes for the end of the text, what XML may not hold, and what would pass for a mark.
_UNPARSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufdd0-\ufddf\ufffe\uffff]")

Span = tuple[int, int]


def parsable(text: str) -> bytes:
    """A text as libxml2 can take it: UTF-8, without the characters that it takes for the end, or we for a mark."""
    return _UNPARSABLE.sub("", text).encode("utf-8", "replace")


def surround(element: _Element, before: str, after: str) -> None:
    """Put one mark before all that an element holds, and one behind it."""
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + after
    else:
        element.text += after


def enclose(element: _Element, mark: str) -> None:
    """Put the same mark at the beginning of an element and behind its end, as blocks have it."""
    element.text = mark + (element.text or "")
    element.tail = mark + (element.tail or "")


def marked_text(root: _Element, values: Sequence[str]) -> tuple[str, list[Span], list[tuple[str, Span]]]:
    """The text of a marked tree.

    Parameters
    ----------
    root
        A tree with marks in it.
    values
        One value for each pair of LINK and LINKED, in the order of the text.

    Returns
    -------
    tuple
        The text with its white space set by the marks alone, the spans between OPEN and CLOSE, and the values with the
        spans between LINK and LINKED.
    """
    from lxml import etree

    return _unmark(etree.tostring(root, method="text", encoding="unicode", with_tail=False), values)


def _unmark(marked: str, values: Sequence[str]) -> tuple[str, list[Span], list[tuple[str, Span]]]:
    pieces: list[str] = []
    furniture: list[Span] = []
    links: list[tuple[str, Span]] = []
    opened: list[int] = []
    link = length = done = 0
    marked = _BLANKS.sub(" ", marked)
    for run in _RUN.finditer(marked):
        blank = marked.startswith(" ", run.start() - 1) and run.start() > done
        piece = marked[done : run.start() - blank]
        done = run.end()
        before = length + len(piece)
        separator = _separator(run[0], blank) if before and done < len(marked) else ""
        length = before + len(separator)
        pieces += (piece, separator)
        if _SPANS.isdisjoint(run[0]):
            continue
        for character in run[0]:
            if character == OPEN:
                opened.append(length)
            elif character == CLOSE and opened:
                furniture.append((opened.pop(), before))
            elif character == LINK:
                link = length
            elif character == LINKED and len(links) < len(values):
                links.append((values[len(links)], (link, max(link, before))))
    pieces.append(marked[done:])
    return "".join(pieces).replace(BLANK, " "), furniture, links


@functools.lru_cache(1024)
def _separator(run: str, blank: bool) -> str:
    """What a run of blanks and marks becomes: a blank line, a line end, a tab between cells, or a blank."""
    if PARAGRAPH in run or run.count(BREAK) > 1:
        return "\n\n"
    if LINE in run or BREAK in run:
        return "\n"
    if CELL in run:
        return "\t"
    return " " if blank or any(character in run for character in " \t\n\r\f") else ""
