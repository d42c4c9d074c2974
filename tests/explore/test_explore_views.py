"""What each view of the explorer counts is what the functions on the selection count."""

import numpy as np
import pandas as pd
import pytest

import unanalysis as un
from tests.explore.choices import CHOICES, first
from unanalysis.explorer.facets import facet_counts, histogram, vocabulary
from unanalysis.explorer.graph import shown_graph
from unanalysis.explorer.index import FACETS
from unanalysis.explorer.letters import COLUMNS, letter_page, problem_rows
from unanalysis.explorer.matrix import matrix
from unanalysis.explorer.network import network
from unanalysis.explorer.state import State
from unanalysis.explorer.timeline import timeline


@pytest.mark.parametrize(("why", "choices"), CHOICES, ids=[why for why, _ in CHOICES])
def test_views_count_what_the_functions_on_the_selection_count(corpus, why, choices):
    state = State(corpus)
    state.choices = choices(state)
    index, mask, selection = state.index, state.mask, state.selection

    table = un.matrix_table(selection, "sender", "resolution")
    found = matrix(index, mask, "sender", "resolution", top=10_000)
    cells = pd.DataFrame(found["cells"], [row["id"] for row in found["rows"]], [c["id"] for c in found["columns"]])
    assert found["of"] == list(table.shape)
    assert cells.reindex(table.index, columns=table.columns).to_numpy().tolist() == table.to_numpy().tolist()

    for by in ("organ", "language"):
        table = un.timeline_table(selection, by)
        found = timeline(index, mask, by)
        own = {each["id"]: each["counts"] for each in found["series"] if each["id"] != "others"}
        assert found["starts"][:-1] == [f"{start:%Y-%m-%d}" for start in table.index]
        assert own == {name: table[name].tolist() for name in own}
        counted = sum(sum(each["counts"]) for each in found["series"])
        assert counted == int(table.to_numpy().sum())
        assert counted + found["undated"] == len(np.unique(index.works[mask]))

    graph, whole = shown_graph(index, mask, top=10_000), un.sender_organ_resolution_graph(selection)
    nodes = {node: (data["letters"], data["label"]) for node, data in whole.nodes(data=True) if data["letters"]}
    assert {node: (data["letters"], data["label"]) for node, data in graph.nodes(data=True)} == nodes
    ties = {(a, b): (data["relation"], data["weight"]) for a, b, data in whole.edges(data=True) if b in nodes}
    assert {(a, b): (data["relation"], data["weight"]) for a, b, data in graph.edges(data=True)} == ties

    page = letter_page(index, mask)
    assert page["total"] == len(selection)
    # While all letters are chosen, files without a letter are told of too; a choice leaves them behind.
    expected = corpus.problems if mask.all() else selection.problems
    assert problem_rows(index, mask)["total"] == len(expected)


def test_counts_of_a_filter_leave_that_filter_aside(many):
    state = State(many)
    one, other = first(state, "sender"), first(state, "sender", 1)
    state.choices = {"sender": [one], "language": ["en"]}
    words = vocabulary(state.index, "en")
    counts = dict(zip(words["sender"]["ids"], facet_counts(state.index, state.masks, state.choices), strict=False))
    english = many.where(language="en")
    for sender in (one, other):
        assert counts[sender] == english.where(sender=sender).letters["work_id"].nunique()
    sizes = {facet: len(values["ids"]) for facet, values in words.items()}
    counts = facet_counts(state.index, state.masks, state.choices)
    assert len(counts) == sum(sizes.values())
    languages = counts[sum(sizes[f] for f in list(FACETS)[: list(FACETS).index("language")]) :][: sizes["language"]]
    by_language = dict(zip(words["language"]["ids"], languages.tolist(), strict=True))
    assert by_language["fr"] == many.where(sender=one, language="fr").letters["work_id"].nunique() > 0


def test_the_histogram_leaves_the_time_aside_and_counts_every_letter(letters):
    state = State(letters)
    state.choices = {"since": "2018-01-01"}
    found = histogram(state.index, state.masks, state.choices)
    assert sum(found["counts"]) + found["undated"] == len(letters)
    assert len(found["starts"]) == len(found["counts"]) + 1


@pytest.mark.parametrize(
    "options",
    [
        {"layout": "layers", "size": "letters", "colour": "kind"},
        {"layout": "forces", "size": "pagerank", "colour": "community"},
        {"layout": "layers", "size": "degree", "colour": "betweenness"},
    ],
)
def test_the_network_comes_in_columns_of_one_length(letters, options):
    state = State(letters)
    graph = shown_graph(state.index, state.mask, top=20)
    found = network(graph, **options)
    edges = np.frombuffer(found["edges"], "<u4").reshape(-1, 2)
    assert [(found["id"][a], found["id"][b]) for a, b in edges] == list(graph.edges)
    assert len(found["relation"]) == len(np.frombuffer(found["weight"], "<u4")) == graph.number_of_edges()
    for name, width in (("letters", 1), ("size", 1), ("positions", 2)):
        assert len(found[name]) == 4 * width * len(graph)
    places = np.frombuffer(found["positions"], "<f4")
    assert places.min() >= 0
    assert places.max() <= 1
    assert ("group" in found, "shade" in found) == (
        options["colour"] == "community", options["colour"] == "betweenness",
    )  # fmt: skip


@pytest.mark.parametrize("sort", COLUMNS)
@pytest.mark.parametrize("descending", [False, True])
def test_letters_are_sorted_those_without_a_value_last(letters, sort, descending):
    state = State(letters)
    rows = [
        row
        for page in (0, 1)
        for row in letter_page(state.index, state.mask, sort=sort, descending=descending, page=page)["rows"]
    ]
    assert {row["id"] for row in rows} == set(letters.letters["letter_id"])
    cells = [row["cells"][list(COLUMNS).index(sort)] for row in rows]
    if sort in ("sender", "addressee"):  # by code, of several the first; a person without a code counts as without
        codes = letters.parties.query("role == @sort and entity.notna()").groupby("letter_id")["entity"].min()
        assert [row["id"] in codes.index for row in rows] == sorted(
            (row["id"] in codes.index for row in rows), reverse=True
        )
        known = [codes[row["id"]] for row in rows if row["id"] in codes.index]
        assert known == sorted(known, reverse=descending)
        return
    known = [cell for cell in cells if cell]
    assert cells == known + [""] * (len(cells) - len(known))
    if sort != "language":  # by code
        assert known == sorted(known, reverse=descending)
