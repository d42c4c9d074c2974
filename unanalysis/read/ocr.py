"""Scans to text, with the OCR program of the machine: ocrmypdf where it is, else tesseract."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from unanalysis.errors import MissingDependencyError

if TYPE_CHECKING:
    import pypdfium2

# The six languages by the names that tesseract has for them.
_LANGUAGES = ("eng", "fra", "spa", "rus", "ara", "chi_sim")
# Dots per inch at which pages are drawn for tesseract, as its manual advises.
_RESOLUTION = 300
# Seconds that a document may take.
_PATIENCE = 1800


def recognized(data: bytes) -> bytes | None:
    """The same PDF with a text layer, by ocrmypdf; None where ocrmypdf is not on the machine.

    Raises
    ------
    MissingDependencyError
        Where no OCR program is on the machine.
    """
    if shutil.which("ocrmypdf") is None:
        if shutil.which("tesseract") is None:
            raise MissingDependencyError(
                "The file is a scan, and there is no OCR program on this machine. Hint: install ocrmypdf or tesseract."
            )
        return None
    with tempfile.TemporaryDirectory() as folder:
        scan, result = Path(folder, "scan.pdf"), Path(folder, "text.pdf")
        scan.write_bytes(data)
        _run("ocrmypdf", "--quiet", "--skip-text", "--language", _languages(), str(scan), str(result))
        return result.read_bytes()


def recognize_page(page: pypdfium2.PdfPage) -> str:
    """The text of one page of a PDF, by tesseract."""
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder, "page.png")
        page.render(scale=_RESOLUTION / 72, grayscale=True).to_pil().save(picture)
        return recognize_picture(picture)


def recognize_picture(picture: Path) -> str:
    """The text of a picture, by tesseract.

    Raises
    ------
    MissingDependencyError
        Where tesseract is not on the machine.
    """
    if shutil.which("tesseract") is None:
        raise MissingDependencyError("Pictures are read by tesseract, which is not on this machine. Hint: install it.")
    return _run("tesseract", str(picture), "stdout", "-l", _languages()).replace("\f", "")


def _languages() -> str:
    """Those of the six languages that tesseract has data for, as it wants them: "eng+fra"."""
    if shutil.which("tesseract") is None:
        return "eng"
    installed = _run("tesseract", "--list-langs").split()
    return "+".join(language for language in _LANGUAGES if language in installed) or "eng"


def _run(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=_PATIENCE)
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise MissingDependencyError(f"{command[0]} could not read the scan: {said[-1] if said else error}") from error
    except subprocess.TimeoutExpired as error:
        raise MissingDependencyError(
            f"{command[0]} took more than {_PATIENCE // 60} minutes; it was stopped."
        ) from error
    return done.stdout.decode("utf-8", "replace")
