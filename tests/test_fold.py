"""Folding: what becomes one shape, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unanalysis.fold import fold


@pytest.mark.parametrize(
    ("text", "lower", "why"),
    [
        ("Conseil de Sécurité", "conseil de securite", "accents and capitals"),
        ("non\u2011proliferation – 1", "non-proliferation - 1", "no-break hyphen and dash"),
        ("2254\u00a0(2015)", "2254 (2015)", "no-break space"),
        ("Perma-\nnent  Mission", "permanent mission", "a word parted at a line end"),
        ("ES-\n10/24", "es-10/24", "a number keeps its hyphen"),
        ("Secretary- General", "secretary-general", "a line end that a copy made a blank"),
        ("Secretary-\n\nGeneral", "secretary-general", "lines that a copy parts by blank ones"),
        ("pre- and post-conflict", "pre- and post-conflict", "the hyphen of a word that is left out"),
        ("Etats-\nUnis", "etats-unis", "so does a name"),
        ("美利\n坚合众国", "美利坚合众国", "Chinese words go on from line to line"),
        ("A\n\nB", "a\nb", "a blank line stays one"),
        ("so:\n\n> On behalf\n> of my", "so:\non behalf of my", "marks of a quoted letter"),
        ("الأمــم المتحـدة", "الامم المتحدة", "tatweel, and the seat of hamza"),
        ("ﻷفغانستان ﻟﺪﻯ", "لافغانستان لدي", "letters stored as their shapes within a word, two of them as one"),
        ("شُباط ٢٠١٩", "شباط 2019", "vowel signs and Arabic-Indic digits"),
        ("А/76/20", "a/76/20", "a Cyrillic letter typed for a Latin one"),
        ("第2615（2021）号決議", "第2615(2021)号决议", "full-width brackets, a traditional character"),
        ("25 April 1988*", "25 april 1988", "a footnote asterisk"),
        ("(*Signé*) Christoph **Heusgen**", "(signe) christoph heusgen", "Markdown"),
    ],
)
def test_one_shape(text: str, lower: str, why: str) -> None:
    assert fold(text).lower == lower, why


def test_spans_lead_back_to_the_characters() -> None:
    text = "Letter  from the Perma-\n    nent Mission of C\u00f4te d\u2019Ivoire"
    folded = fold(text)
    start = folded.lower.index("permanent")
    first, last = folded.span(start, start + len("permanent mission"))
    assert text[first:last] == "Perma-\n    nent Mission"


def test_a_character_that_is_two_letters_is_the_span_of_each() -> None:
    text = "رئيس مجلس اﻷمن"
    folded = fold(text)
    start = folded.lower.index("مجلس الامن")
    assert text[slice(*folded.span(start, len(folded.lower)))] == "مجلس اﻷمن"
    assert folded.span(start + 6, start + 7) == folded.span(start + 7, start + 8) == (11, 12)


@given(st.text(alphabet=st.characters(codec=None), max_size=300))
def test_any_text_folds_and_maps_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.plain) == len(folded.lower)
    origins = [folded.raw(i) for i in range(len(folded.plain))]
    assert origins == sorted(origins)
    assert all(text[origin] in "ﻵﻶﻷﻸﻹﻺﻻﻼ" for origin in origins if origins.count(origin) > 1)
    assert all(0 <= origin < len(text) for origin in origins)
    assert folded.raw(len(folded.plain)) == len(text)
