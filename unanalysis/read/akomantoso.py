"""Akoma Ntoso for the United Nations: documents in XML, with their masthead as metadata and their citations as links.

The format is OASIS LegalDocML 1.0 in the profile AKN4UN (https://unsceb-hlcm.github.io), as the repositories of the
Department for General Assembly and Conference Management use it.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from unanalysis.errors import InputError
from unanalysis.read.blocks import make_source
from unanalysis.read.links import symbol_of_address
from unanalysis.read.marks import CELL, JOIN, LINE, LINK, LINKED, PARAGRAPH, marked_text, stylesheet
from unanalysis.read.options import Options
from unanalysis.read.xml import parse_xml
from unanalysis.types import Finding, Source

if TYPE_CHECKING:
    from lxml.etree import XSLT, _Element

# Elements with a line of their own; those with a blank line around them.
_LINES = ("p", "heading", "tr", "li")
_PARAGRAPHS = (
    "coverPage", "preface", "preamble", "mainBody", "conclusions", "attachments", "paragraph", "container", "formula",
    "point", "authorialNote", "table", "blockList",
)  # fmt: skip

# ISO 639-2 (both codes of Chinese and French) to ISO 639-1.
_LANGUAGES = {"eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh", "chi": "zh"}
# What the source writes where a date was left open.
_NO_DATE = "0001-01-01"
_SPECIAL = re.compile(r"A/(?:RES|DEC)/((?:E?S)-)\d")
# Elements of the text that state something of the document, and the fields that they fill.
_FIELDS = {"a": "link", "docNumber": "symbol", "docTitle": "title", "session": "session", "inline": "agenda_item"}
# Authors by the series in which their documents appear.
_ORGANS = {"sc": "S", "ga": "A", "ecosoc": "E", "hrc": "A/HRC", "tc": "T"}


def read(data: bytes, path: str, options: Options) -> Source:
    """Read a document.

    Its metadata become findings: `symbol`, `title`, `date` (of adoption), `issued`, `language`, `organ`, `session`,
    `agenda_item`, `subject`; its links to documents become `link`.
    """
    root, problems = parse_xml(data)
    if not root.tag.endswith("akomaNtoso"):
        raise InputError("The XML holds no Akoma Ntoso document. Hint: only Akoma Ntoso and MARCXML are read.")
    findings = _metadata(root)
    for meta in root.iter("{*}meta"):
        del meta[:]
    _move_notes_to_the_end(root)
    namespace = root.tag[1:].rpartition("}")[0]
    stating = list(root.iter(*(f"{{{namespace}}}{name}" for name in _FIELDS)))
    text, _, stated, clean = marked_text(root, _style(namespace), stating)
    for element, span in stated:
        field = _FIELDS[element.tag.rpartition("}")[2]]
        if value := _value(field, element, text[slice(*span)]):
            findings.append(Finding(field, value, *span))
    findings = _with_kind_of_session(findings)
    if not text.strip():
        raise InputError("The XML document has metadata but no text. Hint: fetch it again.")
    return make_source(path, "akoma ntoso", data, text, (), (), findings, problems, clean)


def _with_kind_of_session(findings: list[Finding]) -> list[Finding]:
    """The metadata number special and emergency sessions like regular ones; the symbol says which it is."""
    said = next((kind for f in findings if f.field == "symbol" and (kind := _SPECIAL.match(f.value))), None)
    if said is None:
        return findings
    return [f._replace(value=said[1] + f.value) if f.field == "session" else f for f in findings]


def _metadata(root: _Element) -> list[Finding]:
    findings = []

    def find(field: str, value: str | None) -> None:
        if value and value.strip() and value != _NO_DATE:
            findings.append(Finding(field, " ".join(value.split())))

    work, expression = root.find(".//{*}FRBRWork"), root.find(".//{*}FRBRExpression")
    if work is not None:
        find("date", _attribute(work, "{*}FRBRdate", "date"))
        if not findings:
            find("date", _attribute(root, ".//{*}step[@outcome='adopted']", "date"))
        author = _attribute(work, "{*}FRBRauthor", "href") or ""
        find("organ", _ORGANS.get(author.strip("#").lower()) or _shown(root, author))
    if expression is not None:
        find("issued", _attribute(expression, "{*}FRBRdate", "date"))
        language = _attribute(expression, "{*}FRBRlanguage", "language") or ""
        find("language", _LANGUAGES.get(language.lower(), language))
    for keyword in root.iter("{*}keyword"):
        if keyword.get("dictionary") == "UNBIS Thesaurus":
            find("subject", keyword.get("showAs"))
    if root.find(".//{*}docTitle") is None:  # documents of the Security Council print no title; the Library gives one
        for keyword in root.iter("{*}keyword"):
            if keyword.get("refersTo") == "title":
                find("title", keyword.get("showAs"))
    return findings


def _attribute(parent: _Element, path: str, name: str) -> str | None:
    found = parent.find(path)
    return None if found is None else found.get(name)


def _shown(root: _Element, reference: str) -> str | None:
    """What the document's own list of references calls an author."""
    for concept in root.iter("{*}TLCOrganization"):
        if concept.get("eId") == reference.strip("#"):
            return concept.get("showAs")
    return None


def _move_notes_to_the_end(root: _Element) -> None:
    """Footnotes stand in the middle of their sentences; the text reads on without them, they follow behind it."""
    for note in list(root.iter("{*}authorialNote")):
        _take_out(note)
        line = next(note.iter("{*}p"), note)
        line.text = f"{note.get('marker') or ''} {line.text or ''}"
        root.append(note)


def _take_out(element: _Element) -> None:
    """Remove an element, but not the text that follows it."""
    parent, previous = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)


@functools.lru_cache(8)
def _style(namespace: str) -> XSLT:
    """The lines of a document, whose elements are in the namespace of the version of the format that it follows."""

    def named(*names: str, before: str = "") -> str:
        return " | ".join(f"{before}{'n:' if namespace else ''}{name}" for name in names)

    return stylesheet(
        (named(*_LINES), LINE, LINE),
        (named(*_LINES, before=named("mainBody") + "/"), "", ""),
        (named("p", before=named("mainBody") + "/"), PARAGRAPH, PARAGRAPH),
        (named(*_PARAGRAPHS), PARAGRAPH, PARAGRAPH),
        # "1." and "(a)" stand on the first line of what they number.
        (f"{named('content')}[preceding-sibling::*[1][self::{named('num')}]]", JOIN, ""),
        (named("td", "th"), "", CELL),
        (named("eol"), "", LINE),
        (named(*_FIELDS), LINK, LINKED),
        namespace=namespace,
    )


def _value(field: str, element: _Element, text: str) -> str | None:
    """What an element states of its document, if so: in an attribute, or in its text."""
    if field == "link":
        return symbol_of_address(element.get("href") or "")
    if field == "session":
        return element.get("value")
    if field == "symbol":
        return "".join(text.split()) if element.get("refersTo") == "#symbol" else None
    attribute, kind = ("refersTo", "#resolutionTitle") if field == "title" else ("name", "agenda item")
    return " ".join(text.split()) if element.get(attribute) == kind else None
