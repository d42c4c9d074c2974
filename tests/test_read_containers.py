"""Files, folders, archives, lists and records: what is found, in which order, and what hostile ones do (nothing)."""

from __future__ import annotations

import gzip
import io
import os
import random
import sys
import tarfile
import unicodedata
import zipfile
import zlib
from pathlib import Path

import pandas as pd
import pymarc
import pytest

from unanalysis.errors import InputError
from unanalysis.read import Limits, read_file, read_sources
from unanalysis.read.duplicates import mark_duplicates
from unanalysis.read.files import find_files
from unanalysis.read.options import Options
from unanalysis.read.stream import read_path, read_stream
from unanalysis.types import Source

SMALL = Limits(file_bytes=2**20, archive_bytes=4 * 2**20, archive_files=50)


def read(data: bytes, name: str, limits: Limits | None = None) -> list[Source]:
    return list(read_stream(io.BytesIO(data), name, Options(limits=limits or Limits())))


def short(value: object) -> str:
    """A name for a case: bytes would make long ones."""
    return value if isinstance(value, str) else type(value).__name__


def paths(sources: list[Source], root: Path) -> list[str]:
    return [Path(source.path).relative_to(root).as_posix() for source in sources]


def severities(sources: list[Source]) -> list[str]:
    return [problem.severity for source in sources for problem in source.problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.md", "sub/.hidden.txt", "z.html", "sub/~$c.docx"):
        place = tmp_path / "letters" / name
        place.parent.mkdir(exist_ok=True, parents=True)
        place.write_text(f"Letter {name}", encoding="utf-8")
    return tmp_path / "letters"


# ---- Paths -----------------------------------------------------------------------------------------------------------


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


# ---- Archives --------------------------------------------------------------------------------------------------------


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


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


# ---- Lists -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "encoding", "texts", "reason"),
    [
        ("symbol,text\nS/2014/136,Letter\n", "utf-8", ["Letter"], "commas"),
        ("Cote;Date;Texte\nS/2014/136;2014-02-28;Résolution\n", "cp1252", ["Résolution"], "what Excel writes in Paris"),
        ("Символ\tТекст\nS/2014/136\tПисьмо\n", "utf-16", ["Письмо"], "tabs, UTF-16"),
        ('text\n"Letter\nof two lines"\n', "utf-8-sig", ["Letter\nof two lines"], "line ends in a cell"),
        (
            "symbol,title\nS/2014/136,Letter dated\n",
            "utf-8",
            ["S/2014/136\nLetter dated\n"],
            "known by its title alone",
        ),
        ("id,text\n1,\n2,nan\n3,Letter\n", "utf-8", ["Letter"], "rows without anything are no letters"),
    ],
)
def test_lists(text: str, encoding: str, texts: list[str], reason: str) -> None:
    assert [source.text for source in read(text.encode(encoding), "l.csv")] == texts, reason


def test_findings_of_a_list() -> None:
    (source,) = read(b"Symbol,Date,Title,Language\nS / 2014/136,2014-02-28,Letter,en\n", "l.csv")
    assert [(f.field, f.value) for f in source.findings] == [
        ("symbol", "S/2014/136"), ("date", "2014-02-28"), ("language", "en"), ("title", "Letter"),
    ]  # fmt: skip
    assert source.path == "l.csv/S_2014_136"


