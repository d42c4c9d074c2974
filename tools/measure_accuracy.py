"""Measures how well this version reads, and writes what it measured into unanalysis/report/accuracy.yaml.

    python tools/measure_accuracy.py ../shared/eval/score.py 2026-11-21

Takes the scorer that comes with the annotated documents, and the day. The figures are those that the scorer prints:
nobody types them. Reports quote the file in their section on method.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent.parent / "unanalysis" / "report" / "accuracy.yaml"
HEAD = "# How well this version reads. Written by tools/measure_accuracy.py, not by hand; reports quote it.\n"
TASKS = {"SC": "citations of the Security Council", "GA": "citations of the General Assembly"}
TASKS |= {"title": "whole titles", "in text": "titles in running text"}


def main(scorer: str, day: str) -> None:
    """Measure, print, write."""
    measured: list[dict[str, Any]] = []
    for kind, read in {"citations": citations, "titles": titles, "letters": letters}.items():
        command = [sys.executable, scorer, kind]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        print(printed)
        measured += filter(None, map(read, printed.splitlines()))
    content = {
        "date": date.fromisoformat(day),
        "version": version("unanalysis"),
        "measured": measured,
        "sources": [{"name": kind, "command": f"score.py {kind}"} for kind in ("citations", "titles", "letters")],
    }
    FILE.write_text(HEAD + yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=120), encoding="utf-8")


def citations(line: str) -> dict[str, Any] | None:
    """`GA ar  10437  0.9987  4  10  281`: links of the publisher, recall, missed, wrong, extra."""
    cells = line.split()
    if len(cells) != 7 or cells[0] not in TASKS:
        return None
    return {"task": TASKS[cells[0]], "language": cells[1], "n": int(cells[2]), "recall": float(cells[3])}


def titles(line: str) -> dict[str, Any] | None:
    """`in text ar  30  1.000  1.000  1.000  1.000  1.000`: form, dates, senders, addressees, all right."""
    cells = line.rsplit(maxsplit=7)
    if len(cells) != 8 or cells[0] not in TASKS or not cells[2].isdigit():
        return None
    return {"task": TASKS[cells[0]], "language": cells[1], "n": int(cells[2]), "right": float(cells[7])}


def letters(line: str) -> dict[str, Any] | None:
    """`senders: entity  13  1.000  1.000  1.000`: values in the annotations, precision, recall, F1."""
    cells = line.rsplit(maxsplit=4)
    if len(cells) != 5 or not cells[1].isdigit():
        return None
    return {"task": cells[0], "n": int(cells[1]), "precision": float(cells[2]), "recall": float(cells[3])}


if __name__ == "__main__":
    main(*sys.argv[1:3])
