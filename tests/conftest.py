"""What several test files use: where the letters are, and the programs that some tests drive."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code: nothing here is timed. Under CI the examples are the same each time.
settings.register_profile(
    "house", deadline=None, derandomize=bool(os.environ.get("CI")), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def specimens() -> Path:
    """The specimen letters that come with the project."""
    return ROOT / "data" / "letters"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real letters and gold data that are not part of the project and lie beside it, on some machines."""
    folder = ROOT.parent / "shared"
    if not (folder / "letters").is_dir():
        pytest.skip("the real letters are not on this machine")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium or Chrome, for Playwright's `executable_path`."""
    return program("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node."""
    return program("node")


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice."""
    return program("soffice", "libreoffice")


@pytest.fixture(scope="session")
def packages(node, tmp_path_factory) -> Callable[[Path], Path]:
    """Installs what a package.json names, outside the project, and gives the folder in which Node finds it."""

    def install(manifest: Path) -> Path:
        folder = tmp_path_factory.mktemp("node")
        shutil.copy(manifest, folder)
        order = [program("npm"), "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
        done = subprocess.run(order, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
        if done.returncode:
            lacking(f"npm could not install {manifest}: {done.stderr[-500:]}")
        return folder / "node_modules"

    return install


def program(*names: str) -> str:
    return next(filter(None, map(shutil.which, names)), None) or lacking(f"{names[0]} is not installed")


def lacking(what: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"{what}, and under CI nothing is skipped unseen")
    pytest.skip(what)
