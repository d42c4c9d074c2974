"""A notebook as a report: run on given letters, and written as one page that needs nothing else."""

from __future__ import annotations

import os
import re
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unanalysis.errors import InputError, MissingDependencyError, UnanalysisError
from unanalysis.output import writing

if TYPE_CHECKING:
    from nbformat import NotebookNode

_TAG = "parameters"  # as papermill has it: the cell that says what a notebook is run on
_WIDGETS = ("application/vnd.jupyter.widget-view+json", "application/vnd.jupyter.widget-state+json")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
_PREPARE = "from unanalysis.report.figures import describe_figures\ndescribe_figures()"


def render_notebook(
    path: str | PathLike[str],
    output: str | PathLike[str],
    *,
    letters: str | PathLike[str] | None = None,
    hide_code: bool = False,
    title: str | None = None,
) -> Path:
    """Run a notebook and write it, with its results, as one HTML file that opens from disk.

    Pictures are in the file, with alternative texts; widgets are replaced by their tables; nothing is loaded from
    anywhere, and the page runs no script. The notebook itself is not changed.

    Parameters
    ----------
    path
        The notebook (`.ipynb`). It runs in its own folder.
    output
        HTML file to write.
    letters
        Folder, file or pattern to run it on: the value of `letters` in the cell tagged *parameters*.
    hide_code
        Whether to show only prose and results.
    title
        Of the page; the first heading if not given.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    InputError
        Where there is no such notebook, or `letters` is given and it has no cell tagged *parameters*.
    UnanalysisError
        Where a cell fails; the message says which and why.
    MissingDependencyError
        Where Jupyter is not installed.

    Examples
    --------
    >>> import unanalysis as un
    >>> un.render_notebook("notebooks/03_resolutions.ipynb", "resolutions.html")  # doctest: +SKIP
    PosixPath('resolutions.html')
    """
    notebook = _read(Path(path))
    if letters is None:
        _run(notebook, Path(path))
    else:
        cell, given = _parameters(notebook), os.fspath(letters)
        cell.source = f"letters = {(given if '://' in given else os.path.abspath(given))!r}"
        _run(notebook, Path(path))
        cell.source = f"letters = {given!r}"  # as it was given, without the folders of this machine
    _make_static(notebook)
    html = _page(notebook, title or _first_heading(notebook) or Path(path).stem, hide_code)
    with writing(output) as file:
        file.write_bytes(html.encode())
    return file


def _read(path: Path) -> NotebookNode:
    try:
        import nbclient  # noqa: F401 -- looked for here, so that one message says what is missing
        import nbconvert  # noqa: F401
        import nbformat
    except ImportError as error:
        raise MissingDependencyError(
            f"To run a notebook, {error.name} is needed. Hint: type: pip install 'unanalysis[notebook]'"
        ) from error
    if not path.is_file():
        raise InputError(f"There is no notebook {str(path)!r}. Hint: give the path of a file that ends in .ipynb.")
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except (ValueError, nbformat.reader.NotJSONError, nbformat.ValidationError) as error:
        raise InputError(f"{path} is no notebook: {error}. Hint: give a file that Jupyter opens.") from error
    return notebook


def _parameters(notebook: NotebookNode) -> NotebookNode:
    """The cell that names the letters on which the notebook runs."""
    cell: NotebookNode | None = next((cell for cell in notebook.cells if _TAG in cell.metadata.get("tags", [])), None)
    if cell is None:
        raise InputError(
            f"The notebook has no cell tagged {_TAG!r}, so nothing says where it takes its letters from. Hint: put "
            f'letters = "…" into a cell of its own and tag that {_TAG!r} (in JupyterLab: the gear at the right).'
        )
    return cell


def _run(notebook: NotebookNode, path: Path) -> None:
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError
    from nbformat.v4 import new_code_cell

    notebook.cells.insert(0, new_code_cell(_PREPARE))  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook,
        timeout=None,
        resources={"metadata": {"path": str(path.resolve().parent)}},
        extra_arguments=["--log-level=ERROR"],  # how the kernel is talked to is no concern of the reader's
    )
    try:
        client.execute()
    except CellExecutionError as error:
        failed = next(number for number, cell in enumerate(notebook.cells) if _failed(cell))
        hint = "" if "Hint: " in error.evalue else " Hint: open the notebook in JupyterLab and run it there."
        raise UnanalysisError(
            f"{path}: the cell number {failed} failed: {error.ename}: {error.evalue}{hint}"
        ) from error
    del notebook.cells[0]


def _failed(cell: NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.get("outputs", []))


def _make_static(notebook: NotebookNode) -> None:
    """Leave of each result what stands without a kernel, and give each picture an alternative text."""
    heading = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            heading = next(iter(_HEADING.findall(cell.source)[-1:]), heading)
        for output in cell.get("outputs", []):
            for mime in _WIDGETS:
                output.get("data", {}).pop(mime, None)
            for mime in [mime for mime in output.get("data", {}) if mime.startswith("image/")]:
                facts = output.metadata.setdefault(mime, {})
                facts.setdefault("alt", output.metadata.get("alt") or heading)
    notebook.metadata.pop("widgets", None)


def _first_heading(notebook: NotebookNode) -> str:
    texts = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return next((found[1] for found in map(_HEADING.search, texts) if found), "")


def _page(notebook: NotebookNode, title: str, hide_code: bool) -> str:
    from nbconvert import HTMLExporter

    from unanalysis.report.page import asset, clean, templates

    exporter: Any = HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="basic",
        embed_images=True,
        exclude_input=hide_code,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    body, _ = exporter.from_notebook_node(notebook)
    body = body.replace("<pre>", '<pre tabindex="0">')  # what may have to be scrolled has to be reached by keyboard
    html = templates().get_template("notebook.html").render(title=title, style=asset("notebook.css"), body=body)
    return clean(html)
