"""The rules of the house, kept by a machine."""

import ast
import re
import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from unanalysis.read.registry import endings

# Data flows downward: a module imports only from its own line and from those above it, and nothing in a circle.
# A module that no line names is one of those that read, date, cut and recognise: it stands at "(recognition)".
LAYERS = [
    ["errors", "types", "workers"],
    ["fold", "symbols", "lexicon", "arguments", "output"],
    ["read"],
    ["(recognition)"],
    ["corpus"],
    ["graph", "layout"],
    ["plot"],
    ["explorer", "report"],
    ["cli", "__main__"],
]


def requirements(lines: list[str]) -> dict[str, str]:
    parsed = [Requirement(line) for line in lines]
    return {requirement.name.lower().replace("_", "-"): str(requirement.specifier) for requirement in parsed}


def test_conda_users_get_the_same_packages(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = requirements([*project["dependencies"], *project["optional-dependencies"]["notebook"]])
    environment = yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    from_pip = next(entry["pip"] for entry in environment if isinstance(entry, dict))
    from_conda = requirements([entry for entry in environment if isinstance(entry, str)])
    assert from_conda.pop("python") == project["requires-python"]
    assert from_conda.pop("pip") == ""
    assert "--editable ." in from_pip
    assert {**from_conda, **requirements([entry for entry in from_pip if not entry.startswith("-")])} == wanted


def test_every_dependency_says_what_it_is_for(root):
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    listed = text[text.index("dependencies = [") : text.index("[project.optional-dependencies]")].splitlines()[1:]
    bare = [line for line in listed if line.strip().startswith('"') and "#" not in line]
    assert bare == []


def modules(root: Path) -> dict[str, Path]:
    """The modules of the package by their dotted names below it ("read.text"); the package itself is left out."""
    found = {}
    for path in sorted((root / "unanalysis").rglob("*.py")):
        parts = path.relative_to(root / "unanalysis").with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name:
            found[name] = path
    return found


def imports(name: str, path: Path, known: dict[str, Path]) -> set[str]:
    """The modules of the package that one module imports, also inside its functions.

    But for one case: a function may call back its own package, as that of an archive does with the files in it.
    """
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            if not node.level:
                if (node.module or "").split(".")[0] != "unanalysis":
                    continue
                base = node.module.split(".")[1:]
            elif node.module:
                base = base + node.module.split(".")
            targets = {nearest(".".join([*base, alias.name]), known) for alias in node.names}
            found |= targets if node in tree.body else targets - {".".join(package)}
        elif isinstance(node, ast.Import):
            found |= {nearest(alias.name[11:], known) for alias in node.names if alias.name.startswith("unanalysis.")}
    return found - {"", name}


def nearest(name: str, known: dict[str, Path]) -> str:
    while name and name not in known:
        name = name.rpartition(".")[0]
    return name


def layer(name: str) -> int:
    top = name.split(".")[0]
    for rank, names in enumerate(LAYERS):
        if top in names:
            return rank
    return LAYERS.index(["(recognition)"])


def test_a_module_imports_only_what_stands_above_it(root):
    known = modules(root)
    upward = [
        f"{name} imports {other}, which stands below it"
        for name, path in known.items()
        for other in imports(name, path, known)
        if layer(other) > layer(name)
    ]
    assert upward == []


def test_no_module_is_imported_in_a_circle(root):
    known = modules(root)
    TopologicalSorter({name: imports(name, path, known) for name, path in known.items()}).prepare()


def test_no_module_is_a_drawer_for_odds_and_ends(root):
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [name for name in modules(root) if drawers & set(name.split("."))] == []


@pytest.mark.parametrize("heavy", ["pandas", "numpy", "matplotlib", "ipywidgets", "networkx", "lxml", "jinja2", "rich"])
def test_import_unanalysis_starts_at_once(heavy):
    code = f"import sys, unanalysis; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def committed(root: Path) -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("this is not a git checkout")
    return [root / name for name in listing.stdout.split("\0") if name and (root / name).is_file()]


def test_nothing_of_this_machine_is_committed(root):
    """A path of the machine, or the address of a package index, works for nobody else."""
    paths = rf"{re.escape(str(root))}/|(?<![\w/.~-])/(?:home|root|work|Users)/\w|[A-Z]:\\Users\\"
    foreign = re.compile(paths + r"|https?://[^\s\"]*/(?:simple|packages)/")
    found = []
    for path in committed(root):
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1):
            if foreign.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {line.strip()[:100]}")
    assert found == []


def test_run_commands_in_the_readme_exist(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    used = set(re.findall(r"python3 run\.py +([a-z]+)", readme))
    described = re.findall(r"^python3 run\.py ([a-z]+)", (root / "run.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert used <= set(described)
    assert "python3 run.py\n" in readme


def test_every_format_is_in_the_readme(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    described = readme[readme.index("## What it reads") :].split("\n## ")[0]
    assert sorted(set(re.findall(r"`\.(\w+)`", described))) == endings()


def test_no_pattern_is_possessive(root):
    """Python 3.11.2, which Debian ships, matches possessive quantifiers and atomic groups wrongly (fixed in 3.11.5)."""
    possessive = re.compile(r"(?<!\\)(?:[)\]}][*+?]\+|\}\+|\(\?>)")
    found = [
        f"{path.relative_to(root)}:{number}"
        for path in sorted((root / "unanalysis").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "re." in line or 'r"' in line or "r'" in line
        if possessive.search(line)
    ]
    assert found == []
