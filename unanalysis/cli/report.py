"""`unanalysis report`: from letters to a report that stands on its own."""

from __future__ import annotations

import argparse

NAME = "report"
HELP = "read letters and write a report: one HTML file that needs nothing else, or a PDF"
EXAMPLES = """\
  unanalysis report letters/ -o report.html
  unanalysis report letters/ -o rapport.pdf --language fr --title "Lettres"
  unanalysis report letters/ more.zip -o report.html --author "Reader" --date 2024-05-31
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments and options."""
    parser.add_argument("paths", metavar="FOLDER", nargs="+", help="folders, files, archives or patterns to read")
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
    from unanalysis.cli.letters import read_corpus

    corpus = read_corpus(arguments.paths)
    file = un.write_report(
        corpus,
        arguments.output,
        title=arguments.title,
        language=arguments.language,
        author=arguments.author,
        date=arguments.date,
    )
    print(f"{len(corpus):,} letter{'' if len(corpus) == 1 else 's'}: {file}")
    return 0
