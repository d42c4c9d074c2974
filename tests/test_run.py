"""run.py: what it decides and what it says, without making an environment."""

import ast
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def run(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py as a module that believes to live in an empty folder, and records what it would start."""
    spec = importlib.util.spec_from_file_location("run", root / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "installed.json")
    (tmp_path / "pyproject.toml").write_text("[project]", encoding="utf-8")
    module.started, module.made = [], []
    monkeypatch.setattr(module, "run", lambda *words: module.started.append([str(word) for word in words]) or 0)
    monkeypatch.setattr(module, "has_pip", lambda: bool(module.made))

    def make_venv() -> None:
        module.made.append("venv")
        (tmp_path / ".venv").mkdir()

    monkeypatch.setattr(module, "make_venv", make_venv)
    return module


def test_an_old_python_understands_run_py_enough_to_say_that_it_is_too_old(root, run, capsys, monkeypatch):
    ast.parse((root / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert run.main([]) == 1
    said = capsys.readouterr().err
    assert "this is Python 3.9; unanalysis needs 3.11 or newer" in said
    assert "Hint:" in said
    assert run.started == []


def test_installs_once(run):
    run.install(["notebook"])
    assert run.made == ["venv"]
    assert [words[:2] for words in run.started] == [["pip", "install"]]
    assert run.started[0][-1] == ".[notebook]"
    run.install(["notebook"])
    assert len(run.started) == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda run: (run.ROOT / "pyproject.toml").write_text("[project]\n", encoding="utf-8"), "the packages changed"),
        (lambda run: alter(run.STAMP, root="elsewhere"), "the folder was moved"),
        (lambda run: alter(run.STAMP, python="python3.10"), "the Python below .venv was replaced"),
        (lambda run: run.STAMP.write_text("[", encoding="utf-8"), "the stamp is damaged"),
        (lambda run: run.STAMP.write_text("[]", encoding="utf-8"), "the stamp is something else"),
        (lambda run: run.STAMP.unlink(), "the first time broke off halfway"),
    ],
)
def test_installs_again(run, change, why):
    run.install(["notebook"])
    change(run)
    run.install(["notebook"])
    assert len(run.started) == 2, why
    assert run.made == ["venv"]  # what is in .venv is kept


def alter(stamp: Path, **values: str) -> None:
    stamp.write_text(json.dumps({**json.loads(stamp.read_text(encoding="utf-8")), **values}), encoding="utf-8")


def test_extras_add_up(run):
    run.install(["notebook"])
    run.install(["notebook", "test"])
    run.install(["notebook"])
    assert [words[-1] for words in run.started] == [".[notebook]", ".[notebook,test]"]


def test_a_failed_installation_is_said_and_tried_again(run, capsys, monkeypatch):
    record = run.run
    monkeypatch.setattr(run, "run", lambda *words: record(*words) or 1)
    assert run.main([]) == 1
    assert "Hint: the first run needs a network connection" in capsys.readouterr().err
    assert not run.STAMP.exists()


def test_without_ensurepip_it_says_what_to_install(root, capsys, monkeypatch, tmp_path):
    spec = importlib.util.spec_from_file_location("run", root / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "installed.json")
    monkeypatch.setitem(sys.modules, "ensurepip", None)  # as on Debian without python3-venv
    assert module.main([]) == 1
    assert "sudo apt install python3-venv" in capsys.readouterr().err
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize(
    ("arguments", "started"),
    [
        (["test", "-k", "dates", "-x"], [["pytest", "-k", "dates", "-x"]]),
        (["check"], [["ruff", "check"], ["mypy"], ["pytest"]]),
    ],
)
def test_what_each_command_starts(run, arguments, started):
    assert run.main(arguments) == 0
    assert run.started[1:] == started  # the first is pip


def test_a_folder_is_meant_from_where_the_user_stands(run, tmp_path, monkeypatch):
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run.main(["read", "mine"]) == 0
    assert run.started[1][:3] == ["unanalysis", "tables", str((tmp_path / "mine").resolve())]


def test_several_folders_are_read_once_and_the_report_is_made_of_their_tables(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run.main(["read", "mine", "yours.zip", "https://letters.example/all.zip"]) == 0
    letters = [str(tmp_path / "mine"), str(tmp_path / "yours.zip"), "https://letters.example/all.zip"]
    tables, report = str(run.OUT / "tables"), str(run.OUT / "report.html")
    assert run.started[1:] == [
        ["unanalysis", "tables", *letters, "-o", tables],
        ["unanalysis", "report", tables, "-o", report],
    ]


def test_the_exit_code_is_that_of_what_failed(run, monkeypatch):
    codes = {"pip": 0, "ruff": 1, "mypy": 0, "pytest": 3}
    monkeypatch.setattr(run, "run", lambda module, *_: codes[module])
    assert run.main(["check"]) == 1
    assert run.main(["test"]) == 3


@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), (["read", "--help"], 0), (["lunch"], 2)])
def test_every_command_is_in_the_help(run, capsys, arguments, code):
    assert run.main(arguments) == code
    said = "".join(capsys.readouterr())
    assert all(f"run.py {command}" in said for command in run.COMMANDS)
    assert run.started == []
