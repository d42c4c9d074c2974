"""Graphs that count letters: sender → organ → resolution, and entity → entity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from unanalysis.graph.bulk import bulk
from unanalysis.graph.counts import count_pairs, count_works, letters_by_value
from unanalysis.graph.labels import adopting_body, entity_kinds, entity_labels
from unanalysis.graph.works import NO_ORGANS, Frames, facts_of, mention_column, node_ids, party_column, works_of

if TYPE_CHECKING:
    import networkx as nx

    from unanalysis.graph.works import Array

#: the layers of the graph, in the order in which one reads it
LAYERS = ("sender", "organ", "resolution")
_NO_LETTERS = {"letters": 0, "first": None, "last": None}


@bulk()
def sender_organ_resolution_graph(corpus: Frames, *, language: str = "en") -> nx.DiGraph:
    """Who writes to which organ about which resolution: the graph that unanalysis is named for, in three layers.

    Parameters
    ----------
    corpus
        A corpus, or anything with its frames `letters`, `parties` and `mentions`.
    language
        Language of the labels of entities (ISO 639-1).

    Returns
    -------
    networkx.DiGraph
        Nodes are `"sender:<entity>"`, `"organ:<entity>"` and `"resolution:<citation>"`: an organ that also writes
        letters is a node in both layers. Attributes of nodes: `kind` (the layer), `name`, `label`, `letters` (works
        sent, received, or citing the resolution), `first` and `last` date among them; of senders and organs:
        `entity_kind`; of resolutions: `adopted_by`.

        Edges: sender *writes_to* organ (letters addressed), sender *cites* resolution (letters citing), resolution
        *adopted_by* organ (letters citing it). Attributes: `relation`, `weight` (number of works), `first` and `last`
        date (`datetime.date`, None where no letter has one), `work_ids` and `dates` of the works, the oldest first.

    Notes
    -----
    The unit of every weight is the work: language versions and copies count once, annexed letters for their own
    senders. Letters that go to several organs, or come from several senders, count in full for each. Addressees that
    are States or persons are no organs; `correspondence_graph` has them.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> graph = sender_organ_resolution_graph(example_corpus())
    >>> graph.edges["sender:SYR", "organ:S"]["weight"], graph.nodes["resolution:S/RES/2118(2013)"]["letters"]
    (1, 4)
    """
    import networkx as nx
    import numpy as np

    works = works_of(corpus)
    senders = party_column(corpus, works, "sender")
    organs = party_column(corpus, works, "addressee", without=NO_ORGANS)
    cited = mention_column(corpus, works, "resolution")
    adopters, adopter = _adopters(cited.names)
    written, citing = count_pairs(senders, organs), count_pairs(senders, cited)
    known = adopter[cited.values] >= 0
    adopted = count_works(cited.works[known], cited.values[known], adopter[cited.values][known])

    sent = np.concatenate([part.by_work(part.sources) for part in (written, citing)])
    sent_works = np.concatenate([written.works, citing.works])
    kinds, graph = entity_kinds(corpus), nx.DiGraph(**facts_of(corpus, works, "sender_organ_resolution_graph"))
    graph.add_nodes_from(_entities("sender", senders.names, letters_by_value(sent, sent_works, works), kinds, language))
    received = letters_by_value(written.by_work(written.targets), written.works, works)
    graph.add_nodes_from(_entities("organ", organs.names, received, kinds, language))
    silent = ((number, _NO_LETTERS) for number, name in enumerate(adopters) if f"organ:{name}" not in graph)
    graph.add_nodes_from(_entities("organ", adopters, silent, kinds, language))
    for number, letters in letters_by_value(cited.values, cited.works, works):
        name = cited.names[number]
        adopted_by = None if adopter[number] < 0 else adopters[adopter[number]]
        graph.add_node(f"resolution:{name}", kind="resolution", name=name, label=name, adopted_by=adopted_by, **letters)

    sender_nodes, resolutions = node_ids("sender", senders.names), node_ids("resolution", cited.names)
    graph.add_edges_from(written.edges("writes_to", sender_nodes, node_ids("organ", organs.names), works))
    graph.add_edges_from(citing.edges("cites", sender_nodes, resolutions, works))
    graph.add_edges_from(adopted.edges("adopted_by", resolutions, node_ids("organ", adopters), works))
    return graph


@bulk()
def correspondence_graph(corpus: Frames, *, language: str = "en") -> nx.DiGraph:
    """Who writes to whom: every entity that sends or receives, States too.

    Returns
    -------
    networkx.DiGraph
        Nodes are entities (`SYR`, `S`), with `kind` (entity), `name`, `label`, `entity_kind`, `letters` (works sent or
        received), `first`, `last`; edges *writes_to* with the attributes of `sender_organ_resolution_graph`.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> graph = correspondence_graph(example_corpus())
    >>> graph["SG"]["S"]["weight"], graph["S"]["SG"]["weight"]
    (1, 1)
    """
    import networkx as nx
    import numpy as np

    works = works_of(corpus)
    senders, addressees = (party_column(corpus, works, role) for role in ("sender", "addressee"))
    counts = count_pairs(senders, addressees)
    # One numbering for both ends: who writes and who is written to are the same entities.
    names, number = np.unique(np.concatenate([senders.names, addressees.names]), return_inverse=True)
    source = number[: len(senders.names)][counts.by_work(counts.sources)]
    target = number[len(senders.names) :][counts.by_work(counts.targets)]
    letters = letters_by_value(np.concatenate([source, target]), np.concatenate([counts.works] * 2), works)
    graph = nx.DiGraph(**facts_of(corpus, works, "correspondence_graph"))
    graph.add_nodes_from(_entities("", names, letters, entity_kinds(corpus), language))
    graph.add_edges_from(counts.edges("writes_to", senders.names, addressees.names, works))
    return graph


def _adopters(citations: Array) -> tuple[Array, Array]:
    """The organs that adopted resolutions, and for each resolution the number of its organ (-1: not known)."""
    import numpy as np
    import pandas as pd

    number, names = pd.factorize(np.array([adopting_body(name) for name in citations], dtype=object), sort=True)
    return names, number


def _entities(
    layer: str,
    names: Array,
    letters: Iterable[tuple[int, dict[str, Any]]],
    kinds: dict[str, str],
    language: str,
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The nodes of one layer, or of a graph without layers."""
    labels = entity_labels(names, language)
    for number, count in letters:
        name = names[number]
        attributes = {"kind": layer or "entity", "name": name, "label": labels[name], "entity_kind": kinds.get(name)}
        yield f"{layer}:{name}" if layer else name, attributes | count
