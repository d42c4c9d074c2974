"""Word documents (DOCX): the text as Word shows it with all changes accepted.

The head of the first page is text (in documents of the United Nations the symbol stands there); every other header and
footer is furniture. Footnotes follow at the end, text boxes behind the paragraph they hang on.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from unanalysis.errors import InputError
from unanalysis.read.archives import check_zip
from unanalysis.read.blocks import TextBuilder
from unanalysis.read.options import Options
from unanalysis.types import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TEXT, _CELL = _W + "p", _W + "t", _W + "tc"
_CHARACTERS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "\u2011", _W + "ptab": "\t"}
# Deleted text, text moved away, and the copy of a text box for old programs.
_GONE = (_W + "del", _W + "moveFrom", _FALLBACK)

# Lines of a masthead or a signature are paragraphs to Word, but none to the reader: they are shorter than this.
_SHORT = 60


def read(data: bytes, path: str, options: Options) -> Source:
    """Read a Word document."""
    return read_as("docx", data, data, path, options)


def read_as(format: str, original: bytes, data: bytes, path: str, options: Options) -> Source:
    """Read what another format (whose bytes are `original`) was converted to."""
    import docx

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_zip(archive, options.limits)
    document = docx.Document(io.BytesIO(data))
    builder = TextBuilder()
    head, rest = _headers(document)
    for part in head:
        _add(builder, part)
    _add(builder, document.element.body)
    for note in _notes(document):
        _add(builder, note)
    for part in rest:
        start = builder.length
        _add(builder, part)
        builder.furniture.append((start, builder.length))
    if not builder.length:
        raise InputError("The Word document holds no text. Hint: if it holds pictures of pages, print it to PDF.")
    return builder.source(path, format, original)


def _headers(document: Any) -> tuple[list[_Element], list[_Element]]:
    """What stands at the head of the first page, and all other headers and footers, each text once."""
    head: list[_Element] = []
    rest: list[_Element] = []
    for number, section in enumerate(document.sections):
        titled = section.different_first_page_header_footer
        shown = section.first_page_header if titled else section.header
        parts = [section.first_page_header, section.first_page_footer] if titled else []
        for part in (*parts, section.header, section.footer):
            if not part.is_linked_to_previous:
                is_head = number == 0 and part._element is shown._element
                (head if is_head else rest).append(part._element)
    return head, rest


def _notes(document: Any) -> Iterator[_Element]:
    """Footnotes and endnotes, which the library hands over as parts without a meaning."""
    from docx.opc.constants import CONTENT_TYPE
    from docx.oxml.parser import parse_xml

    for part in document.part.package.iter_parts():
        if part.content_type in (CONTENT_TYPE.WML_FOOTNOTES, CONTENT_TYPE.WML_ENDNOTES):
            for note in parse_xml(part.blob):
                # The first two "notes" are the lines that part notes from text.
                if note.get(_W + "type") in (None, "normal"):
                    yield note


def _add(builder: TextBuilder, root: _Element) -> None:
    """Append the text of a part of the document."""
    from lxml import etree

    merged = {next(mark.iterancestors(_PARAGRAPH)) for mark in root.iterfind(f".//{_W}pPr/{_W}rPr/{_W}del")}
    etree.strip_elements(root, *_GONE, with_tail=False)
    _move_boxes(root)
    paragraphs: list[tuple[Any, str]] = []
    line = ""
    for element in root.iter(_PARAGRAPH):
        line += _line(element)
        if element not in merged:
            paragraphs.append((element, line))
            line = ""
    outside = [text for element, text in paragraphs if element.getparent().tag != _CELL]
    # A document that parts its paragraphs by empty ones says itself where they end.
    short = 0 if 4 * outside.count("") > len(outside) else _SHORT
    for (element, text), (following, upcoming) in pairwise([*paragraphs, (None, "")]):
        builder.add(text)
        builder.add(_separator(element, text, following, upcoming, short))


def _line(paragraph: _Element) -> str:
    pieces = []
    for element in paragraph.iter(_TEXT, *_CHARACTERS):
        if element.tag == _TEXT:
            pieces.append(element.text or "")
        elif element.getparent().tag == _W + "r":  # type: ignore[union-attr]  # <w:tab> is also a tab stop of a style
            pieces.append("\f" if element.get(_W + "type") == "page" else _CHARACTERS[element.tag])
    return "".join(pieces)


def _separator(element: Any, text: str, following: Any, upcoming: str, short: int) -> str:
    """What parts a paragraph from the next one: a tab between cells, a line end, or a blank line.

    Where `short` is not 0, lines of fewer characters are taken for lines of one paragraph: of a masthead, a signature.
    """
    if following is None:
        return "\n"
    cell, other = element.getparent(), following.getparent()
    if cell.tag == _CELL == other.tag:
        row, next_row = cell.getparent(), other.getparent()
        if row is next_row and cell is not other:
            return "\t"
        if row.getparent() is next_row.getparent():
            return "\n"
    if not short:
        return "\n"
    return "\n" if max(len(text), len(upcoming)) < short and text and upcoming else "\n\n" if text else "\n"


def _move_boxes(root: _Element) -> None:
    """Text boxes stand in the middle of the paragraph they hang on; they go behind it."""
    for box in list(root.iter(_W + "txbxContent")):
        anchor = next(box.iterancestors(_PARAGRAPH), None)
        if anchor is not None:
            for child in reversed(list(box)):
                anchor.addnext(child)
