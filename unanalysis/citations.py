"""Citations: resolutions, decisions, presidential statements and documents, in lists as the United Nations writes them.

Numbers that can be citations are found by one pattern; the noun that governs them ("resolutions"), the body that adopted
them and the date beside them are looked for around them, and what one of a list says holds for all of it. What decides:

1. A symbol speaks for itself. `n (year)` is the Security Council's where that number fits that year.
2. `78/123` is the General Assembly's or the Human Rights Council's: the body named before or after, else the date (the
   Assembly's session N falls in 1945+N and 1946+N, the Council's in 2006+(N-1)//3), else the list, else the Assembly.
3. `2021/7` is the Economic and Social Council's, unless another body is named.
4. Where another body is named (a commission, a conference), nothing is reported.

Source: Editorial Manual of the United Nations, "Citations"; Repertory of the session years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date as Date
from functools import cache, partial
from typing import NamedTuple

from .dates import DateHit
from .fold import Folded, fold
from .lexicon import LANGUAGES, council_years, entities, words
from .scan import Hit
from .symbols import (
    SUFFIX,
    SYMBOL,
    arabic,
    assembly_session,
    canonical,
    in_assembly_session,
    in_rights_council_session,
    kind_of,
    roman,
)


class Cited(NamedTuple):
    """A citation at `start:end` of the folded text."""

    start: int
    end: int
    kind: str
    target: str
    date: Date | None
    pattern: str


@dataclass(slots=True)
class _Number:
    """A number that may be a citation, with what the text says of it."""

    start: int
    end: int
    shape: str  # "year" n (yyyy), "session" n/m, "roman" n (XXV), "special" S-n/m, "bare" n
    first: str
    second: str
    parts: tuple[tuple[str, int, int], ...] = ()
    day: DateHit | None = None
    noun: str | None = None
    body: str | None = None
    near: bool = False  # whether the noun stands right beside it
    among: Sequence[_Number] = ()  # the list in which it stands
    adopter: str | None = None  # the body that was found to have adopted it

    @property
    def printed(self) -> int:
        """Where the number ends with its part letters."""
        return max((self.end, *(end for _, _, end in self.parts)))

    @property
    def stop(self) -> int:
        """Where the number ends with its part letters and its date, if that is behind it."""
        return max(self.printed, self.day.end if self.day else 0)


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(language)


def _any(names: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(fold(str(name)).plain) for name in names), key=len, reverse=True)) or "(?!)"


class _Grammar:
    """The small patterns around a number, compiled from the words of a language (and English, which all of them keep)."""

    def __init__(self, language: str) -> None:
        own = [words(lang)["citations"] for lang in dict.fromkeys((language, "en"))]
        both = _any([w for c in own for w in c["and"]])
        to = _any([w for c in own for w in c["to"]] + ["-"])
        self.parts_of = {fold(name).plain: letter for c in own for name, letter in c["parts"].items()}
        named = _any(list(self.parts_of))
        latin = r"(?:AA|[A-Z])(?![^\W_\u3000-\u9fff])"
        letter = rf"(?:(?:{named})(?![^\W\d_])(?: (?:{named})(?![^\W\d_]))?|{latin})" if self.parts_of else latin
        self.letter = re.compile(letter)
        self.parts = re.compile(rf" ?({letter}(?:(?: ?, ?| ?(?:{both}) ?| ?(?:{to}) ?){letter})*)")
        self.to = re.compile(rf" ?(?:{to}) ?")
        sessions = {fold(key).plain: value for c in own for key, value in c["sessions"].items()}
        self.sessions = sessions
        special = "|".join(sorted((re.escape(k) for k in sessions if k), key=len, reverse=True))
        bare = "?" if "" in own[0]["of"] else ""
        self.of = re.compile(rf" ?\(?(?:(?:{_any([w for c in own for w in c['of'] if w])})['\s]*(?:l'|la |el |the )?){bare}")
        self.own = re.compile(rf"(?:^|[^\w])(?:{_any([w for c in own for w in c['its']])}) $")
        self.own_word = re.compile(_any([w for c in own for w in c["own"]]))
        self.joined = re.compile(rf" ?(?:, ?(?:{both})?|{both}) ?")
        self.comma = re.compile(r", ?(?:the |le |la |l'|el )?")
        self.about = re.compile(_any([w for c in own for w in c["about"]]))
        self.near = re.compile(r"号?(?:决[议定])?[ 、,和及与以并同()]*(?:\d{4}年\d{1,2}月\d{1,2}日)?第?")
        self.its = re.compile(_any(own[0]["its"]))
        self.body_first = language == "en"
        self.walk = partial(_noun_last if language == "zh" else _noun_first, grammar=self)
        year = r"(?P<n1>\d{1,4})(?P<p1> ?(?:" + letter + r"))? ?\((?P<year>(?:19[4-9]|20[0-4])\d)[\)(]?"
        session = r"(?P<n2>\d{1,3}) ?/ ?(?P<m2>\d{1,4})"
        old = rf"(?P<n3>\d{{1,4}})(?P<p3>(?: ?{letter}(?: ?(?:{both}|-) ?{letter})*)?) ?\((?:(?P<k3>{special})[ -]{{0,3}})?(?P<r3>[IVXL]+|\d{{1,2}})\)"
        exceptional = rf"(?P<k4>{special})[ -]?(?P<n4>\d{{1,2}}) ?/ ?(?P<m4>\d{{1,3}})"
        yearly = r"(?P<y5>(?:19[4-9]|20[0-4])\d) ?/ ?(?P<m5>\d{1,3})"
        bare = r"(?P<n6>\d{1,4}(?: ?/ ?[12]\d{3}){0,3})"
        self.number = re.compile(
            rf"(?<![\d/.:$-])(?<![A-Z]/)(?:(?<!\d,)(?<!\d )|(?=\d{{2,4}} ?[/(]))(?:{exceptional}|{yearly}|{year}|{old}|{session}|{bare})(?![\d%]|/\d|[.,:]\d| \d{{3}}(?!\d)|-\d)"
            if special
            else ""
        )

    def follows(self, plain: str, number: _Number, start: int) -> bool:
        """Whether what starts at `start` is the body of a number: "… of the Assembly", before or after the date."""
        return any(end <= start and self.of.fullmatch(plain, end, start) for end in {number.printed, number.stop})

    def beside(self, plain: str, body: _Event, head: int) -> bool:
        """Whether a body stands so near before a Chinese number, or before what it is about, that it adopted it."""
        if body.end > head:
            return False
        gap = re.sub(r"\d{4}年\d{1,2}月\d{1,2}日|第$", "", plain[body.end : head])
        return len(gap) <= (1 if body.value == "OTHER" else 6) and not re.search(rf"[,;。的\n]|{self.its.pattern}", gap)


def find_citations(
    text: Folded, hits: Sequence[Hit], dates: Sequence[DateHit], language: str, issuer: str | None = None
) -> list[Cited]:
    """All citations of a text, in its order; those of one range (20/4 A to E) share its span, others do not overlap."""
    symbols = list(_symbols(text))
    taken = [(c.start, c.end) for c in symbols]
    numbers = _numbers(text, language, taken + [(d.start, d.end) for d in dates])
    if numbers:
        _date(text, numbers, dates, language == "zh")
        _govern(text, _events(text, numbers, hits, symbols), _grammar(language))
        for number in numbers:
            symbols += _decide(number, issuer)
        symbols.sort(key=lambda c: (c.start, c.end))
    return symbols


def _symbols(text: Folded) -> Iterator[Cited]:
    """Symbols as printed, and what "and Corr.1" adds to the one before."""
    known = entities()
    plain = text.plain
    for match in SYMBOL.finditer(plain):
        start, end = match.span()
        symbol = canonical(match[0])
        if not any(c.isdigit() for c in symbol) or symbol in known:
            continue
        kind = kind_of(symbol)
        if kind == "resolution" and (tail := re.compile(r" ?\((?:(?:19|20)\d\d|(?:E?S-)?[IVXL]+)\)").match(plain, end)):
            symbol, end = symbol + canonical(tail[0]), tail.end()
        yield Cited(start, end, kind, symbol, None, "symbol")
        while more := SUFFIX.match(plain, end):
            suffix = canonical("/" + more[1])
            stem = re.sub(rf"/{suffix[1:4]}\w*\.\d+$", "", symbol)
            symbol = stem + suffix
            yield Cited(more.start(1), more.end(), kind, symbol, None, "symbol-suffix")
            end = more.end()


def _numbers(text: Folded, language: str, taken: list[tuple[int, int]]) -> list[_Number]:
    grammar = _grammar(language)
    busy = bytearray(len(text.plain) + 1)
    for start, end in taken:
        busy[start:end] = b"\1" * (end - start)
    found = []
    for m in grammar.number.finditer(text.plain):
        if busy[m.start()] or busy[m.end() - 1]:
            continue
        end = m.end()
        if m["n1"]:
            number = _Number(m.start(), end, "year", m["n1"], m["year"])
            number.parts = _parts(grammar, m["p1"] or "", m.start("p1"))
        elif m["n2"]:
            number = _Number(m.start(), end, "session", m["n2"], m["m2"])
        elif m["n3"]:
            session = roman(int(m["r3"])) if m["r3"].isdigit() else m["r3"]
            kind = grammar.sessions.get(m["k3"] or "", "")
            if m["r3"].isdigit() and m["k3"] is None or arabic(session) is None:
                continue
            number = _Number(m.start(), end, "roman", m["n3"], f"{kind}-{session}" if kind else session)
            number.parts = _parts(grammar, m["p3"] or "", m.start("p3"))
        elif m["n4"]:
            number = _Number(m.start(), end, "special", f"{grammar.sessions[m['k4']]}-{m['n4']}", m["m4"])
        elif m["y5"]:
            number = _Number(m.start(), end, "yearly", m["y5"], m["m5"])
        else:
            number = _Number(m.start(), end, "bare", m["n6"], "")
        if number.shape in ("session", "special", "yearly") and (parts := grammar.parts.match(text.plain, end)):
            number.parts = _parts(grammar, parts[1], parts.start(1))
        found.append(number)
    return found


def _parts(grammar: _Grammar, printed: str, offset: int) -> tuple[tuple[str, int, int], ...]:
    """The part letters of "57/284 A and B", "53/208 A to E" and their spans; those of a range share its span."""
    parts: list[tuple[str, int, int]] = []
    end = 0
    for m in grammar.letter.finditer(printed):
        names = [grammar.parts_of.get(w, w) for w in m[0].split(" ")]
        letter = "".join(names)
        start = offset + m.start()
        if parts and grammar.to.fullmatch(printed, end, m.start()) and len(letter) == 1 == len(parts[-1][0]):
            first, begin, _ = parts.pop()
            parts += [(chr(c), begin, offset + m.end()) for c in range(ord(first), ord(letter) + 1)]
        else:
            parts.append((letter, start, offset + m.end()))
        end = m.end()
    return tuple(parts)


_BEFORE_DATE = re.compile(r"[ ,()]*(?:[^\W\d]{1,12}['\s]{0,2}){0,3}")


def _date(text: Folded, numbers: list[_Number], dates: Sequence[DateHit], chinese: bool) -> None:
    """Give each number the date printed beside it: behind it in most languages, before it in Chinese."""
    plain = text.plain
    following = 0
    for i, number in enumerate(numbers):
        stop = number.stop
        limit = numbers[i + 1].start if i + 1 < len(numbers) else len(plain)
        while following < len(dates) and dates[following].start < number.start:
            following += 1
        before = dates[following - 1] if chinese and following else None
        if before and re.fullmatch(r"(?:第|通过的|的| )*", plain[before.end : number.start]):
            number.day = before
        elif not chinese and following < len(dates) and dates[following].start < min(limit, stop + 40):
            if _BEFORE_DATE.fullmatch(plain, stop, dates[following].start):
                number.day = dates[following]


@dataclass(slots=True)
class _Scope:
    """What holds for a list of numbers: the noun that governs it and the body that adopted what it lists."""

    noun: str | None = None
    body: str | None = None
    end: int = -1  # where the noun ends
    own: bool = False  # "its resolution": the body that follows may be the subject
    closed: bool = False  # whether a body behind the list has been named
    numbers: list[_Number] = field(default_factory=list)


class _Event(NamedTuple):
    """A number, noun, body or symbol at `start:end`; nouns and bodies carry their value."""

    start: int
    end: int
    what: str
    value: str
    number: _Number | None = None


_ADOPTERS = ("S", "A", "E", "A/HRC", "UNEP/EA")
_SENTENCE = re.compile(r"(?:[^\W\d]{4}|[\d)])[.!?] (?=[A-ZА-Я][a-zа-я])|[。！？\n]")
_QUOTED = re.compile(r'"[^"\n]{3,300}"')
_REFERENCE = re.compile(r"[^.;\n]{0,4}(?:[^.;\n]{1,12}[.,;] ?){0,4}[^.;\n]{0,16}")  # ", chap. I, sect. C, "


def _events(text: Folded, numbers: Sequence[_Number], hits: Sequence[Hit], symbols: Sequence[Cited]) -> list[_Event]:
    events = [_Event(n.start, n.stop, "number", "", n) for n in numbers]
    for symbol in symbols:
        if re.match(r"A/\d+/53(?:/|$)", symbol.target):  # the supplement that is the Human Rights Council's report
            events.append(_Event(symbol.start, symbol.end, "symbol", "A/HRC"))
        elif re.match(r"E/\d{4}/|[A-Z]+/CONF|[A-Z]+/COSP|[A-Z]{3,}/", symbol.target):
            events.append(_Event(symbol.start, symbol.end, "symbol", "OTHER"))
    for hit in hits:
        noun = next((n for n in ("resolution", "decision", "other") if hit.has(f"citations.{n}")), None)
        if noun:
            events.append(_Event(hit.start, hit.end, "noun", noun))
        elif body := _body(hit):
            events.append(_Event(hit.start, hit.end, "body", body))
    return sorted(events, key=lambda e: e.start)


def _body(hit: Hit) -> str | None:
    """The body that a hit names: one that adopts resolutions, COUNCIL (which of the three?), or OTHER."""
    if entity := hit.has("entity"):
        if entity.value in _ADOPTERS:
            return entity.value
        organ = entities()[entity.value].kind in ("organ", "organization", "group") and entity.value != "UN"
        return "OTHER" if organ else None
    if hit.has("citations.council"):
        return "COUNCIL"
    if hit.has("citations.assembly"):
        return "A"
    return "OTHER" if hit.has("citations.body") else None


def _govern(text: Folded, events: list[_Event], grammar: _Grammar) -> None:
    """Hand each number its noun and body; what stands in quotation marks is a text of its own."""
    quotes = [m.span() for m in _QUOTED.finditer(text.plain)]
    if not quotes:
        grammar.walk(text.plain, events)
        return
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
        grammar.walk(text.plain, part)


def _noun_first(plain: str, events: list[_Event], grammar: _Grammar) -> None:
    """Languages in which the noun stands before its numbers: "resolutions 5/1 and 5/2 of the Human Rights Council"."""
    scope = _Scope()
    before: _Event | None = None  # the last body or symbol that was named
    last = 0
    for event in events:
        if event.what != "number" and _SENTENCE.search(plain, max(0, last - 4), event.start):
            scope, before = _Scope(), None
        if event.number:
            if before and scope.noun and not scope.numbers and before.what == "body" and event.start - before.end <= 3:
                scope.body = before.value  # the noun, the body, the number: ar "قرار الجمعية العامة 46/182"
            elif before and not scope.noun and before.what == "body" and event.start - before.end <= 3:
                scope = _Scope(body=before.value)
            event.number.noun, event.number.body = scope.noun, scope.body
            event.number.near = scope.noun is not None and (
                scope.end == last and event.start - last <= 4
                if not scope.numbers
                else scope.numbers[-1].near
                and event.number.shape == scope.numbers[-1].shape
                and bool(grammar.joined.fullmatch(plain, last, event.start))
            )
            event.number.among = scope.numbers
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
                scope = _Scope(event.value, _named_before(plain, before, event, own, grammar), event.end, own)
        elif event.what == "symbol":
            before = event
        elif scope.numbers and not scope.closed and grammar.follows(plain, scope.numbers[-1], event.start):
            for number in scope.numbers:
                number.body = event.value
            scope.body, scope.closed = event.value, True
        elif scope.numbers and scope.own and event.value in _ADOPTERS and grammar.comma.fullmatch(
            plain, scope.numbers[-1].stop, event.start
        ):
            for number in scope.numbers:
                number.body = event.value
            before = event
        else:
            before = event
        last = event.end


def _named_before(plain: str, before: _Event | None, noun: _Event, own: bool, grammar: _Grammar) -> str | None:
    if before is None:
        return None
    gap = plain[before.end : noun.start]
    if before.what == "symbol":
        return before.value if len(gap) <= 60 and _REFERENCE.fullmatch(gap) else None
    if gap == " " or (grammar.body_first and re.fullmatch(r"(?:'s?)? ?(?:[^\W\d]+ )?", gap)):
        return before.value
    return before.value if own and before.value in _ADOPTERS and len(gap) <= 60 else None


def _noun_last(plain: str, events: list[_Event], grammar: _Grammar) -> None:
    """Chinese: body, date and subject before the number, the noun behind the list (大会2015年9月25日第70/1号决议)."""
    pending: list[_Number] = []
    bodies: list[_Event] = []
    current: str | None = None
    last = 0
    for event in events:
        if event.number:
            start = event.number.day.start if event.number.day else event.start
            about = grammar.about.search(plain, last, start)  # what the resolution is about names bodies too
            named = [b for b in bodies if last <= b.start and grammar.beside(plain, b, start)]
            if not named and about:
                named = [b for b in bodies if last <= b.start and grammar.beside(plain, b, about.start())]
            if named:
                current = named[-1].value
            elif not (pending and grammar.near.fullmatch(plain, last, about.start() if about else start)):
                current = None
            event.number.body = current
            event.number.among = pending
            pending.append(event.number)
            last = event.number.stop
        elif event.what == "noun":
            if pending and event.start - pending[-1].stop <= 6:
                for number in pending:
                    number.noun = event.value
                pending[-1].near = True
                pending = []
                last = event.end
        else:
            bodies.append(event)


def _decide(number: _Number, issuer: str | None) -> Iterator[Cited]:
    """What a number cites, by its shape, noun, body and date; nothing where that is another body's or no citation."""
    if "/" in number.first:
        yield from _committee(number)
        return
    target = _target(number)
    if target is None:
        return
    kind, stem, tail = target
    day = number.day.date if number.day else None
    pattern = f"{kind}-{number.shape}"
    if not number.parts:
        yield Cited(number.start, number.end, kind, stem + tail, day, pattern)
        return
    for i, (letter, start, end) in enumerate(number.parts):
        begin = number.start if i == 0 or start == number.parts[0][1] else start
        if number.shape in ("roman", "year"):
            end = number.end if i == len(number.parts) - 1 or len(number.parts) == 1 else end
        yield Cited(begin, end, kind, stem + letter + tail, day, pattern)


