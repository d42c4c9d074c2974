"""The explorer as a reader meets it: the notebook in JupyterLab, in a real browser, by mouse and keyboard."""

import json
import re

import pytest

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the browser's driver
WAIT = 12_000  # milliseconds


class Notebook:
    """04_explore, open and run, with all that went wrong and all that was asked of other hosts."""

    def __init__(self, browser, lab: str) -> None:
        self.page = browser.new_page(viewport={"width": 1500, "height": 1150})
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.foreign.append(request.url) if not own(request.url, lab) else None)
        self.page.goto(f"{lab}/lab/tree/04_explore.ipynb?reset")
        self.page.locator(".jp-Toolbar-kernelName", has_text="Python 3").wait_for(timeout=2 * WAIT)
        self.page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=2 * WAIT)
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_text("Run All Cells", exact=True).click()
        self.root = self.page.locator(".un-explore").first
        self.root.locator(".un-tabs").wait_for(timeout=2 * WAIT)
        # The cells after the explorer choose and go back: their last output says that they are done.
        self.page.locator(".un-reader .un-letter").first.wait_for(state="attached", timeout=2 * WAIT)
        self.root.scroll_into_view_if_needed()
        self.drawn()

    def find(self, selector: str, **having: str):
        return self.root.locator(selector, **having)

    def drawn(self) -> int:
        self.page.wait_for_function("Number(document.querySelector('.un-explore')?.dataset.drawn) > 0", timeout=WAIT)
        return int(self.root.get_attribute("data-drawn"))

    def after(self, act) -> None:
        """Do something, and wait until the view has been drawn anew."""
        before = self.drawn()
        act()
        self.page.wait_for_function(
            f"Number(document.querySelector('.un-explore').dataset.drawn) > {before}", timeout=WAIT
        )

    def chips(self) -> list[str]:
        return [chip.removesuffix(" ✕") for chip in self.find(".un-chip").all_inner_texts()]

    def said(self) -> str:
        return self.find(".un-summary").inner_text()

    def open(self, tab: str) -> None:
        self.after(lambda: self.find(f"[data-tab={tab}]").click())

    def drag(self, selector: str, start: tuple[float, float], end: tuple[float, float]) -> None:
        """From one point to another; points are shares of the element's width and height."""
        self.find(selector).first.scroll_into_view_if_needed()
        box = self.find(selector).first.bounding_box()
        places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
        self.page.mouse.move(*places[0])
        self.page.mouse.down()
        self.page.mouse.move(*places[1], steps=6)
        self.page.mouse.up()

    def python(self) -> str:
        """Run the cell below the explorer again, and read what it prints: `view.code`."""
        cell = self.page.locator(".jp-CodeCell", has_text="print(view.code)").first
        cell.scroll_into_view_if_needed()
        cell.locator(".jp-InputPrompt").click()
        count = cell.locator(".jp-InputPrompt").inner_text()
        self.page.keyboard.press("Control+Enter")
        self.page.wait_for_function(
            "([cell, before]) => { const now = cell.querySelector('.jp-InputPrompt').innerText;"
            " return now !== before && !now.includes('*') && now.trim() !== '[ ]:'; }",
            arg=[cell.element_handle(), count],
            timeout=WAIT,
        )
        output = cell.locator(".jp-OutputArea-output").first.inner_text()
        self.root.scroll_into_view_if_needed()
        return output.strip()


def own(address: str, lab: str) -> bool:
    return address.startswith((lab, lab.replace("http", "ws"), "data:", "blob:"))


@pytest.fixture(scope="module")
def notebook(browser, lab):
    opened = Notebook(browser, lab)
    yield opened
    opened.page.close()


@pytest.fixture(autouse=True)
def from_the_beginning(notebook):
    """Each test begins with everything chosen, and the network open."""
    if notebook.find(".un-chip").count():
        notebook.after(lambda: notebook.page.get_by_role("button", name="Reset", exact=True).first.click())
    if notebook.find('[data-tab=network][aria-selected="false"]').count():
        notebook.open("network")
    yield
    assert notebook.errors == []
    assert notebook.foreign == []


def test_time_sender_network_matrix_reader_and_the_way_back(notebook):
    everything = notebook.said()
    # A span of time, drawn over the small bars.
    notebook.after(lambda: notebook.drag(".un-time .un-bars", (0.80, 0.5), (0.99, 0.5)))
    assert [chip.partition(":")[0] for chip in notebook.chips()] == ["From", "To"]
    since, until = (chip.partition(": ")[2] for chip in notebook.chips())
    assert "1999-01-01" < since < until
    in_time = notebook.said()
    assert in_time != everything
    # A sender, ticked.
    sender = notebook.find(".un-facet", has_text="Sender").first.locator("input[type=checkbox]").first
    entity = sender.get_attribute("data-key").removeprefix("sender-")
    notebook.after(sender.click)
    assert notebook.python() == f"corpus.where(sender={entity!r}, since={since!r}, until={until!r})"
    # Back to the span of time alone.
    notebook.after(lambda: notebook.page.get_by_role("button", name="‹ Back").first.click())
    assert notebook.said() == in_time
    # A box over some senders in the network.
    notebook.find(".un-network [data-action=box]").click()
    notebook.after(lambda: notebook.drag(".un-network canvas", (0.12, 0.02), (0.30, 0.35)))
    code = notebook.python()
    assert re.fullmatch(rf"corpus\.where\(sender=.+, since={since!r}, until={until!r}\)", code)
    chosen = notebook.said()
    # A cell of the matrix, among these.
    notebook.open("matrix")
    cell = notebook.find('.un-matrix td .un-cell[title]:not([title=""])').first
    words = cell.get_attribute("title")
    notebook.after(cell.click)
    code = notebook.python()
    assert "addressee=" in code
    row, column = words.rpartition(":")[0].split(" → ")
    assert {f"Sender: {row}", f"Addressee: {column}"} <= set(notebook.chips())
    assert words.endswith(": 1 letter") == notebook.said().startswith("1 of")
    # A letter of these, opened and closed.
    notebook.open("letters")
    notebook.find(".un-table .un-link").first.click()
    notebook.find(".un-letter .un-text").wait_for(timeout=WAIT)
    assert notebook.find(".un-letter .un-mark-sender").count() > 0
    notebook.page.keyboard.press("Escape")
    notebook.find(".un-letter").wait_for(state="detached", timeout=WAIT)
    # And back to the box.
    notebook.after(lambda: notebook.page.get_by_role("button", name="‹ Back").first.click())
    assert notebook.said() == chosen


