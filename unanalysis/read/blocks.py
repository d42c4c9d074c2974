"""Text put together from pieces, with spans: what all readers of marked-up formats build their `Source` with."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence

from unanalysis.read.encoding import normalize_with_offsets, tidy
from unanalysis.types import Finding, Problem, Source


class TextBuilder:
    """Gathers pieces of text and the spans in them; `source` gives them out as one `Source`.

    Offsets are those of the text gathered so far (`length`); they are moved along where NFC shortens the text.

    Examples
    --------
    >>> builder = TextBuilder()
    >>> builder.line("Security Council")
    (0, 16)
    >>> builder.find("symbol", "S/2020/764", builder.line("S/2020/764"))
    >>> builder.source("letter.xml", "akoma ntoso", b"").findings
    (Finding(field='symbol', value='S/2020/764', start=17, end=27),)
    """

    def __init__(self) -> None:
        self.length = 0
        self.furniture: list[tuple[int, int]] = []
        self.pages: list[int] = []
        self.findings: list[Finding] = []
        self.problems: list[Problem] = []
        self._pieces: list[str] = []

    def add(self, piece: str) -> tuple[int, int]:
        """Append a piece as it is; its span comes back."""
        start = self.length
        if piece:
            self._pieces.append(piece)
            self.length += len(piece)
        return start, self.length

    def line(self, piece: str) -> tuple[int, int]:
        """Append a piece and end the line; the span is that of the piece alone."""
        span = self.add(piece)
        self.add("\n")
        return span

    def find(self, field: str, value: str, span: tuple[int, int] | None = None) -> None:
        """Note what the source says of itself, with its place in the text where it has one."""
        start, end = span if span is not None else (None, None)
        self.findings.append(Finding(field, value, start, end))

    def warn(self, message: str, severity: str = "warning") -> None:
        """Note what is missing or doubtful."""
        self.problems.append(Problem("read", severity, message))

    def source(self, path: str, format: str, data: bytes) -> Source:
        """The `Source` of what was gathered; `data` are the bytes it came from."""
        return make_source(
            path, format, data, "".join(self._pieces), self.furniture, self.pages, self.findings, self.problems
        )


def make_source(
    path: str,
    format: str,
    data: bytes,
    text: str,
    furniture: Sequence[tuple[int, int]] = (),
    pages: Sequence[int] = (),
    findings: Sequence[Finding] = (),
    problems: Iterable[Problem] = (),
    clean: bool = False,
) -> Source:
    """A `Source` in proper form: NFC with all offsets moved along, furniture sorted and merged, damage reported.

    `text` must have its lines end in "\\n" already where spans are given, or where it is known to be `clean`, that is
    without control characters and halves of characters.
    """
    normal = unicodedata.normalize("NFC", text)
    if normal != text:
        offsets = {offset for span in furniture for offset in span} | set(pages)
        offsets |= {offset for finding in findings for offset in (finding.start, finding.end) if offset is not None}
        ordered = sorted(offsets)
        text, moved = normalize_with_offsets(text, ordered)
        place: dict[int | None, int | None] = {None: None, **dict(zip(ordered, moved, strict=True))}
        furniture = [(place[start], place[end]) for start, end in furniture]  # type: ignore[misc]
        pages = [place[page] for page in pages]  # type: ignore[misc]
        findings = [Finding(f.field, f.value, place[f.start], place[f.end]) for f in findings]
    text, damage = (text, ()) if clean else tidy(text)
    return Source(
        path,
        format,
        hashlib.sha256(data).hexdigest(),
        text,
        merge_spans(furniture) if furniture else (),
        tuple(pages),
        tuple(findings),
        (*problems, *damage) if damage else tuple(problems),
    )


def failed(path: str, format: str, message: str, data: bytes = b"", severity: str = "error") -> Source:
    """The `Source` of what could not be read: no text, and one problem that says why."""
    problem = Problem("read", severity, message)
    return Source(path, format, hashlib.sha256(data).hexdigest(), "", problems=(problem,))


def merge_spans(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, the overlapping and touching ones made one, the empty ones left out.

    Examples
    --------
    >>> merge_spans([(5, 9), (0, 2), (8, 12), (3, 3)])
    ((0, 2), (5, 12))
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
