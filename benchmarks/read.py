"""How long reading takes per format, beside the bare library on the same bytes.

    python benchmarks/read.py [--seconds 1.0] [--office]

The documents are made by tools/make_specimens.py: the letter of data/formats in six languages, and the same letter
thirty times over as one document of some twenty pages. They are read from files, as a user does. A "saved page" is the
letter as a browser saves it from a ministry's site: amid menus, scripts, style sheets and links to other letters.

Bare is the least program with the library that reading builds on: open the file, let the library give out its text,
bring that into NFC, and compute the SHA-256 of the file; those three are asked of every reader. Reading also finds out
the format and the encoding, lines, paragraphs, page furniture, links and metadata, and looks for damage. Both are
repeated in turn for the given time, and the quickest run of each counts. That two documents are nearly the same is
found out between documents; it is no part of this and has a line of its own at the end.

For web pages and XML there are two lines. "glued" is the one call of lxml that writes out all text without line ends;
it runs in C altogether, and is the least that any reading can take. "lines" keeps apart what stands on its own lines,
without which no letter can be read: `itertext`, of the page, or of each `<p>` in XML.
"""

from __future__ import annotations

import argparse
import csv
import email
import email.policy
import hashlib
import io
import sys
import tempfile
import time
import unicodedata
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import make_specimens as specimens  # noqa: E402

from unanalysis.read.duplicates import mark_duplicates  # noqa: E402
from unanalysis.read.options import Options  # noqa: E402
from unanalysis.read.stream import read_path  # noqa: E402
from unanalysis.types import Source  # noqa: E402

Bare = Callable[[bytes], str | list[str]]


def finished(data: bytes) -> bytes:
    """The bytes of a document, after their digest is taken."""
    hashlib.sha256(data).hexdigest()
    return data


def text(data: bytes) -> str:
    return data.decode().replace("\r\n", "\n")


def html(data: bytes) -> str:
    from lxml.html import document_fromstring

    return document_fromstring(data).text_content()


def html_lines(data: bytes) -> str:
    from lxml.html import document_fromstring

    return "\n".join(document_fromstring(data).itertext())


def xml(data: bytes) -> str:
    from lxml import etree

    return etree.tostring(etree.fromstring(data), method="text", encoding="unicode")


def xml_lines(data: bytes) -> str:
    from lxml import etree

    return "\n".join("".join(line.itertext()) for line in etree.fromstring(data).iter("{*}p"))


