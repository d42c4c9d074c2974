"""PDF: reading order, hyphens, pages, Arabic in the shapes of its letters, and scans."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from tests.sources import BODY, column, pdf, short
from unanalysis.read import read_bytes
from unanalysis.read.garbled import garbled
from unanalysis.read.options import Options
from unanalysis.read.stream import read_stream


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
        (pdf(BODY)[:400], "error)). Hint", "cut off; its reason ends in a full stop, which the sentence has already"),
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
