"""The explorer without a browser: what is chosen, the way back, and what the widget tells and hears."""

import json

import pytest

import unanalysis as un
from tests.explore.choices import CHOICES
from unanalysis.errors import InputError
from unanalysis.explorer.choices import normal
from unanalysis.explorer.network import positions
from unanalysis.explorer.state import State


@pytest.mark.parametrize(("why", "choices"), CHOICES, ids=[why for why, _ in CHOICES])
def test_the_mask_the_selection_and_its_code_are_one(corpus, why, choices):
    state = State(corpus)
    state.choices = choices(state)
    chosen = state.index.letters["letter_id"][state.mask].tolist()
    assert state.selection.letters["letter_id"].tolist() == chosen
    again = eval(state.selection.expression, {"corpus": corpus})  # what "Show the code" shows
    assert again.letters["letter_id"].tolist() == chosen


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"sender": "UKR"}, {"sender": ["UKR"]}),
        ({"sender": ["UKR", "UKR"], "form": []}, {"sender": ["UKR"]}),
        ({"until": None, "text": "  aid "}, {"text": "aid"}),
        ({"until": "2014", "sender": ("A", "S")}, {"sender": ["A", "S"], "until": "2014-12-31"}),
        ({"since": 2014, "until": "2014-02"}, {"since": "2014-01-01", "until": "2014-02-28"}),
    ],
)
def test_choices_have_one_form(given, expected):
    assert normal(given) == expected


def test_an_unknown_filter_is_said():
    with pytest.raises(InputError, match="no filter 'organ'"):
        normal({"organ": "S"})


def test_back_forward_and_reset(letters):
    view = un.explore(letters)
    seen = []
    view.state.observe(lambda change: seen.append(change["new"]), "choices")
    view.choose(sender="UKR")
    view.choose(since="2018-01-01")
    view.back()
    assert view.code == "corpus.where(sender='UKR')"
    view.forward()
    assert view.state.choices == {"sender": ["UKR"], "since": "2018-01-01"}
    view.back()
    view.choose(addressee="S")  # from here on another way: there is no forward
    assert view.state.can_go == (True, False)
    view.reset()
    assert view.code == "corpus"
    view.back()
    assert view.state.choices == {"sender": ["UKR"], "addressee": ["S"]}
    assert len(seen) == 8


def test_a_word_that_is_typed_is_one_step_on_the_way_back(corpus):
    state = State(corpus)
    for text in ("r", "reso", "resolution", "resol", "council"):
        state.choices = {"text": text}
    state.choices = {"text": "council", "language": ["fr"]}
    assert (state.can_go, state.choices["text"]) == ((True, False), "council")
    seen = []
    while state.can_go[0]:
        state.back()
        seen.append(state.choices)
    assert seen == [{"text": "council"}, {"text": "resol"}, {}]


WORDS = [
    "resolution",
    "RÉSOLUTION",
    "letter dat",
    "lettre datee du",
    "القرار",
    "резолюци",
    "安理会",
    "sécurité",
    "act",
    "*",
]


@pytest.mark.parametrize("words", WORDS)
def test_words_choose_the_same_letters_everywhere(letters, words):
    state = State(letters)
    state.choices = {"text": words}
    chosen = state.index.letters["letter_id"][state.mask].tolist()
    assert letters.where(text=words).letters["letter_id"].tolist() == chosen
    part = State(letters.where(form="letter"))
    part.choices = {"text": words}
    forms = letters.where(form="letter", text=words).letters["letter_id"].tolist()
    assert part.selection.letters["letter_id"].tolist() == forms


def test_the_index_of_words_is_made_when_somebody_is_about_to_type(letters):
    view = un.explore(letters)
    sent = []
    view.send = lambda message, *buffers: sent.append(message)
    view._heard(view, {"do": "words"}, [])
    assert sent == [{"words": True}]


def test_the_code_goes_on_from_a_selection(letters):
    view = un.explore(letters.where(addressee="S"))
    view.choose(language="fr")
    assert view.code == "corpus.where(addressee='S').where(language='fr')"
    assert set(view.selection.letters["language"]) == {"fr"}


def test_nodes_stay_where_the_forces_had_put_them(letters):
    view = un.explore(letters)
    view.options = {**view.options, "layout": "forces"}
    before = positions(view.shown["data"])
    view.choose(addressee="S")
    after = positions(view.shown["data"])
    kept = before.keys() & after.keys()
    assert len(kept) > 10
    assert {node: after[node] for node in kept} == {node: before[node] for node in kept}


def test_the_browser_side_and_python_see_the_same(letters):
    """What the widget does when the browser sets a trait, without a browser."""
    view = un.explore(letters)
    for tab in ("network", "timeline", "matrix", "letters", "problems"):
        view.tab = tab
        assert view.shown["tab"] == view.state.tab == tab
        json.dumps(view.shown, default=lambda value: len(value))  # plain but for bytes
    view.choices = {"sender": ["UKR"]}
    assert view.state.choices == {"sender": ["UKR"]}
    assert view.status["letters"] == len(view.selection)
    view.options = {**view.options, "sort": "title", "page": 3}
    view.choices = {}
    assert view.state.options["page"] == 0  # another choice begins on its first page
    view.reading = letters.letters["letter_id"].iloc[0]
    assert view.letter["panes"][0]["id"] == view.reading
    view.reading = ""
    assert view.letter == {}


def test_of_nothing_there_is_nothing_to_show():
    view = un.explore(un.Corpus.empty())
    for tab in ("network", "timeline", "matrix", "letters", "problems"):
        view.tab = tab
    view.choose(sender="UKR", since="2014-01-01")
    assert len(view.selection) == 0