def _target(number: _Number) -> tuple[str, str, str] | None:
    noun, body, year = number.noun, number.body, number.day.year if number.day else None
    first, second = number.first, number.second
    if noun == "other":
        if number.near:
            return None
        noun = None
    if number.shape == "year":
        return _by_year(int(first), int(second), noun, body)
    if number.shape == "bare":
        return _bare(number)
    if noun is None and number.shape == "session" and not 31 <= int(first) <= 90:
        return None
    if number.shape == "roman":
        session = second.rsplit("-", 1)[-1]
        if noun == "decision":
            return "decision", f"A/DEC/{first}", f"({second})"
        if body == "E" or (body in ("COUNCIL", None) and (arabic(session) or 0) > 30 and "-" not in second):
            return "resolution", f"E/RES/{first}", f"({second})"
        if body in ("A", None, "S") and (arabic(session) or 99) <= 30 and noun:
            return "resolution", f"A/RES/{first}", f"({second})"
        return None
    if number.shape == "yearly":
        if body in (None, "E", "COUNCIL") and noun:
            stem = "DEC" if noun == "decision" else "RES"
            return noun, f"E/{stem}/{first}/{second}", ""
        return None
    if number.shape == "special":
        adopter = _special_body(first, body or (None if year else _neighbour(number)), year)
    else:
        adopter = _session_body(int(first), int(second), noun, body or (None if year else _neighbour(number)), year)
    if adopter is None:
        return None
    number.adopter = adopter
    kind = noun or "resolution"
    return kind, f"{adopter}/{'DEC' if kind == 'decision' else 'RES'}/{first}/{second}", ""


