"""In the name of which State a letter speaks, where neither its title nor its signature says so.

PDF tools drop linked words ("Permanent Representative of to the United Nations"), and ambassadors sign without their
State. The text tells: "on behalf of the Government of Chad", "Chad strongly rejects these claims".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .fold import fold
from .gaps import gap
from .lexicon import entities, words
from .page import View

_BESIDE = 20  # characters between "on behalf of" and the name of the State


def own_state(page: View, start: int, end: int) -> str | None:
    """The one State in whose name the text between two offsets of the folded text is written; None: none, or several.

    What is said outright counts before what the State is said to do.
    """
    for states in ({*_named(page, start, end)}, {*_acting(page, start, end)}):
        if states:
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


def _is_state(entity: str) -> bool:
    return entities()[entity].kind == "state"


@cache
def _acts(language: str) -> re.Pattern[str]:
    """What stands behind the name of a State that speaks; "…" in the lexicon is a few words."""
    acts = (fold(act).lower.split("…") for act in words(language)["letter"]["acts"])
    any_ = "|".join("[^.]{1,80}".join(map(re.escape, act)) for act in acts)
    return re.compile(rf" ?(?:{any_})" if language == "zh" else rf" (?:{any_})(?![^\W_])")
