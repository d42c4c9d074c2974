"""Graph files read back: by networkx, by a reader of tables, and by the rules of GEXF 1.3."""

import csv
import json
import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import unanalysis as un
from tests.graphs import small
from unanalysis.errors import InputError
from unanalysis.graph.portable import portable

#: names that files have choked on: six scripts, markup, quotes, line ends, tabs, commas, formulas, keys of the formats
NAMES = [
    "Syrian Arab Republic", "République arabe syrienne", "República Árabe Siria", "Сирийская Арабская Республика",
    "الجمهورية العربية السورية", "阿拉伯叙利亚共和国", '<b a="1">&amp;</b>', "two\nlines", "a\tb", " edge ", "a;b,c",
    "=1+1", "]]>", "id", "label", "weight", "𝔖", "e\u0301", "\u202eRLO", "a\r\nb", "~2",
]  # fmt: skip


def hostile(multi: bool = False) -> nx.DiGraph:
    """A graph whose nodes have these names, and attributes of every kind."""
    graph = nx.MultiDiGraph() if multi else nx.DiGraph()
    for number, name in enumerate(NAMES):
        graph.add_node(name, label=name, kind="entity", letters=number, title=None, languages=("en", "fr"), share=0.5)
        graph.nodes[name]["first"] = date(2014, 1, 1 + number)
        graph.nodes[name]["known"] = number % 2 == 0
    for number, (source, target) in enumerate(pairwise(NAMES)):
        day = date(2014, 1, 1 + number)
        graph.add_edge(
            source, target, relation="cites", weight=1 + number, first=day, last=day, work_ids=(source,), dates=(day,)
        )
    if multi:
        graph.add_edge(NAMES[0], NAMES[1], key="answers", relation="answers", weight=1, spans=(("a", 1, None),))
    return graph


def graphs():
    corpus = small(
        "a.en S/2013/1 2013-10-07 | SYR | S SG | S/RES/2118(2013) =OPCW",
        "a.fr S/2013/1 - | SYR | S",
        "b S/2013/2 2013-10-11 | S | SG | S/2013/1 S/RES/2118(2013)",
        "b#annex S/2013/2#annex - | NAM | S | A/RES/67/97",
    )
    builders = (un.letter_graph, un.citation_graph, un.sender_organ_resolution_graph, un.correspondence_graph)
    builders += (un.cocitation_graph, un.coupling_graph, un.reply_graph)
    made = [pytest.param(build(corpus), id=build.__name__) for build in builders]
    return [*made, pytest.param(hostile(), id="hostile"), pytest.param(hostile(multi=True), id="hostile parallel")]


def edges(graph):
    """Edges as "source, target, attributes", sorted, numbers as floats, without what formats add."""
    added = {"id", "spells", "kind", "start", "end", "key"}

    def value(given):
        return float(given) if isinstance(given, int | float) else given

    return sorted(
        (source, target, sorted((name, value(given)) for name, given in data.items() if name not in added))
        for source, target, data in graph.edges(data=True)
    )


def nodes(graph, *added):
    return {
        node: {name: value for name, value in data.items() if name not in added}
        for node, data in graph.nodes(data=True)
    }


@pytest.mark.parametrize("graph", graphs())
@pytest.mark.parametrize("ending", [".gexf", ".graphml"])
def test_networkx_reads_the_same_graph(tmp_path, graph, ending):
    (path,) = un.write_graph(graph, tmp_path / f"graph{ending}")
    found = (nx.read_gexf if ending == ".gexf" else nx.read_graphml)(path)
    expected = portable(graph, nested=False)
    for node, data in expected.nodes(data=True):
        if ending == ".gexf":
            data.setdefault("label", node)
    assert nodes(found, "start", "end") == nodes(expected)
    assert edges(found) == edges(expected)
    assert found.is_directed() == graph.is_directed()
    if ending == ".gexf" and graph.is_multigraph() and found.is_multigraph():
        assert sorted((u, v, k) for u, v, k in found.edges(keys=True)) == sorted(
            (u, v, str(k)) for u, v, k in expected.edges(keys=True)
        ), "parallel edges keep their keys"


