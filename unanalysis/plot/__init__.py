"""Figures for print: graphs, timelines, matrices, in six languages."""

from unanalysis.plot.network import plot_graph

__all__ = ["plot_graph"]
