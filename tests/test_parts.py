"""Where letters and their parts begin and end, in texts that lost their headings, gaps or lines."""

import pytest

import unanalysis as un

COVER = """\
Forty-fourth session Items 38 and 39 of the provisional agenda

Letter dated 3 May 1989 from the Permanent Representative of
Chad to the United Nations addressed to the Secretary-General

I have the honour to transmit a letter dated 2 May 1989 addressed to you by the Permanent Observer of Switzerland
(see annex).

(Signed) Adoum TESTANI
Permanent Representative
"""
LETTER = """\
Letter dated 2 May 1989 from the Permanent Observer of
Switzerland to the United Nations addressed to the Secretary-General

On instructions from my Government I draw your attention to this matter.

(Signed) Urs MUSTERER
Permanent Observer
"""


@pytest.fixture
def read(tmp_path):
    def give(text: str) -> un.Corpus:
        path = tmp_path / "letter.txt"
        path.write_text(text, encoding="utf-8")
        return un.read_letters(path, progress=False)

    return give


def parties(corpus: un.Corpus, role: str) -> list[list[object]]:
    rows = corpus.parties[corpus.parties["role"] == role]
    return rows[["letter_id", "entity", "capacity"]].astype(object).where(rows.notna(), None).values.tolist()


def test_an_announced_annex_without_heading_begins_at_its_title(read):
    corpus = read(f"{COVER}\n\n{LETTER}")
    assert corpus.letters["part"].tolist() == ["letter", "annex"]
    assert [name for name in corpus.parties["name"] if name == name] == ["Adoum TESTANI", "Urs MUSTERER"]
    assert [entity for _, entity, _ in parties(corpus, "signatory")] == ["TCD", "CHE"]
    assert corpus.letters["session"].tolist() == ["44", "44"], "a session is enough to make a masthead"


@pytest.mark.parametrize(
    ("cover", "part"),
    [
        (COVER.replace("\n(see annex)", ""), "annex"),
        (COVER.replace("\n(see annex)", "").replace("to transmit", "to refer to"), "letter"),
        (COVER.replace("\n(see annex)", "").replace("2 May", "1 May"), "letter"),
    ],
    ids=["transmitted", "another letter", "another is transmitted"],
)
def test_a_letter_below_another_is_its_annex_where_it_is_transmitted(read, cover, part):
    assert read(f"{cover}\n\n{LETTER}").letters["part"].tolist() == ["letter", part]


def test_labels_below_a_signature_are_not_its_office(read):
    corpus = read(
        "Letter dated 3 May 2009 from the Chargé d'affaires a.i. of Chad to the United Nations addressed to the "
        "Secretary-General\nThe Republic of Chad asks for your help.\n(Signed) Adoum Testani\n"
        "Chargé d'affaires a.i.\n______________\nType: Letter\nSource: Security Council\n"
    )
    assert parties(corpus, "signatory") == [["letter", "TCD", "Chargé d'affaires a.i."]]


def test_the_heading_of_an_annex_ends_before_the_next_title(read):
    corpus = read(
        "A/AC.154/999\nCarta de fecha 10 de agosto de 2007 dirigida al Presidente del Comité de Relaciones con el País "
        "Anfitrión por el Representante Permanente de Cuba ante las Naciones Unidas\n"
        "Tengo el honor de transmitir una nota verbal (véase el anexo).\n(Firmado) Inés Modelo\n"
        "Representante Permanente\n"
        "Anexo de la carta de fecha 10 de agosto de 2007 dirigida al\nPresidente del Comité de Relaciones con el País\n"
        "Anfitrión por el Representante Permanente de Cuba ante las Naciones Unidas\n"
        "Nota verbal de fecha 9 de agosto de 2007 dirigida a la Misión\nPermanente de Chile ante las Naciones Unidas "
        "por la Misión Permanente de Cuba ante las Naciones Unidas\n"
        "La Misión Permanente de Cuba saluda atentamente a la Misión Permanente de Chile y le informa.\n"
    )
    assert corpus.letters["form"].tolist() == ["letter", "note verbale"]
    assert parties(corpus, "addressee")[1] == ["letter/annex-1", "CHL", "Permanent Mission"]


