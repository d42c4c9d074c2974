"""What stands around the body of a letter: place and date, salutation, signature block, address block, copies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .dates import DateHit
from .fold import fold
from .lexicon import words
from .page import Line, View


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the folded text: `start:end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature: the printed name and the block of lines that holds it and the office."""

    name: Block | None
    block: Block


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language (and English, whose forms are used in every one)."""

    salutation: re.Pattern[str]
    anonymous: re.Pattern[str]
    closing: re.Pattern[str]
    signed: re.Pattern[str]
    honorific: re.Pattern[str]
    addressed: re.Pattern[str]
    everyone: re.Pattern[str]
    copies: re.Pattern[str]
    reference: re.Pattern[str]
    presents: re.Pattern[str]
    speaks: re.Pattern[str]
    versions: re.Pattern[str]


def _any(language: str, key: str) -> str:
    names = {fold(w).lower for lang in dict.fromkeys((language, "en")) for w in words(lang)["letter"][key]}
    border = "" if language == "zh" else r"(?![^\W_])"
    return "|".join(re.escape(n) + (border if n[-1:].isalnum() else "") for n in sorted(names, key=len, reverse=True))


@cache
def patterns(language: str) -> _Words:
    """The compiled words around a letter's body."""
    free = "" if language == "zh" else r"(?<![^\W_])"

    def find(key: str) -> re.Pattern[str]:
        return re.compile(rf"{free}(?:{_any(language, key)})")

    return _Words(
        salutation=re.compile(rf"(?:{_any(language, 'salutation')})"),
        anonymous=re.compile(rf"(?:{_any(language, 'anonymous')})[\s,:.!،：]*"),
        closing=find("closing"),
        signed=re.compile(rf"(?:{_any(language, 'signed')})"),
        honorific=re.compile(rf"(?:(?:{_any(language, 'honorifics')})[ .]*)+"),
        addressed=re.compile(rf"(?:{_any(language, 'addressed')})"),
        everyone=find("everyone"),
        copies=re.compile(rf"(?:{_any(language, 'copies')})[ :]"),
        reference=re.compile(rf"(?:{_any(language, 'reference')})[ :№]*\S*\d"),
        presents=find("presents"),
        speaks=find("speaks"),
        versions=re.compile(_any(language, "versions")),
    )


def folded_span(page: View, line: Line) -> tuple[int, int]:
    """The line in offsets of the folded text."""
    return page.folded.at(line.start), page.folded.at(line.end)


def lines_between(page: View, start: int, end: int) -> list[Line]:
    """The lines that begin between two offsets of the folded text."""
    raw_start, raw_end = page.folded.raw(start), page.folded.raw(end)
    return [line for line in page.lines if raw_start <= line.start < raw_end]


def salutation(page: View, lines: Sequence[Line]) -> int | None:
    """The index of the line with the salutation: short, and ended by a comma, a colon, or the line's end."""
    known = patterns(page.language)
    for index, line in enumerate(lines):
        start, end = folded_span(page, line)
        text = page.folded.lower[start:end]
        if len(text) > 90 or not known.salutation.match(text):
            continue
        if text.rstrip()[-1:] in ",:،!：،" or known.anonymous.fullmatch(text):
            return index
    return None


_PLACE = re.compile(r"(?:г\. ?|le |la |el |on |at |في )?")


def dateline(page: View, lines: Sequence[Line]) -> tuple[DateHit, Block | None, Line] | None:
    """The first line that holds nothing but a date, or a place and a date, and the place."""
    for index, line in enumerate(lines):
        start, end = folded_span(page, line)
        if end - start > 70:
            continue
        day = next((d for d in page.dates if start <= d.start and d.end <= end + 1 and d.day), None)
        if day is None:
            continue
        plain = page.folded.plain
        before, after = plain[start : day.start], plain[day.end : end]
        if re.search(r"[^\W\d_]{2}", re.sub(r"г\.|гoдa", "", after)) or re.search(r"\d", after):
            continue
        place = re.sub(r"(?:,|،)? ?(?:le|the|el|on|a|в|في)? ?-? ?$", "", before).strip(" ,،-:")
        if not place:
            return day, _place_line(page, lines, index), line
        if re.search(r"\d", place) or len(place) > 40 or len(place.split()) > 5 or not (place[0].isupper() or place[0] > "\u0600"):
            continue
        begin = plain.index(place, start)
        known = page.within(start, day.start)
        if any(h.has("capacity") or h.has("citations.resolution") for h in known):
            continue
        return day, Block(begin, begin + len(place)), line
    return None


