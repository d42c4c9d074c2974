"""Plain text and Markdown: encodings, form, pages, front matter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unanalysis.read import read_bytes
from unanalysis.read.blocks import make_source, merge_spans
from unanalysis.read.encoding import normalize_with_offsets
from unanalysis.read.links import symbol_of_address
from unanalysis.read.pages import page_starts, repeated_lines
from unanalysis.types import Finding

FRENCH = "Lettre datée du 3 août 2020, adressée à la Présidente"
RUSSIAN = "Письмо Постоянного представителя Украины от 28 февраля 2014 года"
ARABIC = "رسالة مؤرخة 28 شباط/فبراير 2014 موجهة إلى رئيسة مجلس الأمن"
CHINESE = "2014年2月28日乌克兰常驻联合国代表给安全理事会主席的信"


@pytest.mark.parametrize(
    ("text", "encoding", "reason"),
    [
        (FRENCH, "utf-8", "what everybody writes today"),
        (FRENCH, "utf-8-sig", "what Notepad writes: the mark is no part of the text"),
        (ARABIC, "utf-16", "Notepad's 'Unicode', with a mark"),
        (CHINESE, "utf-32", "with a mark that begins like that of UTF-16"),
        (FRENCH, "utf-16-le", "no mark, but every second byte is zero"),
        (RUSSIAN, "utf-16-be", "no mark, and only blanks and digits have zeros"),
        (FRENCH, "utf-32-le", "no mark, three zeros in four"),
        (FRENCH, "cp1252", "an old Windows in Paris"),
        ("Chargé d’affaires a.i.", "cp1252", "short, with the curly apostrophe that Latin-1 has not"),
        ("résolution 2118 (2013)", "cp1252", "one single letter tells"),
        ("Sr. José Núñez, Côte d’Ivoire", "cp1252", "names"),
        (RUSSIAN, "cp1251", "an old Windows in Moscow"),
        ("резолюция 2254 (2015)", "cp1251", "one word"),
        ("г-ну", "cp1251", "three letters"),
        ("Совет Безопасности", "koi8_r", "an old Unix in Moscow"),
        (ARABIC, "cp1256", "an old Windows in Cairo"),
        ("مجلس الأمن", "cp1256", "two words"),
        (CHINESE, "gb18030", "an old Windows in Beijing"),
    ],
)
def test_encodings(text: str, encoding: str, reason: str) -> None:
    assert read_bytes(text.encode(encoding), "letter.txt").text == text, reason


def test_guessed_encodings_are_said() -> None:
    problems = read_bytes(FRENCH.encode("cp1252"), "letter.txt").problems
    assert [(problem.severity, "cp1252" in problem.message) for problem in problems] == [("note", True)]


@pytest.mark.parametrize(
    ("data", "text", "severity", "reason"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n", None, "line ends of Windows and of old Macs"),
        (b"de\xcc\x81cision", "décision", None, "NFC"),
        (b"a  b \xc2\xa0c\n\n\n", "a  b \xa0c\n\n\n", None, "blanks are not touched: they set columns"),
        (
            b"New\x00York",
            "New\x00York",
            "warning",
            "a NUL is reported and stays, so that offsets are those of the file",
        ),
        (b"a\x07b", "a\x07b", "warning", "so is every other control character"),
        (
            "é".encode() * 50 + b"\xff.",
            "é" * 50 + "\ufffd.",
            "warning",
            "one broken byte does not make UTF-8 a code page",
        ),
        (b"\xff\xfea\x00b", "a\ufffd", "warning", "UTF-16 cut off in the middle of a character"),
    ],
)
def test_form_of_the_text(data: bytes, text: str, severity: str | None, reason: str) -> None:
    source = read_bytes(data, "letter.txt")
    assert source.text == text, reason
    assert [problem.severity for problem in source.problems] == ([severity] if severity else []), reason


@pytest.mark.parametrize(
    ("text", "furniture", "reason"),
    [
        ("Letter\nbody\f2/3\nmore\f3/3\nend", ["2/3", "3/3"], "numbers of pages"),
        (
            "S/2020/764\nLetter\nbody one\nbody two\nbody three\nlast\f"
            "S/2020/764\nbody four\nbody five\nbody six\nbody seven\nbody eight",
            ["S/2020/764"],
            "the running header is furniture, the same line in the masthead is the symbol",
        ),
        (
            "Letter\nx\fA/47/60\nEnglish\nPage 2\ny\fA/47/60\nEnglish\nPage 3\nz",
            ["A/47/60", "English", "Page 2", "A/47/60", "English", "Page 3"],
            "a running header of three lines",
        ),
        ("Letter\fAnnex 1\nfirst list\fAnnex 2\nsecond list", [], "headings numbered otherwise than pages"),
        ("Letter\f20-00407 (E)\nbody\f20-00407 (E)\nend", ["20-00407 (E)", "20-00407 (E)"], "a job number"),
        ("Page 2 of the agreement\nno pages here", [], "a text without pages has no page furniture"),
        ("Letter\nEnglish  Page 2\nbody\nEnglish  Page 3\nend", ["English  Page 2", "English  Page 3"],
         "no form feeds, but headers that number on"),
    ],
)  # fmt: skip
def test_page_furniture(text: str, furniture: list[str], reason: str) -> None:
    spans = repeated_lines(text, page_starts(text))
    assert [text[start:end] for start, end in spans] == furniture, reason


@pytest.mark.parametrize(
    ("text", "starts", "reason"),
    [
        ("a\fb\f", (0, 2), "an empty last page is none"),
        ("see\nPage 2\nof it", (), "one number proves nothing"),
        ("x\nPage 4\ny\nPage 2", (), "numbers that do not go on are references"),
        ("x\nPágina 2\ny\nPágina 3\nz", (0, 2, 13), "Spanish headers"),
    ],
)
def test_page_starts(text: str, starts: tuple[int, ...], reason: str) -> None:
    assert page_starts(text) == starts, reason


MARKDOWN = """---
title: "Syrian letters"
date: 2020-02-07
lang: en
---

