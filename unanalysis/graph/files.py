"""Graphs in files for other programs: Gephi, Cytoscape, yEd, igraph, graphology, spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unanalysis.arguments import check_graph
from unanalysis.errors import InputError
from unanalysis.graph.gexf import write_gexf
from unanalysis.graph.portable import portable
from unanalysis.output import writing

if TYPE_CHECKING:
    import networkx as nx

    Writer = Callable[[nx.Graph, Path], tuple[Path, ...]]


def write_graph(graph: nx.Graph, path: str | Path) -> tuple[Path, ...]:
    """Write a graph to a file, in the format that the ending of its name says.

    Parameters
    ----------
    graph
        Any graph of this package, or another networkx graph.
    path
        `.gexf` (GEXF 1.3 with dates for Gephi's timeline), `.graphml`, `.csv` (a pair of files with Gephi's column
        names: `x.csv` writes `x-nodes.csv` and `x-edges.csv`), `.json` (node-link), `.graphology.json` (graphology
        and sigma.js), `.cyjs` (Cytoscape). Folders that are missing are made.

    Returns
    -------
    tuple of pathlib.Path
        The files that were written.

    Raises
    ------
    InputError
        If the ending says no known format, or nothing can be written there.

    Notes
    -----
    Values that a format lacks are written so that they come back whole: dates as ISO 8601; lists (`work_ids`, `spans`)
    as JSON arrays in a string, in JSON as lists; None is left out. Control characters, which XML cannot hold, become
    U+FFFD.

    Examples
    --------
    >>> import tempfile
    >>> from unanalysis.graph import sender_organ_resolution_graph
    >>> from unanalysis.graph.example import example_corpus
    >>> graph = sender_organ_resolution_graph(example_corpus())
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [file.name for file in write_graph(graph, Path(folder, "letters.csv"))]
    ['letters-nodes.csv', 'letters-edges.csv']
    """
    check_graph(graph)
    write = writer_of(path)
    with writing(path) as file:
        return write(graph, file)


def writer_of(path: str | Path) -> Writer:
    """What writes a graph in the format that the ending of a name says; an error where it says none."""
    name = Path(path).name.lower()
    for ending, write in WRITERS.items():
        if name.endswith(ending):
            return write
    raise InputError(
        f"{path}: the ending of this name says no format for graphs. Hint: end it in one of {', '.join(WRITERS)}."
    )


def _write_gexf(graph: nx.Graph, path: Path) -> tuple[Path, ...]:
    write_gexf(graph, path)
    return (path,)


def _write_graphml(graph: nx.Graph, path: Path) -> tuple[Path, ...]:
    import networkx as nx

    plain = portable(graph, nested=False)
    # Keys of parallel edges are relations, which many edges share; ids of edges in GraphML must differ.
    for number, (*_, data) in enumerate(plain.edges(data=True)):
        data["id"] = f"e{number}"
    nx.write_graphml(plain, path, edge_id_from_attribute="id")
    return (path,)


def _write_csv(graph: nx.Graph, path: Path) -> tuple[Path, ...]:
    import pandas as pd

    plain = portable(graph, nested=False)
    nodes = pd.DataFrame([{"Id": node, "Label": node} | _capital(data) for node, data in plain.nodes(data=True)])
    kind = "Directed" if plain.is_directed() else "Undirected"
    edges = pd.DataFrame(
        [
            {"Source": source, "Target": target, "Type": kind} | _capital(data)
            for source, target, data in plain.edges(data=True)
        ]
    )
    files = tuple(path.with_name(f"{path.stem}-{part}.csv") for part in ("nodes", "edges"))
    for table, columns, file in zip(
        (nodes, edges), (["Id", "Label"], ["Source", "Target", "Type"]), files, strict=True
    ):
        (table if len(table) else pd.DataFrame(columns=columns)).convert_dtypes().to_csv(file, index=False)
    return files


def _capital(data: dict[str, Any]) -> dict[str, Any]:
    """Gephi knows the columns Label and Weight by these very names."""
    return {{"label": "Label", "weight": "Weight"}.get(name, name): value for name, value in data.items()}


def _write_json(graph: nx.Graph, path: Path) -> tuple[Path, ...]:
    import networkx as nx

    return _dump(nx.node_link_data(portable(graph, nested=True), edges="edges"), path)


def _write_graphology(graph: nx.Graph, path: Path) -> tuple[Path, ...]:
    """The serialization of graphology (https://graphology.github.io/serialization.html)."""
    plain = portable(graph, nested=True)
    undirected: dict[str, Any] = {} if plain.is_directed() else {"undirected": True}
    return _dump(
        {
            "attributes": {},
            "options": {
                "type": "directed" if plain.is_directed() else "undirected",
                "multi": plain.is_multigraph(),
                "allowSelfLoops": True,
            },
            "nodes": [{"key": node, "attributes": data} for node, data in plain.nodes(data=True)],
            "edges": [
                {"key": str(number), "source": source, "target": target, "attributes": data} | undirected
                for number, (source, target, data) in enumerate(plain.edges(data=True))
            ],
        },
        path,
    )


def _write_cytoscape(graph: nx.Graph, path: Path) -> tuple[Path, ...]:
    import networkx as nx

    return _dump(nx.cytoscape_data(portable(graph, nested=True)), path)


def _dump(data: Any, path: Path) -> tuple[Path, ...]:
    path.write_text(json.dumps(data, ensure_ascii=False) + "\n", encoding="utf-8")
    return (path,)


# Longer endings first: `x.graphology.json` ends in `.json` as well.
WRITERS: dict[str, Writer] = {
    ".gexf": _write_gexf,
    ".graphml": _write_graphml,
    ".csv": _write_csv,
    ".graphology.json": _write_graphology,
    ".json": _write_json,
    ".cyjs": _write_cytoscape,
}
