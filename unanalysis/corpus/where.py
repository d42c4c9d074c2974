"""Choosing letters by what is known of them: each argument of `Corpus.where` gives a mask and a phrase."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from unanalysis.arguments import first_day, last_day
from unanalysis.corpus import names
from unanalysis.corpus.tables import Array, Tables
from unanalysis.errors import InputError
from unanalysis.lexicon import LANGUAGES

Values = str | Iterable[str]
FORMS = ("letter", "identical letters", "note verbale", "note", "cable")
LANGUAGE_NAMES = dict(zip(LANGUAGES, ("English", "French", "Spanish", "Russian", "Arabic", "Chinese"), strict=True))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The letters one argument chooses (a mask), and how to say so: "sent by Ukraine (UKR)"."""

    mask: Array
    words: str


def listed(values: Values, argument: str) -> list[str]:
    """One value or several as a list of several."""
    found = [values] if isinstance(values, str) or not isinstance(values, Iterable) else list(values)
    if not found or not all(isinstance(value, str) and value.strip() for value in found):
        raise InputError(f"{argument}={values!r} holds no text. Hint: give one text or a list of them.")
    return found


def by_party(tables: Tables, role: str, verb: str, wanted: Values, argument: str) -> Chosen:
    """Letters in which one of the entities or persons has a role."""
    in_role = tables.coded("parties", "role").are([role])
    entity, name = tables.coded("parties", "entity"), tables.coded("parties", "name")
    present = entity.present(in_role)
    entities: set[str] = set()
    persons: list[str] = []
    named = np.zeros(len(in_role), dtype=bool)
    for value in listed(wanted, argument):
        found = names.find_entities(value) or {value} & set(present)
        entities |= found
        if not found:
            persons.append(value)
            so_named = name.those(_holding(name.names, value)) & in_role
            if not so_named.any():
                raise names.unknown(argument, value, [*name.present(in_role), *names.entity_names(present)])
            named |= so_named
    mask = tables.having("parties", entity.are(entities) & in_role | named)
    return Chosen(mask, f"{verb} {_or([*map(names.named, sorted(entities)), *persons])}")


def by_capacity(tables: Tables, wanted: Values) -> Chosen:
    """Letters that somebody sends or signs in one of the capacities."""
    rows = tables.coded("parties", "role").are(("sender", "signatory"))
    capacity = tables.coded("parties", "capacity")
    known = {name.casefold(): name for name in [*names.capacities(), *capacity.present(rows)]}
    capacities = _known(wanted, known, "capacity")
    return Chosen(tables.having("parties", rows & capacity.are(capacities)), f"in the capacity {_or(capacities)}")


def by_mention(tables: Tables, wanted: Values) -> Chosen:
    """Letters that name one of the things: a citation, however it is written, or an organ or State."""
    target = tables.coded("mentions", "target")
    targets = target.present()
    chosen: set[str] = set()
    told: list[str] = []
    for value in listed(wanted, "mentions"):
        found = names.find_citations(value, targets)
        if not found and not names.is_citation(value):
            found = names.find_entities(value)
            if not found:
                raise names.unknown("mentions", value, [*targets, *names.entity_names([])])
        chosen |= found
        told += [names.named(target) for target in sorted(found)] or [value]
    return Chosen(tables.having("mentions", target.are(chosen)), f"mentioning {_or(told)}")


def by_organ(tables: Tables, wanted: Values) -> Chosen:
    """Letters issued as documents of one of the organs."""
    organs: set[str] = set()
    joint = tables.coded("letters", "organ")
    present = list(dict.fromkeys(organ for each in joint.present() for organ in each.split("; ")))
    for value in listed(wanted, "organ"):
        found = names.find_entities(value) or {value} & set(present)
        if not found:
            raise names.unknown("organ", value, names.entity_names(present))
        organs |= found
    mask = joint.those(not organs.isdisjoint(each.split("; ")) for each in joint.names)
    return Chosen(mask, f"issued under {_or(map(names.named, sorted(organs)))}")


def by_language(tables: Tables, wanted: Values) -> Chosen:
    """Letters in one of the languages, by code or English name."""
    language = tables.coded("letters", "language")
    known = {code: code for code in [*LANGUAGES, *language.present()]}
    known |= {name.casefold(): code for code, name in LANGUAGE_NAMES.items()}
    codes = _known(wanted, known, "language")
    return Chosen(language.are(codes), f"in {_or(LANGUAGE_NAMES.get(code, code) for code in codes)}")


