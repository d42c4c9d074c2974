"""The words of many texts, numbered once: which texts say something is then found without reading them again.

A text is cut before each blank and around each Chinese character; its pieces, numbered, stand in one long row of
numbers. Where to cut is seen from the two characters alone, so that what is looked for is cut as the texts are: its
pieces between first and last are whole ones, its first may be the end of a word, its last the beginning of one ("ouncil
reso" finds "council resolution"), and the texts found are those that contain it, character for character.

The pieces that fit are found in the list of all different pieces, which is short; their places in the row are known.
It takes 8 bytes for a piece (a word, or a Chinese character), and some five seconds for 50 million characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

import numpy as np

from unanalysis.fold import fold_all

if TYPE_CHECKING:
    Array = np.ndarray[Any, Any]

# Chinese (and Japanese) is written without blanks: radicals to ideographs, compatible ones, those beyond 16 bits.
_HAN = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_END = "\n"  # what no text holds, since every gap of it becomes a blank
_PIECE = re.compile(f"{_END}| ?(?:[{_HAN}]|[^ {_END}{_HAN}]+)")
_AT_ONCE = 200  # texts that are folded together
_RARE = 8  # pieces that stand at fewer than one of so many places are looked up, others found by going through all
_BLOCK = 16_384  # places looked at together: what stands around them stays in the processor's cache


def plain(texts: Sequence[str]) -> list[str]:
    """Texts as they are searched: without capitals, accents, other spellings of one letter, and hyphens at line ends.

    Cyrillic letters stay Cyrillic: "act" does not stand in "участие".

    Examples
    --------
    >>> plain(["Conseil  de\\nSécurité", "安理\\n会"])
    ['conseil de securite', '安理会']
    """
    return [folded.lower.replace("\n", " ").strip(" ") for folded in fold_all(texts, lookalikes=False)]


class Words:
    """An index of texts.

    Parameters
    ----------
    texts
        The texts; they are not kept.

    Examples
    --------
    >>> words = Words(["The Security Council", "Le Conseil de sécurité", "安全理事会"])
    >>> [words.say(phrase).tolist() for phrase in ("SECURITY  coun", "securite", "理事")]
    [[True, False, False], [False, True, False], [False, False, True]]
    """

    def __init__(self, texts: Sequence[str]) -> None:
        from scipy.sparse import csr_array

        number: defaultdict[str, int] = defaultdict(count().__next__)
        end = number[_END]  # stands before, between and behind the texts, so that nothing is found across two
        rows: list[Array] = []
        for first in range(0, len(texts), _AT_ONCE):
            pieces = _PIECE.findall("".join(_END + text for text in plain(texts[first : first + _AT_ONCE])))
            rows.append(np.fromiter(map(number.__getitem__, pieces), dtype=np.int32, count=len(pieces)))
        self._row = np.concatenate([*rows, np.array([end], dtype=np.int32)])
        self._firsts = np.flatnonzero(self._row == end)[:-1] + 1
        # Places by piece: a matrix of one line turned into columns counts them out, faster than sorting does.
        line = (np.arange(len(self._row), dtype=np.int32), self._row, [0, len(self._row)])
        columns = csr_array(line, shape=(1, len(number))).tocsc()
        self._places, self._bounds = columns.data, columns.indptr
        self._list = _END + _END.join(number) + _END
        self._starts = np.cumsum([1, *(len(piece) + 1 for piece in number)])[:-1]

    def say(self, phrase: str) -> Array:
        """Which texts contain a phrase, both as `plain` has them: a mask. None contain what folds to nothing."""
        pieces = _PIECE.findall(plain([phrase])[0])
        if not pieces or not len(self._firsts):
            return np.zeros(len(self._firsts), dtype=bool)
        before, behind = [""] + [_END] * (len(pieces) - 1), [_END] * (len(pieces) - 1) + [""]
        fitting = [self._fitting("".join(each)) for each in zip(before, pieces, behind, strict=True)]
        often = [int((self._bounds[numbers + 1] - self._bounds[numbers]).sum()) for numbers in fitting]
        rarest = int(np.argmin(often))
        others = sorted((other for other in range(len(pieces)) if other != rarest), key=often.__getitem__)
        beside = [(other - rarest, self._mask(fitting[other])) for other in others]
        found, said = self._at(fitting[rarest], often[rarest]), np.zeros(len(self._row), dtype=bool)
        for first in range(0, len(found), _BLOCK):
            places = found[first : first + _BLOCK]
            for step, fits in beside:  # the row begins and ends with an end, which fits nothing
                places = places[fits[self._row.take(places + step, mode="clip")]]
            said[places] = True
        mask: Array = np.logical_or.reduceat(said, self._firsts)
        return mask

    def _fitting(self, pattern: str) -> Array:
        """The numbers of the pieces that contain some characters, `_END` standing for either end of a piece."""
        at = [match.start() for match in re.finditer(re.escape(pattern), self._list)]
        numbers = self._starts.searchsorted(np.array(at, dtype=np.int64) + pattern.startswith(_END), side="right") - 1
        kept: Array = numbers[np.diff(numbers, prepend=-1) != 0]
        return kept

    def _mask(self, numbers: Array) -> Array:
        mask = np.zeros(len(self._starts), dtype=bool)
        mask[numbers] = True
        return mask

    def _at(self, numbers: Array, often: int) -> Array:
        """The places in the row where one of the pieces stands."""
        if _RARE * often > len(self._row):
            return np.flatnonzero(self._mask(numbers)[self._row])
        starts, sizes = self._bounds[numbers], self._bounds[numbers + 1] - self._bounds[numbers]
        within = np.arange(often) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        places: Array = self._places[np.repeat(starts, sizes) + within]
        return places