@pytest.mark.parametrize("graph", graphs())
def test_json_holds_lists_and_comes_back_through_networkx(tmp_path, graph):
    (path,) = un.write_graph(graph, tmp_path / "graph.json")
    found = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")
    expected = portable(graph, nested=True)
    assert nodes(found) == nodes(expected)
    assert edges(found) == edges(expected)
    (path,) = un.write_graph(graph, tmp_path / "graph.cyjs")
    found = nx.cytoscape_graph(json.loads(path.read_text(encoding="utf-8")))
    assert set(found) == set(expected)
    assert sorted((u, v) for u, v in found.edges()) == sorted((u, v) for u, v in expected.edges())


@pytest.mark.parametrize("graph", graphs())
def test_csv_pairs_have_the_columns_of_gephi(tmp_path, graph):
    paths = un.write_graph(graph, tmp_path / "graph.csv")
    assert [path.name for path in paths] == ["graph-nodes.csv", "graph-edges.csv"]
    tables = []
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            tables.append(list(csv.DictReader(file)))
    assert [row["Id"] for row in tables[0]] == [str(node) for node in graph]
    assert [row["Label"] for row in tables[0]] == [str(label or node) for node, label in graph.nodes(data="label")]
    assert [(row["Source"], row["Target"]) for row in tables[1]] == [(str(u), str(v)) for u, v in graph.edges()]
    assert {row["Type"] for row in tables[1]} <= {"Directed" if graph.is_directed() else "Undirected"}
    if "weight" in dict(enumerate(d for *_, d in graph.edges(data=True))).get(0, {}):
        assert [row["Weight"] for row in tables[1]] == [str(weight) for *_, weight in graph.edges(data="weight")]


def test_what_xml_cannot_hold_is_marked_and_nothing_falls_together():
    graph = nx.DiGraph()
    graph.add_edge("a\x00", "a\x01", note="bell\x07", weight=1)
    graph.add_edge("a\ufffd", "\ud800", note="\uffff")
    plain = portable(graph, nested=False)
    assert len(plain) == 4
    assert list(plain) == ["a\ufffd", "a\ufffd~2", "a\ufffd~3", "\ufffd"]
    assert plain.edges["a\ufffd", "a\ufffd~2"]["note"] == "bell\ufffd"


