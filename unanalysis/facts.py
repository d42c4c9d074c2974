"""Who writes when, from where and to whom: the facts of each letter, in the order in which a reader would trust them.

The title comes first, then the formula of a note verbale, the signature and address blocks, what the covering letter
says of an annexed one, the letterhead, the salutation.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from .addresses import address_blocks, copies, names_secretary_general
from .compliments import compliments
from .drafts import HEAD, Draft
from .fold import as_read
from .headings import Heading
from .letterhead import (
    Block,
    Dateline,
    body_line,
    dateline,
    forms,
    inline_dateline,
    salutation,
    salutation_of,
)
from .lexicon import entities
from .masthead import original_language
from .named import Named
from .own_state import own_state
from .page import View
from .parties import read_parties
from .signatures import Signature, person, signatures
from .symbols import SYMBOL
from .types import Party


def state_facts(page: View, draft: Draft, announced: Heading | None, issuer: str | None) -> None:
    """Fill in a draft: form, parties, date and place."""
    _Facts(page, draft, announced, issuer).fill()


class _Facts:
    """Reads the parties of one letter; `announced` is how the text above or around it calls it."""

    def __init__(self, page: View, draft: Draft, announced: Heading | None, issuer: str | None) -> None:
        self.page, self.draft, self.announced, self.issuer = page, draft, announced, issuer
        self.body = draft.heading.end if draft.heading else draft.start
        self.senders: list[Named] = []
        lines = page.lines_between(draft.start, draft.end)
        self.head = lines[: body_line(page, lines[:HEAD])] if not draft.heading else []

    def fill(self) -> None:
        page, draft = self.page, self.draft
        if draft.section == 0 and not draft.heading and self.announced and draft.form == "letter":
            draft.form = self.announced.form
        if draft.part != "letter":
            stop = min(self.body + 200, draft.end)
            nearest = (original_language(page, max(0, draft.start - n), stop) for n in (60, 200))
            draft.original_language = next(filter(None, nearest), None)
        signs = [] if draft.form == "note verbale" else self._signatures()
        formula = compliments(page, self.body, draft.end, self.issuer)
        offices = self._offices(signs)
        self.senders = [self._of_own_state(sender) for sender in self._senders(formula, offices, signs)]
        draft.senders = self._records("sender", self.senders)
        draft.addressees = self._records("addressee", self._addressees(formula))
        draft.others = [self._signatory(sign) for sign in signs if sign.name]
        if draft.heading:
            draft.others += self._records("on_behalf_of", draft.heading.on_behalf_of)
        for block in copies(page, draft.start, draft.end):
            draft.others += self._records("copied", self._read(block))
        self._date()

    def _signatures(self) -> list[Signature]:
        """The signatures; an address that stands right below one is no part of it."""
        draft = self.draft
        signs = signatures(self.page, self.body, draft.end, bool(draft.heading))
        if draft.heading or not signs:
            return signs
        below = [block.start for block in self._blocks]
        cut = [min([s.block.end, *(b for b in below if s.name and s.name.end <= b)]) for s in signs]
        return [s._replace(block=Block(s.block.start, end)) for s, end in zip(signs, cut, strict=True)]

    # --- senders ---

    def _senders(
        self, formula: tuple[list[Named], list[Named]] | None, offices: list[Named], signs: Sequence[Signature]
    ) -> list[Named]:
        senders = list(self.draft.heading.senders) if self.draft.heading else []
        if senders:
            return [_completed(sender, [*(formula[0] if formula else []), *offices]) for sender in senders]
        if formula and formula[0]:
            return formula[0]
        announced = list(self.announced.senders) if self.announced else []
        return offices or announced or self._letterhead() or self._by_name(signs)

    def _by_name(self, signs: Sequence[Signature]) -> list[Named]:
        """A Secretary-General, who may sign with no more than his name."""
        known, lower = forms(self.page.language).secretary_general, self.page.folded.lower
        names = [sign.name for sign in signs if sign.name and known.fullmatch(lower, *sign.name)]
        return [Named(*name, "SG", "secretariat", "Secretary-General", (name.start, name.end)) for name in names]

    def _offices(self, signs: Sequence[Signature]) -> list[Named]:
        """The offices in the signature blocks, completed where a title, letterhead or announcement says of whom."""
        offices = [named for sign in signs for named in self._office(sign)]
        if self.draft.heading:
            return offices
        around = [*(self.announced.senders if self.announced else []), *self._letterhead()]
        return [self._of_state(_completed(office, around)) for office in offices]

    def _office(self, sign: Signature) -> list[Named]:
        """The offices in a signature block, which stand behind the name or before it."""
        name, block = sign
        spans = [Block(name.end, block.end), Block(block.start, name.start)] if name else [block]
        named: list[Named] = []
        for span in spans:
            if span.start < span.end:
                found = [n for n in self._read(span) if n.capacity or n.entity]
                if not named or any(n.entity for n in found):
                    named = found
            if any(n.entity for n in named):
                break
        return named

    def _above_body(self) -> Block | None:
        """The head of a letter without a title: its lines above the body, or what stands before the salutation."""
        if self.head:
            return Block(self.head[0].at, self.head[-1].to)
        inline = None if self.draft.heading else inline_dateline(self.page, self.body)
        return Block(self.body, inline.day.start) if inline else None

    def _letterhead(self) -> list[Named]:
        """The office at the head of a letter, on whichever of its lines it is; an address there is none."""
        if not self.head:
            above = self._above_body()
            return [self._of_state(n) for n in self._read(above) if n.capacity][:1] if above else []
        stop = self.head[-1].to
        others = address_blocks(self.page, self.head[0].at, stop)
        for line in self.head:
            if any(block.start <= line.at < block.end for block in others):
                continue
            end = min((block.start for block in others if block.start > line.at), default=stop)
            named = [n for n in self._read(Block(line.at, end)) if n.capacity]
            if named and named[0].start < line.to:
                return [self._of_state(named[0])]
        return []

    def _of_state(self, named: Named) -> Named:
        """An office that does not say of which State or body: the letterhead does."""
        above = self._above_body() if named.entity is None else None
        if above:
            kinds = ("state",) if named.capacity in _OF_STATES else ("organ", "organization", "secretariat")
            kinds = ("state", "organ", "organization") if named.capacity == "President" else kinds
            for hit in self.page.within(*above):
                entry = hit.has("entity")
                kind = entities()[entry.value].kind if entry else ""
                if entry and kind in kinds and entry.value not in ("UN", "SG"):
                    named = named._replace(entity=entry.value, entity_kind=kind)
                    break
        if named.capacity == "President" and named.entity_kind == "state":
            named = named._replace(capacity="Head of State")
        return named

    def _of_own_state(self, named: Named) -> Named:
        """An office of a State that neither title nor signature names: the text tells in whose name it speaks."""
        if named.entity is None and named.capacity in _OF_STATES:
            state = own_state(self.page, self.draft.start, self.draft.end)
            if state:
                return named._replace(entity=state, entity_kind="state")
        return named

    def _signatory(self, sign: Signature) -> Party:
        assert sign.name is not None
        start, end = self.page.folded.span(*sign.name)
        printed = self.page.text[start:end]
        name = as_read(printed)
        office = next(iter(self._office(sign)), None)
        if office is None:
            return Party("signatory", None, None, None, name, printed, start, end)
        office = _completed(office, self.senders)
        return Party("signatory", office.entity, office.entity_kind, office.capacity, name, printed, start, end)

    # --- addressees ---

    def _addressees(self, formula: tuple[list[Named], list[Named]] | None) -> list[Named]:
        draft = self.draft
        if draft.heading and draft.heading.addressees:
            named = [_completed(n, formula[1] if formula else []) for n in draft.heading.addressees]
            return [self._with_office(n) for n in named] if len(named) == 1 else named
        if formula and formula[1]:
            return [_everyone(n) if n.entity is None else n for n in formula[1]]
        blocks = self._address()
        return blocks or (list(self.announced.addressees) if self.announced else []) or self._greeted()

    def _with_office(self, named: Named) -> Named:
        """The organ to which a title says that a letter goes, with the office that address or salutation names."""
        if named.capacity is None and named.entity_kind == "organ":
            for other in (*self._address(), *self._greeted()):
                if other.capacity in ("President", "Chair") and other.entity in (None, named.entity):
                    return named._replace(capacity=other.capacity)
        return named

    def _address(self) -> list[Named]:
        """The offices in the address blocks of a letter."""
        return [named for block in self._blocks for named in self._addressed(block)]

    @cached_property
    def _blocks(self) -> list[Block]:
        """The address blocks of a letter."""
        start = self.body if self.draft.heading else self.draft.start
        return address_blocks(self.page, start, self.draft.end)

    def _addressed(self, block: Block) -> list[Named]:
        """The office in an address block, on whichever of its lines it is.

        Of a State's representative who presides over an organ, "President of the Security Council" counts.
        """
        if forms(self.page.language).everyone.search(self.page.folded.lower, *block):
            return [Named(block.start, block.end, "MEMBER_STATES", "group", None)]
        if names_secretary_general(self.page, block):
            return [Named(block.start, block.end, "SG", "secretariat", "Secretary-General")]
        found: list[Named] = []
        name = None
        for start in (block.start, *(line.at for line in self.page.lines_between(block.start + 1, block.end))):
            named = [n for n in self._read(Block(start, block.end)) if n.capacity and n.capacity != "Ambassador"]
            name = person(self.page, block.start, start) if named and not found else name
            found += named[:1]
            if named and found[0].capacity not in _ENVOYS:
                break
        presides = (n for n in found if n.entity_kind == "organ" and n.capacity in ("President", "Chair"))
        return [n._replace(name=(name[0], name[1]) if name else None) for n in [*presides, *found][:1]]

    def _greeted(self) -> list[Named]:
        """Whom the salutation names; one party without entity where it names nobody."""
        page, draft = self.page, self.draft
        lines = page.lines_between(self.body if draft.heading else draft.start, draft.end)[:HEAD]
        index = salutation(page, lines)
        if index is None:
            known, lower = forms(page.language), page.folded.lower
            inline = inline_dateline(page, self.body)
            before = known.before_salutation.match(lower, inline.day.end) if inline else None
            greeting = known.anonymous.match(lower, before.end()) if before else None
            return [Named(*greeting.span(), None, None, None)] if greeting else []
        block = salutation_of(page, lines[index]) or Block(lines[index].at, lines[index].to)
        nobody = [Named(block.start, block.end, None, None, None)]
        if forms(page.language).anonymous.fullmatch(page.folded.lower, *block):
            return nobody
        return [n for n in self._read(block) if n.capacity or n.entity] or nobody

    # --- date and place ---

    def _date(self) -> None:
        page, draft = self.page, self.draft
        if draft.heading and draft.heading.dates:
            draft.day = draft.heading.dates[0]
        lines = page.lines_between(self.body, draft.end)
        within = len(self.head) + 2 if not draft.heading else 4
        if draft.heading and draft.day is None:  # an address may stand between the title and the date
            within = max(within, body_line(page, lines[:HEAD]))
        found = dateline(page, lines[:within])
        if found is None and (not lines or not draft.heading):  # before a salutation, in a text on one line
            found = inline_dateline(page, self.body)
        if found is None and draft.heading and draft.day is None and draft.section == 0:
            found = self._above()
        if found is None and not draft.heading:  # a note verbale is dated at its end
            closings = list(page.phrases.all("letter.closing", draft.start, draft.end))
            foot = lines[-_FOOT:][0].at if lines and draft.form == "note verbale" else draft.end
            last = closings[-1].start() if closings else foot
            found = dateline(page, [line for line in lines if line.at >= last])
        if found:
            draft.day, draft.place = draft.day or found.day, found.place
        elif draft.day is None and self.announced and self.announced.dates:
            draft.day = self.announced.dates[0]

    def _above(self) -> Dateline | None:
        """Place and date in the letterhead above a title; what stands above a symbol is a masthead."""
        page, start = self.page, self.draft.start
        if page.phrases.first("masthead.distribution", 0, start) or SYMBOL.search(page.folded.plain, 0, start):
            return None
        return dateline(page, page.lines_between(0, start)[-8:])

    # --- reading ---

    def _read(self, block: Block) -> list[Named]:
        return read_parties(self.page.folded, self.page.hits, *block, self.page.language, self.issuer)

    def _records(self, role: str, named: Sequence[Named]) -> list[Party]:
        """Records of parties; "the United Nations" beside an office of it is only where that office is."""
        exact = [n for n in named if n.entity != "UN"] or named
        once = {(n.entity, n.capacity, n.name): n for n in reversed(exact)}.values()
        return [self._record(role, _as_office(n)) for n in reversed(once)]

    def _record(self, role: str, named: Named) -> Party:
        if named.name and self.page.touching(*named.name):  # "… United Nations, New York" is nobody's name
            named = named._replace(name=None)
        return named.party(role, self.page.folded, self.page.text)


_OF_STATES = frozenset(
    {"President", "Head of State", "Head of Government", "Minister for Foreign Affairs", "Minister", "Ambassador"}
    | {"Permanent Representative", "Chargé d'affaires a.i.", "Government", "Other"}
)


_ENVOYS = frozenset({"Permanent Representative", "Representative", "Chargé d'affaires a.i."})

_FOOT = 3  # lines at the end of a note verbale without a closing formula, one of which may be its date


def _completed(named: Named, others: Sequence[Named]) -> Named:
    """A party whose entity was lost or left out, completed from another place that gives the same office."""
    if named.entity is None and named.capacity:
        for other in others:
            if other.entity and other.capacity in (named.capacity, "Permanent Mission"):
                return named._replace(entity=other.entity, entity_kind=other.entity_kind)
            if named.capacity == "President" and other.capacity == "Head of State":
                return named._replace(entity=other.entity, entity_kind=other.entity_kind, capacity=other.capacity)
    return named


def _everyone(named: Named) -> Named:
    """The missions or representatives in general, of no State in particular, are those of all Member States."""
    if named.capacity in ("Permanent Mission", "Permanent Representative"):
        return named._replace(entity="MEMBER_STATES", entity_kind="group", capacity=None)
    return named


def _as_office(named: Named) -> Named:
    """An office of the Secretariat that writes or is written to itself acts as the Secretariat."""
    if named.entity_kind == "secretariat" and named.capacity is None:
        return named._replace(capacity="Secretariat")
    return named
