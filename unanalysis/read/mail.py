"""E-mails: the words of the mail, and what is attached to it as documents of their own."""

from __future__ import annotations

import email
import email.policy
import io
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from typing import BinaryIO

from unanalysis.errors import InputError
from unanalysis.read.blocks import TextBuilder, failed
from unanalysis.read.encoding import decode, in_utf8, unix_lines
from unanalysis.read.html import read_page
from unanalysis.read.options import Options
from unanalysis.read.stream import read_stream
from unanalysis.types import Source

# More attachments than this are no letters.
_MANY = 1000
# What a mail says of itself; subject and date are those of the mail, not of the letter in it.
_HEADERS = {"From": "mail_sender", "To": "mail_recipient", "Date": "page_date", "Subject": "page_title"}


def read_all(file: BinaryIO, path: str, options: Options) -> Iterator[Source]:
    """Read a mail and its attachments. The header lines stand at the head of the text, as furniture."""
    limits = options.limits
    if options.depth >= limits.archive_depth:
        raise InputError(
            f"Mails and archives stand in one another more than {limits.archive_depth} deep; this was left."
        )
    data = file.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise InputError(f"The mail is larger than {limits.file_bytes // 2**20} MB; it was left unread.")
    message = email.message_from_bytes(data, policy=email.policy.default)
    attachments = list(message.iter_attachments()) if message.is_multipart() else []
    yield _mail(message, data, path)
    if len(attachments) > _MANY:
        yield failed(path, "mail", f"The mail holds {len(attachments)} attachments; only the first {_MANY} were read.")
    for number, attachment in enumerate(attachments[:_MANY], 1):
        name = attachment.get_filename() or f"attachment-{number}{_ENDINGS.get(attachment.get_content_type(), '')}"
        place = f"{path}/{name.replace('/', '_')}"
        yield from read_stream(io.BytesIO(_content(attachment)), place, options.inside())


_ENDINGS = {"message/rfc822": ".eml", "text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf"}


def _mail(message: EmailMessage, data: bytes, path: str) -> Source:
    builder = TextBuilder()
    for name, field in _HEADERS.items():
        value = " ".join(str(message.get(name, "")).split())
        if value:
            _, end = builder.line(f"{name}: {value}")
            builder.find(field, value, (end - len(value), end))
    builder.line("")
    builder.furniture.append((0, builder.length))
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return builder.source(path, "mail", data)
    content, charset = _content(body), body.get_content_charset()
    if body.get_content_type() == "text/html":
        html, problems = in_utf8(content, charset)
        page = read_page(html, data, path, [*builder.problems, *problems])
        return _joined(builder.source(path, "mail", data), page)
    text, problems = decode(content, charset)
    builder.problems += problems
    builder.add(unix_lines(text))
    return builder.source(path, "mail", data)


def _joined(head: Source, page: Source) -> Source:
    """The header lines, and the web page that is the body of the mail behind them."""
    shift = len(head.text)
    moved = (
        found._replace(start=found.start + shift, end=found.end + shift)
        for found in page.findings
        if found.start is not None and found.end is not None
    )
    return head._replace(
        text=head.text + page.text,
        furniture=(*head.furniture, *((start + shift, end + shift) for start, end in page.furniture)),
        findings=(*head.findings, *moved),
        problems=page.problems,
    )


def _content(part: MIMEPart) -> bytes:
    """The bytes of a part of a mail; those of a mail attached to a mail are that mail."""
    if part.get_content_maintype() == "message":
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, MIMEPart) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
