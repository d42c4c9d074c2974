"""How long unanalysis takes to start, beside Python itself.

Every command is a process of its own. They take turns, and the best round of each counts: the others say how busy the
machine was. Said are milliseconds by the clock on the wall, and how many times the second row (Python that imports what
any command line needs) that is.

    python benchmarks/start.py [ROUNDS]
"""

import subprocess
import sys
import time

BARE = "python -c 'import argparse'"
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    BARE: ["-c", "import argparse"],
    "import unanalysis": ["-c", "import unanalysis"],
    "unanalysis --help": ["-m", "unanalysis", "--help"],
    "find_mentions, one sentence": [
        "-c",
        "import unanalysis; unanalysis.find_mentions('resolution 2254 (2015)', language='en', issuer='S')",
    ],
    "import pandas": ["-c", "import pandas"],
}


def seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(rounds: int) -> None:
    for arguments in COMMANDS.values():
        seconds(arguments)  # once unmeasured: bytecode is written, files are in the cache
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, arguments in COMMANDS.items():
            times[name].append(seconds(arguments))
    bare = min(times[BARE])
    print(f"Best of {rounds} rounds, Python {sys.version.split()[0]}")
    for name, taken in times.items():
        best = min(taken)
        print(f"{name:30} {best * 1000:7.0f} ms {best / bare:6.1f} x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
