"""The graphs of letters: what counts, how often, and what does not."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandas import Timestamp

import unanalysis as un
from tests.corpora import corpora
from tests.graphs import same, small, ties, weights
from unanalysis.corpus import Corpus
from unanalysis.graph.labels import adopting_body, halves

BUILDERS = (
    un.letter_graph,
    un.citation_graph,
    un.sender_organ_resolution_graph,
    un.correspondence_graph,
    un.cocitation_graph,
    un.coupling_graph,
    un.reply_graph,
)
R, Q = "S/RES/2118(2013)", "A/RES/67/97"


@pytest.mark.parametrize(
    ("why", "letters", "expected"),
    [
        (
            "a letter that cites a resolution three times is one letter",
            [f"a S/1 2014-01-01 | SYR | S | {R} {R} {R}"],
            {"sender:SYR > organ:S": 1, f"sender:SYR > resolution:{R}": 1, f"resolution:{R} > organ:S": 1},
        ),
        (
            "language versions are one letter, also where only one of them cites",
            [f"a.en S/1 2014-01-01 | SYR | S | {R}", "a.fr S/1 2014-01-01 | SYR | S", f"a.ar S/1 - | SYR | S | {R}"],
            {"sender:SYR > organ:S": 1, f"sender:SYR > resolution:{R}": 1, f"resolution:{R} > organ:S": 1},
        ),
        (
            "a letter to two organs counts for each, and so does one from two senders",
            ["a S/1 2014-01-01 | SYR RUS | S SG"],
            {f"sender:{sender} > organ:{organ}": 1 for sender in ("SYR", "RUS") for organ in ("S", "SG")},
        ),
        (
            "an annexed letter counts for its own sender and addressee, and its citations are its own",
            [f"a S/1 2014-01-01 | DEU | SG | {R}", f"a#annex S/1#annex 2013-12-01 | A/HRC | S | {Q}"],
            {
                "sender:DEU > organ:SG": 1,
                "sender:A/HRC > organ:S": 1,
                f"sender:DEU > resolution:{R}": 1,
                f"sender:A/HRC > resolution:{Q}": 1,
                f"resolution:{R} > organ:S": 1,
                f"resolution:{Q} > organ:A": 1,
            },
        ),
        (
            "a State is no organ, but its letter's citations count",
            [f"a S/1 2014-01-01 | SG | IRQ | {R}"],
            {f"sender:SG > resolution:{R}": 1, f"resolution:{R} > organ:S": 1},
        ),
        (
            "two letters are two, an undated one among them",
            ["a S/1 2014-01-01 | SYR | S", "b S/2 - | SYR | S"],
            {"sender:SYR > organ:S": 2},
        ),
        (
            "a letter without a sender makes no tie, but the resolution is cited nevertheless",
            [f"a S/1 2014-01-01 |  | S | {R}"],
            {f"resolution:{R} > organ:S": 1},
        ),
        (
            "letters without a work id are works of their own",
            ["a - - | SYR | S", "b - - | SYR | S"],
            {"sender:SYR > organ:S": 2},
        ),
        (
            "a statement and a document are no resolutions",
            ["a S/1 - | SYR | S | S/PRST/2013/15 S/2013/1"],
            {"sender:SYR > organ:S": 1},
        ),
    ],
)  # fmt: skip
def test_who_writes_to_which_organ_about_which_resolution(why, letters, expected):
    graph = un.sender_organ_resolution_graph(small(*letters))
    assert weights(graph, "writes_to", "cites", "adopted_by") == expected, why
    for _, _, data in graph.edges(data=True):
        assert data["weight"] == len(data["work_ids"]) == len(data["dates"]) == len(set(data["work_ids"])), why


def test_edges_tell_first_and_last_date_and_their_letters():
    graph = un.sender_organ_resolution_graph(
        small("b S/2 2014-05-01 | SYR | S", "c S/3 - | SYR | S", "a S/1 2013-01-31 | SYR | S")
    )
    assert graph.edges["sender:SYR", "organ:S"] == {
        "relation": "writes_to",
        "weight": 3,
        "first": date(2013, 1, 31),
        "last": date(2014, 5, 1),
        "work_ids": ("S/1", "S/2", "S/3"),
        "dates": (date(2013, 1, 31), date(2014, 5, 1), None),
    }


def test_nodes_count_letters_not_edges():
    graph = un.sender_organ_resolution_graph(
        small(f"a S/1 2014-01-01 | SYR | S SG | {R} {Q}", f"b S/2 2014-02-01 | SYR | S | {R}", f"c S/3 - |  | S | {R}")
    )
    letters = {node: data["letters"] for node, data in graph.nodes(data=True)}
    assert letters["sender:SYR"] == 2, "two letters, though four edges"
    assert letters["organ:S"] == 2, "letters of senders; what cites its resolutions was not written to it"
    assert letters[f"resolution:{R}"] == 3, "that of nobody cites it, too"
    assert letters["organ:A"] == 0, "it adopted a resolution, nobody wrote to it"
    assert graph.nodes["organ:A"] | {"label": ""} == {
        "kind": "organ", "name": "A", "label": "", "entity_kind": "organ", "letters": 0, "first": None, "last": None,
    }  # fmt: skip
    assert graph.nodes[f"resolution:{R}"]["adopted_by"] == "S"


def test_an_organ_that_writes_is_a_sender_and_an_organ():
    graph = un.sender_organ_resolution_graph(small("a S/1 - | S | SG", "b S/2 - | SG | S"))
    assert set(graph) == {"sender:S", "sender:SG", "organ:S", "organ:SG"}
    assert set(un.correspondence_graph(small("a S/1 - | S | SG", "b S/2 - | SG | S"))) == {"S", "SG"}


def test_states_correspond_too():
    assert weights(un.correspondence_graph(small("a S/1 - | SG | IRQ", "b S/2 - | IRQ | SG S")), "writes_to") == {
        "SG > IRQ": 1,
        "IRQ > SG": 1,
        "IRQ > S": 1,
    }


@pytest.mark.parametrize(
    ("why", "letters", "answers", "cites"),
    [
        ("who cites a letter's symbol answers it", "a S/1/1 -; b S/1/2 - ||| S/1/1", {"S/1/2 > S/1/1"}, set()),
        ("half a joint symbol will do", "a A/7/1-S/1/1 -; b S/1/2 - ||| A/7/1", {"S/1/2 > A/7/1-S/1/1"}, set()),
        ("a letter does not cite itself, nor by half its symbol", "a A/7/1-S/1/1 - ||| A/7/1 S/1/1", set(), set()),
        ("an annexed letter does not cite its document", "a S/1/1 -; a#annex S/1/1#annex - ||| S/1/1", set(), set()),
        (
            "who cites the document of an annexed letter means the covering letter",
            "a S/1/1 -; a#annex S/1/1#annex -; b S/1/2 - ||| S/1/1",
            {"S/1/2 > S/1/1"},
            set(),
        ),
        (
            "a symbol that two letters bear leaves open which is meant",
            "a S/1/1 -; b x -; c S/1/2 - ||| S/1/1",
            set(),
            {"letter:S/1/2 > document:S/1/1"},
        ),
        (
            "another suffix is another document",
            "a S/1/1 -; b S/1/2 - ||| S/1/1/Add.1",
            set(),
            {"letter:S/1/2 > document:S/1/1/Add.1"},
        ),
        (
            "versions answer once",
            "a S/1/1 -; b.en S/1/2 - ||| S/1/1; b.fr S/1/2 - ||| S/1/1",
            {"S/1/2 > S/1/1"},
            set(),
        ),
    ],
)
def test_letters_that_answer_letters(why, letters, answers, cites):
    corpus = small(*letters.split("; "))
    if "two letters bear" in why:
        corpus = Corpus(letters=corpus.letters.assign(symbol=["S/1/1", "S/1/1", "S/1/2"]), mentions=corpus.mentions)
    graph = un.letter_graph(corpus)
    assert ties(graph, "answers") == {" > ".join(f"letter:{end}" for end in tie.split(" > ")) for tie in answers}, why
    assert ties(graph, "cites") == cites, why
    assert ties(un.reply_graph(corpus), "answers") == answers, why


@pytest.mark.parametrize(
    ("why", "answered", "answer", "lag"),
    [
        ("three days", "2021-05-11", "2021-05-14", 3),
        ("the same day", "2021-05-11", "2021-05-11", 0),
        ("an answer before the letter is a date misread", "2021-05-14", "2021-05-11", None),
        ("no date, no lag", "-", "2021-05-11", None),
    ],
)
def test_lags(why, answered, answer, lag):
    graph = un.reply_graph(small(f"a S/1 {answered}", f"b S/2 {answer} ||| S/1", f"c S/3 {answer} ||| S/2 S/9"))
    assert graph.edges["S/2", "S/1"]["lag_days"] == lag, why
    assert set(graph) == {"S/1", "S/2", "S/3"}
    assert {chain for _, chain in graph.nodes(data="chain")} == {1}


def test_every_edge_names_its_letter_and_its_place():
    graph = un.letter_graph(small(f"a.en S/1 2014-01-02 | SYR | S | {R} =OPCW {R}", f"a.fr S/1 2014-01-02 ||| {R}"))
    assert graph.edges["letter:S/1", f"resolution:{R}", "cites"] == {
        "relation": "cites",
        "date": date(2014, 1, 2),
        "work_id": "S/1",
        "spans": (("a.en", 0, 9), ("a.en", 20, 29), ("a.fr", 0, 9)),
    }
    adopted = graph.edges[f"resolution:{R}", "entity:S", "adopted_by"]
    assert (adopted["work_id"], adopted["date"], adopted["spans"][0]) == ("S/1", date(2014, 1, 2), ("a.en", 0, 9))
    assert graph.edges["letter:S/1", "entity:OPCW", "mentions"]["spans"] == (("a.en", 10, 19),)
    assert graph.nodes["letter:S/1"]["letter_ids"] == ("a.en", "a.fr")


def test_an_adoption_is_told_by_the_first_letter_that_cites_it():
    graph = un.letter_graph(small(f"b S/2 2014-05-01 ||| {R}", f"c S/3 - ||| {R}", f"a S/1 2013-01-31 ||| {R}"))
    assert graph.edges[f"resolution:{R}", "entity:S", "adopted_by"]["work_id"] == "S/1"


def test_covering_letters_transmit_annexed_letters():
    graph = un.letter_graph(small("a S/1 - | DEU | SG", "a#annex S/1#annex - | A/HRC | S"))
    assert ties(graph, "transmits") == {"letter:S/1 > letter:S/1#annex"}
    assert ties(graph, "sent_by") == {"letter:S/1 > entity:DEU", "letter:S/1#annex > entity:A/HRC"}


def test_signatories_sign_and_agenda_items_are_nodes():
    corpus = small("a S/1 -")
    parties = corpus.parties.reindex(range(2)).assign(letter_id="a", role="signatory", name=["Ana Pérez", None])
    letters = corpus.letters.assign(agenda_items="34; 103")
    graph = un.letter_graph(Corpus(letters=letters, parties=parties))
    assert ties(graph, "signed") == {"person:Ana Pérez > letter:S/1"}
    assert ties(graph, "issued_under") == {"letter:S/1 > agenda item:34", "letter:S/1 > agenda item:103"}


@pytest.mark.parametrize(
    ("citation", "body"),
    [
        (R, "S"),
        ("A/RES/45/150A", "A"),
        ("A/RES/3379(XXX)", "A"),
        ("A/RES/ES-11/1", "A"),
        ("A/HRC/RES/S-27/1", "A/HRC"),
        ("E/RES/2021/7", "E"),
        ("E/ESCAP/RES/72/7", "E/ESCAP"),
        ("UNEP/EA.4/RES.6", "UNEP/EA"),
        ("S/PRST/2019/13", "S"),
        ("A/DEC/74/544", "A"),
        ("S/2020/764", None),
        ("A/CONF.62/122", None),
    ],
)
def test_who_adopted(citation, body):
    assert adopting_body(citation) == body


@pytest.mark.parametrize(
    ("symbol", "parts"),
    [
        ("A/74/976-S/2020/773", ["A/74/976", "S/2020/773"]),
        ("A/ES-10/650-S/2015/1", ["A/ES-10/650", "S/2015/1"]),
        ("A/ES-10/650", ["A/ES-10/650"]),
        ("A/C.6/56/SR.11-13", ["A/C.6/56/SR.11-13"]),
        ("S/AC.44/2007/19", ["S/AC.44/2007/19"]),
    ],
)
def test_halves_of_joint_symbols(symbol, parts):
    assert halves(symbol) == parts


# Read by hand in data/letters: letters in two, three and six languages, an exchange, annexes, a joint symbol.
SPECIMENS = (
    "S-2014-9141",
    "S-2018-9102",
    "S-2019-9101",
    "S-2021-9210",
    "S-2021-9211",
    "S-2021-9764",
    "A-74-9976-S-2020-9773",
)
WRITES = "CHE SG 2, SYR S 1, LBN SG 1, LBN S 1, SG S 1, S SG 1, IRL SG 1, A/HRC S 1, KAZ SG 1"
CITES = {
    "CHE": ["S/RES/2139(2014)"],
    "UNHCR": ["A/RES/46/182"],
    "SYR": ["S/RES/2401(2018)", "A/RES/46/182", "S/RES/2139(2014)", "S/RES/2165(2014)", "S/RES/2254(2015)"],
    "LBN": ["S/RES/425(1978)", "S/RES/426(1978)", "S/RES/1701(2006)", "S/RES/2485(2019)"],
    "SG": ["S/RES/2531(2020)"],
    "A/HRC": ["A/RES/60/251", "A/RES/65/281", "S/RES/1325(2000)"],
    "KAZ": ["A/RES/64/35", "S/RES/1540(2004)"],
}  # fmt: skip


def test_specimens_make_the_graph_that_a_reader_finds(specimens):
    files = [file for file in sorted(specimens.iterdir()) if file.stem.partition("-")[2] in SPECIMENS]
    corpus = un.read_letters(files)
    assert len(corpus.letters) > corpus.letters["work_id"].nunique() == 10
    graph = un.sender_organ_resolution_graph(corpus)
    written = (tie.split() for tie in WRITES.split(", "))
    assert weights(graph, "writes_to") == {f"sender:{a} > organ:{b}": int(weight) for a, b, weight in written}
    cited = {f"sender:{sender} > resolution:{name}": 1 for sender, names in CITES.items() for name in names}
    assert weights(graph, "cites") == cited
    twice = {"S/RES/2139(2014)": 2, "A/RES/46/182": 2}
    everything = {name for names in CITES.values() for name in names}
    assert weights(graph, "adopted_by") == {
        f"resolution:{name} > organ:{name.partition('/RES')[0]}": twice.get(name, 1) for name in everything
    }
    letters = un.letter_graph(corpus)
    assert len(ties(letters, "transmits")) == 3
    replies = un.reply_graph(corpus)
    assert [(u, v, data["lag_days"]) for u, v, data in replies.edges(data=True)] == [("S/2021/9211", "S/2021/9210", 3)]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(corpora())
def test_any_corpus_has_graphs(made):
    for build in BUILDERS:
        graph = build(made)
        assert graph.graph["letters"] == len(set(made.letters["work_id"].fillna(made.letters["letter_id"])))
        un.node_table(graph), un.edge_table(graph), un.measure_table(graph)
    un.brokerage_table(made)


@settings(deadline=None, max_examples=24)
@given(st.permutations(range(4)))
def test_the_order_of_files_plays_no_part(order):
    lines = [
        f"a.en S/1 2014-01-01 | SYR | S SG | {R} {Q}",
        f"a.fr S/1 - | RUS SYR | S | {R}",
        "b S/2 - | SG | S | S/1 =OPCW",
        f"b#annex S/2#annex 2013-01-01 | NAM | S | {R}",
    ]
    first, second = small(*lines), small(*(lines[number] for number in order))
    for build in BUILDERS:
        assert same(build(first), build(second)), build.__name__


def test_empty_corpora_have_empty_graphs():
    for build in BUILDERS:
        assert not len(build(Corpus.empty()))


def test_tables_tell_what_the_graph_tells():
    graph = un.sender_organ_resolution_graph(small(f"a S/1 2014-01-01 | SYR | S | {R}", "b S/2 - | SYR | SG"))
    nodes, edges = un.node_table(graph), un.edge_table(graph)
    assert nodes.loc["sender:SYR", ["letters", "degree", "first"]].tolist() == [2, 3, Timestamp("2014-01-01")]
    assert nodes["letters"].dtype == "int64"
    assert edges["first"].dtype == "datetime64[s]"
    assert edges.set_index(["source", "target"])["weight"].to_dict()["sender:SYR", "organ:SG"] == 1
    assert len(edges) == graph.number_of_edges()


def test_building_leaves_the_corpus_and_the_collector_alone():
    import gc

    corpus = small(f"a S/1 2014-01-01 | SYR | S | {R}")
    before = corpus.letters.copy(), corpus.mentions.copy(), gc.isenabled()
    for build in BUILDERS:
        build(corpus)
    assert corpus.letters.equals(before[0])
    assert corpus.mentions.equals(before[1])
    assert gc.isenabled() == before[2]
