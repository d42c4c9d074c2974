"""Catalogue records: MARCXML, MARC 21 and the CSV of the Digital Library."""

from __future__ import annotations

import pandas as pd
import pymarc
import pytest

from tests.sources import read


def record(*fields: tuple[str, str, str]) -> pymarc.Record:
    made = pymarc.Record(to_unicode=True, force_utf8=True)
    made.add_field(pymarc.Field(tag="001", data="767123"))
    for tag, code, value in fields:
        made.add_field(
            pymarc.Field(tag=tag, indicators=pymarc.Indicators(" ", " "), subfields=[pymarc.Subfield(code, value)])
        )
    return made


FIELDS = (
    ("041", "a", "eng"), ("191", "a", "A/68/1"), ("191", "a", "S/2014/136"), ("191", "b", "S/"), ("191", "c", "69"),
    ("245", "a", "Letter dated 28 February 2014 from the Permanent Representative of Ukraine /"),
    ("269", "a", "20140228"), ("992", "a", "2014-02-28"), ("500", "a", "Original: Russian."),
    ("520", "a", "On Crimea."),
    ("650", "a", "UKRAINE SITUATION"), ("700", "a", "Sergeyev, Yuriy"), ("710", "a", "Ukraine."),
    ("991", "b", "14"), ("993", "a", "S/2014/135"),
)  # fmt: skip
EXPECTED = [
    ("symbol", "A/68/1"), ("symbol", "S/2014/136"), ("issued", "2014-02-28"), ("date", "2014-02-28"),
    ("title", "Letter dated 28 February 2014 from the Permanent Representative of Ukraine"),
    ("note", "Original: Russian."),
    ("summary", "On Crimea."), ("organ", "S"), ("session", "69"), ("language", "en"), ("original_language", "ru"),
    ("subject", "UKRAINE SITUATION"), ("person", "Sergeyev, Yuriy"), ("body", "Ukraine."), ("agenda_item", "14"),
    ("link", "S/2014/135"),
]  # fmt: skip


def exports() -> list[tuple[str, bytes]]:
    """The same record as the library writes it in each of its three forms."""
    made = record(*FIELDS)
    xml = (
        b'<?xml version="1.0"?><collection xmlns="http://www.loc.gov/MARC21/slim">'
        + pymarc.record_to_xml(made)
        + b"</collection>"
    )
    names = dict.fromkeys(f"{tag}__{code}" for tag, code, _ in FIELDS)
    cells = (" || ".join(value for tag, code, value in FIELDS if f"{tag}__{code}" == name) for name in names)
    table = pd.DataFrame([["767123", *cells]], columns=["001", *names]).to_csv(index=False)
    return [("r.xml", xml), ("r.mrc", made.as_marc()), ("r.csv", table.encode())]


@pytest.mark.parametrize(("name", "data"), exports(), ids=["marcxml", "marc", "csv"])
def test_records(name: str, data: bytes) -> None:
    (source,) = read(data, name)
    assert source.path == f"{name}/767123"
    assert [(f.field, f.value) for f in source.findings] == EXPECTED
    for finding in source.findings:
        if finding.field in ("title", "note", "summary"):
            assert source.text[finding.start : finding.end].startswith(finding.value)
    assert source.text.startswith("A/68/1\nS/2014/136\n")


def test_malformed_records() -> None:
    (name, data), *_ = exports()
    half = data.replace(b"</collection>", data[data.index(b"<record") : data.index(b"</record>") - 30])
    sources = read(half, name)
    assert sources[0].findings[0].value == "A/68/1", "what stands before the break is read"
    (nothing,) = read(b'<collection xmlns="http://www.loc.gov/MARC21/slim"></collection>', name)
    assert "no records" in nothing.problems[0].message
    bomb = b'<!DOCTYPE a [<!ENTITY a "SECRET"><!ENTITY b "&a;&a;">]>' + data.split(b"?>")[1].replace(
        b"On Crimea.", b"&b;"
    )
    assert all("SECRET" not in source.text for source in read(bomb, name))
