"""Figures for print: graphs, timelines, matrices, in six languages."""

from unanalysis.plot.matrix import plot_matrix
from unanalysis.plot.network import plot_graph
from unanalysis.plot.timeline import plot_timeline

__all__ = ["plot_graph", "plot_matrix", "plot_timeline"]
