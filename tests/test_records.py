"""Letters known by a catalogue record or a list, alone and beside their text; and what metadata state."""

from __future__ import annotations

import io
from datetime import date as Date
from pathlib import Path

import pandas as pd
import pymarc
import pytest

import unanalysis as un
from unanalysis.metadata import read_metadata
from unanalysis.types import Finding

TITLE = (
    "Letter dated 4 September 2019 from the Permanent Representative of Lebanon to the United Nations addressed to the "
    "Secretary-General"
)
TEXT = f"""United Nations
A/74/912-S/2019/912
Distr.: General
6 September 2019
English
Original: Arabic

{TITLE}

I have the honour to refer to Security Council resolution 1701 (2006) and to my letter S/2019/900.

(Signed) Rima Testfeld
Ambassador
"""


def marcxml(*fields: tuple[str, str, str], number: str = "3825001") -> bytes:
    """A record as the Digital Library has it, written by pymarc; of each field the tag, the subfield and the value."""
    record = pymarc.Record(to_unicode=True, force_utf8=True)
    record.add_field(pymarc.Field(tag="001", data=number))
    for tag, code, value in fields:
        subfields = [pymarc.Subfield(code, value)]
        record.add_field(pymarc.Field(tag=tag, indicators=pymarc.Indicators(" ", " "), subfields=subfields))
    buffer = io.BytesIO()
    writer = pymarc.XMLWriter(buffer)
    writer.write(record)
    writer.close(close_fh=False)
    return buffer.getvalue()


def read(folder: Path, **files: bytes | str) -> un.Corpus:
    """The letters of some files, "list_csv" for "list.csv"."""
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(data)
    return un.read_letters(folder, progress=False)


def plain(row: pd.Series, *columns: str) -> list[object]:
    return [None if pd.isna(value) else str(value).removesuffix(" 00:00:00") for value in row[list(columns)]]


def roles(corpus: un.Corpus) -> list[tuple[str, str, str]]:
    return list(corpus.parties[["role", "entity", "capacity"]].itertuples(index=False, name=None))


LEBANON_TO_SG = [
    ("sender", "LBN", "Permanent Representative"),
    ("addressee", "SG", "Secretary-General"),
]


