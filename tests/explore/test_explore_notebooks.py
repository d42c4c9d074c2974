"""The notebooks: each runs from top to bottom on the specimens, says nothing on the error stream, and is kept clean."""

import re
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="session")
def folder(root, tmp_path_factory) -> Path:
    """A folder beside a link to the specimens, as notebooks/ lies beside data/: what they write does not stay."""
    above = tmp_path_factory.mktemp("project")
    (above / "data").symlink_to(root / "data", target_is_directory=True)
    (above / "notebooks").mkdir()
    return above / "notebooks"


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the client's own libraries
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom(path, folder):
    from nbclient import NotebookClient

    notebook = read(path)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    said = [output.text for output in outputs if output.output_type == "stream" and output.name == "stderr"]
    assert said == []
    assert sum(output.output_type in ("display_data", "execute_result", "stream") for output in outputs) >= 2


def test_every_step_has_its_notebook():
    assert [path.stem for path in NOTEBOOKS] == [
        "01_load_letters", "02_who_writes_to_whom", "03_resolutions", "04_explore", "05_exchanges", "06_report",
    ]  # fmt: skip


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_clean_and_begins_with_words(path):
    cells = read(path).cells
    assert [cell.get("outputs") for cell in cells if cell.get("outputs") or cell.get("execution_count")] == []
    opening = cells[0]
    assert opening.cell_type == "markdown"
    assert "**What this answers:**" in opening.source
    assert "**Your own letters.**" in opening.source
    assert cells[1].source == 'letters = "../data/letters"'
    assert cells[1].metadata.tags == ["parameters"]  # what `unanalysis render` replaces


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_links_between_notebooks_lead_somewhere(path):
    links = re.findall(r"\]\(([^)]+\.ipynb)\)", "\n".join(cell.source for cell in read(path).cells))
    assert [link for link in links if not (path.parent / link).is_file()] == []
