"""Word, PDF, office formats, mails and XML: what each gives as text, spans and findings."""

from __future__ import annotations

import io
import os
import shutil
import sys
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from importlib import util
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.pdfgen.canvas import Canvas

from unanalysis.read import read_bytes, read_file, read_sources
from unanalysis.read.garbled import garbled
from unanalysis.read.options import Options
from unanalysis.read.stream import read_stream
from unanalysis.types import Source

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def short(value: object) -> str:
    """A name for a case: bytes would make long ones."""
    return value if isinstance(value, str) else type(value).__name__


def found(source: Source, *fields: str) -> list[tuple[str, str, str | None]]:
    """Findings with what stands in the text at their place."""
    return [
        (f.field, f.value, None if f.start is None else source.text[f.start : f.end])
        for f in source.findings
        if not fields or f.field in fields
    ]


# ---- Word ------------------------------------------------------------------------------------------------------------


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


# ---- PDF -------------------------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    ("page", "text", "reason"),
    [
        (
            BODY,
            "Letter dated 28 February 2014 from the Permanent\nRepresentative of Ukraine\n\nI have the honour",
            "a gap on the page is a blank line",
        ),
        (
            BODY
            + column(50, 700, "United Nations", "Security Council")
            + column(400, 700, "S/2014/136", "Distr.: General"),
            "United Nations\nSecurity Council\n\nS/2014/136\nDistr.: General\n\nLetter dated 28 February 2014 "
            "from the Permanent\nRepresentative of Ukraine\n\nI have the honour",
            "a masthead in two columns, drawn last as text boxes are, is read first",
        ),
        (column(50, 700, "one", "two", "three"), "one\ntwo\nthree", "lines at equal distance are one paragraph"),
    ],
)
def test_pdf_reading_order(page: list[tuple[float, float, str]], text: str, reason: str) -> None:
    assert read_bytes(pdf(page), "letter.pdf").text.strip() == text, reason


@pytest.mark.parametrize(
    ("lines", "text", "reason"),
    [
        (("the inter-", "national community"), "the international community", "a word cut by the line"),
        (("the Secretary-", "General said"), "the Secretary-General said", "a capital keeps its hyphen"),
        (("the co-", "sponsors, co-sponsors"), "the co-sponsors, co-sponsors", "what the document writes elsewhere"),
    ],
)
def test_pdf_hyphens(lines: tuple[str, ...], text: str, reason: str) -> None:
    assert read_bytes(pdf(column(50, 700, *lines)), "a.pdf").text.split() == text.split(), reason


def test_pdf_pages_and_running_headers() -> None:
    first = column(50, 750, "S/2014/136", "Letter dated 28 February 2014") + column(300, 40, "14-24567 (E)")
    others = [
        column(50, 750, "S/2014/136", *(f"{word} line" for word in words)) + column(300, 40, f"{number}/3")
        for number, words in ((2, list("abcdefgh")), (3, list("ijklmnop")))
    ]  # fmt: skip
    source = read_bytes(pdf(first, *others), "a.pdf")
    assert [source.text[start:].split("\n")[0] for start in source.pages] == ["S/2014/136"] * 3
    assert [source.text[a:b] for a, b in source.furniture] == ["S/2014/136", "2/3", "S/2014/136", "3/3"], (
        "not the masthead"
    )


def test_scans_are_said() -> None:
    source = read_bytes(pdf([], []), "scan.pdf")
    assert source.text == ""
    assert "scan" in source.problems[0].message
    assert "ocr=True" in source.problems[0].message


@pytest.mark.parametrize(
    ("data", "word", "reason"),
    [
        (b"%PDF-1.7\n" + b"nothing" * 100, "broken", "no PDF after its first bytes"),
        (pdf(BODY)[:400], "broken", "cut off"),
        (pdf(BODY, encrypt="secret"), "password", "needs a password"),
    ],
    ids=short,
)
def test_broken_pdfs(data: bytes, word: str, reason: str) -> None:
    source = read_bytes(data, "a.pdf")
    assert source.text == "", reason
    assert word in source.problems[0].message, reason


ARABIC = "رسالة مؤرخة 28 شباط/فبراير موجهة إلى رئيسة مجلس الأمن من الممثل الدائم لأوكرانيا لدى الأمم المتحدة "


