"""Citations: each convention of the field as a case, in the language in which it is printed."""

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from unanalysis.mentions import find_mentions

CASES = yaml.safe_load((Path(__file__).parent / "citations.yaml").read_text(encoding="utf-8"))
CITED = {"resolution", "decision", "statement", "document"}


def cited(text: str, language: str, issuer: str | None = None) -> list[str]:
    return [m.target for m in find_mentions(text, language, issuer) if m.kind in CITED]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_conventions(case: dict[str, Any]) -> None:
    assert cited(case["text"], case["language"], case["issuer"]) == case["cites"], case["why"]


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


def test_a_committee_is_named_once():
    """The resolution that established it is cited again right behind it."""
    text = "The Security Council Committee established pursuant to resolution 1540 (2004) met: 1540 (2004)."
    found = [mention for mention in find_mentions(text, "en") if mention.kind == "organ"]
    assert [(mention.target, mention.text) for mention in found] == [("S/AC.44", "Security Council Committee")]
