"""From what was read in each document to the five tables, column by column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

import numpy as np
import pandas as pd

from unanalysis.corpus.model import Corpus
from unanalysis.corpus.schema import SCHEMA, unique_id
from unanalysis.corpus.works import Version, work_ids
from unanalysis.types import Reading

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
    taken: set[str] = set()
    documents = [(unique_id(_stem(reading.source.path), taken), reading) for reading in readings]
    letters = [(id, letter) for id, reading in documents for letter in reading.letters]
    ids = [id + letter.letter_id for id, letter in letters]
    problems = [
        (id, problem)
        for id, reading in documents
        for problem in dict.fromkeys((*reading.source.problems, *reading.problems))
    ]
    digests = {id: reading.source.sha256 if reading.source.text else "" for id, reading in documents}
    versions = [Version(id, digests[id], letter.work_id, letter.symbol) for id, letter in letters]
    return Corpus(
        documents=_frame(
            "documents",
            [reading.source for _, reading in documents],
            document_id=[id for id, _ in documents],
            language=[_language(reading) for _, reading in documents],
            chars=[len(reading.source.text) for _, reading in documents],
        ),
        letters=_frame(
            "letters",
            [letter for _, letter in letters],
            letter_id=ids,
            work_id=work_ids(versions),
            document_id=[id for id, _ in letters],
            parent_id=[_of(id, letter.parent_id) for id, letter in letters],
            agenda_items=["; ".join(letter.agenda_items) for _, letter in letters],
        ),
        parties=_frame(
            "parties",
            [party for _, letter in letters for party in letter.parties],
            letter_id=[id for id, (_, letter) in zip(ids, letters, strict=True) for _ in letter.parties],
        ),
        mentions=_frame(
            "mentions",
            [mention for _, letter in letters for mention in letter.mentions],
            letter_id=[id for id, (_, letter) in zip(ids, letters, strict=True) for _ in letter.mentions],
        ),
        problems=_frame(
            "problems",
            [problem for _, problem in problems],
            document_id=[id for id, _ in problems],
            letter_id=[_of(id, problem.letter_id) for id, problem in problems],
        ),
    )


def _language(reading: Reading) -> str | None:
    return reading.language or next((letter.language for letter in reading.letters), None)


def _of(document: str, place: str | None) -> str | None:
    return None if place is None else document + place


def _stem(path: str) -> str:
    """The file's name without its ending; "#" begins the name of a version in ids of letters, so it becomes "_"."""
    name = re.split(r"[/\\]", path.rstrip("/\\"))[-1]
    return _ENDING.sub("", name).replace("#", "_") or "document"


def _frame(name: str, records: Sequence[object], **given: Sequence[object]) -> pd.DataFrame:
    """A table of records: the columns that are given, and the attributes of the records for all others."""
    return pd.DataFrame(
        {
            column: _array(given[column] if column in given else list(map(attrgetter(column), records)), dtype)
            for column, dtype in SCHEMA[name].items()
        }
    )


def _array(values: Sequence[Any], dtype: str) -> Any:
    if dtype == "Int64":
        missing = np.zeros(len(values), dtype=bool)
        if None in values:
            missing[:] = [value is None for value in values]
            values = [value or 0 for value in values]
        return pd.arrays.IntegerArray(np.array(values, dtype="int64"), missing)
    if dtype == "datetime64[s]":
        return np.array(values, dtype=dtype)
    return pd.Series(values, dtype="object")
