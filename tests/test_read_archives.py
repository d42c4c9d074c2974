"""Archives: what is found in them, and what hostile ones do (nothing)."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
from pathlib import Path

import pytest

from tests.sources import SMALL, read, severities, short, zipped
from unanalysis.read import read_sources


def tarred(files: dict[str, bytes], mode: str = "w:gz") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return buffer.getvalue()


FILES = {"b.txt": b"B", "sub/a.txt": b"A", "__MACOSX/._b.txt": b"x", "sub/.DS_Store": b"x"}


@pytest.mark.parametrize(
    ("data", "name", "expected", "reason"),
    [
        (zipped(FILES), "l.zip", ["l.zip/b.txt", "l.zip/sub/a.txt"], "a zip, without what macOS adds"),
        (tarred(FILES), "l.tar.gz", ["l.tar.gz/b.txt", "l.tar.gz/sub/a.txt"], "a tar; links in it are passed over"),
        (tarred(FILES, "w"), "l.tar", ["l.tar/b.txt", "l.tar/sub/a.txt"], "a tar that is not packed"),
        (tarred(FILES), "l", ["l/b.txt", "l/sub/a.txt"], "by content alone"),
        (zipped({"in.zip": zipped(FILES)}), "l.zip", ["l.zip/in.zip/b.txt", "l.zip/in.zip/sub/a.txt"], "nested"),
        (gzip.compress(b"B"), "b.txt.gz", ["b.txt"], "a single file"),
        (zipped({"../../b.txt": b"B"}), "l.zip", ["l.zip/b.txt"], "a name that climbs out"),
        (zipped({"/etc/b.txt": b"B"}), "l.zip", ["l.zip/etc/b.txt"], "a name from the root"),
    ],
    ids=short,
)
def test_archives(data: bytes, name: str, expected: list[str], reason: str) -> None:
    sources = read(data, name)
    assert [source.path for source in sources] == expected, reason
    assert all(source.text in ("A", "B") for source in sources), reason


def test_names_that_climb_are_said_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "l.zip").write_bytes(zipped({"../../evil.txt": b"B"}))
    (source,) = read_sources(tmp_path / "in")
    assert "outside the archive" in source.problems[0].message
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "l.zip"]


def lying(declared: int, data: bytes) -> bytes:
    """A zip whose one entry says it is smaller than it is."""
    packed = bytearray(zipped({"a.txt": data}))
    real = len(data).to_bytes(4, "little")
    return bytes(packed.replace(real, declared.to_bytes(4, "little")))


@pytest.mark.parametrize(
    ("data", "name", "words", "reason"),
    [
        (zipped({"a.txt": bytes(3 * 2**20)}), "l.zip", "times its size", "a bomb: one entry of zeros"),
        (zipped({"a.txt": os.urandom(2**20 + 9)}), "l.zip", "unpack to 1 MB", "an entry that is too large"),
        (
            zipped({f"{n}.txt": os.urandom(2**20 - 9) for n in range(6)}),
            "l.zip",
            "more than",
            "many entries, too much together",
        ),
        (zipped({f"{n}.txt": b"x" for n in range(60)}), "l.zip", "more than 50 files", "too many entries"),
        (
            zipped({"a.zip": zipped({"b.zip": zipped({"c.zip": zipped({"d.zip": zipped({"e.txt": b"x"})})})})}),
            "l.zip",
            "deep",
            "too deep",
        ),
        (gzip.compress(b"x" * (3 * 2**20)), "a.txt.gz", "larger than 1 MB", "a bomb of gzip"),
        (tarred({"a.txt": bytes(2**20 + 1)}), "a.tgz", "unpack to 1 MB", "a bomb of tar"),
        (lying(10, b"x" * 4096), "l.zip", "could not be unpacked", "an entry that lies about its size"),
        (zipped({"a.txt": b"x" * 5000})[:-40], "l.zip", "read as zip", "cut off"),
        (zipped({}), "l.zip", "no files", "empty"),
        (
            zipped({"[Content_Types].xml": b"", "word/document.xml": bytes(3 * 2**20)}),
            "a.docx",
            "unpack to 3 MB",
            "a Word bomb",
        ),
    ],
    ids=short,
)
def test_hostile_archives(data: bytes, name: str, words: str, reason: str) -> None:
    sources = read(data, name, SMALL)
    assert "error" in severities(sources), reason
    assert any(words in problem.message for source in sources for problem in source.problems), reason


def test_a_quine_of_archives_ends() -> None:
    data = zipped({"a.txt": b"x"})
    for _ in range(20):
        data = zipped({"a.zip": data, "b.zip": data})
    sources = read(data, "l.zip", SMALL)
    assert len(sources) <= 51


def test_the_rest_of_an_archive_is_read() -> None:
    data = zipped({"a.txt": b"A", "b.pdf": b"%PDF-broken", "c.txt": b"", "d.zip": b"PK\x05\x06", "e.txt": b"E"})
    assert [source.text for source in read(data, "l.zip")] == ["A", "", "", "", "E"]


def test_encrypted_entries_are_said() -> None:
    data = bytearray(zipped({"a.txt": b"A"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (source,) = read(bytes(data), "l.zip")
    assert "password" in source.problems[0].message
