"""The same file twice, and nearly the same text twice: said in problems, nothing is dropped.

Nearly the same is measured by the share of common runs of four words, estimated from MinHash signatures (Broder 1997,
with one permutation: Li, Owen and Zhang 2012) and looked up in bands, so that the time grows with the number of
texts, not with its square.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, cast

from unanalysis.types import Problem, Source

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Signature = NDArray[np.uint64]

_RUN = 4
_SLOTS = 128
_BANDS = 32
# Share of common runs from which texts are called nearly the same.
SIMILAR = 0.8
# Texts of fewer words are formulas; that two are alike means nothing.
_FEW = 30
_EMPTY = 2**32 - 1
# Numbers that spread: 2^64 over the golden ratio, and the constant of MurmurHash3's last step.
_GOLDEN, _MURMUR = 0x9E3779B97F4A7C15, 0xFF51AFD7ED558CCD
# How much text is looked at together (characters), and how many documents.
_PIECE = 2**16
_BATCH = 64


def mark_duplicates(sources: Iterable[Source]) -> Iterator[Source]:
    """Pass sources on; one that repeats an earlier one gets a problem that names it.

    Yields
    ------
    Source
        Each source, in the same order: with a warning where its bytes, or its words, are those of an earlier one,
        with a note where nearly all of its words are.
    """
    seen: dict[str, str] = {}
    index: dict[int, int] = {}
    signed: list[tuple[str, Signature]] = []
    for source, signature, bands in chain.from_iterable(map(_signed, _batches(sources))):
        if not source.text:
            yield source
            continue
        if first := seen.get(source.sha256):
            yield _with(source, "warning", f"The same file as {first!r}. Hint: remove one of them, or it counts twice.")
            continue
        seen[source.sha256] = source.path
        if signature is None:
            yield source
            continue
        number = len(signed)
        candidates = {index.setdefault(band, number) for band in bands} - {number}
        alike = [(_likeness(signature, signed[place][1]), -place) for place in candidates]
        likeness, place = max(alike, default=(0.0, 0))
        signed.append((source.path, signature))
        if likeness >= SIMILAR:
            twin = signed[-place][0]
            if likeness == 1:
                source = _with(source, "warning", f"The same words as {twin!r}. Hint: remove one, or it counts twice.")
            else:
                source = _with(source, "note", f"Some {likeness:.0%} of the words are those of {twin!r}.")
        yield source


def _batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Sources by the piece: numpy takes as long to call for one letter as for many."""
    batch: list[Source] = []
    length = 0
    for source in sources:
        length += len(source.text) + 1
        if batch and (length > _PIECE or len(batch) == _BATCH):
            yield batch
            batch, length = [], len(source.text) + 1
        batch.append(source)
    if batch:
        yield batch


def _without_furniture(source: Source) -> str:
    pieces = []
    done = 0
    for start, end in source.furniture:
        pieces.append(source.text[done:start])
        done = end
    return " ".join((*pieces, source.text[done:]))


def _signed(batch: Sequence[Source]) -> Iterator[tuple[Source, Signature | None, list[int]]]:
    """Each source with its signature, which is the least hash of its runs of words in each of the slots, and the bands.

    Two texts that agree in one of the bands may be alike. A text too short to say anything has no signature.
    """
    import numpy as np

    texts = list(map(_without_furniture, batch))
    words, places = _words("\n".join(texts))
    owners = np.searchsorted(np.cumsum([len(text) + 1 for text in texts]), places, side="right")
    count = max(0, len(words) - _RUN + 1)
    runs = words[:count]
    for ahead in range(1, _RUN):
        runs = runs * np.uint64(_GOLDEN) + words[ahead : ahead + count]
    runs = _mixed(runs)
    slots = owners[:count] * _SLOTS + (runs % np.uint64(_SLOTS)).astype(np.intp)
    is_of_one_text = owners[:count] == owners[_RUN - 1 :]
    least = np.full(len(texts) * _SLOTS, _EMPTY, dtype=np.uint64)
    np.minimum.at(least, slots[is_of_one_text], runs[is_of_one_text] >> np.uint64(32))
    signatures = least.reshape(len(texts), _SLOTS)
    lengths = np.bincount(owners, minlength=len(texts)).tolist()
    for source, signature, bands, length in zip(batch, signatures, _bands(signatures), lengths, strict=True):
        yield source, signature if length >= _FEW else None, bands


