"""The tables: how they are built, what they must look like, and that nobody changes them."""

import pickle
import warnings

import pandas as pd
import pytest
from hypothesis import given, settings
from pandas.testing import assert_frame_equal

from tests.corpora import COUNCIL, UKRAINE, corpora, corpus, letter, readings, source
from unanalysis.corpus import SCHEMA, Corpus, build
from unanalysis.errors import SchemaError
from unanalysis.types import Problem, Reading


def assert_in_form(corpus: Corpus) -> None:
    for name, schema in SCHEMA.items():
        frame = getattr(corpus, name)
        assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == schema
        assert list(frame.columns) == list(schema)
        assert isinstance(frame.index, pd.RangeIndex)
        assert not frame.eq("").any(axis=None)


@pytest.mark.parametrize("made", [Corpus.empty, Corpus, corpus, lambda: build([])])
def test_tables_have_the_columns_of_their_schema(made):
    assert_in_form(made())


@given(corpora())
@settings(deadline=None)
def test_whatever_the_cells_hold(made):
    assert_in_form(made)
    assert_in_form(made.where("language == 'fr'"))
    assert made._repr_html_().startswith("<div")
    assert repr(made).startswith("Corpus of ")


def test_ids_and_works():
    letters = corpus().letters
    assert dict(zip(letters["letter_id"], letters["work_id"], strict=True)) == {
        "S_2014_136": "S/2014/136",
        "S_2014_136/annex-1": "S/2014/136/annex-1",
        "S_2014_136_F": "S/2014/136",
        "note#ar": "note",
        "note#en": "note",
        "note-2": "A/74/976-S/2020/773",
    }
    assert letters["parent_id"].dropna().tolist() == ["S_2014_136"]
    assert letters["agenda_items"].dropna().tolist() == ["33; 34"]


WORKS = [
    ("one half of a joint symbol joins", [("a", "", "A/74/976-S/2020/773"), ("b", "", "S/2020/773")], 1),
    ("different symbols do not", [("a", "", "S/2020/772"), ("b", "", "S/2020/773")], 2),
    ("no symbol, no join", [("a", "", None), ("b", "", None)], 2),
    ("versions in one file are one work though one lost its symbol", [("a", "", "S/2020/1"), ("a", "", None)], 1),
    ("two letters in one file are two", [("a", "#1", "S/2020/1"), ("a", "#2", "S/2020/1")], 2),
    ("an annex goes with its place, not its symbol", [("a", "", "S/1999/1"), ("a", "/annex-1", "S/1999/1")], 2),
    (
        "annexes of versions join",
        [("a", "", "S/1999/1"), ("a", "/i", None), ("b", "", "S/1999/1"), ("b", "/i", None)],
        2,
    ),
    ("an annex speaks for a note that is no letter", [("a", "/annex-1", "S/1999/1"), ("b", "/annex-1", "S/1999/1")], 1),
    ("but not for a letter", [("a", "", None), ("a", "/annex-1", "S/1999/1"), ("b", "", "S/1999/1")], 3),
]


@pytest.mark.parametrize(("versions", "works"), [case[1:] for case in WORKS], ids=[case[0] for case in WORKS])
def test_versions_are_joined_to_works(versions, works):
    documents = {}
    for number, (document, place, symbol) in enumerate(versions):
        parent = "" if place.startswith("/") else None
        made = letter(f"{place}" if place else f"#{number}", place, parent, symbol=symbol)
        documents.setdefault(document, []).append(made)
    made = build([Reading(source(f"{name}.txt"), tuple(letters)) for name, letters in documents.items()])
    assert made.letters["work_id"].nunique() == works


def test_copies_of_a_file_without_symbol_are_one_work():
    copies = [Reading(source(path, digest="same"), (letter(),)) for path in ("a/note.txt", "b/note.txt")]
    assert build(copies).letters["work_id"].tolist() == ["note", "note"]


NAMES = [
    ("S_2014_136.txt", "S_2014_136"),
    ("folder/S.2014.136.Add.1.docx", "S.2014.136.Add.1"),
    ("archive.zip/letters/a.html", "a"),
    ("letters\\note.PDF", "note"),
    ("S.2014.136", "S.2014.136"),
    ("a#b.txt", "a_b"),
    (".txt", ".txt"),
    ("", "document"),
]


@pytest.mark.parametrize(("path", "id"), NAMES)
def test_a_document_is_called_after_its_file(path, id):
    assert build([Reading(source(path))]).documents["document_id"].tolist() == [id]


