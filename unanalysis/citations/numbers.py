"""Numbers that can be citations, as printed: 2254 (2015), 78/123, 57/284 A and B, 3379 (XXX), S-27/1, 2021/7."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..dates import DateHit, chinese_number
from ..fold import Folded, fold
from ..lexicon import words
from ..symbols import arabic, roman

Span = tuple[int, int]


@dataclass(slots=True)
class Number:
    """A number that may be a citation, with what the text says of it; the context fills in the second half."""

    start: int
    end: int
    shape: str  # "year" n (yyyy), "session" n/m, "roman" n (XXV), "special" S-n/m, "yearly" yyyy/n, "bare" n
    first: str
    second: str
    parts: tuple[tuple[str, int, int], ...] = ()  # part letters and their spans
    day: DateHit | None = None
    noun: str | None = None
    body: str | None = None
    named: Span | None = None  # where the body is named
    near: bool = False  # whether the noun stands right beside it
    previous: Number | None = None  # the one before it in its list
    adopter: str | None = None  # the body that was found to have adopted it

    @property
    def printed(self) -> int:
        """Where the number ends with its part letters."""
        return max((self.end, *(end for _, _, end in self.parts)))

    @property
    def stop(self) -> int:
        """Where the number ends with its part letters and its date, if that is behind it."""
        return max(self.printed, self.day.end if self.day else 0)


def _any(names: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(fold(str(name)).plain) for name in names), key=len, reverse=True)) or "(?!)"


class Grammar:
    """The small patterns around a number, compiled from the words of a language and of English, which all keep."""

    def __init__(self, language: str) -> None:
        own = [words(lang)["citations"] for lang in dict.fromkeys((language, "en"))]
        both = _any([w for c in own for w in c["and"]])
        to = _any([w for c in own for w in c["to"]] + ["-"])
        self.parts_of = {fold(name).plain: letter for c in own for name, letter in c["parts"].items()}
        named = _any(list(self.parts_of))
        latin = r"(?:AA|[A-Z])(?![^\W_\u3000-\u9fff]|/)"
        letter = rf"(?:(?:{named})(?![^\W\d_])(?: (?:{named})(?![^\W\d_]))?|{latin})" if self.parts_of else latin
        self.letter = re.compile(letter)
        self.parts = re.compile(rf" ?({letter}(?:(?: ?, ?| ?(?:{both}) ?| ?(?:{to}) ?){letter})*)")
        self.to = re.compile(rf" ?(?:{to}) ?")
        sessions = {fold(key).plain: value for c in own for key, value in c["sessions"].items()}
        self.sessions = sessions
        marks = sorted(filter(None, sessions), key=len, reverse=True)
        self.prefixes = tuple(mark + gap for mark in marks for gap in ("-", " ", ""))
        special = "|".join(sorted((re.escape(k) for k in sessions if k), key=len, reverse=True))
        bare = "?" if "" in own[0]["of"] else ""
        of = _any([w for c in own for w in c["of"] if w])
        self.of = re.compile(rf" ?\(?(?:(?:{of})['\s]*(?:l'|la |el |the )?){bare}")
        self.own = re.compile(rf"(?:^|[^\w])(?:{_any([w for c in own for w in c['its']])}) $")
        self.own_word = re.compile(_any([w for c in own for w in c["own"]]))
        # "resolution No. 2254", but not "resolutions, 185 States"
        number = _any([w for c in own for w in c["number"]])
        numbered = rf"(?:(?:{number})[.°º]? ?)?"
        self.beside = re.compile(rf" ?{numbered}", re.I)
        self.joined = re.compile(rf" ?(?:, ?(?:{both})?|{both}) ?{numbered}", re.I)
        self.comma = re.compile(r", ?(?:the |le |la |l'|el )?")
        self.about = re.compile(_any([w for c in own for w in c["about"]]))
        self.near = re.compile(r"号?(?:决[议定])?[ 、,和及与以并同()]*(?:\d{4}年\d{1,2}月\d{1,2}日)?第?")
        self.subject = re.compile(_any(own[0]["subject"]))
        self.its = re.compile(_any(own[0]["its"]))
        self.body_first = language == "en"
        year = r"(?P<n1>\d{1,4})(?P<p1> ?(?:" + letter + r"))? ?\((?P<year>(?:19[4-9]|20[0-4])\d)[\)(]?"
        session = r"(?P<n2>\d{1,3}) ?/ ?(?P<m2>\d{1,4})"
        old = (
            rf"(?P<n3>\d{{1,4}})(?P<p3>(?: ?{letter}(?: ?(?:{both}|-) ?{letter})*)?)"
            rf" ?\((?:(?P<k3>{special})[ -]{{0,3}})?(?P<r3>[IVXL]+|\d{{1,2}})\)"
        )
        exceptional = rf"(?<![A-Z])(?P<k4>{special})[ -]?(?P<n4>\d{{1,2}}) ?/ ?(?P<m4>\d{{1,3}})"
        yearly = r"(?P<y5>(?:19[4-9]|20[0-4])\d) ?/ ?(?P<m5>\d{1,3})"
        bare = r"(?P<n6>\d{1,4}(?: ?/ ?[12]\d{3}){0,3})"
        self.number = re.compile(
            rf"(?<![\d/.:$-])(?<![A-Z]/)(?:(?<!\d,)(?<!\d )|(?=\d{{2,4}} ?[/(]|\D))"
            rf"(?:{exceptional}|{yearly}|{year}|{old}|{session}|{bare})"
            rf"(?![\d%]|/\d|[.,:]\d| \d{{3}}(?!\d)|-\d)"
            if special
            else ""
        )


@cache
def grammar_of(language: str) -> Grammar:
    """The compiled patterns of a language."""
    return Grammar(language)


def find_numbers(text: Folded, language: str, taken: Sequence[Span]) -> list[Number]:
    """The numbers of a text outside of what is taken (symbols, dates), in its order."""
    grammar = grammar_of(language)
    busy = bytearray(len(text.plain) + 1)
    for start, end in taken:
        busy[start:end] = b"\1" * (end - start)
    found = []
    for m in _matches(grammar, text.plain, busy):
        end = m.end()
        if busy[end - 1]:
            continue
        if m["n1"]:
            number = Number(m.start(), end, "year", m["n1"], m["year"])
            number.parts = _parts(grammar, m["p1"] or "", m.start("p1"))
        elif m["n2"]:
            number = Number(m.start(), end, "session", m["n2"], m["m2"])
        elif m["n3"]:
            session = roman(int(m["r3"])) if m["r3"].isdigit() else m["r3"]
            kind = grammar.sessions.get(m["k3"] or "", "")
            if (m["r3"].isdigit() and m["k3"] is None) or arabic(session) is None:
                continue
            number = Number(m.start(), end, "roman", m["n3"], f"{kind}-{session}" if kind else session)
            number.parts = _parts(grammar, m["p3"] or "", m.start("p3"))
        elif m["n4"]:
            number = Number(m.start(), end, "special", f"{grammar.sessions[m['k4']]}-{m['n4']}", m["m4"])
        elif m["y5"]:
            number = Number(m.start(), end, "yearly", m["y5"], m["m5"])
        else:
            number = Number(m.start(), end, "bare", m["n6"], "")
        if number.shape in ("session", "special", "yearly") and (parts := grammar.parts.match(text.plain, end)):
            number.parts = _parts(grammar, parts[1], parts.start(1))
        found.append(number)
    if language == "zh":
        found += (n for n in _old_chinese(text.plain) if not busy[n.start])
        found.sort(key=lambda n: n.start)
    return found


_DIGITS = re.compile(r"\d+")


def _matches(grammar: Grammar, plain: str, busy: bytearray) -> Iterator[re.Match[str]]:
    """What fits the pattern of numbers: tried where digits begin, and where "ES-" or its like stands before them."""
    reached = 0
    for digits in _DIGITS.finditer(plain):
        start = digits.start()
        if start < reached or busy[start]:
            continue
        begins = [start]
        if plain.endswith(grammar.prefixes, reached, start):
            begins += [start - len(p) for p in grammar.prefixes if plain.endswith(p, reached, start)]
            begins.sort()
        for begin in begins:
            if (match := grammar.number.match(plain, begin)) and not busy[begin]:
                reached = match.end()
                yield match
                break


_OLD_CHINESE = re.compile(r"(?<=决议案)第?([一二三四五六七八九十百〇零]{1,7})(?![^\W])")


def _old_chinese(plain: str) -> Iterator[Number]:
    """Before 1972 Chinese puts the number behind the noun and writes it out: 决议案八十三."""
    for m in _OLD_CHINESE.finditer(plain):
        yield Number(m.start(1), m.end(1), "bare", str(chinese_number(m[1])), "", noun="resolution", near=True)


def _parts(grammar: Grammar, printed: str, offset: int) -> tuple[tuple[str, int, int], ...]:
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


_AFTER_DATE = re.compile(r"(?:第|通过的|的|决议案| )*")
_BEFORE_DATE = re.compile(r"[ ,()]*(?:[^\W\d]{1,12}['\s]{0,2}){0,3}")


def give_dates(
    text: Folded, numbers: Sequence[Number], dates: Sequence[DateHit], bodies: Sequence[Span], chinese: bool
) -> None:
    """Give each number the date printed beside it: behind it, or behind its body; in Chinese before it."""
    plain = text.plain
    following = 0
    for number, after in zip(numbers, (*numbers[1:], None), strict=True):
        while following < len(dates) and dates[following].start < number.start:
            following += 1
        if chinese:
            before = dates[following - 1] if following else None
            if before and _AFTER_DATE.fullmatch(plain, before.end, number.start):
                number.day = before
            continue
        day = dates[following] if following < len(dates) else None
        stop = number.printed
        if day is None or day.start > stop + 120 or (after and after.start < day.start):
            continue
        next_body = bisect_left(bodies, (stop, stop))
        if next_body < len(bodies) and bodies[next_body][0] - stop <= 14 and bodies[next_body][1] <= day.start:
            stop = bodies[next_body][1]
        if day.start <= stop + 40 and _BEFORE_DATE.fullmatch(plain, stop, day.start):
            number.day = day
