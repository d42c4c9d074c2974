"""`unanalysis cite`: the citations in a text, a line each, for other programs to read."""

from __future__ import annotations

import argparse

NAME = "cite"
HELP = "list the citations in a text: start, end, kind, target, text, with tabs between"
EXAMPLES = """\
  unanalysis cite letter.txt
  unanalysis cite letter.pdf --kind resolution
  echo "ses résolutions 2118 (2013) et 2209 (2015)" | unanalysis cite - --issuer S
  unanalysis cite letter.txt | cut -f4 | sort | uniq -c    how often each is cited
"""

CITATIONS = ("resolution", "decision", "statement", "document", "article")
OTHERS = ("organ", "state", "meeting", "date", "request")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments and options."""
    parser.add_argument("file", metavar="FILE", help='the text, in any format that is read; "-" reads standard input')
    parser.add_argument(
        "--kind",
        action="append",
        choices=CITATIONS + OTHERS,
        metavar="KIND",
        help=f"only this kind of mention, and may be given several times: {', '.join(CITATIONS)} (these are listed "
        f"without the option); {', '.join(OTHERS)}",
    )
    parser.add_argument(
        "--language", metavar="CODE", help="en, fr, es, ru, ar or zh; found out from the text if not given"
    )
    parser.add_argument(
        "--issuer",
        metavar="ORGAN",
        help='organ in whose document the words stand, which settles "its resolution 46/182": S, A, A/HRC ...',
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the lines."""
    import unanalysis as un
    from unanalysis.cli.source import read_document

    text = read_document(arguments.file).text
    kinds = set(arguments.kind or CITATIONS)
    for mention in un.find_mentions(text, language=arguments.language, issuer=arguments.issuer):
        if mention.kind in kinds:
            # A citation may run over the end of a line, and still has to be one line here.
            print(mention.start, mention.end, mention.kind, mention.target, " ".join(mention.text.split()), sep="\t")
    return 0
