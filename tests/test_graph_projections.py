"""Projections, backbone, slices through time, measures, tallies."""

import importlib.util
import os
from datetime import date

import networkx as nx
import pytest

import unanalysis as un
from tests.graphs import same, small, weights
from unanalysis.errors import InputError
from unanalysis.graph.measures import betweenness

A, B, C = "S/RES/2118(2013)", "S/RES/2209(2015)", "A/RES/67/97"


def situation():
    return small(
        f"a.en S/1 2013-10-07 | SYR | S | {A} {B} {A}", f"a.fr S/1 - | SYR | S | {A}",
        f"b S/2 2014-02-06 | SYR | S SG | {A} {B} {C}", f"c S/3 2015-03-01 | RUS | S | {A}",
        f"d S/4 - | RUS NAM | SG | {A} {C}", "e S/5 2015-03-02 | FRA | S",
    )  # fmt: skip


def test_resolutions_cited_together():
    graph = un.cocitation_graph(situation())
    assert {frozenset(edge): data["weight"] for *edge, data in graph.edges(data=True)} == {
        frozenset((A, B)): 2,
        frozenset((A, C)): 2,
        frozenset((B, C)): 1,
    }
    assert {name: data["letters"] for name, data in graph.nodes(data=True)} == {A: 4, B: 2, C: 2}
    assert graph.edges[A, B]["cosine"] == pytest.approx(2 / (4 * 2) ** 0.5, abs=1e-4)
    assert graph.nodes[A]["adopted_by"] == "S"


def test_senders_that_cite_the_same():
    graph = un.coupling_graph(situation())
    assert {frozenset(edge): data["weight"] for *edge, data in graph.edges(data=True)} == {
        frozenset(("SYR", "RUS")): 2,
        frozenset(("SYR", "NAM")): 2,
        frozenset(("RUS", "NAM")): 2,
    }, "resolutions, not letters; RUS cites what its letter with NAM cites"
    assert set(graph) == {"SYR", "RUS", "NAM"}, "FRA cites nothing"
    assert graph.nodes["RUS"]["letters"] == 2


def test_backbone_is_the_disparity_filter():
    """By hand: at a node of strength s and degree k, an edge of weight w is kept if (1 - w/s)^(k-1) < alpha."""
    graph = nx.Graph()
    graph.add_weighted_edges_from([("S", "a", 1), ("S", "b", 1), ("S", "c", 8), ("c", "d", 1), ("c", "e", 1)])
    found = un.backbone(graph, alpha=0.05)
    assert set(map(frozenset, found.edges)) == {frozenset("Sc")}
    at_s, at_c = (1 - 8 / 10) ** 2, (1 - 8 / 10) ** 2
    assert found.edges["S", "c"]["alpha"] == pytest.approx(min(at_s, at_c))
    assert set(found) == {"S", "c"}
    assert not len(un.backbone(graph, alpha=0.01))
    assert graph.number_of_edges() == 5, "the graph itself stays"


def test_backbone_looks_at_both_ends_of_directed_edges():
    graph = nx.DiGraph()
    graph.add_weighted_edges_from(
        [(f"s{number}", "S", 1) for number in range(30)] + [("SYR", "S", 40), ("SYR", "SG", 40)]
    )
    assert list(un.backbone(graph).edges) == [("SYR", "S")], "half of what SYR sends, but most of what S receives"


@pytest.mark.parametrize("alpha", [0, 1, -0.1, 5])
def test_backbone_needs_a_probability(alpha):
    with pytest.raises(InputError, match="Hint"):
        un.backbone(nx.Graph(), alpha=alpha)


def test_backbone_of_parallel_edges_is_refused():
    with pytest.raises(InputError, match="parallel"):
        un.backbone(un.letter_graph(situation()))


def test_a_slice_counts_its_own_letters():
    graph = un.sender_organ_resolution_graph(situation())
    part = un.graph_slice(graph, since="2014-01-01", until=date(2015, 3, 1))
    assert weights(part, "writes_to") == {
        "sender:SYR > organ:S": 1,
        "sender:SYR > organ:SG": 1,
        "sender:RUS > organ:S": 1,
    }
    assert part.nodes[f"resolution:{A}"]["letters"] == 2
    assert part.nodes["organ:S"] | {"label": ""} == {
        "kind": "organ", "name": "S", "label": "", "entity_kind": "organ", "letters": 2,
        "first": date(2014, 2, 6), "last": date(2015, 3, 1),
    }  # fmt: skip
    assert (part.graph["letters"], part.graph["first"], part.graph["last"]) == (2, date(2014, 2, 6), date(2015, 3, 1))
    assert graph.nodes["organ:S"]["letters"] == 4, "the graph itself stays"


