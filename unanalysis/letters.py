"""From one view of a document to its letters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

from .drafts import HEAD, Draft, find_drafts, is_note
from .facts import state_facts
from .headings import Heading
from .masthead import Masthead, organ_of, read_masthead
from .mentions import citations_of, mentions_of
from .page import View
from .sections import Section, find_sections, references
from .symbols import canonical, find_symbols, halves
from .titles import find_titles
from .types import Finding


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one view, the masthead above them, and the sections in which they stand."""

    page: View
    masthead: Masthead
    sections: tuple[Section, ...]
    drafts: tuple[Draft, ...]


def find_letters(page: View, findings: Sequence[Finding] = ()) -> Letters:
    """Find the letters of one language in a document; `findings` is what its format says of it."""
    issuer = _issuer(page)
    titles = find_titles(page.folded, page.hits, page.dates, page.language, issuer)
    sections = find_sections(page, titles)
    announced = _announcements(page, titles, sections)
    drafts = find_drafts(page, titles, sections, announced)
    masthead = read_masthead(page, _masthead_end(page, sections, drafts))
    if drafts and drafts[0].section == 0 and not drafts[0].heading:
        announced[0] = _introduction(titles, drafts[0])
        if not masthead.symbols and announced[0]:
            masthead = _linked(page, masthead, announced[0], findings)
    if masthead.organs:
        issuer = masthead.organs[0]
    for draft in drafts:
        state_facts(page, draft, announced[draft.section], issuer)
    _mention(page, drafts, masthead, issuer)
    return Letters(page, masthead, tuple(sections), tuple(drafts))


_start = attrgetter("start")
# What the page that quotes a letter says of the targets of its links is not the letter's own text.
_LINK_TITLE = re.compile(r"\]\(\s*(\"[^\"\n]*\")\s*\)")


def _mention(page: View, drafts: Sequence[Draft], masthead: Masthead, issuer: str | None) -> None:
    """Give each letter the mentions of its own text; the document's own symbol is none."""
    if not drafts:
        return
    cited = citations_of(page, issuer)
    own = set(masthead.symbols)
    links = [match.span(1) for match in _LINK_TITLE.finditer(page.text)]
    for draft in drafts:
        names = [(p.start, p.end) for p in draft.others if p.name or p.role == "copied"]  # Mauricio is no State here
        mentions = mentions_of(page, draft.start, draft.end, issuer, cited)
        for start, end in (*links, *names):
            first = bisect_left(mentions, start, key=_start)
            del mentions[first : bisect_left(mentions, end, first, key=_start)]
        draft.mentions = [m for m in mentions if m.kind != "document" or own.isdisjoint(halves(m.target))]


def _issuer(page: View) -> str | None:
    """The organ under whose symbol the document stands, at a first look."""
    match = next(find_symbols(page.folded.plain, 0, 2500), None)
    return organ_of(canonical(match[0])) if match else None


def _masthead_end(page: View, sections: Sequence[Section], drafts: Sequence[Draft]) -> int:
    """Where the masthead ends: at the covering letter, the note that transmits, or the first annex."""
    if drafts and drafts[0].section == 0:
        return drafts[0].start
    first = sections[1].start if len(sections) > 1 else len(page.folded.plain)
    return min([first, 3000, *(line.at for line in page.lines[:HEAD] if is_note(page, line))])


# --- what other text says of a letter --------------------------------------------------------------------------------


def _announcements(page: View, titles: Sequence[Heading], sections: Sequence[Section]) -> list[Heading | None]:
    """Of each part the words of the part above that announce a letter in it: "a letter from … (see annex)"."""
    known: dict[tuple[int, str], dict[str, tuple[int, Heading]]] = {}
    announced: list[Heading | None] = []
    for section in sections:
        if section.parent is None:
            announced.append(None)
            continue
        key = section.parent, section.part
        if key not in known:
            known[key] = _references_in(page, titles, sections[section.parent], section.part)
        numbers = (section.label.lower().split()[-1], "") if section.label else (_ANY,)
        fitting = (known[key][number] for number in numbers if number in known[key])
        announced.append(min(fitting, key=itemgetter(0), default=(0, None))[1])
    return announced


_ANY = "*"
_NUMBERS = re.compile(r"[\s,]+|(?<=\D)(?=\d)")


def _references_in(page: View, titles: Sequence[Heading], above: Section, part: str) -> dict[str, tuple[int, Heading]]:
    """Of each number in "(see annex II)", of "" (no number) and of `_ANY` the place and the letter named before."""
    found: dict[str, tuple[int, Heading]] = {}
    for match in references(page.language)[part].finditer(page.folded.lower, above.body, above.end):
        place = match.start()
        index = bisect_left(titles, (place,)) - 1
        if index < 0 or titles[index].start < above.body or place - titles[index].end >= 120:
            continue
        if ". " not in page.folded.plain[titles[index].end : place]:
            numbers = filter(None, _NUMBERS.split(match["number"])) if match["number"].strip() else ("",)
            for number in (_ANY, *numbers):
                found.setdefault(number, (place, titles[index]))
    return found


def _introduction(titles: Sequence[Heading], draft: Draft) -> Heading | None:
    """The words before a letter without title that say most of it: on a page that quotes it, in a note above it."""
    before = [title for title in titles if title.end <= draft.start]
    return max(before, key=lambda title: title.says, default=None)


def _linked(page: View, masthead: Masthead, title: Heading, findings: Sequence[Finding]) -> Masthead:
    """The symbol to which the title of a quoted letter is linked on the page that quotes it."""
    start = page.folded.raw(title.start)
    for link in findings:
        if link.field == "link" and link.end is not None and 0 <= start - link.end < 200:
            symbols = tuple(halves(canonical(link.value)))
            return replace(masthead, symbols=symbols, organs=tuple(o for s in symbols if (o := organ_of(s))))
    return masthead
