"""Which parts of a document are letters, and where each begins and ends.

A title at the head of a part makes it a letter. Without one it needs the forms of a letter: the formula of a note
verbale, or a salutation, closing or signature together with other marks; an annex that the covering letter announces as
a letter needs fewer. What only transmits ("Note by the Secretary-General"), reports and statements are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .addresses import address_blocks, copies
from .dates import DateHit
from .gaps import gap
from .headings import Heading, read_heading
from .letterhead import Block, body_line, dateline, forms, inline_dateline, is_foreign, is_letterhead, salutation
from .masthead import Masthead, document_line, ends_masthead, original_language
from .page import Line, View
from .requests import find_requests
from .sections import Section
from .signatures import signatures
from .symbols import SYMBOL
from .title_words import grammar
from .types import Mention, Party

HEAD = 40  # lines at the head of a part in which a letter without title begins


@dataclass(slots=True)
class Draft:
    """A letter as it is being read; offsets are those of the folded text, parties and mentions are records."""

    section: int
    part: str
    label: str | None
    start: int
    end: int
    parent: int | None
    heading: Heading | None
    form: str
    day: DateHit | None = None
    place: Block | None = None
    original_language: str | None = None
    masthead: Masthead | None = None  # its own, where it is not the first letter of the file
    senders: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    others: list[Party] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


class Announced(NamedTuple):
    """How the part above calls an annexed letter: "a letter from … (see annex)".

    `direct` tells that the words stand right before the reference to the annex.
    """

    heading: Heading
    direct: bool


def find_drafts(
    page: View, titles: Sequence[Heading], sections: Sequence[Section], announced: Sequence[Announced | None]
) -> list[Draft]:
    """The letters among the sections of a document; `announced` is what the part above says of each."""
    drafts: list[Draft] = []
    letters: dict[int, int] = {}  # of each section that is a letter the index of its draft
    for index, section in enumerate(sections):
        start, end = section.body, section.end
        quoted = _quoted(page, start, end) if index == 0 else None
        if quoted:
            start, end = quoted
        heading = _heading(page, titles, start, end)
        if heading:
            start = heading.start
        elif quoted or _speaks_as_letter(page, index, announced[index], start, end):
            start, end = _extent(page, start, end)
        else:
            continue
        while end > start and page.folded.plain[end - 1] in " \n":
            end -= 1
        if start == end:
            continue  # announced, and left out by the copy
        form = heading.form if heading else "letter"
        if not heading and page.phrases.first("letter.presents", start, min(end, start + 2500)):
            form = "note verbale"
        parent = _parent(sections, index, letters)
        letters[index] = len(drafts)
        drafts.append(Draft(index, section.part, section.label, start, end, parent, heading, form))
    return drafts


def _parent(sections: Sequence[Section], index: int, letters: Mapping[int, int]) -> int | None:
    """The draft of the nearest section above that is a letter."""
    above = sections[index].parent
    while above is not None and above not in letters:
        above = sections[above].parent
    return None if above is None else letters[above]


_QUOTED = re.compile(r"(?m)^[ \t]*>.*\S.*$")


def _quoted(page: View, start: int, end: int) -> tuple[int, int] | None:
    """The quoted lines ("> ") of a page that quotes a letter, signature and all."""
    quoted = list(_QUOTED.finditer(page.text)) if "\n>" in page.text else []
    if not quoted:
        return None
    first, last = max(start, page.folded.at(quoted[0].start())), min(end, page.folded.at(quoted[-1].end()))
    phrases = page.phrases
    signed = phrases.first("letter.signed", first, last) or phrases.first("letter.closing", first, last)
    return (first, last) if first < last and signed else None


# --- titles ----------------------------------------------------------------------------------------------------------


def _heading(page: View, titles: Sequence[Heading], start: int, end: int) -> Heading | None:
    """The title at the head of a part: at the beginning of a line or, in a text on one line, behind the masthead."""
    plain = page.folded.plain
    for index in range(bisect_left(titles, (start,)), len(titles)):
        title = titles[index]
        if title.end > end or title.start > start + 4000:
            break
        first = plain[title.start]
        says = bool(title.senders) + bool(title.addressees) + bool(title.dates)
        line = page.lines[page.line_index(title.start)]
        led = _led(page, line.at, title)
        if says < 2 or not first.isalnum() or (first.islower() and not led):
            continue
        if led or abs(line.at - title.start) <= 2:
            if not _names_another(page, titles, title, end) and _fills_its_lines(page, title):
                return _in_full(page, titles, index, end)
        elif (
            line.to - line.at > _RUNNING[title.language == "zh"]
            and (_follows_masthead(page, start, title.start) or _leads_to_body(page, title))
        ) or (_ends_masthead(page, line.at, title.start) and _fills_its_lines(page, title)):
            return title
    return _list_item(page, start, end)


def _led(page: View, start: int, title: Heading) -> bool:
    """Whether the line of a title begins with words that lead to it: "Text of the letter dated …"."""
    before = page.folded.lower[start : title.start]
    noun = grammar(title.language).text.match(before)
    return noun is not None and not gap(before[noun.end() :], title.language).strip("oa")


_RUNNING = (200, 60)  # characters from which on a line may be a whole letter; Chinese takes fewer


def _in_full(page: View, titles: Sequence[Heading], index: int, end: int) -> Heading:
    """The title itself, or the full one below it where a page or a book set a shorter one above the document."""
    title = titles[index]
    limit = min(end, title.end + 900)
    speaks = page.phrases.first("letter.speaks", title.end, limit)
    for other in titles[index + 1 :]:
        if other.end > (speaks.start() if speaks else limit):
            break
        at = page.lines[page.line_index(other.start)].at
        heads = (at == other.start or _ends_masthead(page, at, other.start)) and _fills_its_lines(page, other)
        full = heads and other.dates and other.senders and other.addressees
        if full and (not title.dates or title.dates[0].date == other.dates[0].date):
            return other
    return title


_STAMP = re.compile(r"[\d./-]{6,} ?")


def _ends_masthead(page: View, start: int, end: int) -> bool:
    """Whether what stands before a title on its line is the masthead's last words, or a stamp of digits."""
    before = page.folded.plain[start:end]
    if document_line(page, end):
        return True
    if original_language(page, start, end):
        return len(before) < 40 or ends_masthead(page, start, end)
    symbol = SYMBOL.match(before)
    return bool(_STAMP.fullmatch(before) or (symbol and not before[symbol.end() :].strip(" *:-")))


