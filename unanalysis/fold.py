"""Text as it is compared: one shape for each letter, one blank for each gap, and the way back to the characters.

Documents spell one name in many ways: capitals, accents dropped, a line end in the middle, no-break hyphens, tatweel,
Cyrillic letters typed for Latin ones, Arabic letters stored as the shapes that a printer joins, traditional characters,
asterisks of a footnote or of Markdown. `fold` removes these differences and remembers where every character came from,
so that whatever is found in the folded text is reported in the offsets of the original. It works on arrays of code
points, since every character of every letter passes through it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]

# Letters of Cyrillic that look like a Latin one, in either case: they are typed for one another in symbols (А/76/20).
_CYRILLIC = "авекмнорстухіјѕ"
_LATIN = "abekmhopctyxijs"
_MARKS = "*_\\"  # of Markdown, and asterisks of footnotes
_INVISIBLE = (
    *(0x00AD, 0x061C, 0x0640, 0x0670, 0xFEFF, *map(ord, _MARKS)),
    *(*range(0x0300, 0x0370), *range(0x064B, 0x0653), *range(0x200B, 0x2010)),
    *(*range(0x202A, 0x202F), *range(0x2060, 0x206A), *range(0xFE00, 0xFE10)),
)
_JOINED = (*range(0xFB50, 0xFBB2), *range(0xFE80, 0xFEFD))  # shapes of Arabic letters within a word, as old files have
_LAM_ALEF = (0xFEF5, 0xFEFC)  # of them those that are two letters
_ALEF = ord("ا")
_SPACE, _LINE, _HYPHEN, _QUOTE, _HAN = 0x20, 0x0A, 0x2D, 0x3E, 0x2E80
_BORDER_CODE = 1  # what parts the texts that are folded together: a character that stays itself
_BORDER = chr(_BORDER_CODE)


@cache
def _table(lookalikes: bool) -> Codes:
    """What each code point becomes: itself, its plain shape, a blank, or nothing (0)."""
    table = np.arange(0x110000, dtype=np.uint32)

    def become(characters: str, shapes: str) -> None:
        table[[ord(c) for c in characters]] = [ord(c) for c in shapes.ljust(len(characters), shapes[-1])]

    if lookalikes:
        become(_CYRILLIC + _CYRILLIC.upper(), _LATIN + _LATIN.upper())
    for code in (*range(0x00C0, 0x0250), *range(0x0400, 0x0460), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code) and chr(code) not in "йЙ":
            table[code] = table[ord(base)]
    for zero in (0x0660, 0x06F0):
        table[zero : zero + 10] = range(ord("0"), ord("9") + 1)
    table[0xFF01:0xFF5F] -= 0xFEE0  # full-width forms of the Chinese page
    become("øØłŁı", "oOlLi")
    become("أإآٱىیک", "ااااييك")
    for code in _JOINED:  # لا becomes its first letter here, see `_parted`
        table[code] = table[ord(unicodedata.normalize("NFKC", chr(code))[0])]
    become("\t\r\v\f\x85\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
    become("\u2028\u2029", "\n")
    become("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufffe", "-")
    become("\u2018\u2019\u201b\u02bc\u00b4`", "'")
    become("\u201c\u201d\u201e\u00ab\u00bb", '"')
    for line in (Path(__file__).parent / "lexicon" / "traditional.txt").read_text("utf-8").split():
        table[ord(line[0])] = ord(line[1])
    table[list(_INVISIBLE)] = 0
    table.flags.writeable = False
    return table


class Folded:
    """A folded text: `plain` keeps capitals, `lower` does not, both of one length; `raw(i)` is the offset of origin.

    A blank line is kept as one "\n", every other gap is one blank.
    """

    __slots__ = ("_origin", "lower", "plain")

    def __init__(self, plain: str, lower: str, origin: NDArray[np.int64]) -> None:
        self.plain, self.lower = plain, lower
        self._origin = origin.data  # an item of it is an int at once, which is what spans are made of

    def raw(self, offset: int) -> int:
        """The offset in the original of the character at `offset` of the folded text."""
        return self._origin[offset]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the original from which `plain[start:end]` came, without a gap behind it."""
        origin = self._origin
        return origin[start], origin[end - 1] + 1 if end > start else origin[start]

    def joined(self, gap: int) -> Folded:
        """The same text with a blank in the place of the blank line at `gap`."""
        plain, lower = (f"{text[:gap]} {text[gap + 1 :]}" for text in (self.plain, self.lower))
        return Folded(plain, lower, np.asarray(self._origin))

    def part(self, start: int, end: int) -> Folded:
        """The text between two offsets of it, as a text of its own."""
        return Folded(self.plain[start:end], self.lower[start:end], np.asarray(self._origin)[start : end + 1])

    def at(self, offset: int) -> int:
        """The offset in the folded text of the character at `offset` of the original, or of the next that is kept."""
        return bisect_left(self._origin, offset)

    def at_all(self, offsets: list[int]) -> list[int]:
        """`at` of many offsets at once."""
        found: list[int] = np.asarray(self._origin).searchsorted(offsets).tolist()
        return found


def fold(text: str) -> Folded:
    """Fold a text.

    Examples
    --------
    >>> folded = fold("Conseil  de Sécurité")
    >>> folded.lower
    'conseil de securite'
    >>> folded.span(11, 19)
    (12, 20)
    """
    return fold_all([text])[0]


