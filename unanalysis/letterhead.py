"""What stands around the body of a letter: place and date, salutation, address block, copies.

All offsets are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .dates import DateHit
from .fold import any_of
from .lexicon import words
from .masthead import original_language
from .page import Line, View


class Block(NamedTuple):
    """A stretch of the folded text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Forms:
    """The patterns of one language (and of English, whose forms are used in every one); see key `letter`."""

    salutation: re.Pattern[str]
    anonymous: re.Pattern[str]
    honorific: re.Pattern[str]
    addressed: re.Pattern[str]
    everyone: re.Pattern[str]
    copies: re.Pattern[str]
    reference: re.Pattern[str]
    versions: re.Pattern[str]
    note: re.Pattern[str]


_BORDER = r"(?![^\W_])"


def _any(language: str, key: str) -> str:
    names = [w for lang in dict.fromkeys((language, "en")) for w in words(lang)["letter"][key]]
    return f"(?:{any_of(names, '' if language == 'zh' else _BORDER)})"


@cache
def forms(language: str) -> Forms:
    """The compiled words around a letter's body."""
    free = {"zh": "", "ar": r"(?<![^\W_])[وف]?"}.get(language, r"(?<![^\W_])")

    def find(key: str) -> re.Pattern[str]:
        return re.compile(free + _any(language, key))

    return Forms(
        salutation=re.compile(_any(language, "salutation")),
        anonymous=re.compile(rf"{_any(language, 'anonymous')}[\s,:.!،：]*"),
        honorific=re.compile(rf"(?:{_any(language, 'honorifics')}[ .]*)+"),
        addressed=re.compile(_any(language, "addressed")),
        everyone=find("everyone"),
        copies=re.compile(rf"{_any(language, 'copies')}[ :]"),
        reference=re.compile(rf"{_any(language, 'reference')}[ :№]*\S*\d"),
        versions=re.compile(_any(language, "versions")),
        note=re.compile(rf".{{2,30}}{_any(language, 'note')}$" if language == "zh" else _any(language, "note")),
    )


def salutation(page: View, lines: Sequence[Line]) -> int | None:
    """The index of the line with the salutation: short, and ended by a comma, a colon, or the line's end."""
    known = forms(page.language)
    for index, line in enumerate(lines):
        if line.to - line.at <= 90 and _addresses_by_name(page, line):
            return index
        if line.to - line.at > 90 or not known.salutation.match(page.folded.lower, line.at, line.to):
            continue
        lower = page.folded.lower
        if lower[line.to - 1] in ",:،!：" or known.anonymous.fullmatch(lower, line.at, line.to):
            return index
    return None


def _addresses_by_name(page: View, line: Line) -> bool:
    """Chinese names the office and the person before the honorific, and ends with a colon: 秘书长某某先生:."""
    if page.language != "zh" or page.folded.lower[line.to - 1] != ":":
        return False
    named = next(iter(page.beginning(line.at, line.to)), None)
    begins = named is not None and named.start == line.at
    return begins and forms("zh").honorific.search(page.folded.lower, line.at, line.to) is not None


class Dateline(NamedTuple):
    """The date of a letter on a line of its own, and the place, if it is printed."""

    day: DateHit
    place: Block | None
    line: Line


_TAIL = re.compile(r"(?:,|،)? ?(?:le|the|el|on|a|в|في)? ?-? ?$")
_AFTER = re.compile(r"(?: ?(?:г\.?|гoдa?|م))?[ .*]*(?:(?:[,،] ?|于)(?P<place>[^\W\d_][^\d,.:;]{1,30}))?[ .,،*]*")


def dateline(page: View, lines: Sequence[Line]) -> Dateline | None:
    """The first line that holds nothing but a date, or a place and a date."""
    plain = page.folded.plain
    for index, line in enumerate(lines):
        if line.to - line.at > 70:
            continue
        day = next((d for d in page.dates_between(line.at, line.to + 1) if d.day), None)
        after = day and _AFTER.fullmatch(plain, day.end, line.to)
        if day is None or after is None:
            continue
        before = _TAIL.sub("", plain[line.at : day.start]).strip(" ,،-:")
        if before and after["place"]:
            continue
        if not before and not after["place"]:
            return Dateline(day, _place_line(page, lines[index + 1 : index + 3]), line)
        place = re.sub(r"^г\. ?", "", before) if before else after["place"].strip()
        begin = plain.index(place, line.at if before else day.end)
        if _is_place(page, begin, begin + len(place)):
            return Dateline(day, Block(begin, begin + len(place)), line)
    return None


def inline_dateline(page: View, start: int) -> Dateline | None:
    """Place and date at the head of a letter that is not parted into lines, before its salutation."""
    day = next((d for d in page.dates_between(start, start + 80) if d.day), None)
    if day is None or not forms(page.language).salutation.match(page.folded.lower, day.end + 1):
        return None
    place = page.folded.plain[start : day.start].strip(" ,،")
    if not place:
        return Dateline(day, None, page.lines[page.line_index(start)])
    begin = page.folded.plain.index(place, start)
    if not _is_place(page, begin, begin + len(place)):
        return None
    return Dateline(day, Block(begin, begin + len(place)), page.lines[page.line_index(start)])


