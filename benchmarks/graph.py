"""How long graphs and layouts take, beside the least that networkx can be asked for. Ratios of one run, best of three.

    python benchmarks/graph.py [letters] [mentions]

Bare groupby + add_edges_from: the rows (work, source, target, date) are given, joined and each once; pandas groups them
(how many, first, last, and which letters), networkx takes the edges. Bare add_edges_from: all columns of the edges are
given, down to the spans; networkx takes the nodes and the edges.
"""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
from generate import generate

import unanalysis as un
from unanalysis.graph.bulk import bulk
from unanalysis.layout import layered_layout


def best(*tasks: Callable[[], Any], rounds: int = 3) -> list[float]:
    """The least processor time of each task in seconds; the tasks take turns, so that all see the same machine."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(rounds):
        for number, task in enumerate(tasks):
            gc.collect()
            start = time.process_time()
            result = task()
            times[number].append(time.process_time() - start)
            del result
    return [min(each) for each in times]


def tidy_rows(corpus: Any) -> pd.DataFrame:
    """What a groupby starts from: a row for each work, source and target."""
    work = corpus.letters.set_index("letter_id")["work_id"]
    sent = corpus.parties[corpus.parties["role"] == "sender"]
    to = corpus.parties[
        (corpus.parties["role"] == "addressee") & ~corpus.parties["entity_kind"].isin(["state", "person"])
    ]
    cited = corpus.mentions[corpus.mentions["kind"] == "resolution"]

    def pairs(letter_ids: pd.Series, prefix: str, values: pd.Series, name: str) -> pd.DataFrame:
        return pd.DataFrame({"work": letter_ids.map(work), name: prefix + values}).drop_duplicates()

    sources = pairs(sent["letter_id"], "sender:", sent["entity"], "source")
    organs = pairs(to["letter_id"], "organ:", to["entity"], "target")
    resolutions = pairs(cited["letter_id"], "resolution:", cited["target"], "target")
    rows = pd.concat([sources.merge(organs, on="work"), sources.merge(resolutions, on="work")], ignore_index=True)
    return rows.assign(date=rows["work"].map(corpus.letters.groupby("work_id")["date"].min()))


def bare_groupby(rows: pd.DataFrame, **which: tuple[str, Any]) -> nx.DiGraph:
    groups = rows.groupby(["source", "target"], sort=False)
    edges = groups.agg(weight=("work", "size"), first=("date", "min"), last=("date", "max"), **which)
    graph = nx.DiGraph()
    ends = zip(edges.index.get_level_values(0), edges.index.get_level_values(1), strict=True)
    graph.add_edges_from((u, v, data) for (u, v), data in zip(ends, edges.to_dict("records"), strict=True))
    return graph


def bare_zip(nodes: list[Any], columns: list[list[Any]]) -> nx.MultiDiGraph:
    sources, targets, keys, relations, dates, works, spans = columns
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    rows = zip(relations, dates, works, spans, strict=True)
    attributes = ({"relation": r, "date": d, "work_id": w, "spans": s} for r, d, w, s in rows)
    graph.add_edges_from(zip(sources, targets, keys, attributes, strict=True))
    return graph


def columns_of(graph: nx.MultiDiGraph) -> list[list[Any]]:
    edges = list(graph.edges(keys=True, data=True))
    ends = [[edge[number] for edge in edges] for number in range(3)]
    return ends + [[edge[3][name] for edge in edges] for name in ("relation", "date", "work_id", "spans")]


def some_layers(nodes: int, edges: int) -> nx.DiGraph:
    """A three-layer graph of that size, for the layout."""
    random = np.random.default_rng(1)
    graph = nx.DiGraph()
    kinds = np.array(["sender", "organ", "resolution"])[random.choice(3, nodes, p=[0.2, 0.05, 0.75])]
    graph.add_nodes_from((number, {"kind": str(kind)}) for number, kind in enumerate(kinds))
    while graph.number_of_edges() < edges:
        u, v = random.integers(0, nodes, 2).tolist()
        if kinds[u] != kinds[v]:
            graph.add_edge(u, v, weight=1 + u % 5)
    return graph


def traced(task: Callable[[], Any]) -> tuple[float, float]:
    """MB that the result keeps, and MB at the highest."""
    tracemalloc.start()
    result = task()
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del result
    return kept / 1e6, peak / 1e6


def main(letters: int, mentions: int) -> None:
    corpus = generate(letters, mentions)
    works = corpus.letters["work_id"].nunique()
    print(f"{letters:,} letters ({works:,} works), {mentions:,} mentions; processor seconds, best of three")

    rows = tidy_rows(corpus)
    graph = un.sender_organ_resolution_graph(corpus)
    bare, with_ids, ours = best(
        lambda: bare_groupby(rows),
        lambda: bare_groupby(rows, work_ids=("work", list)),
        lambda: un.sender_organ_resolution_graph(corpus),
    )
    print(f"\naggregated graph: {len(graph):,} nodes, {graph.number_of_edges():,} edges")
    print(f"  bare groupby + add_edges_from  {bare:6.2f} s, {with_ids:.2f} s with the ids of the letters")
    print(f"  sender_organ_resolution_graph  {ours:6.2f} s, ids and dates of the letters included")
    print(f"  ratio {ours / bare:.2f} and {ours / with_ids:.2f} (claim: at most 1.5)")

    graph = un.letter_graph(corpus)
    nodes, columns = list(graph.nodes(data=True)), columns_of(graph)
    size = len(graph), graph.number_of_edges()
    del graph
    paused = bulk()(bare_zip)
    bare, without, ours = best(
        partial(bare_zip, nodes, columns), partial(paused, nodes, columns), partial(un.letter_graph, corpus)
    )
    del nodes, columns
    print(f"\nfull multigraph: {size[0]:,} nodes, {size[1]:,} edges")
    print(f"  bare add_edges_from(zip(…))    {bare:6.2f} s, {without:.2f} s with Python's collector paused, as ours is")
    print(f"  letter_graph                   {ours:6.2f} s")
    print(f"  ratio {ours / bare:.2f} (claim: at most 1.3); {ours / without:.2f} where both pause the collector")

    layers = some_layers(5_000, 10_000)
    (layout,) = best(lambda: layered_layout(layers))
    print(f"\nlayered layout of 5,000 nodes, {layers.number_of_edges():,} edges: {layout:.2f} s (claim: under 1)")

    print("\nmemory (as Python counts it)     kept       at the highest")
    for build in (un.sender_organ_resolution_graph, un.letter_graph):
        kept, peak = traced(partial(build, corpus))
        print(f"  {build.__name__:30}{kept:8,.0f} MB {peak:8,.0f} MB")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3] or ("100000", "1000000")))
