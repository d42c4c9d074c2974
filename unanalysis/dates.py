"""Dates as the six languages print them: a month of the lexicon with a day and a year around it, or Chinese 年月日.

General date parsers fail on the double month names of the United Nations' Arabic (شباط/فبراير) and take the year of
"resolution 2532 (2020)" for a date, so the grammar is our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date as Date
from functools import cache
from typing import NamedTuple

from .fold import Folded, any_of
from .lexicon import LANGUAGES, words
from .scan import Hit


class DateHit(NamedTuple):
    """A date at `start:end` of the folded text; year or day are None where they are not printed."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    @property
    def date(self) -> Date | None:
        """The calendar day, or None where a part of it is missing or impossible."""
        if self.year is None or self.day is None:
            return None
        try:
            return Date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def iso(self) -> str:
        """ISO 8601, with "--" for a missing year: 2020-07-30, 2020-07, --07-30."""
        year = f"{self.year:04}" if self.year else "-"
        return f"{year}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns for what stands left of a month (days), right of it (year), and both right of it (April 5, 1990)."""
    every = [words(language)["dates"] for language in LANGUAGES]
    ordinal = any_of([w for d in every for w in d["ordinal"]])
    of = any_of([w for d in every for w in d["of"]])
    year = any_of([w for d in every for w in d["year"]])
    both = any_of([w for d in every for w in d["and"]])
    st = rf"(?: ?(?:{ordinal})\b)?"
    # It begins with a digit, so that the search goes from digit to digit.
    days = rf"\d(?<![\d/.]\d)\d?{st}(?:(?: ?, ?| ?(?:{both}) ?|-)\d{{1,2}}{st})*"
    left = rf"({days})\"? ?-? ?(?:(?:{of}) ?|d')?-? ?$"
    right = rf"(?: ?,? ?(?:(?:{year}) )?((?:1[89]|20)\d\d)(?![\d/]))(?: ?(?:г\.|гoдa|م)(?![^\W\d]))?"
    american = rf"\.? (\d{{1,2}})(?:{ordinal})?(?:,| of)? ((?:1[89]|20)\d\d)(?!\d)"
    return re.compile(left), re.compile(right), re.compile(american)


_NUMERAL = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "O": "0"}
_N = "[〇零○一二三四五六七八九十廿\\d]"
_CHINESE = re.compile(
    rf"(?:((?:{_N} ?){{4}}) ?年 ?)?({_N}{{1,3}}) ?月 ?({_N}{{1,3}}) ?日"
    rf"|((?:{_N} ?){{4}}) ?年 ?({_N}{{1,3}}) ?月"
)
# 2014-06-05, 05.06.2014, 2014/6/5, 13/6/2014: the year first or last.
_IN_DIGITS = re.compile(
    r"(?<![\d/.-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d/-])"
    r"|(?<![\d/.])(\d\d?)\.(\d\d)\.((?:19|20)\d\d)(?![\d/])"
    r"|(?<![\w/.-])((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?![\w/])"
    r"|(?<![\w/.-])(\d\d?)/(\d\d?)/((?:19|20)\d\d)(?![\w/])"
)
_NUMERIC = re.compile(r"\d(?:[.-]\d\d[.-]|/\d\d?/)\d")  # what all of these hold: most texts do not


def chinese_number(numeral: str) -> int:
    """The value of a Chinese numeral below a thousand, of digits read one by one, or of Arabic digits.

    Examples
    --------
    >>> chinese_number("八十三"), chinese_number("一九五〇"), chinese_number("12")
    (83, 1950, 12)
    """
    numeral = numeral.replace(" ", "").replace("廿", "二十")
    if not set(numeral) & set("十百"):
        return int("".join(_NUMERAL.get(c, c) for c in numeral))
    value = digit = 0
    for c in numeral:
        if c in "十百":
            value += (digit or 1) * (100 if c == "百" else 10)
            digit = 0
        else:
            digit = int(_NUMERAL.get(c, c))
    return value + digit


