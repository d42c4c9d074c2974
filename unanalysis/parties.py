"""Who acts: the offices named in a stretch of text, and the States and bodies for which they act.

A stretch ("the Permanent Representatives of Slovakia and South Africa to the United Nations") is read as a row of
names from the lexicon, offices and entities, with gaps between them. What a gap says is all the grammar there is: "of"
and a bare blank tie an entity to its office, "and" begins the next party or adds an entity to it, "to" and the United
Nations is only where somebody is accredited, and any other word ends what belongs together. Languages differ in the
words of the gaps (key `parties` of the lexicon) and in the order: Chinese names the entity first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from .fold import Folded
from .gaps import TIES, chaired, dative, gap, goes_on, topic
from .groups import Group
from .lexicon import Entry, committees, words
from .named import ACCREDITED, Named, entity_kind, is_name
from .persons import person_at
from .scan import Hit

# Offices that a possessive ("its President") gives to the body in whose document it stands.
_OF_A_BODY = frozenset({"President", "Vice-President", "Chair", "Co-Chair", "Secretariat"})
# Offices of those who are sent to a State, or work for it, and are not its own: "Special Representative for Somalia".
_SENT = frozenset({"Special Representative", "Other"})


def read_parties(
    text: Folded, hits: Sequence[Hit], start: int, end: int, language: str, issuer: str | None = None
) -> list[Named]:
    """The parties that a stretch of text names, in its order.

    Parameters
    ----------
    text, hits
        The folded text and all that `scan` found in it.
    start, end
        The stretch, in offsets of the folded text: what follows "from", a line of a letterhead, a signature block …
    language
        Language of the stretch.
    issuer
        Organ in whose document the words stand: it is meant by "its President" and "the Council".

    Returns
    -------
    list of Named
        Reading ends where words follow that do not belong to a party any more. A stretch that names a person and
        nothing else gives one party without entity and capacity; one that names nobody gives none.
    """
    return _Reader(text, hits, start, end, language, issuer).read()


# A State in a list of States that a misprint hides: "Bulgaria, Burkina Paso, the Comoros".
_MISREAD = re.compile("[,&]+[oa]*x{1,4}[,&]+[oa]*")


class _Reader:
    """Joins the names of one stretch to groups, one after the other."""

    def __init__(
        self, text: Folded, hits: Sequence[Hit], start: int, end: int, language: str, issuer: str | None
    ) -> None:
        self.text, self.hits, self.start, self.end = text, hits, start, end
        self.language, self.issuer = language, issuer
        self.groups: list[Group] = []
        self.parted: list[Group] = []  # groups that other words part from those that follow

    def read(self) -> list[Named]:
        before = words(self.language)["parties"]["order"] == "before"
        reached, name = self._leading_person()
        for hit in self._names(reached):
            said = self._gap(reached, hit.start)
            read = self._entity_first if before else self._office_first
            if not read(hit, hit.has("capacity"), said):
                break
            reached = hit.end
            for group in self.groups[-2:]:
                if group is self.groups[-1] or self.groups[-1].dropped:
                    group.end = max(group.end, hit.end)
        else:
            self._gap(reached, self.end)
        if self.parted and not any(group.offices for group in self.groups):
            beside = self.groups and "x" not in gap(self.text.lower[reached : self.end], self.language)
            self.groups = self.groups if beside else self.parted
        self._share_state()
        found = [party for group in self.groups if not group.dropped for party in group.parties()]
        if not found:
            name = name or self._person(self.start)
            return [Named(*name, None, "person", None, name)] if name else []
        rest = self.groups[-1]
        subject = goes_on(self.language).match(self.text.lower, reached)
        if found[-1].entity_kind == "state" and found[-1].capacity not in ACCREDITED:
            subject = None  # of the letter, and not of a body: "the Minister of Chad, concerning …"
        if subject or (rest.dropped and not any(rest.held)):
            found[-1] = found[-1]._replace(open=True)
        if name:
            found[0] = found[0]._replace(name=name)
        elif len(rest.held) < 2 and (name := self._person(reached, behind=found[-1])):
            found[-1] = found[-1]._replace(name=name, end=name[1])
        return found

    def _share_state(self) -> None:
        """Give two holders of offices of one State that State: "the President and the Prime Minister of Chad"."""
        for one, other in (*pairwise(self.groups), *((b, a) for a, b in pairwise(self.groups))):
            alike = one.offices and other.offices and one.shares_state_with(other.offices[0])
            if alike and not one.held and other.held and entity_kind(other.held[-1]) == "state":
                one.held = other.held[:]

    def _names(self, start: int) -> list[Hit]:
        """The offices, entities and bodies ("the Committee") named from an offset on."""
        first = bisect_left(self.hits, (start,))
        last = bisect_left(self.hits, (self.end,))
        return [hit for hit in self.hits[first:last] if hit.end <= self.end and is_name(hit)]

    def _office_first(self, hit: Hit, office: Entry | None, said: str) -> bool:
        """Take the next name where the entity follows its office; false where what belongs together ends."""
        group = self.groups[-1] if self.groups else None
        joined, other = bool(set(said) & set("&,=")), "x" in said
        if office:
            if group is None:
                self._open(hit, office, said)
            elif not group.offices:  # a bare entity: "the Iraqi Government", but "France, the Permanent Representative"
                if said.strip("qati"):
                    return joined and not other and self._open(hit, office, said)
                group.offices.append(office)
                if group.held == ["UN"]:
                    self._imply(group, office)  # "the UN Secretary General"
            elif group.held or (joined and office.entity):
                if other or (not said and self._dative(hit)):
                    return False
                if "i" in said:  # "the Government of Iraq through its Minister"
                    group.offices.append(office)
                elif "o" in said and not joined and group.implied:
                    return False
                else:
                    self._open(hit, office, said)
                    self.groups[-1].dropped = "a" not in said and self._same_person(group, office)
            elif "o" in said and not joined:  # "Special Representative of the Secretary-General"
                group.nested = True
                self._imply(group, office)
            elif joined and (other or group.shares_state_with(office)) and "a" in said[said.rfind("x") + 1 :]:
                self._open(hit, office, said)
            elif not group.nested:
                group.offices.append(office)
        elif "@" in said and group and (group.held or self._kind(hit) != "state"):
            pass  # "… to the United Nations"
        elif group is None:
            if other:
                return False  # "the families of victims in Chad"
            self._open(hit, None, said)
        elif not group.held or group.implied:
            if group.held and (joined or other):
                return self._next(group, hit, said)
            if self._kind(hit) == "state" and self._about(group, hit, other):
                return not other
            if self._kind(hit) == "state" and said.startswith("o&"):
                return True  # "of and Tobago": a PDF lost the first of its names
            self._hold(group, hit, said)
        elif said == "(":
            if not group.near and self._kind(hit) != "state":
                group.held = [self._entity(hit)]  # the abbreviation settles what a long name means
        else:
            return self._next(group, hit, said)
        return True

    def _dative(self, hit: Hit) -> bool:
        """Whether a Russian office is in the dative: "письмо Генерального секретаря Председателю Совета"."""
        first = self.text.lower[hit.start : hit.end].partition(" ")[0]
        return first.endswith(dative(self.language))

    def _about(self, group: Group, hit: Hit, other: bool) -> bool:
        """Whether a State is only what a body or envoy is about: "Coordinator of the Monitoring Group on Somalia"."""
        office = group.offices[-1] if group.offices else None
        if office is None or not (other or office.value in _SENT):
            return False
        about = topic(self.language).search(self.text.lower, group.start, hit.start) is not None
        if about:
            group.chair = (
                group.chair or chaired(self.language).search(self.text.lower, group.start, hit.start) is not None
            )
        return about or (not other and office.entity is not None)

    def _entity_first(self, hit: Hit, office: Entry | None, said: str) -> bool:
        """Take the next name where the office follows its entity: the last that belong together are the parties."""
        group = self.groups[-1] if self.groups else None
        joined, other = bool(set(said) & set("&,=")), "x" in said
        if not office and hit.has("citations.body") and self._established(hit):
            return True
        if group and office and not group.offices and not joined and not other and self._of_another(group, office):
            group.offices.append(office)
            return True
        if group and office and not group.offices and "f" in said:  # 黎巴嫩外交和侨民事务代理部长
            group.offices.append(office._replace(value="Minister for Foreign Affairs"))
            return True
        if group and group.offices and not office and not joined and not other and group.implied:
            return True  # 秘书长苏丹问题特别代表
        if group and (other or (group.offices and not office and not joined)):
            if group.offices and office and office.value == "Ambassador" and re.fullmatch("x+", said):
                return True  # 常驻代表某某大使: a person's rank behind the name
            if not (
                group.offices and re.match("x*h,?[&=]?", said)
            ):  # 主席某某先生、秘书长…: a person's name parts nothing
                self._part()
            group = None
        if group is None or (office and office.entity):
            self._open(hit, office, said)
        elif office and group.offices and not joined and "i" not in said:
            group.offices[:], group.nested = [office], True  # 代表团临时代办: the office proper comes last
        elif office:
            group.offices.append(office)
        elif group.offices:
            self._open(hit, None, said)
        elif joined:
            return self._next(group, hit, said)
        else:
            self._hold(group, hit, said)
        return True

    def _of_another(self, group: Group, office: Entry) -> bool:
        """Whether an office that names the United Nations' own is another's: 阿拉伯国家联盟秘书长."""
        return bool(office.entity and group.held) and group.held[-1] not in ("UN", office.entity)

    def _established(self, hit: Hit) -> bool:
        """安全理事会第1540(2004)号决议所设委员会: what stands before belongs to the committee's name."""
        resolution = _RESOLUTION.search(self.text.lower, max(self.start, hit.start - 60), hit.start)
        if resolution is None:
            return False
        near = max(self.start, hit.start - 150)
        before = [name for name in self._names(near) if name.end <= hit.start]
        council = next((name for name in reversed(before) if self._entity(name) == "S"), None)
        group = Group(council.start if council else resolution.start(), hit.end, chair=True)
        group.held = self._subsidiaries(group, hit)
        if council is None and group.held == [None]:
            return False
        self._part()
        self.groups.append(group)
        return True

    def _part(self) -> None:
        """Begin anew behind words that part what stands before them from what follows; keep the last offices."""
        if any(group.offices for group in self.groups):
            self.parted = self.groups
        self.groups = []

    def _open(self, hit: Hit, office: Entry | None, said: str) -> bool:
        group = Group(hit.start, hit.end, [office] if office else [])
        self.groups.append(group)
        if office is None:
            self._hold(group, hit, "")
        elif office.entity:
            self._imply(group, office)
        elif "i" in said and self.issuer and office.value in _OF_A_BODY:
            group.held = [self.issuer]
        else:  # 工作组主席: the office stands behind the name of its body
            before = chaired(self.language).search(self.text.lower, max(self.start, hit.start - 3), hit.start)
            group.chair = before is not None and before.end() == hit.start
        return True

    def _imply(self, group: Group, office: Entry) -> None:
        if office.entity:
            group.held, group.implied = [office.entity], not group.nested

    def _hold(self, group: Group, hit: Hit, said: str) -> None:
        """Give a group its entity."""
        entity, own = self._entity(hit), bool(group.offices and group.offices[-1].entity)
        if group.held and own and entity == "UN":
            return  # "Secretary-General of the United Nations"
        held = [None if self._is_part(group, hit, entity) else entity]
        if group.held and not own and "organ" in (entity_kind(entity), entity_kind(group.held[-1])):
            held = self._subsidiaries(group, hit)
        elif group.held and entity is None and not own:
            return  # "the African Union Commission" speaks for the African Union
        elif entity is None and hit.has("citations.body"):
            held = self._subsidiaries(group, hit)
        group.near = not said.strip(TIES + ",")
        group.held, group.implied = held, hit.has("entity") is None
        printed = self.text.lower[group.start : hit.end]
        group.chair = group.chair or chaired(self.language).search(printed) is not None

    def _is_part(self, group: Group, hit: Hit, entity: str | None) -> bool:
        """Whether a name only begins one that the lexicon does not know: "the Iraq Survey Group"."""
        if entity != "UN" and (group.offices or entity_kind(entity) != "state"):
            return False
        word = _GOES_ON.match(self.text.plain, hit.end, self.end)
        index = bisect_left(self.hits, (hit.end,))
        known = index < len(self.hits) and self.hits[index].start <= hit.end + 1
        if word is None or known:
            return False
        return "x" in gap(word[0].lower(), self.language) or self.text.plain.startswith("'s ", word.end())

    def _subsidiaries(self, group: Group, hit: Hit) -> list[str | None]:
        """The bodies that "the (Security Council) Committee established pursuant to resolution 1540 (2004)" names."""
        group.subsidiary = True
        lower, reached = self.text.lower, None
        found: dict[str, None] = {}
        for match in _RESOLUTION.finditer(lower, max(group.start, hit.start - 150), hit.end + 200):
            listed = reached and not set(gap(lower[reached : match.start()], self.language)) - set("&,ao")
            if not listed and (reached or match.start() > hit.end + 90):
                break
            reached = match.end()
            if committee := committees().get(f"S/RES/{match[1]}({match[2]})"):
                found[committee] = None
        return [*found] or [None]

    def _next(self, group: Group, hit: Hit, said: str) -> bool:
        """One more entity of a plural office, or one that writes beside it: "… and Member States"."""
        listed = len(group.held) > 1 and self._kind(hit) == "state" and _MISREAD.fullmatch(said)
        if not listed and (not set(said) & set("&,=") or "x" in said):
            if hit.has("entity") is None and not said:
                self._hold(group, hit, said)  # "the Security Council Committee"
                return True
            return False
        entity = self._entity(hit)
        if group.held and entity_kind(group.held[-1]) == entity_kind(entity):
            if entity not in group.held:
                group.held.append(entity)
        elif group.dropped:
            return False
        else:
            self._open(hit, None, said)
        return True

    def _same_person(self, group: Group, office: Entry) -> bool:
        """Whether two offices are one person's, as "the Minister of Ireland and President of the Council" are."""
        return not office.entity and bool(group.held) and entity_kind(group.held[-1]) == "state"

    def _gap(self, start: int, end: int) -> str:
        """What the words between two names say, and what they say of the office before them."""
        said = gap(self.text.lower[start:end], self.language)
        group = self.groups[-1] if self.groups else None
        if group and group.offices:
            office = group.offices[-1]
            if office.value == "Minister" and "f" in said:  # "Ministre iraquien des affaires étrangères"
                group.offices[-1] = office._replace(value="Minister for Foreign Affairs")
            elif group.implied and office.entity and office.value not in _SENT and re.match("o[at]*x", said):
                unknown = re.match(r"\W(?:[a-zа-я]+\W+)*[A-ZА-Я][^\WA-ZА-Я]", self.text.plain[start:end])
                group.held = [] if unknown else group.held  # "Secretary-General of the Amphictyonic League"
        return said

    # --- what a name stands for ---

    def _entity(self, hit: Hit) -> str | None:
        """The entity of a name; of "the Committee" the committee in whose document it stands, if it stands in one."""
        if entry := hit.has("entity"):
            return entry.value
        issuer = self.issuer or ""
        if hit.has("citations.assembly"):
            return "A"
        if hit.has("citations.council"):
            return issuer if issuer in ("S", "A/HRC", "E") else None
        return issuer if re.search(r"/A?C\.\d", issuer) else None

    def _kind(self, hit: Hit) -> str | None:
        return entity_kind(self._entity(hit))

    # --- persons ---

    def _leading_person(self) -> tuple[int, tuple[int, int] | None]:
        """Where the offices begin behind "Catherine Samba-Panza, …", and the name that stands before them."""
        name = self._person(self.start)
        if name and self.text.plain.startswith(",", name[1]) and all(h.start >= name[1] for h in self._names(name[0])):
            return name[1], name
        return self.start, None

    def _person(self, start: int, behind: Named | None = None) -> tuple[int, int] | None:
        """The span of a person's name, words with a capital, that begins at an offset.

        Behind a party it needs an honorific where the words may as well belong to the name of a body.
        """
        names = self._names(start) if behind else []
        match = person_at(self.text.plain, start, names[0].start if names else self.end)
        if match is None or (behind and not match[1] and (behind.open or match[2].isupper())):
            return None
        return match.span(2)


# A word with a capital right behind a name that is not in capitals altogether.
_GOES_ON = re.compile(r"(?<=[^\W\d_A-ZА-Я]) [A-ZА-Я][^\W\d_A-ZА-Я][^\W\d_]*")
_RESOLUTION = re.compile(r"(?<![\d/])(?:第 ?)?(\d{3,4}) ?\(((?:19|20)\d\d)\)(?: ?号)?")
