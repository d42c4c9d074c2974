"""Letters that answer letters, and letters that transmit others."""

from __future__ import annotations

from statistics import median
from typing import Any

from unanalysis.report.material import Material

ROWS = 200  # more are counted, and not listed


def lags(material: Material) -> list[int | None]:
    """The days that each answer took; None where that is not known."""
    return [lag for *_, lag in material.replies.edges(data="lag_days")]


def exchanges(material: Material) -> dict[str, Any]:
    """The table of answers, exchange by exchange, oldest first, with how many there are and their median lag."""
    graph, say = material.replies, material.say
    order = {node["name"]: number for number, node in enumerate(material.nodes)}
    pairs = sorted(graph.edges(data="lag_days"), key=lambda e: (graph.nodes[e[0]]["chain"], order[e[0]], order[e[1]]))
    rows = [
        {
            "chain": graph.nodes[answer]["chain"],
            "answer": letter(material, order[answer]),
            "answered": letter(material, order[answered]),
            "lag": lag,
        }
        for answer, answered, lag in pairs[:ROWS]
    ]
    days = [lag for *_, lag in pairs if lag is not None]
    return {
        "rows": rows,
        "all": len(pairs),
        "median": say("median", days=say("days", n=round(median(days)))) if days else "",
    }


def transmitted(material: Material) -> dict[str, Any]:
    """The table of annexed letters with the letters that cover them, by the date of the latter."""
    letters = material.corpus.letters
    annexed = letters[letters["parent_id"].isin(letters["letter_id"])]
    covering = material.works.numbers(annexed["parent_id"]).tolist()
    inside = material.works.numbers(annexed["letter_id"]).tolist()
    pairs = sorted(set(zip(covering, inside, strict=True)))
    rows = [{"covering": letter(material, out), "annexed": letter(material, into)} for out, into in pairs[:ROWS]]
    return {"rows": rows, "all": len(pairs)}


def letter(material: Material, work: int) -> dict[str, Any]:
    """A letter in a cell: what it is called, its date, from whom and to whom, and the number of its text."""
    node = material.nodes[work]
    return {
        "label": material.label(node),
        "date": node["date"],
        "from": material.names(node["senders"]),
        "to": material.names(node["addressees"]),
        "text": material.numbers[node["letter_ids"][0]],
    }
