"""Fixed phrases of letters ("I have the honour", "(Signed)", "the said resolution"), all found in one pass.

One pattern for each kind of phrase would read the whole text once a kind. Here one automaton marks the places at which
some phrase of the lexicon begins, and the pattern of a kind is tried only there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from .fold import fold
from .lexicon import words

# Kinds, where in the YAML file of a language they stand, whether English ones are looked for in every language, and
# what Arabic may write together with the first word (None: a phrase that may begin within a word).
_KINDS: tuple[tuple[tuple[str, ...], str, bool, str | None], ...] = (
    (("closing", "presents", "speaks"), "letter", True, "[وف]?"),
    (("signed",), "letter", True, None),
    (("asks", "circulation", "document", "meeting", "participation", "focal"), "requests", False, "[وفبل]{0,2}(?:ال)?"),
    (("said",), "citations", False, "[وفبلك]{0,2}"),
    (("article",), "mentions", False, "[وبلف]{0,2}"),
    (("charter", "meeting"), "mentions", False, None),
)
_CLITIC = 4  # the most characters that those patterns take


class _Grammar:
    """The phrases of one language: a pattern for each kind, and the automaton over all of them."""

    def __init__(self, language: str) -> None:
        self.patterns: dict[str, re.Pattern[str]] = {}
        self.reach = _CLITIC if language == "ar" else 0
        kinds: dict[str, list[str]] = defaultdict(list)
        for keys, section, english, clitic in _KINDS:
            for key in keys:
                languages = dict.fromkeys((language, "en")) if english else [language]
                names = {fold(name).lower for each in languages for name in words(each)[section][key]}
                for name in names:
                    kinds[name].append(f"{section}.{key}")
                before = "" if clitic is None or language == "zh" else r"(?<![^\W_])"
                before += clitic if clitic and language == "ar" else ""
                behind = "" if section == "mentions" or language == "zh" else r"(?![^\W_])"
                each_name = (re.escape(n) + behind * n[-1].isalnum() for n in sorted(names, key=len, reverse=True))
                self.patterns[f"{section}.{key}"] = re.compile(f"{before}(?:{'|'.join(each_name)})")
        self._shapes, self._kinds = list(kinds), list(kinds.values())
        self._find: Any = None

    def places(self, lower: str) -> dict[str, list[int]]:
        """Of each kind the offsets at which one of its phrases may begin, in their order."""
        if self._find is None:
            from ahocorasick_rs import AhoCorasick

            self._find = AhoCorasick(self._shapes).find_matches_as_indexes
        found: dict[str, set[int]] = defaultdict(set)
        for index, start, _ in self._find(lower, overlapping=True):
            for kind in self._kinds[index]:
                found[kind].add(start)
        return {kind: sorted(starts) for kind, starts in found.items()}


_grammar = cache(_Grammar)


class Phrases:
    """The phrases of one folded text, of kinds such as "letter.closing" and "requests.asks"."""

    __slots__ = ("_grammar", "_lower", "_places")

    def __init__(self, lower: str, language: str) -> None:
        self._grammar, self._lower = _grammar(language), lower
        self._places = self._grammar.places(lower)

    def all(self, kind: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The phrases of a kind between two offsets, in their order, not overlapping."""
        places = self._places.get(kind)
        if places is None:
            return
        match, reach = self._grammar.patterns[kind].match, self._grammar.reach
        for index in range(bisect_left(places, start), len(places)):
            place = places[index]
            if place >= end:
                return
            for begin in range(max(start, place - reach), place + 1):
                if found := match(self._lower, begin, end):
                    yield found
                    start = found.end()
                    break

    def first(self, kind: str, start: int, end: int) -> re.Match[str] | None:
        """The first phrase of a kind between two offsets."""
        return next(self.all(kind, start, end), None)
