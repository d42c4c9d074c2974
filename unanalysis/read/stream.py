"""The rim of reading: from a file to its sources, where every exception ends and becomes a problem."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from unanalysis.errors import InputError, UnanalysisError
from unanalysis.read import registry
from unanalysis.read.blocks import failed
from unanalysis.read.options import Limits, Options
from unanalysis.types import Source

# Files up to this size are read at one go (bytes).
_SMALL = 2**20


def read_stream(file: BinaryIO, path: str, options: Options) -> Iterator[Source]:
    """All documents of one open file; this is where exceptions end and become problems."""
    data = b""
    name = "unknown"
    try:
        head = file.read(registry.SNIFFED)
        if not head.strip(b"\x00 \t\r\n"):
            raise InputError("The file is empty. Hint: fetch or save it again.")
        format = registry.format_of(head, path)
        if format is None:
            raise InputError(_unknown(path))
        name = format.name
        if format.holds_many:
            file.seek(0)
            yield from format.stream_reader()(file, path, options)
            return
        data = head if len(head) < registry.SNIFFED else _bounded(file, options.limits)
        yield format.reader()(data, path, options)
    except UnanalysisError as error:
        yield failed(path, name, str(error), data)
    except OSError as error:
        message = f"The file could not be read: {error.strerror or error}. Hint: check that it is still there."
        yield failed(path, name, message)
    except Exception as error:  # whatever a library stumbles over in a broken file: one file must not stop the others
        reason = f"{type(error).__name__}: {error}"
        message = f"The file could not be read as {name} ({reason}). Hint: it may be damaged; save it again."
        yield failed(path, name, message, data)


def read_path(path: Path, options: Options) -> Iterator[Source]:
    """All documents of one file on disk."""
    place = os.fspath(path)
    try:
        # A third of the time that `open` and `stat` would take, which for a letter is as much as everything else. Not
        # to wait is for pipes: nobody may ever write into them.
        descriptor = os.open(place, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                yield failed(place, "unknown", "This is no ordinary file. Hint: put the letter itself in its place.")
                return
            data = os.read(descriptor, status.st_size + 1) if status.st_size <= _SMALL else None
        finally:
            os.close(descriptor)
        if data is not None and len(data) == status.st_size:
            yield from read_stream(io.BytesIO(data), place, options)
            return
        with open(place, "rb") as file:  # large, or being written
            yield from read_stream(file, place, options)
    except (OSError, ValueError) as error:  # a NUL in the name is a ValueError
        reason = getattr(error, "strerror", None) or str(error)
        message = f"The file could not be opened: {reason}. Hint: check that it is there and may be read."
        if path.is_symlink() and not os.path.isfile(place):
            message = "This is a link that leads nowhere. Hint: put the letter itself in its place."
        yield failed(place, "unknown", message)


def _bounded(file: BinaryIO, limits: Limits) -> bytes:
    size_on_disk = file.seek(0, os.SEEK_END)
    file.seek(0)
    # Not all that is read tells its size truly, hence the second look.
    data = file.read(limits.file_bytes + 1) if size_on_disk <= limits.file_bytes else b""
    if max(size_on_disk, len(data)) > limits.file_bytes:
        size = limits.file_bytes // 2**20
        raise InputError(
            f"The file is larger than {size} MB, which no letter is; it was left unread. "
            "Hint: if it is one, raise the limit with limits=Limits(file_bytes=…)."
        )
    return data


def _unknown(path: str) -> str:
    return (
        f"{Path(path).name!r} is of no format that is read. Hint: save it as one of {', '.join(registry.endings())}, "
        "or as plain text."
    )
