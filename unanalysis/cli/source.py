"""The one document that a command is given: a file, or standard input."""

from __future__ import annotations

import sys

from unanalysis.errors import InputError
from unanalysis.types import Source


def read_document(file: str) -> Source:
    """Read one document.

    Parameters
    ----------
    file
        Path of a file, or "-" for standard input, which is taken as text.

    Raises
    ------
    InputError
        Where there is no such file, it holds several documents, or nothing in it can be read.
    """
    from unanalysis.read import read_bytes, read_file

    source = read_bytes(sys.stdin.buffer.read(), "standard input.txt") if file == "-" else read_file(file)
    for problem in source.problems:
        if problem.severity == "error":
            raise InputError(f"{file}: {problem.message}")
    return source
