"""What stands around the body of a letter: letterhead, place and date, salutation.

All offsets are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .dates import DateHit
from .fold import any_of
from .gaps import gap
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
    before_salutation: re.Pattern[str]
    anonymous: re.Pattern[str]
    honorific: re.Pattern[str]
    addressed: re.Pattern[str]
    addressed_within: re.Pattern[str]
    everyone: re.Pattern[str]
    copies: re.Pattern[str]
    copies_within: re.Pattern[str]
    reference: re.Pattern[str]
    reference_word: re.Pattern[str]
    versions: re.Pattern[str]
    stamp: re.Pattern[str]
    note: re.Pattern[str]
    speech: re.Pattern[str]
    secretary_general: re.Pattern[str]


_BORDER = r"(?![^\W_])"
# What may stand between a date and the salutation: a reference, or the signs and scraps of words of a scan.
_SCRAPS = r"(?: (?:no|ref)\.? ?[\w/.'-]{1,20}|(?: \S{1,4}){0,6}?)"


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
        before_salutation=re.compile(rf"{_SCRAPS}.(?={_any(language, 'salutation')})", re.DOTALL),
        anonymous=re.compile(rf"{_any(language, 'anonymous')}[\s,:.!،：]*"),
        honorific=re.compile(rf"(?:{_any(language, 'honorifics')}[ .]*)+"),
        addressed=re.compile(_any(language, "addressed")),
        addressed_within=re.compile(rf"{free}(?!(?:to|a)\b){_any(language, 'addressed')}"),
        everyone=find("everyone"),
        copies=re.compile(rf"{_any(language, 'copies')}[ :]"),
        copies_within=re.compile(rf"{free}{_any(language, 'copies')}[ :]"),
        reference=re.compile(rf"{_any(language, 'reference')}[ :№]*\S*\d"),
        reference_word=re.compile(rf"{_any(language, 'reference')}[ :.№]*"),
        versions=re.compile(_any(language, "versions")),
        stamp=re.compile(_any(language, "stamps")),
        speech=re.compile(_any(language, "speech")),
        secretary_general=find("secretary_general"),
        note=re.compile(rf".{{2,30}}{_any(language, 'note')}$" if language == "zh" else _any(language, "note")),
    )


def salutation(page: View, lines: Sequence[Line]) -> int | None:
    """The index of the line with the salutation: short, and ended by a comma, a colon, or the line's end."""
    return next((index for index, line in enumerate(lines) if salutation_of(page, line)), None)


_WHOLE = 200  # characters from which on a line is a paragraph, if not the whole letter
_ARTICLE = 8  # characters that an article and a blank before an office take at most


def _begins_with_office(page: View, at: int) -> bool:
    """Whether an office with its article stands at an offset: "The Permanent Mission"."""
    offices = (hit.start for hit in page.beginning(at, at + _ARTICLE) if hit.has("capacity"))
    bare = not words(page.language)["parties"]["article"] and page.folded.plain[at].isupper()
    return any(gap(page.folded.lower[at:start], page.language) == "a" or (bare and start == at) for start in offices)


def _greetings(page: View, line: Line) -> Iterator[int]:
    """Salutations within a paragraph: "Sir,", "Monsieur le Président,", but not "Monsieur Jean Testani,"."""
    lower, plain = page.folded.lower, page.folded.plain
    for match in forms(page.language).salutation.finditer(lower, line.at, line.to):
        start, end = match.span()
        if not plain[start - 1].isspace() or plain[start].islower():
            continue
        office = next((hit for hit in page.beginning(end, end + _ARTICLE) if hit.has("capacity")), None)
        if office and gap(lower[end : office.start], page.language) in ("", "a"):
            end = office.end
        if lower[end : end + 1] in (",", "،", ":"):
            yield start


def body_starts(page: View) -> list[int]:
    """Where a letter may begin to speak: with a salutation on its line, or "I have the honour"."""
    lines, plain = page.lines, page.folded.plain
    begins = {line.at for line in lines if line.to - line.at <= 90 and salutation_of(page, line)}
    for line in lines:
        if line.to - line.at > _WHOLE:
            begins.update(_greetings(page, line))
    for speaks in page.phrases.all("letter.speaks", 0, len(plain)):
        if plain[speaks.start()].isupper() or lines[page.line_index(speaks.start())].at == speaks.start():
            begins.add(speaks.start())
    for presents in page.phrases.all("letter.presents", 0, len(plain)):
        index = page.line_index(presents.start())
        # Its subject, "The Permanent Mission of …", may fill two lines; the title's lines above have no such beginning.
        near = (line.at for line in reversed(lines[max(0, index - 2) : index + 1]))
        begins.add(next((at for at in near if _begins_with_office(page, at)), lines[index].at))
        own = [hit.start for hit in page.within(lines[index].at, presents.start()) if hit.has("capacity")]
        begins.update(own[-1:])  # in a text on one line the title stands before it
    return sorted(start for start in begins if not plain[start].islower())


_GREETING = 60  # characters of a salutation behind which the letter goes on


