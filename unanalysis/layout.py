"""Where the nodes of a graph stand: layers for senders, organs and resolutions, forces for graphs of one kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from unanalysis.arguments import check_graph

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np

    Array = np.ndarray[Any, Any]

Position = tuple[float, float]
Positions = dict[Any, Position]

#: kinds of nodes from left to right
LAYERS = (
    "person",
    "sender",
    "letter",
    "organ",
    "entity",
    "resolution",
    "decision",
    "statement",
    "document",
    "agenda item",
)
_SWEEPS = 12
_CROWDED = 1000  # more nodes than this have no room to be pushed apart


def layered_layout(
    graph: nx.Graph, *, layers: Sequence[str] = LAYERS, previous: Mapping[Any, Position] | None = None
) -> Positions:
    """Stand the kinds of nodes in columns, ordered so that few edges cross.

    Parameters
    ----------
    graph
        Any graph whose nodes have a `kind`; edges may have a `weight`.
    layers
        Kinds from left to right. Kinds that the graph lacks take no room; kinds not named here stand at the right.
    previous
        Positions that a larger or smaller selection had: nodes found there stay exactly where they were, and new ones
        take the gap nearest to their neighbours.

    Returns
    -------
    dict
        Node → `(x, y)`, both from 0 to 1, `y` upwards. The order in which nodes and edges were added plays no part.

    Notes
    -----
    The barycentre rule of Sugiyama, Tagawa and Toda (1981): each node takes the mean height of its neighbours, layer by
    layer, to and fro; weights count.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.DiGraph([("a", "y"), ("b", "x")])
    >>> nx.set_node_attributes(graph, {"a": "sender", "b": "sender", "x": "organ", "y": "organ"}, "kind")
    >>> layered_layout(graph)
    {'a': (0.0, 0.75), 'b': (0.0, 0.25), 'x': (1.0, 0.25), 'y': (1.0, 0.75)}
    """
    import numpy as np

    check_graph(graph)
    kinds = {node: str(kind) for node, kind in graph.nodes(data="kind", default="")}
    present = set(kinds.values())
    columns = [kind for kind in layers if kind in present] + sorted(present.difference(layers))
    nodes = sorted(kinds, key=lambda node: (columns.index(kinds[node]), str(node)))
    layer = np.array([columns.index(kinds[node]) for node in nodes], dtype="int64")
    across = {kind: number / (len(columns) - 1) if len(columns) > 1 else 0.5 for number, kind in enumerate(columns)}
    sources, targets, weights = _edges(graph, nodes)
    if previous:
        heights = _beside(previous, nodes, layer, sources, targets, weights)
    else:
        heights = _ordered(layer, sources, targets, weights)
    return {node: (across[kinds[node]], float(height)) for node, height in zip(nodes, heights, strict=True)}


def force_layout(graph: nx.Graph, *, seed: int = 1, previous: Mapping[Any, Position] | None = None) -> Positions:
    """Let edges pull and nodes push: for graphs of some hundred nodes of one kind.

    Parameters
    ----------
    graph
        Any graph; edges may have a `weight`, which pulls by its logarithm, lest one strong tie fold the picture.
    seed
        Of the random start. The same graph and seed give the same positions.
    previous
        Positions of an earlier selection: nodes found there stay exactly where they were.

    Returns
    -------
    dict
        Node → `(x, y)`, both from 0 to 1.

    Examples
    --------
    >>> import networkx as nx
    >>> sorted(force_layout(nx.path_graph(3))) == [0, 1, 2]
    True
    """
    import networkx as nx
    import numpy as np

    check_graph(graph)
    # A plain undirected copy in sorted order: the layout depends on the graph alone, not on how it was built.
    nodes = sorted(graph, key=str)
    sources, targets, weights = _edges(graph, nodes)
    plain = nx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    for source, target, weight in zip(sources.tolist(), targets.tolist(), weights.tolist(), strict=True):
        if source != target:
            before = plain.get_edge_data(source, target, {"weight": 0.0})["weight"]
            plain.add_edge(source, target, weight=before + weight)
    for *_, data in plain.edges(data=True):
        data["weight"] = float(np.log1p(data["weight"]))
    known = {number: previous[node] for number, node in enumerate(nodes) if node in previous} if previous else {}
    if known:
        placed = nx.spring_layout(plain, pos=known, fixed=list(known), seed=seed, iterations=60, method="force")
        return {nodes[number]: (float(x), float(y)) for number, (x, y) in placed.items()}
    # Minimizing energy keeps parts that are not joined near each other, where plain forces drive them apart.
    placed = nx.spring_layout(plain, seed=seed, iterations=60, method="energy")
    places = _unit(np.array([placed[number] for number in range(len(nodes))]).reshape(-1, 2))
    places = _unit(_apart(places, 0.55 / max(len(nodes), 1) ** 0.5))
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, places, strict=True)}


def _edges(graph: nx.Graph, nodes: list[Hashable]) -> tuple[Array, ...]:
    """Ends of the edges as numbers of nodes, sorted, and their weights."""
    import numpy as np

    number = {node: index for index, node in enumerate(nodes)}
    rows = sorted((number[u], number[v], float(weight)) for u, v, weight in graph.edges(data="weight", default=1.0))
    sources, targets, weights = np.array(rows, dtype=float).reshape(-1, 3).T
    return sources.astype("int64"), targets.astype("int64"), weights


def _ordered(
    layer: Array,
    sources: Array,
    targets: Array,
    weights: Array,
) -> Array:
    """Heights by repeated barycentres, evenly spaced in each layer."""
    import numpy as np

    members = [np.flatnonzero(layer == number) for number in range(int(layer.max(initial=-1)) + 1)]
    heights = np.empty(len(layer))
    for nodes in members:
        heights[nodes] = _spaced(len(nodes))
    for sweep in range(_SWEEPS):
        # To and fro: the layer from which a sweep starts keeps its order.
        for nodes in members[1:] if sweep % 2 == 0 else members[-2::-1]:
            wanted = _barycentres(heights, sources, targets, weights, np.ones(len(layer), dtype=bool))[nodes]
            heights[nodes[np.lexsort((nodes, -wanted))]] = _spaced(len(nodes))
    return heights


def _spaced(count: int) -> Array:
    import numpy as np

    return 1 - (np.arange(count) + 0.5) / max(count, 1)


def _barycentres(
    heights: Array,
    sources: Array,
    targets: Array,
    weights: Array,
    known: Array,
) -> Array:
    """The weighted mean height of each node's known neighbours; its own where it has none."""
    import numpy as np

    size = len(heights)
    ends, others = np.concatenate([sources, targets]), np.concatenate([targets, sources])
    pull = np.concatenate([weights, weights]) * known[others]
    total = np.bincount(ends, pull, size)
    moment = np.bincount(ends, pull * heights[others], size)
    return np.divide(moment, total, out=heights.copy(), where=total > 0)