def _list_item(page: View, start: int, end: int) -> Heading | None:
    """A title that leaves out the word: "Dated 1 December 1997 from …", in a list of letters."""
    dated = grammar(page.language).dated
    for line in page.lines_between(start, end)[:HEAD]:
        day = next(iter(page.dates_between(line.at, line.to + 1)), None)
        if day and dated.fullmatch(page.folded.lower, line.at, day.start) and page.folded.plain[line.at].isupper():
            form = (line.at, line.at, "letter")
            heading = read_heading(page.folded, page.hits, page.dates, page.language, None, form, line.at, end)
            if heading.senders or heading.addressees:
                return heading
    return None


def _fills_its_lines(page: View, title: Heading) -> bool:
    """Whether a title is a heading and not the beginning of a sentence: little but itself stands on its lines."""
    last = page.lines[page.line_index(title.end - 1)]
    rest = page.folded.plain[title.end : last.to].rstrip()
    if len(rest) < (20 if title.language == "zh" else 60):
        return True
    if title.language == "zh":
        return rest.startswith(" ")  # a line end that a copy made a blank; a sentence goes on at once
    return title.end - title.start > 80 and (not rest.lstrip(" ,.").islower() or (len(rest) < 200 and rest[-1] != "."))


def _names_another(page: View, titles: Sequence[Heading], title: Heading, end: int) -> bool:
    """Whether a title is another document's, an item of the agenda: its symbol follows, and then the own title."""
    bracket = page.folded.plain.find("(", title.end, title.end + 2)
    cited = bracket >= 0 and SYMBOL.match(page.folded.plain, bracket + 1)
    if not cited:
        return False
    following = titles[bisect_left(titles, (title.end + 1,)) : bisect_left(titles, (min(end, title.end + 500),))]
    return any(t.senders for t in following)


