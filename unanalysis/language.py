"""Which language a paragraph is in: the script of its letters and its commonest words, without a network.

The six official languages are told apart by data of the lexicon (key `language` of each YAML file): the letters of
the alphabet, words that every text has, and the common words of neighbours that are none of its own (`strangers`).
What looks like none of the six is given to py3langid, which knows 142 languages, so that a letter in a seventh one is
called by its name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from unanalysis.lexicon import words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scripts = NDArray[np.uint8]

_NONE, _LATIN, _CYRILLIC, _ARABIC, _HAN, _OTHER = range(6)
_BY_SCRIPT = {_LATIN: ("en", "fr", "es"), _CYRILLIC: ("ru",), _ARABIC: ("ar",), _HAN: ("zh",)}
_SCRIPTS = tuple(_BY_SCRIPT)
# Beside the alphabets of the lexicon: Chinese characters, Arabic letters as old PDFs shape them, full-width Latin ones.
_RANGES = (
    *((_HAN, 0x3400, 0x4DC0), (_HAN, 0x4E00, 0xA000), (_HAN, 0xF900, 0xFB00), (_HAN, 0x20000, 0x32000)),
    *((_ARABIC, 0xFB50, 0xFDD0), (_ARABIC, 0xFE70, 0xFEFD), (_LATIN, 0xFF21, 0xFF3B), (_LATIN, 0xFF41, 0xFF5B)),
    (_NONE, 0x640, 0x641),  # tatweel only stretches words
)
_SAMPLE = 240  # characters of a paragraph that are looked at: those of its middle, where a masthead is least likely
_LONG = 40  # letters from which on a paragraph must look like its language, and not only more than like the others
_SHARE = 0.2  # of the different words of a long paragraph: fewer common ones are a list of names or another language
_STRANGE = 0.01  # foreign letters and words of neighbours that a long paragraph may have for each letter
_SURE = 3  # common words by which a language must lead, for a line to be believed against its neighbours


class Guess(NamedTuple):
    """A language and the number of common words by which it leads; a script of one language alone counts full."""

    language: str | None
    lead: int


def detect(text: str) -> str | None:
    """Find the language of a text.

    Parameters
    ----------
    text
        A paragraph or a letter in one language; of a long one the middle is looked at.

    Returns
    -------
    str or None
        ISO 639-1 code: one of the six official languages (`unanalysis.lexicon.LANGUAGES`) or another. None where the
        text has no letters, or too few common words to tell ("Annex II" would be English, "Gabon" is nothing).

    Examples
    --------
    >>> detect("J'ai l'honneur de vous faire tenir ci-joint le texte d'une lettre")
    'fr'
    >>> detect("Tenho a honra de transmitir a Vossa Excelência a carta que o Governo da República me enviou hoje")
    'pt'
    >>> detect("S/2014/136") is None
    True
    """
    return _guess(text, _scripts(text)).language


def paragraph_languages(text: str, spans: Sequence[tuple[int, int]]) -> list[str | None]:
    """Find the language of each paragraph of a document.

    A line that says too little ("(Signed) …", "Annex", a name, the English date in an Arabic masthead) has the
    language of the paragraph before it or, at the head, after it.

    Parameters
    ----------
    text
        The text of the document.
    spans
        Start and end of each paragraph, in code points, in the order of the text.

    Returns
    -------
    list of str or None
        One ISO 639-1 code a paragraph; None only where no paragraph tells.

    Examples
    --------
    >>> text = "I have the honour to write to you.\\nJ'ai l'honneur de vous écrire.\\nAhmed Diallo"
    >>> paragraph_languages(text, [(0, 34), (35, 65), (66, 78)])
    ['en', 'fr', 'fr']
    """
    scripts = _scripts(text)
    return smoothed([_guess(text[start:end], scripts[start:end]) for start, end in spans])


def main_language(text: str, spans: Sequence[tuple[int, int]], languages: Iterable[str | None]) -> str | None:
    """The language of most of a document's paragraphs, by their length: that of its body, whatever the masthead is in.

    Parameters
    ----------
    text
        The text of the document.
    spans, languages
        The paragraphs, and what `paragraph_languages` gives for them.
    """
    weights: Counter[str] = Counter()
    for (start, end), language in zip(spans, languages, strict=True):
        if language is not None:  # Chinese says with one character what others say with three
            weights[language] += (end - start) * (3 if language == "zh" else 1)
    return max(weights, key=weights.__getitem__, default=None)


def smoothed(guesses: Sequence[Guess]) -> list[str | None]:
    """Languages in which paragraphs that say too little follow the sure ones before or, at the head, after them."""
    before: list[str | None] = []
    last = None
    for guess in guesses:
        last = guess.language if guess.lead >= _SURE else last
        before.append(last)
    languages: list[str | None] = []
    after = None
    for guess, previous in zip(reversed(guesses), reversed(before), strict=True):
        if guess.lead >= _SURE:
            after = guess.language
            languages.append(guess.language)
        elif guess.language and guess.language in (previous, after):
            languages.append(guess.language)
        else:
            languages.append(previous or after or guess.language)
    return languages[::-1]


def _guess(text: str, scripts: bytes) -> Guess:
    if len(text) > _SAMPLE:
        middle = (len(text) - _SAMPLE) // 2
        text, scripts = text[middle : middle + _SAMPLE], scripts[middle : middle + _SAMPLE]
    counts = [scripts.count(script) for script in _SCRIPTS]
    counts[_SCRIPTS.index(_HAN)] *= 3  # a Chinese character says as much as three letters
    foreign = scripts.count(_OTHER)
    letters = max(counts)
    script = _SCRIPTS[counts.index(letters)]
    if foreign > letters / 6:  # kana among Chinese characters, Greek, Hebrew, Hangul …
        return _other(text)
    if not letters:
        return Guess(None, 0)
    found = _words_of(text.lower())
    languages = _BY_SCRIPT[script]
    best, common, lead = languages[0], letters, letters // 2
    if len(languages) > 1:
        known = found & _common(*languages)
        scores = [len(known & _common(language)) for language in languages]
        second, common = sorted(scores)[-2:]
        best, lead = languages[scores.index(common)], common - second
    if letters >= _LONG:
        if not text.isascii():
            foreign += len(_foreign(best).findall(text))
        strange = foreign + len(found & _strangers(best)) > max(1, _STRANGE * letters)
        if strange or common < _SHARE * sum(map(str.isalpha, found)):
            other = _other(text)
            if strange or other.language is not None:
                return other
        elif lead:
            lead += 1
    return Guess(best if lead else None, lead)


def _words_of(lower: str) -> set[str]:
    """The different words between blanks; an elided one (l', qu') is a word of its own."""
    if "'" in lower or "’" in lower:
        lower = lower.replace("’", "'").replace("'", "' ")
    return set(lower.split())


@cache
def _common(*languages: str) -> frozenset[str]:
    """The words that every text of the languages has."""
    return frozenset(word for language in languages for word in words(language)["language"]["words"])


@cache
def _strangers(language: str) -> frozenset[str]:
    """The common words of neighbouring languages that this one does not have."""
    return frozenset(words(language)["language"]["strangers"])


@cache
def _foreign(language: str) -> re.Pattern[str]:
    """What finds letters of the other languages of a script that this one does not have."""
    neighbours = next(languages for languages in _BY_SCRIPT.values() if language in languages)
    letters = set("".join(map(_alphabet, neighbours))) - set(_alphabet(language))
    return re.compile(f"[{''.join(sorted(letters))}]" if letters else r"(?!)")


@cache
def _alphabet(language: str) -> str:
    alphabet: str = words(language)["language"]["alphabet"]
    return alphabet + alphabet.upper()


def _scripts(text: str) -> bytes:
    """The script of each character, a byte each."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return bytes(_script_table()[codes])


@cache
def _script_table() -> Scripts:
    table = np.zeros(0x110000, dtype=np.uint8)
    table[[code for code in range(0x10000) if chr(code).isalpha()]] = _OTHER
    for script, start, end in _RANGES:
        table[start:end] = script
    for script, languages in _BY_SCRIPT.items():
        for language in languages:
            table[[ord(letter) for letter in _alphabet(language)]] = script
    return table


def _other(text: str) -> Guess:
    """What py3langid says, where it is all but certain; a lesser certainty yields to the neighbours."""
    language, probability = _identifier().classify(text)
    if language == "und":
        return Guess(None, 0)
    return Guess(language, _SURE if probability > 0.99 else 1)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True, min_confidence=0.9)
