"""The grammar of symbols and of resolution numbers. It is the same in every language, so it is code.

Sources: the Editorial Manual of the United Nations ("Symbols of United Nations documents", "Citations: resolutions and
decisions") and the Dag Hammarskjöld Library's list of series symbols.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date

# First components of the symbols in use; anything else with slashes is a file number, a path or another's document.
SERIES = (
    "A", "S", "E", "T", "ST", "SG", "DP", "TD", "ID", "LOS", "DC", "CD", "ENDC", "NPT", "CCW", "BWC",
    "CCM", "APLC", "TPNW", "ATT", "CERD", "CCPR", "CAT", "CRC", "CEDAW", "CMW", "CED", "CRPD", "HRI",
    "SPT", "SPLOS", "ISBA", "CLCS", "UNEP", "FCCC", "CBD", "ICCD", "UNW", "JIU", "CAC", "CTOC", "IDB",
    "GC", "HS", "HSP", "HSC", "PBC", "SAICM", "PCNICC", "ICC-ASP", "UNODC", "FP", "OPS", "ITC", "UNAT",
)  # fmt: skip

_SERIES = "|".join(sorted(SERIES, key=len, reverse=True))
_NEXT = rf"(?:{_SERIES})(?:\.\d+)?/"
# A run of letters and digits; digits may carry a letter or two (29A), but not a word or symbol glued to them.
_RUN = r"(?:\d+(?:(?!(?:A|S|E)/)[A-Z]){0,2}(?![a-z])|[A-Za-z][A-Za-z0-9]*)"
_TAIL = (
    r"(?: ?\((?:[Pp]arts?|[Vv]ols?|[Ss]ects?|PARTS?|VOLS?|SECTS?)\.? ?[IVX\d]+[A-Z]?"
    r"(?:(?: ?[-,] ?| ?(?:and|et|y|i|и|و|和|至) ?)[IVX\d]+)*\)"
    r"|\(\d{1,3}\)(?=/)| ?\(Introduction\))"
)
_PART = rf"(?:{_RUN}(?:\.(?:{_RUN}| \d+)|-(?!{_NEXT}){_RUN})*{_TAIL}?|\(\d\d\)(?=/))"  # S/AC.44/2004/(02)/1
_SLASH = r"(?: ?/ ?(?=[\d(]|Add|Corr|Rev|Res|Amend|Cor|ADD|CORR|REV|RES)|/)"
_ONE = rf"(?:{_SERIES})(?:\.\d+)?(?:{_SLASH}{_PART}){{1,8}}"
# The Council's own numbers have no letters: what has is a misread one ("S/91XL"), or another symbol behind it.
_NUMBERED = r"(?!S/\d+(?!(?:A|S|E)/)[A-Z])"
SYMBOL = re.compile(
    rf"(?<![A-Za-z0-9/.]){_NUMBERED}({_ONE})((?: ?- ?{_ONE})?)"
    rf"|(?<=[a-z\d]){_NUMBERED}(?:A|S|E)/(?=\d|[A-Z]+\.\d)(?:{_PART})(?:{_SLASH}{_PART}){{0,6}}"
)
# The part before the first slash of a symbol: almost all slashes have none, so symbols are looked for from there.
_HEAD = re.compile(rf"(?<![A-Za-z0-9/.])(?:{_SERIES})(?:\.\d+)? ?$")
_HEAD_LENGTH = max(map(len, SERIES)) + 5
SUFFIX = re.compile(
    r"(?: ?[,،、] ?| ?(?:and|et|y|i|и|و|和) ?| )"
    r"((?:Corr|Add|Rev|Amend)\. ?\d+(?:/(?:Corr|Add|Rev)\. ?\d+)?)(?![\d/])",
    re.I,
)

_PRESIDENT = re.compile(r"S/PRST/\d{4}/\d+", re.I)
_RESOLUTION = re.compile(r"(?:[AEST]|A/HRC|UNEP/EA\.\d+|E/[A-Z]+)/RES[/.]", re.I)
_DECISION = re.compile(r"(?:[AEST]|A/HRC|UNEP/EA\.\d+)/DEC[/.]", re.I)


# A scan's "A/78/3358/2023/642": the dash of a joint symbol is lost, and its S is read as a digit.
_JOINT = re.compile(r"(A/(\d\d)/\d{1,4})[85](/((?:19|20)\d\d)/\d{1,4})")

# Most symbols are printed as they are stored; a run of five digits may hold a footnote number.
_CANONICAL = re.compile(r"[A-Z]+(?:/[A-Z]{1,4}|/\d{1,4}){1,5}")


def canonical(printed: str) -> str:
    """A symbol as it is compared and stored: no blanks, plain hyphens, the words of its suffixes in their usual case.

    Examples
    --------
    >>> canonical("S / 12128"), canonical("A/78/6 (Sect. 29A)"), canonical("S/Res/2254 (2015)")
    ('S/12128', 'A/78/6(Sect.29A)', 'S/RES/2254(2015)')
    """
    if _CANONICAL.fullmatch(printed):
        joint = _JOINT.fullmatch(printed) if printed.count("/") == 4 else None
        return f"{joint[1]}-S{joint[3]}" if joint and in_assembly_session(int(joint[2]), int(joint[4])) else printed
    symbol = re.sub(r"[\u2010-\u2015\u2212]", "-", re.sub(r"\s+", "", printed))
    symbol = re.sub(r"/(res|dec|prst)(?=[/.])", lambda m: m[0].upper(), symbol, flags=re.I)
    symbol = re.sub(r"/(Add|Corr|Rev|Amend)\.", lambda m: f"/{m[1].capitalize()}.", symbol, flags=re.I)
    symbol = re.sub(r"\(Parts?([IVX]+)(?:and|et|y|i|и|و|和|-)([IVX]+)\)", r"(Parts\1and\2)", symbol)
    # A footnote number glued to a symbol of the Council's old numbering, which ended at S/26999 in 1993.
    return re.sub(r"^(S/)(\d{5})\d+$", lambda m: m[1] + (m[2] if m[2] < "27000" else m[2][:4]), symbol)


def find_symbols(plain: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The symbols between two offsets of a folded text, in their order, not overlapping.

    Examples
    --------
    >>> [match[0] for match in find_symbols("(A/76/720-S/2022/174, and/or TCP/IP)")]
    ['A/76/720-S/2022/174']
    """
    end = len(plain) if end is None else end
    slash = plain.find("/", start, end)
    while slash >= 0:
        head = _HEAD.search(plain, max(start, slash - _HEAD_LENGTH), slash)
        begin = head.start() if head else slash - 1 if slash > start and plain[slash - 1] in "ASE" else -1
        if begin >= 0 and (match := SYMBOL.match(plain, begin, end)):
            yield match
            start = match.end()
        slash = plain.find("/", max(start, slash + 1), end)


