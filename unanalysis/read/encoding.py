"""Bytes to text: which encoding, and what the text of a `Source` must look like.

Old letters come in the code pages of the Windows of their country. A byte order mark or valid UTF-8 settles the matter;
only where neither is there, charset-normalizer chooses among the few code pages in which United Nations letters were
written (to let it choose among all its hundred makes short texts come out in encodings nobody used).
"""

from __future__ import annotations

import codecs
import contextlib
import re
import unicodedata
from collections.abc import Sequence

from unanalysis.types import Problem

# English, French, Spanish; Russian (Windows, Unix, DOS); Arabic; Chinese.
CODE_PAGES = ("cp1252", "cp1251", "koi8_r", "cp866", "cp1256", "gb18030")

# UTF-32 before UTF-16: the mark of the one begins with the mark of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ALL_MARKS = tuple(mark for mark, _ in _MARKS)

# Tab, line feed and form feed are layout; every other control character is damage.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_BYTES = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0C, 0x0D})
_HIGH_CONTROLS = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def decode(data: bytes, declared: str | None = None) -> tuple[str, list[Problem]]:
    """Turn bytes into text, and say where that was a guess or a loss.

    Parameters
    ----------
    data
        The bytes of the file.
    declared
        The encoding that the file itself names (in a `<meta charset>`, in the header of a mail), if any; it is used
        where the bytes allow it and no byte order mark says otherwise.

    Returns
    -------
    tuple
        The text as decoded (neither NFC nor line ends are touched), and the problems.
    """
    if data.startswith(_ALL_MARKS):
        return _strict_or_replaced(data, _marked_encoding(data))
    wide = _wide_encoding(data) if b"\x00" in data else None
    for candidate in filter(None, (wide, "utf-8", declared)):
        try:
            return data.decode(candidate), []
        except (UnicodeDecodeError, LookupError):
            continue
    if _is_damaged_utf8(data):
        return _strict_or_replaced(data, "utf-8")
    return _guess(data)


def in_utf8(data: bytes, declared: str | None = None) -> tuple[bytes, list[Problem]]:
    """The text that `decode` reads, as UTF-8 without a byte order mark: for libraries that take bytes."""
    if not data.startswith(_ALL_MARKS) and b"\x00" not in data:
        with contextlib.suppress(UnicodeDecodeError):
            data.decode()
            return data, []
    text, problems = decode(data, declared)
    return text.encode("utf-8", "replace"), problems


def encoding_of(data: bytes) -> str:
    """The name of the encoding in which `decode` reads these bytes; for files that are read as a stream."""
    if data.startswith(_ALL_MARKS):
        return _marked_encoding(data)
    if wide := _wide_encoding(data):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _is_damaged_utf8(data) else _code_page(data) or "cp1252"
    return "utf-8"


