"""Letters as books, ministries and old documents set them: composed texts, and what a reader takes from each."""

import pytest

import unanalysis as un

CASES = {
    "a book's short heading above the document": (
        """رسالة إلى الأمين العام من الممثل الدائم لتشاد
في 2 نيسان/ أبريل 1991

S/23990،

3 نيسان/ أبريل 1991

رسالة مؤرخة 2 نيسان/ أبريل 1991 وموجهة إلى الأمين العام من الممثل الدائم لتشاد لدى الأمم المتحدة
أتشرف بأن أحيل إليكم البيان المرفق.

(توقيع) آدم تجريبي
السفير
الممثل الدائم
""",
        [("letter", "1991-04-02", "1991-04-03", "S/23990", None, ["TCD"], ["SG"], ["آدم تجريبي"])],
    ),
    "a title parted by blank lines, a heading of the annex in brackets": (
        """رسالة الممثل الدائم لتشاد لدى الأمم المتحدة

إلى الأمين العام للأمم المتحدة

28 آب/أغسطس 1990

أتشرف بأن أرفق رسالة موجهة إلى سعادتكم من وزير الخارجية.

(توقيع): آدم تجريبي

السفير

المندوب الدائم

(المرفـق)

رسالة موجهة إلى الأمين العام

من وزير خارجية تشاد

27 آب/أغسطس 1990

أود أن أشير إلى قرار مجلس الأمن 660 (1990).
""",
        [
            ("letter", "1990-08-28", None, None, None, ["TCD"], ["SG"], ["آدم تجريبي"]),
            ("letter", "1990-08-27", None, None, None, ["TCD"], ["SG"], []),
        ],
    ),
    "place and date in the letterhead above the title": (
        """الجمهورية التونسية
وزارة الخارجية

تونس في 5 آذار 2019

رسالتان متطابقتان موجهتان من وزارة الخارجية في الجمهورية التونسية إلى كل من الأمين العام للأمم المتحدة ورئيس مجلس الأمن

أود أن أحيطكم علما بما يلي.

وتفضلوا بقبول فائق الاحترام.
""",
        [("identical letters", "2019-03-05", None, None, "تونس", ["TUN"], ["SG", "S"], [])],
    ),
    "an old Chinese cable: whom it addresses with a colon, the office and name below": (
        """成功湖
联合国秘书长某某先生:
我代表中华人民共和国中央人民政府声明:这一行动是非法的。联合国宪章规定不得干涉任何国家国内管辖之事件,我们坚决反对这一行动。
专此奉达,即希查照。
中华人民共和国中央人民政府外交部部长
何试验
1950年7月6日于北京
""",
        [("letter", "1950-07-06", None, None, "北京", ["CHN"], ["SG"], ["何试验"])],
    ),
    "an announced annex of few words; a foreign name that holds a State's; a symbol with a number in brackets": (
        """S/AC.44/2004/(02)/99
Distr.: General
12 May 2005
Chinese
Original: English

2005年5月10日乍得常驻联合国代表给委员会主席的信

谨随函转递乍得外交部长2005年5月9日的信(见附件)。

常驻代表
理查德·试验(签名)

附件

2005年5月9日

我写信给你，事关安全理事会第242号和第338号决议。

外交部长
亚当·试验(签名)
""",
        [
            ("letter", "2005-05-10", "2005-05-12", "S/AC.44/2004/(02)/99", None, ["TCD"], ["S/AC.44"], ["理查德·试验"]),
            ("letter", "2005-05-09", "2005-05-12", "S/AC.44/2004/(02)/99", None, ["TCD"], [], ["亚当·试验"]),
        ],
    ),
    "a page that repeats the title, whose masthead lost its blanks": (
        """Information | ||
07июл16
Идентичные письма Постоянного представителя Чада от 1 июля 2016 года на имя Генерального секретаря
Организация Объединенных Наций
Совет БезопасностиS/2016/9588
Distr.: General
7 July 2016
Russian
Original: ArabicИдентичные письма Постоянного представителя Чада от 1 июля 2016 года на имя Генерального секретаря
По поручению моего правительства сообщаю Вам следующие сведения.
(Подпись) Адум Образцов
""",
        [("identical letters", "2016-07-01", "2016-07-07", "S/2016/9588", None, ["TCD"], ["SG"], ["Адум Образцов"])],
    ),
    "an annex that begins as letters do and is signed; the covering letter's title is not what announces it": (
        """S/2015/9049
Distr.: General
29 December 2015
Russian
Original: English

Письмо Генерального секретаря от 28 декабря 2015 года на имя Председателя Совета Безопасности

Имею честь препроводить доклад Генерального директора о ходе работы за последний месяц этого года (см. приложение).

(Подпись) Образец Примеров

Приложение

Имею честь препроводить Вам мой доклад о ходе работы во исполнение резолюции 2118 (2013).

(Подпись) Пример Образцов
""",
        [
            ("letter", "2015-12-28", "2015-12-29", "S/2015/9049", None, ["SG"], ["S"], ["Образец Примеров"]),
            ("letter", None, "2015-12-29", "S/2015/9049", None, [], [], ["Пример Образцов"]),
        ],
    ),
    "a body that begins on whose instructions, on the line below the title; an announced minister with a name": (
        """S/2016/9267
Distr.: General
24 March 2016
Russian
Original: English
Письмо Временного поверенного в делах Чада от 21 марта 2016 года на имя Генерального секретаря
По поручению правительства моей страны имею честь препроводить копию письма министра иностранных дел
Республики Чад Адума аль-Образцова от 20 марта 2016 года о последних событиях (см. приложение).
(Подпись) Мохаммед Примеров
Приложение
Прошу принять меры во исполнение резолюции 2253 (2015).
(Подпись) Адум аль-Образцов
Министр иностранных дел
""",
        [
            ("letter", "2016-03-21", "2016-03-24", "S/2016/9267", None, ["TCD"], ["SG"], ["Мохаммед Примеров"]),
            ("letter", "2016-03-20", "2016-03-24", "S/2016/9267", None, ["TCD"], [], ["Адум аль-Образцов"]),
        ],
    ),
    "a name and an office below the closing formula, without (Signed); no date": (
        """معالي السيد/ مثال تجريبي

الأمين العام للأمم المتحدة                 المحترم

لقد كنا حريصين على السلام، وفقا للقرار 2216 (2015).

وتقبلوا فائق الاحترام

محمد نموذجي
رئيس اللجنة العليا
""",
        [("letter", None, None, None, None, [None], ["SG"], ["محمد نموذجي"])],
    ),
    "a heading that says who sent it, in a clause": (
        """رسالة مؤرخة في 24 تشرين الأول 1990 بعث بها نائب رئيس الوزراء وزير الخارجية التشادي إلى الأمين العام

يشرفني أن أحيل إليكم رسالة وجهها المدير العام.
""",
        [("letter", "1990-10-24", None, None, None, ["TCD"], ["SG"], [])],
    ),
    "a scan that lost the name of the place of accreditation": (
        """S/14999
18 November 1981
RUSSIAN
ПИСЬМО ПОСТОЯННОГО ПРЕДСТАВИТЕЛЯ ЧАДА
ПРИ ОРГАНИЗАЦИИ ОБЪЕДИНЕННЫХ ЖЦЙЙ ОТ
17 НОЯБРЯ 1981 ГОДА НА ИМЯ ПРЕДСЕДАТЕЛЯ
СОВЕТА БЕЗОПАСНОСТИ
По поручению моего правительства имею честь обратиться к Вам.
""",
        [("letter", "1981-11-17", "1981-11-18", "S/14999", None, ["TCD"], ["S"], [])],
    ),
    "a masthead's date on the line above the title": (
        """S/2005/999
4 May 2005
Letter dated 3 May 2005 from the Permanent Representative of Chad addressed to the Secretary-General

I have the honour to write to you.

(Signed) Adoum Testani
""",
        [("letter", "2005-05-03", "2005-05-04", "S/2005/999", None, ["TCD"], ["SG"], ["Adoum Testani"])],
    ),
    "a remark in brackets behind the date above the title": (
        """3 May 1995 (Not issued)

Letter from Mr. Adoum Testani, Permanent Representative of Chad, to the Secretary-General of the United Nations

I have the honour to write to you once more on the status of my mission.
""",
        [("letter", "1995-05-03", None, None, None, ["TCD"], ["SG"], [])],
    ),
    "no title, no date: it says that it is a letter, and is signed": (
        """I have the honour to refer to the strength of the mission. A note is attached to the present letter.

(Signed) Adoum Testani
""",
        [("letter", None, None, None, None, [], [], ["Adoum Testani"])],
    ),
    "no title, no signature: an article about a letter": (
        """I have the honour to know the minister. This letter of his, she says, was read in the Council.
""",
        [],
    ),
    "a subject that names a court, before the note on the same line": (
        "ODA/99-2017/X Medidas ante la Corte Internacional de Justicia Plazo: 3 de mayo de 2017 La Oficina de Asuntos "
        "de Desarme saluda atentamente al Secretario General y tiene el honor de referirse a la resolución 71/58.\n",
        [("note verbale", None, None, None, None, ["ODA"], ["SG"], [])],
    ),
    "words that lead to the title": (
        """Full text of the letter dated 5 Jun. 2014 from H.E. Mr. Adam Testani, Permanent Representative of Chad, to
the UN Secretary General

I have the honour to transmit the views of my Government.

(Signed) Adam Testani
""",
        [("letter", "2014-06-05", None, None, None, ["TCD"], ["SG"], ["Adam Testani"])],
    ),
    "the same in Spanish, where the letter is no Charter": (
        """Texto de la carta de fecha 5 de junio de 2014 dirigida al Secretario General por
el Representante Permanente del Chad

Tengo el honor de transmitirle las opiniones de mi Gobierno.

(Firmado) Adam Testani
""",
        [("letter", "2014-06-05", None, None, None, ["TCD"], ["SG"], ["Adam Testani"])],
    ),
    "a sentence about the text of a letter": (
        "The text of the letter dated 5 June 2014 from Chad to the Council was read out by the President.\n",
        [],
    ),
    "a reference number before a mission with the name of its State in front": (
        "EXEC 2021-99 The United States Mission to the United Nations presents its compliments to the Secretary-"
        "General and requests the circulation of this note.\n",
        [("note verbale", None, None, None, None, ["USA"], ["SG"], [])],
    ),
}


