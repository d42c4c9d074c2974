"""Signatures: the name behind "(Signed)", or below the closing formula, and the office printed with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .gaps import gap
from .letterhead import Block, forms
from .named import entity_kind
from .page import Line, View
from .scan import Hit


class Signature(NamedTuple):
    """A signature: where its name is printed, and the lines that hold name and office (offsets of the folded text)."""

    name: Block | None
    block: Block


def signatures(page: View, start: int, end: int, titled: bool = False) -> list[Signature]:
    """The signatures of a letter: at each "(Signed)", else the short lines below the closing formula.

    `titled` tells that a title says that this is a letter: then its last lines may be a signature without a formula.
    """
    found = [_at_mark(page, mark.start(), mark.end(), start, end) for mark in _marks(page, start, end)]
    if found:
        return found
    block = _below_closing(page, start, end)
    if not block and (together := _run_together(page, start, end)):
        return [together]
    if not block and titled:
        block = _last_lines(page, start, end)
        if not block and (capitals := _surname_in_capitals(page, start, end)):
            return [capitals]
    if not block:
        return []
    name = _nearest_name(page, block)
    if name is None and (together := _run_together(page, start, min(end, block[0].to))):
        return [together]
    return [Signature(name, Block(block[0].at, block[-1].to))]


def _marks(page: View, start: int, end: int) -> list[re.Match[str]]:
    """Where it says "(Signed)"; a bare "Signature" counts at the beginning of a line only."""
    marks = page.phrases.all("letter.signed", start, end)
    return [m for m in marks if m[0][0] in "([" or page.lines[page.line_index(m.start())].at == m.start()]


def _at_mark(page: View, begin: int, stop: int, start: int, end: int) -> Signature:
    name = _name_before(page, begin, start) if page.language == "zh" else _name_after(page, stop, end)
    return Signature(name, _office_block(page, begin, max(stop, name.end if name else 0), start, end))


_MIDDLE = 30  # characters from which on "(Signed)" stands in the middle of a line, and a name may go on on the next


def _name_after(page: View, start: int, end: int) -> Block | None:
    index = page.line_index(start - 1)
    line = page.lines[index]
    if name := person(page, start, min(line.to, end)):
        parted = name.end == line.to and start - line.at > _MIDDLE and " " not in page.folded.plain[slice(*name)]
        below = page.lines[index + 1 : index + 2] if parted else []
        whole = next((person(page, name.start, min(after.to, end)) for after in below if not after.gap), None)
        return whole or name
    for line in page.lines[index + 1 : index + 3]:
        if line.to <= end + 1 and (name := person(page, line.at, line.to)):
            return name
    return None


_STOPS = "。;\n,、:"


def _name_before(page: View, end: int, floor: int) -> Block | None:
    """Chinese prints the name before （签名）: back to the office, a stop, or the line's start."""
    plain = page.folded.plain
    line = page.lines[page.line_index(max(end - 1, 0))]
    floor = max(floor, end - 40, line.at if line.at < end else floor)
    start = max((plain.rfind(mark, floor, end) + 1 for mark in _STOPS), default=floor)
    start = max(start, floor)
    for hit in page.within(start, end):
        in_name = "·" in (plain[hit.start - 1 : hit.start], plain[hit.end : hit.end + 1])  # 理查德·…
        if (hit.has("capacity") or hit.has("entity")) and not in_name:
            start = max(start, hit.end)
    while start < end and plain[start] == " ":
        start += 1
    while end > start and plain[end - 1] == " ":
        end -= 1
    return Block(start, end) if end - start >= 2 else None


_NAME = re.compile(r"[^\W\d_](?:[^\d\n,;:()\[\]،]|,(?= ?(?:Jr|Sr|III|II)))*")
_WIDE = re.compile(r" {3,}|\t")


