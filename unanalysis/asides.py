"""What tells of a document in the place of a masthead, or where its masthead was lost.

The Official Records print "DOCUMENT S/4382" above a title and "[Original: French] [13 July 1960]" below it. Web pages
put the symbol in brackets behind the title, or as a label below the letter ("Document symbol: S/2008/754"). In a scan
whose first page was misread the symbol may still be read in the running header of the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from .drafts import Draft
from .fold import any_of
from .lexicon import LANGUAGES, words
from .masthead import Masthead, document_line, organs_of, original_language
from .page import View
from .symbols import SYMBOL, canonical, find_symbols, halves, kind_of

_CLOSED = r"\[[^\[\]]{4,60}?(?:\]| ?J(?!\w))"  # in a scan "[Original: French J"
_BRACKETS = re.compile(rf"\s*\*?\s*{_CLOSED}(?:\s*{_CLOSED})?")
_JOB = re.compile(r"\b\d\d-\d{5}\*? ")  # of the Secretariat's printing, at the foot of the first page
_PAGE = re.compile(r" (?:[^\W\d_]+ )?(?:page|pagina|стр\.?) \d")
_NEAR = 120  # characters between that number and the running header behind it


def completed(page: View, masthead: Masthead, first: Draft) -> Masthead:
    """A masthead with what other places tell: below its first letter's title, and of its symbol if it has none."""
    start = first.heading.start if first.heading else first.start
    end = first.heading.end if first.heading else first.start
    headed = document_line(page, start)
    if headed:
        masthead = Masthead((headed,), organs_of([headed]), span=masthead.span)
    if first.heading and first.section == 0:
        masthead = below_title(page, masthead, end)
    if not masthead.symbols and (symbol := next(_elsewhere(page, start, end), None)):
        symbols = tuple(halves(symbol))
        masthead = replace(masthead, symbols=symbols, organs=organs_of(symbols) or masthead.organs)
    return masthead


def below_title(page: View, masthead: Masthead, end: int) -> Masthead:
    """A masthead with what "[Original: French] [13 July 1960]" tells below the title that ends at an offset."""
    brackets = _BRACKETS.match(page.folded.plain, end)
    if brackets is None:
        return masthead
    days = [day.date for day in page.dates_between(*brackets.span()) if day.date]
    original = masthead.original_language or original_language(page, *brackets.span())
    return replace(masthead, original_language=original, issued=masthead.issued or next(iter(days), None))


@cache
def _labels() -> re.Pattern[str]:
    names = any_of([word for lang in LANGUAGES for word in words(lang)["masthead"]["symbol"]])
    return re.compile(rf"(?<![^\W_])(?:{names}) ?: ?")


def _elsewhere(page: View, start: int, end: int) -> Iterator[str]:
    """The symbol of a document that prints none above its letter at `start`, whose title ends at `end`."""
    plain, lower = page.folded.plain, page.folded.lower
    bracketed = [canonical(match[0]) for match in find_symbols(plain, 0, start) if plain[match.start() - 1] == "("]
    closed = [line for line in page.lines_between(0, start) if plain[line.to - 1] == ")" and line.to - line.at < 200]
    if len(set(bracketed)) == 1 and any(SYMBOL.search(plain, line.at, line.to) for line in closed):
        yield bracketed[0]
    titled = SYMBOL.match(plain, end + 2) if plain.startswith((" (", "\n("), end) else None
    if titled and plain[titled.end() : titled.end() + 1] == ")" and kind_of(canonical(titled[0])) == "document":
        yield canonical(titled[0])
    for label in _labels().finditer(lower):
        if (symbol := SYMBOL.match(plain, label.end())) is not None:
            yield canonical(symbol[0])
    small = re.search(r"(?<![\w/.-])(?:s/\d{4,5}|s/(?:19|20)\d\d/\d{1,4}|a/\d\d/\d{1,4})(?![\w/])", plain[:start])
    if small:
        yield small[0].upper()
    for header in find_symbols(plain, end):
        if _PAGE.match(lower, header.end()):
            yield canonical(header[0])
    for job in _JOB.finditer(plain, end):
        behind = list(find_symbols(plain, job.end(), min(len(plain), job.end() + _NEAR)))
        yield from (canonical(symbol[0]) for symbol in behind[:1])
