"""The timeline: letters through time as stacked bars, drawn as SVG.

Drawn here and not with matplotlib, as the graph is: text in it stays text (for search, screen readers and the printer),
it weighs a hundredth, and the page draws the same bars again when it is filtered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from unanalysis.graph.tallies import every_of, period_name, timeline_table
from unanalysis.report.material import Material

BANDS = 6  # values with a colour of their own; the others share one
# Okabe and Ito's, which are told apart with every kind of colour vision; grey for the others, white for none.
COLOURS = ("#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7")
OTHERS, NONE = "#8a949e", "#ffffff"
WIDTH, HEIGHT = 960, 240  # of the field in which bars stand
_LABELS = 14  # at most, along the axis of time


@dataclass(frozen=True)
class Timeline:
    """Letters by period and band.

    `counts[band][period]`; `period_of` and `band_of` have the number of each work's period (-1: no date) and band.
    """

    every: str
    periods: list[str]
    bands: list[str]
    colours: list[str]
    counts: list[list[int]]
    period_of: list[int]
    band_of: list[int]

    @property
    def totals(self) -> list[int]:
        """Letters of each period."""
        return [sum(column) for column in zip(*self.counts, strict=True)]


def timeline(material: Material) -> Timeline:
    """Count the letters by time and by the organ or office to which they are addressed."""
    say = material.say
    joined = ["; ".join(organs) for organs in material.organs]
    table = timeline_table(material.corpus, "organ")
    starts = [start.date() for start in table.index]
    every = every_of(starts)
    # The bands are those of all letters with a date; the most frequent first, then the others, then those without.
    columns = [str(name) for name in table.columns if name]
    own, rest = columns[:BANDS], columns[BANDS:]
    bands = [" + ".join(map(material.name, name.split("; "))) for name in own]
    bands += [f"{say('other_organs')} ({say.written(len(rest))})"] if rest else []
    colours = [*COLOURS[: len(own)], *[OTHERS] * bool(rest)]
    number = {name: min(at, BANDS) for at, name in enumerate(columns)}
    if "" in table.columns:
        number[""] = len(bands)
        bands.append(say("none"))
        colours.append(NONE)
    index = {_key(start, every): at for at, start in enumerate(starts)}
    period_of = [index[_key(date, every)] if date else -1 for date in material.dates]
    band_of = [number.get(name, 0) for name in joined]
    counts = [[0] * len(starts) for _ in bands]
    for period, band in zip(period_of, band_of, strict=True):
        if period >= 0:
            counts[band][period] += 1
    return Timeline(every, [period_name(start, every) for start in starts], bands, colours, counts, period_of, band_of)


def _key(date: Date, every: str) -> int:
    return date.year * 12 + {"month": date.month - 1, "quarter": (date.month - 1) // 3 * 3, "year": 0}[every]


def ceiling(highest: int) -> tuple[int, int]:
    """The top of an axis that holds a number, and the step of its lines: at most five, at round numbers.

    Examples
    --------
    >>> ceiling(3), ceiling(17), ceiling(1234)
    ((3, 1), (20, 5), (1500, 500))
    """
    step, size = 1, 1
    while step * 5 < highest:
        step = next((size * factor for factor in (1, 2, 5) if size * factor * 5 >= highest), size * 10)
        size *= 10
    return max(1, -(-highest // step)) * step, step


@dataclass(frozen=True)
class Bar:
    """A rectangle of the drawing."""

    band: int
    x: float
    y: float
    width: float
    height: float
    words: str


def bars(line: Timeline, material: Material) -> list[Bar]:
    """The rectangles, period by period from the bottom up."""
    top, _ = ceiling(max(line.totals, default=1))
    step = WIDTH / max(len(line.periods), 1)
    # A bar alone would be as broad as the page.
    width = min(step * 0.84, 60)
    found = []
    for number, period in enumerate(line.periods):
        below = 0
        for band, counts in enumerate(line.counts):
            if counts[number]:
                below += counts[number]
                words = f"{period}, {line.bands[band]}: {material.say('letters', n=counts[number])}"
                x, y = number * step + (step - width) / 2, HEIGHT * (1 - below / top)
                height = counts[number] / top * HEIGHT
                found.append(Bar(band, round(x, 1), round(y, 1), round(width, 1), round(height, 1), words))
    return found


def marks(line: Timeline) -> list[tuple[float, str]]:
    """Where names stand along the axis of time, as many as have room."""
    step = WIDTH / max(len(line.periods), 1)
    every = max(1, -(-len(line.periods) // _LABELS))
    return [(round((at + 0.5) * step, 1), line.periods[at]) for at in range(0, len(line.periods), every)]


def lines(line: Timeline) -> list[tuple[float, int]]:
    """Heights of the lines across, with their numbers."""
    top, step = ceiling(max(line.totals, default=1))
    return [(round(HEIGHT * (1 - at / top), 1), at) for at in range(0, top + 1, step)]
