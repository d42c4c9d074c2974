"""Citations: each convention of the field as a case, in the language in which it is printed."""

import datetime

import pytest

from unanalysis.mentions import find_mentions

CITED = {"resolution", "decision", "statement", "document"}


def cited(text: str, language: str, issuer: str | None = None) -> list[str]:
    return [m.target for m in find_mentions(text, language, issuer) if m.kind in CITED]


@pytest.mark.parametrize(
    ("language", "issuer", "text", "found", "why"),
    [
        ("en", "S", "resolutions 1267 (1999), 1989 (2011) and 2253 (2015)", ["S/RES/1267(1999)", "S/RES/1989(2011)", "S/RES/2253(2015)"], "a list keeps its noun"),
        ("en", "A", "General Assembly resolution 78/123", ["A/RES/78/123"], "the Assembly by session"),
        ("en", "A", "Human Rights Council resolutions 5/1, 5/2 and 16/21", ["A/HRC/RES/5/1", "A/HRC/RES/5/2", "A/HRC/RES/16/21"], "the body before the noun holds for the list"),
        ("en", "A", "resolution 46/22 of 23 March 2021", ["A/HRC/RES/46/22"], "session 46 of the Assembly was in 1991: the date decides"),
        ("en", "A", "resolution 46/182 of 19 December 1991", ["A/RES/46/182"], "and here for the Assembly"),
        ("en", "A", "resolutions 53/26 of 14 July 2023 and 50/3 of 7 July", ["A/HRC/RES/53/26", "A/HRC/RES/50/3"], "without a year: as the one before in the list"),
        ("en", "A/HRC", "It did not support resolution 49/1.", ["A/HRC/RES/49/1"], "in the Council's own document"),
        ("en", "S", "resolution 3057 (XXVIII) and 377 A (V)", ["A/RES/3057(XXVIII)", "A/RES/377A(V)"], "sessions in Roman numerals, a part letter"),
        ("en", "A", "resolutions ES-11/1, S-23/2 and 1874 (S-IV)", ["A/RES/ES-11/1", "A/RES/S-23/2", "A/RES/1874(S-IV)"], "special and emergency sessions"),
        ("en", "A", "resolution 57/284 A and B of 20 December 2002", ["A/RES/57/284A", "A/RES/57/284B"], "two parts are two resolutions"),
        ("en", "A", "resolution 53/208 A to C of 18 December 1998", ["A/RES/53/208A", "A/RES/53/208B", "A/RES/53/208C"], "a range of parts"),
        ("en", "A", "Economic and Social Council resolution 2021/7", ["E/RES/2021/7"], "by year"),
        ("en", "A", "Commission on Human Rights resolution 2005/74", [], "another body's"),
        ("en", "A", "decision 74/544 of 27 March 2020", ["A/DEC/74/544"], "the noun tells decisions"),
        ("en", "S", "resolution 377 of 3 November 1950 of the General Assembly", ["A/RES/377(V)"], "the session from the date"),
        ("en", "S", "resolutions 2250 and 2419", ["S/RES/2250(2015)", "S/RES/2419(2018)"], "no year: the number tells it"),
        ("en", "S", "the 1267/1989/2253 Committee", ["S/RES/1267(1999)", "S/RES/1989(2011)", "S/RES/2253(2015)"], "a committee named by its resolutions"),
        ("en", "S", "in the amount of 17 418 100 dollars in 2018 and 2019", [], "sums and years"),
        ("en", "S", "general comment No. 13 (2011) and Directive 2014/24", [], "other bodies' numbers"),
        ("en", "S", "A/60/733 and Corr.1", ["A/60/733", "A/60/733/Corr.1"], "a corrigendum is a document"),
        ("en", "S", "its presidential statement S/PRST/ 2014/23", ["S/PRST/2014/23"], "a blank inside"),
        ("fr", "S", "les résolutions 7/34 du 28 mars 2008 et 21/33 du Conseil des droits de l’homme", ["A/HRC/RES/7/34", "A/HRC/RES/21/33"], "the body behind the list"),
        ("fr", "A", "dans sa résolution 48/11, le Conseil des droits de l’homme a décidé", ["A/HRC/RES/48/11"], "the subject behind its resolution"),
        ("fr", "A", "sa résolution 47/19 du 24 novembre 1992, 48/16 du 3 novembre 1993", ["A/RES/47/19", "A/RES/48/16"], "dates between items"),
        ("es", "S", "la resolución 2235 (2015), de 7 de agosto", ["S/RES/2235(2015)"], "a date without year"),
        ("es", "A", "Suplemento núm. 53A (A/74/53/Add.1), cap. III, resolución 42/12", ["A/74/53/Add.1", "A/HRC/RES/42/12"], "the report of the Council"),
        ("ru", "A", "резолюция 36/117 A Генеральной Ассамблеи от 10 декабря 1981 года", ["A/RES/36/117A"], "body, then date"),
        ("ru", "A", "резолюции\u00a075/245\u00a0В от 16 апреля 2021 года", ["A/RES/75/245B"], "a Cyrillic part letter"),
        ("ar", "A", "قرار مجلس الأمن 425 (1978)", ["S/RES/425(1978)"], "noun, body, number"),
        ("ar", "A", "قرارها 2819 (د-26) المؤرخ 15 كانون الأول/ديسمبر 1971", ["A/RES/2819(XXVI)"], "the session in Arabic numerals"),
        ("ar", "A", "القرار دإط-10/24 والقرار دإ-23/2", ["A/RES/ES-10/24", "A/RES/S-23/2"], "emergency and special sessions"),
        ("ar", "A", "القرار 73/102 ألف وباء", ["A/RES/73/102A", "A/RES/73/102B"], "parts by the names of letters"),
        ("zh", "A", "第1267(1999)号、第1989(2011)号和第2253(2015)号决议", ["S/RES/1267(1999)", "S/RES/1989(2011)", "S/RES/2253(2015)"], "the noun behind the list"),
        ("zh", "A", "大会2015年9月25日第70/1号决议", ["A/RES/70/1"], "body and date before the number"),
        ("zh", "A", "人权理事会2017年9月28日关于真相的第36/7号决议", ["A/HRC/RES/36/7"], "with its subject between"),
        ("zh", "A", "其2006年3月15日关于设立人权理事会的第60/251号决议", ["A/RES/60/251"], "a body in the subject is not the author"),
        ("zh", "A", "第74/568号决定", ["A/DEC/74/568"], "a decision"),
        ("zh", "S", "一九五〇年六月二十七日決議案八十三", ["S/RES/83(1950)"], "before 1972 the number follows, written out"),
    ],
)
def test_conventions(language: str, issuer: str, text: str, found: list[str], why: str) -> None:
    assert cited(text, language, issuer) == found, why