def _neighbour(number: _Number) -> str | None:
    """The body that adopted the one before it in its list."""
    before = None
    for other in number.among:
        if other is number:
            return before
        before = other.adopter
    return None


def _by_year(first: int, year: int, noun: str | None, body: str | None) -> tuple[str, str, str] | None:
    """`n (year)`: the Security Council's where its numbers of that year hold n; the Assembly's where that is said."""
    years = council_years()
    low, high = years.get(year, (years[max(years)][1] + 1, 9999) if year > max(years) else (1, 0))
    if noun == "decision":
        return None
    if body == "A" and first > 99 and not low <= first <= high and year <= 1976:
        return "resolution", f"A/RES/{first}", f"({roman(year - 1945)})"
    if low <= first <= high or (noun == "resolution" and body in (None, "S", "COUNCIL")):
        return "resolution", f"S/RES/{first}", f"({year})"
    return None


def _bare(number: _Number) -> tuple[str, str, str] | None:
    """A number with nothing but the noun: "resolution 2272", "resolution 377 of 3 November 1950"."""
    n = int(number.first)
    if number.noun != "resolution" or not number.near:
        return None
    day = number.day.date if number.day else None
    if number.body == "A" and day and day.year <= 1976:
        return "resolution", f"A/RES/{n}", f"({roman(assembly_session(day))})"
    if number.body in ("S", "COUNCIL", None) and n > 99:
        for year, (low, high) in council_years().items():
            if low <= n <= high and (day is None or day.year == year):
                return "resolution", f"S/RES/{n}", f"({year})"
    return None


