"""The versions of a letter that stand in one file: one text for each language, with all else blanked out.

A version is a language in which a good part of the text is written. Names, headings and the English lines of other
mastheads do not make one; nor does a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .fold import any_of
from .language import main_language, paragraph_languages
from .lexicon import LANGUAGES, words
from .page import Layout, Line, Span, blanked, lay_out
from .types import Problem

_SHARE = 0.25  # of the text of the largest version, which another language needs to be one itself
_CHARACTERS = 250


@dataclass(frozen=True, slots=True)
class Version:
    """What is written in one language in a document; `language` is ISO 639-1."""

    language: str
    layout: Layout


def versions_of(layout: Layout, language: str | None = None) -> tuple[list[Version], list[Problem]]:
    """Part a document, furniture blanked out, by language; `language` says that it is all in one.

    Returns
    -------
    tuple
        The versions in the order in which they begin, and problems: text in a language that is not read.
    """
    own = layout.text
    if language:
        return [Version(language, layout)], []
    paragraphs = _split(layout)
    spans = [(first.start, last.end) for first, last in paragraphs]
    languages = _announced(layout, paragraphs, paragraph_languages(own, spans))
    problems = _foreign(spans, languages)
    weights: dict[str, int] = {}
    for (start, end), found in zip(spans, languages, strict=True):
        if found in LANGUAGES:
            weights[found] = weights.get(found, 0) + (end - start) * (3 if found == "zh" else 1)
    if not weights:
        main = main_language(own, spans, languages)
        return [Version(main or "en", layout)] if spans and main in (*LANGUAGES, None) else [], problems
    least = max(_SHARE * max(weights.values()), _CHARACTERS)
    kept = [found for found, weight in weights.items() if weight >= least] or [max(weights, key=weights.__getitem__)]
    if len(kept) == 1:
        return [Version(kept[0], layout)], problems
    of_span = list(zip(spans, languages, strict=True))
    return [
        Version(each, lay_out(blanked(own, [span for span, found in of_span if found in kept and found != each])))
        for each in kept
    ], problems


def _split(layout: Layout) -> list[tuple[Line, Line]]:
    """Paragraphs; those in which every line is as long as a paragraph are parted into lines (a line of each language).

    Each is given by its first and its last line.
    """
    parts: list[tuple[Line, Line]] = []
    run: list[Line] = []
    for line in (*layout.lines, None):
        if run and (line is None or line.gap):
            if len(run) > 1 and all(one.end - one.start > 160 for one in run[:-1]):
                parts += ((one, one) for one in run)
            else:
                parts.append((run[0], run[-1]))
            run = []
        if line:
            run.append(line)
    return parts


@cache
def _headings() -> re.Pattern[str]:
    names = (name for language in LANGUAGES for name in words(language)["letter"]["versions"])
    return re.compile(rf"(?:{any_of(names)})[ :.]*")


def _announced(
    layout: Layout, paragraphs: Sequence[tuple[Line, Line]], languages: list[str | None]
) -> list[str | None]:
    """Lines that say too little follow those before them, but not across a heading such as "English Translation"."""
    lower, heading = layout.folded.lower, _headings()
    for i, (first, last) in enumerate(paragraphs):
        if last.end - first.start < 60 and heading.fullmatch(lower, first.at, last.to):
            long = (j for j in range(i, len(paragraphs)) if paragraphs[j][1].end - paragraphs[j][0].start >= 60)
            after = next(long, i)
            languages[i:after] = [languages[after]] * (after - i)
    return languages


def _foreign(spans: Sequence[Span], languages: Sequence[str | None]) -> list[Problem]:
    """One problem for each language that is read here as text only, at its first long paragraph."""
    first: dict[str, Span] = {}
    length: dict[str, int] = {}
    for (start, end), found in zip(spans, languages, strict=True):
        if found and found not in LANGUAGES:
            first.setdefault(found, (start, end))
            length[found] = length.get(found, 0) + end - start
    return [
        Problem(
            "language",
            "warning",
            f"{size} characters are in a language that is not one of the six official ones "
            f"(it looks like {found!r}); they were not searched.",
            *first[found],
        )
        for found, size in length.items()
        if size >= 200
    ]
