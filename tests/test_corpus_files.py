"""A corpus written and read again is the same, whatever its cells hold."""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pandas.testing import assert_frame_equal

from tests.corpora import corpora, corpus
from unanalysis.corpus import SCHEMA, Corpus, read_corpus, write_corpus
from unanalysis.errors import InputError, MissingDependencyError

FORMATS = ["csv", "jsonl", "parquet"]


def assert_same(one: Corpus, other: Corpus) -> None:
    for name in SCHEMA:
        assert_frame_equal(getattr(one, name), getattr(other, name))
    assert (one.filters, one.expression) == (other.filters, other.expression)


@pytest.mark.parametrize("format", FORMATS)
@given(made=corpora())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_cells_hold_comes_back(format, made):
    with tempfile.TemporaryDirectory() as folder:
        assert_same(read_corpus(write_corpus(made, folder, format)), made)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("made", [Corpus.empty(), corpus(), corpus().where(language="fr")], ids=["none", "all", "some"])
def test_corpora_come_back(tmp_path, format, made):
    folder = write_corpus(made, tmp_path / "new" / "tables", format=format)
    assert_same(read_corpus(folder), made)
    assert {file.name for file in folder.iterdir()} == {"corpus.json", *(f"{name}.{format}" for name in SCHEMA)}


def test_tables_of_an_earlier_call_are_replaced_and_nothing_else(tmp_path):
    (tmp_path / "notes.csv").write_text("mine", encoding="utf-8")
    write_corpus(corpus(), tmp_path, "csv")
    write_corpus(corpus().where(language="fr"), tmp_path, "jsonl")
    assert len(read_corpus(tmp_path)) == 1
    assert {file.name for file in tmp_path.glob("*.csv")} == {"notes.csv"}


def test_what_cannot_be_written_leaves_the_old_tables(tmp_path, monkeypatch):
    write_corpus(corpus(), tmp_path)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("json.dumps", full)  # CSV is all written by then, JSON Lines is not
    for format in ("csv", "jsonl"):
        with pytest.raises(InputError, match="No space"):
            write_corpus(corpus().where(language="fr"), tmp_path, format)
    monkeypatch.undo()
    assert len(read_corpus(tmp_path)) == len(corpus())
    assert not list(tmp_path.glob(".writing-*"))


def test_dates_and_missing_values_read_well_in_plain_files(tmp_path):
    write_corpus(corpus(), tmp_path, "jsonl")
    first = json.loads((tmp_path / "letters.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert (first["date"], first["start"], first["place"]) == ("2014-02-28", 0, None)
    write_corpus(corpus(), tmp_path, "csv")
    assert "2014-02-28" in (tmp_path / "letters.csv").read_text(encoding="utf-8-sig")


def damaged(tmp_path: Path, change) -> Path:
    folder = write_corpus(corpus(), tmp_path)
    change(folder)
    return folder


DAMAGE = [
    ("no folder", shutil.rmtree, "read_letters"),
    ("no corpus in it", lambda folder: (folder / "corpus.json").unlink(), "read_letters"),
    ("a table is gone", lambda folder: (folder / "letters.csv").unlink(), "letters.csv"),
    ("a table is cut", lambda folder: (folder / "mentions.csv").write_text("letter_id\n"), "mentions.csv"),
    ("no JSON", lambda folder: (folder / "corpus.json").write_text("{"), "corpus.json"),
    ("other JSON", lambda folder: (folder / "corpus.json").write_text("[]"), "corpus.json"),
    ("not in UTF-8", lambda folder: (folder / "letters.csv").write_bytes(b"\xff\xfe\x00"), "letters.csv"),
]


@pytest.mark.parametrize(("change", "named"), [case[1:] for case in DAMAGE], ids=[case[0] for case in DAMAGE])
def test_what_is_damaged_is_named(tmp_path, change, named):
    with pytest.raises(InputError, match=named) as raised:
        read_corpus(damaged(tmp_path / "tables", change))
    assert "Hint: " in str(raised.value)


def test_places_and_formats_that_do_not_work(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="folder of your own"):
        write_corpus(corpus(), tmp_path / "file")
    with pytest.raises(InputError, match="csv, jsonl or parquet"):
        write_corpus(corpus(), tmp_path, "xlsx")
    made = corpus()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingDependencyError, match="pip install"):
        write_corpus(made, tmp_path, "parquet")
