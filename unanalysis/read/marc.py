"""Catalogue records of the United Nations Digital Library, as MARCXML or MARC 21: each record a source of its own.

Fields as the Library uses them: 191 and 791 symbol (a), body (b) and session (c); 245 title; 269 date of issue; 992
date of the document; 041 and 546 languages; 500 notes; 520 summary; 650 subjects; 700 persons; 710 bodies; 991
agenda; 993 related documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

from unanalysis.errors import InputError
from unanalysis.read.blocks import TextBuilder
from unanalysis.read.options import Options
from unanalysis.types import Source

# A record: its fields by tag, each field its subfields by code. Control fields have the one subfield "".
Field = Mapping[str, Sequence[str]]
Record = Sequence[tuple[str, Field]]

_LANGUAGES = {"eng": "en", "fre": "fr", "fra": "fr", "spa": "es", "rus": "ru", "ara": "ar", "chi": "zh", "zho": "zh"}
_NAMES = {"English": "en", "French": "fr", "Spanish": "es", "Russian": "ru", "Arabic": "ar", "Chinese": "zh"}
_ORIGINAL = re.compile(r"[Oo]riginal(?:\s+in|:)?\s+([A-Z][a-z]+)")
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
# What belongs to the catalogue's punctuation, not to the words: "Letter dated … :", "General debate /".
_PUNCTUATION = " /:;,"


def read_all(file: BinaryIO, path: str, options: Options) -> Iterator[Source]:
    """Read the records of a MARCXML file, one after the other."""
    from lxml import etree

    number = 0
    records = etree.iterparse(
        file, tag="{*}record", recover=True, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    for _, element in records:
        record = [
            (
                field.get("tag") or "",
                {"": [field.text or ""]} if field.tag.endswith("controlfield") else _subfields(field),
            )
            for field in element.iterchildren("{*}controlfield", "{*}datafield")
        ]
        number += 1
        yield record_source(record, path, number)
        # What has been read is let go, or a large export would fill the memory.
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    if number == 0:
        raise InputError("The MARCXML file holds no records. Hint: export it again from the Digital Library.")


def read_all_binary(file: BinaryIO, path: str, options: Options) -> Iterator[Source]:
    """Read the records of a MARC 21 file (.mrc)."""
    import pymarc

    number = 0
    for found in pymarc.MARCReader(file, to_unicode=True, permissive=True):
        if found is None:
            continue
        number += 1
        record: list[tuple[str, Field]] = []
        for field in found.fields:
            if field.is_control_field():
                record.append((field.tag, {"": [field.data or ""]}))
            else:
                record.append((field.tag, _grouped((subfield.code, subfield.value) for subfield in field.subfields)))
        yield record_source(record, path, number)
    if number == 0:
        raise InputError("The MARC file holds no records. Hint: export it again as MARCXML.")


def record_source(record: Record, path: str, number: int) -> Source:
    """One record as a source: symbol, dates, title, notes and summary are its text, everything known is a finding."""
    builder = TextBuilder()
    symbols = [symbol for field in _fields(record, "191", "791") for symbol in field.get("a", ())]
    for symbol in dict.fromkeys(symbols):
        builder.find("symbol", "".join(symbol.split()), builder.line(symbol))
    for tag, name in (("269", "issued"), ("992", "date")):
        for value in _values(record, tag, "a"):
            builder.find(name, _COMPACT_DATE.sub(r"\1-\2-\3", value), builder.line(value))
    for field in _fields(record, "245"):
        title = " ".join(part.strip() for code in "abnp" for part in field.get(code, ())).strip(_PUNCTUATION)
        if title:
            builder.line("")
            builder.find("title", title, builder.line(title))
    for tag, name in (("500", "note"), ("520", "summary"), ("546", "note")):
        for value in _values(record, tag, "a"):
            builder.line("")
            builder.find(name, value, builder.line(value))
    _say_the_rest(builder, record)
    identifier = next(iter(_values(record, "001", "")), "") or "_".join(symbols).replace("/", "_") or f"record-{number}"
    if not symbols and not _values(record, "245", "a"):
        builder.warn(f"Record {number} has neither a symbol (191) nor a title (245). Hint: look it up in the Library.")
    return builder.source(f"{path}/{identifier}", "marc", repr(record).encode())


def _say_the_rest(builder: TextBuilder, record: Record) -> None:
    """Findings that have no line in the text."""
    for field in _fields(record, "191", "791"):
        for code, name in (("b", "organ"), ("c", "session")):
            for value in field.get(code, ()):
                builder.find(name, value.strip().rstrip("/"))
    for value in _values(record, "041", "a"):
        builder.find("language", _LANGUAGES.get(value.strip().lower(), value.strip()))
    for tag in ("500", "546"):
        for value in _values(record, tag, "a"):
            if (said := _ORIGINAL.search(value)) and said[1] in _NAMES:
                builder.find("original_language", _NAMES[said[1]])
    for tag, code, name in (
        ("650", "a", "subject"), ("700", "a", "person"), ("710", "a", "body"), ("991", "b", "agenda_item"),
        ("991", "d", "subject"),
    ):  # fmt: skip
        for value in _values(record, tag, code):
            builder.find(name, value.strip(_PUNCTUATION))
    for value in _values(record, "993", "a"):
        builder.find("link", "".join(value.split()))


def _fields(record: Record, *tags: str) -> list[Field]:
    return [field for tag, field in record if tag in tags]


def _values(record: Record, tag: str, code: str) -> list[str]:
    return [value.strip() for field in _fields(record, tag) for value in field.get(code, ()) if value.strip()]


def _subfields(field: Iterable[object]) -> Field:
    return _grouped((sub.get("code") or "", sub.text or "") for sub in field)  # type: ignore[attr-defined]


def _grouped(pairs: Iterable[tuple[str, str]]) -> Field:
    grouped: dict[str, list[str]] = {}
    for code, value in pairs:
        grouped.setdefault(code, []).append(value)
    return grouped
