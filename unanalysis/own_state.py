"""In the name of which State a letter speaks, where neither its title nor its signature says so.

PDF tools drop linked words ("Permanent Representative of to the United Nations"), and ambassadors sign without their
State. The text tells: "on behalf of the Government of Chad", "Chad strongly rejects these claims".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from .fold import fold
from .gaps import gap
from .lexicon import entities, words
from .page import View

_BESIDE = 20  # characters between "on behalf of" and the name of the State
_SENTENCE = 250  # characters behind "I have the honour to transmit" in which stands from whom
_STOP = re.compile(r"\w{4}\.\s|\n")  # not "Dr. "
# Those whose words their own State's representative transmits.
_HOME = frozenset({"Head of State", "Head of Government", "Minister for Foreign Affairs", "Minister", "Government"})


def own_state(page: View, start: int, end: int) -> str | None:
    """The one State in whose name the text between two offsets of the folded text is written; None: none, or several.

    What is said outright counts before what the State is said to do, and that before whose words are transmitted.
    """
    for said in (_named, _acting, _transmitted):
        if states := {*said(page, start, end)}:
            return states.pop() if len(states) == 1 else None
    return None


def _named(page: View, start: int, end: int) -> Iterator[str]:
    """The States behind "on behalf of", "instructions from the Government of"."""
    for said in page.phrases.all("letter.own", start, end):
        for hit in page.beginning(said.end(), said.end() + _BESIDE)[:1]:
            entry, between = hit.has("entity"), page.folded.lower[said.end() : hit.start]
            if entry and _is_state(entry.value) and not gap(between, page.language).strip("ato"):
                yield entry.value


def _acting(page: View, start: int, end: int) -> Iterator[str]:
    """The States of which the text says what a letter says of its own: that it wishes, rejects, reiterates."""
    acts, lower = _acts(page.language), page.folded.lower
    for hit in page.within(start, end):
        if (entry := hit.has("entity")) and _is_state(entry.value) and acts.match(lower, hit.end, end):
            yield entry.value


def _transmitted(page: View, start: int, end: int) -> Iterator[str]:
    """The States of those whose words are transmitted: "to transmit a message from the Prime Minister of Chad"."""
    for said in page.phrases.all("letter.transmits", start, end):
        stop = _STOP.search(page.folded.plain, said.end(), min(end, said.end() + _SENTENCE))
        hits = page.within(said.end(), stop.end() if stop else min(end, said.end() + _SENTENCE))
        for one, other in pairwise(hits):
            office, entry = one.has("capacity"), other.has("entity")
            between = gap(page.folded.lower[one.end : other.start], page.language)
            tied = "o" in between and not between.strip("oaqt")
            if office and entry and tied and office.value in _HOME and _is_state(entry.value):
                yield entry.value


def _is_state(entity: str) -> bool:
    return entities()[entity].kind == "state"


@cache
def _acts(language: str) -> re.Pattern[str]:
    """What stands behind the name of a State that speaks; "…" in the lexicon is a few words."""
    acts = (fold(act).lower.split("…") for act in words(language)["letter"]["acts"])
    any_ = "|".join("[^.]{1,80}".join(map(re.escape, act)) for act in acts)
    return re.compile(rf" ?(?:{any_})" if language == "zh" else rf" (?:{any_})(?![^\W_])")
