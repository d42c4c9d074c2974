"""Russian names in all cases, from the nominative, with pymorphy3 (MIT); at data-building time only.

A name is declined from its left end: the adjectives and the noun they agree with take the case, "и" joins a second
such group, and what depends on the noun (a genitive, a country's name after a preposition) stays as it is. A
participle set off by a comma ("…, учрежденный резолюцией 1540 (2004)") agrees with the noun before it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

CASES = ("gent", "datv", "accs", "ablt", "loct")

# After these the name of a country stands either in the nominative or in the case of the word before it:
# "Республики Молдова" and "Республики Молдовы", "Государства Катар", "Королевства Бельгия" and "Королевства Бельгии".
_APPOSED_TO = frozenset(
    {"республика", "королевство", "государство", "княжество", "султанат", "содружество", "герцогство"}
)


@cache
def _exceptions() -> dict[str, dict[str, str]]:
    """Words that the dictionary lacks, takes for others, or declines where the United Nations does not."""
    with (Path(__file__).parent / "names" / "russian.tsv").open(encoding="utf-8", newline="") as lines:
        return {row.pop("word"): row for row in csv.DictReader(lines, delimiter="\t")}


@cache
def _analyser() -> Any:
    import pymorphy3  # type: ignore[import-untyped]

    return pymorphy3.MorphAnalyzer(lang="ru")


def _like(form: str, word: str) -> str:
    """The form with the capitals of the word."""
    if word.isupper() and len(word) > 1:
        return form.upper()
    parts = [f.capitalize() if w[:1].isupper() else f for f, w in zip(form.split("-"), word.split("-"), strict=False)]
    return "-".join(parts) if len(parts) == len(form.split("-")) else form.capitalize()


def _nominative(word: str, kinds: set[str]) -> list[Any]:
    parses = _analyser().parse(word.lower())
    return [p for p in parses if p.tag.POS in kinds and "nomn" in p.tag and "Name" not in p.tag and "Surn" not in p.tag]


def _inflect(parse: Any, word: str, case: str, animate: bool) -> str:
    wanted = {case, parse.tag.number}
    if parse.tag.POS in ("ADJF", "PRTF"):
        if case == "accs" and (parse.tag.gender == "masc" or parse.tag.number == "plur"):
            wanted = {"gent" if animate else "nomn", parse.tag.number}
        if parse.tag.number == "sing":
            wanted.add(parse.tag.gender)
    form = parse.inflect(wanted)
    if form is None:
        raise ValueError(f"{word!r} has no {case}: add it to names/russian.tsv.")
    return _like(form.word, word)


def _noun(word: str, case: str, number: str | None = None) -> tuple[str, bool, Any] | None:
    """A noun in a case, whether it is animate, and its parse; None where the word is no noun in the nominative."""
    bare = _bare(word)
    plain = bare.lower()
    if (bare.isupper() and len(bare) > 1) or re.search(r"[A-Za-z]", bare):  # an abbreviation
        return word, False, None
    if plain in _exceptions():
        forms = _exceptions()[plain]
        return word.replace(bare, _like(forms[case], bare)), forms["accs"] == forms["gent"] != plain, None
    parses = [p for p in _nominative(plain, {"NOUN"}) if number is None or p.tag.number == number]
    if not parses:
        return None
    parse = parses[0]
    animate = "anim" in parse.tag
    return word.replace(bare, _inflect(parse, bare, case, animate)), animate, parse


def _group(words: list[str], case: str) -> tuple[list[str], int]:
    """Decline the adjectives and the noun at the left end; return them and how many words they are."""
    adjectives: list[tuple[str, Any]] = []  # "и" between two of them stands here without a parse
    for count, word in enumerate(words, start=1):
        number = adjectives[0][1].tag.number if adjectives else None
        as_adjective = [
            p for p in _nominative(_bare(word), {"ADJF", "PRTF"}) if number is None or p.tag.number == number
        ]
        noun = _noun(word, case, number)
        if word == "и" and adjectives and count < len(words) and _nominative(words[count], {"ADJF", "PRTF"}):
            adjectives.append((word, None))
            continue
        last = count == len(words)
        if as_adjective and _bare(word).lower() not in _exceptions() and not (last and noun and noun[2]):
            adjectives.append((word, as_adjective[0]))
            if not last:
                continue
            noun = None
        if noun is None and not adjectives:
            raise ValueError(f"{' '.join(words)!r} does not begin with a noun in the nominative.")
        animate = bool(noun and noun[1])
        declined = [_agree(w, p, noun[2] if noun else None, case, animate) if p else w for w, p in adjectives]
        return declined + ([noun[0]] if noun else []), count if noun else len(adjectives)
    raise ValueError(f"{' '.join(words)!r} has no noun.")


def _agree(word: str, parse: Any, noun: Any, case: str, animate: bool) -> str:
    if noun is not None and parse.tag.number == "sing" and noun.tag.gender and parse.tag.gender != noun.tag.gender:
        fitting = [p for p in _nominative(word, {"ADJF", "PRTF"}) if p.tag.gender == noun.tag.gender]
        parse = fitting[0] if fitting else parse
    return _inflect(parse, word, case, animate)


def _decline(name: str, case: str) -> list[str]:
    words = name.split(" ")
    out, used = _group(words, case)
    head, rest = words[used - 1], words[used:]
    forms = [out[:-1] + _rest(out[-1:], rest, case, _numbers(head))]
    if head.lower() in _APPOSED_TO and rest and rest[0][:1].isupper() and _numbers(rest[0]):
        forms = [out + rest, out + _decline(" ".join(rest), case)[0].split(" ")]
    return [" ".join(form) for form in forms]


def _rest(done: list[str], words: list[str], case: str, numbers: set[str]) -> list[str]:
    """What follows the noun (`done`): another head after "и", a dash or a comma takes the case, the rest stays."""
    while words:
        comma = done[-1].endswith(",")
        place = 0 if comma else 1
        joined = comma or words[0] in ("и", "—", "-")
        if joined and place < len(words) and _goes_on(words[place], numbers):
            more, used = _group(words[place:], case)
            done += [*words[:place], *more]
            words = words[place + used :]
        else:
            done.append(words[0])
            words = words[1:]
    return done


def _goes_on(word: str, numbers: set[str]) -> bool:
    """Whether a word is a second head beside the first ("… и Министр"), or a participle that agrees with it."""
    second = word[:1].isupper() or word == "члены"
    kinds = {"NOUN", "ADJF", "PRTF"} if second else {"PRTF"}
    return bool(_numbers(word, kinds) & numbers)


def _numbers(word: str, kinds: Iterable[str] = ("NOUN", "ADJF", "PRTF")) -> set[str]:
    """Singular or plural: what the word may be in the nominative; both for an exception."""
    plain = _bare(word).lower()
    return {"sing", "plur"} if plain in _exceptions() else {p.tag.number for p in _nominative(plain, set(kinds))}


def _bare(word: str) -> str:
    return word.strip("(),«»")


def declined(name: str) -> list[str]:
    """The forms of a Russian name in the five cases besides the nominative, without repetitions.

    Examples
    --------
    >>> declined("Совет Безопасности")[:2]
    ['Совета Безопасности', 'Совету Безопасности']
    """
    if re.match(r"[а-я]{1,2}\.", name):  # "и.о. министра" does not change
        return []
    return list(dict.fromkeys(form for case in CASES for form in _decline(name, case)))
