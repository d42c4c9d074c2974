"""From one view of a document to its letters: which parts are letters, and who writes when, from where and to whom.

What a letter says of itself comes first, in the order in which a reader would trust it: the title, the formula of a note
verbale, the signature and address blocks, the letterhead, the salutation. What an annexed letter does not say is taken
from the covering letter that announces it ("a letter from … addressed to … (see annex)").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from .dates import DateHit
from .fold import fold
from .letterhead import (
    Block,
    Signature,
    address_blocks,
    copies,
    dateline,
    folded_span,
    lines_between,
    patterns,
    salutation,
    signatures,
)
from .lexicon import entities, words
from .masthead import Masthead, organ_of, original_language, read_masthead
from .mentions import citations_of, mentions_of
from .page import Line, View
from .parties import Named, read_parties
from .requests import sentences
from .sections import Section, find_sections
from .symbols import SYMBOL, canonical, halves
from .titles import Heading, find_titles
from .types import Finding, Mention, Party

_HEAD = 40  # lines at the head of a part in which a letter without title may begin


@dataclass(slots=True)
class Draft:
    """A letter as it is being read; offsets are those of the folded text, parties those of records."""

    section: int
    part: str
    label: str | None
    start: int
    end: int
    parent: int | None = None
    heading: Heading | None = None
    form: str = "letter"
    language: str = ""
    day: DateHit | None = None
    place: Block | None = None
    original_language: str | None = None
    senders: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    others: list[Party] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


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
    sections = find_sections(page)
    drafts: list[Draft] = []
    for index, section in enumerate(sections):
        draft = _draft(page, titles, sections, index, drafts)
        if draft:
            drafts.append(draft)
    masthead = read_masthead(page, _masthead_end(page, titles, sections, drafts))
    if not masthead.symbols:
        masthead = _linked(page, masthead, titles, drafts, findings)
    if masthead.organs:
        issuer = masthead.organs[0]
    cited = citations_of(page, issuer)
    for draft in drafts:
        _fill(page, draft, titles, sections, drafts, issuer)
    own = set(masthead.symbols)
    links = [m.span(1) for m in _LINK_TITLE.finditer(page.text)]
    for draft in drafts:
        draft.mentions = [
            m
            for m in mentions_of(page, draft.start, draft.end, issuer, cited)
            if not (m.kind == "document" and own & set(halves(m.target)))
            and not any(start <= m.start < end for start, end in links)
        ]
    return Letters(page, masthead, tuple(sections), tuple(drafts))


# What the page that quotes a letter says of the targets of its links is not the letter's own text.
_LINK_TITLE = re.compile(r"\]\(\s*(\"[^\"\n]*\")\s*\)")


def _linked(
    page: View, masthead: Masthead, titles: Sequence[Heading], drafts: Sequence[Draft], findings: Sequence[Finding]
) -> Masthead:
    """The symbol to which the title of a quoted letter is linked on the page that quotes it."""
    for draft in drafts[:1]:
        title = _introduced(page, titles, draft) if draft.heading is None else None
        if title is None:
            continue
        start = page.folded.raw(title.start)
        for link in findings:
            if link.field == "link" and link.end is not None and 0 <= start - link.end < 200:
                symbols = tuple(halves(canonical(link.value)))
                organs = tuple(o for s in symbols if (o := organ_of(s)))
                return replace(masthead, symbols=symbols, organs=organs)
    return masthead


def _issuer(page: View) -> str | None:
    """The organ under whose symbol the document stands, at a first look."""
    match = SYMBOL.search(page.folded.plain, 0, 2500)
    return organ_of(canonical(match[0])) if match else None


def _masthead_end(page: View, titles: Sequence[Heading], sections: Sequence[Section], drafts: Sequence[Draft]) -> int:
    covering = [d for d in drafts if d.section == 0]
    if covering:
        return covering[0].start
    first = sections[1].start if len(sections) > 1 else len(page.folded.plain)
    notes = [folded_span(page, line)[0] for line in page.lines[:_HEAD] if _is_note(page, line)]
    return min([first, *notes, 3000])


# --- which parts are letters -----------------------------------------------------------------------------------------


def _draft(
    page: View, titles: Sequence[Heading], sections: Sequence[Section], index: int, drafts: Sequence[Draft]
) -> Draft | None:
    section = sections[index]
    start, end = section.body, section.end
    quoted = _quoted(page, start, end) if index == 0 else None
    if quoted:
        start, end = quoted
    heading = _heading(page, titles, start, end, section)
    if not heading and not quoted and not _speaks_as_letter(page, titles, sections, index, start, end):
        return None
    if heading is not None:
        start = heading.start
    else:
        start, end = _extent(page, start, end)
    while end > start and page.folded.plain[end - 1] in " \n":
        end -= 1
    parent = _parent(sections, index, drafts)
    draft = Draft(index, section.part, section.label, start, end, parent, heading, language=page.language)
    if heading is not None:
        draft.form = heading.form
    elif patterns(page.language).presents.search(page.folded.lower, start, min(end, start + 2500)):
        draft.form = "note verbale"
    return draft


def _parent(sections: Sequence[Section], index: int, drafts: Sequence[Draft]) -> int | None:
    """The nearest section above that is a letter."""
    letters = {draft.section: i for i, draft in enumerate(drafts)}
    above = sections[index].parent
    while above is not None:
        if above in letters:
            return letters[above]
        above = sections[above].parent
    return None


def _quoted(page: View, start: int, end: int) -> tuple[int, int] | None:
    """The quoted lines ("> ") of a page that quotes a letter, signature and all."""
    quoted = [m for m in re.finditer(r"(?m)^[ \t]*>.*\S.*$", page.text)]
    if not quoted:
        return None
    first, last = page.folded.at(quoted[0].start()), page.folded.at(quoted[-1].end())
    inside = (max(start, first), min(end, last))
    known = patterns(page.language)
    signed = known.signed.search(page.folded.lower, *inside) or known.closing.search(page.folded.lower, *inside)
    return inside if signed and inside[0] < inside[1] else None


def _heading(page: View, titles: Sequence[Heading], start: int, end: int, section: Section) -> Heading | None:
    """The title at the head of a part: at the beginning of a line, or, in a text on one line, behind the masthead."""
    for title in titles:
        if title.start < start or title.end > end:
            continue
        line = _line_of(page, title.start)
        at_start = abs(page.folded.at(line.start) - title.start) <= 2
        whole = bool(title.senders) + bool(title.addressees) + bool(title.dates) >= 2
        first = page.folded.plain[title.start]
        if not whole or first.islower() or not (first.isalnum()):
            if section.part != "letter" or title.start > start + 3000:
                break
            continue
        if at_start and _names_another(page, titles, title, end):
            continue
        if at_start and _is_heading_line(page, title, line):
            return title
        if line.end - line.start > 400 and _after_masthead(page, start, title.start):
            return title
        if title.start - start > 4000:
            break
    return None


def _names_another(page: View, titles: Sequence[Heading], title: Heading, end: int) -> bool:
    """Whether a title is that of another document, an item of the agenda: its symbol follows, and then the own title."""
    cited = re.match(r" ?\(", page.folded.plain[title.end : title.end + 2]) and SYMBOL.match(
        page.folded.plain, title.end + page.folded.plain[title.end : title.end + 2].index("(") + 1
    )
    return bool(cited) and any(title.end < other.start < min(end, title.end + 500) and other.senders for other in titles)


def _line_of(page: View, offset: int) -> Line:
    raw = page.folded.raw(offset)
    low, high = 0, len(page.lines)
    while low < high:
        middle = (low + high) // 2
        if page.lines[middle].end <= raw:
            low = middle + 1
        else:
            high = middle
    return page.lines[min(low, len(page.lines) - 1)]


def _is_heading_line(page: View, title: Heading, line: Line) -> bool:
    """Whether a title is a heading and not the beginning of a sentence: nothing but itself stands on its lines."""
    last = _line_of(page, title.end - 1)
    rest = page.folded.plain[title.end : page.folded.at(last.end)]
    if len(rest) < 60 or title.language == "zh" and len(rest) < 20:
        return True
    return not rest.lstrip(" ,.").islower() and (title.end - title.start) > 80


def _after_masthead(page: View, start: int, end: int) -> bool:
    """Whether only a masthead stands between the start of a text on one line and its title."""
    before = page.folded.plain[start:end]
    if len(before) > 900 or before[-1:] in '"(' or patterns(page.language).speaks.search(before.lower()):
        return False
    return bool(SYMBOL.search(before) or original_language(before.lower()) or len(before.strip()) < 200)


def _is_note(page: View, line: Line) -> bool:
    start, end = folded_span(page, line)
    return end - start < 120 and bool(_note(page.language).match(page.folded.lower, start, end))


@cache
def _note(language: str) -> re.Pattern[str]:
    names = [fold(w).lower for lang in dict.fromkeys((language, "en")) for w in words(lang)["letter"]["note"]]
    each = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf".{{2,30}}(?:{each})$" if language == "zh" else rf"(?:{each})(?![^\W_])")


def _speaks_as_letter(
    page: View, titles: Sequence[Heading], sections: Sequence[Section], index: int, start: int, end: int
) -> bool:
    """Whether a part without a title is a letter: enough of the forms of one, the more so where it is announced."""
    known = patterns(page.language)
    lower = page.folded.lower
    if known.presents.search(lower, start, min(end, start + 2500)):
        return True
    lines = lines_between(page, start, end)
    if any(_is_note(page, line) for line in lines[:_HEAD]):
        return False
    greeted = salutation(page, lines[:_HEAD]) is not None
    marked = bool(known.signed.search(lower, start, end))
    closed = bool(known.closing.search(lower, start, end))
    speaks = bool(known.speaks.search(lower, start, end))
    if index and _announcement(page, titles, sections, index):
        return marked or greeted or closed or speaks and len(lower) - start > 400
    asks = any(r for r in _requests(page, start, end))
    dated = dateline(page, lines[:_HEAD]) is not None
    signs = greeted + closed + marked + speaks + asks + dated
    if index:
        return (greeted and (closed or marked)) or (marked and speaks and (closed or asks))
    return (greeted or closed or marked) and signs >= 3


def _requests(page: View, start: int, end: int) -> Sequence[object]:
    from .requests import find_requests

    return find_requests(page, start, end, None)


def _extent(page: View, start: int, end: int) -> tuple[int, int]:
    """Where a letter without a title begins (with its letterhead) and ends (with signature, address and copies)."""
    known = patterns(page.language)
    lines = lines_between(page, start, end)
    first = _body_line(page, lines)
    begin = first
    for i in range(first - 1, -1, -1):
        if _letterhead_line(page, lines[i]):
            begin = i
        elif begin - i > 1 or _foreign_line(page, lines[i]):
            break  # one line that says nothing known (a motto) may stand between two that do
    start = folded_span(page, lines[begin])[0] if lines else start
    stops = [s.block.end for s in signatures(page, start, end)]
    if stops:
        stops += [b.end for b in address_blocks(page, start, end)]
        stops += [b.end for b in copies(page, start, end)]
        dated = dateline(page, [line for line in lines if folded_span(page, line)[0] >= max(stops) - 1])
        end = max(stops + ([folded_span(page, dated[2])[1]] if dated else []))
    else:
        closings = list(known.closing.finditer(page.folded.lower, start, end))
        if closings:
            after = [line for line in lines if folded_span(page, line)[0] >= closings[-1].end()]
            last = folded_span(page, _line_of(page, closings[-1].end() - 1))[1]
            dated = dateline(page, after[:4])
            end = folded_span(page, dated[2])[1] if dated else last
    return start, end


def _body_line(page: View, lines: Sequence[Line]) -> int:
    """The first line of the body: the salutation, or the first line of running text."""
    known = patterns(page.language)
    if (index := salutation(page, lines[:_HEAD])) is not None:
        return index
    for i, line in enumerate(lines[:_HEAD]):
        start, end = folded_span(page, line)
        running = end - start > (30 if page.language == "zh" else 65) and not _letterhead_line(page, line)
        if running or known.speaks.match(page.folded.lower, start) or known.presents.search(page.folded.lower, start, end):
            while i and not lines[i].gap and folded_span(page, lines[i - 1])[1] - folded_span(page, lines[i - 1])[0] > 50:
                i -= 1
            return i
    return 0


def _foreign_line(page: View, line: Line) -> bool:
    """Whether a line is certainly no letterhead: a menu, a mark of the version, running text."""
    start, end = folded_span(page, line)
    text = page.folded.lower[start:end]
    known = patterns(page.language)
    return end - start > 60 or bool(set(text) & set("|©…")) or bool(known.versions.match(text) or original_language(text))


def _letterhead_line(page: View, line: Line) -> bool:
    """Whether a line above the salutation belongs to the letterhead: an office, a date, a number, capitals."""
    known = patterns(page.language)
    start, end = folded_span(page, line)
    plain = page.folded.plain[start:end]
    if end - start > 90 or (_foreign_line(page, line) and end - start <= 60):
        return False
    letters = [c for c in plain if c.isalpha()]
    if letters and all(not c.islower() for c in letters) and any(c.isupper() for c in letters):
        return True
    if any(h.has("capacity") or h.has("entity") for h in page.within(start, end)):
        return True
    return bool(
        dateline(page, [line])
        or known.reference.match(plain.lower())
        or known.addressed.match(plain.lower())
        or re.search(r"\d{3}|№", plain)
        or re.fullmatch(r"(?:г\. ?)?[^\W\d_]+(?:[ -][^\W\d_]+)?", plain)
    )


# --- what they say ---------------------------------------------------------------------------------------------------


def _fill(
    page: View, draft: Draft, titles: Sequence[Heading], sections: Sequence[Section], drafts: Sequence[Draft], issuer: str | None
) -> None:
    raw, folded, known = page.text, page.folded, patterns(page.language)

    def records(role: str, named: Sequence[Named]) -> list[Party]:
        exact = [n for n in named if n.entity != "UN"] or named
        return [_as_office(n).party(role, folded, raw) for n in exact]

    def read(block: Block) -> list[Named]:
        return read_parties(folded, page.hits, block.start, block.end, page.language, issuer)

    section = sections[draft.section]
    body = draft.heading.end if draft.heading else draft.start
    signs = [] if draft.form == "note verbale" else signatures(page, body, draft.end)
    announced = _announcement(page, titles, sections, draft.section) if draft.section else None
    if draft.section == 0 and draft.heading is None:
        announced = _introduced(page, titles, draft)
        draft.form = announced.form if announced and draft.form == "letter" else draft.form
    draft.original_language = original_language(folded.lower, section.start, body + 200) if draft.section else None

    senders = list(draft.heading.senders) if draft.heading else []
    addressees = list(draft.heading.addressees) if draft.heading else []
    formula = _formula(page, body, draft.end)
    offices = [n for s in signs for n in _office(page, s, read)]
    if not draft.heading:
        around = [*(announced.senders if announced else []), *_letterhead(page, draft, read)]
        offices = [_completed(n, around) for n in offices]
        offices = [_of_state(page, draft, n) for n in offices]
    if senders:
        senders = [_completed(n, [*(formula[0] if formula else []), *offices]) for n in senders]
    draft.senders = records(
        "sender",
        senders
        or (formula[0] if formula and not draft.heading else [])
        or offices
        or (list(announced.senders) if announced else [])
        or ([] if draft.heading else _letterhead(page, draft, read))
        or (formula[0] if formula else []),
    )
    blocks = address_blocks(page, body if draft.heading else draft.start, draft.end)
    if not addressees:
        addressees = (
            (formula[1] if formula else [])
            or [n for b in blocks for n in _addressed(page, b, read)]
            or (list(announced.addressees) if announced else [])
            or _greeted(page, draft, issuer)
        )
    draft.addressees = records("addressee", addressees)
    for sign in signs:
        if sign.name:
            start, end = folded.span(sign.name.start, sign.name.end)
            name = " ".join(re.sub(r"[*_]", "", raw[start:end]).split())
            office = _office(page, sign, read)
            entity = office[0] if office else None
            draft.others.append(
                Party(
                    "signatory",
                    entity.entity if entity else None,
                    entity.entity_kind if entity else None,
                    entity.capacity if entity else None,
                    name,
                    raw[start:end],
                    start,
                    end,
                )
            )
    if draft.heading:
        draft.others += records("on_behalf_of", draft.heading.on_behalf_of)
    for block in copies(page, draft.start, draft.end):
        draft.others += records("copied", read(block))
    _date(page, draft, body, announced)


def _completed(named: Named, offices: Sequence[Named]) -> Named:
    """A party whose entity the title lost, completed from the body or the signature by its office."""
    if named.entity is None and named.capacity:
        for office in offices:
            if office.entity and office.capacity in (named.capacity, "Permanent Mission"):
                return named._replace(entity=office.entity, entity_kind=office.entity_kind)
    return named


def _of_state(page: View, draft: Draft, named: Named) -> Named:
    """A head or minister of a State who signs without naming it: the letterhead does."""
    if named.entity is not None or named.capacity not in _OF_STATES:
        return named
    lines = lines_between(page, draft.start, draft.end)
    head = folded_span(page, lines[_body_line(page, lines)])[0] if lines else draft.start
    for hit in page.within(draft.start, head):
        entry = hit.has("entity")
        if entry and entities()[entry.value].kind == "state":
            capacity = "Head of State" if named.capacity == "President" else named.capacity
            return named._replace(entity=entry.value, entity_kind="state", capacity=capacity)
    return named


_OF_STATES = frozenset(
    {"President", "Head of State", "Head of Government", "Minister for Foreign Affairs", "Minister", "Ambassador"}
    | {"Permanent Representative", "Chargé d'affaires a.i.", "Government", "Other"}
)


def _as_office(named: Named) -> Named:
    """An office of the Secretariat that writes or is written to itself acts as the Secretariat."""
    if named.entity_kind == "secretariat" and named.capacity is None:
        return named._replace(capacity="Secretariat")
    return named


def _formula(page: View, start: int, end: int) -> tuple[list[Named], list[Named]] | None:
    """Who presents compliments to whom, in the first sentence of a note verbale."""
    known = patterns(page.language)
    match = known.presents.search(page.folded.lower, start, min(end, start + 2500))
    if match is None:
        return None
    lower, plain = page.folded.lower, page.folded.plain
    if page.language == "zh":
        close = match.start()
        begin = max(plain.rfind(mark, start, close) for mark in "。\n ") + 1
        middle = plain.rfind("向", max(begin, start), close)
        if middle < 0 or close < 0 or close - middle > 120:
            return None
        senders = read_parties(page.folded, page.hits, max(begin, start), middle, "zh", None)
        return senders, read_parties(page.folded, page.hits, middle + 1, close, "zh", None)
    begin = max(start, plain.rfind("\n", start, match.start()) + 1, plain.rfind(". ", start, match.start()) + 1)
    line = page.folded.at(_line_of(page, match.start()).start)
    begin = max(begin, _paragraph_start(page, line, start))
    senders = read_parties(page.folded, page.hits, begin, match.start(), page.language, None)
    stop = next((s for _, s in sentences(plain, match.end(), min(end, match.end() + 400))), match.end())
    return senders, read_parties(page.folded, page.hits, match.end(), stop, page.language, None)


def _paragraph_start(page: View, offset: int, floor: int) -> int:
    raw = page.folded.raw(offset)
    best = floor
    for line in page.lines:
        if line.start > raw:
            break
        if line.gap:
            best = max(floor, page.folded.at(line.start))
    return best


def _office(page: View, sign: Signature, read: object) -> list[Named]:
    """The offices in a signature block, without the name."""
    named: list[Named] = []
    spans = [(sign.block.start, sign.block.end)]
    if sign.name:
        spans = [(sign.name.end, sign.block.end), (sign.block.start, sign.name.start)]
    for start, end in spans:
        if start < end:
            named = [n for n in read(Block(start, end)) if n.capacity or n.entity]  # type: ignore[operator]
        if any(n.entity for n in named):
            break
    return named


def _letterhead(page: View, draft: Draft, read: object) -> list[Named]:
    """The office at the head of a letter."""
    lines = lines_between(page, draft.start, draft.end)
    body = _body_line(page, lines)
    for line in lines[:body]:
        start, end = folded_span(page, line)
        if patterns(page.language).addressed.match(page.folded.lower, start, end):
            break
    head = [folded_span(page, line) for line in lines[:body]]
    if not head:
        return []
    named = [n for n in read(Block(head[0][0], head[-1][1])) if n.capacity]  # type: ignore[operator]
    return named[:1]


def _addressed(page: View, block: Block, read: object) -> list[Named]:
    if patterns(page.language).everyone.search(page.folded.lower, block.start, block.end):
        return [Named(block.start, block.end, "MEMBER_STATES", "group", None)]
    lines = lines_between(page, block.start, block.end)
    for line in lines:
        start, _ = folded_span(page, line)
        named = [n for n in read(Block(start, block.end)) if n.capacity and n.capacity != "Ambassador"]  # type: ignore[operator]
        if named:
            return named[:1] if named[0].entity else named
    return []


def _greeted(page: View, draft: Draft, issuer: str | None) -> list[Named]:
    """Whom the salutation names; one party without entity where it names nobody."""
    lines = lines_between(page, draft.heading.end if draft.heading else draft.start, draft.end)[:_HEAD]
    index = salutation(page, lines)
    if index is None:
        return []
    start, end = folded_span(page, lines[index])
    if patterns(page.language).anonymous.fullmatch(page.folded.lower[start:end]):
        return [Named(start, end, None, None, None)]
    named = read_parties(page.folded, page.hits, start, end, page.language, issuer)
    named = [n for n in named if n.capacity or n.entity]
    return named or [Named(start, end, None, None, None)]


def _date(page: View, draft: Draft, body: int, announced: Heading | None) -> None:
    if draft.heading and draft.heading.dates:
        draft.day = draft.heading.dates[0]
    lines = lines_between(page, body if draft.heading else draft.start, draft.end)
    head = _body_line(page, lines) if not draft.heading else 4
    found = dateline(page, lines[: head + 2])
    if found is None and not draft.heading:
        closings = list(patterns(page.language).closing.finditer(page.folded.lower, draft.start, draft.end))
        if closings:
            found = dateline(page, [line for line in lines if folded_span(page, line)[0] >= closings[-1].start()])
    if found:
        draft.place = found[1]
        draft.day = draft.day or found[0]
    if draft.day is None and announced and announced.dates:
        draft.day = announced.dates[0]


# --- what the covering letter says of an annexed one -----------------------------------------------------------------


def _announcement(
    page: View, titles: Sequence[Heading], sections: Sequence[Section], index: int
) -> Heading | None:
    """The words of the part above that announce a letter in this one: "a letter from … (see annex)"."""
    section = sections[index]
    if section.parent is None:
        return None
    above = sections[section.parent]
    own = [words(lang)["letter"] for lang in dict.fromkeys((page.language, "en"))]
    names = "|".join(re.escape(fold(w).lower) for o in own for w in o[section.part])
    reference = re.compile(rf"[(\[][^()\[\]]{{0,25}}(?:{names})[^()\[\]]{{0,12}}[)\]]")
    lower = page.folded.lower
    for match in reference.finditer(lower, above.body, above.end):
        if section.label and re.search(r"[ivx\d]", section.label.lower()) and section.label.lower().split()[-1] not in match[0].split() and section.label.lower().split()[-1] + match[0][-1] not in match[0]:
            continue
        before = [t for t in titles if above.body <= t.start < match.start() and match.start() - t.end < 120]
        if not before:
            continue
        title = before[-1]
        if ". " in page.folded.plain[title.end : match.start()] or title.start < above.body + 2 and above.part == "letter" and title.end - title.start > 60 and False:
            continue
        return title
    return None


def _introduced(page: View, titles: Sequence[Heading], draft: Draft) -> Heading | None:
    """The words before a quoted letter that say which it is."""
    before = [t for t in titles if t.end <= draft.start]
    return max(before, key=lambda t: (len(t.senders) + len(t.addressees) + len(t.dates)), default=None)
