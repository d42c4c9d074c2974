"""Write `unanalysis/lexicon/traditional.txt`: the traditional Chinese characters and the simplified one of each.

    pip install opencc && python tools/build_traditional.py

One pair a line. Only characters that have one simplified shape are listed; `unanalysis.fold` makes one of both, so that
the lexicon needs to know names in one script only. The conversion is that of OpenCC (Apache-2.0).
"""

from pathlib import Path

from opencc import OpenCC

TABLE = Path(__file__).parent.parent / "unanalysis" / "lexicon" / "traditional.txt"


def main() -> None:
    """Convert every character of the two blocks that texts are written in."""
    simplify = OpenCC("t2s").convert
    characters = map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)))
    pairs = [(c, simple) for c in characters if (simple := simplify(c)) != c and len(simple) == 1]
    TABLE.write_text("".join(f"{a}{b}\n" for a, b in pairs), encoding="utf-8")


if __name__ == "__main__":
    main()
