"""What a reader sees of a node: the name of an entity, who adopted a resolution, the halves of a joint symbol."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unanalysis.graph.works import Frames

# `A/74/976-S/2020/773`: a hyphen that joins two symbols stands before a series; in `SR.11-13` and `ES-10` none follows.
_JOINT = re.compile(r"-(?=[A-Z][A-Z.]*\d*/)")
# `A/HRC/RES/46/22`, `UNEP/EA.4/RES.6`, `S/PRST/2019/13`: the body's series symbol, perhaps a session, the kind of text.
_ADOPTED = re.compile(r"(?P<body>.+?)(?:\.\d+)?/(?:RES|PRST|DEC)[./]")


def halves(symbol: str) -> list[str]:
    """The symbols that a joint symbol is made of.

    >>> halves("A/74/976-S/2020/773")
    ['A/74/976', 'S/2020/773']
    >>> halves("A/ES-10/650")
    ['A/ES-10/650']
    """
    return _JOINT.split(symbol)


def adopting_body(citation: str) -> str | None:
    """The organ that adopted a resolution, decision or presidential statement, by its canonical form.

    >>> [adopting_body(c) for c in ("S/RES/2254(2015)", "A/HRC/RES/46/22", "UNEP/EA.4/RES.6", "S/2020/764")]
    ['S', 'A/HRC', 'UNEP/EA', None]
    """
    match = _ADOPTED.match(citation)
    return match["body"] if match else None


def entity_labels(entities: Iterable[str], language: str) -> dict[str, str]:
    """The short name of each entity in a language; its id where the lexicon has none."""
    from unanalysis.lexicon import label

    return {entity: label(entity, language=language) for entity in entities}


def entity_kinds(corpus: Frames) -> dict[str, str]:
    """The kind of each entity: as the letters' parties have it, else as the lexicon has it."""
    from unanalysis.lexicon import entities

    parties = (
        corpus.parties[["entity", "entity_kind"]].dropna().drop_duplicates().sort_values(["entity", "entity_kind"])
    )
    stated = dict(zip(parties["entity"], parties["entity_kind"], strict=True))
    return {entity: known.kind for entity, known in entities().items()} | stated
