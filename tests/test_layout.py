"""Where nodes stand: in their layers, the same each time, and where they were before."""

import random

import networkx as nx
import pytest

from unanalysis.layout import force_layout, layered_layout

KINDS = ("sender", "organ", "resolution")


def layers(seed: int, senders: int = 8, organs: int = 3, resolutions: int = 12) -> nx.DiGraph:
    """A random graph of three layers."""
    numbers = random.Random(seed)
    graph = nx.DiGraph()
    for kind, count in zip(KINDS, (senders, organs, resolutions), strict=True):
        graph.add_nodes_from((f"{kind}:{number}", {"kind": kind}) for number in range(count))
    for _ in range(30):
        sender = f"sender:{numbers.randrange(senders)}"
        graph.add_edge(sender, f"organ:{numbers.randrange(organs)}", weight=numbers.randint(1, 9))
        graph.add_edge(sender, f"resolution:{numbers.randrange(resolutions)}", weight=1)
    return graph


def shuffled(graph: nx.DiGraph) -> nx.DiGraph:
    numbers = random.Random(9)
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(data=True))
    numbers.shuffle(nodes)
    numbers.shuffle(edges)
    result = nx.DiGraph()
    result.add_nodes_from(nodes)
    result.add_edges_from(edges)
    return result


def length(graph: nx.DiGraph, positions: dict) -> float:
    """How far edges climb, weighted: crossing edges climb."""
    return sum(abs(positions[u][1] - positions[v][1]) * data["weight"] for u, v, data in graph.edges(data=True))


@pytest.mark.parametrize("seed", range(5))
def test_layers_stand_in_columns_without_overlap(seed):
    graph = layers(seed)
    positions = layered_layout(graph)
    for kind, across in zip(KINDS, (0.0, 0.5, 1.0), strict=True):
        places = [positions[node] for node, found in graph.nodes(data="kind") if found == kind]
        assert {x for x, _ in places} == {across}
        assert len({y for _, y in places}) == len(places)
        assert all(0 <= y <= 1 for _, y in places)
    plain = {node: (0, (number % 12) / 12) for number, node in enumerate(graph)}
    assert length(graph, positions) < length(graph, plain), "the order is better than that of the names"


def test_a_ladder_has_no_crossings():
    pairs = [("a", "x"), ("b", "z"), ("c", "y"), ("d", "w")]
    graph = nx.Graph(pairs)
    nx.set_node_attributes(graph, {node: "sender" if node in "abcd" else "organ" for node in graph}, "kind")
    positions = layered_layout(graph)
    assert [positions[u][1] for u, _ in pairs] == [positions[v][1] for _, v in pairs]


@pytest.mark.parametrize("layout", [layered_layout, force_layout])
def test_the_same_graph_stands_the_same_however_it_was_built(layout):
    graph = layers(1)
    assert layout(graph) == layout(shuffled(graph)) == layout(graph)


@pytest.mark.parametrize("layout", [layered_layout, force_layout])
def test_what_stays_chosen_stays_where_it_is(layout):
    graph = layers(2)
    before = layout(graph)
    fewer = graph.subgraph(sorted(graph)[::2])
    assert layout(fewer, previous=before) == {node: pytest.approx(before[node]) for node in fewer}
    grown = graph.copy()
    grown.add_node("organ:new", kind="organ")
    grown.add_edge("sender:1", "organ:new", weight=3)
    after = layout(grown, previous=before)
    assert {node: after[node] for node in graph} == {node: pytest.approx(place) for node, place in before.items()}
    assert after["organ:new"] not in before.values()


def test_a_new_node_takes_the_gap_beside_its_neighbour():
    graph = layers(3)
    before = layered_layout(graph)
    graph.add_node("resolution:new", kind="resolution")
    top = max(
        (node for node in graph if node in before and node.startswith("sender")), key=lambda node: before[node][1]
    )
    graph.add_edge(top, "resolution:new", weight=1)
    x, y = layered_layout(graph, previous=before)["resolution:new"]
    gap = 1 / sum(node.startswith("resolution") for node in graph)
    assert x == 1.0
    assert abs(y - before[top][1]) <= 1.5 * gap


def test_kinds_that_are_not_there_take_no_room():
    graph = nx.Graph([("a", "b")])
    nx.set_node_attributes(graph, {"a": "sender", "b": "resolution"}, "kind")
    assert [x for x, _ in layered_layout(graph).values()] == [0.0, 1.0]
    graph.nodes["b"]["kind"] = "something else"
    assert [x for x, _ in layered_layout(graph).values()] == [0.0, 1.0], "unknown kinds stand at the right"


@pytest.mark.parametrize("layout", [layered_layout, force_layout])
@pytest.mark.parametrize("size", [0, 1, 2])
def test_small_graphs_have_a_place(layout, size):
    graph = nx.empty_graph(size)
    nx.set_node_attributes(graph, "entity", "kind")
    positions = layout(graph)
    assert set(positions) == set(graph)
    assert all(0 <= value <= 1 for place in positions.values() for value in place)


def test_forces_keep_nodes_apart_and_neighbours_near():
    graph = nx.connected_caveman_graph(4, 5)
    places = force_layout(graph)

    def distance(u, v):
        return ((places[u][0] - places[v][0]) ** 2 + (places[u][1] - places[v][1]) ** 2) ** 0.5

    pairs = [(u, v) for u in graph for v in graph if u < v]
    joined = [distance(u, v) for u, v in pairs if graph.has_edge(u, v)]
    others = [distance(u, v) for u, v in pairs if not graph.has_edge(u, v)]
    assert sum(joined) / len(joined) < 0.6 * sum(others) / len(others)
    assert min(distance(u, v) for u, v in pairs) > 0.02


def test_parallel_edges_and_loops_are_laid_out():
    graph = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "a"), ("a", "a")])
    assert set(force_layout(graph)) == {"a", "b"}
