"""The command line: one file a command, which says its name, its help, its options and what it does.

Only argparse is imported here and at the top of the commands, so that `unanalysis --help` is there at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any, Protocol

from unanalysis.cli import check, cite, graph, parse, render, report, tables
from unanalysis.errors import UnanalysisError

DONE, FAILED, INTERRUPTED = 0, 1, 130  # argparse itself exits with 2 where the command is not understood

DESCRIPTION = "Turns United Nations letters into tables, graphs and reports."
EXAMPLES = """\
examples:
  unanalysis tables letters/ -o tables/        five tables of what the letters say
  unanalysis parse letter.txt                  one letter, with what was found in it
  unanalysis cite letter.txt                   its citations, a line each
  unanalysis check letters/                    can what the letters cite be so?
  unanalysis graph letters/ -o letters.gexf    who writes to whom about which resolution, for Gephi
  unanalysis report letters/ -o report.html    all of it as one page that opens anywhere
  unanalysis render notes.ipynb -o notes.html  a notebook, run on given letters, as such a page

Each command has examples of its own: unanalysis tables --help
"""


class Command(Protocol):
    """What a module of this folder offers."""

    NAME: str
    HELP: str
    EXAMPLES: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments and options."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it, and give the exit code."""


COMMANDS: tuple[Command, ...] = (tables, report, parse, cite, check, graph, render)


class Version(argparse.Action):
    """`--version`: the version is looked up only when it is asked for, since the look-up costs more than the help."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        """Print the version and leave."""
        from importlib.metadata import version

        print(f"unanalysis {version('unanalysis')}")
        parser.exit()


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="unanalysis",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        child = commands.add_parser(
            command.NAME,
            help=command.HELP,
            description=f"{command.HELP[0].upper()}{command.HELP[1:]}.",
            epilog=f"examples:\n{command.EXAMPLES}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(child)
        child.set_defaults(run=command.run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments
        The words after `unanalysis`; those of the shell where it is None.

    Returns
    -------
    The exit code: 0 where all went well, 1 where nothing could be read or written (with a sentence on standard error),
    2 where the command was not understood, 130 after Ctrl+C.
    """
    chosen = build_parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # Letters come in six scripts. A terminal knows its encoding; a file or a pipe on Windows would get one that has
        # a single script.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader of the pipe has seen enough (`unanalysis cite … | head`). Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except (UnanalysisError, OSError) as error:
        print(f"unanalysis: {error}", file=sys.stderr)
        return FAILED