def facts(letter):
    def entities(role):
        return [party.entity for party in letter.parties if party.role == role]

    names = [party.name for party in letter.parties if party.role == "signatory"]
    days = (str(day) if day else None for day in (letter.date, letter.issued))
    return letter.form, *days, letter.symbol, letter.place, entities("sender"), entities("addressee"), names


@pytest.mark.parametrize("reason", CASES)
def test_letter(reason):
    text, wanted = CASES[reason]
    found = [facts(letter) for letter in un.parse_letter(text)]
    assert [(*f[:5], *map(sorted_, f[5:])) for f in found] == [(*w[:5], *map(sorted_, w[5:])) for w in wanted]


def sorted_(values):
    return sorted(values, key=str)


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


def test_an_address_to_a_representative_who_presides_over_the_council_is_to_its_president():
    text = """جنيف، 3 مايو 2012
سعادة السيد آدم تجريبي
السفير وممثل تشاد لدى مجلس الأمن
رئيس مجلس الأمن
سعادة السفير،
يشرفني أن أحيل إليكم بيانا عن الحدود.
وتفضلوا بقبول فائق الاحترام.
"""
    (letter,) = un.parse_letter(text)
    assert [(p.entity, p.capacity) for p in letter.parties if p.role == "addressee"] == [("S", "President")]


