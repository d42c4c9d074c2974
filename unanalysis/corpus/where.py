"""Choosing letters by what is known of them: each argument of `Corpus.where` gives a mask and a phrase."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from unanalysis.corpus import names
from unanalysis.corpus.schema import Tables
from unanalysis.errors import InputError
from unanalysis.lexicon import LANGUAGES

Values = str | Iterable[str]
FORMS = ("letter", "identical letters", "note verbale", "note", "cable")
LANGUAGE_NAMES = dict(zip(LANGUAGES, ("English", "French", "Spanish", "Russian", "Arabic", "Chinese"), strict=True))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The letters one argument chooses, and how to say so: "sent by Ukraine (UKR)"."""

    mask: pd.Series
    words: str


def listed(values: Values, argument: str) -> list[str]:
    """One value or several as a list of several."""
    found = [values] if isinstance(values, str) else list(values)
    if not found or not all(isinstance(value, str) and value.strip() for value in found):
        raise InputError(f"{argument}={values!r} holds no text. Hint: give one text or a list of them.")
    return found


def by_party(tables: Tables, role: str, verb: str, wanted: Values, argument: str) -> Chosen:
    """Letters in which one of the entities or persons has a role."""
    parties = tables.parties[tables.parties["role"] == role]
    entities: set[str] = set()
    persons: list[str] = []
    for value in listed(wanted, argument):
        found = names.find_entities(value) or ({value} if (parties["entity"] == value).any() else set())
        entities |= found
        if not found:
            if not _named(parties, value).any():
                persons_known = parties["name"].dropna().unique().tolist()
                raise names.unknown(argument, value, [*persons_known, *names.entity_names(parties["entity"])])
            persons.append(value)
    chosen = parties["entity"].isin(entities)
    for person in persons:
        chosen |= _named(parties, person)
    return Chosen(_having(tables, parties[chosen]), f"{verb} {_or([*map(names.named, sorted(entities)), *persons])}")


def _named(parties: pd.DataFrame, name: str) -> pd.Series:
    return parties["name"].str.contains(_loosely(name), case=False, na=False)


def by_capacity(tables: Tables, wanted: Values) -> Chosen:
    """Letters that somebody sends or signs in one of the capacities."""
    parties = tables.parties[tables.parties["role"].isin(("sender", "signatory"))]
    present = parties["capacity"].dropna().unique().tolist()
    known = {name.casefold(): name for name in [*names.capacities(), *present]}
    capacities = _known(wanted, known, "capacity")
    return Chosen(_having(tables, parties[parties["capacity"].isin(capacities)]), f"in the capacity {_or(capacities)}")


def by_mention(tables: Tables, wanted: Values) -> Chosen:
    """Letters that name one of the things: a citation, however it is written, or an organ or State."""
    mentions = tables.mentions
    targets = mentions["target"].dropna().unique().tolist()
    chosen: set[str] = set()
    told: list[str] = []
    for value in listed(wanted, "mentions"):
        found = names.find_citations(value, targets)
        if not found and not names.is_citation(value):
            found = names.find_entities(value)
            if not found:
                raise names.unknown("mentions", value, [*targets, *names.entity_names(pd.Series(dtype="str"))])
        chosen |= found
        told += [names.named(target) for target in sorted(found)] or [value]
    return Chosen(_having(tables, mentions[mentions["target"].isin(chosen)]), f"mentioning {_or(told)}")


def by_organ(tables: Tables, wanted: Values) -> Chosen:
    """Letters issued as documents of one of the organs."""
    organs: set[str] = set()
    present = tables.letters["organ"].str.split("; ").explode()
    for value in listed(wanted, "organ"):
        found = names.find_entities(value) or ({value} if (present == value).any() else set())
        if not found:
            raise names.unknown("organ", value, names.entity_names(present))
        organs |= found
    mask = present.isin(organs).groupby(level=0).any().reindex(tables.letters.index, fill_value=False)
    return Chosen(mask, f"issued under {_or(map(names.named, sorted(organs)))}")


