"""Small corpora for the tests of graphs, written as tables, and what is compared of a graph."""

from collections.abc import Iterable

import networkx as nx
import pandas as pd

from unanalysis.corpus import SCHEMA, Corpus

KINDS = {"S": "organ", "A": "organ", "A/HRC": "organ", "SG": "secretariat", "NAM": "group"}


def small(*letters: str) -> Corpus:
    """A corpus of lines "letter_id work_id date | senders | addressees | cited …"; "-" is missing.

    A cited "S/RES/…" or "A/RES/…" is a resolution, "S/PRST/…" a statement, "=…" an organ named, anything else a
    document. The work id is the symbol, but for what stands after "#": "S/2014/1#annex" is a letter annexed to it.
    """
    rows: dict[str, list[dict[str, object]]] = {"letters": [], "parties": [], "mentions": []}
    for line in letters:
        head, senders, addressees, cited = (part.split() for part in f"{line} |||".split("|")[:4])
        letter_id, work_id, date = (None if word == "-" else word for word in head)
        symbol, _, annex = (work_id or "").partition("#")
        parent = letter_id.removesuffix("#annex") if annex else None
        language = letter_id.rpartition(".")[2] if "." in letter_id else "en"
        rows["letters"].append(
            {"letter_id": letter_id, "work_id": work_id, "symbol": symbol, "date": date, "parent_id": parent}
            | {"part": "annex" if annex else "letter", "form": "letter", "language": language, "start": 0, "end": 99}
        )
        for role, entities in (("sender", senders), ("addressee", addressees)):
            for entity in entities:
                kind = KINDS.get(entity, "state")
                rows["parties"].append({"letter_id": letter_id, "role": role, "entity": entity, "entity_kind": kind})
        for place, target in enumerate(cited):
            kind = "resolution" if "/RES/" in target else "statement" if "/PRST/" in target else "document"
            if target.startswith("="):
                kind, target = "organ", target[1:]
            span = {"start": 10 * place, "end": 10 * place + 9}
            rows["mentions"].append({"letter_id": letter_id, "kind": kind, "target": target, **span})
    frames = {name: pd.DataFrame(found).reindex(columns=list(SCHEMA[name])) for name, found in rows.items()}
    return Corpus(**frames)


def weights(graph: nx.Graph, *relations: str) -> dict[str, int]:
    """ "source > target": weight, of the edges of some relations."""
    return {
        f"{source} > {target}": data["weight"]
        for source, target, data in graph.edges(data=True)
        if data["relation"] in relations
    }


def ties(graph: nx.Graph, relation: str) -> set[str]:
    """ "source > target" of each edge of a relation."""
    return {f"{u} > {v}" for u, v, data in graph.edges(data=True) if data["relation"] == relation}


def same(first: nx.Graph, second: nx.Graph) -> bool:
    """Whether two graphs have the same nodes and edges with the same attributes, in whatever order."""

    def edges(graph: nx.Graph) -> Iterable[str]:
        return sorted(map(repr, graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True)))

    return dict(first.nodes(data=True)) == dict(second.nodes(data=True)) and edges(first) == edges(second)