def find_dates(text: Folded, hits: Sequence[Hit]) -> list[DateHit]:
    """All dates of a text, in its order, not overlapping; in "2 and 4 April 1991" each day is one."""
    lower = text.lower
    left, right, american = _around()
    found: list[DateHit] = []
    months = [(h.start, h.end, int(entry.value)) for h in hits if (entry := h.has("months"))]
    merged: list[tuple[int, int, int]] = []
    for start, end, month in months:  # شباط/فبراير is one month with two names
        if merged and merged[-1][2] == month and re.fullmatch(r" ?/ ?", lower[merged[-1][1] : start]):
            merged[-1] = (merged[-1][0], end, month)
        else:
            merged.append((start, end, month))
    for start, end, month in merged:
        floor = found[-1].end if found else 0
        days = left.search(lower, max(floor, start - 40), start)
        year = right.match(lower, end)
        if not days and (mdy := american.match(lower, end)) and 1 <= int(mdy[1]) <= 31:
            found.append(DateHit(start, mdy.end(), int(mdy[2]), month, int(mdy[1])))
        elif days:
            numbers = list(re.finditer(r"\d+", days[1]))
            for i, number in enumerate(numbers):
                if 1 <= int(number[0]) <= 31:
                    begin = days.start(1) + number.start()
                    stop = (year.end() if year else end) if i == len(numbers) - 1 else days.start(1) + number.end()
                    found.append(DateHit(begin, stop, int(year[1]) if year else None, month, int(number[0])))
        elif year:
            found.append(DateHit(start, year.end(), int(year[1]), month, None))
    if "月" in lower:
        for m in _CHINESE.finditer(lower):
            printed = m[1] or m[4]
            month, day = chinese_number(m[2] or m[5]), chinese_number(m[3]) if m[3] else None
            if 1 <= month <= 12 and (day is None or 1 <= day <= 31):
                found.append(DateHit(m.start(), m.end(), chinese_number(printed) if printed else None, month, day))
    if _NUMERIC.search(lower):
        found += _in_digits(lower)
    found.sort(key=lambda d: (d.start, d.start - d.end))
    apart: list[DateHit] = []
    for hit in found:
        if not apart or hit.start >= apart[-1].end:
            apart.append(hit)
    return _with_shared_years(apart, lower)


def _in_digits(lower: str) -> Iterator[DateHit]:
    for m in _IN_DIGITS.finditer(lower):
        first, month, last = map(int, filter(None, m.groups()))
        year, day = (first, last) if first > last else (last, first)
        if m[10] and month > 12:
            month, day = day, month  # 6/13/2014
        elif m[10] and day <= 12 and day != month:
            continue  # 5/6/2014: of May in America, of June elsewhere
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield DateHit(m.start(), m.end(), year, month, day)


@cache
def _list() -> re.Pattern[str]:
    """What stands between two dates of one list: a comma, "and"."""
    both = any_of([word for language in LANGUAGES for word in words(language)["dates"]["and"]])
    return re.compile(rf" ?(?:[,،、]|(?:[,،] ?)?(?:{both})) ?")


def _with_shared_years(found: list[DateHit], lower: str) -> list[DateHit]:
    """Give a date that leaves its year to its neighbour that year: "7 July and 3 August 2011", 2011年7月7日和8月3日."""
    bare = [index for index, hit in enumerate(found) if not hit.year]
    for way, order in ((1, bare[::-1]), (-1, bare)):  # a date takes it from the next, or else from the one before
        for index in order:
            other = index + way
            if not 0 <= other < len(found) or found[index].year or not (year := found[other].year):
                continue
            before, after = sorted((found[index], found[other]))
            if before.month <= after.month and _list().fullmatch(lower, before.end, after.start):
                found[index] = found[index]._replace(year=year)
    return found
