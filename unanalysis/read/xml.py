"""XML as it is found: read with care, mended where it is malformed, never trusted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unanalysis.errors import InputError
from unanalysis.read.encoding import in_utf8
from unanalysis.read.marks import parsable
from unanalysis.types import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENCODING = re.compile(rb"<\?xml\b[^>]*?encoding\s*=\s*[\"']([\w-]+)")
# Control characters that no XML may hold, in one byte each.
_FORBIDDEN = bytes({*range(0x20)} - {0x09, 0x0A, 0x0C, 0x0D})
_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]*>")


def parse_xml(data: bytes) -> tuple[_Element, list[Problem]]:
    """The root of an XML file, and what was wrong with it.

    Entities are not expanded, no DTD is loaded, nothing is fetched; a file that defines entities of its own is refused,
    for no document needs them and every XML bomb is made of them.

    Raises
    ------
    InputError
        Where there is no element in it, or it defines entities.
    """
    from lxml import etree

    declared = _ENCODING.search(data, 0, 200)
    content, problems = in_utf8(data, declared[1].decode("ascii") if declared else None)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    declaration = _DECLARATION.match(content)
    content = parsable(content[declaration.end() :] if declaration else content).translate(None, _FORBIDDEN)
    try:
        root: _Element | None = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise InputError("The file is no XML, though it begins like it. Hint: it may be cut off; fetch it again.")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.entities()):  # type: ignore[attr-defined]
        raise InputError("The XML file defines entities, which can make it grow without end; it was left unread.")
    errors = parser.error_log.filter_from_fatals()
    if errors:
        # A wrong tag loses nothing; whatever else is wrong may.
        severity = "note" if all(error.type_name == "ERR_TAG_NAME_MISMATCH" for error in errors) else "warning"
        message = (
            f"The XML is malformed (line {errors[0].line}: {errors[0].message.strip()}); it was mended while reading. "
            "Hint: compare with the original where it matters."
        )
        problems.append(Problem("read", severity, message))
    return root, problems
