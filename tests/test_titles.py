"""Titles in six languages: `titles.yaml` says what a reader takes from each, and why it stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from unanalysis.dates import find_dates
from unanalysis.fold import fold
from unanalysis.lexicon import LANGUAGES, words
from unanalysis.scan import scan
from unanalysis.titles import find_titles, parse_title

CASES = yaml.safe_load((Path(__file__).parent / "titles.yaml").read_text(encoding="utf-8"))


def language_of(case):
    return next(language for language in LANGUAGES if language in case)


def wanted(case):
    parties = [[tuple(party) for party in case[role]] for role in ("senders", "addressees")]
    return case.get("form", "letter"), case["dates"], *parties


def said(title):
    parties = [[(p.entity, p.capacity) for p in role] for role in (title.senders, title.addressees)]
    return title.form, list(title.dates), *parties


@pytest.mark.parametrize("case", CASES, ids=[f"{language_of(case)}: {case['why']}" for case in CASES])
def test_title(case):
    language = language_of(case)
    text, issuer = case[language], case.get("issuer")
    title = parse_title(text, language, issuer)
    assert said(title) == wanted(case)
    for party in (*title.senders, *title.addressees):
        assert text[party.start : party.end] == party.text
    assert parse_title(text, issuer=issuer) == title, "the language is found out"


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_of_the_lexicon_parse_to_what_they_say(language):
    for example in words(language)["titles"]["examples"]:
        assert said(parse_title(example["text"], language)) == wanted(example), example["text"]


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("no letter is named", "The President of the Security Council spoke to the press on 4 May 2011."),
        ("in letter and spirit", "to implement the resolution in letter and spirit"),
        ("letters of credit", "letters of credit of the Government of Chad"),
        ("the Charter", "de conformidad con la Carta de las Naciones Unidas"),
        ("information, not a letter", "欢迎秘书长提供的信息"),
        ("empty", ""),
    ],
)
def test_what_is_no_title(reason, text):
    assert parse_title(text) is None, reason


def test_a_form_word_that_is_none_with_the_next_line():
    title = parse_title("Letters\n\nof credit")
    assert (title.dates, title.senders, title.addressees) == ((), (), ())


def test_titles_within_a_text():
    text = """Annex
Letter dated 3 May 2011 from the Permanent Representative of Chad addressed to the Secretary-General

I refer to my letter of 2 April 2011 and to the note verbale from the Permanent Mission of Benin. We take note
of the report, in letter and spirit. I have the honour to quote the « lettre datée du 4 mai 2011, adressée au
Secrétaire général par le Gouvernement soudanais » (S/2011/1)."""
    folded = fold(text)
    hits = scan(folded, "en")
    found = [h.title(folded, text) for h in find_titles(folded, hits, find_dates(folded, hits), "en")]
    assert [(t.form, [str(day) for day in t.dates], [p.entity for p in t.senders]) for t in found] == [
        ("letter", ["2011-05-03"], ["TCD"]),
        ("letter", ["2011-04-02"], []),
        ("note verbale", [], ["BEN"]),
        ("letter", ["2011-05-04"], ["SDN"]),
    ]
    assert text[found[0].start : found[0].end].startswith("Letter dated")
    assert found[0].end < text.index("I refer")


PIECES = [*sorted({word for case in CASES for word in case[language_of(case)].split(" ")}), ", Mr. 1 1 1", "(", "\n\n"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map(" ".join), st.sampled_from(LANGUAGES))
def test_any_words_in_any_order(text, language):
    folded = fold(text)
    hits = scan(folded, language)
    end = 0
    for heading in find_titles(folded, hits, find_dates(folded, hits), language, "S"):
        assert end <= heading.start < heading.end <= len(folded.plain)
        end = heading.end
        title = heading.title(folded, text)
        for party in (*title.senders, *title.addressees):
            assert text[party.start : party.end] == party.text
    parse_title(text)


def test_a_partial_date_is_no_date():
    assert parse_title("letter of 12 August from the Secretary-General").dates == ()


def test_on_behalf_of():
    text = "Letter dated 3 May 2011 from the Permanent Representative of Chad on behalf of the African Union"
    folded = fold(text)
    hits = scan(folded, "en")
    (heading,) = find_titles(folded, hits, find_dates(folded, hits), "en")
    assert [named.entity for named in heading.senders] == ["TCD"]
    assert [named.entity for named in heading.on_behalf_of] == ["AU"]


def test_a_title_names_as_many_states_as_write():
    states = (
        *("Afghanistan", "Algeria", "Bahrain", "Bangladesh", "Benin", "Brunei Darussalam", "Bulgaria", "Cameroon"),
        *(
            "Cabo Verde",
            "Chad",
            "Chile",
            "the Comoros",
            "Costa Rica",
            "Cuba",
            "Cyprus",
            "the Czech Republic",
            "Djibouti",
        ),
        *(
            "the Dominican Republic",
            "Equatorial Guinea",
            "Ethiopia",
            "the Gambia",
            "Guinea-Bissau",
            "Honduras",
            "Hungary",
        ),
        *(
            "Indonesia",
            "Iran (Islamic Republic of)",
            "Iraq",
            "Jordan",
            "Kuwait",
            "the Lao People's Democratic Republic",
        ),
        *("Lebanon", "Madagascar", "Malaysia", "Mali", "Mauritania", "Mongolia", "Morocco", "Nicaragua", "the Niger"),
        *(
            "Oman",
            "Pakistan",
            "Papua New Guinea",
            "Poland",
            "Qatar",
            "Saint Vincent and the Grenadines",
            "Saudi Arabia",
        ),
        *(
            "Sao Tome and Principe",
            "Senegal",
            "Somalia",
            "the Sudan",
            "the Syrian Arab Republic",
            "Trinidad and Tobago",
        ),
        *("Tunisia", "the United Arab Emirates", "Uruguay", "Viet Nam", "Yemen", "Zambia"),
    )
    title = parse_title(
        f"Letter dated 15 October 1985 from the representatives of {', '.join(states)} and Zimbabwe to the United "
        "Nations addressed to the President of the General Assembly"
    )
    assert title is not None
    assert len(title.senders) == len(states) + 1
    assert [(party.entity, party.capacity) for party in title.addressees] == [("A", "President")]
