"""From one view of a document to its letters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

from .asides import below_title, completed
from .drafts import HEAD, Announced, Draft, find_drafts, is_note
from .facts import state_facts
from .headings import Heading
from .letterhead import body_starts
from .masthead import Masthead, organ_of, organs_of, original_language, read_masthead
from .mentions import citations_of, mentions_of
from .named import Named
from .page import View
from .sections import Section, find_sections, references
from .symbols import canonical, find_symbols, halves
from .titles import find_titles
from .types import Finding, Party


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
    titles = find_titles(page.folded, page.hits, page.dates, page.language, issuer, body_starts(page))
    sections = find_sections(page, titles)
    announced = _announcements(page, titles, sections)
    drafts = find_drafts(page, titles, sections, announced)
    masthead = read_masthead(page, _masthead_end(page, sections, drafts))
    if drafts:
        masthead = completed(page, masthead, drafts[0])
    if drafts and drafts[0].section == 0 and not drafts[0].heading and (title := _introduction(titles, drafts[0])):
        announced[0] = Announced(title, False)
        if not masthead.symbols:
            masthead = _linked(page, masthead, title, findings)
    if masthead.organs:
        issuer = masthead.organs[0]
    for draft in drafts:
        _restate(draft, [t for s in sections if s.of_letter for t in _within(titles, s.start, s.body)])
        draft.masthead = (
            drafts[draft.parent].masthead if draft.parent is not None else _own_masthead(page, sections, draft)
        )
        said = announced[draft.section]
        state_facts(page, draft, said.heading if said else None, issuer)
        if draft.parent is not None:
            _tell_from_above(draft, drafts[draft.parent], said is not None and said.heading.to_you)
    _mention(page, drafts, masthead, issuer)
    return Letters(page, masthead, tuple(sections), tuple(drafts))


def _within(titles: Sequence[Heading], start: int, end: int) -> Sequence[Heading]:
    """The titles that begin between two offsets."""
    return titles[bisect_left(titles, (start,)) : bisect_left(titles, (end,))]


def _restate(draft: Draft, named: Sequence[Heading]) -> None:
    """Complete a title that lost a name by the heading of an annex, which repeats it: "Annex to the letter dated …"."""
    title = draft.heading
    if title is None or not title.dates or all(party.entity for party in (*title.senders, *title.addressees)):
        return
    for other in named:
        if other.dates and other.dates[0].date == title.dates[0].date:
            senders = [_as_there(party, other.senders) for party in title.senders]
            addressees = [_as_there(party, other.addressees) for party in title.addressees]
            draft.heading = title = title._replace(senders=tuple(senders), addressees=tuple(addressees))


def _as_there(party: Named, others: Sequence[Named]) -> Named:
    """A party that lost its entity, with that of the one holder of its office among others."""
    same = [other for other in others if other.entity and other.capacity == party.capacity]
    if party.entity or len(same) != 1:
        return party
    return party._replace(entity=same[0].entity, entity_kind=same[0].entity_kind)


def _own_masthead(page: View, sections: Sequence[Section], draft: Draft) -> Masthead | None:
    """What stands above a further letter of a file: its symbol and the date on which it was issued."""
    section = sections[draft.section]
    span = section.start, section.body
    printed = (halves(canonical(match[0])) for match in find_symbols(page.folded.plain, *span))
    symbols = tuple(dict.fromkeys(half for symbol in printed for half in symbol))
    if draft.part != "letter" or not draft.section or not symbols:
        return None
    days = [day.date for day in page.dates_between(*span) if day.date]
    original = original_language(page, *span)
    masthead = Masthead(symbols, organs_of(symbols), next(iter(days), None), original)
    return below_title(page, masthead, draft.heading.end) if draft.heading else masthead


_start = attrgetter("start")
# What the page that quotes a letter says of the targets of its links is not the letter's own text.
_LINK_TITLE = re.compile(r"\]\(\s*(\"[^\"\n]*\")\s*\)")

# The footnote of "Item 31 of the provisional agenda*" stands below the letter and is the masthead's.
_AGENDA = re.compile(r"(?m)^[> \t]*(?:\\?\*){1,3}[ \t]*([A-Z]+/[\w./-]+?)[.。]?[ \t]*$")


def _mention(page: View, drafts: Sequence[Draft], masthead: Masthead, issuer: str | None) -> None:
    """Give each letter the mentions of its own text; the document's own symbol is none."""
    if not drafts:
        return
    cited = citations_of(page, issuer)
    text = page.text
    foreign = [match.span(1) for match in _LINK_TITLE.finditer(text)]
    foreign += [match.span(1) for match in _AGENDA.finditer(text)] if "*" in text else []
    for draft in drafts:
        names = [(p.start, p.end) for p in draft.others if p.name or p.role == "copied"]  # Mauricio is no State here
        mentions = mentions_of(page, draft.start, draft.end, issuer, cited)
        for start, end in (*foreign, *names):
            first = bisect_left(mentions, start, key=_start)
            del mentions[first : bisect_left(mentions, end, first, key=_start)]
        own = set((draft.masthead or masthead).symbols)
        draft.mentions = [m for m in mentions if m.kind != "document" or own.isdisjoint(halves(m.target))]