@pytest.mark.parametrize(
    ("said", "sender", "addressee", "why"),
    [
        ("a letter addressed to you from the Minister for Foreign Affairs of Chad (see annex)",
         ("TCD", "Minister for Foreign Affairs"), ("SG", "Secretary-General"), "addressed to you"),
        ("a letter from the Minister for Foreign Affairs (see annex)",
         ("TCD", "Minister for Foreign Affairs"), None, "the minister of the State that transmits it"),
        ("a letter addressed to you by Ali Al-Testani, Minister for Foreign Affairs of Chad (see annex)",
         ("TCD", "Minister for Foreign Affairs"), ("SG", "Secretary-General"), "by a person"),
        ("a letter from the President of Mali (see annex)", ("MLI", "Head of State"), None, "another State's"),
    ],
)  # fmt: skip
def test_the_covering_letter_tells_of_an_annexed_one(read, said, sender, addressee, why):
    corpus = read(
        "Letter dated 13 May 2012 from the Permanent Representative of Chad to the United Nations addressed to the "
        f"Secretary-General\nI have the honour to transmit herewith {said}.\n(Signed) Adoum TESTANI\n"
        "Annex to the letter dated 13 May 2012 from the Permanent Representative of Chad to the United Nations "
        "addressed to the Secretary-General\n7 May 2012\nIt is with deep regret that we see how things stand at our "
        "border, where nothing has been done of all that had been agreed upon, and where villages have been burnt.\n"
        "It must be said that more was expected of all who signed, and of those who promised their help to them.\n"
    )
    assert corpus.letters["part"].tolist() == ["letter", "annex"], why
    assert corpus.letters["date"].astype(str).tolist() == ["2012-05-13", "2012-05-07"], why
    assert parties(corpus, "sender")[1] == ["letter/annex-1", *sender], why
    assert parties(corpus, "addressee")[1:] == ([["letter/annex-1", *addressee]] if addressee else []), why


def test_a_covering_letter_transmits_one_letter_without_referring_to_its_annex(read):
    head = "of Chad to the United Nations addressed to the Secretary-General\n"
    corpus = read(
        f"Letter dated 13 May 2012 from the Permanent Representative {head}I transmit herewith a letter "
        "dated 7 May 2012 from Mr. Ali Testani, Minister for Foreign Affairs of Chad.\n(Signed) Adoum TESTANI\n"
        f"Annex to the letter dated 13 May 2012 from the Permanent Representative {head}"
        "Nothing has been done of all that had been agreed upon.\n(Signed) Ali TESTANI\nMinister for Foreign Affairs\n"
    )
    assert corpus.letters["date"].astype(str).tolist() == ["2012-05-13", "2012-05-07"]
    assert parties(corpus, "sender")[1] == ["letter/annex-1", "TCD", "Minister for Foreign Affairs"]


def test_an_annex_behind_a_signature_in_a_text_on_one_line(read):
    corpus = read(
        "S/2006/999 Letter dated 3 May 2006 from the Permanent Representative of Chad to the United Nations addressed "
        "to the President of the Security Council I refer to resolution 1373 (2001) and send our report (see annex). "
        "Annex II and all others will follow. "
        + "They are long. "
        * 20
        + "(Signed) Adoum Testani Permanent Representative 06-11111 (E) S/2006/999 "
        "Annex Report of Chad Introduction 1. It was asked for in S/2005/800.\n"
    )
    cited = corpus.mentions[corpus.mentions["kind"].isin(["resolution", "document"])]["target"]
    assert cited.tolist() == ["S/RES/1373(2001)"]


def test_the_heading_of_an_annex_glued_to_a_signature(read):
    by = "adressée au Secrétaire général par le Représentant permanent du Tchad auprès de l'ONU"
    corpus = read(
        f"Lettre datée du 3 mai 2017, {by}\nJ'ai l'honneur de vous faire tenir ci-joint une note (voir annexe).\n"
        f"(Signé) A. TestaniAnnexe à la lettre datée du 3 mai 2017 {by}\nNote sur S/2017/999\n"
    )
    signatory = corpus.parties[corpus.parties["role"] == "signatory"]
    assert signatory["name"].tolist() == ["A. Testani"]
    assert "S/2017/999" not in corpus.mentions["target"].tolist(), "it stands in the annex, which is no letter"