def by_form(tables: Tables, wanted: Values) -> Chosen:
    """Letters of one of the forms."""
    form = tables.coded("letters", "form")
    forms = _known(wanted, {name.casefold(): name for name in [*FORMS, *form.present()]}, "form")
    return Chosen(form.are(forms), f"of the form {_or(forms)}")


def by_letter(tables: Tables, wanted: Values) -> Chosen:
    """Letters with one of the ids, ids of work, or symbols."""
    ids = listed(wanted, "letter")
    mask = np.zeros(len(tables), dtype=bool)
    found: set[str] = set()
    columns = [tables.coded("letters", column) for column in ("letter_id", "work_id", "symbol")]
    for column in columns:
        rows = column.are(ids)
        mask |= rows
        found.update(column.present(rows))
    for value in ids:
        if value not in found:
            raise names.unknown("letter", value, [id for column in columns for id in column.present()])
    return Chosen(mask, f"namely {_or(ids)}" if len(ids) <= 3 else f"{len(ids)} chosen letters")


def by_text(tables: Tables, wanted: Values) -> Chosen:
    """Letters in whose own text the words stand (both as `words.plain` has them); annexed letters have their own."""
    phrases = listed(wanted, "text")
    mask = np.zeros(len(tables), dtype=bool)
    for phrase in phrases:
        mask |= tables.saying(phrase)
    return Chosen(mask, f"with the words {_or(map(repr, phrases))}")


def by_date(tables: Tables, since: object = None, until: object = None) -> Chosen:
    """Letters of a time, first and last day included; where a letter has no date, that of its issue counts."""
    days = tables.letters["date"].fillna(tables.letters["issued"])
    if since is not None:
        first = first_day(since, "since")
        return Chosen((days >= pd.Timestamp(first)).to_numpy(dtype=bool), f"since {first}")
    last = last_day(until, "until")
    return Chosen((days <= pd.Timestamp(last)).to_numpy(dtype=bool), f"until {last}")


def by_query(tables: Tables, query: str) -> Chosen:
    """Letters for which an expression on the columns of `letters` is true."""
    try:
        mask = tables.letters.eval(query, engine="python")
    except Exception as error:  # pandas, numpy and the parser each have errors of their own for a malformed query
        raise InputError(
            f"The query {query!r} cannot be answered: {error}. Hint: write an expression on the columns of "
            "corpus.letters, for instance \"language == 'fr' and date.dt.year == 2014\"."
        ) from error
    if not isinstance(mask, pd.Series) or mask.dtype != bool:
        raise InputError(
            f"The query {query!r} gives no yes or no for each letter. Hint: compare a column with something, for "
            "instance \"language == 'fr'\"."
        )
    return Chosen(mask.to_numpy(), f"for which {query}")


PARTIES: dict[str, tuple[str, str]] = {
    "sender": ("sender", "sent by"),
    "addressee": ("addressee", "addressed to"),
    "signatory": ("signatory", "signed by"),
}
OTHERS: dict[str, Callable[[Tables, Values], Chosen]] = {
    "capacity": by_capacity,
    "mentions": by_mention,
    "organ": by_organ,
    "language": by_language,
    "form": by_form,
    "text": by_text,
    "letter": by_letter,
}


def choose(tables: Tables, argument: str, value: Values) -> Chosen:
    """What one argument of `where` chooses."""
    if argument in PARTIES:
        role, verb = PARTIES[argument]
        return by_party(tables, role, verb, value, argument)
    return OTHERS[argument](tables, value)


def _known(wanted: Values, known: dict[str, str], argument: str) -> list[str]:
    found = []
    for value in listed(wanted, argument):
        if value.casefold() not in known:
            raise names.unknown(argument, value, [*known, *known.values()])  # as they are written wins
        found.append(known[value.casefold()])
    return found


def _holding(persons: pd.Index, words: str) -> Array:
    """Which of some names hold words, in capitals or not and with any gap between them."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    return np.fromiter((pattern.search(person) is not None for person in persons), dtype=bool, count=len(persons))


def _or(values: Iterable[str]) -> str:
    return " or ".join(values)
