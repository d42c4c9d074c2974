"""Page furniture in plain text: where pages begin, and the lines that stand at the edge of page after page.

A running header ("A/47/60  S/23329  English  Page 2") or a page number ("2/16") is the same line on every page but for
the number of the page. So the lines at the edges of pages are compared; nothing needs to be known of what they say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

# "Page 2", "- 3 -", "2/16", "/...": a line that numbers a page, in the six languages.
_PAGE_NUMBER = re.compile(
    r"(?im)^[^\S\n]*(?:(?:page|página|pagina|стр\.?|страница|صفحة|第)\s*\d{1,4}(?:\s*(?:/|of|de|sur|из|من)\s*\d{1,4})?\s*页?"
    r"|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}/\d{1,4}|/\.\.\.)[^\S\n]*$"
)
# What stands before the number of a page, in lower case, and what its line may end in.
_PAGE_WORDS = ("page", "página", "стр.", "страница", "صفحة")
_LAST_NUMBER = re.compile(r"(\d{1,4})\s*\Z")
_DIGITS_AND_BLANKS = "0123456789 \t\xa0"
# The end of a line that may number a page: behind digits and blanks, and those (as far as eight characters tell) behind
# the last letter of such a word. It looks back from the line end, for which a text is searched in no time.
_LAST_LETTERS = "".join({letter for word in _PAGE_WORDS for letter in (word[-1], word[-1].upper())})
_NUMBERED = re.compile(
    f"\n(?<=[{_DIGITS_AND_BLANKS}]\n)"
    + "".join(f"(?<![^{_LAST_LETTERS}{_DIGITS_AND_BLANKS}][{_DIGITS_AND_BLANKS}]{{{run}}}\n)" for run in range(1, 9))
)
_NUMBER = re.compile(r"\d{1,4}")
_LINE = re.compile(r"[^\n\f]+")

# How many lines from the edge of a page a header or footer may be.
_EDGE = 4


def page_starts(text: str) -> tuple[int, ...]:
    """Offsets at which the pages of a plain text begin: after form feeds, else at headers that number the pages.

    Headers count only where they number on ("Page 2", "Page 3" …); a lone "Page 2" proves nothing. A text without pages
    gives an empty tuple.

    Examples
    --------
    >>> page_starts("first page\\fsecond page")
    (0, 11)
    """
    if "\f" in text:
        last = len(text.rstrip())
        return tuple(start for start in (0, *(match.end() for match in re.finditer("\f", text))) if start < last)
    found: list[tuple[int, int]] = []
    ends = [match.start() for match in _NUMBERED.finditer(text)]
    for end in ends if text.endswith("\n") else [*ends, len(text)]:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if line.rstrip(_DIGITS_AND_BLANKS)[-8:].lower().endswith(_PAGE_WORDS) and (number := _LAST_NUMBER.search(line)):
            found.append((start, int(number[1])))
    if len(found) < 2 or any(after != before + 1 for (_, before), (_, after) in pairwise(found)):
        return ()
    starts = tuple(start for start, _ in found)
    return (0, *starts) if found[0][1] == 2 else starts


def repeated_lines(text: str, starts: Sequence[int]) -> list[tuple[int, int]]:
    """Spans of the running headers, footers and page numbers of a text whose pages are known.

    Parameters
    ----------
    text
        The text.
    starts
        Offsets at which its pages begin, as from `page_starts` or a PDF.

    Returns
    -------
    list of tuple
        Spans of whole lines: those at the edge of a page that number it, or that stand (but for the number of the
        page) at the edge of at least half of the pages and of two. The head of the first page is the masthead, and no
        furniture.
    """
    if not starts:
        return []
    ends = [*starts[1:], len(text)]
    edges = [_edge_lines(text, start, end) for start, end in zip(starts, ends, strict=True)]
    seen: Counter[str] = Counter()
    for page, edge in enumerate(edges, 1):
        seen.update(set().union(*(_keys(text, line, page) for line in edge)))
    needed = max(2, len(starts) / 2)
    found = []
    for page, edge in enumerate(edges, 1):
        for place, line in enumerate(edge):
            is_outermost = place in (0, len(edge) - 1)
            numbers_page = _PAGE_NUMBER.fullmatch(text, line[0], line[1]) is not None or (
                is_outermost and text[line[0] : line[1]].strip() == str(page)
            )
            # The symbol in the masthead is the running header of the pages that follow, and no furniture itself.
            masthead = page == 1 and place < _EDGE
            if numbers_page or (not masthead and any(seen[key] >= needed for key in _keys(text, line, page))):
                found.append(line)
    return found


def _edge_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the first and last lines of a page that hold anything."""
    lines = [match.span() for match in _LINE.finditer(text, start, end) if not match[0].isspace()]
    return lines if len(lines) <= 2 * _EDGE else lines[:_EDGE] + lines[-_EDGE:]


def _keys(text: str, line: tuple[int, int], page: int) -> set[str]:
    """What a line is compared by: itself without blanks, and with its first or last number counted from the page on.

    "English Page 2" on the second page and "English Page 3" on the third are one line. "Annex 1" on the second page and
    "Annex 2" on the third are not: a page's printed number is never below its place in the file.
    """
    exact = "".join(text[line[0] : line[1]].split())
    keys = {exact}
    numbers = list(_NUMBER.finditer(exact))
    for number in numbers[:1] + numbers[-1:]:
        if (ahead := int(number[0]) - page) >= 0:
            keys.add(f"{exact[: number.start()]}<page+{ahead}>{exact[number.end() :]}")
    return keys
