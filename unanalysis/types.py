"""The records that pass between the stages: named tuples, nothing but data.

Offsets count Unicode code points into the text of the document and are half-open: `text[start:end]` is what the record
speaks of.
"""

from __future__ import annotations

from datetime import date as Date
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that could not be read, or is doubtful.

    `severity` is "error" (nothing could be read), "warning" (something is missing or doubtful) or "note". `letter_id`
    is that of the letter it concerns, in the form of `Letter.letter_id`, or None where it concerns the whole document.
    """

    stage: str
    severity: str
    message: str
    start: int | None = None
    end: int | None = None
    letter_id: str | None = None


class Finding(NamedTuple):
    """A value that the source itself states: a metadata field ("symbol", "date", "issued", "language" …) or a link.

    Readers of marked-up formats (Akoma Ntoso, MARCXML, a table) give these; `start`/`end` are there where the value
    stands in the text.
    """

    field: str
    value: str
    start: int | None = None
    end: int | None = None


class Source(NamedTuple):
    """One document as a reader hands it over: its text, and what the format itself says about it.

    `path` is where it came from (an entry of an archive reads "folder.zip/letters/a.txt"), `format` the name of the
    reader ("text", "markdown", "html", "docx" …), `sha256` the digest of the bytes. `text` is NFC, line ends are
    "\\n", and nothing else of what the file says is changed. `furniture` are spans that belong to the page and not
    to the letter (menus, running headers, page numbers): they stay in the text and are kept out of letters. `pages`
    are the offsets at which the pages begin, where the format has pages.
    """

    path: str
    format: str
    sha256: str
    text: str
    furniture: tuple[tuple[int, int], ...] = ()
    pages: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()


class Mention(NamedTuple):
    """One thing that a text names: a resolution, a document, an organ, a State, an article, a meeting, a request …

    `target` is canonical (DESIGN: `S/RES/2254(2015)`), `date` the date stated beside a citation, `pattern` the entry
    of the lexicon or the rule that found it.
    """

    kind: str
    target: str
    text: str
    start: int
    end: int
    date: Date | None = None
    pattern: str = ""


class Party(NamedTuple):
    """One role that an entity, an office or a person has in a letter."""

    role: str
    entity: str | None
    entity_kind: str | None
    capacity: str | None
    name: str | None
    text: str
    start: int
    end: int


class Title(NamedTuple):
    """What the title of a letter says: its form, the dates of the letter, from whom and to whom."""

    form: str
    dates: tuple[Date, ...]
    senders: tuple[Party, ...]
    addressees: tuple[Party, ...]
    start: int
    end: int


class Letter(NamedTuple):
    """One letter in one language, with its parties and mentions; annexed letters name their `parent_id`.

    `letter_id`, `parent_id` and `work_id` are relative to the document, which has no id yet: "" is the letter that the
    document is, "#fr" its French version where the file holds several, "/annex-1" a letter in its annex and
    "#fr/annex-1" that of the French version; "#2" is a second letter in the file, below the first. `work_id` is the
    same for all versions: "" and "/annex-1" here.
    """

    letter_id: str
    work_id: str
    parent_id: str | None
    part: str
    label: str | None
    form: str
    language: str
    original_language: str | None
    symbol: str | None
    organ: str | None
    date: Date | None
    date_text: str | None
    issued: Date | None
    place: str | None
    session: str | None
    agenda_items: tuple[str, ...]
    title: str | None
    start: int
    end: int
    parties: tuple[Party, ...]
    mentions: tuple[Mention, ...]


class Reading(NamedTuple):
    """What one document came to: the letters found in it, and what is doubtful beyond the problems of the source.

    `language` is that of the document's body.
    """

    source: Source
    letters: tuple[Letter, ...] = ()
    problems: tuple[Problem, ...] = ()
    language: str | None = None
