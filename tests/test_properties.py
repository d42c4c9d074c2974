"""Whatever text comes: no exception, and tables in which everything stands where it says."""

import random
import string
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unanalysis.lexicon import LANGUAGES
from unanalysis.mentions import find_mentions
from unanalysis.parse import parse_source
from unanalysis.titles import parse_title
from unanalysis.types import Letter, Mention, Source

CITED = {"resolution", "decision", "statement", "document"}
WORDS = [
    "Letter dated 1 May 2020 from the Permanent Representative of Chad to the United Nations addressed to the ",
    *("Secretary-General", "resolution 2254 (2015)", "resolutions 57/284 A to C", "S/2020/1", "A/74/1-S/2020/2"),
    *("(Signed) Name Surname\n", "Annex II\n", "Annex to the letter dated 1 May 2020 from Chad", "Excellency,\n"),
    *("Lettre datée du 3 mai 2011, adressée au ", "Conseil de sécurité", "résolution 46/182", "(Signé)", "Annexe\n"),
    *("رسالة مؤرخة 28 شباط/فبراير 2014 ", "القرار 2819 (د-26)", "(توقيع)", "المرفق\n", "١٢"),
    *("第1267(1999)号决议", "2014年2月28日", "的信", "(签名)", "一九五〇年六月二十七日決議案八十三"),
    *("Письмо ", "Генерального секретаря", "резолюция 75/245 В", "(", '"', "*", "_", "\u200f", "\ufeff", "\x00", "İ"),
    *("United Nations  NATIONS UNIES\n", "Distr.: General\n", "Original: Arabic\n", "presents its compliments to"),
    *("\t", "1/2/3", "-\n", "\n\n", "\n> ", "І", "ß"),
]


def check(text: str, letters: tuple[Letter, ...]) -> None:
    """Spans lie in the text and equal what is said of them; letters nest or are apart; mentions do not overlap."""
    ids = [letter.letter_id for letter in letters]
    assert len(set(ids)) == len(ids)
    for letter in letters:
        assert 0 <= letter.start < letter.end <= len(text)
        assert letter.parent_id is None or letter.parent_id in ids
        for party in letter.parties:
            assert text[party.start : party.end] == party.text
            assert "" not in (party.entity, party.capacity, party.name)
        for mention in letter.mentions:
            assert letter.start <= mention.start < mention.end <= letter.end
            assert text[mention.start : mention.end] == mention.text
        apart([m for m in letter.mentions if m.kind in CITED])
        apart([m for m in letter.mentions if m.kind in ("organ", "state")])
    for one, other in combinations(letters, 2):
        if one.language == other.language:  # versions may take turns
            first, second = sorted((one, other), key=lambda letter: (letter.start, -letter.end))
            assert second.start >= first.end or second.end <= first.end


def apart(mentions: list[Mention]) -> None:
    """Mentions of one family do not overlap; the members of a range share its span."""
    spans = sorted({(m.start, m.end) for m in mentions})
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def read(text: str) -> None:
    check(text, parse_source(Source("x.txt", "text", "", text)).letters)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_words_of_letters_in_any_order(text: str) -> None:
    read(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_any_text(text: str) -> None:
    read(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join), st.sampled_from(LANGUAGES))
def test_any_string_for_the_verbs_on_strings(text: str, language: str) -> None:
    for mention in find_mentions(text, language):
        assert text[mention.start : mention.end] == mention.text
    title = parse_title(text, language)
    assert title is None or 0 <= title.start <= title.end <= len(text)


@pytest.mark.parametrize("seed", range(8))
def test_mutations_of_the_specimens(specimens: Path, seed: int) -> None:
    """Letters cut, doubled, shuffled and with characters changed: what a bad copy does."""
    chance = random.Random(seed)
    for path in sorted(specimens.glob("*.*"))[seed::8]:
        text = path.read_text(encoding="utf-8")
        for _ in range(6):
            at, to = sorted(chance.sample(range(len(text)), 2))
            change = chance.choice(("cut", "double", "shuffle", "noise", "oneline"))
            if change == "cut":
                mutated = text[:at] + text[to:]
            elif change == "double":
                mutated = text[:to] + text[at:]
            elif change == "shuffle":
                lines = text.split("\n")
                chance.shuffle(lines)
                mutated = "\n".join(lines)
            elif change == "oneline":
                mutated = " ".join(text.split())
            else:
                noise = string.printable + "ЖشéœÀ第»\u00a0\u2011"
                mutated = "".join(c if chance.random() > 0.03 else chance.choice(noise) for c in text)
            read(mutated)


LETTERS = sorted((Path(__file__).resolve().parent.parent / "data" / "letters").glob("*.*"))
PIECES = [
    *("", "\n", "\n\n", " ", "\u00a0", "\u3000", "\u200f", "\t", "-\n", "\\"),
    *("<p>", "</p>", "<br/>", "**", "_", "> ", "# ", "(", ")", "[1]", ": ", "1"),
    *("Annex\n", "(Signed) ", "Letter\n", "Lettre datée ", "的信", "رسالة", "Письмо", "RESOLUTION 1"),
]


@st.composite
def copies(draw: st.DrawFn) -> str:
    """A letter as copies are: lines gone, doubled, moved or in capitals, another letter let in, things put between."""
    text, other = (path.read_text(encoding="utf-8") for path in draw(st.tuples(*[st.sampled_from(LETTERS)] * 2)))
    lines, others = text.split("\n"), other.split("\n")
    for _ in range(draw(st.integers(1, 8))):
        at, to = sorted(draw(st.tuples(*[st.integers(0, len(lines))] * 2)))
        change = draw(st.sampled_from(("cut", "double", "move", "capitals", "splice", "put", "put", "put")))
        if change == "cut":
            del lines[at : min(to, at + 5)]
        elif change == "double":
            lines[at:at] = lines[at:to]
        elif change == "move":
            lines = lines[to:] + lines[at:to] + lines[:at]
        elif change == "capitals":
            lines[at:to] = [line.upper() for line in lines[at:to]]
        elif change == "splice":
            lines = lines[:at] + others[min(to, len(others)) :]
        elif at < len(lines):
            place = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:place] + draw(st.sampled_from(PIECES)) + lines[at][place:]
    return draw(st.sampled_from(("\n", "\n", "\n", "\n\n", " ", "\r\n"))).join(lines)[:20_000]


@settings(max_examples=150, deadline=None)
@given(copies())
def test_copies_of_letters(text: str) -> None:
    read(text)


def test_ten_thousand_hostile_inputs() -> None:
    chance = random.Random(1945)
    alphabet = string.printable + "äéßİı“”«»–—\u2011\u00a0\u200f\ufeff\x00ЖыО第号决议年月日，。（）قرار٢٥"
    for _ in range(10_000):
        pieces = chance.randint(0, 6)
        text = "".join(
            chance.choice(WORDS) if chance.random() < 0.5 else "".join(chance.choices(alphabet, k=12))
            for _ in range(pieces)
        )
        read(text)


@pytest.mark.parametrize(
    "unit", ["a", "1", "S/2020/1, ", "resolution 1/1, ", "(Signed) ", '"(', "第70/1号、", "\n", "> a\n"]
)
def test_a_megabyte_on_one_line(unit: str) -> None:
    """It ends (`benchmarks/linear.py` shows that the time grows with the length only)."""
    parse_source(Source("x.txt", "text", "", (unit * (300_000 // len(unit)))))
