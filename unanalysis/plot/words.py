"""The words of the figures, in the six languages."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from unanalysis.errors import InputError


@cache
def words(language: str) -> dict[str, str]:
    """The words of one language, by their keys in `words.yaml`.

    Raises
    ------
    InputError
        If there are none in this language.

    Examples
    --------
    >>> words("fr")["letters"]
    'lettres'
    """
    import yaml

    known: dict[str, dict[str, str]] = yaml.safe_load((files(__package__) / "words.yaml").read_text(encoding="utf-8"))
    if language not in known:
        raise InputError(f"Figures are not written in {language!r}. Hint: language is one of {', '.join(known)}.")
    return known[language]