def test_the_network_by_keyboard(notebook):
    notebook.find(".un-network input[type=search]").fill("Security Council")
    notebook.page.keyboard.press("Tab")
    told = notebook.find(".un-network [role=status]")
    assert "Security Council · Organ" in told.inner_text()
    notebook.page.keyboard.press("ArrowUp")
    assert "Security Council · Organ" not in told.inner_text()
    name = told.inner_text().partition(" · ")[0]
    notebook.after(lambda: notebook.page.keyboard.press("Enter"))
    assert notebook.chips() == [f"Addressee: {name}"]


def test_filters_by_typing_and_the_code_they_make(notebook):
    resolution = notebook.find(".un-facet", has_text="Resolution").first
    resolution.locator("input[type=search]").fill("1718")
    notebook.after(resolution.locator("input[type=checkbox]").first.click)
    notebook.page.get_by_role("button", name="Show the code").first.click()
    code = notebook.find(".un-code")
    code.get_by_text("corpus.where(mentions='S/RES/1718(2006)')").wait_for(timeout=WAIT)
    notebook.page.get_by_role("button", name="Show the code").first.click()
    words = notebook.find("input[aria-label='Words in titles and texts']")
    for typed, found in (("sanc", "sanc"), ("tions ", "sanctions")):  # with a pause between, but without Enter
        words.press_sequentially(typed, delay=30)
        notebook.find(".un-chip", has_text=f"Words: {found}").wait_for(timeout=WAIT)
    assert words.input_value() == "sanctions "  # what is typed stays as it is typed
    assert notebook.chips() == ["Resolution: S/RES/1718(2006)", "Words: sanctions"]
    notebook.after(notebook.page.get_by_role("button", name="‹ Back").first.click)
    assert notebook.chips() == ["Resolution: S/RES/1718(2006)"]  # the whole word is one step
    assert words.input_value() == ""
    notebook.after(notebook.page.get_by_role("button", name="Forward ›").first.click)
    assert words.input_value() == "sanctions"
    notebook.after(notebook.find(".un-chip").first.click)
    assert notebook.chips() == ["Words: sanctions"]


def test_the_timeline_brush_and_its_colours(notebook):
    notebook.open("timeline")
    notebook.after(notebook.find(".un-key button", has_text="Security Council").first.click)
    assert notebook.chips() == ["Addressee: Security Council"]
    notebook.after(lambda: notebook.drag(".un-timeline .un-bars", (0.6, 0.5), (0.98, 0.6)))
    assert len(notebook.chips()) == 3


def test_tables_come_as_files(notebook):
    with notebook.page.expect_download(timeout=WAIT) as coming:
        notebook.find(".un-export > summary").click()
        notebook.page.get_by_role("button", name="Tables (CSV)").first.click()
    assert coming.value.suggested_filename == "tables.zip"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tab", ["network", "timeline", "matrix", "letters", "problems", "letter"])
def test_axe_finds_no_fault(notebook, axe, tab, theme):
    page = notebook.page
    page.evaluate("theme => document.body.dataset.jpThemeLight = String(theme === 'light')", theme)
    # What JupyterLab's own dark theme sets, without the seconds that changing themes takes.
    page.evaluate(
        """dark => { for (const [name, value] of Object.entries({"--jp-layout-color0": "#111111",
        "--jp-layout-color1": "#212121", "--jp-border-color1": "#616161", "--jp-content-font-color1": "#ffffff"}))
        dark ? document.body.style.setProperty(name, value) : document.body.style.removeProperty(name); }""",
        theme == "dark",
    )
    if tab == "letter":
        notebook.open("letters")
        notebook.find(".un-table .un-link").first.click()
        notebook.find(".un-letter .un-text").wait_for(timeout=WAIT)
    elif tab != "network":
        notebook.open(tab)
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found = page.evaluate("axe.run(document.querySelector('.un-explore'), { resultTypes: ['violations'] })")
    if tab == "letter":
        page.keyboard.press("Escape")
    faults = [
        {"rule": each["id"], "impact": each["impact"], "nodes": [node["html"][:160] for node in each["nodes"][:3]]}
        for each in found["violations"]
    ]
    assert faults == [], json.dumps(faults, indent=1)
