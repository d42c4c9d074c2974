"""Figures: what they say, that names do not lie on each other, and that every script is there."""

import warnings
from itertools import combinations

import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

import unanalysis as un
from tests.graphs import small
from unanalysis.corpus import Corpus
from unanalysis.errors import InputError
from unanalysis.plot import plot_graph, plot_matrix, plot_timeline, style
from unanalysis.plot.words import words

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
BUILDERS = (
    un.sender_organ_resolution_graph,
    un.correspondence_graph,
    un.letter_graph,
    un.citation_graph,
    un.cocitation_graph,
    un.coupling_graph,
    un.reply_graph,
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    states = ["SYR", "RUS", "FRA", "USA", "CHN", "PRK", "VEN", "BOL", "GBR", "TZA", "LAO", "IRN"]
    lines = [
        f"l{number} S/{number} {2011 + number % 9}-0{1 + number % 9}-15 | {states[number * 5 % 12]} | "
        f"{('S', 'SG', 'S SG', 'A', 'A/HRC')[number % 5]} | "
        f"S/RES/{2100 + number * 7 % 19}(2013) A/RES/{60 + number % 8}/97 S/{number // 2}"
        for number in range(60)
    ]
    return small(*lines, "x S/x - | NAM | S")


def texts(figure: Figure) -> list[str]:
    found = [text for text in figure.findobj(plt.Text) if text.get_visible() and text.get_text().strip()]
    return [text.get_text() for text in found]


def labels_that_overlap(figure: Figure) -> list[tuple[str, str]]:
    """Pairs of visible texts in the axes whose boxes share more than a rim."""
    figure.draw_without_rendering()
    shown = [text for axes in figure.axes for text in axes.texts if text.get_visible() and text.get_text()]
    boxes = [(text.get_text(), text.get_window_extent().padded(-1)) for text in shown]
    return [(first, second) for (first, one), (second, two) in combinations(boxes, 2) if one.overlaps(two)]


@pytest.mark.parametrize(
    ("build", "language"),
    [(build, "fr") for build in BUILDERS] + [(un.sender_organ_resolution_graph, each) for each in LANGUAGES],
)
def test_no_name_lies_on_another(corpus, build, language):
    graph = build(corpus, language=language) if "language" in build.__annotations__ else build(corpus)
    figure = plot_graph(graph, language=language)
    assert labels_that_overlap(figure) == []


def test_a_long_name_is_written_in_two_lines(corpus):
    figure = plot_graph(un.sender_organ_resolution_graph(corpus))
    names = texts(figure)
    assert "Democratic People's Republic of\nKorea" in names or "Democratic People’s Republic of\nKorea" in names


def test_the_figure_says_how_many_letters_from_when_to_when_chosen_how(corpus):
    chosen = corpus.where(addressee="S", since="2013-01-01")
    n = chosen.letters["work_id"].nunique()
    figures = (
        plot_graph(un.sender_organ_resolution_graph(chosen)),
        plot_timeline(chosen),
        plot_matrix(chosen),
    )
    for figure in figures:
        line = next(text for text in texts(figure) if text.startswith("n = "))
        assert line.startswith(f"n = {n} letters · 2013-")
        assert chosen.filters
        assert all(words in line for words in chosen.filters)


def test_a_large_graph_says_what_it_leaves_out(corpus):
    figure = plot_graph(un.sender_organ_resolution_graph(corpus), top=5, ties=10)
    assert any("of 12 senders shown" in text or "of 13 senders shown" in text for text in texts(figure))
    assert any("strongest of" in text for text in texts(figure))


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_speak_six_languages_and_every_letter_of_them_is_drawn(corpus, language):
    if language == "zh" and style.chinese_font() is None:
        pytest.skip("no font with Chinese is installed")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns of characters that no font has
        for figure in (
            plot_graph(un.sender_organ_resolution_graph(corpus, language=language), language=language),
            plot_timeline(corpus, "sender", language=language),
            plot_matrix(corpus, language=language),
        ):
            figure.draw_without_rendering()
    assert set(words(language)) == set(words("en"))
    assert un.node_table(un.correspondence_graph(corpus, language=language)).loc["SYR", "label"] in " ".join(
        texts(plot_matrix(corpus, language=language))
    ).replace("\n", " ")


def test_dates_stand_as_written_beside_arabic(corpus):
    line = next(text for text in texts(plot_timeline(corpus, language="ar")) if "2011" in text and "–" in text)
    assert "\u2068" in line, "each part of the line keeps its own direction"


def test_without_a_chinese_font_codes_are_shown_and_it_is_said(corpus, monkeypatch):
    monkeypatch.setattr(style, "chinese_font", lambda: None)
    with pytest.warns(UserWarning, match="Noto Sans CJK"):
        figure = plot_matrix(corpus, language="zh")
    assert "SYR" in texts(figure)


def test_a_dollar_is_no_formula():
    figure = plot_graph(un.cocitation_graph(small("a S/1 - | SYR | S | A/RES/$1$ A/RES/$2$")))
    figure.draw_without_rendering()
    assert "A/RES/$1$" in texts(figure)


@pytest.mark.parametrize("build", BUILDERS)
def test_empty_graphs_say_so(build):
    assert "Nothing to show" in texts(plot_graph(build(Corpus.empty())))


def test_empty_corpora_say_so():
    assert "Nothing to show" in texts(plot_timeline(Corpus.empty()))
    assert "Nothing to show" in texts(plot_matrix(Corpus.empty()))


def test_letters_that_have_nothing_of_what_is_asked_are_not_called_none():
    said = texts(plot_matrix(small("a S/1 2014-02-06 | SYR | S"), "sender", "resolution"))
    assert {"n = 1 letter · 2014-02-06", "Nothing to show"} <= set(said)


def test_bars_add_up_to_the_dated_letters(corpus):
    figure = plot_timeline(corpus, by="sender", top=3)
    heights = [bar.get_height() for bar in figure.axes[0].patches]
    assert sum(heights) == 60
    assert any("others" in text for text in texts(figure))
    assert any("1 without date" in text for text in texts(figure))


def test_cells_hold_the_numbers_of_the_table(corpus):
    table = un.matrix_table(corpus, "sender", "organ")
    figure = plot_matrix(corpus, "sender", "organ")
    written = sorted(int(text.get_text()) for text in figure.axes[0].texts)
    assert written == sorted(value for value in table.to_numpy().ravel().tolist() if value)


def test_figures_leave_no_trace(corpus):
    before = dict(plt.rcParams), plt.get_fignums()
    plot_timeline(corpus)
    plot_graph(un.correspondence_graph(corpus))
    assert (dict(plt.rcParams), plt.get_fignums()) == before


def test_an_unknown_language_says_which_are_known(corpus):
    with pytest.raises(InputError, match="en, fr, es, ru, ar, zh"):
        plot_timeline(corpus, language="de")


def test_saved_twice_a_figure_is_the_same(corpus, tmp_path):
    graph = un.sender_organ_resolution_graph(corpus)
    pictures = []
    for name in ("first.svg", "second.svg"):
        with plt.rc_context({"svg.hashsalt": "unanalysis"}):
            plot_graph(graph).savefig(tmp_path / name, metadata={"Date": None})
        pictures.append((tmp_path / name).read_bytes())
    assert pictures[0] == pictures[1]


def test_one_letter_is_one_letter():
    corpus = small("a S/1 2014-02-06 | SYR | S | S/RES/2118(2013)")
    for figure in (plot_timeline(corpus), plot_matrix(corpus), plot_graph(un.correspondence_graph(corpus))):
        assert any(text.startswith("n = 1 letter ·") for text in texts(figure)), texts(figure)


def test_one_month_is_a_bar_and_no_wall():
    axes = plot_timeline(small("a S/1 2014-02-06 | SYR | S")).axes[0]
    assert axes.patches[0].get_width() < sum(map(abs, axes.get_xlim())) / 5
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["Security Council"]


def test_a_single_year_is_called_one():
    axes = plot_timeline(small("a S/1 2014-02-06 | SYR | S"), every="year").axes[0]
    assert ([tick.get_text() for tick in axes.get_xticklabels()], axes.get_xlabel()) == (["2014"], "Year")


def test_nodes_that_nothing_joins_are_shown_where_there_is_nothing_else():
    """Two letters, each of which cites one resolution: nothing is cited together, and yet there are letters."""
    graph = un.cocitation_graph(small("a S/1 - | SYR | S | A/RES/1/1", "b S/2 - | SYR | S | A/RES/2/2"))
    assert {"A/RES/1/1", "A/RES/2/2"} <= set(texts(plot_graph(graph)))


@pytest.mark.parametrize("dpi", [80, 100, 150, 300])
def test_names_stay_within_the_figure_at_any_resolution(corpus, tmp_path, dpi):
    figure = plot_graph(un.letter_graph(corpus))
    figure.savefig(tmp_path / "graph.png", dpi=dpi)
    figure.set_dpi(dpi)
    boxes = [text.get_window_extent() for text in figure.axes[0].texts if text.get_visible()]
    assert all(box.x0 >= 0 and box.x1 <= figure.bbox.width for box in boxes)
