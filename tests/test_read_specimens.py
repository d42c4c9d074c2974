"""The specimens of every format: the same letter in each, made by a script, and what damage does to them."""

from __future__ import annotations

import io
import random
import unicodedata
from pathlib import Path

import pytest

from tests.sources import ROOT, SMALL, read, words
from tools import make_specimens as specimens
from unanalysis.read import read_file, read_sources
from unanalysis.read.options import Options
from unanalysis.read.stream import read_stream


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


SPECIMENS = sorted(
    path
    for path in (Path(__file__).resolve().parent.parent / "data" / "formats").iterdir()
    if path.name[:3] in ("fr-", "lis", "rec", "let")
)


@pytest.mark.parametrize(
    "path", [path for path in SPECIMENS if path.suffix not in (".doc", ".odt", ".rtf")], ids=lambda p: p.name
)
def test_damaged_specimens_never_raise(path: Path) -> None:
    chance = random.Random(7)
    data = path.read_bytes()
    for _ in range(25):
        broken = bytearray(data)
        for _ in range(chance.randrange(1, 20)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        if chance.random() < 0.3:
            del broken[chance.randrange(len(broken)) :]
        sources = read(bytes(broken), path.name, SMALL)
        assert sources
        for source in sources:
            assert source.text or source.problems
            assert unicodedata.is_normalized("NFC", source.text)
            spans = [*source.furniture, *((f.start, f.end) for f in source.findings if f.start is not None)]
            assert all(0 <= start <= end <= len(source.text) for start, end in spans)
