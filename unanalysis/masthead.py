"""What stands above the letter: symbols, dates of distribution, languages, session and agenda items.

Mastheads of every language keep some English ("Distr.: General", an English date), so the words of all languages are
looked for at once; only the session's ordinal is read in the language of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date
from functools import cache

from .dates import chinese_number
from .fold import any_of, fold
from .lexicon import LANGUAGES, entities, words
from .page import Span, View
from .scan import Hit
from .symbols import SYMBOL, canonical, find_symbols, halves, kind_of


@dataclass(frozen=True, slots=True)
class Masthead:
    """The facts of a masthead; `span` is where it stands."""

    symbols: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    issued: Date | None = None
    original_language: str | None = None
    session: str | None = None
    agenda_items: tuple[str, ...] = ()
    span: Span = (0, 0)

    @property
    def symbol(self) -> str | None:
        """The symbol, joint ones with a hyphen."""
        return "-".join(self.symbols) or None


@cache
def _originals() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of "Original: Arabic", and the codes of the languages by name."""
    mastheads = [words(lang)["masthead"] for lang in LANGUAGES]
    codes = {fold(n).lower: code for m in mastheads for code, names in m["languages"].items() for n in names}
    language = "|".join(sorted(map(re.escape, codes), key=len, reverse=True))
    original = any_of([w for m in mastheads for w in m["original"]])
    return re.compile(rf"(?:{original}) ?[:;]? ?({language})|(?<!\w)({language}) ?\((?:{original})\)"), codes


def original_language(page: View, start: int, end: int) -> str | None:
    """The language in which a document was submitted, where "Original: …" says it."""
    if page.phrases.first("masthead.original", start, end) is None:
        return None
    pattern, codes = _originals()
    match = pattern.search(page.folded.lower, start, end)
    return codes[match[1] or match[2]] if match else None


def ends_masthead(page: View, start: int, end: int) -> bool:
    """Whether "Original: Arabic" is the last that stands in a stretch."""
    pattern, _ = _originals()
    return any(not page.folded.plain[m.end() : end].strip() for m in pattern.finditer(page.folded.lower, start, end))


def read_masthead(page: View, end: int) -> Masthead:
    """Read the masthead of a document, which ends where its first letter begins (`end`, of the folded text)."""
    plain = page.folded.plain
    known = entities()
    symbols: list[str] = []
    first = None
    for match in find_symbols(plain, 0, end):
        zero = _ZERO.match(plain, match.start())
        symbol = zero[1] + zero[2].replace("O", "0") if zero else canonical(match[0])
        bracketed = plain[max(0, match.start() - 1) : match.start()], plain[match.end() : match.end() + 1]
        cited = bracketed[0] in ("(", "[") or bracketed[1] in (")", "]") or _is_footnote(page, match.start())
        if cited or symbol in known or not any(c.isdigit() for c in symbol) or kind_of(symbol) != "document":
            continue
        if _MISREAD.match(symbol):
            continue
        if "/L." in symbol and symbols:
            continue
        first = match.start() if first is None else first
        symbols += [half for half in halves(symbol) if half not in symbols]
    if not symbols and (zero := _ZERO.search(plain, 0, end)):
        first, symbols = zero.start(), [zero[1] + zero[2].replace("O", "0")]
    marked = page.phrases.first("masthead.distribution", 0, end)
    original = original_language(page, 0, end)
    session = _session(page, end)
    if not symbols and not marked and not original and not session:
        return Masthead(span=(0, 0))
    # A masthead names the month; days in digits are stamps of an archive or a web page.
    days = [d for d in page.dates if d.end <= end and d.date and any(map(str.isalpha, plain[d.start : d.end]))]
    near = [d for d in days if marked and d.start > marked.start()]
    if first is None and not marked:  # the masthead begins with an organ; above it a web page may print its own date
        begins = {line.at for line in page.lines_between(0, end)}
        first = next((h.start for h in page.hits if h.end <= end and h.start in begins and _principal(h)), None)
    near = near or [d for d in days if first is None or d.start > first]
    return Masthead(
        symbols=tuple(symbols[:2]),
        organs=organs_of(symbols[:2]) or _named_organs(page, end),
        issued=near[0].date if near else (days[0].date if days and symbols else None),
        original_language=original,
        session=session,
        agenda_items=_agenda_items(page, end),
        span=page.folded.span(0, end) if end else (0, 0),
    )


def document_line(page: View, title: int) -> str | None:
    """The symbol in "DOCUMENT S/4382", right above a title."""
    before = page.folded.plain[max(0, title - 60) : title]
    before = re.sub(r"(?<=[AS]/\d)[.,](?=\d{3}(?!\d))", "", before)  # "S/4,782"
    matches = list(re.finditer(r"(?:^|\s)DOCUMENT[EO]? (?=[AESTI]/)", before))
    symbol = SYMBOL.match(before, matches[-1].end()) if matches else None
    return canonical(symbol[0]) if symbol and not before[symbol.end() :].strip(" \n*.") else None


