"""Page furniture of plain text: running headers, page and job numbers, recycling marks, the line of a specimen.

It stays in the text and is kept out of letters. A masthead is not furniture: the first time that a document's symbol
stands alone on a line it is the masthead's, later it is a running header.
"""

from __future__ import annotations

import re
from functools import cache

from .fold import any_of, fold
from .lexicon import LANGUAGES, words
from .page import Layout, Line, Span
from .symbols import SYMBOL, canonical, find_symbols

_JOB = re.compile(
    r"(?:GE\.)?\d{2}-?\d{5,6}(?: ?\*?\d{4}[a-z]?)?(?: ?[([]?[EFSRAC][)\]])?(?: +\d{6})*(?: +(?:/\.\.\.|\d+/\d+))?"
    r"|\*\d{7,9}\*|\d{6}|/ ?\.\.\.|GE\.\d\d-\d{5}.*"
    r"|please recycle.*|pagina \d+|page \d+|стp. \d+|стpahицa \d+|стр. \d+|صفحة \d+|第 ?\d+ ?页"
    r"|\d{1,3}/\d{1,3}|- ?\d{1,3} ?-|\d{1,3}",
    re.I,
)
_RULE = re.compile(r"[-_=. ]{3,}")


@cache
def _language_names() -> re.Pattern[str]:
    names = [n for lang in LANGUAGES for names in words(lang)["masthead"]["languages"].values() for n in names]
    return re.compile(any_of(names))


@cache
def _specimens() -> tuple[str, ...]:
    return tuple(fold(line).lower for lang in LANGUAGES for line in words(lang)["letter"]["specimen"])


def furniture_of(layout: Layout) -> list[Span]:
    """Spans of the lines that belong to the page and not to the letter."""
    found: list[Span] = []
    seen: set[str] = set()
    body = False  # whether the masthead is behind us: symbols alone on a line are running headers from then on
    run: list[Line] = []  # lines that are furniture if the run they stand in holds a page or job number
    numbered = False

    for number, line in enumerate(layout.lines):
        lower = layout.folded.lower[line.at : line.to]
        if len(lower) > 120 and "unanalysis" not in lower:
            body = body or len(lower) > 400
        elif "unanalysis" in lower and lower.startswith(_specimens()):
            found.append((line.start, line.end))
            continue
        else:
            plain = layout.folded.plain[line.at : line.to]
            job = bool(_JOB.fullmatch(lower))
            symbols = _only_symbols(plain) if "/" in plain else set()
            if job or (symbols and symbols <= seen) or (run and _language_names().fullmatch(lower)):
                body = body or (job and number > 3)
                numbered = numbered or job
                run.append(line)
                continue
            if symbols and number < 40:
                seen |= symbols
        if run and (numbered or body):
            found += ((one.start, one.end) for one in run)
        run, numbered = [], False
    if numbered or body:
        found += ((one.start, one.end) for one in run)
    return found


def _only_symbols(plain: str) -> set[str]:
    """The symbols of a line on which nothing else stands; of a masthead's line, those among its other words."""
    matches = list(find_symbols(plain))
    rest = SYMBOL.sub("", plain).strip(" -") if matches else "x"
    return set() if rest else {canonical(m[0]) for m in matches}
