"""XML: Akoma Ntoso as it should be and as it is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources import found, short
from unanalysis.read import read_bytes, read_sources

AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta>
<identification source="#x"><FRBRWork><FRBRdate date="2015-12-18" name="adoption"/><FRBRauthor href="sc"
as="author"/></FRBRWork> <FRBRExpression><FRBRdate date="2015-12-19" name="publication"/><FRBRlanguage
language="fra"/></FRBRExpression></identification> <classification source="x"><keyword value="a" showAs="SYRIAN ARAB
REPUBLIC" dictionary="UNBIS Thesaurus"/></classification> </meta><coverPage><p><docNumber
refersTo="#symbol">S/RES/2254 (2015)</docNumber></p></coverPage> <preface><p><docTitle
refersTo="#resolutionTitle"><b>	Paix</b></docTitle></p></preface> <mainBody><paragraph><num>1.</num><content><p
xml:space="preserve">	<i>Réaffirme</i> sa résolution <a href="https://undocs.org/fr/S/RES/2139(2014)">2139
(2014)</a><authorialNote marker="1"><p>Voir <a href="https://undocs.org/fr/S/2015/1">S/2015/1</a>.</p></authorialNote>
;</p></content></paragraph></mainBody></statement></akomaNtoso>"""


def test_akoma_ntoso() -> None:
    source = read_bytes(AKN.encode(), "r.xml")
    assert source.format == "akoma ntoso"
    assert source.text == "S/RES/2254 (2015)\n\nPaix\n\n1. Réaffirme sa résolution 2139 (2014) ;\n\n1 Voir S/2015/1."
    assert found(source) == [
        ("date", "2015-12-18", None), ("organ", "S", None), ("issued", "2015-12-19", None), ("language", "fr", None),
        ("subject", "SYRIAN ARAB REPUBLIC", None), ("symbol", "S/RES/2254(2015)", "S/RES/2254 (2015)"),
        ("title", "Paix", "Paix"), ("link", "S/RES/2139(2014)", "2139 (2014)"), ("link", "S/2015/1", "S/2015/1"),
    ]  # fmt: skip


def test_links_in_and_around_other_elements_of_akoma_ntoso() -> None:
    text = """<akomaNtoso><statement><meta><note><p><a href="https://undocs.org/S/1">S/1</a></p></note></meta>
    <preface><p>
    <docTitle refersTo="#resolutionTitle">Letter of <a href="https://undocs.org/S/2020/7">7</a> May</docTitle>
    <a xmlns="http://www.w3.org/1999/xhtml" href="https://undocs.org/S/2">S/2</a> <inline name="part">A</inline></p>
    <p><a href="https://undocs.org/S/2020/8">S/2020/8</a></p></preface></statement></akomaNtoso>"""
    source = read_bytes(text.encode(), "r.xml")
    assert source.text == "Letter of 7 May S/2 A\nS/2020/8"
    assert found(source) == [
        ("link", "S/2020/7", "7"), ("title", "Letter of 7 May", "Letter of 7 May"), ("link", "S/2020/8", "S/2020/8"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "text", "severity", "reason"),
    [
        (AKN.replace("</docTitle>", "").encode(), "2139 (2014)", "note", "malformed: a tag that does not close"),
        (AKN[: AKN.index("</mainBody>")].encode(), "2139 (2014)", "warning", "cut off"),
        (AKN.encode("utf-16"), "Réaffirme", None, "UTF-16"),
        (AKN.replace("é", "\udce9").encode("utf-8", "surrogateescape"), "affirme", "note", "in a code page, unsaid"),
        (AKN.replace("</p>", "&nbsp;</p>").encode(), "2139", "warning", "an entity that XML has not"),
        (b"<akomaNtoso/>", "", "error", "nothing in it"),
        (b"<akomaNtoso><p>a&#xFDD0;&#64985;b\x01c</p></akomaNtoso>", "abc", None, "what would pass for a mark"),
        (b'<!DOCTYPE a [<!ENTITY x "yyyy">]><akomaNtoso><p>&x;</p></akomaNtoso>', "", "error", "an entity of its own"),
        (
            b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso><p>&x;</p></akomaNtoso>',
            "",
            "error",
            "an entity that names a file",
        ),
        (
            b'<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]><akomaNtoso>&b;</akomaNtoso>',
            "",
            "error",
            "a bomb",
        ),
        (
            b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><akomaNtoso><p>text</p></akomaNtoso>',
            "text",
            None,
            "no DTD is fetched",
        ),
    ],
    ids=short,
)
def test_xml_as_it_is_found(data: bytes, text: str, severity: str | None, reason: str) -> None:
    source = read_bytes(data, "r.xml")
    assert text in source.text, reason
    assert "root:" not in source.text, reason
    assert [problem.severity for problem in source.problems][:1] == ([severity] if severity else []), reason


def test_real_akoma_ntoso(shared: Path) -> None:
    from lxml import etree

    sources = [s for s in read_sources(shared / "akn") if s.format == "akoma ntoso"]
    assert len(sources) == 101
    for source in sources:
        fields = {finding.field: finding.value for finding in source.findings}
        assert {"symbol", "date", "organ", "language", "issued"} <= fields.keys(), source.path
        assert all(problem.severity == "note" for problem in source.problems), source.path
        tree = etree.parse(source.path, etree.XMLParser(recover=True))
        links = [a for a in tree.iter("{*}a") if "undocs.org" in (a.get("href") or "")]
        linked = [value for field, value, _ in found(source) if field == "link"]
        assert len(linked) == len(links), source.path
        numbers = ["".join("".join(a.itertext()).split()) for a in links]
        assert sorted("".join((said or "").split()) for _, _, said in found(source, "link")) == sorted(numbers), (
            source.path
        )
