"""Graphs without layers: nodes where the forces put them, names where there is room."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import TYPE_CHECKING, Any, Literal

from unanalysis.layout import Position
from unanalysis.plot.style import GREY, KINDS, SERIES, stroke, weight_key

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.text import Annotation

_CROWD = 150  # nodes from which on they are drawn smaller, lest they cover one another
_SLACK = 0.08  # of the width of a name: at other resolutions letters are set so much wider or further to one side
_GAP = 2  # pixels between names
Dashes = Literal["solid", "dashed"]


def draw_forces(
    axes: Axes,
    graph: nx.Graph,
    positions: Mapping[Any, Position],
    labels: Mapping[Any, str],
    said: Mapping[str, str],
) -> None:
    """Draw the graph into axes, with a legend; of names that would lie on each other the larger node's is written."""
    from matplotlib.lines import Line2D

    axes.set_axis_off()
    axes.set(xlim=(-0.08, 1.08), ylim=(-0.05, 1.05))
    heaviest = max((weight for _, _, weight in graph.edges(data="weight", default=1)), default=1)
    looks = _looks({relation for *_, relation in graph.edges(data="relation") if relation})
    sizes = _sizes(graph)
    _draw_edges(axes, graph, positions, sizes, heaviest, looks)
    names = _draw_nodes(axes, graph, positions, sizes, labels)
    kinds = {_kind(data) for _, data in graph.nodes(data=True)}
    legend = [
        Line2D([], [], linestyle="none", marker=marker, color=colour, label=said[kind])
        for kind, (colour, marker) in KINDS.items()
        if kind in kinds
    ]
    legend += [Line2D([], [], color=look[0], linestyle=look[1], label=said[name]) for name, look in looks.items()]
    if any(weight is not None for *_, weight in graph.edges(data="weight")):
        legend += weight_key(heaviest, said, letters="cites_like" not in looks)
    axes.legend(handles=legend, loc="upper center", bbox_to_anchor=(0.5, 0.0), ncols=6, fontsize=8)
    order = _by_size(sizes)
    codes = [str(graph.nodes[node].get("name", node)) for node in order]
    _make_room(axes, names, codes, [sizes[node] for node in order])


def _looks(relations: set[str]) -> dict[str, tuple[str, Dashes]]:
    """Colour and dashes of each relation: grey where there is but one, dashed from the eighth on."""
    if len(relations) == 1:
        return dict.fromkeys(relations, (GREY, "solid"))
    return {
        name: (SERIES[number % len(SERIES)], "solid" if number < len(SERIES) else "dashed")
        for number, name in enumerate(sorted(relations))
    }


def _draw_edges(
    axes: Axes,
    graph: nx.Graph,
    positions: Mapping[Any, Position],
    sizes: Mapping[Any, float],
    heaviest: int,
    looks: Mapping[str, tuple[str, Dashes]],
) -> None:
    from matplotlib.patches import FancyArrowPatch

    directed = graph.is_directed()
    for source, target, data in sorted(graph.edges(data=True), key=lambda edge: edge[2].get("weight", 1)):
        if source == target:
            continue
        colour, dashes = looks.get(data.get("relation", ""), (GREY, "solid"))
        width = stroke(data.get("weight", 1), heaviest)
        axes.add_patch(
            FancyArrowPatch(
                positions[source], positions[target], arrowstyle="-|>" if directed else "-", mutation_scale=6 + width,
                # Edges to and fro bend away from each other.
                connectionstyle=f"arc3,rad={0.12 if directed else 0}", color=colour, linestyle=dashes,
                linewidth=width, alpha=0.4 + 0.1 * width, shrinkA=sizes[source] / 2, shrinkB=sizes[target] / 2 + 1,
            )
        )  # fmt: skip


def _draw_nodes(
    axes: Axes,
    graph: nx.Graph,
    positions: Mapping[Any, Position],
    sizes: Mapping[Any, float],
    labels: Mapping[Any, str],
) -> list[Annotation]:
    """Draw nodes and their names; the names come back, the largest node's first."""
    from matplotlib.patheffects import withStroke

    names = []
    for node in _by_size(sizes):
        colour, marker = KINDS[_kind(graph.nodes[node])]
        axes.plot(*positions[node], marker, color=colour, markersize=sizes[node], markeredgecolor="white", zorder=3)
        name = axes.annotate(labels[node], positions[node], (0, 0), textcoords="offset points", fontsize=8, zorder=4)
        name.set_path_effects([withStroke(linewidth=2.5, foreground="white")])
        names.append(name)
    return names


def _by_size(sizes: Mapping[Any, float]) -> list[Any]:
    return sorted(sizes, key=lambda node: (-sizes[node], str(node)))


def _kind(data: Mapping[str, Any]) -> str:
    """What a node is: of an entity its own kind, as far as it is known."""
    kind = data.get("entity_kind") if data.get("kind") == "entity" else data.get("kind")
    return kind if kind in KINDS else "entity"


def _sizes(graph: nx.Graph) -> dict[Any, float]:
    """Diameters in points, the area being as the letters, or the edges where a graph does not count letters."""
    values = {node: data.get("letters") or graph.degree(node) for node, data in graph.nodes(data=True)}
    largest = max(values.values(), default=1) or 1
    scale = min(1, (_CROWD / max(len(values), 1)) ** 0.5)
    return {node: scale * (5 + 11 * (value / largest) ** 0.5) for node, value in values.items()}


def _make_room(axes: Axes, labels: list[Annotation], codes: list[str], sizes: list[float]) -> None:
    """Put labels where they cover neither a node nor each other; the first have precedence.

    Where a name has no room its code may have ("UNICEF"); where that has none, too, the node goes without. Labels have
    no part in the layout of the figure, which else would move the nodes again.
    """
    from matplotlib.transforms import Bbox

    figure = axes.get_figure(root=True)
    if figure is None or not labels:
        return
    for label in labels:
        label.set_in_layout(False)
    figure.draw_without_rendering()  # places the axes, so that labels and nodes have their extent
    point = figure.dpi / 72
    middles = axes.transData.transform([label.xy for label in labels])
    taken = [
        Bbox.from_extents(x - size * point / 2, y - size * point / 2, x + size * point / 2, y + size * point / 2)
        for (x, y), size in zip(middles, sizes, strict=True)
    ]
    for label, code, size in zip(labels, codes, sizes, strict=True):
        for text, (place, along, upright) in product((label.get_text(), code), _places(size / 2 + 1.5)):
            label.set(text=text, position=place, horizontalalignment=along, verticalalignment=upright)
            box = label.get_window_extent()
            slack = _SLACK * box.width
            inside = box.x0 >= slack and box.x1 <= figure.bbox.width - slack and box.y0 >= axes.bbox.y0
            if inside and not any(box.overlaps(other) for other in taken):
                taken.append(box.padded(_GAP))
                break
        else:
            label.set_visible(False)


def _places(beside: float) -> list[tuple[tuple[float, float], str, str]]:
    """Where a label may stand: above its node, beneath, at the right, at the left; offset in points, and alignment."""
    return [
        ((0, beside), "center", "bottom"),
        ((0, -beside), "center", "top"),
        ((beside + 1, 0), "left", "center"),
        ((-beside - 1, 0), "right", "center"),
    ]
