"""Letters of which a catalogue or a list speaks: known by their record alone, or by their text and its metadata.

Where metadata stand beside a text, they fill in what the text does not say. Where the two disagree the text is
believed, and a problem says what the metadata have.
"""

from __future__ import annotations

import re
from datetime import date as Date
from typing import Any

from .language import detect
from .mentions import find_mentions
from .metadata import Metadata, read_metadata
from .symbols import halves, kind_of
from .titles import parse_title
from .types import Letter, Mention, Problem, Reading, Source

# Formats of which the text is the record itself: nothing in it but the title is the sender's.
RECORDS = ("marc", "record")

# How much `facts_said` says of a letter of which sender, addressee and date are known.
ALL_FACTS = 4

_WORDS = ("title", "note", "summary")
# Older records of the Digital Library give dates in titles so: "Letter dated 2000/11/20 from …", "91/12/30".
_CATALOGUE_DATE = re.compile(r"(?<![\d/])(\d{4}|\d{2})/(\d{2})/(\d{2})(?![\d/])")
# What metadata may state of a letter, and how it is called; the last two are of the letter, not of its document.
_FIELDS = {
    "symbol": "symbol",
    "organ": "organ",
    "issued": "date of issue",
    "original_language": "original language",
    "session": "session",
    "agenda_items": "agenda item",
    "date": "date",
    "title": "title",
}
_OF_LETTER = ("date", "title")


def read_record(source: Source, language: str | None = None) -> Reading:
    """Read the letter of which a record speaks; none where its title names no letter.

    Parameters
    ----------
    source
        A source of one of the formats in `RECORDS`.
    language
        The language of the letter; None: the one that the record states, else that of its title.
    """
    stated = read_metadata(source.findings)
    problems = _doubtful(stated)
    if stated.title is None or stated.title.start is None:
        message = "The entry has no title, so whether it is a letter cannot be said. Hint: give it its title."
        return Reading(source, problems=(*problems, Problem("recognise", "note", message)))
    start, end = stated.title.start, stated.title.end
    printed = source.text[start:end]
    own = detect(printed)
    title = parse_title(printed, issuer=_issuer(stated))
    if title is None:
        message = "The title of this entry names no letter or note verbale, so the table of letters has no row for it."
        return Reading(source, (), (*problems, Problem("recognise", "note", message, start, end)), own)
    day = title.dates[0] if title.dates else _catalogue_date(printed)
    if day and stated.date and stated.date not in (day, stated.issued):
        message = _contradiction("date", stated.date, "title", day)
        problems.append(Problem("recognise", "warning", message, start, end, ""))
    spoken = language or stated.language or own or "en"
    mentions = _mentions(source, own, stated)
    dates = (m.text for m in mentions if m.kind == "date" and m.target == str(day) and m.start >= start)
    parties = (*title.senders, *title.addressees)
    letter = Letter(
        letter_id="",
        work_id="",
        parent_id=None,
        part="letter",
        label=None,
        form=title.form,
        language=spoken,
        original_language=stated.original_language,
        symbol=stated.symbol,
        organ=stated.organ,
        date=day or stated.date,
        date_text=next(dates, None),
        issued=stated.issued,
        place=None,
        session=stated.session,
        agenda_items=stated.agenda_items,
        title=" ".join(printed.split()),
        start=0,
        end=len(source.text.rstrip()),
        parties=tuple(party._replace(start=party.start + start, end=party.end + start) for party in parties),
        mentions=mentions,
    )
    return Reading(source, (letter,), tuple(problems), spoken)


def under_its_title(source: Source) -> Source | None:
    """The text of a list with the title that the list gives put above it; None where there is no such title.

    Lists often keep the title apart from the text, which then does not say who writes to whom.
    """
    title = next((finding.value for finding in source.findings if finding.field == "title"), None)
    if title is None or source.format != "list" or parse_title(title) is None:
        return None
    return source._replace(text=f"{title}\n\n{source.text}")


