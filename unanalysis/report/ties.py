"""The graph of senders, organs and resolutions: as a drawing for paper, and in columns for the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from unanalysis.graph.aggregate import LAYERS
from unanalysis.layout import layered_layout
from unanalysis.report.material import Material

if TYPE_CHECKING:
    import networkx as nx

_COLOURS = {"sender": "#0072b2", "organ": "#d55e00", "resolution": "#007a59"}
_INKS = _COLOURS | {"organ": "#a84a00"}  # of words in that colour
_STROKES = {"writes_to": "#56b4e9", "cites": "#e69f00", "adopted_by": "#6b7783"}
_ANCHORS = {"sender": "end", "organ": "middle", "resolution": "start"}
TOP = {"sender": 30, "organ": 12, "resolution": 30}  # nodes of each layer, those with the most letters
_WIDTH, _ROW, _HEAD = 1000, 20, 30
_COLUMNS = {"sender": 290, "organ": 520, "resolution": 750}
_NAMED = 5  # ties named for those who do not see the drawing
_LONG = 42  # characters of a name


@dataclass(frozen=True)
class Drawing:
    """Lines and marks in a field of `width` and `height`."""

    width: int
    height: int
    columns: list[dict[str, Any]]
    lines: list[dict[str, Any]]
    nodes: list[dict[str, Any]]
    ties: str
    shown: list[tuple[str, int, int]]


def graph_of(material: Material) -> nx.DiGraph:
    """The graph, its names in the language of the report."""
    from unanalysis.graph import sender_organ_resolution_graph

    return sender_organ_resolution_graph(material.corpus, language=material.say.language)


def drawing(graph: nx.DiGraph, material: Material) -> Drawing:
    """Draw the nodes with the most letters, and the ties between them."""
    kept: list[str] = []
    shown = []
    for layer in LAYERS:
        nodes = [(node, data["letters"]) for node, data in graph.nodes(data=True) if data["kind"] == layer]
        nodes.sort(key=lambda node: (-node[1], node[0]))
        kept += [node for node, _ in nodes[: TOP[layer]]]
        if len(nodes) > TOP[layer]:
            shown.append((layer, TOP[layer], len(nodes)))
    part = graph.subgraph(kept)
    places = layered_layout(part, layers=LAYERS)
    rows = max((sum(part.nodes[node]["kind"] == layer for node in part) for layer in LAYERS), default=0)
    height = max(rows, 6) * _ROW
    most = max((data["letters"] for _, data in part.nodes(data=True)), default=1) or 1
    at = {
        node: (_COLUMNS[part.nodes[node]["kind"]], round(_HEAD + (1 - y) * height, 1))
        for node, (_, y) in places.items()
    }
    columns = [
        {"kind": layer, "x": _COLUMNS[layer], "anchor": _ANCHORS[layer], "ink": _INKS[layer]} for layer in LAYERS
    ]
    nodes_drawn = [_mark(part.nodes[node], at[node], most, material) for node in kept]
    edges = sorted(part.edges(data=True), key=lambda edge: (edge[2]["weight"], edge[0], edge[1]))
    counted = [edge for edge in edges if edge[2]["relation"] != "adopted_by"]
    heaviest = max((data["weight"] for *_, data in counted), default=1)
    ties = [
        material.say("graph_tie", source=part.nodes[u]["label"], target=part.nodes[v]["label"], count=data["weight"])
        for u, v, data in sorted(counted, key=lambda edge: (-edge[2]["weight"], edge[0], edge[1]))[:_NAMED]
    ]
    lines = [_line(edge, at, heaviest) for edge in edges]
    return Drawing(_WIDTH, height + _HEAD + 10, columns, lines, nodes_drawn, "; ".join(ties), shown)


def _mark(node: dict[str, Any], at: tuple[int, float], most: int, material: Material) -> dict[str, Any]:
    """A node: circle, square or diamond by its layer, its area as its letters, its name beside or above it."""
    (x, y), kind = at, node["kind"]
    size = round(3 + 6 * (node["letters"] / most) ** 0.5, 1)
    shapes = {
        "sender": f"M{x - size:g} {y}a{size} {size} 0 1 0 {2 * size:g} 0a{size} {size} 0 1 0 -{2 * size:g} 0z",
        "organ": f"M{x - size:g} {y - size:g}h{2 * size:g}v{2 * size:g}h-{2 * size:g}z",
        "resolution": f"M{x} {y - size:g}l{size} {size}l-{size} {size}l-{size} -{size}z",
    }
    beside = {"sender": (x - 14, y + 4), "organ": (x, y - size - 4), "resolution": (x + 14, y + 4)}[kind]
    return {
        "shape": shapes[kind],
        "colour": _COLOURS[kind],
        "text_x": beside[0],
        "text_y": round(beside[1], 1),
        "anchor": _ANCHORS[kind],
        "label": _short(node["label"]),
        "words": f"{node['label']}: {material.say('letters', n=node['letters'])}",
    }


def _line(edge: tuple[str, str, dict[str, Any]], at: dict[str, tuple[int, float]], heaviest: int) -> dict[str, Any]:
    source, target, data = edge
    (x, y), (end_x, end_y) = at[source], at[target]
    middle = (x + end_x) / 2
    width = 0.8 if data["relation"] == "adopted_by" else round(0.8 + 3.6 * (data["weight"] / heaviest) ** 0.5, 1)
    return {
        "path": f"M{x} {y}C{middle:g} {y} {middle:g} {end_y} {end_x} {end_y}",
        "relation": data["relation"],
        "colour": _STROKES[data["relation"]],
        "width": width,
    }


def _short(label: str) -> str:
    return label if len(label) <= _LONG else f"{label[: _LONG - 1].rstrip()}…"


def ranks(graph: nx.DiGraph) -> dict[str, list[str]]:
    """The names of each layer in the order of the layout of the whole graph, from the top down.

    The page counts again what is chosen, and keeps this order: nodes do not jump about from one choice to the next.
    """
    places = layered_layout(graph, layers=LAYERS)
    order = sorted(places, key=lambda node: (-places[node][1], node))
    found: dict[str, list[str]] = {layer: [] for layer in LAYERS}
    for node in order:
        found[graph.nodes[node]["kind"]].append(graph.nodes[node]["name"])
    return found
