"""PDF with a text layer: lines in the order of reading, paragraphs by their distance, pages kept.

PDFium gives the text in the order in which the file draws it, which nearly always is the order of reading. What
it does not give is made up from the places of the lines (`lines`): blank lines where the page has a gap, the order of
blocks that were drawn late though they stand above (mastheads in text boxes are), and which lines are but one.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from unanalysis.errors import InputError, MissingDependencyError
from unanalysis.read.blocks import make_source
from unanalysis.read.garbled import doubtful_order, garbled
from unanalysis.read.lines import Line, page_text
from unanalysis.read.options import Options
from unanalysis.read.pages import repeated_lines
from unanalysis.types import Problem, Source

if TYPE_CHECKING:
    import pypdfium2

# A page with fewer letters than this is a picture with a stamp on it.
_FEW = 20
# PDFium's sign for a hyphen at the end of a line, which it puts in place of the line end.
_HYPHEN = "\ufffe"
_HYPHENATED = re.compile(r"(\w+)\ufffe\s*(\w+)")


def read(data: bytes, path: str, options: Options) -> Source:
    """Read a PDF; with `options.ocr` its scanned pages too."""
    document = _open(data)
    try:
        texts = [_page_text(page) for page in _pages(document)]
        scanned = [number for number, text in enumerate(texts, 1) if _is_scan(document, number, text)]
        problems: list[Problem] = []
        if scanned and options.ocr:
            texts, problems = _recognized(document, data, texts, scanned)
        elif len(scanned) == len(texts):
            raise InputError(
                "The PDF is a scan: it holds pictures of pages, and no text. Hint: install ocrmypdf or tesseract, and "
                "read it with ocr=True; or run an OCR program over it."
            )
        elif scanned:
            message = f"Pages without text (scans?): {', '.join(map(str, scanned))}. Hint: read the file with ocr=True."
            problems.append(Problem("read", "warning", message))
        if not any(texts):
            raise InputError("The PDF holds no text: its pages are empty. Hint: fetch it again.")
    finally:
        document.close()
    text, starts = _joined(texts)
    if reason := garbled(text) or doubtful_order(text):
        problems.append(Problem("read", "warning", f"{reason} Hint: read the DOCX or the web page of it instead."))
    return make_source(path, "pdf", data, text, repeated_lines(text, starts), starts, (), problems)


def _open(data: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(
                "The PDF is protected by a password. Hint: print it to a new PDF, and read that."
            ) from error
        raise InputError(f"The PDF is broken ({str(error).rstrip('.')}). Hint: fetch it again.") from error
    if len(document) == 0:
        raise InputError("The PDF has no pages. Hint: fetch it again.")
    return document


def _pages(document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage | None]:
    """The pages, and None for one that is broken."""
    import pypdfium2

    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield None
            continue
        yield page
        page.close()


def _page_text(page: pypdfium2.PdfPage | None) -> str:
    if page is None:
        return ""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range().replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            return ""
        lines = _lines(textpage, text)
    finally:
        textpage.close()
    return page_text(lines)


def _lines(textpage: pypdfium2.PdfTextPage, text: str) -> list[Line]:
    """The lines of a page with their places; a line's place is that of its first character that has one."""
    from pypdfium2 import raw

    lines = []
    index = 0  # into PDFium's text, whose lines end in two characters
    box = raw.FS_RECTF()
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            first = index + line.index(stripped[0])
            place = raw.FPDFText_GetCharIndexFromTextIndex(textpage, first)
            if place >= 0 and raw.FPDFText_GetLooseCharBox(textpage, place, ctypes.byref(box)):
                left, top, base = box.left, box.top, box.bottom
                end = raw.FPDFText_GetCharIndexFromTextIndex(textpage, index + len(line.rstrip()) - 1)
                raw.FPDFText_GetLooseCharBox(textpage, end, ctypes.byref(box))
                lines.append(Line(line.strip(" "), left, box.right, top, base, box.bottom))
            elif lines:
                lines.append(replace(lines[-1], text=line.strip(" ")))
            else:
                lines.append(Line(line.strip(" "), 0.0, 0.0, 0.0, 0.0, 0.0))
        index += len(line) + 2
    return lines


def _joined(texts: Sequence[str]) -> tuple[str, list[int]]:
    """The text of all pages with the hyphens of line ends taken out, and where each page begins."""
    cut = any(_HYPHEN in text for text in texts)
    words = {word for text in texts for word in re.findall(r"\w[\w-]*", text)} if cut else set()

    def rejoin(match: re.Match[str]) -> str:
        first, second = match.groups()
        # What the document writes elsewhere decides; else a capital or a digit keeps its hyphen ("Secretary-General").
        if first + second in words:
            return first + second
        if f"{first}-{second}" in words or not second[0].islower():
            return f"{first}-{second}"
        return first + second

    starts: list[int] = []
    pieces: list[str] = []
    length = 0
    for text in texts:
        piece = (_HYPHENATED.sub(rejoin, text).replace(_HYPHEN, "-") if cut else text) + "\n\n"
        starts.append(length)
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces).rstrip("\n") + "\n", starts


def _is_scan(document: pypdfium2.PdfDocument, number: int, text: str) -> bool:
    """Whether a page holds no text to speak of, but something else (an empty page is no scan)."""
    from pypdfium2 import PdfiumError, raw

    if len("".join(text.split())) >= _FEW:
        return False
    try:
        page = document[number - 1]
    except PdfiumError:
        return False
    try:
        return any(thing.type != raw.FPDF_PAGEOBJ_TEXT for thing in page.get_objects(max_depth=2))
    finally:
        page.close()


def _recognized(
    document: pypdfium2.PdfDocument, data: bytes, texts: list[str], scanned: Sequence[int]
) -> tuple[list[str], list[Problem]]:
    """The texts of all pages, those of the scanned ones by OCR."""
    from unanalysis.read.ocr import recognize_page, recognized

    try:
        layered = recognized(data)
        if layered is not None:
            with_text = _open(layered)
            texts = [_page_text(page) for page in _pages(with_text)]
            with_text.close()
        else:
            texts = [recognize_page(document[n - 1]) if n in scanned else text for n, text in enumerate(texts, 1)]
    except MissingDependencyError as error:
        if len(scanned) == len(texts):
            raise
        return texts, [Problem("read", "warning", str(error))]
    message = f"The text of {len(scanned)} pages was read by OCR, which makes mistakes. Hint: compare with the scan."
    return texts, [Problem("read", "note", message)]
