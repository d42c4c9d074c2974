"""Citations: resolutions, decisions, presidential statements and documents, in lists as the organization writes them.

Numbers that can be citations are found by one pattern; the noun that governs them ("resolutions"), the body that
adopted them and the date beside them are looked for around them, and what one of a list says holds for all of it.
What decides:

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
from datetime import date as Date
from typing import NamedTuple

from ..dates import DateHit
from ..fold import Folded
from ..lexicon import assembly_session_of, council_year, council_years, entities
from ..scan import Hit
from ..symbols import (
    SUFFIX,
    arabic,
    assembly_session,
    canonical,
    find_symbols,
    in_assembly_session,
    in_rights_council_session,
    kind_of,
    roman,
)
from .context import Symbol, govern, names_body
from .numbers import Number, Span, find_numbers, give_dates


class Cited(NamedTuple):
    """A citation at `start:end` of the folded text; `named` is where the body that adopted it is named beside it."""

    start: int
    end: int
    kind: str
    target: str
    date: Date | None
    pattern: str
    named: Span | None = None


def find_citations(
    text: Folded, hits: Sequence[Hit], dates: Sequence[DateHit], language: str, issuer: str | None = None
) -> list[Cited]:
    """All citations of a text, in its order; those of one range (20/4 A to E) share its span, others do not overlap.

    `issuer` is the organ in whose document the words stand: in the Human Rights Council's, 49/1 is its own.
    """
    cited = list(_symbols(text))
    numbers = find_numbers(text, language, [(c.start, c.end) for c in cited] + [(d.start, d.end) for d in dates])
    if numbers:
        bodies = [(h.start, h.end) for h in hits if names_body(h.meaning)]
        give_dates(text, numbers, dates, bodies, language == "zh")
        govern(text, numbers, hits, [Symbol(c.start, c.end, c.target) for c in cited], language)
        known: dict[tuple[str, str], str] = {}  # what was said once of a number holds when it comes again
        for number in numbers:
            if number.body is None and number.day is None:
                number.body = known.get((number.first, number.second)) or _own(number, issuer)
            cited += _decide(number)
            if number.adopter and (number.body or number.day):
                known[number.first, number.second] = number.adopter
        cited.sort(key=lambda c: (c.start, c.end))
    return cited


_ADOPTED = re.compile(r" ?\((?:(?:19|20)\d\d|(?:E?S-)?[IVXL]+)\)")


def _own(number: Number, issuer: str | None) -> str | None:
    """The issuer's own resolutions need no name: only of the Human Rights Council's is this a question."""
    listed = number.previous is not None and number.previous.adopter == "A"
    return issuer if issuer == "A/HRC" and number.shape == "session" and not listed else None


def _symbols(text: Folded) -> Iterator[Cited]:
    """Symbols as printed, and what "and Corr.1" adds to the one before."""
    known = entities()
    plain = text.plain
    for match in find_symbols(plain):
        start, end = match.span()
        symbol = canonical(match[0])
        if not any(c.isdigit() for c in symbol) or symbol in known:
            continue
        kind = kind_of(symbol)
        if kind == "resolution" and (tail := _ADOPTED.match(plain, end)):
            symbol, end = symbol + canonical(tail[0]), tail.end()
        elif symbol.startswith("S/RES/"):
            symbol = _with_year(symbol)
        yield Cited(start, end, kind, symbol, None, "symbol")
        while more := SUFFIX.match(plain, end):
            suffix = canonical("/" + more[1])
            stem = re.sub(rf"/{suffix[1:4]}\w*\.\d+$", "", symbol)
            symbol = stem + suffix
            yield Cited(more.start(1), more.end(), kind, symbol, None, "symbol-suffix")
            end = more.end()


def _with_year(symbol: str) -> str:
    """The symbol of a resolution of the Security Council that is printed without its year: numbers run on."""
    number = symbol.removeprefix("S/RES/")
    year = council_year(int(number)) if number.isdecimal() else None
    return f"{symbol}({year})" if year else symbol


def _decide(number: Number) -> Iterator[Cited]:
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
        yield Cited(number.start, number.end, kind, stem + tail, day, pattern, number.named)
        return
    for i, (letter, start, end) in enumerate(number.parts):
        begin = number.start if i == 0 or start == number.parts[0][1] else start
        if number.shape in ("roman", "year"):
            end = number.end if i == len(number.parts) - 1 or len(number.parts) == 1 else end
        yield Cited(begin, end, kind, stem + letter + tail, day, pattern, number.named)


def _target(number: Number) -> tuple[str, str, str] | None:
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
    if not body and not year and number.previous:
        body = number.previous.adopter
    if number.shape == "special":
        adopter = _special_body(first, body, year)
    else:
        adopter = _session_body(int(first), int(second), noun, body, year)
    if adopter is None:
        return None
    number.adopter = adopter
    kind = noun or "resolution"
    return kind, f"{adopter}/{'DEC' if kind == 'decision' else 'RES'}/{first}/{second}", ""


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


def _bare(number: Number) -> tuple[str, str, str] | None:
    """A number with nothing but the noun: "resolution 2272", "resolution 377 of 3 November 1950"."""
    n = int(number.first)
    if number.noun != "resolution" or not number.near:
        return None
    if n <= 99 and not number.day:
        return None
    day = number.day.date if number.day else None
    if number.body == "A" and (day is None or day.year <= 1976):
        session = roman(assembly_session(day)) if day else assembly_session_of(n)
        return ("resolution", f"A/RES/{n}", f"({session})") if session else None
    if number.body in ("S", "COUNCIL", None):
        year = council_year(n)
        return ("resolution", f"S/RES/{n}", f"({year})") if year and (day is None or day.year == year) else None
    return None


def _committee(number: Number) -> Iterator[Cited]:
    """A committee named by the resolutions that set it up and widened its task: "1267/1989/2253"."""
    if 1946 <= int(number.first[:4]) <= 2050 and number.noun != "resolution":
        return  # a span of years
    for m in re.finditer(r"\d+", number.first):
        if year := council_year(int(m[0])):
            start = number.start + m.start()
            target = f"S/RES/{int(m[0])}({year})"
            yield Cited(start, start + len(m[0]), "resolution", target, None, "resolution-committee")


def _special_body(session: str, body: str | None, year: int | None) -> str | None:
    if body == "OTHER":
        return None
    if session.startswith("ES"):
        return "A"
    if body in ("A/HRC", "COUNCIL"):
        return "A/HRC"
    # Special sessions: the Assembly's 21st was in 1999, its 32nd in 2021; the Human Rights Council's began in 2006.
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
    if not 31 <= first <= 99:  # what stands before the slash is no session: a misread symbol, "AC,109/77"
        return None
    if noun == "decision" and second < 400:
        return "A/HRC" if second > 100 and first < 70 else None
    return "A"
