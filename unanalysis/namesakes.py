"""Names of States that were another State's when a letter was written.

Until 1 August 1964 the "Republic of the Congo" was that of Leopoldville, today's Democratic Republic; the other one
was, in documents of the United Nations, "Congo (Brazzaville)".
"""

from __future__ import annotations

from datetime import date as Date
from functools import cache

from .lexicon import namesakes
from .types import Letter, Mention, Party

_TAIL = 15  # characters at the end of a name, and behind it, in which "(Brazzaville)" or "-Brazzaville" would stand


def in_its_time(letter: Letter, text: str) -> Letter:
    """A letter with its States as the names were understood at its date; `text` is that of its document."""
    day = letter.date or letter.issued
    if day is None or day >= _latest():
        return letter
    then = {entity: former for entity, (until, former) in namesakes().items() if day < until}

    def is_meant(entity: str | None, end: int) -> bool:
        return entity in then and not any(mark in text[max(0, end - _TAIL) : end + _TAIL] for mark in "(（-–")

    def party(each: Party) -> Party:
        return each._replace(entity=then[each.entity or ""]) if is_meant(each.entity, each.end) else each

    def mention(each: Mention) -> Mention:
        return each._replace(target=then[each.target]) if is_meant(each.target, each.end) else each

    return letter._replace(parties=tuple(map(party, letter.parties)), mentions=tuple(map(mention, letter.mentions)))


@cache
def _latest() -> Date:
    return max(until for until, _ in namesakes().values())
