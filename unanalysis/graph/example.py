"""Five letters about one situation, as frames: the corpus of the examples in this package's docstrings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unanalysis.corpus import Corpus

LETTERS = """
S_2013_591     S/2013/591 -          letter en S/2013/591 2013-10-07 -
S_2013_591_fr  S/2013/591 -          letter fr S/2013/591 2013-10-07 -
S_2013_603     S/2013/603 -          letter en S/2013/603 2013-10-11 -
S_2014_85      S/2014/85  -          letter en S/2014/85  2014-02-06 -
S_2014_85/a    S/2014/85/a S_2014_85 annex  en S/2014/85  2014-02-03 Annex
"""
PARTIES = """
S_2013_591     sender    SG  secretariat
S_2013_591     addressee S   organ
S_2013_591_fr  sender    SG  secretariat
S_2013_591_fr  addressee S   organ
S_2013_603     sender    S   organ
S_2013_603     addressee SG  secretariat
S_2014_85      sender    SYR state
S_2014_85      addressee SG  secretariat
S_2014_85      addressee S   organ
S_2014_85/a    sender    OPCW organization
S_2014_85/a    addressee SG  secretariat
"""
MENTIONS = """
S_2013_591     resolution S/RES/2118(2013) 100 116
S_2013_591     resolution S/RES/2118(2013) 140 156
S_2013_591_fr  resolution S/RES/2118(2013) 110 126
S_2013_603     document   S/2013/591       40  50
S_2013_603     resolution S/RES/2118(2013) 90  106
S_2014_85      resolution S/RES/2118(2013) 70  86
S_2014_85      organ      OPCW             20  24
S_2014_85/a    resolution S/RES/2118(2013) 310 326
S_2014_85/a    resolution A/RES/67/97      350 361
"""


def example_corpus() -> Corpus:
    """The letters, parties and mentions of five letters, four works (one is there in two languages).

    >>> example_corpus().letters["work_id"].nunique()
    4
    """
    import pandas as pd

    from unanalysis.corpus import SCHEMA, Corpus

    def frame(name: str, table: str, columns: str) -> pd.DataFrame:
        rows = [[None if cell == "-" else cell for cell in line.split()] for line in table.strip().splitlines()]
        return pd.DataFrame(rows, columns=columns.split()).reindex(columns=list(SCHEMA[name]))

    return Corpus(
        letters=frame("letters", LETTERS, "letter_id work_id parent_id part language symbol date label"),
        parties=frame("parties", PARTIES, "letter_id role entity entity_kind"),
        mentions=frame("mentions", MENTIONS, "letter_id kind target start end"),
    )
