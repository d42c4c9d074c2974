"""A parsed letter on a terminal: its facts, then its text with what was found in it in the colours of the facts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from unanalysis.types import Letter, Party, Reading

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

ROLES = {
    "sender": ("from", "bold magenta"),
    "on_behalf_of": ("on behalf of", "magenta"),
    "addressee": ("to", "bold blue"),
    "signatory": ("signed by", "bold cyan"),
    "copied": ("copied to", "blue"),
}
KINDS = {
    "resolution": ("resolutions", "bold green"),
    "decision": ("decisions", "green"),
    "statement": ("statements", "green"),
    "document": ("documents", "underline green"),
    "article": ("articles", "cyan"),
    "organ": ("organs", "yellow"),
    "state": ("States", "red"),
    "meeting": ("meetings", "bold yellow"),
    "date": ("dates", "italic"),
    "request": ("asks for", "bold red"),
}
SEVERITIES = {"error": "bold red", "warning": "yellow", "note": "dim"}
LABEL_WIDTH = 18

# Escape sequences in a hostile file would steer the terminal. One character takes the place of one, so offsets hold.
_CONTROL = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def show_reading(console: Console, reading: Reading) -> None:
    """Print what one document came to.

    Parameters
    ----------
    console
        Where to. Colours and the width of lines are its business.
    reading
        The document, its letters (the covering letter before what is annexed to it) and what is doubtful.
    """
    from rich.text import Text

    name = Path(reading.source.path).stem
    for letter in reading.letters:
        put(console, Text(heading(name, letter).translate(_CONTROL), style="bold"))
        for fact, style, value in facts(letter, name):
            put(console, value, fact, style)
        console.print()
    for start, end in outermost(reading.letters):
        for line in marked(reading.source.text, reading.letters, start, end).split("\n"):
            put(console, line)
        console.print()
    for problem in (*reading.source.problems, *reading.problems):
        put(console, problem.message, problem.severity, SEVERITIES.get(problem.severity, ""))


def put(console: Console, value: str | Text, name: str = "", style: str = "") -> None:
    """Print a value beside its name; a pipe gets one line, a terminal as many as are needed.

    On a terminal each line with letters that run from right to left is isolated, so that it neither turns round what
    stands before it nor has its own full stop thrown to the wrong end (Unicode Standard Annex 9, section 2.7). In a
    pipe the text stays as it is.
    """
    from rich.text import Text

    label = f"  {name:<{LABEL_WIDTH}}" if name else ""
    value = Text(value.translate(_CONTROL)) if isinstance(value, str) else value
    if not console.is_terminal:
        console.print(label, value, sep="", soft_wrap=True)
        return
    for line in value.wrap(console, max(20, console.width - len(label))) or [value]:
        line.rstrip()
        if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in line.plain):
            line = Text("\N{FIRST STRONG ISOLATE}") + line + Text("\N{POP DIRECTIONAL ISOLATE}")
        console.print(Text.assemble((label, style), line), soft_wrap=True)
        label = " " * len(label)


def heading(name: str, letter: Letter) -> str:
    """Which letter it is: "S_2014_136: letter, en" or "S_2014_136/annex-1: Annex II, letter, en"."""
    kind = filter(None, (letter.label, letter.form or letter.part, letter.language))
    return f"{name}{letter.letter_id}: {', '.join(kind)}"


def facts(letter: Letter, name: str) -> Iterator[tuple[str, str, str]]:
    """The facts of one letter: label, style, value. What is missing has no fact."""
    about = {
        "annexed to": None if letter.parent_id is None else f"{name}{letter.parent_id}",
        "symbol": letter.symbol,
        "organ": letter.organ,
        "date": letter.date or letter.date_text,
        "issued": letter.issued,
        "place": letter.place,
        "original language": letter.original_language,
        "session": letter.session,
        "agenda items": "; ".join(letter.agenda_items),
        "title": letter.title,
    }
    for label, value in about.items():
        if value:
            yield label, "dim", " ".join(str(value).split())
    for role, (label, style) in ROLES.items():
        for party in letter.parties:
            if party.role == role:
                yield label, style, described(party)
    for kind, (label, style) in KINDS.items():
        targets = dict.fromkeys(mention.target for mention in letter.mentions if mention.kind == kind)
        if targets:
            yield label, style, ", ".join(targets)


def described(party: Party) -> str:
    """Name, capacity and entity of a party, as far as they are known, else the words of the letter."""
    known = [part for part in (party.name, party.capacity, party.entity) if part]
    return " · ".join(known) or " ".join(party.text.split())


def outermost(letters: Sequence[Letter]) -> list[tuple[int, int]]:
    """The spans of text to print: annexed letters inside a covering letter are printed with it, not again."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted({(letter.start, letter.end) for letter in letters}, key=lambda span: (span[0], -span[1])):
        if not spans or end > spans[-1][1]:
            spans.append((start, end))
    return spans


def marked(text: str, letters: Sequence[Letter], start: int, end: int) -> Text:
    """The text between two offsets, with the findings in their colours."""
    from rich.text import Text

    result = Text(text[start:end].translate(_CONTROL))
    for letter in letters:
        for party in letter.parties:
            result.stylize(ROLES[party.role][1], max(0, party.start - start), max(0, party.end - start))
        for found in letter.mentions:
            result.stylize(KINDS[found.kind][1], max(0, found.start - start), max(0, found.end - start))
    return result
