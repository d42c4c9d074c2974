"""Letters put together at random from parts that each are plain (`variants.yaml`): every mixture must be read.

Where a letter's masthead, title, signature and annex are each understood, they may still disturb one another: a line
end within a name, a signature without a mark above an annex, a masthead that is not there.
"""

import random
import re
import textwrap
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

import unanalysis as un
from unanalysis.parse import parse_source
from unanalysis.read import read_bytes

PARTS = yaml.safe_load((Path(__file__).parent / "variants.yaml").read_text(encoding="utf-8"))
ENGLISH = PARTS["en"]
LETTERS = 60
ADDRESSEES = {"S": [("S", "President")], "SG": [("SG", "Secretary-General")], "A": [("A", "President")]}
ADDRESSEES["both"] = ADDRESSEES["SG"] + ADDRESSEES["S"]


def printed(day: date, parts: dict) -> str:
    month = parts["months"][(day.month - 1) % len(parts["months"])]
    return parts["date"].format(d=day.day, m=day.month, month=month, y=day.year)


class Composer:
    """One letter of a language, and what a reader takes from it."""

    def __init__(self, language: str, seed: str) -> None:
        self.language, self.parts, self.random = language, PARTS[language], random.Random(seed)
        self.entity, self.state = self.random.choice(sorted(self.parts["states"].items()))
        self.day = date(self.random.choice((1947, 1963, 1985, 1994, 2009, 2024)), 1, 1) + timedelta(
            self.random.randrange(360)
        )

    def any_of(self, key: str) -> str:
        return self.random.choice(self.parts[key])

    def title(self, form: str, day: date, who: str, to: str) -> str:
        template = self.random.choice(self.parts["titles"][form])
        return template.format(
            day=printed(day, self.parts), who=who.format(state=self.state), to=self.parts["addressees"][to]
        )

    def on_lines(self, title: str) -> str:
        """The title on one line, on several, in capitals, or (English alone) with blank lines between its lines."""
        style = self.random.choice(("one", "lines", "capitals", "apart" if self.language == "en" else "lines"))
        if style == "one":
            return title
        if self.language == "zh":
            return f"{title[:22]}\n{title[22:]}"
        if style == "capitals" and self.language != "ar":
            title = title.upper()
        lines = textwrap.wrap(title, self.random.choice((45, 60)), break_on_hyphens=False)
        return ("\n\n" if style == "apart" else "\n").join(lines)

    def masthead(self) -> tuple[str, dict]:
        if self.random.random() < 0.3:
            return "", {"symbol": None, "issued": None}
        issued, organ = self.day + timedelta(self.random.randrange(6)), self.random.choice("SA")
        number = self.random.randrange(300, 999)
        within = {"S": issued.year if issued.year >= 1994 else "", "A": max(issued.year - 1945, 31)}[organ]
        symbol = f"{organ}/{within}/{number}".replace("//", "/")
        name = self.parts["organs"][organ]
        # Mastheads in other scripts keep the English date.
        dated = printed(issued, self.parts if self.language in ("en", "fr", "es") else ENGLISH)
        text = self.any_of("mastheads").format(symbol=symbol, organ=name, ORGAN=name.upper(), issued=dated)
        return text, {"symbol": symbol, "issued": issued}

    def compose(self) -> tuple[str, dict]:
        parts = self.parts
        masthead, wanted = self.masthead()
        form = self.random.choices(("letter", "identical letters", "note verbale", "cable"), (6, 2, 2, 1))[0]
        to = "both" if form == "identical letters" else self.random.choice(("S", "SG", "A"))
        capacity, who = self.random.choice(sorted(parts["senders"].items()))
        wanted |= {"form": form, "date": self.day, "addressee": ADDRESSEES[to], "signatory": [], "annexed": []}
        if form == "note verbale":
            capacity, who = "Permanent Mission", parts["mission"]
            mission = parts["mission"].format(state=self.state)
            note = parts["note"].format(mission=mission, to=parts["addressees"][to])
            text = [note[0].upper() + note[1:], parts["body"]]
        else:
            name = self.any_of("names")
            text = [self.any_of("greetings")] if form != "cable" and self.random.random() < 0.3 else []
            text += [parts["opening"], parts["body"]]
            text += [parts[key] for key in ("request", "closing") if self.random.random() < 0.5]
            office = self.random.choice(parts["offices"][capacity])
            text.append(self.any_of("signatures").format(name=name, office=office))
            wanted["signatory"] = [name]
        wanted["sender"] = [(self.entity, capacity)]
        if self.random.random() < 0.5:
            text += [self.any_of("annexes"), *self.annex(wanted)]
        return "\n\n".join([masthead, self.on_lines(self.title(form, self.day, who, to)), *text]).lstrip(), wanted

    def annex(self, wanted: dict) -> list[str]:
        """What follows a heading: a letter, or a text that is none."""
        if self.random.random() < 0.4:
            return [self.parts["body"]]
        capacity, who = self.random.choice(sorted(self.parts["senders"].items()))
        day, name = self.day - timedelta(self.random.randrange(1, 20)), self.any_of("names")
        wanted["annexed"] = [(day, [(self.entity, capacity)], [name])]
        return [self.title("letter", day, who, "SG"), self.parts["body"], self.parts["signed"].format(name=name)]


