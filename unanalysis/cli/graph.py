"""`unanalysis graph`: from letters to a graph for Gephi, Cytoscape and the like."""

from __future__ import annotations

import argparse

from unanalysis.cli.letters import add_paths, read_corpus

NAME = "graph"
HELP = "read letters and write who writes to whom about what as a graph"
EXAMPLES = """\
  unanalysis graph letters/ -o letters.gexf
  unanalysis graph letters/ -o correspondence.graphml --kind correspondence
  unanalysis graph letters/ -o cited-together.csv --kind cocitation
"""

# Words for the shell, and the verb that makes the graph.
KINDS = {
    "sender-organ-resolution": "sender_organ_resolution_graph",
    "letter": "letter_graph",
    "correspondence": "correspondence_graph",
    "citation": "citation_graph",
    "cocitation": "cocitation_graph",
    "coupling": "coupling_graph",
    "reply": "reply_graph",
}
DEFAULT = "sender-organ-resolution"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments and options."""
    add_paths(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help="the ending says the format: .gexf, .graphml, .csv (a pair of files), .json, .graphology.json, .cyjs",
    )
    parser.add_argument("--kind", choices=KINDS, default=DEFAULT, help=f"which graph (default: {DEFAULT})")


def run(arguments: argparse.Namespace) -> int:
    """Read, write, and say how large the graph is and where it went."""
    import unanalysis as un
    from unanalysis.graph.files import writer_of

    writer_of(arguments.output)  # an ending that says no format is better said before many letters are read
    graph = getattr(un, KINDS[arguments.kind])(read_corpus(arguments.paths))
    files = un.write_graph(graph, arguments.output)
    print(f"{graph.number_of_nodes():,} nodes, {graph.number_of_edges():,} edges: {', '.join(map(str, files))}")
    return 0
