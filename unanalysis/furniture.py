"""Page furniture of plain text: running headers, page and job numbers, recycling marks, the line of a specimen.

It stays in the text and is kept out of letters. A masthead is not furniture: the first time that a document's symbol
stands alone on a line it is the masthead's, later it is a running header.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from .fold import fold
from .lexicon import LANGUAGES, words
from .page import Line, Span
from .symbols import SYMBOL, canonical

_JOB = re.compile(
    r"(?:GE\.)?\d{2}-?\d{5,6}(?: ?\*?\d{4}[a-z]?)?(?: ?[([]?[EFSRAC][)\]])?(?: +\d{6})*(?: +(?:/\.\.\.|\d+/\d+))?"
    r"|\*\d{7,9}\*|\d{6}|/ ?\.\.\.|GE\.\d\d-\d{5}.*"
    r"|please recycle.*|pagina \d+|page \d+|стp. \d+|стpahицa \d+|стр. \d+|صفحة \d+|第 ?\d+ ?页|\d{1,3}/\d{1,3}|- ?\d{1,3} ?-|\d{1,3}",
    re.I,
)
_RULE = re.compile(r"[-_=. ]{3,}")


@cache
def _language_names() -> re.Pattern[str]:
    names = [n for lang in LANGUAGES for names in words(lang)["masthead"]["languages"].values() for n in names]
    return re.compile("|".join(re.escape(fold(n).lower) for n in sorted(set(names), key=len, reverse=True)))


@cache
def _specimens() -> tuple[str, ...]:
    return tuple(fold(line).lower for lang in LANGUAGES for line in words(lang)["letter"]["specimen"])


def furniture_of(text: str, lines: Sequence[Line]) -> list[Span]:
    """Spans of the lines that belong to the page and not to the letter."""
    found: list[Span] = []
    seen: set[str] = set()
    body = False  # whether the masthead is behind us: symbols alone on a line are running headers from then on
    run: list[Line] = []  # lines that are furniture if the run they stand in holds a page or job number

    def close() -> None:
        if any(_JOB.fullmatch(shape(line)) for line in run) or (body and run):
            found.extend((line.start, line.end) for line in run)
        run.clear()

    def shape(line: Line) -> str:
        return fold(text[line.start : line.end]).lower.strip()

    for number, line in enumerate(lines):
        if line.end - line.start > 120:
            if line.end - line.start > 400:
                body = True
            close()
            if "unanalysis" not in text[line.start : line.end]:
                continue
        plain = shape(line)
        if "unanalysis" in plain and plain.startswith(_specimens()):
            found.append((line.start, line.end))
            continue
        symbols = {canonical(m[0]) for m in SYMBOL.finditer(fold(text[line.start : line.end]).plain)}
        alone = bool(symbols) and not re.sub(r"[\s-]+", "", SYMBOL.sub("", fold(text[line.start : line.end]).plain))
        repeated = alone and symbols <= seen
        if _JOB.fullmatch(plain) or repeated or (run and _language_names().fullmatch(plain)):
            if _JOB.fullmatch(plain) and number > 3:
                body = True
            run.append(line)
            continue
        close()
        if number < 40:
            seen |= symbols if alone or number < 15 else set()
    close()
    return found
