"""Letters that lie elsewhere: any address that fsspec knows (`s3://…`, `https://…`, `github://…`)."""

from __future__ import annotations

from collections.abc import Iterator

from unanalysis.errors import InputError, MissingDependencyError
from unanalysis.read.files import is_ignored
from unanalysis.read.options import Options
from unanalysis.read.stream import read_stream
from unanalysis.types import Source


def is_address(path: str) -> bool:
    """Whether a path is an address ("s3://bucket/letters") and no place on this machine."""
    return "://" in path


def read_address(address: str, options: Options) -> Iterator[Source]:
    """Read the file, or all files of the folder, or all that fit the pattern, at an address.

    Raises
    ------
    MissingDependencyError
        Where fsspec, or its package for this kind of address, is not installed.
    InputError
        Where there is nothing at the address.
    """
    try:
        import fsspec
    except ImportError as error:
        raise MissingDependencyError(
            f"{address!r} is an address, which is read with fsspec. Hint: pip install 'unanalysis[remote]'."
        ) from error
    try:
        system, _, places = fsspec.get_fs_token_paths(address)
        files = [file for place in places for file in sorted(system.find(place))]
    except ImportError as error:
        raise MissingDependencyError(f"{address!r} needs one more package: {error}") from error
    except (OSError, ValueError) as error:
        raise InputError(f"There is nothing to read at {address!r} ({error}). Hint: check the address.") from error
    files = [file for file in files if not is_ignored(file.rpartition("/")[2])]
    if not files:
        raise InputError(f"There is nothing to read at {address!r}. Hint: check the address.")
    for file in files:
        with system.open(file, "rb") as opened:
            yield from read_stream(opened, system.unstrip_protocol(file), options)
