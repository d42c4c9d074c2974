"""Projections: what is cited together, who cites the same, and the backbone that makes a hairball readable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unanalysis.arguments import check_graph
from unanalysis.errors import InputError
from unanalysis.graph.bulk import bulk
from unanalysis.graph.counts import count_pairs, letters_by_value
from unanalysis.graph.labels import adopting_body, entity_kinds, entity_labels
from unanalysis.graph.works import Frames, facts_of, mention_column, party_column, works_of

if TYPE_CHECKING:
    import networkx as nx

    from unanalysis.graph.works import Array


@bulk()
def cocitation_graph(corpus: Frames) -> nx.Graph:
    """Resolutions that are cited together: two are joined by the letters that cite both.

    Returns
    -------
    networkx.Graph
        Nodes are resolutions (`S/RES/2254(2015)`), with `kind`, `name`, `label`, `adopted_by`, `letters` (works that
        cite it), `first`, `last`. Edges *cited_with*: `weight` (works that cite both), `cosine` (Salton's: the weight
        over the square root of the product of both resolutions' letters, 0 to 1). Resolutions that are always cited
        alone are nodes without edges.

    Notes
    -----
    Small, H. (1973), Co-citation in the scientific literature.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> cocitation_graph(example_corpus()).edges["S/RES/2118(2013)", "A/RES/67/97"]
    {'relation': 'cited_with', 'weight': 1, 'cosine': 0.5}
    """
    import networkx as nx

    works = works_of(corpus)
    cited = mention_column(corpus, works, "resolution")
    graph = nx.Graph(**facts_of(corpus, works, "cocitation_graph"))
    for number, letters in letters_by_value(cited.values, cited.works, works):
        name = cited.names[number]
        adopted_by = adopting_body(name)
        graph.add_node(name, kind="resolution", name=name, label=name, adopted_by=adopted_by, **letters)
    graph.add_edges_from(_shared(cited.values, cited.works, cited.names, "cited_with"))
    return graph


@bulk()
def coupling_graph(corpus: Frames, *, language: str = "en") -> nx.Graph:
    """Senders that cite the same resolutions (bibliographic coupling).

    Returns
    -------
    networkx.Graph
        Nodes are senders (`SYR`) that cite a resolution, with `kind` (entity), `name`, `label`, `entity_kind`,
        `letters` (works that they sent), `first`, `last`. Edges *cites_like*: `weight` (resolutions that both cite),
        `cosine`.

    Notes
    -----
    The one weight in this package whose unit is not the letter: it counts resolutions. Kessler, M. M. (1963),
    Bibliographic coupling between scientific papers.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> coupling_graph(example_corpus()).edges["SYR", "SG"]["weight"]
    1
    """
    import networkx as nx

    works = works_of(corpus)
    senders, cited = party_column(corpus, works, "sender"), mention_column(corpus, works, "resolution")
    pairs = count_pairs(senders, cited)
    source, target = pairs.sources, pairs.targets
    kinds, labels = entity_kinds(corpus), entity_labels(senders.names, language)
    graph = nx.Graph(**facts_of(corpus, works, "coupling_graph"))
    citing = set(source.tolist())
    for number, letters in letters_by_value(senders.values, senders.works, works):
        name = senders.names[number]
        if number in citing:
            graph.add_node(name, kind="entity", name=name, label=labels[name], entity_kind=kinds.get(name), **letters)
    graph.add_edges_from(_shared(source, target, senders.names, "cites_like"))
    return graph


def backbone(graph: nx.Graph, *, alpha: float = 0.05, weight: str = "weight") -> nx.Graph:
    """Keep the edges that are stronger than chance would make them (the disparity filter).

    An edge stays if, at either end, its share of that node's weight is larger than would happen with probability
    `alpha` were the node's weight spread over its edges at random.

    Parameters
    ----------
    graph
        A graph without parallel edges, whose edges have a weight.
    alpha
        Level of significance, between 0 and 1: the smaller, the fewer edges stay.
    weight
        Attribute that holds the weight.

    Returns
    -------
    networkx.Graph
        A copy of the same class with the edges that stay, each with its `alpha` (the smaller of its two ends), and
        their nodes. Nodes that lose all their edges are left out.

    Raises
    ------
    InputError
        If `alpha` is not between 0 and 1, the graph has parallel edges, or an edge has no weight.

    Notes
    -----
    Serrano, M. Á., Boguñá, M. and Vespignani, A. (2009), Extracting the multiscale backbone of complex weighted
    networks, PNAS 106(16). At a node with one edge nothing can be said: its other end decides. In directed graphs the
    weight that leaves the source and the weight that reaches the target are looked at.

    Examples
    --------
    >>> import networkx as nx
    >>> star = nx.Graph()
    >>> star.add_weighted_edges_from([("S", f"r{n}", 1) for n in range(20)] + [("S", "SYR", 30)])
    >>> list(backbone(star).edges)
    [('S', 'SYR')]
    """
    import numpy as np
    import pandas as pd

    check_graph(graph)
    if not 0 < alpha < 1:
        raise InputError(f"alpha is {alpha}, where a number between 0 and 1 was expected. Hint: try 0.05.")
    if graph.is_multigraph():
        raise InputError(
            "This graph has parallel edges. Hint: take the backbone of an aggregated graph or a projection."
        )
    edges = [(source, target) for source, target in graph.edges() if source != target]
    weights = [graph.edges[edge].get(weight) for edge in edges]
    if None in weights:
        raise InputError(
            f"An edge of this graph has no {weight!r}, by which the backbone is chosen. "
            "Hint: name the attribute that holds the weight (weight=…), or take a graph that counts letters."
        )
    strength = np.array(weights, dtype=float)
    ends = [pd.factorize(pd.Series([edge[side] for edge in edges], dtype=object))[0] for side in (0, 1)]
    if not graph.is_directed():  # both ends of all edges in one numbering
        both = pd.factorize(pd.Series([node for edge in edges for node in edge], dtype=object))[0]
        ends = [both[0::2], both[1::2]]
    chances = _chances(ends, strength, graph.is_directed())
    result = graph.__class__()
    kept = [(edge, chance) for edge, chance in zip(edges, chances.tolist(), strict=True) if chance < alpha]
    staying = {node for edge, _ in kept for node in edge}
    result.graph.update(graph.graph)
    result.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in staying)
    result.add_edges_from((*edge, {**graph.edges[edge], "alpha": chance}) for edge, chance in kept)
    return result


def _chances(ends: list[Array], strength: Array, directed: bool) -> Array:
    """How likely each edge's share is at its ends, the smaller of the two; 1 where nothing can be said."""
    import numpy as np

    size = 1 + max((int(end.max(initial=-1)) for end in ends), default=0)
    chances = np.ones(len(strength))
    degree = [np.bincount(end, minlength=size) for end in ends]
    total = [np.bincount(end, strength, minlength=size) for end in ends]
    if not directed:
        degree, total = [degree[0] + degree[1]] * 2, [total[0] + total[1]] * 2
    for end, edges, weights in zip(ends, degree, total, strict=True):
        several = edges[end] > 1
        share = strength[several] / weights[end][several]
        chances[several] = np.minimum(chances[several], (1 - share) ** (edges[end][several] - 1))
    return chances


def _shared(values: Array, groups: Array, names: Array, relation: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Edges between values that stand in the same groups, with how many groups they share."""
    import numpy as np
    from scipy.sparse import coo_array, triu

    shape = int(values.max(initial=-1)) + 1, int(groups.max(initial=-1)) + 1
    table = coo_array((np.ones(len(values), dtype="int64"), (values, groups)), shape=shape).tocsr()
    shared = triu(table @ table.T, k=1).tocoo()
    each = np.bincount(values, minlength=shape[0])
    cosine = shared.data / np.sqrt(each[shared.row] * each[shared.col])
    ends = names[shared.row].tolist(), names[shared.col].tolist()
    return [
        (source, target, {"relation": relation, "weight": weight, "cosine": round(similarity, 4)})
        for source, target, weight, similarity in zip(*ends, shared.data.tolist(), cosine.tolist(), strict=True)
    ]
