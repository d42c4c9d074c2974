"""What each section of a report says: the values that the template puts on the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from unanalysis.report import exchanges, letters, matrix, problems, summary, ties, timeline
from unanalysis.report.choice import chosen
from unanalysis.report.data import compact, data
from unanalysis.report.material import Material
from unanalysis.report.method import Method, method

#: the sections in their order, by their ids, with the strings that head them
SECTIONS = {
    "summary": "summary",
    "timeline": "timeline",
    "matrix": "matrix",
    "graph": "graph",
    "resolutions": "resolutions_cited",
    "exchanges": "exchanges",
    "transmitted": "transmitted",
    "letters": "letters_heading",
    "problems": "problems",
    "method": "method",
    "cite": "cite",
    "texts": "appendix",
}


@dataclass(frozen=True)
class Settings:
    """What a report is asked to be. `paper`: without what only a screen can do."""

    title: str | None = None
    language: str = "en"
    author: str | None = None
    date: Date | None = None
    paper: bool = False


def content(material: Material, settings: Settings) -> dict[str, Any]:
    """The values of all sections but the texts of the letters."""
    say = material.say
    title = settings.title or say("title")
    facts = method(material, [say("setting_title", title=title), say("setting_language", language=say.language)])
    line, graph = timeline.timeline(material), ties.graph_of(material)
    return {
        "title": title,
        "author": settings.author,
        "date": settings.date,
        "paper": settings.paper,
        "contents": [(id, say(key)) for id, key in SECTIONS.items()],
        "chosen": _chosen(material),
        "period": _period(material),
        "sentences": summary.sentences(material),
        "letters": list(letters.rows(material)),
        "versions": len(material.numbers),
        **_filters(material),
        **_timeline(line, material),
        **_matrix(material),
        **_graph(graph, material),
        "cited": matrix.cited(material),
        "exchanges": exchanges.exchanges(material),
        "transmitted": exchanges.transmitted(material),
        "problems": problems.problems(material),
        "problem_count": len(material.corpus.problems),
        "differences": problems.differences(material),
        "method": facts,
        "citation": _citation(settings, title, facts, material),
        "data": "" if settings.paper else compact(data(material, line, graph)),
    }


def _chosen(material: Material) -> str:
    words = chosen(material.corpus.filters, material.say)
    return material.say("filtered", words=", ".join(words)) if words else material.say("unfiltered")


def _period(material: Material) -> str:
    known = sorted(date for date in material.dates if date)
    return "" if not known else " – ".join(dict.fromkeys(map(material.say.written, (known[0], known[-1]))))


def _filters(material: Material) -> dict[str, Any]:
    named = ((id, material.name(id), count) for id, count in material.most(material.senders))
    return {
        "senders": sorted(named, key=lambda sender: (sender[1], sender[0])),
        "years": sorted({date.year for date in material.dates if date}),
    }


def _timeline(line: timeline.Timeline, material: Material) -> dict[str, Any]:
    say, totals = material.say, line.totals
    highest = max(totals, default=0)
    peak = "" if not highest else say("timeline_peak", count=highest, period=line.periods[totals.index(highest)])
    return {
        "line": line,
        "timeline_words": say("timeline_words", every=say.of("every", line.every)),
        "timeline_peak": peak,
        "chart": {
            "width": timeline.WIDTH,
            "height": timeline.HEIGHT,
            "colours": line.colours,
            "bars": timeline.bars(line, material),
            "marks": timeline.marks(line),
            "lines": timeline.lines(line),
        },
    }


def _matrix(material: Material) -> dict[str, Any]:
    table = matrix.matrix(material)
    sizes = zip(("layer_sender", "layer_organ"), (len(table["rows"]), len(table["columns"])), table["of"], strict=True)
    return {"matrix": table, "matrix_shown": _shown(list(sizes), material)}


def _graph(graph: Any, material: Material) -> dict[str, Any]:
    drawing = ties.drawing(graph, material)
    return {
        "drawing": drawing,
        "graph_shown": _shown([(f"layer_{layer}", shown, of) for layer, shown, of in drawing.shown], material),
    }


def _shown(parts: list[tuple[str, int, int]], material: Material) -> str:
    """How many of how many there are on the page, where it is not all: "Senders: 25 of 60 shown"."""
    say = material.say
    return ", ".join(f"{say(key)} {say('shown', shown=shown, all=of)}" for key, shown, of in parts if shown < of)


def _citation(settings: Settings, title: str, facts: Method, material: Material) -> str:
    say = material.say
    return say(
        "cite_words",
        author=f"{settings.author}. " if settings.author else "",
        title=title,
        date=f", {say.written(settings.date)}" if settings.date else "",
        version=facts.version,
        files=say("files", n=len(facts.files)),
        digest=facts.collection[:16],
    )
