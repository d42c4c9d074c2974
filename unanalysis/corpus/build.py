"""From what was read in each document to the five tables, column by column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date as Date
from typing import Any

import numpy as np
import pandas as pd

from unanalysis.corpus.model import Corpus
from unanalysis.corpus.schema import SCHEMA, unique_id
from unanalysis.corpus.works import Version, work_ids
from unanalysis.types import Problem, Reading

_ENDING = re.compile(r"(?<=.)\.[A-Za-z][A-Za-z0-9]{0,7}\Z")


def build(readings: Iterable[Reading]) -> Corpus:
    """Make a corpus of what was read.

    Parameters
    ----------
    readings
        One a document, with ids of letters relative to it (see `unanalysis.types.Letter`).

    Returns
    -------
    Corpus
        Rows in the order of the readings. A document's id is its file name without the ending; where several files
        have one name the second is `name-2`. Letters are joined to works by symbol and place, or by standing in one
        file.

    Examples
    --------
    >>> from unanalysis.types import Source
    >>> twice = [Reading(Source(path, "text", "", "…")) for path in ("a/letter.txt", "b/letter.txt")]
    >>> build(twice).documents["document_id"].tolist()
    ['letter', 'letter-2']
    """
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in SCHEMA}
    versions: list[Version] = []
    taken: set[str] = set()
    for reading in readings:
        source = reading.source
        document = unique_id(_stem(source.path), taken)
        language = reading.language or next((letter.language for letter in reading.letters), None)
        digest = source.sha256 or None
        chars = len(source.text)
        rows["documents"].append((document, source.path, source.format, digest, language, source.text or None, chars))
        for letter in reading.letters:
            id = document + letter.letter_id
            parent = _of(document, letter.parent_id)
            versions.append(Version(document, source.sha256 if chars else "", letter.work_id, letter.symbol))
            rows["letters"].append(
                (
                    *(id, None, document, parent, letter.part, letter.label, letter.form),
                    *(letter.language, letter.original_language, letter.symbol, letter.organ),
                    *(letter.date, letter.date_text, letter.issued, letter.place, letter.session),
                    *("; ".join(letter.agenda_items), letter.title, letter.start, letter.end),
                )
            )
            rows["parties"] += [
                (id, p.role, p.entity, p.entity_kind, p.capacity, p.name, p.text, p.start, p.end)
                for p in letter.parties
            ]
            rows["mentions"] += [
                (id, m.kind, m.target, m.date, m.text, m.start, m.end, m.pattern) for m in letter.mentions
            ]
        problems: dict[Problem, None] = dict.fromkeys((*source.problems, *reading.problems))
        rows["problems"] += [
            (document, _of(document, p.letter_id), p.stage, p.severity, p.message, p.start, p.end) for p in problems
        ]
    frames = {name: _frame(name, rows.pop(name)) for name in SCHEMA}
    frames["letters"]["work_id"] = work_ids(versions)
    documents, letters, parties, mentions, found = (frames[name] for name in SCHEMA)
    return Corpus(documents=documents, letters=letters, parties=parties, mentions=mentions, problems=found)


def _of(document: str, place: str | None) -> str | None:
    return None if place is None else document + place


def _stem(path: str) -> str:
    """The file's name without its ending; "#" begins the name of a version in ids of letters, so it becomes "_"."""
    name = re.split(r"[/\\]", path.rstrip("/\\"))[-1]
    return _ENDING.sub("", name).replace("#", "_") or "document"


def _frame(name: str, rows: Sequence[tuple[Any, ...]]) -> pd.DataFrame:
    columns = zip(*rows, strict=True) if rows else [()] * len(SCHEMA[name])
    return pd.DataFrame(
        {column: _column(values, dtype) for (column, dtype), values in zip(SCHEMA[name].items(), columns, strict=True)}
    )


def _column(values: tuple[Any, ...], dtype: str) -> Any:
    if dtype == "Int64":
        missing = np.fromiter((value is None for value in values), dtype=bool, count=len(values))
        numbers = np.fromiter((value or 0 for value in values), dtype="int64", count=len(values))
        return pd.arrays.IntegerArray(numbers, missing)
    if dtype == "datetime64[s]":
        days: list[Date | None] = list(values)
        return np.array(days, dtype="datetime64[s]")
    return pd.Series(values, dtype="object")
