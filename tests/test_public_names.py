"""What `import unanalysis as un` offers."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import unanalysis as un


@pytest.mark.parametrize("name", un.__all__)
def test_every_public_name_is_there_and_documented(name):
    assert getattr(un, name).__doc__
    assert name in dir(un)


def test_type_checkers_see_the_same_names():
    tree = ast.parse(Path(un.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.name: statement.module for statement in block.body for alias in statement.names}
    assert seen == {name: f"unanalysis.{module}" for name, module in un._MODULES.items()}
    assert all(alias.asname == alias.name for statement in block.body for alias in statement.names)


@pytest.mark.parametrize("name", [name for name in un.__all__ if name.islower()])
def test_every_verb_says_what_it_takes_and_gives(name):
    verb = getattr(un, name)
    assert set(inspect.signature(verb).parameters) | {"return"} == set(verb.__annotations__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="read_leters"):
        un.read_leters  # noqa: B018


def test_recognition_of_one_string_needs_no_pandas():
    code = (
        "import sys, unanalysis; unanalysis.find_mentions('resolution 2254 (2015)'); sys.exit('pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
