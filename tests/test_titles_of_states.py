"""A title for every name of every State, with the offices, addressees and forms in turn, must be read back exactly."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from unanalysis.lexicon import entities
from unanalysis.titles import parse_title

# {of} is the State: in Russian in any case, in Chinese before its office.
TITLES = {
    "en": "{form} dated 3 May 2005 from the {office} of {of} addressed to the {to}",
    "fr": "{form} datée du 3 mai 2005, adressée {to} par {office} {of}",
    "es": "{form} de fecha 3 de mayo de 2005 dirigida {to} por {office} de {of}",
    "ru": "{form} {office} {of} от 3 мая 2005 года на имя {to}",
    "ar": "{form} مؤرخة 3 أيار/مايو 2005 موجهة إلى {to} من {office} {of}",
    "zh": "2005年5月3日{of}{office}给{to}的{form}",
}
FORMS = {
    "en": {"Letter": "letter", "Note verbale": "note verbale"},
    "fr": {"Lettre": "letter", "Note verbale": "note verbale"},
    "es": {"Carta": "letter", "Nota verbal": "note verbale"},
    "ru": {"Письмо": "letter", "Вербальная нота": "note verbale", "Идентичные письма": "identical letters"},
    "ar": {"رسالة": "letter", "مذكرة شفوية": "note verbale"},
    "zh": {"信": "letter", "普通照会": "note verbale", "同文信": "identical letters"},
}
PERMANENT, ACTING, MINISTER = "Permanent Representative", "Chargé d'affaires a.i.", "Minister for Foreign Affairs"
OFFICES = {
    "en": {"Permanent Representative": PERMANENT, "Chargé d'affaires a.i.": ACTING, "Foreign Minister": MINISTER},
    "fr": {
        "le Représentant permanent de": PERMANENT,
        "la Chargée d’affaires par intérim de": ACTING,
        "le Ministre des affaires étrangères de": MINISTER,
    },
    "es": {
        "la Representante Permanente": PERMANENT,
        "el Encargado de Negocios interino": ACTING,
        "el Ministro de Relaciones Exteriores": MINISTER,
    },
    "ru": {
        "Постоянного представителя": PERMANENT,
        "временного поверенного в делах Постоянного представительства": ACTING,
        "министра иностранных дел": MINISTER,
    },
    "ar": {"الممثلة الدائمة": PERMANENT, "القائم بالأعمال بالنيابة": ACTING, "وزير خارجية": MINISTER},
    "zh": {"常驻联合国代表": PERMANENT, "常驻联合国代表团临时代办": ACTING, "外交部长": MINISTER},
}
SECRETARY, COUNCIL, ASSEMBLY = ("SG", "Secretary-General"), ("S", "President"), ("A", "President")
ADDRESSEES = {
    "en": {"Secretary-General": SECRETARY, "President of the Security Council": COUNCIL},
    "fr": {"au Secrétaire général": SECRETARY, "à la Présidente du Conseil de sécurité": COUNCIL},
    "es": {"al Secretario General": SECRETARY, "al Presidente de la Asamblea General": ASSEMBLY},
    "ru": {"Генерального секретаря": SECRETARY, "Председателя Совета Безопасности": COUNCIL},
    "ar": {"الأمين العام": SECRETARY, "رئيسة مجلس الأمن": COUNCIL, "رئيس الجمعية العامة": ASSEMBLY},
    "zh": {"秘书长": SECRETARY, "安全理事会主席": COUNCIL, "大会主席": ASSEMBLY},
}


def states(language: str) -> list[tuple[str, str]]:
    """The names of States in a language, as its titles have them: Arabic ones with "of" written together."""
    with (files("unanalysis.lexicon") / "names.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["language"] == language]
    named = [r for r in rows if r["use"] not in ("never", "adjective") and entities()[r["entity"]].kind == "state"]
    return [(row["entity"], row["name"]) for row in named]


def belonging(name: str, language: str, office: str) -> str:
    if language != "ar" or office == "وزير خارجية":
        return name
    return f"لل{name[2:]}" if name.startswith("ال") and not name.startswith(("الل", "ألم")) else f"ل{name}"


@pytest.mark.parametrize("language", TITLES)
def test_every_name_of_every_state(language):
    forms, offices, to = (list(table[language].items()) for table in (FORMS, OFFICES, ADDRESSEES))
    wrong = []
    for number, (entity, name) in enumerate(states(language)):
        (form, meant), (office, capacity) = forms[number % len(forms)], offices[number // 2 % len(offices)]
        addressee, whom = to[number // 3 % len(to)]
        of = belonging(name, language, office)
        text = TITLES[language].format(form=form, office=office, of=of, to=addressee)
        title = parse_title(text, language)
        said = title and (
            title.form,
            [str(day) for day in title.dates],
            [(party.entity, party.capacity) for party in title.senders],
            [(party.entity, party.capacity) for party in title.addressees],
        )
        if said != (meant, ["2005-05-03"], [(entity, capacity)], [whom]):
            wrong.append((text, said))
    assert wrong == []
