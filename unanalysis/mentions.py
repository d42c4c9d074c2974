"""From a text to all that it mentions: citations, organs, States, Charter articles, meetings, dates, requests."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .arguments import check_language
from .citations import Cited, find_citations
from .dates import chinese_number
from .fold import any_of
from .lexicon import LANGUAGES, committees, entities, words
from .page import View, lay_out, view
from .requests import find_requests
from .types import Mention

_NOT_ORGANS = frozenset({"SG", "UN", "UN-SEC", "MEMBER_STATES"})


def find_mentions(text: str, language: str | None = None, issuer: str | None = None) -> list[Mention]:
    """Find what a text mentions.

    Parameters
    ----------
    text
        Any text: a sentence, a letter.
    language
        Its language, one of `unanalysis.lexicon.LANGUAGES`; None means: find out.
    issuer
        The organ in whose document the words stand, by its id ("S", "A", "A/HRC"): it settles "the Council".

    Returns
    -------
    list of Mention
        In the order of the text. `text[m.start:m.end] == m.text`; mentions of one kind family do not overlap, but for
        the members of a range ("resolution 53/208 A to E"), which share its span.

    Raises
    ------
    unanalysis.errors.InputError
        Where the language is none of these.

    Examples
    --------
    >>> [m.target for m in find_mentions("ses résolutions 2118 (2013) et 2209 (2015)", language="fr", issuer="S")]
    ['S/RES/2118(2013)', 'S/RES/2209(2015)']
    """
    check_language(language)
    if language is None:
        from .language import detect

        language = detect(text)
    page = view(lay_out(text), language if language in LANGUAGES else "en")
    return mentions_of(page, 0, len(page.folded.plain), issuer, citations_of(page, issuer))


class _Found(NamedTuple):
    start: int
    end: int
    kind: str
    target: str
    pattern: str
    cited: Cited | None = None


def mentions_of(page: View, start: int, end: int, issuer: str | None, cited: list[Cited]) -> list[Mention]:
    """The mentions between two offsets of a page's folded text; `cited` are the citations of the whole page."""
    own = [c for c in cited[bisect_left(cited, (start,)) : bisect_left(cited, (end,))] if c.end <= end]
    found = [_Found(c.start, c.end, c.kind, c.target, c.pattern, c) for c in own]
    found += _named(page, start, end, own)
    found += _articles(page, start, end)
    found += _meetings(page, start, end, issuer)
    found += (_Found(d.start, d.end, "date", d.iso, "date") for d in page.dates_between(start, end))
    found += (_Found(r.start, r.end, "request", r.target, "request") for r in find_requests(page, start, end, issuer))
    found.sort(key=lambda f: (f.start, f.end))
    mentions = []
    for f in found:
        begin, stop = page.folded.span(f.start, f.end)
        day = f.cited.date if f.cited else None
        mentions.append(Mention(f.kind, f.target, page.text[begin:stop], begin, stop, day, f.pattern))
    return mentions


def citations_of(page: View, issuer: str | None) -> list[Cited]:
    """The citations of a page, with what refers back to them."""
    return _with_references(page, find_citations(page.folded, page.hits, page.dates, page.language, issuer))


def _with_references(page: View, cited: list[Cited]) -> list[Cited]:
    """The citations and, in their places, what refers back to the last of them: "the said resolution"."""
    resolutions = [c for c in cited if c.kind == "resolution"]
    if not resolutions:
        return cited
    added = []
    position = 0
    for match in page.phrases.all("citations.said", 0, len(page.folded.lower)):
        while position < len(resolutions) and resolutions[position].end <= match.start():
            position += 1
        followed = position < len(resolutions) and resolutions[position].start <= match.end() + 2
        if position and not followed:
            last = resolutions[position - 1]
            added.append(Cited(match.start(), match.end(), last.kind, last.target, None, "citations.said"))
    return sorted((*cited, *added), key=lambda c: (c.start, c.end)) if added else cited


def _named(page: View, start: int, end: int, cited: list[Cited]) -> Iterator[_Found]:
    """Organs and States, but for the bodies that belong to a citation ("Security Council resolution 2231 (2015)")."""
    known = entities()
    established = list(_committees(page, start, cited))
    yield from established
    taken = {c.named for c in cited}
    within = {h.start for f in established for h in page.within(f.start, f.end)}
    spans = iter(sorted({(c.start, c.end) for c in cited}))
    span = next(spans, None)
    for hit in page.within(start, end):
        if (hit.start, hit.end) in taken or hit.start in within:
            continue
        entry = hit.has("entity") or hit.has("capacity")
        entity = entry and (entry.value if entry.kind == "entity" else entry.entity)
        if entry is None or entity is None or entity in _NOT_ORGANS or entry.use == "adjective":
            continue
        while span and span[1] <= hit.start:
            span = next(spans, None)
        if span and span[0] < hit.end:
            continue
        kind = "state" if known[entity].kind == "state" else "organ"
        yield _Found(hit.start, hit.end, kind, entity, f"names.{entry.use}" if entry.kind == "entity" else "capacities")