def test_an_agency_that_reports_from_the_united_nations_sends_no_cable():
    text = (
        "新华社联合国5月3日电 乍得常驻联合国代表试验5月2日又致函联合国秘书长某某,就边界问题答复喀麦隆"
        "常驻联合国代表4月9日给某某的信。全文如下: 阁下: "
        "我谨就边界问题奉告乍得政府的看法。边界两侧的居民希望和平,乍得政府愿意同各方商谈。"
    )
    (letter,) = un.parse_letter(text)
    assert letter.form == "letter"
    assert [(p.role, p.entity) for p in letter.parties] == [("sender", "TCD"), ("addressee", "SG")]


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


def test_a_note_verbale_of_a_ministry_without_a_title():
    text = """وزارة الخارجية
الجمهورية التونسية

تهدي وزارة الخارجية في الجمهورية التونسية أطيب تحياتها إلى الأمانة العامة للأمم المتحدة، وتتشرف بإحاطتها علما بما يلي.

وتغتنم الوزارة هذه الفرصة لتعرب عن فائق التقدير.

تونس في 5 آذار/مارس 2019
"""
    (letter,) = un.parse_letter(text)
    assert (letter.form, str(letter.date), letter.place) == ("note verbale", "2019-03-05", "تونس")
    assert [(p.role, p.entity) for p in letter.parties] == [("sender", "TUN"), ("addressee", "UN")]


