"""What the words between two names say: "of", "and", "to", an article, or that the names do not belong together."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .fold import any_of, fold
from .lexicon import words

# One letter for each thing that a gap can say; "," "(" and "x" (any other word) come on top.
_CODES = {
    "article": "a",
    "of": "o",
    "and": "&",
    "same_person": "=",
    "at": "@",
    "its": "i",
    "members": "m",
    "acting": "q",
    "state": "t",
    "foreign_affairs": "f",
    "honorific": "h",
}
TIES = "aoqt("  # what may stand between an office and its entity


@cache
def _lexer(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    grammar = words(language)["parties"]
    code = {fold(word).lower: _CODES[key] for key in _CODES for word in grammar[key]}
    border = r"(?!\w)" if grammar["order"] == "after" else ""
    each = "|".join(re.escape(w) + border * w[-1].isalnum() for w in sorted(code, key=len, reverse=True))
    # A dash with blanks parts what it stands between: "to the Secretary-General - Security Council mission to Mali".
    return re.compile(rf"({each})|([,،、;])|(\()|\d|(?! - )[^\w:]|( - |(?:\w|:)[\w'.-]*)"), code


@lru_cache(maxsize=1 << 16)
def gap(between: str, language: str) -> str:
    """What the words between two names say, one letter each; "x" is any other word.

    Examples
    --------
    >>> gap(" and of the ", "en"), gap(" who met the ", "en")
    ('&oa', 'xxa')
    """
    lexer, code = _lexer(language)
    said = (code[m[1]] if m[1] else "," if m[2] else m[3] or ("x" if m[4] else "") for m in lexer.finditer(between))
    return "".join(said)


@cache
def dative(language: str) -> tuple[str, ...]:
    """The endings of an office in the case of whom a letter goes to."""
    return tuple(fold(ending).lower for ending in words(language)["parties"]["dative"])


@cache
def goes_on(language: str) -> re.Pattern[str]:
    """How a party goes on behind what the lexicon knows of it: "… on Sanctions", ", established by …", "at …"."""
    known = words(language)
    at = [word for word in known["parties"]["at"] if word not in known["titles"]["to"]]
    names = known["parties"]["about"] + known["mentions"]["established"] + at
    return re.compile(rf"[\s,،]*(?:{any_of(names)})(?!\w)")


@cache
def topic(language: str) -> re.Pattern[str]:
    """Words behind which a State is what a body is about: "the Monitoring Group on" Somalia."""
    grammar = words(language)["parties"]
    return re.compile(rf"(?<!\w)(?:{any_of(grammar['about'])}) ?(?:(?:{any_of(grammar['article'])}) ?)?$")


@cache
def chaired(language: str) -> re.Pattern[str]:
    """Words in the name of a body whose "président" is a chair: Comité, Commission; Arabic ones with their article."""
    border = {"zh": "", "ar": r"(?<!\w)[وبكف]?(?:ال|لل|ل)?"}.get(language, r"(?<!\w)")
    return re.compile(rf"{border}(?:{any_of(words(language)['parties']['chaired'])})")
