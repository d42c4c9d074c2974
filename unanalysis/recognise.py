"""From a text to what it mentions."""

from __future__ import annotations

from .citations import find_citations
from .dates import find_dates
from .fold import fold
from .scan import scan
from .types import Mention


def find_mentions(text: str, language: str | None = None, issuer: str | None = None) -> list[Mention]:
    folded = fold(text)
    hits = scan(folded, language or "en")
    dates = find_dates(folded, hits)
    out = []
    for c in find_citations(folded, hits, dates, language or "en"):
        start, end = folded.span(c.start, c.end)
        out.append(Mention(c.kind, c.target, text[start:end], start, end, c.date, c.pattern))
    return out
