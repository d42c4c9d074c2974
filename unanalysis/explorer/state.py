"""The state of the explorer: what is chosen, which tab is open, which letter is read; and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from unanalysis.explorer.choices import Choices, Masks, choose, normal
from unanalysis.explorer.index import Index

if TYPE_CHECKING:
    from unanalysis.corpus import Corpus
    from unanalysis.explorer.index import Array

TABS = ("network", "timeline", "matrix", "letters", "problems")
#: how each tab shows what is chosen; the widget offers the alternatives
OPTIONS: dict[str, Any] = {
    **{"layout": "layers", "size": "letters", "colour": "kind", "top": 30},
    **{"by": "organ", "rows": "sender", "columns": "organ"},
    **{"sort": "date", "descending": True, "page": 0},
}


class State(traitlets.HasTraits):
    """What the reader has chosen of a corpus. Needs no browser: the widget is one of those who watch it.

    Parameters
    ----------
    corpus
        The letters to choose among.

    Attributes
    ----------
    choices
        Filters that are set: sender, addressee, mentioned, resolution, form, language, capacity, letter (lists of
        values, of which one is enough), text, since, until. All of them have to hold.
    tab, options
        Which tab is open, and how the tabs show what is chosen.
    reading
        Id of the letter that is open in the reader, or "".

    Examples
    --------
    >>> from unanalysis.corpus import Corpus
    >>> state = State(Corpus.empty())
    >>> state.choices = {"sender": ["UKR"]}
    >>> state.back()
    >>> state.choices, state.can_go
    ({}, (False, True))
    """

    choices = traitlets.Dict()
    tab = traitlets.Enum(TABS, "network")
    options = traitlets.Dict()
    reading = traitlets.Unicode("")

    def __init__(self, corpus: Corpus) -> None:
        super().__init__(options=dict(OPTIONS))
        self.index = Index(corpus)
        self.masks = Masks(self.index)
        self._history: list[Choices] = [{}]
        self._at = 0
        self._selection: tuple[Choices, Corpus] | None = None

    @traitlets.validate("choices")
    def _in_one_form(self, proposal: dict[str, Any]) -> Choices:
        return normal(proposal["value"])

    @traitlets.observe("choices")
    def _remember(self, change: dict[str, Any]) -> None:
        now, before = change["new"], self._history[self._at]
        if now != before:  # else one has just gone back to it
            self._at += not _typed_on(before, now)
            self._history = [*self._history[: self._at], now]

    @property
    def selection(self) -> Corpus:
        """The chosen letters; made when asked for, and kept until the choice changes."""
        if self._selection is None or self._selection[0] != self.choices:
            self._selection = (self.choices, choose(self.index.corpus, self.choices))
        return self._selection[1]

    @property
    def mask(self) -> Array:
        """Which letters of the corpus are chosen."""
        return self.masks.all(self.choices)

    @property
    def can_go(self) -> tuple[bool, bool]:
        """Whether there is a way back, and forward."""
        return self._at > 0, self._at < len(self._history) - 1

    def back(self) -> None:
        """To what was chosen before."""
        self._go(-1)

    def forward(self) -> None:
        """To what was chosen before one went back."""
        self._go(1)

    def reset(self) -> None:
        """Choose everything again; one can go back from there."""
        self.choices = {}

    def _go(self, step: int) -> None:
        if self.can_go[step > 0]:
            self._at += step
            self.choices = self._history[self._at]


def _typed_on(before: Choices, now: Choices) -> bool:
    """Whether somebody is still typing: "coun", "council". All of it is one step on the way back."""
    one, other = before.get("text", ""), now.get("text", "")
    same = {**before, "text": ""} == {**now, "text": ""}
    return bool(one and other) and same and (one.startswith(other) or other.startswith(one))