def fold_all(texts: Sequence[str], *, lookalikes: bool = True) -> list[Folded]:
    """Fold many texts in one go: the arrays cost the same for one letter as for fifty.

    Without `lookalikes`, Cyrillic letters do not become the Latin ones that they look like.
    """
    joined = _BORDER.join(texts) + _BORDER
    if " )" in joined or "\n)" in joined:
        joined = _BORDER.join(map(_unturned, texts)) + _BORDER
    stored = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    codes = _table(lookalikes)[stored]
    origin = np.flatnonzero(codes)
    codes, origin = _parted(codes[origin], origin, stored)
    codes, kept = _close_gaps(codes)
    origin = origin[kept]
    plain = codes.tobytes().decode("utf-32-le", "surrogatepass")
    lower = plain.lower()
    if len(lower) != len(plain):  # a few letters have no lower case of one character
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in plain)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    cuts = origin.searchsorted(starts).tolist()
    return [
        Folded(plain[cut : end - 1], lower[cut : end - 1], origin[cut:end] - start)
        for start, cut, end in zip(starts, cuts, cuts[1:], strict=False)
    ]


_OPENS, _TURNED = re.compile(r"(?<!\S)\((?=\S)"), re.compile(r"(?<!\S)\)(?=\S)")
_ARABIC = re.compile("[\u0620-\u064a\ufe80-\ufefc]")
_TURN = str.maketrans("()", ")(")


def _unturned(text: str) -> str:
    """The text with the brackets of Arabic files of the nineties turned back: ")توقيع(" as it was seen."""
    if not _ARABIC.search(text):
        return text
    return text.translate(_TURN) if len(_TURNED.findall(text)) > len(_OPENS.findall(text)) else text


def _parted(codes: Codes, origin: NDArray[np.int64], stored: Codes) -> tuple[Codes, NDArray[np.int64]]:
    """Make two letters of each Arabic character that is two: both came from it."""
    if stored.max() < _LAM_ALEF[0]:
        return codes, origin
    double = (stored >= _LAM_ALEF[0]) & (stored <= _LAM_ALEF[1])
    if not double.any():
        return codes, origin
    times = 1 + double[origin]
    second = (np.cumsum(times) - 1)[times == 2]
    codes = np.repeat(codes, times)
    codes[second] = _ALEF
    return codes, np.repeat(origin, times)


def _is_capital(codes: Codes) -> NDArray[np.bool_]:
    """Which code points are capitals, of the Latin alphabet without accents or of the Cyrillic one."""
    return ((codes >= ord("A")) & (codes <= ord("Z"))) | ((codes >= 0x0410) & (codes < 0x0430))


def _is_letter(codes: Codes) -> NDArray[np.bool_]:
    return _is_capital(codes) | ((codes >= ord("a")) & (codes <= ord("z"))) | ((codes >= 0x0430) & (codes < 0x0450))


def as_read(text: str) -> str:
    """A stretch of an original as it is read: without the marks of Markdown, each gap one blank.

    Examples
    --------
    >>> as_read("J\\\\. K\\\\. **Mbewe**")
    'J. K. Mbewe'
    """
    return " ".join(text.translate(dict.fromkeys(map(ord, _MARKS))).split())


def any_of(names: Iterable[str], behind: str = "") -> str:
    """A pattern for any of some words as they are in `Folded.lower`, the longest first; `(?!)` where there are none.

    `behind` is what must follow a word that ends in a letter or a digit.
    """
    folded = sorted({each.lower for each in fold_all(list(names))}, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) + behind * name[-1:].isalnum() for name in folded) or "(?!)"


def _close_gaps(codes: Codes) -> tuple[Codes, NDArray[np.int64]]:
    """Make one character of every run of blanks and line ends; join words that a hyphen parts at a line end."""
    line = codes == _LINE
    blank = line | (codes == _SPACE)
    for mark in np.flatnonzero(codes == _QUOTE):  # "> " that begins a quoted line is part of the gap
        before = mark - 1
        while before >= 0 and codes[before] == _SPACE:
            before -= 1
        if before < 0 or codes[before] in (_LINE, _BORDER_CODE) or (codes[before] == _QUOTE and blank[before]):
            blank[mark] = True
    blanks = np.flatnonzero(blank)
    if not len(blanks):
        return codes, np.arange(len(codes))
    first = np.append(True, blanks[1:] != blanks[:-1] + 1)
    runs = np.flatnonzero(first)
    starts, ends = blanks[runs], np.append(blanks[runs[1:] - 1], blanks[-1]) + 1
    breaks = np.add.reduceat(line[blanks], runs, dtype=np.int64)
    codes[starts] = np.where(breaks > 1, _LINE, _SPACE)
    keep = np.ones(len(codes), dtype=bool)
    keep[blanks[~first]] = False
    inner = (breaks == 1) & (starts > 1) & (codes[ends] != _BORDER_CODE)
    left, right = codes[starts - 1], codes[ends]
    # "Secretary- General": a line end was lost, or a blank line added.
    parted = (breaks != 1) & (starts > 1) & (left == _HYPHEN) & _is_capital(right)
    keep[starts[parted & _is_letter(codes[starts - 2])]] = False
    inner &= (left == _HYPHEN) | ((left >= _HAN) & (right >= _HAN))
    for gap, after in zip(starts[inner].tolist(), ends[inner].tolist(), strict=True):
        if codes[gap - 1] != _HYPHEN:  # Chinese words go on from line to line
            keep[gap] = False
        elif chr(codes[gap - 2]).isalnum():
            keep[gap] = False
            if chr(codes[gap - 2]).isalpha() and chr(codes[after]).islower():  # "Perma-/nent", but "Etats-/Unis"
                keep[gap - 1] = False
    kept = np.flatnonzero(keep)
    return codes[kept], kept
