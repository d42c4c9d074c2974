"""The three-layer graph: senders at the left, organs in the middle, resolutions at the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from unanalysis.layout import Position
from unanalysis.plot.style import GREY, KINDS, ORANGE, SKY, stroke, weight_key

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

#: relation → colour, dashes
_RELATIONS: dict[str, tuple[str, Any]] = {
    "writes_to": (SKY, "solid"),
    "cites": (ORANGE, "solid"),
    "adopted_by": (GREY, (0, (1, 2))),
}
_SIDES = {"sender": ("right", -0.018), "organ": ("center", 0.0), "resolution": ("left", 0.018)}


def draw_layers(
    axes: Axes,
    graph: nx.Graph,
    positions: Mapping[Any, Position],
    labels: Mapping[Any, str],
    said: Mapping[str, str],
) -> None:
    """Draw the graph into axes, with headings and a legend."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path
    from matplotlib.patheffects import withStroke

    axes.set_axis_off()
    axes.set(xlim=(-0.03, 1.03), ylim=(0, 1.02))
    heaviest = max((weight for _, _, weight in graph.edges(data="weight", default=1)), default=1)
    # The faint ones first, so that the strong ones lie on top.
    for source, target, data in sorted(graph.edges(data=True), key=lambda edge: edge[2].get("weight", 1)):
        (x0, y0), (x1, y1) = positions[source], positions[target]
        middle = (x0 + x1) / 2
        curve = Path([(x0, y0), (middle, y0), (middle, y1), (x1, y1)], [Path.MOVETO] + [Path.CURVE4] * 3)
        colour, dashes = _RELATIONS[data["relation"]]
        width = stroke(data.get("weight", 1), heaviest) if data["relation"] != "adopted_by" else 0.9
        alpha = min(1, 0.3 + 0.15 * width) if data["relation"] != "adopted_by" else 0.8
        axes.add_patch(PathPatch(curve, fill=False, edgecolor=colour, linestyle=dashes, linewidth=width, alpha=alpha))

    largest = max((letters or 0 for _, letters in graph.nodes(data="letters")), default=0) or 1
    halo = [withStroke(linewidth=2.5, foreground="white")]
    for node, data in graph.nodes(data=True):
        x, y = positions[node]
        colour, marker = KINDS[data["kind"]]
        size = 3.5 + 7 * ((data.get("letters") or 0) / largest) ** 0.5
        axes.plot(x, y, marker, color=colour, markersize=size, markeredgecolor="white", markeredgewidth=0.6, zorder=3)
        side, shift = _SIDES[data["kind"]]
        above = size / 2 + 1.5 if side == "center" else 0
        axes.annotate(
            labels[node], (x + shift, y), (0, above), textcoords="offset points", ha=side,
            va="bottom" if above else "center", fontsize=8, path_effects=halo, zorder=4,
        )  # fmt: skip
    if not len(graph):
        return
    for kind, (side, _) in _SIDES.items():
        places = [positions[node] for node, layer in graph.nodes(data="kind") if layer == kind]
        if places:
            axes.text(
                places[0][0], 1.02, said[f"{kind}s"], ha=side, va="bottom", fontweight="bold", color=KINDS[kind][0]
            )
    lines = [
        Line2D([], [], color=colour, linestyle=dashes, linewidth=2, label=said[relation])
        for relation, (colour, dashes) in _RELATIONS.items()
        if any(found == relation for *_, found in graph.edges(data="relation"))
    ]
    lines += weight_key(heaviest, said)
    axes.legend(handles=lines, loc="upper center", bbox_to_anchor=(0.5, 0.0), ncols=len(lines), fontsize=8)
