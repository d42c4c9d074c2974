"""Long work shared among the processors of the machine, its results in the order in which it was given."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[list[Item]], list[Result]]

_ALONE = 1.0  # seconds of work before other processes are started: to start them takes them about as long
_TOGETHER = 32  # items that are handed over at a time
_AHEAD = 3  # bundles of items that wait for each process, so that none is idle and little is held in memory


def shared(work: Work[Item, Result], items: Iterable[Item], workers: int | None = None) -> Iterator[Result]:
    """Do work on many items: at first in this process, and what takes longer than a second in several.

    Parameters
    ----------
    work
        What turns a list of items into the list of their results, of any length. It is sent to the processes: a
        function of a module, or a `functools.partial` of one.
    items
        What there is to do. No more of it is taken than is being worked on.
    workers
        The number of processes; None takes as many as this one may use processors, 1 starts none.

    Yields
    ------
    Result
        The results, in the order of the items, however many processes there were.
    """
    bundles = _bundles(items)
    began = time.monotonic()
    for bundle in bundles:
        yield from work(bundle)
        if workers != 1 and time.monotonic() - began > _ALONE:
            yield from _by_processes(work, bundles, workers)
            workers = 1  # if anything is left, a process was killed


def _bundles(items: Iterable[Item]) -> Iterator[list[Item]]:
    source = iter(items)
    while bundle := list(islice(source, _TOGETHER)):
        yield bundle


def _by_processes(work: Work[Item, Result], bundles: Iterator[list[Item]], workers: int | None) -> Iterator[Result]:
    # loky's processes work in notebooks and in scripts without `if __name__ == "__main__"`, on every system.
    from loky import cpu_count, get_reusable_executor  # type: ignore[import-untyped]

    workers = workers or cpu_count()
    if workers == 1:
        return
    executor = get_reusable_executor(workers)
    waiting: deque[list[Item]] = deque()
    futures: deque[Future[list[Result]]] = deque()
    try:
        for bundle in bundles:
            waiting.append(bundle)
            futures.append(executor.submit(work, bundle))
            if len(waiting) > workers * _AHEAD:
                yield from futures.popleft().result()
                waiting.popleft()
        while waiting:
            yield from futures.popleft().result()
            waiting.popleft()
    except BrokenExecutor:  # a process was killed, for want of memory as a rule: what it had is done here
        for bundle in waiting:
            yield from work(bundle)
    finally:
        for future in futures:
            future.cancel()
