"""Which elements of a web page are its chrome: menus, banners, cookie bars, share buttons.

They are known by their element, their role, the words of their class or id, or by being nothing but links. What holds
half of the page or more is never chrome, whatever its class says; and inside the article itself only what is short or
mostly links is, so that nothing of a letter is lost.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from lxml.etree import XPath, _Element

_ALWAYS = frozenset(("nav", "button", "select", "title", "dialog", "noscript"))
_OUTSIDE_ARTICLES = frozenset(("footer", "aside", "header"))
_ROLES = frozenset(
    (
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
    )
)
_WORDS = frozenset(
    (
        "nav",
        "navbar",
        "navigation",
        "menu",
        "submenu",
        "breadcrumb",
        "breadcrumbs",
        "cookie",
        "cookies",
        "consent",
        "gdpr",
        "share",
        "sharing",
        "social",
        "addthis",
        "sidebar",
        "footer",
        "newsletter",
        "subscribe",
        "subscription",
        "related",
        "pagination",
        "pager",
        "toolbar",
        "skip",
        "skiplink",
        "advert",
        "advertisement",
        "ads",
        "topbar",
        "login",
        "search",
        "searchbox",
        "printfriendly",
        "tags",
        "widget",
        "comments",
    )
)
_CONTENT = frozenset(("html", "head", "body", "main", "article", "h1", "blockquote", "pre"))
_LISTS = frozenset(("ul", "ol"))
_WORD = re.compile(r"[A-Z]?[a-z]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)

_BY_TAG = _ALWAYS | _OUTSIDE_ARTICLES | _LISTS

# Inside an article, a share bar is short; a section of a letter is not.
_SHORT = 200


def chrome_elements(root: _Element) -> Iterator[_Element]:
    """The elements of a page that are chrome, without those that stand in others of them."""
    half = _length(root) / 2
    has_article = next(root.iter("main", "article"), None) is not None
    found: set[_Element] = set()
    # Most elements have neither an attribute nor a telling name, and are never looked at.
    for element in [element for element in root.iter() if element.attrib or element.tag in _BY_TAG]:
        if element not in found and _is_chrome(element, half, has_article):
            found.update(element.iter())
            yield element


def _is_chrome(element: _Element, half: float, has_article: bool) -> bool:
    tag = element.tag
    if tag in _CONTENT:
        return False
    if tag in _ALWAYS:
        return True
    if _is_hidden(element) or _says_so(element):
        return _length(element) < half and _may_go(element)
    if tag in _OUTSIDE_ARTICLES:
        # A page's own header is chrome; the header of the only text there is may be the head of the letter.
        fits = tag != "header" or has_article or element.find(".//nav") is not None
        return fits and _length(element) < half and (_is_outside(element) or _link_share(element) > 0.5)
    return tag in _LISTS and _is_outside(element) and len(element) > 2 and _link_share(element) > 0.8


def _says_so(element: _Element) -> bool:
    return element.get("role") in _ROLES or _named_so(f"{element.get('class') or ''} {element.get('id') or ''}")


@functools.lru_cache(1024)
def _named_so(words: str) -> bool:
    return any(word.lower() in _WORDS for word in _WORD.findall(words))


def _is_hidden(element: _Element) -> bool:
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style") or "") is not None


def _may_go(element: _Element) -> bool:
    if next(element.iter("main", "article", "h1"), None) is not None:
        return False
    return _is_outside(element) or _length(element) < _SHORT or _link_share(element) > 0.5


def _is_outside(element: _Element) -> bool:
    return next(element.iterancestors("main", "article", "blockquote"), None) is None


def _length(element: _Element) -> float:
    """Length of the text in an element, white space counted once."""
    return cast(float, _length_of()(element))


@functools.cache
def _length_of() -> XPath:
    from lxml import etree

    return etree.XPath("string-length(normalize-space(.))")


def _link_share(element: _Element) -> float:
    """Share of the text of an element that stands in links."""
    linked = sum(_length(anchor) for anchor in element.iter("a"))
    return linked / max(1.0, _length(element))
