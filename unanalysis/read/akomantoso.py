"""Akoma Ntoso for the United Nations: documents in XML, with their masthead as metadata and their citations as links.

The format is OASIS LegalDocML 1.0 in the profile AKN4UN (https://unsceb-hlcm.github.io), as the repositories of the
Department for General Assembly and Conference Management use it.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from unanalysis.errors import InputError
from unanalysis.read.blocks import make_source
from unanalysis.read.links import symbol_of_address
from unanalysis.read.marks import CELL, LINE, LINK, LINKED, PARAGRAPH, marked_text, stylesheet, surround
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
    for meta in list(root.iter("{*}meta")):
        _take_out(meta)
    _move_notes_to_the_end(root)
    values = _mark(root)
    text, _, marked, clean = marked_text(root, _style(root.tag[1:].rpartition("}")[0]), values)
    for value, span in marked:
        field, _, content = value.partition(" ")
        findings.append(Finding(field, content or "".join(text[slice(*span)].split()), *span))
    findings = _with_kind_of_session(findings)
    if not text.strip():
        raise InputError("The XML document has metadata but no text. Hint: fetch it again.")
    return make_source(path, "akoma ntoso", data, text, (), (), findings, problems, clean)


def _with_kind_of_session(findings: list[Finding]) -> list[Finding]:
    """The metadata number special and emergency sessions like regular ones; the symbol says which it is."""
    said = next((kind for f in findings if f.field == "symbol" and (kind := _SPECIAL.match(f.value))), None)
    if said is None:
        return findings
    return [replace(f, value=said[1] + f.value) if f.field == "session" else f for f in findings]


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

    number = f"[../preceding-sibling::*[1][self::{named('num')}]][not(preceding-sibling::*[1])]"
    return stylesheet(
        (named(*_LINES), LINE, LINE),
        (named(*_LINES, before=named("mainBody") + "/"), "", ""),
        # "1." and "(a)" stand before the first line of what they number.
        (" | ".join(named(name) + number for name in _LINES), "", LINE),
        (named("p", before=named("mainBody") + "/"), PARAGRAPH, PARAGRAPH),
        (named(*_PARAGRAPHS), PARAGRAPH, PARAGRAPH),
        (named("td", "th"), "", CELL),
        (named("eol"), "", LINE),
        namespace=namespace,
    )


def _mark(root: _Element) -> list[str]:
    """Put the marks into the tree.

    What comes back is what each pair of LINK and LINKED says, in order: a field, and its value if that is not simply
    what the text says there.
    """
    values = []
    for element in root.iter("{*}a", "{*}docNumber", "{*}docTitle", "{*}session", "{*}inline"):
        if value := _value(element):
            values.append(value)
            surround(element, LINK, LINKED)
    return values


def _value(element: _Element) -> str | None:
    name = element.tag.rpartition("}")[2]
    if name == "a":
        symbol = symbol_of_address(element.get("href") or "")
        return f"link {symbol}" if symbol else None
    if name == "docNumber":
        return "symbol" if element.get("refersTo") == "#symbol" else None
    if name == "docTitle":
        title = " ".join(str(element.xpath("string()")).split())
        return f"title {title}" if title and element.get("refersTo") == "#resolutionTitle" else None
    if name == "session":
        return f"session {element.get('value')}" if element.get("value") else None
    return f"agenda_item {' '.join((element.text or '').split())}" if element.get("name") == "agenda item" else None
