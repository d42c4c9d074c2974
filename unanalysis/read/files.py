"""From what the caller names (files, folders, globs) to the files themselves, in a fixed order."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path

from unanalysis.errors import InputError
from unanalysis.read.blocks import failed
from unanalysis.types import Source

PathLike = str | os.PathLike[str]
# A file as it was named, and where it really is.
Found = tuple[Path, str]

#: file that `write_corpus` puts beside the tables it writes: a folder with it holds no letters
TABLES = "corpus.json"
# What file systems and version control put beside the letters.
_IGNORED = frozenset(("__MACOSX", "Thumbs.db", "desktop.ini", "__pycache__"))


def find_files(given: Iterable[PathLike], alone: bool = False) -> Iterator[Path | Source]:
    """The files under the given paths, sorted, each once; what cannot be looked into comes as a `Source` that says so.

    Parameters
    ----------
    given
        Each a file, a folder (searched with all folders in it), a pattern such as `"letters/*.pdf"`, or several of
        these. Hidden files (names that begin with a dot) in folders are passed over; one that is named itself is read.
    alone
        Whether the path is all that is read, so that there is nothing else to go on with.

    Raises
    ------
    InputError
        Where a path that is all that is read does not exist.
    """
    seen: set[str] = set()
    for path in [os.fspath(each) for each in given]:
        found = list(_find(path))
        if not found:
            message = missing(path)
            if alone:
                raise InputError(message)
            found = [failed(path, "unknown", message)]
        for each in found:
            if isinstance(each, Source):
                yield each
                continue
            file, real = each
            if real not in seen:
                seen.add(real)
                yield file


def missing(path: str) -> str:
    """The sentence for a path at which there is nothing, with the nearest name there is."""
    if _is_pattern(path):
        return f"No file fits the pattern {path!r}. Hint: in a pattern, ** stands for folders of any depth."
    place = Path(path)
    try:
        beside = sorted(os.listdir(place.parent))
    except OSError:
        return (
            f"There is no file or folder {path!r}, nor a folder {str(place.parent)!r} to look in. Hint: check the path."
        )
    near = difflib.get_close_matches(place.name, beside, n=1)
    hint = f"did you mean {str(place.parent / near[0])!r}?" if near else "check the path."
    return f"There is no file or folder {path!r}. Hint: {hint}"


def is_ignored(name: str) -> bool:
    """Whether a file or folder is none of the letters, but what systems and programs put beside them."""
    return name.startswith((".", "~$")) or name in _IGNORED


def _find(path: str) -> Iterator[Found | Source]:
    place = Path(path)
    if _exists(place):
        if place.is_dir():
            yield from _folder(place)
        else:
            yield place, os.path.realpath(place)
    elif _is_pattern(path):
        for match in sorted(glob(path, recursive=True)):
            if not os.path.isdir(match):
                yield Path(match), os.path.realpath(match)


def _holds_tables(names: set[str]) -> bool:
    """Whether a folder is one that `write_corpus` made; somebody's own "corpus.json" may lie beside letters."""
    return TABLES in names and any(name.startswith("mentions.") for name in names)


_TABLES_THERE = "{!r} holds tables that write_corpus wrote, and no letters. Hint: read them with read_corpus."


def _folder(top: Path) -> Iterator[Found | Source]:
    """All files below a folder. Folders reached by a symbolic link are read once, and never from inside themselves."""
    visited: set[tuple[int, int]] = set()
    empty = True
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            real = os.path.realpath(folder)
        except OSError as error:
            empty = False
            reason = error.strerror or str(error)
            message = f"The folder could not be looked into: {reason}. Hint: check its permissions."
            yield failed(str(folder), "folder", message)
            continue
        if _holds_tables({entry.name for entry in entries}):
            if folder == top:
                raise InputError(_TABLES_THERE.format(str(folder)))
            empty = False
            yield failed(str(folder), "folder", _TABLES_THERE.format(str(folder)), severity="note")
            continue
        folders = []
        for entry in entries:
            if is_ignored(entry.name):
                continue
            if _is_folder(entry):
                folders.append(Path(entry.path))
            else:
                empty = False
                # To resolve the path of each file takes longer than to read it.
                yield Path(entry.path), os.path.realpath(entry) if entry.is_symlink() else f"{real}{os.sep}{entry.name}"
        waiting += reversed(folders)
    if empty:
        message = f"The folder {str(top)!r} holds no files. Hint: name the folder the letters are in."
        yield failed(str(top), "folder", message)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _exists(place: Path) -> bool:
    try:
        return os.path.lexists(place)
    except ValueError:  # a NUL in the name
        return False


def _is_pattern(path: str) -> bool:
    return any(character in path for character in "*?[")
