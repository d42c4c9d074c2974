"""The command `unanalysis`, also as `python -m unanalysis`."""

import sys

from unanalysis.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
