"""Two corpora as sets of letters: which letters they share, and both in one."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from unanalysis.corpus.schema import SCHEMA, unique_id
from unanalysis.corpus.tables import Array, Tables

_VERSION = re.compile(r"#[a-z]+")  # not "#2", of a second letter in one file


def union(one: Tables, other: Tables) -> Tables:
    """The letters of both, those of the first as they are; what both have comes once."""
    other = aligned(one, other)
    new = ~other.letters["letter_id"].isin(one.letters["letter_id"])
    ids = other.letters.loc[new, "letter_id"]
    documents = other.documents[~other.documents["document_id"].isin(one.documents["document_id"])]
    return Tables(
        documents=_stack(one.documents, documents),
        letters=_stack(one.letters, other.letters[new]),
        parties=_stack(one.parties, other.parties[other.parties["letter_id"].isin(ids)]),
        mentions=_stack(one.mentions, other.mentions[other.mentions["letter_id"].isin(ids)]),
        problems=_stack(one.problems, other.problems).drop_duplicates(ignore_index=True),
    )


def shared(one: Tables, other: Tables) -> Array:
    """Which letters of the first the second has too: a mask on the first's letters."""
    (whole, letters), (another, others) = one.origin, other.origin
    if whole is another:
        return np.isin(letters, others)
    return one.letters["letter_id"].isin(aligned(one, other).letters["letter_id"]).to_numpy(dtype=bool)


def aligned(one: Tables, other: Tables) -> Tables:
    """The second corpus with the first's ids for documents that are the same, and new ids where only the id is.

    Documents are the same where their bytes are, and their id or path. So the letters of one folder, read twice, are
    the same letters, and two files that happen to have one name are not.
    """
    ids = _new_ids(one.documents, other.documents)
    if not ids:
        return other
    letters = other.letters
    old = letters["document_id"].map({document: document for document in ids}).dropna()
    renamed: dict[str, str] = {}
    works: dict[str, str] = {}
    columns = (letters.loc[old.index, name] for name in ("letter_id", "work_id"))
    for document, letter, work in zip(old, *columns, strict=True):
        place = letter[len(document) :]
        renamed[letter] = ids[document] + place
        if work in (letter, document + _VERSION.sub("", place)):  # named after the document, for want of a symbol
            works[work] = ids[document] + work[len(document) :]
    frames = {
        name: frame.assign(
            **{
                column: frame[column]
                .map(lambda value, new=new: new.get(value, value), na_action="ignore")
                .astype("str")
                for column, new in (
                    ("document_id", ids),
                    ("letter_id", renamed),
                    ("parent_id", renamed),
                    ("work_id", works),
                )
                if column in frame
            }
        )
        for name, frame in ((name, other.frame(name)) for name in SCHEMA)
    }
    return Tables(**frames)


def _new_ids(documents: pd.DataFrame, others: pd.DataFrame) -> dict[str, str]:
    """The documents of the second corpus that need another id in the company of the first's, with that id."""
    columns = ["document_id", "sha256", "path"]
    known = {row[0]: row[1:] for row in _rows(documents[columns])}
    by_file = {file: document for document, file in known.items() if all(file)}
    taken = set(known) | set(others["document_id"])
    ids: dict[str, str] = {}
    used: set[str] = set()
    for document, digest, path in _rows(others[columns]):
        if document in known and known[document][0] == digest:
            continue
        same = by_file.get((digest, path))
        if same is not None and same not in used:
            ids[document] = same
            used.add(same)
        elif document in known:
            ids[document] = unique_id(document, taken)
    return ids


def _rows(frame: pd.DataFrame) -> list[tuple[str, str | None, str | None]]:
    plain = frame.astype(object).where(frame.notna(), None)
    return list(plain.itertuples(index=False, name=None))


def _stack(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([one, other], ignore_index=True) if len(other) else one