def _follows_masthead(page: View, start: int, end: int) -> bool:
    """Whether only a masthead stands between the start of a text on one line and its title."""
    before = page.folded.plain[start:end]
    if len(before) > 900 or before.endswith(('"', "(")):
        return False
    if page.language != "zh" and page.phrases.first("letter.speaks", start, end):
        return False
    if page.phrases.first("letter.presents", start, end) or any(
        is_note(page, n) for n in page.lines_between(start, end)
    ):
        return False
    if SYMBOL.search(before) or original_language(page, start, end) or len(before.strip()) < 200:
        return True
    return any(page.phrases.first(f"masthead.{key}", start, end) for key in ("session", "agenda"))


def _leads_to_body(page: View, title: Heading) -> bool:
    """Whether a title that says all three of its facts stands, in a text on one line, right before "I have the honour".

    Titles of agenda items, however many, may stand before it then.
    """
    if not (title.dates and title.senders and title.addressees):
        return False
    speaks = page.phrases.first("letter.speaks", title.end, title.end + 30)
    return speaks is not None and speaks.start() - title.end <= 1 and page.folded.plain[speaks.start()].isupper()


# --- the forms of a letter -------------------------------------------------------------------------------------------


def is_note(page: View, line: Line) -> bool:
    """Whether a line is the heading of a note that only transmits: "Note by the Secretary-General"."""
    return line.to - line.at < 120 and bool(forms(page.language).note.match(page.folded.lower, line.at, line.to))


def _speaks_as_letter(page: View, index: int, announced: Announced | None, start: int, end: int) -> bool:
    """Whether a part without a title has enough of the forms of a letter."""
    phrases = page.phrases
    if phrases.first("letter.presents", start, min(end, start + 2500)):
        return True
    lines = page.lines_between(start, end)
    if any(is_note(page, line) for line in lines[:HEAD]):
        return False
    greeted = salutation(page, lines[:HEAD]) is not None or inline_dateline(page, start) is not None
    signed = phrases.first("letter.signed", start, end) is not None
    closed = phrases.first("letter.closing", start, end) is not None
    speaks = phrases.first("letter.speaks", start, end)
    dated = dateline(page, lines[:HEAD]) is not None
    if announced:
        told = announced.direct and bool(announced.heading.senders) and end - start > 200
        return told or signed or greeted or closed or (speaks is not None and (dated or end - start > 400))
    if index:
        begins = speaks is not None and any(line.at == speaks.start() for line in lines[:6])
        return (greeted and (closed or signed)) or (signed and (begins or (speaks is not None and closed)))
    addressed = bool(address_blocks(page, start, end))
    if not (greeted or closed or signed or addressed) or (_is_speech(page, lines[:HEAD]) and not (closed or signed)):
        return False
    asks = bool(find_requests(page, start, end, None))
    if closed and not signed:  # a name and an office below the closing formula sign as well as "(Signed)"
        blocks = [sign.block for sign in signatures(page, start, end) if sign.name]
        signed = any(hit.has("capacity") for block in blocks for hit in page.within(*block))
    itself = signed and phrases.first("letter.itself", start, end) is not None  # "the present letter", and a signature
    return greeted + closed + signed + addressed + (speaks is not None) + asks + dated + itself >= 3


def _is_speech(page: View, lines: Sequence[Line]) -> bool:
    """Whether a heading says that a text was spoken, or given to the press: a speech greets as a letter does."""
    speech = forms(page.language).speech
    return any(speech.match(page.folded.lower, line.at, line.to) for line in lines if line.to - line.at < 150)


def _extent(page: View, start: int, end: int) -> tuple[int, int]:
    """Where a letter without a title begins (with its letterhead) and ends (with signature, address and copies)."""
    lines = page.lines_between(start, end)
    if not lines:
        return start, end
    first = begin = body_line(page, lines[:HEAD])
    for i in range(first - 1, -1, -1):
        if is_letterhead(page, lines[i]):
            begin = i
        elif begin - i > 1 or is_foreign(page, lines[i]):
            break  # one line that says nothing known (a motto) may stand between two that do
    stops = [sign.block.end for sign in signatures(page, start, end) if sign.block.end > lines[first].at]
    if stops:
        stops += (block.end for block in (*address_blocks(page, start, end), *copies(page, start, end)))
    elif closings := list(page.phrases.all("letter.closing", start, end)):
        stops.append(page.lines[page.line_index(closings[-1].end() - 1)].to)
    if stops:
        dated = dateline(page, [line for line in lines if line.at >= max(stops) - 1][:4])
        end = max([lines[first].to, *stops, *([dated.line.to] if dated else [])])
    return lines[begin].at, end