def test_mapping(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text("Ref,Wortlaut\nS/2014/136,Letter\n", encoding="utf-8")
    (source,) = read_sources(tmp_path / "l.csv", mapping={"symbol": "Ref", "text": "Wortlaut"})
    assert (source.text, source.findings[0].value) == ("Letter", "S/2014/136")
    (source,) = read_sources(tmp_path / "l.csv")
    assert "mapping=" in source.problems[0].message
    (source,) = read_sources(tmp_path / "l.csv", mapping={"text": "Text"})
    assert "there are: Ref, Wortlaut" in source.problems[0].message


def test_lists_of_files(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    here = tmp_path / "letters"
    here.mkdir()
    (here / "a.txt").write_text("Letter", encoding="utf-8")
    rows = [("S/2014/1", "a.txt"), ("S/2014/2", "../secret.txt"), ("S/2014/3", "gone.txt"), ("S/2014/4", "l.csv")]
    (here / "l.csv").write_text("symbol,file\n" + "".join(f"{a},{b}\n" for a, b in rows), encoding="utf-8")
    sources = list(read_sources(here / "l.csv"))
    assert [source.text for source in sources] == ["Letter", "", "", ""]
    assert ("symbol", "S/2014/1") in [(f.field, f.value) for f in sources[0].findings]
    assert ["outside" in s.problems[0].message for s in sources[1:]] == [True, False, False]
    data = zipped({"l.csv": (here / "l.csv").read_bytes(), "a.txt": b"Letter"})
    assert "unpack the archive" in str(read(data, "l.zip")[1].problems)


def test_workbooks_and_frames(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"Symbol": ["S/2014/1", None], "Date": pd.to_datetime(["2014-02-28", None]), "Text": ["Letter", "Another"]}
    )
    frame.to_excel(tmp_path / "l.xlsx", index=False)
    for sources in (list(read_sources(tmp_path / "l.xlsx")), list(read_sources(frame))):
        assert [source.text for source in sources] == ["Letter", "Another"]
        assert [(f.field, f.value) for f in sources[0].findings] == [("symbol", "S/2014/1"), ("date", "2014-02-28")]
        assert sources[1].findings == (), "what is missing is missing"


def test_addresses() -> None:
    fsspec = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    store.pipe({"/letters/b.txt": b"B", "/letters/sub/a.txt": b"A"})
    assert [s.text for s in read_sources("memory://letters")] == ["B", "A"]
    with pytest.raises(InputError, match="nothing to read"):
        list(read_sources("memory://nothing"))
    sources = list(read_sources(["unknownscheme://x", "memory://letters/b.txt"]))
    assert [source.text for source in sources] == ["", "B"]


# ---- Records ---------------------------------------------------------------------------------------------------------


def record(*fields: tuple[str, str, str]) -> pymarc.Record:
    made = pymarc.Record(to_unicode=True, force_utf8=True)
    made.add_field(pymarc.Field(tag="001", data="767123"))
    for tag, code, value in fields:
        made.add_field(
            pymarc.Field(tag=tag, indicators=pymarc.Indicators(" ", " "), subfields=[pymarc.Subfield(code, value)])
        )
    return made


FIELDS = (
    ("041", "a", "eng"), ("191", "a", "A/68/1"), ("191", "a", "S/2014/136"), ("191", "b", "S/"), ("191", "c", "69"),
    ("245", "a", "Letter dated 28 February 2014 from the Permanent Representative of Ukraine /"),
    ("269", "a", "20140228"), ("992", "a", "2014-02-28"), ("500", "a", "Original: Russian."),
    ("520", "a", "On Crimea."),
    ("650", "a", "UKRAINE SITUATION"), ("700", "a", "Sergeyev, Yuriy"), ("710", "a", "Ukraine."),
    ("991", "b", "14"), ("993", "a", "S/2014/135"),
)  # fmt: skip
EXPECTED = [
    ("symbol", "A/68/1"), ("symbol", "S/2014/136"), ("issued", "2014-02-28"), ("date", "2014-02-28"),
    ("title", "Letter dated 28 February 2014 from the Permanent Representative of Ukraine"),
    ("note", "Original: Russian."),
    ("summary", "On Crimea."), ("organ", "S"), ("session", "69"), ("language", "en"), ("original_language", "ru"),
    ("subject", "UKRAINE SITUATION"), ("person", "Sergeyev, Yuriy"), ("body", "Ukraine."), ("agenda_item", "14"),
    ("link", "S/2014/135"),
]  # fmt: skip


def exports() -> list[tuple[str, bytes]]:
    """The same record as the library writes it in each of its three forms."""
    made = record(*FIELDS)
    xml = (
        b'<?xml version="1.0"?><collection xmlns="http://www.loc.gov/MARC21/slim">'
        + pymarc.record_to_xml(made)
        + b"</collection>"
    )
    names = dict.fromkeys(f"{tag}__{code}" for tag, code, _ in FIELDS)
    cells = (" || ".join(value for tag, code, value in FIELDS if f"{tag}__{code}" == name) for name in names)
    table = pd.DataFrame([["767123", *cells]], columns=["001", *names]).to_csv(index=False)
    return [("r.xml", xml), ("r.mrc", made.as_marc()), ("r.csv", table.encode())]


@pytest.mark.parametrize(("name", "data"), exports(), ids=["marcxml", "marc", "csv"])
def test_records(name: str, data: bytes) -> None:
    (source,) = read(data, name)
    assert source.path == f"{name}/767123"
    assert [(f.field, f.value) for f in source.findings] == EXPECTED
    for finding in source.findings:
        if finding.field in ("title", "note", "summary"):
            assert source.text[finding.start : finding.end].startswith(finding.value)
    assert source.text.startswith("A/68/1\nS/2014/136\n")


def test_malformed_records() -> None:
    (name, data), *_ = exports()
    half = data.replace(b"</collection>", data[data.index(b"<record") : data.index(b"</record>") - 30])
    sources = read(half, name)
    assert sources[0].findings[0].value == "A/68/1", "what stands before the break is read"
    (nothing,) = read(b'<collection xmlns="http://www.loc.gov/MARC21/slim"></collection>', name)
    assert "no records" in nothing.problems[0].message
    bomb = b'<!DOCTYPE a [<!ENTITY a "SECRET"><!ENTITY b "&a;&a;">]>' + data.split(b"?>")[1].replace(
        b"On Crimea.", b"&b;"
    )
    assert all("SECRET" not in source.text for source in read(bomb, name))


# ---- Duplicates ------------------------------------------------------------------------------------------------------

WORDS = [f"word{zlib.crc32(str(number).encode()) % 997}" for number in range(400)]


def text_source(name: str, words: list[str]) -> Source:
    (source,) = read(" ".join(words).encode(), name)
    return source


@pytest.mark.parametrize(
    ("words", "severity", "reason"),
    [
        (WORDS, "warning", "the same file under another name"),
        ([word.upper() for word in WORDS], "warning", "the same words"),
        ([*WORDS[:200], "other", *WORDS[201:]], "note", "one word in 400 differs"),
        ([*WORDS, *WORDS[:20]], "note", "a little more at the end"),
        ([*WORDS[:200], *(word[::-1] for word in WORDS[200:])], None, "half of it is another letter"),
        ([word[::-1] for word in WORDS], None, "another letter"),
    ],
)
def test_duplicates(words: list[str], severity: str | None, reason: str) -> None:
    first, second = mark_duplicates([text_source("a.txt", WORDS), text_source("b.txt", words)])
    assert first.problems == ()
    assert [problem.severity for problem in second.problems] == ([severity] if severity else []), reason
    assert all("'a.txt'" in problem.message for problem in second.problems)


def test_short_texts_are_no_duplicates() -> None:
    sources = mark_duplicates([text_source("a.txt", WORDS[:10]), text_source("b.txt", ["X", *WORDS[:10]])])
    assert all(not source.problems for source in sources)


def test_texts_of_many_lengths_are_compared_with_all_before() -> None:
    """Texts are looked at in batches and long ones in pieces, neither of which may be seen."""
    long = [f"{word}{number}" for number in range(60) for word in WORDS]
    others = [text_source(f"{number}.txt", [f"{number}{word}" for word in WORDS]) for number in range(100)]
    again = [text_source("b.txt", WORDS), text_source("long-2.txt", [*long, "more"]), text_source("c.txt", ["x"])]
    sources = [text_source("a.txt", WORDS), text_source("long-1.txt", long), *others, *again]
    assert sum(len(source.text) for source in sources[:2]) > 2**17, "longer than a piece"
    assert [source.path for source in mark_duplicates(sources) if source.problems] == ["b.txt", "long-2.txt"]


# ---- Anything at all -------------------------------------------------------------------------------------------------

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
