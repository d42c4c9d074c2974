"""The tables of the lexicon: entities.csv, names.csv, capacities.csv. Data are tested as code is."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

import pytest

from unanalysis.fold import fold
from unanalysis.lexicon import assembly_session_of
from unanalysis.scan import scan

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
TOOLS = Path(__file__).parent.parent / "tools"


def read(name: str) -> list[dict[str, str]]:
    with (files("unanalysis.lexicon") / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ENTITIES = {row["entity"]: row for row in read("entities.csv")}
NAMES = read("names.csv")
CAPACITIES = read("capacities.csv")
STATES = [entity for entity, row in ENTITIES.items() if row["kind"] == "state"]


def shape(name: str, language: str, use: str = "") -> str:
    """What is compared with a text: folded, in Arabic without the article; abbreviations as they are."""
    folded = name if use == "abbreviation" else fold(name).lower
    return folded[2:] if language == "ar" and folded.startswith("ال") and len(folded) > 4 else folded


def test_rows_name_entities_that_exist():
    known = set(ENTITIES)
    assert {row["entity"] for row in NAMES} - {""} <= known
    assert {row["entity"] for row in CAPACITIES} - {""} <= known
    assert {row["parent"] for row in ENTITIES.values()} - {""} <= known
    assert {s for row in ENTITIES.values() for s in row["successor"].split("; ")} - {""} <= known


def test_values_are_of_the_contract():
    assert {row["kind"] for row in ENTITIES.values()} <= {"state", "organ", "secretariat", "organization", "group"}
    uses = {"short", "formal", "variant", "abbreviation", "adjective", "case", "never"}
    assert {row["use"] for row in NAMES} == uses
    assert {row["language"] for row in NAMES} == {row["language"] for row in CAPACITIES} == set(LANGUAGES)
    for row in ENTITIES.values():
        assert all(not year or 1800 < int(year) < 2100 for year in (row["valid_from"], row["valid_to"])), row
        assert not row["valid_to"] or (row["valid_from"] or "0") <= row["valid_to"], row


def test_committees_are_known_by_the_resolutions_that_established_them():
    rows = read("committees.csv")
    assert {row["entity"] for row in rows} <= set(ENTITIES)
    assert len({row["resolution"] for row in rows}) == len(rows)
    assert {"resolution": "S/RES/1540(2004)", "entity": "S/AC.44"} in rows


def test_the_assembly_numbered_through():
    numbers = [int(n) for row in read("assembly_numbers.csv") for n in (row["first"], row["last"])]
    assert numbers == sorted(numbers)
    assert assembly_session_of(194) == "III"
    assert assembly_session_of(190) is None, "between what is known of the special session and of the third"


def test_only_never_rows_have_no_entity():
    assert all((row["use"] == "never") == (row["entity"] == "") for row in NAMES)


def test_every_entity_has_one_label_in_each_language():
    labels = Counter((row["entity"], row["language"]) for row in NAMES if row["use"] == "short")
    assert set(labels) == {(entity, language) for entity in ENTITIES for language in LANGUAGES}
    assert set(labels.values()) == {1}


def test_every_state_has_a_formal_name_in_each_language():
    formal = {(row["entity"], row["language"]) for row in NAMES if row["use"] == "formal"}
    assert {(state, language) for state in STATES for language in LANGUAGES} <= formal


def test_labels_tell_entities_apart():
    for language in LANGUAGES:
        labels = Counter(row["name"] for row in NAMES if row["use"] == "short" and row["language"] == language)
        assert [name for name, times in labels.items() if times > 1] == []


def test_no_wording_names_two_entities():
    """Nor an entity and nothing: a wording that must not match is no name."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in NAMES:
        owners[row["language"], shape(row["name"], row["language"], row["use"])].add(row["entity"])
    assert {key: owned for key, owned in owners.items() if len(owned) > 1} == {}


def test_no_wording_is_two_capacities():
    meanings: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for row in CAPACITIES:
        meanings[row["language"], shape(row["name"], row["language"])].add((row["capacity"], row["entity"]))
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


def test_what_must_not_match_is_no_office():
    never = {(row["language"], shape(row["name"], row["language"])) for row in NAMES if row["use"] == "never"}
    assert never & {(row["language"], shape(row["name"], row["language"])) for row in CAPACITIES} == set()