def _place_line(page: View, lines: Sequence[Line], index: int) -> Block | None:
    """A place on a line of its own right after a date that has none (Москва), with a reference number between."""
    known = patterns(page.language)
    for line in lines[index + 1 : index + 3]:
        start, end = folded_span(page, line)
        text = page.folded.plain[start:end]
        if known.reference.match(text.lower()) or text.startswith("№"):
            continue
        match = re.fullmatch(r"(?:г\. ?)?([^\W\d_]+(?:[ -][^\W\d_]+){0,2})", text)
        if match and text[0].isalpha() and not known.salutation.match(text.lower()) and not page.within(start, end):
            return Block(start + match.start(1), start + match.end(1))
        return None
    return None


_NAME = re.compile(r"[^\W\d_][^\d\n]*")


def signatures(page: View, start: int, end: int) -> list[Signature]:
    """The signatures of a letter: at each "(Signed)", else the short lines after the closing formula."""
    known = patterns(page.language)
    marks = list(known.signed.finditer(page.folded.lower, start, end))
    found = []
    for mark in marks:
        word = page.folded.lower[mark.start() : mark.end()]
        if word[0] not in "([" and (mark.start() and page.folded.plain[mark.start() - 1] not in " \n" or not _own_line(page, mark.start())):
            continue
        name = _name_before(page, mark.start()) if page.language == "zh" else _name_after(page, mark.end(), end)
        found.append(Signature(name, _office_block(page, mark.start(), mark.end() if name is None else max(mark.end(), name.end), start, end)))
    if found:
        return found
    return _unmarked(page, start, end)


def _own_line(page: View, start: int) -> bool:
    raw = page.folded.raw(start)
    return any(line.start == raw for line in page.lines)


def _line_at(page: View, offset: int) -> int:
    raw = page.folded.raw(offset)
    for index, line in enumerate(page.lines):
        if line.start <= raw < line.end or line.start >= raw:
            return index
    return len(page.lines) - 1


def _trim(page: View, start: int, end: int) -> Block | None:
    """A person's name without honorifics, offices, or anything behind a comma, number or wide gap."""
    plain, lower = page.folded.plain, page.folded.lower
    while start < end and not plain[start].isalpha():
        start += 1
    if (title := patterns(page.language).honorific.match(lower, start, end)) and title.end() < end:
        start = title.end()
    for hit in page.hits:
        if hit.start >= end:
            break
        if hit.end > start and (hit.has("capacity") or hit.has("entity")):
            if hit.has("capacity") and hit.start <= start:
                return None
            if hit.start > start + 3:
                end = min(end, hit.start)
                while end > start and plain[end - 1].isalpha() and plain[end].isalpha():
                    end -= 1  # the article that Arabic writes together with the office
    match = re.match(r"[^\W\d_](?:[^\d\n,;:()\[\]،]|,(?= ?(?:Jr|Sr|III|II)))*", plain[start:end])
    if not match:
        return None
    stop = start + match.end()
    raw = page.text[page.folded.raw(start) : page.folded.raw(stop - 1) + 1]
    if wide := re.search(r" {3,}|\t", raw):
        stop = page.folded.at(page.folded.raw(start) + wide.start())
    while stop > start and not (plain[stop - 1].isalpha() or plain[stop - 1] == "."):
        stop -= 1
    words_ = plain[start:stop].split()
    while words_ and words_[-1].islower() and len(words_) > 1:  # a word of the office that the lexicon does not know
        stop -= len(words_[-1]) + 1
        words_.pop()
    return Block(start, stop) if stop - start > 1 and len(words_) <= 8 else None


def _name_after(page: View, start: int, end: int) -> Block | None:
    raw = page.folded.raw(start)
    index = _line_at(page, max(start - 1, 0))
    line = page.lines[index]
    stop = page.folded.at(line.end) if line.start <= raw <= line.end else start
    if (name := _trim(page, start, min(stop, end))) is not None:
        return name
    for line in page.lines[index + 1 : index + 3]:
        begin, stop = folded_span(page, line)
        if begin >= start and stop <= end + 1 and (name := _trim(page, begin, stop)):
            return name
    return None


def _name_before(page: View, end: int) -> Block | None:
    """Chinese prints the name before （签名）: back to the office, a stop, or the line's start."""
    plain = page.folded.plain
    start = end
    while start and plain[start - 1] not in "。;\n,、 :" and end - start < 30:
        start -= 1
    if plain[start - 1 : start] == " " and end - start < 3:
        start -= 1
        while start and plain[start - 1] not in "。;\n,、:" and end - start < 40:
            start -= 1
    for hit in page.hits:
        if hit.start >= end:
            break
        if hit.end > start and (hit.has("capacity") or hit.has("entity")):
            start = min(hit.end, end)
    while start < end and plain[start] in " *":
        start += 1
    while end > start and plain[end - 1] == " ":
        end -= 1
    return Block(start, end) if end - start >= 2 else None


