"""Web pages as they are saved: the text of the page, line by line, with its chrome marked as furniture.

Nothing of the page is thrown away but scripts and styles; `chrome` says what is menu, banner or cookie bar. The tree is
not walked in Python: marks are put where lines, furniture and links begin and end, libxml2 writes the whole text at
once, and one expression turns the marks into line ends and spans.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unanalysis.errors import InputError
from unanalysis.read.blocks import make_source
from unanalysis.read.chrome import chrome_elements
from unanalysis.read.encoding import decode
from unanalysis.read.links import symbol_of_address
from unanalysis.read.options import Options
from unanalysis.types import Finding, Problem, Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Noncharacters, which no text may hold: they stand in the tree for what the text has no character for.
PARAGRAPH, LINE, BREAK, CELL, BLANK, OPEN, CLOSE, LINK, LINKED = tuple(map(chr, range(0xFDD0, 0xFDD9)))
_RUN = re.compile(
    "[ \t\n\r\f]*[\ufdd0-\ufdd3\ufdd5-\ufdd8][ \t\n\r\f\ufdd0-\ufdd3\ufdd5-\ufdd8]*|[ \t\n\r\f]{2,}|[\t\n\r\f]"
)
# What libxml2 takes for the end of the text, or we for a mark.
_UNPARSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufdd0-\ufddf]")

_DROPPED = ("script", "style", "template", "svg", "math", "object", "iframe", "canvas", "audio", "video")
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "dl", "pre", "hr", "article",
               "section", "header", "footer", "nav", "aside", "main", "form", "figure", "title", "center")  # fmt: skip
_LINES = ("address", "body", "caption", "dd", "details", "dialog", "dir", "div", "dt", "fieldset", "figcaption", "head",
          "legend", "li", "listing", "menu", "option", "select", "summary", "tr")  # fmt: skip
_CHARSET = re.compile(rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*>")
_DATES = ("article:published_time", "dc.date", "dcterms.date", "date", "pubdate", "publish-date")


def read(data: bytes, path: str, options: Options) -> Source:
    """Read a web page.

    The findings are `page_title`, `page_date` (the page's own stamp, which is not the letter's date), `language`, and a
    `link` with the symbol for every link to a United Nations document.
    """
    declared = _CHARSET.search(data, 0, 4096)
    text, problems = decode(data, declared[1].decode("ascii") if declared else None)
    return read_text(text, data, path, problems)


def read_text(text: str, data: bytes, path: str, problems: list[Problem]) -> Source:
    """A `Source` of a web page that is already decoded, as the body of a mail is."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    text = _UNPARSABLE.sub("", _DECLARATION.sub("", text))
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise InputError("The web page is empty. Hint: save it again from the browser.") from error
    if parser.error_log.filter_from_fatals():
        message = f"Part of the web page was lost: {parser.error_log.last_error.message}. Hint: save it as plain text."
        problems = [*problems, Problem("read", "warning", message)]
    findings = _page_findings(root)
    etree.strip_elements(root, *_DROPPED, with_tail=False)
    symbols = _mark(root)
    marked = etree.tostring(root, method="text", encoding="unicode", with_tail=False)
    plain, furniture, links = _unmark(marked, symbols)
    if not plain.strip():
        raise InputError("The web page holds no text. Hint: if scripts make its text, print it to PDF and read that.")
    return make_source(path, "html", data, plain, furniture, (), [*findings, *links], problems)


def _page_findings(root: HtmlElement) -> list[Finding]:
    findings = []
    if title := (root.findtext(".//title") or "").strip():
        findings.append(Finding("page_title", " ".join(title.split())))
    if language := root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"):
        findings.append(Finding("language", language))
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name in _DATES and meta.get("content"):
            findings.append(Finding("page_date", meta.get("content", "")))
    return findings


def _mark(root: HtmlElement) -> list[str]:
    """Put the marks into the tree; the symbols to which the marked links point come back in the order of the text."""
    for element in chrome_elements(root):
        _surround(element, OPEN, CLOSE)
    symbols = []
    for anchor in root.iter("a"):
        if symbol := symbol_of_address(anchor.get("href") or ""):
            symbols.append(symbol)
            _surround(anchor, LINK, LINKED)
    for element in root.iter("pre", "listing"):
        _keep_blanks(element)
    for element in root.iter("br"):
        element.tail = BREAK + (element.tail or "")
    for element in root.iter("td", "th"):
        element.tail = CELL + (element.tail or "")
    for mark, tags in ((LINE, _LINES), (PARAGRAPH, _PARAGRAPHS)):
        for element in root.iter(*tags):
            element.text = mark + (element.text or "")
            element.tail = mark + (element.tail or "")
    return symbols


def _surround(element: HtmlElement, before: str, after: str) -> None:
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + after
    else:
        element.text += after


def _keep_blanks(element: HtmlElement) -> None:
    """Preformatted text keeps its lines and the blanks that set its columns."""
    for node in element.iter():
        if node.text:
            node.text = node.text.replace("\r\n", "\n").replace("\n", BREAK).replace(" ", BLANK)
        if node is not element and node.tail:
            node.tail = node.tail.replace("\r\n", "\n").replace("\n", BREAK).replace(" ", BLANK)


def _unmark(marked: str, symbols: list[str]) -> tuple[str, list[tuple[int, int]], list[Finding]]:
    """Turn marks into line ends, and into the spans of furniture and links."""
    pieces: list[str] = []
    furniture: list[tuple[int, int]] = []
    links: list[Finding] = []
    opened: list[int] = []
    link = length = done = 0
    for run in _RUN.finditer(marked):
        piece = marked[done : run.start()]
        done = run.end()
        before = length + len(piece)
        separator = _separator(run[0]) if before and done < len(marked) else ""
        length = before + len(separator)
        pieces += (piece, separator)
        for character in run[0]:
            if character == OPEN:
                opened.append(length)
            elif character == CLOSE and opened:
                furniture.append((opened.pop(), before))
            elif character == LINK:
                link = length
            elif character == LINKED and symbols:
                links.append(Finding("link", symbols.pop(0), link, max(link, before)))
    pieces.append(marked[done:])
    return "".join(pieces).replace(BLANK, " "), furniture, links


def _separator(run: str) -> str:
    """What a run of blanks and marks becomes: a blank line, a line end, a tab between cells, or a blank."""
    if PARAGRAPH in run or run.count(BREAK) > 1:
        return "\n\n"
    if LINE in run or BREAK in run:
        return "\n"
    if CELL in run:
        return "\t"
    return " " if any(blank in run for blank in " \t\n\r\f") else ""
