"""Titles of letters: form, dates, senders and addressees, in a heading or in running text."""

from __future__ import annotations

from collections.abc import Sequence

from .dates import DateHit, find_dates
from .fold import Folded, fold
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

    Examples
    --------
    >>> title = parse_title("Letter dated 30 July 2020 from the Permanent Representative of Germany to the "
    ...                     "United Nations addressed to the Secretary-General")
    >>> title.form, str(title.dates[0]), title.senders[0].entity, title.addressees[0].capacity
    ('letter', '2020-07-30', 'DEU', 'Secretary-General')
    """
    folded = fold(text)
    found: list[Heading] = []
    for each in [language] if language else _languages(folded):
        hits = scan(folded, each)
        dates = find_dates(folded, hits)
        found += _headings(folded, hits, dates, each, issuer) or _without_form(folded, hits, dates, each, issuer)
    best = max(found, key=lambda heading: heading.says, default=None)  # of equals the first
    return best.title(folded, text) if best else None


def find_titles(
    text: Folded, hits: Sequence[Hit], dates: Sequence[DateHit], language: str, issuer: str | None = None
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

    Returns
    -------
    list of Heading
        In the order of the text, not overlapping, with offsets of the folded text; `Heading.title` makes the record.
    """
    return [heading for heading in _headings(text, hits, dates, language, issuer) if heading.says]


def _headings(
    text: Folded, hits: Sequence[Hit], dates: Sequence[DateHit], language: str, issuer: str | None
) -> list[Heading]:
    forms = [(hit, entry) for hit in hits if (entry := hit.has("titles.form"))]
    found: list[Heading] = []
    floor = 0
    for i, (hit, entry) in enumerate(forms):
        if hit.start >= floor:
            limit = forms[i + 1][0].start if i + 1 < len(forms) else len(text.plain)
            form = hit.start, hit.end, entry.value
            found.append(read_heading(text, hits, dates, entry.language, issuer, form, floor, limit))
            floor = max(hit.end, found[-1].end)
    return found


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
