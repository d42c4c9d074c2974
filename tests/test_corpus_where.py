"""Choosing letters, and corpora as sets of letters."""

from datetime import date as Date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from tests.corpora import UKRAINE, corpora, corpus, letter, readings, source
from unanalysis.corpus import SCHEMA, Corpus, build
from unanalysis.errors import InputError
from unanalysis.types import Reading

EN, ANNEX, FR, NOTE_AR, NOTE_EN, IDENTICAL = (
    *("S_2014_136", "S_2014_136/annex-1", "S_2014_136_F"),
    *("note#ar", "note#en", "note-2"),
)
ALL = {EN, ANNEX, FR, NOTE_AR, NOTE_EN, IDENTICAL}


def ids(made: Corpus) -> set[str]:
    return set(made.letters["letter_id"])


CHOICES = [
    ("an entity by id", {"sender": "UKR"}, {EN, FR, IDENTICAL}),
    ("an entity by its English name", {"sender": "Ukraine"}, {EN, FR, IDENTICAL}),
    ("an entity by its French name", {"addressee": "Conseil de sécurité"}, ALL - {ANNEX}),
    ("an organ by its id of one letter", {"addressee": "S"}, ALL - {ANNEX}),
    ("of several values one is enough", {"sender": ["UKR", "RUS"]}, ALL),
    ("several arguments must all hold", {"sender": "UKR", "addressee": "SG"}, {IDENTICAL}),
    ("a State that sends nothing here", {"sender": "France"}, set()),
    ("a person by a part of the name", {"signatory": "ivanenko"}, {EN}),
    ("a capacity in any case", {"capacity": "permanent representative"}, ALL),
    ("a capacity that nobody has here", {"capacity": "Chair"}, set()),
    ("a citation as it is stored", {"mentions": "S/RES/2118(2013)"}, {EN, FR}),
    ("a citation with a blank", {"mentions": "S/RES/2118 (2013)"}, {EN, FR}),
    ("a citation in words", {"mentions": "Security Council resolution 2118 (2013)"}, {EN, FR}),
    ("a citation without its year", {"mentions": "resolution 2118"}, {EN, FR}),
    ("a citation of the Assembly", {"mentions": "résolution 68/262"}, {EN}),
    ("a citation that nothing cites", {"mentions": "resolution 9999"}, set()),
    ("a document", {"mentions": "S/2013/591"}, {ANNEX}),
    ("a State that is named", {"mentions": "Ukraine"}, {ANNEX}),
    ("one of the organs of a joint document", {"organ": "General Assembly"}, {IDENTICAL}),
    ("a language by code", {"language": "ar"}, {NOTE_AR}),
    ("a language by name", {"language": ["Arabic", "french"]}, {NOTE_AR, FR}),
    ("a form", {"form": "note verbale"}, {NOTE_AR, NOTE_EN}),
    ("words of the annexed letter are not the covering letter's", {"text": "chemical weapons"}, {ANNEX}),
    ("words in capitals or not", {"text": "LETTER DATED"}, {EN}),
    ("words in Arabic", {"text": "رسالة"}, {NOTE_AR}),
    ("a work", {"letter": "S/2014/136"}, {EN, FR, ANNEX}),
    ("an id", {"letter": ["note#ar"]}, {NOTE_AR}),
    ("a year, with its last day", {"since": "2014", "until": 2014}, {EN, FR, ANNEX}),
    ("a month", {"since": "2014-02", "until": "2014-02"}, {EN, FR}),
    ("a day, included", {"since": "2014-02-28", "until": Date(2014, 2, 28)}, {EN}),
    ("a timestamp", {"until": pd.Timestamp("2014-01-31 12:00")}, {ANNEX}),
    ("the date of issue where there is no other", {"since": "2020-08-03"}, {IDENTICAL}),
    ("nothing asked", {}, ALL),
]


@pytest.mark.parametrize(("asked", "expected"), [case[1:] for case in CHOICES], ids=[case[0] for case in CHOICES])
def test_where(asked, expected):
    made = corpus().where(**asked)
    assert ids(made) == expected
    assert bool(made.filters) == bool(asked)


def test_a_query_on_the_columns_of_letters():
    made = corpus().where("part == 'annex' and date.dt.year == 2014", sender="RUS")
    assert ids(made) == {ANNEX}
    assert made.filters == ("for which part == 'annex' and date.dt.year == 2014", "sent by Russian Federation (RUS)")


def test_a_choice_is_told_in_words_and_in_python():
    whole = corpus()
    made = whole.where(sender=["Ukraine"], since=Date(2014, 1, 1)).where(language="fr")
    assert made.filters == ("sent by Ukraine (UKR)", "since 2014-01-01", "in French")
    assert made.expression == "corpus.where(sender=['Ukraine'], since='2014-01-01').where(language='fr')"
    both = whole.where(language="fr") | whole.where(language="ar")
    less = whole - whole.where(form=("note verbale", "cable"))
    for choice in (made, both, less, both & less):
        assert ids(eval(choice.expression, {"corpus": whole})) == ids(choice)


