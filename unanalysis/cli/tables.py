"""`unanalysis tables`: from files and folders of letters to the five tables."""

from __future__ import annotations

import argparse

NAME = "tables"
HELP = "read letters and write what they say as five tables"
EXAMPLES = """\
  unanalysis tables letters/ -o tables/
  unanalysis tables letters/ more.zip "old/*.pdf" -o tables/ --format parquet
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments and options."""
    parser.add_argument("paths", metavar="FOLDER", nargs="+", help="folders, files, archives or patterns to read")
    parser.add_argument("-o", "--output", metavar="FOLDER", required=True, help="folder into which the tables go")
    parser.add_argument(
        "--format", choices=("csv", "jsonl", "parquet"), default="csv", help="format of the tables (default: csv)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Read, write, and say in a summary what was read."""
    import unanalysis as un
    from unanalysis.cli.letters import read_corpus

    corpus = read_corpus(arguments.paths)
    un.write_corpus(corpus, arguments.output, format=arguments.format)
    print(corpus)
    return 0
