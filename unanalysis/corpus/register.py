"""A register of what organs adopted, out of the United Nations' own files: Akoma Ntoso, catalogue records, lists."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from unanalysis.adoption import number_of
from unanalysis.errors import InputError
from unanalysis.metadata import read_metadata, values
from unanalysis.symbols import body_of, canonical, kind_of
from unanalysis.types import Source

if TYPE_CHECKING:
    from unanalysis.read import Readable

_COLUMNS = {
    **dict.fromkeys(("symbol", "kind", "body"), "str"),
    **dict.fromkeys(("adopted", "issued"), "datetime64[s]"),
    **dict.fromkeys(("title", "language", "session", "path"), "str"),
}
# The Digital Library's "A/RES/217(III)[A]" and "A/RES/377(V)[A-C]".
_PARTS = re.compile(r"(?P<number>.+?)(?P<session>\([^()]*\))?\[(?P<first>[A-Z]{1,2})(?:-(?P<last>[A-Z]))?\]")


def read_register(paths: Readable | Iterable[Readable], *, mapping: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Read which resolutions, decisions and presidential statements were adopted, and when.

    Parameters
    ----------
    paths
        Files, folders or archives with the United Nations' Akoma Ntoso documents (its repositories of resolutions),
        exports of the Digital Library (MARCXML, MARC 21, CSV), or lists (CSV, XLSX, a frame) with columns for symbol,
        date of adoption, title and, where one likes, language.
    mapping
        For lists: which column holds what, as `{"symbol": "Resolution", "date": "Adopted on"}`.

    Returns
    -------
    pandas.DataFrame
        A row for each text of a resolution, decision or presidential statement, sorted by symbol and language:
        `symbol` (canonical), `kind` (resolution, decision, statement), `body` (the organ that adopted it), `adopted`
        (date of adoption), `issued` (date of the document), `title`, `language` (missing for records of all versions),
        `session`, `path`. What the source does not state is missing.

    Raises
    ------
    InputError
        Where the only path given does not exist, or nothing that was adopted is found.

    Warns
    -----
    UserWarning
        Where files could not be read; the sentence names the first.

    Examples
    --------
    >>> listed = pd.DataFrame({"symbol": ["S/RES/2254 (2015)"], "date": ["2015-12-18"]})
    >>> read_register(listed)[["symbol", "body"]].values.tolist()
    [['S/RES/2254(2015)', 'S']]
    """
    from unanalysis.read import read_sources

    rows: list[tuple[object, ...]] = []
    unread: list[Source] = []
    for source in read_sources(paths, mapping=mapping):
        if not source.text:
            unread.append(source)
        rows += _rows(source)
    if unread:
        first = f"{unread[0].path}: {unread[0].problems[0].message}" if unread[0].problems else unread[0].path
        files = "1 file" if len(unread) == 1 else f"{len(unread)} files"
        warnings.warn(f"{files} of the register could not be read. The first: {first}", stacklevel=2)
    if not rows:
        raise InputError(
            "No resolution, decision or presidential statement was found for the register. Hint: give it Akoma Ntoso "
            "documents, an export of the Digital Library, or a list with columns for symbol and date of adoption."
        )
    register = pd.DataFrame(rows, columns=list(_COLUMNS), dtype=object).astype(_COLUMNS)
    return register.sort_values(["symbol", "language"], ignore_index=True)


def _rows(source: Source) -> Iterator[tuple[object, ...]]:
    symbols = [symbol for value in values(source.findings, "symbol") for symbol in adopted_symbols(value)]
    if not symbols:
        return
    stated = read_metadata(source.findings)
    title = " ".join(stated.title.value.split()) if stated.title else None
    for symbol in symbols:
        number = number_of(symbol)
        session = number.within if number and number.body != "S" else None
        days = stated.date, stated.issued
        yield symbol, kind_of(symbol), body_of(symbol), *days, title, stated.language, session, source.path


def adopted_symbols(printed: str) -> list[str]:
    """The canonical symbols that a symbol of the Digital Library stands for; none where it is that of a document.

    Examples
    --------
    >>> adopted_symbols("A/RES/377(V)[A-C]"), adopted_symbols("S/RES/2254 (2015)"), adopted_symbols("S/2020/764")
    (['A/RES/377A(V)', 'A/RES/377B(V)', 'A/RES/377C(V)'], ['S/RES/2254(2015)'], [])
    """
    symbol = canonical(printed)
    if kind_of(symbol) == "document":
        return []
    parts = _PARTS.fullmatch(symbol)
    if parts is None:
        return [symbol]
    first, last = parts["first"], parts["last"]
    letters = [chr(code) for code in range(ord(first), ord(last) + 1)] if last and len(first) == 1 else [first]
    return [f"{parts['number']}{letter}{parts['session'] or ''}" for letter in letters]
