"""Mails with attachments."""

from __future__ import annotations

import io
from email.message import EmailMessage

from tests.sources import BODY, found, pdf, words
from unanalysis.read import read_bytes
from unanalysis.read.options import Options
from unanalysis.read.stream import read_stream


def test_mail_with_attachments() -> None:
    inner = EmailMessage()
    inner["Subject"] = "Inner"
    inner.set_content("The forwarded letter")
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = (
        "Ms. Ñ <n@example.org>",
        "Lettre datée",
        "Wed, 01 Jan 2020 00:00:00 +0000",
    )
    mail.set_content("Veuillez trouver la lettre")
    mail.add_alternative("<p>HTML", subtype="html")
    mail.add_attachment("Lettre".encode("utf-16"), maintype="text", subtype="plain", filename="lettre.txt")
    mail.add_attachment(pdf(BODY), maintype="application", subtype="pdf", filename="../../letter.pdf")
    mail.add_attachment(inner)
    sources = list(read_stream(io.BytesIO(mail.as_bytes()), "a.eml", Options()))
    assert [(s.path, s.format) for s in sources] == [
        ("a.eml", "mail"), ("a.eml/lettre.txt", "text"), ("a.eml/.._.._letter.pdf", "pdf"),
        ("a.eml/attachment-3.eml", "mail"),
    ]  # fmt: skip
    head = sources[0]
    assert words(head) == ["Veuillez", "trouver", "la", "lettre"]
    assert ("page_title", "Lettre datée", "Lettre datée") in found(head)
    assert "The forwarded letter" in sources[-1].text


def test_mail_of_html_only() -> None:
    mail = EmailMessage()
    mail["Subject"] = "x"
    mail.set_content(
        "<nav>menu</nav><p>R\u00e9solution <a href='https://undocs.org/S/RES/1(1946)'>1 (1946)</a>", subtype="html"
    )
    source = read_bytes(mail.as_bytes(), "a.eml")
    assert words(source) == ["Résolution", "1", "(1946)"]
    assert found(source, "link") == [("link", "S/RES/1(1946)", "1 (1946)")]
