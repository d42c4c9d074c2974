"""What a letter asks for: circulation as a document of which organ, a meeting, participation, a focal point.

A request is a sentence that asks ("I should be grateful if …") and names what is asked for; both lists of words are
data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .lexicon import entities
from .page import View


class Request(NamedTuple):
    """A request at `start:end` of the folded text: "circulation:S", "meeting:S", "participation", "focal point"."""

    start: int
    end: int
    target: str


# It begins with the characters that can end a sentence, so that the search need not look at any other.
_SENTENCE = re.compile(
    r"[.!?)。！？\n](?:(?<=[^\W\d]{3}[.!?]) (?=[^\W\d_a-z])|(?<=\d\.) (?=[^\W\d_a-z][a-zа-я])"
    r"|(?<=[。！？\n])|(?<=\)) ?\. )"
)
_NAMES = {"circulation": "circulation", "meeting": "meeting", "participation": "participation", "focal": "focal point"}


def sentences(lower: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a stretch of folded text."""
    begin = start
    for stop in _SENTENCE.finditer(lower, start, end):
        yield begin, stop.start() + 1
        begin = stop.end()
    if begin < end:
        yield begin, end


def find_requests(page: View, start: int, end: int, issuer: str | None) -> list[Request]:
    """The requests of a letter, in the order of its text; `issuer` is what "the Council" and "the Committee" mean."""
    phrases = page.phrases
    if phrases.first("requests.asks", start, end) is None:
        return []
    found: list[Request] = []
    for begin, stop in sentences(page.folded.plain, start, end):
        asks = phrases.first("requests.asks", begin, stop)
        if not asks:
            continue
        circulation = phrases.first("requests.circulation", begin, stop)
        if circulation and (document := phrases.first("requests.document", begin, stop)):
            first = min(circulation.start(), document.start())
            if page.language == "zh":  # the verb stands behind the organs
                first = min(first, asks.start())
            organs = _organs(page, first, stop, issuer)
            for number, (organ, organ_start, organ_end) in enumerate(organs):
                found.append(Request(organ_start if number else first, organ_end, f"circulation:{organ}"))
            if organs:
                continue
        for key in ("meeting", "participation", "focal"):
            if match := phrases.first(f"requests.{key}", begin, stop):
                found.append(Request(match.start(), match.end(), _NAMES[key]))
                break
    return found


def _organs(page: View, start: int, end: int, issuer: str | None) -> list[tuple[str, int, int]]:
    """The organs of whose documents a letter is to become one: each once, where it is named first."""
    found: dict[str, tuple[int, int]] = {}
    for hit in page.within(start, end):
        entity = hit.has("entity")
        value = None
        if entity and entities()[entity.value].kind == "organ":
            value = entity.value
        elif hit.has("citations.assembly"):
            value = "A"
        elif hit.has("citations.council") and issuer:
            value = issuer if issuer in ("S", "E", "A/HRC") else None
        elif hit.has("citations.body") and issuer and "/" in issuer:
            value = issuer
        if value:
            found.setdefault(value, (hit.start, hit.end))
    return [(value, *span) for value, span in found.items()]
