"""The texts of many letters, packed so that the page stays small: compressed here, unpacked by the reader's browser."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from unanalysis.report.material import Material
from unanalysis.report.texts import Text, texts

PLAIN = 1_800_000  # bytes of texts that stand in the page as they are, which works without scripts too
CHUNK = 100  # texts that are unpacked at once
#: bytes that packed texts may have: 1,000 letters make a page of less than 3 MB, 10,000 one of less than 15 MB
ROOM, ROOM_FOR_EACH = 1_500_000, 700
_LENGTHS = (None, 40_000, 10_000, 4_000, 1_500)  # characters of a text; what has no room is cut, as the report says


@dataclass(frozen=True)
class Appendix:
    """The texts as articles of HTML, or as packed chunks of such; `length` is where texts are cut, None if none is."""

    articles: Sequence[str] = ()
    chunks: Sequence[str] = ()
    length: int | None = None


def appendix(material: Material, article: Callable[[Text], str], whole: bool = False) -> Appendix:
    """Render the texts; pack them where they would be too much for a page, unless they are wanted whole."""
    room = ROOM + ROOM_FOR_EACH * len(material.numbers)
    packed = Appendix()
    for length in _LENGTHS:
        articles = [article(text) for text in texts(material, length)]
        if whole or (length is None and sum(len(text.encode()) for text in articles) <= PLAIN):
            return Appendix(articles)
        chunks = [pack(articles[start : start + CHUNK]) for start in range(0, len(articles), CHUNK)]
        packed = Appendix(chunks=chunks, length=length)
        if sum(map(len, packed.chunks)) <= room:
            break
    return packed


def pack(articles: Sequence[str]) -> str:
    """Articles as compressed JSON in letters and digits.

    Examples
    --------
    >>> json.loads(zlib.decompress(base64.b64decode(pack(["a", "b"]))))
    ['a', 'b']
    """
    plain = json.dumps(articles, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b64encode(zlib.compress(plain, 9)).decode("ascii")
