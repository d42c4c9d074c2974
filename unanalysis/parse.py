"""From a source to its letters as records, with what is doubtful about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .arguments import check_language
from .furniture import furniture_of
from .letter_records import records_of
from .letters import find_letters
from .page import Layout, blanked, closed_up, lay_out_all, view
from .records import ALL_FACTS, RECORDS, facts_said, read_record, under_its_title, with_metadata
from .types import Letter, Mention, Party, Problem, Reading, Source
from .versions import versions_of


def parse_sources(sources: Iterable[Source], language: str | None = None) -> Iterator[Reading]:
    """Read the letters of each source; see `parse_source`."""
    for batch in _batches(sources):
        layouts = _laid_out(batch)
        for source, layout in zip(batch, layouts, strict=True):
            yield _read(source, layout, language)


_TOGETHER = 25_000  # characters that are folded together: enough for the arrays to pay, few enough for the caches


def _batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    batch: list[Source] = []
    size = 0
    for source in sources:
        batch.append(source)
        size += len(source.text)
        if size >= _TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _laid_out(sources: Sequence[Source]) -> list[Layout]:
    """The texts of sources, folded and in lines, without their furniture and without blank lines that say nothing."""
    layouts = lay_out_all([source.text for source in sources])
    again: dict[int, str] = {}
    for number, (source, layout) in enumerate(zip(sources, layouts, strict=True)):
        text = closed_up(source.text) if layout.lines_apart else source.text
        if furniture := [*source.furniture, *furniture_of(layout)]:
            text = blanked(text, furniture)
        if text is not source.text:
            again[number] = text
    for number, layout in zip(again, lay_out_all([*again.values()]), strict=True):
        layouts[number] = layout
    return layouts


def parse_letter(text: str | Path, language: str | None = None) -> tuple[Letter, ...]:
    """Read the letters of one document.

    Parameters
    ----------
    text
        The text of a document, or the path of a file.
    language
        The language of the whole document; None means: find out.

    Returns
    -------
    tuple of Letter
        The covering letter first, then annexed letters in the order of the text; one of each for every language in
        which the document is written. Empty where the document holds no letter.

    Raises
    ------
    unanalysis.errors.InputError
        Where a path was given and there is no such file, or the language is not one of the six.

    Examples
    --------
    >>> letters = parse_letter(
    ...     "Letter dated 30 July 2020 from the Permanent Representative of Germany to the United Nations addressed "
    ...     "to the Secretary-General\\n\\nI have the honour to refer to resolution 2254 (2015)."
    ... )
    >>> letters[0].parties[0].entity, letters[0].mentions[-1].target
    ('DEU', 'S/RES/2254(2015)')
    """
    check_language(language)
    if isinstance(text, Path) or _is_path(text):
        from .read import read_file

        source = read_file(text)
    else:
        source = Source("", "text", "", text)
    return parse_source(source, language).letters


def _is_path(text: str) -> bool:
    """Whether a text names a file: one that is there, or one that is not, which is better said than read as a text."""
    if "\n" in text or len(text) >= 1000:
        return False
    try:
        if Path(text).is_file():
            return True
    except (OSError, ValueError):
        return False
    from .read.registry import endings

    return not any(map(str.isspace, text)) and Path(text).suffix.lower().removeprefix(".") in endings()


_NO_LETTER = "No letter was found in this document: it has no title, salutation or signature of one."


def parse_source(source: Source, language: str | None = None) -> Reading:
    """Read the letters of one document.

    Parameters
    ----------
    source
        The document as its reader handed it over.
    language
        The language of the whole document; None means: find out, paragraph by paragraph.
    """
    return _read(source, _laid_out([source])[0], language)


def _read(source: Source, layout: Layout, language: str | None) -> Reading:
    """Read the letters of one document that is laid out, in the light of what its format says of it."""
    if not source.text.strip():
        return Reading(source)
    if source.format in RECORDS:
        return read_record(source, language)
    reading = _read_text(source, layout, language)
    if not source.findings:
        return reading
    if facts_said(reading) < ALL_FACTS and (titled := under_its_title(source)):
        reading = max(reading, _read_text(titled, _laid_out([titled])[0], language), key=facts_said)
    return with_metadata(reading)


def _read_text(source: Source, layout: Layout, language: str | None) -> Reading:
    """Read the letters of a text that is laid out."""
    versions, problems = versions_of(layout, language)
    found = [find_letters(view(version.layout, version.language), source.findings) for version in versions]
    letters = [_as_printed(letter, source.text) for letter in records_of(found)]
    if not letters:
        problems.append(Problem("segment", "warning", _NO_LETTER))
    for letter in letters:
        problems += _doubts(letter)
    main = versions[0].language if versions else None
    return Reading(source, tuple(letters), tuple(problems), main)


def _as_printed(letter: Letter, text: str) -> Letter:
    """A letter whose parties and mentions say what stands in the file.

    What was searched is not quite that: a name may go on behind the foot of a page or a blank line, blanked there.
    """
    found: tuple[Party | Mention, ...] = (*letter.parties, *letter.mentions)
    if all(each.text == text[each.start : each.end] for each in found):
        return letter
    return letter._replace(
        parties=tuple(each._replace(text=text[each.start : each.end]) for each in letter.parties),
        mentions=tuple(each._replace(text=text[each.start : each.end]) for each in letter.mentions),
    )


def _doubts(letter: Letter) -> Iterator[Problem]:
    roles = {party.role for party in letter.parties}
    stated = {"sender": "sender" in roles, "addressee": "addressee" in roles, "date": letter.date is not None}
    missing = [what for what, there in stated.items() if not there]
    if missing:
        message = f"The letter does not say its {' and '.join(missing)}, or says it in words that were not understood."
        yield Problem("recognise", "note", message, letter.start, letter.end, letter.letter_id)
