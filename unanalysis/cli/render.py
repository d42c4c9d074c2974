"""`unanalysis render`: a notebook, run on given letters, as a page that stands on its own."""

from __future__ import annotations

import argparse

NAME = "render"
HELP = "run a notebook on given letters and write it as one HTML file that needs nothing else"
EXAMPLES = """\
  unanalysis render notebooks/02_who_writes_to_whom.ipynb -o out.html
  unanalysis render notebooks/03_resolutions.ipynb -o out.html --letters letters/ --hide-code
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments and options."""
    parser.add_argument("notebook", metavar="NOTEBOOK", help="the notebook; it is not changed")
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="HTML file to write")
    parser.add_argument(
        "--letters", metavar="FOLDER", help="letters to run it on, in place of those that the notebook names"
    )
    parser.add_argument("--hide-code", action="store_true", help="show only prose and results")
    parser.add_argument("--title", help="title of the page (default: the first heading)")


def run(arguments: argparse.Namespace) -> int:
    """Run, write, and say where the page is."""
    import unanalysis as un

    file = un.render_notebook(
        arguments.notebook,
        arguments.output,
        letters=arguments.letters,
        hide_code=arguments.hide_code,
        title=arguments.title,
    )
    print(file)
    return 0
