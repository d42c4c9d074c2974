"""Composes a corpus of any size, always the same for the same seed: what the benchmarks are run on.

Nothing in it is a real letter. It has the shapes that cost time in real ones: a few senders that write most letters,
organs and resolutions of which a few are in everybody's mouth, situations that run for years, letters in several
languages, annexed letters by others, proposals of the Secretary-General and the answers of the Council.

    python benchmarks/generate.py 1000 10000        # letters, mentions; prints what came out
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pandas as pd

from unanalysis.corpus import SCHEMA, Corpus
from unanalysis.lexicon import label

STATES = """
AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV
KHM CMR CAN CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ
ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR
KAZ KEN KIR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MCO MNG MNE MAR
MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR MDA ROU RUS RWA KNA
LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK THA TLS TGO TON
TTO TUN TUR TKM TUV UGA UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE
""".split()  # noqa: SIM905
ORGANS = (
    "A",
    "S",
    "E",
    "A/HRC",
    "A/C.1",
    "A/C.3",
    "A/C.5",
    "A/C.6",
    "ICJ",
    "OPCW",
    "IAEA",
    "UNHCR",
    "DESA",
    "OLA",
    "DPO",
)
SECRETARIAT = frozenset({"SG", "DESA", "OLA", "DPO"})
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
#: a title (sender, addressee), a sentence that cites (what), and how a resolution is written (number)
WORDS = {
    "en": ("Letter from {} addressed to {}", "In this connection we recall {}.", "resolution {}"),
    "fr": ("Lettre adressée par {} à {}", "À cet égard, nous rappelons {}.", "résolution {}"),
    "es": ("Carta de {} dirigida a {}", "A este respecto recordamos {}.", "resolución {}"),
    "ru": ("Письмо от {} на имя {}", "В этой связи напоминаем: {}.", "резолюция {}"),
    "ar": ("رسالة من {} موجهة إلى {}", "وفي هذا الصدد نذكّر بما يلي: {}.", "القرار {}"),
    "zh": ("{}给{}的信", "在这方面,我们回顾{}。", "第{}号决议"),
}


def generate(letters: int, mentions: int, seed: int = 1) -> Corpus:
    """A corpus with that many letters (language versions and annexed letters among them) and mentions."""
    return Corpus(**frames(letters, mentions, seed))


def frames(letters: int, mentions: int, seed: int = 1) -> dict[str, pd.DataFrame]:
    """The five frames of such a corpus."""
    random = np.random.default_rng(seed)
    works = _works(letters, random)
    works["mentions"] = _how_many(works["versions"].to_numpy(), mentions, random)
    named = _named(works, random)
    return _written(works, named)


def _heavy(count: int, random: np.random.Generator, size: int) -> np.ndarray[Any, Any]:
    """Numbers below `count` whose frequencies fall as those of words do (Zipf's law)."""
    weights = 1 / np.arange(1, count + 1)
    return random.choice(count, size=size, p=weights / weights.sum())


def _works(letters: int, random: np.random.Generator) -> pd.DataFrame:
    """One row a work: date, sender, addressees, situation, how many versions, and what it annexes or answers."""
    # Most letters are there in one language; 12 works in 100 in two to six.
    versions = np.where(random.random(letters) < 0.12, random.integers(2, 7, letters), 1)
    versions = versions[: int(np.searchsorted(versions.cumsum(), letters)) + 1]
    versions[-1] -= versions.sum() - letters
    size = len(versions)
    days = np.sort(random.triangular(0, 9000, 11000, size)).astype(int)
    works = pd.DataFrame({"date": np.datetime64("1994-01-03") + days, "versions": versions})
    works["year"] = works["date"].dt.year
    states = np.array(STATES, dtype=object)[random.permutation(len(STATES))]
    draw = random.random(size)
    sender = np.where(draw < 0.8, states[_heavy(len(STATES), random, size)], "SG").astype(object)
    sender[(draw > 0.9) & (draw < 0.95)] = "S"
    sender[draw >= 0.95] = np.array(ORGANS[2:], dtype=object)[
        _heavy(len(ORGANS) - 2, random, int((draw >= 0.95).sum()))
    ]
    works["sender"] = sender
    addressee = np.array(["S", "SG", "S; SG", "A; S", "A", "A/HRC", "E", "MEMBER_STATES"], dtype=object)
    works["addressees"] = addressee[random.choice(8, size, p=[0.4, 0.3, 0.12, 0.05, 0.06, 0.03, 0.02, 0.02])]
    works.loc[works["sender"] == "SG", "addressees"] = "S"
    works.loc[works["sender"] == "S", "addressees"] = "SG"
    works["situation"] = _heavy(60, random, size)
    number = works.groupby("year").cumcount() + 1
    works["symbol"] = "S/" + works["year"].astype(str) + "/" + number.astype(str)
    works["work_id"] = works["symbol"]
    # An annexed letter follows its covering letter, in as many languages; it comes from another sender.
    annexed = (random.random(size) < 0.1) & (versions == np.roll(versions, 1)) & (np.arange(size) > 0)
    annexed &= ~np.roll(annexed, 1)
    covering = np.flatnonzero(annexed) - 1
    works["covering"] = pd.Series(covering, index=np.flatnonzero(annexed)).reindex(range(size), fill_value=-1)
    works.loc[annexed, ["symbol", "date"]] = works.loc[covering, ["symbol", "date"]].to_numpy()
    works.loc[annexed, "work_id"] = works.loc[annexed, "symbol"] + "/annex-1"
    # The President of the Council answers the Secretary-General's last letter.
    proposals = pd.Series(np.where((works["sender"] == "SG") & ~annexed, works.index, np.nan)).ffill()
    answers = (works["sender"] == "S") & (random.random(size) < 0.7) & proposals.notna()
    works["answered"] = works["symbol"].reindex(proposals.where(answers)).to_numpy()
    return works


def _how_many(versions: np.ndarray[Any, Any], mentions: int, random: np.random.Generator) -> np.ndarray[Any, Any]:
    """How many mentions each work has, so that all versions together have as many as asked for."""
    share = random.lognormal(0, 0.8, len(versions))
    count = (share * mentions / (share * versions).sum()).astype(int)
    single = np.flatnonzero(versions == 1)
    missing = mentions - int((count * versions).sum())
    count[single] += missing // len(single)
    count[single[: missing % len(single)]] += 1
    return count


def _named(works: pd.DataFrame, random: np.random.Generator) -> pd.DataFrame:
    """What each work names: the resolutions of its situation above all."""
    work = np.repeat(np.arange(len(works)), works["mentions"])
    rows = works.iloc[work]
    draw = random.random(len(work))
    # A situation has two resolutions a year; letters cite the newer ones more often.
    age = np.minimum(random.geometric(0.25, len(work)) - 1, rows["year"].to_numpy() - 1994)
    year = rows["year"].to_numpy() - age
    half = random.integers(0, 2, len(work))
    number = 900 + (year - 1994) * 60 + rows["situation"].to_numpy() // 2 * 2 + half
    council = pd.Series("S/RES/" + pd.Series(number).astype(str) + "(" + pd.Series(year).astype(str) + ")")
    assembly = "A/RES/" + pd.Series(year - 1945).astype(str) + "/" + pd.Series(1 + number % 250).astype(str)
    target = council.where((rows["situation"] % 2 == 0).to_numpy(), assembly).to_numpy(dtype=object)
    kind = np.full(len(work), "resolution", dtype=object)
    organ, state, document = draw > 0.65, draw > 0.8, draw > 0.92
    kind[organ], kind[state], kind[document] = "organ", "state", "document"
    target[organ] = np.array(ORGANS, dtype=object)[_heavy(len(ORGANS), random, int(organ.sum()))]
    target[state] = np.array(STATES, dtype=object)[_heavy(len(STATES), random, int(state.sum()))]
    earlier = (work[document] * random.random(int(document.sum())) ** 0.1).astype(int)
    target[document] = works["symbol"].to_numpy(dtype=object)[earlier]
    named = pd.DataFrame({"work": work, "kind": kind, "target": target})
    # An answer cites what it answers in its first mention.
    first = named.groupby("work").head(1).index
    answered = works["answered"].reindex(named.loc[first, "work"]).to_numpy()
    known = pd.notna(answered)
    named.loc[first[known], "kind"] = "document"
    named.loc[first[known], "target"] = answered[known]
    return named


def _written(works: pd.DataFrame, named: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Write the letters out, so that every span holds what its row says."""
    kinds, targets = named["kind"].tolist(), named["target"].tolist()
    bounds = np.concatenate([[0], works["mentions"].cumsum()]).tolist()
    documents: list[tuple[Any, ...]] = []
    letters: list[tuple[Any, ...]] = []
    parties: list[tuple[Any, ...]] = []
    mentions: list[tuple[Any, ...]] = []
    texts: dict[str, str] = {}
    columns = ["work_id", "symbol", "date", "sender", "addressees", "versions", "covering"]
    for index, row in enumerate(works[columns].itertuples(index=False)):
        for language in _languages(index, row.versions, row.covering):
            suffix = "" if row.versions == 1 else f"_{language}"
            document = row.symbol.replace("/", "_") + suffix
            parent = document if row.covering >= 0 else None
            letter = f"{document}/annex-1" if parent else document
            start = len(texts.get(document, ""))
            text = _Text(language, start)
            addressees = row.addressees.split("; ")
            spans = text.title(row.sender, addressees)
            parties += [
                (letter, role, entity, _kind(entity), capacity, None, *span)
                for role, entity, capacity, span in zip(
                    ["sender"] + ["addressee"] * len(addressees), [row.sender, *addressees],
                    [_capacity(row.sender), *map(_capacity, addressees)], spans, strict=True,
                )
            ]  # fmt: skip
            for number in range(bounds[index], bounds[index + 1]):
                span = text.sentence(kinds[number], targets[number])
                mentions.append((letter, kinds[number], targets[number], pd.NaT, *span, "generated"))
            texts[document] = texts.get(document, "") + text.text()
            title = text.parts[0].strip()
            letters.append(
                (letter, row.work_id, document, parent, "annex" if parent else "letter", "Annex" if parent else None,
                 "letter", language, LANGUAGES[index % 6 if row.covering < 0 else (index - 1) % 6], row.symbol, "S",
                 row.date, None, row.date, "New York", None, None, title, start, start + text.length)
            )  # fmt: skip
            if not parent:
                documents.append((document, f"{document}.txt", "text", None, language))
    table = pd.DataFrame(documents, columns=["document_id", "path", "format", "sha256", "language"])
    table["text"] = table["document_id"].map(texts)
    table["chars"] = table["text"].str.len()
    return {
        "documents": table,
        "letters": pd.DataFrame(letters, columns=list(SCHEMA["letters"])),
        "parties": pd.DataFrame(parties, columns=list(SCHEMA["parties"])),
        "mentions": pd.DataFrame(mentions, columns=list(SCHEMA["mentions"])),
        "problems": pd.DataFrame(columns=list(SCHEMA["problems"])),
    }


def _languages(index: int, versions: int, covering: int) -> list[str]:
    """The languages of a work's versions; an annexed letter has those of its covering letter."""
    # English first where there is but one language, then whatever the number of the work brings.
    if versions == 1:
        return [
            "en" if (index if covering < 0 else covering) % 3 else LANGUAGES[(covering if covering >= 0 else index) % 6]
        ]
    first = (covering if covering >= 0 else index) % 6
    return [LANGUAGES[(first + step) % 6] for step in range(versions)]


def _kind(entity: str) -> str:
    if entity in STATES:
        return "state"
    return "secretariat" if entity in SECRETARIAT else "group" if entity == "MEMBER_STATES" else "organ"


def _capacity(entity: str) -> str | None:
    kinds = {"state": "Permanent Representative", "organ": "President", "group": None}
    return "Secretary-General" if entity == "SG" else kinds.get(_kind(entity), "Secretariat")


class _Text:
    """A letter as it is being written: its parts, and where the next one begins."""

    def __init__(self, language: str, start: int) -> None:
        self.language, self.start, self.length = language, start, 0
        self.parts: list[str] = []

    def text(self) -> str:
        return "".join(self.parts)

    def title(self, sender: str, addressees: list[str]) -> list[tuple[str, int, int]]:
        """The title; where sender and addressees stand in it."""
        before, between, after = WORDS[self.language][0].split("{}")
        spans = [self._put(before, _name(sender, self.language))]
        for number, addressee in enumerate(addressees):
            spans.append(self._put(", " if number else between, _name(addressee, self.language)))
        self._put(after, "\n\n")
        return spans

    def sentence(self, kind: str, target: str) -> tuple[str, int, int]:
        """A sentence that names something; where the name stands."""
        _, sentence, resolution = WORDS[self.language]
        if kind == "resolution":
            body, _, number = target.partition("/RES/")
            name = resolution.format(number.replace("(", " (") if body == "S" else number)
        else:
            name = target if kind == "document" else _name(target, self.language)
        before, after = sentence.split("{}")
        span = self._put(before, name)
        self._put(after, "\n")
        return span

    def _put(self, before: str, words: str) -> tuple[str, int, int]:
        start = self.start + self.length + len(before)
        self.parts += (before, words)
        self.length += len(before) + len(words)
        return words, start, start + len(words)


_NAMES: dict[tuple[str, str], str] = {}


def _name(entity: str, language: str) -> str:
    return _NAMES.get((entity, language)) or _NAMES.setdefault((entity, language), label(entity, language))


if __name__ == "__main__":
    corpus = generate(*map(int, sys.argv[1:3]))
    print(corpus.letters.head(10).to_string(), corpus.mentions.head(10).to_string(), sep="\n\n")
    print(
        corpus.letters["work_id"].nunique(), "works;", len(corpus.letters), "letters;", len(corpus.mentions), "mentions"
    )
