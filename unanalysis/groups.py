"""An office, or several of one person, with the entities for which it is held: what becomes a party."""

from __future__ import annotations

from dataclasses import dataclass, field

from .lexicon import Entry
from .named import Named, entity_kind

# Of two offices of one person the earlier in this list counts; those not listed come where "" stands.
_RANKED = (
    *("Head of State", "Head of Government", "Minister for Foreign Affairs", "Chargé d'affaires a.i."),
    *("Acting Permanent Representative", "Permanent Representative", "Permanent Observer"),
    *("Deputy Permanent Representative", "Minister", "", "Government", "Vice-President", "Ambassador", "Other"),
)
_RANK = {office: rank for rank, office in enumerate(_RANKED)}
_LEADERS = ("Head of State", "Head of Government", "Minister for Foreign Affairs", "President")


@dataclass(slots=True)
class Group:
    """One office, or several of one person, with the entities for which it is held."""

    start: int
    end: int
    offices: list[Entry] = field(default_factory=list)
    held: list[str | None] = field(default_factory=list)
    near: bool = True  # the entity stands right beside the office
    implied: bool = False  # the entity is in the office's name ("Secretary-General"), or only "the Committee"
    nested: bool = False  # "Chargé d'affaires of the Permanent Mission": only one of the offices counts
    chair: bool = False  # the body's name says that its president is a chair
    subsidiary: bool = False  # a committee that is named by the resolution that established it
    dropped: bool = False  # a second office of the person before

    @property
    def capacity(self) -> str | None:
        """The capacity in which the group acts: of several offices of one person that which ranks highest."""
        if not self.offices:
            return None
        office = self.offices[0]
        if not self.nested:
            office = min(self.offices, key=lambda o: _RANK.get(o.value, _RANK[""]))
        if office.value == "President":
            if self.chair:
                return "Chair"
            if self.near and self.held and entity_kind(self.held[0]) == "state":
                return "Head of State"
        return office.value

    def parties(self) -> list[Named]:
        """One party for each entity; one without an entity where the text names none."""
        capacity = self.capacity
        return [
            Named(self.start, self.end, entity, entity_kind(entity), capacity, None, self.subsidiary or not entity)
            for entity in self.held or [None]
        ]

    def shares_state_with(self, office: Entry) -> bool:
        """Whether its office and another are those of the leaders of a State."""
        return self.offices[0].value in _LEADERS and office.value in _LEADERS and not office.entity
