"""Graphs through time: what a graph of letters was in a year, or between two dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Date
from typing import TYPE_CHECKING, Any

from unanalysis.arguments import check_graph, first_day, last_day
from unanalysis.errors import InputError
from unanalysis.graph.counts import counted

if TYPE_CHECKING:
    import networkx as nx

#: how many periods a year has
_PERIODS = {"year": 1, "quarter": 4, "month": 12}


def graph_slice(graph: nx.Graph, since: object = None, until: object = None) -> nx.Graph:
    """The part of a graph that letters of some time make up.

    Parameters
    ----------
    graph
        A graph whose edges have dates: `letter_graph`, `citation_graph`, `reply_graph`,
        `sender_organ_resolution_graph`, `correspondence_graph`.
    since, until
        First and last day, both within: "2014", "2014-02", "2014-02-28" or a date. None leaves that side open.

    Returns
    -------
    networkx.Graph
        A copy of the same class with the edges that have a letter in that time, counted anew (`weight`, `first`,
        `last`, `work_ids`, `dates`; of nodes: `letters`, `first`, `last`), and their nodes. Letters without a date are
        left out.

    Raises
    ------
    InputError
        If a date cannot be read, or the edges have none.

    Examples
    --------
    >>> from unanalysis.graph import sender_organ_resolution_graph
    >>> from unanalysis.graph.example import example_corpus
    >>> graph = graph_slice(sender_organ_resolution_graph(example_corpus()), until="2013-12-31")
    >>> graph.nodes["resolution:S/RES/2118(2013)"]["letters"]
    2
    """
    check_graph(graph)
    low = Date.min if since is None else first_day(since, "since")
    high = Date.max if until is None else last_day(until, "until")
    result = graph.__class__()
    result.graph.update(graph.graph)
    edges = graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True)
    kept = []
    for *ends, data in edges:
        if "dates" in data:
            chosen = [
                (work, date)
                for work, date in zip(data["work_ids"], data["dates"], strict=True)
                if date and low <= date <= high
            ]
            if chosen:
                works, dates = map(list, zip(*chosen, strict=True))
                kept.append((*ends, {**data, **counted(works, dates)}))
        elif "date" in data:
            if data["date"] and low <= data["date"] <= high:
                kept.append((*ends, dict(data)))
        else:
            raise InputError(
                "The edges of this graph have no dates. "
                "Hint: choose the letters first (corpus.where(since=…, until=…)) and build the graph of them."
            )
    staying = {node for source, target, *_ in kept for node in (source, target)}
    result.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True) if node in staying)
    result.add_edges_from(kept)
    _count_again(result)
    behind = _letters(data for *_, data in kept)
    result.graph.update(
        letters=len(behind), first=min(behind.values(), default=None), last=max(behind.values(), default=None)
    )
    return result


def graph_slices(graph: nx.Graph, every: str = "year") -> dict[str, nx.Graph]:
    """A graph for each year, quarter or month that has a letter.

    Returns
    -------
    dict
        Period (`2014`, `2014-Q1`, `2014-02`) → graph, in order; each as `graph_slice` gives it.

    Raises
    ------
    InputError
        If `every` is none of year, quarter, month.

    Examples
    --------
    >>> from unanalysis.graph import sender_organ_resolution_graph
    >>> from unanalysis.graph.example import example_corpus
    >>> {year: len(graph) for year, graph in graph_slices(sender_organ_resolution_graph(example_corpus())).items()}
    {'2013': 5, '2014': 7}
    """
    check_graph(graph)
    if every not in _PERIODS:
        raise InputError(f"Slices by {every!r} are not known. Hint: every is one of {', '.join(_PERIODS)}.")
    parts = _PERIODS[every]
    dates = {date for *_, data in graph.edges(data=True) for date in (*data.get("dates", ()), data.get("date")) if date}
    periods = sorted({(date.year, (date.month - 1) * parts // 12) for date in dates})
    slices = {}
    for year, part in periods:
        since = Date(year, part * 12 // parts + 1, 1)
        after = Date(year, (part + 1) * 12 // parts + 1, 1) if part + 1 < parts else Date(year + 1, 1, 1)
        name = {1: f"{year}", 4: f"{year}-Q{part + 1}", 12: f"{year}-{part + 1:02}"}[parts]
        slices[name] = graph_slice(graph, since, Date.fromordinal(after.toordinal() - 1))
    return slices


def _letters(edges: Iterable[dict[str, Any]]) -> dict[Any, Date]:
    """The dates of the letters behind some edges, by their work ids."""
    dates: dict[Any, Date] = {}
    for edge in edges:
        if "dates" in edge:
            dates.update(zip(edge["work_ids"], edge["dates"], strict=True))
        else:
            dates[edge["work_id"]] = edge["date"]
    return dates


def _count_again(graph: nx.Graph) -> None:
    """Letters, first and last date of each node, by its edges; what an organ adopted was not written to it."""
    for node, data in graph.nodes(data=True):
        if "letters" not in data:
            continue
        around = list(graph.edges(node, data=True))
        if graph.is_directed():
            around += graph.in_edges(node, data=True)
        own = data["kind"] == "resolution"
        dates = _letters(edge for *_, edge in around if own or edge["relation"] != "adopted_by")
        first, last = min(dates.values(), default=None), max(dates.values(), default=None)
        data.update(letters=len(dates), first=first, last=last)
