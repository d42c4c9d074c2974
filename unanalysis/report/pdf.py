"""From the page to a document of pages: printed by a browser of the Chromium family, else by weasyprint."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from unanalysis.errors import MissingDependencyError, UnanalysisError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge")
# Where they are on macOS and on Windows, which do not put them on the path.
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "${PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
    "${PROGRAMFILES(X86)}/Google/Chrome/Application/chrome.exe",
    "${PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe",
)
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # a printer has nothing to ask of the network
    "--no-pdf-header-footer",  # page numbers come from the style sheet
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)
_PATIENCE = 600  # seconds
_STAMP = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}[^)]*\)")


def pdf(html: str) -> bytes:
    """Print a page as PDF: tagged, with bookmarks and page numbers. The same page gives the same bytes.

    Raises
    ------
    MissingDependencyError
        Where nothing that prints is installed.
    UnanalysisError
        Where a browser is installed and did not print.
    """
    return find_printer()(html)


def find_printer() -> Callable[[str], bytes]:
    """What prints a page here.

    Raises
    ------
    MissingDependencyError
        Where nothing that prints is installed.
    """
    browser = find_browser()
    if browser:
        return partial(_by_browser, browser)
    try:
        import weasyprint  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: F401
    except (ImportError, OSError) as error:  # OSError: it is there, but not the libraries that it stands on
        raise MissingDependencyError(
            "A PDF needs a browser that prints it, and neither Chromium, Chrome nor Edge was found here. Hint: install "
            "one of them, or type: pip install 'unanalysis[pdf]'. Or write the report as .html and print it from any "
            "browser."
        ) from error
    return _by_weasyprint


def find_browser() -> str | None:
    """The path of a browser of the Chromium family; None where there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((path for path in map(os.path.expandvars, _PLACES) if os.path.isfile(path)), None)


def _by_browser(browser: str, html: str) -> bytes:
    with TemporaryDirectory(prefix="unanalysis-") as folder:
        page, printed = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_bytes(html.encode())
        # A profile of its own: a browser that is open already would take the command over, and print nothing here.
        options = [*_OPTIONS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.append("--no-sandbox")  # as root it does not start otherwise; the page runs no script
        try:
            run = subprocess.run(
                [browser, *options, page.as_uri()], capture_output=True, text=True, errors="replace", timeout=_PATIENCE
            )
            said = run.stderr.strip().splitlines()[-1:]
        except subprocess.TimeoutExpired:
            said = [f"it was not ready after {_PATIENCE} seconds"]
        if not printed.exists():
            raise UnanalysisError(
                f"The PDF was not printed by {browser}: {' '.join(said) or 'it gave no reason'}. Hint: write the "
                "report as .html, open it in a browser, and print it from there."
            )
        return _STAMP.sub(_timeless, printed.read_bytes())


def _timeless(stamp: re.Match[bytes]) -> bytes:
    """A date of the same length, since the tables of a PDF count bytes: printing again gives the same file."""
    return re.sub(rb"\d{14}", b"20000101000000", stamp[0])


def _by_weasyprint(html: str) -> bytes:
    from weasyprint import HTML  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from weasyprint.urls import URLFetcher  # type: ignore[import-not-found, import-untyped, unused-ignore]

    inside = URLFetcher(allowed_protocols=["data"])  # a report loads nothing
    return _STAMP.sub(_timeless, HTML(string=html, url_fetcher=inside).write_pdf(pdf_tags=True))
