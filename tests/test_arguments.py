"""What is no corpus, graph, language, day or place to write to: a sentence says so, and what to give instead."""

import copy
import pickle

import networkx as nx
import pandas as pd
import pytest

import unanalysis as un
from unanalysis.errors import InputError, UnanalysisError
from unanalysis.graph.example import example_corpus

CORPUS = example_corpus()
GRAPH = un.sender_organ_resolution_graph(CORPUS)
PLAIN = nx.path_graph(3)

OF_CORPORA = [
    *(un.sender_organ_resolution_graph, un.letter_graph, un.correspondence_graph, un.citation_graph),
    *(un.cocitation_graph, un.coupling_graph, un.reply_graph, un.timeline_table, un.matrix_table, un.brokerage_table),
    *(un.plot_timeline, un.plot_matrix, un.disagreements, un.check_citations, un.explore),
    lambda given: un.write_corpus(given, "tables"),
    lambda given: un.write_report(given, "report.html"),
]
OF_GRAPHS = [
    *(un.node_table, un.edge_table, un.measure_table, un.backbone, un.graph_slice, un.graph_slices, un.plot_graph),
    *(un.layered_layout, un.force_layout, lambda given: un.write_graph(given, "letters.gexf")),
]


@pytest.mark.parametrize("verb", OF_CORPORA)
@pytest.mark.parametrize(("given", "named"), [(CORPUS.letters, "DataFrame"), ("letters/", "str"), (GRAPH, "DiGraph")])
def test_what_is_no_corpus(verb, given, named):
    with pytest.raises(InputError, match=f"A corpus was expected, and this is a {named}. Hint: "):
        verb(given)


@pytest.mark.parametrize("verb", OF_GRAPHS)
@pytest.mark.parametrize(("given", "named"), [(CORPUS, "Corpus"), (None, "NoneType")])
def test_what_is_no_graph(verb, given, named):
    with pytest.raises(InputError, match=f"A graph was expected, and this is a {named}. Hint: "):
        verb(given)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(lambda: CORPUS.where(sender=5), id="a number for a name"),
        pytest.param(lambda: CORPUS.where(sender=["SYR", None]), id="nothing among the names"),
        pytest.param(lambda: CORPUS.where(since=pd.NaT), id="a date that is missing"),
        pytest.param(lambda: un.graph_slice(GRAPH, "soon"), id="a word for a day"),
        pytest.param(lambda: un.explore(CORPUS).choose(since="soon"), id="a word for a day, in the explorer"),
        pytest.param(lambda: un.explore(CORPUS).choose(sender="Nowhere"), id="nobody, in the explorer"),
        pytest.param(lambda: un.backbone(PLAIN), id="edges without a weight"),
        pytest.param(lambda: un.check_citations(CORPUS, "register.csv"), id="a file for a register"),
        pytest.param(
            lambda: un.check_citations(CORPUS, pd.DataFrame({"symbol": ["S/RES/1(1946)"], "adopted": ["soon"]})),
            id="a word for a day of adoption",
        ),
        pytest.param(lambda: un.find_mentions("Sehr geehrter Herr", language="de"), id="mentions in German"),
        pytest.param(lambda: un.parse_title("Brief", language="de"), id="a title in German"),
        pytest.param(lambda: un.parse_letter("Brief", language="de"), id="a letter in German"),
        pytest.param(lambda: un.read_letters([], language="de"), id="letters in German"),
        pytest.param(lambda: un.parse_letter("letters/S_2014_136.txt"), id="a file that is not there, for a text"),
        pytest.param(lambda: un.write_graph(GRAPH, __file__ + "/letters.gexf"), id="a file for a folder"),
        pytest.param(lambda: un.write_report(CORPUS, __file__ + "/report.html"), id="a file for a folder, of a report"),
    ],
)
def test_other_slips(asked):
    with pytest.raises(UnanalysisError, match="Hint: "):
        asked()


def test_a_folder_is_no_letter(tmp_path):
    with pytest.raises(InputError, match="is a folder, and one document was expected"):
        un.parse_letter(tmp_path)


def test_a_graph_is_written_into_a_new_folder(tmp_path):
    assert un.write_graph(GRAPH, tmp_path / "new" / "letters.gexf")[0].is_file()


@pytest.mark.parametrize("since", ["2014", 2014, "2014-01", pd.Timestamp("2014-01-01")])
def test_days_of_slices_are_written_as_those_of_choices(since):
    """Only one letter that writes to the Council is of 2014."""
    assert un.graph_slice(GRAPH, since).nodes["organ:S"]["letters"] == 1
    assert len(CORPUS.where(addressee="S", since=since)) == 1


def test_an_empty_choice_has_the_columns_that_one_asks_for():
    """So that what is written for many letters also runs for none."""
    empty = un.sender_organ_resolution_graph(un.Corpus.empty())
    assert un.node_table(empty).nlargest(10, "letters").empty
    assert un.edge_table(empty).nlargest(10, "weight").empty
    assert un.timeline_table(un.Corpus.empty())["letters"].sum() == 0
    assert un.measure_table(empty).nlargest(10, "betweenness").empty
    for table, whole in (
        (un.node_table(empty), un.node_table(GRAPH)),
        (un.edge_table(empty), un.edge_table(GRAPH)),
        (un.timeline_table(un.Corpus.empty()), un.timeline_table(CORPUS)),
    ):
        assert (table.dtypes == whole.dtypes[table.columns]).all()


def test_graphs_of_others_are_taken_too():
    assert un.node_table(PLAIN)["degree"].tolist() == [1, 2, 1]
    assert un.plot_graph(PLAIN).axes


def test_a_corpus_does_not_change():
    with pytest.raises(AttributeError, match="A corpus never changes"):
        CORPUS.letters = CORPUS.letters.head(1)
    with pytest.raises(AttributeError, match="A corpus never changes"):
        del CORPUS.filters
    for again in (copy.copy(CORPUS), copy.deepcopy(CORPUS), pickle.loads(pickle.dumps(CORPUS))):
        pd.testing.assert_frame_equal(again.letters, CORPUS.letters)
        assert (again.filters, again.expression) == (CORPUS.filters, CORPUS.expression)
