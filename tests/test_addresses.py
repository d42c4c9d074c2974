"""Letters without a title: to whom they go, who signs them, and texts that only look like letters."""

import pytest

import unanalysis as un

BODY = "I have the honour to draw your attention to our border, and ask that this letter be circulated.\n"
CLOSING = "Please accept, Excellency, the assurances of my highest consideration."
HEAD = "PERMANENT MISSION OF CHAD\nTO THE UNITED NATIONS\n12 Test Street\nRef: 11/74 6 June 1975\n\n"
TOGETHER = (
    f"{HEAD}Excellency, {BODY}{CLOSING}\n\nAdoum Testani Ambassador Permanent Representative of Chad to the United "
    "Nations His Excellency Jan Probe Secretary-General United Nations\n"
)
OFFICE = "Adoum Testani\nAmbassador\nPermanent Representative"


def read(text: str, language: str = "en") -> un.Letter | None:
    letters = un.parse_letter(text, language)
    return letters[0] if letters else None


def party(letter: un.Letter, role: str) -> list[tuple[str | None, str | None]]:
    return [(p.entity, p.capacity) for p in letter.parties if p.role == role]


@pytest.mark.parametrize(
    ("text", "addressee", "why"),
    [
        (f"{HEAD}Excellency, {BODY}{CLOSING}\n\n{OFFICE}\n\nH.E. Mr. Jan Probe\nSecretary-General\nUnited Nations\n",
         ("SG", "Secretary-General"), "the letterhead's own \"to the United Nations\" is no address"),
        (TOGETHER, ("SG", "Secretary-General"), "run together"),
        (f"6 June 1975\n\nH.E. Mr. Jan Probe President of the Security Council United Nations New York, N.Y.\n\n{BODY}",
         ("S", "President"), "an address on one line, and no salutation"),
        (f"PERMANENT MISSION OF CHAD TO THE UNITED NATIONS NEW YORK 6th June 1975 No. 5 Your Excellency, {BODY[:-1]} "
         f"{CLOSING} Adoum Testani Permanent Representative H.E. Mr. Jan Probe Secretary-General United Nations\n",
         ("SG", "Secretary-General"), "all on one line"),
        (f"{HEAD}Excellency: {BODY}{CLOSING}\n\n{OFFICE}\n\nH. E. Dr. Jan Probe Secretary-General United Nations\n",
         ("SG", "Secretary-General"), "H. E. with a blank"),
        (f"New York, 6 June 1975\n\nNo. 5/75\n{BODY}\nH.E. Mr. Jan Probe\n\nPresident of the Security Council\n"
         f"United Nations, New York\n\n{BODY}", ("S", "President"), "at the foot of a page, the name apart"),
        (f"6 June 1975\n\nTo: Mr Jan Probe\nPresident - Security Council\nUnited Nations\n\nExcellency:\n\n{BODY}",
         ("S", "President"), "To:"),
        (f"6 June 2010\n\n{BODY}{CLOSING}\n\n{OFFICE}\n\nH.E. Mr. Ban Ki-moon\nUnited Nations\nNew York\n",
         ("SG", "Secretary-General"), "a Secretary-General by name alone"),
        (f"6 June 2010 Excellency, {BODY.strip()} All Permanent Representatives and Permanent Observers to the United "
         f"Nations New York 2(6) {BODY.strip()} {CLOSING} Jan Probe\n", ("MEMBER_STATES", None), "a text on one line"),
    ],
)  # fmt: skip
def test_the_addressee(text: str, addressee: tuple[str, str | None], why: str) -> None:
    letter = read(text)
    assert letter is not None, why
    assert party(letter, "addressee") == [addressee], why
    assert str(letter.date)[5:] == "06-06", why


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        (TOGETHER, "Adoum Testani", "run together"),
        (f"{HEAD}Excellency: {BODY}{CLOSING}\n\nAdoum Testani Ambassador Permanent Representative\n\nH. E. Dr. Jan "
         "Probe Secretary-General United Nations\n", "Adoum Testani", "name and office on one line below the closing"),
        (f"6 June 1975\n\nExcellency,\n\n{BODY}{CLOSING}\nAmir Said Testani\nAmbassador\nPermanent Representative\n",
         "Amir Said Testani", "a name that is a title elsewhere"),
        (f"6 June 1975\n\nExcellency,\n\n{BODY}{CLOSING}\nMs. Ana Rhonda King\nPermanent Representative\n",
         "Ana Rhonda King", "an office that is a surname"),
        (f"6 June 1975\n\nExcellency,\n\n{BODY}{CLOSING}\nDr Sultan Testani\nPermanent Representative\n",
         "Sultan Testani", "and a given name, behind an honorific without its point"),
        (f"6 June 1975\n\nExcellency,\n\n{BODY}{CLOSING}\n\nDr. Adoum TestaniPermanent Representative\n\nAT/mr\n",
         "Adoum Testani", "an office glued to it, the letters of who typed it below"),
        (f"6 June 1975\n\nExcellency,\n\n{BODY}(Signed) Adoum Testani First Counsellor\nPermanent Representative\n",
         "Adoum Testani", "a rank on the line of the name"),
        (f"6 June 1975\n\nExcellency,\n\n{BODY}(Signed ) Adoum Testani\nPermanent Representative\n", "Adoum Testani",
         "a blank within the brackets"),
    ],
)  # fmt: skip
def test_the_signatory(text: str, name: str, why: str) -> None:
    letter = read(text)
    assert letter is not None
    assert [p.name for p in letter.parties if p.role == "signatory"] == [name], why
    assert ("TCD" if "CHAD" in text else None, "Permanent Representative") in party(letter, "sender"), why


