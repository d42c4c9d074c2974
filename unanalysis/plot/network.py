"""Graphs as pictures: three layers side by side, or forces for graphs of one kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from unanalysis.arguments import check_graph
from unanalysis.graph.aggregate import LAYERS
from unanalysis.layout import Position, force_layout, layered_layout
from unanalysis.plot.forces import draw_forces
from unanalysis.plot.layers import draw_layers
from unanalysis.plot.style import counted, headed, period, readable, style, together
from unanalysis.plot.words import words

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.figure import Figure


def plot_graph(
    graph: nx.Graph,
    *,
    top: int | None = None,
    ties: int = 160,
    language: str = "en",
    title: str | None = None,
    positions: Mapping[Any, Position] | None = None,
) -> Figure:
    """Draw a graph for print.

    `sender_organ_resolution_graph` is drawn in three columns, other graphs by forces. Of a large graph the nodes with
    the most letters and the strongest ties are drawn; the line beneath the title says how many of how many.

    Parameters
    ----------
    graph
        A graph of this package.
    top
        How many nodes are drawn at most: in each layer (30 if not given), or in a graph without layers (60).
    ties
        How many edges are drawn at most, the strongest.
    language
        Of the words in the figure. The names are those that the graph has: build it with the same `language=`.
    title
        Instead of the usual one.
    positions
        Where nodes stand, as a layout gives it; found here if not given.

    Returns
    -------
    matplotlib.figure.Figure
        Not shown yet; in a notebook the last value of a cell is.

    Examples
    --------
    >>> from unanalysis.graph import sender_organ_resolution_graph
    >>> from unanalysis.graph.example import example_corpus
    >>> figure = plot_graph(sender_organ_resolution_graph(example_corpus()))
    >>> figure.savefig("letters.svg")  # doctest: +SKIP
    """
    import matplotlib.pyplot as plt

    check_graph(graph)
    said = words(language)
    kinds = {kind for _, kind in graph.nodes(data="kind")}
    layered = len(kinds) > 1 and kinds <= set(LAYERS)
    shown = _shown(graph, top or (30 if layered else 60), ties, layered)
    labels = readable({node: str(label or node) for node, label in shown.nodes(data="label")})
    if layered:
        layer = [kind for _, kind in shown.nodes(data="kind")]
        size = 10, max(3.2, 1.9 + 0.24 * max(map(layer.count, LAYERS)))
        places, draw = positions or layered_layout(shown, layers=LAYERS), draw_layers
    else:
        size = 9, 7 if len(shown) > 12 else 5
        places, draw = positions or force_layout(shown), draw_forces
    with style():
        figure, axes = plt.subplots(figsize=size, layout="constrained")
        usual = said.get(graph.graph.get("name", ""), said["graph"])
        headed(figure, title or usual, _beneath(graph, shown, said, layered))
        draw(axes, shown, places, labels, said)
        if not len(shown):
            axes.text(0.5, 0.5, said["empty"], ha="center", va="center", transform=axes.transAxes)
    return figure


def _shown(graph: nx.Graph, top: int, ties: int, layered: bool) -> nx.Graph:
    """The nodes with the most letters and the strongest edges between them; nodes that are left alone are dropped.

    Where nothing is joined to anything, there are only lone nodes to show.
    """
    weight = dict(graph.degree(weight="weight"))
    by_size = sorted(graph, key=lambda node: (-graph.nodes[node].get("letters", 0), -weight[node], str(node)))
    chosen: list[Any] = []
    for layer in LAYERS if layered else (None,):
        chosen += [node for node in by_size if layer in (None, graph.nodes[node].get("kind"))][:top]
    inside = graph.subgraph(chosen)
    if not graph.number_of_edges():
        return inside
    # Who adopted a resolution is said once a resolution and takes no room from the letters.
    edges = sorted(inside.edges(data=True), key=lambda edge: (-edge[2].get("weight", 1), str(edge[0]), str(edge[1])))
    adopted = [edge for edge in edges if edge[2].get("relation") == "adopted_by"]
    written = [edge for edge in edges if edge[2].get("relation") != "adopted_by"][:ties]
    result = graph.__class__()
    joined = {node for source, target, _ in written for node in (source, target)}
    adopted = [edge for edge in adopted if edge[0] in joined]
    joined |= {target for _, target, _ in adopted}
    result.add_nodes_from((node, graph.nodes[node]) for node in chosen if node in joined)
    result.add_edges_from(written + adopted)
    return result


def _beneath(graph: nx.Graph, shown: nx.Graph, said: Mapping[str, str], layered: bool) -> Sequence[str]:
    """What is shown: how many letters, from when to when, chosen how; and how much of the graph that is."""
    facts = graph.graph
    count = f"n = {counted(facts['letters'], said)}" if "letters" in facts else ""
    line = together([count, period([facts.get("first"), facts.get("last")]), *facts.get("filters", ())])
    parts = []
    for layer in LAYERS if layered else (None,):
        of = sum(layer in (None, kind) for _, kind in graph.nodes(data="kind"))
        here = sum(layer in (None, kind) for _, kind in shown.nodes(data="kind"))
        if here < of:
            what = said[f"{layer}s" if layer else "nodes"].lower()
            parts.append(said["shown"].format(shown=here, all=f"{of:,}", what=what))
    if shown.number_of_edges() < graph.number_of_edges():
        parts.append(said["ties"].format(shown=shown.number_of_edges(), all=f"{graph.number_of_edges():,}"))
    return [line, together(parts)]