def test_rows_are_sorted_and_none_is_there_twice():
    names = [(row["entity"], row["language"], row["use"], row["name"]) for row in NAMES]
    capacities = [(row["capacity"], row["language"], row["name"], row["entity"]) for row in CAPACITIES]
    for rows in (names, capacities, [(entity,) for entity in ENTITIES]):
        assert rows == sorted(set(rows))


@pytest.mark.parametrize("table", ["entities.csv", "names.csv", "capacities.csv"])
def test_tables_are_plain_utf8(table: str):
    raw = (files("unanalysis.lexicon") / table).read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert all(cell == cell.strip() for row in read(table) for cell in row.values())


# GOLD's capacities: what the field "capacity" of a party may say.
GOLD_CAPACITIES = """
    Permanent Representative; Deputy Permanent Representative; Acting Permanent Representative; Chargé d'affaires a.i.;
    Permanent Observer; Permanent Mission; Representative; Head of State; Head of Government;
    Minister for Foreign Affairs; Minister; Government; Secretary-General; Deputy Secretary-General;
    Under-Secretary-General; Assistant Secretary-General; Special Representative; High Commissioner; Director-General;
    Executive Director; Executive Secretary; Executive Chairman; President; Vice-President; Chair; Co-Chair;
    Co-facilitator; Secretariat; Ambassador; Other
"""


def test_every_capacity_has_words_in_each_language():
    wanted = {" ".join(name.split()) for name in GOLD_CAPACITIES.split(";")}
    found = {(row["capacity"], row["language"]) for row in CAPACITIES}
    assert found == {(capacity, language) for capacity in wanted for language in LANGUAGES}


@pytest.mark.parametrize(
    ("entity", "form", "reason"),
    [
        ("SYR", "Сирийской Арабской Республики", "two adjectives agree with the noun"),
        ("USA", "Соединенных Штатов Америки", "plural; the genitive after it stays"),
        ("UN", "Организации Объединенных Наций", "a genitive that depends on the noun stays"),
        ("BIH", "Боснией и Герцеговиной", "both nouns take the case"),
        ("PNG", "Папуа — Новой Гвинеи", "the first part does not change"),
        ("KOR", "Республики Корея", "the country's name may stay in the nominative"),
        ("KOR", "Республики Кореи", "or take the case"),
        ("E", "Экономического и Социального Совета", "both adjectives agree"),
        ("A", "Генеральной Ассамблее", "dative and prepositional"),
        ("BLR", "Беларуси", "a feminine noun in a soft sign"),
        ("VCT", "Сент-Винсента и Гренадин", "a name in the plural after one in the singular"),
        ("TTO", "Тринидада и Тобаго", "the second name does not change"),
        ("S", "Советом Безопасности", "instrumental"),
        ("UKR", "Украине", "dative"),
    ],
)
def test_russian_names_are_there_in_their_cases(entity: str, form: str, reason: str):
    forms = {row["name"] for row in NAMES if row["entity"] == entity and row["language"] == "ru"}
    assert form in forms, reason


@pytest.mark.parametrize(
    ("capacity", "form"),
    [
        ("Permanent Representative", "Постоянного представителя"),
        ("Permanent Representative", "Постоянным представителям"),
        ("Chargé d'affaires a.i.", "Временного Поверенного в делах"),
        ("Minister for Foreign Affairs", "исполняющего обязанности Министра иностранных дел"),
        ("Minister for Foreign Affairs", "Заместителем Премьер-министра и Министром иностранных дел"),
        ("Secretary-General", "Генеральному секретарю"),
        ("Head of Government", "Премьер-министром"),
        ("Permanent Mission", "Постоянным представительством"),
    ],
)
def test_russian_capacities_are_there_in_their_cases(capacity: str, form: str):
    assert any(row["capacity"] == capacity and row["name"] == form for row in CAPACITIES)


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        ("S", "安全理事會"),
        ("A", "聯合國大會"),
        ("SG", "秘書長"),
        ("FRA", "法國"),
        ("PRK", "朝鮮"),
        ("USA", "美利堅合眾國"),
    ],
)
def test_names_in_traditional_characters_are_known(entity: str, name: str):
    """Folding makes them simplified, so they need no rows of their own."""
    assert any(row["entity"] == entity and shape(row["name"], "zh") == shape(name, "zh") for row in NAMES)


