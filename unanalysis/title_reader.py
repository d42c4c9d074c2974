"""What a title says, read around its form word: "letter", "lettres identiques", "вербальная нота", "的信".

Words that say from whom and to whom ("from", "adressée à", "на имя"; key `titles` of the lexicon) open a stretch, which
is read for parties. Dates and parties count as long as nothing but such words stands between them, so that a sentence
may go on behind the letter it names. Chinese puts all of it before the form word: see `title_backwards`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .dates import DateHit
from .fold import Folded
from .gaps import gap, goes_on
from .named import ACCREDITED, Named, entity_kind, is_name
from .parties import read_parties
from .persons import names_person
from .scan import Hit
from .title_words import grammar

_REACH = 1500  # characters behind the form word within which a title ends
_REACH_BACK = 200  # and before it, of whose letter it is
_ENDING = 12  # characters at the end of a line that tell whether it is in capitals
# Where a title ends at the latest: not at "Mr." or "a.i.", which have fewer letters than the last word of a sentence.
# It begins with the characters that can end one, so that the search need not look at any other.
_END = re.compile(r"[;؛。；\n\[.?!](?:(?<=[^.?!])|(?<=\w{4}[.?!])(?<!xcm[oa][.])(?= |$))")
_ONE_NAME = re.compile(r" [A-ZА-Я][a-zа-я-]+(?= )")


class _Event(NamedTuple):
    """A date, or a word that says from whom or to whom."""

    start: int
    end: int
    role: str
    date: DateHit | None = None


class TitleReader:
    """Collects the dates and parties of one title; `reached` is how far it has been read."""

    def __init__(
        self,
        text: Folded,
        hits: Sequence[Hit],
        dates: Sequence[DateHit],
        language: str,
        issuer: str | None,
        floor: int,
        limit: int,
    ) -> None:
        self.text, self.hits, self.every_date = text, hits, dates
        self.language, self.issuer, self.floor, self.limit = language, issuer, floor, limit
        self.grammar = grammar(language)
        self.dates: list[DateHit] = []
        self.parties: dict[str, list[Named]] = {"from": [], "to": [], "on_behalf": [], "in_capacity": []}
        self.events: list[_Event] = []
        self.names: list[Hit] = []
        self.start = self.reached = 0
        self.to_you = False

    def read(self, start: int, end: int) -> None:
        """Read what follows the form word, which stands between two offsets."""
        lower = self.text.lower
        self.start, self.reached = start, end
        self._read_before(start)
        last = min(self.limit, end + _REACH)
        self.limit = last
        for pattern in (_END, self.grammar.sentence):
            stops = (m.start() for m in pattern.finditer(self.text.plain, end, last))
            first = next((stop for stop in stops if stop >= self.limit or not self._goes_on(stop)), last)
            self.limit = min(self.limit, first)
        self.names = self._names(end, self.limit)
        self.events = list(self._events(end))
        self._take_implied("form")
        self._take_implied("date")  # "письмо Генерального секретаря Председателю Совета Безопасности"
        relative = False  # within "by which the Secretary-General recommended to …", where a verb stands between
        for i, event in enumerate(self.events):
            if event.start < self.reached or event.role == "no_marker":
                continue
            between = lower[self.reached : event.start]
            if event.date and event.date.day is None:  # scanning spoilt the number: "dated I? April 1981"
                between = self.grammar.misread_day.sub(r"\1 ", between)
            light = bool(self.grammar.light.fullmatch(between))
            if event.date:
                if self._complete() and not between.strip():
                    break  # the date of what the title stands above
                # "… to the Secretary-General (5 June 2014)"
                aside = between == " (" and lower.startswith(")", event.end)
                if light or (not self.dates and (aside or self._is_late(i, between))):
                    self.dates.append(event.date)
                    self.reached = event.end
                    self._take_implied("date")
                elif not relative and not self._dates_body(event):
                    break
                continue
            if event.role == "stop" or (self._complete() and not (light and self._adds(event, between))):
                break
            role = self._opens(event, light, relative)
            if role is None:
                continue
            relative = relative or event.role == "whereby"
            if event.role == "to_issuer":  # "que lui a adressée", and the sender follows
                self.parties["to"].append(Named(event.start, event.end, self.issuer, entity_kind(self.issuer), None))
                self.reached = event.end
            elif event.role == "to_you":
                self.to_you, self.reached = True, event.end
            following = (e.start for e in self.events[i + 1 :] if e.start >= event.end and self._bounds(e))
            self._take(role, event.end, next(following, self.limit))

    def _is_late(self, index: int, between: str) -> bool:
        """Whether a date is the title's though words stand before it that may belong to the party before them."""
        behind = self._unfinished() or self._skips_sender(index) or self._names_holder(self.events[index].start)
        return behind and self.grammar.late.fullmatch(between) is not None

    def _skips_sender(self, index: int) -> bool:
        """Whether a date behind words that name no known sender is the title's: an addressee follows it at once.

        Behind a known one its holder's name of one word may stand, a king's.
        """
        if self.grammar.implied.get("form") != "sender" or index + 1 >= len(self.events):
            return False
        if self.parties["from"]:
            name = _ONE_NAME.match(self.text.plain, self.reached)
            if not name or not self.grammar.dated.fullmatch(self.text.lower, name.end(), self.events[index].start):
                return False
        day, to = self.events[index : index + 2]
        return to.role == "addressed" and self.grammar.light.fullmatch(self.text.lower, day.end, to.start) is not None

    def _goes_on(self, stop: int) -> bool:
        """Whether a title goes on below a gap or before a capital: one line ends, or the next begins, in a phrase."""
        plain, lower = self.text.plain, self.text.lower
        if plain[stop] not in " \n":
            return False
        if self.grammar.ends_open.search(lower, max(0, stop - 30), stop):
            return True
        following = plain[stop + 1 : stop + 3]
        if plain[stop] == "\n" and following[:1].islower():
            return True
        capitals = plain[max(0, stop - _ENDING) : stop].isupper()  # "RESOLUTION 687 (1991)"
        same = not following[:1].isupper() or (capitals and following.isupper())
        return same and self.grammar.goes_on.match(lower, stop + 1) is not None

    def _read_before(self, form: int) -> None:
        """What may stand before the form word: "the Secretary-General's letter", "his 15 August 2014 letter"."""
        at = form
        before = bisect_left(self.every_date, (form,)) - 1
        day = self.every_date[before] if before >= 0 else None
        beside = self.text.plain[form - 1 : form] == " " and self.text.plain[form].islower()  # not a line above
        if day and beside and self.floor <= day.start and day.end == form - 1:
            self.dates.append(day)
            self.start = at = day.start
        owner = next((o for o in self.grammar.owner if self.text.lower.endswith(o, self.floor, at)), None)
        if owner is None:
            return
        begin = at - len(owner)
        for hit in reversed(self._names(max(self.floor, begin - _REACH_BACK), begin)):
            if gap(self.text.lower[hit.end : begin], self.language).strip("aoqti"):
                break
            begin = hit.start
        self._take("from", begin, at)
        self.start = min(self.start, begin)
        self.reached = max(self.reached, form)

    def _names(self, start: int, end: int) -> list[Hit]:
        first = bisect_left(self.hits, (start,))
        last = bisect_left(self.hits, (end,))
        return [hit for hit in self.hits[first:last] if is_name(hit)]

    def _next_name(self, start: int) -> Hit | None:
        index = bisect_left(self.names, (start,))
        return self.names[index] if index < len(self.names) else None

    def _events(self, start: int) -> Iterator[_Event]:
        """Dates and markers in their order; what looks like a marker inside a name or a date is none."""
        first = bisect_left(self.every_date, (start,))
        last = bisect_left(self.every_date, (self.limit,))
        dates = [_Event(date.start, date.end, "date", date) for date in self.every_date[first:last]]
        names = [_Event(hit.start, hit.end, "name") for hit in self.names]
        markers = [
            _Event(m.start(), m.end(), self.grammar.role_of(m))
            for m in self.grammar.marker.finditer(self.text.lower, start, self.limit)
        ]
        end = start
        for event in sorted(dates + names + markers, key=lambda e: (e.start, e.role not in ("date", "name"))):
            if event.role in ("date", "name"):
                end = max(end, event.end)
            if event.role == "date" or (event.role != "name" and event.start >= end):
                yield event

    def _opens(self, event: _Event, light: bool, relative: bool) -> str | None:
        """The role of the stretch that a marker opens, or None where it is an ordinary word."""
        role = event.role
        if role in ("in_capacity", "on_behalf"):
            begins = self.text.plain[event.start].isupper() and self.text.plain[event.start + 1].islower()
            return role if light and not begins else None  # "По поручению моего правительства …" begins the body
        if role in ("to_issuer", "to_you"):
            return "from"
        name = self._next_name(event.end)
        said = gap(self.text.lower[event.end : name.start], self.language) if name else "x"
        direct = "x" not in said and "@" not in said
        if role == "of":
            straight = light and "," not in self.text.lower[self.reached : event.start]
            return "from" if direct and straight and not self.parties["from"] else None
        if role in ("from", "whereby"):  # "to the Chair of the Committee established pursuant to … from …"
            behind = role == "from" and direct and self._unfinished() and not self.parties["from"]
            return "from" if behind or (light and (direct or role == "from")) else None
        if role in ("by", "to", "addressed") and name and name.has("capacity"):
            direct = direct or names_person(self.text.plain, event.end, name.start)
        if not direct or (role == "to" and self._is_place(event, name)):
            return None
        if role == "by":
            return "from" if light or (self._unfinished() and not self.parties["from"]) else None
        loose = relative or self._unfinished() or self._is_portfolio(event.start)
        loose = loose or (name is not None and name.has("capacity") is not None and self._names_holder(event.start))
        return "to" if role == "addressed" or light or loose else None

    def _is_place(self, event: _Event, name: Hit | None) -> bool:
        """Whether "to" leads to the place of accreditation: "… of Ukraine to the United Nations".

        An organ can be such a place too, where the addressee is still to come: "… to the Conference on Disarmament
        addressed to …".
        """
        before = self.parties["from"] or self.parties["to"]
        if self.text.lower[event.start : event.end] not in self.grammar.at:
            return False  # "auprès de", "ante", "لدى": another word than that for the addressee
        if not before or before[-1].capacity not in ACCREDITED or name is None or name.has("capacity"):
            return False
        return self._is_organization(name) or any(e.role == "addressed" and e.start > event.end for e in self.events)

    def _is_organization(self, name: Hit | None) -> bool:
        entry = name.has("entity") if name else None
        if name is None or entry is None or name.has("capacity"):
            return False
        office = self._next_name(name.end)
        if office and office.has("capacity") and office.start <= name.end + 1:
            return False  # "to the UN Secretary General"
        return entity_kind(entry.value) not in ("organ", "state", "group")

    def _names_holder(self, end: int) -> bool:
        """Whether the few words behind an office may be its holder's name, in a script that has no capitals."""
        if not any(p.capacity and p.end == self.reached for group in self.parties.values() for p in group):
            return False
        between = self.text.lower[self.reached : end]
        few = re.fullmatch("[ah]*x{1,4}@?", gap(between, self.language)) is not None
        if not few or between != between.upper() or goes_on(self.language).match(between):
            return False
        return self.grammar.common.isdisjoint(between.split()[:-1])  # the last may be the "on" of a date

    def _is_portfolio(self, end: int) -> bool:
        """Whether only the rest of a minister's portfolio stands before an offset: "… and Emigrants to …"."""
        before = self.parties["from"]
        said = gap(self.text.lower[self.reached : end], self.language)
        return (
            bool(before)
            and "Minister" in (before[-1].capacity or "")
            and re.fullmatch("(&[oa]*x{1,4})+", said) is not None
        )

    def _bounds(self, event: _Event) -> bool:
        """Whether a stretch ends at an event; at "to the United Nations" it may go on."""
        if event.role == "to" and self.text.lower[event.start : event.end] in self.grammar.at:
            return not self._is_organization(self._next_name(event.end))
        return event.role not in ("of", "no_marker")

    def _adds(self, event: _Event, between: str) -> bool:
        """Whether a title that has all its parts goes on: "… and to the Secretary-General", "… and the reply from"."""
        said = gap(between + self.text.lower[event.start : event.end], self.language)
        return event.role in ("on_behalf", "in_capacity") or "&" in said

    def _take_implied(self, after: str) -> None:
        """A party straight behind the form word or the date without a marker: a genitive, a dative."""
        role = {"sender": "from", "addressee": "to"}.get(self.grammar.implied.get(after, ""))
        name = self._next_name(self.reached)
        if role is None or name is None or self.parties[role] or (role == "to" and not self.parties["from"]):
            return
        between = self.text.lower[self.reached : name.start]
        bound = next((e.start for e in self.events if e.start >= self.reached and self._bounds(e)), self.limit)
        if bound > name.start and not gap(between, self.language).strip("aqimh") and "(" not in between:
            self._take(role, self.reached, bound)

    def _take(self, role: str, start: int, end: int) -> None:
        found = read_parties(self.text, self.hits, start, end, self.language, self.issuer)
        if found:
            known = {(party.entity, party.capacity) for party in self.parties[role]}
            self.parties[role] += [party for party in found if (party.entity, party.capacity) not in known]
            self.reached = max(self.reached, max(party.end for party in found))

    def _unfinished(self) -> bool:
        """Whether unknown words behind the last party may belong to its name."""
        last = max((p for group in self.parties.values() for p in group), key=lambda p: p.end, default=None)
        return last is not None and last.open

    def _dates_body(self, event: _Event) -> bool:
        """Whether a date belongs to the name of the sender's body: "… pursuant to the note of 3 May addressed to"."""
        addressed = any(e.role == "addressed" and e.start > event.end for e in self.events)
        return bool(self.dates) and addressed and self._unfinished() and not self.parties["to"]

    def _complete(self) -> bool:
        return bool(self.dates and self.parties["from"] and self.parties["to"])
