"""How long reading takes per format, beside the bare library on the same bytes.

    python benchmarks/read.py [--seconds 1.0] [--office]

The documents are made by tools/make_specimens.py: the letter of data/formats in six languages, and the same letter
thirty times over as one document of some twenty pages. The bare library only gives out its text; reading also finds
lines, paragraphs, page furniture, links and metadata, computes the digest of the file and brings the text into NFC.
Both are repeated for the given time, in turn, and the quickest run of each counts.

For web pages and XML there are two lines. "glued" is the one call of lxml that writes out all text without line ends;
it runs in C altogether, and is the least that any reading can take. "lines" is the least program that keeps the lines
apart, without which no letter can be read: Beautiful Soup's `get_text` for web pages, `itertext` of each `<p>` in XML.
"""

from __future__ import annotations

import argparse
import csv
import email
import email.policy
import io
import sys
import time
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import make_specimens as specimens  # noqa: E402

from unanalysis.read.options import Options  # noqa: E402
from unanalysis.read.stream import read_stream  # noqa: E402

Bare = Callable[[bytes], object]


def text(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode()).replace("\r\n", "\n")


def html(data: bytes) -> str:
    from lxml.html import document_fromstring

    return document_fromstring(data).text_content()


def html_lines(data: bytes) -> str:
    from bs4 import BeautifulSoup

    return BeautifulSoup(data, "lxml").get_text("\n")


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
    return [message.get_body().get_content(), *(docx(part.get_content()) for part in message.iter_attachments())]


def marcxml(data: bytes) -> list[str]:
    import pymarc

    return [str(record) for record in pymarc.parse_xml_to_array(io.BytesIO(data))]


def comma_separated(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")))


def zipped(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [text(archive.read(name)) for name in archive.namelist()]


def odt(data: bytes) -> str:
    return docx(specimens.by_libreoffice(data, "docx", "odt"))


BARE: dict[str, Bare] = {
    "txt": text, "md": text, "docx": docx, "pdf": pdf, "eml": mail, "odt": odt,
}  # fmt: skip


GLUED: dict[str, Bare] = {"html": html, "xml": xml}
LINES: dict[str, Bare] = {"html": html_lines, "xml": xml_lines}


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


def quickest(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure reading per format beside the bare library.")
    parser.add_argument("--seconds", type=float, default=1.0, help="time for each line of the table")
    parser.add_argument("--office", action="store_true", help="also .odt, by LibreOffice")
    arguments = parser.parse_args()
    print(f"{'format':24}{'files':>6}{'kB':>8}{'bare ms':>10}{'read ms':>10}{'ratio':>7}")
    for name, (bare, files) in documents(arguments.office).items():
        ending = {"marcxml": "marcxml", "csv": "csv", "zip": "zip"}.get(name.split(",")[0], name.split(",")[0])

        def read(files: list[bytes] = files, ending: str = ending) -> None:
            for data in files:
                for source in read_stream(io.BytesIO(data), f"letter.{ending}", Options()):
                    assert source.text, source.problems

        def alone(files: list[bytes] = files, bare: Bare = bare) -> None:
            for data in files:
                bare(data)

        read(), alone()
        times: tuple[list[float], list[float]] = ([], [])
        end = time.perf_counter() + arguments.seconds
        while time.perf_counter() < end or len(times[0]) < 3:
            times[0].append(quickest(alone))
            times[1].append(quickest(read))
        best = [min(each) * 1000 / len(files) for each in times]
        size = sum(map(len, files)) / len(files) / 1000
        print(f"{name:24}{len(files):>6}{size:>8.1f}{best[0]:>10.3f}{best[1]:>10.3f}{best[1] / best[0]:>7.2f}")


if __name__ == "__main__":
    main()
