"""The JavaScript and CSS beside this module, put together for a page that loads but one script."""

from __future__ import annotations

import re
from importlib.resources import files

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)


def script(*names: str) -> str:
    r"""The named modules, and before each those that it imports, as one text without `import` and `export`.

    Widgets and reports load one script, and there is no build step: so the files are put one after another in the order
    in which they need each other. They share one scope then, wherefore no two files declare the same name at the top.

    Parameters
    ----------
    names
        Modules without their ending: `"network"` gives `drawNetwork(element, data, options)`.

    Returns
    -------
    str
        JavaScript for `<script type="module">`.

    Examples
    --------
    >>> "function drawNetwork(" in script("network"), "\nimport " in script("network")
    (True, False)
    """
    texts: dict[str, str] = {}
    for name in names:
        _collect(name, texts)
    return "\n".join(texts.values())


def _collect(name: str, texts: dict[str, str]) -> None:
    if name in texts:
        return
    text = (files(__package__) / f"{name}.js").read_text(encoding="utf-8")
    for needed in _IMPORT.findall(text):
        _collect(needed, texts)
    texts[name] = _EXPORT.sub("", _IMPORT.sub("", text))


def style(*names: str) -> str:
    """The named style sheets, one after another: `"network"` has the colours and the look of the graph."""
    return "\n".join((files(__package__) / f"{name}.css").read_text(encoding="utf-8") for name in names)
