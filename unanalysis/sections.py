"""The parts of a document: the covering text, and its annexes, enclosures and appendices as a tree.

Several letters may stand in one file, one below the other: an exchange, a page of the Official Records. Each is a
covering text then, or stands beside the others in one annex.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .fold import any_of, as_read
from .headings import Heading
from .lexicon import words
from .masthead import document_line, original_language
from .page import Line, View
from .symbols import SYMBOL

_ARABIC_ORDINALS = "الاول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر"
_NUMERAL = rf"(?:[ivxlc]{{1,6}}|\d{{1,2}}|[a-z](?=[.):]|$)|{_ARABIC_ORDINALS}|[一二三四五六七八九十]{{1,3}})"
_PAGE = rf"(?:{any_of(['page', 'pagina', 'страница', 'стр.', 'صفحة'])}) ?\d"  # of a running header: "Annex Page 1"
PARTS = ("annex", "enclosure", "appendix")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document at `start:end` of the folded text, heading included; `body` is where its own text begins.

    `parent` is the index of the section to which it is attached, None for the covering text. `of_letter` tells that the
    heading names the letter to which the part is attached ("Annex to the letter dated …").
    """

    part: str
    label: str | None
    start: int
    body: int
    end: int
    parent: int | None
    of_letter: bool = False


