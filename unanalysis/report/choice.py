"""How the letters were chosen, in the words of the report's language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unanalysis.report.wording import Wording, wording

_ENTITY = re.compile(r"(?P<name>.+) \((?P<id>[^()\s]+)\)")


def chosen(filters: Iterable[str], say: Wording) -> list[str]:
    """The filters of a corpus, which are in English, as far as the language has words for them.

    Examples
    --------
    >>> chosen(["sent by Ukraine (UKR) or France (FRA)", "in French", "since 2014-01-01"], wording("fr"))
    ['expéditeur : Ukraine (UKR) ou France (FRA)', 'en français', 'depuis le 2014-01-01']
    >>> chosen(["addressed to Security Council (S)"], wording("fr"))
    ['destinataire : Conseil de sécurité (S)']
    """
    return [_translated(words, say) for words in filters]


def _translated(words: str, say: Wording) -> str:
    phrase = next((phrase for phrase in say.strings["chosen"] if words.startswith(f"{phrase} ")), None)
    if phrase is None:
        return words
    values = words[len(phrase) + 1 :].split(" or ")
    return f"{say.of('chosen', phrase)} " + f" {say('or')} ".join(_value(value, say) for value in values)


def _value(value: str, say: Wording) -> str:
    """An entity, a language, a form or an office; whatever else it is stays as it is."""
    from unanalysis.lexicon import label

    entity = _ENTITY.fullmatch(value)
    if entity and label(entity["id"]) == entity["name"]:
        return f"{label(entity['id'], say.language)} ({entity['id']})"
    english = wording("en").strings["languages"]
    code = next((code for code, name in english.items() if name == value), None)
    return say.of("languages", code) if code else say.of("forms", say.of("capacities", value))
