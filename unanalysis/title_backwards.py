"""Titles that end with their form word, and are read from there backwards: 2020年7月30日乍得代表给秘书长的信."""

from __future__ import annotations

import re
from bisect import bisect_left

from .dates import DateHit
from .gaps import gap
from .named import Named
from .parties import read_parties
from .title_reader import TitleReader

_REACH = 200  # characters before the form word within which a title begins
_PERSON = 10  # characters of a person's name
_BODY = 60  # and of what the lexicon may not know of a body's name
_CLAUSE = re.compile(r"[,;。\n\[:]")


class BackwardsReader(TitleReader):
    """Collects the dates and parties before a form word, as Chinese has them."""

    def read(self, start: int, end: int) -> None:
        """Read what stands before the form word, which stands between two offsets."""
        lower = self.text.lower
        self.reached = end
        begin = max(self.floor, start - _REACH)
        for clause in _CLAUSE.finditer(lower, begin, start):
            begin = clause.end()
        self.names = self._names(begin, start)
        limit = start
        last = min(self.limit, end + _REACH)
        last = next((clause.start() for clause in _CLAUSE.finditer(lower, end, last)), last)
        markers = [m for m in self.grammar.marker.finditer(lower, begin, end) if self._is_addressing(m)]
        for marker in reversed(markers):
            first = marker.end() if marker.start() < start else end  # 致函安理会主席: behind the form word
            found = self._parties(first, start if first < start else last)
            if found and (self._ends_at(found[-1].end, start) if first < start else self._touches(end, found[0].start)):
                self.parties["to"], limit = found, min(start, marker.start())
                self.reached = max(end, found[-1].end)
                break
        dates = self._dates_between(begin, limit)
        limit = self._another_role(begin, limit)
        self.parties["from"] = senders = self._senders(begin, limit, dates)
        edges = [limit, start, *(party.start for party in senders)]
        for date in reversed(dates):
            if any(date.end <= edge and self._touches(date.end, edge) for edge in edges) or (
                senders and self._touches(senders[-1].end, date.start)
            ):
                self.dates.append(date)
                edges.append(date.start)
        if self.parties["to"] and not self.dates and dates:
            heads = not self.text.lower[begin : dates[0].start].strip()  # of a sender whom the lexicon does not know
            behind = senders[0].start if senders else limit if heads and len(dates) == 1 else None
            if behind is not None and self._may_name_body(dates[-1].end, behind):
                self.dates.append(dates[-1])
        if not self.dates and (day := self._in_brackets(self.reached)):
            self.dates.append(day)
            self.reached = day.end
        self.start = min([start, *(d.start for d in self.dates), *(p.start for p in (*senders, *self.parties["to"]))])

    def _in_brackets(self, start: int) -> DateHit | None:
        """The date in brackets right behind an offset: 致联合国秘书长函(2014年6月5日)."""
        lower, index = self.text.lower, bisect_left(self.every_date, (start,))
        day = self.every_date[index] if index < len(self.every_date) else None
        return day if day and lower[start : day.start].strip() == "(" and lower.startswith(")", day.end) else None

    def _another_role(self, start: int, limit: int) -> int:
        """Where words begin that say in whose name or in which other capacity the sender writes: 以…身份, 代表…."""
        for hit in self.names:
            for role in ("in_capacity", "on_behalf"):
                marker = self.grammar.roles[role].match(self.text.lower, hit.end, limit)
                if not (marker and hit.has("capacity")) or hit.end >= limit:
                    continue
                found = self._parties(marker.end(), limit)
                near = bool(found) and limit - found[-1].end <= _PERSON
                if near and found[0].start == marker.end():
                    self.parties[role] = found
                if near and (self.parties[role] or role == "in_capacity"):  # 以非洲国家组主席身份: of an unknown body
                    return hit.end
        return limit

    def _ends_at(self, start: int, end: int) -> bool:
        """Whether only light words, or a person's name, stand between a party and the form word: 主席马立克电."""
        if self._touches(start, end):
            return True
        between = self.text.lower[start:end]
        return len(between) <= _PERSON and between.isalpha() and not gap(between, self.language).strip("x")

    def _may_name_body(self, start: int, end: int) -> bool:
        """Whether the words behind a date can be the name of the sender's body, and tell nothing."""
        between = self.text.lower[start:end]
        return len(between) <= _BODY and self.grammar.tells.search(between) is None

    def _is_addressing(self, marker: re.Match[str]) -> bool:
        within = any(hit.start < marker.end() and marker.start() < hit.end for hit in self.names)
        return self.grammar.role_of(marker) == "addressed" and not within

    def _dates_between(self, start: int, end: int) -> list[DateHit]:
        first = bisect_left(self.every_date, (start,))
        last = bisect_left(self.every_date, (end,))
        return [date for date in self.every_date[first:last] if date.end <= end]

    def _parties(self, start: int, end: int) -> list[Named]:
        return read_parties(self.text, self.hits, start, end, self.language, self.issuer)

    def _senders(self, start: int, limit: int, dates: list[DateHit]) -> list[Named]:
        """The last party before the addressee, the form word or a date; one without an office must stand beside it."""
        for stop in (limit, *(date.start for date in reversed(dates))):
            found = self._parties(start, stop)
            if found and (self._touches(found[-1].end, stop) or (found[-1].capacity and stop - found[-1].end < 40)):
                return found
        return []

    def _touches(self, start: int, end: int) -> bool:
        return start <= end and bool(self.grammar.light.fullmatch(self.text.lower, start, end))
