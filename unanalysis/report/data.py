"""What the page needs to count again when somebody filters it: the letters in columns, as compact JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from unanalysis.graph.labels import adopting_body
from unanalysis.report import matrix, packing, ties
from unanalysis.report.material import Material
from unanalysis.report.timeline import HEIGHT, WIDTH, Timeline

if TYPE_CHECKING:
    import networkx as nx

#: the strings that the script of the page writes
_STRINGS = ("filter_count", "page", "sort", "open_failed")


def data(material: Material, line: Timeline, graph: nx.DiGraph) -> dict[str, Any]:
    """The columns.

    `entities` are pairs of id and name, `resolutions` names with the number of the organ that adopted each (-1: not
    known); `senders`, `organs` and `cited` have a list of their numbers for each letter, in the order of the list of
    letters; `ranks` are the numbers of the nodes of each layer from the top down.
    """
    order = ties.ranks(graph)
    used = {value for layer in ("sender", "organ") for value in order[layer]}
    used.update(value for values in (*material.senders, *material.organs) for value in values)
    resolutions = sorted({value for values in material.resolutions for value in values})
    adopters = [adopting_body(name) for name in resolutions]
    entities = sorted(used.union(filter(None, adopters)))
    entity = {name: number for number, name in enumerate(entities)}
    resolution = {name: number for number, name in enumerate(resolutions)}
    say = material.say
    return {
        "language": say.language,
        "words": {key: say.strings[key] for key in _STRINGS},
        "graph": say.strings["network"] | {"title": say("graph")},
        "entities": [[name, material.name(name)] for name in entities],
        "resolutions": resolutions,
        "adopters": [entity[body] if body else -1 for body in adopters],
        "dates": [date.isoformat() if date else "" for date in material.dates],
        "senders": [[entity[value] for value in values] for values in material.senders],
        "organs": [[entity[value] for value in values] for values in material.organs],
        "cited": [[resolution[value] for value in values] for values in material.resolutions],
        "ranks": {
            "sender": [entity[name] for name in order["sender"]],
            "organ": [entity[name] for name in order["organ"]],
            "resolution": [resolution[name] for name in order["resolution"]],
        },
        "top": ties.TOP,
        "periods": line.periods,
        "period": line.period_of,
        "band": line.band_of,
        "bands": line.bands,
        "colours": line.colours,
        "chart": [WIDTH, HEIGHT],
        "matrix": [matrix.ROWS, matrix.COLUMNS, matrix.SHADES],
        "most_cited": [matrix.CITED, matrix.CITING],
        "chunk": packing.CHUNK,
    }


def compact(value: object) -> str:
    """JSON that may stand in a page: nothing in it closes the element that holds it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
