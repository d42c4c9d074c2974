"""Files in which several letters stand one below the other, or an annexed letter whose heading was lost."""

import pytest

import unanalysis as un


def test_a_covering_letter_that_lost_its_title_with_the_masthead():
    text = """6 June 1997

I have the honour to forward what the Director General of the Agency has written to me (see annex).

I request that the members of the Security Council be shown it.

(Signed) Adam TESTANI

Page 2


Letter dated 5 June 1997 from the Director General of the International Atomic Energy Agency addressed to the
Secretary-General

I refer to document S/1997/9930.

(Signed) Jan PROBE
"""
    letters = un.parse_letter(text)
    assert [(each.part, str(each.date)) for each in letters] == [("letter", "1997-06-06"), ("annex", "1997-06-05")]
    assert not [mention for mention in letters[0].mentions if mention.kind == "document"]


def test_a_title_below_a_signature_is_no_annex_where_none_is_announced():
    text = """6 June 1997

I have the honour to write to you.

(Signed) Adam TESTANI


Letter dated 5 June 1997 from the Permanent Representative of Chad to the United Nations addressed to the
Secretary-General

I refer to document S/1997/9930 (see annex).
"""
    assert [each.part for each in un.parse_letter(text)] == ["letter"]


RECORDS = """DOCUMENT S/9750
Letter dated 3 May 1961 from the representative of Chad to the President of the Security Council
[Original: French]
[4 May 1961]
I have the honour to write to you about our border.

(Signed) A. TESTANI
Representative of Chad

DOCUMENT S/9751
Telegram dated 4 May 1961 from the Prime Minister of Togo addressed to the Secretary-General
[Original: English]
[5 May 1961]
I wish to inform you of our answer to document S/9750.

(Signed) J. PROBE
Prime Minister

Annex

List of places

DOCUMENT S/9752
Note verbale dated 5 May 1961 from the representative of Benin addressed to the Secretary-General
The Permanent Mission of Benin presents its compliments to the Secretary-General and refers to the above.
"""


def test_letters_of_the_official_records_one_below_the_other():
    letters = un.parse_letter(RECORDS)
    assert [(each.letter_id, each.form, each.symbol, str(each.issued), each.original_language) for each in letters] == [
        ("", "letter", "S/9750", "1961-05-04", "fr"),
        ("#2", "cable", "S/9751", "1961-05-05", "en"),
        ("#3", "note verbale", "S/9752", "None", None),
    ]
    assert [[party.entity for party in each.parties if party.role == "sender"] for each in letters] == [
        ["TCD"],
        ["TGO"],
        ["BEN"],
    ]
    assert [[m.target for m in each.mentions if m.kind == "document"] for each in letters] == [[], ["S/9750"], []]


EXCHANGE = """{}Letter dated 3 June 2010 from the Prime Minister of Chad addressed to the Secretary-General

I have the honour to inform you of our plans.

(Signed) Adam Testani

{}Letter dated 5 June 2010 from the Secretary-General addressed to the Prime Minister of Chad

I {} your letter of 3 June.

(Signed) Ana Probe
"""


COVERING = """Letter dated 6 June 2010 from the Permanent Representative of Chad to the United Nations addressed to the
President of the Security Council

I have the honour to forward to you two letters (see annex).

(Signed) Jan Ensayo

Annex

"""


@pytest.mark.parametrize(
    ("text", "parts", "why"),
    [
        (EXCHANGE.format("", "", "thank you for"), ["letter", "letter"], "an answer"),
        (EXCHANGE.format("", "S/2010/9101\n", "thank you for"), ["letter", "letter"], "with its symbol"),
        (EXCHANGE.format(COVERING, "", "thank you for"), ["letter", "annex", "annex"], "in one annex"),
        (EXCHANGE.format("", "", "did not get"), ["letter"], "no body of a letter: a list of titles"),
        (EXCHANGE.format("", "See also\n", "thank you for"), ["letter"], "words above it: a page's list"),
        (2 * EXCHANGE.format("", "", "thank you for").partition("Letter dated 5")[0], ["letter"], "a copy"),
    ],
)  # fmt: skip
def test_several_letters_in_one_file(text: str, parts: list[str], why: str) -> None:
    assert [each.part for each in un.parse_letter(text)] == parts, why
