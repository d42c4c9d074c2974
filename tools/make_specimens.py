"""Make the specimens of every format in data/formats from the text specimens in data/letters.

    python tools/make_specimens.py            # what Python can make
    python tools/make_specimens.py --office   # also .odt, .rtf and .doc, by LibreOffice

The letter in six languages that all formats are made from is S/2019/9101: it has a masthead in two columns, wrapped
paragraphs, an indented signature and a job number. `make(blocks, format)` is what the tests use to put any letter
into any format. Made twice, the files are the same to the byte, but for those of LibreOffice, which writes the time
into them.
"""

from __future__ import annotations

import argparse
import csv
import html
import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
STEM = "S-2019-9101"
ISO_639_2 = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
OFFICE = ("odt", "rtf", "doc")
FORMATS = ("txt", "md", "html", "docx", "pdf", "eml", "xml")
# The moment at which all of them were made, so that they are the same whenever they are.
MOMENT = (2020, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between blank lines: one paragraph, some lines, or rows in two columns (a tab between the cells)."""

    kind: str
    lines: tuple[str, ...]


def blocks_of(text: str) -> list[Block]:
    """The blocks of a letter that is laid out as plain text."""
    blocks = []
    for part in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")):
        lines = part.split("\n")
        if any(re.search(r"\S {3,}\S", line) for line in lines):
            rows = [re.sub(r" {3,}", "\t", line.rstrip()) for line in lines]
            blocks.append(Block("columns", tuple(rows)))
        elif all(len(line.strip()) > 40 for line in lines[:-1]):
            joined = re.sub(r"(?<=[\u3000-\u9fff，。；：）]) | (?=[\u3000-\u9fff])", "", " ".join(lines))
            blocks.append(Block("paragraph", (joined.strip(),)))
        else:
            blocks.append(Block("lines", tuple(line.strip() for line in lines)))
    return blocks


def make(blocks: Sequence[Block], format: str, language: str, symbol: str = "") -> bytes:
    """A letter in a format (one of `FORMATS` or, where LibreOffice is, `OFFICE`)."""
    if format in OFFICE:
        return by_libreoffice(as_docx(blocks), format)
    if format == "pdf":
        return as_pdf(blocks, language)
    if format == "docx":
        return as_docx(blocks)
    if format == "eml":
        return as_mail(blocks, language)
    if format == "xml":
        return as_akoma_ntoso(blocks, language, symbol).encode()
    if format == "html":
        return as_html(blocks, language).encode()
    text = (
        "\n\n".join("\n".join(cells.strip("\t").replace("\t", "\n") for cells in block.lines) for block in blocks)
        + "\n"
    )
    if format == "md":
        text = f'---\ntitle: "Specimen"\nlang: {language}\n---\n\n' + text.replace("\n", "  \n").replace(
            "  \n  \n", "\n\n"
        )
    return text.encode()


def as_html(blocks: Sequence[Block], language: str) -> str:
    """A web page as a mission might have it, with a menu, a cookie bar and a foot."""
    body = []
    for block in blocks:
        if block.kind == "columns":
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row.split("\t")) for row in block.lines)
            body.append("<table>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>")
        else:
            body.append("<p>" + "<br>\n".join(html.escape(line) for line in block.lines) + "</p>")
    direction = "rtl" if language == "ar" else "ltr"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head><meta charset="utf-8">'
        "<title>Specimen</title>\n<style>p { margin: 1em }</style></head>\n<body>\n"
        '<nav><a href="/">Home</a> <a href="/letters">Letters</a></nav>\n'
        '<div class="cookie-bar">This page sets no cookies. <button>OK</button></div>\n<main>\n'
        + "\n".join(body)
        + '\n</main>\n<footer>Specimen page. <script>var nothing = "<p>";</script></footer>\n</body>\n</html>\n'
    )


def as_docx(blocks: Sequence[Block]) -> bytes:
    """A Word document: columns are tables, blank lines are empty paragraphs."""
    import docx

    document = docx.Document()
    for block in blocks:
        if block.kind == "columns":
            table = document.add_table(rows=0, cols=max(row.count("\t") + 1 for row in block.lines))
            for row in block.lines:
                for cell, text in zip(table.add_row().cells, row.split("\t"), strict=False):
                    cell.text = text
        else:
            for line in block.lines:
                document.add_paragraph(line)
        document.add_paragraph()
    buffer = io.BytesIO()
    document.save(buffer)
    return same_time(buffer.getvalue())


def as_pdf(blocks: Sequence[Block], language: str) -> bytes:
    """A PDF with a text layer, its pages numbered at the foot."""
    import matplotlib
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    if language == "zh":
        font = "STSong-Light"
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    else:
        font = "DejaVuSerif" if language != "ar" else "DejaVuSans"
        pdfmetrics.registerFont(TTFont(font, Path(matplotlib.get_data_path(), "fonts", "ttf", f"{font}.ttf")))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    width, height = A4
    size, pitch, margin = 10, 13, 70
    place, page = height - margin, 1
    canvas.setFont(font, size)
    for block in blocks:
        for row in block.lines:
            cells = row.split("\t") if block.kind == "columns" else wrapped(row, font, size, width - 2 * margin)
            if block.kind == "columns":
                drawn = [[(margin + 300 * column, cell) for column, cell in enumerate(cells) if cell]]
            else:
                drawn = [[(margin, line)] for line in cells]
            for line in drawn:
                if place < margin + pitch:
                    canvas.drawCentredString(width / 2, margin / 2, f"{page}")
                    canvas.showPage()
                    canvas.setFont(font, size)
                    place, page = height - margin, page + 1
                for left, cell in line:
                    canvas.drawString(left, place, as_on_paper(cell))
                place -= pitch
        place -= pitch
    canvas.drawCentredString(width / 2, margin / 2, f"{page}")
    canvas.save()
    return buffer.getvalue()


def wrapped(row: str, font: str, size: float, width: float) -> list[str]:
    """A paragraph in lines; Chinese breaks between any two characters, so reportlab would not break it at all."""
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase.pdfmetrics import stringWidth

    if not re.search("[\u3400-\u9fff]", row):
        return list(simpleSplit(row, font, size, width))
    lines = [""]
    for piece in re.findall(r"[\w.,()/-]+|.", row, re.ASCII):
        if stringWidth(lines[-1] + piece, font, size) > width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def as_on_paper(line: str) -> str:
    """A line with its Arabic from right to left, which is how a PDF draws it; numbers and Latin run the other way."""
    if not re.search("[\u0600-\u06ff]", line):
        return line
    turned = line[::-1].translate(str.maketrans("()[]", ")(]["))
    return re.sub(r"[0-9A-Za-z](?:[0-9A-Za-z/.:-]*[0-9A-Za-z])?", lambda run: run[0][::-1], turned)


def as_mail(blocks: Sequence[Block], language: str) -> bytes:
    """A mail of two lines, with the letter attached as a Word document."""
    mail = EmailMessage()
    mail["From"] = "Specimen Mission <mission@example.org>"
    mail["To"] = "archive@example.org"
    mail["Date"] = "Wed, 01 Jan 2020 00:00:00 +0000"
    mail["Subject"] = "Letter for the archive"
    mail.set_content("Specimen composed for unanalysis.\nThe letter is attached.\n")
    mail.add_attachment(as_docx(blocks), maintype="application", filename=f"letter-{language}.docx",
                        subtype="vnd.openxmlformats-officedocument.wordprocessingml.document")  # fmt: skip
    mail.set_boundary("specimen-of-unanalysis")
    return mail.as_bytes()


def as_akoma_ntoso(blocks: Sequence[Block], language: str, symbol: str) -> str:
    """The letter in Akoma Ntoso, with its symbol and language as metadata."""
    lines = "\n".join(
        "<p>" + "<eol/>".join(escape(line.strip("\t").replace("\t", " ")) for line in block.lines) + "</p>"
        for block in blocks
    )
    number = f'<p><docNumber refersTo="#symbol">{symbol}</docNumber></p>' if symbol else ""
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n<doc name="letter">'
        '<meta><identification source="#unanalysis">'
        f'<FRBRExpression><FRBRlanguage language="{ISO_639_2[language]}"/></FRBRExpression>'
        f"</identification></meta>\n<coverPage>{number}</coverPage>\n<mainBody>\n{lines}\n</mainBody></doc>\n</akomaNtoso>\n"
    )


def by_libreoffice(document: bytes, format: str, old: str = "docx") -> bytes:
    """A document as LibreOffice writes it in another format."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"letter.{old}").write_bytes(document)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", format, "--outdir", folder]
        command.append(f"{folder}/letter.{old}")
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return Path(folder, f"letter.{format}").read_bytes()


