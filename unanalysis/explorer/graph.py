"""The graph of senders, organs and resolutions, from the arrays: for a choice among any number of letters at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unanalysis.explorer.facets import labels
from unanalysis.explorer.index import Index
from unanalysis.graph.aggregate import LAYERS
from unanalysis.graph.counts import Counts, count_pairs
from unanalysis.graph.labels import adopting_body
from unanalysis.graph.works import Column

if TYPE_CHECKING:
    import networkx as nx

    from unanalysis.explorer.index import Array

_TIES = 6000  # more are not drawn; the strongest are


def shown_graph(index: Index, chosen: Array, *, top: int = 30, language: str = "en") -> nx.DiGraph:
    """The part of `sender_organ_resolution_graph` with the most letters, among some letters of a corpus.

    Parameters
    ----------
    index, chosen
        The corpus, and a mask of its letters.
    top
        How many nodes of each layer at most.
    language
        Of the names of entities.

    Returns
    -------
    networkx.DiGraph
        Nodes `"<kind>:<name>"` with `kind`, `name`, `label` and `letters`, edges with `relation` and `weight`, as in
        `unanalysis.sender_organ_resolution_graph`; organs that only adopted resolutions, and got no letter, are left
        out. `graph.graph["of"]` says how many nodes of each kind there are in all.
    """
    import networkx as nx
    import numpy as np

    columns = {kind: index.feature(kind).column(chosen) for kind in LAYERS}
    letters = {kind: np.bincount(column.values, minlength=len(column.names)) for kind, column in columns.items()}
    graph = nx.DiGraph(of={kind: int((counts > 0).sum()) for kind, counts in letters.items()})
    kept = {kind: _busiest(counts, top) for kind, counts in letters.items()}
    for kind, values in kept.items():
        names = columns[kind].names[values].tolist()
        for name, label, value in zip(names, labels(kind, names, language), values.tolist(), strict=True):
            graph.add_node(f"{kind}:{name}", kind=kind, name=name, label=label, letters=int(letters[kind][value]))
    ties: list[tuple[str, str, str, int]] = []
    few = {kind: _among(columns[kind], kept[kind]) for kind in LAYERS}
    for relation, source, target in (("writes_to", "sender", "organ"), ("cites", "sender", "resolution")):
        ties += _ties(relation, source, target, few, count_pairs(few[source], few[target]))
    for node, data in [*graph.nodes(data=True)]:
        if data["kind"] == "resolution":  # all letters that cite it do so of the one organ that adopted it
            ties.append((node, f"organ:{adopting_body(data['name'])}", "adopted_by", data["letters"]))
    strongest = sorted(ties, key=lambda tie: -tie[3])[:_TIES]
    graph.add_edges_from(
        (source, target, {"relation": relation, "weight": weight})
        for source, target, relation, weight in strongest
        if source in graph and target in graph
    )
    return graph


def _busiest(counts: Array, top: int) -> Array:
    import numpy as np

    order = np.argsort(-counts, kind="stable")[:top]
    return order[counts[order] > 0]


def _among(column: Column, values: Array) -> Column:
    import numpy as np

    rows = np.isin(column.values, values)
    return Column(column.works[rows], column.values[rows], column.names)


def _ties(
    relation: str, source: str, target: str, columns: dict[str, Column], counts: Counts
) -> list[tuple[str, str, str, int]]:
    import numpy as np

    sources = [f"{source}:{name}" for name in columns[source].names[counts.sources].tolist()]
    targets = [f"{target}:{name}" for name in columns[target].names[counts.targets].tolist()]
    return list(zip(sources, targets, [relation] * len(sources), np.diff(counts.bounds).tolist(), strict=True))
