"""Paths, folders, patterns and addresses: which files are found, in which order, and what is said of the others."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.sources import SMALL, read, severities, short
from unanalysis.errors import InputError
from unanalysis.read import read_file, read_sources
from unanalysis.read.files import find_files
from unanalysis.read.options import Options
from unanalysis.read.stream import read_path
from unanalysis.types import Source


def paths(sources: list[Source], root: Path) -> list[str]:
    return [Path(source.path).relative_to(root).as_posix() for source in sources]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.md", "sub/.hidden.txt", "z.html", "sub/~$c.docx"):
        place = tmp_path / "letters" / name
        place.parent.mkdir(exist_ok=True, parents=True)
        place.write_text(f"Letter {name}", encoding="utf-8")
    return tmp_path / "letters"


@pytest.mark.parametrize(
    ("given", "expected", "reason"),
    [
        (
            [""],
            ["a.txt", "b.txt", "z.html", "sub/c.md"],
            "a folder with the folders in it, sorted, without hidden files",
        ),
        (["b.txt"], ["b.txt"], "a file"),
        (["*.txt"], ["a.txt", "b.txt"], "a pattern"),
        (["**/*.md"], ["sub/c.md"], "a pattern over folders"),
        (["b.txt", ""], ["b.txt", "a.txt", "z.html", "sub/c.md"], "each file once, in the order given"),
        (["sub/.hidden.txt"], ["sub/.hidden.txt"], "a hidden file that is named itself"),
    ],
)
def test_paths(folder: Path, given: list[str], expected: list[str], reason: str) -> None:
    assert paths(list(read_sources([folder / name for name in given])), folder) == expected, reason
    assert paths(list(read_sources([str(folder / name) for name in given])), folder) == expected, "as text too"


@pytest.mark.parametrize(
    ("name", "words", "reason"),
    [
        ("c.txt", "did you mean", "a near name"),
        ("nowhere/at/all.txt", "check the path", "no such folder either"),
        ("*.pdf", "pattern", "a pattern that nothing fits"),
        ("a\0b", "no file or folder", "a name that no file can have"),
    ],
)
def test_missing_paths(folder: Path, name: str, words: str, reason: str) -> None:
    missing = f"{folder}/{name}"
    with pytest.raises(InputError, match=words):
        list(read_sources(missing))
    sources = list(read_sources([missing, folder / "a.txt"]))
    assert [source.text for source in sources] == ["", "Letter a.txt"], "among others it is a problem, no exception"
    assert words in sources[0].problems[0].message, reason


def test_empty_folder(tmp_path: Path) -> None:
    (source,) = read_sources(tmp_path)
    assert "holds no files" in source.problems[0].message


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_what_unanalysis_wrote_beside_letters_is_no_letter(folder: Path) -> None:
    """Else each letter would come again, out of its own report and its row in the tables."""
    import unanalysis as un

    before = un.read_letters(folder)
    un.write_report(before, folder / "report.html")
    un.write_corpus(before, folder / "tables")
    after = un.read_letters(folder)
    assert after.letters["letter_id"].tolist() == before.letters["letter_id"].tolist()
    added = after.problems[~after.problems["message"].isin(before.problems["message"])]
    assert added["severity"].tolist() == ["note", "note"]
    with pytest.raises(InputError, match="Hint: read them with read_corpus"):
        un.read_letters(folder / "tables")
    (folder / "corpus.json").write_text("{}", encoding="utf-8")  # somebody's own
    assert len(un.read_letters(folder).documents) > len(before.documents)


def test_links(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self").symlink_to(folder / "self")
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    sources = list(read_sources(folder))
    assert sum(source.path.endswith("a.txt") for source in sources) == 1, "a loop of folders is walked once"
    assert len([s for s in sources if "leads nowhere" in "".join(p.message for p in s.problems)]) == 2


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is unreadable to this user")
def test_unreadable(folder: Path) -> None:
    (folder / "sub").chmod(0)
    (folder / "a.txt").chmod(0)
    sources = list(read_sources(folder))
    (folder / "sub").chmod(0o755)
    assert severities(sources) == ["error", "error"]
    assert any(source.text == "Letter b.txt" for source in sources)


def test_files_that_vanish(folder: Path) -> None:
    found = [file for file in find_files([folder]) if isinstance(file, Path)]
    (folder / "b.txt").unlink()
    sources = [source for file in found for source in read_path(file, Options())]
    assert severities(sources) == ["error"]
    assert (sources[0].text, sources[-1].text) == ("Letter a.txt", "Letter sub/c.md")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are of Unix")
def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert severities(list(read_sources(tmp_path))) == ["error"]


@pytest.mark.parametrize(
    ("data", "name", "words", "reason"),
    [
        (b"", "a.txt", "empty", "0 bytes"),
        (b"\x00" * 5000, "a.pdf", "empty", "nothing but zeros"),
        (b"x" * (2**20 + 1), "a.txt", "larger than 1 MB", "too large"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, "a.bin", "no format", "a program"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "letter.pdf", "picture", "a picture that is called a PDF"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            "password",
            "locked Word file",
        ),
        (b"PK\x03\x04" + b"\x00" * 100, "a.docx", "could not be read as docx", "half a Word file"),
    ],
    ids=short,
)
def test_what_cannot_be_read_is_said(data: bytes, name: str, words: str, reason: str) -> None:
    (source,) = read(data, name, SMALL)
    assert source.text == "", reason
    assert words in source.problems[0].message, reason
    assert source.problems[0].severity == "error", reason


@pytest.mark.parametrize(
    ("data", "name", "format", "reason"),
    [
        (b"Letter", "letter.pdf", "text", "a text that is called a PDF"),
        (b"Letter", "letter", "text", "no ending"),
        (b"Letter", "letter.2014", "text", "an ending that says nothing"),
        (b"<html><p>Letter", "letter.txt", "html", "a web page saved as text"),
        (b"From: a@b.c\nTo: d@e.f\nSubject: x\n\nLetter", "letter.txt", "mail", "a mail saved as text"),
        (b"From: the Permanent Representative\n\nLetter", "letter.txt", "text", "a letter that begins like a mail"),
        (b"\xff\xfe" + "Letter".encode("utf-16-le"), "letter", "text", "UTF-16 without an ending"),
    ],
    ids=short,
)
def test_formats_by_content(data: bytes, name: str, format: str, reason: str) -> None:
    (source,) = read(data, name)
    assert source.format == format, reason
    assert "Letter" in source.text, reason


def test_one_document_a_file(folder: Path) -> None:
    assert read_file(folder / "a.txt").text == "Letter a.txt"
    (folder / "two.csv").write_text("text\na\nb\n", encoding="utf-8")
    with pytest.raises(InputError, match="several documents"):
        read_file(folder / "two.csv")
    with pytest.raises(InputError, match="did you mean"):
        read_file(folder / "aa.txt")


def test_addresses() -> None:
    fsspec = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    store.pipe({"/letters/b.txt": b"B", "/letters/sub/a.txt": b"A"})
    assert [s.text for s in read_sources("memory://letters")] == ["B", "A"]
    with pytest.raises(InputError, match="nothing to read"):
        list(read_sources("memory://nothing"))
    sources = list(read_sources(["unknownscheme://x", "memory://letters/b.txt"]))
    assert [source.text for source in sources] == ["", "B"]