On 7 January two [letters](https://undocs.org/S/2020/7 "Identical letters dated 2 January 2020") came.

> Sir, see [resolution 2139 (2014)](<https://undocs.org/en/S/RES/2139(2014)>) and [us](https://example.org/a(b)c).
"""


@pytest.mark.parametrize("name", ["post.md", "post.txt"])
def test_markdown(name: str) -> None:
    source = read_bytes(MARKDOWN.encode(), name)
    text = source.text
    assert source.format == "markdown"
    assert text == MARKDOWN, "offsets count into the file as it is"
    assert {f.field: f.value for f in source.findings if f.field != "link"} == {
        "page_title": "Syrian letters", "page_date": "2020-02-07", "page_language": "en",
    }  # fmt: skip
    assert [(f.value, text[f.start : f.end]) for f in source.findings if f.field == "link"] == [
        ("S/2020/7", "letters"), ("S/RES/2139(2014)", "resolution 2139 (2014)"),
    ]  # fmt: skip
    assert [text[start:end] for start, end in source.furniture] == [
        MARKDOWN[: MARKDOWN.index("\nOn 7")], "https://undocs.org/S/2020/7",
        "<https://undocs.org/en/S/RES/2139(2014)>", "https://example.org/a(b)c",
    ]  # fmt: skip


def test_a_rule_at_the_head_is_no_front_matter() -> None:
    assert read_bytes(b"---\n\nExcellency,\n\n---\n", "a.md").furniture == ()


@pytest.mark.parametrize(
    ("address", "symbol"),
    [
        ("https://undocs.org/en/S/RES/2139(2014)", "S/RES/2139(2014)"),
        ("https://docs.un.org/fr/A/74/976-S/2020/773", "A/74/976-S/2020/773"),
        ("https://undocs.org/S/RES/2533%20(2020)", "S/RES/2533(2020)"),
        ("http://www.un.org/Docs/journal/asp/ws.asp?m=A/62/667", None),
        ("https://www.un.org/ga/search/view_doc.asp?symbol=S/2008/55&Lang=E", "S/2008/55"),
        ("HTTPS://UNDOCS.ORG/S/2008/55", "S/2008/55"),
        ("https://undocs.org/", None),
        ("https://evil.example/undocs.org/S/2008/55", None),
        ("http://[broken", None),
    ],
)
def test_addresses_of_documents(address: str, symbol: str | None) -> None:
    assert symbol_of_address(address) == symbol


@settings(deadline=None)  # a library is imported, or LibreOffice started, on the first of its kind
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_give_a_source(data: bytes, name: str) -> None:
    source = read_bytes(data, name)
    assert unicodedata.is_normalized("NFC", source.text)
    assert "\r" not in source.text
    assert all(0 <= start < end <= len(source.text) for start, end in source.furniture)


@given(st.text(alphabet="ae\u0301\u0327 \u05d0\u0645\u0653", max_size=40), st.lists(st.integers(0, 40), max_size=6))
def test_offsets_survive_nfc(text: str, offsets: list[int]) -> None:
    ordered = sorted(min(offset, len(text)) for offset in offsets)
    normal, moved = normalize_with_offsets(text, ordered)
    assert unicodedata.is_normalized("NFC", normal)
    assert normal == unicodedata.normalize("NFC", text)
    assert moved == sorted(moved)
    assert all(0 <= offset <= len(normal) for offset in moved)


def test_spans_move_with_nfc() -> None:
    source = make_source(
        "a", "text", b"", "e\u0301e\u0301 S/1", findings=[Finding("link", "S/1", 5, 8)], furniture=[(0, 4)]
    )
    assert source.text[source.findings[0].start : source.findings[0].end] == "S/1"
    assert source.furniture == ((0, 2),)


def test_merge_spans() -> None:
    assert merge_spans([(4, 6), (0, 2), (2, 3), (5, 9), (7, 7)]) == ((0, 3), (4, 9))