def parties(letter: un.Letter, role: str) -> list[tuple[str | None, str | None]]:
    return [(party.entity, party.capacity) for party in letter.parties if party.role == role]


def names(letter: un.Letter) -> list[str | None]:
    return [party.name for party in letter.parties if party.role == "signatory"]


def said(letters: tuple[un.Letter, ...]) -> dict:
    letter, *annexed = letters
    return {
        **{key: getattr(letter, key) for key in ("symbol", "issued", "form", "date")},
        **{role: parties(letter, role) for role in ("sender", "addressee")},
        "signatory": names(letter),
        "annexed": [(each.date, parties(each, "sender"), names(each)) for each in annexed],
    }


@pytest.mark.parametrize("language", PARTS)
def test_every_mixture_is_read(language):
    for number in range(LETTERS):
        text, wanted = Composer(language, f"{language}-{number}").compose()
        assert said(un.parse_letter(text)) == wanted, text


def wrapped(text: str) -> list[str]:
    lines = []
    for paragraph in text.split("\n\n"):
        long = len(paragraph) > 75
        lines += textwrap.wrap(paragraph, 68, break_on_hyphens=False) if long else paragraph.split("\n")
    return lines


# What web pages, copies and converters to Markdown make of blank lines, line ends and signs.
DRESSES = {
    "no blank line": lambda text: re.sub(r"\n+", "\n", text),
    "wrapped, no blank line": lambda text: "\n".join(wrapped(text)),
    "wrapped, only blank lines": lambda text: "\n\n".join(wrapped(text)),
    "breaks": lambda text: re.sub(r"(?<!\n)\n(?!\n)", "\\\\\n", text),
    "tags": lambda text: re.sub(r"(?<!\n)\n(?!\n)", "<br>\n", text),
    "quoted": lambda text: re.sub(r"(?m)^", "> ", text),
    "escaped": lambda text: re.sub(r"(?=[()\[\].-])", r"\\", text),
}


@pytest.mark.parametrize(
    ("language", "dress"),  # Chinese has no blanks at which to wrap
    [(language, dress) for language in PARTS for dress in DRESSES if language != "zh" or "wrapped" not in dress],
)
def test_other_blank_lines_and_marks_change_nothing(language, dress):
    for number in range(20):
        text, wanted = Composer(language, f"{language}-{number}").compose()
        source = read_bytes(DRESSES[dress](text).encode(), "letter.md")
        letters = parse_source(source).letters
        assert said(letters) == wanted, source.text
        for found in (each for letter in letters for each in (*letter.parties, *letter.mentions)):
            assert found.text == source.text[found.start : found.end]


@pytest.mark.parametrize("language", [language for language in PARTS if language != "zh"])
def test_a_text_without_lines(language):
    for number in range(20):
        text, wanted = Composer(language, f"{language}-{number}").compose()
        letters = un.parse_letter(" ".join(text.split()))
        # A name without "(Signed)" cannot be told from the words around it.
        assert {**said(letters), "signatory": None} == {**wanted, "signatory": None}, text
