"""Lists of letters as people keep them: CSV, XLSX or a pandas frame, one letter a row.

Columns are known by their names in the six languages, or by a mapping. A row with a text is that text; a row with a
path is the file there, looked for beside the list and nowhere else; any other row is known by its symbol, date and
title alone. Columns of a Digital Library export ("191__a", "245 $a") are read as a catalogue record.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from unanalysis.errors import InputError
from unanalysis.read.blocks import TextBuilder, failed
from unanalysis.read.encoding import encoding_of, unix_lines
from unanalysis.read.marc import Field, record_source
from unanalysis.read.options import Options
from unanalysis.read.stream import read_path
from unanalysis.types import Finding, Source

if TYPE_CHECKING:
    import pandas as pd

# Names that columns have, by what they hold; compared without case, blanks, dashes and underscores.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "symbol": ("symbol", "documentsymbol", "unsymbol", "cote", "signatura", "symbole", "símbolo", "символ",
               "условноеобозначение", "الرمز", "رمزالوثيقة", "文号", "文件编号",
               "resolution", "résolution", "resolución", "резолюция"),
    "date": ("date", "dateofletter", "letterdate", "documentdate", "dated", "fecha", "дата", "التاريخ", "日期",
             "adopted", "dateadopted", "dateofadoption", "adoptiondate"),
    "issued": ("issued", "publicationdate", "dateissued", "distributiondate", "datedepublication"),
    "title": ("title", "titre", "título", "titulo", "name", "subject", "название", "заголовок", "العنوان", "标题"),
    "text": ("text", "fulltext", "content", "body", "texte", "textecomplet", "texto", "текст", "النص", "正文", "全文"),
    "path": ("path", "file", "filename", "filepath", "document", "fichier", "archivo", "файл", "الملف", "文件"),
    "language": ("language", "lang", "langue", "idioma", "lengua", "язык", "اللغة", "语言"),
    "organ": ("organ", "body", "organe", "órgano", "орган", "الهيئة", "机构"),
}  # fmt: skip
_MARC_COLUMN = re.compile(r"\A(\d{3})[\s_$]*([a-z0-9]?)\Z")
_DATE_WITH_MIDNIGHT = re.compile(r"\A(\d{4}-\d{2}-\d{2})[T ]00:00:00(?:\.0+)?\Z")
# What spreadsheets and pandas write for nothing.
_NOTHING = frozenset(("", "nan", "nat", "none", "null", "<na>", "n/a"))
# A text in a cell may be long, but not without end (characters).
_CELL_LIMIT = 16 * 2**20


def read_all(file: BinaryIO, path: str, options: Options) -> Iterator[Source]:
    """Read a CSV file (commas, semicolons or tabs), row after row."""
    head = file.read(2**16)
    file.seek(0)
    # The encoding is that of the beginning, cut at a line end; the file may be too large to look at whole.
    encoding = encoding_of(head[: head.rfind(b"\n") + 1] or head)
    lines = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    header = head.decode(encoding, "replace").split("\n", 1)[0]
    delimiter = max(",;\t|", key=header.count)
    csv.field_size_limit(_CELL_LIMIT)
    try:
        yield from _rows(csv.reader(lines, delimiter=delimiter), path, options)
    except csv.Error as error:
        raise InputError(f"The list could not be read on: {error}. Hint: save it again as CSV (UTF-8).") from error
    finally:
        lines.detach()


def read_all_sheets(file: BinaryIO, path: str, options: Options) -> Iterator[Source]:
    """Read an XLSX workbook, the rows of its first sheet that holds any."""
    import zipfile

    import openpyxl

    from unanalysis.read.archives import check_zip

    with zipfile.ZipFile(file) as archive:
        check_zip(archive, options.limits)
    file.seek(0)
    workbook = openpyxl.load_workbook(file, read_only=True, data_only=True)
    try:
        sheet = next((sheet for sheet in workbook.worksheets if any(sheet.iter_rows(max_row=1))), None)
        if sheet is None:
            raise InputError("The workbook is empty. Hint: save the list again.")
        yield from _rows(([_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)), path, options)
    finally:
        workbook.close()


def read_frame(frame: pd.DataFrame, options: Options, name: str = "frame") -> Iterator[Source]:
    """Read a pandas frame, each row a source."""
    rows = frame.itertuples(index=False, name=None)
    yield from _rows(
        ([str(column) for column in frame.columns], *([_cell(v) for v in row] for row in rows)), name, options
    )


def _rows(rows: Iterable[Sequence[str]], path: str, options: Options) -> Iterator[Source]:
    numbered = enumerate(rows, 1)
    _, header = next(((number, row) for number, row in numbered if any(row)), (0, []))
    marc = [_MARC_COLUMN.match(column.strip().lower()) for column in header]
    if sum(match is not None for match in marc) > len(header) / 2:
        for number, row in numbered:
            if any(row):
                record: list[tuple[str, Field]] = [
                    (
                        match[1],
                        {match[2] or "a" if match[1] > "009" else "": [part.strip() for part in cell.split("||")]},
                    )
                    for match, cell in zip(marc, row, strict=False)
                    if match and cell.strip()
                ]
                yield record_source(record, path, number)
        return
    columns = _columns(header, options.mapping)
    for number, row in numbered:
        cells = {field: row[place].strip() for field, place in columns.items() if place < len(row)}
        known = {field: cell for field, cell in cells.items() if len(cell) > 4 or cell.lower() not in _NOTHING}
        if known:
            yield from _row(known, path, number, options)


def _columns(header: Sequence[str], mapping: Mapping[str, str]) -> dict[str, int]:
    """Which column holds what: by the mapping, else by name.

    Raises
    ------
    InputError
        Where the mapping names a column that is not there, or nothing that tells a letter is found.
    """
    columns = {}
    for field, name in mapping.items():
        if field not in _COLUMNS:
            raise InputError(f"The mapping names {field!r}; it may name {', '.join(_COLUMNS)}.")
        if name not in header:
            raise InputError(
                f"The mapping says that {field!r} is in column {name!r}, but there are: {', '.join(header)}."
            )
        columns[field] = header.index(name)
    for place, name in enumerate(header):
        plain = re.sub(r"[\W_]+", "", name.casefold())
        for field, names in _COLUMNS.items():
            if plain in names and field not in columns and place not in columns.values():
                columns[field] = place
    if not columns.keys() & {"text", "path", "title", "symbol"}:
        raise InputError(
            f"No column of the list is known ({', '.join(header)[:200]}); expected some of {', '.join(_COLUMNS)}. "
            'Hint: say which is which, as in mapping={"symbol": "Cote", "text": "Texte"}.'
        )
    return columns


def _row(known: dict[str, str], path: str, number: int, options: Options) -> Iterator[Source]:
    name = known["symbol"].replace(" ", "").replace("/", "_") if "symbol" in known else f"row-{number}"
    place = f"{path}/{name}"
    if "text" not in known and "path" in known:
        for source in _file(known["path"], path, number, options):
            if source.text:
                said = tuple(Finding(field, value) for field, value in _said(known))
                yield source._replace(findings=(*source.findings, *said))
            elif "title" in known:  # what cannot be read is known by its row at least
                yield _record(known, source.path)._replace(problems=source.problems)
            else:
                yield source
    elif "text" in known:
        builder = TextBuilder()
        for field, value in _said(known):
            builder.find(field, value)
        builder.add(unix_lines(known["text"]))
        yield builder.source(place, "list", "\x1f".join(known.values()).encode("utf-8", "replace"))
    else:
        yield _record(known, place)


def _record(known: dict[str, str], place: str) -> Source:
    """A row that has no text: what it says, a line each, is its text."""
    builder = TextBuilder()
    for field, value in _said(known):
        builder.find(field, value, builder.line(value))
    return builder.source(place, "record", "\x1f".join(known.values()).encode("utf-8", "replace"))


def _said(known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for field in ("symbol", "organ", "issued", "date", "language", "title"):
        if field in known:
            yield field, "".join(known[field].split()) if field == "symbol" else known[field]


def _file(named: str, path: str, number: int, options: Options) -> Iterator[Source]:
    """The file that a row names, if it lies in the folder of the list."""
    folder = Path(path).parent.resolve()
    target = (folder / named.replace("\\", "/")).resolve()
    if options.depth or not Path(path).is_file():
        message = f"Row {number} names the file {named!r}, but the list lies in no folder. Hint: unpack the archive."
    elif not target.is_relative_to(folder):
        message = f"Row {number} names {named!r}, which lies outside the folder of the list; it was not touched."
    elif target == Path(path).resolve() or not target.is_file():
        message = f"Row {number} names the file {named!r}, which is not there. Hint: put it beside the list."
    else:
        yield from read_path(target, options.inside())
        return
    yield failed(f"{path}/row-{number}", "list", message)


def _cell(value: object) -> str:
    """A cell as text: dates as ISO 8601, nothing for what is missing."""
    text = "" if value is None else str(value)
    if midnight := _DATE_WITH_MIDNIGHT.match(text):
        return midnight[1]
    return "" if len(text) < 9 and text.strip().lower() in _NOTHING else text
