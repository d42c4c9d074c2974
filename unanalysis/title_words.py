"""The words of titles in each language ("dated", "from", "addressed to"), compiled to patterns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from .fold import fold
from .lexicon import words

# What a word may say, the surer first: a wording that stands under two keys has the first meaning.
_MARKERS = (
    *("stop", "no_marker", "in_capacity", "on_behalf", "to_issuer", "to_you", "addressed"),
    *("to", "whereby", "from", "by", "of"),
)


def _bare(words_: str) -> str:
    """Words without commas."""
    return " ".join(words_.replace(",", " ").split())


class Grammar:
    """The patterns of the titles of one language, compiled from its words."""

    def __init__(self, language: str) -> None:
        titles, parties, days = (words(language)[key] for key in ("titles", "parties", "dates"))
        self.backwards = parties["order"] == "before"
        self.implied: dict[str, str] = titles["implied"]
        said = {fold(word).lower: key for key in reversed(_MARKERS) for word in titles[key]}
        self.role = {_bare(word): key for word, key in said.items()}
        self.at = frozenset(fold(word).lower for word in parties["at"])
        self.common = frozenset(fold(word).lower for word in words(language)["language"]["words"])
        self.owner = tuple(fold(word).lower + " " for word in titles["owner"])
        filler = titles["dated"] + titles["filler"] + parties["article"] + parties["and"]
        person = rf", ?{self._any(parties['honorific'])} [^,;:]{{2,60}},?"
        self.roles = {role: re.compile(self._any(titles[role])) for role in ("in_capacity", "on_behalf")}
        self.tells = re.compile(self._any(titles["stop"]))
        self.form = re.compile(self._any([word for names in titles["form"].values() for word in names]))
        # A comma or a blank line may have come between two words of a marker: "addressed,to the Secretary-General".
        self.marker = re.compile(self._any(list(said)).replace(r"\ ", r"[ ,\n]{1,2}"))
        # Words that no title ends with, and words with which its next line may begin.
        small = [word for key in ("article", "of", "and", "at") for word in parties[key]]
        leading = [word for key in ("addressed", "to", "from", "by", "of") for word in titles[key]]
        self.ends_open = re.compile(self._any(small + leading + titles["dated"]) + "$")
        capitalized = "|".join(re.escape(fold(word).plain.capitalize()) for word in parties["article"])
        self.sentence = re.compile(rf"(?<=[^\W\d_A-Z]) (?=(?:{capitalized or '(?!)'})(?!\w))")
        self.goes_on = re.compile(self._any(leading + parties["of"] + parties["at"]))
        # What may stand between two parts of a title: signs, footnote digits, a symbol in brackets, "respectively".
        self.light = re.compile(rf"(?:{person}|[\s\d.,،、:'\"/-]|\([^()]{{0,60}}\)|{self._any(filler)})*")
        self.text = re.compile(self._any(titles["text"]))  # of which the form word is the genitive: "Text of a letter"
        self.dated = re.compile(rf"[\s,]*{self._any(titles['dated'])}[\s:]*")
        of = "|".join(re.escape(fold(word).lower) for word in days["of"])
        self.misread_day = re.compile(rf"({self._any(titles['dated'])}) \S{{1,3}}(?: \S)? (?:(?:{of}) )?$")
        self.late = re.compile(rf".*{self._any(titles['dated'])}\s*", re.S)

    def role_of(self, marker: re.Match[str]) -> str:
        """What a marker says: "from", "addressed", …"""
        return self.role[_bare(marker[0])]

    def _any(self, names: Sequence[str]) -> str:
        """An alternation of words, longest first, each a whole word where the language has blanks."""
        folded = sorted({fold(name).lower for name in names}, key=len, reverse=True)
        if self.backwards:
            return f"(?:{'|'.join(map(re.escape, folded)) or '(?!)'})"
        each = "|".join(re.escape(name) + r"(?!\w)" * name[-1].isalnum() for name in folded)
        return rf"(?<!\w)(?:{each or '(?!)'})"


@cache
def grammar(language: str) -> Grammar:
    """The patterns of a language; made at the first use."""
    return Grammar(language)
