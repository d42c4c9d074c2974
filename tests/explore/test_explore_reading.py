"""A letter as the reader shows it."""

import pytest

import unanalysis as un
from unanalysis.errors import InputError
from unanalysis.explorer.reading import read_letter, segments


@pytest.mark.parametrize(
    ("spans", "expected", "why"),
    [
        ([], [("letter", [])], "nothing is marked"),
        ([(0, 6)], [("letter", [0])], "all is"),
        ([(1, 3), (2, 5)], [("l", []), ("e", [0]), ("t", [1, 0]), ("te", [1]), ("r", [])], "they cross"),
        ([(2, 4), (2, 4)], [("le", []), ("tt", [0, 1]), ("er", [])], "two stand in one place"),
        ([(4, 9), None, (3, 3)], [("letter", [])], "outside the letter, without a place, empty"),
    ],
)  # fmt: skip
def test_text_is_cut_where_marks_begin_and_end(spans, expected, why):
    assert list(segments("letter", 0, 6, spans)) == expected, why


def test_reading_gives_back_the_very_text(letters):
    texts = letters.documents.set_index("document_id")["text"]
    for row in letters.letters.itertuples():
        found = read_letter(letters, row.letter_id)
        assert "".join(text for text, _ in found["segments"]) == texts[row.document_id][row.start : row.end]
        assert found["direction"] == ("rtl" if row.language == "ar" else "ltr")
        marked = {}
        for text, marks in found["segments"]:
            for number in marks:
                marked[number] = marked.get(number, "") + text
        said = {found["marks"][number]["value"]: words for number, words in marked.items()}
        cited = letters.mentions[(letters.mentions["letter_id"] == row.letter_id) & letters.mentions["target"].notna()]
        inside = cited[(cited["start"] >= row.start) & (cited["end"] <= row.end)]
        assert set(inside["target"]) <= set(said)


@pytest.mark.parametrize(
    ("wanted", "found", "why"),
    [
        ("fr-S-2018-9181", "fr-S-2018-9181", "an id means the very letter"),
        ("S/2018/9181", "en-S-2018-9181", "a symbol means the work: the original, and not its annex"),
    ],
)
def test_which_letter_is_shown(letters, wanted, found, why):
    originals = letters.letters.query("work_id == 'S/2018/9181' and language == original_language")["letter_id"]
    expected = originals.iloc[0] if wanted == "S/2018/9181" and len(originals) else found
    assert un.show_letter(letters, wanted).letter["panes"][0]["id"] == expected, why


def test_versions_side_by_side_and_annexes(letters):
    reader = un.show_letter(letters, "en-S-2018-9181", beside="zh-S-2018-9181")
    assert [pane["language"] for pane in reader.letter["panes"]] == ["en", "zh"]
    pane = reader.letter["panes"][0]
    assert {version["id"] for version in pane["versions"]} >= {"en-S-2018-9181", "zh-S-2018-9181"}
    assert [each["depth"] for each in pane["tree"]] == [0, 1]
    reader.beside = ""
    assert len(reader.letter["panes"]) == 1


def test_versions_in_one_file_are_no_annexes_of_each_other(letters):
    pane = read_letter(letters, "fr-en-secretariat-ocha-2023#en")
    assert [each["id"] for each in pane["tree"]] == ["fr-en-secretariat-ocha-2023#en"]
    assert len(pane["versions"]) == 2


def test_of_whom_nothing_is_known_the_letter_is_quoted(letters):
    """ "Excellency," says to whom a letter goes, and not who that is."""
    assert ["Addressee", "Excellency,"] in read_letter(letters, "fr-en-secretariat-ocha-2023#en")["parties"]


def test_letters_that_cover_each_other_end(letters):
    frames = {"documents": letters.documents, "letters": letters.letters.assign(parent_id=letters.letters["letter_id"])}
    id = frames["letters"]["letter_id"].iloc[0]
    assert [each["id"] for each in read_letter(un.Corpus(**frames), id)["tree"]] == [id]


def test_an_unknown_letter_is_said(letters):
    with pytest.raises(InputError, match="en-S-2018-9182"):
        un.show_letter(letters, "en-S-2018-9182")
