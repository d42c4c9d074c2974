"""The two documents from which the project was made come out perfectly, in all five frames."""

from pathlib import Path

import pandas as pd
import pytest

import unanalysis as un

COVER, ANNEX = "000_1f9f692dbded4183", "000_1f9f692dbded4183/annex-1"
FRENCH, ENGLISH = "003_7c98895fbc4bfb40", "003_7c98895fbc4bfb40#en"


@pytest.fixture(scope="module")
def corpus(shared: Path) -> un.Corpus:
    return un.read_letters(shared / "seeds", progress=False)


def rows(frame: pd.DataFrame, letter: str, *columns: str) -> list[tuple[object, ...]]:
    own = frame[frame.letter_id == letter]
    return [tuple(None if pd.isna(v) else v for v in row) for row in own[list(columns)].itertuples(index=False)]


def test_documents(corpus: un.Corpus) -> None:
    assert corpus.documents[["document_id", "language"]].values.tolist() == [[COVER, "fr"], [FRENCH, "fr"]]
    assert corpus.documents.chars.tolist() == [len(text) for text in corpus.documents.text]


def test_letters(corpus: un.Corpus) -> None:
    letters = corpus.letters.set_index("letter_id")
    assert letters.index.tolist() == [COVER, ANNEX, FRENCH, ENGLISH]
    assert letters.part.tolist() == ["letter", "annex", "letter", "letter"]
    assert letters.form.tolist() == ["letter"] * 4
    assert letters.language.tolist() == ["fr", "fr", "fr", "en"]
    assert letters.original_language.tolist() == ["en", "en", "fr", "fr"]
    assert letters.parent_id.dropna().to_dict() == {ANNEX: COVER}
    assert letters.organ.dropna().to_dict() == {COVER: "S", ANNEX: "S"}
    dates = {COVER: "2020-07-30", FRENCH: "2024-03-15", ENGLISH: "2024-03-15"}
    assert letters.date.dropna().map(str).str[:10].to_dict() == dates
    assert letters.issued.dropna().map(str).str[:10].to_dict() == {COVER: "2020-08-03", ANNEX: "2020-08-03"}
    assert letters.place.dropna().to_dict() == {FRENCH: "New York", ENGLISH: "New York"}
    assert letters.work_id[FRENCH] == letters.work_id[ENGLISH]
    assert letters.work_id.nunique() == 3
    assert letters.title[COVER].startswith("Lettre datée du 30 juillet 2020, adressée au Secrétaire général")
    assert letters[["symbol", "session", "agenda_items", "label"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("letter", "parties"),
    [
        (
            COVER,
            [
                ("sender", "DEU", "Permanent Representative", None),
                ("addressee", "SG", "Secretary-General", None),
                ("signatory", "DEU", "Permanent Representative", "Christoph Heusgen"),
            ],
        ),
        (
            ANNEX,
            [
                ("sender", "A/HRC", "President", None),
                ("addressee", "S", "President", None),
                ("signatory", "A/HRC", "President", "Elisabeth Tichy-Fisslberger"),
            ],
        ),
        (FRENCH, [("sender", "DESA", "Under-Secretary-General", None), ("addressee", None, None, None)]),
        (ENGLISH, [("sender", "DESA", "Under-Secretary-General", None), ("addressee", None, None, None)]),
    ],
)
def test_parties(corpus: un.Corpus, letter: str, parties: list[tuple[object, ...]]) -> None:
    assert rows(corpus.parties, letter, "role", "entity", "capacity", "name") == parties


def targets(corpus: un.Corpus, letter: str, kind: str) -> list[object]:
    return [target for k, target in rows(corpus.mentions, letter, "kind", "target") if k == kind]


def test_mentions_of_the_covering_letter(corpus: un.Corpus) -> None:
    assert targets(corpus, COVER, "request") == ["circulation:S"]
    assert targets(corpus, COVER, "date") == ["2020-07-30"]
    assert set(targets(corpus, COVER, "organ")) == {"S", "A/HRC"}
    assert set(targets(corpus, COVER, "state")) == {"DEU"}


def test_mentions_of_the_annexed_letter_are_its_own(corpus: un.Corpus) -> None:
    assert targets(corpus, ANNEX, "date") == ["2020-07-28"]
    assert set(targets(corpus, ANNEX, "organ")) == {"S", "A/HRC"}
    assert targets(corpus, ANNEX, "state") == []
    assert targets(corpus, ANNEX, "request") == []


@pytest.mark.parametrize("letter", [FRENCH, ENGLISH])
def test_mentions_of_both_versions(corpus: un.Corpus, letter: str) -> None:
    assert targets(corpus, letter, "resolution") == ["A/RES/78/123"] * 2  # by number, and as the said resolution
    assert targets(corpus, letter, "request") == ["focal point"]
    assert targets(corpus, letter, "organ") == ["DESA"]
    own = corpus.mentions[(corpus.mentions.letter_id == letter) & (corpus.mentions.kind == "resolution")]
    assert str(own.date.iloc[0])[:10] == "2023-12-15"


def test_page_noise_is_in_no_letter(corpus: un.Corpus) -> None:
    text = corpus.documents.text.iloc[1]
    bodies = [text[start:end] for start, end in zip(corpus.letters.start[2:], corpus.letters.end[2:], strict=True)]
    for noise in ("Detecting location", "EUR", "Lettre officielle", "French (Original)", "English Translation"):
        assert not any(noise in body for body in bodies), noise


def test_problems(corpus: un.Corpus) -> None:
    """The annexed letter is undated, and nothing else is doubtful."""
    assert rows(corpus.problems, ANNEX, "stage", "severity") == [("recognise", "note")]
    assert len(corpus.problems) == 1


def test_every_value_points_at_its_characters(corpus: un.Corpus) -> None:
    text = corpus.documents.set_index("document_id").text
    document = corpus.letters.set_index("letter_id").document_id
    for frame in (corpus.parties, corpus.mentions):
        for row in frame.itertuples():
            assert text[document[row.letter_id]][row.start : row.end] == row.text
