"""What the caller may choose, and the limits that keep one hostile file from taking the machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one file is read; beyond it the file is said to be too large, and left.

    Attributes
    ----------
    file_bytes
        Size of one document (bytes). Lists, exports and archives are read as a stream and may be larger.
    archive_bytes
        Sum of the sizes that the files of one archive have when unpacked, nested archives included (bytes).
    archive_files
        Number of files in one archive, nested archives included.
    archive_depth
        How deep archives (and mails) may stand in one another.
    archive_ratio
        Unpacked size of a file by its packed size; a text packs to a tenth, a zip bomb to a thousandth.
    """

    file_bytes: int = 128 * 2**20
    archive_bytes: int = 4 * 2**30
    archive_files: int = 500_000
    archive_depth: int = 4
    archive_ratio: int = 200


@dataclass(slots=True)
class Budget:
    """What the archive that is being read may still unpack to, nested archives included."""

    bytes_left: int
    files_left: int


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one call of `read_sources`, handed down to every reader."""

    ocr: bool = False
    mapping: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = Limits()
    depth: int = 0
    budget: Budget | None = None

    def inside(self) -> Options:
        """The same choices for what stands inside an archive or a mail: one deeper, drawing on the same budget."""
        budget = self.budget or Budget(self.limits.archive_bytes, self.limits.archive_files)
        return replace(self, depth=self.depth + 1, budget=budget)
