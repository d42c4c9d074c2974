"""Files that are written: their folders are made, and what stands in the way is said in a sentence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from unanalysis.errors import InputError


@contextmanager
def writing(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Make the folder of a file that is to be written within.

    Raises
    ------
    InputError
        Where the system lets nothing be written there.

    Examples
    --------
    >>> import tempfile
    >>> with writing(Path(tempfile.mkdtemp(), "new", "graph.gexf")) as file:
    ...     file.write_text("…", encoding="utf-8")
    1
    """
    file = Path(path)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        yield file
    except OSError as error:
        raise InputError(
            f"{str(file)!r} cannot be written: {error.strerror or error}. Hint: name a file in a folder of your own, "
            "with room in it."
        ) from error
