"""Parties in stretches of text: signature blocks, letterheads, addresses, formulae of notes verbales."""

from __future__ import annotations

import pytest

from unanalysis.fold import fold
from unanalysis.gaps import gap
from unanalysis.parties import read_parties
from unanalysis.scan import scan

PR, PM, MFA = "Permanent Representative", "Permanent Mission", "Minister for Foreign Affairs"

# reason, language, text, issuer, entities and capacities
CASES = [
    ("signature block", "en", "Ambassador\nPermanent Representative of Malta", None, [("MLT", PR)]),
    ("office without a State", "en", "Ambassador\nPermanent Representative", None, [(None, PR)]),
    ("letterhead of a mission", "en", "Permanent Mission of the Republic of Korea to the United Nations", None, [("KOR", PM)]),
    ("rank of a chargé d'affaires", "en", "Minister Plenipotentiary, Chargé d'affaires a.i.", None, [(None, "Chargé d'affaires a.i.")]),
    ("bare organ", "en", "the members of the Security Council", None, [("S", None)]),
    ("bare State", "en", "Nicaragua", None, [("NIC", None)]),
    ("words that hold a State are no party", "en", "the families of those who fled to Chad", None, []),
    ("the Organization is not whom he acts for", "en", "Secretary-General of the United Nations", None, [("SG", "Secretary-General")]),
    ("Secretary-General of an organization nobody knows", "en", "Secretary-General of the Amphictyonic League", None, [(None, "Secretary-General")]),
    ("head of State", "en", "President of the Republic of Zambia", None, [("ZMB", "Head of State")]),
    ("president of an organ", "en", "President of the General Assembly", None, [("A", "President")]),
    ("its President", "en", "its President", "S", [("S", "President")]),
    ("its President, of nobody knows what", "en", "its President", None, [(None, "President")]),
    ("its Minister is not the Council's", "en", "its Minister for Foreign Affairs", "S", [(None, MFA)]),
    ("the Council whose document it is", "en", "President of the Council", "A/HRC", [("A/HRC", "President")]),
    ("first a State's office, then, bare, a body's: one person", "en", "Minister for Foreign Affairs of Ireland and President of the General Assembly", None, [("IRL", MFA)]),
    ("with an article: two persons", "en", "the Minister for Foreign Affairs of Ireland and the President of the General Assembly", None, [("IRL", MFA), ("A", "President")]),
    ("a government through its minister", "en", "Government of Iraq through its Minister for Foreign Affairs", None, [("IRQ", MFA)]),
    ("adjective of the State within the office", "fr", "le Ministre iraquien des affaires étrangères par intérim", None, [("IRQ", MFA)]),
    ("adjective of the State", "fr", "le Gouvernement soudanais", None, [("SDN", "Government")]),
    ("body with a chair", "fr", "la Présidente de la Cinquième Commission", None, [("A/C.5", "Chair")]),
    ("formula of a note verbale", "fr", "La Mission permanente du Bénin auprès de l'Organisation des Nations Unies", None, [("BEN", PM)]),
    ("several entities of one office", "es", "los Representantes Permanentes de Chile y el Uruguay ante las Naciones Unidas", None, [("CHL", PR), ("URY", PR)]),
    ("genitive", "ru", "Постоянного представителя Украины при Организации Объединенных Наций", None, [("UKR", PR)]),
    ("joined preposition", "ar", "الممثل الدائم لأوكرانيا لدى الأمم المتحدة", None, [("UKR", PR)]),
    ("joined article", "ar", "الممثل الدائم للسودان", None, [("SDN", PR)]),
    ("a name that begins like an article", "ar", "الممثل الدائم لألمانيا", None, [("DEU", PR)]),
    ("entity first", "zh", "安全理事会主席", None, [("S", "President")]),
    ("the office proper comes last", "zh", "古巴常驻联合国代表团临时代办", None, [("CUB", "Chargé d'affaires a.i.")]),
    ("of two parted by other words the last", "zh", "秘书处考虑到安全理事会主席", None, [("S", "President")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "issuer", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_parties(language, text, issuer, expected):
    folded = fold(text)
    found = read_parties(folded, scan(folded, language), 0, len(folded.plain), language, issuer)
    assert [(named.entity, named.capacity) for named in found] == expected


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("the President of Mozambique, Mr. Amadeu Exemplo", "Amadeu Exemplo", "Head of State"),
        ("Catalina Muestra-Ruiz, Minister for Foreign Affairs of Peru", "Catalina Muestra-Ruiz", MFA),
        ("Dr. Anton Beispiel", "Anton Beispiel", None),
        ("the Permanent Representative of Japan", None, PR),
    ],
)
def test_names_of_persons(text, name, office):
    folded = fold(text)
    (named,) = read_parties(folded, scan(folded, "en"), 0, len(folded.plain), "en")
    party = named.party("sender", folded, text)
    assert (party.name, party.capacity) == (name, office)
    assert text[party.start : party.end] == party.text


def test_a_stretch_is_read_from_its_start_to_its_end():
    folded = fold("the Government of Chad asked the Government of Benin")
    hits = scan(folded, "en")
    assert [n.entity for n in read_parties(folded, hits, 0, 22, "en")] == ["TCD"]
    assert [n.entity for n in read_parties(folded, hits, 28, len(folded.plain), "en")] == ["BEN"]


@pytest.mark.parametrize(
    ("between", "language", "said"),
    [(" of the ", "en", "oa"), (", and of the ", "en", ",&oa"), (" par intérim de l'", "fr", "qoa"), (" لل", "ar", "o"), ("和", "zh", "&")],
)  # fmt: skip
def test_what_words_between_names_say(between, language, said):
    assert gap(fold(between).lower, language) == said
