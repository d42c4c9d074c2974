"""Lists with a letter in each row: CSV, workbooks, frames."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tests.sources import read, zipped
from unanalysis.read import read_sources


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
