"""How a report came about: versions, settings, files with their digests, and how well the program reads."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from unanalysis.report.material import Material


@dataclass(frozen=True)
class Method:
    """What the section on method says."""

    version: str
    lexicon: str
    expression: str
    settings: list[str]
    files: list[tuple[str, str]]
    collection: str
    accuracy: dict[str, Any]

    @property
    def languages(self) -> list[str]:
        """The languages in which something was measured, as `accuracy.yaml` has them."""
        return list(dict.fromkeys(row["language"] for row in self.accuracy["measured"] if "language" in row))

    @property
    def by_language(self) -> dict[tuple[str, str], dict[str, tuple[float, int]]]:
        """What was measured language by language: (task, figure) → language → share, number of cases."""
        found: dict[tuple[str, str], dict[str, tuple[float, int]]] = {}
        for row in self.accuracy["measured"]:
            if "language" in row:
                figure = "right" if "right" in row else "recall"
                found.setdefault((row["task"], figure), {})[row["language"]] = row[figure], row["n"]
        return found

    @property
    def overall(self) -> list[dict[str, Any]]:
        """What was measured in all languages together."""
        return [row for row in self.accuracy["measured"] if "language" not in row]


def method(material: Material, settings: list[str]) -> Method:
    """Collect it."""
    from importlib.metadata import version

    from unanalysis.lexicon import VERSION, entities

    documents = material.corpus.documents
    listed = sorted(
        (material.files[id], digest or "")
        for id, digest in zip(documents["document_id"], documents["sha256"].fillna(""), strict=True)
    )
    return Method(
        version=version("unanalysis"),
        lexicon=material.say("lexicon_value", version=VERSION, entities=len(entities()), digest=lexicon_digest()),
        expression=material.corpus.expression,
        settings=settings,
        files=listed,
        collection=collection_digest([digest for _, digest in listed]),
        accuracy=accuracy(),
    )


def collection_digest(digests: list[str]) -> str:
    """One digest for all files, whatever they are called and in whatever order they were read."""
    return hashlib.sha256("\n".join(sorted(digests)).encode()).hexdigest()


@cache
def lexicon_digest() -> str:
    """The digest of the files of the lexicon, by which two installations tell whether they read by the same words."""
    digest = hashlib.sha256()
    folder = files("unanalysis.lexicon")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith((".csv", ".yaml", ".txt")):
            digest.update(file.name.encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


@cache
def accuracy() -> dict[str, Any]:
    """What was measured, on what and how, as `accuracy.yaml` has it."""
    import yaml

    measured: dict[str, Any] = yaml.safe_load((files(__package__) / "accuracy.yaml").read_text(encoding="utf-8"))
    return measured
