"""Work shared among processes gives what one process gives: in the same order, nothing lost, little held in memory."""

import os
import sys
from functools import partial
from itertools import count, islice

import cloudpickle
import pandas as pd
import pytest

import unanalysis as un
from unanalysis import workers


@pytest.fixture
def at_once(monkeypatch):
    """Other processes are started after the first bundle, bundles are small, and what tests define is sent whole."""
    module = sys.modules[__name__]
    cloudpickle.register_pickle_by_value(module)
    monkeypatch.setattr(workers, "_ALONE", -1.0)
    monkeypatch.setattr(workers, "_TOGETHER", 4)
    yield
    cloudpickle.unregister_pickle_by_value(module)


def where(numbers: list[int]) -> list[tuple[int, int]]:
    return [(number, os.getpid()) for number in numbers]


def killed_elsewhere(home: int, numbers: list[int]) -> list[int]:
    if os.getpid() != home and 17 in numbers:
        os._exit(1)
    return numbers


def one_is_wrong(numbers: list[int]) -> list[int]:
    return [1 // (20 - number) for number in numbers]


@pytest.mark.usefixtures("at_once")
def test_results_come_in_the_order_of_the_items_from_several_processes():
    results = list(workers.shared(where, range(50), workers=2))
    assert [number for number, _ in results] == list(range(50))
    assert {process for _, process in results[:4]} == {os.getpid()}, "the first bundle is done here"
    assert os.getpid() not in {process for _, process in results[4:]}


def test_what_is_soon_done_starts_no_process():
    assert {process for _, process in workers.shared(where, range(50), workers=2)} == {os.getpid()}


@pytest.mark.usefixtures("at_once")
def test_one_worker_is_this_process():
    assert {process for _, process in workers.shared(where, range(50), workers=1)} == {os.getpid()}


@pytest.mark.usefixtures("at_once")
def test_what_a_killed_process_had_is_done_here():
    assert list(workers.shared(partial(killed_elsewhere, os.getpid()), range(50), workers=2)) == list(range(50))


@pytest.mark.usefixtures("at_once")
def test_an_error_in_the_work_is_raised_as_it_is():
    with pytest.raises(ZeroDivisionError):
        list(workers.shared(one_is_wrong, range(50), workers=2))


@pytest.mark.usefixtures("at_once")
def test_items_without_end_are_taken_as_they_are_worked_on():
    numbers = count()
    assert len(list(islice(workers.shared(where, numbers, workers=2), 20))) == 20
    assert next(numbers) < 60


@pytest.mark.usefixtures("at_once")
def test_the_tables_are_the_same(root, tmp_path):
    frame = pd.DataFrame({"symbol": ["S/2020/1"], "text": ["I have the honour to write to you."]})
    (tmp_path / "empty.txt").write_bytes(b"")
    # Letters in many formats, archives and lists among them, and so each several times; an empty file, and a frame.
    formats = [
        root / "data" / "formats" / f"*.{ending}" for ending in ("txt", "docx", "pdf", "eml", "xml", "csv", "zip")
    ]
    given = [*formats, tmp_path, frame]
    alone, together = (un.read_letters(given, progress=False, workers=number) for number in (1, 2))
    for name in ("documents", "letters", "parties", "mentions", "problems"):
        pd.testing.assert_frame_equal(getattr(alone, name), getattr(together, name))
    assert alone.problems["message"].str.contains("The same words as").any()