def test_a_record_alone_is_a_letter(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        records_marcxml=marcxml(
            ("191", "a", "A/74/912"), ("191", "b", "A/"), ("191", "c", "74"), ("791", "a", "S/2019/912"),
            ("041", "a", "eng"), ("245", "a", f"{TITLE} /"), ("269", "a", "2019-09-06"), ("992", "a", "2019-09-04"),
            ("500", "a", "Refers to Security Council resolution 1701 (2006)."), ("546", "a", "Original: Arabic."),
            ("991", "b", "34 (a)"),
        ),
    )  # fmt: skip
    letter = corpus.letters.iloc[0]
    columns = ("form", "symbol", "organ", "date", "date_text", "issued", "language", "original_language", "session")
    assert plain(letter, *columns, "agenda_items", "title", "part") == [
        "letter", "A/74/912-S/2019/912", "A; S", "2019-09-04", "4 September 2019", "2019-09-06", "en", "ar", "74",
        "34(a)", TITLE, "letter",
    ]  # fmt: skip
    assert roles(corpus) == LEBANON_TO_SG
    assert "S/RES/1701(2006)" in set(corpus.mentions["target"])
    assert "A/74/912" not in set(corpus.mentions["target"]), "the letter's own symbol is no mention"
    assert corpus.problems.empty
    text = corpus.documents["text"].iloc[0]
    for table in (corpus.parties, corpus.mentions):
        assert [text[a:b] for a, b in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()


@pytest.mark.parametrize(
    ("title", "expected", "reason"),
    [
        ("Letter dated 2000/11/20 from the Permanent Representative of Mali", "2000-11-20", "dates of old records"),
        ("Letter dated 91/12/30 from the Permanent Representative of Mali", "1991-12-30", "and of older ones"),
        ("Letter dated 2000/13/20 from the Permanent Representative of Mali", "2000-11-21", "no day of the calendar"),
        ("Letter from the Permanent Representative of Mali", "2000-11-21", "the title has none"),
        ("Report of the Secretary-General on Mali", None, "no letter"),
        ("Security Council resolution 1329 (2000)", None, "a resolution"),
    ],
)
def test_titles_of_records(tmp_path: Path, title: str, expected: str | None, reason: str) -> None:
    corpus = read(
        tmp_path, r_marcxml=marcxml(("191", "a", "S/2000/1102"), ("245", "a", title), ("992", "a", "2000-11-21"))
    )
    assert corpus.letters["date"].dt.strftime("%Y-%m-%d").tolist() == ([expected] if expected else []), reason
    assert expected or corpus.problems["severity"].tolist() == ["note"], "and it is said why there is no row"


def test_a_record_and_a_text_of_one_symbol_join(tmp_path: Path) -> None:
    record = marcxml(
        ("191", "a", "S/2019/912"), ("245", "a", TITLE.replace("4 Sept", "5 Sept").replace("Lebanon", "Libya")),
        ("269", "a", "2019-09-09"), ("041", "a", "eng"),
    )  # fmt: skip
    corpus = read(tmp_path, letter_txt=TEXT, records_marcxml=record)
    assert corpus.letters["work_id"].tolist() == ["A/74/912-S/2019/912"] * 2
    found = un.disagreements(corpus).set_index("field")
    assert set(found.index) == {"date", "sender", "issued"}, "and no citation: a record has none of those of its letter"
    sides = {str(found.loc["date", f"letter_id_{side}"]): side for side in "ab"}
    texts = corpus.documents.set_index("document_id")["text"]
    said = {
        letter: texts[letter][found.loc["date", f"start_{side}"] : found.loc["date", f"end_{side}"]]
        for letter, side in sides.items()
    }
    assert said == {"letter": "4 September 2019", "3825001": "5 September 2019"}
    assert {found.loc["sender", "value_a"], found.loc["sender", "value_b"]} == {
        "LBN (Permanent Representative)", "LBY (Permanent Representative)",
    }  # fmt: skip
    assert found.loc["issued", ["start_a", "start_b"]].isna().all(), "the date of issue has no place in the tables"


LISTS = [
    (
        "known by symbol, date and title alone",
        f"symbol,date,title\nS/2019/912,2019-09-04,{TITLE}\n",
        ["S/2019/912", "2019-09-04", None, "letter"],
        [],
    ),
    (
        "a text without masthead: the list fills in",
        f'symbol,issued,text\nS/2019/912,6 September 2019,"{TITLE}\n\nI have the honour to inform you."\n',
        ["S/2019/912", "2019-09-04", "2019-09-06", "letter"],
        [],
    ),
    (
        "a text without title: that of the list stands above it",
        f'symbol,title,text\nS/2019/912,{TITLE},"I have the honour to inform you of the following incident."\n',
        ["S/2019/912", "2019-09-04", None, "letter"],
        [],
    ),
    (
        "the text is believed, and the list heard",
        f'symbol,date,text\nS/2019/911,2019-10-04,"{TEXT}"\n',
        ["A/74/912-S/2019/912", "2019-09-04", "2019-09-06", "letter"],
        ["symbol S/2019/911", "date 2019-10-04"],
    ),
    (
        "half of a joint symbol, and the date of issue, are no contradiction",
        f'symbol,date,text\nS/2019/912,2019-09-06,"{TEXT}"\n',
        ["A/74/912-S/2019/912", "2019-09-04", "2019-09-06", "letter"],
        [],
    ),
    (
        "a date that may be of two days is none",
        f"symbol,date,title\nS/2019/912,04/09/2019,{TITLE.replace('dated 4 September 2019 ', '')}\n",
        ["S/2019/912", None, None, "letter"],
        ["'04/09/2019' was not understood"],
    ),
    (
        "a file that cannot be read is known by its row",
        f"symbol,title,path\nS/2019/912,{TITLE},gone.pdf\n",
        ["S/2019/912", "2019-09-04", None, "letter"],
        ["not there"],
    ),
]


@pytest.mark.parametrize(("reason", "listed", "expected", "problems"), LISTS, ids=[case[0] for case in LISTS])
def test_letters_of_lists(tmp_path: Path, reason: str, listed: str, expected: list[str], problems: list[str]) -> None:
    corpus = read(tmp_path, list_csv=listed)
    assert len(corpus.letters) == 1, corpus.problems["message"].tolist()
    assert plain(corpus.letters.iloc[0], "symbol", "date", "issued", "form") == expected
    assert roles(corpus)[:2] == LEBANON_TO_SG
    told = corpus.problems.loc[corpus.problems["severity"] != "note", "message"].tolist()
    for words in problems:
        assert any(all(word in message for word in words.split(" ", 1)) for message in told), told
    assert len(told) == len(problems), told


def test_a_frame_with_columns_of_its_own() -> None:
    frame = pd.DataFrame({"Ref": ["S/2019/912"], "What": [TITLE]})
    corpus = un.read_letters(frame, mapping={"symbol": "Ref", "title": "What"}, progress=False)
    assert corpus.letters[["symbol", "form"]].values.tolist() == [["S/2019/912", "letter"]]


def test_a_resolution_is_said_to_be_one(tmp_path: Path) -> None:
    document = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><coverPage><p>'
        '<docNumber refersTo="#symbol">S/RES/2254 (2015)</docNumber></p></coverPage><mainBody>'
        "<p>The Security Council,</p><p>Recalling its resolution 2118 (2013),</p></mainBody></statement></akomaNtoso>"
    )
    corpus = read(tmp_path, resolution_xml=document)
    assert len(corpus.documents) == 1
    assert corpus.letters.empty
    assert corpus.problems[["severity", "message"]].values.tolist() == [
        ["note", "This is S/RES/2254(2015), a resolution and no letter. Hint: read_register reads what organs adopted."]
    ]


@pytest.mark.parametrize(
    ("findings", "field", "expected", "reason"),
    [
        ([("symbol", "S/RES/2254 (2015)")], "symbol", "S/RES/2254(2015)", "blanks belong to the print"),
        ([("symbol", "A/48/486"), ("symbol", "S/26560")], "symbol", "A/48/486-S/26560", "191 and 791 make a joint one"),
        ([("symbol", "PM/2016/200")], "symbol", None, "a reference number is no symbol"),
        ([("organ", "Conseil de sécurité")], "organ", "S", "an organ by its name"),
        ([("organ", "S"), ("session", "69")], "session", None, "the Council's sixty-ninth year is no session"),
        ([("organ", "A"), ("session", "74")], "session", "74", "the Assembly's session"),
        ([("language", "en"), ("language", "fr")], "language", None, "the record of all versions is in none of them"),
        ([("language", "Français")], "language", "fr", "a language by its name"),
        ([("date", "2014")], "doubtful", (), "a year is no mistake"),
        ([("date", "soon")], "doubtful", ("soon",), "but this is"),
        ([("agenda_item", "Agenda items 34 (a) and 107")], "agenda_items", ("34(a)", "107"), "numbers of items"),
        ([("issued", "6 сентября 2019 года")], "issued", Date(2019, 9, 6), "dates in words"),
    ],
)
def test_metadata(findings: list[tuple[str, str]], field: str, expected: object, reason: str) -> None:
    assert getattr(read_metadata([Finding(*finding) for finding in findings]), field) == expected, reason
