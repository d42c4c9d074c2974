"""Graphs made ready for files: what XML and other programs do not take is written so that nothing of it is lost."""

from __future__ import annotations

import json
import re
from datetime import date as Date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

# What XML 1.0 has no way to write (section 2.2, Char): control characters, lone surrogates, two non-characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def portable(graph: nx.Graph, *, nested: bool) -> nx.Graph:
    """A copy of a graph that every format can hold.

    Parameters
    ----------
    graph
        Any graph of this package, or another networkx graph.
    nested
        Whether the format has lists (JSON). If not, lists are written as JSON arrays in a string, and every attribute
        has one type throughout the graph: whole number, number, truth value or string.

    Returns
    -------
    networkx.Graph
        Of the same class: nodes are strings, None is left out, dates are ISO 8601, characters that XML cannot hold are
        U+FFFD. Nodes that would thereby become the same keep apart by a number at the end.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph([("a", "b")])
    >>> graph.add_node("a", first=Date(2014, 2, 6), names=("x", "y"), title=None)
    >>> portable(graph, nested=False).nodes["a"]
    {'first': '2014-02-06', 'names': '["x", "y"]'}
    """
    names = _names(graph)
    result = graph.__class__()
    result.add_nodes_from((names[node], _written(data, nested)) for node, data in graph.nodes(data=True))
    if graph.is_multigraph():
        result.add_edges_from(
            (names[u], names[v], clean(str(key)), _written(data, nested))
            for u, v, key, data in graph.edges(keys=True, data=True)
        )
    else:
        result.add_edges_from((names[u], names[v], _written(data, nested)) for u, v, data in graph.edges(data=True))
    if not nested:
        _unify([data for _, data in result.nodes(data=True)])
        _unify([data for _, _, data in result.edges(data=True)])
    return result


def clean(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def _names(graph: nx.Graph) -> dict[Any, str]:
    names: dict[Any, str] = {}
    taken: set[str] = set()
    for node in graph:
        name = wanted = clean(str(node))
        number = 2
        while name in taken:
            name, number = f"{wanted}~{number}", number + 1
        names[node] = name
        taken.add(name)
    return names


def _written(data: dict[str, Any], nested: bool) -> dict[str, Any]:
    return {clean(str(key)): _value(value, nested) for key, value in data.items() if value is not None}


def _value(value: Any, nested: bool) -> Any:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, Date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset | dict):
        plain = _nested(value)
        return plain if nested else json.dumps(plain, ensure_ascii=False)
    if hasattr(value, "item"):  # a number of numpy
        return value.item()
    return clean(str(value))


def _nested(value: Any) -> Any:
    if isinstance(value, dict):
        return {clean(str(key)): _nested(each) for key, each in value.items()}
    if isinstance(value, set | frozenset):
        return [_nested(each) for each in sorted(value, key=str)]
    if isinstance(value, list | tuple):
        return [_nested(each) for each in value]
    return None if value is None else _value(value, nested=True)


def _unify(rows: list[dict[str, Any]]) -> None:
    """Give each attribute one type: formats declare it once for the whole graph."""
    types: dict[str, set[type]] = {}
    for data in rows:
        for name, value in data.items():
            types.setdefault(name, set()).add(type(value))
    mixed = {name: float if found == {int, float} else str for name, found in types.items() if len(found) > 1}
    for data in rows if mixed else ():
        data.update({name: mixed[name](data[name]) for name in data.keys() & mixed})