def test_problems_of_source_and_parse_and_their_letters():
    problems = corpus().problems
    assert problems[["document_id", "letter_id", "severity"]].fillna("-").to_numpy().tolist() == [
        ["S_2014_136", "S_2014_136", "note"],
        ["S_2014_136", "-", "warning"],
        ["broken", "-", "error"],
    ]


def test_a_problem_said_twice_is_one():
    told = Problem("read", "note", "Twice.")
    read = source("a.txt")
    read = type(read)(read.path, read.format, read.sha256, read.text, problems=(told,))
    assert len(build([Reading(read, problems=(told,))]).problems) == 1


def test_halves_of_characters_are_replaced():
    made = build([Reading(source("a\udc80.txt", "…"))])
    assert made.documents["path"].tolist() == ["a\ufffd.txt"]


def frame_of(name: str, **columns: object) -> pd.DataFrame:
    return pd.DataFrame(dict.fromkeys(SCHEMA[name]) | columns, index=[0, 1])


WRONG = [
    ("two rows have one id", {"letters": frame_of("letters", letter_id="a")}, "'a'"),
    ("a row has no id", {"documents": frame_of("documents")}, "document_id"),
    ("a column is unknown", {"letters": pd.DataFrame({"colour": ["red"]})}, "colour"),
    ("columns are missing", {"letters": pd.DataFrame({"letter_id": ["a"]})}, "work_id"),
    ("offsets are no numbers", {"letters": frame_of("letters", letter_id=["a", "b"], start="x")}, "start"),
    ("dates are no dates", {"letters": frame_of("letters", letter_id=["a", "b"], date="soon")}, "date"),
    ("a party is of no letter", {"parties": frame_of("parties", letter_id="gone")}, "gone"),
]


@pytest.mark.parametrize(("frames", "named"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_is_wrong_is_named(frames, named):
    with pytest.raises(SchemaError, match=named) as raised:
        Corpus(**frames)
    assert "Hint: " in str(raised.value)


def test_nothing_changes_a_corpus():
    given = {name: getattr(corpus(), name) for name in SCHEMA}
    made = Corpus(**given)
    before = {name: frame.copy() for name, frame in given.items()}
    given["letters"].loc[0, "title"] = "changed"
    frame = made.letters
    frame["title"] = "changed"
    frame.loc[0, "form"] = "changed"
    mentions = made.mentions
    mentions.loc[:, "target"] = "changed"
    with warnings.catch_warnings(action="ignore", category=pd.errors.ChainedAssignmentError):  # pandas says so, too
        made.letters["title"] = "changed"
    for name in SCHEMA:
        assert_frame_equal(getattr(made, name), before[name])
    with pytest.raises(AttributeError):
        made.filters = ()


def test_a_corpus_travels():
    made = corpus().where(language="fr")
    again = pickle.loads(pickle.dumps(made))
    assert_frame_equal(again.letters, made.letters)
    assert (again.filters, again.expression) == (made.filters, made.expression)


def test_summary_says_how_much_from_whom_and_what():
    text = repr(corpus())
    assert text.splitlines()[0] == "Corpus of 6 letters (4 works) in 5 documents, 2014–2020"
    said = {line[2:14].strip(): line[14:] for line in text.splitlines()[1:]}
    assert said["languages"] == "English 4, French 1, Arabic 1"
    assert said["senders"].startswith("Russian Federation (RUS) 2, Ukraine (UKR) 2")
    assert said["addressees"].startswith("Security Council (S) 3")
    assert said["cited most"] == "A/RES/68/262 1, S/RES/2118(2013) 1"
    assert said["problems"] == "1 error, 1 warning, 1 note"
    assert "chosen" not in said
    assert "chosen" in repr(corpus().where(language="ar"))


def test_summary_in_html_is_escaped_and_runs_in_its_direction():
    hostile = Reading(
        source("a.txt"), (letter(parties=[("sender", "<b>مجلس", "group", None, None), COUNCIL, UKRAINE]),)
    )
    html = build([hostile])._repr_html_()
    assert "<b>" not in html
    assert 'dir="auto"' in html
    assert "\u2068<b>مجلس\u2069" in repr(build([hostile]))


def test_many_letters_are_built_from_columns():
    many = build(reading for _ in range(500) for reading in readings())
    assert len(many) == 3000
    assert many.letters["letter_id"].is_unique
