"""What the public verbs are given: a slip is answered by a sentence, not by a traceback from deep inside."""

from __future__ import annotations

import calendar
import re
from datetime import date as Date

from unanalysis.errors import InputError
from unanalysis.lexicon import LANGUAGES

_FRAMES = ("letters", "parties", "mentions")
_PERIOD = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def check_corpus(value: object) -> None:
    """Refuse what has no frames of letters, such as one of the frames, or the folder that they are read from."""
    # Of a corpus the class tells, whose frames are not cut out before somebody looks at them.
    if not all(hasattr(type(value), name) or hasattr(value, name) for name in _FRAMES):
        raise InputError(
            f"A corpus was expected, and this is a {type(value).__name__}. Hint: make one with read_letters, of some "
            "of its letters with corpus.where, and give it as a whole."
        )


def check_graph(value: object) -> None:
    """Refuse what is no networkx graph, such as the corpus that it is made of."""
    if not hasattr(value, "nodes") or not hasattr(value, "is_directed"):
        raise InputError(
            f"A graph was expected, and this is a {type(value).__name__}. Hint: make one, for instance with "
            "sender_organ_resolution_graph(corpus)."
        )


def check_language(language: str | None) -> None:
    """Refuse a language in which letters are not read; None, for "find out", is none."""
    if language is not None and language not in LANGUAGES:
        raise InputError(
            f"Letters are not read in language={language!r}. Hint: choose one of {', '.join(LANGUAGES)}, or leave it "
            "out to have it found out."
        )


def first_day(value: object, argument: str) -> Date:
    """The first day of "2014", "2014-02" or "2014-02-28"; dates are taken as they are.

    >>> first_day("2014-02", "since"), first_day(2014, "since")
    (datetime.date(2014, 2, 1), datetime.date(2014, 1, 1))
    """
    year, month, day = _period(value, argument)
    return _date(year, month or 1, day or 1, value, argument)


def last_day(value: object, argument: str) -> Date:
    """The last day of "2014", "2014-02" or "2014-02-28"; dates are taken as they are.

    >>> last_day("2014-02", "until"), last_day(2014, "until")
    (datetime.date(2014, 2, 28), datetime.date(2014, 12, 31))
    """
    year, month, day = _period(value, argument)
    month = month or 12
    last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 and year else 1
    return _date(year, month, day or last, value, argument)


def _period(value: object, argument: str) -> tuple[int, int | None, int | None]:
    if isinstance(value, Date) and value == value:  # datetime and pandas' Timestamp are dates too; NaT is not itself
        return value.year, value.month, value.day
    match = _PERIOD.fullmatch(str(value).strip())
    if match is None:
        raise InputError(
            f"{argument}={value!r} is no date. Hint: write a year, month or day: 2014, 2014-02, 2014-02-28."
        )
    year, month, day = (int(part) if part else None for part in match.groups())
    return year or 0, month, day


def _date(year: int, month: int, day: int, value: object, argument: str) -> Date:
    try:
        return Date(year, month, day)
    except ValueError as error:
        raise InputError(f"{argument}={value!r} is no day of the calendar. Hint: write it as 2014-02-28.") from error
