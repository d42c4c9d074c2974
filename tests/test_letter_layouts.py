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
