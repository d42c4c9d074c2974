"""Corpus → networkx graphs → tables and files.

Graphs of one kind of node have plain nodes (`"S/RES/2254(2015)"`); graphs of several kinds have `"<kind>:<name>"`,
since the Security Council both sends and receives, and a file may bear anybody's name. The unit of every weight is the
*work*: a letter in whatever language, annexed letters being letters of their own.
"""

from unanalysis.graph.aggregate import correspondence_graph, sender_organ_resolution_graph
from unanalysis.graph.files import write_graph
from unanalysis.graph.letters import citation_graph, letter_graph
from unanalysis.graph.measures import brokerage_table, measure_table
from unanalysis.graph.projections import backbone, cocitation_graph, coupling_graph
from unanalysis.graph.replies import reply_graph
from unanalysis.graph.slices import graph_slice, graph_slices
from unanalysis.graph.tables import edge_table, node_table
from unanalysis.graph.tallies import matrix_table, timeline_table

__all__ = [
    "backbone",
    "brokerage_table",
    "citation_graph",
    "cocitation_graph",
    "correspondence_graph",
    "coupling_graph",
    "edge_table",
    "graph_slice",
    "graph_slices",
    "letter_graph",
    "matrix_table",
    "measure_table",
    "node_table",
    "reply_graph",
    "sender_organ_resolution_graph",
    "timeline_table",
    "write_graph",
]
