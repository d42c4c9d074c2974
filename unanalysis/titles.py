"""Titles of letters: form, dates, senders and addressees, in a heading or in running text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from .arguments import check_language
from .dates import DateHit, find_dates
from .fold import Folded, fold
from .gaps import gap as words_between
from .headings import Heading, read_heading
from .lexicon import LANGUAGES
from .scan import Hit, scan
from .title_words import grammar
from .types import Title

__all__ = ["Heading", "find_titles", "parse_title"]


def parse_title(text: str, language: str | None = None, issuer: str | None = None) -> Title | None:
    """Read the title of a letter, or words that name a letter.

    Parameters
    ----------
    text
        The title, or a sentence with such words in it ("taking note of the letter dated …").
    language
        Language of the text (en, fr, es, ru, ar, zh); None: that of the word for "letter" in it.
    issuer
        Canonical id of the organ in whose document the words stand: "its President" is the President of that organ.

    Returns
    -------
    Title or None
        `form`, `dates` (whole calendar days only), `senders`, `addressees` (each a `Party`) and the span of the title.
        Where the text names several letters, the one of which it says most. None where it names no letter, note
        verbale, note or cable.

    Raises
    ------
    unanalysis.errors.InputError
        Where the language is none of these.

    Examples
    --------
    >>> title = parse_title("Letter dated 30 July 2020 from the Permanent Representative of Germany to the "
    ...                     "United Nations addressed to the Secretary-General")
    >>> title.form, str(title.dates[0]), title.senders[0].entity, title.addressees[0].capacity
    ('letter', '2020-07-30', 'DEU', 'Secretary-General')
    """
    check_language(language)
    folded = fold(text)
    found: list[Heading] = []
    for each in [language] if language else _languages(folded):
        hits = scan(folded, each)
        dates = find_dates(folded, hits)
        found += _headings(folded, hits, dates, each, issuer) or _without_form(folded, hits, dates, each, issuer)
    best = max(found, key=lambda heading: heading.says, default=None)  # of equals the first
    return best.title(folded, text) if best else None


def find_titles(
    text: Folded,
    hits: Sequence[Hit],
    dates: Sequence[DateHit],
    language: str,
    issuer: str | None = None,
    borders: Sequence[int] = (),
) -> list[Heading]:
    """All titles and wordings of letters in a text that say a date, a sender or an addressee.

    Parameters
    ----------
    text, hits, dates
        The folded text, what `scan` and what `find_dates` found in it.
    language
        Language of the text; a title in another language, quoted in it, is read in its own.
    issuer
        Canonical id of the organ in whose document the words stand.
    borders
        Offsets that no title crosses, in their order: those at which the body of a letter begins.

    Returns
    -------
    list of Heading
        In the order of the text, not overlapping, with offsets of the folded text; `Heading.title` makes the record.
    """
    return [heading for heading in _headings(text, hits, dates, language, issuer, borders) if heading.says]


def _headings(
    text: Folded,
    hits: Sequence[Hit],
    dates: Sequence[DateHit],
    language: str,
    issuer: str | None,
    borders: Sequence[int] = (),
) -> list[Heading]:
    forms = [(hit, entry) for hit in hits if (entry := hit.has("titles.form"))]
    found: list[Heading] = []
    floor = 0
    for i, (hit, entry) in enumerate(forms):
        if hit.start >= floor:
            limit = forms[i + 1][0].start if i + 1 < len(forms) else len(text.plain)
            border = bisect_right(borders, hit.end)
            if border < len(borders):
                limit = min(limit, borders[border])
            form = hit.start, hit.end, entry.value
            heading = read_heading(text, hits, dates, entry.language, issuer, form, floor, limit)
            if _cut_short(text, heading, limit):
                heading = _across_gaps(text, heading, issuer, limit)
            found.append(heading)
            floor = max(hit.end, heading.end)
    return found


_TIE = 8  # characters of "of" and an article
_LINES = 6  # of a title that blank lines part
_LINE = 200  # characters that a line of a title takes at most


def _cut_short(text: Folded, heading: Heading, limit: int) -> bool:
    """Whether a title, at the beginning of a line, says a part of its facts and then meets a blank line."""
    if _names_both(heading) or heading.form == "note" or heading.language == "zh":
        return False
    first, before = text.plain[heading.start], text.plain[heading.start - 1] if heading.start else "\n"
    begins = before in " \n" if first.isupper() else before == "\n" and first.upper() == first.lower()
    return begins and _next_gap(text, heading, limit) is not None


def _names_both(heading: Heading) -> bool:
    """Whether a title says from whom and to whom, and of which State or body each of them is."""
    parties = (*heading.senders, *heading.addressees)
    return bool(heading.senders and heading.addressees) and all(party.entity for party in parties)


def _next_gap(text: Folded, heading: Heading, limit: int) -> int | None:
    """The blank line behind what was read of a title."""
    first = max((p.start for p in (*heading.senders, *heading.addressees) if not p.entity), default=heading.end)
    gap = text.plain.find("\n", first, min(limit, first + _LINE))
    return gap if gap > 0 else None


def _across_gaps(text: Folded, heading: Heading, issuer: str | None, limit: int) -> Heading:
    """Read a title again whose lines a copy parts by blank ones, wherever a name or a date goes on behind one."""
    start, language = heading.start, heading.language
    part = text.part(start, min(limit, start + _LINES * _LINE))
    heading = heading.moved(-start)
    for _ in range(_LINES):
        gap = _next_gap(part, heading, len(part.plain))
        if gap is None or _names_both(heading):
            break
        part = part.joined(gap)
        hits = scan(part, language)
        dates = find_dates(part, hits)
        spanned = any(hit.start < gap < hit.end for hit in hits) or any(day.start < gap < day.end for day in dates)
        opens = grammar(language).ends_open.search(part.lower, max(0, gap - 30), gap)
        if not spanned and not opens and not _names_holder(part, heading, hits, gap):
            break
        form = next(((h.start, h.end, e.value) for h in hits if (e := h.has("titles.form"))), None)
        if form is None:
            break  # "Letter", and on the next line "of credit"
        heading = read_heading(part, hits, dates, language, issuer, form, 0, len(part.plain))
    return heading.moved(start)


def _names_holder(text: Folded, heading: Heading, hits: Sequence[Hit], gap: int) -> bool:
    """Whether behind a blank line stands the State of the office before it: "of Chad", or the bare name."""
    office = any(p.capacity and not p.entity and 0 <= gap - p.end <= 1 for p in (*heading.senders, *heading.addressees))
    state = next((hit for hit in hits if hit.start > gap and hit.has("entity")), None)
    if not office or state is None or state.start > gap + _TIE:
        return False
    said = words_between(text.lower[gap + 1 : state.start], heading.language)
    return said.startswith("o") or (not said and not (heading.dates and heading.senders and heading.addressees))


def _without_form(
    text: Folded, hits: Sequence[Hit], dates: Sequence[DateHit], language: str, issuer: str | None
) -> list[Heading]:
    """Read a line of a list of letters, which leaves out the word: "Dated 1 December 1997 from …"."""
    if not dates or not grammar(language).dated.fullmatch(text.lower, 0, dates[0].start):
        return []
    heading = read_heading(text, hits, dates, language, issuer, (0, 0, "letter"), 0, len(text.plain))
    return [heading] if heading.senders or heading.addressees else []


def _languages(text: Folded) -> list[str]:
    """The languages in which a word of the text is a form of letter; all where there is none."""
    return [each for each in LANGUAGES if grammar(each).form.search(text.lower)] or list(LANGUAGES)
