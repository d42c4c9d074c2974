"""Graph files read by graphology, in Node: another program's readers of GEXF, GraphML and its own JSON."""

import json
import os
import subprocess
from pathlib import Path

import pytest

import unanalysis as un
from tests.test_graph_files import graphs
from unanalysis.graph.portable import portable

HERE = Path(__file__).parent / "graph_node"


@pytest.fixture(scope="session")
def graphology(packages) -> dict[str, str]:
    """The environment in which Node finds graphology."""
    return {**os.environ, "NODE_PATH": str(packages(HERE / "package.json"))}


def number(value):
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def rows(found, *added):
    """Nodes or edges with their attributes, without those that a format adds."""
    return sorted(
        (*ends, sorted((name, number(value)) for name, value in data.items() if name not in added))
        for *ends, data in found
    )


@pytest.mark.parametrize("graph", graphs())
@pytest.mark.parametrize("ending", [".gexf", ".graphml", ".graphology.json"])
def test_graphology_reads_the_same_graph(tmp_path, node, graphology, graph, ending):
    (path,) = un.write_graph(graph, tmp_path / f"graph{ending}")
    order = [node, str(HERE / "read.js"), str(path)]
    done = subprocess.run(order, env=graphology, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert not done.returncode, done.stderr
    found = json.loads(done.stdout)
    expected = portable(graph, nested=ending == ".graphology.json")
    for name, data in expected.nodes(data=True):
        if ending == ".gexf":
            data.setdefault("label", name)
        for attribute, value in data.items():
            data[attribute] = list(value) if isinstance(value, tuple) else value
    assert found["directed"] == graph.is_directed() or not graph.number_of_edges()
    assert rows(found["nodes"]) == rows(expected.nodes(data=True))
    added = {".gexf": ("kind", "networkx_key"), ".graphml": ("id",), ".graphology.json": ()}[ending]
    assert rows(found["edges"], *added) == rows(expected.edges(data=True))
