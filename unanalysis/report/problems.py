"""What could not be read, or is doubtful."""

from __future__ import annotations

from typing import Any

from unanalysis.report.material import Material

KINDS, FILES = 200, 20  # rows of the table, and files named in one
DIFFERENCES = 100
_ORDER = {"error": 0, "warning": 1, "note": 2}


def problems(material: Material) -> list[dict[str, Any]]:
    """A row for each message: how severe, where it holds (the first files, and how many more)."""
    frame = material.corpus.problems
    found: dict[tuple[str, str], list[str]] = {}
    where = frame["letter_id"].fillna(frame["document_id"]).fillna("")
    for severity, message, place in zip(
        frame["severity"].fillna("note"), frame["message"].fillna(""), where, strict=True
    ):
        found.setdefault((severity, message), []).append(place)
    ordered = sorted(found.items(), key=lambda item: (_ORDER.get(item[0][0], 3), -len(item[1]), item[0][1]))
    return [
        {
            "severity": severity,
            "message": message,
            "places": [(place, material.numbers.get(place)) for place in sorted(set(places))[:FILES]],
            "more": max(0, len(set(places)) - FILES),
            "count": len(places),
        }
        for (severity, message), places in ordered[:KINDS]
    ]


def differences(material: Material) -> dict[str, Any]:
    """What the versions of one letter say differently."""
    from unanalysis.corpus import disagreements

    say, frame = material.say, disagreements(material.corpus)
    shown = frame.head(DIFFERENCES).astype(object)

    def said(value: str | None, language: str | None) -> str:
        return say("says", value=value or say("silent"), language=say.of("languages", language))

    rows = [
        {
            "work": row["work_id"],
            "field": " ".join(filter(None, (say.of("fields", row["field"]), row["target"]))),
            "a": said(row["value_a"], row["language_a"]),
            "b": said(row["value_b"], row["language_b"]),
            "texts": [material.numbers.get(row["letter_id_a"]), material.numbers.get(row["letter_id_b"])],
        }
        for row in shown.where(shown.notna(), None).to_dict("records")
    ]
    return {"rows": rows, "all": len(frame)}
