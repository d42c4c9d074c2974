"""Titles in six languages: what a reader takes from each, and why it stands in this table."""

from __future__ import annotations

from typing import Any

import pytest

from unanalysis.dates import find_dates
from unanalysis.fold import fold
from unanalysis.lexicon import LANGUAGES, words
from unanalysis.scan import scan
from unanalysis.titles import find_titles, parse_title

PR, DPR, APR, CDA = (
    "Permanent Representative",
    "Deputy Permanent Representative",
    "Acting Permanent Representative",
    "Chargé d'affaires a.i.",
)
MFA, HOS, HOG, PM = "Minister for Foreign Affairs", "Head of State", "Head of Government", "Permanent Mission"
SG, S, A = ("SG", "Secretary-General"), ("S", "President"), ("A", "President")

# reason, language, text, issuer, form, dates, senders, addressees
CASES: list[tuple[str, str, str, str | None, str, list[str], list[Any], list[Any]]] = [
    # English
    ("date first", "en", "Letter dated 12 May 2015 from the Permanent Representative of Chad to the United Nations addressed to the President of the Security Council", None, "letter", ["2015-05-12"], [("TCD", PR)], [S]),
    ("capitals, date last", "en", "LETTER FROM THE PERMANENT REPRESENTATIVE OF INDIA ADDRESSED TO THE PRESIDENT OF THE SECURITY COUNCIL, DATED 8 OCTOBER 1949", None, "letter", ["1949-10-08"], [("IND", PR)], [S]),
    ("two addressees", "en", "Identical letters dated 3 June 2011 from the Permanent Representative of Israel to the United Nations addressed to the Secretary-General and the President of the Security Council", None, "identical letters", ["2011-06-03"], [("ISR", PR)], [SG, S]),
    ("two addressees, each with its preposition", "en", "Identical letters dated 3 June 2011 from the Permanent Representative of Lebanon to the United Nations addressed to the Secretary-General and to the President of the General Assembly", None, "identical letters", ["2011-06-03"], [("LBN", PR)], [SG, A]),
    ("no comma, no word for addressed", "en", "Letter dated 4 March 1994 from the Chargé d'affaires a.i. of the Permanent Mission of Croatia to the United Nations to the Secretary-General", None, "letter", ["1994-03-04"], [("HRV", CDA)], [SG]),
    ("note verbale of a mission to a committee", "en", "Note verbale dated 14 November 2018 from the Permanent Mission of Norway to the United Nations addressed to the Chair of the Committee", None, "note verbale", ["2018-11-14"], [("NOR", PM)], [(None, "Chair")]),
    ("the Committee whose document it is", "en", "Note verbale dated 14 November 2018 from the Permanent Mission of Norway to the United Nations addressed to the Chair of the Committee", "S/AC.49", "note verbale", ["2018-11-14"], [("NOR", PM)], [("S/AC.49", "Chair")]),
    ("plural dates and senders", "en", "Letters dated 20 and 23 December 1991, respectively, from the representatives of France and the United Kingdom of Great Britain and Northern Ireland addressed to the Secretary-General", None, "letter", ["1991-12-20", "1991-12-23"], [("FRA", "Representative"), ("GBR", "Representative")], [SG]),
    ("States without offices", "en", "Letters dated 20 and 23 December 1991 from France, the United Kingdom of Great Britain and Northern Ireland and the United States of America", None, "letter", ["1991-12-20", "1991-12-23"], [("FRA", None), ("GBR", None), ("USA", None)], []),
    ("several persons of one office", "en", "Letter dated 9 July 2020 from the Permanent Representatives of Belgium, Germany and Estonia to the United Nations addressed to the President of the Security Council", None, "letter", ["2020-07-09"], [("BEL", PR), ("DEU", PR), ("EST", PR)], [S]),
    ("each office written out", "en", "Letter dated 9 July 1976 from the Permanent Representative of Benin and the Permanent Representative of Libya to the United Nations to the President of the Security Council", None, "letter", ["1976-07-09"], [("BEN", PR), ("LBY", PR)], [S]),
    ("a word that the PDF lost", "en", "Letter dated 1 May 2017 from the Permanent Representative of to the United Nations addressed to the President of the Security Council", None, "letter", ["2017-05-01"], [(None, PR)], [S]),
    ("footnote asterisks and digits", "en", "Letter dated 17 January 1992* from the Permanent Representative of Austria 4 to the United Nations addressed to the Secretary-General", None, "letter", ["1992-01-17"], [("AUT", PR)], [SG]),
    ("no form, first word of a list", "en", "Dated 1 December 1997 from the Permanent Representative of Portugal to the United Nations addressed to the Secretary-General", None, "letter", ["1997-12-01"], [("PRT", PR)], [SG]),
    ("historic State", "en", "Letter dated 6 June 1979 from the Permanent Representative of the Union of Soviet Socialist Republics to the United Nations addressed to the Secretary-General", None, "letter", ["1979-06-06"], [("SUN", PR)], [SG]),
    ("historic State", "en", "Letter dated 6 June 1979 from the Permanent Representative of the German Democratic Republic to the United Nations addressed to the Secretary-General", None, "letter", ["1979-06-06"], [("DDR", PR)], [SG]),
    ("the more specific office", "en", "Letter dated 2 August 1995 from the Deputy Prime Minister and Minister for Foreign Affairs of Kuwait addressed to the Secretary-General", None, "letter", ["1995-08-02"], [("KWT", MFA)], [SG]),
    ("President of a State", "en", "Letter dated 2 August 2003 from the President of Liberia addressed to the President of the Security Council", None, "letter", ["2003-08-02"], [("LBR", HOS)], [S]),
    ("President of a Republic", "en", "Letter dated 2 August 2003 from the President of the Republic of Cyprus addressed to the Secretary-General", None, "letter", ["2003-08-02"], [("CYP", HOS)], [SG]),
    ("head of government", "en", "Letter dated 11 April 2006 from the Prime Minister of Somalia to the Secretary-General", None, "letter", ["2006-04-11"], [("SOM", HOG)], [SG]),
    ("President of a tribunal", "en", "Letter dated 29 October 2012 from the President of the International Criminal Tribunal for Rwanda addressed to the President of the Security Council", None, "letter", ["2012-10-29"], [("ICTR", "President")], [S]),
    ("President of the Court", "en", "Letter dated 9 July 2004 from the President of the International Court of Justice to the Secretary-General", None, "letter", ["2004-07-09"], [("ICJ", "President")], [SG]),
    ("another Secretary-General", "en", "Letter dated 22 March 2011 from the Secretary-General of the League of Arab States addressed to the President of the Security Council", None, "letter", ["2011-03-22"], [("LAS", "Secretary-General")], [S]),
    ("our own Secretary-General", "en", "Letter dated 22 March 2011 from the Secretary-General of the United Nations addressed to the President of the Security Council", None, "letter", ["2011-03-22"], [SG], [S]),
    ("a committee of the Council is not the Council", "en", "Letter dated 2 May 2016 from the Chair of the Security Council Committee established pursuant to resolution 9999 (2016) addressed to the President of the Security Council", None, "letter", ["2016-05-02"], [(None, "Chair")], [S]),
    ("observer", "en", "Letter dated 8 May 2018 from the Permanent Observer of the State of Palestine to the United Nations addressed to the Secretary-General", None, "letter", ["2018-05-08"], [("PSE", "Permanent Observer")], [SG]),
    ("observer of the Holy See", "en", "Note verbale dated 8 May 2018 from the Permanent Observer Mission of the Holy See to the United Nations addressed to the Secretary-General", None, "note verbale", ["2018-05-08"], [("VAT", PM)], [SG]),
    ("an organization observes", "en", "Letter dated 8 May 2018 from the Permanent Observer of the African Union to the United Nations addressed to the President of the Security Council", None, "letter", ["2018-05-08"], [("AU", "Permanent Observer")], [S]),
    ("accredited in Geneva", "en", "Note verbale dated 3 March 2014 from the Permanent Mission of Sri Lanka to the United Nations Office at Geneva addressed to the Office of the United Nations High Commissioner for Human Rights", None, "note verbale", ["2014-03-03"], [("LKA", PM)], [("OHCHR", None)]),
    ("deputy", "en", "Letter dated 19 June 2014 from the Deputy Permanent Representative of Rwanda to the United Nations addressed to the President of the Security Council", None, "letter", ["2014-06-19"], [("RWA", DPR)], [S]),
    ("on whose behalf", "en", "Letter dated 19 June 2014 from the Permanent Representative of Bolivia to the United Nations, on behalf of the Group of 77 and China, addressed to the Secretary-General", None, "letter", ["2014-06-19"], [("BOL", PR)], [SG]),
    ("what follows is no party", "en", "Letter dated 24 July 2019 from the Secretary-General addressed to the President of the Security Council transmitting the report of the Permanent Representative of Fiji", None, "letter", ["2019-07-24"], [SG], [S]),
    ("the sentence goes on", "en", "taking note of the letter dated 3 May 2011 from the Secretary-General, and welcoming the report of the President of Peru of 4 June 2012,", None, "letter", ["2011-05-03"], [SG], []),
    ("its President", "en", "letter from its President to the Secretary-General of 7 June 2001", "S", "letter", ["2001-06-07"], [S], [SG]),
    ("its Permanent Representative: of whom, the text does not tell", "en", "letter from its Permanent Representative to the United Nations of 7 June 2001", "S", "letter", ["2001-06-07"], [(None, PR)], []),
    ("the Council of the document", "en", "letter of 7 June 2001 from the Government of Haiti to the President of the Council", "S", "letter", ["2001-06-07"], [("HTI", "Government")], [S]),
    ("an adjective for the State", "en", "letter dated 7 June 2001 from the Iraqi Government to the Security Council", None, "letter", ["2001-06-07"], [("IRQ", "Government")], [("S", None)]),
    ("telegram", "en", "Telegram dated 15 July 1960 from the President of the Republic of the Congo and the Prime Minister addressed to the Secretary-General", None, "cable", ["1960-07-15"], [("COG", HOS), (None, HOG)], [SG]),
    ("the year is not printed", "en", "letter dated 8 June addressed to the Secretary-General by the Minister of Foreign Affairs of Nepal", None, "letter", [], [("NPL", MFA)], [SG]),
    ("letter of several offices of one man", "en", "Letter dated 4 June 1990 from the Permanent Representative of Colombia to the United Nations, in his capacity as Chairman of the Group of 77, addressed to the Secretary-General", None, "letter", ["1990-06-04"], [("COL", PR)], [SG]),
    ("a person without office", "en", "letter dated 19 December 2001 from Mr. Anton Beispiel to the President of the Security Council", None, "letter", ["2001-12-19"], [(None, None)], [S]),
    ("a reply", "en", "letter from the Secretary-General to the President of the Security Council dated 3 May 2001 and the reply from the President of the Security Council dated 7 May 2001", None, "letter", ["2001-05-03", "2001-05-07"], [SG, S], [S]),
    # French
    ("addressee first", "fr", "Lettre datée du 12 mai 2015, adressée au Président du Conseil de sécurité par le Représentant permanent du Tchad auprès de l'Organisation des Nations Unies", None, "letter", ["2015-05-12"], [("TCD", PR)], [S]),
    ("feminine forms", "fr", "Lettre datée du 12 mai 2015, adressée à la Présidente du Conseil de sécurité par la Représentante permanente de la Jordanie auprès de l'Organisation des Nations Unies", None, "letter", ["2015-05-12"], [("JOR", PR)], [S]),
    ("en date du", "fr", "Lettre, en date du 3 avril 1984, adressée au Secrétaire général par le Représentant permanent de la République socialiste soviétique d'Ukraine", None, "letter", ["1984-04-03"], [("UKR", PR)], [SG]),
    ("identical letters, elided article", "fr", "Lettres identiques datées du 1er juin 2011, adressées au Secrétaire général et au Président du Conseil de sécurité par le Représentant permanent d'Israël auprès de l'Organisation des Nations Unies", None, "identical letters", ["2011-06-01"], [("ISR", PR)], [SG, S]),
    ("acting", "fr", "Lettre datée du 1er juin 2011, adressée à l'Assemblée générale par la Chargée d'affaires par intérim de la Mission permanente du Togo auprès de l'Organisation des Nations Unies", None, "letter", ["2011-06-01"], [("TGO", CDA)], [("A", None)]),
    ("note verbale", "fr", "Note verbale datée du 8 mars 2017, adressée au Président du Comité par la Mission permanente du Maroc auprès de l'Organisation des Nations Unies", None, "note verbale", ["2017-03-08"], [("MAR", PM)], [(None, "Chair")]),
    ("President of a body that is chaired", "fr", "Lettre datée du 8 mars 2017, adressée au Président de la Cinquième Commission par le Président de l'Assemblée générale", None, "letter", ["2017-03-08"], [A], [("A/C.5", "Chair")]),
    ("adjective within the office", "fr", "lettre datée du 8 mars 2017, adressée au Secrétaire général par la Ministre libanaise des affaires étrangères", None, "letter", ["2017-03-08"], [("LBN", MFA)], [SG]),
    ("its President", "fr", "lettre datée du 8 mars 2017, adressée à son président par le Secrétaire général", "S", "letter", ["2017-03-08"], [SG], [S]),
    ("a relative clause", "fr", "lettre que le Premier Ministre du Népal a adressée au Secrétaire général le 9 mai 2007", None, "letter", ["2007-05-09"], [("NPL", HOG)], [SG]),
    ("several senders", "fr", "Lettre datée du 9 mai 2007, adressée au Secrétaire général par les Représentants permanents de la France, de l'Italie et du Sénégal auprès de l'Organisation des Nations Unies", None, "letter", ["2007-05-09"], [("FRA", PR), ("ITA", PR), ("SEN", PR)], [SG]),
    ("President of a State", "fr", "Lettre datée du 9 mai 2007, adressée au Secrétaire général par le Président de la République centrafricaine", None, "letter", ["2007-05-09"], [("CAF", HOS)], [SG]),
    ("telegram", "fr", "Télégramme daté du 9 mai 1963, adressé au Président du Conseil de sécurité par le Ministre des affaires étrangères du Sénégal", None, "cable", ["1963-05-09"], [("SEN", MFA)], [S]),
    # Spanish
    ("addressee first", "es", "Carta de fecha 12 de mayo de 2015 dirigida al Presidente del Consejo de Seguridad por el Representante Permanente del Chad ante las Naciones Unidas", None, "letter", ["2015-05-12"], [("TCD", PR)], [S]),
    ("the presidency", "es", "Carta de fecha 12 de mayo de 2015 dirigida a la Presidencia del Consejo de Seguridad por la Representante Permanente de Jordania ante las Naciones Unidas", None, "letter", ["2015-05-12"], [("JOR", PR)], [S]),
    ("identical letters", "es", "Cartas idénticas de fecha 3 de junio de 2011 dirigidas al Secretario General y al Presidente del Consejo de Seguridad por el Representante Permanente de la República Árabe Siria ante las Naciones Unidas", None, "identical letters", ["2011-06-03"], [("SYR", PR)], [SG, S]),
    ("plural dates", "es", "Cartas de fechas 3 y 5 de junio de 2011 dirigidas al Secretario General por el Encargado de Negocios interino de la Misión Permanente del Perú ante las Naciones Unidas", None, "letter", ["2011-06-03", "2011-06-05"], [("PER", CDA)], [SG]),
    ("note verbale to a committee", "es", "Nota verbal de fecha 8 de marzo de 2017 dirigida a la Presidencia del Comité por la Misión Permanente de Egipto ante las Naciones Unidas", None, "note verbale", ["2017-03-08"], [("EGY", PM)], [(None, "Chair")]),
    ("minister", "es", "Carta de fecha 8 de marzo de 2017 dirigida al Secretario General por el Ministro de Relaciones Exteriores de Colombia", None, "letter", ["2017-03-08"], [("COL", MFA)], [SG]),
    ("President of a State", "es", "carta de fecha 8 de marzo de 2017 dirigida al Secretario General por el Presidente de Colombia", None, "letter", ["2017-03-08"], [("COL", HOS)], [SG]),
    ("sender straight behind", "es", "carta del Presidente del Consejo de Seguridad de fecha 8 de marzo de 2017", None, "letter", ["2017-03-08"], [S], []),
    ("what else is noted is no party", "es", "carta del Secretario General de 8 de marzo de 2017, así como del informe del Presidente de Colombia", None, "letter", ["2017-03-08"], [SG], []),
    # Russian
    ("sender in the genitive", "ru", "Письмо Постоянного представителя Чада при Организации Объединенных Наций от 12 мая 2015 года на имя Председателя Совета Безопасности", None, "letter", ["2015-05-12"], [("TCD", PR)], [S]),
    ("identical letters", "ru", "Идентичные письма Постоянного представителя Израиля при Организации Объединенных Наций от 3 июня 2011 года на имя Генерального секретаря и Председателя Совета Безопасности", None, "identical letters", ["2011-06-03"], [("ISR", PR)], [SG, S]),
    ("note verbale", "ru", "Вербальная нота Постоянного представительства Египта при Организации Объединенных Наций от 8 марта 2017 года на имя Председателя Комитета", None, "note verbale", ["2017-03-08"], [("EGY", PM)], [(None, "Chair")]),
    ("chargé d'affaires", "ru", "Письмо Временного поверенного в делах Постоянного представительства Кубы при Организации Объединенных Наций от 8 марта 2017 года на имя Генерального секретаря", None, "letter", ["2017-03-08"], [("CUB", CDA)], [SG]),
    ("several senders", "ru", "Письмо постоянных представителей Армении и Беларуси при Организации Объединенных Наций от 8 марта 2017 года на имя Генерального секретаря", None, "letter", ["2017-03-08"], [("ARM", PR), ("BLR", PR)], [SG]),
    ("date at the end", "ru", "письмо министра иностранных дел Ирака на имя Председателя Совета Безопасности от 8 марта 2017 года", None, "letter", ["2017-03-08"], [("IRQ", MFA)], [S]),
    ("President of a State", "ru", "письмо Президента Республики Молдова от 8 марта 2017 года на имя Генерального секретаря", None, "letter", ["2017-03-08"], [("MDA", HOS)], [SG]),
    ("telegram", "ru", "Телеграмма министра иностранных дел Ганы от 8 марта 1961 года на имя Председателя Совета Безопасности", None, "cable", ["1961-03-08"], [("GHA", MFA)], [S]),
    # Arabic
    ("addressee first", "ar", "رسالة مؤرخة 12 أيار/مايو 2015 موجهة إلى رئيس مجلس الأمن من الممثل الدائم لتشاد لدى الأمم المتحدة", None, "letter", ["2015-05-12"], [("TCD", PR)], [S]),
    ("sender first", "ar", "رسالة مؤرخة 12 أيار/مايو 2015 موجهة من الممثل الدائم للأردن لدى الأمم المتحدة إلى الأمين العام", None, "letter", ["2015-05-12"], [("JOR", PR)], [SG]),
    ("identical letters", "ar", "رسالتان متطابقتان مؤرختان 3 حزيران/يونيه 2011 موجهتان إلى الأمين العام ورئيس مجلس الأمن من الممثل الدائم لإسرائيل لدى الأمم المتحدة", None, "identical letters", ["2011-06-03"], [("ISR", PR)], [SG, S]),
    ("note verbale", "ar", "مذكرة شفوية مؤرخة 8 آذار/مارس 2017 موجهة إلى رئيس اللجنة من البعثة الدائمة لمصر لدى الأمم المتحدة", None, "note verbale", ["2017-03-08"], [("EGY", PM)], [(None, "Chair")]),
    ("another word for dated", "ar", "رسالة بتاريخ 8 آذار/مارس 2017 موجهة إلى الأمين العام من المندوب الدائم لمصر لدى الأمم المتحدة", None, "letter", ["2017-03-08"], [("EGY", PR)], [SG]),
    ("chargé d'affaires", "ar", "رسالة مؤرخة 8 آذار/مارس 2017 موجهة إلى الأمين العام من القائم بالأعمال بالنيابة للبعثة الدائمة للعراق لدى الأمم المتحدة", None, "letter", ["2017-03-08"], [("IRQ", CDA)], [SG]),
    ("minister", "ar", "رسالة وزير خارجية العراق المؤرخة 8 آذار/مارس 2017 الموجهة إلى الأمين العام", None, "letter", ["2017-03-08"], [("IRQ", MFA)], [SG]),
    # Chinese
    ("date and sender first", "zh", "2015年5月12日乍得常驻联合国代表给安全理事会主席的信", None, "letter", ["2015-05-12"], [("TCD", PR)], [S]),
    ("identical letters", "zh", "2011年6月3日以色列常驻联合国代表给秘书长和安全理事会主席的同文信", None, "identical letters", ["2011-06-03"], [("ISR", PR)], [SG, S]),
    ("note verbale", "zh", "2017年3月8日埃及常驻联合国代表团给委员会主席的普通照会", None, "note verbale", ["2017-03-08"], [("EGY", PM)], [(None, "Chair")]),
    ("chargé d'affaires", "zh", "2017年3月8日古巴常驻联合国代表团临时代办给秘书长的信", None, "letter", ["2017-03-08"], [("CUB", CDA)], [SG]),
    ("several senders", "zh", "2017年3月8日法国、德国和意大利常驻联合国代表给秘书长的信", None, "letter", ["2017-03-08"], [("FRA", PR), ("DEU", PR), ("ITA", PR)], [SG]),
    ("minister", "zh", "2017年3月8日伊拉克外交部长致安全理事会主席的信函", None, "letter", ["2017-03-08"], [("IRQ", MFA)], [S]),
    ("a committee's chair", "zh", "2017年3月8日大会主席给第五委员会主席的信", None, "letter", ["2017-03-08"], [A], [("A/C.5", "Chair")]),
    ("in a sentence", "zh", "欢迎关于恐怖主义的信息，并注意到秘书长2017年3月8日的信", None, "letter", ["2017-03-08"], [SG], []),
]  # fmt: skip


def _said(title: Any) -> tuple[Any, ...]:
    parties = [[(p.entity, p.capacity) for p in group] for group in (title.senders, title.addressees)]
    return title.form, [day.isoformat() for day in title.dates], *parties


@pytest.mark.parametrize(
    ("language", "text", "issuer", "form", "dates", "senders", "addressees"),
    [case[1:] for case in CASES],
    ids=[f"{case[1]}: {case[0]}" for case in CASES],
)
def test_title(language, text, issuer, form, dates, senders, addressees):
    assert _said(parse_title(text, language, issuer)) == (form, dates, senders, addressees)


@pytest.mark.parametrize("case", CASES, ids=[f"{case[1]}: {case[0]}" for case in CASES])
def test_language_is_found_out(case):
    assert parse_title(case[2], issuer=case[3]) == parse_title(case[2], case[1], case[3])


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_of_the_lexicon_parse_to_what_they_say(language):
    for example in words(language)["titles"]["examples"]:
        expected = (
            example["form"],
            [day.isoformat() for day in example["dates"]],
            [tuple(party) for party in example["senders"]],
            [tuple(party) for party in example["addressees"]],
        )
        assert _said(parse_title(example["text"], language)) == expected, example["text"]
