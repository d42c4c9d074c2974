"""What stands in place of a widget where there is no kernel: the same as a table, in plain HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from unanalysis.explorer.graph import shown_graph

if TYPE_CHECKING:
    from unanalysis.explorer.state import State

_TIES = 20
_SAID = {"writes_to": "writes to", "cites": "cites", "adopted_by": "adopted by"}


def view_twin(state: State, language: str) -> str:
    """What is chosen in the explorer: in words, and the strongest ties among the letters as a table."""
    graph = shown_graph(state.index, state.mask, language=language)
    ties = sorted(graph.edges(data=True), key=lambda tie: (-tie[2]["weight"], tie[0], tie[1]))
    labels = graph.nodes(data="label")
    rows = [
        (labels[source], _SAID[data["relation"]], labels[target], str(data["weight"]))
        for source, target, data in ties
        if data["relation"] != "adopted_by"
    ][:_TIES]
    summary = state.selection._repr_html_()
    return f'<div class="unanalysis-explorer">{summary}{_table(("From", "Tie", "To", "Letters"), rows)}</div>'


def letter_twin(letter: dict[str, Any]) -> str:
    """A letter as its facts and its text."""
    parts = []
    for pane in letter["panes"]:
        text = escape("".join(piece for piece, _ in pane["segments"]))
        facts = _table((), [*pane["parties"], *pane["facts"]])
        parts.append(
            f'<section><h3 dir="auto">{escape(pane["title"])}</h3>{facts}'
            f'<div dir="{pane["direction"]}" style="white-space:pre-wrap">{text}</div></section>'
        )
    return f'<div class="unanalysis-letter">{"".join(parts)}</div>'


def _table(heads: tuple[str, ...], rows: list[Any]) -> str:
    named = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    head = f"<thead><tr>{named}</tr></thead>" if heads else ""
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto" style="text-align:start">{escape(str(cell))}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table>{head}<tbody>{body}</tbody></table>"
