"""The lines of a page to its text: read from above, parted at gaps, joined where only the margin broke them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

# Lines further apart than this many times the usual distance are parted by a blank line.
_GAP = 1.35
# A line longer than this share of the longest one fills the width of the page.
_FULL = 0.8
_WIDE = re.compile("[\u3000-\u9fff\uff00-\uffef]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
# A column of fewer letters than this holds a list or a masthead, of which every line stands for itself.
_NARROW = 30
# A row of a table is wider than its letters by this factor.
_LOOSE = 1.4
# What stands together at the beginning of a line; Chinese may break behind every character.
_FIRST_WORD = re.compile(r"[\u3000-\u9fff]|[^\s\u3000-\u9fff]+")


@dataclass(slots=True)
class Line:
    """One line of a page: its text and where it stands (points from the lower left corner).

    Where a hyphen joins two lines of the page, `left`, `top` and `base` are those of the first, the others those of the
    second.
    """

    text: str
    left: float
    right: float
    top: float
    base: float
    bottom: float


def page_text(lines: Sequence[Line]) -> str:
    """The text of a page of which the lines are given as they were drawn."""
    return _paragraphs([line for block in _in_reading_order(_blocks(lines)) for line in block])


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines in runs that go down the page."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and line.bottom <= blocks[-1][-1].top:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _in_reading_order(blocks: list[list[Line]]) -> list[list[Line]]:
    """Blocks from above to below; those that stand beside one another stay as they were drawn.

    A block moves up over those that end below it, as long as it stands wholly above them.
    """
    ordered: list[list[Line]] = []
    for block in blocks:
        place = len(ordered)
        lowest = block[-1].bottom
        while place > 0 and lowest >= ordered[place - 1][0].top:
            place -= 1
        ordered.insert(place, block)
    return ordered


def _paragraphs(lines: Sequence[Line]) -> str:
    """Lines joined: with a blank line where the page has a gap, with a blank where only its margin parted them."""
    steps = [above.bottom - line.base for above, line in pairwise(lines)]
    limit = _GAP * _usual(lines, steps)
    margin, letter = _margin(lines)
    pieces = [lines[0].text] if lines else []
    for step, (above, line) in zip(steps, pairwise(lines), strict=True):
        if not -limit / 2 < step <= limit:
            pieces.append("\n\n")
        elif step > 0 and _goes_on(above, line, margin, letter):
            pieces.append("" if _WIDE.match(above.text[-1]) and _WIDE.match(line.text) else " ")
        else:
            pieces.append("\n")
        pieces.append(line.text)
    return "".join(pieces)


def _margin(lines: Sequence[Line]) -> tuple[float, float]:
    """The right margin, which is where at least three lines end, more or less, and the usual width of a letter."""
    letter = median_low([(line.right - line.left) / len(line.text) for line in lines]) if lines else 0.0
    left = min((line.left for line in lines), default=0.0)
    ends = sorted((line.right for line in lines if line.right - left > _NARROW * letter), reverse=True)
    for end, third in zip(ends, ends[2:], strict=False):
        if end - third < 4 * letter:
            return end, letter
    return float("inf"), letter


def _goes_on(above: Line, line: Line, margin: float, letter: float) -> bool:
    """Whether a line had to end where it does: the first word of the next one would not have fitted before the margin.

    A line that begins further to the right than the one above begins a paragraph, one that runs past the margin or has
    wide gaps is the row of a table or a masthead. Of lines from right to left the first character says neither where
    they begin nor where they end.
    """
    if line.left > above.left + 2 * letter or above.right > margin + letter or _RIGHT_TO_LEFT.search(line.text):
        return False
    if above.right - above.left > _LOOSE * letter * len(above.text):
        return False
    word = _FIRST_WORD.match(line.text)
    return above.right + letter * (1 + len(word[0] if word else "")) > margin


def _usual(lines: Sequence[Line], steps: Sequence[float]) -> float:
    """The distance between lines of one paragraph: that below lines which fill the page's width, since those go on.

    Without such lines most distances of a page may be gaps; then it is one of the lesser ones.
    """
    # Chinese fonts may not say how high they are; then all distances count, the great ones too.
    near = [
        (step, len(above.text))
        for step, (above, line) in zip(steps, pairwise(lines), strict=True)
        if 0 < step < 3 * (line.top - line.base)
    ] or [(step, 0) for step in steps if step > 0]
    width = _FULL * max((len(line.text) for line in lines), default=0)
    full = [step for step, length in near if length > width]
    if len(full) > 2:
        return median_low(full)
    return sorted(step for step, _ in near)[len(near) // 4] if near else float("inf")
