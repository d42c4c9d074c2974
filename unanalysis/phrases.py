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

from .fold import any_of, fold_all
from .lexicon import LANGUAGES, words

# What Arabic may write together with the first word of a phrase; None: the phrase may begin within a word.
_CLITICS = {
    **dict.fromkeys(("letter.closing", "letter.presents", "letter.speaks", "letter.transmits", "letter.own"), "[وف]?"),
    **{
        f"requests.{key}": "[وفبل]{0,2}(?:ال)?"
        for key in ("asks", "circulation", "document", "meeting", "participation", "focal")
    },
    "letter.itself": "[وفبلك]{0,2}",
    "citations.said": "[وفبلك]{0,2}",
    "mentions.article": "[وبلف]{0,2}",
    **dict.fromkeys(("letter.signed", "mentions.charter", "mentions.meeting"), None),
    **{f"masthead.{key}": None for key in ("original", "distribution", "session", "emergency", "special", "agenda")},
}
_STEMS = ("mentions", "masthead")  # whose words may go on: "meeting", "meetings"
_BLANKS = ((" ", " "), ("", " "), (" ", ""))
_CLITIC = 4  # the most characters that those patterns take
# Whose words count beside those of the text's own language: letters in all languages keep English forms, and mastheads
# the words of the language in which they were set.
_OTHERS = {"letter": ("en",), "masthead": LANGUAGES}


class _Grammar:
    """The phrases of one language: a pattern for each kind, and the automaton over all of them."""

    def __init__(self, language: str) -> None:
        self.patterns: dict[str, re.Pattern[str]] = {}
        self.reach = _CLITIC if language == "ar" else 0
        kinds: dict[str, list[str]] = defaultdict(list)
        for kind, clitic in _CLITICS.items():
            section, key = kind.split(".")
            languages = {language, *_OTHERS.get(section, ())}
            names = [name for each in languages for name in words(each)[section][key]]
            if kind == "letter.signed":  # web pages and scans put blanks inside the brackets
                bracketed = [name for name in names if name[0] in "(["]
                names += [f"{n[0]}{a}{n[1:-1]}{b}{n[-1]}" for n in bracketed for a, b in _BLANKS]
            for name in {folded.lower for folded in fold_all(names)}:
                kinds[name].append(kind)
            blanks = language != "zh"
            before = r"(?<![^\W_])" if blanks and clitic is not None else ""
            before += clitic if clitic and language == "ar" else ""
            behind = r"(?![^\W_])" if blanks and section not in _STEMS else ""
            self.patterns[kind] = re.compile(f"{before}(?:{any_of(names, behind)})")
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
