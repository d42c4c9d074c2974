"""The words by which the six official languages name things, loaded, checked and compiled once.

`entities.csv`, `names.csv` and `capacities.csv` hold States, bodies and offices with their names; one YAML file a
language holds everything else, under the same keys. All names and words of all languages go into one automaton, so a
text is read once, whatever it speaks of.
"""

from __future__ import annotations

import csv
import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from functools import cache, cached_property
from importlib.resources import files
from io import StringIO
from typing import Any, NamedTuple

from ..errors import LexiconError
from ..fold import fold

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
VERSION = "1"


class Entry(NamedTuple):
    """One word or name of the lexicon and what it stands for.

    `kind` is "entity", "capacity", "never", or the path of the word in the YAML file ("months", "citations.resolution",
    "titles.form" …); `value` is the canonical value; `entity` is set where an office names the body itself
    ("Legal Counsel": OLA). `use` is the use of a name ("short", "abbreviation" …).
    """

    kind: str
    value: str
    language: str
    name: str
    use: str = ""
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A State, organ or body: its kind, the years in which it existed, and what came after it."""

    entity: str
    kind: str
    valid_from: int | None
    valid_to: int | None
    successor: str | None
    parent: str | None
    note: str | None


def _rows(name: str, *columns: str) -> Iterator[list[str]]:
    """The rows of a table, whose columns must be these."""
    reader = csv.reader(StringIO((files(__name__) / name).read_text("utf-8")))
    head = next(reader, [])
    if head != list(columns):
        raise LexiconError(f"{name}: its columns are {head}, expected {list(columns)}.")
    return reader


@cache
def words(language: str) -> dict[str, Any]:
    """The YAML file of one language, as nested dictionaries."""
    import yaml

    with (files(__name__) / f"{language}.yaml").open("rb") as stream:
        loaded: dict[str, Any] = yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


@cache
def entities() -> dict[str, Entity]:
    """All entities by their id."""

    def year(text: str) -> int | None:
        return int(text[:4]) if text else None

    columns = ("entity", "kind", "valid_from", "valid_to", "successor", "parent", "note")
    return {
        entity: Entity(entity, kind, year(first), year(last), successor or None, parent or None, note or None)
        for entity, kind, first, last, successor, parent, note in _rows("entities.csv", *columns)
    }


_NAMES = ("entity", "language", "name", "use")


@cache
def _labels() -> dict[tuple[str, str], str]:
    rows = _rows("names.csv", *_NAMES)
    return {(entity, language): name for entity, language, name, use in rows if use == "short"}


def label(entity: str, language: str = "en") -> str:
    """The short name of an entity in a language; its English name, else its id, where there is none.

    Examples
    --------
    >>> label("DEU", "fr")
    'Allemagne'
    """
    return _labels().get((entity, language)) or _labels().get((entity, "en")) or entity


@cache
def council_years() -> dict[int, tuple[int, int]]:
    """For each year the numbers of the first and the last resolution that the Security Council adopted in it."""
    last = {int(year): int(number) for year, number in _rows("council_years.csv", "year", "last")}
    return {year: (last.get(year - 1, 0) + 1, number) for year, number in last.items()}


def council_year(number: int) -> int | None:
    """The year in which the Security Council adopted the resolution of this number; its numbers run on.

    Examples
    --------
    >>> council_year(1373), council_year(9999) is None
    (2001, True)
    """
    return next((year for year, (first, last) in council_years().items() if first <= number <= last), None)


def assembly_session_of(number: int) -> str | None:
    """The session in which the General Assembly, which numbered through until its thirtieth, adopted this resolution.

    None where the table does not tell: it has of each session numbers that are known to be of it, and so are all
    between them, but not always the first and the last ones.

    Examples
    --------
    >>> assembly_session_of(194), assembly_session_of(3201), assembly_session_of(183) is None
    ('III', 'S-VI', True)
    """
    return next((session for session, first, last in _assembly_numbers() if first <= number <= last), None)


@cache
def _assembly_numbers() -> list[tuple[str, int, int]]:
    rows = _rows("assembly_numbers.csv", "session", "first", "last")
    return [(session, int(first), int(last)) for session, first, last in rows]


@cache
def special_sessions(body: str) -> dict[str, tuple[int, int | None]]:
    """The special ("S-27") and emergency special sessions of a body: their first and last years, None while open."""
    rows = _rows("special_sessions.csv", "body", "session", "first", "last")
    return {session: (int(first), int(last or 0) or None) for of, session, first, last in rows if of == body}


@cache
def committees() -> dict[str, str]:
    """The committees of the Security Council by the resolutions that established them: S/RES/1540(2004) is S/AC.44."""
    return dict(_rows("committees.csv", "resolution", "entity"))


@cache
def namesakes() -> dict[str, tuple[Date, str]]:
    """States whose name meant another State before: until which day, and which."""
    rows = _rows("namesakes.csv", "entity", "until", "then")
    return {entity: (Date.fromisoformat(until), then) for entity, until, then in rows}


# Keys of the YAML files whose words are looked for in texts; the others serve the patterns around the hits.
_CITATIONS = ("resolution", "resolution_of", "decision", "other", "council", "assembly", "body")
_SCANNED = ("months", *(f"citations.{key}" for key in _CITATIONS), "titles.form", "titles.never")


def _scanned(language: str) -> Iterator[Entry]:
    for path in _SCANNED:
        node: Any = words(language)
        for key in path.split("."):
            node = node.get(key, {}) if isinstance(node, dict) else {}
        if isinstance(node, dict):
            for value, names in node.items():
                for name in names:
                    yield Entry(path, str(value), language, name)
        else:
            for name in node:
                yield Entry(path, path.rsplit(".", 1)[-1], language, name)


def _entries() -> Iterator[Entry]:
    known = entities()
    for entity, language, name, use in _rows("names.csv", *_NAMES):
        if use == "never":
            yield Entry("never", "", language, name, "never")
        elif entity in known:
            yield Entry("entity", entity, language, name, use)
        else:
            raise LexiconError(f"names.csv: {name!r} names {entity!r}, which entities.csv does not hold.")
    for capacity, language, name, entity in _rows("capacities.csv", "capacity", "language", "name", "entity"):
        yield Entry("capacity", capacity, language, name, "", entity or None)
    for language in LANGUAGES:
        yield from _scanned(language)


class Patterns:
    """All entries in two automata: words in any case, and abbreviations, which count in their own case only."""

    def __init__(self) -> None:
        entries = list(_entries())
        folded = fold("\n\n".join(entry.name for entry in entries))
        names: dict[str, list[Entry]] = defaultdict(list)
        abbreviations: dict[str, list[Entry]] = defaultdict(list)
        for entry, plain, lower in zip(entries, folded.plain.split("\n"), folded.lower.split("\n"), strict=True):
            if not lower.strip():
                raise LexiconError(f"The {entry.kind} entry {entry.name!r} ({entry.language}) is empty when folded.")
            if entry.use == "abbreviation" or (entry.use == "never" and entry.name.isupper()):
                abbreviations[plain.strip()].append(entry)
                continue
            shape = lower.strip()
            # The article of an Arabic name joins a preposition (للجمعية): the scan looks for the name without it.
            if entry.language == "ar" and entry.name.startswith("ال") and len(shape) > 4:  # not ألمانيا
                shape = shape[2:]
            names[shape].append(entry)
        self.names = Automaton(names)
        self.abbreviations = Automaton(abbreviations)


class Meaning:
    """What a word of the lexicon may mean: of each kind the first entry. One object a word, compared by identity."""

    __slots__ = ("entries",)

    def __init__(self, entries: Sequence[Entry]) -> None:
        if entries[0].kind != "never":
            entries = [entry for entry in entries if entry.kind != "never"]
        self.entries = {entry.kind: entry for entry in reversed(entries)}


class _Meanings(dict[int, Meaning | None]):
    """The meanings of patterns in texts of one language, by number; made when they are first met."""

    def __init__(self, entries: Sequence[Sequence[Entry]], language: str) -> None:
        self._entries, self._language = entries, language

    def __missing__(self, pattern: int) -> Meaning | None:
        every = self._entries[pattern]
        entries = [entry for entry in every if entry.language == self._language] or _elsewhere(every)
        meaning = self[pattern] = Meaning(entries) if entries else None
        return meaning


class Automaton:
    """Patterns (`shapes`) and all entries of each; `of(language)` is what they mean in a text of a language."""

    def __init__(self, entries: dict[str, list[Entry]]) -> None:
        self.shapes = list(entries)
        self.entries = list(entries.values())
        self._of: dict[str, _Meanings] = {}

    @cached_property
    def parted(self) -> dict[int, tuple[int, int]]:
        """Offices whose words may run into a name: "President of the Republic", of Korea.

        Of each the pattern of the shorter office with which it begins ("President") and the length of that.
        """
        number = {shape: i for i, shape in enumerate(self.shapes) if any(e.kind == "capacity" for e in self.entries[i])}
        found: dict[int, tuple[int, int]] = {}
        for shape, i in number.items():
            end = shape.find(" ")
            while end > 0:
                if (office := shape[:end]) in number:
                    found[i] = number[office], end  # the last, which is the longest
                end = shape.find(" ", end + 1)
        return found

    @cached_property
    def find(self) -> Any:
        """From a text to `(pattern, start, end)` of each match, leftmost and longest, not overlapping."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        return AhoCorasick(self.shapes, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes

    def of(self, language: str) -> Mapping[int, Meaning | None]:
        """For each pattern its entries in this language, or those in all where this language has none."""
        if language not in self._of:
            self._of[language] = _Meanings(self.entries, language)
        return self._of[language]


def _elsewhere(entries: Sequence[Entry]) -> list[Entry]:
    """What a word of another language means here: no abbreviation so short that it is a word in capitals (AU, LAS)."""
    return [entry for entry in entries if entry.use != "abbreviation" or len(entry.name) > 3]


@cache
def patterns() -> Patterns:
    """The compiled lexicon; made at the first use."""
    collects = gc.isenabled()
    gc.disable()  # all that is made here stays: to look through it again and again for garbage doubles the time
    try:
        return Patterns()
    finally:
        if collects:
            gc.enable()
