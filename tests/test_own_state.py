"""Letters that say of which State they come only in their text: lost in the title, left out below the name."""

import pytest

import unanalysis as un

LEFT_OUT = {
    "en": "Letter dated 6 June 2014 from the Permanent Representative of to the United Nations addressed to the "
    "Secretary-General\n\nI write to you on instructions from my Government. {}\n\n(Signed) Adam Testani\nAmbassador\n",
    "fr": "Lettre datée du 6 juin 2014, adressée au Secrétaire général par le Représentant permanent auprès de "
    "l’Organisation des Nations Unies\n\nD’ordre de mon gouvernement, je vous écris. {}\n\n(Signé) Adam ESSAI\n",
    "es": "Carta de fecha 6 de junio de 2014 dirigida al Secretario General por el Representante Permanente ante las "
    "Naciones Unidas\n\nPor instrucciones de mi Gobierno le escribo. {}\n\n(Firmado) Adán Ensayo\n",
    "ru": "Письмо Постоянного представителя при Организации Объединенных Наций от 6 июня 2014 года на имя Генерального "
    "секретаря\n\nПо поручению моего правительства пишу Вам. {}\n\n(Подпись) Адам Образцов\n",
    "ar": "رسالة مؤرخة 6 حزيران/يونيه 2014 موجهة إلى الأمين العام من الممثل الدائم لدى الأمم المتحدة\n\n"
    "بناء على تعليمات من حكومتي، أكتب إليكم. {}\n\n(توقيع) آدم تجريبي\n",
    "zh": "2014年6月6日常驻联合国代表给秘书长的信\n\n奉我国政府指示,谨致函如下。{}\n\n常驻代表\n何试验(签名)\n",
}


def state_of_sender(text: str, language: str) -> str | None:
    letter = un.parse_letter(text, language)[0]
    [sender] = [party for party in letter.parties if party.role == "sender"]
    assert sender.capacity == "Permanent Representative"
    return sender.entity


@pytest.mark.parametrize(
    ("language", "says", "state", "why"),
    [
        ("en", "Chad strongly rejects these claims.", "TCD", "it rejects"),
        ("en", "Chad holds the militias of the border fully responsible for it.", "TCD", "it holds responsible"),
        ("en", "I wish to express Chad's deep concern at the attack of Togo.", "TCD", "its concern"),
        ("en", "Chad strongly rejects the claims of Togo, which attacked Benin.", "TCD", "others are only named"),
        ("en", "Togo was attacked by Chad.", None, "nobody speaks"),
        ("en", "Chad reiterates its claim, and Togo reiterates its own.", None, "two speak"),
        ("en", "I write on behalf of Chad, and Togo wishes to say so.", "TCD", "said outright"),
        ("en", "Chad holds elections. Those responsible are known.", None, "two sentences"),
        ("en", "I transmit a message from Dr. A. Probe, Minister for Foreign Affairs of the Republic of Chad, to his "
         "colleagues in Africa.", "TCD", "whose minister's words are transmitted"),
        ("en", "I transmit a message from the President of Chad to the President of Togo.", None, "whose of two?"),
        ("en", "I transmit the report. The President of Chad has seen it.", None, "another sentence"),
        ("en", "I transmit a letter from the Permanent Representative of Chad.", None, "an ambassador's words are not"),
        ("fr", "Le Tchad tient à rappeler ces faits.", "TCD", "it recalls"),
        ("fr", "Le Tchad tient le Togo pour responsable de l’attaque.", "TCD", "and holds"),
        ("es", "El Chad rechaza enérgicamente las afirmaciones del Togo.", "TCD", "it rejects"),
        ("ru", "Чад решительно отвергает утверждения Того.", "TCD", "it rejects"),
        ("ar", "وتشاد تدين بشدة هذا الهجوم.", "TCD", "it condemns"),
        ("zh", "乍得强烈谴责这一袭击。", "TCD", "it condemns"),
    ],
)  # fmt: skip
def test_the_state_that_speaks(language: str, says: str, state: str | None, why: str) -> None:
    assert state_of_sender(LEFT_OUT[language].format(says), language) == state, why


def test_the_heading_of_an_annex_repeats_what_the_title_lost() -> None:
    title = "etter dated 6 June 2004 from the Permanent Representative of {} to the United Nations addressed to the "
    title += "President of the Security Council"
    letters = un.parse_letter(
        f"L{title.format('and Tobago')}\n\nI have the honour to refer to the letter of our minister (see annex).\n\n"
        f"(Signed) Adam Testani\n\nAnnex to the l{title.format('Trinidad and Tobago')}\n\n5 June 2004\n"
    )
    assert [(party.role, party.entity) for party in letters[0].parties] == [
        ("sender", "TTO"),
        ("addressee", "S"),
        ("signatory", None),
    ]
