"""Registers of what was adopted, and citations held against them and against arithmetic."""

from __future__ import annotations

from datetime import date as Date
from pathlib import Path

import pandas as pd
import pytest

import unanalysis as un
from tests.corpora import letter, source
from unanalysis.adoption import adoption_period, doubt_of, number_of
from unanalysis.corpus import build
from unanalysis.types import Mention, Reading

# ---- Numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("symbol", "period", "reason"),
    [
        ("S/RES/1(1946)", "in 1946", "the Council's first"),
        ("S/RES/2254(2015)", "in 2015", "its numbers run on"),
        ("S/PRST/2019/13", "in 2019", "the year is in the symbol"),
        ("A/RES/1(I)", "between 1946-01-01 and 1947-09-30", "the first session opened in January"),
        ("A/RES/3379(XXX)", "between 1975-09-01 and 1976-09-30", "sessions in Roman numerals"),
        ("A/RES/45/150A", "between 1990-09-01 and 1991-09-30", "parts"),
        ("A/DEC/74/544", "between 2019-09-01 and 2020-09-30", "decisions"),
        ("A/RES/S-27/2", "in 2002", "special sessions"),
        ("A/RES/1874(S-IV)", "in 1963", "in Roman numerals too"),
        ("A/RES/ES-7/9", "between 1980 and 1982", "emergency sessions that were resumed"),
        ("A/RES/ES-11/1", "in 2022 or later", "and one that still is"),
        ("A/HRC/RES/S-27/1", "in 2017", "special sessions of the Human Rights Council"),
        ("A/HRC/RES/46/22", "between 2020 and 2021", "three sessions a year, the first with a margin"),
        ("E/RES/2010/7", "in 2010", "the year's session"),
        ("E/RES/2021/7", "between 2020-07-01 and 2021-12-31", "which has opened in July of the year before since 2015"),
        ("UNEP/EA.4/RES.6", None, "no rule"),
    ],
)
def test_when_a_number_was_adopted(symbol: str, period: str | None, reason: str) -> None:
    number = number_of(symbol)
    found = adoption_period(number) if number else None
    assert (None if found is None else str(found)) == period, reason


@pytest.mark.parametrize(
    ("symbol", "words", "reason"),
    [
        ("S/RES/2254(2016)", "is of 2015, not of 2016", "the number is known, the year wrong"),
        ("S/RES/2800(2023)", "2672 to 2721", "no such number in a year that is over"),
        ("S/RES/2254(2040)", "is of 2015", "a year after the table, but a number in it"),
        ("S/RES/3(1945)", "is of 1946", "before there was a Council"),
        ("S/RES/0(2015)", "begin with 1", "zero"),
        ("S/PRST/1990/3", "1994", "statements had other symbols then"),
        ("A/RES/12/7", "numbered its resolutions through", "numbers by session are newer"),
        ("A/RES/3600(XXXI)", "numbered by session", "Roman numerals are older"),
        ("A/RES/194(V)", "session III", "the Assembly numbered through: the number tells the session"),
        ("A/RES/3201(XXIX)", "session S-VI", "so it does of special sessions"),
        ("A/RES/183(I)", None, "between two sessions nothing is known"),
        ("S/RES/9999(2040)", None, "what nobody knows yet is not doubted"),
        ("A/RES/78/123", None, "how many a session adopted is not known"),
        ("A/RES/S-99/1", None, "a special session that the table does not know"),
    ],
)
def test_numbers_that_cannot_be(symbol: str, words: str | None, reason: str) -> None:
    number = number_of(symbol)
    assert number is not None
    doubt = doubt_of(number)
    assert (doubt is None) if words is None else (doubt is not None and words in doubt), reason


# ---- Registers -------------------------------------------------------------------------------------------------------

