"""Notebooks as pages."""

import re

import nbformat
import pytest
from lxml import html as lxml_html
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

import unanalysis as un
from unanalysis.cli import main
from unanalysis.errors import InputError, UnanalysisError

PARAMETERS = new_code_cell('letters = "nowhere"', metadata={"tags": ["parameters"]})


def notebook(tmp_path, *cells):
    path = tmp_path / "notes.ipynb"
    nbformat.write(new_notebook(cells=list(cells)), path)
    return path


@pytest.fixture(scope="module")
def page(specimens, tmp_path_factory):
    """A notebook of everything that a result may be, run on one letter; the page, and the notebook's bytes before."""
    folder = tmp_path_factory.mktemp("notebook")
    path = notebook(
        folder,
        new_markdown_cell("# Notes & <b>queries</b>\n\nWith $x$ and [a link](https://example.org)."),
        PARAMETERS,
        new_code_cell("import unanalysis as un\ncorpus = un.read_letters(letters, progress=False)\nlen(corpus)"),
        new_markdown_cell("## Through time"),
        new_code_cell("un.plot_timeline(corpus, by='organ')"),
        new_code_cell("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.title('A line');"),
        new_code_cell("import ipywidgets\nipywidgets.IntSlider()"),
        new_code_cell("un.show_letter(corpus, corpus.letters['letter_id'][0])"),
        new_code_cell("corpus.letters[['letter_id', 'language']]"),
        new_code_cell("print('\\x1b[31mred\\x1b[0m <script>')"),
    )
    before = path.read_bytes()
    written = un.render_notebook(path, folder / "new" / "page.html", letters=specimens / "ar-S-2018-9102.txt")
    assert path.read_bytes() == before
    return written.read_text(encoding="utf-8")


def test_it_runs_on_the_letters_that_were_given(page):
    text = lxml_html.fromstring(page).text_content()
    assert "ar-S-2018-9102" in text
    assert "nowhere" not in text


def test_nothing_is_loaded_and_nothing_runs(page):
    tree = lxml_html.fromstring(page)
    assert tree.xpath("//script | //link | //iframe") == []
    assert all(source.startswith("data:") for source in tree.xpath("//@src"))
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    assert "default-src 'none'" in policy
    assert "script" not in policy


def test_pictures_say_what_they_show(page):
    texts = lxml_html.fromstring(page).xpath("//img/@alt")
    assert len(texts) == 2
    assert texts[0].startswith("Letters through time, by organ. n = 1 letter")
    assert texts[1].startswith("A line")


def test_widgets_are_their_static_twins(page):
    assert "widget-view" not in page
    letter = lxml_html.fromstring(page).find_class("unanalysis-letter")[0]
    assert letter.xpath(".//*[@dir='rtl']")


def test_title_and_output_are_text(page):
    tree = lxml_html.fromstring(page)
    assert tree.findtext(".//title") == "Notes & <b>queries</b>"
    assert "red <script>" in tree.text_content()


def test_code_is_hidden_on_request(tmp_path, capsys):
    path = notebook(tmp_path, new_markdown_cell("# Title"), new_code_cell("21 * 2"))
    assert main(["render", str(path), "-o", str(tmp_path / "page.html"), "--hide-code", "--title", "Mine"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'page.html'}\n"
    tree = lxml_html.parse(tmp_path / "page.html").getroot()
    assert tree.findtext(".//title") == "Mine"
    assert "42" in tree.text_content()
    assert "21" not in re.sub("<style.*?</style>", "", tree.text_content())


def test_a_cell_that_fails_is_named(tmp_path):
    path = notebook(tmp_path, new_markdown_cell("# Title"), new_code_cell("1"), new_code_cell("1 / 0"))
    with pytest.raises(UnanalysisError, match=r"notes\.ipynb: the cell number 3 failed: ZeroDivisionError.*Hint:"):
        un.render_notebook(path, tmp_path / "page.html")
    assert not (tmp_path / "page.html").exists()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: folder / "missing.ipynb", "There is no notebook.*Hint:"),
        (lambda folder: notebook(folder, new_code_cell("1")), "no cell tagged 'parameters'.*Hint:"),
        (lambda folder: (folder / "x.ipynb", (folder / "x.ipynb").write_text("{"))[0], "is no notebook.*Hint:"),
    ],
    ids=["not there", "no parameters", "not a notebook"],
)
def test_what_is_no_notebook_is_said(make, message, tmp_path):
    with pytest.raises(InputError, match=message):
        un.render_notebook(make(tmp_path), tmp_path / "page.html", letters="letters")
