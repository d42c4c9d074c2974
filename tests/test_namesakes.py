"""States that bore another State's name when a letter was written."""

from datetime import date as Date

import pytest

import unanalysis as un
from tests.corpora import letter
from unanalysis.namesakes import in_its_time
from unanalysis.types import Mention


@pytest.mark.parametrize(
    ("day", "name", "sender", "why"),
    [
        ("12 July 1960", "the Republic of the Congo", "COD", "Leopoldville called itself so"),
        ("12 July 1960", "the Congo", "COD", "and was called so"),
        ("12 July 1963", "the Congo (Brazzaville)", "COG", "the other one has its capital behind it"),
        ("12 July 1963", "Congo-Brazzaville", "COG", "with a hyphen, too"),
        ("12 July 1963", "the Republic of the Congo (Leopoldville)", "COD", "as this one may have"),
        ("12 August 1964", "the Republic of the Congo", "COG", "the first is the Democratic Republic from then on"),
        ("12 July 1963", "Chad", "TCD", "other names are nobody else's"),
    ],
)
def test_whose_name_it_was(day: str, name: str, sender: str, why: str) -> None:
    found = un.parse_letter(
        f"Telegram dated {day} from the Prime Minister of {name} addressed to the Secretary-General\n\n"
        f"On behalf of {name} I wish to draw your attention to our border with Angola.\n"
    )[0]
    assert [party.entity for party in found.parties] == [sender, "SG"], why
    assert [each.target for each in found.mentions if each.kind == "state"] == [sender, sender, "AGO"], why


def test_a_letter_without_a_date_is_read_as_of_today() -> None:
    title = "Letter from the Permanent Representative of the Congo to the Secretary-General"
    assert un.parse_letter(f"{title}\n\nI write to you.\n")[0].parties[0].entity == "COG"


def test_a_name_at_the_very_beginning() -> None:
    """Little stands before it, but what stands behind it is looked at all the same."""
    text = "Congo – Brazzaville, in June, and once more: Congo"
    mentions = tuple(Mention("state", "COG", "Congo", start, start + 5) for start in (0, len(text) - 5))
    found = in_its_time(letter(date=Date(1963, 7, 12))._replace(mentions=mentions), text)
    assert [mention.target for mention in found.mentions] == ["COG", "COD"]