class _Heading(NamedTuple):
    part: str
    label: str | None
    start: int
    end: int
    of_letter: bool


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A heading on a line of its own, and one in running text, which names the letter to which it belongs or not."""
    own = [words(lang)["letter"] for lang in dict.fromkeys((language, "en"))]
    names = "|".join(f"(?P<{part}>{any_of([w for o in own for w in o[part]])})" for part in PARTS)
    letter = any_of([w for o in own for w in o["to_letter"]])
    number = rf"(?: ?(?:no\.?|№|n°)? ?(?P<number>{_NUMERAL})(?![^\W_]))?"
    if language == "zh":
        line = rf"(?:{names}) ?(?P<number>{_NUMERAL})?[ :.]*|(?P<letter>\S.{{0,150}}(?:{letter}))"
        return re.compile(line), re.compile(rf"(?<= )(?:{names}) ?(?P<number>{_NUMERAL}(?!\d|年))? ?(?P<letter>(?!))?")
    line = rf"[(\[]?(?:{names}){number}[)\]]?[ :.]*(?P<letter>{letter})?"
    inline = rf"(?:{names}){number} (?!{_PAGE})(?:(?P<letter>{letter})|(?=[^\W\d_]))"
    return re.compile(line), re.compile(inline)


@cache
def references(language: str) -> dict[str, re.Pattern[str]]:
    """Patterns of "(see annex)" and its like, for each part."""
    own = [words(lang)["letter"] for lang in dict.fromkeys((language, "en"))]
    return {
        part: re.compile(
            rf"[(\[][^()\[\]]{{0,25}}(?:{any_of(w for o in own for w in o[part])})"
            r"(?P<number>[^()\[\]]{0,12})[)\]]"
        )
        for part in PARTS
    }


def find_sections(page: View, titles: Sequence[Heading]) -> list[Section]:
    """The covering text first, then the other parts in the order of the text; `titles` are those found in it."""
    headings = _headings(page, titles) or _unheaded(page, titles)
    headings = sorted([*headings, *_further(page, titles, headings)], key=lambda heading: heading.start)
    headings = _once(page, headings)
    length = len(page.folded.plain)
    first = headings[0].start if headings else length
    sections = [Section("letter", None, 0, 0, first, None)]
    covering = annex = 0  # the last ones
    for i, heading in enumerate(headings):
        end = headings[i + 1].start if i + 1 < len(headings) else length
        part, label, start, body, of_letter = heading
        parent = None if part == "letter" else _parent(sections, heading, covering, annex)
        if part == _BESIDE:
            part, parent = sections[-1].part, sections[-1].parent
        sections.append(Section(part, label, start, body, end, parent, of_letter))
        covering = annex = len(sections) - 1 if part == "letter" else covering
        annex = len(sections) - 1 if part in ("letter", "annex") else annex
    return sections


def _once(page: View, headings: Sequence[_Heading]) -> list[_Heading]:
    """The headings, one that stands again right below itself (at the head of a page, in a bad copy) made one."""
    found: list[_Heading] = []
    for heading in headings:
        above = found[-1] if found else None
        same = above and (above.part, above.label, above.of_letter) == (heading.part, heading.label, heading.of_letter)
        if above and same and not page.folded.plain[above.end : heading.start].strip(" \n"):
            found[-1] = above._replace(end=heading.end)
        else:
            found.append(heading)
    return found


def _parent(sections: Sequence[Section], heading: _Heading, covering: int, annex: int) -> int:
    """Annexes belong to the covering text, enclosures and appendices to the annex before them.

    A second heading without a number is attached to the first: a series of annexes is numbered.
    """
    last = len(sections) - 1
    if last == covering or heading.of_letter:
        return covering
    before = sections[last]
    if heading.part == "annex":
        unnumbered = heading.label is None and sections[annex].label is None and sections[annex].parent == covering
        return annex if unnumbered else covering
    if before.part == heading.part:
        return before.parent or covering
    return annex if heading.part == "enclosure" else last


_BESIDE = "beside"  # the part of a heading that is a title: that of the letter above it
_OPENING = 300  # characters between a title and the words with which its letter begins to speak


def _further(page: View, titles: Sequence[Heading], headings: Sequence[_Heading]) -> list[_Heading]:
    """Letters below another one: a full title on lines of its own, behind a signature or below a symbol, and a body."""
    ends = sorted(heading.end for heading in headings)
    found: list[_Heading] = []
    own: Heading | None = None  # the title of the letter that goes on
    section = -1
    for title in titles:
        if not (title.dates and title.senders and title.addressees and _heads_line(page, title)):
            continue
        numbered = document_line(page, title.start) is not None
        before, section = section, bisect_right(ends, title.start)
        if own is None or not (section == before or numbered):
            own = title
        elif not _same(own, title) and _body_follows(page, title):
            number = first = page.line_index(title.start)
            while first and page.lines[first - 1].at > own.end and _is_masthead(page, page.lines[first - 1]):
                first -= 1
            signed = page.phrases.first("letter.signed", own.end, title.start)
            if numbered or (signed and page.lines[first].gap):
                sent = _transmits(page, titles, own, title)
                part = "letter" if numbered else "annex" if sent else _BESIDE
                found.append(_Heading(part, None, page.lines[first].at, page.lines[number].at, False))
                own = title
    return found


def _body_follows(page: View, title: Heading) -> bool:
    """Whether the words with which a letter or a note begins to speak stand below a title."""
    span = title.end, title.end + _OPENING
    return any(page.phrases.first(kind, *span) for kind in ("letter.speaks", "letter.presents"))


_BEFORE = 60  # characters between "I have the honour to transmit" and the letter that is named


def _transmits(page: View, titles: Sequence[Heading], own: Heading, below: Heading) -> bool:
    """Whether a letter says that it transmits the one below it, whose heading as an annex was lost."""
    for named in titles[bisect_left(titles, (own.end,)) : bisect_left(titles, (below.start,))]:
        dated = named.senders and named.dates and named.dates[0].date == below.dates[0].date
        if dated and page.phrases.first("letter.transmits", named.start - _BEFORE, named.start):
            return True
    return False


def _same(one: Heading, other: Heading) -> bool:
    """Whether two titles are those of one letter, which a page repeats."""
    parties = [{party.entity for party in (*each.senders, *each.addressees)} for each in (one, other)]
    return one.dates[0].date == other.dates[0].date and parties[0] == parties[1]


def _is_masthead(page: View, line: Line) -> bool:
    """Whether a line between a signature and a title is the masthead of a letter below: symbol, date, "Original: …"."""
    plain = page.folded.plain[line.at : line.to]
    symbol = SYMBOL.search(plain)
    return len(plain) < 60 and bool(
        (symbol and symbol.end() == len(plain.rstrip(" *")))
        or any(day.end - day.start >= len(plain) - 2 for day in page.dates_between(line.at, line.to + 1))
        or original_language(page, line.at, line.to)
        or page.phrases.first("masthead.distribution", line.at, line.to)
    )


def _headings(page: View, titles: Sequence[Heading]) -> list[_Heading]:
    at_line, inline = _patterns(page.language)
    plain, lower = page.folded.plain, page.folded.lower
    found: list[_Heading] = []
    signed = {page.line_index(mark.start()) for mark in page.phrases.all("letter.signed", 0, len(plain))}
    for number, line in enumerate(page.lines):
        if line.to - line.at > 600 or number in signed:
            for named in inline.finditer(lower, line.at, line.to):
                glued = plain[named.start() - 1].isalnum()  # "(Signed) Vitaly ChurkinAnnex to the letter dated …"
                if plain[named.start()].islower() or (glued and not (named["letter"] and number in signed)):
                    continue
                if named.start() <= line.at + 80 and not glued:
                    continue
                if named["letter"]:
                    found.append(_heading(page, named, named.start(), _letter_end(page, titles, named, line.to)))
                elif _follows_signature(page, named) or _precedes_title(titles, named):
                    found.append(_heading(page, named, named.start(), named.end()))
                elif named["number"] == "i" and _follows_signature(page, named, named.start("number")):
                    unnumbered = _heading(page, named, named.start(), named.start("number"))
                    found.append(unnumbered._replace(label=None))  # "Enclosure I am writing to …"
        if line.to - line.at > 600:
            continue
        heading = at_line.match(lower, line.at, line.to)
        if not heading or plain[line.at].islower():
            continue
        end = heading.end()
        if heading["letter"]:
            stop = _paragraph_end(page.lines, number)
            found.append(_heading(page, heading, line.at, _letter_end(page, titles, heading, stop)))
        elif end == line.to or (line.gap and not heading["number"] and _bracketed(lower[end : line.to])):
            found.append(_heading(page, heading, line.at, line.to))
    return found


_SIGNED = 250  # characters of name, office and running header between "(Signed)" and the heading of an annex


def _follows_signature(page: View, heading: re.Match[str], end: int | None = None) -> bool:
    """Whether a heading in running text, and the capital of its own title behind it, follow a signature."""
    plain, start = page.folded.plain, heading.start()
    end = heading.end() if end is None else end
    titled = plain[end : end + 1].isupper()
    return titled and page.phrases.first("letter.signed", max(0, start - _SIGNED), start) is not None


def _precedes_title(titles: Sequence[Heading], heading: re.Match[str]) -> bool:
    """Whether the title of a letter, with its date and sender, stands right behind a heading ("Annex A") in a line."""
    index = bisect_left(titles, (heading.end(),))
    title = titles[index] if index < len(titles) else None
    return title is not None and title.start - heading.end() <= 2 and bool(title.dates and title.senders)


def _unheaded(page: View, titles: Sequence[Heading]) -> list[_Heading]:
    """An annexed letter whose heading was lost: announced above, its title on lines of its own below a signature.

    The covering letter may have no title then: it was lost with the masthead, or never there.
    """
    see = references(page.language)["annex"]
    if not titles or not see.search(page.folded.lower):
        return []
    above = 0
    for title in titles:
        if _heads_line(page, title):
            announced = see.search(page.folded.lower, above, title.start)
            signed = announced and page.phrases.first("letter.signed", announced.end(), title.start)
            if signed and title.senders and title.dates and page.lines[page.line_index(title.start)].gap:
                return [_Heading("annex", None, title.start, title.start, False)]
            above = above or title.end
    return []


def _bracketed(rest: str) -> bool:
    """Whether what follows "Annex" on its line is only a bracketed remark ("[Original: Arabic]") or a footnote mark."""
    return bool(re.fullmatch(r" ?(?:\[[^\]]*\]|\([^)]*\)|\*+)? ?", rest))


def _heading(page: View, match: re.Match[str], start: int, end: int) -> _Heading:
    part = next((p for p in PARTS if p in match.re.groupindex and match[p]), "annex")
    label = None
    if match["number"]:
        raw = page.text[slice(*page.folded.span(match.start(part), match.end("number")))]
        label = as_read(raw)
    return _Heading(part, label, start, end, bool(match["letter"]))


def _paragraph_end(lines: Sequence[Line], number: int) -> int:
    """The end, in the folded text, of the run of lines without a gap in which a line stands."""
    while number + 1 < len(lines) and not lines[number + 1].gap:
        number += 1
    return lines[number].to


def _letter_end(page: View, titles: Sequence[Heading], match: re.Match[str], stop: int) -> int:
    """Where a heading that names a letter ends: with that letter's title, before the next, with line or paragraph."""
    following = titles[bisect_left(titles, (match.start(),)) :]
    for title in following:
        if title.start > match.end() + 60:
            break
        if title.end >= match.end():
            return min(title.end, stop)
    blank = page.folded.plain.find("\n", match.end(), stop)
    heads = (title.start for title in following if _heads_line(page, title))
    return min(stop if blank < 0 else blank, match.end() + 400, next(heads, stop))


def _heads_line(page: View, title: Heading) -> bool:
    """Whether a title begins its line, with a capital."""
    line = page.lines[page.line_index(title.start)]
    return line.at == title.start and page.folded.plain[title.start].isupper()