@pytest.mark.parametrize(
    ("head", "sender", "why"),
    [
        ("PERMANENT MISSION OF CHAD TO THE UNITED NATIONS N~ l 01-)4 6 June 1975 : .-o 'l. fo Excellency, ",
         ("TCD", "Permanent Representative"), "scraps of a scan between date and salutation"),
        (f"PERMANENT MISSION OF CHAD TO THE UNITED NATIONS{12 * ' Test House 6'} Tel.: 555 01 55, Fax: 555 01 56 "
         "6 June 1975 Excellency, ", ("TCD", "Permanent Representative"), "a long address before the date"),
    ],
)  # fmt: skip
def test_a_letterhead_on_the_line_of_the_letter(head: str, sender: tuple[str, str], why: str) -> None:
    letter = read(f"{head}{BODY.strip()} {CLOSING} Adoum Testani Permanent Representative Jan Probe\n")
    assert letter is not None, why
    assert (str(letter.date), party(letter, "sender")) == ("1975-06-06", [sender]), why
    assert party(letter, "addressee") == [(None, None)], why


def test_an_office_on_the_line_of_the_letter_is_that_of_its_organ() -> None:
    letter = read(
        f"OFFICE OF THE PRESIDENT HUMAN RIGHTS COUNCIL Tel.: 555 01 55 6 June 2010 Excellency, {BODY.strip()} "
        f"{CLOSING} Adoum Testani President\n"
    )
    assert letter is not None
    assert party(letter, "sender") == [("A/HRC", "President")]


def test_a_sentence_with_a_date_is_no_letterhead() -> None:
    assert not un.parse_letter(
        f"The Permanent Mission of Chad {11 * 'is at home '}and I wish to say so, 6 June 1975 Sir, "
    )


def test_a_title_behind_agenda_items_on_the_line_of_the_letter() -> None:
    items = "Sixty-first session Agenda items 47 and 113 " + " ".join(
        5 * ["Follow-up to the outcome of the conferences"]
    )
    letter = read(
        f"{items} Letter dated 6 June 2007 from the Permanent Representatives of Chad and Togo to the United Nations "
        f"addressed to the President of the General Assembly We have the honour to write on behalf of our Group. {BODY}"
    )
    assert letter is not None
    assert party(letter, "sender") == [("TCD", "Permanent Representative"), ("TGO", "Permanent Representative")]


def test_a_president_greets_the_members_of_his_organ() -> None:
    letter = read(
        "The President of the Security Council presents his compliments to the members of the Council and has the "
        "honour to transmit herewith, for their information, a copy of a letter dated 6 June 2014.\n\n6 June 2014\n"
    )
    assert letter is not None
    assert (party(letter, "sender"), party(letter, "addressee")) == ([("S", "President")], [("S", None)])


def test_compliments_of_an_office_of_the_united_nations() -> None:
    letter = read(
        "United Nations / Nations Unies\nreference: ODA/99-2009/TESTThe Office for Disarmament Affairs of the United "
        "Nations presents its compliments to the Permanent Missions to the United Nations and has the honour to ask.\n"
    )
    assert letter is not None
    assert party(letter, "sender") == [("ODA", "Secretariat")]


