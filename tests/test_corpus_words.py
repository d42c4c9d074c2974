"""Searching in texts: the index finds what going through all of them finds."""

import pickle

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.corpora import corpus
from unanalysis.corpus.own_texts import own_texts
from unanalysis.corpus.words import Words, plain

# Few letters of each script, so that texts have much in common; with what folding changes, joins and drops.
SCRIPTS = ["ab-é", "çoN'", "ñü¿s", "шиИё", "األ\u064fم", "安全會会。", "12/.", "*_\u200b\U00020000"]
GAPS = [" ", "  ", "\n", "\n\n", "-\n", "\t", "\u00a0"]
TEXTS = st.lists(st.lists(st.sampled_from([*"".join(SCRIPTS), *GAPS]), max_size=12).map("".join), max_size=5)


@given(TEXTS, st.data())
@example(["a b", "安 会", ""], None)
@settings(deadline=None, max_examples=300)
def test_the_index_finds_what_going_through_the_texts_finds(texts, data):
    words, folded = Words(texts), plain(texts)
    phrases = ["a", "安 会", "b a", "*"]
    if data is not None:
        phrases = [data.draw(st.sampled_from([*"".join(SCRIPTS)])), *data.draw(TEXTS)]
    if data is not None and texts:
        whole = data.draw(st.sampled_from(texts))
        start = data.draw(st.integers(0, len(whole)))
        phrases.append(whole[start : data.draw(st.integers(start, len(whole)))])
    for phrase in phrases:
        looked_for = plain([phrase])[0]
        assert words.say(phrase).tolist() == [bool(looked_for) and looked_for in text for text in folded]


def test_frequent_and_rare_words_are_found_alike():
    """Rare ones are looked up, frequent ones found by going through all: texts enough that both happen."""
    texts = [f"word {number} of resolution {number % 7}" + " Ukraine" * (number % 50 == 0) for number in range(400)]
    words = Words(texts)
    for phrase in ("word", "ukraine", "resolution 3", "of resolution", "3 of", "9 of resolution 0", "word 1"):
        assert words.say(phrase).tolist() == [phrase in text.lower() for text in texts]


SAYING = [
    ("capitals", "Security Council", "SECURITY council"),
    ("accents", "Conseil de sécurité", "securite"),
    ("accents that only the reader writes", "SECURITE", "sécurité"),
    ("a part of a word, as one types it", "résolution", "résol"),
    ("words on two lines", "the Security\n   Council", "security council"),
    ("words on both sides of a paragraph's end", "annex.\n\nSir", "annex. sir"),
    ("a word parted by a hyphen at the end of a line", "the Perma-\nnent Mission", "permanent"),
    ("a no-break hyphen", "Secretary\u2011General", "secretary-general"),
    ("Russian without the dots of ё", "всё", "все"),
    ("Arabic behind the article and a preposition", "والقرار", "قرار"),
    ("Arabic with vowel signs and a lengthened line", "مَجـلس الأمن", "مجلس الامن"),
    ("Chinese, from line to line", "安全理\n事会", "理事会"),
    ("Chinese in traditional characters", "安全理事會", "安全理事会"),
    ("a symbol", "(see S/2014/136, annex)", "S/2014/136"),
]


@pytest.mark.parametrize(("text", "phrase"), [case[1:] for case in SAYING], ids=[case[0] for case in SAYING])
def test_what_a_reader_means_is_found(text, phrase):
    assert Words([text]).say(phrase).tolist() == [True]


NOT_SAYING = [
    ("Latin letters in a Russian word that looks like them", "участие", "act"),
    ("words that stand apart", "Security of the Council", "security council"),
    ("words that end and begin otherwise", "insecurity councillor", "secure council"),
    ("Chinese characters in another order", "理安全会", "安理会"),
    ("a blank that the text has not", "安全", "安 全"),
    ("what folding drops", "a * b", "*"),
    ("nothing", "", "a"),
]


@pytest.mark.parametrize(("text", "phrase"), [case[1:] for case in NOT_SAYING], ids=[case[0] for case in NOT_SAYING])
def test_what_is_not_there_is_not_found(text, phrase):
    assert Words([text]).say(phrase).tolist() == [False]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=6))
def test_each_place_belongs_to_the_letter_that_begins_last_around_it(spans):
    text = "abcdefghijkl"
    letters = pd.DataFrame(spans, columns=["start", "end"], dtype="Int64").assign(document_id="d")
    letters.loc[len(letters)] = [0, 5, "no such document"]
    letters.loc[len(letters)] = [0, pd.NA, "d"]
    found = [""] * len(letters)
    texts, numbers = own_texts(letters, pd.DataFrame({"document_id": ["d", "e"], "text": [text, None]}))
    for own, number in zip(texts, numbers, strict=True):
        found[number] += own
    expected = [""] * len(letters)
    for place, character in enumerate(text):
        around = [(start, -end, number) for number, (start, end) in enumerate(spans) if start <= place < end]
        if around:
            expected[max(around)[2]] += character
    assert found == expected


def test_a_corpus_is_pickled_without_its_index():
    whole = corpus()
    before = len(pickle.dumps(whole))
    assert whole.where(text="situation").letters["letter_id"].tolist() == ["S_2014_136"]
    assert len(pickle.dumps(whole)) == before


def test_words_do_not_run_from_one_letter_into_another():
    assert len(corpus().where(text="situation. Annex")) == 0
    assert len(corpus().where(text=["situation.", "annex"])) == 2


def test_texts_of_any_size_and_number():
    assert Words([]).say("a").tolist() == []
    assert Words(["", ""]).say("a").tolist() == [False, False]
    many = np.array(Words(["a b"] * 401).say("a b"))
    assert many.all()
    assert len(many) == 401
