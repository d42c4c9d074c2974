"""Held against gold annotations of real documents, where these lie beside the project (see the README's figures)."""

import re
import subprocess
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

import unanalysis as un
from unanalysis.read import read_file

CITED = {"resolution", "decision", "statement", "document"}


def score(shared: Path, *arguments: str) -> str:
    command = [sys.executable, str(shared / "eval" / "score.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_citations(shared: Path) -> None:
    said = score(shared, "citations", "--every", "12")
    recall, worst, wrong, links = re.findall(r"recall (\S+), worst language (\S+), wrong (\d+), links (\d+)", said)[0]
    assert float(recall) >= 0.997, said
    assert float(worst) >= 0.99, said  # of a twelfth of the links: one missed is 0.1 %
    assert int(wrong) <= 0.0025 * int(links), said


def test_titles(shared: Path) -> None:
    said = score(shared, "titles")
    assert float(re.findall(r"whole titles all right: (\S+)", said)[0]) >= 0.97, said
    in_text = [float(line.split()[-1]) for line in said.splitlines() if line.startswith("in text")]
    assert len(in_text) == 6
    assert min(in_text) >= 0.8, said


def test_letters(shared: Path) -> None:
    said = score(shared, "letters", "--texts", str(shared / "letters"))
    assert float(re.findall(r"all fields together: F1 (\S+)", said)[0]) >= 0.97, said


def paragraphs(path: Path) -> list[str]:
    return [line for line in read_file(path).text.split("\n") if line.strip()]


@pytest.mark.parametrize(("body", "issuer"), [("SC", "S"), ("GA", "A")])
def test_versions_of_a_resolution_cite_the_same(shared: Path, body: str, issuer: str) -> None:
    """In 99 of 100 pairs of paragraphs the citations found are the same in every two languages."""
    works: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for path in sorted((shared / "akn" / body).rglob("*.xml")):
        works[path.name.rsplit("-", 1)[0]][path.parent.name] = paragraphs(path)
    same = pairs = 0
    for versions in works.values():
        if len(versions) < 6 or len({len(lines) for lines in versions.values()}) > 1:
            continue  # a version with a paragraph more or less: its paragraphs cannot be told which is which
        found = {
            language: [
                {
                    m.target
                    for m in un.find_mentions(line, language, issuer)
                    if m.kind in CITED and m.pattern != "citations.said"
                }
                for line in lines
            ]
            for language, lines in versions.items()
        }
        for one, other in combinations(found, 2):
            for mine, yours in zip(found[one], found[other], strict=True):
                pairs += 1
                same += mine == yours
    assert pairs > 500
    assert same >= 0.99 * pairs
