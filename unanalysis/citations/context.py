"""What stands around the numbers: the noun that governs them, and the body that adopted what they cite."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from ..fold import Folded
from ..lexicon import Meaning, entities
from ..scan import Hit
from .numbers import Grammar, Number, Span, grammar_of

_ADOPTERS = ("S", "A", "E", "A/HRC", "UNEP/EA")
# It begins with the characters that can end a sentence, so that the search need not look at any other.
_SENTENCE = re.compile(
    r"[.!?。！？\n](?:(?:(?<=[^\W\d]{4}[.!?])|(?<=[\d)][.!?])) (?=[A-ZА-Я][a-zа-я])|(?<=[。！？\n]))"
)
_QUOTED = re.compile(r'"[^"\n]{3,300}"')
_REFERENCE = re.compile(r"[^.;\n]{0,4}(?:[^.;\n]{1,16}[.,;،] ?){0,4}[^.;\n]{0,16}")  # ", chap. I, sect. C, "
_TIED = ("", " ", " ال")  # between a noun and the body that it names, of which Arabic hits leave the article out
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|第$")


class Symbol(NamedTuple):
    """A symbol at `start:end` that may say whose resolutions are spoken of."""

    start: int
    end: int
    target: str


class _Event(NamedTuple):
    """A number, noun, body or symbol at `start:end`; nouns and bodies carry their value."""

    start: int
    end: int
    what: str
    value: str
    number: Number | None = None

    @property
    def span(self) -> Span:
        return self.start, self.end


@dataclass(slots=True)
class _Scope:
    """What holds for a list of numbers: the noun that governs it and the body that adopted what it lists."""

    noun: str | None = None
    body: _Event | None = None
    end: int = -1  # where the noun ends
    own: bool = False  # "its resolution": the body that follows may be the subject
    closed: bool = False  # whether a body behind the list has been named
    numbers: list[Number] = field(default_factory=list)


def govern(
    text: Folded, numbers: Sequence[Number], hits: Sequence[Hit], symbols: Sequence[Symbol], language: str
) -> None:
    """Hand each number its noun and body; what stands in quotation marks is a text of its own."""
    grammar = grammar_of(language)
    walk = _noun_last if language == "zh" else _noun_first
    events = _events(numbers, hits, symbols)
    quotes = [m.span() for m in _QUOTED.finditer(text.plain)]
    inside: dict[int, list[_Event]] = {}
    outside = []
    position = 0
    for event in events:
        while position < len(quotes) and quotes[position][1] <= event.start:
            position += 1
        if position < len(quotes) and quotes[position][0] <= event.start:
            inside.setdefault(position, []).append(event)
        else:
            outside.append(event)
    for part in (outside, *inside.values()):
        if any(event.number for event in part):
            walk(text.plain, part, grammar)


def _events(numbers: Sequence[Number], hits: Sequence[Hit], symbols: Sequence[Symbol]) -> list[_Event]:
    events = [_Event(n.start, n.stop, "number", "", n) for n in numbers]
    for symbol in symbols:
        if re.match(r"A/\d+/53(?:/|$)", symbol.target):  # the supplement that is the Human Rights Council's report
            events.append(_Event(symbol.start, symbol.end, "symbol", "A/HRC"))
        elif re.match(r"E/\d{4}/|[A-Z]+/CONF|[A-Z]+/COSP|[A-Z]{3,}/", symbol.target):
            events.append(_Event(symbol.start, symbol.end, "symbol", "OTHER"))
    for start, end, meaning in hits:
        if both := meaning.entries.get("citations.resolution_of"):  # "UNSCR 1701"
            events += (_Event(start, start, "body", both.value), _Event(start, end, "noun", "resolution"))
        elif event := _says(meaning):
            events.append(_Event(start, end, *event))
    events.sort(key=itemgetter(0))
    return events


@cache
def _says(meaning: Meaning) -> tuple[str, str] | None:
    """Whether a word is a noun or names a body, and which."""
    for noun in ("resolution", "decision", "other"):
        if f"citations.{noun}" in meaning.entries:
            return "noun", noun
    body = names_body(meaning)
    return ("body", body) if body else None


@cache
def names_body(meaning: Meaning) -> str | None:
    """The body that a word names: one that adopts resolutions, COUNCIL (which of the three?), or OTHER."""
    if entity := meaning.entries.get("entity"):
        if entity.value in _ADOPTERS:
            return entity.value
        organ = entities()[entity.value].kind in ("organ", "organization", "group") and entity.value != "UN"
        return "OTHER" if organ else None
    if "citations.council" in meaning.entries:
        return "COUNCIL"
    if "citations.assembly" in meaning.entries:
        return "A"
    return "OTHER" if "citations.body" in meaning.entries else None


def _adopt(numbers: Sequence[Number], body: _Event, part: bool = True) -> None:
    """Give numbers their body; `part` tells that it is named as a part of the citation, not as the subject."""
    for number in numbers:
        number.body = body.value
        if part:
            number.named = body.span


def _noun_first(plain: str, events: list[_Event], grammar: Grammar) -> None:
    """Languages in which the noun stands before its numbers: "resolutions 5/1 and 5/2 of the Human Rights Council"."""
    scope = _Scope()
    before: _Event | None = None  # the last body or symbol that was named
    last = 0
    for event in events:
        if event.what != "number" and _SENTENCE.search(plain, last, event.start):
            scope, before = _Scope(), None
        if event.number:
            told = before and before.what == "body" and grammar.beside.fullmatch(plain, before.end, event.start)
            if before and told and scope.noun and not scope.numbers:
                if plain[scope.end : before.start] in _TIED:
                    scope.end = before.end
                scope.body = before  # the noun, the body, the number: ar "قرار الجمعية العامة 46/182"
            elif before and not scope.noun and before.what == "body" and event.start - before.end <= 3:
                scope = _Scope(body=before)
            event.number.noun = scope.noun
            if scope.body:
                _adopt([event.number], scope.body, not scope.own)
            event.number.near = scope.noun is not None and (
                scope.end == last and bool(grammar.beside.fullmatch(plain, last, event.start))
                if not scope.numbers
                else scope.numbers[-1].near
                and event.number.shape == scope.numbers[-1].shape
                and bool(grammar.joined.fullmatch(plain, last, event.start))
            )
            event.number.previous = scope.numbers[-1] if scope.numbers else None
            if event.number.near or event.number.shape != "bare":
                scope.numbers.append(event.number)
        elif event.what == "noun":
            if scope.noun is None and scope.numbers and event.start - scope.numbers[-1].stop <= 1:
                scope.numbers[-1].noun = event.value
                scope = _Scope(event.value, scope.body, event.end)
            else:
                own = bool(
                    grammar.own_word.fullmatch(plain, event.start, event.end)
                    or grammar.own.search(plain, max(0, event.start - 12), event.start)
                )
                named = _named_before(plain, before, event, own, grammar)
                # "the Assembly by resolution 293 (IV)"
                own = own or (named is not None and event.start - named.end > 3)
                scope = _Scope(event.value, named, event.end, own)
        elif event.what == "symbol":
            before = event
        elif scope.numbers and not scope.closed and _follows(grammar, plain, scope.numbers[-1], event.start):
            _adopt(scope.numbers, event)
            scope.body, scope.closed = event, True
        elif (
            scope.numbers
            and scope.own
            and event.value in _ADOPTERS
            and grammar.comma.fullmatch(plain, scope.numbers[-1].stop, event.start)
        ):
            _adopt(scope.numbers, event, part=False)
            before = event
        else:
            before = event
        last = event.end


def _named_before(plain: str, before: _Event | None, noun: _Event, own: bool, grammar: Grammar) -> _Event | None:
    """The body named before a noun, if it is tied to it."""
    if before is None:
        return None
    gap = plain[before.end : noun.start]
    if before.what == "symbol":
        return before if len(gap) <= 60 and _REFERENCE.fullmatch(gap) else None
    if gap in ("", " ") or (grammar.body_first and re.fullmatch(r"(?:'s?)? ?(?:[^\W\d]+ )?", gap)):
        return before
    return before if own and before.value in _ADOPTERS and len(gap) <= 60 else None


def _noun_last(plain: str, events: list[_Event], grammar: Grammar) -> None:
    """Chinese: body, date and subject before the number, the noun behind the list (大会2015年9月25日第70/1号决议)."""
    pending: list[Number] = []
    bodies: list[_Event] = []
    current: _Event | None = None
    last = 0
    for event in events:
        if event.number:
            start = event.number.day.start if event.number.day else event.start
            about = grammar.about.search(plain, last, start)  # what the resolution is about names bodies too
            named = [b for b in bodies if _beside(grammar, plain, b, start)]
            if not named and about:
                named = [b for b in bodies if _beside(grammar, plain, b, about.start())]
            if named:
                current = named[-1]
            elif not (pending and grammar.near.fullmatch(plain, last, about.start() if about else start)):
                current = None
            if current:  # 安全理事会在……决议中: the body is the subject
                _adopt([event.number], current, not grammar.subject.match(plain, current.end))
            event.number.previous = pending[-1] if pending else None
            if event.number.noun is None:  # the old style gives it its noun before
                pending.append(event.number)
            last = event.number.stop
            bodies.clear()
        elif event.what == "noun":
            if pending and event.start - pending[-1].stop <= 6:
                for number in pending:
                    number.noun = event.value
                pending[-1].near = True
                for number, after in zip(pending[-2::-1], pending[:0:-1], strict=True):
                    number.near = after.near and bool(grammar.near.fullmatch(plain, number.stop, after.start))
                pending = []
                last = event.end
                bodies.clear()
        else:
            bodies.append(event)


def _follows(grammar: Grammar, plain: str, number: Number, start: int) -> bool:
    """Whether what starts at `start` is the body of a number: "… of the Assembly", before or after the date."""
    return any(end <= start and grammar.of.fullmatch(plain, end, start) for end in {number.printed, number.stop})


def _beside(grammar: Grammar, plain: str, body: _Event, head: int) -> bool:
    """Whether a body stands so near before a Chinese number, or before what it is about, that it adopted it."""
    if body.end > head:
        return False
    gap = _DAY.sub("", plain[body.end : head])
    return len(gap) <= (1 if body.value == "OTHER" else 6) and not re.search(rf"[,;。的\n]|{grammar.its.pattern}", gap)
