"""What letters say of others, as columns of edges: one `Relation` each for *signed*, *sent_by*, *cites* …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING, Any

from unanalysis.graph.labels import halves
from unanalysis.graph.works import Frames, Works, node_ids

if TYPE_CHECKING:
    import pandas as pd

    from unanalysis.graph.works import Array

#: role of a party → relation
ROLES = {
    "signatory": "signed",
    "sender": "sent_by",
    "addressee": "addressed_to",
    "on_behalf_of": "on_behalf_of",
    "copied": "copied_to",
}
#: kind of mention → relation and kind of the node. Articles, meetings, dates and requests are no nodes.
MENTIONS = {
    "resolution": ("cites", "resolution"),
    "decision": ("cites", "decision"),
    "statement": ("cites", "statement"),
    "document": ("cites", "document"),
    "organ": ("mentions", "entity"),
    "state": ("mentions", "entity"),
}
Edge = tuple[str, str, str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Relation:
    """The findings of one relation, a row each; findings of the same work and value make one edge.

    Row i: the work number `works[i]` has the value number `values[i]`, whose name is `names[values[i]]` and whose node
    is `nodes[values[i]]`, as stands in the letter number `letters[i]` between `starts[i]` and `ends[i]`. All values are
    nodes of one `kind`. Edges run from the letter to the value; where `inverse`, from the value to the letter.
    """

    name: str
    kind: str
    works: Array
    values: Array
    names: Array
    nodes: Array
    letters: Array
    starts: Array
    ends: Array
    inverse: bool = False

    def take(self, rows: Array) -> Relation:
        """Some of the rows, chosen by a mask or by numbers."""
        parts = {name: getattr(self, name)[rows] for name in ("works", "values", "letters", "starts", "ends")}
        return replace(self, **parts)

    def named(self) -> Iterator[tuple[str, str]]:
        """Node and name of each value that has a row."""
        import numpy as np

        used = np.bincount(self.values, minlength=len(self.names)) > 0
        return zip(self.nodes[used].tolist(), self.names[used].tolist(), strict=True)

    def edges(self, works: Works) -> Iterator[Edge]:
        """Source, target, key and attributes of each edge, by work and value."""
        import numpy as np

        pairs = self.works * max(len(self.names), 1) + self.values
        order = np.argsort(pairs * len(works.letters) + self.letters, kind="stable")
        pairs = pairs[order]
        first = np.flatnonzero(np.diff(pairs, prepend=-1))
        letter_ids = np.asarray(works.letters, dtype=object)[self.letters]
        spans = list(zip(*(part[order].tolist() for part in (letter_ids, self.starts, self.ends)), strict=True))
        bounds = [*first.tolist(), len(pairs)]
        work, value = self.works[order][first], self.values[order][first]
        sources, targets = works.nodes[work], self.nodes[value]
        if self.inverse:
            sources, targets = targets, sources
        attributes = [
            {"relation": self.name, "date": date, "work_id": work_id, "spans": tuple(spans[start:end])}
            for date, work_id, start, end in zip(
                works.dates[work].tolist(), works.ids[work].tolist(), bounds[:-1], bounds[1:], strict=True
            )
        ]
        return zip(sources.tolist(), targets.tolist(), repeat(self.name), attributes, strict=False)


def relations_of(corpus: Frames, works: Works) -> Iterator[Relation]:
    """Every relation that the corpus states; who adopted a resolution is not stated but follows from its symbol."""
    parties, letters = corpus.parties, corpus.letters
    for role, name in ROLES.items():
        inverse = role == "signatory"
        kind, column = ("person", "name") if inverse else ("entity", "entity")
        yield _relation(name, kind, parties[parties["role"] == role], column, works, inverse=inverse)
    annexed = letters[letters["parent_id"].notna()]
    covering = works.numbers(annexed["parent_id"])
    transmits = _relation("transmits", "letter", annexed, "letter_id", works)
    transmits = replace(
        transmits, works=covering, values=works.numbers(annexed["letter_id"]), names=works.ids, nodes=works.nodes
    )
    yield transmits.take(covering >= 0)
    items = letters.assign(item=letters["agenda_items"].str.split("; "), start=None, end=None).explode("item")
    yield _relation("issued_under", "agenda item", items, "item", works)
    yield from citations_of(corpus, works, MENTIONS)


def citations_of(corpus: Frames, works: Works, kinds: Iterable[str]) -> Iterator[Relation]:
    """What letters cite or name. A cited document that is a letter of the corpus makes an *answers* of the citation."""
    import pandas as pd

    code, present = pd.factorize(corpus.mentions["kind"])
    for kind in kinds:
        if kind not in present:
            continue
        found = corpus.mentions.loc[code == present.get_loc(kind), ["letter_id", "target", "start", "end"]]
        relation = _relation(*MENTIONS[kind], found, "target", works)
        if kind == "document":
            yield from _answers(relation, corpus, works)
        else:
            yield relation


def _answers(cited: Relation, corpus: Frames, works: Works) -> Iterator[Relation]:
    """Part the citations of documents from those of letters of the corpus; a letter's own symbol is no citation."""
    import numpy as np
    import pandas as pd

    letters = corpus.letters[corpus.letters["symbol"].notna()]
    bearer = pd.DataFrame({"covering": letters["parent_id"].isna(), "symbol": letters["symbol"].map(halves)})
    bearer = bearer.assign(work=works.numbers(letters["letter_id"])).explode("symbol").drop_duplicates()
    name = pd.Index(cited.names).get_indexer(pd.Index(bearer["symbol"]))
    size = max(len(cited.names), 1)
    own = np.isin(cited.works * size + cited.values, (bearer["work"].to_numpy() * size + name)[name >= 0])
    # An annexed letter bears the symbol of the document that holds it: who cites that means the covering letter.
    covering = bearer[bearer["covering"]]
    covering = covering[~covering["symbol"].duplicated(keep=False)]
    letter = covering.set_index("symbol")["work"].reindex(cited.names).fillna(-1).to_numpy(dtype="int64")[cited.values]
    yield cited.take(~own & (letter < 0))
    answered = ~own & (letter >= 0)
    answers = replace(cited.take(answered), name="answers", kind="letter", values=letter[answered])
    yield replace(answers, names=works.ids, nodes=works.nodes)


def _relation(
    name: str, kind: str, found: pd.DataFrame, column: str, works: Works, *, inverse: bool = False
) -> Relation:
    """The rows of a frame that name a letter of the corpus and have a value in `column`."""
    import numpy as np
    import pandas as pd

    values, names = pd.factorize(found[column], sort=True)
    letters = works.letters.get_indexer(pd.Index(found["letter_id"]))
    relation = Relation(
        name,
        kind,
        works.of_letter[letters],
        values,
        np.asarray(names, dtype=object),
        node_ids(kind, names),
        letters,
        _offsets(found["start"]),
        _offsets(found["end"]),
        inverse,
    )
    kept = (relation.works >= 0) & (values >= 0)
    return relation if kept.all() else relation.take(kept)


def _offsets(offsets: pd.Series) -> Array:
    """Offsets as integers; where one is missing, as objects with None."""
    import numpy as np

    if offsets.isna().any():
        return np.array([None if missing else int(at) for at, missing in zip(offsets, offsets.isna(), strict=True)])
    return offsets.to_numpy(dtype="int64")
