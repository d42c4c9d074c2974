"""The text of each letter, with its facts and with everything that was found in it marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from unanalysis.corpus.summary import isolated
from unanalysis.report.marks import Mark, marked
from unanalysis.report.material import Material

#: role of a party → the string that names its line among the facts
ROLES = {
    "sender": "from",
    "addressee": "to",
    "signatory": "signatory",
    "on_behalf_of": "on_behalf_of",
    "copied": "copied_to",
}
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur"})


@dataclass(frozen=True)
class Fact:
    """A line above a text: its name, its value, and the number of the text that the value leads to, if any.

    `direction` is that of the value: words of the letter have their own, others that of the report.
    """

    name: str
    value: str
    text: int | None = None
    direction: str = ""


@dataclass(frozen=True)
class Text:
    """One version of a letter. `html` is its text, escaped and marked; `cut` says that it goes on in the file."""

    number: int
    label: str
    language: str
    direction: str
    facts: list[Fact]
    html: str
    cut: bool


def texts(material: Material, length: int | None = None) -> Iterator[Text]:
    """The texts in the order of the list of letters, each up to `length` characters."""
    corpus, say = material.corpus, material.say
    letters = _records(corpus.letters, "letter_id")
    documents = _records(corpus.documents, "document_id")
    parties, mentions = _by_letter(corpus.parties), _by_letter(corpus.mentions)
    for node in material.nodes:
        for id in node["letter_ids"]:
            letter = letters[id]
            document = documents.get(letter["document_id"], {})
            text = document.get("text") or ""
            start = letter["start"] or 0
            end = letter["end"] if letter["end"] is not None else len(text)
            cut = length is not None and end - start > length
            found = [*_party_marks(parties[id], material), *_mention_marks(mentions[id], material)]
            language = material.languages[id]
            yield Text(
                number=material.numbers[id],
                label=f"{material.label(node)} ({say.of('languages', language)})",
                language=language,
                direction="rtl" if language in _RIGHT_TO_LEFT else "auto",
                facts=list(_facts(letter, node, parties[id], material)),
                html=marked(text, start, start + length if cut and length else end, found),
                cut=cut,
            )


def _facts(
    letter: dict[str, Any], node: dict[str, Any], parties: list[dict[str, Any]], material: Material
) -> Iterator[Fact]:
    say = material.say
    date = letter["date"]
    values = {
        "title_of_letter": letter["title"],
        "date_column": say.written(date.date()) if date is not None else letter["date_text"],
        "symbol": letter["symbol"],
        "form": say.of("forms", letter["form"]) if letter["form"] else None,
        "original": say.of("languages", letter["original_language"]) if letter["original_language"] else None,
    }
    for name, value in values.items():
        if value:
            direction = "auto" if name == "title_of_letter" else ""
            yield Fact(say(name), isolated(" ".join(str(value).split())), direction=direction)
    for role, name in ROLES.items():
        acting = dict.fromkeys(described(party, material) for party in parties if party["role"] == role)
        if acting:
            yield Fact(say(name), "; ".join(acting))
    if letter["parent_id"] in material.numbers:
        covering = material.numbers[letter["parent_id"]]
        yield Fact(say("annexed_to"), str(letter["parent_id"]), covering)
    if letter["document_id"] is not None:
        yield Fact(say("file"), material.files.get(letter["document_id"], letter["document_id"]))


def described(party: dict[str, Any], material: Material) -> str:
    """Who acts, as far as it is known: person, capacity, entity; else the words of the letter."""
    # The Secretary-General is an office and an entity of one name.
    named = party["capacity"] and party["entity"] != "SG"
    capacity = material.say.of("capacities", party["capacity"]) if named else None
    entity = material.name(party["entity"]) if party["entity"] else None
    known = [part for part in (party["name"], capacity, entity) if part]
    return ", ".join(map(isolated, known)) or isolated(" ".join((party["text"] or "").split()))


def _party_marks(parties: list[dict[str, Any]], material: Material) -> Iterator[Mark]:
    for party in parties:
        if party["start"] is not None and party["end"] is not None:
            meaning = f"{material.say.of('roles', party['role'])}: {described(party, material)}"
            yield Mark(party["start"], party["end"], f"party {party['role']}", meaning)


def _mention_marks(mentions: list[dict[str, Any]], material: Material) -> Iterator[Mark]:
    for mention in mentions:
        if mention["start"] is not None and mention["end"] is not None:
            kind = mention["kind"]
            meaning = f"{material.say.of('kinds', kind)}: {mention['target'] or ''}"
            yield Mark(mention["start"], mention["end"], kind, meaning)


def _records(frame: Any, key: str) -> dict[str, dict[str, Any]]:
    """Rows by their id; what is missing is None."""
    return {row[key]: row for row in _plain(frame)}


def _by_letter(frame: Any) -> defaultdict[str, list[dict[str, Any]]]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _plain(frame):
        found[row["letter_id"]].append(row)
    return found


def _plain(frame: Any) -> list[dict[str, Any]]:
    plain = frame.astype(object)
    rows: list[dict[str, Any]] = plain.where(plain.notna(), None).to_dict("records")
    return rows
