"""Notes verbales: who presents compliments to whom, and what a note only tells of."""

import unanalysis as un


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
