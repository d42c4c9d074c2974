"""The explorer and the reader as widgets: what the state says is computed, sent to the browser, and heard back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from unanalysis.errors import UnanalysisError
from unanalysis.explorer.export import exported
from unanalysis.explorer.facets import facet_counts, histogram, vocabulary
from unanalysis.explorer.graph import shown_graph
from unanalysis.explorer.letters import letter_page, problem_rows
from unanalysis.explorer.matrix import matrix
from unanalysis.explorer.modules import script, style
from unanalysis.explorer.network import network, positions
from unanalysis.explorer.reading import read_letter
from unanalysis.explorer.state import TABS, State
from unanalysis.explorer.timeline import timeline
from unanalysis.explorer.twin import letter_twin, view_twin

if TYPE_CHECKING:
    from unanalysis.corpus import Corpus
    from unanalysis.layout import Position

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    **{"zip": "application/zip", "svg": "image/svg+xml", "png": "image/png", "html": "text/html"},
}


class Explorer(anywidget.AnyWidget):
    """Filters at the left, views at the right. Made by `unanalysis.explore`.

    Attributes
    ----------
    state
        The `State`: what is chosen, and how it is shown; may be observed and changed.
    selection
        The chosen letters, a Corpus.
    code
        The Python expression that makes the selection again.
    """

    _esm = script("explorer")
    _css = style("network", "explore")

    vocabulary = traitlets.Dict().tag(sync=True)
    choices = traitlets.Dict().tag(sync=True)
    counts = traitlets.Bytes().tag(sync=True)
    status = traitlets.Dict().tag(sync=True)
    tab = traitlets.Enum(TABS, "network").tag(sync=True)
    options = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)
    reading = traitlets.Unicode("").tag(sync=True)
    beside = traitlets.Unicode("").tag(sync=True)
    letter = traitlets.Dict().tag(sync=True)

    def __init__(self, corpus: Corpus, *, language: str = "en") -> None:
        self._language = language
        self._places: dict[Any, Position] = {}
        self.state = State(corpus)
        super().__init__(vocabulary=vocabulary(self.state.index, language), options=self.state.options)
        for name in ("choices", "tab", "options", "reading"):
            traitlets.link((self.state, name), (self, name))
        self.state.observe(self._chosen, "choices")
        self.state.observe(self._show, ["tab", "options"])
        self.observe(self._read, ["reading", "beside"])
        self.on_msg(self._heard)
        self._chosen()

    @property
    def selection(self) -> Corpus:
        """The chosen letters."""
        return self.state.selection

    @property
    def code(self) -> str:
        """The Python expression that makes the selection again."""
        return self.selection.expression

    def choose(self, **filters: object) -> None:
        """Set filters and leave the others as they are: `view.choose(sender="UKR", since="2014-01-01")`.

        Parameters
        ----------
        filters
            sender, addressee, mentioned, resolution, form, language, capacity, letter (one value or a list), text,
            since, until, each written as for `Corpus.where`. None takes a filter away.

        Raises
        ------
        InputError
            Where there is no such filter, or a value is not known.
        """
        self.state.choices = {**self.state.choices, **filters}

    def back(self) -> None:
        """To what was chosen before."""
        self.state.back()

    def forward(self) -> None:
        """To what was chosen before one went back."""
        self.state.forward()

    def reset(self) -> None:
        """Choose everything again."""
        self.state.reset()

    def _chosen(self, change: object = None) -> None:
        state, mask = self.state, self.state.mask
        back, forward = state.can_go
        with self.hold_sync():
            if change is not None and state.options.get("page"):
                state.options = {**state.options, "page": 0}
            self.counts = facet_counts(state.index, state.masks, state.choices).tobytes()
            self._show()
            # With the choices, so that it changes whenever they do, also from nothing to nothing.
            self.status = {
                "choices": state.choices,
                **{"letters": int(mask.sum()), "works": state.index.count_works(mask)},
                **{"all": len(state.index.work_ids), "back": back, "forward": forward},
                "histogram": histogram(state.index, state.masks, state.choices),
            }

    def _show(self, change: object = None) -> None:
        """Compute the open tab, and no other."""
        state = self.state
        self.shown = {"tab": state.tab, "options": state.options, "choices": state.choices, **self._view()}

    def _view(self) -> dict[str, Any]:
        state, language = self.state, self._language
        index, mask, options = state.index, state.mask, state.options
        if state.tab == "network":
            graph = shown_graph(index, mask, top=options["top"], language=language)
            # Most nodes were there before: they stay where the forces had put them, and a reader finds them again.
            known = self._places if 2 * sum(node in self._places for node in graph) > len(graph) else None
            shown = {name: options[name] for name in ("layout", "size", "colour")}
            data = network(graph, **shown, previous=known)
            if not data["layers"]:
                self._places = {**(known or {}), **positions(data)}
            return {"data": data, "of": graph.graph["of"]}
        if state.tab == "timeline":
            # The time chosen is left aside: one draws a span over all bars, and sees it among them.
            mask = state.masks.all(state.choices, but=["since", "until"])
            return {"data": timeline(index, mask, options["by"], language=language)}
        if state.tab == "matrix":
            return {"data": matrix(index, mask, options["rows"], options["columns"], language=language)}
        if state.tab == "letters":
            asked = {name: options[name] for name in ("sort", "descending", "page")}
            return {"data": letter_page(index, mask, **asked, language=language)}
        return {"data": problem_rows(index, mask)}

    def _read(self, change: object = None) -> None:
        ids = [id for id in (self.reading, self.beside) if id]
        panes = [read_letter(self.state.index.corpus, id, language=self._language) for id in ids]
        self.letter = {"panes": panes} if self.reading else {}

    def _heard(self, widget: object, message: dict[str, Any], buffers: object) -> None:
        """What a button asks for."""
        asked = message.get("do")
        try:
            if asked in ("back", "forward"):
                getattr(self, asked)()
            elif asked == "words":  # somebody is about to type some
                self.state.index.tables.words()
                self.send({"words": True})
            elif asked == "code":
                self.send({"code": self.code})
            elif asked == "export":
                name = str(message.get("name"))
                kind = _TYPES.get(name.rpartition(".")[2], "application/xml")
                self.send({"file": name, "type": kind}, [exported(self.selection, name)])
        except UnanalysisError as error:
            self.send({"problem": str(error)})

    def _repr_mimebundle_(self, **options: Any) -> Any:
        return _with_twin(super()._repr_mimebundle_(**options), view_twin(self.state, self._language))


class Reader(anywidget.AnyWidget):
    """One letter with what was found in it. Made by `unanalysis.show_letter`."""

    _esm = script("letter")
    _css = style("network", "explore")

    reading = traitlets.Unicode("").tag(sync=True)
    beside = traitlets.Unicode("").tag(sync=True)
    letter = traitlets.Dict().tag(sync=True)

    def __init__(self, corpus: Corpus, letter_id: str, *, language: str = "en", beside: str = "") -> None:
        self._corpus, self._language = corpus, language
        super().__init__(reading=letter_id, beside=beside)
        self._read()
        self.observe(self._read, ["reading", "beside"])

    def _read(self, change: object = None) -> None:
        ids = [id for id in (self.reading, self.beside) if id]
        self.letter = {"panes": [read_letter(self._corpus, id, language=self._language) for id in ids]}

    def _repr_mimebundle_(self, **options: Any) -> Any:
        return _with_twin(super()._repr_mimebundle_(**options), letter_twin(self.letter))


def _with_twin(bundle: Any, html: str) -> Any:
    """What stands where there is no kernel: the widget's bundle, with a table of the same beside it."""
    data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
    return ({**(data or {}), "text/html": html}, metadata)
