"""The five tables: which columns they have, of which dtype, and that they do have them."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from unanalysis.corpus.tables import Tables
from unanalysis.errors import SchemaError

_TEXT, _DATE, _OFFSET = "str", "datetime64[s]", "Int64"
_SPAN = {"start": _OFFSET, "end": _OFFSET}

SCHEMA: dict[str, dict[str, str]] = {
    "documents": {
        **dict.fromkeys(("document_id", "path", "format", "sha256", "language", "text"), _TEXT),
        "chars": _OFFSET,
    },
    "letters": {
        **dict.fromkeys(("letter_id", "work_id", "document_id", "parent_id", "part", "label", "form"), _TEXT),
        **dict.fromkeys(("language", "original_language", "symbol", "organ"), _TEXT),
        **{"date": _DATE, "date_text": _TEXT, "issued": _DATE},
        **dict.fromkeys(("place", "session", "agenda_items", "title"), _TEXT),
        **_SPAN,
    },
    "parties": {
        **dict.fromkeys(("letter_id", "role", "entity", "entity_kind", "capacity", "name", "text"), _TEXT),
        **_SPAN,
    },
    "mentions": {
        **{"letter_id": _TEXT, "kind": _TEXT, "target": _TEXT, "date": _DATE, "text": _TEXT},
        **_SPAN,
        "pattern": _TEXT,
    },
    "problems": {
        **dict.fromkeys(("document_id", "letter_id", "stage", "severity", "message"), _TEXT),
        **_SPAN,
    },
}
"""Columns and dtypes of each table; DESIGN section 2 says what they mean."""

_DTYPES: dict[str, Any] = {dtype: pd.Series(dtype=dtype).dtype for dtype in (_TEXT, _DATE, _OFFSET)}
_IDS = {"documents": "document_id", "letters": "letter_id"}
_LONE = re.compile("[\ud800-\udfff]")


def conform(name: str, frame: pd.DataFrame | None) -> pd.DataFrame:
    """Copy a frame into the form of its table: columns in order, dtypes cast, rows numbered from 0.

    Empty strings become missing values, halves of characters (lone surrogates, which no file can hold) U+FFFD.

    Raises
    ------
    SchemaError
        Where columns are missing or unknown, values cannot be cast, or ids are missing or double.
    """
    schema = SCHEMA[name]
    if frame is None or (not len(frame) and not len(frame.columns)):
        return pd.DataFrame({column: pd.Series(dtype=dtype) for column, dtype in schema.items()})
    missing = [column for column in schema if column not in frame.columns] if len(frame) else []
    unknown = [str(column) for column in frame.columns if column not in schema]
    if missing or unknown:
        faults = [f"lacks {', '.join(missing)}"] * bool(missing) + [f"has also {', '.join(unknown)}"] * bool(unknown)
        raise SchemaError(
            f"The table {name!r} {' and '.join(faults)}. Hint: its columns are {', '.join(schema)}; "
            "keep values of your own in a frame beside the corpus."
        )
    columns = {column: _cast(name, column, frame.get(column), dtype) for column, dtype in schema.items()}
    table = pd.DataFrame(columns)
    if name in _IDS:
        _check_ids(name, table[_IDS[name]])
    return table


def _cast(name: str, column: str, values: pd.Series | None, dtype: str) -> pd.Series:
    if values is None:
        return pd.Series(dtype=dtype)
    try:
        cast = _as_text(values) if dtype == _TEXT else values.astype(_DTYPES[dtype])
    except (TypeError, ValueError, OverflowError) as error:
        raise SchemaError(
            f"The column {column!r} of the table {name!r} has values that are no {dtype}: {error}. "
            "Hint: give dates as dates, offsets as whole numbers, and leave out what is missing."
        ) from error
    return cast.reset_index(drop=True)


def _as_text(values: pd.Series) -> pd.Series:
    try:
        cast = values.astype(_DTYPES[_TEXT])
    except UnicodeEncodeError:
        whole = values.map(lambda value: _LONE.sub("\ufffd", str(value)), na_action="ignore")
        cast = whole.astype(_DTYPES[_TEXT])
    empty = cast == ""
    return cast.mask(empty) if empty.any() else cast


def _check_ids(name: str, ids: pd.Series) -> None:
    if ids.isna().any():
        raise SchemaError(f"A row of the table {name!r} has no {ids.name}. Hint: give every row an id of its own.")
    if ids.duplicated().any():
        double = ids[ids.duplicated()].iloc[0]
        raise SchemaError(
            f"Two rows of the table {name!r} have the {ids.name} {double!r}. Hint: give every row an id of its own."
        )


def make_tables(
    documents: pd.DataFrame | None = None,
    letters: pd.DataFrame | None = None,
    parties: pd.DataFrame | None = None,
    mentions: pd.DataFrame | None = None,
    problems: pd.DataFrame | None = None,
) -> Tables:
    """All five tables in their form, with what refers to a letter referring to one that is there."""
    frames = (documents, letters, parties, mentions, problems)
    tables = Tables(*(conform(name, frame) for name, frame in zip(SCHEMA, frames, strict=True)))
    for name in ("parties", "mentions", "problems"):
        letter_ids = getattr(tables, name)["letter_id"]
        stray = letter_ids[~letter_ids.isin(tables.letters["letter_id"])]
        stray = stray.dropna() if name == "problems" else stray
        if len(stray):
            raise SchemaError(
                f"The table {name!r} speaks of the letter {stray.iloc[0]!r}, which is not in the table 'letters'. "
                "Hint: take both tables from one corpus."
            )
    return tables


def unique_id(name: str, taken: set[str]) -> str:
    """The name itself, or with the first number from 2 that makes it a new one; it is taken from then on."""
    id, number = name, 1
    while id in taken:
        number += 1
        id = f"{name}-{number}"
    taken.add(id)
    return id
