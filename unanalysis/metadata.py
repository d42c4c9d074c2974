"""What the findings of a source state of its document, as values: symbol, organ, title, dates, languages, session."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from functools import cache

from .dates import find_dates
from .fold import fold
from .lexicon import LANGUAGES, entities, words
from .masthead import organ_of
from .scan import scan
from .symbols import SYMBOL, canonical, halves, kind_of
from .types import Finding

_ITEM = re.compile(r"\d{1,3}(?: ?\([a-z]\))*")
_SESSION = re.compile(r"(?:E?S-)?\d{1,3}")
_CODE = re.compile(r"(en|fr|es|ru|ar|zh)(?:[-_]\w+)?")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is stated, in the form of `Letter`; None or empty where it is not.

    `title` is the finding, for it may have a place in the text; `doubtful` are the dates that were not understood.
    """

    symbol: str | None
    organ: str | None
    title: Finding | None
    date: Date | None
    issued: Date | None
    language: str | None
    original_language: str | None
    session: str | None
    agenda_items: tuple[str, ...]
    doubtful: tuple[str, ...]


def read_metadata(findings: Sequence[Finding]) -> Metadata:
    """Read what findings state.

    Parameters
    ----------
    findings
        Those of a source; `unanalysis.read` says which there are.

    Examples
    --------
    >>> stated = read_metadata([Finding("symbol", "A/74/9-S/2020/7"), Finding("date", "3/8/20")])
    >>> stated.symbol, stated.organ, stated.date, stated.doubtful
    ('A/74/9-S/2020/7', 'A; S', None, ('3/8/20',))
    """
    symbols = _symbols(findings)
    organs = dict.fromkeys(organ for symbol in symbols if (organ := organ_of(symbol)))
    named = dict.fromkeys(organ for value in values(findings, "organ") if (organ := _organ(value)))
    dates = {field: [(day_of(value), value) for value in values(findings, field)] for field in ("date", "issued")}
    days = {field: next((day for day, _ in read if day), None) for field, read in dates.items()}
    items = (re.sub(r"\s+", "", item[0]) for value in values(findings, "agenda_item") for item in _ITEM.finditer(value))
    languages = {code for value in values(findings, "language") if (code := language_of(value))}
    originals = (code for value in values(findings, "original_language") if (code := language_of(value)))
    return Metadata(
        symbol="-".join(symbols) or None,
        organ="; ".join(organs or named) or None,
        title=next((finding for finding in findings if finding.field == "title"), None),
        date=days["date"],
        issued=days["issued"],
        language=languages.pop() if len(languages) == 1 else None,  # a record may be that of all language versions
        original_language=next(originals, None),
        session=_session(findings),
        agenda_items=tuple(dict.fromkeys(items)),
        doubtful=tuple(value for read in dates.values() for day, value in read if not day and not _is_partial(value)),
    )


def values(findings: Sequence[Finding], field: str) -> Iterator[str]:
    """All that findings give for one field."""
    return (finding.value for finding in findings if finding.field == field)


def day_of(value: str) -> Date | None:
    """The calendar day that a cell or field gives: in ISO 8601, or as one of the six languages prints it.

    "02/03/2014" is none: whether it is in February or in March cannot be known.

    Examples
    --------
    >>> day_of("2014-02-28"), day_of("28 февраля 2014 года") == day_of("2014-02-28"), day_of("02/03/2014")
    (datetime.date(2014, 2, 28), True, None)
    """
    try:
        return Date.fromisoformat(value[:10])
    except ValueError:
        folded = fold(value)
        found = {hit.date for language in LANGUAGES for hit in find_dates(folded, scan(folded, language))}
        return found.pop() if len(found) == 1 else None


def language_of(value: str) -> str | None:
    """The code of one of the six languages, by its code or by its name in any of them.

    Examples
    --------
    >>> language_of("FR"), language_of("français"), language_of("русский"), language_of("en-US"), language_of("Latin")
    ('fr', 'fr', 'ru', 'en', None)
    """
    shape = fold(value).lower.strip()
    code = _CODE.fullmatch(shape)
    return code[1] if code else _language_names().get(shape)


@cache
def _language_names() -> dict[str, str]:
    mastheads = [words(language)["masthead"]["languages"] for language in LANGUAGES]
    return {fold(name).lower.strip(): code for one in mastheads for code, names in one.items() for name in names}


def _symbols(findings: Sequence[Finding]) -> tuple[str, ...]:
    """The symbol that is stated, or the two of a joint one."""
    printed = (symbol for value in values(findings, "symbol") for symbol in _symbols_in(value))
    return tuple(dict.fromkeys(half for symbol in printed for half in halves(symbol)))[:2]


def _symbols_in(value: str) -> list[str]:
    whole = canonical(value)
    return [whole] if kind_of(whole) != "document" else [canonical(match[0]) for match in SYMBOL.finditer(value)]


def _organ(value: str) -> str | None:
    """An organ by its series symbol or by its name."""
    if value in entities():
        return value
    folded = fold(value)
    hits = (hit for language in LANGUAGES for hit in scan(folded, language))
    whole = (hit.has("entity") for hit in hits if (hit.start, hit.end) == (0, len(folded.plain)))
    return next((entry.value for entry in whole if entry), None)


def _session(findings: Sequence[Finding]) -> str | None:
    """The session. What the Library gives as the Security Council's is its year, counted from 1946, and left out."""
    organ = None
    for finding in findings:
        if finding.field == "organ":
            organ = finding.value
        elif finding.field == "session" and organ != "S" and _SESSION.fullmatch(finding.value):
            return finding.value
    return None


def _is_partial(value: str) -> bool:
    """Whether a date is but a year or a month, which is no mistake."""
    return re.fullmatch(r"\d{4}(?:-\d{2})?", value) is not None
