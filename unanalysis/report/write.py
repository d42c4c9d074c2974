"""Write a report: a page that opens from disk, or a document of pages."""

from __future__ import annotations

from datetime import date as Date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from unanalysis.errors import InputError
from unanalysis.output import writing

if TYPE_CHECKING:
    from unanalysis.corpus import Corpus
    from unanalysis.report.content import Settings


def write_report(
    corpus: Corpus,
    path: str | PathLike[str],
    *,
    title: str | None = None,
    language: str = "en",
    author: str | None = None,
    date: Date | str | None = None,
) -> Path:
    """Write what a corpus holds as a report that stands on its own.

    It has a summary in sentences, a timeline, who writes to whom, the graph of senders, organs and resolutions, the
    most cited resolutions, exchanges and their lags, transmitted letters, all letters with their marked texts,
    problems, method, and how to cite it. The HTML is one file that asks no host for anything; in it one may choose a
    sender or years, sort and search. Without scripts and on paper it can be read as well.

    Parameters
    ----------
    corpus
        The letters. How they were chosen (`corpus.filters`) is said in the report.
    path
        File to write, `.html` or `.pdf`. Folders that are missing are made. PDF is printed by Chromium or Chrome where
        one is installed, else by the package weasyprint; it is tagged, with bookmarks and page numbers.
    title
        Of the report; the usual one if not given.
    language
        Of the report's own words: en or fr. Letters stay in theirs.
    author, date
        By whom and of when the report is, for its head and for citing it. A date is one, or "2024-05-31". Neither is
        guessed: the same corpus and settings give the same bytes.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    InputError
        Where the path ends otherwise, there are no strings for the language, the date is none, or nothing can be
        written there.
    MissingDependencyError
        Where a PDF is asked for, and nothing that makes one is installed.

    Examples
    --------
    >>> import unanalysis as un
    >>> corpus = un.read_letters("data/letters")  # doctest: +SKIP
    >>> un.write_report(corpus.where(addressee="S"), "council.html", title="The Security Council")  # doctest: +SKIP
    PosixPath('council.html')
    """
    from unanalysis.report.page import page

    target, settings = asked(path, title=title, language=language, author=author, date=date)
    html = page(corpus, settings)
    if settings.paper:
        from unanalysis.report.pdf import pdf

        data = pdf(html)
    else:
        data = html.encode()
    with writing(target) as file:
        file.write_bytes(data)
    return target


def asked(
    path: str | PathLike[str],
    *,
    title: str | None = None,
    language: str = "en",
    author: str | None = None,
    date: Date | str | None = None,
) -> tuple[Path, Settings]:
    """The file and the settings that arguments of `write_report` mean.

    Whatever is wrong with them is said here: before letters are read for the report, which may take long.
    """
    from unanalysis.report.content import Settings
    from unanalysis.report.pdf import find_printer
    from unanalysis.report.wording import wording

    target = Path(path)
    ending = target.suffix.lower()
    if ending not in (".html", ".htm", ".pdf"):
        raise InputError(f"A report cannot be written as {target.name!r}. Hint: let the name end in .html or .pdf.")
    if ending == ".pdf":
        find_printer()
    wording(language)
    return target, Settings(title, language, author, _day(date), paper=ending == ".pdf")


def _day(date: Date | str | None) -> Date | None:
    if not isinstance(date, str):
        return date
    try:
        return Date.fromisoformat(date)
    except ValueError as error:
        raise InputError(f"date={date!r} is no day of the calendar. Hint: write it as 2024-05-31.") from error