def unix_lines(text: str) -> str:
    """A text whose lines end in "\\n", whatever they ended in on Windows and old Macs."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def is_clean(data: bytes) -> bool:
    """Whether bytes hold nothing that could be read as a control character, in UTF-8 or any encoding of `decode`.

    Looked for in the bytes, where it takes next to no time: nearly no text has any.
    """
    return len(data.translate(None, _CONTROL_BYTES)) == len(data) and (
        data.isascii() or _HIGH_CONTROLS.search(data) is None
    )


def tidy(text: str) -> tuple[str, list[Problem]]:
    """Give NFC text the form that every `Source` has: lines ending in "\\n"; damage is reported, not repaired.

    Returns
    -------
    tuple
        The text and its problems: control characters (left where they stand) and lone surrogates (which no file can
        hold, hence replaced by U+FFFD).
    """
    text = unix_lines(text)
    problems = []
    try:
        data = text.encode()
    except UnicodeEncodeError:
        text, lone = _SURROGATES.subn("\ufffd", text)
        message = f"{lone} characters are halves of characters; they read \ufffd."
        problems.append(Problem("read", "warning", message))
        data = text.encode()
    if not is_clean(data):
        problems += _controls(text)
    return text, problems


def _controls(text: str) -> list[Problem]:
    controls = [match.start() for match in _CONTROLS.finditer(text)]
    if not controls:
        return []
    message = (
        f"The text holds {len(controls)} control characters (the first is U+{ord(text[controls[0]]):04X}), which "
        "no letter has. They were left in place. Hint: the file may be damaged, or no text file at all."
    )
    return [Problem("read", "warning", message, controls[0], controls[0] + 1)]


def normalize_with_offsets(text: str, offsets: Sequence[int]) -> tuple[str, list[int]]:
    """NFC of a text, and where given offsets lie in it.

    Parameters
    ----------
    text
        Any text.
    offsets
        Offsets into it, in ascending order.

    Returns
    -------
    tuple
        The NFC text and the offsets into it. An offset before a combining mark moves before the character that the mark
        belongs to, which NFC makes one with it.

    Examples
    --------
    >>> normalize_with_offsets("De\\u0301cision A/1", [2, 9, 12])
    ('Décision A/1', [1, 8, 11])
    """
    if unicodedata.is_normalized("NFC", text):
        return text, list(offsets)
    pieces: list[str] = []
    moved: list[int] = []
    length = done = 0
    for offset in offsets:
        cut = min(offset, len(text))
        while 0 < cut < len(text) and unicodedata.combining(text[cut]):
            cut -= 1
        if cut > done:
            piece = unicodedata.normalize("NFC", text[done:cut])
            pieces.append(piece)
            length += len(piece)
            done = cut
        moved.append(length)
    pieces.append(unicodedata.normalize("NFC", text[done:]))
    return "".join(pieces), moved


def _marked_encoding(data: bytes) -> str:
    return next(name for mark, name in _MARKS if data.startswith(mark))


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the zero bytes of every blank and digit stand at the same places."""
    sample = data[:4096]
    if b"\x00" not in sample:
        return None
    zeros = [sample[place::4].count(0) for place in range(4)]
    most = 0.9 * (len(sample) // 4)
    if min(zeros[2], zeros[3]) > most and zeros[0] == 0:
        return "utf-32-le"
    if min(zeros[0], zeros[1]) > most and zeros[3] == 0:
        return "utf-32-be"
    # A text of one byte a character that holds a stray zero is good without it; UTF-16 without its zeros is not.
    narrow = sample.replace(b"\x00", b"")
    if sum(zeros) < 0.4 * len(sample) and not re.search(
        r"[\x01-\x08\x0e-\x1f\ufffd]", narrow.decode("utf-8", "replace")[:-1]
    ):
        return None
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if even == 0:
        return "utf-16-le"
    return "utf-16-be" if odd == 0 else None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is proper UTF-8: a file with a few broken bytes, not one in a code page."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return 20 * broken <= sum(1 for character in text if character > "\x7f" and character != "\ufffd")


def _strict_or_replaced(data: bytes, name: str) -> tuple[str, list[Problem]]:
    try:
        return data.decode(name), []
    except UnicodeDecodeError as error:
        text = data.decode(name, errors="replace")
        message = (
            f"The file is {name.upper().removesuffix('-SIG')}, but some of its bytes are not (the first at byte "
            f"{error.start}); they read \ufffd. Hint: save it again from the program that it comes from."
        )
        return text, [Problem("read", "warning", message)]


def _code_page(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(CODE_PAGES), threshold=1.0).best()
    return None if best is None else best.encoding


def _guess(data: bytes) -> tuple[str, list[Problem]]:
    name = _code_page(data)
    if name is None:
        text = data.decode("cp1252", errors="replace")
        message = "The encoding could not be found out; the file was read as Windows-1252. Hint: save it as UTF-8."
        return text, [Problem("read", "warning", message)]
    message = f"The file is not UTF-8; it was read as {name}. Hint: if it reads badly, save it as UTF-8."
    return data.decode(name), [Problem("read", "note", message)]
