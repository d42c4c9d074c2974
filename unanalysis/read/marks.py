"""Marks in a tree that become lines and spans in its text.

Walking a tree in Python to gather its text is slow. Instead a stylesheet says of which elements the text has marks
around it, libxslt writes it all at once, and one expression turns the marks into line ends and spans. The few marks
that depend on more than the element are put into the tree before.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from unanalysis.read.encoding import is_clean

if TYPE_CHECKING:
    from lxml.etree import XSLT, _Element

# Noncharacters, which no text may hold. All marks begin with the same one, for which a text is searched in no time.
_FIRST, BLANK, *_KINDS = map(chr, range(0xFDD0, 0xFDDB))
PARAGRAPH, LINE, BREAK, CELL, OPEN, CLOSE, LINK, LINKED, JOIN = (_FIRST + kind for kind in _KINDS)
_RUN = re.compile(f"({_FIRST}.(?: ?{_FIRST}.)* ?)")
_TO_BLANK, _BLANKS = bytes.maketrans(b"\t\n\v\f\r", b"     "), re.compile(b"  +")
_SPANS = re.compile(f"{_FIRST}([{_KINDS[4]}-{_KINDS[7]}])")
# What libxml2 may take for the end of the text, and what would pass for a mark, be it written as a number.
_UNWANTED = re.compile(
    "[\x00\ufdd0-\ufddf\ufffe\uffff]|&#0*(?:[xX]0*[fF][dD][dD][0-9a-fA-F]|649(?:7[6-9]|8[0-9]|9[01]));?"
)
_NONCHARACTERS = re.compile(rb"\xef(?:\xb7[\x90-\x9f]|\xbf[\xbe\xbf])")
_REFERENCES = re.compile(rb"&#[0xX]*(?:[fF][dD][dD]|649)")

Span = tuple[int, int]
T = TypeVar("T")


def parsable(data: bytes) -> bytes:
    """UTF-8 as libxml2 can take it: without what it takes for the end, or we for a mark."""
    # Nearly no text has any of them, which is soonest seen in its bytes.
    if b"\x00" in data or _NONCHARACTERS.search(data) or (b"&#" in data and _REFERENCES.search(data)):
        return _UNWANTED.sub("", data.decode()).encode()
    return data


def surround(element: _Element, before: str, after: str) -> None:
    """Put one mark before all that an element holds, and one behind it."""
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + after
    else:
        element.text += after


def stylesheet(*rules: tuple[str, str, str], namespace: str = "") -> XSLT:
    """What writes the text of a tree with marks in it.

    Parameters
    ----------
    rules
        Each a pattern of XSLT that elements match, and the marks that stand before and behind their text. Of two that
        match the same element, the later counts.
    namespace
        What the prefix "n" stands for in the patterns.
    """
    from xml.sax.saxutils import quoteattr

    from lxml import etree

    templates = (
        f'<xsl:template match="{pattern}" priority="{place}">{before}<xsl:apply-templates/>{after}</xsl:template>'
        for place, (pattern, before, after) in enumerate(rules)
    )
    return etree.XSLT(
        etree.fromstring(
            '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
            f"{f' xmlns:n={quoteattr(namespace)}' if namespace else ''}>"
            f'<xsl:output method="text" encoding="utf-8"/>{"".join(templates)}</xsl:stylesheet>'
        )
    )


class Marked(NamedTuple, Generic[T]):
    """The text of a marked tree.

    Attributes
    ----------
    text
        The text, with its white space set by the marks alone.
    furniture
        The spans between OPEN and CLOSE.
    links
        The values, with the spans between LINK and LINKED.
    clean
        Whether the text is known to hold no control characters.
    """

    text: str
    furniture: list[Span]
    links: list[tuple[T, Span]]
    clean: bool


def marked_text(root: _Element, style: XSLT, values: Sequence[T]) -> Marked[T]:
    """The text of a tree.

    Parameters
    ----------
    root
        A tree, perhaps with marks in it.
    style
        The `stylesheet` that writes its text with more of them.
    values
        One value for each pair of LINK and LINKED, in the order in which they begin.
    """
    marked = bytes(style(root))
    return Marked(*_unmark(marked, values), is_clean(marked))


def _unmark(marked: bytes, values: Sequence[T]) -> tuple[str, list[Span], list[tuple[T, Span]]]:
    # Texts and the runs of marks between them, in turn.
    parts = _RUN.split(_BLANKS.sub(b" ", marked.translate(_TO_BLANK)).strip(b" ").decode())
    texts, runs = parts[::2], parts[1::2]
    separators = list(map(_separator, runs))
    # A blank before a run is none, unless the run sets no white space.
    parts[:-1:2] = [text.rstrip(" ") if separator else text for text, separator in zip(texts, separators, strict=False)]
    if runs:
        separators[0] = separators[0] if texts[0] else ""
        separators[-1] = separators[-1] if texts[-1] else ""
    parts[1::2] = separators
    furniture, links = _found_spans(list(accumulate(map(len, parts))), list(map(_span_marks, runs)), values)
    return "".join(parts).replace(BLANK, " "), furniture, links


def _found_spans(
    ends: Sequence[int], marks: Sequence[str], values: Sequence[T]
) -> tuple[list[Span], list[tuple[T, Span]]]:
    """What lies between OPEN and CLOSE, and between LINK and LINKED.

    `ends` are those of texts and the white space between them, in turn; `marks` what stands in the latter.
    """
    furniture: list[Span] = []
    links: list[tuple[T, Span]] = []
    opened: list[int] = []
    linking: list[tuple[T, int]] = []
    upcoming = iter(values)
    for number in [number for number, kinds in enumerate(marks) if kinds]:
        before, after = ends[2 * number], ends[2 * number + 1]
        for kind in marks[number]:
            if kind == OPEN[1]:
                opened.append(after)
            elif kind == CLOSE[1] and opened:
                furniture.append((opened.pop(), before))
            elif kind == LINK[1]:
                linking.append((next(upcoming), after))
            elif kind == LINKED[1]:
                value, start = linking.pop()
                links.append((value, (start, max(start, before))))
    return furniture, links


@functools.lru_cache(1024)
def _span_marks(run: str) -> str:
    """The kinds of marks in a run that begin and end spans."""
    return "".join(_SPANS.findall(run))


@functools.lru_cache(1024)
def _separator(run: str) -> str:
    """What a run of marks becomes: a blank line, a line end, a tab between cells, a blank, or nothing."""
    if PARAGRAPH in run or run.count(BREAK) > 1:
        return "\n\n"
    if (LINE in run or BREAK in run) and JOIN not in run:
        return "\n"
    if CELL in run:
        return "\t"
    return " " if " " in run else ""
