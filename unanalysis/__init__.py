"""United Nations letters as dataframes, graphs and reports.

Every name is imported when it is first used, so that `import unanalysis` costs nothing. They stand here in the order in
which one uses them.
"""

TYPE_CHECKING = False  # type checkers take it for true, as the one of typing, which would have to be imported
if TYPE_CHECKING:
    from unanalysis.corpus import Corpus as Corpus
    from unanalysis.corpus import check_citations as check_citations
    from unanalysis.corpus import disagreements as disagreements
    from unanalysis.corpus import read_corpus as read_corpus
    from unanalysis.corpus import read_letters as read_letters
    from unanalysis.corpus import read_register as read_register
    from unanalysis.corpus import write_corpus as write_corpus
    from unanalysis.errors import InputError as InputError
    from unanalysis.errors import LexiconError as LexiconError
    from unanalysis.errors import MissingDependencyError as MissingDependencyError
    from unanalysis.errors import SchemaError as SchemaError
    from unanalysis.errors import UnanalysisError as UnanalysisError
    from unanalysis.explorer import explore as explore
    from unanalysis.explorer import show_letter as show_letter
    from unanalysis.graph import backbone as backbone
    from unanalysis.graph import brokerage_table as brokerage_table
    from unanalysis.graph import citation_graph as citation_graph
    from unanalysis.graph import cocitation_graph as cocitation_graph
    from unanalysis.graph import correspondence_graph as correspondence_graph
    from unanalysis.graph import coupling_graph as coupling_graph
    from unanalysis.graph import edge_table as edge_table
    from unanalysis.graph import graph_slice as graph_slice
    from unanalysis.graph import graph_slices as graph_slices
    from unanalysis.graph import letter_graph as letter_graph
    from unanalysis.graph import matrix_table as matrix_table
    from unanalysis.graph import measure_table as measure_table
    from unanalysis.graph import node_table as node_table
    from unanalysis.graph import reply_graph as reply_graph
    from unanalysis.graph import sender_organ_resolution_graph as sender_organ_resolution_graph
    from unanalysis.graph import timeline_table as timeline_table
    from unanalysis.graph import write_graph as write_graph
    from unanalysis.layout import force_layout as force_layout
    from unanalysis.layout import layered_layout as layered_layout
    from unanalysis.mentions import find_mentions as find_mentions
    from unanalysis.parse import parse_letter as parse_letter
    from unanalysis.plot import plot_graph as plot_graph
    from unanalysis.plot import plot_matrix as plot_matrix
    from unanalysis.plot import plot_timeline as plot_timeline
    from unanalysis.report import render_notebook as render_notebook
    from unanalysis.report import write_report as write_report
    from unanalysis.titles import parse_title as parse_title
    from unanalysis.types import Letter as Letter
    from unanalysis.types import Mention as Mention
    from unanalysis.types import Party as Party
    from unanalysis.types import Title as Title

# The module of each name; type checkers and editors read the same from above (a test compares the two).
_MODULES = {
    # letters in, tables out
    **dict.fromkeys(("read_letters", "Corpus", "write_corpus", "read_corpus", "disagreements"), "corpus"),
    # what they cite, held against what was adopted
    **dict.fromkeys(("read_register", "check_citations"), "corpus"),
    # graphs and tables of them
    **dict.fromkeys(("sender_organ_resolution_graph", "letter_graph", "correspondence_graph"), "graph"),
    **dict.fromkeys(("citation_graph", "cocitation_graph", "coupling_graph", "reply_graph"), "graph"),
    **dict.fromkeys(("backbone", "graph_slice", "graph_slices", "node_table", "edge_table"), "graph"),
    **dict.fromkeys(("measure_table", "brokerage_table", "timeline_table", "matrix_table", "write_graph"), "graph"),
    # pictures
    **dict.fromkeys(("layered_layout", "force_layout"), "layout"),
    **dict.fromkeys(("plot_graph", "plot_timeline", "plot_matrix"), "plot"),
    # letters chosen with the mouse, and read
    **dict.fromkeys(("explore", "show_letter"), "explorer"),
    # what is printed
    **dict.fromkeys(("write_report", "render_notebook"), "report"),
    # one text
    **{"find_mentions": "mentions", "parse_title": "titles", "parse_letter": "parse"},
    **dict.fromkeys(("Letter", "Title", "Party", "Mention"), "types"),
    # what is raised
    **dict.fromkeys(("UnanalysisError", "InputError", "MissingDependencyError"), "errors"),
    **dict.fromkeys(("SchemaError", "LexiconError"), "errors"),
}

__all__ = list(_MODULES)


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module 'unanalysis' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"unanalysis.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, *(name for name in globals() if name.startswith("__"))]
