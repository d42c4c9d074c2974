"""What the versions of one work say differently, each side with its place."""

from datetime import date as Date

import pandas as pd
import pytest

from tests.corpora import COUNCIL, RUSSIA, SECRETARY, UKRAINE, letter, source
from unanalysis.corpus import Corpus, build, disagreements
from unanalysis.types import Mention, Reading

MAY, JUNE = Date(2023, 5, 15), Date(2023, 6, 15)


def versions(**facts_by_language: dict[str, object]) -> Corpus:
    """One work, a file for each language, with what each says."""
    return build(
        Reading(
            source(f"S_2023_1_{language}.txt", f"{language}: 15 May or 15 June"),
            (letter(language=language, symbol="S/2023/1", **facts),),
        )
        for language, facts in facts_by_language.items()
    )


def told(found: pd.DataFrame) -> list[tuple[object, ...]]:
    columns = ["field", "target", "language_a", "value_a", "language_b", "value_b"]
    plain = found[columns].astype(object)
    return list(plain.where(plain.notna(), None).itertuples(index=False, name=None))


def cites(*targets: str) -> dict[str, object]:
    return {"mentions": [("document" if "RES" not in target else "resolution", target) for target in targets]}


CASES = [
    (
        "the odd one out stands on side b",
        {"en": {"date": MAY}, "fr": {"date": JUNE}, "ru": {"date": MAY}},
        [("date", None, "en", "2023-05-15", "fr", "2023-06-15")],
    ),
    (
        "of two the original is believed",
        {"en": {"date": MAY, "original_language": "fr"}, "fr": {"date": JUNE, "original_language": "fr"}},
        [("date", None, "fr", "2023-06-15", "en", "2023-05-15")],
    ),
    ("a date that is not said is no disagreement", {"en": {"date": MAY}, "fr": {}}, []),
    (
        "senders",
        {"en": {"parties": [UKRAINE]}, "fr": {"parties": [RUSSIA]}, "ru": {"parties": [UKRAINE]}},
        [("sender", None, "en", "UKR (Permanent Representative)", "fr", "RUS (Permanent Representative)")],
    ),
    (
        "addressees, and one of them missing",
        {
            "en": {"parties": [SECRETARY, COUNCIL]},
            "fr": {"parties": [COUNCIL]},
            "ru": {"parties": [COUNCIL, SECRETARY]},
        },
        [("addressee", None, "en", "S (President); SG (Secretary-General)", "fr", "S (President)")],
    ),
    (
        "the order of addressees is the language's",
        {"en": {"parties": [SECRETARY, COUNCIL]}, "fr": {"parties": [COUNCIL, SECRETARY]}},
        [],
    ),
    (
        "a citation that one version lacks",
        {"en": cites("S/RES/2118(2013)"), "fr": cites(), "ru": cites("S/RES/2118(2013)")},
        [("citation", "S/RES/2118(2013)", "en", "S/RES/2118(2013)", "fr", None)],
    ),
    (
        "a citation that only one version has",
        {"en": cites(), "fr": cites("S/2014/1"), "ru": cites()},
        [("citation", "S/2014/1", "en", None, "fr", "S/2014/1")],
    ),
    (
        "half of a joint symbol is no difference",
        {"en": cites("A/74/976-S/2020/773"), "fr": cites("A/74/976", "S/2020/773")},
        [],
    ),
    ("a citation said twice is said", {"en": cites("S/2014/1", "S/2014/1"), "fr": cites("S/2014/1")}, []),
    ("organs and States are not compared", {"en": {"mentions": [("state", "UKR")]}, "fr": {}}, []),
    ("one version alone agrees with itself", {"en": {"date": MAY}}, []),
]


@pytest.mark.parametrize(("facts", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_disagreements(facts, expected):
    assert told(disagreements(versions(**facts))) == expected


def test_the_date_beside_a_citation():
    """S/RES/2693 (2023): the French version dates S/2023/356 otherwise than the others."""

    def dated(language: str, day: Date) -> Reading:
        made = letter(language=language, symbol="S/RES/2693(2023)")
        cited = Mention("document", "S/2023/356", "S/2023/356", 7, 17, day)
        return Reading(source(f"{language}.txt"), (made._replace(mentions=(cited,)),))

    found = disagreements(build([dated("en", JUNE), dated("fr", MAY), dated("es", JUNE)]))
    assert told(found) == [("citation date", "S/2023/356", "en", "2023-06-15", "fr", "2023-05-15")]
    assert found[["start_a", "end_a", "start_b", "end_b"]].to_numpy().tolist() == [[7, 17, 7, 17]]


def test_each_side_has_its_place():
    corpus = versions(
        en={"date": MAY, "date_text": "15 May"},
        es={"date": MAY, "date_text": "15 May"},
        fr={"date": JUNE, "date_text": "15 June"},
    )
    texts = corpus.letters.merge(corpus.documents, on="document_id").set_index("letter_id")["text"]
    row = disagreements(corpus).iloc[0]
    assert texts[row["letter_id_a"]][row["start_a"] : row["end_a"]] == "15 May"
    assert texts[row["letter_id_b"]][row["start_b"] : row["end_b"]] == "15 June"


@pytest.mark.parametrize("corpus", [Corpus.empty(), versions(en={"date": MAY}, fr={"date": JUNE})])
def test_the_table_has_its_columns(corpus):
    found = disagreements(corpus)
    assert [str(dtype) for dtype in found.dtypes] == ["str"] * 3 + ["str", "str", "str", "Int64", "Int64"] * 2


def test_annexed_letters_are_compared_with_their_like():
    corpus = build(
        Reading(
            source(f"{language}.txt"),
            (
                letter(language=language, symbol="S/2023/1", date=MAY),
                letter("/annex-1", parent="", language=language, symbol="S/2023/1", date=day),
            ),
        )
        for language, day in (("en", JUNE), ("fr", JUNE), ("zh", MAY))
    )
    assert disagreements(corpus)["work_id"].tolist() == ["S/2023/1/annex-1"]
