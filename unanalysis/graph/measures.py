"""Measures of nodes, by networkx; those that take long on large graphs by rustworkx, with the same results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unanalysis.arguments import check_graph
from unanalysis.graph.works import Frames, works_of

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

# From here on betweenness takes networkx seconds: rustworkx takes over where it is installed.
_LARGE = 500


def measure_table(graph: nx.Graph, *, seed: int = 1) -> pd.DataFrame:
    """How central the nodes of a graph are, by several measures, and which of them keep together.

    Parameters
    ----------
    graph
        Any graph of this package. Parallel edges count as one, whose weight is theirs together.
    seed
        Of the search for communities, which tries nodes in random order. The same seed gives the same communities.

    Returns
    -------
    pandas.DataFrame
        Indexed by `node`: `kind`, `name`, `label`;

        - `degree`: how many nodes it is joined to; in directed graphs also `in_degree` and `out_degree`;
        - `weight`: the sum of its edges' weights, in letters; in directed graphs also `in_weight` and `out_weight`;
        - `pagerank`: the share of a random reader's time who follows edges by their weight (damping 0.85). Where edges
          say "writes to" or "cites", it tells who is addressed or cited by those who are so themselves;
        - `betweenness`: the share of shortest paths that lead through it, directions left aside: who connects parts
          that otherwise have little to do with each other;
        - `community`: a number from 1, the largest community first (Louvain's method, directions left aside).

    Examples
    --------
    >>> from unanalysis.graph import correspondence_graph
    >>> from unanalysis.graph.example import example_corpus
    >>> table = measure_table(correspondence_graph(example_corpus()))
    >>> table["in_weight"].idxmax(), int(table["in_weight"].max())
    ('SG', 3)
    """
    import networkx as nx
    import pandas as pd

    check_graph(graph)
    simple = _simple(graph)
    undirected = _undirected(simple)
    columns: dict[str, Any] = {}
    for name in ("kind", "name", "label"):
        columns[name] = pd.Series(dict(graph.nodes(data=name)), dtype="str")
    columns["degree"] = dict(undirected.degree())
    if simple.is_directed():
        columns |= {"in_degree": dict(simple.in_degree()), "out_degree": dict(simple.out_degree())}
    columns["weight"] = dict(simple.degree(weight="weight"))
    if simple.is_directed():
        columns["in_weight"] = dict(simple.in_degree(weight="weight"))
        columns["out_weight"] = dict(simple.out_degree(weight="weight"))
    columns["pagerank"] = nx.pagerank(simple) if len(simple) else {}
    columns["betweenness"] = betweenness(undirected)
    columns["community"] = _communities(undirected, seed)
    table = pd.DataFrame({name: pd.Series(values) for name, values in columns.items()}, index=pd.Index(list(graph)))
    if table.empty:  # pandas cannot know that these would be numbers
        table = table.astype(dict.fromkeys(table.columns[3:], "float64"))
    return table.rename_axis("node")


def betweenness(graph: nx.Graph) -> dict[Any, float]:
    """Betweenness centrality, normalized: by rustworkx where the graph is large and rustworkx is installed."""
    import networkx as nx

    if len(graph) >= _LARGE:
        try:
            import rustworkx
        except ImportError:
            pass
        else:
            number = {node: index for index, node in enumerate(graph)}
            compiled = rustworkx.PyDiGraph() if graph.is_directed() else rustworkx.PyGraph()
            compiled.add_nodes_from(list(graph))
            compiled.add_edges_from_no_data([(number[source], number[target]) for source, target in graph.edges()])
            found = rustworkx.betweenness_centrality(compiled, normalized=True)
            return {node: found[index] for node, index in number.items()}
    return dict(nx.betweenness_centrality(graph))


def brokerage_table(corpus: Frames) -> pd.DataFrame:
    """Who passes on whose letters to whom: the missions that transmit between others.

    A broker is the sender of a covering letter whose annexed letter is somebody else's: a Permanent Mission that
    transmits a letter of its minister is none, one that transmits a letter of another State or of an organ is.

    Returns
    -------
    pandas.DataFrame
        A row a broker, the busiest first: `entity`, `letters` (annexed letters passed on), `sources` (whose), `organs`
        (to whom the covering letters went), `pairs` (of a source and an addressee that the broker joins).

    Notes
    -----
    The broker joins source and addressee as in Gould, R. V. and Fernandez, R. M. (1989), Structures of mediation.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> brokerage_table(example_corpus())
      entity  letters sources   organs  pairs
    0    SYR        1    OPCW  S; SG        2
    """
    import pandas as pd

    works = works_of(corpus)
    letters = corpus.letters
    annexed = letters[letters["parent_id"].notna()]
    pairs = pd.DataFrame(
        {"letter": works.numbers(annexed["letter_id"]), "covering": works.numbers(annexed["parent_id"])}
    ).drop_duplicates()

    def entities(role: str, work: str, name: str) -> pd.DataFrame:
        rows = corpus.parties[(corpus.parties["role"] == role) & corpus.parties["entity"].notna()]
        return pd.DataFrame({work: works.numbers(rows["letter_id"]), name: rows["entity"]}).drop_duplicates()

    joined = pairs.merge(entities("sender", "letter", "source"), on="letter")
    joined = joined.merge(entities("sender", "covering", "entity"), on="covering")
    joined = joined.merge(entities("addressee", "covering", "organ"), on="covering")
    joined = joined[(joined["source"] != joined["entity"]) & (joined["covering"] >= 0)]
    joined = joined.assign(pair=joined["source"] + "\n" + joined["organ"])
    table = joined.groupby("entity").agg(
        letters=("letter", "nunique"),
        sources=("source", lambda names: "; ".join(sorted(set(names)))),
        organs=("organ", lambda names: "; ".join(sorted(set(names)))),
        pairs=("pair", "nunique"),
    )
    return table.reset_index().sort_values(
        ["letters", "pairs", "entity"], ascending=[False, False, True], ignore_index=True
    )


def _simple(graph: nx.Graph) -> nx.Graph:
    """Parallel edges added up; edges without a weight weigh 1."""
    import networkx as nx

    simple = nx.DiGraph() if graph.is_directed() else nx.Graph()
    simple.add_nodes_from(graph)
    for source, target, weight in graph.edges(data="weight", default=1):
        before = simple.get_edge_data(source, target, {"weight": 0})["weight"]
        simple.add_edge(source, target, weight=before + weight)
    return simple


def _undirected(graph: nx.Graph) -> nx.Graph:
    """Edges to and fro added up. (networkx's own conversion keeps but one of the two weights.)"""
    import networkx as nx

    both = nx.Graph()
    both.add_nodes_from(graph)
    for source, target, weight in graph.edges(data="weight"):
        before = both.get_edge_data(source, target, {"weight": 0})["weight"]
        both.add_edge(source, target, weight=before + weight)
    return both


def _communities(graph: nx.Graph, seed: int) -> dict[Any, int]:
    import networkx as nx

    if not graph.number_of_edges():
        return {node: number for number, node in enumerate(graph, start=1)}
    # Numbers in the order of the names, as the method takes nodes as they come, and sets of strings come as they like.
    nodes = sorted(graph, key=str)
    numbered = nx.relabel_nodes(graph, {node: number for number, node in enumerate(nodes)})
    ordered = nx.Graph()
    ordered.add_nodes_from(range(len(nodes)))
    ordered.add_weighted_edges_from(sorted((min(u, v), max(u, v), w) for u, v, w in numbered.edges(data="weight")))
    found = nx.community.louvain_communities(ordered, seed=seed)
    found.sort(key=lambda community: (-len(community), min(community)))
    return {nodes[member]: number for number, community in enumerate(found, start=1) for member in community}
