"""Alternative texts for the figures of a notebook: what stands in them in words goes with the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def describe_figures() -> None:
    """In a kernel: from now on every matplotlib figure is shown with an alternative text."""
    from IPython import get_ipython
    from matplotlib.figure import Figure

    shell: Any = get_ipython()
    shell.run_line_magic("matplotlib", "inline")  # first, since it sets a way of showing figures of its own
    shell.display_formatter.formatters["image/png"].for_type(Figure, _png)


def _png(figure: Figure) -> tuple[Any, dict[str, Any]]:
    from IPython.core.pylabtools import print_figure

    picture = print_figure(figure, "png")  # type: ignore[no-untyped-call]
    return picture, {"alt": described(figure)}


def described(figure: Figure) -> str:
    """The words over and beside a figure: its titles, what is shown, the names of its axes.

    Examples
    --------
    >>> from unanalysis.graph.example import example_corpus
    >>> from unanalysis.plot import plot_matrix
    >>> described(plot_matrix(example_corpus()))
    'Letters by sender and organ. n = 4 letters · 2013-10-07 – 2014-02-06. Organ. Sender'
    """
    words = [text.get_text() for text in figure.texts]
    for axes in figure.axes:
        words += [axes.get_title(), axes.get_xlabel(), axes.get_ylabel()]
    return ". ".join(dict.fromkeys(" ".join(text.split()) for text in words if text.strip()))
