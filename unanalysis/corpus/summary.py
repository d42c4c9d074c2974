"""What a corpus holds, in a few lines of text or HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

import pandas as pd

from unanalysis.corpus.names import named
from unanalysis.corpus.tables import Tables
from unanalysis.corpus.where import LANGUAGE_NAMES

_TOP = 5  # entries of a line; more are counted
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def isolated(text: str) -> str:
    """A text that neither turns its surroundings right to left nor is turned by them (Unicode isolates, UAX #9).

    Examples
    --------
    >>> isolated("Ukraine"), isolated("مجلس الأمن")[0] == "\\N{FIRST STRONG ISOLATE}"
    ('Ukraine', True)
    """
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if _RIGHT_TO_LEFT.search(text) else text


def headline(tables: Tables) -> str:
    """How much there is, and of what years: "Corpus of 3 letters (2 works) in 2 documents, 2014-2016"."""
    letters = tables.letters
    works = letters["work_id"].fillna(letters["letter_id"]).nunique()
    years = letters["date"].fillna(letters["issued"]).dt.year.dropna().astype(int)
    counts = f"{_count(len(letters), 'letter')} ({_count(works, 'work')})"
    line = f"Corpus of {counts} in {_count(len(tables.documents), 'document')}"
    if len(years):
        first, last = years.min(), years.max()
        line += f", {first}" if first == last else f", {first}–{last}"
    return line


def lines(tables: Tables, filters: Sequence[str]) -> list[tuple[str, str]]:
    """What stands below the headline: a label and what it has to say, without lines that would say nothing."""
    letters = tables.letters
    languages = letters["language"].value_counts()
    told = [
        ("chosen", "; ".join(filters)),
        ("languages", _top(languages.rename(index=lambda code: LANGUAGE_NAMES.get(code, code)), len(languages))),
        ("forms", _top(letters["form"].value_counts())),
        ("senders", _top(_entities(tables, "sender"))),
        ("addressees", _top(_entities(tables, "addressee"))),
        ("cited most", _top(_cited(tables))),
        ("problems", _problems(tables.problems["severity"].value_counts())),
    ]
    return [(label, text) for label, text in told if text]


def as_text(tables: Tables, filters: Sequence[str]) -> str:
    """The summary for a terminal."""
    rows = [f"  {label:<12}{isolated(text)}" for label, text in lines(tables, filters)]
    return "\n".join([headline(tables), *rows])


def as_html(tables: Tables, filters: Sequence[str]) -> str:
    """The summary for a notebook; all that comes out of letters is escaped, and runs in the direction of its script."""
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left">{escape(label)}</th>'
        f'<td dir="auto" style="text-align:start">{escape(text)}</td></tr>'
        for label, text in lines(tables, filters)
    )
    return (
        f'<div class="unanalysis-corpus"><p><strong>{escape(headline(tables))}</strong></p><table>{rows}</table></div>'
    )


def _entities(tables: Tables, role: str) -> pd.Series:
    """In how many works each entity has a role."""
    parties = tables.parties[tables.parties["role"] == role]
    return _by_work(tables, parties, "entity").rename(index=named)


def _cited(tables: Tables) -> pd.Series:
    """In how many works each resolution is cited."""
    return _by_work(tables, tables.mentions[tables.mentions["kind"] == "resolution"], "target")


def _by_work(tables: Tables, rows: pd.DataFrame, column: str) -> pd.Series:
    letters = tables.letters
    work = pd.Series(letters["work_id"].fillna(letters["letter_id"]).to_numpy(), index=letters["letter_id"])
    pairs = pd.DataFrame({"work": work.reindex(rows["letter_id"]).to_numpy(), "value": rows[column].to_numpy()})
    counts = pairs.dropna().drop_duplicates()["value"].value_counts()
    return counts.sort_index().sort_values(ascending=False, kind="stable")


def _top(counts: pd.Series, top: int = _TOP) -> str:
    listed = [f"{isolated(str(name))} {count:,}" for name, count in counts.iloc[:top].items()]
    return ", ".join([*listed, f"and {len(counts) - top:,} more"] if len(counts) > top else listed)


def _problems(counts: pd.Series) -> str:
    kinds = [kind for kind in ("error", "warning", "note") if kind in counts]
    return ", ".join(_count(int(counts[kind]), kind) for kind in kinds)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
