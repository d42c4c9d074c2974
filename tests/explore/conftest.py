"""The letters that the explorer is tried on."""

import pytest

import unanalysis as un
from benchmarks.generate import generate


@pytest.fixture(scope="session")
def letters(specimens) -> un.Corpus:
    """The specimens: six languages, versions, annexes, letters without a date, and files without a letter."""
    return un.read_letters(specimens, progress=False)


@pytest.fixture(scope="session")
def many() -> un.Corpus:
    """Letters as they come in bulk: versions, several addressees, annexed letters by others."""
    return generate(600, 5000)


@pytest.fixture(params=["letters", "many"])
def corpus(request) -> un.Corpus:
    return request.getfixturevalue(request.param)