def by_language(tables: Tables, wanted: Values) -> Chosen:
    """Letters in one of the languages, by code or English name."""
    present = tables.letters["language"].dropna().unique().tolist()
    known = {code: code for code in [*LANGUAGES, *present]}
    known |= {name.casefold(): code for code, name in LANGUAGE_NAMES.items()}
    codes = _known(wanted, known, "language")
    return Chosen(tables.letters["language"].isin(codes), f"in {_or(LANGUAGE_NAMES.get(code, code) for code in codes)}")


def by_form(tables: Tables, wanted: Values) -> Chosen:
    """Letters of one of the forms."""
    present = tables.letters["form"].dropna().unique().tolist()
    forms = _known(wanted, {form.casefold(): form for form in [*FORMS, *present]}, "form")
    return Chosen(tables.letters["form"].isin(forms), f"of the form {_or(forms)}")


def by_letter(tables: Tables, wanted: Values) -> Chosen:
    """Letters with one of the ids, ids of work, or symbols."""
    letters = tables.letters
    ids = listed(wanted, "letter")
    named = letters[["letter_id", "work_id", "symbol"]]
    for value in ids:
        if not named.isin([value]).any(axis=None):
            raise names.unknown("letter", value, [str(id) for column in named for id in named[column].dropna()])
    return Chosen(named.isin(ids).any(axis=1), f"namely {_or(ids)}" if len(ids) <= 3 else f"{len(ids)} chosen letters")


def by_text(tables: Tables, wanted: Values) -> Chosen:
    """Letters in whose own text the words stand, in capitals or not; annexed letters have a text of their own."""
    phrases = listed(wanted, "text")
    pattern = re.compile("|".join(map(_loosely, phrases)), re.IGNORECASE)
    documents = tables.documents
    longest = "|".join(re.escape(max(phrase.split(), key=len)) for phrase in phrases)  # single words are found fast
    saying = documents[documents["text"].str.contains(longest, case=False, na=False)]
    texts = dict(zip(saying["document_id"].tolist(), saying["text"].tolist(), strict=True))
    columns = (tables.letters[name].tolist() for name in ("document_id", "start", "end"))
    spans: dict[str, list[tuple[int, int, int]]] = {}
    for letter, (document, start, end) in enumerate(zip(*columns, strict=True)):
        if document in texts and start is not pd.NA:
            spans.setdefault(document, []).append((start, -end, letter))
    mask = [False] * len(tables.letters)
    for document, inside in spans.items():
        for letter in _saying(pattern, texts[document], inside):
            mask[letter] = True
    return Chosen(pd.Series(mask, tables.letters.index), f"with the words {_or(map(repr, phrases))}")


def _saying(pattern: re.Pattern[str], text: str, spans: list[tuple[int, int, int]]) -> set[int]:
    """The letters (start, -end, number) of a document in which a pattern is found; of nested ones the innermost."""
    found: set[int] = set()
    for match in pattern.finditer(text):
        place = match.start()
        around = [span for span in spans if span[0] <= place < -span[1]]
        if around:
            found.add(max(around)[2])
        if len(found) == len(spans):
            break
    return found


def by_date(tables: Tables, since: object = None, until: object = None) -> Chosen:
    """Letters of a time, first and last day included; where a letter has no date, that of its issue counts."""
    days = tables.letters["date"].fillna(tables.letters["issued"])
    if since is not None:
        first = names.first_day(since, "since")
        return Chosen(days >= pd.Timestamp(first), f"since {first}")
    last = names.last_day(until, "until")
    return Chosen(days <= pd.Timestamp(last), f"until {last}")


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
    return Chosen(mask, f"for which {query}")


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


def _having(tables: Tables, rows: pd.DataFrame) -> pd.Series:
    return tables.letters["letter_id"].isin(rows["letter_id"])


def _known(wanted: Values, known: dict[str, str], argument: str) -> list[str]:
    found = []
    for value in listed(wanted, argument):
        if value.casefold() not in known:
            raise names.unknown(argument, value, [*known, *known.values()])  # as they are written wins
        found.append(known[value.casefold()])
    return found


def _loosely(words: str) -> str:
    """A pattern for words with any gap between them."""
    return r"\s+".join(map(re.escape, words.split()))


def _or(values: Iterable[str]) -> str:
    return " or ".join(values)