def docx(data: bytes) -> str:
    import docx

    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def pdf(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    pages = []
    for page in document:
        textpage = page.get_textpage()
        pages.append(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return "\n".join(pages)


def mail(data: bytes) -> list[str]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    attached = [part.get_content() for part in message.iter_attachments()]
    return [message.get_body().get_content(), *(docx(finished(part)) for part in attached)]


def marcxml(data: bytes) -> list[str]:
    import pymarc

    return [str(record) for record in pymarc.parse_xml_to_array(io.BytesIO(data))]


def comma_separated(data: bytes) -> list[str]:
    rows = csv.reader(io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline=""))
    return [row[-1] for row in rows if finished(row[-1].encode())]


def zipped(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [text(finished(archive.read(name))) for name in archive.namelist()]


def odt(data: bytes) -> str:
    return docx(specimens.by_libreoffice(data, "docx", "odt"))


BARE: dict[str, Bare] = {
    "txt": text, "md": text, "docx": docx, "pdf": pdf, "eml": mail, "odt": odt,
}  # fmt: skip


GLUED: dict[str, Bare] = {"html": html, "xml": xml}
LINES: dict[str, Bare] = {"html": html_lines, "xml": xml_lines}


def saved_page(page: bytes) -> bytes:
    """The page with all around its letter that sites have: some 60 kB and 140 links."""

    def links(kind: str, count: int) -> str:
        each = '<li class="{0}-item leaf"><a class="{0}-link" href="/{0}/{1}.html">The {0} number {1}</a></li>\n'
        return f'<ul class="{kind}">{"".join(each.format(kind, number) for number in range(count))}</ul>'

    style = "<style>" + ".field-body p { margin: 0 0 1em 0; color: #333 }\n" * 200 + "</style>"
    script = "<script>" + "window.layer = window.layer || []; layer.push(a < b ? a : b);\n" * 200 + "</script>"
    before = f'{script}<div id="main-menu" class="block">{links("menu", 80)}</div><div class="column"><main>'
    after = f"</main><aside>{links('letter', 25)}</aside></div><footer>{links('site', 35)}</footer>{script}"
    head, body = page.decode().split("<main>")
    body, foot = body.split("</main>")
    return (head.replace("</head>", f"{style}</head>") + before + body + after + foot).encode()


def documents(office: bool) -> dict[str, tuple[Bare, list[bytes]]]:
    letters = {}
    for language in specimens.LANGUAGES:
        stem = ROOT / "data" / "letters" / f"{language}-{specimens.STEM}.txt"
        letters[language] = specimens.blocks_of(stem.read_text(encoding="utf-8"))
    made: dict[str, tuple[Bare, list[bytes]]] = {}
    for format in (*specimens.FORMATS, *(["odt"] if office else [])):
        for size, times in (("letter", 1), ("20 pages", 30)):
            if format == "odt" and times > 1:
                continue
            files = [specimens.make(blocks * times, format, language, "S/1") for language, blocks in letters.items()]
            if format in GLUED:
                made[f"{format}, {size}, glued"] = GLUED[format], files
                made[f"{format}, {size}, lines"] = LINES[format], files
            else:
                made[f"{format}, {size}"] = BARE[format], files
    pages = list(map(saved_page, made["html, letter, lines"][1]))
    made["html, saved page, lines"] = html_lines, pages
    many = {f"{number}": blocks for number in range(50) for blocks in letters.values()}
    rows = {language: blocks * 30 for language, blocks in letters.items()}
    records = specimens.as_marcxml(letters, "S/1").split("\n")
    made["marcxml, 300 records"] = marcxml, ["\n".join([records[0], *records[1:-2] * 50, *records[-2:]]).encode()]
    made["csv, 6 long texts"] = comma_separated, [specimens.as_csv(rows, "S/1")]
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, blocks in many.items():
                archive.writestr(f"{name}.txt", specimens.make(blocks, "txt", "en"))
        made["zip, 50 letters"] = zipped, [buffer.getvalue()]
    return made


def quickest(runs: list[Callable[[], object]], seconds: float) -> list[float]:
    """The least time of each (milliseconds), of many taken in turn."""
    for run in runs:
        run()
    times: list[list[float]] = [[] for _ in runs]
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times[0]) < 3:
        for run, taken in zip(runs, times, strict=True):
            start = time.perf_counter()
            run()
            taken.append(time.perf_counter() - start)
    return [min(taken) * 1000 for taken in times]


def read(files: list[Path]) -> list[Source]:
    options = Options()
    sources = [source for path in files for source in read_path(path, options)]
    assert all(source.text for source in sources), sources
    return sources


def alone(files: list[Path], bare: Bare) -> None:
    for path in files:
        with open(path, "rb") as file:
            texts = bare(finished(file.read()))
        for each in [texts] if isinstance(texts, str) else texts:
            unicodedata.normalize("NFC", each)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure reading per format beside the bare library.")
    parser.add_argument("--seconds", type=float, default=1.0, help="time for each line of the table")
    parser.add_argument("--office", action="store_true", help="also .odt, by LibreOffice")
    arguments = parser.parse_args()
    print(f"{'format':24}{'files':>6}{'kB':>8}{'bare ms':>10}{'read ms':>10}{'ratio':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, (bare, made)) in enumerate(documents(arguments.office).items()):
            ending = name.split(",")[0]
            files = [Path(folder, f"{number}-{place}.{ending}") for place in range(len(made))]
            for path, data in zip(files, made, strict=True):
                path.write_bytes(data)
            runs: list[Callable[[], object]] = [partial(alone, files, bare), partial(read, files)]
            best = [each / len(files) for each in quickest(runs, arguments.seconds)]
            size = sum(map(len, made)) / len(files) / 1000
            print(f"{name:24}{len(files):>6}{size:>8.1f}{best[0]:>10.3f}{best[1]:>10.3f}{best[1] / best[0]:>7.2f}")
        letters = read(sorted(Path(folder).glob("0-*.txt"))) * 10
        # Each its own, as far as bytes go, or the second look would be spared.
        letters = [source._replace(sha256=f"{number}") for number, source in enumerate(letters)]
        took = quickest([lambda: list(mark_duplicates(letters))], arguments.seconds)[0] / len(letters)
        print(f"nearly the same text twice: {took:.3f} ms a letter")


if __name__ == "__main__":
    main()
