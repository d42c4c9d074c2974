"""Web pages as they are saved: the text of the page, line by line, with its chrome marked as furniture.

Nothing of the page is thrown away but scripts and styles; `chrome` says what is menu, banner or cookie bar, `marks` how
lines, furniture and links become text and spans.
"""

from __future__ import annotations

import functools
import re
from itertools import islice
from typing import TYPE_CHECKING

from unanalysis.errors import InputError
from unanalysis.read.blocks import failed, make_source
from unanalysis.read.chrome import chrome_elements
from unanalysis.read.encoding import in_utf8
from unanalysis.read.links import symbol_of_address
from unanalysis.read.marks import (
    BLANK,
    BREAK,
    CELL,
    CLOSE,
    LINE,
    LINK,
    LINKED,
    OPEN,
    PARAGRAPH,
    marked_text,
    parsable,
    stylesheet,
    surround,
)
from unanalysis.read.options import Options
from unanalysis.types import Finding, Problem, Source

if TYPE_CHECKING:
    from lxml.etree import XSLT, _Element

_DROPPED = ("script", "style", "template", "svg", "math", "object", "iframe", "canvas", "audio", "video")
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "dl", "pre", "hr", "article",
               "section", "header", "footer", "nav", "aside", "main", "form", "figure", "title", "center")  # fmt: skip
_LINES = ("address", "body", "caption", "dd", "details", "dialog", "dir", "div", "dt", "fieldset", "figcaption", "head",
          "legend", "li", "listing", "menu", "option", "select", "summary", "tr")  # fmt: skip
_CHARSET = re.compile(rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]*>")
_OURS = re.compile(rb'<meta name="generator" content="unanalysis\b')  # a report beside the letters it tells of
_DATES = ("article:published_time", "dc.date", "dcterms.date", "date", "pubdate", "publish-date")


def read(data: bytes, path: str, options: Options) -> Source:
    """Read a web page.

    The findings are `page_title`, `page_date` (the page's own stamp, which is not the letter's date), `page_language`,
    and a `link` with the symbol for every link to a United Nations document.
    """
    if _OURS.search(data, 0, 4096):
        return failed(path, "html", "This page was written by unanalysis, and is no letter.", data, "note")
    declared = _CHARSET.search(data, 0, 4096)
    page, problems = in_utf8(data, declared[1].decode("ascii") if declared else None)
    return read_page(page, data, path, problems)


def read_page(page: bytes, data: bytes, path: str, problems: list[Problem]) -> Source:
    """A `Source` of a web page in UTF-8; `data` is the file in which it stands, as the body of a mail does."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    declaration = _DECLARATION.match(page)
    try:
        root: _Element | None = etree.fromstring(parsable(page[declaration.end() :] if declaration else page), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise InputError("The web page is empty. Hint: save it again from the browser.")
    if parser.error_log.filter_from_fatals():
        message = f"Part of the web page was lost: {parser.error_log.last_error.message}. Hint: save it as plain text."
        problems = [*problems, Problem("read", "warning", message)]
    findings = _page_findings(root)
    etree.strip_elements(root, *_DROPPED, with_tail=False)
    symbols = _mark(root)
    marked = marked_text(root, _style(), symbols)
    if not marked.text.strip():
        raise InputError("The web page holds no text. Hint: if scripts make its text, print it to PDF and read that.")
    findings += [Finding("link", symbol, *span) for symbol, span in marked.links]
    return make_source(path, "html", data, marked.text, marked.furniture, (), findings, problems, marked.clean)


def _page_findings(root: _Element) -> list[Finding]:
    findings = []
    for title in islice(root.iter("title"), 1):
        if words := (title.text or "").split():
            findings.append(Finding("page_title", " ".join(words)))
    if language := root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"):
        findings.append(Finding("page_language", language))
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name in _DATES and meta.get("content"):
            findings.append(Finding("page_date", meta.get("content", "")))
    return findings


@functools.cache
def _style() -> XSLT:
    return stylesheet(
        (" | ".join(_LINES), LINE, LINE),
        (" | ".join(_PARAGRAPHS), PARAGRAPH, PARAGRAPH),
        ("br", "", BREAK),
        ("td | th", "", CELL),
    )


def _mark(root: _Element) -> list[str]:
    """Put the marks into the tree; the symbols to which the marked links point come back in the order of the text."""
    for element in list(chrome_elements(root)):
        surround(element, OPEN, CLOSE)
    symbols = []
    for anchor in root.iter("a"):
        if symbol := symbol_of_address(anchor.get("href") or ""):
            symbols.append(symbol)
            surround(anchor, LINK, LINKED)
    for element in root.iter("pre", "listing"):
        _keep_blanks(element)
    return symbols


def _keep_blanks(element: _Element) -> None:
    """Preformatted text keeps its lines and the blanks that set its columns."""
    for node in element.iter():
        if node.text:
            node.text = node.text.replace("\r\n", "\n").replace("\n", BREAK).replace(" ", BLANK)
        if node is not element and node.tail:
            node.tail = node.tail.replace("\r\n", "\n").replace("\n", BREAK).replace(" ", BLANK)