def test_the_stated_date_belongs_to_the_citation() -> None:
    text = "la résolution 78/123 de l'Assemblée générale, adoptée le 15 décembre 2023"
    (mention,) = [m for m in find_mentions(text, "fr") if m.kind == "resolution"]
    assert mention.date == datetime.date(2023, 12, 15)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "resolution 1970 (2011) … paragraph 10 of the said resolution"),
        ("fr", "la résolution 1970 (2011) … conformément à ladite résolution"),
        ("es", "la resolución 1970 (2011) … de conformidad con dicha resolución"),
        ("ru", "резолюции 1970 (2011) … в соответствии с указанной резолюцией"),
        ("ar", "القرار 1970 (2011) … عملا بالقرار المذكور"),
        ("zh", "第1970(2011)号决议……该决议"),
    ],
)
def test_the_said_resolution_refers_back(language: str, text: str) -> None:
    assert cited(text, language, "S") == ["S/RES/1970(2011)"] * 2


def test_what_was_said_once_of_a_number_holds_when_it_comes_again() -> None:
    text = "Human Rights Council resolution 43/1. The report submitted pursuant to resolution 43/1"
    assert cited(text, "en", "A") == ["A/HRC/RES/43/1"] * 2


def test_a_body_within_a_citation_is_no_second_mention() -> None:
    found = find_mentions("Security Council resolution 2231 (2015), as the Security Council decided", "en")
    assert [m.target for m in found if m.kind == "organ"] == ["S"]
    assert found[0].kind == "resolution"