def _beside(
    previous: Mapping[Any, Position],
    nodes: list[Hashable],
    layer: Array,
    sources: Array,
    targets: Array,
    weights: Array,
) -> Array:
    """Heights as they were; new nodes in the gap of their layer that is nearest to their known neighbours."""
    import numpy as np

    known = np.array([node in previous for node in nodes], dtype=bool)
    heights = np.array([previous[node][1] if node in previous else 0.5 for node in nodes])
    wanted = _barycentres(heights, sources, targets, weights, known)
    for number in np.unique(layer[~known]):
        taken = sorted({0.0, 1.0, *heights[(layer == number) & known].tolist()})
        for node in np.flatnonzero((layer == number) & ~known):
            gaps = [(low + high) / 2 for low, high in pairwise(taken)]
            near = bisect_left(gaps, wanted[node])
            choice = min(gaps[max(near - 1, 0) : near + 1], key=lambda gap: abs(gap - wanted[node]))
            heights[node] = choice
            taken.insert(bisect_left(taken, choice), choice)
    return heights


def _apart(places: Array, distance: float) -> Array:
    """Push nodes that lie on each other apart, a little further each time until all have their distance."""
    import numpy as np

    if len(places) > _CROWDED:
        return places
    for _ in range(_SWEEPS):
        between = places[:, None] - places[None]
        far = np.hypot(between[..., 0], between[..., 1])
        np.fill_diagonal(far, np.inf)
        lack = np.clip(distance - far, 0, None) / 2
        if not lack.any():
            break
        places = places + (between / np.maximum(far, 1e-9)[..., None] * lack[..., None]).sum(axis=1)
    return places


def _unit(places: Array) -> Array:
    """Places scaled to the unit square."""
    import numpy as np

    if not len(places):
        return places
    extent = np.ptp(places, axis=0)
    return np.where(extent > 0, (places - places.min(axis=0)) / np.where(extent > 0, extent, 1), 0.5)
