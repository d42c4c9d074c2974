"""`unanalysis tables`: from files and folders of letters to the five tables."""

from __future__ import annotations

import argparse

from unanalysis.cli.letters import add_paths, read_corpus

NAME = "tables"
HELP = "read letters and write what they say as five tables"
EXAMPLES = """\
  unanalysis tables letters/ -o tables/
  unanalysis tables letters/ more.zip "old/*.pdf" -o tables/ --format parquet
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments and options."""
    add_paths(parser)
    parser.add_argument("-o", "--output", metavar="FOLDER", required=True, help="folder into which the tables go")
    parser.add_argument(
        "--format", choices=("csv", "jsonl", "parquet"), default="csv", help="format of the tables (default: csv)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Read, write, and say in a summary what was read, and where the tables are."""
    import unanalysis as un
    from unanalysis.corpus.files import ways

    ways(arguments.format)  # what cannot be written is better said before many letters are read
    corpus = read_corpus(arguments.paths)
    folder = un.write_corpus(corpus, arguments.output, format=arguments.format)
    print(f"{corpus}\n\nThe tables are in {folder}")
    return 0