def test_a_slice_is_the_graph_of_the_letters_of_that_time():
    corpus = situation()
    for build in (un.sender_organ_resolution_graph, un.correspondence_graph, un.citation_graph):
        chosen = corpus.where(since="2014-01-01", until="2014-12-31")
        part = un.graph_slice(build(corpus), "2014-01-01", "2014-12-31")
        assert same(part, build(chosen)), build.__name__


@pytest.mark.parametrize(
    ("every", "names"),
    [
        ("year", ["2013", "2014", "2015"]),
        ("quarter", ["2013-Q4", "2014-Q1", "2015-Q1"]),
        ("month", ["2013-10", "2014-02", "2015-03"]),
    ],
)
def test_slices_part_the_dated_letters(every, names):
    graph = un.correspondence_graph(situation())
    slices = un.graph_slices(graph, every)
    assert list(slices) == names
    assert sum(part.size("weight") for part in slices.values()) == graph.size("weight") - 2, "two ties have no date"


def test_slices_refuse_what_they_cannot_cut():
    with pytest.raises(InputError, match="no dates"):
        un.graph_slice(un.cocitation_graph(situation()), since="2014-01-01")
    with pytest.raises(InputError, match="week"):
        un.graph_slices(un.correspondence_graph(situation()), "week")
    with pytest.raises(InputError, match="is no date"):
        un.graph_slice(un.correspondence_graph(situation()), since="spring")


def test_measures_are_those_of_networkx():
    graph = un.correspondence_graph(situation())
    table = un.measure_table(graph)
    assert table["in_weight"].to_dict() == dict(graph.in_degree(weight="weight"))
    assert table["pagerank"].to_dict() == pytest.approx(nx.pagerank(graph))
    assert table["betweenness"].to_dict() == pytest.approx(nx.betweenness_centrality(graph.to_undirected()))
    assert table["community"].min() == 1
    assert un.measure_table(un.letter_graph(situation())).loc["letter:S/1", "degree"] == 4


@pytest.mark.parametrize("directed", [False, True])
def test_the_compiled_engine_gives_the_same_betweenness(directed):
    if importlib.util.find_spec("rustworkx") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("rustworkx is not installed")
    graph = nx.gnm_random_graph(600, 1500, seed=1, directed=directed)
    assert betweenness(graph) == pytest.approx(nx.betweenness_centrality(graph), abs=1e-12)


def test_communities_do_not_hang_on_the_order_of_nodes():
    first = nx.planted_partition_graph(4, 12, 0.6, 0.03, seed=3)
    second = nx.Graph()
    second.add_edges_from(reversed(list(first.edges)))
    one, two = un.measure_table(first)["community"], un.measure_table(second)["community"]
    assert one.to_dict() == two.to_dict()
    assert sorted(one.value_counts()) == [12, 12, 12, 12]


def test_brokers_pass_on_letters_of_others():
    table = un.brokerage_table(
        small(
            "a S/1 - | DEU | S SG", "a#annex S/1#annex - | A/HRC | S",
            "b S/2 - | SYR | S", "b#annex S/2#annex - | SYR | S",
            "c S/3 - | DEU | S", "c#annex S/3#annex - | NAM | S",
        )
    )  # fmt: skip
    assert table.to_dict("records") == [
        {"entity": "DEU", "letters": 2, "sources": "A/HRC; NAM", "organs": "S; SG", "pairs": 3}
    ], "SYR transmits its own minister's letter"


def test_matrices_count_letters():
    table = un.matrix_table(situation())
    assert table.to_dict() == {
        "S": {"SYR": 2, "RUS": 1, "FRA": 1, "NAM": 0},
        "SG": {"SYR": 1, "RUS": 1, "FRA": 0, "NAM": 1},
    }
    assert un.matrix_table(situation(), "sender", "resolution").loc["SYR", A] == 2


def test_timelines_count_each_letter_once():
    table = un.timeline_table(situation(), "organ", every="year")
    assert table.to_dict("list") == {"S": [1, 0, 2], "S; SG": [0, 1, 0]}, "the undated letter is left out"
    assert [str(day.date()) for day in table.index] == ["2013-01-01", "2014-01-01", "2015-01-01"]
    assert un.timeline_table(situation(), every="year")["letters"].tolist() == [1, 1, 2]
    assert un.timeline_table(situation(), "language", every="year")["en; fr"].tolist() == [1, 0, 0]
    with pytest.raises(InputError, match="colour"):
        un.timeline_table(situation(), "colour")
    with pytest.raises(InputError, match="week"):
        un.timeline_table(situation(), every="week")
