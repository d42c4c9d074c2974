"""Whether text that came out of a PDF or an OCR program is what the page says.

Arabic suffers most: tools give letters in the order of the page instead of the order of reading, in the shapes that
they have on paper, or with blanks between them. It is better to say so than to read such a text.
"""

from __future__ import annotations

import re

_ARABIC = re.compile("[\u0620-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC_WORD = re.compile("[\u0620-\u064a]+")
_BRACKETS, _TURNED = re.compile(r"\([^()\n]*\)"), re.compile(r"\)[^()\n]*\(")
# "/2019/9088S" for "S/2019/9088", and a comma before the number that it follows.
_TURNED_SYMBOL = re.compile(r"/\d+/\d+[A-Z]\b|(?<=\s)،\d+")
# Two Arabic words and a Latin one; numbers do no harm.
_TWO_WORDS, _LATIN_WORD = re.compile("[\u0620-\u064a]{2,} +[\u0620-\u064a]{2,}"), re.compile("[A-Za-z]{3}")
# Unreadable in any language: replacement characters, private use, the placeholders of PDF tools.
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]|\\(cid:\\d+\\)")

# Fewer letters than this prove nothing.
_FEW = 40


def garbled(text: str) -> str | None:
    """A sentence that says in what way a text is garbled, or None.

    Examples
    --------
    >>> garbled("رسالة مؤرخة 28 شباط/فبراير 2014 موجهة إلى رئيسة مجلس الأمن") is None
    True
    """
    unreadable = len(_UNREADABLE.findall(text))
    if unreadable > 5 and 20 * unreadable > len(text.split()):
        return (
            f"{unreadable} characters of the text are unreadable: the file does not say which letters its shapes are."
        )
    letters = len(_ARABIC.findall(text))
    if letters < _FEW:
        return None
    if 5 * len(_SHAPES.findall(text)) > letters:
        return "The Arabic is garbled: its letters come in the shapes that they have on paper."
    words = _ARABIC_WORD.findall(text)
    if 3 * len(words) > letters * 1.5:
        return "The Arabic is garbled: blanks stand between the letters of its words."
    # No Arabic word begins with these two letters, very many end in them; and the article begins words, never ends
    # them.
    ends = sum(word.endswith(("ة", "ى")) for word in words) + sum(word.startswith("ال") for word in words)
    begins = sum(word.startswith(("ة", "ى")) for word in words) + sum(word.endswith("لا") for word in words)
    if begins > ends:
        return "The Arabic is garbled: its words read from left to right."
    if len(_TURNED.findall(text)) > len(_BRACKETS.findall(text)):
        return "The Arabic is garbled: its brackets are turned round."
    if turned := _TURNED_SYMBOL.search(text):
        return f"The Arabic is garbled: symbols and numbers in it are turned round ({turned[0].strip()!r})."
    return None


def doubtful_order(text: str) -> str | None:
    """A sentence on the Arabic words of a PDF that share a line with Latin ones, or None where there are none.

    The order of such words on the page does not tell in which direction the line is to be read.
    """
    if not _ARABIC.search(text):
        return None
    mixed = sum(bool(_TWO_WORDS.search(line) and _LATIN_WORD.search(line)) for line in text.split("\n"))
    if not mixed:
        return None
    return f"Arabic and Latin words share {mixed} lines; which of the Arabic comes first there is not certain."
