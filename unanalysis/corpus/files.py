"""A corpus on disk: a folder with a file for each table, and a small one that says what they are."""

from __future__ import annotations

import csv
import importlib
import json
import os
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import pandas as pd

from unanalysis.arguments import check_corpus
from unanalysis.corpus.model import Corpus
from unanalysis.corpus.schema import SCHEMA
from unanalysis.errors import InputError, MissingDependencyError
from unanalysis.read.files import TABLES

Format = Literal["csv", "jsonl", "parquet"]


def write_corpus(corpus: Corpus, path: str | os.PathLike[str], format: Format = "csv") -> Path:
    """Write the five tables into a folder.

    Parameters
    ----------
    corpus
        What to write.
    path
        The folder; it is made where it is not there. Tables that an earlier call left in it are replaced, and only once
        all new ones are written.
    format
        "csv" (comma separated, UTF-8 with a mark that tells spreadsheets so), "jsonl" (a JSON object a line) or
        "parquet".

    Returns
    -------
    pathlib.Path
        The folder, with `documents`, `letters`, `parties`, `mentions`, `problems` and `corpus.json`, which names the
        version, the format, the number of rows and how the letters were chosen.

    Raises
    ------
    InputError
        Where the format is unknown or the tables cannot be written.
    MissingDependencyError
        Where the format is "parquet" and pyarrow is not installed.

    Examples
    --------
    >>> import tempfile
    >>> folder = write_corpus(Corpus.empty(), tempfile.mkdtemp(), format="jsonl")
    >>> sorted(file.name for file in folder.iterdir())
    ['corpus.json', 'documents.jsonl', 'letters.jsonl', 'mentions.jsonl', 'parties.jsonl', 'problems.jsonl']
    """
    check_corpus(corpus)
    folder = Path(path)
    ways(format)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Not in the system's folder for such things: only within one file system is a move atomic.
        with tempfile.TemporaryDirectory(prefix=".writing-", dir=folder) as fresh:
            _write_tables(corpus, Path(fresh), format)
            for file in [*(f"{name}.{format}" for name in SCHEMA), TABLES]:
                os.replace(Path(fresh) / file, folder / file)
        for stale in (folder / f"{name}.{other}" for name in SCHEMA for other in _WAYS if other != format):
            stale.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(
            f"The tables cannot be written to {str(folder)!r}: {error.strerror or error}. "
            "Hint: name a folder of your own, with room in it."
        ) from error
    return folder


def _write_tables(corpus: Corpus, folder: Path, format: Format) -> None:
    write, _ = ways(format)
    rows = {}
    for name in SCHEMA:
        frame: pd.DataFrame = getattr(corpus, name)
        write(frame, folder / f"{name}.{format}")
        rows[name] = len(frame)
    about = {
        **{"unanalysis": version("unanalysis"), "format": format, "rows": rows},
        **{"filters": list(corpus.filters), "expression": corpus.expression},
    }
    (folder / TABLES).write_text(json.dumps(about, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def read_corpus(path: str | os.PathLike[str]) -> Corpus:
    """Read the tables that `write_corpus` wrote; nothing is lost on the way.

    Parameters
    ----------
    path
        The folder.

    Raises
    ------
    InputError
        Where the folder holds no corpus, or a table is missing or damaged.
    MissingDependencyError
        Where the tables are Parquet and pyarrow is not installed.

    Examples
    --------
    >>> import tempfile
    >>> read_corpus(write_corpus(Corpus.empty(), tempfile.mkdtemp()))
    Corpus of 0 letters (0 works) in 0 documents
    """
    folder = Path(path)
    try:
        about = json.loads((folder / TABLES).read_text(encoding="utf-8"))
        format, rows = about["format"], dict(about["rows"])
        filters, expression = tuple(about["filters"]), str(about["expression"])
    except OSError as error:
        raise InputError(
            f"There is no corpus in {str(folder)!r}. Hint: name a folder that write_corpus made; letters themselves "
            "are read with read_letters."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{str(folder / TABLES)!r} is damaged. Hint: write the corpus again.") from error
    _, read = ways(format)
    frames = {}
    for name in SCHEMA:
        file = folder / f"{name}.{format}"
        try:
            frames[name] = read(file, name)
        except (OSError, ValueError) as error:
            raise InputError(f"{str(file)!r} cannot be read: {error}. Hint: write the corpus again.") from error
        if len(frames[name]) != rows.get(name):
            raise InputError(
                f"{str(file)!r} has {len(frames[name])} rows, and {rows.get(name)} were written. "
                "Hint: write the corpus again."
            )
    return Corpus(**frames, filters=filters, expression=expression)


def _write_csv(frame: pd.DataFrame, file: Path) -> None:
    # All texts in quotes, since a text may hold anything: line ends, commas, and what looks like a number.
    frame.to_csv(file, index=False, encoding="utf-8-sig", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")


def _read_csv(file: Path, name: str) -> pd.DataFrame:
    # Missing is nothing at all between two commas: "NA" and "None" are words that letters may hold.
    return pd.read_csv(file, encoding="utf-8-sig", dtype="str", keep_default_na=False, na_values=[""])


def _write_jsonl(frame: pd.DataFrame, file: Path) -> None:
    encode = json.JSONEncoder(ensure_ascii=False).encode
    columns = {}
    for column, dtype in SCHEMA[file.stem].items():
        values = frame[column].dt.strftime("%Y-%m-%d") if dtype.startswith("datetime") else frame[column]
        columns[column] = [None if gone else v for v, gone in zip(values.tolist(), values.isna(), strict=True)]
    with file.open("w", encoding="utf-8", newline="\n") as lines:
        for row in zip(*columns.values(), strict=True):
            lines.write(encode(dict(zip(columns, row, strict=True))) + "\n")


def _read_jsonl(file: Path, name: str) -> pd.DataFrame:
    with file.open(encoding="utf-8", newline="\n") as lines:
        rows = [json.loads(line) for line in lines]
    return pd.DataFrame({column: pd.Series([row.get(column) for row in rows], dtype=object) for column in SCHEMA[name]})


def _write_parquet(frame: pd.DataFrame, file: Path) -> None:
    frame.to_parquet(file, index=False, engine="pyarrow")


def _read_parquet(file: Path, name: str) -> pd.DataFrame:
    return pd.read_parquet(file, engine="pyarrow")


_Write = Callable[[pd.DataFrame, Path], None]
_Read = Callable[[Path, str], pd.DataFrame]
_WAYS: dict[str, tuple[_Write, _Read]] = {
    "csv": (_write_csv, _read_csv),
    "jsonl": (_write_jsonl, _read_jsonl),
    "parquet": (_write_parquet, _read_parquet),
}


def ways(format: str) -> tuple[_Write, _Read]:
    """What writes and what reads tables of a format; an error where there is no such format, or nothing for it here."""
    if format not in _WAYS:
        raise InputError(f"Tables cannot be written as {format!r}. Hint: choose csv, jsonl or parquet.")
    if format == "parquet":
        try:
            importlib.import_module("pyarrow")
        except ImportError as error:
            raise MissingDependencyError(
                "Parquet needs the package pyarrow, which is not installed. "
                "Hint: pip install 'unanalysis[parquet]', or choose csv or jsonl."
            ) from error
    return _WAYS[format]
