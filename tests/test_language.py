"""The language of paragraphs: six by our own data, the others by py3langid, short lines by their neighbours."""

import gzip
import json
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unanalysis.language import detect, main_language, paragraph_languages
from unanalysis.lexicon import LANGUAGES, words

TEXTS = [
    ("en", "I have the honour to transmit herewith a letter from the Minister for Foreign Affairs", "plain English"),
    ("fr", "J’ai l’honneur de vous faire tenir ci-joint une lettre du Ministre", "French with curly apostrophes"),
    ("fr", "LETTRE DATEE DU 3 AOUT 1995, ADRESSEE AU SECRETAIRE GENERAL", "capitals without accents"),
    ("es", "Tengo el honor de transmitirle adjunta una carta del Ministro", "Spanish without accents"),
    ("ru", "Имею честь настоящим препроводить письмо Министра", "Russian"),
    ("ar", "أتشرف بأن أحيل إليكم طيه رسالة من وزير الخارجية", "Arabic"),
    ("ar", "رســـالة مـــؤرخة", "Arabic stretched with tatweel"),
    ("zh", "谨随函转递外交部长的信", "Chinese"),
    ("zh", "2014年2月28日乌克兰常驻联合国代表给安全理事会主席的信(S/2014/136)", "Chinese among digits and symbols"),
    (
        "pt",
        "Tenho a honra de transmitir a Vossa Excelência a carta que o Governo da Guiné-Bissau enviou",
        "close to es",
    ),
    (
        "pt",
        "Agradeceria que fizesse distribuir o texto da presente carta e do seu anexo como documento da Assembleia",
        "no accents",
    ),
    ("it", "Ho l'onore di trasmettere in allegato la lettera del Ministro degli affari esteri", "Italian"),
    ("de", "Ich beehre mich, Ihnen das beigefügte Schreiben des Ministers zu übermitteln", "German"),
    ("uk", "Маю честь передати Вам лист Міністра закордонних справ України", "Ukrainian is not Russian"),
    ("bg", "Имам честта да Ви предам писмото на министъра на външните работи на България", "nor is Bulgarian"),
    ("fa", "مفتخرم نامه وزیر امور خارجه جمهوری اسلامی ایران را به پیوست ارسال نمایم", "Persian is not Arabic"),
    ("ja", "日本国外務大臣の書簡を送付する光栄を有します", "Japanese has Chinese characters too"),
    ("ko", "대한민국 외교부 장관의 서한을 전달하게 되어 영광입니다", "Korean"),
    ("el", "Έχω την τιμή να σας διαβιβάσω επιστολή του Υπουργού Εξωτερικών", "a script of its own"),
    (None, "S/2014/136", "a symbol has no language"),
    (None, "Heusgen", "nor has a name"),
    (None, "28.02.2014 ()", "nor have digits"),
    (None, "", "nor has nothing"),
]


@pytest.mark.parametrize(("language", "text"), [case[:2] for case in TEXTS], ids=[case[2] for case in TEXTS])
def test_detect(language, text):
    assert detect(text) == language


DOCUMENTS = [
    (
        "an Arabic document has an English masthead",
        [
            "Distr.: General",
            "18 December 2020",
            "Original: Arabic",
            "مجلس الأمن",
            "أتشرف بأن أحيل إليكم طيه رسالة من وزير الخارجية",
        ],
        ["ar", "ar", "ar", "ar", "ar"],
    ),
    (
        "a line in one language, the next in another",
        [
            "Letter dated 3 May 2018 from the Chargé d'affaires addressed to the President of the Security Council",
            "Lettre datée du 3 mai 2018, adressée à la Présidente du Conseil de sécurité par le Chargé d'affaires",
            "I have the honour to inform you that the meeting will be held in Geneva",
            "J'ai l'honneur de vous informer que la réunion se tiendra à Genève",
        ],
        ["en", "fr", "en", "fr"],
    ),
    (
        "signature, name and heading follow what stands before them",
        [
            "Le Gouvernement rejette les allégations formulées dans cette lettre.",
            "(Signé) Ahmed Diallo",
            "Gabon",
            "S/2018/4",
        ],
        ["fr", "fr", "fr", "fr"],
    ),
    ("nothing tells", ["S/2018/4", "12/3"], [None, None]),
    ("nothing there", [], []),
]


@pytest.mark.parametrize(("lines", "expected"), [case[1:] for case in DOCUMENTS], ids=[case[0] for case in DOCUMENTS])
def test_paragraphs_and_their_neighbours(lines, expected):
    text, spans = joined(lines)
    assert paragraph_languages(text, spans) == expected


def test_the_language_of_a_document_is_that_of_its_body():
    lines = [
        "See the report of the Secretary-General and its annex to this letter",
        "谨此转递外交部长就安全理事会局势所写的信。" * 4,
    ]
    text, spans = joined(lines)
    assert main_language(text, spans, paragraph_languages(text, spans)) == "zh"
    assert main_language("", [], []) is None


@given(st.lists(st.text(), max_size=6))
def test_any_text_at_all(lines):
    text, spans = joined(lines)
    assert len(paragraph_languages(text, spans)) == len(lines)


def joined(lines: list[str]) -> tuple[str, list[tuple[int, int]]]:
    spans, start = [], 0
    for line in lines:
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return "\n".join(lines), spans


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_data(language):
    data = words(language)["language"]
    assert set(data) == {"alphabet", "words", "strangers"}
    assert all(isinstance(word, str) and word == word.lower() for word in data["words"] + data["strangers"])
    assert not set(data["words"]) & set(data["strangers"])


def test_real_titles_and_paragraphs(shared):
    lines = (shared / "eval" / "titles_dev.jsonl").read_text(encoding="utf-8").splitlines()
    titles = [json.loads(line) for line in lines]
    assert [title["text"] for title in titles if detect(title["text"]) != title["lang"]] == []
    paragraphs = defaultdict(list)
    with gzip.open(shared / "eval" / "citations_SC.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            paragraph = json.loads(line)
            paragraphs[paragraph["lang"]].append(paragraph["text"])
    for language, texts in paragraphs.items():
        found = paragraph_languages(*joined(texts))
        wrong = [text for text, guess in zip(texts, found, strict=True) if guess != language]
        assert len(wrong) <= 0.002 * len(texts), wrong[:5]