def halves(symbol: str) -> list[str]:
    """The symbols of a joint symbol.

    Examples
    --------
    >>> halves("A/74/976-S/2020/773")
    ['A/74/976', 'S/2020/773']
    """
    return re.split(rf"-(?={_NEXT})", symbol)


def kind_of(symbol: str) -> str:
    """Whether a symbol is that of a resolution, a decision, a presidential statement or any other document."""
    if _PRESIDENT.match(symbol):
        return "statement"
    if _RESOLUTION.match(symbol):
        return "resolution"
    return "decision" if _DECISION.match(symbol) else "document"


def body_of(symbol: str) -> str | None:
    """The body that adopted a resolution, decision or statement, by its canonical id: `S/RES/…` is the Council's.

    Examples
    --------
    >>> body_of("A/HRC/RES/46/22"), body_of("S/PRST/2019/13"), body_of("S/2020/764")
    ('A/HRC', 'S', None)
    """
    match = re.match(r"(.+?)/(?:RES|DEC|PRST)[/.]", symbol)
    return match[1] if match else None


def roman(number: int) -> str:
    """A number in Roman numerals."""
    signs = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    out = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        out += sign * count
    return out


def arabic(numeral: str) -> int | None:
    """The value of a Roman numeral written in its one right way, else None."""
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    if not numeral or set(numeral) - set(values):
        return None
    total = sum(
        -values[a] if values[a] < values[b] else values[a] for a, b in zip(numeral, numeral[1:] + "I", strict=True)
    )
    return total if roman(total) == numeral else None


def assembly_session(day: Date) -> int:
    """The regular session of the General Assembly that was open on a day: session N opens in September of 1945 + N."""
    return day.year - 1945 - (day.month < 9)


def in_assembly_session(session: int, year: int) -> bool:
    """Whether the General Assembly's regular session falls in a year: session N in 1945 + N and 1946 + N."""
    return year - session in (1945, 1946)


def in_rights_council_session(session: int, year: int) -> bool:
    """Whether a session of the Human Rights Council falls in a year: three a year since June 2006."""
    return year == 2006 + (session - 1) // 3 or (session % 3 == 1 and year == 2006 + (session - 2) // 3)
