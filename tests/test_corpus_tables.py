"""Choices of letters cut their tables out late: they are what cutting them out at once would give."""

import pickle

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from tests.corpora import corpora, corpus
from tests.test_corpus_where import CHOICES, assert_same, ids
from unanalysis.corpus import SCHEMA, Corpus
from unanalysis.corpus.model import tables_of


def at_once(whole: Corpus, mask: np.ndarray) -> dict[str, pd.DataFrame]:
    """The tables of chosen letters, said in the plainest way."""
    letters = whole.letters[mask]
    chosen, problems = letters["letter_id"], whole.problems
    documents = whole.documents[whole.documents["document_id"].isin(letters["document_id"])]
    of_document = problems["letter_id"].isna() & problems["document_id"].isin(documents["document_id"])
    cut = {
        "documents": documents,
        "letters": letters,
        "parties": whole.parties[whole.parties["letter_id"].isin(chosen)],
        "mentions": whole.mentions[whole.mentions["letter_id"].isin(chosen)],
        "problems": problems[of_document | problems["letter_id"].isin(chosen)],
    }
    return {name: frame.reset_index(drop=True) for name, frame in cut.items()}


@given(corpora(), st.data())
@settings(deadline=None)
def test_a_choice_has_the_rows_of_its_letters(whole, data):
    tables = tables_of(whole)
    for _ in range(2):  # a choice, and a choice among what is chosen
        mask = np.array(data.draw(st.lists(st.booleans(), min_size=len(tables), max_size=len(tables))), dtype=bool)
        expected, tables = at_once(whole, mask), tables.choose(mask)
        names = data.draw(st.permutations(list(SCHEMA)))  # in whatever order they are asked for
        for name in names:
            assert_frame_equal(tables.frame(name), expected[name])
        whole = Corpus(**expected)
        for name, id in (("mentions", "letter_id"), ("problems", "document_id"), ("letters", "document_id")):
            assert tables.places(name, id).tolist() == tables_of(whole).places(name, id).tolist()


@pytest.mark.parametrize("asked", [case[1] for case in CHOICES], ids=[case[0] for case in CHOICES])
def test_a_choice_is_chosen_from_like_a_corpus_of_its_own(asked):
    part = corpus().where("letter_id != 'note-2'")
    own = Corpus(**{name: getattr(part, name) for name in SCHEMA})
    try:
        expected = ids(own.where(**asked))
    except Exception as error:
        with pytest.raises(type(error)):
            part.where(**asked)
    else:
        assert ids(part.where(**asked)) == expected


@given(corpora(), st.data())
@settings(deadline=None)
def test_choices_of_one_corpus_and_of_its_copy_are_the_same_sets(whole, data):
    letters = whole.letters["letter_id"].tolist()
    drawn = [data.draw(st.sets(st.sampled_from(letters)) if letters else st.just(set())) for _ in range(2)]
    one, other = (whole.where(f"letter_id in {sorted(chosen)!r}") for chosen in drawn)
    copy = pickle.loads(pickle.dumps(other))
    assert_same(one & copy, one & other)
    assert_same(one - copy, one - other)
    assert_same(whole - copy, whole - other)


def test_a_pickled_choice_leaves_the_rest_behind():
    whole = corpus()
    part = whole.where(language="ar")
    again = pickle.loads(pickle.dumps(part))
    assert_same(again, part)
    assert (again.filters, again.expression) == (part.filters, part.expression)
    assert len(pickle.dumps(part)) < len(pickle.dumps(whole))
    assert b"chemical" not in pickle.dumps(part)


def test_values_as_numbers_are_the_values():
    tables = tables_of(corpus())
    for table in (tables, tables.choose(np.arange(len(tables)) % 2 == 0)):
        role = table.coded("parties", "role")
        assert role.are(["sender"]).tolist() == (table.parties["role"] == "sender").tolist()
        assert set(table.coded("letters", "organ").present()) == set(table.letters["organ"].dropna())
        person = table.coded("parties", "name")
        assert person.are(["Oleh Ivanenko"]).tolist() == (table.parties["name"] == "Oleh Ivanenko").tolist()
        rows = ~table.parties["entity"].isna().to_numpy()
        names, places = table.coded("parties", "entity").sorted(rows)
        assert names[places].tolist() == table.parties.loc[rows, "entity"].tolist()
        assert names.tolist() == sorted(set(names))
