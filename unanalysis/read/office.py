"""Old Word documents, RTF and OpenDocument: made into DOCX by LibreOffice, where it is installed, and read as such."""

from __future__ import annotations

import atexit
import functools
import shutil
import subprocess
import tempfile
from pathlib import Path

from unanalysis.errors import InputError, MissingDependencyError
from unanalysis.read import word
from unanalysis.read.options import Options
from unanalysis.types import Source

# Where LibreOffice lies when it is not on the path: macOS, Windows.
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
# The stream in which Office keeps a document that is protected by a password.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Seconds that one document may take.
_PATIENCE = 120


def read_doc(data: bytes, path: str, options: Options) -> Source:
    """Read a Word document of 1997–2003."""
    return _read(data, path, options, "doc")


def read_rtf(data: bytes, path: str, options: Options) -> Source:
    """Read a Rich Text Format document."""
    return _read(data, path, options, "rtf")


def read_odt(data: bytes, path: str, options: Options) -> Source:
    """Read an OpenDocument text."""
    return _read(data, path, options, "odt")


def _read(data: bytes, path: str, options: Options, format: str) -> Source:
    if _ENCRYPTED in data:
        raise InputError("The document is protected by a password. Hint: save it without one.")
    return word.read_as(format, data, _converted(data, format), path, options)


def _converted(data: bytes, format: str) -> bytes:
    """The document as DOCX."""
    with tempfile.TemporaryDirectory() as folder:
        original = Path(folder, f"letter.{format}")
        original.write_bytes(data)
        command = [
            _program(), f"-env:UserInstallation={_profile().as_uri()}", "--headless", "--norestore",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(original),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=_PATIENCE)
            return Path(folder, "letter.docx").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise InputError(f"LibreOffice took more than {_PATIENCE} seconds; it was stopped.") from error
        except (subprocess.CalledProcessError, FileNotFoundError) as error:
            raise InputError("LibreOffice could not open the file. Hint: it may be damaged or protected.") from error


@functools.cache
def _profile() -> Path:
    """A profile of its own, for as long as Python runs.

    It runs no macros, fetches nothing that documents link to, and does not wait for the LibreOffice that the reader
    of the letters may have open.
    """
    folder = tempfile.mkdtemp(prefix="unanalysis-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = Path(folder, "user", "registrymodifications.xcu")
    settings.parent.mkdir()
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for name, value in (
            ("BlockUntrustedRefererLinks", "true"), ("DisableMacrosExecution", "true"), ("MacroSecurityLevel", "3"),
        )
    )  # fmt: skip
    settings.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )
    return Path(folder)


@functools.cache
def _program() -> str:
    """LibreOffice's program on this machine.

    Raises
    ------
    MissingDependencyError
        Where there is none.
    """
    for name in ("soffice", "libreoffice", *_USUAL_PLACES):
        if found := shutil.which(name):
            return found
    raise MissingDependencyError(
        "Old Word documents (.doc), .rtf and .odt are read with LibreOffice, which is not on this machine. "
        "Hint: install LibreOffice, or save the file as .docx."
    )