@pytest.mark.parametrize(
    ("text", "is_garbled", "reason"),
    [
        (ARABIC * 3, False, "as it should be"),
        (" ".join(word[::-1] for word in ARABIC.split()), True, "words turned round"),
        (ARABIC[::-1], True, "the whole line turned round"),
        (" ".join(ARABIC), True, "blanks between letters"),
        ("ﺭﺳﺎﻟﺔ ﻣﺆﺭﺧﺔ ﻣﻮﺟﻬﺔ ﺇﻟﻰ ﺭﺋﻴﺴﺔ ﻣﺠﻠﺲ ﺍﻷﻣﻦ ﻣﻦ ﺍﻟﻤﻤﺜﻞ ﺍﻟﺪﺍﺋﻢ", True, "the shapes of letters on paper"),
        (ARABIC + "/2019/9088S", True, "a symbol turned round"),
        ("\ue012\ue013 \ue014 \ue015\ue016 \ue017\ue018", True, "private characters in any language"),
        ("Letter dated 28 February 2014", False, "Latin"),
        ("مجلس", False, "too short to say"),
    ],
)
def test_garbled(text: str, is_garbled: bool, reason: str) -> None:
    assert (garbled(text) is not None) == is_garbled, reason


# ---- OCR -------------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_ocr_gives_scans_to_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in shows that pages go to tesseract and its text comes back; how well it reads is tesseract's affair."""
    script = tmp_path / "tesseract"
    script.write_text(
        '#!/bin/sh\n[ "$1" = --list-langs ] && echo "eng fra" || { test -s "$1" && echo "READ $4 with $5"; }\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    (source,) = read_stream(io.BytesIO(pdf([], BODY)), "scan.pdf", Options(ocr=True))
    assert source.text.startswith("READ eng+fra")
    assert "Letter dated" in source.text
    assert "OCR" in source.problems[0].message


def test_ocr_without_a_program_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    (source,) = read_stream(io.BytesIO(pdf([])), "scan.pdf", Options(ocr=True))
    assert "ocrmypdf or tesseract" in source.problems[0].message


# ---- Office formats --------------------------------------------------------------------------------------------------

specimens_spec = util.spec_from_file_location("make_specimens", ROOT / "tools" / "make_specimens.py")
assert specimens_spec is not None
specimens = util.module_from_spec(specimens_spec)
sys.modules["make_specimens"] = specimens
assert specimens_spec.loader is not None
specimens_spec.loader.exec_module(specimens)

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


# ---- The same letter in every format
# -----------------------------------------------------------------------------------


def words(source: Source) -> list[str]:
    """The words of a source without its furniture, the specimen line and the marks of Markdown."""
    kept = list(source.text)
    for start, end in source.furniture:
        kept[start:end] = " " * (end - start)
    return "".join(kept).split()


@pytest.mark.parametrize("format", specimens.FORMATS)
@pytest.mark.parametrize("language", specimens.LANGUAGES)
def test_every_format_has_all_words(language: str, format: str) -> None:
    text = (ROOT / "data" / "letters" / f"{language}-{specimens.STEM}.txt").read_text(encoding="utf-8")
    blocks = specimens.blocks_of(text)
    (*_, source) = read_stream(
        io.BytesIO(specimens.make(blocks, format, language, "S/2019/9101")), f"letter.{format}", Options()
    )
    if format == "pdf" and language == "ar":
        assert any("Arabic" in problem.message for problem in source.problems)
        return
    got = words(source)
    if format == "xml":
        got = got[1:]  # the symbol that its cover page adds
    columns = [word for block in blocks for line in block.lines for word in line.split()]
    assert "".join(got) == "".join(columns)
    assert not [problem for problem in source.problems if problem.severity != "note"]


# ---- Mails -----------------------------------------------------------------------------------------------------------


def test_mail_with_attachments() -> None:
    inner = EmailMessage()
    inner["Subject"] = "Inner"
    inner.set_content("The forwarded letter")
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = (
        "Ms. Ñ <n@example.org>",
        "Lettre datée",
        "Wed, 01 Jan 2020 00:00:00 +0000",
    )
    mail.set_content("Veuillez trouver la lettre")
    mail.add_alternative("<p>HTML", subtype="html")
    mail.add_attachment("Lettre".encode("utf-16"), maintype="text", subtype="plain", filename="lettre.txt")
    mail.add_attachment(pdf(BODY), maintype="application", subtype="pdf", filename="../../letter.pdf")
    mail.add_attachment(inner)
    sources = list(read_stream(io.BytesIO(mail.as_bytes()), "a.eml", Options()))
    assert [(s.path, s.format) for s in sources] == [
        ("a.eml", "mail"), ("a.eml/lettre.txt", "text"), ("a.eml/.._.._letter.pdf", "pdf"),
        ("a.eml/attachment-3.eml", "mail"),
    ]  # fmt: skip
    head = sources[0]
    assert words(head) == ["Veuillez", "trouver", "la", "lettre"]
    assert ("page_title", "Lettre datée", "Lettre datée") in found(head)
    assert "The forwarded letter" in sources[-1].text


def test_mail_of_html_only() -> None:
    mail = EmailMessage()
    mail["Subject"] = "x"
    mail.set_content(
        "<nav>menu</nav><p>R\u00e9solution <a href='https://undocs.org/S/RES/1(1946)'>1 (1946)</a>", subtype="html"
    )
    source = read_bytes(mail.as_bytes(), "a.eml")
    assert words(source) == ["Résolution", "1", "(1946)"]
    assert found(source, "link") == [("link", "S/RES/1(1946)", "1 (1946)")]


# ---- Akoma Ntoso -----------------------------------------------------------------------------------------------------

AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta>
<identification source="#x"><FRBRWork><FRBRdate date="2015-12-18" name="adoption"/><FRBRauthor href="sc"
as="author"/></FRBRWork> <FRBRExpression><FRBRdate date="2015-12-19" name="publication"/><FRBRlanguage
language="fra"/></FRBRExpression></identification> <classification source="x"><keyword value="a" showAs="SYRIAN ARAB
REPUBLIC" dictionary="UNBIS Thesaurus"/></classification> </meta><coverPage><p><docNumber
refersTo="#symbol">S/RES/2254 (2015)</docNumber></p></coverPage> <preface><p><docTitle
refersTo="#resolutionTitle"><b>	Paix</b></docTitle></p></preface> <mainBody><paragraph><num>1.</num><content><p
xml:space="preserve">	<i>Réaffirme</i> sa résolution <a href="https://undocs.org/fr/S/RES/2139(2014)">2139
(2014)</a><authorialNote marker="1"><p>Voir <a href="https://undocs.org/fr/S/2015/1">S/2015/1</a>.</p></authorialNote>
;</p></content></paragraph></mainBody></statement></akomaNtoso>"""


def test_akoma_ntoso() -> None:
    source = read_bytes(AKN.encode(), "r.xml")
    assert source.format == "akoma ntoso"
    assert source.text == "S/RES/2254 (2015)\n\nPaix\n\n1. Réaffirme sa résolution 2139 (2014) ;\n\n1 Voir S/2015/1."
    assert found(source) == [
        ("date", "2015-12-18", None), ("organ", "S", None), ("issued", "2015-12-19", None), ("language", "fr", None),
        ("subject", "SYRIAN ARAB REPUBLIC", None), ("symbol", "S/RES/2254(2015)", "S/RES/2254 (2015)"),
        ("title", "Paix", "Paix"), ("link", "S/RES/2139(2014)", "2139 (2014)"), ("link", "S/2015/1", "S/2015/1"),
    ]  # fmt: skip


def test_links_in_and_around_other_elements_of_akoma_ntoso() -> None:
    text = """<akomaNtoso><statement><meta><note><p><a href="https://undocs.org/S/1">S/1</a></p></note></meta>
    <preface><p>
    <docTitle refersTo="#resolutionTitle">Letter of <a href="https://undocs.org/S/2020/7">7</a> May</docTitle>
    <a xmlns="http://www.w3.org/1999/xhtml" href="https://undocs.org/S/2">S/2</a> <inline name="part">A</inline></p>
    <p><a href="https://undocs.org/S/2020/8">S/2020/8</a></p></preface></statement></akomaNtoso>"""
    source = read_bytes(text.encode(), "r.xml")
    assert source.text == "Letter of 7 May S/2 A\nS/2020/8"
    assert found(source) == [
        ("link", "S/2020/7", "7"), ("title", "Letter of 7 May", "Letter of 7 May"), ("link", "S/2020/8", "S/2020/8"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "text", "severity", "reason"),
    [
        (AKN.replace("</docTitle>", "").encode(), "2139 (2014)", "note", "malformed: a tag that does not close"),
        (AKN[: AKN.index("</mainBody>")].encode(), "2139 (2014)", "warning", "cut off"),
        (AKN.encode("utf-16"), "Réaffirme", None, "UTF-16"),
        (AKN.replace("é", "\udce9").encode("utf-8", "surrogateescape"), "affirme", "note", "in a code page, unsaid"),
        (AKN.replace("</p>", "&nbsp;</p>").encode(), "2139", "warning", "an entity that XML has not"),
        (b"<akomaNtoso/>", "", "error", "nothing in it"),
        (b"<akomaNtoso><p>a&#xFDD0;&#64985;b\x01c</p></akomaNtoso>", "abc", None, "what would pass for a mark"),
        (b'<!DOCTYPE a [<!ENTITY x "yyyy">]><akomaNtoso><p>&x;</p></akomaNtoso>', "", "error", "an entity of its own"),
        (
            b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso><p>&x;</p></akomaNtoso>',
            "",
            "error",
            "an entity that names a file",
        ),
        (
            b'<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]><akomaNtoso>&b;</akomaNtoso>',
            "",
            "error",
            "a bomb",
        ),
        (
            b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><akomaNtoso><p>text</p></akomaNtoso>',
            "text",
            None,
            "no DTD is fetched",
        ),
    ],
    ids=short,
)
def test_xml_as_it_is_found(data: bytes, text: str, severity: str | None, reason: str) -> None:
    source = read_bytes(data, "r.xml")
    assert text in source.text, reason
    assert "root:" not in source.text, reason
    assert [problem.severity for problem in source.problems][:1] == ([severity] if severity else []), reason


@pytest.mark.skipif(not (SHARED / "akn").exists(), reason="the repositories' documents are not on this machine")
def test_real_akoma_ntoso() -> None:
    from lxml import etree

    sources = [s for s in read_sources(SHARED / "akn") if s.format == "akoma ntoso"]
    assert len(sources) == 101
    for source in sources:
        fields = {finding.field: finding.value for finding in source.findings}
        assert {"symbol", "date", "organ", "language", "issued"} <= fields.keys(), source.path
        assert all(problem.severity == "note" for problem in source.problems), source.path
        tree = etree.parse(source.path, etree.XMLParser(recover=True))
        links = [a for a in tree.iter("{*}a") if "undocs.org" in (a.get("href") or "")]
        linked = [value for field, value, _ in found(source) if field == "link"]
        assert len(linked) == len(links), source.path
        numbers = ["".join("".join(a.itertext()).split()) for a in links]
        assert sorted("".join((said or "").split()) for _, _, said in found(source, "link")) == sorted(numbers), (
            source.path
        )


def test_malformed_zip_documents() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<no")
    source = read_bytes(buffer.getvalue(), "a.docx")
    assert source.problems[0].severity == "error"


@pytest.mark.parametrize("name", ["en-S-2019-9101.docx", "list.csv", "letters.zip", "records.marcxml"])
def test_specimens_are_there(name: str) -> None:
    sources = list(read_sources(ROOT / "data" / "formats" / name))
    assert sources
    assert all(source.text for source in sources)


@pytest.mark.parametrize("language", specimens.LANGUAGES)
@pytest.mark.parametrize("format", ["txt", "md", "html", "xml"])
def test_specimens_are_those_the_script_makes(language: str, format: str) -> None:
    text = (ROOT / "data" / "letters" / f"{language}-{specimens.STEM}.txt").read_text(encoding="utf-8")
    made = specimens.make(specimens.blocks_of(text), format, language, "S/2019/9101")
    there = (ROOT / "data" / "formats" / f"{language}-{specimens.STEM}.{format}").read_bytes()
    assert there == made, "Hint: run python tools/make_specimens.py --office"


def test_one_document_a_file() -> None:
    assert read_file(ROOT / "data" / "formats" / "fr-S-2019-9101.pdf").format == "pdf"
