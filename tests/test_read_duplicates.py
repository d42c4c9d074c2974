"""The same file twice, and nearly the same text."""

from __future__ import annotations

import zlib

import pytest

from tests.sources import read
from unanalysis.read.duplicates import mark_duplicates
from unanalysis.types import Source

WORDS = [f"word{zlib.crc32(str(number).encode()) % 997}" for number in range(400)]


def text_source(name: str, words: list[str]) -> Source:
    (source,) = read(" ".join(words).encode(), name)
    return source


@pytest.mark.parametrize(
    ("words", "severity", "reason"),
    [
        (WORDS, "warning", "the same file under another name"),
        ([word.upper() for word in WORDS], "warning", "the same words"),
        ([*WORDS[:200], "other", *WORDS[201:]], "note", "one word in 400 differs"),
        ([*WORDS, *WORDS[:20]], "note", "a little more at the end"),
        ([*WORDS[:200], *(word[::-1] for word in WORDS[200:])], None, "half of it is another letter"),
        ([word[::-1] for word in WORDS], None, "another letter"),
    ],
)
def test_duplicates(words: list[str], severity: str | None, reason: str) -> None:
    first, second = mark_duplicates([text_source("a.txt", WORDS), text_source("b.txt", words)])
    assert first.problems == ()
    assert [problem.severity for problem in second.problems] == ([severity] if severity else []), reason
    assert all("'a.txt'" in problem.message for problem in second.problems)


def test_short_texts_are_no_duplicates() -> None:
    sources = mark_duplicates([text_source("a.txt", WORDS[:10]), text_source("b.txt", ["X", *WORDS[:10]])])
    assert all(not source.problems for source in sources)


def test_texts_of_many_lengths_are_compared_with_all_before() -> None:
    """Texts are looked at in batches and long ones in pieces, neither of which may be seen."""
    long = [f"{word}{number}" for number in range(60) for word in WORDS]
    others = [text_source(f"{number}.txt", [f"{number}{word}" for word in WORDS]) for number in range(100)]
    again = [text_source("b.txt", WORDS), text_source("long-2.txt", [*long, "more"]), text_source("c.txt", ["x"])]
    sources = [text_source("a.txt", WORDS), text_source("long-1.txt", long), *others, *again]
    assert sum(len(source.text) for source in sources[:2]) > 2**17, "longer than a piece"
    assert [source.path for source in mark_duplicates(sources) if source.problems] == ["b.txt", "long-2.txt"]
