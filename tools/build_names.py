"""Build `names.csv` and `capacities.csv` of the lexicon from the sheets in `tools/names`.

The sheets hold what a person writes down: names in the six languages, Russian in the nominative, French and Spanish
adjectives in the masculine. This script adds what follows by rule: Russian cases, feminine adjectives, and the article
of Arabic ones. Capitals, accents, traditional characters and the kinds of blank need no rows: texts and names are
folded alike (`unanalysis.fold`). `entities.csv` is written by hand.

Run it after each change of a sheet; what it writes is checked in, so that nobody needs its packages to use unanalysis:

    pip install pymorphy3 pyyaml
    python tools/build_names.py
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from russian import declined

from unanalysis.fold import fold

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
SHEETS = Path(__file__).parent / "names"
LEXICON = Path(__file__).parent.parent / "unanalysis" / "lexicon"

Name = tuple[str, str, str, str]  # entity, language, name, use
# Of two rows that match the same words the first use here is kept; short and formal are kept in any case.
USES = ("short", "formal", "variant", "adjective", "case", "never", "abbreviation")


def feminine(adjective: str, language: str) -> str:
    """The feminine of a French or Spanish adjective of nationality.

    Examples
    --------
    >>> feminine("iraquien", "fr"), feminine("libanés", "es")
    ('iraquienne', 'libanesa')
    """
    if language == "fr":
        for ending, becomes in (("ien", "ienne"), ("éen", "éenne"), ("e", "e")):
            if adjective.endswith(ending):
                return adjective.removesuffix(ending) + becomes
        return adjective + "e"
    for ending, becomes in (("o", "a"), ("és", "esa"), ("án", "ana"), ("ón", "ona"), ("ol", "ola")):
        if adjective.endswith(ending):
            return adjective.removesuffix(ending) + becomes
    return adjective


def plural(adjective: str, language: str) -> str:
    """The plural of a French or Spanish adjective of nationality.

    Examples
    --------
    >>> plural("centrafricaine", "fr"), plural("libanés", "es"), plural("iraní", "es")
    ('centrafricaines', 'libaneses', 'iraníes')
    """
    if language == "fr":
        return adjective if adjective.endswith(("s", "x")) else adjective + "s"
    for ending, becomes in (("és", "eses"), ("án", "anes"), ("ín", "ines"), ("ón", "ones")):
        if adjective.endswith(ending):
            return adjective.removesuffix(ending) + becomes
    return adjective + ("s" if adjective[-1] in "aeo" else "es")


def _split(cell: str | None) -> list[str]:
    return [name.strip() for name in (cell or "").split(";") if name.strip()]


def inflected(name: str, language: str) -> list[str]:
    """The cases of a Russian name; it has no ё where the name itself has none."""
    if language != "ru" or re.fullmatch(r"[А-Я.0-9 ]+", name):
        return []
    return [form if "ё" in name else form.replace("ё", "е") for form in declined(name)]


def _adjectives(cell: str, language: str) -> Iterator[str]:
    for name in _split(cell):
        if language in ("fr", "es"):
            masculine, _, given = (part.strip() for part in name.partition("/"))
            both = (masculine, given or feminine(masculine, language))
            yield from (*both, *(plural(adjective, language) for adjective in both))
        elif language == "ar":  # "al-hukuma al-iraqiyya": beside a noun with the article it has one too
            yield from (f"ال{name}", f"ال{name}ة")
        else:
            yield name


def state_names() -> Iterator[Name]:
    """The names of States, from the table `states.tsv`."""
    with (SHEETS / "states.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            for language in LANGUAGES:
                if row["use"] == "adjective":
                    names: Iterable[str] = _adjectives(row[language], language)
                else:
                    names = _split(row[language])
                for name in names:
                    yield row["entity"], language, name, row["use"]


def body_names() -> Iterator[Name]:
    """The names of organs, bodies and organizations, from `bodies.yaml`."""
    for body in yaml.safe_load((SHEETS / "bodies.yaml").read_text(encoding="utf-8")):
        for language in LANGUAGES:
            for i, name in enumerate(_split(body.get(language))):
                yield body["entity"], language, name, "variant" if i else "short"
        for language, cell in body.get("abbreviations", {}).items():
            for name in _split(cell):
                yield body["entity"], language, name, "abbreviation"


def never_names() -> Iterator[Name]:
    """The wordings that hold a name and are none, from `never.yaml`."""
    for language, cells in yaml.safe_load((SHEETS / "never.yaml").read_text(encoding="utf-8")).items():
        for cell in cells:
            for name in _split(cell):
                yield "", language, name, "never"


def with_forms(names: Iterable[Name]) -> Iterator[Name]:
    """The names and, after each, its other forms."""
    for entity, language, name, use in names:
        yield entity, language, name, use
        if use in ("short", "formal", "variant", "never"):
            for form in inflected(name, language):
                yield entity, language, form, "never" if use == "never" else "case"


def shape(name: str, language: str, use: str = "") -> str:
    """What is compared with a text: folded, in Arabic without the article; abbreviations as they are."""
    if use == "abbreviation":
        return name
    folded = fold(name).lower
    return folded[2:] if language == "ar" and folded.startswith("ال") and len(folded) > 4 else folded


def distinct(names: Iterable[Name]) -> list[Name]:
    """One row for each wording that matches: rows are compared as texts are, without case and accents."""
    kept: dict[tuple[str, str, str], Name] = {}
    labels: set[Name] = set()
    for row in sorted(set(names), key=lambda row: (USES.index(row[3]), row)):
        entity, language, name, use = row
        if use in ("short", "formal"):
            labels.add(row)
        kept.setdefault((entity, language, shape(name, language, use)), row)
    return sorted(labels.union(kept.values()), key=lambda row: (row[0], row[1], row[3], row[2]))


def clashes(names: Iterable[Name]) -> list[str]:
    """The wordings that two entities share in one language."""
    owner: dict[tuple[str, str], str] = {}
    found = []
    for entity, language, name, use in names:
        other = owner.setdefault((language, shape(name, language, use)), entity)
        if other != entity:
            found.append(f"{language} {name!r} is a name of {other or 'nothing'} and of {entity or 'nothing'}")
    return found


def capacity_rows() -> list[Name]:
    """Capacity, language, wording and entity, from `capacities.yaml`."""
    kept: dict[tuple[str, str], Name] = {}
    for office in yaml.safe_load((SHEETS / "capacities.yaml").read_text(encoding="utf-8")):
        for language in LANGUAGES:
            for name in _split(office[language]):
                for form in (name, *inflected(name, language)):
                    row = (office["capacity"], language, form, office.get("entity", ""))
                    other = kept.setdefault((language, shape(form, language)), row)
                    if other[0] != row[0] or other[3] != row[3]:
                        print(f"{language} {form!r}: {other[0]} {other[3]} and {row[0]} {row[3]}", file=sys.stderr)
    return sorted(kept.values())


def _write(name: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with (LEXICON / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def table_of_names() -> list[Name]:
    """All rows of `names.csv`, in order."""
    return distinct(with_forms([*state_names(), *body_names(), *never_names()]))


def main() -> int:
    """Write both tables; say what two entities share."""
    names = table_of_names()
    _write("names.csv", ("entity", "language", "name", "use"), names)
    _write("capacities.csv", ("capacity", "language", "name", "entity"), capacity_rows())
    for line in clashes(names):
        print(line, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
