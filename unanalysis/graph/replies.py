"""Letters that answer letters: chains of them, and how long each answer took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unanalysis.graph.bulk import bulk
from unanalysis.graph.letters import letter_nodes
from unanalysis.graph.relations import citations_of
from unanalysis.graph.works import Frames, facts_of, works_of

if TYPE_CHECKING:
    import networkx as nx


@bulk()
def reply_graph(corpus: Frames) -> nx.DiGraph:
    """Which letter answers which, as far as letters cite each other's symbols.

    Returns
    -------
    networkx.DiGraph
        Nodes are works (their `work_id`) that answer or are answered, with the attributes of letters in `letter_graph`
        and `chain`, a number that letters have in common that hang together, counted from 1 by the first letter's date.
        Edges *answers*, from the answer to the letter it cites: `relation`, `date` of the answer, `lag_days`,
        `work_id`, `spans`. The lag is None where a date is missing, or the answer seems older than what it answers.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> reply_graph(example_corpus()).edges["S/2013/603", "S/2013/591"]["lag_days"]
    4
    """
    import networkx as nx
    import numpy as np

    works = works_of(corpus)
    graph = nx.DiGraph(**facts_of(corpus, works, "reply_graph"))
    for relation in citations_of(corpus, works, ["document"]):
        if relation.name != "answers":
            continue
        nodes = letter_nodes(corpus, works, np.concatenate([relation.works, relation.values]))
        graph.add_nodes_from((data["name"], data) for data in nodes.values())
        graph.add_edges_from((nodes[u]["name"], nodes[v]["name"], data) for u, v, _, data in relation.edges(works))
    dates = graph.nodes(data="date")
    for answer, answered, data in graph.edges(data=True):
        lag = (dates[answer] - dates[answered]).days if dates[answer] and dates[answered] else None
        data["lag_days"] = lag if lag is not None and lag >= 0 else None
    # Nodes stand in the order of their dates, so that the first of a chain is its oldest letter.
    order = {work: number for number, work in enumerate(graph)}
    chains = sorted(nx.weakly_connected_components(graph), key=lambda chain: min(order[work] for work in chain))
    for number, chain in enumerate(chains, start=1):
        nx.set_node_attributes(graph, dict.fromkeys(chain, number), "chain")
    return graph
