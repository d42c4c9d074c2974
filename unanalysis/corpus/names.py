"""What a person writes for an entity, a citation or a date, and what the tables have for it."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from unanalysis.errors import InputError
from unanalysis.fold import fold
from unanalysis.lexicon import entities, label, patterns
from unanalysis.symbols import canonical, kind_of

_WORDS_BEFORE = re.compile(r"\A(?:[^\W\d_][^\W\d_.'’]*\.?\s+)+(?=\S*\d)")
_NUMBER = re.compile(r"\d+(?:/\d+)?[A-Z]{0,2}(?:\([A-Z\d-]+\))?")
_SYMBOL = re.compile(r"[A-Z]+(?:\.\d+)?/\S+")
_TAIL = re.compile(r"(?:RES|DEC|PRST)[/.](.+)\Z")


def named(entity: str) -> str:
    """An entity with its English name: "Ukraine (UKR)"."""
    name = label(entity)
    return entity if name == entity else f"{name} ({entity})"


def find_entities(wanted: str) -> set[str]:
    """The entities that bear a name in any language, or this id; empty where there is none."""
    if wanted in entities():
        return {wanted}
    shape = fold(wanted).lower.strip()
    names = _by_name()
    # The lexicon keeps Arabic names without the article, which joins prepositions.
    found = names.get(shape) or names.get(shape.removeprefix("ال"))
    return found or {entity for entity in entities() if entity.lower() == shape}


@cache
def _by_name() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for automaton in (patterns().names, patterns().abbreviations):
        for shape, entries in zip(automaton.shapes, automaton.entries, strict=True):
            found[shape.lower()].update(entry.value for entry in entries if entry.kind == "entity")
    return dict(found)


def capacities() -> list[str]:
    """The capacities that the lexicon knows, each once, in its order."""
    every = (entry for entries in patterns().names.entries for entry in entries)
    return list(dict.fromkeys(entry.value for entry in every if entry.kind == "capacity"))


def find_citations(wanted: str, targets: Iterable[str]) -> set[str]:
    """The targets that a loosely written citation means: "resolution 2254" is `S/RES/2254(2015)` where that is cited.

    Examples
    --------
    >>> targets = ["S/RES/2254(2015)", "A/RES/78/123", "A/HRC/RES/46/22"]
    >>> find_citations("Security Council resolution 2254 (2015)", targets), find_citations("res. 78/123", targets)
    ({'S/RES/2254(2015)'}, {'A/RES/78/123'})
    """
    key = canonical(_WORDS_BEFORE.sub("", wanted.strip()))
    known = set(targets)
    if key in known:
        return {key}
    found = set()
    for target in known:
        tail = _TAIL.search(target)
        if tail and key in (tail[1], tail[1].partition("(")[0]):
            found.add(target)
    return found


def is_citation(wanted: str) -> bool:
    """Whether it is written like one, so that nothing being found means that nothing cites it."""
    key = canonical(_WORDS_BEFORE.sub("", wanted.strip()))
    return bool(_NUMBER.fullmatch(key) or (_SYMBOL.fullmatch(key) and kind_of(key)))


def unknown(argument: str, wanted: str, known: Iterable[str]) -> InputError:
    """The error that says what was not found, and what comes near it."""
    by_shape = {fold(name).lower: name for name in known}
    near = difflib.get_close_matches(fold(wanted).lower, by_shape, n=3, cutoff=0.6)
    if near:
        hint = f"did you mean {' or '.join(repr(by_shape[shape]) for shape in near)}?"
    elif by_shape and len(by_shape) <= 20:
        hint = f"there are {', '.join(sorted(by_shape.values()))}."
    else:
        hint = "the tables of the corpus show which values there are."
    return InputError(f"Nothing is known as {argument}={wanted!r}. Hint: {hint}")


def entity_names(present: Sequence[str]) -> list[str]:
    """Some ids, and by what names they and all others may be called, for a hint."""
    return [*(label(entity) for entity in present), *present, *(label(entity) for entity in entities())]
