"""The letters that a command works on, and what is said when there are none."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from unanalysis.errors import InputError

if TYPE_CHECKING:
    from unanalysis import Corpus


def read_corpus(paths: Sequence[str]) -> Corpus:
    """Read letters for a command; what could not be read is counted on standard error.

    Parameters
    ----------
    paths
        Folders, files, archives and patterns.

    Raises
    ------
    InputError
        Where there is nothing to read, or no letter in it: a command would have nothing to write.
    """
    import unanalysis as un

    corpus = un.read_letters(paths)
    named = ", ".join(repr(path) for path in paths)
    if corpus.documents.empty:
        raise InputError(f"There is nothing to read in {named}. Hint: give a folder that holds letters.")
    errors = corpus.problems.loc[corpus.problems["severity"] == "error"]
    if corpus.letters.empty:
        first = next(iter(errors["message"]), "Hint: look at one of the files with: unanalysis parse FILE")
        raise InputError(f"No letter was found in {named}. {first}")
    unread = errors["document_id"].nunique()
    if unread:
        which = "1 document" if unread == 1 else f"{unread} documents"
        print(f"unanalysis: {which} could not be read; the table of problems says why.", file=sys.stderr)
    return corpus