def salutation_of(page: View, line: Line) -> Block | None:
    """The salutation at the beginning of a line: all of it, or "Excellency, Upon instructions …" to its comma."""
    known, lower, plain = forms(page.language), page.folded.lower, page.folded.plain
    if line.to - line.at <= 90 and _addresses_by_name(page, line):
        return Block(line.at, line.to)
    if not known.salutation.match(lower, line.at, line.to):
        return None
    if line.to - line.at <= 90:
        whole = lower[line.to - 1] in ",:،!：" or known.anonymous.fullmatch(lower, line.at, line.to)
        if whole:
            return Block(line.at, line.to)
    nobody = known.anonymous.match(lower, line.at, line.to)
    stop = nobody.end() if nobody else lower.find(":", line.at, min(line.to, line.at + _GREETING)) + 1
    goes_on = plain[stop : stop + 2].lstrip()[:1].isupper() and line.to - stop > 40
    marked = stop > line.at and plain[line.at : stop].rstrip()[-1] in ",:"
    return Block(line.at, stop) if marked and goes_on else None


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
_AFTER = re.compile(
    r"(?: ?(?:г\.?|гoдa?|م))?[ .*]*(?:(?:[,،] ?|于)(?P<place>[^\W\d_][^\d,.:;()]{1,30}))?"
    r"(?: ?\([^()\d]{1,30}\))?[ .,،*]*"  # "12 May 1996 (Not issued)"
)


def dateline(page: View, lines: Sequence[Line]) -> Dateline | None:
    """The first line that holds nothing but a date, or a place and a date; not a page's "Posted on 12 May 1996"."""
    plain = page.folded.plain
    for index, line in enumerate(lines):
        if line.to - line.at > 70 or forms(page.language).stamp.match(page.folded.lower, line.at, line.to):
            continue
        day = next((d for d in page.dates_between(line.at, line.to + 1) if d.day), None)
        after = day and _AFTER.fullmatch(plain, day.end, line.to)
        if day is None or after is None:
            continue
        known, stretch = forms(page.language), (page.folded.lower, line.at, day.start)
        numbered = known.reference.match(*stretch) or known.reference_word.match(*stretch)
        before = _TAIL.sub("", plain[numbered.end() if numbered else line.at : day.start]).strip(' ,،-:"')
        if before and after["place"]:
            continue
        if not before and not after["place"]:
            return Dateline(day, _place_line(page, lines[index + 1 : index + 3]), line)
        place = re.sub(r"^г\. ?", "", before) if before else after["place"].strip()
        begin = plain.index(place, line.at if before else day.end)
        if _is_place(page, begin, begin + len(place)):
            return Dateline(day, Block(begin, begin + len(place)), line)
    return None


_INLINE_HEAD, _INLINE_ADDRESS = 160, 600  # characters before a date; with an office, an address and telephones


def inline_dateline(page: View, start: int) -> Dateline | None:
    """Place and date at the head of a letter that is not parted into lines, before its salutation."""
    known, plain = forms(page.language), page.folded.plain
    for day in page.dates_between(start, start + _INLINE_ADDRESS):
        if not day.day or not known.before_salutation.match(page.folded.lower, day.end):
            continue
        line = page.lines[page.line_index(start)]
        if any(hit.has("capacity") for hit in page.within(start, day.start)):
            # "PERMANENT MISSION OF CHAD … 6 June 1975", but no sentence with a date in it
            speaks = day.end > start + _INLINE_HEAD and page.phrases.first("letter.speaks", start, day.start)
            return None if speaks else Dateline(day, None, line)
        place = plain[start : day.start].strip(" ,،")
        if not place:
            return Dateline(day, None, line)
        begin = plain.index(place, start)
        return (
            Dateline(day, Block(begin, begin + len(place)), line)
            if _is_place(page, begin, begin + len(place))
            else None
        )
    return None


def _is_place(page: View, start: int, end: int) -> bool:
    """Whether a few words beside a date can name a place: capitals, no number, no office."""
    words_ = page.folded.plain[start:end]
    capital = words_[0].isupper() or words_[0] > "\u0600"
    if not capital or any(c.isdigit() for c in words_) or len(words_) > 40 or words_.count(" ") > 4:
        return False
    if forms(page.language).reference_word.fullmatch(page.folded.lower, start, end):
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
        stretch = (page.folded.lower, line.at, line.to)
        person = known.salutation.match(*stretch) or known.addressed.match(*stretch) or known.honorific.match(*stretch)
        return Block(*match.span(1)) if match and not person and not page.within(line.at, line.to) else None
    return None


def is_foreign(page: View, line: Line) -> bool:
    """Whether a line is certainly no letterhead: a menu, a mark of the version, running text."""
    text = page.folded.lower[line.at : line.to]
    marked = forms(page.language).versions.match(text) or original_language(page, line.at, line.to)
    return len(text) > 60 or not _MENU.isdisjoint(text) or bool(marked)


_MENU = frozenset("|©…")


def is_letterhead(page: View, line: Line) -> bool:
    """Whether a line above the salutation belongs to the letterhead: an office, a date, a number, capitals."""
    plain, lower = page.folded.plain[line.at : line.to], page.folded.lower[line.at : line.to]
    known = forms(page.language)
    if len(plain) < _WHOLE and known.copies.match(lower):
        return True
    if len(plain) > 90 or (len(plain) <= 60 and is_foreign(page, line)):
        return False
    if plain.isupper():
        return True
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
            return _paragraph(lines, i)
    speaks = page.phrases.first("letter.speaks", lines[0].at, lines[-1].to) if lines else None
    said = (i for i, line in enumerate(lines) if speaks and line.at <= speaks.start() < line.to)
    return _paragraph(lines, next(said, 0))


def _paragraph(lines: Sequence[Line], index: int) -> int:
    """The index of the first line of a paragraph: those above it are long, and no blank line parts them."""
    while index and not lines[index].gap and lines[index - 1].to - lines[index - 1].at > 50:
        index -= 1
    return index