def test_a_secretary_general_may_sign_with_his_name_alone() -> None:
    letter = read(f"6 June 1998\n\n{BODY}I enclose a report.\n\n(Signed) Kofi A. ANNAN\n")
    assert letter is not None
    assert party(letter, "sender") == [("SG", "Secretary-General")]


def test_the_programme_in_an_office_is_not_the_state_that_it_is_for() -> None:
    letter = read(f"6 June 1999\n\nExcellency,\n\n{BODY}{CLOSING}\nJan Probe\nExecutive Director\nIraq Programme\n")
    assert letter is not None
    assert party(letter, "sender") == [("OIP", "Executive Director")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("before", ["It is long.\n", ""])
def test_a_copy_without_the_word_signed(gap: str, before: str) -> None:
    letter = read(
        "Letter dated 6 June 2014 from the Permanent Representative of Chile to the United Nations addressed to the "
        f"Secretary-General\n\n{before}I ask that the present letter be circulated as a document of the Council.{gap}"
        "Adán Ensayo\nAmbassador\nPermanent Representative\n"
    )
    assert letter is not None
    signed = [(p.entity, p.capacity, p.name) for p in letter.parties if p.role == "signatory"]
    assert signed == [("CHL", "Permanent Representative", "Adán Ensayo")]


def test_the_body_on_the_line_of_a_signature_tells_no_office() -> None:
    letter = read(
        "Lettre datée du 6 juin 2016, adressée au Président du Conseil de sécurité par le Secrétaire général\n\n"
        "J'ai l'honneur de vous transmettre le rapport du Directeur général de l'Organisation pour l'interdiction des "
        "armes chimiques sur ses travaux du mois. (Signé) Jan PROBE\n",
        "fr",
    )
    assert letter is not None
    assert [(p.entity, p.name) for p in letter.parties if p.role == "signatory"] == [(None, "Jan PROBE")]


@pytest.mark.parametrize(
    ("said", "state", "why"),
    [
        ("On behalf of the Government of Chad, I inform you of it.", "TCD", "in whose name it is written"),
        ("I write to you on behalf of Chad and of its people.", "TCD", "without its Government"),
        ("On behalf of the African Union, I inform you of it.", None, "no State"),
        ("The Government of Chad has attacked us.", None, "another State"),
        ("On behalf of Chad, and on behalf of Mali, I inform you of it.", None, "of two none"),
    ],
)
def test_the_state_of_a_sender_who_does_not_say_it(said: str, state: str | None, why: str) -> None:
    letter = read(f"6 June 1975\n\nExcellency,\n\n{said}\n{BODY}{CLOSING}\nAdoum Testani\nPermanent Representative\n")
    assert letter is not None
    assert party(letter, "sender") == [(state, "Permanent Representative")], why


def test_the_president_in_a_title_is_the_head_of_state_in_the_signature() -> None:
    letter = read(
        "Carta del Presidente Testani al Secretario General de las Naciones Unidas\n\nN'Djamena, 6 de junio de 2010\n\n"
        "Excelencia:\n\nLe reitero las seguridades de mi más alta consideración.\n\n"
        "Adoum Testani\n\nPresidente de la República del Chad\n",
        "es",
    )
    assert letter is not None
    assert party(letter, "sender") == [("TCD", "Head of State")]


def test_below_a_french_signature_follows_the_address() -> None:
    letter = read(
        "LE PRÉSIDENT DE LA RÉPUBLIQUE\nParis, le 13 octobre 2006.\nMonsieur le Secrétaire général,\n"
        "Je tiens à vous exprimer mes félicitations, au nom de mon pays, pour votre élection à ces fonctions.\n"
        "Je vous prie de croire à l'expression de ma haute considération.\n"
        "Avec mes sentiments les meilleurs et les plus cordiaux\nJean ESSAI\n"
        "Monsieur Paul Preuve,\nMinistre des affaires étrangères de la République de Corée\n",
        "fr",
    )
    assert letter is not None
    assert party(letter, "sender") == [(None, "Head of State")]
    assert [p.name for p in letter.parties if p.role == "signatory"] == ["Jean ESSAI"]


def test_a_speech_is_no_letter() -> None:
    assert not read(
        "Statement by\nH.E. Ms. Ana Testani\nPermanent Representative of Chad to the United Nations\n"
        "New York, 6 June 2010\n\nMr. President,\n\nI wish to thank you. My country would like to invite all to act.\n"
    ), "it greets and is dated as a letter is"
