"""`unanalysis report`: from letters to a report that stands on its own."""

from __future__ import annotations

import argparse

from unanalysis.cli.letters import add_paths, read_corpus

NAME = "report"
HELP = "read letters and write a report: one HTML file that needs nothing else, or a PDF"
EXAMPLES = """\
  unanalysis report letters/ -o report.html
  unanalysis report letters/ -o rapport.pdf --language fr --title "Lettres"
  unanalysis report tables/ -o report.html    of tables that were written before: nothing is read again
  unanalysis report letters/ more.zip -o report.html --author "Reader" --date 2024-05-31
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments and options."""
    add_paths(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="file to write; the ending says the format: .html or .pdf"
    )
    parser.add_argument("--title", help="title of the report")
    parser.add_argument(
        "--language", metavar="CODE", default="en", help="language of the report's own words: en or fr (default: en)"
    )
    parser.add_argument("--author", help="by whom the report is")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="of when it is; no date is said if not given")


def run(arguments: argparse.Namespace) -> int:
    """Read, write, and say where the report is."""
    import unanalysis as un
    from unanalysis.report.write import asked

    settings = {name: getattr(arguments, name) for name in ("title", "language", "author", "date")}
    asked(arguments.output, **settings)  # what cannot be written is better said before many letters are read
    corpus = read_corpus(arguments.paths)
    file = un.write_report(corpus, arguments.output, **settings)
    print(f"The report on {len(corpus):,} letter{'' if len(corpus) == 1 else 's'} is {file}")
    return 0
