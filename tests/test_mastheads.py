"""Mastheads and signatures of old documents and spoilt copies: what is read, and what is no part of the letter."""

import pytest

import unanalysis as un


def test_the_language_of_origin_of_an_annex_is_its_own():
    text = """S/1998/9106
Distr.: General
20 November 1998
Chinese
Original: English

1998年11月20日秘书长给安全理事会主席的信

请提请安理会成员注意所附信件为荷。

何某某(签名)

附件一
1998年11月18日国际原子能机构总干事给秘书长的信

谨随函附上乍得总理的信。

何试验(签名)

附件二
1998年11月17日乍得总理给国际原子能机构总干事的信

[原件：阿拉伯文]

我提及第1205(1998)号决议。

何例子(签名)
"""
    assert [letter.original_language for letter in un.parse_letter(text)] == ["en", "en", "ar"]


def test_a_masthead_that_scanning_spoilt_is_known_by_its_session():
    text = (
        "ГЕНЕРАЛЬНАЯ Щ К АССАМБЛЕЯ *^ Ш1зтг. ОЕЫЕ ОК1 СОВЕТ БЕЗОПАСНОСТИ ГЕНЕРАЛЬНАЯ АССАМБЛЕЯ Сорок первая сессия "
        "Пункт 61 предварительной повестки дня ПОЛОЖЕНИЕ В ЦЕНТРАЛЬНОЙ АФРИКЕ И В ДРУГИХ РАЙОНАХ СОВЕТ "
        "БЕЗОПАСНОСТИ Сорок первый год Письмо Временного поверенного в делах Постоянного представительства Чада от "
        "20 мая 1986 года на имя Генерального секретаря По поручению моего правительства довожу до Вашего "
        "сведения, что положение на границе вновь обострилось и что правительство Чада принимает все меры, о "
        "которых сообщалось ранее."
    )
    (letter,) = un.parse_letter(text)
    assert [p.entity for p in letter.parties if p.role == "sender"] == ["TCD"]
    assert str(letter.date) == "1986-05-20"


def test_a_surname_in_capitals_before_an_office_signs_a_text_without_lines():
    text = (
        "S/9999 27 October 1980 RUSSIAN ORIGINAL: ENGLISH ПИСЬМО ПОСТОЯННОГО ПРЕДСТАВИТЕЛЯ ЧАДА ПРИ ОРГАНИЗАЦИИ "
        "ОБЪЕДИНЕННЫХ НАЦИЙ ОТ 27 ОКТЯБРЯ 1980 ГОДА НА ИМЯ ГЕНЕРАЛЬНОГО СЕКРЕТАРЯ Имею честь препроводить письмо "
        "министра иностранных дел и просить распространить его среди членов Совета, которые вскоре рассмотрят "
        "положение на границе. Адум Омар АЛЬ-ОБРАЗЦОВ Посол Постоянный представитель 80-26999 /... S/9999 Russian "
        "Annex Page 1 Приложение Письмо министра иностранных дел Чада от 24 октября 1980 года на имя Генерального "
        "секретаря Хочу вновь изложить нашу позицию и напомнить о том, что наше правительство не раз предлагало "
        "сторонам возобновить переговоры."
    )
    letter, annexed = un.parse_letter(text)
    assert [p.name for p in letter.parties if p.role == "signatory"] == ["Адум Омар АЛЬ-ОБРАЗЦОВ"]
    assert annexed.parent_id == letter.letter_id  # the running header "Annex Page 1" heads no annex


def test_brackets_of_arabic_files_that_were_stored_turned():
    text = """اﻷمم المتحدة
S/1994/9421
8 April 1994
ARABIC
ORIGINAL: ENGLISH

رسالة مؤرخة ٧ نيسان/أبريل ١٩٩٤ وموجهة إلى رئيس مجلس اﻷمن من الممثل الدائم لتشاد لدى اﻷمم المتحدة

أشير إلى قرار مجلس اﻷمن ٨٧١ )١٩٩٣( وأحيل إليكم رسالة من وزير الخارجية )انظر المرفق(.

)توقيع( آدم تجريبي
السفير
الممثل الدائم

المرفق
أود أن أؤكد لكم أن الحكومة تلتزم بوقف إطلاق النار وتنتظر من الأطراف الأخرى أن تلتزم به كذلك.

)توقيع( فلان الفلاني
"""
    letter, annexed = un.parse_letter(text)
    assert [p.name for p in letter.parties if p.role == "signatory"] == ["آدم تجريبي"]
    assert [m.target for m in letter.mentions if m.kind == "resolution"] == ["S/RES/871(1993)"]
    assert [(p.entity, p.capacity) for p in annexed.parties if p.role == "sender"] == [
        ("TCD", "Minister for Foreign Affairs")
    ]


def test_the_footnote_of_the_agenda_is_not_cited_by_the_letter():
    text = """A/73/9332
General Assembly
Distr.: General
21 August 2018
Original: English
Seventy-third session
Item 31 of the provisional agenda*

Letter dated 20 August 2018 from the Permanent Representative of Chad to the United Nations addressed to the
Secretary-General

I have the honour to refer to document A/72/9111.

(Signed) Adoum Testani

* A/73/9150.
"""
    (letter,) = un.parse_letter(text)
    assert [m.target for m in letter.mentions if m.kind == "document"] == ["A/72/9111"]


def test_a_scan_may_read_a_semicolon_behind_original():
    text = """Distr.
GENERAL
S/9999
3 July 1965
ORIGINAL; FRENCH

LETTER DATED 1 JULY 1965 FROM THE PERMANENT REPRESENTATIVE OF CHAD ADDRESSED TO THE PRESIDENT OF THE SECURITY COUNCIL

I have the honour to write to you.
"""
    assert [letter.original_language for letter in un.parse_letter(text)] == ["fr"]


@pytest.mark.parametrize(
    ("printed", "symbol", "why"),
    [
        ("A/31/3O6", "A/31/306", "a scan reads the letter O"),
        ("S/12O4", "S/1204", "in the Council's old symbols too"),
        ("S/12OO4", "S/12004", "twice"),
        ("S/l2004", None, "an l may be another digit"),
    ],
)
def test_digits_of_a_symbol_that_a_scan_misread(printed: str, symbol: str | None, why: str) -> None:
    title = "Letter dated 1 July 1976 from the Permanent Representative of Chad addressed to the Secretary-General"
    text = f"Distr.\nGENERAL\n{printed}\n3 July 1976\n\n{title}\n\nI have the honour to write to you.\n"
    assert [letter.symbol for letter in un.parse_letter(text)] == [symbol], why


def test_the_stamp_of_an_archive_is_no_date_of_issue():
    text = """UN Test Item Scan - Record Title Page 9 Date 29/06/2006 Time 9:52:52 AM

GENERAL ASSEMBLY
Original: English

Letter dated 1 July 1976 from the Permanent Representative of Chad addressed to the Secretary-General

I have the honour to write to you.
"""
    assert [(each.issued, str(each.date)) for each in un.parse_letter(text)] == [(None, "1976-07-01")]
