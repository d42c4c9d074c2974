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
# The text is taken apart as UTF-8, where every mark but BLANK is one of these.
_MARK = rb"\xef\xb7[\x90-\x93\x95-\x98]"
_RUN = re.compile(rb"(%b(?: ?%b)* ?)" % (_MARK, _MARK))
_ENDS = tuple(mark.encode() for mark in (PARAGRAPH, LINE, BREAK, CELL))
_SPANS = tuple(mark.encode() for mark in (OPEN, CLOSE, LINK, LINKED))
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

    return _unmark(etree.tostring(root, method="text", encoding="utf-8", with_tail=False), values)


def _unmark(marked: bytes, values: Sequence[str]) -> tuple[str, list[Span], list[tuple[str, Span]]]:
    # Texts and the runs of marks between them, in turn; a blank before a run is none, unless that sets no white space.
    parts = _RUN.split(b" ".join(marked.split()))
    texts, runs = parts[::2], parts[1::2]
    separators = list(map(_separator, runs))
    if runs:
        separators[0] = separators[0] if texts[0] else b""
        separators[-1] = separators[-1] if texts[-1] else b""
    parts[::2] = [*map(bytes.rstrip, texts[:-1]), texts[-1]]
    parts[1::2] = separators
    # Most runs set nothing but white space, and need no look at each of them.
    spanning = {run for run in set(runs) if any(mark in run for mark in _SPANS)}
    spans = [number for number, run in enumerate(runs) if run in spanning]
    for number in spans:
        if not separators[number]:
            parts[2 * number] = texts[number]
    furniture, links = _found_spans(parts, runs, spans, values)
    return b"".join(parts).decode().replace(BLANK, " "), furniture, links


def _found_spans(
    parts: Sequence[bytes], runs: Sequence[bytes], spans: Sequence[int], values: Sequence[str]
) -> tuple[list[Span], list[tuple[str, Span]]]:
    """What lies between OPEN and CLOSE, and between LINK and LINKED."""
    furniture: list[Span] = []
    links: list[tuple[str, Span]] = []
    opened: list[int] = []
    link = length = done = 0
    for number in spans:
        before = length + len(b"".join(parts[done : 2 * number + 1]).decode())
        length = before + len(parts[2 * number + 1])
        done = 2 * number + 2
        for character in runs[number].decode():
            if character == OPEN:
                opened.append(length)
            elif character == CLOSE and opened:
                furniture.append((opened.pop(), before))
            elif character == LINK:
                link = length
            elif character == LINKED and len(links) < len(values):
                links.append((values[len(links)], (link, max(link, before))))
    return furniture, links


@functools.lru_cache(1024)
def _separator(run: bytes) -> bytes:
    """What a run of marks becomes: a blank line, a line end, a tab between cells, a blank, or nothing."""
    paragraph, line, line_break, cell = _ENDS
    if paragraph in run or run.count(line_break) > 1:
        return b"\n\n"
    if line in run or line_break in run:
        return b"\n"
    if cell in run:
        return b"\t"
    return b" " if b" " in run else b""
