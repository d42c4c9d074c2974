"""Corpora for tests: readings composed by hand, and tables of anything."""

from datetime import date as Date

from hypothesis import strategies as st

from unanalysis.corpus import SCHEMA, Corpus, build
from unanalysis.types import Letter, Mention, Party, Problem, Reading, Source

BLANK = dict.fromkeys(
    ("label", "original_language", "symbol", "organ", "date", "date_text", "issued", "place", "session", "title")
)


def letter(place="", work=None, parent=None, parties=(), mentions=(), span=(0, 40), **facts) -> Letter:
    """A letter at a place of its document; what is not said is missing."""
    facts = BLANK | {"part": "annex" if parent is not None else "letter", "form": "letter", "language": "en"} | facts
    return Letter(
        letter_id=place,
        work_id=place if work is None else work,
        parent_id=parent,
        agenda_items=facts.pop("agenda_items", ()),
        start=span[0],
        end=span[1],
        parties=tuple(
            Party(role, entity, kind, capacity, name, entity or name, 0, 4)
            for role, entity, kind, capacity, name in parties
        ),
        mentions=tuple(Mention(kind, target, target, 5, 9) for kind, target in mentions),
        **facts,
    )


def source(path: str, text: str = "Letter dated 3 May 2014 from the Permanent", digest: str | None = None) -> Source:
    return Source(path, "text", path if digest is None else digest, text)


UKRAINE = ("sender", "UKR", "state", "Permanent Representative", None)
SERGEYEV = ("signatory", "UKR", "state", "Permanent Representative", "Oleh Ivanenko")
RUSSIA = ("sender", "RUS", "state", "Permanent Representative", None)
COUNCIL = ("addressee", "S", "organ", "President", None)
SECRETARY = ("addressee", "SG", "secretariat", "Secretary-General", None)


def readings() -> list[Reading]:
    """Four works in six letters: two versions of one, an annexed letter, one without a date, and a broken file."""
    return [
        Reading(
            source(
                "letters/S_2014_136.txt", "Letter dated 28 February 2014 about the situation. Annex: chemical  weapons."
            ),
            (
                letter(
                    **{"symbol": "S/2014/136", "organ": "S", "date": Date(2014, 2, 28), "issued": Date(2014, 3, 1)},
                    parties=(UKRAINE, COUNCIL, SERGEYEV),
                    mentions=(("resolution", "S/RES/2118(2013)"), ("resolution", "A/RES/68/262")),
                    span=(0, 80),
                ),
                letter(
                    "/annex-1",
                    parent="",
                    label="Annex",
                    symbol="S/2014/136",
                    date=Date(2014, 1, 5),
                    parties=(RUSSIA, SECRETARY),
                    mentions=(("document", "S/2013/591"), ("state", "UKR")),
                    span=(51, 80),
                ),
            ),
            (Problem("parse", "note", "No place.", letter_id=""), Problem("parse", "warning", "Garbled.")),
        ),
        Reading(
            source("letters/S_2014_136_F.txt", "Lettre datée du 28 février 2014"),
            (
                letter(
                    **{"symbol": "S/2014/136", "organ": "S", "date": Date(2014, 2, 27), "language": "fr"},
                    parties=(UKRAINE, COUNCIL),
                    mentions=(("resolution", "S/RES/2118(2013)"),),
                ),
            ),
        ),
        Reading(
            source("letters/note.txt", "رسالة\nNote verbale"),
            (
                letter("#ar", "", language="ar", form="note verbale", parties=(RUSSIA, COUNCIL), span=(0, 5)),
                letter(
                    "#en", "", form="note verbale", parties=(RUSSIA, COUNCIL), agenda_items=("33", "34"), span=(6, 18)
                ),
            ),
        ),
        Reading(
            source("other/note.txt", "Identical letters"),
            (
                letter(
                    **{"form": "identical letters", "symbol": "A/74/976-S/2020/773", "organ": "A; S"},
                    issued=Date(2020, 8, 3),
                    parties=(UKRAINE, COUNCIL, SECRETARY),
                ),
            ),
        ),
        Reading(Source("letters/broken.pdf", "pdf", "x", "", problems=(Problem("read", "error", "It is damaged."),))),
    ]


def corpus() -> Corpus:
    return build(readings())


def _cell(dtype: str) -> st.SearchStrategy[object]:
    hostile = st.sampled_from(
        ["NA", "None", "nan", "=1+1", '"', "a\r\nb", "a\rb", "a,b", "\x00", "\ufeff", "\u2028", " "]
    )
    values = {
        "str": st.text(st.characters(exclude_categories=["Cs"])) | hostile,
        "Int64": st.integers(0, 2**40),
        "datetime64[s]": st.dates(Date(1945, 1, 1), Date(2100, 1, 1)),
    }
    return st.none() | values[dtype]


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Corpora whose cells hold anything that their columns may hold."""
    import pandas as pd

    ids = draw(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), unique=True, max_size=4))
    frames = {}
    for name, schema in SCHEMA.items():
        rows = len(ids) if name in ("documents", "letters") else draw(st.integers(0, 3)) * bool(ids)
        columns = {
            column: draw(st.lists(_cell(dtype), min_size=rows, max_size=rows)) for column, dtype in schema.items()
        }
        for column in {"document_id", "letter_id"} & set(columns):
            columns[column] = (
                ids if name in ("documents", "letters") else [draw(st.sampled_from(ids)) for _ in range(rows)]
            )
        frames[name] = pd.DataFrame(columns, dtype=object)
    return Corpus(**frames, filters=("in French",), expression="corpus.where(language='fr')")