def person(page: View, start: int, end: int) -> Block | None:
    """A person's name without honorifics, offices, or anything behind a comma, number or wide gap."""
    plain, lower = page.folded.plain, page.folded.lower
    while start < end and not plain[start].isalpha():
        start += 1
    if (title := forms(page.language).honorific.match(lower, start, end)) and title.end() < end:
        start = title.end()
    if (rank := _rank(page, start, end)) is not None:
        start = rank
    for hit in page.beginning(start, end):
        if _is_surname(page, hit, start, end):
            continue
        if hit.start <= start and (hit.has("capacity") or not plain[hit.end : end].strip(" ,")[:1].isupper()):
            return None  # an office, or a body by itself; "Israel Gómez" is a person
        if (hit.has("capacity") or hit.has("entity")) and hit.start > start + 3:
            end = hit.start
            while end > start and plain[end - 1].isalpha() and plain[end].isalpha() and not plain[end].isupper():
                end -= 1  # the article that Arabic writes together with the office; not "Adam TestaniAmbassador"
            break
    match = _NAME.match(plain, start, end)
    if not match:
        return None
    stop = match.end()
    first = page.folded.raw(start)
    if wide := _WIDE.search(page.text, first, page.folded.raw(stop - 1) + 1):
        stop = page.folded.at(wide.start())
    while stop > start and not (plain[stop - 1].isalpha() or plain[stop - 1] == "."):
        stop -= 1
    names = plain[start:stop].split(" ")
    if len(names) > 3 and all(map(str.islower, names[1:])):
        return None  # a sentence: "Avec mes sentiments les meilleurs"
    # The article of the office behind the name, or a word of it that the lexicon does not know.
    while len(names) > 1 and (names[-1].islower() or _is_article(names[-1], page.language)):
        stop -= len(names.pop()) + 1
    return Block(start, stop) if stop - start > 1 and len(names) <= 8 else None


def _is_article(word: str, language: str) -> bool:
    return "a" in (gap(word.lower(), language), gap(word.lower() + "'", language))


def _is_surname(page: View, hit: Hit, start: int, end: int) -> bool:
    """Whether a word of the lexicon is part of a name: "Rhonda King", "Sultan Testani", "Michael Jordan"."""
    plain = page.folded.plain
    if " " in plain[hit.start : hit.end] or not plain[hit.start].isupper():
        return False
    before, behind = plain[start : hit.start].strip(), plain[hit.end : end].strip()
    if (office := hit.has("capacity")) and office.value == "Head of State":
        return bool(before) or (behind[:1].isupper() and plain[hit.end] == " ")
    return bool(hit.has("entity")) and before.isalpha() and before[0].isupper() and not behind


def _rank(page: View, start: int, end: int) -> int | None:
    """Where a name begins behind the rank on its line: "Ambassador Adoum Testani", but "Ambassador of Chad"."""
    hit = next(iter(page.beginning(start, end)), None)
    office = hit.has("capacity") if hit and hit.start == start else None
    if hit is None or office is None or office.value != "Ambassador" or page.folded.plain[hit.end : hit.end + 1] != " ":
        return None
    first = page.folded.plain[hit.end + 1 : hit.end + 2]
    named = first.isupper() or (first.isalpha() and first.upper() == first.lower())  # Arabic has no capitals
    return hit.end + 1 if named and hit.end + 1 < end and not page.beginning(hit.end + 1, hit.end + 2) else None


_ENDS_SENTENCE = re.compile(r"(?:[;:。]|[^\W_]{4}\.)$")  # not "a.i." or "U.N."


def _is_short(page: View, line: Line) -> bool:
    """Whether a line can belong to a signature block: short, no sentence, no closing formula."""
    lower = page.folded.lower
    return (
        line.to - line.at <= 75
        and not _ENDS_SENTENCE.search(lower, line.to - 5, line.to)
        and not page.phrases.first("letter.closing", line.at, line.to)
    )


_MENU = frozenset("|©")


