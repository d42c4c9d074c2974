"""When an organ can have adopted what bears a number, by arithmetic alone: sessions fall in years, numbers run on.

Sources: rules of procedure of the organs (sessions), and three tables of facts beside the lexicon: `council_years.csv`
(the last number of each year of the Security Council), `assembly_numbers.csv` (numbers of the first thirty sessions of
the General Assembly) and `special_sessions.csv` (the years of special and emergency special sessions).
"""

from __future__ import annotations

import re
from datetime import date as Date
from typing import NamedTuple

from .lexicon import assembly_session_of, council_year, council_years, special_sessions
from .symbols import arabic

_SYMBOL = re.compile(
    r"(?P<body>.+?)/(?P<kind>RES|DEC|PRST)/(?:(?P<session>(?:E?S-)?\d+)/)?(?P<number>\d+)(?P<part>[A-Z]{0,2})"
    r"(?:\((?P<within>[^()]+)\))?"
)
# The series of presidential statements began with this year; statements before it are documents like any other.
_FIRST_STATEMENTS = 1994
# Since this session of the Economic and Social Council, sessions open in July of the year before.
_OPENS_IN_JULY = 2015


class Number(NamedTuple):
    """The number of a resolution, decision or statement: `A/RES/45/150A` is 150, part A, of the series `A/RES/45`.

    `within` is the year or session of the number: "45", "XXX", "S-27"; "2254(2015)" is within 2015, but the numbers of
    the Security Council run on, so that its series is `S/RES`.
    """

    body: str
    series: str
    number: int
    part: str
    within: str


class Period(NamedTuple):
    """The first and the last day on which something can have been adopted."""

    first: Date
    last: Date

    def __str__(self) -> str:
        if (self.first.month, self.first.day, self.last.month, self.last.day) != (1, 1, 12, 31):
            return f"between {self.first} and {self.last}"
        years = (self.first.year, self.last.year)
        if self.last == Date.max:
            return f"in {years[0]} or later"
        return f"in {years[0]}" if years[0] == years[1] else f"between {years[0]} and {years[1]}"


def number_of(symbol: str) -> Number | None:
    """Take a canonical symbol apart; None where it is that of no resolution, decision or presidential statement.

    Examples
    --------
    >>> number_of("A/RES/217A(III)")
    Number(body='A', series='A/RES/III', number=217, part='A', within='III')
    >>> number_of("S/RES/2254(2015)").series, number_of("S/2020/764")
    ('S/RES', None)
    """
    match = _SYMBOL.fullmatch(symbol)
    if match is None:
        return None
    within = match["session"] or match["within"] or ""
    stem = f"{match['body']}/{match['kind']}"
    series = stem if stem == "S/RES" else f"{stem}/{within}"
    return Number(match["body"], series, int(match["number"]), match["part"], within)


def doubt_of(number: Number) -> str | None:
    """Why there can be nothing of this number, as a sentence; None where there is no reason to think so.

    Examples
    --------
    >>> doubt_of(number_of("S/RES/2254(2016)"))
    'Resolution 2254 is of 2015, not of 2016.'
    """
    n, within = number.number, number.within
    if n == 0:
        return "Numbers begin with 1."
    if number.series == "S/RES" and within.isdecimal():
        return _council_doubt(n, int(within))
    if number.series.startswith("S/PRST/") and within.isdecimal() and int(within) < _FIRST_STATEMENTS:
        return f"Presidential statements have had this series of symbols since {_FIRST_STATEMENTS} only."
    if number.body == "A" and within.isdecimal() and int(within) <= 30:
        return "Until its thirtieth session the General Assembly numbered its resolutions through: 3379 (XXX)."
    if number.body == "A" and (arabic(within) or 0) > 30:
        return "Since its thirty-first session the General Assembly has numbered by session: 31/72."
    if number.series == f"A/RES/{within}" and arabic(within) and assembly_session_of(n) not in (None, within):
        return f"Resolution {n} is of session {assembly_session_of(n)}, not of session {within}."
    return None


def _council_doubt(number: int, year: int) -> str | None:
    years = council_years()
    of = council_year(number)
    if of is not None and of != year:
        return f"Resolution {number} is of {of}, not of {year}."
    if year < min(years):
        return f"The Security Council adopted its first resolution in {min(years)}."
    if of is None and year in years:
        first, last = years[year]
        return f"The resolutions of {year} have the numbers {first} to {last}."
    return None


def adoption_period(number: Number) -> Period | None:
    """When something of this number can have been adopted; None where no rule tells.

    Examples
    --------
    >>> print(adoption_period(number_of("S/RES/2254(2015)")), adoption_period(number_of("A/RES/78/123")), sep="; ")
    in 2015; between 2023-09-01 and 2024-09-30
    """
    within = number.within
    if number.series == "S/RES":
        year = council_year(number.number) or (int(within) if within.isdecimal() else None)
        return _years(year, year) if year else None
    if within.startswith(("S-", "ES-")):
        return _special_period(number.body, within)
    if number.body == "S" and within.isdecimal():
        return _years(int(within), int(within))
    if number.body == "A":
        session = int(within) if within.isdecimal() else arabic(within)
        return _assembly_period(session) if session else None
    if number.body == "A/HRC" and within.isdecimal():
        # Three sessions a year since June 2006; the first of a year may have opened in the one before.
        session = int(within)
        return _years(2006 + max(0, session - 2) // 3, 2006 + (session - 1) // 3)
    if number.body == "E" and within.isdecimal():
        year = int(within)
        opened = Date(year - 1, 7, 1) if year >= _OPENS_IN_JULY else Date(year, 1, 1)
        return Period(opened, Date(year, 12, 31))
    return None


def _assembly_period(session: int) -> Period:
    """Session N opens in September of 1945 + N and closes when the next one opens; the first opened in January 1946."""
    opened = Date(1945 + session, 9, 1) if session > 1 else Date(1946, 1, 1)
    return Period(opened, Date(1946 + session, 9, 30))


def _special_period(body: str, session: str) -> Period | None:
    kind, _, printed = session.rpartition("-")
    ordinal = printed if printed.isdecimal() else str(arabic(printed))
    years = special_sessions(body).get(f"{kind}-{ordinal}")
    return _years(years[0], years[1]) if years else None


def _years(first: int, last: int | None) -> Period:
    """Whole years; a session without a last one is still open."""
    return Period(Date(first, 1, 1), Date(last or 9999, 12, 31))
