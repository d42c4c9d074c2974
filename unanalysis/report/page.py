"""The page as one text of HTML that needs nothing from outside."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from unanalysis.explorer import modules
from unanalysis.report.content import Settings, content
from unanalysis.report.material import Material
from unanalysis.report.packing import Appendix, appendix
from unanalysis.report.wording import wording

if TYPE_CHECKING:
    from jinja2 import Environment

    from unanalysis.corpus import Corpus

PAPER = 400  # texts that a document of pages may have; more are thousands of pages, which nobody can leaf through
# What HTML does not allow in a text, and files found anywhere may hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
# Runs before the body is there, so that what scripts will change is not seen unchanged first.
_EARLY = 'document.documentElement.classList.add("js")'


def page(corpus: Corpus, settings: Settings) -> str:
    """Make the page. The same corpus and settings give the same text."""
    from markupsafe import Markup

    material = Material.of(corpus, wording(settings.language))
    environment = templates()
    bulky = settings.paper and len(material.numbers) > PAPER
    # What this package wrote itself, or has escaped already, is `Markup`; the templates escape everything else.
    article = environment.get_template("article.html").module.article  # type: ignore[attr-defined]
    texts = Appendix() if bulky else appendix(material, lambda text: clean(article(text, material.say)), settings.paper)
    style = asset("report.css") + modules.style("network")
    script = modules.script("network") + asset("report.js")
    html = environment.get_template("report.html").render(
        content(material, settings),
        say=material.say,
        policy=policy(scripts=[] if settings.paper else [_EARLY, script], styles=[style]),
        style=Markup(style),
        early=Markup(_EARLY),
        script=Markup(script),
        appendix=texts,
        has_texts=not bulky,
        left_out=len(material.numbers) if bulky else 0,
    )
    return clean(html)


def policy(scripts: list[str], styles: list[str]) -> str:
    """The content security policy of a page: nothing is loaded, and only these scripts and styles are obeyed.

    Whatever a hostile letter might bring into the page, no browser would run it or ask any host for anything.
    """

    def source(texts: list[str]) -> str:
        return " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts) or "'none'"

    rules = {
        "default-src": "'none'",
        "script-src": source(scripts),
        "style-src": source(styles),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def clean(html: str) -> str:
    """Replace the control characters that HTML does not allow. One stands for one."""
    return _FORBIDDEN.sub("\ufffd", html)


@cache
def templates() -> Environment:
    """The templates of this folder; whatever they are given is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def asset(name: str) -> str:
    """A script or style sheet of this folder. It must not end the element in which it stands."""
    text = (files(__package__) / name).read_text(encoding="utf-8")
    assert "</s" not in text.lower(), f"{name} would close its element"
    return text
