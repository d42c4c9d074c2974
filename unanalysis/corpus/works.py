"""Which letters are versions of one work: those that bear one symbol, or stand in one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unanalysis.symbols import halves


class Version(NamedTuple):
    """A letter as far as its work is concerned; `place` is `Letter.work_id`, relative to the document."""

    document_id: str
    sha256: str
    place: str
    symbol: str | None


def work_ids(versions: Sequence[Version]) -> list[str]:
    """Find one id for all versions of a work: the symbol of its document and the place in it, else the document's id.

    A letter without a symbol is a work of its own, together with its versions in the same file and with copies of the
    file. One half of a joint symbol is enough to join.

    Examples
    --------
    >>> en = Version("en", "1", "/annex-1", "A/74/976-S/2020/773")
    >>> fr = Version("fr", "2", "/annex-1", "S/2020/773")
    >>> work_ids([en, fr, Version("note", "3", "", None)])
    ['A/74/976-S/2020/773/annex-1', 'A/74/976-S/2020/773/annex-1', 'note']
    """
    groups = _Groups()
    files = {version.document_id: version.sha256 for version in versions}
    outer = {(version.document_id, version.place) for version in versions}
    own: dict[tuple[str, str], set[str]] = {}
    for version in versions:
        key = (version.document_id, _letter(version.place))
        symbols = own.setdefault(key, set())
        # An annexed letter bears the symbol of its document; it speaks only where what covers it is no letter itself.
        if version.symbol and (version.place == key[1] or key not in outer):
            symbols.add(version.symbol)
    for (document, letter), symbols in own.items():
        names = [half for symbol in sorted(symbols) for half in halves(symbol)] or [files[document] or document]
        for name in names:
            # Several letters in one file may bear the one symbol of the file: their place there tells them apart.
            groups.join((document, letter), (name, letter))
    best: dict[object, str] = {}
    for (document, letter), symbols in own.items():
        root = groups.find((document, letter))
        for name in sorted(symbols) or [document]:
            known = best.get(root)
            if known is None or _rank(name) < _rank(known):
                best[root] = name
    return [best[groups.find((version.document_id, _letter(version.place)))] + version.place for version in versions]


def _rank(name: str) -> tuple[bool, int, str]:
    """Symbols before ids of documents, joint symbols before their halves."""
    return "/" not in name, -len(halves(name)), name


def _letter(place: str) -> str:
    """The place of the letter that covers all others: what stands before the first "/"."""
    return place.partition("/")[0]


class _Groups:
    """Things that belong together because something joins them (union-find)."""

    def __init__(self) -> None:
        self._above: dict[object, object] = {}

    def find(self, thing: object) -> object:
        path = list(self._path(thing))
        for step in path:
            self._above[step] = path[-1]
        return path[-1]

    def join(self, one: object, other: object) -> None:
        self._above[self.find(one)] = self.find(other)

    def _path(self, thing: object) -> Iterator[object]:
        yield thing
        while (above := self._above.get(thing, thing)) != thing:
            thing = above
            yield thing