def same_time(packed: bytes) -> bytes:
    """A zip again, with the same time in all its entries, and as that of the last change of an Office document."""
    changed = re.compile(rb"(?<=<dcterms:modified )([^>]*>)[^<]*")
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "docProps/core.xml":
                data = changed.sub(rb"\g<1>2020-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(entry.filename, MOMENT), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def as_marcxml(letters: dict[str, list[Block]], symbol: str) -> str:
    """The catalogue records of the letters, in the dialect of the Digital Library."""
    records = []
    for number, (language, blocks) in enumerate(letters.items(), 1):
        fields = (("041", "a", ISO_639_2[language]), ("191", "a", symbol), ("245", "a", escape(title_of(blocks))))
        data = "".join(
            f'<datafield tag="{tag}" ind1=" " ind2=" "><subfield code="{code}">{value}</subfield></datafield>'
            for tag, code, value in fields
        )
        records.append(f'<record><controlfield tag="001">{number}</controlfield>{data}</record>')
    return '<collection xmlns="http://www.loc.gov/MARC21/slim">\n' + "\n".join(records) + "\n</collection>\n"


def title_of(blocks: Sequence[Block]) -> str:
    """The title of a letter: the first paragraph after its masthead."""
    last = max(number for number, block in enumerate(blocks[:6]) if block.kind == "columns")
    return blocks[last + 1].lines[0]


def as_csv(letters: dict[str, list[Block]], symbol: str) -> bytes:
    """A list with the texts in it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("symbol", "language", "title", "text"))
    for language, blocks in letters.items():
        writer.writerow((symbol, language, title_of(blocks), make(blocks, "txt", language).decode()))
    return buffer.getvalue().encode("utf-8-sig")


def as_xlsx(letters: dict[str, list[Block]], symbol: str) -> bytes:
    """A list that names the files beside it."""
    import datetime

    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.properties.created = datetime.datetime(*MOMENT)
    sheet = workbook.active
    sheet.append(("Symbol", "Title", "File"))
    for language, blocks in letters.items():
        sheet.append((symbol, title_of(blocks), f"{language}-{STEM}.txt"))
    buffer = io.BytesIO()
    workbook.save(buffer)
    return same_time(buffer.getvalue())


def main() -> None:
    """Write all specimens."""
    parser = argparse.ArgumentParser(description="Make the specimens of every format in data/formats.")
    parser.add_argument("--office", action="store_true", help="also .odt, .rtf and .doc, by LibreOffice")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "data" / "formats", help="folder to write to")
    arguments = parser.parse_args()
    if arguments.office and shutil.which("soffice") is None:
        parser.error("LibreOffice (soffice) is not on this machine.")
    arguments.output.mkdir(parents=True, exist_ok=True)
    symbol = STEM.replace("-", "/")
    letters = {}
    for language in LANGUAGES:
        blocks = blocks_of((ROOT / "data" / "letters" / f"{language}-{STEM}.txt").read_text(encoding="utf-8"))
        letters[language] = blocks
        for format in FORMATS + (OFFICE if arguments.office else ()):
            place = arguments.output / f"{language}-{STEM}.{format}"
            place.write_bytes(make(blocks, format, language, symbol))
    (arguments.output / "records.marcxml").write_text(as_marcxml(letters, symbol), encoding="utf-8")
    (arguments.output / "list.csv").write_bytes(as_csv(letters, symbol))
    (arguments.output / "list.xlsx").write_bytes(as_xlsx(letters, symbol))
    with zipfile.ZipFile(arguments.output / "letters.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for language, blocks in letters.items():
            entry = zipfile.ZipInfo(f"letters/{language}-{STEM}.txt", MOMENT)
            archive.writestr(entry, make(blocks, "txt", language), zipfile.ZIP_DEFLATED)
    print(f"{sum(1 for _ in arguments.output.iterdir())} files in {arguments.output}")


if __name__ == "__main__":
    main()