def _words(text: str) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """A number for each word of a text, without regard to case, and where the words begin.

    The same word always has the same number: the sum of the numbers of its characters, each times a power that grows
    with its place, over the power of the place at which the word begins. So all words are added up at once.
    """
    import numpy as np

    kinds, values = _characters()
    powers, inverse = _powers()
    words, places = [], []
    for first in range(0, len(text), _PIECE):
        # What stands beyond the first 2^16 characters of Unicode is no word here: pictures, and letters hardly met.
        codes = np.frombuffer(text[first : first + _PIECE].encode("utf-32-le", "surrogatepass"), dtype="<u4")
        codes = np.minimum(codes, np.uint32(0xFFFF))
        kind = kinds.take(codes)
        begins = kind == _CHINESE
        begins[0] = True
        begins[1:] |= kind[1:] != kind[:-1]
        begins &= kind != _NO_WORD
        starts = np.flatnonzero(begins)
        if len(starts):
            words.append(np.add.reduceat(values.take(codes) * powers[: len(codes)], starts) * inverse[starts])
            places.append(starts + first)
    if not words:
        return np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.intp)
    return np.concatenate(words), np.concatenate(places)


_NO_WORD, _WORD, _CHINESE = range(3)


@functools.cache
def _characters() -> tuple[NDArray[np.uint8], NDArray[np.uint64]]:
    """Of each of the first 2^16 characters: what it does in a word, and its number, which is that of its small letter.

    In Chinese, which has no blanks, each character is a word.
    """
    import numpy as np

    every = "".join(map(chr, range(2**16)))
    kinds = np.zeros(2**16, dtype=np.uint8)
    for word in re.finditer(r"\w+", every):
        kinds[word.start() : word.end()] = _WORD
    kinds[0x3400:0xA000] = _CHINESE
    small = np.array([ord(character.casefold()[0]) for character in every], dtype=np.uint64)
    return kinds, np.where(kinds == _NO_WORD, np.uint64(0), _mixed((small + np.uint64(1)) * np.uint64(_GOLDEN)))


@functools.cache
def _powers() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The powers of a number, and those of its inverse modulo 2^64 (every odd number has one)."""
    import numpy as np

    pair = (np.full(_PIECE, base, dtype=np.uint64) for base in (_GOLDEN, pow(_GOLDEN, -1, 2**64)))
    powers, inverse = (np.multiply.accumulate(base) for base in pair)
    return powers, inverse


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The last step of MurmurHash3, after which every bit of a number depends on all of them."""
    import numpy as np

    numbers = numbers ^ (numbers >> np.uint64(33))
    numbers *= np.uint64(_MURMUR)
    numbers ^= numbers >> np.uint64(33)
    return numbers


def _bands(signatures: NDArray[np.uint64]) -> list[list[int]]:
    """A number for each band of each signature."""
    import numpy as np

    numbers = np.arange(_BANDS, dtype=np.uint64)
    for first in range(0, _SLOTS, _BANDS):
        numbers = numbers * np.uint64(_GOLDEN) + signatures[:, first : first + _BANDS]
    return cast("list[list[int]]", numbers.tolist())


def _likeness(one: Signature, other: Signature) -> float:
    import numpy as np

    same = one == other
    both_empty = np.count_nonzero(same & (one == _EMPTY))
    return float((np.count_nonzero(same) - both_empty) / (_SLOTS - both_empty))


def _with(source: Source, severity: str, message: str) -> Source:
    return source._replace(problems=(*source.problems, Problem("read", severity, message)))