def _is_place(page: View, start: int, end: int) -> bool:
    """Whether a few words beside a date can name a place: capitals, no number, no office."""
    words_ = page.folded.plain[start:end]
    capital = words_[0].isupper() or words_[0] > "\u0600"
    if not capital or any(c.isdigit() for c in words_) or len(words_) > 40 or words_.count(" ") > 4:
        return False
    if any(word.islower() and len(word) > 3 for word in re.findall(r"[^\W\d_]+", words_)):
        return False  # the end of a sentence: "Council, adopted 24 February 2018"; not "Rio de Janeiro"
    return not any(h.has("capacity") or h.has("citations.resolution") for h in page.touching(start, end))


_ONE_PLACE = re.compile(r"(?:г\. ?)?([^\W\d_]+(?:[ -][^\W\d_]+){0,2})")


def _place_line(page: View, lines: Sequence[Line]) -> Block | None:
    """A place on a line of its own behind a date that has none (Москва), with a reference number between."""
    known = forms(page.language)
    for line in lines:
        if known.reference.match(page.folded.lower, line.at, line.to) or page.folded.plain[line.at] == "№":
            continue
        match = _ONE_PLACE.fullmatch(page.folded.plain, line.at, line.to)
        named = page.within(line.at, line.to) or known.salutation.match(page.folded.lower, line.at, line.to)
        return Block(*match.span(1)) if match and not named else None
    return None


def address_blocks(page: View, start: int, end: int) -> list[Block]:
    """Blocks of lines to whom a letter goes ("His Excellency / Mr. … / Secretary-General …"), wherever they stand."""
    known = forms(page.language)
    lower = page.folded.lower
    blocks: list[Block] = []
    lines = page.lines_between(start, end)
    taken = -1
    for index, line in enumerate(lines):
        if index <= taken or line.to - line.at > 90:
            continue
        everyone = known.everyone.match(lower, line.at, line.to)
        if not everyone and not known.addressed.match(lower, line.at, line.to):
            continue
        if salutation(page, [line]) == 0:
            continue
        last = index
        while last + 1 < len(lines) and not lines[last + 1].gap and last - index < 7:
            after = lines[last + 1]
            if after.to - after.at > 90 or known.copies.match(lower, after.at, after.to):
                break
            last += 1
        stop = lines[last].to
        if everyone or any(h.has("capacity") or h.has("entity") for h in page.within(line.at, stop)):
            blocks.append(Block(line.at, stop))
            taken = last
    return blocks


def copies(page: View, start: int, end: int) -> list[Block]:
    """What follows "Copies to" on its line."""
    known = forms(page.language)
    found = []
    for line in page.lines_between(start, end):
        if line.to - line.at < 200 and (match := known.copies.match(page.folded.lower, line.at, line.to)):
            found.append(Block(match.end(), line.to))
    return found


def is_foreign(page: View, line: Line) -> bool:
    """Whether a line is certainly no letterhead: a menu, a mark of the version, running text."""
    text = page.folded.lower[line.at : line.to]
    marked = forms(page.language).versions.match(text) or original_language(page, line.at, line.to)
    return len(text) > 60 or not _MENU.isdisjoint(text) or bool(marked)


_MENU = frozenset("|©…")


def is_letterhead(page: View, line: Line) -> bool:
    """Whether a line above the salutation belongs to the letterhead: an office, a date, a number, capitals."""
    plain, lower = page.folded.plain[line.at : line.to], page.folded.lower[line.at : line.to]
    if len(plain) > 90 or (len(plain) <= 60 and is_foreign(page, line)):
        return False
    if plain.isupper():
        return True
    known = forms(page.language)
    return bool(
        any(h.has("capacity") or h.has("entity") for h in page.within(line.at, line.to))
        or dateline(page, [line])
        or known.reference.match(lower)
        or known.addressed.match(lower)
        or re.search(r"\d{3}|№", plain)
        or re.fullmatch(r"(?:г\. ?)?[^\W\d_]+(?:[ -][^\W\d_]+)?", plain)
    )


def body_line(page: View, lines: Sequence[Line]) -> int:
    """The index of the first line of the body: the salutation, or the first line of running text."""
    if (index := salutation(page, lines)) is not None:
        return index
    for i, line in enumerate(lines):
        running = line.to - line.at > (30 if page.language == "zh" else 65) and not is_letterhead(page, line)
        speaks = page.phrases.first("letter.speaks", line.at, len(page.folded.lower))
        begins = speaks is not None and speaks.start() == line.at
        if running or begins or page.phrases.first("letter.presents", line.at, line.to):
            while i and not lines[i].gap and lines[i - 1].to - lines[i - 1].at > 50:
                i -= 1
            return i
    return 0