def _tell_from_above(draft: Draft, above: Draft, to_you: bool) -> None:
    """What the letter that transmits another one tells of it: whom "addressed to you" means, and whose minister writes.

    A minister of whom neither letter says of which State he is one, is one of the State that transmits his letter.
    """
    if to_you and not any(party.entity for party in draft.addressees):
        draft.addressees = list(above.addressees)
    states = {party.entity for party in above.senders if party.entity_kind == "state"}
    if len(states) == 1:
        state = states.pop()
        draft.senders = [_of_state(party, state) for party in draft.senders]
        draft.others = [_of_state(party, state) if party.role == "signatory" else party for party in draft.others]


_OF_A_STATE = ("Head of State", "Head of Government", "Minister for Foreign Affairs", "Minister", "Government")


def _of_state(party: Party, state: str | None) -> Party:
    """A party of a State, where its office is one of States and it does not say of which."""
    if party.entity is None and party.capacity in _OF_A_STATE:
        return party._replace(entity=state, entity_kind="state")
    return party


def _issuer(page: View) -> str | None:
    """The organ under whose symbol the document stands, at a first look."""
    match = next(find_symbols(page.folded.plain, 0, 2500), None)
    return organ_of(canonical(match[0])) if match else None


def _masthead_end(page: View, sections: Sequence[Section], drafts: Sequence[Draft]) -> int:
    """Where the masthead ends: at the covering letter, the note that transmits, or the first annex."""
    if drafts and drafts[0].section == 0:
        first = drafts[0].start
    else:
        first = min(sections[1].start if len(sections) > 1 else len(page.folded.plain), 3000)
    return min([first, *(line.at for line in page.lines_between(0, first)[:HEAD] if is_note(page, line))])


# --- what other text says of a letter --------------------------------------------------------------------------------


def _announcements(page: View, titles: Sequence[Heading], sections: Sequence[Section]) -> list[Announced | None]:
    """Of each part the words of the part above that announce a letter in it: "a letter from … (see annex)"."""
    known: dict[tuple[int, str], dict[str, tuple[int, Announced]]] = {}
    announced: list[Announced | None] = []
    for section in sections:
        if section.parent is None:
            announced.append(None)
            continue
        key = section.parent, section.part
        if key not in known:
            known[key] = _references_in(page, titles, sections[section.parent], section.part)
        if (
            not known[key]
            and section.part == "annex"
            and (only := _transmitted(page, titles, sections[section.parent]))
        ):
            known[key] = {_ANY: (only.start, Announced(only, False))}
        numbers = (section.label.lower().split()[-1], "") if section.label else (_ANY,)
        fitting = (known[key][number] for number in numbers if number in known[key])
        announced.append(min(fitting, key=itemgetter(0), default=(0, None))[1])
    return announced


_ANY = "*"
_SENTENCE = 300  # characters between a letter that is named and the reference to the annex that holds it
_NUMBERS = re.compile(r"[\s,]+|(?<=\D)(?=\d)")


def _references_in(
    page: View, titles: Sequence[Heading], above: Section, part: str
) -> dict[str, tuple[int, Announced]]:
    """Of each number in "(see annex II)", of "" (no number) and of `_ANY` the place and the letter named before."""
    found: dict[str, tuple[int, Announced]] = {}
    for match in references(page.language)[part].finditer(page.folded.lower, above.body, above.end):
        place = match.start()
        index = bisect_left(titles, (place,)) - 1
        if index < 0 or titles[index].start < above.body or place - titles[index].end >= _SENTENCE:
            continue
        if page.phrases.first("letter.speaks", titles[index].end, place):
            continue  # the letter's own title, and its body has begun
        if ". " not in page.folded.plain[titles[index].end : place]:
            numbers = filter(None, _NUMBERS.split(match["number"])) if match["number"].strip() else ("",)
            for number in (_ANY, *numbers):
                found.setdefault(number, (place, Announced(titles[index], place - titles[index].end < 4)))
    return found


_BEFORE = 60  # characters between "I have the honour to transmit" and the letter that is named


def _transmitted(page: View, titles: Sequence[Heading], above: Section) -> Heading | None:
    """The one letter that a part transmits, where it refers to no annex by a bracket."""
    within = titles[bisect_left(titles, (above.body,)) : bisect_left(titles, (above.end,))]
    found = [t for t in within if t.senders and page.phrases.first("letter.transmits", t.start - _BEFORE, t.start)]
    return found[0] if len(found) == 1 else None


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
            return replace(masthead, symbols=symbols, organs=organs_of(symbols))
    return masthead