def test_a_note_verbale_that_quotes_another_is_its_own_missions():
    text = """乍得常驻联合国代表团

TCD/42/2020

乍得常驻联合国代表团向联合国秘书长致意,并谨就喀麦隆常驻联合国代表团2020年5月26日第126号照会说明如下:

乍得政府的立场没有改变。

二〇二〇年六月二日于纽约
"""
    (letter,) = un.parse_letter(text)
    assert (letter.form, str(letter.date)) == ("note verbale", "2020-06-02")
    assert [(p.role, p.entity) for p in letter.parties] == [("sender", "TCD"), ("addressee", "SG")]


def test_what_a_note_tells_of_a_letter_is_not_its_title():
    text = """S/2015/9550
Distr.: General
16 July 2015
Chinese
Original: English

安全理事会主席的说明

安全理事会主席收到2015年7月14日乍得、中国和欧洲联盟代表的来信,现予转载(见附件)。

附件
2015年7月16日乍得常驻联合国代表给安全理事会主席的信

我谨转递下列文件。

常驻代表
何试验(签名)
"""
    (letter,) = un.parse_letter(text)
    assert (letter.part, str(letter.date), str(letter.issued)) == ("annex", "2015-07-16", "2015-07-16")
    assert [p.entity for p in letter.parties if p.role == "sender"] == ["TCD"]


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


def test_the_text_of_a_letter_on_a_page_that_says_so():
    text = """نص مذكرة الحكومة التشادية

إلى سكرتير عام الأمم المتحدة

في 19 يوليه 1990

تحية طيبة وبعد.

أود إطلاع معاليكم على موقف الحكومة التشادية.
"""
    (letter,) = un.parse_letter(text)
    assert [(p.role, p.entity) for p in letter.parties] == [("sender", "TCD"), ("addressee", "SG")]
    assert str(letter.date) == "1990-07-19"


def test_a_body_right_below_the_title_begins_with_who_presents_compliments():
    text = """S/AC.44/2017/99
5 June 2017
Russian
Original: French
Вербальная нота Постоянного представительства Чада от 30 мая 2017
года на имя Председателя Комитета
Постоянное представительство Чада при Организации Объединенных
Наций свидетельствует свое уважение Комитету и имеет честь
препроводить доклад.
"""
    (letter,) = un.parse_letter(text)
    assert [(p.role, p.entity) for p in letter.parties] == [("sender", "TCD"), ("addressee", "S/AC.44")]


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


def test_a_covering_letter_that_lost_its_title_with_the_masthead():
    text = """6 June 1997

I have the honour to forward what the Director General of the Agency has written to me (see annex).

I request that the members of the Security Council be shown it.

(Signed) Adam TESTANI

Page 2


Letter dated 5 June 1997 from the Director General of the International Atomic Energy Agency addressed to the
Secretary-General

I refer to document S/1997/9930.

(Signed) Jan PROBE
"""
    letters = un.parse_letter(text)
    assert [(each.part, str(each.date)) for each in letters] == [("letter", "1997-06-06"), ("annex", "1997-06-05")]
    assert not [mention for mention in letters[0].mentions if mention.kind == "document"]


def test_a_title_below_a_signature_is_no_annex_where_none_is_announced():
    text = """6 June 1997

I have the honour to write to you.

(Signed) Adam TESTANI


Letter dated 5 June 1997 from the Permanent Representative of Chad to the United Nations addressed to the
Secretary-General

I refer to document S/1997/9930 (see annex).
"""
    assert [each.part for each in un.parse_letter(text)] == ["letter"]


RECORDS = """DOCUMENT S/9750
Letter dated 3 May 1961 from the representative of Chad to the President of the Security Council
[Original: French]
[4 May 1961]
I have the honour to write to you about our border.

(Signed) A. TESTANI
Representative of Chad

DOCUMENT S/9751
Telegram dated 4 May 1961 from the Prime Minister of Togo addressed to the Secretary-General
[Original: English]
[5 May 1961]
I wish to inform you of our answer to document S/9750.

(Signed) J. PROBE
Prime Minister

Annex

List of places

DOCUMENT S/9752
Note verbale dated 5 May 1961 from the representative of Benin addressed to the Secretary-General
The Permanent Mission of Benin presents its compliments to the Secretary-General and refers to the above.
"""


