"""Pictures of pages: read by OCR where it is asked for, else said."""

from __future__ import annotations

import tempfile
from pathlib import Path

from unanalysis.errors import InputError
from unanalysis.read.blocks import make_source
from unanalysis.read.options import Options
from unanalysis.types import Problem, Source


def read(data: bytes, path: str, options: Options) -> Source:
    """Read a picture (PNG, JPEG, TIFF) of a page."""
    if not options.ocr:
        raise InputError("The file is a picture. Hint: if it is a letter, install tesseract and read it with ocr=True.")
    from unanalysis.read.ocr import recognize_picture

    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder, f"page{Path(path).suffix}")
        picture.write_bytes(data)
        text = recognize_picture(picture)
    if not text.strip():
        raise InputError("The OCR program found no text in the picture. Hint: scan the page again, larger.")
    message = "The text was read by OCR, which makes mistakes. Hint: compare with the picture."
    return make_source(path, "picture", data, text, problems=[Problem("read", "note", message)])
