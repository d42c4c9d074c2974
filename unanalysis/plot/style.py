"""How figures look: colours, fonts for all scripts, title and the line beneath it that says what is shown."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date as Date
from functools import cache
from textwrap import wrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

# Okabe, M. and Ito, K. (2008), Color Universal Design: told apart with every kind of colour vision.
BLUE, ORANGE, GREEN, RED, SKY, PURPLE, YELLOW = (
    "#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#F0E442",
)  # fmt: skip
INK, GREY, PALE = "#222222", "#767676", "#D9D9D9"
SERIES = (BLUE, ORANGE, GREEN, RED, SKY, PURPLE, YELLOW)
#: kind of node, or of entity → colour and marker, which says the same without colour
KINDS = {
    "sender": (BLUE, "o"),
    "organ": (RED, "s"),
    "resolution": (GREEN, "D"),
    "letter": (ORANGE, "o"),
    "state": (BLUE, "o"),
    "secretariat": (ORANGE, "^"),
    "organization": (PURPLE, "P"),
    "group": (SKY, "v"),
    "person": (GREY, "X"),
    "entity": (GREY, "o"),
    "document": (SKY, "h"),
    "decision": (YELLOW, "p"),
    "statement": (PURPLE, "*"),
    "agenda item": (GREY, "d"),
}
# matplotlib's own DejaVu Sans has Latin, Cyrillic and Arabic; these have Chinese, on Linux, Windows and macOS.
_CHINESE = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans CJK JP",
    "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Heiti SC", "STHeiti", "SimHei",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "Arial Unicode MS",
)  # fmt: skip
_WIDTH = 36  # characters of a label's line


@cache
def chinese_font() -> str | None:
    """A font with Chinese that is installed here."""
    from matplotlib import font_manager

    installed = set(font_manager.fontManager.get_font_names())
    return next((name for name in _CHINESE if name in installed), None)


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters.

    >>> is_chinese("决议"), is_chinese("resolution")
    (True, False)
    """
    return any("\u2e80" <= character <= "\u9fff" or character >= "\U00020000" for character in text)


@contextmanager
def style() -> Iterator[None]:
    """Settings in which a figure is made; those of the user come back afterwards."""
    import matplotlib as mpl

    fonts = ["DejaVu Sans", *([font] if (font := chinese_font()) else [])]
    settings: dict[str, Any] = {
        "font.family": fonts,
        "font.size": 9,
        "text.color": INK,
        "axes.labelcolor": INK,
        "axes.edgecolor": GREY,
        "xtick.color": INK,
        "ytick.color": INK,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "legend.frameon": False,
        "text.parse_math": False,  # a dollar in a name is a dollar
        "axes.unicode_minus": False,
    }
    with mpl.rc_context(settings):  # type: ignore[arg-type]
        yield


def readable(labels: Mapping[str, str]) -> dict[str, str]:
    """Labels as they can be drawn here: long ones in two lines, and the id itself where no font has Chinese."""
    chinese = [label for label in labels.values() if is_chinese(label)]
    if chinese and chinese_font() is None:
        warnings.warn(
            "No font with Chinese characters is installed, so that figures show codes in place of Chinese names. "
            "Hint: install Noto Sans CJK (Debian and Ubuntu: apt install fonts-noto-cjk).",
            stacklevel=3,
        )
        labels = {key: key if is_chinese(label) else label for key, label in labels.items()}
    return {
        key: "\n".join(wrap(label, _WIDTH, max_lines=2, placeholder=" …", break_on_hyphens=False))
        for key, label in labels.items()
    }


def headed(figure: Figure, title: str, lines: Sequence[str]) -> None:
    """Give a new figure its title and, beneath, what is shown; and see that a notebook does not show it twice."""
    import matplotlib.pyplot as plt

    lines = [line for line in lines if line]
    height, inch = figure.get_figheight(), 1 / figure.get_figheight()
    header = 0.42 + 0.17 * len(lines)
    figure.get_layout_engine().set(rect=(0, 0, 1, 1 - header / height))  # type: ignore[union-attr, call-arg]
    figure.text(0.1 / figure.get_figwidth(), 1 - 0.1 * inch, title, va="top", fontsize=12, fontweight="bold")
    for number, line in enumerate(lines):
        at = 1 - (0.38 + 0.17 * number) * inch
        figure.text(0.1 / figure.get_figwidth(), at, line, va="top", color=GREY)
    plt.close(figure)


def stroke(weight: float, heaviest: float) -> float:
    """Width of an edge in points: by the root of its weight, so that the weak ones do not vanish beside the strong."""
    return 0.5 + 3.5 * float(weight / heaviest) ** 0.5 if heaviest > 1 else 1.5


def weight_key(heaviest: int, said: Mapping[str, str], *, letters: bool = True) -> list[Line2D]:
    """What widths mean, for the legend: one letter, a fourth of the most, the most."""
    from matplotlib.lines import Line2D

    def words(weight: int) -> str:
        return counted(weight, said) if letters else f"{said['weight']} {weight:,}"

    weights = sorted({1, max(1, heaviest // 4), heaviest})
    return [Line2D([], [], color=GREY, linewidth=stroke(each, heaviest), label=words(each)) for each in weights]


def counted(letters: int, said: Mapping[str, str]) -> str:
    """How many letters: "1 letter", "5 letters"."""
    return f"{letters:,} {said['one_letter' if letters == 1 else 'letters']}"


def together(parts: Sequence[str]) -> str:
    """Parts of a line, each kept in its own direction of writing: else Arabic would turn the dates beside it about."""
    parts = [part for part in parts if part]
    if any("\u0590" <= character <= "\u08ff" for character in "".join(parts)):
        parts = [f"\u2068{part}\u2069" for part in parts]  # first strong isolate … pop directional isolate
    return " · ".join(parts)


def period(dates: Sequence[Date | None]) -> str:
    """From when to when: `2013-10-07 – 2014-02-06`.

    >>> period([Date(2014, 2, 6), None, Date(2013, 10, 7)])
    '2013-10-07 – 2014-02-06'
    """
    known = sorted(date for date in dates if date)
    return "" if not known else str(known[0]) if known[0] == known[-1] else f"{known[0]} – {known[-1]}"
