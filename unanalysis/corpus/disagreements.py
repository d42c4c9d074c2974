"""Where the versions of one work say different things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

import pandas as pd

from unanalysis.arguments import check_corpus
from unanalysis.corpus.model import Corpus
from unanalysis.records import RECORDS
from unanalysis.symbols import halves

# What is compared as it stands in the table of letters, where no version says anything of its place.
_FACTS = ("form", "issued", "original_language", "session", "agenda_items")
_CITED = ("resolution", "decision", "statement", "document")
_SIDE = {"letter_id": "str", "language": "str", "value": "str", "start": "Int64", "end": "Int64"}
_COLUMNS: dict[str, Any] = {
    **dict.fromkeys(("work_id", "field", "target"), "str"),
    **{f"{column}_{side}": dtype for side in "ab" for column, dtype in _SIDE.items()},
}


class _Version(NamedTuple):
    work_id: str
    letter_id: str
    language: str | None
    original: bool
    document_id: str
    start: int | None
    end: int | None
    date: str | None
    date_text: str | None
    form: str | None
    issued: str | None
    original_language: str | None
    session: str | None
    agenda_items: str | None
    format: str | None


class _Party(NamedTuple):
    role: str
    entity: str | None
    capacity: str | None
    name: str | None
    start: int | None
    end: int | None


class _Cited(NamedTuple):
    kind: str
    target: str | None
    date: Any
    start: int | None
    end: int | None


_Record = TypeVar("_Record", _Version, _Party, _Cited)


class _Said(NamedTuple):
    """What one version says, and where; `value` is None where it does not say what others say."""

    version: _Version
    value: str | None = None
    start: int | None = None
    end: int | None = None


def disagreements(corpus: Corpus) -> pd.DataFrame:
    """Find what the versions of one work say differently.

    Versions of a work are its letters with one `work_id`: languages, copies, or the text and its catalogue record. What
    most of them say stands on side a (of equal numbers, what the version in the original language says), what a version
    says otherwise on side b. What a version does not give at all is no disagreement, but a citation that a text lacks
    is.

    Parameters
    ----------
    corpus
        Letters, of which those with several versions are compared.

    Returns
    -------
    pandas.DataFrame
        A row for each difference: `work_id`; `field` (date, sender, addressee, form, issued, original_language,
        session, agenda_items, citation, citation date); `target`, the citation in question; and for each side
        `letter_id_a`, `language_a`, `value_a`, `start_a`, `end_a` (offsets into the text of the letter's document,
        missing where no place in it says so).

    Notes
    -----
    The United Nations' own versions do disagree: the French text of S/RES/2693 (2023) gives S/2023/356 another date
    than the other five do. So a row is a reason to look, and not necessarily a mistake of the reader.

    Examples
    --------
    >>> list(disagreements(Corpus.empty()).columns[:4])
    ['work_id', 'field', 'target', 'letter_id_a']
    """
    check_corpus(corpus)
    letters = corpus.letters
    several = letters[letters["work_id"].notna() & letters["work_id"].duplicated(keep=False)]
    several = several.sort_values(["work_id", "letter_id"]).assign(
        original=several["language"].eq(several["original_language"]),
        date=several["date"].dt.strftime("%Y-%m-%d"),
        issued=several["issued"].dt.strftime("%Y-%m-%d"),
        format=several["document_id"].map(corpus.documents.set_index("document_id")["format"]),
    )
    texts = corpus.documents.set_index("document_id")["text"].to_dict()
    parties = _by_letter(corpus.parties, _Party, several["letter_id"])
    mentions = _by_letter(corpus.mentions, _Cited, several["letter_id"])
    rows: list[tuple[object, ...]] = []
    for work, group in groupby(_records(several, _Version), key=attrgetter("work_id")):
        versions = list(group)
        rows += _compared(work, "date", None, [_dated(version, texts.get(version.document_id)) for version in versions])
        for role in ("sender", "addressee"):
            rows += _compared(work, role, None, [_acting(v, role, parties[v.letter_id]) for v in versions])
        for fact in _FACTS:
            rows += _compared(work, fact, None, [_Said(version, getattr(version, fact)) for version in versions])
        # A catalogue record cites next to nothing of what its letter does.
        whole = [version for version in versions if version.format not in RECORDS]
        cited = {version: _citations(mentions[version.letter_id]) for version in whole}
        for target in sorted(set().union(*cited.values())):
            places = [(version, cited[version].get(target, [])) for version in whole]
            rows += _compared(work, "citation", target, [_citing(*place, target) for place in places], lacking=True)
            rows += _compared(work, "citation date", target, [_citing_with_date(*place) for place in places])
    return pd.DataFrame(rows, columns=list(_COLUMNS), dtype=object).astype(_COLUMNS)


def _compared(
    work: str, field: str, target: str | None, said: list[_Said], *, lacking: bool = False
) -> Iterator[tuple[object, ...]]:
    """A row for each version that says something else than most do."""
    heard = said if lacking else [each for each in said if each.value is not None]
    if len({each.value for each in heard}) < 2:
        return
    values = [each.value for each in heard]
    # The most frequent value; of equally frequent ones that of the original, then that which is there at all.
    usual = max(heard, key=lambda each: (values.count(each.value), each.version.original, each.value is not None))
    for each in heard:
        if each.value != usual.value:
            yield (work, field, target, *_side(usual), *_side(each))


def _side(said: _Said) -> tuple[object, ...]:
    return said.version.letter_id, said.version.language, said.value, said.start, said.end


def _dated(version: _Version, text: object) -> _Said:
    """The date of a letter, and where it is printed."""
    start = -1
    if version.date_text and isinstance(text, str) and version.start is not None and version.end is not None:
        start = text.find(version.date_text, version.start, version.end)
    if start < 0 or version.date_text is None:
        return _Said(version, version.date)
    return _Said(version, version.date, start, start + len(version.date_text))


def _acting(version: _Version, role: str, parties: list[_Party]) -> _Said:
    """Who has a role, in whatever order they are named, and where the first of them stands."""
    acting = [party for party in parties if party.role == role and (party.entity or party.capacity)]
    names = {f"{party.entity or '?'} ({party.capacity})" if party.capacity else party.entity for party in acting}
    if not acting:
        return _Said(version)
    return _Said(version, "; ".join(sorted(filter(None, names))), acting[0].start, acting[0].end)


def _citations(mentions: list[_Cited]) -> dict[str, list[_Cited]]:
    """What a letter cites, with the places; a joint symbol is two, since some languages print only one of them."""
    found: dict[str, list[_Cited]] = defaultdict(list)
    for cited in mentions:
        if cited.kind in _CITED and cited.target:
            for target in halves(cited.target):
                found[target].append(cited)
    return dict(found)


def _citing(version: _Version, places: list[_Cited], target: str) -> _Said:
    return _Said(version, target, places[0].start, places[0].end) if places else _Said(version)


def _citing_with_date(version: _Version, places: list[_Cited]) -> _Said:
    """The date beside a citation, at the first place that gives one."""
    for cited in places:
        if cited.date is not None:
            return _Said(version, f"{cited.date:%Y-%m-%d}", cited.start, cited.end)
    return _Said(version)


def _by_letter(frame: pd.DataFrame, record: type[_Record], letter_ids: pd.Series) -> defaultdict[str, list[_Record]]:
    """The rows of some letters as records, by letter."""
    rows = frame[frame["letter_id"].isin(letter_ids)]
    found: defaultdict[str, list[_Record]] = defaultdict(list)
    for letter_id, row in zip(rows["letter_id"].tolist(), _records(rows, record), strict=True):
        found[letter_id].append(row)
    return found


def _records(frame: pd.DataFrame, record: type[_Record]) -> Iterator[_Record]:
    """The rows of a frame as records, what is missing as None."""
    plain = frame[list(record._fields)].astype(object)
    return map(record._make, plain.where(plain.notna(), None).itertuples(index=False, name=None))
