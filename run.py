#!/usr/bin/env python3
"""Everything that one does with this folder, on a machine that has only Python.

python3 run.py                  read the letters in data/letters: summary, tables, a report, what to type next
python3 run.py read FOLDER ...  the same with your own letters (folders, files, archives)
python3 run.py explore          open the notebooks in JupyterLab
python3 run.py test [OPTIONS]   run the tests (options go to pytest: -k title, -x, -n auto ...)
python3 run.py check [OPTIONS]  lint, types, tests

The first run makes the folder .venv and installs into it what is needed; later runs start at once and need no network.
On Windows, type "py" in place of "python3".
"""

# Only the standard library, and only syntax that an old Python understands: it has to get as far as the message below.

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"  # what was installed from which pyproject.toml, so that it is done once
OUT = ROOT / "out"
SCRIPTS, PYTHON = ("Scripts", "py") if os.name == "nt" else ("bin", "python3")

OLDEST = (3, 11)
# What each command needs beyond the project itself. JupyterLab comes at once, so that "explore" needs no network later.
EXTRAS = {
    "read": ["notebook"],
    "explore": ["notebook"],
    "test": ["notebook", "test"],
    "check": ["notebook", "test", "dev"],
}


# JupyterLab neither fetches news nor asks whether it may; both are settings that anyone can change in its menu.
LAB_SETTINGS = VENV / "etc" / "jupyter" / "labconfig" / "default_setting_overrides.json"
QUIET = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}


class Trouble(Exception):
    """Something the user has to see to: the message says what, in plain words."""


def main(arguments: "list[str]") -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("read", [])
    if {"-h", "--help"} & {command, *rest[:1]} or command == "help":
        print(__doc__.strip())
        return 0
    if command not in COMMANDS:
        print(f"run.py: there is no command {command!r}.\n\n{__doc__.strip()}", file=sys.stderr)
        return 2
    try:
        check_python(sys.version_info[:2])
        install(EXTRAS[command])
        return COMMANDS[command](rest)
    except Trouble as trouble:
        print(f"\nrun.py: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def read(rest: "list[str]") -> int:
    letters = [place(named) for named in rest] or [ROOT / "data" / "letters"]
    tables, report = OUT / "tables", OUT / "report.html"
    # The report is made of the tables: the letters are read once.
    failed = unanalysis("tables", *letters, "-o", tables) or unanalysis("report", tables, "-o", report)
    if failed:
        return failed
    print("\nNext:")
    print(f"  {PYTHON} run.py explore       look at the letters in notebooks")
    print(f"  {PYTHON} run.py read FOLDER   read your own letters")
    print(f"  {Path('.venv', SCRIPTS, 'unanalysis')} --help   letters, citations, graphs, reports")
    return 0


def place(named: str) -> object:
    """Where letters are, from this folder, in which the commands run; an address is one from everywhere."""
    return named if "://" in named else Path(named).expanduser().resolve()


def explore(rest: "list[str]") -> int:
    print("JupyterLab opens in your browser. To leave it, press Ctrl+C here, twice.", flush=True)
    LAB_SETTINGS.parent.mkdir(parents=True, exist_ok=True)
    LAB_SETTINGS.write_text(json.dumps(QUIET), encoding="utf-8")
    return run("jupyterlab", "--notebook-dir", ROOT / "notebooks", *rest)


def test(rest: "list[str]") -> int:
    return run("pytest", *rest)


def check(rest: "list[str]") -> int:
    # All three are run even where the first one finds something: one wants the whole list.
    results = [run("ruff", "check"), run("mypy"), test(rest)]
    return next((result for result in results if result), 0)


COMMANDS = {"read": read, "explore": explore, "test": test, "check": check}


def check_python(version: "tuple[int, ...]") -> None:
    if tuple(version) < OLDEST:
        raise Trouble(
            f"this is Python {dotted(version)}; unanalysis needs {dotted(OLDEST)} or newer.\n"
            "Hint: get it from https://www.python.org/downloads/ or from your system, then run this again with it, "
            f"for example: python{dotted(OLDEST)} run.py"
        )


def install(extras: "list[str]") -> None:
    """Make `.venv` hold the project and `extras`, unless the stamp says that it does."""
    installed, wanted = read_stamp(), state()
    same = all(installed.get(key) == value for key, value in wanted.items())
    if same and set(extras) <= set(installed["extras"]):
        return
    if not has_pip():
        make_venv()
    extras = sorted(set(extras) | set(installed.get("extras", [])))
    print(f"Installing unanalysis and what it needs ({', '.join(extras)}). This is done once ...", flush=True)
    if run("pip", "install", "--quiet", "--disable-pip-version-check", "--editable", f".[{','.join(extras)}]"):
        raise Trouble(
            "the packages could not be installed; what pip says is above.\n"
            "Hint: the first run needs a network connection. Behind a proxy, set HTTPS_PROXY. Then run this again."
        )
    STAMP.write_text(json.dumps(dict(state(), extras=extras)), encoding="utf-8")


def make_venv() -> None:
    try:
        import ensurepip  # noqa: F401 -- Debian and Ubuntu have venv without it, and then venv fails halfway
        import venv
    except ImportError:
        raise Trouble(
            "this Python cannot make virtual environments (its modules venv and pip are not installed).\n"
            "Hint: on Debian and Ubuntu, type: sudo apt install python3-venv"
        ) from None
    print(f"Making {VENV} ...", flush=True)
    try:
        venv.create(str(VENV), with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Trouble(
            f"the folder {VENV} could not be made: {error}\n"
            f"Hint: is there room on the disk, and may you write in {ROOT}?"
        ) from error


def state() -> "dict[str, str]":
    """What decides whether to install again: the list of packages, where we are, and which Python `.venv` stands on."""
    packages = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return {"pyproject": packages, "root": str(ROOT), "python": os.path.realpath(str(venv_python()))}


def has_pip() -> bool:
    # A .venv may be there and useless: its Python was removed or replaced by a newer one.
    command = [str(venv_python()), "-c", "import pip"]
    return venv_python().exists() and subprocess.call(command, stderr=subprocess.DEVNULL) == 0


def read_stamp() -> "dict[str, Any]":
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def venv_python() -> Path:
    return VENV / SCRIPTS / ("python.exe" if os.name == "nt" else "python")


def run(module: str, *arguments: object) -> int:
    """Run a module in `.venv`, in this folder, and give its exit code."""
    command = [venv_python(), "-m", module, *arguments]
    return subprocess.call([str(part) for part in command], cwd=str(ROOT))


def unanalysis(*arguments: object) -> int:
    return run("unanalysis", *arguments)


def dotted(version: "tuple[int, ...]") -> str:
    return ".".join(str(number) for number in version)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