def test_the_first_word_behind_an_enclosure_is_no_numeral(read):
    by = "from the Permanent Representative of Chad to the United Nations addressed to the Secretary-General"
    corpus = read(
        f"A/71/999 Letter dated 3 May 2017 {by} I transmit a letter dated 2 May 2017 addressed to you "
        "by Ali Testani, Minister for Foreign Affairs of Chad (see annex). (Signed) Adoum Testani Envoy 17-02619 "
        f"(E) Annex to the letter dated 3 May 2017 {by} I convey a letter dated 1 May 2017 addressed to you by Jan "
        "Probe, President of the Senate of Chad (see enclosure). (Signed) Ali Testani Minister 2/3 17-02 Enclosure I "
        "write to draw your attention to a decision of the Greek parliament. (Signed) Jan Probe President\n"
    )
    assert corpus.letters["part"].tolist() == ["letter", "annex", "enclosure"]
    assert "GRC" not in corpus.parties["entity"].tolist()


def test_a_title_behind_the_last_words_of_a_masthead(read):
    corpus = read(
        "Consejo de SeguridadS/2017/999\nDistr. general\n25 de mayo de 2017\nOriginal: inglésCarta de fecha 24 de mayo "
        "de 2017 dirigida al Presidente del Consejo de Seguridad por el Representante Permanente de Chile ante las "
        "Naciones Unidas\nDeseo señalar a su atención lo siguiente.\n"
    )
    assert parties(corpus, "sender") == [["letter", "CHL", "Permanent Representative"]]


def test_an_address_below_the_date_is_no_place(read):
    corpus = read(
        "Permanent Mission of Chad to the United Nations\n\n3 May 2009\n\nHis Excellency\nMr. Adoum Testani\n"
        "President of the Security Council\n\nExcellency,\n\nI have the honour to write to you on this matter.\n\n"
        "Accept, Excellency, the assurances of my highest consideration.\n\nUrs MUSTERER\nPermanent Representative\n"
    )
    assert corpus.letters["place"].isna().all()
    assert parties(corpus, "addressee") == [["letter", "S", "President"]]


def test_a_chinese_text_on_one_line(read):
    corpus = read(
        "联合国 A/55/999 大会 Distr.: General 5 March 2001 Original: Chinese "
        "2001年3月3日乍得常驻联合国代表给秘书长的信 谨随函转递我国外交部长的信(见附件)。 "
        "请将本信作为大会的文件分发为荷。 常驻代表 何试验（签名） "
        "附件 2001年3月1日乍得外交部长给秘书长的信 边界沿线的局势没有改善，我国政府期望各方遵守停火。 李试验（签名）\n"
    )
    assert corpus.letters["part"].tolist() == ["letter", "annex"]
    assert corpus.letters["date"].astype(str).tolist() == ["2001-03-03", "2001-03-01"]
    assert corpus.letters["symbol"].tolist() == ["A/55/999"] * 2
    assert [capacity for _, _, capacity in parties(corpus, "sender")] == [
        "Permanent Representative",
        "Minister for Foreign Affairs",
    ]
    assert corpus.parties.query("role == 'signatory'")["name"].tolist() == ["何试验", "李试验"]


@pytest.mark.parametrize(
    "between", ["", "\n\n17-02619 (E)                     1/2\n\n"], ids=["at once", "over the page"]
)
def test_the_heading_of_an_annex_that_stands_twice_is_one(read, between):
    cover = "Letter dated 3 May 2017 from the Permanent Representative of Chad to the United Nations addressed to the "
    heading = "Annex to the letter dated 3 May 2017 from the Permanent Representative of Chad to the United Nations\n"
    corpus = read(
        f"{cover}Secretary-General\n\nI have the honour to transmit a letter from the Minister for Foreign Affairs of "
        f"Chad addressed to you (see annex).\n\n(Signed) Adoum Testani\nPermanent Representative\n\n\n{heading}"
        f"{between}{heading}\nN'Djamena, 2 May 2017\n\nExcellency,\n\nI draw your attention to resolution 71/1.\n\n"
        "(Signed) Ali Probe\n"
    )
    assert corpus.letters["part"].tolist() == ["letter", "annex"]
    assert corpus.letters["date_text"].tolist() == ["3 May 2017", "2 May 2017"]
