"""The same letter in every format gives the same letters, parties and mentions.

Each format is held against plain text; since sameness passes on, any two formats then agree with one another.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tools import make_specimens as specimens
from unanalysis.parse import parse_source
from unanalysis.read.options import Options
from unanalysis.read.stream import read_stream
from unanalysis.types import Letter, Source

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ("txt", "md", "html", "docx", "pdf", "eml", "xml")
# Words that plain text breaks at line ends with a hyphen, which a PDF of the same lines mends: it finds more.
HYPHENATED = {"ru-S-29962", "ru-prezident-tadzhikistan-2018"}


def said(letter: Letter) -> dict[str, object]:
    """All that is known of a letter but its places, and what of it stands where it stands in a text."""
    facts = {
        name: getattr(letter, name) for name in Letter._fields if name not in ("start", "end", "parties", "mentions")
    }
    facts["parties"] = sorted(f"{p.role} {p.entity} {p.entity_kind} {p.capacity} {p.name}" for p in letter.parties)
    facts["mentions"] = [(m.kind, m.target, m.date) for m in sorted(letter.mentions, key=lambda m: (m.start, m.kind))]
    return facts


def document(data: bytes, format: str) -> Source:
    """The letter of a file; of a mail that is its attachment."""
    return list(read_stream(io.BytesIO(data), f"letter.{format}", Options()))[-1]


def letters(source: Source, language: str) -> list[dict[str, object]] | None:
    """What a file says; None for Arabic of which the reader says itself that it is doubtful."""
    doubted = any(problem.severity == "warning" and "Arabic" in problem.message for problem in source.problems)
    if doubted and language == "ar" and source.format == "pdf":
        return None
    return [said(letter) for letter in parse_source(source).letters]


def texts() -> list[Path]:
    return sorted((ROOT / "data" / "letters").glob("*.txt"))


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.stem)
def test_every_letter_in_every_format(path: Path) -> None:
    language = path.name[:2]
    blocks = specimens.blocks_of(path.read_text(encoding="utf-8"))
    plain = letters(document(specimens.make(blocks, "txt", language), "txt"), language)
    assert plain is not None
    for format in FORMATS[1:]:
        if format == "pdf" and path.stem in HYPHENATED:
            continue
        found = letters(document(specimens.make(blocks, format, language), format), language)
        assert found in (plain, None), format


@pytest.mark.parametrize("format", specimens.OFFICE)
@pytest.mark.parametrize("language", specimens.LANGUAGES)
def test_older_office_formats(language: str, format: str, soffice: str) -> None:
    stem = ROOT / "data" / "formats" / f"{language}-{specimens.STEM}"
    read = [letters(document(stem.with_suffix(f".{each}").read_bytes(), each), language) for each in ("txt", format)]
    assert read[0]
    assert read[0] == read[1]


def test_arabic_in_a_pdf_is_warned_of_or_right() -> None:
    stem = ROOT / "data" / "formats" / f"ar-{specimens.STEM}"
    assert letters(document(stem.with_suffix(".pdf").read_bytes(), "pdf"), "ar") is None