def _ends_block(page: View, line: Line) -> bool:
    """Whether something else begins below a signature: a label ("Tel.: …"), an address, copies, a web page's menu."""
    known, lower = forms(page.language), page.folded.lower
    addressed = known.addressed.match(lower, line.at, line.to) and not _is_accreditation(page, line)
    return bool(
        addressed
        or known.copies.match(lower, line.at, line.to)
        or known.everyone.match(lower, line.at, line.to)
        or not _MENU.isdisjoint(lower[line.at : line.to])
        or ":" in lower[line.at : line.to - 1]
    )


def _is_accreditation(page: View, line: Line) -> bool:
    """Whether a line goes on with the office above it: "to the United Nations"."""
    names = page.within(line.at, line.to)
    places = [entity_kind(entry.value) for hit in names if (entry := hit.has("entity"))]
    offices = any(hit.has("capacity") for hit in names)
    return not line.gap and not offices and bool(places) and {*places} <= {"organization", "secretariat"}


def _office_block(page: View, start: int, end: int, floor: int, ceiling: int) -> Block:
    """The short lines around a signature that name the office."""
    lines = page.lines
    first = last = page.line_index(start)
    while first > 0 and lines[first - 1].at >= floor and _is_short(page, lines[first - 1]) and last - first < 5:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].to <= ceiling and last - first < 9:
        if not _is_short(page, lines[last + 1]) or _ends_block(page, lines[last + 1]):
            break
        last += 1
    begin, stop = lines[first].at, lines[last].to
    together = stop - begin > 500  # a text on one line: what stands right around the signature
    if together or start - lines[page.line_index(start)].at > 110:
        begin = max(floor, start - 200)
        sentence = max(page.folded.plain.rfind(mark, begin, start) for mark in (". ", "。", "\n"))
        begin, stop = max(sentence + 1, begin), end + 160 if together else stop
    return Block(max(begin, floor), min(stop, ceiling))


def _below_closing(page: View, start: int, end: int) -> list[Line]:
    """The short lines below the last closing formula."""
    closings = list(page.phrases.all("letter.closing", start, end))
    if not closings:
        return []
    index = page.line_index(closings[-1].end() - 1)
    lines = page.lines
    while index + 1 < len(lines) and not lines[index + 1].gap and page.folded.plain[lines[index].to - 1] not in ",.،。":
        index += 1  # the rest of the closing sentence
    block: list[Line] = []
    for line in lines[index + 1 :]:
        if line.to > end + 1 or len(block) >= 7 or _ends_block(page, line) or (block and _names_another(page, line)):
            break
        if line.to - line.at > 110 or page.phrases.first("letter.closing", line.at, line.to):
            if block:
                break
            continue
        block.append(line)
    return block


def _names_another(page: View, line: Line) -> bool:
    """Whether a line below a signature is the first of an address: "Monsieur Jean Sanda," with an honorific."""
    honorific = forms(page.language).honorific.match(page.folded.lower, line.at, line.to)
    return bool(honorific and page.folded.plain[line.to - 1] in ",،" and person(page, line.at, line.to))


_TOGETHER = 200  # characters of a name and an office behind the closing formula of a text that has no lines


def _run_together(page: View, start: int, end: int) -> Signature | None:
    """The name and the office behind the closing formula in a text that is not parted into lines."""
    closings = list(page.phrases.all("letter.closing", start, end))
    if not closings:
        return None
    plain, known = page.folded.plain, forms(page.language)
    begin = closings[-1].end()
    begin += len(plain[begin : begin + 60]) - len(plain[begin : begin + 60].lstrip(" \n.,"))
    stop = min(end, begin + _TOGETHER)
    for pattern in (known.addressed_within, known.everyone, known.copies_within):
        if found := pattern.search(page.folded.lower, begin, stop):
            stop = found.start()
    gap = plain.find("\n", begin, stop)
    stop = gap if gap > 0 else stop
    name = person(page, begin, stop)
    office = any(hit.has("capacity") for hit in page.within(begin, stop))
    if name is None or name.start > begin + 12 or " " not in plain[slice(*name)]:
        return None
    if any(hit.has("capacity") and not _is_surname(page, hit, *name) for hit in page.touching(*name)):
        return None
    return Signature(name, Block(begin, stop)) if office or stop - name.end < 3 else None