def _committee(number: _Number) -> Iterator[Cited]:
    """ "1267/1989/2253": a committee named by the resolutions that set it up and widened its task."""
    if 1946 <= int(number.first[:4]) <= 2050 and number.noun != "resolution":
        return  # a span of years
    for m in re.finditer(r"\d+", number.first):
        n = int(m[0])
        for year, (low, high) in council_years().items():
            if low <= n <= high:
                start = number.start + m.start()
                yield Cited(start, start + len(m[0]), "resolution", f"S/RES/{n}({year})", None, "resolution-committee")


def _special_body(session: str, body: str | None, year: int | None) -> str | None:
    if body == "OTHER":
        return None
    if session.startswith("ES"):
        return "A"
    if body in ("A/HRC", "COUNCIL"):
        return "A/HRC"
    # Special sessions of the Assembly: the 21st was in 1999, the 32nd in 2021; the Human Rights Council's began in 2006.
    number = int(session.split("-")[1])
    if year and body is None and year >= 2006 and number < 33 and not (number >= 28 and year <= number + 1989):
        return "A/HRC"
    return "A"


def _session_body(first: int, second: int, noun: str | None, body: str | None, year: int | None) -> str | None:
    if body == "OTHER":
        return None
    assembly = 31 <= first <= 99 and (year is None or in_assembly_session(first, year))
    rights = first <= 80 and year is not None and in_rights_council_session(first, year)
    if body in ("A/HRC", "COUNCIL"):
        return "A" if year and assembly and not rights else "A/HRC"
    if rights and not assembly:
        return "A/HRC"
    if first < 31:
        return None
    if noun == "decision" and second < 400:
        return "A/HRC" if second > 100 and first < 70 else None
    return "A"
