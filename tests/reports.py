"""Corpora for tests of reports: letters that mean harm, and letters of which nothing is known."""

import pandas as pd

from unanalysis.corpus import SCHEMA, Corpus

#: what a letter may hold that would do harm in a page that does not take care
HARM = (
    '<script>document.title = "harmed"</script>"><img src=x onerror=\'document.title = "harmed"\'></script></style>'
    "{{ 7 * 7 }} {% raw %} &lt; \u202e\u0007\u2028]]>-->"
)


def frame(table: str, /, **columns: object) -> pd.DataFrame:
    return pd.DataFrame(columns).reindex(columns=list(SCHEMA[table]))


def hostile() -> Corpus:
    """Three letters in which every value that a file can bring along means harm; the second answers the first."""
    text = f"{HARM} مرحبا {HARM}"
    symbols = [f"S/1{HARM}", f"S/2{HARM}", f"S/2{HARM}"]
    ids = ["a" + HARM, "b" + HARM, "c" + HARM]
    return Corpus(
        documents=frame("documents", document_id=ids, path=ids, format="text", sha256=[HARM] * 3, text=[text] * 3),
        letters=frame(
            "letters",
            letter_id=ids,
            work_id=ids,
            document_id=ids,
            parent_id=[None, None, ids[1]],
            part=["letter", "letter", HARM],
            label=[None, None, HARM],
            form=HARM,
            language=["ar", HARM, "en"],
            original_language=HARM,
            symbol=symbols,
            date=pd.to_datetime(["2014-01-01", "2014-02-03", None]),
            date_text=HARM,
            title=HARM,
            start=[0, 0, 5],
            end=[len(text)] * 3,
        ),
        parties=frame(
            "parties",
            letter_id=[ids[0], ids[0], ids[1], ids[2]],
            role=["sender", "addressee", "sender", "signatory"],
            entity=[HARM, f"S{HARM}", f"x{HARM}", None],
            entity_kind=["state", "organ", "state", "person"],
            capacity=HARM,
            name=HARM,
            text=HARM,
            start=[0, 5, 0, 8],
            end=[9, 40, 30, 12],
        ),
        mentions=frame(
            "mentions",
            letter_id=[ids[0], ids[1], ids[1], ids[2]],
            kind=["resolution", "document", "organ", HARM],
            target=[f"S/RES/1({HARM})", symbols[0], HARM, HARM],
            text=HARM,
            start=[3, 3, 20, 6],
            end=[30, 25, 60, 9],
        ),
        problems=frame("problems", document_id=ids[:1], letter_id=ids[:1], stage=HARM, severity=[HARM], message=[HARM]),
        filters=(HARM,),
        expression=f"corpus.where({HARM!r})",
    )


def unknown() -> Corpus:
    """A letter of which nothing is known but that it is there."""
    return Corpus(
        documents=frame("documents", document_id=["a"]), letters=frame("letters", letter_id=["a"], document_id=["a"])
    )
