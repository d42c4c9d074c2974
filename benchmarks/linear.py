"""How the time of reading one document grows with its length, on texts made to be hard.

Twice the text must take twice the time, whatever it is: a megabyte on one line, nothing but quotation marks, a hundred
thousand annexes. Each text is read alone and as the body of a letter, where more is looked for. The program prints the
seconds for a quarter, a half and a whole million of characters, and how much longer the whole takes than the half:
about 2 where the time is linear, 4 where it is quadratic. (What takes under a tenth of a second says little.)

    python benchmarks/linear.py [PART_OF_A_NAME]
"""

import sys
import time

from unanalysis.parse import parse_source
from unanalysis.types import Source

SIZES = (250_000, 500_000, 1_000_000)
HEAD = """Letter dated 1 May 2020 from the Permanent Representative of Chad to the United Nations addressed to the
Secretary-General

Excellency,

I have the honour to write to you. """
WHOLE_TITLE = "Letter dated 1 May 2020 from the Permanent Representative of Chad addressed to the Secretary-General"
OTHER_TITLE = WHOLE_TITLE.replace("1 May 2020", "2 May 2020").replace("Chad", "Togo")
BODY = "I have the honour to refer to resolution 2254 (2015).\n\n"
HARD = {
    "one letter": "a",
    "digits": "1234567890",
    "numbers": "1/2 ",
    "symbols": "S/2020/1, ",
    "symbols without a comma": "S/2020/1 ",
    "slashes": "/",
    "numbers behind a noun": "resolutions 1/1, ",
    "resolutions": "resolution 2254 (2015), ",
    "parts": "57/284 A and B, ",
    "bodies": "the Security Council and the General Assembly, ",
    "the said resolution": "resolution 2254 (2015), the said resolution ",
    "titles": "Letter dated 1 May 2020 from ",
    "whole titles": WHOLE_TITLE + " ",
    "form words": "letter ",
    "offices": "the Permanent Representative of Chad, ",
    "dates": "1 May 2020 ",
    "days": "1, 2, 3 and ",
    "months": "May ",
    "quotation marks": '"',
    "brackets": "(",
    "Chinese numbers": "第70/1号、",
    "Chinese letters": "2020年5月1日乍得常驻代表给秘书长的信 ",
    "signatures": "(Signed) ",
    "signatures on lines": "(Signed) Anna Example\n",
    "closings": "Please accept the assurances of my highest consideration. ",
    "requests": "I request that this letter be circulated as a document of the Security Council. ",
    "articles": "Article 51 of the Charter ",
    "meetings": "9000th meeting ",
    "annexed letters": "Annex to the letter dated ",
    "annexes that are letters": f"Annex I\n\n{WHOLE_TITLE}\n\n{BODY}(Signed) Anna Example\n\n",
    "annexes without titles": f"Annex I\n\nExcellency,\n\n{BODY}(Signed) Anna Example\n\n",
    "letters one below the other": "".join(
        f"{title}\n\n{BODY}(Signed) Anna Example\n\n" for title in (WHOLE_TITLE, OTHER_TITLE)
    ),
    "letters below symbols": "".join(f"S/2020/1\n\n{title}\n\n{BODY}" for title in (WHOLE_TITLE, OTHER_TITLE)),
    "titles and mastheads": f"{WHOLE_TITLE}\n\n{BODY}{OTHER_TITLE}\n\nS/2020/1\n1 May 2020\n",
    "compliments": "The Permanent Mission of Chad presents its compliments to the Secretary-General.\n",
    "what a State says": "Chad strongly rejects these claims. ",
    "references to annexes": f"{WHOLE_TITLE} (see annex I). ",
    "annexes": "Annex I\n",
    "annexes with a gap": "Annex I\n\n",
    "enclosures": "Enclosure\n\n",
    "line ends": "\n",
    "blanks": " ",
    "quoted lines": "> \n",
    "quoted words": "> word\n",
    "quoting marks": ">",
    "hyphens": "a-\nb",
    "page numbers": "1\n",
    "symbols on lines": "S/2020/1\n",
    "salutations": "Excellency,\n",
    "addresses": "His Excellency\nMr. Example\n\n",
    "datelines": "New York, 1 May 2020\n",
    "capitals": "ANNA EXAMPLE\n",
    "full stops": "Word. ",
    "marks": "*_#|~",
    "Arabic": "رسالة مؤرخة 1 أيار/مايو 2020 موجهة إلى الأمين العام من الممثل الدائم لتشاد ",
    "Russian": "Письмо Постоянного представителя Чада от 1 мая 2020 года на имя Генерального секретаря ",
    "another language": "Tenho a honra de transmitir a Vossa Excelência a carta. ",
}


def seconds(text: str) -> float:
    start = time.process_time()
    parse_source(Source("", "text", "", text))
    return time.process_time() - start


def main(wanted: str = "") -> None:
    seconds("Letter dated 1 May 2020")  # the lexicon and the patterns are loaded once a process
    head = "".join(f"{size:>11,}" for size in SIZES) + " ratio"
    print(f"{'text':26}{head}{head}\n{'':26}{'alone':>39}{'in a letter':>39}")
    for name, piece in HARD.items():
        if wanted not in name:
            continue
        row = f"{name:26}"
        for before in ("", HEAD):
            taken = [seconds(before + (piece * (size // len(piece) + 1))[:size]) for size in SIZES]
            row += "".join(f"{each:9.2f} s" for each in taken) + f"{taken[-1] / max(taken[-2], 1e-9):6.1f}"
        print(row, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:2])
