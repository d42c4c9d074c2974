"""The text that is a letter's own: that of its span, without the letters annexed to it that stand within."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise

import pandas as pd

Span = tuple[int, int, int]  # start, end, and the number of the letter


def own_texts(letters: pd.DataFrame, documents: pd.DataFrame) -> tuple[list[str], list[int]]:
    """The own texts of all letters, and the number of the letter that each belongs to.

    A letter that goes on behind an annexed one has several; one without a span or a text has none.
    """
    known = documents[["document_id", "text"]].dropna()
    texts = dict(zip(known["document_id"].tolist(), known["text"].tolist(), strict=True))
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    columns = (letters[name].tolist() for name in ("document_id", "start", "end"))
    for number, (document, start, end) in enumerate(zip(*columns, strict=True)):
        if document in texts and start is not pd.NA and end is not pd.NA:
            spans[document].append((start, end, number))
    own = [(texts[document][start:end], number) for document in spans for start, end, number in _own(spans[document])]
    return [text for text, _ in own], [number for _, number in own]


def _own(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans of one document cut so that none overlaps another: each place goes to the letter that began last there.

    Of those that begin together it goes to the shortest, of equal ones to the last.
    """
    if len(spans) == 1:
        yield from spans
        return
    coming = sorted(spans, reverse=True)
    inner: list[tuple[int, int, int]] = []  # spans that are open, the innermost first: -start, end, -number
    owned: Span | None = None
    bounds = sorted({bound for start, end, _ in spans for bound in (start, end)})
    for start, end in pairwise(bounds):
        while coming and coming[-1][0] <= start:
            first, last, number = coming.pop()
            heappush(inner, (-first, last, -number))
        while inner and inner[0][1] <= start:
            heappop(inner)
        if not inner:
            continue
        number = -inner[0][2]
        if owned and owned[1:] == (start, number):
            owned = (owned[0], end, number)
            continue
        if owned:
            yield owned
        owned = (start, end, number)
    if owned:
        yield owned
