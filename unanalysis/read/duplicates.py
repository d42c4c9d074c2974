"""The same file twice, and nearly the same text twice: said in problems, nothing is dropped.

Nearly the same is measured by the share of common runs of four words, estimated from MinHash signatures (Broder 1997,
with one permutation: Li, Owen and Zhang 2012) and looked up in bands, so that the time grows with the number of
texts, not with its square.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from zlib import crc32

from unanalysis.types import Problem, Source

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Signature = NDArray[np.uint64]

_WORD = re.compile(r"\w+")
# In Chinese, which has no blanks, each character is a word.
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_WORD_OR_CHARACTER = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
_RUN = 4
_SLOTS = 128
_BANDS = 32
# Share of common runs from which texts are called nearly the same.
SIMILAR = 0.8
# Texts of fewer words are formulas; that two are alike means nothing.
_FEW = 30
_EMPTY = 2**32 - 1


def mark_duplicates(sources: Iterable[Source]) -> Iterator[Source]:
    """Pass sources on; one that repeats an earlier one gets a problem that names it.

    Yields
    ------
    Source
        Each source, in the same order: with a warning where its bytes, or its words, are those of an earlier one,
        with a note where nearly all of its words are.
    """
    seen: dict[str, str] = {}
    index: dict[tuple[int, bytes], int] = {}
    signatures: list[tuple[str, Signature]] = []
    for source in sources:
        if not source.text:
            yield source
            continue
        if first := seen.get(source.sha256):
            yield _with(source, "warning", f"The same file as {first!r}. Hint: remove one of them, or it counts twice.")
            continue
        seen[source.sha256] = source.path
        signature = _signature(_without_furniture(source))
        if signature is None:
            yield source
            continue
        slots = signature.tobytes()
        width = len(slots) // _BANDS
        bands = [(band, slots[band * width : (band + 1) * width]) for band in range(_BANDS)]
        candidates = sorted({index[band] for band in bands if band in index})
        alike = [(_likeness(signature, signatures[place][1]), -place) for place in candidates]
        likeness, place = max(alike, default=(0.0, 0))
        if likeness >= SIMILAR:
            twin = signatures[-place][0]
            if likeness == 1:
                source = _with(source, "warning", f"The same words as {twin!r}. Hint: remove one, or it counts twice.")
            else:
                source = _with(source, "note", f"Some {likeness:.0%} of the words are those of {twin!r}.")
        for band in bands:
            index.setdefault(band, len(signatures))
        signatures.append((source.path, signature))
        yield source


def _without_furniture(source: Source) -> str:
    pieces = []
    done = 0
    for start, end in source.furniture:
        pieces.append(source.text[done:start])
        done = end
    return " ".join((*pieces, source.text[done:]))


def _signature(text: str) -> Signature | None:
    """The least hash of the runs of words in each of the slots; None for a text too short to say anything."""
    import numpy as np

    words = (_WORD_OR_CHARACTER if _CHINESE.search(text) else _WORD).findall(text.casefold())
    if len(words) < _FEW:
        return None
    hashes = np.fromiter(map(_word_hash, words), np.uint64, len(words))
    runs = hashes[: len(words) - _RUN + 1].copy()
    for ahead in range(1, _RUN):
        runs = runs * np.uint64(0x9E3779B97F4A7C15) + hashes[ahead : len(words) - _RUN + 1 + ahead]
    # The finishing step of MurmurHash3, so that all bits of the run count in both slot and value.
    runs ^= runs >> np.uint64(33)
    runs *= np.uint64(0xFF51AFD7ED558CCD)
    runs ^= runs >> np.uint64(33)
    least = np.full(_SLOTS, _EMPTY, dtype=np.uint64)
    np.minimum.at(least, (runs % np.uint64(_SLOTS)).astype(np.intp), runs >> np.uint64(32))
    return least


@functools.lru_cache(2**17)
def _word_hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _likeness(one: Signature, other: Signature) -> float:
    filled = (one != _EMPTY) | (other != _EMPTY)
    return float(((one == other) & filled).sum() / filled.sum())


def _with(source: Source, severity: str, message: str) -> Source:
    return replace(source, problems=(*source.problems, Problem("read", severity, message)))
