"""Bytes and files read for tests, and what came of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from unanalysis.read import Limits
from unanalysis.read.options import Options
from unanalysis.read.stream import read_stream
from unanalysis.types import Source

ROOT = Path(__file__).resolve().parent.parent
SMALL = Limits(file_bytes=2**20, archive_bytes=4 * 2**20, archive_files=50)


def read(data: bytes, name: str, limits: Limits | None = None) -> list[Source]:
    return list(read_stream(io.BytesIO(data), name, Options(limits=limits or Limits())))


def short(value: object) -> str:
    """A name for a case: bytes would make long ones."""
    return value if isinstance(value, str) else type(value).__name__


def severities(sources: list[Source]) -> list[str]:
    return [problem.severity for source in sources for problem in source.problems]


def found(source: Source, *fields: str) -> list[tuple[str, str, str | None]]:
    """Findings with what stands in the text at their place."""
    return [
        (f.field, f.value, None if f.start is None else source.text[f.start : f.end])
        for f in source.findings
        if not fields or f.field in fields
    ]


def words(source: Source) -> list[str]:
    """The words of a source without its furniture, the specimen line and the marks of Markdown."""
    kept = list(source.text)
    for start, end in source.furniture:
        kept[start:end] = " " * (end - start)
    return "".join(kept).split()


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def pdf(*pages: list[tuple[float, float, str]], **options: Any) -> bytes:
    """A PDF of pages, each a list of (from the left, from the bottom, line), drawn in this order."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 800), invariant=1, **options)
    for page in pages:
        if not page:
            canvas.rect(50, 50, 500, 700, fill=1)  # a picture, as far as a reader of text can tell
        for left, bottom, line in page:
            canvas.drawString(left, bottom, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def column(left: float, top: float, *lines: str) -> list[tuple[float, float, str]]:
    return [(left, top - 15 * number, line) for number, line in enumerate(lines)]


BODY = column(
    50, 500, "Letter dated 28 February 2014 from the Permanent", "Representative of Ukraine", "", "I have the honour"
)
