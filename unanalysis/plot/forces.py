"""Graphs without layers: nodes where the forces put them, names where there is room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from unanalysis.layout import Position
from unanalysis.plot.style import GREY, KINDS, SERIES, stroke, weight_key

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.text import Annotation


def draw_forces(
    axes: Axes,
    graph: nx.Graph,
    positions: Mapping[Any, Position],
    labels: Mapping[Any, str],
    said: Mapping[str, str],
) -> None:
    """Draw the graph into axes, with a legend; of names that would lie on each other the larger node's is written."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.patheffects import withStroke

    axes.set_axis_off()
    axes.set(xlim=(-0.08, 1.08), ylim=(-0.05, 1.05))
    sizes = _sizes(graph)
    heaviest = max((weight for _, _, weight in graph.edges(data="weight", default=1)), default=1)
    relations = sorted({relation for *_, relation in graph.edges(data="relation") if relation})
    colours = {name: SERIES[number % len(SERIES)] for number, name in enumerate(relations)}
    if len(colours) == 1:
        colours = dict.fromkeys(colours, GREY)
    arrow = "-|>" if graph.is_directed() else "-"
    for source, target, data in sorted(graph.edges(data=True), key=lambda edge: edge[2].get("weight", 1)):
        if source == target:
            continue
        width = stroke(data.get("weight", 1), heaviest)
        axes.add_patch(
            FancyArrowPatch(
                positions[source], positions[target], arrowstyle=arrow, mutation_scale=6 + width,
                # Edges to and fro bend away from each other.
                connectionstyle=f"arc3,rad={0.12 if graph.is_directed() else 0}",
                color=colours.get(data.get("relation"), GREY), linewidth=width, alpha=0.4 + 0.1 * width,
                shrinkA=sizes[source] / 2, shrinkB=sizes[target] / 2 + 1,
            )
        )  # fmt: skip
    halo = [withStroke(linewidth=2.5, foreground="white")]
    kinds = {node: _kind(data) for node, data in graph.nodes(data=True)}
    written: list[Annotation] = []
    order = sorted(graph, key=lambda node: (-sizes[node], str(node)))
    for node in order:
        colour, marker = KINDS[kinds[node]]
        x, y = positions[node]
        axes.plot(x, y, marker, color=colour, markersize=sizes[node], markeredgecolor="white", zorder=3)
        written.append(
            axes.annotate(
                labels[node], (x, y), (0, sizes[node] / 2 + 1.5), textcoords="offset points", ha="center", va="bottom",
                fontsize=8, path_effects=halo, zorder=4,
            )
        )  # fmt: skip
    legend = [
        Line2D([], [], linestyle="none", marker=KINDS[kind][1], color=KINDS[kind][0], label=said[kind])
        for kind in KINDS
        if kind in kinds.values()
    ]
    legend += [Line2D([], [], color=colour, label=said.get(name, name)) for name, colour in colours.items()]
    if any(weight is not None for *_, weight in graph.edges(data="weight")):
        legend += weight_key(heaviest, said, letters="cites_like" not in colours)
    axes.legend(handles=legend, loc="upper center", bbox_to_anchor=(0.5, 0.0), ncols=6, fontsize=8)
    _make_room(axes, written, [sizes[node] for node in order])


def _kind(data: Mapping[str, Any]) -> str:
    """What a node is: of an entity its own kind, as far as it is known."""
    kind = data.get("entity_kind") if data.get("kind") == "entity" else data.get("kind")
    return kind if kind in KINDS else "entity"


def _sizes(graph: nx.Graph) -> dict[Any, float]:
    """Diameters in points, the area being as the letters, or the edges where a graph does not count letters."""
    values = {node: data.get("letters") or graph.degree(node) for node, data in graph.nodes(data=True)}
    largest = max(values.values(), default=1) or 1
    return {node: 5 + 11 * (value / largest) ** 0.5 for node, value in values.items()}


def _make_room(axes: Axes, labels: list[Annotation], sizes: list[float]) -> None:
    """Put labels where they cover neither a node nor each other, or leave them out; the first have precedence.

    They have no part in the layout of the figure, which else would move the nodes again.
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
    for label, size in zip(labels, sizes, strict=True):
        beside = size / 2 + 1.5
        for place, along, upright in (
            ((0, beside), "center", "bottom"),
            ((0, -beside), "center", "top"),
            ((beside + 1, 0), "left", "center"),
            ((-beside - 1, 0), "right", "center"),
        ):
            label.set(position=place, horizontalalignment=along, verticalalignment=upright)
            box = label.get_window_extent()
            inside = box.x0 >= 0 and box.x1 <= figure.bbox.width
            if inside and not any(box.overlaps(other) for other in taken):
                taken.append(box)
                break
        else:
            label.set_visible(False)
