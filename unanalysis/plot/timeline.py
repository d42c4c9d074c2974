"""Letters through time, stacked by what sets them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unanalysis.graph.labels import entity_labels
from unanalysis.graph.tallies import every_of, period_name, timeline_table
from unanalysis.graph.works import Frames, works_of
from unanalysis.plot.style import GREY, PALE, SERIES, counted, headed, period, readable, style, together
from unanalysis.plot.words import words

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: features whose values are entities
ENTITIES = ("sender", "organ", "addressee")
_FEW = 8  # periods that fill the width of a figure


def plot_timeline(
    corpus: Frames,
    by: str | None = "organ",
    *,
    every: str | None = None,
    top: int = 6,
    language: str = "en",
    title: str | None = None,
) -> Figure:
    """Draw how many letters each year, quarter or month has.

    Parameters
    ----------
    corpus
        A corpus, or anything with its frames `letters`, `parties` and `mentions`.
    by
        What the bars are stacked by: sender, organ, addressee, resolution, language, form or part; None for plain bars.
    every
        `"year"`, `"quarter"` or `"month"`; if not given, what suits the time that the letters span.
    top
        How many values have a colour of their own, at most 7; the others are added up.
    language
        Of the words and the names of entities in the figure.
    title
        Instead of the usual one.

    Returns
    -------
    matplotlib.figure.Figure
        Bars of `timeline_table`; each letter counts once.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> figure = plot_timeline(example_corpus(), by="sender")
    """
    import matplotlib.pyplot as plt

    said = words(language)
    works = works_of(corpus)
    table = timeline_table(corpus, by, every=every)
    shown = _with_others(table, min(top, len(SERIES)), said)
    names = _names(table.columns.tolist(), by, language) | {"": said["none"], "letters": said["letters"]}
    labels = readable({key: names.get(key, key) for key in shown.columns.tolist()})
    undated = sum(date is None for date in works.dates.tolist())
    with style():
        figure, axes = plt.subplots(figsize=(9, 4), layout="constrained")
        if len(table):
            _bars(axes, shown, every or every_of(table.index.tolist()), labels, said)
        else:
            axes.set_axis_off()
            axes.text(0.5, 0.5, said["empty"], ha="center", va="center", transform=axes.transAxes)
        usual = said["timeline"] if by is None else said["timeline_by"].format(by=said[by])
        line = together([
            f"n = {counted(int(table.to_numpy().sum()), said)}",
            period([date for date in works.dates.tolist() if date]),
            said["undated"].format(count=undated) if undated else "",
            *getattr(corpus, "filters", ()),
        ])  # fmt: skip
        headed(figure, title or usual, [line])
    return figure


def _with_others(table: pd.DataFrame, top: int, said: dict[str, str]) -> pd.DataFrame:
    """The most frequent columns, the others in one; those without a value last."""
    values = [name for name in table.columns if name]
    shown = table[values[:top]].copy()
    if len(values) > top:
        shown[f"{said['others']} ({len(values) - top:,})"] = table[values[top:]].sum(axis=1)
    if "" in table.columns:
        shown[""] = table[""]
    return shown


def _names(values: list[str], by: str | None, language: str) -> dict[str, str]:
    """The names of values; several in one cell are joined by "; ", and so are their names."""
    if by not in ENTITIES:
        return {}
    labels = entity_labels({entity for value in values for entity in value.split("; ")}, language)
    return {value: " + ".join(labels[entity] for entity in value.split("; ")) for value in values}


def _bars(axes: Axes, table: pd.DataFrame, every: str, labels: dict[str, str], said: dict[str, str]) -> None:
    import numpy as np
    from matplotlib.ticker import MaxNLocator

    periods = table.index
    at = np.arange(len(periods))
    base = np.zeros(len(periods))
    for number, (name, label) in enumerate(labels.items()):
        heights = table[name].to_numpy()
        colour = PALE if name.startswith(said["others"]) else SERIES[number % len(SERIES)] if name else "white"
        some = heights > 0  # a bar of no height would still have its edge
        axes.bar(
            at[some], heights[some], 0.86, bottom=base[some], label=label, color=colour, edgecolor=GREY, linewidth=0.3,
            zorder=2,
        )  # fmt: skip
        base += heights
    step = max(1, -(-len(periods) // 16))
    axes.set_xticks(at[::step], [period_name(date, every) for date in periods[::step]])
    if every != "year" and len(periods) > 8:
        for tick in axes.get_xticklabels():
            tick.set(rotation=45, ha="right", rotation_mode="anchor")
    beside = max(0, _FEW - len(periods)) / 2  # a single bar as wide as the figure would look like a great many letters
    axes.set_xlim(-0.7 - beside, len(periods) - 0.3 + beside)
    axes.set_xlabel(said[every])
    axes.set_ylabel(said["number_of_letters"])
    axes.set_ylim(0, max(float(base.max()), 1) * 1.08)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    axes.grid(axis="y", color=PALE, linewidth=0.6, zorder=0)
    if set(labels) != {"letters"}:
        axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), reverse=True, fontsize=8)