def facts_said(reading: Reading) -> int:
    """How much is known of the covering letter of a document: of its sender, addressee and date, and that it is one."""
    if not reading.letters:
        return 0
    roles = {party.role for party in reading.letters[0].parties}
    return 1 + ("sender" in roles) + ("addressee" in roles) + (reading.letters[0].date is not None)


def with_metadata(reading: Reading) -> Reading:
    """What was read in a text, completed by what the metadata of its source state."""
    stated = read_metadata(reading.source.findings)
    problems = _doubtful(stated)
    kind = kind_of(stated.symbol) if stated.symbol else "document"
    if kind != "document":  # whatever in it looks like a letter: its agenda items are titles of some
        name = "presidential statement" if kind == "statement" else kind
        message = f"This is {stated.symbol}, a {name} and no letter. Hint: read_register reads what organs adopted."
        return reading._replace(letters=(), problems=(Problem("segment", "note", message),))
    letters = []
    for number, letter in enumerate(reading.letters):
        new: dict[str, Any] = {}
        for field, name in _FIELDS.items():
            said, read = _value(stated, field), getattr(letter, field)
            if not said or (field in _OF_LETTER and letter.part != "letter"):
                continue
            if not read:
                new[field] = said
            elif (number == 0 or field in _OF_LETTER) and not _agree(field, said, letter):
                message = _contradiction(name, said, "text", read)
                problems.append(Problem("recognise", "warning", message, letter.start, letter.end, letter.letter_id))
        letters.append(letter._replace(**new) if new else letter)
    return reading._replace(letters=tuple(letters), problems=(*reading.problems, *problems))


def _value(stated: Metadata, field: str) -> Any:
    if field == "title":
        return " ".join(stated.title.value.split()) if stated.title else None
    return getattr(stated, field)


def _agree(field: str, said: Any, letter: Letter) -> bool:
    """Whether metadata and text say the same; each half of a joint symbol is that of the document."""
    read = getattr(letter, field)
    if field == "title":  # catalogues word titles as they like
        return True
    if field == "date":  # lists often have one date only, and it is the one of the masthead
        return said in (read, letter.issued)
    if field == "symbol":
        return not set(halves(said)).isdisjoint(halves(read))
    if field == "organ":
        return not set(said.split("; ")).isdisjoint(read.split("; "))
    return bool(said == read)


def _doubtful(stated: Metadata) -> list[Problem]:
    return [
        Problem("recognise", "warning", f"The date {value!r} was not understood. Hint: write it as 2014-02-28.")
        for value in stated.doubtful
    ]


def _contradiction(name: str, said: Any, where: str, read: Any) -> str:
    one, other = ("; ".join(value) if isinstance(value, tuple) else str(value) for value in (said, read))
    return f"Its metadata have {one} for the {name}, its {where} {other}, which was taken. Hint: look which is right."


def _issuer(stated: Metadata) -> str | None:
    return stated.organ.split("; ")[0] if stated.organ else None


def _catalogue_date(title: str) -> Date | None:
    match = _CATALOGUE_DATE.search(title)
    if match is None:
        return None
    year = int(match[1]) + (1900 if len(match[1]) == 2 else 0)
    try:
        return Date(year, int(match[2]), int(match[3]))
    except ValueError:
        return None


def _mentions(source: Source, language: str | None, stated: Metadata) -> tuple[Mention, ...]:
    """What title, notes and summary name, but for the symbol of the letter itself."""
    spans = [f for f in source.findings if f.field in _WORDS and f.start is not None and f.end is not None]
    own = set(halves(stated.symbol)) if stated.symbol else set()
    return tuple(
        mention
        for mention in find_mentions(source.text, language, _issuer(stated))
        if any(f.start <= mention.start and mention.end <= f.end for f in spans)  # type: ignore[operator]
        and own.isdisjoint(halves(mention.target))
    )
