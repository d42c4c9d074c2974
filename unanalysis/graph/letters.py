"""The graph of letters: who signed and sent them, to whom, with which annexes, and what they cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unanalysis.graph.bulk import bulk
from unanalysis.graph.labels import adopting_body, entity_kinds, entity_labels
from unanalysis.graph.relations import MENTIONS, citations_of, relations_of
from unanalysis.graph.works import Frames, Works, facts_of, works_of

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from unanalysis.graph.works import Array


@bulk()
def letter_graph(corpus: Frames, *, language: str = "en") -> nx.MultiDiGraph:
    """The graph of everything that letters say of each other, of persons, entities, resolutions and documents.

    Letters are works: the language versions of a letter are one node, and what several of them say is one edge.

    Parameters
    ----------
    corpus
        A corpus, or anything with its frames `letters`, `parties` and `mentions`.
    language
        Language of the labels of entities (ISO 639-1).

    Returns
    -------
    networkx.MultiDiGraph
        Nodes are `"<kind>:<name>"`, as the Security Council's `S` may also be somebody's name. Attributes of all nodes:
        `kind` (letter, person, entity, resolution, decision, statement, document, agenda item), `name` (work id, name,
        entity, canonical citation) and `label`; of letters: `date`, `symbol`, `form`, `part`, `title`, `senders`,
        `addressees`, `languages`, `letter_ids`; of entities: `entity_kind`; of resolutions, decisions and statements:
        `adopted_by`.

        Keys of edges are relations: person *signed* letter; letter *sent_by*, *on_behalf_of*, *addressed_to*,
        *copied_to* and *mentions* entity; letter *transmits* annexed letter; letter *answers* letter (it cites the
        other's symbol, or half of its joint symbol); letter *cites* resolution, decision, statement or document; letter
        *issued_under* agenda item; resolution *adopted_by* entity (by the resolution's symbol; letter and spans are
        those of the first letter that cites it). Attributes of edges: `relation`, `date` of the letter
        (`datetime.date`), `work_id` of the letter it comes from, `spans` (tuples `(letter_id, start, end)` into the
        documents' texts).

        Missing values are None.

    Notes
    -----
    A document that is a letter of the corpus is that letter's node, not a second one. A symbol that several letters of
    the corpus bear stays a document, since which of them is meant is not known. Letters do not cite themselves.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> graph = letter_graph(example_corpus())
    >>> graph.edges["letter:S/2013/603", "letter:S/2013/591", "answers"]["spans"]
    (('S_2013_603', 40, 50),)
    >>> sorted(graph.successors("letter:S/2014/85/a"))
    ['entity:OPCW', 'entity:SG', 'resolution:A/RES/67/97', 'resolution:S/RES/2118(2013)']
    """
    import networkx as nx

    works = works_of(corpus)
    graph = nx.MultiDiGraph(**facts_of(corpus, works, "letter_graph"))
    graph.add_nodes_from(letter_nodes(corpus, works).items())
    first_citing: dict[str, dict[str, Any]] = {}
    for relation in relations_of(corpus, works):
        if relation.kind != "letter":
            graph.add_nodes_from(_named_node(node, relation.kind, name) for node, name in relation.named())
        edges = list(relation.edges(works))
        graph.add_edges_from(edges)
        if relation.name == "cites":
            for _, cited, _, data in edges:  # works come by date, so the first is the oldest
                first_citing.setdefault(cited, data)
    _add_adoptions(graph, first_citing)
    _describe_entities(graph, corpus, language)
    return graph


@bulk()
def citation_graph(corpus: Frames) -> nx.DiGraph:
    """The graph of which letter cites what: resolutions, decisions, statements, documents and other letters.

    Returns
    -------
    networkx.DiGraph
        Nodes, edges and attributes as in `letter_graph`, with the relations *cites* and *answers* alone; letters that
        neither cite nor are cited are left out.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> citation_graph(example_corpus()).in_degree("resolution:S/RES/2118(2013)")
    4
    """
    import networkx as nx
    import numpy as np

    works = works_of(corpus)
    graph = nx.DiGraph(**facts_of(corpus, works, "citation_graph"))
    relations = list(citations_of(corpus, works, [kind for kind, (name, _) in MENTIONS.items() if name == "cites"]))
    letters = [each.works for each in relations] + [each.values for each in relations if each.kind == "letter"]
    graph.add_nodes_from(letter_nodes(corpus, works, np.concatenate([[], *letters]).astype("int64")).items())
    for relation in relations:
        if relation.kind != "letter":
            graph.add_nodes_from(_named_node(node, relation.kind, name) for node, name in relation.named())
        graph.add_edges_from((source, target, data) for source, target, _, data in relation.edges(works))
    return graph


def letter_nodes(corpus: Frames, works: Works, chosen: Array | None = None) -> dict[str, dict[str, Any]]:
    """Attributes of the nodes of works (all, or those of the chosen numbers), by date.

    They are what the versions of a work say, the one in the original language first.
    """
    import numpy as np

    numbers = np.arange(len(works.ids)) if chosen is None else np.unique(chosen)
    letters = corpus.letters.assign(
        work=works.numbers(corpus.letters["letter_id"]),
        translated=corpus.letters["language"] != corpus.letters["original_language"],
    )
    letters = letters[np.isin(letters["work"], numbers)].sort_values(["translated", "letter_id"])
    facts = letters.groupby("work")[["symbol", "label", "form", "part", "title"]].first().reindex(numbers)
    columns = {
        name: facts[name].astype(object).where(facts[name].notna(), None).tolist() for name in facts.columns.tolist()
    }
    columns |= {"name": works.ids[numbers].tolist(), "date": works.dates[numbers].tolist()}
    columns["label"] = [
        " ".join([symbol or work_id] + [label or part] * (part not in (None, "letter")))
        for symbol, work_id, label, part in zip(
            *(columns[name] for name in ("symbol", "name", "label", "part")), strict=True
        )
    ]
    for attribute, column in (("languages", "language"), ("letter_ids", "letter_id")):
        columns[attribute] = _tuples(numbers, letters["work"].to_numpy(), letters[column])
    for attribute, role in (("senders", "sender"), ("addressees", "addressee")):
        parties = corpus.parties.loc[corpus.parties["role"] == role, ["letter_id", "entity"]]
        parties = parties.sort_values("letter_id", kind="stable")
        columns[attribute] = _tuples(numbers, works.numbers(parties["letter_id"]), parties["entity"])
    names = ["kind", *columns]
    return {
        node: dict(zip(names, ("letter", *values), strict=True))
        for node, *values in zip(works.nodes[numbers], *columns.values(), strict=True)
    }


def _tuples(numbers: Array, works: Array, values: pd.Series) -> list[tuple[str, ...]]:
    """The distinct values of each of the works, in the order in which they come."""
    found: dict[int, dict[str, None]] = {number: {} for number in numbers.tolist()}
    for work, value in zip(works.tolist(), values.tolist(), strict=True):
        if work in found and value == value:  # NaN, a missing value, differs from itself
            found[work][value] = None
    return [tuple(each) for each in found.values()]


def _named_node(node: str, kind: str, name: str) -> tuple[str, dict[str, Any]]:
    if kind == "entity":
        return node, {"kind": kind, "name": name}  # label and kind of entity are added once all entities are there
    if kind in ("resolution", "decision", "statement"):
        return node, {"kind": kind, "name": name, "label": name, "adopted_by": adopting_body(name)}
    return node, {"kind": kind, "name": name, "label": name}


def _add_adoptions(graph: nx.MultiDiGraph, citing: dict[str, dict[str, Any]]) -> None:
    """Who adopted a resolution: an edge to the entity, whose source is the first letter that cites the resolution."""
    for node, edge in citing.items():
        body = graph.nodes[node].get("adopted_by")
        if body:
            graph.add_node(f"entity:{body}", kind="entity", name=body)
            graph.add_edge(node, f"entity:{body}", "adopted_by", **edge | {"relation": "adopted_by"})


def _describe_entities(graph: nx.MultiDiGraph, corpus: Frames, language: str) -> None:
    """Give the nodes of entities their label and the kind of entity, where the letters' parties state it."""
    kinds = entity_kinds(corpus)
    entities = {data["name"]: data for _, data in graph.nodes(data=True) if data["kind"] == "entity"}
    labels = entity_labels(entities, language)
    for name, data in entities.items():
        data.update(label=labels[name], entity_kind=kinds.get(name))
