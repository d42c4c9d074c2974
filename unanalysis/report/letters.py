"""The list of letters: a row for each, in whatever language it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from unanalysis.report.material import Material

CITED = 4  # resolutions named in a row; more are counted


def rows(material: Material) -> Iterator[dict[str, Any]]:
    """The rows in the order of the letters' dates, those without a date last."""
    say = material.say
    for node, resolutions in zip(material.nodes, material.resolutions, strict=True):
        yield {
            "date": node["date"],
            "label": material.label(node),
            "kind": say.of("forms", node["form"]) if node["form"] else "",
            "from": material.names(node["senders"]),
            "to": material.names(node["addressees"]),
            "cites": ", ".join(resolutions[:CITED]),
            "more": max(0, len(resolutions) - CITED),
            "cited": len(resolutions),
            "texts": [(material.numbers[id], material.languages[id]) for id in node["letter_ids"]],
        }
