"""Symbols as they are printed, and what only looks like one."""

import pytest

from unanalysis.fold import fold
from unanalysis.symbols import SYMBOL, arabic, body_of, canonical, halves, kind_of, roman


def symbols(text: str) -> list[str]:
    return [canonical(m[0]) for m in SYMBOL.finditer(fold(text).plain) if any(c.isdigit() for c in m[0])]


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("S/2020/764", ["S/2020/764"], "the plain form"),
        ("A/74/976–S/2020/773", ["A/74/976-S/2020/773"], "a joint symbol with a dash"),
        ("S/91XL RUSSIAN", [], "the Council's numbers have no letters: a misread one"),
        ("A/62/667S/2008/55", ["A/62/667", "S/2008/55"], "two symbols glued"),
        ("A/78/3358/2023/642", ["A/78/335-S/2023/642"], "a dash lost by a scan, and an S misread"),
        ("A/78/3358/2013/642", ["A/78/3358/2013/642"], "but not in that year's session"),
        ("Consejo de SeguridadS/2016/779", ["S/2016/779"], "glued to the word before"),
        ("S/2021/9764Distr.: General", ["S/2021/9764"], "glued to the word after"),
        ("S / 12128", ["S/12128"], "blanks of an old print"),
        ("A/PV. 2377", ["A/PV.2377"], "a blank behind the stop"),
        ("S/2024/10/Rev.1/Add.36", ["S/2024/10/Rev.1/Add.36"], "suffixes"),
        ("NPT/CONF.2000/28 (Parts I and II)/Corr.1", ["NPT/CONF.2000/28(PartsIandII)/Corr.1"], "parts"),
        ("A/78/6 (Sect. 29A)", ["A/78/6(Sect.29A)"], "a section with a letter"),
        ("وS/24661", ["S/24661"], "an Arabic particle written before it"),
        ("(S/1594771)", ["S/15947"], "a footnote number glued to an old symbol"),
        ("А/76/20", ["A/76/20"], "a Cyrillic A"),
        ("A/C.6/76/SR.19. The statements", ["A/C.6/76/SR.19"], "a sentence ends behind it"),
        ("PM/2016/200 and ODA/08-2017/CAC", [], "reference numbers of missions and offices"),
        ("and/or 12/05/2020", [], "no series symbol"),
        ("OEA/Ser.G CP/doc.3515/01", [], "another organization's"),
    ],
)
def test_symbols(text: str, found: list[str], why: str) -> None:
    assert symbols(text) == found, why


@pytest.mark.parametrize(
    ("symbol", "kind", "body"),
    [
        ("S/RES/2254(2015)", "resolution", "S"),
        ("A/HRC/RES/46/22", "resolution", "A/HRC"),
        ("UNEP/EA.4/RES.6", "resolution", "UNEP/EA.4"),
        ("S/PRST/2019/13", "statement", "S"),
        ("A/DEC/74/544", "decision", "A"),
        ("S/2020/764", "document", None),
    ],
)
def test_kinds(symbol: str, kind: str, body: str | None) -> None:
    assert (kind_of(symbol), body_of(symbol)) == (kind, body)


def test_halves_of_a_joint_symbol() -> None:
    assert halves("A/74/976-S/2020/773") == ["A/74/976", "S/2020/773"]
    assert halves("A/C.6/56/SR.11-13") == ["A/C.6/56/SR.11-13"]


@pytest.mark.parametrize("number", range(1, 70))
def test_roman_numerals_lead_back(number: int) -> None:
    assert arabic(roman(number)) == number


@pytest.mark.parametrize("wrong", ["", "IIX", "VV", "ABC", "IC"])
def test_what_is_no_roman_numeral(wrong: str) -> None:
    assert arabic(wrong) is None
