"""What tells of a document in the place of a masthead, or where its masthead was lost."""

import pytest

import unanalysis as un

TITLE = "Letter dated 5 May 1988 from the Permanent Representative of Chad to the United Nations addressed to the "
BODY = (
    "President of the Security Council\n\nOn instructions from my Government I have the honour to refer to S/19800.\n"
)
SIGNED = "\n(Signed) Adoum TESTANI\n"


@pytest.mark.parametrize(
    ("text", "symbol", "why"),
    [
        (f"DOCUMENT S/19999*\n\n{TITLE}{BODY}", "S/19999", "the Official Records"),
        (f"DOCUMENT S/4,999\n\n{TITLE}{BODY}", "S/4999", "a number with a comma"),
        (f"Seen in document S/19900. DOCUMENT S/19999 {TITLE}{BODY}", "S/19999", "behind another document"),
        (f"Chad: Letter to the Security Council (S/19999)\n\n{TITLE}{BODY}", "S/19999", "a web page"),
        (
            f"{TITLE}President of the Security\nCouncil (S/19999)\nThe Government of Chad.\n",
            "S/19999",
            "behind the title",
        ),
        (f"{TITLE}{BODY}{SIGNED}\nDocument symbol: S/19999\nCountry: Chad\n", "S/19999", "a label of a web page"),
        (f"Security Council  Distr.  GENERAL  s/19999  6 May 1988\n\n{TITLE}{BODY}", "S/19999", "a small letter"),
        (
            f"Distr. GENERAL\nS/l9999\n\n{TITLE}{BODY}{SIGNED}\n88-11111 (E)\nS/19999 English Page 2\n",
            "S/19999",
            "a scan",
        ),
        (f"{TITLE}{BODY}", None, "what the letter cites is not its own"),
        (f"General Assembly\n6 May 1988\n*/   A/43/50.\n\n{TITLE}{BODY}", None, "a footnote of the agenda item"),
        (f"It answers a letter (S/19700), as others do (S/19701)\n\n{TITLE}{BODY}", None, "two are not its own"),
    ],
)
def test_the_symbol(text: str, symbol: str | None, why: str) -> None:
    letter = un.parse_letter(text, "en")[0]
    assert letter.symbol == symbol, why
    assert {m.target for m in letter.mentions if m.kind == "document"} <= {"S/19800"}, why


@pytest.mark.parametrize(
    ("text", "language", "original", "issued"),
    [
        (
            f"DOCUMENT S/19999\n{TITLE}{BODY}".replace("\n\nOn", "\n[Original: French]\n[6 May 1988]\n\nOn"),
            "en",
            "fr",
            6,
        ),
        (f"{TITLE}{BODY}".replace("\n\nOn", "\n\n[Original in Spanish.] On"), "en", "es", None),
        (
            f"DOCUMENT S/19999 {TITLE}{BODY}".replace("\n\nOn", " [Original: French J [6 May 1988 J On"),
            "en",
            "fr",
            6,
        ),
        (
            "DOCUMENTO S/4999\nTelegrama del 5 de mayo de 1961 dirigido al Secretario General por el Presidente del "
            "Gobierno de Chile\n[Texto original en francés]\n[6 de mayo de 1961]\n\nEl Gobierno advierte.\n",
            "es",
            "fr",
            6,
        ),
    ],
)
def test_brackets_below_a_title(text: str, language: str, original: str, issued: int | None) -> None:
    letter = un.parse_letter(text, language)[0]
    assert letter.original_language == original
    assert (letter.issued.day if letter.issued else None) == issued
    assert str(letter.date)[8:] == "05"


def test_a_web_page_above_a_masthead_has_a_date_of_its_own() -> None:
    text = f"Letter from Chad\n\nJune 6, 1989\n\nGeneral Assembly\nForty-third session\n\n{TITLE}{BODY}{SIGNED}"
    assert un.parse_letter(text, "en")[0].issued is None
    text = text.replace("June 6, 1989\n\n", "").replace("Assembly\n", "Assembly\n6 May 1988\n")
    assert str(un.parse_letter(text, "en")[0].issued) == "1988-05-06"