def _office_block(page: View, start: int, end: int, floor: int, ceiling: int) -> Block:
    """The lines before and after a signature that name the office: short lines up to a gap with running text."""
    lines, known = page.lines, patterns(page.language)
    first = last = _line_at(page, start)
    low, high = page.folded.raw(floor), page.folded.raw(ceiling)
    while first > 0 and lines[first - 1].start >= low and _short(page, lines[first - 1]) and last - first < 5:
        if lines[first].gap and not _short(page, lines[first - 1]):
            break
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].end <= high and last - first < 9 and _short(page, lines[last + 1]):
        following = page.folded.at(lines[last + 1].start)
        if known.addressed.match(page.folded.lower, following) or known.copies.match(page.folded.lower, following):
            break
        last += 1
    begin, stop = page.folded.at(lines[first].start), page.folded.at(lines[last].end)
    if stop - begin > 500:  # a text on one line: what stands right around the signature
        sentence = max(page.folded.plain.rfind(mark, floor, start) for mark in (". ", "。", "\n"))
        begin, stop = max(floor, sentence + 1, start - 200), min(ceiling, end + 160)
    return Block(max(begin, floor), min(stop, ceiling))


def _short(page: View, line: Line) -> bool:
    """Whether a line can belong to a signature block: short, no sentence, no salutation or date of its own."""
    text = page.folded.lower[slice(*folded_span(page, line))]
    return len(text) <= 75 and text[-1:] not in ".;:。" and not patterns(page.language).closing.search(text)


def _unmarked(page: View, start: int, end: int) -> list[Signature]:
    """A signature without a mark: the short lines after the closing formula, the name first or after the office."""
    known = patterns(page.language)
    closings = list(known.closing.finditer(page.folded.lower, start, end))
    if not closings:
        return []
    index = _line_at(page, closings[-1].end() - 1)
    while index + 1 < len(page.lines) and not page.lines[index + 1].gap and page.text[page.lines[index].end - 1] not in ",.،。":
        index += 1  # the rest of the closing sentence
    high = page.folded.raw(end)
    block: list[Line] = []
    for line in page.lines[index + 1 :]:
        begin, _ = folded_span(page, line)
        text = page.folded.lower[begin : folded_span(page, line)[1]]
        if "|" in text or "©" in text or line.end > high or len(block) >= 7 or known.addressed.match(text) or known.copies.match(text) or known.everyone.match(text):
            break
        if len(text) > 110 or known.closing.search(text):
            if block:
                break
            continue
        block.append(line)
    if not block:
        return []
    name = _nearest_name(page, block)
    return [Signature(name, Block(folded_span(page, block[0])[0], folded_span(page, block[-1])[1]))]


def _nearest_name(page: View, block: Sequence[Line]) -> Block | None:
    """The line of a block that can be a name; of several the one that is next to an office."""
    offices, names = [], []
    for index, line in enumerate(block):
        begin, stop = folded_span(page, line)
        plain = page.folded.plain[begin:stop]
        if any(h.has("capacity") or h.has("entity") for h in page.within(begin, stop)):
            offices.append(index)
        elif 1 <= len(re.findall(r"[^\W\d_]+", plain)) <= 6 and plain[0].isalpha() and not re.search(r"[\d:]", plain):
            names.append(index)
    if not names:
        return None
    best = min(names, key=lambda i: (min((abs(i - o) for o in offices), default=0), i))
    begin, stop = folded_span(page, block[best])
    return _trim(page, begin, stop)


def address_blocks(page: View, start: int, end: int) -> list[Block]:
    """Blocks of lines to whom a letter goes ("His Excellency / Mr. … / Secretary-General …"), wherever they stand."""
    known = patterns(page.language)
    blocks: list[Block] = []
    lines = lines_between(page, start, end)
    taken = -1
    for index, line in enumerate(lines):
        if index <= taken:
            continue
        begin, stop = folded_span(page, line)
        text = page.folded.lower[begin:stop]
        if len(text) > 90 or text[-1:] in ",،." and index + 1 < len(lines) and salutation(page, [line]) == 0:
            continue
        if not (known.addressed.match(text) or known.everyone.match(text)):
            continue
        last = index
        while last + 1 < len(lines) and not lines[last + 1].gap and last - index < 7:
            following = page.folded.lower[slice(*folded_span(page, lines[last + 1]))]
            if len(following) > 90 or known.copies.match(following):
                break
            last += 1
        stop = folded_span(page, lines[last])[1]
        if any(h.has("capacity") or h.has("entity") for h in page.within(begin, stop)) or known.everyone.match(text):
            blocks.append(Block(begin, stop))
            taken = last
    return blocks


def copies(page: View, start: int, end: int) -> list[Block]:
    """What follows "Copies to" on its line."""
    known = patterns(page.language)
    found = []
    for line in lines_between(page, start, end):
        begin, stop = folded_span(page, line)
        if stop - begin < 200 and (match := known.copies.match(page.folded.lower, begin, stop)):
            found.append(Block(match.end(), stop))
    return found
