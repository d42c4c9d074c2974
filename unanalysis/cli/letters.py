"""The letters that a command works on, and what is said when there are none."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from unanalysis.errors import InputError

if TYPE_CHECKING:
    import argparse

    from unanalysis import Corpus


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Declare the argument that says where the letters are."""
    parser.add_argument(
        "paths",
        metavar="FOLDER",
        nargs="+",
        help="folders, files, archives or patterns to read; or the folder of tables that were read before",
    )


def read_corpus(paths: Sequence[str]) -> Corpus:
    """Read letters for a command; what could not be read is counted on standard error.

    Parameters
    ----------
    paths
        Folders, files, archives and patterns; or one folder of tables, whose letters have been read before.

    Raises
    ------
    InputError
        Where there is nothing to read, or no letter in it: a command would have nothing to write.
    """
    import unanalysis as un
    from unanalysis.read.files import TABLES

    tables = len(paths) == 1 and Path(paths[0], TABLES).is_file()
    corpus = un.read_corpus(paths[0]) if tables else un.read_letters(paths)
    named = ", ".join(repr(path) for path in paths)
    if corpus.documents.empty:
        raise InputError(f"There is nothing to read in {named}. Hint: give a folder that holds letters.")
    errors = corpus.problems.loc[corpus.problems["severity"] == "error"]
    if corpus.letters.empty:
        first = next(iter(errors["message"]), "Hint: look at one of the files with: unanalysis parse FILE")
        raise InputError(f"No letter was found in {named}. {first}")
    unread = errors["document_id"].nunique()
    if unread and not tables:  # of tables it was said when they were made
        which = "1 document" if unread == 1 else f"{unread} documents"
        print(f"unanalysis: {which} could not be read; the table of problems says why.", file=sys.stderr)
    return corpus