@pytest.mark.parametrize(
    ("language", "text", "found", "reason"),
    [
        ("en", "the Lake Chad Basin and the Gulf of Guinea", [], "waters are no States"),
        ("en", "a grenade was thrown", [], "Grenada in French is a weapon in English"),
        ("en", "Equatorial Guinea and Papua New Guinea", ["GNQ", "PNG"], "the longest name wins"),
        ("en", "the General Assembly of the Organization of American States", ["OAS"], "another body's assembly"),
        ("en", "the Security Council of the Russian Federation", [], "a national council"),
        (
            "en",
            "the Democratic People's Republic of Korea and the Republic of Korea",
            ["PRK", "KOR"],
            "one in the other",
        ),
        ("fr", "la République du Congo et la République démocratique du Congo", ["COG", "COD"], "two Congos"),
        ("fr", "une grenade à main", [], "a weapon"),
        ("fr", "le Conseil de l'Europe et le Conseil européen", ["COE", "EU"], "two councils of Europe"),
        ("es", "el golfo de Guinea y la Ciudad de México", [], "a gulf and a city"),
        ("es", "de conformidad con la Carta de las Naciones Unidas", [], "the Charter is no body"),
        ("ru", "кроме того, Совет Безопасности", ["S"], "того is a pronoun"),
        ("ru", "представители Чада, Мали и Того", ["TCD", "MLI", "TGO"], "and here a State"),
        ("ru", "Западный берег реки Иордан и Индийский океан", [], "a river and an ocean"),
        ("ar", "دعم مالي من حكومة مالي", ["MLI"], "financial, then Mali"),
        ("ar", "للجمعية العامة ولمجلس الأمن", ["A", "S"], "prepositions join the name"),
        ("ar", "غور الأردن وخليج عمان", [], "a valley and a gulf"),
        ("zh", "发展中国家和拉美国家", [], "developing countries and Latin American ones, not China and the USA"),
        ("zh", "沿海地区和约旦河西岸", [], "coastal regions and the West Bank, not Haiti and Jordan"),
        ("zh", "全国人民代表大会", [], "another congress"),
        ("zh", "索马里、马里、南苏丹和苏丹", ["SOM", "MLI", "SSD", "SDN"], "names within names"),
    ],
)
def test_what_is_named_and_what_is_not(language: str, text: str, found: list[str], reason: str):
    hits = [hit.has("entity") for hit in scan(fold(text), language)]
    assert [entry.value for entry in hits if entry and entry.value != "UN"] == found, reason


def test_states_are_those_of_iso_3166():
    """Members, observers and those who act as States; former ones by their former code."""
    pycountry = pytest.importorskip("pycountry")
    present = {country.alpha_3 for country in pycountry.countries}
    former = {country.alpha_3 for country in pycountry.historic_countries}
    assert {state for state in STATES if state not in present} <= former
    assert all(ENTITIES[state]["valid_to"] for state in STATES if state not in present)
    assert len([state for state in STATES if state in present]) == 193 + 2 + 2  # observers; Cook Islands and Niue


# What CLDR calls these is no wording of a letter: a list's way of telling two States apart, or no name of the State.
NOT_IN_LETTERS = {"COD", "COG", "COK", "MHL", "MMR", "PSE", "SLB", "SLV", "SYC"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_cldr_are_known(language: str):
    """What newspapers call a State must be found too, where it is not left out on purpose."""
    babel = pytest.importorskip("babel")
    pycountry = pytest.importorskip("pycountry")
    territories = babel.Locale(language).territories
    known = {(row["entity"], shape(row["name"], language)) for row in NAMES if row["language"] == language}
    missing = {}
    for state in STATES:
        country = pycountry.countries.get(alpha_3=state)
        name = territories.get(country.alpha_2) if country else None
        if name and (state, shape(name, language)) not in known:
            missing[state] = name
    assert {state: name for state, name in missing.items() if state not in NOT_IN_LETTERS} == {}


def test_the_tables_are_what_the_sheets_make():
    """`tools/build_names.py` and what is checked in do not drift apart (where its packages are installed)."""
    pytest.importorskip("pymorphy3")
    import sys

    sys.path.insert(0, str(TOOLS))
    try:
        import build_names
    finally:
        sys.path.remove(str(TOOLS))
    made = build_names.table_of_names()
    assert [tuple(row.values()) for row in NAMES] == made
    assert [tuple(row.values()) for row in CAPACITIES] == build_names.capacity_rows()
    assert build_names.clashes(made) == []
