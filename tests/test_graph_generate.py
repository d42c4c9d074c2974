"""The generated corpus on which graphs are measured: sizes as asked for, spans that hold, the same each time."""

import pytest

from benchmarks.generate import generate


@pytest.mark.parametrize(("letters", "mentions"), [(1, 5), (60, 600), (500, 4000)])
def test_it_has_as_many_letters_and_mentions_as_asked_for(letters, mentions):
    corpus = generate(letters, mentions)
    assert (len(corpus.letters), len(corpus.mentions)) == (letters, mentions)


def test_what_rows_say_stands_in_the_texts():
    corpus = generate(300, 3000)
    texts = corpus.documents.set_index("document_id")["text"]
    documents = corpus.letters.set_index("letter_id")["document_id"]
    for rows in (corpus.parties, corpus.mentions):
        for row in rows.itertuples():
            assert texts[documents[row.letter_id]][row.start : row.end] == row.text
    assert set(corpus.letters["part"]) == {"letter", "annex"}
    assert set(corpus.letters["language"]) == {"en", "fr", "es", "ru", "ar", "zh"}
    assert corpus.letters["work_id"].nunique() < len(corpus.letters)


def test_the_seed_decides():
    first, again, other = generate(100, 900), generate(100, 900), generate(100, 900, seed=2)
    assert first.mentions.equals(again.mentions)
    assert first.documents.equals(again.documents)
    assert not first.mentions.equals(other.mentions)
