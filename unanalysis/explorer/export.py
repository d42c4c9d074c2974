"""What is chosen as files: tables, graph, picture, report."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unanalysis.corpus.schema import SCHEMA
from unanalysis.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

    from unanalysis.corpus import Corpus

_CELL = 32_767  # characters that a cell of a spreadsheet can hold


def exported(corpus: Corpus, name: str) -> bytes:
    """The letters of a corpus as a file.

    Parameters
    ----------
    corpus
        The letters.
    name
        `tables.xlsx` (a sheet a table, without the texts of documents, which a cell cannot hold), `tables.zip` (the
        files of `write_corpus`, texts included), `graph.gexf`, `graph.graphml`, `picture.svg`, `picture.png` (the graph
        of senders, organs and resolutions), `report.html`.

    Raises
    ------
    InputError
        Where there is no such file.
    """
    if name not in EXPORTS:
        raise InputError(f"There is no export {name!r}. Hint: there are {', '.join(EXPORTS)}.")
    return EXPORTS[name](corpus, name)


def _workbook(corpus: Corpus, name: str) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for table in SCHEMA:
        frame = getattr(corpus, table)
        sheet = book.create_sheet(table)
        frame = frame.drop(columns="text") if table == "documents" else frame
        sheet.append(frame.columns.tolist())
        for row in _plain(frame):
            sheet.append([_cell(sheet, value) for value in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _plain(frame: pd.DataFrame) -> Any:
    values = frame.astype(object)
    return values.where(values.notna(), None).itertuples(index=False)


def _cell(sheet: Any, value: Any) -> Any:
    """A text as a text: what begins with "=" would be taken for a formula, and control characters break the file."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if hasattr(value, "to_pydatetime"):
        return value.to_pydatetime()
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:_CELL]
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell


def _archive(corpus: Corpus, name: str) -> bytes:
    from unanalysis.corpus import write_corpus

    stream = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(write_corpus(corpus, folder).iterdir()):
            archive.write(file, file.name)
    return stream.getvalue()


def _graph(corpus: Corpus, name: str) -> bytes:
    from unanalysis.graph import sender_organ_resolution_graph, write_graph

    graph = sender_organ_resolution_graph(corpus)
    return _written(name, lambda path: write_graph(graph, path))


def _picture(corpus: Corpus, name: str) -> bytes:
    from unanalysis.graph import sender_organ_resolution_graph
    from unanalysis.plot import plot_graph

    figure = plot_graph(sender_organ_resolution_graph(corpus))
    stream = io.BytesIO()
    figure.savefig(stream, format=name.rpartition(".")[2], dpi=200)
    return stream.getvalue()


def _report(corpus: Corpus, name: str) -> bytes:
    from unanalysis.report import write_report

    return _written(name, lambda path: write_report(corpus, path))


def _written(name: str, write: Callable[[Path], object]) -> bytes:
    """What a function writes into a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        write(path)
        return path.read_bytes()


EXPORTS: dict[str, Callable[[Corpus, str], bytes]] = {
    "tables.xlsx": _workbook,
    "tables.zip": _archive,
    "graph.gexf": _graph,
    "graph.graphml": _graph,
    "picture.svg": _picture,
    "picture.png": _picture,
    "report.html": _report,
}
