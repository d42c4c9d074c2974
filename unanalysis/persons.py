"""Names of persons: words with a capital, the particles between them, the styles before them ("Sir", "Mme").

How names are built is data of the lexicon (key `persons`). All languages count everywhere, since envoys of every State
write in every language.
"""

from __future__ import annotations

import re
from functools import cache

from .fold import any_of, fold
from .lexicon import LANGUAGES, words


@cache
def _person() -> re.Pattern[str]:
    """A name (group 2) behind its styles (group 1)."""

    def said(key: str) -> list[str]:
        return [name for language in LANGUAGES for name in words(language)["persons"][key]]

    # "May I refer to" begins a sentence; "al-Jaafari" is a name.
    word = rf"(?:(?:{any_of(said('prefixes'))})-)?(?!I(?![\w'.-]))[A-ZА-Я][\w'.-]*"
    initials = r"(?:[A-ZА-Я]\.){1,3}[A-ZА-Я][^\W\d_]+(?![.\w])"  # С.В.Лаврова
    name = rf"(?:{initials}|{word}(?: (?:(?:{any_of(said('particles'))}) )*{word})+)"
    styles = "|".join(re.escape(fold(style).plain) for style in said("styles"))
    return re.compile(rf"(?:[^\w:(]|\d)*((?:(?:{styles})\.? )*)({name})(?![\w'])")


def person_at(plain: str, start: int, end: int) -> re.Match[str] | None:
    """The name of a person that begins a stretch of `Folded.plain`: its styles are group 1, the name itself group 2."""
    return _person().match(plain, start, end)


def names_person(plain: str, start: int, end: int) -> bool:
    """Whether a stretch is a person's name and a comma, as in "by Salim El Hoss, Prime Minister of Lebanon"."""
    name = person_at(plain, start, end)
    return name is not None and bool(re.fullmatch(r",\s*", plain[name.end() : end]))
