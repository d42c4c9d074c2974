"""Who writes to whom, and who cites what: tables of counts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from unanalysis.graph.labels import adopting_body
from unanalysis.report.material import Material

ROWS, COLUMNS = 25, 10  # senders and organs of the matrix, those with the most letters
SHADES = 6
CITED, CITING = 25, 6  # resolutions in the list; senders named beside each


def matrix(material: Material) -> dict[str, Any]:
    """Letters of each sender to each organ: names of rows and columns, cells, sums, and how many there are in all."""
    pairs = Counter(
        (sender, organ)
        for senders, organs in zip(material.senders, material.organs, strict=True)
        for sender in senders
        for organ in organs
    )
    both = [(s, o) for s, o in zip(material.senders, material.organs, strict=True) if s and o]
    rows = material.most([senders for senders, _ in both])
    columns = material.most([organs for _, organs in both])
    highest = max(pairs.values(), default=1)
    shown = [
        {
            "id": sender,
            "name": material.name(sender),
            "sum": count,
            "cells": [(pairs[sender, organ], shade(pairs[sender, organ], highest)) for organ, _ in columns[:COLUMNS]],
        }
        for sender, count in rows[:ROWS]
    ]
    return {
        "rows": shown,
        "columns": [{"id": organ, "name": material.name(organ), "sum": sum_} for organ, sum_ in columns[:COLUMNS]],
        "of": (len(rows), len(columns)),
    }


def shade(count: int, highest: int) -> int:
    """How dark a cell is, from 0 to `SHADES`: by the root, so that small numbers are seen beside large ones."""
    return 0 if not count else max(1, round(SHADES * (count / highest) ** 0.5))


def cited(material: Material) -> dict[str, Any]:
    """The resolutions that most letters cite, with the first and last date, and the senders that cite them most."""
    citing: dict[str, list[int]] = {}
    for work, resolutions in enumerate(material.resolutions):
        for resolution in resolutions:
            citing.setdefault(resolution, []).append(work)
    most = sorted(citing.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = []
    for resolution, works in most[:CITED]:
        dates = sorted(date for work in works if (date := material.dates[work]))
        senders = material.most([material.senders[work] for work in works])
        names = [f"{material.name(sender)} ({material.say.written(count)})" for sender, count in senders[:CITING]]
        if len(senders) > CITING:
            names.append(f"+ {len(senders) - CITING}")
        rows.append(
            {
                "resolution": resolution,
                "body": material.name(adopting_body(resolution) or ""),
                "count": len(works),
                "first": dates[0] if dates else None,
                "last": dates[-1] if dates else None,
                "by": ", ".join(names),
            }
        )
    return {"rows": rows, "all": len(most), "highest": len(most[0][1]) if most else 1}
