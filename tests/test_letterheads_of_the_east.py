"""Letterheads of Russian, Arabic and Chinese letters without a title: who writes to whom, and when. Composed texts."""

import pytest

import unanalysis as un

CASES = {
    "an address that begins with an office in the dative; the day in quotation marks": (
        """Министерство иностранных дел
Республики Чад

«19» сентября 2014 г.
№ 2345/дп

Генеральному секретарю
Организации Объединенных Наций

Уважаемый господин Генеральный секретарь,

Хотел бы сообщить следующее.

Искренне Ваш,

Адум Образцов
Министр иностранных дел
""",
        ("2014-09-19", [("TCD", "Minister for Foreign Affairs")], [("SG", "Secretary-General")], ["Адум Образцов"]),
    ),
    "a president of the Council addressed by office and rank": (
        """Председателю Совета Безопасности ООН
Послу Урсу МУСТЕРЕРУ

Нью-Йорк, 2 марта 2014 года

Господин Председатель,

По поручению моего правительства прошу Вас созвать заседание Совета.

Примите, господин Председатель, уверения в моем самом высоком уважении.

Адум Образцов
Постоянный представитель Чада
при Организации Объединенных Наций
""",
        ("2014-03-02", [("TCD", "Permanent Representative")], [("S", "President")], ["Адум Образцов"]),
    ),
    "an ambassador's name before the office, in Arabic": (
        """جمهورية تشاد
البعثة الدائمة لدى الأمم المتحدة
نيويورك

15 آذار/مارس 2014

سعادة السفيرة بيترا كوفاتش
رئيسة مجلس الأمن

سعادة السفيرة،

بناء على تعليمات من حكومتي، أطلب المشاركة في جلسة المجلس.

وتفضلي سعادتكم بقبول فائق الاحترام والتقدير.

آدم تجريبي
المندوب الدائم
""",
        ("2014-03-15", [("TCD", "Permanent Representative")], [("S", "President")], ["آدم تجريبي"]),
    ),
    "an office, and on the next line a name with its style, in Chinese": (
        """乍得外交部长

2010年3月2日,恩贾梅纳

联合国秘书长
某某某阁下

阁下:

我谨确认乍得政府的立场没有改变。

顺致崇高敬意。

何试验(签名)
""",
        ("2010-03-02", [("TCD", "Minister for Foreign Affairs")], [("SG", "Secretary-General")], ["何试验"]),
    ),
    "the address below the signature, in Chinese": (
        """秘书长

2013年12月20日

主席先生:

谨转递乍得政府的报告。

顺致崇高敬意。

何试验

安全理事会主席
马丁·例子先生阁下
纽约
""",
        ("2013-12-20", [("SG", "Secretary-General")], [("S", "President")], ["何试验"]),
    ),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("dress", ["as printed", "every line parted by a blank one"])
def test_letterheads(case, dress):
    text, expected = CASES[case]
    if dress != "as printed":
        text = "\n\n".join(line for line in text.split("\n") if line)
    (letter,) = un.parse_letter(text)

    def parties(role):
        return [(party.entity, party.capacity) for party in letter.parties if party.role == role]

    names = [party.name for party in letter.parties if party.role == "signatory"]
    assert (str(letter.date), parties("sender"), parties("addressee"), names) == expected


def test_an_office_of_the_secretariat_below_which_the_secretariat_presents_its_compliments():
    text = """Секретариат Организации Объединенных Наций
Управление по правовым вопросам
LA/TR/999/2016
Секретариат Организации Объединенных Наций свидетельствует свое уважение Постоянному представительству Чада при
Организации Объединенных Наций и имеет честь подтвердить получение его ноты.
15 марта 2016 года
"""
    (letter,) = un.parse_letter(text)
    assert [(p.role, p.entity) for p in letter.parties] == [("sender", "UN"), ("addressee", "TCD")]


def test_a_title_whose_state_stands_behind_a_blank_line():
    text = """S/2003/9351

رسالة مؤرخة 20 آذار/مارس 2003 موجهة إلى رئيس مجلس الأمن من الممثل الدائم

لتشاد لدى الأمم المتحدة

أتشرف بأن أبلغكم بما يلي.
"""
    (letter,) = un.parse_letter(text)
    assert [p.entity for p in letter.parties if p.role == "sender"] == ["TCD"]


def test_a_title_in_the_middle_of_lines_behind_the_masthead_and_a_name_that_goes_on_on_the_next():
    text = """Организация Объединенных Наций S/2020/9191 Совет Безопасности Distr.:
General 9 December 2020 Russian Original: English Письмо Председателя
Пятого комитета от 9 декабря 2020 года на имя Председателя Совета
Безопасности От имени Комитета имею честь представить доклад. Буду
признателен за распространение настоящего письма. (Подпись) Адум
Образцов Председатель Пятого комитета
"""
    (letter,) = un.parse_letter(text)
    assert (letter.symbol, str(letter.date)) == ("S/2020/9191", "2020-12-09")
    assert [(p.role, p.entity, p.name) for p in letter.parties] == [
        ("sender", "A/C.5", None),
        ("addressee", "S", None),
        ("signatory", "A/C.5", "Адум Образцов"),
    ]
