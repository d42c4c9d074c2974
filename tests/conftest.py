"""What several test files use: where the letters are, and the programs that some tests drive."""

import os
import shutil
from pathlib import Path

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


def program(*names: str) -> str:
    for name in names:
        if path := shutil.which(name):
            return path
    missing = f"{names[0]} is not installed"
    if os.environ.get("CI"):
        pytest.fail(f"{missing}, and under CI nothing is skipped unseen")
    pytest.skip(missing)
