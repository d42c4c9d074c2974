"""Which format a file has: by what it begins with, and only then by what its name ends in.

Names lie (a web page saved as ".doc" is common), first bytes do not; so the name decides only between formats that
begin alike. A reader is a module of this folder, imported when the first file of its format is met.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO

from unanalysis.read.options import Options
from unanalysis.types import Source

Reader = Callable[[bytes, str, Options], Source]
StreamReader = Callable[[BinaryIO, str, Options], Iterator[Source]]

# How many bytes tell the format.
SNIFFED = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """A format that is read.

    Attributes
    ----------
    name
        What `documents.format` says.
    endings
        Endings of file names, lower case, without the dot.
    module, function
        Module of `unanalysis.read`, and the function in it that reads: `read(data, path, options)`, or where
        `holds_many` is true `read_all(file, path, options)`.
    holds_many
        Whether one file may hold many documents.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    function: str = "read"
    holds_many: bool = False

    @functools.cache  # noqa: B019  (there are as many formats as stand below)
    def reader(self) -> Reader:
        """The function that reads one document of this format."""
        read: Reader = getattr(import_module(f"unanalysis.read.{self.module}"), self.function)
        return read

    @functools.cache  # noqa: B019
    def stream_reader(self) -> StreamReader:
        """The function that reads all documents of a file that may hold many."""
        read_all: StreamReader = getattr(import_module(f"unanalysis.read.{self.module}"), self.function)
        return read_all


FORMATS = (
    Format("text", ("txt", "text"), "text"),
    Format("markdown", ("md", "markdown"), "markdown"),
    Format("html", ("html", "htm", "xhtml"), "html"),
    Format("pdf", ("pdf",), "pdf"),
    Format("docx", ("docx", "docm"), "word"),
    Format("doc", ("doc",), "office", "read_doc"),
    Format("rtf", ("rtf",), "office", "read_rtf"),
    Format("odt", ("odt",), "office", "read_odt"),
    Format("akoma ntoso", ("akn", "xml"), "akomantoso"),
    Format("mail", ("eml",), "mail", "read_all", holds_many=True),
    Format("marcxml", ("marcxml",), "marc", "read_all", holds_many=True),
    Format("marc", ("mrc", "marc"), "marc", "read_all_binary", holds_many=True),
    Format("csv", ("csv", "tsv"), "tables", "read_all", holds_many=True),
    Format("xlsx", ("xlsx", "xlsm"), "tables", "read_all_sheets", holds_many=True),
    Format("zip", ("zip",), "archives", "read_zip", holds_many=True),
    Format("tar", ("tar",), "archives", "read_tar", holds_many=True),
    Format("gzip", ("gz", "tgz"), "archives", "read_gzip", holds_many=True),
    Format("picture", ("png", "jpg", "jpeg", "tif", "tiff"), "picture"),
)
_BY_NAME = {format.name: format for format in FORMATS}
_BY_ENDING = {ending: format for format in FORMATS for ending in format.endings}

_BINARY = frozenset(("pdf", "docx", "doc", "rtf", "odt", "marc", "xlsx", "zip", "tar", "gzip", "picture"))
_CONTROLS = bytes({*range(32)} - {*range(9, 14)})
# First bytes that leave no doubt.
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
)
_MAGIC_BYTES = tuple(magic for magic, _ in _MAGIC)
_MAIL = re.compile(
    rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:From|MIME-Version|Received|Message-ID):", re.IGNORECASE
)
_MARC = re.compile(rb"\A\d{5}[acdnp][a-z]..[ a]22\d{5}", re.DOTALL)
_AKOMA_NTOSO = re.compile(rb"<(?:\w+:)?akomaNtoso\b")
_MARCXML = re.compile(rb"http://www\.loc\.gov/MARC21/slim|<(?:\w+:)?collection\b[^>]*>\s*<(?:\w+:)?record\b")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def endings() -> list[str]:
    """All endings of file names that are read, in alphabetical order."""
    return sorted(_BY_ENDING)


def may_hold_many(name: str) -> bool:
    """Whether a file of this name is one that holds many documents, as far as its ending tells."""
    format = _BY_ENDING.get(name.rpartition(".")[2].lower())
    return format is not None and format.holds_many


def format_of(head: bytes, name: str) -> Format | None:
    """The format of a file, or None where it is none that can be read.

    Parameters
    ----------
    head
        The first bytes of the file (`SNIFFED` are enough).
    name
        Its name.

    Examples
    --------
    >>> format_of(b"<!DOCTYPE html><title>Letter</title>", "letter.doc").name
    'html'
    """
    ending = name.rpartition(".")[2].lower()
    by_ending = _BY_ENDING.get(ending)
    by_content = _by_content(head, ending)
    if by_content:
        return _BY_NAME[by_content]
    if by_ending and by_ending.name in _BINARY:
        # What is called a PDF and is none may still be text.
        return _BY_NAME["text"] if _is_text(head) else by_ending
    return by_ending or (_BY_NAME["text"] if _is_text(head) else None)


def _by_content(head: bytes, ending: str) -> str | None:
    # Some servers put a line end or a mark before the first byte that counts.
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(_MAGIC_BYTES):
        name = next(name for magic, name in _MAGIC if start.startswith(magic))
        return _zip_content(head, ending) if name == "zip" else name
    if head[257:262] == b"ustar":
        return "tar"
    if _MARC.match(head):
        return "marc"
    if start.startswith(b"<"):
        if b"akomaNtoso" in head and _AKOMA_NTOSO.search(head):
            return "akoma ntoso"
        if (b"MARC21" in head or b"collection" in head) and _MARCXML.search(head):
            return "marcxml"
    if ending not in ("md", "markdown", "eml") and b"<" in head and _HTML.search(head, 0, 1024):
        return "html"
    if ending in ("", "txt", "mail") and _MAIL.match(head) and b"\nSubject:" in head:
        return "mail"
    return None


def _zip_content(head: bytes, ending: str) -> str:
    """What a zip is: Office files begin with entries of certain names."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in head:
        return "odt"
    if ending in ("docx", "docm", "xlsx", "xlsm"):
        return _BY_ENDING[ending].name
    if b"[Content_Types].xml" in head or b"_rels/.rels" in head:
        return "xlsx" if b"xl/" in head else "docx"
    return "zip"


def _is_text(head: bytes) -> bool:
    """Whether bytes may be text: no control characters but those that texts have."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return len(head) - len(head.translate(None, _CONTROLS)) <= len(head) // 200
