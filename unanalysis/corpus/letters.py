"""From files to a corpus: reading, parsing and building in one verb."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING

from unanalysis.arguments import check_language
from unanalysis.corpus.build import build
from unanalysis.corpus.model import Corpus
from unanalysis.types import Reading, Source

if TYPE_CHECKING:
    from unanalysis.read import Limits, Readable
    from unanalysis.read.options import Options


def read_letters(
    paths: Readable | Iterable[Readable],
    *,
    language: str | None = None,
    progress: bool | None = None,
    ocr: bool = False,
    mapping: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    workers: int | None = None,
) -> Corpus:
    """Read letters into a corpus.

    Parameters
    ----------
    paths
        A file, a folder (with all folders in it), an archive, a pattern (`"letters/**/*.pdf"`), a frame with a letter
        in each row, or several of these.
    language
        ISO 639-1 code of the language that all letters are in; None finds it out, paragraph by paragraph.
    progress
        Whether a bar shows how far the reading is; None shows it on a terminal and in a notebook, and not in a pipe.
    ocr
        Whether scans without text are given to the OCR program of the machine.
    mapping
        For lists (CSV, XLSX, frames) whose columns have names of their own: which column holds what, as
        `{"symbol": "Cote", "text": "Texte intégral"}`; also `date`, `issued`, `title`, `path`, `language`, `organ`.
    limits
        How much of one file is read at most (`unanalysis.read.Limits`); None reads files up to 128 MB.
    workers
        The number of processes that share what takes longer than a second; None takes as many as there are processors,
        1 does all in this one. The tables are the same.

    Returns
    -------
    Corpus
        Five tables. A file that cannot be read, or holds no letter, does not stop the others: it has a row in
        `problems`.

    Raises
    ------
    InputError
        Where the only path given does not exist, or the language is not one of the six.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "notes.txt").write_text("Nothing but a shopping list.")
    >>> corpus = read_letters(folder)
    >>> len(corpus), corpus.documents["document_id"].tolist()
    (0, ['notes'])
    """
    from unanalysis.read import Limits, find_all
    from unanalysis.read.options import Options
    from unanalysis.workers import shared

    check_language(language)
    options = Options(ocr, dict(mapping or {}), limits or Limits())
    work = partial(_read, options=options, language=language)
    readings = _marked(shared(work, find_all(paths, options), workers))
    with _counted(readings, _wanted() if progress is None else progress) as counted:
        return build(counted)


def _read(found: list[Path | Source], options: Options, language: str | None) -> list[Reading]:
    """The readings of some of the documents."""
    from unanalysis.parse import parse_sources
    from unanalysis.read import read_found

    return list(parse_sources((source for each in found for source in read_found(each, options)), language))


def _marked(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings, with a problem where a document repeats an earlier one."""
    from unanalysis.read.duplicates import mark_duplicates

    passed, looked_at = tee(readings)
    for reading, source in zip(passed, mark_duplicates(each.source for each in looked_at), strict=True):
        yield reading._replace(source=source) if source is not reading.source else reading


@contextmanager
def _counted(readings: Iterable[Reading], shown: bool) -> Iterator[Iterable[Reading]]:
    """The readings, with a line on the terminal that counts them while they pass."""
    if not shown:
        yield readings
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("Reading letters"), BarColumn(), TextColumn("{task.completed:,.0f} documents"))
    console = Console(stderr=True)
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        yield bar.track(readings, total=None)  # how many there are is known when archives and lists are through


def _wanted() -> bool:
    """Whether somebody looks on: at a terminal, or in a notebook, whose shell has a kernel."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return sys.stderr.isatty() or hasattr(shell, "kernel")