def test_letters_of_the_official_records_one_below_the_other():
    letters = un.parse_letter(RECORDS)
    assert [(each.letter_id, each.form, each.symbol, str(each.issued), each.original_language) for each in letters] == [
        ("", "letter", "S/9750", "1961-05-04", "fr"),
        ("#2", "cable", "S/9751", "1961-05-05", "en"),
        ("#3", "note verbale", "S/9752", "None", None),
    ]
    assert [[party.entity for party in each.parties if party.role == "sender"] for each in letters] == [
        ["TCD"],
        ["TGO"],
        ["BEN"],
    ]
    assert [[m.target for m in each.mentions if m.kind == "document"] for each in letters] == [[], ["S/9750"], []]


EXCHANGE = """{}Letter dated 3 June 2010 from the Prime Minister of Chad addressed to the Secretary-General

I have the honour to inform you of our plans.

(Signed) Adam Testani

{}Letter dated 5 June 2010 from the Secretary-General addressed to the Prime Minister of Chad

I {} your letter of 3 June.

(Signed) Ana Probe
"""
COVERING = """Letter dated 6 June 2010 from the Permanent Representative of Chad to the United Nations addressed to the
President of the Security Council

I have the honour to forward to you two letters (see annex).

(Signed) Jan Ensayo

Annex

"""


@pytest.mark.parametrize(
    ("text", "parts", "why"),
    [
        (EXCHANGE.format("", "", "thank you for"), ["letter", "letter"], "an answer"),
        (EXCHANGE.format("", "S/2010/9101\n", "thank you for"), ["letter", "letter"], "with its symbol"),
        (EXCHANGE.format(COVERING, "", "thank you for"), ["letter", "annex", "annex"], "in one annex"),
        (EXCHANGE.format("", "", "did not get"), ["letter"], "no body of a letter: a list of titles"),
        (EXCHANGE.format("", "See also\n", "thank you for"), ["letter"], "words above it: a page's list"),
        (2 * EXCHANGE.format("", "", "thank you for").partition("Letter dated 5")[0], ["letter"], "a copy"),
    ],
)  # fmt: skip
def test_several_letters_in_one_file(text: str, parts: list[str], why: str) -> None:
    assert [each.part for each in un.parse_letter(text)] == parts, why


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


TITLE = "Letter from the Minister for Foreign Affairs of Chad to the Secretary-General"
SPEAKS = "\n\nI have the honour to write to you.\n\nPlease accept the assurances of my highest consideration.\n"


@pytest.mark.parametrize(
    ("head", "date", "place", "why"),
    [
        (f"14 March 2012\n\n{TITLE}", "2012-03-14", None, "the date above"),
        (f"N'Djamena, 14 March 2012\n{TITLE}", "2012-03-14", "N'Djamena", "with its place"),
        (f"Posted on 14 March 2012\n{TITLE}", "None", None, "the page's own stamp"),
        (f"Published: 14 March 2012\n{TITLE}", "None", None, "another"),
        ("Text of the letter of 14 March 2012 from the President of Chad to the Secretary-General", "2012-03-14",
         None, "words"),
        ("TEXT OF A LETTER OF 14 MARCH 2012 FROM THE PRESIDENT OF CHAD TO THE SECRETARY-GENERAL", "2012-03-14",
         None, "capitals"),
    ],
)  # fmt: skip
def test_dates_above_and_words_before_a_title(head: str, date: str, place: str | None, why: str) -> None:
    letters = un.parse_letter(f"{head}{SPEAKS}")
    assert [(str(each.date), each.place) for each in letters] == [(date, place)], why
    assert [(party.role, party.entity) for party in letters[0].parties] == [("sender", "TCD"), ("addressee", "SG")], why


def test_the_stamp_of_an_archive_is_no_date_of_issue():
    text = """UN Test Item Scan - Record Title Page 9 Date 29/06/2006 Time 9:52:52 AM

GENERAL ASSEMBLY
Original: English

Letter dated 1 July 1976 from the Permanent Representative of Chad addressed to the Secretary-General

I have the honour to write to you.
"""
    assert [(each.issued, str(each.date)) for each in un.parse_letter(text)] == [(None, "1976-07-01")]
