"""The network as `network.js` draws it: columns of nodes and edges, numbers as binary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from unanalysis.layout import Position, force_layout, layered_layout

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

#: what size and colour of a node may tell, besides its letters and its kind
MEASURES = ("letters", "degree", "weight", "pagerank", "betweenness")
_COLOURS = ("kind", "community", *MEASURES)


def network(
    graph: nx.Graph,
    *,
    layout: str = "layers",
    size: str = "letters",
    colour: str = "kind",
    previous: Mapping[Any, Position] | None = None,
) -> dict[str, Any]:
    """A graph in the columns that `network.js` describes at its head.

    Parameters
    ----------
    graph
        A graph of this package whose nodes have `kind`, `label` and `letters`.
    layout
        `"layers"` (columns by kind) or `"forces"`.
    size, colour
        A measure: letters, degree, weight, pagerank or betweenness, of the graph given; colour may also be by kind or
        by community.
    previous
        Where nodes stood before, for a layout by forces: they stay there.

    Returns
    -------
    dict
        Lists of strings and 32-bit numbers in `bytes`, little-endian: a page without a kernel may have them as lists
        (`numpy.frombuffer`), a widget sends them as they are.
    """
    import numpy as np

    layered = layout == "layers"
    places = layered_layout(graph) if layered else force_layout(graph, previous=previous)
    nodes = list(graph)
    number = {node: position for position, node in enumerate(nodes)}
    edges = [(number[source], number[target]) for source, target in graph.edges()]
    letters = [data.get("letters") or 0 for _, data in graph.nodes(data=True)]
    measures = _measures(graph, {size, colour})
    kinds = [data["kind"] for _, data in graph.nodes(data=True)]
    result = {
        "id": nodes,
        "label": [str(label or node) for node, label in graph.nodes(data="label")],
        "kind": kinds,
        "letters": np.array(letters, dtype="<u4").tobytes(),
        "size": _unit(measures.get(size, letters)),
        "positions": np.array([places[node] for node in nodes], dtype="<f4").tobytes(),
        "edges": np.array(edges, dtype="<u4").tobytes(),
        "weight": np.array([weight for *_, weight in graph.edges(data="weight", default=1)], dtype="<u4").tobytes(),
        "relation": [relation or "" for *_, relation in graph.edges(data="relation")],
        "layers": layered,
    }
    if colour == "community":
        result["group"] = np.array(measures["community"], dtype="<u4").tobytes()
    elif colour != "kind":
        result["shade"] = _unit(measures.get(colour, letters))
    return result


def positions(data: dict[str, Any]) -> dict[str, Position]:
    """Where the nodes of a network stand, for the layout of the next one."""
    import numpy as np

    places = np.frombuffer(data["positions"], "<f4").reshape(-1, 2).tolist()
    return {node: (x, y) for node, (x, y) in zip(data["id"], places, strict=True)}


def _measures(graph: nx.Graph, wanted: set[str]) -> pd.DataFrame | dict[str, Any]:
    if wanted <= {"letters", "kind"}:
        return {}
    from unanalysis.graph.measures import measure_table

    return measure_table(graph)


def _unit(values: Any) -> bytes:
    """Values as shares of the largest, 0…1."""
    import numpy as np

    numbers = np.asarray(values, dtype="<f4")
    largest = float(numbers.max(initial=0))
    return (numbers / largest if largest else numbers).astype("<f4").tobytes()
