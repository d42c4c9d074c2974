"""How quickly the explorer answers, and how smoothly its graph moves in a browser.

python benchmarks/explore.py                  # 100,000 letters; the graph of 5,000 nodes and 10,000 edges
python benchmarks/explore.py 10000            # so many letters
"""

from __future__ import annotations

import base64
import json
import shutil
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import numpy as np
from generate import generate

import unanalysis as un
from unanalysis.corpus import SCHEMA
from unanalysis.explorer.modules import script, style
from unanalysis.explorer.state import TABS

ROUNDS = 7
NODES, EDGES = 5_000, 10_000
FRAMES = 240


def main() -> None:
    letters = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    corpus = generate(letters, 10 * letters)
    print(f"{letters:,} letters, {10 * letters:,} mentions\n")
    began = time.perf_counter()
    view = un.explore(corpus)
    view._repr_mimebundle_()
    print(f"first show (index, counts, network, table twin)   {1000 * (time.perf_counter() - began):8.0f} ms\n")
    senders = view.state.index.feature("sender").names.tolist()
    resolutions = view.state.index.feature("resolution").names.tolist()
    choices: dict[str, Callable[[int], dict[str, Any]]] = {
        "a sender": lambda number: {"sender": [senders[number]]},
        "half of the time": lambda number: {"since": f"2010-0{number % 9 + 1}-01"},
        "a sender and a resolution": lambda number: {"sender": [senders[number]], "resolution": [resolutions[number]]},
    } | {name: (lambda number, words=words: {"text": words}) for name, words in words_of(corpus).items()}
    began = time.perf_counter()
    view.state.index.tables.words()
    print(f"index of all words, made once, at the first search {1000 * (time.perf_counter() - began):7.0f} ms\n")
    print("median of milliseconds, in Python  letters chosen   counts  " + "".join(f"{tab:>10}" for tab in TABS))
    for name, choose in choices.items():
        row = [measure(view, choose, tab) for tab in TABS]
        chosen = f"{row[0][0]:8.1f}       {row[0][1]:8.1f}"
        print(f"{name:<34}{chosen}   " + "".join(f"{total:>10.1f}" for _, _, total in row))
    print("\nview.selection as a Corpus, when asked for, and its tables, when each is first asked for (ms)")
    for name in ("half of the time", "a sender and a resolution", "a frequent word"):
        print(f"{name:<34}{selection(view, choices[name])}")
    browser()


def words_of(corpus: un.Corpus) -> dict[str, str]:
    """What to look for in the texts: words that stand in few of them and in most, and in other scripts."""
    return {
        "a rare word": corpus.letters["symbol"].iloc[len(corpus) // 2],
        "a frequent word": "resolution",
        "a phrase": "in this connection we recall resolution",
        "a phrase in part, as typed": "connection we rec",
        "one letter": "e",
        "two Chinese characters": "回顾",
        "an Arabic word": "القرار",
        "a Russian word": "напоминаем",
    }


def measure(view: Any, choose: Callable[[int], dict[str, Any]], tab: str) -> tuple[float, float, float]:
    """From a filter to the mask of letters, to all counts, and to everything that is sent to the browser."""
    from unanalysis.explorer.facets import facet_counts

    view.tab = tab
    masks, counts, whole = [], [], []
    for number in range(ROUNDS):
        view.reset()
        view.state.masks._known.clear()  # each choice is made for the first time
        state, choices = view.state, choose(number)
        began = time.perf_counter()
        state.masks.all(choices)
        masks.append(time.perf_counter() - began)
        facet_counts(state.index, state.masks, choices)
        counts.append(time.perf_counter() - began)
        state.masks._known.clear()
        began = time.perf_counter()
        state.choices = choices
        whole.append(time.perf_counter() - began)
    return tuple(1000 * median(times) for times in (masks, counts, whole))  # type: ignore[return-value]


def selection(view: Any, choose: Callable[[int], dict[str, Any]]) -> str:
    """How long the chosen letters as a corpus take, and how long each of their tables."""
    times: dict[str, list[float]] = {}
    for number in range(ROUNDS):
        view.state.choices = choose(number)
        began = time.perf_counter()
        chosen = view.selection
        times.setdefault("selection", []).append(time.perf_counter() - began)
        for table in SCHEMA:
            began = time.perf_counter()
            getattr(chosen, table)
            times.setdefault(table, []).append(time.perf_counter() - began)
        view.reset()
        view.state._selection = None  # it would be kept
    figures = ", ".join(f"{name} {1000 * median(taken):.1f}" for name, taken in times.items())
    return f"{len(chosen):>7,} letters: {figures}"


def browser() -> None:
    """Drag a large graph in Chromium: the time from one frame to the next.

    While it moves the picture is shifted, and drawn anew whenever a quarter of it has gone; both are in the figures.
    """
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        print("\nWithout Chromium the browser is not measured.")
        return
    page_text = (
        f"<!doctype html><meta charset=utf-8><style>{style('network')} #place {{ width: 1100px }}</style>"
        f"<div id=place></div><script type=module>{script('network')}\nwindow.data = {json.dumps(large())};\n"
        "const began = performance.now(), place = document.getElementById('place');\n"
        "window.network = drawNetwork(place, window.data);\n"
        "const drawn = () => { window.first = performance.now() - began; };\n"
        "requestAnimationFrame(() => requestAnimationFrame(drawn));</script>"
    )
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = opened.new_page(viewport={"width": 1200, "height": 800})
        page.goto("data:text/html;base64," + base64.b64encode(page_text.encode()).decode())
        page.wait_for_function("window.first > 0", timeout=60_000)
        first = page.evaluate("window.first")
        times = page.evaluate(
            """frames => new Promise(done => { const times = []; let before = performance.now();
            (function step() { network.pan(3, 1); const now = performance.now(); times.push(now - before); before = now;
            times.length < frames ? requestAnimationFrame(step) : done(times.slice(5)); })(); })""",
            FRAMES,
        )
        update = page.evaluate(
            """() => new Promise(done => { const began = performance.now(); network.update(data);
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began))); })"""
        )
        opened.close()
    rate = 1000 / np.mean(times)
    print(f"\n{NODES:,} nodes, {EDGES:,} edges in Chromium without a graphics card:")
    print(f"first drawn after {first:.0f} ms, drawn anew after {update:.0f} ms")
    print(f"panned at {rate:.0f} frames/s (slowest of {len(times)} frames: {max(times):.0f} ms)")


def large() -> dict[str, Any]:
    """A graph for the picture, in the columns that network.js takes."""
    random = np.random.default_rng(1)
    kinds = ["sender", "organ", "resolution"]
    weight = random.zipf(1.8, EDGES).clip(max=500)
    return {
        "id": [f"n{node}" for node in range(NODES)],
        "label": [f"Node {node}" for node in range(NODES)],
        "kind": [kinds[node % 3] for node in range(NODES)],
        "letters": random.integers(1, 300, NODES).tolist(),
        "size": random.random(NODES).round(3).tolist(),
        "positions": random.random(2 * NODES).round(4).tolist(),
        "edges": random.integers(0, NODES, 2 * EDGES).tolist(),
        "weight": weight.tolist(),
        "relation": [("writes_to", "cites")[edge % 2] for edge in range(EDGES)],
        "layers": False,
    }


if __name__ == "__main__":
    main()
