"""Addresses of United Nations documents: which document a link points to."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

# Hosts under which the path, or the query "symbol=", is the symbol of a document.
_HOSTS = frozenset({"undocs.org", "www.undocs.org", "docs.un.org", "documents.un.org", "daccess-ods.un.org"})
_LANGUAGE = re.compile(r"\A/[a-z]{2}/")  # also "sp" and "ch"
_QUERY = re.compile(r"(?:\A|&)(?:symbol|DS|ds)=([^&]+)")
_SYMBOL = re.compile(r"[A-Z][A-Za-z.]*(?:/[\w.()\-]+)+")
# A page may have hundreds of addresses. Nearly all say plainly which document it is, or that it is none.
_PLAIN = re.compile(rf"https?://(?:{'|'.join(map(re.escape, sorted(_HOSTS)))})/(?:[a-z]{{2}}/)?({_SYMBOL.pattern})")


def symbol_of_address(address: str) -> str | None:
    """The symbol that the address of a United Nations document names, without blanks; None for every other address.

    Examples
    --------
    >>> symbol_of_address("https://undocs.org/en/S/RES/2139(2014)")
    'S/RES/2139(2014)'
    >>> symbol_of_address("https://www.un.org/en/ga/search/view_doc.asp?symbol=A/74/976-S/2020/773")
    'A/74/976-S/2020/773'
    >>> symbol_of_address("https://example.org/S/2020/7") is None
    True
    """
    if ".org" not in address.lower():
        return None
    if plain := _PLAIN.fullmatch(address):
        return plain[1]
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    host = (parts.hostname or "").lower()
    if host not in _HOSTS and not host.endswith(".un.org") and host != "un.org":
        return None
    query = _QUERY.search(parts.query)
    if query is None and host not in _HOSTS:
        return None
    said = unquote(query[1]) if query else _LANGUAGE.sub("/", unquote(parts.path)).strip("/")
    symbol = "".join(said.replace("+", " ").split())
    return symbol if _SYMBOL.fullmatch(symbol) else None
