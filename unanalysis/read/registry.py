"""Which format a file has: by what it begins with, and only then by what its name ends in.

Names lie (a web page saved as ".doc" is common), first bytes do not; so the name decides only between formats that
begin alike. A reader is a module of this folder, imported when the first file of its format is met.
"""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read.

    Attributes
    ----------
    name
        What `documents.format` says.
    endings
        Endings of file names, lower case, without the dot.
    module
        Module of `unanalysis.read` that offers `read(data, path, options)`, or where `holds_many` is true
        `read_all(file, path, options)`.
    holds_many
        Whether one file may hold many documents.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    holds_many: bool = False

    def reader(self) -> Reader:
        """The function that reads one document of this format."""
        read: Reader = import_module(f"unanalysis.read.{self.module}").read
        return read

    def stream_reader(self) -> StreamReader:
        """The function that reads all documents of a file that may hold many."""
        read_all: StreamReader = import_module(f"unanalysis.read.{self.module}").read_all
        return read_all


FORMATS = (
    Format("text", ("txt", "text"), "text"),
    Format("markdown", ("md", "markdown"), "markdown"),
    Format("html", ("html", "htm", "xhtml"), "html"),
)
_BY_NAME = {format.name: format for format in FORMATS}
_BY_ENDING = {ending: format for format in FORMATS for ending in format.endings}

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def endings() -> list[str]:
    """All endings of file names that are read, in alphabetical order."""
    return sorted(_BY_ENDING)


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
    by_ending = _BY_ENDING.get(name.rpartition(".")[2].lower())
    if _HTML.search(head, 0, 1024) and (by_ending is None or by_ending.name != "markdown"):
        return _BY_NAME["html"]
    return by_ending or (_BY_NAME["text"] if _is_text(head) else None)


def _is_text(head: bytes) -> bool:
    """Whether bytes may be text: no control characters but those that texts have."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return controls <= len(head) // 200