# As documents set them up to the nineties: "Adoum TESTANI", behind the end of a sentence.
_CAPITALS = re.compile(r"(?<=[.!?\"] )(?:[A-ZА-Я][a-zа-я'-]*\.? ){1,4}(?:[A-ZА-Я][A-ZА-Я'-]{2,} ?)+(?<! )")


def _surname_in_capitals(page: View, start: int, end: int) -> Signature | None:
    """A name whose surname is in capitals, before an office, in a text that is not parted into lines."""
    for name in _CAPITALS.finditer(page.folded.plain, start, end):
        office = next((hit for hit in page.beginning(name.end(), name.end() + 2) if hit.has("capacity")), None)
        if office and page.lines[page.line_index(name.start())].at < name.start() - _TOGETHER:
            return Signature(Block(*name.span()), Block(name.start(), min(office.end + _TOGETHER // 4, end)))
    return None


_STOPPED = frozenset(".!?:。؟")


def _last_lines(page: View, start: int, end: int) -> list[Line]:
    """The last lines of a cable, or of a copy without "(Signed)": short, below a gap, an office among them.

    Without a gap they begin with a name, behind the end of a sentence.
    """
    lines = page.lines_between(start, end)
    block: list[Line] = []
    for line in reversed(lines[1:]):
        if block and _is_name(page, block[0]) and _ENDS_SENTENCE.search(page.folded.lower, line.to - 5, line.to):
            break
        if not _is_short(page, line) or _ends_block(page, line) or len(block) >= 5:
            if block and page.folded.plain[line.to - 1] in _STOPPED:
                break  # the end of the last sentence, in a text without blank lines
            return []
        block.insert(0, line)
        if line.gap and len(block) > 1:
            break
    if len(block) < 2:
        return []
    return block if any(hit.has("capacity") for hit in page.within(block[0].at, block[-1].to)) else []


def _is_name(page: View, line: Line) -> bool:
    """Whether a whole line is a person's name of several words."""
    name = person(page, line.at, line.to)
    return name == (line.at, line.to) and " " in page.folded.plain[line.at : line.to]


def _nearest_name(page: View, block: Sequence[Line]) -> Block | None:
    """The line of a block that can be a name; of several the one that is next to an office."""
    offices, names = [], []
    for index, line in enumerate(block):
        plain = page.folded.plain[line.at : line.to]
        hits = [h for h in page.touching(line.at, line.to) if h.has("capacity") or h.has("entity")]
        dated = re.search(r"[\d:]", plain) or page.dates_between(line.at, line.to + 1)
        name = None if dated else person(page, line.at, line.to) or _name_behind(page, line, hits)
        hits = [h for h in hits if not (name and _is_surname(page, h, *name))]
        apart = name and all(h.end <= name.start or "," in page.folded.plain[name.end : h.start] for h in hits)
        if name and (apart or any(h.start == name.end for h in hits)):  # "Adam TestaniAmbassador" lost its line end
            names.append(index)
        if hits:
            offices.append(index)
    if not names:
        return None
    line = block[min(names, key=lambda i: (min((abs(i - o) for o in offices), default=0), i))]
    hits = [h for h in page.touching(line.at, line.to) if h.has("capacity") or h.has("entity")]
    return person(page, line.at, line.to) or _name_behind(page, line, hits)


def _name_behind(page: View, line: Line, hits: Sequence[Hit]) -> Block | None:
    """A name that Chinese prints behind the office on its line: 外交部长某某某."""
    if page.language != "zh" or not hits or not hits[-1].has("capacity"):
        return None
    start = hits[-1].end
    return Block(start, line.to) if 2 <= line.to - start <= 5 and page.folded.plain[start : line.to].isalpha() else None
