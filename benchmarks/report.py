"""How long a report takes, how large it is, and how it behaves in a browser.

    python benchmarks/report.py

A cold start is a process of its own, from the command to the file: 60 of the specimen letters. The larger corpora are
composed (generate.py); the time is that of `write_report`. In the browser (Chromium, where there is one): from opening
the file to a page that answers, and from a sender chosen to everything drawn again, the middle of five.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from generate import generate

import unanalysis as un
from unanalysis.report.pdf import find_browser

SPECIMENS = Path(__file__).parent.parent / "data" / "letters"
CHOOSE = """sender => {
  const started = performance.now();
  const field = document.querySelector("[name=sender]");
  field.value = sender;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - started))));
}"""


def cold_start(folder: Path) -> None:
    letters = folder / "letters"
    letters.mkdir()
    for path in sorted(SPECIMENS.iterdir())[:60]:
        shutil.copy(path, letters)
    for name, words in {
        "imports alone": ["-c", "import unanalysis as un; un.read_letters, un.write_report; import pandas, jinja2"],
        "report of 60 files": ["-m", "unanalysis", "report", str(letters), "-o", str(folder / "small.html")],
    }.items():
        rounds = []
        for _ in range(3):
            started, before = time.perf_counter(), os.times()
            subprocess.run([sys.executable, *words], check=True, capture_output=True)
            after = os.times()
            spent = sum(after[2:4]) - sum(before[2:4])  # of processes that this one waited for
            rounds.append((time.perf_counter() - started, spent))
        print(f"{name:24}{min(rounds)[0]:6.2f} s, {min(rounds)[1]:.2f} s of it at work; best of three")


def in_browser(path: Path, browser: Any) -> str:
    page = browser.new_page()
    started = time.perf_counter()
    page.goto(path.as_uri())
    page.wait_for_selector("#letters-table.ready")
    opened = time.perf_counter() - started
    senders = page.locator("[name=sender] option").evaluate_all("all => all.slice(1, 6).map((one) => one.value)")
    chosen = [page.evaluate(CHOOSE, sender) for sender in senders]
    page.close()
    return f"opens in {opened:5.2f} s, follows a filter in {statistics.median(chosen):4.0f} ms"


def composed(folder: Path, letters: int, browser: Any) -> None:
    corpus = generate(letters, 10 * letters)
    files = [folder / f"{letters}-{number}.html" for number in (1, 2)]
    times = []
    for path in files:
        started = time.perf_counter()
        un.write_report(corpus, path)
        times.append(time.perf_counter() - started)
    size = files[0].stat().st_size / 1e6
    same = "the same" if files[0].read_bytes() == files[1].read_bytes() else "other"
    seen = in_browser(files[0], browser) if browser else "no browser"
    print(f"{letters:7,} letters: {min(times):6.2f} s, {size:5.2f} MB, {same} bytes again; {seen}")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, program = Path(name), find_browser()
        cold_start(folder)
        if program is None:
            for letters in (1_000, 10_000):
                composed(folder, letters, None)
            return
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
            for letters in (1_000, 10_000):
                composed(folder, letters, browser)
            browser.close()


if __name__ == "__main__":
    main()
