"""Markdown: the text stays as it is; front matter, the addresses of links and HTML's tags are furniture.

Letters quoted on web logs stand in block quotes, whose marks stay: they tell where the quoted letter begins. What a
link says (its text and its title, which is often the letter's own title) is part of the text; where it points to is
not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unanalysis.read.blocks import make_source
from unanalysis.read.encoding import decode, is_clean, unix_lines
from unanalysis.read.links import symbol_of_address
from unanalysis.read.options import Options
from unanalysis.types import Finding, Problem, Source

FRONT_MATTER = re.compile(
    r"\A\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<fields>[\w-]+[ \t]*[:=].*\n(?:.*\n)*?)(?P=fence)[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(r"^(?P<key>[\w-]+)[ \t]*[:=][ \t]*(?P<quote>[\"']?)(?P<value>.*?)(?P=quote)[ \t]*$", re.MULTILINE)
# [text](address "title"): the address may be in angle brackets and hold one pair of brackets, "S/RES/2139(2014)".
_LINK = re.compile(
    r"\[(?P<text>[^\[\]\n]{0,1000})\]\("
    r"(?P<address><[^<>\n]{0,2000}>|[^\s()<>]{1,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?)"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)

# What converters leave of HTML: "<br>", "<sup>1</sup>", "<!-- page 2 -->", "&nbsp;".
_TAG = re.compile(
    r"</?(?:a|b|blockquote|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup|table|tbody|td|th"
    r"|thead|tr|u|ul)(?:\s[^<>]{0,500})?/?>|<!--.{0,2000}?-->|&nbsp;",
    re.IGNORECASE | re.DOTALL,
)

# The page's own title and date are not those of the letter in it; hence other names.
_FIELDS = {"title": "page_title", "date": "page_date", "lang": "page_language", "language": "page_language"}


def read(data: bytes, path: str, options: Options) -> Source:
    """Read a Markdown file."""
    decoded, problems = decode(data)
    return read_text(unix_lines(decoded), data, path, problems, not problems and is_clean(data))


def read_text(text: str, data: bytes, path: str, problems: Sequence[Problem], clean: bool) -> Source:
    """A `Source` of Markdown that is already decoded, with lines that end in "\\n"."""
    findings: list[Finding] = []
    furniture: list[tuple[int, int]] = []
    if matter := FRONT_MATTER.match(text):
        furniture.append(matter.span())
        for entry in _FIELD.finditer(text, *matter.span("fields")):
            key, _, value = entry.groups()
            if value and (name := _FIELDS.get(key.lower())):
                findings.append(Finding(name, value, *entry.span("value")))
    for link in _LINK.finditer(text) if "[" in text else ():
        furniture.append(link.span("address"))
        if symbol := symbol_of_address(link["address"].strip("<>")):
            findings.append(Finding("link", symbol, *link.span("text")))
    if "<" in text or "&nbsp;" in text:
        furniture += (tag.span() for tag in _TAG.finditer(text))
    return make_source(path, "markdown", data, text, furniture, (), findings, problems, clean)
