"""Plain text, and the two things that text files say of themselves: pages (form feeds) and front matter (Markdown)."""

from __future__ import annotations

from unanalysis.read import markdown, pages
from unanalysis.read.blocks import make_source
from unanalysis.read.encoding import decode, is_clean, unix_lines
from unanalysis.read.options import Options
from unanalysis.types import Source


def read(data: bytes, path: str, options: Options) -> Source:
    """Read a plain text; one that begins with front matter is Markdown under another name."""
    decoded, problems = decode(data)
    text = unix_lines(decoded)
    clean = not problems and is_clean(data)
    if markdown.FRONT_MATTER.match(text):
        return markdown.read_text(text, data, path, problems, clean)
    starts = pages.page_starts(text)
    return make_source(path, "text", data, text, pages.repeated_lines(text, starts), starts, (), problems, clean)
