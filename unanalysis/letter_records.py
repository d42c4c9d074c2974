"""From the drafts of a document's versions to records; what one version leaves out of date and place, another tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .dates import DateHit
from .drafts import Draft
from .fold import as_read
from .letterhead import Block
from .letters import Letters
from .namesakes import in_its_time
from .page import View
from .types import Letter


class _Stated(NamedTuple):
    """A date or a place, and the page on which it is printed."""

    page: View
    what: DateHit | Block

    @property
    def printed(self) -> str:
        return _printed(self.page, self.what.start, self.what.end)


def records_of(versions: Sequence[Letters]) -> list[Letter]:
    """The letters of a document as records, those of its first version first."""
    days: dict[str, _Stated] = {}
    places: dict[str, _Stated] = {}
    original = None
    for version in versions:
        original = original or version.masthead.original_language
        for path, draft in _placed(version):
            if draft.day:
                days.setdefault(path, _Stated(version.page, draft.day))
            if draft.place:
                places.setdefault(path, _Stated(version.page, draft.place))
    letters = []
    for number, version in enumerate(versions):
        page, prefix = version.page, f"#{version.page.language}" if number else ""
        shared = version.masthead if version.masthead.symbols or version.masthead.issued else versions[0].masthead
        placed = list(_placed(version))
        for path, draft in placed:
            day = _Stated(page, draft.day) if draft.day else days.get(path)
            place = _Stated(page, draft.place) if draft.place else places.get(path)
            masthead = draft.masthead or shared
            start, end = page.folded.span(draft.start, draft.end)
            letter = Letter(
                letter_id=prefix + path,
                work_id=path,
                parent_id=None if draft.parent is None else prefix + placed[draft.parent][0],
                part=draft.part,
                label=draft.label,
                form=draft.form,
                language=page.language,
                original_language=draft.original_language or _original(draft, original),
                symbol=masthead.symbol,
                organ="; ".join(masthead.organs) or None,
                date=day.what.date if day and isinstance(day.what, DateHit) else None,
                date_text=day.printed if day else None,
                issued=masthead.issued,
                place=place.printed if place else None,
                session=masthead.session,
                agenda_items=masthead.agenda_items,
                title=_title(page, draft),
                start=start,
                end=end,
                parties=(*draft.senders, *draft.addressees, *draft.others),
                mentions=tuple(draft.mentions),
            )
            letters.append(in_its_time(letter, page.text))
    return letters


def _original(draft: Draft, shared: str | None) -> str | None:
    """The original language that its own masthead states, or that of the file."""
    return draft.masthead.original_language if draft.masthead else shared


def _placed(found: Letters) -> Iterator[tuple[str, Draft]]:
    """The letters with their place in the tree of parts: "", "/annex-1", "/annex-1/enclosure-1", "#2" for a second."""
    names: list[str] = []
    count: dict[tuple[int | None, str], int] = {}
    for section in found.sections:
        key = (section.parent, section.part)
        count[key] = count.get(key, 0) + 1
        if section.part == "letter":
            names.append(f"#{count[key]}" if count[key] > 1 else "")
            continue
        above = names[section.parent] if section.parent is not None else ""
        names.append(f"{above}/{section.part}-{count[key]}")
    return ((names[draft.section], draft) for draft in found.drafts)


def _title(page: View, draft: Draft) -> str | None:
    if draft.heading is None:
        return None
    return _printed(page, draft.heading.start, draft.heading.end)


def _printed(page: View, start: int, end: int) -> str:
    """What is printed on a stretch of the folded text."""
    return as_read(page.text[slice(*page.folded.span(start, end))])
