"""`unanalysis check`: whether what letters cite can be so, a line for each doubt."""

from __future__ import annotations

import argparse
import sys

from unanalysis.cli.letters import add_paths, read_corpus

NAME = "check"
HELP = "check what letters cite: severity, letter, start, end, target, verdict, why, with tabs between"
EXAMPLES = """\
  unanalysis check letters/
  unanalysis check letters/ --register resolutions/    held against what was adopted, and when
  unanalysis check letters/ --all | cut -f6 | sort | uniq -c
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments and options."""
    add_paths(parser)
    parser.add_argument(
        "--register",
        metavar="PATH",
        help="what was adopted: Akoma Ntoso documents, an export of the Digital Library, or a list; without it only "
        "sessions, years and the numbers of the Security Council are checked",
    )
    parser.add_argument("--all", action="store_true", help="also the citations of which there is nothing to say")


def run(arguments: argparse.Namespace) -> int:
    """Write the lines, and count them on standard error."""
    import unanalysis as un

    register = un.read_register(arguments.register) if arguments.register else None
    checked = un.check_citations(read_corpus(arguments.paths), register)
    doubted = checked[checked["severity"].notna()]
    columns = ["severity", "letter_id", "start", "end", "target", "verdict", "message"]
    lines = (checked if arguments.all else doubted)[columns].astype(object).fillna("")
    for line in lines.itertuples(index=False, name=None):
        print(*line, sep="\t")
    cited = len(checked.drop_duplicates(["letter_id", "start", "end", "target"]))
    warnings = int((doubted["severity"] == "warning").sum())
    counts = f"{cited:,} citations checked, {warnings:,} warnings, {len(doubted) - warnings:,} notes"
    print(f"unanalysis: {counts}.", file=sys.stderr)
    return 0
