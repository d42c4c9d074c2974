"""What the explorer hands out: files, tables in place of widgets, and its own script."""

import io
import subprocess
import zipfile

import pandas as pd
import pytest

import unanalysis as un
from tests.corpora import readings
from unanalysis.corpus import SCHEMA, build
from unanalysis.errors import InputError
from unanalysis.explorer.export import EXPORTS, exported
from unanalysis.explorer.modules import script, style


@pytest.mark.parametrize("name", [name for name in EXPORTS if name != "report.html"])
def test_every_export_is_a_file_of_its_kind(letters, name):
    data = exported(letters.where(addressee="S"), name)
    beginnings = {
        "xlsx": b"PK",
        "zip": b"PK",
        "gexf": b"<?xml",
        "graphml": b"<?xml",
        "svg": b"<?xml",
        "png": b"\x89PNG",
    }
    assert data.startswith(beginnings[name.rpartition(".")[2]])


def test_the_tables_come_back(letters):
    with zipfile.ZipFile(io.BytesIO(exported(letters, "tables.zip"))) as archive:
        for table in SCHEMA:
            frame = pd.read_csv(archive.open(f"{table}.csv"), dtype="str", keep_default_na=False, na_values=[""])
            assert len(frame) == len(getattr(letters, table))
    sheets = pd.read_excel(io.BytesIO(exported(letters, "tables.xlsx")), sheet_name=None, dtype="str")
    assert list(sheets) == list(SCHEMA)
    assert sheets["letters"]["title"].dropna().tolist() == letters.letters["title"].dropna().tolist()


def test_a_cell_of_a_sheet_is_no_formula():
    corpus = build(readings())
    documents = corpus.documents.assign(path='=HYPERLINK("http://example.org")')
    frames = {name: getattr(corpus, name) for name in SCHEMA} | {"documents": documents}
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(exported(un.Corpus(**frames), "tables.xlsx")))
    column = [cell for row in book["documents"].iter_rows(min_row=2) for cell in row if str(cell.value).startswith("=")]
    assert column
    assert {cell.data_type for cell in column} == {"s"}


def test_an_unknown_export_is_said(letters):
    with pytest.raises(InputError, match=r"tables\.xlsx"):
        exported(letters, "tables.doc")


def test_without_a_kernel_a_table_stands_in_the_widget_s_place(letters):
    view = un.explore(letters)
    view.choose(addressee="S")
    data, _ = view._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    assert "<table>" in data["text/html"]
    assert "addressed to Security Council (S)" in data["text/html"]
    data, _ = un.show_letter(letters, "ar-A-74-9976-S-2020-9773")._repr_mimebundle_()
    assert 'dir="rtl"' in data["text/html"]


def test_what_letters_say_is_never_markup():
    corpus = build(readings())
    evil = "<img src=x onerror=alert(1)>"
    frames = {name: getattr(corpus, name) for name in SCHEMA}
    frames["letters"] = frames["letters"].assign(title=evil)
    frames["parties"] = frames["parties"].assign(entity=evil, name=evil)
    evil_corpus = un.Corpus(**frames)
    letter = evil_corpus.letters["letter_id"].iloc[0]
    for widget in (un.explore(evil_corpus), un.show_letter(evil_corpus, letter)):
        assert "<img" not in widget._repr_mimebundle_()[0]["text/html"]


@pytest.mark.parametrize("name", ["explorer", "letter", "network", "table", "bars", "matrix"])
def test_modules_put_together_are_one_script(node, tmp_path, name):
    """No two files declare one name, and nothing is left of import and export but what the widget exports."""
    path = tmp_path / "whole.mjs"
    path.write_text(script(name), encoding="utf-8")
    done = subprocess.run([node, "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "\nimport " not in script(name)
    assert script(name).count("\nexport ") == (1 if name in ("explorer", "letter") else 0)
    for asset in (script(name), style("network", "explore")):
        assert "http://" not in asset.replace("http://www.w3.org/2000/svg", "")
        assert "https://" not in asset
