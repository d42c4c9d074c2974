"""Choices that a reader of letters may make, for tests of the explorer."""

import numpy as np

from unanalysis.explorer.state import State


def first(state: State, feature: str, place: int = 0) -> str:
    """The value that most letters have, or the next ones."""
    found = state.index.feature(feature)
    order = np.argsort(-found.counts(np.ones(state.index.size, dtype=bool)), kind="stable")
    return found.names[order[place]]


def most(state: State, *features: str) -> dict[str, list[str]]:
    return {feature: [first(state, feature)] for feature in features}


CHOICES = [
    ("nothing", lambda state: {}),
    ("one sender", lambda state: {"sender": [first(state, "sender")]}),
    ("either of two senders", lambda state: {"sender": [first(state, "sender"), first(state, "sender", 2)]}),
    ("an addressee and a resolution", lambda state: most(state, "addressee", "resolution")),
    ("two filters that are both mentions", lambda state: most(state, "mentioned", "resolution")),
    ("a form in a language", lambda state: {"form": [first(state, "form")], "language": ["fr", "ar"]}),
    ("a capacity", lambda state: {"capacity": [first(state, "capacity")]}),
    ("a span of time", lambda state: {"since": "2015-03-01", "until": "2019-09-30"}),
    ("until a day: letters without a date are left out", lambda state: {"until": "2030-01-01"}),
    ("names, as one writes them", lambda state: {"sender": ["Ukraine", "Chad"], "language": ["French", "en"]}),
    ("a State, which the panel does not list among organs", lambda state: {"mentioned": ["UKR"]}),
    ("a year, to its last day", lambda state: {"until": "2016"}),
    ("words", lambda state: {"text": "resolution"}),
    ("one letter and its versions", lambda state: {"letter": [state.index.letters["work_id"].iloc[0]]}),
    ("what no letter has", lambda state: {"sender": ["VUT"], "addressee": ["A/C.5"], "since": "2023-06-01"}),
]  # fmt: skip
