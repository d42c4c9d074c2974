"""Word, and the office formats that LibreOffice makes Word of."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tools import make_specimens as specimens
from unanalysis.read import read_bytes
from unanalysis.types import Source


def word(*edits: Callable[[Any], object]) -> Source:
    document = docx.Document()
    for edit in edits:
        edit(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return read_bytes(buffer.getvalue(), "letter.docx")


def paragraph(xml: str) -> Callable[[Any], object]:
    return lambda document: document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))


LONG = "On instructions from my Government, I have the honour to inform you of the following."


@pytest.mark.parametrize(
    ("edit", "text", "reason"),
    [
        (lambda d: [d.add_paragraph(LONG), d.add_paragraph(LONG)], f"{LONG}\n\n{LONG}", "paragraphs have a blank line"),
        (
            lambda d: [d.add_paragraph(t) for t in ("(Signed) A", "Ambassador")],
            "(Signed) A\nAmbassador",
            "lines of a block",
        ),
        (
            lambda d: [d.add_paragraph(t) for t in ("Excellency,", "", LONG, LONG, "", "Yours,", "")],
            f"Excellency,\n\n{LONG}\n{LONG}\n\nYours,",
            "a document with empty paragraphs says itself where blocks end",
        ),
        (paragraph("<w:r><w:t>A</w:t><w:tab/><w:t>S</w:t><w:br/><w:t>B</w:t></w:r>"), "A\tS\nB", "tabs and breaks"),
        (paragraph("<w:r><w:t>S</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>"), "S\u20111", "the hyphen of joint symbols"),
        (
            paragraph(
                "<w:ins w:id='1'><w:r><w:t>new</w:t></w:r></w:ins>"
                "<w:del w:id='2'><w:r><w:delText>old</w:delText></w:r></w:del>"
            ),
            "new",
            "tracked changes as accepted",
        ),
        (
            lambda d: (
                paragraph("<w:r><w:t>two</w:t></w:r>")(d),
                paragraph("<w:pPr><w:rPr><w:del w:id='3'/></w:rPr></w:pPr><w:r><w:t>one</w:t></w:r>")(d),
            ),
            "onetwo",
            "a deleted paragraph mark joins two paragraphs",
        ),
        (
            paragraph(
                "<w:r><w:t>before</w:t></w:r>"
                "<w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent>"
                "<w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>"
                "<w:r><w:t> after</w:t></w:r>"
            ),
            "before after\nin the box",
            "text boxes do not cut the sentence they hang on",
        ),
        (
            paragraph("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r>"),
            "7",
            "fields by what they show",
        ),
    ],
)
def test_word(edit: Callable[[Any], object], text: str, reason: str) -> None:
    assert word(edit).text.strip() == text, reason


def test_word_tables() -> None:
    def edit(document: Any) -> None:
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ("Security Council", "Distr.: General", "", "13 March 2012"), strict=True):
            cell.text = text

    assert word(edit).text.rstrip() == "Security Council\tDistr.: General\n\t13 March 2012"


def test_word_headers() -> None:
    def edit(document: Any) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "United Nations\tS/2020/764"
        section.first_page_footer.paragraphs[0].text = "20-10268 (E)"
        section.header.paragraphs[0].text = "S/2020/764"
        document.add_paragraph(LONG)

    source = word(edit)
    assert source.text.startswith("United Nations\tS/2020/764\n"), "the symbol stands in the head of the first page"
    assert [source.text[a:b].strip() for a, b in source.furniture] == ["20-10268 (E)\nS/2020/764"]


def test_word_footnotes() -> None:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    def edit(document: Any) -> None:
        document.add_paragraph(LONG)
        notes = (
            f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
            "<w:footnote w:id='1'><w:p><w:r><w:t>See resolution 2254 (2015).</w:t></w:r></w:p></w:footnote>"
            "</w:footnotes>"
        )
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, notes.encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    assert word(edit).text.split() == f"{LONG} See resolution 2254 (2015).".split()


def test_malformed_zip_documents() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<no")
    source = read_bytes(buffer.getvalue(), "a.docx")
    assert source.problems[0].severity == "error"


needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"), reason="LibreOffice is not on this machine"
)


@needs_libreoffice
@pytest.mark.parametrize("format", specimens.OFFICE)
def test_office_formats_read_as_word_does(format: str) -> None:
    blocks = specimens.blocks_of("United Nations     S/2014/136\n\nLettre datée du 28 février 2014\n\n(Signé) A\nB")
    original = specimens.as_docx(blocks)
    source = read_bytes(specimens.by_libreoffice(original, format), f"letter.{format}")
    assert source.format == format
    assert source.text.split() == read_bytes(original, "letter.docx").text.split()


def test_without_libreoffice_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from unanalysis.read import office

    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    office._program.cache_clear()
    source = read_bytes(rb"{\rtf1 Letter}", "letter.rtf")
    office._program.cache_clear()
    assert "install LibreOffice" in source.problems[0].message