AKOMA_NTOSO = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><meta><identification>
<FRBRWork><FRBRdate date="2015-12-18" name="adoption"/><FRBRauthor href="sc"/></FRBRWork>
<FRBRExpression><FRBRdate date="2015-12-18"/><FRBRlanguage language="{language}"/></FRBRExpression></identification>
<classification><keyword refersTo="title" showAs="On Syria" value="" dictionary="DHL"/></classification></meta>
<coverPage><p><docNumber refersTo="#symbol">S/RES/2254 (2015)</docNumber></p></coverPage>
<mainBody><p>The Security Council,</p></mainBody></statement></akomaNtoso>"""

MARCXML = """<collection xmlns="http://www.loc.gov/MARC21/slim"><record>
<datafield tag="191" ind1=" " ind2=" "><subfield code="a">A/RES/377(V)[A-C]</subfield></datafield>
<datafield tag="245" ind1=" " ind2=" "><subfield code="a">Uniting for peace :</subfield></datafield>
<datafield tag="992" ind1=" " ind2=" "><subfield code="a">1950-11-03</subfield></datafield></record><record>
<datafield tag="191" ind1=" " ind2=" "><subfield code="a">A/1481</subfield></datafield>
<datafield tag="245" ind1=" " ind2=" "><subfield code="a">A report</subfield></datafield></record></collection>"""


def test_registers_of_every_kind(tmp_path: Path) -> None:
    (tmp_path / "en.xml").write_text(AKOMA_NTOSO.format(language="eng"), encoding="utf-8")
    (tmp_path / "fr.xml").write_text(AKOMA_NTOSO.format(language="fre"), encoding="utf-8")
    (tmp_path / "export.marcxml").write_text(MARCXML, encoding="utf-8")
    (tmp_path / "list.csv").write_text(
        "resolution,date of adoption,title\n"
        "A/DEC/74/544,2020-03-27,Procedure\nS/2020/764,2020-08-03,No resolution\n"
        "S/PRST/2019/13,8 November 2019,Statement\n",
        encoding="utf-8",
    )
    register = un.read_register(tmp_path)
    columns = ["symbol", "kind", "body", "adopted", "title", "language", "session"]
    shown = register[columns].assign(adopted=register["adopted"].dt.strftime("%Y-%m-%d")).astype(object)
    uniting = ["resolution", "A", "1950-11-03", "Uniting for peace", None, "V"]
    assert shown.where(shown.notna(), None).values.tolist() == [
        ["A/DEC/74/544", "decision", "A", "2020-03-27", "Procedure", None, "74"],
        ["A/RES/377A(V)", *uniting],
        ["A/RES/377B(V)", *uniting],
        ["A/RES/377C(V)", *uniting],
        ["S/PRST/2019/13", "statement", "S", "2019-11-08", "Statement", None, None],
        ["S/RES/2254(2015)", "resolution", "S", "2015-12-18", "On Syria", "en", None],
        ["S/RES/2254(2015)", "resolution", "S", "2015-12-18", "On Syria", "fr", None],
    ]
    assert register["path"].str.startswith(str(tmp_path)).all()


def test_what_is_no_register(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("I have the honour", encoding="utf-8")
    with pytest.raises(un.InputError, match="columns for symbol and date of adoption"):
        un.read_register(tmp_path)
    (tmp_path / "en.xml").write_text(AKOMA_NTOSO.format(language="eng"), encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.warns(UserWarning, match=r"1 file.*broken\.pdf"):
        assert len(un.read_register(tmp_path)) == 1
    with pytest.raises(un.InputError, match="lacks the column 'adopted'"):
        un.check_citations(un.Corpus.empty(), pd.DataFrame({"symbol": ["S/RES/1(1946)"]}))


# ---- Checks ----------------------------------------------------------------------------------------------------------

REGISTER = pd.DataFrame(
    [("S/RES/2254(2015)", "2015-12-18"), ("S/RES/2801(2025)", "2025-01-15"), ("A/RES/217A(III)", "1948-12-10")]
    + [(f"A/RES/78/{number}", "2023-12-07") for number in range(1, 60) if number != 40],
    columns=["symbol", "adopted"],
)


def verdicts(target: str, stated: Date | None, written: Date | None, register: pd.DataFrame | None) -> list[str]:
    kinds = {"/DEC/": "decision", "/PRST/": "statement"}
    kind = next((kind for mark, kind in kinds.items() if mark in target), "resolution")
    citing = letter(symbol="S/2020/1", date=written)._replace(mentions=(Mention(kind, target, "x", 0, 1, stated),))
    table = un.check_citations(build([Reading(source("letter.txt", "x"), (citing,))]), register)
    assert table["severity"].isna().tolist() == table["message"].isna().tolist()
    told = zip(table["verdict"], table["severity"], strict=True)
    return [verdict if pd.isna(severity) else f"{verdict}: {severity}" for verdict, severity in told]


WRONG, LATE, DATE = "no such number: warning", "after the letter: warning", "other date: warning"
CHECKS = [
    ("nothing against it", "S/RES/2254(2015)", None, Date(2016, 5, 4), ["agrees"], ["agrees"]),
    ("the right date", "S/RES/2254(2015)", Date(2015, 12, 18), Date(2016, 5, 4), ["agrees"], ["agrees"]),
    ("a wrong day of the right year", "S/RES/2254(2015)", Date(2015, 12, 19), None, ["agrees"], [DATE]),
    (
        "a wrong year: arithmetic sees it", "S/RES/2254(2015)", Date(2014, 12, 18), None,
        [DATE], [DATE],
    ),
    (
        "later than the letter, in the same year", "S/RES/2254(2015)", None, Date(2015, 5, 4),
        ["agrees"], [LATE],
    ),
    (
        "later than the letter, by years", "S/RES/2254(2015)", None, Date(2014, 5, 4),
        [LATE], [LATE],
    ),
    (
        "two faults, two rows", "A/RES/78/7", Date(2022, 12, 7), Date(2021, 5, 4),
        [DATE, LATE], [DATE, LATE],
    ),
    ("a wrong year in the symbol", "S/RES/2254(2016)", None, None, [WRONG], [WRONG]),
    ("newer than the table", "S/RES/2801(2026)", None, None, ["agrees"], [WRONG]),
    ("a gap where nearly all are there", "A/RES/78/40", None, None, ["agrees"], ["not in register: warning"]),
    ("behind the last one", "A/RES/78/300", None, None, ["agrees"], ["not in register: note"]),
    ("a series of which the register has nothing", "A/RES/60/1", None, None, ["agrees"], ["agrees"]),
    ("cited without its part", "A/RES/217(III)", Date(1948, 12, 10), None, ["agrees"], ["agrees"]),
    ("the date of a decision", "A/DEC/74/544", Date(2018, 3, 27), None, [DATE], [DATE]),
    ("of which no rule tells", "UNEP/EA.4/RES.6", None, Date(2020, 1, 1), ["not checked"], ["not checked"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "target", "stated", "written", "alone", "held_against"), CHECKS, ids=[case[0] for case in CHECKS]
)
def test_checks(
    reason: str,
    target: str,
    stated: Date | None,
    written: Date | None,
    alone: list[str],
    held_against: list[str],
) -> None:
    assert verdicts(target, stated, written, None) == alone
    assert verdicts(target, stated, written, REGISTER) == held_against


def test_the_columns_of_checks(specimens: Path) -> None:
    corpus = un.read_letters(sorted(specimens.glob("en-S-20*.txt")), progress=False)
    table = un.check_citations(corpus)
    assert table.columns.tolist() == [
        "letter_id", "kind", "target", "text", "start", "end", "verdict", "severity", "adopted", "message",
    ]  # fmt: skip
    assert [str(dtype) for dtype in table.dtypes] == [
        "str", "str", "str", "str", "Int64", "Int64", "str", "str", "datetime64[s]", "str",
    ]  # fmt: skip
    cited = corpus.mentions[corpus.mentions["kind"].isin(["resolution", "decision", "statement"])]
    assert (
        table[["letter_id", "target", "start"]].values.tolist()
        == cited[["letter_id", "target", "start"]].values.tolist()
    )
    empty = un.check_citations(un.Corpus.empty())
    assert empty.dtypes.tolist() == table.dtypes.tolist()
