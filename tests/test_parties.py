"""Parties in stretches of text: signature blocks, letterheads, formulae (`parties.yaml`)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from unanalysis.fold import fold
from unanalysis.gaps import gap
from unanalysis.lexicon import LANGUAGES
from unanalysis.parties import read_parties
from unanalysis.scan import scan

CASES = yaml.safe_load((Path(__file__).parent / "parties.yaml").read_text(encoding="utf-8"))
PR, MFA = "Permanent Representative", "Minister for Foreign Affairs"


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_parties(case):
    language = next(language for language in LANGUAGES if language in case)
    folded = fold(case[language])
    found = read_parties(folded, scan(folded, language), 0, len(folded.plain), language, case.get("issuer"))
    assert [[named.entity, named.capacity] for named in found] == case["parties"]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("the President of Mozambique, Mr. Amadeu Exemplo", "Amadeu Exemplo", "Head of State"),
        ("Catalina Muestra-Ruiz, Minister for Foreign Affairs of Peru", "Catalina Muestra-Ruiz", MFA),
        ("Dr. Anton Beispiel", "Anton Beispiel", None),
        ("the Secretary-General, António Exemplo", "António Exemplo", "Secretary-General"),
        ("PRESIDENT OF THE GENERAL ASSEMBLY CONCERNING THE SITUATION", None, "President"),
        ("the President, Amphictyonic Peoples Organization", None, "President"),
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
    [
        (" of the ", "en", "oa"),
        (", and of the ", "en", ",&oa"),
        (" par intérim de l'", "fr", "qoa"),
        (" لل", "ar", "o"),
        ("和", "zh", "&"),
    ],
)
def test_what_words_between_names_say(between, language, said):
    assert gap(fold(between).lower, language) == said
