"""The report in a real browser: from disk, without a network, filtered, sorted, searched, without scripts, for all."""

import os
import subprocess
from pathlib import Path

import pytest

import unanalysis as un
from tests.reports import HARM, hostile
from unanalysis.report import packing

NODE = Path(__file__).parent.parent / "report_node"
ROWS = "#letters-table tbody tr"


@pytest.fixture(scope="module")
def corpus(specimens):
    return un.read_letters(specimens, progress=False)


@pytest.fixture(scope="module")
def reports(corpus, tmp_path_factory):
    """Reports by their names: in English, in French, with packed texts, and of letters that mean harm."""
    folder = tmp_path_factory.mktemp("reports")
    with pytest.MonkeyPatch.context() as patch:
        un.write_report(corpus, folder / "en.html")
        un.write_report(corpus, folder / "fr.html", language="fr")
        un.write_report(hostile(), folder / "hostile.html", title=HARM, author=HARM)
        patch.setattr(packing, "PLAIN", 0)
        un.write_report(corpus, folder / "packed.html")
        un.write_report(hostile(), folder / "hostile-packed.html")
    return {path.stem: path for path in folder.glob("*.html")}


@pytest.fixture
def show(browser, reports):
    """Opens a report as a file, without a network; what it asks for, and what goes wrong in it, fails the test."""
    contexts, troubles = [], []

    def opened(name, **options):
        context = browser.new_context(offline=True, viewport={"width": 1200, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        address = reports[name].as_uri()
        page.on("request", lambda request: request.url.split("#")[0] == address or troubles.append(request.url))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: message.type in ("error", "warning") and troubles.append(message.text))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def column(page, number):
    return page.locator(f"{ROWS} td:nth-child({number})").all_inner_texts()


def drawn(page):
    """What the canvas of the graph shows, as a picture."""
    page.wait_for_timeout(400)  # nodes glide to their places
    return page.evaluate("document.querySelector('#network canvas').toDataURL()")


def test_a_filter_changes_list_timeline_matrix_resolutions_and_graph(show, corpus):
    page = show("en")
    before = {
        "bars": page.locator("svg.timeline .bars rect").count(),
        "matrix": page.locator("#matrix-table").inner_text(),
        "cited": page.locator("#cited-table").inner_text(),
        "graph": drawn(page),
    }
    page.select_option("[name=sender]", "UKR")
    works = corpus.where(sender="UKR").letters["work_id"].nunique()
    assert page.locator(ROWS).count() == works
    assert all("Ukraine" in cell for cell in column(page, 3))
    assert page.locator("#status").inner_text().startswith(f"{works} of ")
    assert page.locator("#letters .n").inner_text().endswith("Ukraine")
    assert 0 < page.locator("svg.timeline .bars rect").count() <= works
    assert page.locator("#matrix-table tbody tr").first.inner_text().startswith("Ukraine")
    after = {
        "bars": page.locator("svg.timeline .bars rect").count(),
        "matrix": page.locator("#matrix-table").inner_text(),
        "cited": page.locator("#cited-table").inner_text(),
        "graph": drawn(page),
    }
    assert all(before[name] != after[name] for name in before)
    assert page.locator("#exchanges .fixed").is_visible()
    assert not page.locator("#timeline [data-whole]").first.is_visible()  # the peak of all letters

    page.select_option("[name=from]", "2022")
    later = corpus.where(sender="UKR", since=2022).letters["work_id"].nunique()
    assert page.locator(ROWS).count() == later < works
    assert all(date >= "2022" for date in column(page, 1))

    page.click("#filters button")
    assert page.locator("#status").inner_text().startswith(f"{corpus.letters['work_id'].nunique()} of ")
    assert page.locator("#matrix-table").inner_text() == before["matrix"]
    assert page.locator("#cited-table").inner_text() == before["cited"]
    assert drawn(page) == before["graph"]


def test_the_page_counts_as_the_file_does(show, browser, reports):
    """Without a filter the script draws what Python wrote: the same bars, cells and resolutions."""
    parts = ("svg.timeline .lines text", "#matrix-table :is(th, td)", "#cited-table :is(th, td)")
    plain = browser.new_context(java_script_enabled=False, offline=True)
    page = plain.new_page()
    page.goto(reports["en"].as_uri())
    expected = [page.locator(part).all_text_contents() for part in parts]
    page_with = show("en")
    assert [page_with.locator(part).all_text_contents() for part in parts] == expected
    assert page_with.locator(".bars rect").count() == page.locator(".bars rect").count()
    plain.close()


def test_the_list_is_sorted_searched_and_leafed_through(show):
    page = show("en")
    assert page.locator(ROWS).count() == 50
    page.click("#pages button[value='1']")
    assert 0 < page.locator(ROWS).count() < 50
    page.click("#letters-table th:nth-child(1) button")
    page.click("#letters-table th:nth-child(1) button")
    dates = column(page, 1)
    assert dates == sorted(dates, reverse=True)
    assert page.locator("#letters-table th").first.get_attribute("aria-sort") == "descending"
    page.fill("#search", "ukraine SECURITY")
    rows = page.locator(ROWS).all_inner_texts()
    assert rows
    assert all("Ukraine" in row and "Security Council" in row for row in rows)
    page.fill("#search", "no such words")
    assert page.locator("#none").is_visible()


def test_a_click_on_a_sender_in_the_graph_chooses_it(show):
    page = show("en")
    page.locator("#network input").fill("Ukraine")
    page.locator("#network input").press("Enter")
    page.locator("#network canvas").press("Enter")
    assert page.locator("[name=sender]").input_value() == "UKR"


@pytest.mark.parametrize("name", ["en", "packed"])
def test_a_letter_opens_with_its_marks_from_the_list(show, name):
    page = show(name)
    page.fill("#search", "S/2018/9102")
    page.click(f"{ROWS} a:text-is('ar')")
    article = page.locator("article:visible", has_text="S/2018/9102 (Arabic)")
    letter = article.locator(".letter")
    letter.wait_for()
    assert letter.get_attribute("dir") == "rtl"
    assert letter.locator("mark.k-resolution").count() > 0
    box = letter.locator("mark").first.bounding_box()
    assert box["x"] > letter.bounding_box()["x"] + letter.bounding_box()["width"] / 2  # it starts at the right


@pytest.mark.parametrize("name", ["hostile", "hostile-packed"])
def test_letters_that_mean_harm_are_only_shown(show, name):
    page = show(name)
    assert page.title() != "harmed"
    page.locator(f"{ROWS} a").first.click()
    page.locator("article").first.wait_for()
    assert "<script>" in page.locator("article .letter").first.inner_text()
    assert page.evaluate("document.querySelectorAll('img, main script:not(.chunk)').length") == 0


def test_without_scripts_all_of_it_can_be_read(show, corpus):
    page = show("en", java_script_enabled=False)
    assert page.locator("noscript p").is_visible()
    for part in ("svg.timeline", "svg.ties", "#matrix-table", "#cited-table", "#letters-table"):
        assert page.locator(part).is_visible(), part
    for part in ("#filters", "#tools", "#network", "#pages"):
        assert not page.locator(part).is_visible(), part
    assert page.locator(ROWS).count() == corpus.letters["work_id"].nunique()
    assert page.locator("article .letter").count() == len(corpus.letters)


def test_on_paper_the_drawing_and_the_whole_list_stand_in_for_what_moves(show, corpus):
    page = show("en")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("svg.ties").is_visible()
    assert not page.locator("#network").is_visible()
    assert not page.locator("#filters").is_visible()
    assert page.locator(ROWS).count() == corpus.letters["work_id"].nunique()


@pytest.mark.parametrize(("name", "width"), [("en", 320), ("fr", 1200)])
def test_everybody_can_use_it(show, axe, name, width):
    page = show(name, bypass_csp=True)
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelectorAll('article:nth-of-type(n + 9)').forEach((article) => article.remove())")
    page.evaluate(axe)
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_it_is_valid_html(reports, node, packages):
    order = [node, str(NODE / "validate.js"), *map(str, reports.values())]
    environment = {**os.environ, "NODE_PATH": str(packages(NODE / "package.json"))}
    done = subprocess.run(order, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.stdout + done.stderr == ""
