"""GEXF 1.3, with the dates of letters as the times at which nodes and edges are there: Gephi's timeline plays them.

An edge has a spell for each date on which one of its letters is dated, a node lives from the first to the last date of
its letters; what has no date is always there. Attributes whose values change in time are not written: graphology's
reader keeps but one list of attributes for edges, and fails on a second.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from unanalysis.graph.portable import portable

if TYPE_CHECKING:
    import networkx as nx

_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
# Said by attributes of the elements themselves.
_OWN = {"node": ("label",), "edge": ("weight", "label")}


def write_gexf(graph: nx.Graph, path: Path) -> None:
    """Write a graph as GEXF 1.3 (https://gexf.net)."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(graph))


def _lines(graph: nx.Graph) -> Iterator[str]:
    plain = portable(graph, nested=False)
    dates = [sorted(dates_of(data)) for *_, data in graph.edges(data=True)]
    lives = _lives(graph, dates)
    kind = "directed" if graph.is_directed() else "undirected"
    times = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"} if any(dates) else {}

    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield "<meta><creator>unanalysis</creator></meta>\n"
    yield f"<graph{_attributes({'defaultedgetype': kind, **(times or {'mode': 'static'})})}>\n"
    yield from _declared("node", [data for _, data in plain.nodes(data=True)])
    yield from _declared("edge", [data for *_, data in plain.edges(data=True)], keys=plain.is_multigraph())
    yield f'<nodes count="{len(plain)}">\n'
    for (node, data), life in zip(plain.nodes(data=True), lives, strict=True):
        label = data.get("label", node)
        yield f"<node{_attributes({'id': node, 'label': label, **life})}>{_values('node', data)}</node>\n"
    yield "</nodes>\n"
    yield f'<edges count="{plain.number_of_edges()}">\n'
    edges = plain.edges(keys=True, data=True) if plain.is_multigraph() else ((*e, None) for e in plain.edges(data=True))
    for number, (edge, spells) in enumerate(zip(edges, dates, strict=True)):
        source, target, *rest = edge
        key, data = rest if plain.is_multigraph() else (None, rest[0])
        own = {"id": str(number), "source": source, "target": target}
        own |= {name: data[name] for name in _OWN["edge"] if name in data}
        if "relation" in data:
            own["kind"] = data["relation"]  # parallel edges of different kinds stay apart in Gephi
        values = _values("edge", data if key is None else data | {"networkx_key": key})
        yield f"<edge{_attributes(own)}>{values}{_spells(spells)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def dates_of(data: Mapping[str, Any]) -> set[Date]:
    """The dates of the letters behind an edge."""
    return {date for date in (*data.get("dates", ()), data.get("date")) if isinstance(date, Date)}


def _lives(graph: nx.Graph, dates: list[list[Date]]) -> list[dict[str, str]]:
    """From when to when each node is there: its own date, else those of its edges."""
    around: dict[Any, list[Date]] = {
        node: [data["date"]] if isinstance(data.get("date"), Date) else [] for node, data in graph.nodes(data=True)
    }
    for (source, target), spells in zip(graph.edges(), dates, strict=True):
        for node in (source, target):
            if spells:
                around[node] += (spells[0], spells[-1])
    return [
        {"start": min(found).isoformat(), "end": max(found).isoformat()} if found else {} for found in around.values()
    ]


def _declared(kind: str, rows: list[dict[str, Any]], *, keys: bool = False) -> Iterator[str]:
    """The attributes of nodes or edges; the id is the name, by which graphology finds it again."""
    types = {name: _TYPES[type(value)] for data in rows for name, value in data.items() if name not in _OWN[kind]}
    if keys:
        types["networkx_key"] = "string"
    yield f'<attributes class="{kind}">\n'
    for name, type_ in types.items():
        yield f"<attribute{_attributes({'id': name, 'title': name, 'type': type_})}/>\n"
    yield "</attributes>\n"


def _values(kind: str, data: Mapping[str, Any]) -> str:
    values = "".join(
        f"<attvalue{_attributes({'for': name, 'value': value})}/>"
        for name, value in data.items()
        if name not in _OWN[kind]
    )
    return f"<attvalues>{values}</attvalues>" if values else ""


def _spells(dates: list[Date]) -> str:
    spells = "".join(f'<spell start="{date}" end="{date}"/>' for date in dates)
    return f"<spells>{spells}</spells>" if spells else ""


def _attributes(values: Mapping[str, Any]) -> str:
    return "".join(
        f" {name}={quoteattr(str(value).lower() if isinstance(value, bool) else str(value))}"
        for name, value in values.items()
    )
