"""The United Nations' own Akoma Ntoso documents, held against what their metadata and their links say of them.

Metadata are looked up in the XML as text here, not by the reader. What the source itself gets wrong again and again is
mended before it is compared: a date left open is 0001-01-01, and the step of adoption has it; a link leaves out the
part that is printed ("45/58 P" is linked to A/RES/45/58), or adds "(Supp)", which is not.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

import unanalysis as un
from unanalysis.read import read_sources
from unanalysis.symbols import canonical, halves
from unanalysis.types import Source

CITED = ("resolution", "decision", "statement", "document")
LANGUAGES = {"eng": "en", "fra": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh"}


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    """The documents."""
    return shared / "akn"


@pytest.fixture(scope="module")
def sources(folder: Path) -> list[Source]:
    """The documents as read."""
    return [source for source in read_sources(folder) if source.format == "akoma ntoso"]


@pytest.fixture(scope="module")
def corpus(folder: Path) -> un.Corpus:
    """The documents as a corpus."""
    return un.read_letters(folder, progress=False)


def stated(path: Path) -> tuple[str, ...]:
    """Symbol, date of adoption, organ and language by the metadata, taken out of the XML with as little as will do."""
    xml = path.read_text(encoding="utf-8")
    uri = re.search(
        r'<FRBRExpression>\s*<FRBRthis value="/akn/un/statement/deliberation/un(sc|ga)/([\d-]+)/[^/"]*/', xml
    )
    language = re.search(r'<FRBRlanguage language="(\w+)"', xml)
    symbol = re.search(r'<docNumber refersTo="#symbol">([^<]+)', xml)
    assert uri, path
    assert language, path
    assert symbol, path
    adopted = re.search(r'<step date="([\d-]+)" outcome="adopted"', xml)
    date = adopted[1] if adopted and uri[2] == "0001-01-01" else uri[2]
    return re.sub(r"\s", "", symbol[1]), date, {"sc": "S", "ga": "A"}[uri[1]], LANGUAGES[language[1]]


def test_every_document_gives_what_its_metadata_state(folder: Path) -> None:
    register = un.read_register(folder)
    adopted = register["adopted"].dt.strftime("%Y-%m-%d")
    rows = zip(register["path"], register["symbol"], adopted, register["body"], register["language"], strict=True)
    given = {path: values for path, *values in rows}
    files = sorted(folder.rglob("*.xml"))
    assert len(files) == 101
    wrong = [path.name for path in files if tuple(given.get(str(path), ())) != stated(path)]
    assert len(wrong) <= 0.005 * len(files), wrong


def test_documents_are_in_the_language_that_they_state(folder: Path, corpus: un.Corpus) -> None:
    documents = corpus.documents[corpus.documents["format"] == "akoma ntoso"]
    wrong = [
        path
        for path, language in zip(documents["path"], documents["language"], strict=True)
        if language != stated(Path(path))[3]
    ]
    assert len(wrong) <= 0.005 * len(documents), wrong


def test_resolutions_are_no_letters(corpus: un.Corpus) -> None:
    documents = corpus.documents[corpus.documents["format"] == "akoma ntoso"]
    assert not corpus.letters["document_id"].isin(documents["document_id"]).any()
    said = corpus.problems[corpus.problems["stage"] == "segment"]
    of = said[said["document_id"].isin(documents["document_id"])]
    assert set(of["document_id"]) == set(documents["document_id"])
    assert set(of["severity"]) == {"note"}
    assert of["message"].str.contains("no letter").all()


def is_linked(found: str, link: str) -> bool:
    """Whether a citation is what the source links to, its slips mended."""
    target = canonical(re.sub(r"\(supp\)", "", link, flags=re.IGNORECASE)).upper()
    found = canonical(found).upper()
    return target in (found, *halves(found)) or target == re.sub(r"(?<=\d)[A-Z]{1,2}(?=\(|\Z)", "", found)


def test_citations_are_found_where_the_source_links(sources: list[Source]) -> None:
    missed: list[tuple[str, str]] = []
    links = 0
    for source in sources:
        said = {finding.field: finding.value for finding in source.findings if finding.field != "link"}
        mentions = un.find_mentions(source.text, language=said["language"], issuer=said["organ"])
        cited = [mention for mention in mentions if mention.kind in CITED]
        for link in source.findings:
            if link.field != "link" or link.start is None or link.end is None:
                continue
            links += 1
            here = (m.target for m in cited if m.start < link.end and link.start < m.end)
            if not any(is_linked(target, link.value) for target in here):
                missed.append((link.value, source.text[max(0, link.start - 40) : link.end + 20]))
    assert links > 2500
    assert 1 - len(missed) / links >= 0.99, missed


def test_a_register_of_them_agrees_with_what_they_cite_of_one_another(folder: Path, corpus: un.Corpus) -> None:
    register = un.read_register(folder)
    assert register["symbol"].nunique() == 21
    assert register.groupby("symbol")["adopted"].nunique().eq(1).all(), "six versions of one day"
    checked = un.check_citations(corpus, register)
    assert not (checked["severity"] == "warning").any()
    assert isinstance(checked, pd.DataFrame)