def test_attributes_have_one_type_in_the_whole_file():
    graph = nx.Graph()
    for number, value in enumerate((1, 2.5, None)):
        graph.add_node(number, share=value)
    for number, value in enumerate((1, "x", True)):
        graph.add_node(number, mixed=value)
    plain = portable(graph, nested=False)
    assert [data.get("share") for _, data in plain.nodes(data=True)] == [1.0, 2.5, None]
    assert [data["mixed"] for _, data in plain.nodes(data=True)] == ["1", "x", "True"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(names=st.lists(st.text(min_size=1), min_size=2, max_size=5, unique=True), note=st.text(min_size=1))
def test_any_names_come_back(tmp_path, names, note):
    graph = nx.path_graph(names, create_using=nx.DiGraph)
    nx.set_edge_attributes(graph, note, "note")
    expected = portable(graph, nested=False)
    for ending, read in ((".gexf", nx.read_gexf), (".graphml", nx.read_graphml)):
        (path,) = un.write_graph(graph, tmp_path / f"graph{ending}")
        found = read(path)
        assert set(found) == set(expected)
        assert edges(found) == edges(expected)


# What gexf.net/1.3 says in its schema: which attributes an element may have, and which it must.
ALLOWED = {
    "gexf": "version! variant", "meta": "lastmodifieddate", "creator": "", "description": "", "keywords": "",
    "graph": "defaultedgetype idtype mode timeformat timerepresentation timezone start end timestamp",
    "attributes": "class! mode start end", "attribute": "id! title! type!", "nodes": "count", "edges": "count",
    "node": "id! label start end timestamp timestamps intervals pid", "attvalues": "",
    "edge": "id source! target! type label weight kind start end timestamp timestamps intervals",
    "attvalue": "for! value! start end timestamp", "spells": "", "spell": "start end timestamp",
}  # fmt: skip
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.mark.parametrize("graph", graphs())
def test_gexf_keeps_the_rules_of_its_schema(tmp_path, graph):
    (path,) = un.write_graph(graph, tmp_path / "graph.gexf")
    root = ElementTree.parse(path).getroot()
    assert (root.tag, root.get("version")) == ("{http://gexf.net/1.3}gexf", "1.3")
    for element in root.iter():
        name = element.tag.removeprefix("{http://gexf.net/1.3}")
        rules = ALLOWED[name].split()
        assert set(element.attrib) <= {rule.rstrip("!") for rule in rules}, name
        assert set(element.attrib) >= {rule.rstrip("!") for rule in rules if rule.endswith("!")}, name
    space = {"": "http://gexf.net/1.3"}
    whole = root.find("graph", space)
    assert [child.tag.partition("}")[2] for child in whole] == ["attributes", "attributes", "nodes", "edges"]
    ids = [node.get("id") for node in root.iterfind(".//node", space)]
    numbers = [edge.get("id") for edge in root.iterfind(".//edge", space)]
    assert len(ids) == len(set(ids)) == int(root.find(".//nodes", space).get("count"))
    assert len(numbers) == len(set(numbers)) == int(root.find(".//edges", space).get("count"))
    for kind in ("node", "edge"):
        declared = root.findall(f".//attributes[@class='{kind}']/attribute", space)
        used = {value.get("for") for value in root.iterfind(f".//{kind}/attvalues/attvalue", space)}
        assert used <= {attribute.get("id") for attribute in declared}
        assert {attribute.get("type") for attribute in declared} <= {"string", "long", "double", "boolean"}
    for edge in root.iterfind(".//edge", space):
        assert {edge.get("source"), edge.get("target")} <= set(ids)


def test_gexf_is_a_timeline_of_the_letters(tmp_path):
    graph = un.sender_organ_resolution_graph(
        small(
            "a S/1 2013-10-07 | SYR | S",
            "b S/2 2014-02-06 | SYR | S",
            "c S/3 2014-02-06 | SYR | S",
            "d S/4 - | RUS | S",
        )
    )
    (path,) = un.write_graph(graph, tmp_path / "graph.gexf")
    root, space = ElementTree.parse(path).getroot(), {"": "http://gexf.net/1.3"}
    whole = root.find("graph", space)
    assert (whole.get("mode"), whole.get("timeformat"), whole.get("timerepresentation")) == (
        "dynamic",
        "date",
        "interval",
    )
    spells = {
        edge.get("source"): [(spell.get("start"), spell.get("end")) for spell in edge.iterfind("spells/spell", space)]
        for edge in root.iterfind(".//edge", space)
    }
    both = [("2013-10-07", "2013-10-07"), ("2014-02-06", "2014-02-06")]
    assert spells == {"sender:SYR": both, "sender:RUS": []}, (
        "once for each day; an undated letter's edge is always there"
    )
    lives = {node.get("id"): (node.get("start"), node.get("end")) for node in root.iterfind(".//node", space)}
    whole_time = ("2013-10-07", "2014-02-06")
    assert lives == {"sender:SYR": whole_time, "organ:S": whole_time, "sender:RUS": (None, None)}
    for element in root.iter():
        for side in ("start", "end"):
            assert element.get(side) is None or DAY.fullmatch(element.get(side))
    static = nx.Graph([("a", "b")])
    (path,) = un.write_graph(static, tmp_path / "static.gexf")
    assert ElementTree.parse(path).getroot().find("graph", space).get("mode") == "static"


def test_the_same_graph_gives_the_same_bytes(tmp_path):
    for ending in (".gexf", ".graphml", ".json", ".graphology.json", ".cyjs", ".csv"):
        for path in un.write_graph(hostile(), tmp_path / f"graph{ending}"):
            before = path.read_bytes()
            un.write_graph(hostile(), tmp_path / f"graph{ending}")
            assert path.read_bytes() == before, ending


@pytest.mark.parametrize("name", ["graph.xlsx", "graph", "gexf"])
def test_an_unknown_ending_says_which_are_known(tmp_path, name):
    with pytest.raises(InputError, match=r"Hint: .*\.gexf, \.graphml"):
        un.write_graph(hostile(), tmp_path / name)


def test_writing_leaves_the_graph_alone(tmp_path):
    graph, before = hostile(), hostile()
    for ending in (".gexf", ".graphml", ".csv", ".json", ".graphology.json", ".cyjs"):
        un.write_graph(graph, tmp_path / f"graph{ending}")
    assert nx.utils.graphs_equal(graph, before)
