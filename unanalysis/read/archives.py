"""Zip and tar archives, also in one another: their files are read in memory, never unpacked to disk.

What makes archives dangerous is met here: entries that grow without end (limits on size, number, depth and ratio),
links and devices (passed over), names that climb out of the archive (harmless, since nothing is written; said all the
same).
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import IO, BinaryIO, cast

from unanalysis.errors import InputError
from unanalysis.read.blocks import failed
from unanalysis.read.files import is_ignored
from unanalysis.read.options import Budget, Limits, Options
from unanalysis.read.stream import read_stream
from unanalysis.types import Problem, Source

# Below this size no ratio is dangerous (bytes).
_SMALL = 2**20


def check_zip(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Refuse a document that is a zip (DOCX, XLSX, ODT) and would unpack to more than a document may be.

    Raises
    ------
    InputError
        Where it is encrypted, or its entries are too large or too many.
    """
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError("The file is protected by a password. Hint: save it without one.")
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if size > limits.file_bytes or len(entries) > 10_000 or _is_bomb(size, packed, limits):
        raise InputError(f"The file would unpack to {size / 2**20:.0f} MB, which no letter is; it was left unread.")


def read_zip(file: BinaryIO, path: str, options: Options) -> Iterator[Source]:
    """Read every file of a zip, in the order of their names."""
    return _read_all(_zip_entries(file), path, options)


def read_tar(file: BinaryIO, path: str, options: Options) -> Iterator[Source]:
    """Read every file of a tar, in the order in which they stand."""
    return _read_all(_tar_entries(file), path, options)


def read_gzip(file: BinaryIO, path: str, options: Options) -> Iterator[Source]:
    """Read a file packed by gzip: a tar, or a single document."""
    try:
        with tarfile.open(fileobj=file, mode="r:gz"):
            is_tar = True
    except tarfile.TarError:
        is_tar = False
    file.seek(0)
    if is_tar:
        yield from read_tar(file, path, options)
        return
    with gzip.GzipFile(fileobj=file) as unpacked:
        yield from _read_entry(lambda: cast(IO[bytes], unpacked), path.removesuffix(".gz"), options.inside())


Entry = tuple[str, int, int, bool, Callable[[], IO[bytes]]]


def _read_all(entries: Iterable[Entry], path: str, options: Options) -> Iterator[Source]:
    if options.depth >= options.limits.archive_depth:
        raise InputError(
            f"Archives stand in archives more than {options.limits.archive_depth} deep; this one was left."
        )
    inside = options.inside()
    assert inside.budget is not None
    empty = True
    for name, size, packed, is_locked, opened in entries:
        steps = name.split("/")
        parts = [part for part in steps if part not in ("", ".", "..")]
        if any(map(is_ignored, parts)):
            continue
        empty = False
        place = "/".join((path, *parts))
        if reason := _refusal(size, packed, is_locked, inside.budget, options.limits):
            yield failed(place, "unknown", reason)
            if inside.budget.files_left <= 0 or inside.budget.bytes_left <= 0:
                return
            continue
        climbs = name.startswith("/") or ".." in steps
        sources = _read_entry(opened, place, inside)
        yield from map(_with_note, sources) if climbs else sources
    if empty:
        raise InputError("The archive holds no files. Hint: pack the letters again.")


def _zip_entries(file: BinaryIO) -> Iterator[Entry]:
    """Name, size, packed size, whether a password is needed, and how to open it, of every entry."""
    with zipfile.ZipFile(file) as archive:
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
            if not entry.is_dir():
                is_locked = bool(entry.flag_bits & 1)
                yield entry.filename, entry.file_size, entry.compress_size, is_locked, partial(archive.open, entry)


def _tar_entries(file: BinaryIO) -> Iterator[Entry]:
    with tarfile.open(fileobj=file) as archive:
        for entry in archive:
            if entry.isreg():
                yield entry.name, entry.size, entry.size, False, partial(_tar_file, archive, entry)


def _tar_file(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    opened = archive.extractfile(entry)
    assert opened is not None, "only ordinary files are opened"
    return opened


def _refusal(size: int, packed: int, is_locked: bool, budget: Budget, limits: Limits) -> str | None:
    """Why an entry is not read, if so; what is read is taken from the budget."""
    budget.files_left -= 1
    if budget.files_left < 0:
        return f"The archive holds more than {limits.archive_files} files; the rest was left unread."
    if is_locked:
        return "The file is protected by a password. Hint: unpack the archive with it, and read the folder."
    if _is_bomb(size, packed, limits):
        times = f"{size / max(1, packed):.0f}"
        return f"The file would unpack to {times} times its size, as no letter does; it was left unread."
    if size > limits.file_bytes:
        return f"The file would unpack to {size / 2**20:.0f} MB, which no letter is; it was left unread."
    budget.bytes_left -= size
    if budget.bytes_left < 0:
        return f"The archive unpacks to more than {limits.archive_bytes / 2**30:.0f} GB; the rest was left unread."
    return None


def _is_bomb(size: int, packed: int, limits: Limits) -> bool:
    return size > _SMALL and size > limits.archive_ratio * max(1, packed)


def _read_entry(opened: Callable[[], IO[bytes]], path: str, options: Options) -> Iterable[Source]:
    try:
        with opened() as entry:
            # One byte more than allowed: what is larger than its header says is refused by the reader.
            data = entry.read(options.limits.file_bytes + 1)
    except Exception as error:  # damaged in one of the many ways of zip, tar, deflate, lzma …
        return (failed(path, "unknown", f"The file could not be unpacked ({error}). Hint: fetch the archive again."),)
    return read_stream(io.BytesIO(data), path, options)


def _with_note(source: Source) -> Source:
    message = (
        "The name of this file pointed to a place outside the archive. It was read in memory, and nothing written."
    )
    return source._replace(problems=(*source.problems, Problem("read", "note", message)))
