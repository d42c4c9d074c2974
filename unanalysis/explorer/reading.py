"""A letter as the reader shows it: its text cut where findings begin and end, its facts, its versions and annexes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from unanalysis.corpus.summary import isolated
from unanalysis.corpus.where import LANGUAGE_NAMES
from unanalysis.graph.labels import entity_labels

if TYPE_CHECKING:
    import pandas as pd

    from unanalysis.corpus import Corpus

_ROLES = {
    "sender": "Sender",
    "on_behalf_of": "On behalf of",
    "addressee": "Addressee",
    "copied": "Copied to",
    "signatory": "Signatory",
}
_FACTS = {
    "symbol": "Symbol",
    "date": "Date of the letter",
    "issued": "Issued",
    "form": "Form",
    "language": "Language",
    "original_language": "Original language",
    "organ": "Issued under",
    "place": "Place",
    "session": "Session",
    "agenda_items": "Agenda items",
    "document_id": "File",
}
_NAMED = frozenset({"organ", "state"})


def read_letter(corpus: Corpus, letter_id: str, *, language: str = "en") -> dict[str, Any]:
    """Everything the reader shows of one letter.

    Parameters
    ----------
    corpus
        The corpus that has it.
    letter_id
        Its id.
    language
        Of the names of entities.

    Returns
    -------
    dict
        `id`, `title`, `language`, `direction` ("rtl" for Arabic), `part`;
        `segments`: `[text, [numbers of marks]]`, which together are the letter's text;
        `marks`: `{"kind", "value", "label", "rule", "text"}`, parties by their role and mentions by their kind;
        `facts`: `[name, value]`; `parties`: `[role, value]`; `versions`: `{"id", "language"}` of the same work;
        `tree`: `{"id", "label", "depth"}`, the covering letter with its annexes; `problems`: messages.
    """
    letters = corpus.letters
    letter = letters[letters["letter_id"] == letter_id].iloc[0]
    documents = corpus.documents
    text = documents.loc[documents["document_id"] == letter["document_id"], "text"]
    parties = corpus.parties[corpus.parties["letter_id"] == letter_id]
    mentions = corpus.mentions[corpus.mentions["letter_id"] == letter_id]
    problems = corpus.problems
    names = [value for frame, name in ((parties, "entity"), (mentions, "target")) for value in frame[name].dropna()]
    labels = entity_labels(dict.fromkeys(names), language)
    marks = [*_of_parties(parties, labels), *_of_mentions(mentions, labels)]
    whole = str(text.iloc[0]) if len(text) and text.notna().iloc[0] else ""
    start = 0 if _missing(letter["start"]) else int(letter["start"])
    end = len(whole) if _missing(letter["end"]) else int(letter["end"])
    return {
        "id": letter_id,
        "title": _said(letter["title"]) or _said(letter["symbol"]) or letter_id,
        "language": _said(letter["language"]),
        "direction": "rtl" if letter["language"] == "ar" else "ltr",
        "part": _said(letter["part"]),
        "segments": list(segments(whole, start, end, [mark.pop("span") for mark in marks])),
        "marks": marks,
        "facts": [[label, _fact(letter[name], name)] for name, label in _FACTS.items() if not _missing(letter[name])],
        "parties": _roles(parties, labels),
        "versions": _versions(letters, letter),
        "tree": _tree(letters, letter),
        "problems": problems.loc[problems["letter_id"] == letter_id, "message"].tolist(),
    }


def segments(text: str, start: int, end: int, spans: list[tuple[int, int] | None]) -> Iterator[tuple[str, list[int]]]:
    """Cut a text where spans begin and end, each piece with the numbers of the spans that it lies in, longest first.

    Examples
    --------
    >>> list(segments("a letter of France", 2, 18, [(2, 18), (12, 18), None]))
    [('letter of ', [0]), ('France', [0, 1])]
    """
    known = {number: span for number, span in enumerate(spans) if span and start <= span[0] < span[1] <= end}
    edges: dict[int, list[int]] = {}
    for number, span in known.items():
        for edge in span:
            edges.setdefault(edge, []).append(number)
    within: set[int] = set()
    at = start
    for edge in [*sorted(edges), end]:
        if edge > at:
            yield text[at:edge], sorted(within, key=lambda number: (known[number][0] - known[number][1], number))
            at = edge
        within ^= set(edges.get(edge, []))


def _of_parties(parties: pd.DataFrame, labels: dict[str, str]) -> Iterator[dict[str, Any]]:
    for row in parties.itertuples():
        yield {
            "span": _span(row),
            "kind": str(row.role),
            "value": _said(row.entity),
            "label": _person(row, labels),
            "rule": "",
        }


def _of_mentions(mentions: pd.DataFrame, labels: dict[str, str]) -> Iterator[dict[str, Any]]:
    for row in mentions.itertuples():
        target = _said(row.target)
        stated = "" if _missing(row.date) else f", adopted on {row.date:%Y-%m-%d}"
        yield {
            "span": _span(row),
            "kind": str(row.kind),
            "value": target,
            "label": (labels[target] if row.kind in _NAMED and target in labels else target) + stated,
            "rule": _said(row.pattern),
        }


def _person(row: Any, labels: dict[str, str]) -> str:
    entity = "" if _missing(row.entity) else labels.get(row.entity, row.entity)
    # The Secretary-General is both an office and an entity.
    parts = dict.fromkeys(filter(None, (_said(row.name), _said(row.capacity), entity)))
    return ", ".join(map(isolated, parts)) or isolated(" ".join(_said(row.text).split()))


def _roles(parties: pd.DataFrame, labels: dict[str, str]) -> list[list[str]]:
    order = {role: number for number, role in enumerate(_ROLES)}
    rows = sorted(parties.itertuples(), key=lambda row: order.get(str(row.role), len(order)))
    return [[_ROLES.get(str(row.role), str(row.role)), _person(row, labels)] for row in rows]


def _versions(letters: pd.DataFrame, letter: pd.Series) -> list[dict[str, str]]:
    same = letters[(letters["work_id"] == letter["work_id"]) | (letters["letter_id"] == letter["letter_id"])]
    return [
        {"id": id, "language": LANGUAGE_NAMES.get(code, _said(code) or "?")}
        for id, code in zip(same["letter_id"].tolist(), same["language"].tolist(), strict=True)
    ]


def _tree(letters: pd.DataFrame, letter: pd.Series) -> list[dict[str, Any]]:
    """The letter that covers all others, with what is annexed to it; other versions in a file have their own."""
    # A letter of a frame of one's own may have no document.
    of_document = letters["document_id"] == letter["document_id"]
    family = letters[of_document | (letters["letter_id"] == letter["letter_id"])]
    rows = {row.letter_id: row for row in family.itertuples()}
    children: dict[Any, list[Any]] = {}
    for row in rows.values():
        children.setdefault(row.parent_id, []).append(row)
    outermost = rows[letter["letter_id"]]
    for _ in rows:  # and not for ever, should a frame of one's own have letters that cover each other
        outermost = rows.get(outermost.parent_id, outermost)
    shown = set()

    def walk(row: Any, depth: int) -> Iterator[dict[str, Any]]:
        if row.letter_id in shown:
            return
        shown.add(row.letter_id)
        label = " · ".join(filter(None, (_said(row.label) or _said(row.part).capitalize(), _said(row.title))))
        yield {"id": row.letter_id, "label": label or row.letter_id, "depth": depth}
        for each in children.get(row.letter_id, []):
            yield from walk(each, depth + 1)

    return list(walk(outermost, 0))


def _span(row: Any) -> tuple[int, int] | None:
    return None if _missing(row.start) or _missing(row.end) else (int(row.start), int(row.end))


def _fact(value: Any, name: str) -> str:
    if name in ("date", "issued"):
        return f"{value:%Y-%m-%d}"
    return LANGUAGE_NAMES.get(value, str(value)) if name.endswith("language") else str(value)


def _missing(value: Any) -> bool:
    import pandas as pd

    return bool(pd.isna(value))


def _said(value: Any) -> str:
    return "" if _missing(value) else str(value)