@cache
def _established(language: str) -> re.Pattern[str]:
    return re.compile(any_of(words(language)["mentions"]["established"]))


def _committees(page: View, start: int, cited: list[Cited]) -> Iterator[_Found]:
    """Committees of the Security Council that are named by the resolution that established them.

    Each is named once, also where the resolution is cited again behind it, or several resolutions stand together.
    """
    lower, named = page.folded.lower, 0
    for c in cited:
        entity = committees().get(c.target)
        if entity is None:
            continue
        if page.language == "zh":  # 第1718(2006)号决议所设委员会
            near = page.within(c.end, min(c.end + 30, len(lower)))
            body = next((h for h in near if h.has("citations.body")), None)
            gap = lower[c.end : body.start] if body else ""
        else:
            near = page.within(max(start, c.start - 130), c.start)
            body = next((h for h in reversed(near) if h.has("citations.body")), None)
            gap = lower[body.end : c.start] if body else ""
        if body and ". " not in gap and _established(page.language).search(gap):
            first = body.start
            council = [h for h in near if (e := h.has("entity")) and e.value == "S" and abs(h.end - body.start) <= 4]
            council += [h for h in near if (e := h.has("entity")) and e.value == "S" and 0 <= h.start - body.end <= 16]
            ends = [body.end, *(h.end for h in council)]
            first = min([first, *(h.start for h in council)])
            if first >= named:
                named = max(ends)
                yield _Found(first, named, "organ", entity, "committees")


@cache
def _articles_of(language: str) -> re.Pattern[str]:
    """The numbers behind the word "Article"; in Chinese they stand within it."""
    if language == "zh":
        one = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,6})"
        return re.compile(rf"第 ?(?P<n>{one}(?:条?(?:、|和|及)第?{one})*) ?条")
    both = any_of(words(language)["dates"]["and"])
    one = r"\d{1,3}(?![\d/])"
    return re.compile(rf" (?P<n>{one}(?:(?:[,،] ?(?:(?:{both}) ?)?| ?(?:{both}) ?){one})*)")


def _articles(page: View, start: int, end: int) -> Iterator[_Found]:
    """Articles of the Charter, where it is named near them (in the same sentence, before or after)."""
    numbers, lower = _articles_of(page.language), page.folded.lower
    if page.language == "zh":
        matches = ((match.start(), match) for match in numbers.finditer(lower, start, end))
    else:
        named = page.phrases.all("mentions.article", start, end)
        matches = ((word.start(), match) for word in named if (match := numbers.match(lower, word.end(), end)))
    for first, match in matches:
        if page.phrases.first("mentions.charter", max(start, first - 120), min(end, match.end() + 120)):
            for number in re.finditer(r"[\d一二三四五六七八九十百]+", match["n"]):
                last = match.start("n") + number.end()
                yield _Found(first, last, "article", f"Charter/{chinese_number(number[0])}", "mentions.article")
                first = last


_REACH = 14  # characters beside the word "meeting" within which its number ends or begins


@cache
def _meeting(language: str) -> re.Pattern[str]:
    names = any_of(words(language)["mentions"]["meeting"])
    if language == "zh":
        return re.compile(r"第 ?(\d{3,5}) ?次会议")
    if language == "ar":
        return re.compile(rf"(?:{names}) (\d{{3,5}})(?![\d/])")
    return re.compile(rf"(?<![\d/])(\d{{3,5}}) ?(?:th|st|nd|rd|e|a|-[^\W\d_]{{1,2}}|ª|º|-)? ?(?:{names})")


def _meetings(page: View, start: int, end: int, issuer: str | None) -> Iterator[_Found]:
    """Meetings of the Security Council by their running number: S/PV.8979."""
    pattern, lower, reached = _meeting(page.language), page.folded.lower, start
    for word in page.phrases.all("mentions.meeting", start, end):
        match = pattern.search(lower, max(reached, word.start() - _REACH), min(end, word.end() + _REACH))
        if match is None:
            continue
        reached = match.end()
        near = page.within(max(start, match.start() - 80), min(end, match.end() + 80))
        if issuer == "S" or any((e := h.has("entity")) and e.value == "S" for h in near):
            yield _Found(match.start(), match.end(), "meeting", f"S/PV.{match[1]}", "mentions.meeting")
