"""Letters per second: the whole parse beside eyecite's default tokenizer, on the same letters in one run.

eyecite reads citations of American law; its tokenizer (one pass of an automaton, then regular expressions around the
hits) is the first of its four stages and the best known program of this kind in Python. The comparison is a hard one:
of eyecite, only that stage is timed, on texts in memory; of unanalysis everything, from the files on the disk to the
five tables.

The letters are the specimens again and again, with other digits each time, so that none is like another. The two take
turns, and the best round of each counts: the others say how busy the machine was. Both work in one process; a last line
says what all processors together make of ten times as many letters, the first time with the start of their processes.

    pip install --editable '.[bench]'
    python benchmarks/parse.py [LETTERS [ROUNDS]]
"""

import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from loky import cpu_count

import unanalysis as un

SPECIMENS = Path(__file__).resolve().parent.parent / "data" / "letters"


def make_letters(count: int, seed: int = 1945) -> list[str]:
    """The texts of `count` letters, always the same for the same specimens."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SPECIMENS.iterdir()) if path.suffix in (".txt", ".md")]
    digits = random.Random(seed)
    return [
        re.sub(r"(?<=\d)\d\b", lambda _: digits.choice("123456789"), texts[number % len(texts)])
        for number in range(count)
    ]


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(count: int, rounds: int) -> None:
    from eyecite.tokenizers import default_tokenizer

    texts = make_letters(count)
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"{number:05}.txt").write_text(text, encoding="utf-8")
        found = un.read_letters(folder, progress=False)  # both warm up: lexicon and patterns are loaded once a process
        default_tokenizer.tokenize(texts[0])
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(seconds(lambda: un.read_letters(folder, progress=False, workers=1)))
            theirs.append(seconds(lambda: [default_tokenizer.tokenize(text) for text in texts]))
        for number, text in enumerate(make_letters(count * 10, seed=1946)):
            (Path(folder) / f"{number:05}.txt").write_text(text, encoding="utf-8")
        alone, first, again = (
            seconds(partial(un.read_letters, folder, progress=False, workers=workers)) for workers in (1, None, None)
        )

    characters = sum(map(len, texts))
    print(f"{count} files, {characters:,} characters, {len(found.letters)} letters, {len(found.mentions)} mentions")
    for name, taken in (("unanalysis, files to tables", ours), ("eyecite, tokenizer alone", theirs)):
        best = min(taken)
        rate = characters / best / 1e6
        print(f"{name:28} {best:6.2f} s {count / best:8.0f} files/s {rate:6.2f} million characters/s")
    print(f"ratio {min(theirs) / min(ours):.2f}")
    print(f"{count * 10} files: one process {alone:.2f} s, {cpu_count()} processors {first:.2f} s, again {again:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400, int(sys.argv[2]) if len(sys.argv) > 2 else 5)
