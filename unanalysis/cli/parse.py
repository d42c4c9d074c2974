"""`unanalysis parse`: one letter for the eye, with what was found in it."""

from __future__ import annotations

import argparse

NAME = "parse"
HELP = "show one letter: its facts, then its text with every finding in colour"
EXAMPLES = """\
  unanalysis parse letter.txt
  unanalysis parse letter.docx | less
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments and options."""
    parser.add_argument("file", metavar="FILE", help='the letter, in any format that is read; "-" reads standard input')


def run(arguments: argparse.Namespace) -> int:
    """Print the letter, and those annexed to it."""
    from rich.console import Console

    from unanalysis.cli.source import read_document
    from unanalysis.cli.view import show_reading
    from unanalysis.parse import parse_source

    reading = parse_source(read_document(arguments.file))
    show_reading(Console(highlight=False), reading)
    return 0
