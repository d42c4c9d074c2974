"""A format in, a `Source` out: the reading of files, folders and archives.

    for source in read_sources("letters"):
        print(source.path, source.format, len(source.text), source.problems)

Reading only finds out what a file says: its text, what in it belongs to the page (`furniture`), where pages begin,
and what the format states itself (`findings`). What the letter says is read from that later. The findings are:

`symbol`, `title`, `date`, `issued`, `language`, `original_language`, `organ`, `session`, `agenda_item`, `subject`,
`person`, `body`, `note`, `summary`
    What a catalogue, a list or the metadata of a document say of the letter; dates are ISO 8601 as far as they are
    known.
`link`
    The symbol of the United Nations document to which the words at `start:end` are linked.
`page_title`, `page_date`, `page_language`
    Title, stamp and language of the web page around the letter, which are not the letter's own.
`mail_sender`, `mail_recipient`
    Who sent the mail in which the letter came, and to whom.

One module a format; `registry` knows them all. A file that cannot be read becomes a `Source` with an empty text and a
problem, never an exception (`stream`).
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from unanalysis.errors import InputError, UnanalysisError
from unanalysis.read.blocks import failed
from unanalysis.read.duplicates import mark_duplicates
from unanalysis.read.files import PathLike, find_files, missing
from unanalysis.read.options import Limits, Options
from unanalysis.read.registry import may_hold_many
from unanalysis.read.remote import is_address, read_address
from unanalysis.read.stream import read_path, read_stream
from unanalysis.read.tables import read_frame
from unanalysis.types import Source

if TYPE_CHECKING:
    import pandas as pd

    Readable = PathLike | pd.DataFrame

__all__ = ["Limits", "read_bytes", "read_file", "read_sources"]


def read_sources(
    paths: Readable | Iterable[Readable],
    *,
    ocr: bool = False,
    mapping: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Iterator[Source]:
    """Read everything under the given paths, one `Source` a document, in a fixed order.

    Parameters
    ----------
    paths
        A file, a folder (with all folders in it), an archive, a pattern (`"letters/**/*.pdf"`), an address that fsspec
        knows (`"s3://bucket/letters"`), a pandas frame with a letter in each row, or several of these.
    ocr
        Whether scans without text are given to the OCR program of the machine (ocrmypdf or tesseract).
    mapping
        For lists (CSV, XLSX): which column holds what, as `{"symbol": "Cote", "text": "Texte intégral"}`.
    limits
        How much of one file is read at most.

    Yields
    ------
    Source
        Documents as read. What cannot be read comes too, with an empty text and a problem of severity "error" that
        says in plain words what it is and what to do.

    Raises
    ------
    InputError
        Where the only path given does not exist.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "letter.txt").write_text("New York, 15 March 2024")
    >>> [source.text for source in read_sources(folder)]
    ['New York, 15 March 2024']
    """
    options = Options(ocr, dict(mapping or {}), limits or Limits())
    yield from mark_duplicates(source for found in find_all(paths, options) for source in read_found(found, options))


def read_file(
    path: PathLike, *, ocr: bool = False, mapping: Mapping[str, str] | None = None, limits: Limits | None = None
) -> Source:
    """Read one file that holds one document.

    Parameters
    ----------
    path
        The file.
    ocr, mapping, limits
        As of `read_sources`.

    Raises
    ------
    InputError
        Where there is no such file, or it holds several documents (an archive, a list).
    """
    if Path(path).is_dir():
        raise InputError(
            f"{os.fspath(path)!r} is a folder, and one document was expected. Hint: name a file in it; whole folders "
            "are read with read_letters, or on the command line with: unanalysis tables."
        )
    if not Path(path).is_file():
        raise InputError(missing(os.fspath(path)))
    return _only(os.fspath(path), read_sources(path, ocr=ocr, mapping=mapping, limits=limits))


def find_all(paths: Readable | Iterable[Readable], options: Options) -> Iterator[Path | Source]:
    """Everything under the given paths: files that hold one document as they lie there, all else as its sources.

    What stands side by side on disk is found together, so that it comes once.
    """
    alone = isinstance(paths, str | os.PathLike) or hasattr(paths, "columns")
    given: list[Readable] = [paths] if alone else list(paths)  # type: ignore[arg-type,list-item]
    for kind, group in groupby(given, key=_kind):
        if kind == "frame":
            for number, frame in enumerate(group, 1):
                yield from read_frame(frame, options, f"frame-{number}")  # type: ignore[arg-type]
        elif kind == "address":
            for address in group:
                yield from _guarded(read_address(str(address), options), str(address), alone=alone or len(given) == 1)
        else:
            for found in find_files([*group], alone=alone or len(given) == 1):  # type: ignore[list-item]
                if isinstance(found, Path) and may_hold_many(found.name):
                    yield from read_path(found, options)
                else:
                    yield found


def read_found(found: Path | Source, options: Options) -> Iterator[Source]:
    """The documents of what `find_all` found."""
    if isinstance(found, Source):
        yield found
    else:
        yield from read_path(found, options)


def _kind(given: Readable) -> str:
    if hasattr(given, "columns"):
        return "frame"
    return "address" if is_address(os.fspath(given)) else "path"


def _guarded(sources: Iterator[Source], place: str, alone: bool) -> Iterator[Source]:
    """Sources from elsewhere, whose errors become problems, unless there is nothing else to read."""
    try:
        yield from sources
    except UnanalysisError as error:
        if alone:
            raise
        yield failed(place, "unknown", str(error))
    except Exception as error:  # the network, and what each kind of store makes of it
        message = f"{place!r} could not be read ({type(error).__name__}: {error}). Hint: try again."
        if alone:
            raise InputError(message) from error
        yield failed(place, "unknown", message)


def read_bytes(data: bytes, name: str, options: Options | None = None) -> Source:
    """Read one document from memory.

    Parameters
    ----------
    data
        The bytes of the file.
    name
        Its name, of which the ending counts where the bytes leave the format open.
    options
        As of `read_sources`.

    Examples
    --------
    >>> read_bytes("Excelencia, señor".encode("cp1252"), "carta.txt").text
    'Excelencia, señor'
    """
    return _only(name, read_stream(io.BytesIO(data), name, options or Options()))


def _only(path: str, sources: Iterator[Source]) -> Source:
    first = next(sources)
    if next(sources, None) is not None:
        raise InputError(f"{path!r} holds several documents. Hint: read it with read_sources.")
    return first
