"""Who presents compliments to whom: the first sentence of a note verbale.

All offsets are those of the folded text.
"""

from __future__ import annotations

from .gaps import gap
from .named import Named
from .page import View
from .parties import read_parties
from .requests import sentences

_OPENING = 2500  # characters at the head of a note within which the formula stands
_SENTENCE = 400  # and behind it
_LINES = 3  # that the name of who presents them fills at most
_ARTICLE = 8  # characters of an article before an office


def compliments(page: View, start: int, end: int, issuer: str | None) -> tuple[list[Named], list[Named]] | None:
    """Senders and addressees of a note verbale between two offsets; None where nobody presents compliments.

    `issuer` is the organ in whose document it stands; a President of an organ writes to "the members of the Council".
    """
    plain = page.folded.plain
    match = page.phrases.first("letter.presents", start, min(end, start + _OPENING))
    if match is None:
        return None
    if page.language == "zh":  # 向 … 致意: the addressee stands inside
        begin = max(plain.rfind(mark, start, match.start()) for mark in "。\n ") + 1
        middle = plain.rfind("向", max(begin, start), match.start())
        if middle < 0:
            return None
        return _read(page, max(begin, start), middle, issuer), _read(page, middle + 1, match.start(), issuer)
    begin = max(start, plain.rfind("\n", start, match.start()) + 1, plain.rfind(". ", start, match.start()) + 1)
    line = page.lines[page.line_index(match.start())]
    index = page.line_index(line.at)
    while index and not page.lines[index].gap and page.lines[index].at > begin:
        index -= 1
    begin = max(begin, page.lines[index].at if page.lines[index].gap else begin)
    stop = next((s for _, s in sentences(plain, match.end(), min(end, match.end() + _SENTENCE))), match.end())
    if speaks := page.phrases.first("letter.speaks", match.end(), stop):
        stop = speaks.start()  # "… to the Permanent Missions and has the honour to …"
    senders = _from_line(page, begin, match.start(), issuer) or _read(page, begin, match.start(), issuer)
    if not any(sender.entity not in (None, "UN") for sender in senders):
        senders = _right_before(page, begin, match.start(), issuer) or senders
    organ = next((sender.entity for sender in senders if sender.entity_kind == "organ"), issuer)
    return senders, _read(page, match.end(), stop, organ)


def _read(page: View, start: int, end: int, issuer: str | None) -> list[Named]:
    return read_parties(page.folded, page.hits, start, end, page.language, issuer)


def _from_line(page: View, start: int, end: int, issuer: str | None) -> list[Named]:
    """Whose office begins a line and is all that stands before "presents its compliments", below a letterhead."""
    for line in reversed(page.lines_between(start, end + 1)[-_LINES:]):
        offices = (hit for hit in page.beginning(line.at, line.at + _ARTICLE) if hit.has("capacity"))
        if line.at >= start and next(offices, None):
            named = _read(page, line.at, end, issuer)
            if named and named[0].entity and not page.folded.plain[named[-1].end : end].strip():
                return named
    return []


def _right_before(page: View, start: int, end: int, issuer: str | None) -> list[Named]:
    """Whose name ends where "presents its compliments" begins, where other text stands before it on its line.

    "Of the United Nations" may stand behind it.
    """
    plain, lower = page.folded.plain, page.folded.lower
    for hit in page.within(start, end):
        named = _read(page, hit.start, end, issuer)
        if not named or not named[0].entity:
            continue
        last = page.within(named[-1].end, end)[-1:]
        of_un = any((e := h.has("entity")) and e.value == "UN" and not plain[h.end : end].strip() for h in last)
        if of_un and not gap(lower[named[-1].end : last[0].start], page.language).strip("oa"):
            return named
        if not plain[named[-1].end : end].strip():
            return named
    return []
