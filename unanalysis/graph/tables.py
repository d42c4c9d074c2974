"""Graphs as tables: a row a node, a row an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unanalysis.arguments import check_graph

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

DATES = ["date", "first", "last"]
# Columns of a table without rows: what an empty choice is asked for is what a full one has.
_OF_NODES = {
    **dict.fromkeys(("kind", "name", "label", "entity_kind"), "str"),
    **{"letters": "int64", "first": "str", "last": "str", "adopted_by": "str"},
}
_OF_EDGES = {"relation": "str", "weight": "int64", "first": "str", "last": "str"}


def node_table(graph: nx.Graph) -> pd.DataFrame:
    """The nodes of a graph as a table.

    Returns
    -------
    pandas.DataFrame
        Indexed by `node`: a column for each attribute (`kind`, `name`, `label`, `letters` …), dates as `datetime64[s]`,
        and `degree`, the number of edges. What a node does not have is missing. A graph without nodes has the columns
        of a `sender_organ_resolution_graph`.

    Examples
    --------
    >>> from unanalysis.graph import sender_organ_resolution_graph
    >>> from unanalysis.graph.example import example_corpus
    >>> table = node_table(sender_organ_resolution_graph(example_corpus()))
    >>> table.nlargest(2, "letters").loc[:, ["kind", "name", "letters"]].reset_index(drop=True)
             kind              name  letters
    0  resolution  S/RES/2118(2013)        4
    1       organ                SG        3
    """
    import numpy as np
    import pandas as pd

    check_graph(graph)
    nodes = pd.Index(list(graph), name="node", dtype="str")
    table = _rows([data for _, data in graph.nodes(data=True)], _OF_NODES).set_index(nodes)
    table["degree"] = np.array([degree for _, degree in graph.degree()], dtype="int64")
    return _typed(table)


def edge_table(graph: nx.Graph) -> pd.DataFrame:
    """The edges of a graph as a table.

    Returns
    -------
    pandas.DataFrame
        `source`, `target` (nodes), then a column for each attribute (`relation`, `weight`, `first`, `last`,
        `work_ids` …), dates as `datetime64[s]`. Parallel edges have a row each.

    Examples
    --------
    >>> from unanalysis.graph import sender_organ_resolution_graph
    >>> from unanalysis.graph.example import example_corpus
    >>> table = edge_table(sender_organ_resolution_graph(example_corpus()))
    >>> table.loc[:, ["source", "relation", "target", "weight", "first"]].head(3)
            source   relation                       target  weight      first
    0  sender:OPCW  writes_to                     organ:SG       1 2014-02-03
    1  sender:OPCW      cites       resolution:A/RES/67/97       1 2014-02-03
    2  sender:OPCW      cites  resolution:S/RES/2118(2013)       1 2014-02-03
    """
    import pandas as pd

    check_graph(graph)
    edges = list(graph.edges(data=True))
    ends = {
        "source": pd.Series([source for source, _, _ in edges], dtype="str"),
        "target": pd.Series([target for _, target, _ in edges], dtype="str"),
    }
    return _typed(pd.DataFrame(ends).join(_rows([data for _, _, data in edges], _OF_EDGES)))


def _rows(data: list[dict[str, Any]], usual: dict[str, str]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(data) if data else pd.DataFrame({name: pd.Series(dtype=usual[name]) for name in usual})


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    """Dates as dates, and whole numbers that are missing somewhere as whole numbers nevertheless."""
    for name in table.columns.intersection(DATES):
        table[name] = table[name].astype("datetime64[s]")
    for name in table.columns.intersection(["letters", "lag_days"]):
        table[name] = table[name].astype("Int64" if table[name].isna().any() else "int64")
    return table