def test_what_belongs_to_the_chosen_letters_comes_along():
    made = corpus().where(language="en", form="letter")
    assert made.documents["document_id"].tolist() == ["S_2014_136"]
    assert set(made.parties["letter_id"]) == set(made.mentions["letter_id"]) == {EN, ANNEX}
    assert made.problems["severity"].tolist() == ["note", "warning"]


def test_a_letter_is_chosen_by_its_own_facts():
    annex = corpus().where(sender="RUS", form="letter")
    assert annex.letters["parent_id"].tolist() == [EN]
    assert annex.problems["message"].tolist() == ["Garbled."]


UNKNOWN = [
    ({"sender": "Ukrane"}, "'Ukraine'"),
    ({"addressee": "Securty Council"}, "'Security Council'"),
    ({"signatory": "Oleh Ivanenkow"}, "'Oleh Ivanenko'"),
    ({"mentions": "Securty Council"}, "'Security Council'"),
    ({"language": "Frensh"}, "'french'"),
    ({"form": "note verbal"}, "'note verbale'"),
    ({"capacity": "Permanent Representativ"}, "'Permanent Representative'"),
    ({"letter": "S/2014/137"}, "'S/2014/136'"),
    ({"since": "May 2014"}, "2014-02"),
    ({"until": "2014-13"}, "2014-02-28"),
    ({"since": "0000"}, "2014-02-28"),
    ({"sender": []}, "list"),
    ({"sender": [3]}, "list"),
    ({"query": "colour == 'red'"}, "corpus.letters"),
    ({"query": "language =="}, "corpus.letters"),
    ({"query": "start"}, "compare"),
]


@pytest.mark.parametrize(("asked", "hint"), UNKNOWN)
def test_what_is_not_known_is_said_with_what_comes_near(asked, hint):
    with pytest.raises(InputError, match=hint) as raised:
        corpus().where(**asked)
    assert "Hint: " in str(raised.value)


def assert_same(one: Corpus, other: Corpus) -> None:
    for name in SCHEMA:
        assert_frame_equal(getattr(one, name), getattr(other, name))


@given(corpora(), st.data())
@settings(deadline=None)
def test_sets(whole, data):
    letters = whole.letters["letter_id"].tolist()
    drawn = [data.draw(st.sets(st.sampled_from(letters)) if letters else st.just(set())) for _ in range(2)]
    one, other = (whole.where(f"letter_id in {sorted(chosen)!r}") for chosen in drawn)
    before = [one.letters, other.letters]
    assert ids(one | other) == drawn[0] | drawn[1]
    assert ids(one & other) == drawn[0] & drawn[1]
    assert ids(one - other) == drawn[0] - drawn[1]
    for made in (one | other, one & other, one - other):
        assert set(made.mentions["letter_id"]) <= ids(made)
        assert made.documents["document_id"].is_unique
    assert_same(one | one, one | Corpus.empty())
    assert_same(one & one, one)
    assert_same(one - Corpus.empty(), one)
    assert [frame.equals(now) for frame, now in zip(before, (one.letters, other.letters), strict=True)] == [True, True]


def test_the_same_folder_read_twice_counts_once():
    elsewhere = [
        Reading(source(f"/moved/{reading.source.path}", reading.source.text, reading.source.sha256), reading.letters)
        for reading in readings()
    ]
    assert ids(corpus() | build(elsewhere)) == ALL
    assert len(corpus() - build(elsewhere)) == 0


def test_a_file_that_was_numbered_is_known_again():
    alone = build([readings()[3]])
    assert ids(alone) == {"note"}
    assert ids(corpus() & alone) == {IDENTICAL}
    assert len(corpus() | alone) == len(corpus())


def test_different_files_of_one_name_stay_apart():
    other = build([Reading(source("third/note.txt"), (letter(parties=(UKRAINE,)), letter("/annex-1", parent="")))])
    both = corpus() | other
    assert ids(both) == ALL | {"note-3", "note-3/annex-1"}
    new = both.letters.set_index("letter_id").loc[["note-3", "note-3/annex-1"]]
    assert new["document_id"].tolist() == ["note-3", "note-3"]
    assert new["work_id"].tolist() == ["note-3", "note-3/annex-1"]
    assert new["parent_id"].dropna().tolist() == ["note-3"]
    assert both.parties["letter_id"].tolist().count("note-3") == 1


def test_only_corpora_are_joined():
    with pytest.raises(TypeError):
        corpus() | {"S_2014_136"}
