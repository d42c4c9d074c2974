"""To whom a letter without a title goes: blocks of address, wherever they stand, and copies.

All offsets are those of the folded text.
"""

from __future__ import annotations

import re
from functools import cache

from .fold import fold
from .letterhead import Block, forms, salutation
from .lexicon import words
from .page import Line, View

_SHORT = 90  # characters of a line of an address
_NAME = 25  # of a name with its style in Chinese
_ONE_LINE = 140  # of an address that stands on one line
_ALL_OF_THEM = re.compile(r"(?: and (?:permanent )?observers?)?(?: to the united nations)?,? ?")
_RUN_TOGETHER = 160  # of an address in a text that is not parted into lines


def address_blocks(page: View, start: int, end: int) -> list[Block]:
    """Blocks of lines to whom a letter goes ("His Excellency / Mr. … / Secretary-General …"), wherever they stand."""
    known = forms(page.language)
    lower = page.folded.lower
    blocks: list[Block] = []
    lines = page.lines_between(start, end)
    taken, chinese = -1, page.language == "zh"
    for index, line in enumerate(lines):
        if index <= taken or line.to - line.at > _ONE_LINE:
            continue
        everyone = known.everyone.match(lower, line.at, line.to)
        addressed = known.addressed.match(lower, line.at, line.to) or (chinese and _styles_next(page, lines, index))
        if not everyone and not addressed:
            continue
        if salutation(page, [line]) == 0 or (line.to - line.at > _SHORT and not _stands_alone(lines, index)):
            continue
        last = index
        while last + 1 < len(lines) and last - index < 7:
            after = lines[last + 1]
            if after.gap and (last > index or everyone or _says_office(page, line.at, line.to, rank=False)):
                break  # a blank line may stand between a name and its office, and nowhere else
            if after.to - after.at > _SHORT or known.copies.match(lower, after.at, after.to):
                break
            if salutation(page, [after]) == 0:
                break
            last += 1
        stop = lines[last].to
        if everyone or _says_office(page, line.at, stop):
            blocks.append(Block(line.at, stop))
            taken = last
    return blocks or _run_together(page, start, end)


def _styles_next(page: View, lines: list[Line], index: int) -> bool:
    """Whether a Chinese address begins: an office, and behind it or on the next line a name with its style."""
    line = lines[index]
    office = next(iter(page.beginning(line.at, line.to)), None)
    if office is None or office.start != line.at:
        return False
    after = lines[index + 1] if index + 1 < len(lines) else line
    named = line if page.folded.lower[line.at : line.to].endswith(_styles()) else after
    between = page.within(line.at, line.to)
    whole = named is line or (after.to - after.at < _NAME and any(h.end == line.to for h in between))
    if not whole or not page.folded.lower[named.at : named.to].endswith(_styles()):
        return False
    return not forms("zh").anonymous.fullmatch(page.folded.lower, named.at, named.to)


@cache
def _styles() -> tuple[str, ...]:
    return tuple(fold(style).lower for style in words("zh")["parties"]["honorific"])


def _stands_alone(lines: list[Line], index: int) -> bool:
    """Whether a line is parted from those before and behind it by blank ones."""
    return lines[index].gap and (index + 1 == len(lines) or lines[index + 1].gap)


def _says_office(page: View, start: int, end: int, rank: bool = True) -> bool:
    """Whether a stretch names an office or a body; "to the United Nations" alone belongs to a letterhead.

    Without `rank`, "Ambassador" before a name is no office.
    """
    hits = page.within(start, end)
    office = any((entry := hit.has("capacity")) and (rank or entry.value != "Ambassador") for hit in hits)
    body = any((entry := hit.has("entity")) and entry.value != "UN" for hit in hits)
    return office or body or names_secretary_general(page, Block(start, end))


def names_secretary_general(page: View, block: Block) -> bool:
    """Whether an address gives the name of a Secretary-General and no office but the Organization."""
    hits = [h for h in page.within(*block) if h.has("capacity") or h.has("entity")]
    organization = [h for h in hits if (e := h.has("entity")) and e.value == "UN"]
    named = forms(page.language).secretary_general.search(page.folded.lower, *block)
    return bool(named and organization and len(organization) == len(hits))


def _run_together(page: View, start: int, end: int) -> list[Block]:
    """The address behind the signature of a letter that is not parted into lines."""
    known, lower, plain = forms(page.language), page.folded.lower, page.folded.plain
    for everyone in known.everyone.finditer(lower, start, end):  # at the foot of a page, so in the middle of the text
        rest = _ALL_OF_THEM.match(lower, everyone.end(), end)
        behind = plain[rest.end() : rest.end() + 1] if rest else "x"
        if plain[everyone.start()].isupper() and not behind.islower():
            return [Block(everyone.start(), everyone.end())]
    closings = list(page.phrases.all("letter.closing", start, end))
    if not closings:
        return []
    begin = closings[-1].end()
    found = known.addressed_within.search(lower, begin, min(end, begin + 2 * _RUN_TOGETHER))
    if not found:
        return []
    stop = plain.find("\n", found.end(), min(end, found.start() + _RUN_TOGETHER))
    block = Block(found.start(), stop if stop > 0 else min(end, found.start() + _RUN_TOGETHER))
    return [block] if _says_office(page, *block) else []


def copies(page: View, start: int, end: int) -> list[Block]:
    """What follows "Copies to" on its line."""
    known = forms(page.language)
    found = []
    for line in page.lines_between(start, end):
        if line.to - line.at < 200 and (match := known.copies.match(page.folded.lower, line.at, line.to)):
            found.append(Block(match.end(), line.to))
    return found