_ZERO = re.compile(r"(?<![\w/.])([AS]/(?:\d\d/)?)(\d+O[\dO]+)(?![A-Za-z/])")  # and "A/31/3O6" is A/31/306
_MISREAD = re.compile(r"[AS]/[lIO]\d")  # a scan's "S/l500 7" is S/15007, or another
_FOOTNOTE = re.compile(r"(?:^|\s)\*{1,3}(?:[ \t]*/)?[ \t]+$")  # not "**S/2008/754**"


def _is_footnote(page: View, start: int) -> bool:
    """Whether a symbol stands behind the mark of a footnote: "* A/52/150.", of the provisional agenda."""
    raw = page.folded.raw(start)
    return _FOOTNOTE.search(page.text, max(0, raw - 12), raw) is not None


def organs_of(symbols: Iterable[str]) -> tuple[str, ...]:
    """The organs that issue under some symbols, each once."""
    return tuple(dict.fromkeys(organ for symbol in symbols if (organ := organ_of(symbol))))


def organ_of(symbol: str) -> str | None:
    """The organ that issues under a symbol: the longest series symbol that begins it.

    Examples
    --------
    >>> organ_of("A/C.5/75/18"), organ_of("S/2020/764")
    ('A/C.5', 'S')
    """
    parts = symbol.split("/")
    for length in range(len(parts) - 1, 0, -1):
        series = "/".join(parts[:length])
        if series in entities():
            return series
    return None


def _named_organs(page: View, end: int) -> tuple[str, ...]:
    """The principal organs named in a masthead without a symbol."""
    found = (_principal(h) for h in page.hits if h.end <= end)
    return tuple(dict.fromkeys(organ for organ in found if organ))


def _principal(hit: Hit) -> str | None:
    """The principal organ that a name stands for."""
    entry = hit.has("entity")
    return entry.value if entry and entry.value in ("S", "A", "E", "T", "A/HRC") else None


@cache
def _ordinals(language: str) -> re.Pattern[str]:
    masthead = words(language)["masthead"]
    ones = {fold(word).lower: int(n) for n, word in masthead["ordinals"].items()}
    tens = {fold(word).lower: int(n) for n, word in masthead["tens"].items()}
    _VALUES[language] = (ones, tens)
    one, ten = "|".join(sorted(map(re.escape, ones), key=len, reverse=True)), "|".join(map(re.escape, tens))
    kinds = ("emergency", "special", "session")
    named = "|".join(f"(?P<{kind}>{any_of(masthead[kind])})" for kind in kinds)
    if language == "zh":
        return re.compile(rf"第 ?([一二三四五六七八九十百]{{1,4}}|\d{{1,3}}) ?(?:{named})")
    if language == "ar":  # the noun first, the ones before the tens: الدورة الخامسة والسبعون
        return re.compile(rf"(?:{named}) (?P<one>{one})(?: و(?P<ten>{ten}))?")
    return re.compile(rf"(?:(?P<ten>{ten})[ -]?(?:et )?)?(?P<one>{one})? ?(?:{named})")


_ORDINAL = 60  # characters that a session's ordinal takes at most
_VALUES: dict[str, tuple[dict[str, int], dict[str, int]]] = {}


def _session(page: View, end: int) -> str | None:
    """The session as in citations: "74", special ones "S-27", emergency ones "ES-10"."""
    kinds = ("masthead.session", "masthead.special", "masthead.emergency")
    named = [match.start() for kind in kinds if (match := page.phrases.first(kind, 0, end))]
    if not named:
        return None
    for language in dict.fromkeys((page.language, "en")):
        for match in _ordinals(language).finditer(page.folded.lower, max(0, min(named) - _ORDINAL), end):
            if language == "zh":
                number = chinese_number(match[1])
            else:
                ones, tens = _VALUES[language]
                number = ones.get(match["one"] or "", 0) + tens.get(match["ten"] or "", 0)
            if number:
                return ("ES-" if match["emergency"] else "S-" if match["special"] else "") + str(number)
    return None


@cache
def _items(language: str) -> re.Pattern[str]:
    if language == "zh":
        return re.compile(r"(?:议程项目|项目) ?(\d{1,3}(?: ?\([a-z]\))*(?:(?:、|和|及|,)\d{1,3}(?: ?\([a-z]\))*)*)")
    names = any_of(words(language)["masthead"]["agenda"] + words("en")["masthead"]["agenda"])
    both = any_of([w for lang in (language, "en") for w in words(lang)["dates"]["and"]] + ["و", ",", "、"])
    item = r"\d{1,3}(?: ?\([a-z]\))*"
    return re.compile(rf"(?:^|(?<=[\s\d*(]))(?:{names}) ?({item}(?:(?: ?(?:{both}) ?)+{item})*)(?! ?\d|/)")


def _agenda_items(page: View, end: int) -> tuple[str, ...]:
    named = page.phrases.first("masthead.agenda", 0, end)
    if named is None:
        return ()
    found: list[str] = []
    for match in _items(page.language).finditer(page.folded.lower[:end], max(0, named.start() - 1)):
        found += (re.sub(r"\s+", "", item) for item in re.findall(r"\d{1,3}(?: ?\([a-z]\))*", match[1]))
    return tuple(dict.fromkeys(found))
