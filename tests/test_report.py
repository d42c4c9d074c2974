"""Reports as files: what is in them, in which order, in which language, and that nothing in a letter does harm."""

import base64
import hashlib
import json
import random
import re
import subprocess
import sys
import zlib
from datetime import date
from html import unescape
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

import unanalysis as un
from benchmarks.generate import generate
from tests.reports import HARM, hostile, unknown
from unanalysis.cli import main
from unanalysis.corpus import Corpus
from unanalysis.errors import InputError
from unanalysis.graph.example import example_corpus
from unanalysis.report import packing
from unanalysis.report.marks import Mark, marked
from unanalysis.report.method import accuracy
from unanalysis.report.timeline import ceiling
from unanalysis.report.wording import languages, wording

SECTIONS = [
    *("summary", "timeline", "matrix", "graph", "resolutions", "exchanges", "transmitted", "letters"),
    *("problems", "method", "cite", "texts"),
]


@pytest.fixture(scope="module")
def corpus(specimens) -> Corpus:
    return un.read_letters(specimens, progress=False)


@pytest.fixture(scope="module")
def report(corpus, tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    assert un.write_report(corpus, path) == path
    return path.read_text(encoding="utf-8")


DAY = date(2014, 2, 1)


def written(corpus, tmp_path, **settings) -> str:
    return un.write_report(corpus, tmp_path / "report.html", **settings).read_text(encoding="utf-8")


# Contents


def test_sections_stand_in_their_order_each_with_its_n_and_its_filters(report):
    page = lxml_html.fromstring(report)
    sections = page.xpath("//main/section")
    assert [section.get("id") for section in sections] == SECTIONS
    for section in sections:
        (line,) = section.xpath("./p[@class='n']")
        assert re.match(r"n = \d[\d,]* ", line.text_content()), section.get("id")
        assert line.text_content().endswith("All letters that were read"), section.get("id")
    assert [link.get("href") for link in page.xpath("//nav//a")] == [f"#{id}" for id in SECTIONS]


def test_what_was_chosen_is_said_in_the_language_of_the_report(corpus, tmp_path):
    chosen = corpus.where(addressee="S", since=2014)
    assert "addressed to Security Council (S), since 2014-01-01" in written(chosen, tmp_path)
    french = written(chosen, tmp_path, language="fr")
    assert "destinataire : Conseil de sécurité (S)" in french
    assert "depuis le 2014-01-01" in french
    assert "corpus.where(addressee=" in french  # which anybody can type


def test_counts_are_those_of_the_corpus(corpus, report):
    page = lxml_html.fromstring(report)
    works = corpus.letters["work_id"].nunique()
    assert len(page.xpath("//table[@id='letters-table']/tbody/tr")) == works
    assert f"They hold {works} letters in {len(corpus.letters)} language versions" in report
    assert len(page.xpath("//article")) == len(corpus.letters)
    first = page.xpath("//table[@id='cited-table']/tbody/tr[1]")[0]
    graph = un.sender_organ_resolution_graph(corpus)
    assert int(first[1].text) == graph.nodes[f"resolution:{first[0].text}"]["letters"]
    bars = page.xpath("//section[@id='timeline']//table/tbody/tr/td[last()]/text()")
    assert sum(map(int, bars)) == un.timeline_table(corpus).to_numpy().sum()


def test_every_link_leads_somewhere_and_none_leads_out(report):
    page = lxml_html.fromstring(report)
    links = page.xpath("//a/@href")
    assert links
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= set(page.xpath("//@id"))
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))
    assert page.xpath("//@src | //link | //iframe | //object | //embed | //base | //form") == []


def test_texts_are_whole_and_marked(corpus, report):
    texts = dict(zip(corpus.documents["document_id"], corpus.documents["text"], strict=True))
    expected = {
        texts[row.document_id][row.start : row.end] for row in corpus.letters.dropna(subset=["start"]).itertuples()
    }
    letters = lxml_html.fromstring(report).find_class("letter")
    assert {letter.text_content() for letter in letters} == expected
    arabic = [letter for letter in letters if letter.get("lang") == "ar"]
    assert arabic
    assert {letter.get("dir") for letter in arabic} == {"rtl"}
    marks = {mark.get("title") for letter in letters for mark in letter.iter("mark")}
    assert "resolution: S/RES/1718(2006)" in marks


def test_method_says_by_what_and_from_what_it_was_made(corpus, report):
    digests = dict(zip(corpus.documents["document_id"], corpus.documents["sha256"], strict=True))
    listed = lxml_html.fromstring(report).find_class("digests")[0].text_content().splitlines()
    assert {line.split("  ", 1)[0] for line in listed} == set(digests.values())
    assert all("/" not in line for line in listed), "a folder of this machine is nobody's business"
    whole = hashlib.sha256("\n".join(sorted(digests.values())).encode()).hexdigest()
    assert whole in report
    assert f"Collection {whole[:16]}." in report


def test_accuracy_is_measured_or_absent():
    measured = accuracy()
    assert {source["name"] for source in measured["sources"]} <= set(wording("en").strings["sources"])
    for row in measured["measured"]:
        assert row["n"] > 0
        assert all(row["task"] in wording(language).strings["tasks"] for language in languages())
        figures = [row[name] for name in ("precision", "recall", "right") if name in row]
        assert figures
        assert all(0 < figure <= 1 for figure in figures)
    assert not measured["measured"] or (measured["date"] and measured["version"] and measured["sources"])


# Languages


def shape(value, path=()):
    """The keys of a file of strings, with the braces in each string; lists of forms count as one."""
    if isinstance(value, dict):
        return {item for key, each in value.items() for item in shape(each, (*path, key))}
    texts = value if isinstance(value, list) else [str(value)]
    return {(path, name) for text in texts for _, name, *_ in Formatter().parse(text) if name} | {(path, "")}


FREE = {"chosen", "capacities"}  # English needs no translation of English


def test_all_languages_have_the_same_strings():
    shapes = {
        language: shape({key: value for key, value in wording(language).strings.items() if key not in FREE})
        for language in languages()
    }
    assert set(shapes) == {"en", "fr"}
    assert shapes["en"] == shapes["fr"]


def test_every_string_is_used(root):
    folder = root / "unanalysis" / "report"
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in [*folder.glob("*.py"), *folder.glob("templates/*"), folder / "report.js"]
    )
    built = {"filter_from", "filter_until", "layer_sender", "layer_organ", "layer_resolution", "network"}
    unused = [key for key in wording("en").strings if not re.search(rf"[\"'.]{key}\b", source)]
    assert set(unused) - built == set()


@pytest.mark.parametrize(
    ("language", "key", "values", "expected", "why"),
    [
        ("en", "letters", {"n": 1}, "1 letter", "singular"),
        ("en", "letters", {"n": 0}, "0 letters", "English has the plural for none"),
        ("fr", "letters", {"n": 0}, "0 lettre", "French has the singular for none"),
        ("fr", "letters", {"n": 12345}, "12\u202f345 lettres", "French parts thousands with a narrow blank"),
        ("en", "one_day", {"first": DAY}, "The letters are dated 1 February 2014.", "dates in words"),
        ("fr", "one_day", {"first": DAY}, "Les lettres sont datées du 1er février 2014.", "the first of a month"),
    ],
)
def test_wording(language, key, values, expected, why):
    assert wording(language)(key, **values) == expected, why


def test_a_report_in_french_is_french(corpus, tmp_path):
    french = written(corpus, tmp_path, language="fr")
    page = lxml_html.fromstring(french)
    assert page.get("lang") == "fr"
    assert "Conseil de sécurité" in page.get_element_by_id("matrix").text_content()
    assert [heading.text for heading in page.xpath("//main/section/h2")][:2] == ["Résumé", "Les lettres dans le temps"]


def test_a_language_without_strings_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"de.*Hint"):
        un.write_report(Corpus.empty(), tmp_path / "report.html", language="de")


# The page protects itself


def test_the_policy_knows_each_script_and_style_and_nothing_else(report):
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', report)
    rules = dict(rule.split(" ", 1) for rule in unescape(policy).split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy
    for rule, pattern in (
        ("script-src", r'<script(?: type="module")?>(.*?)</script>'),
        ("style-src", r"<style>(.*?)</style>"),
    ):
        texts = re.findall(pattern, report, re.DOTALL)
        hashes = {
            "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'" for text in texts
        }
        assert hashes == set(rules[rule].split())
    assert not re.search(r"<[^>]+\s(?:style|on\w+)=", re.sub(r"<script.*?</script>", "", report, flags=re.DOTALL))


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_what_means_harm_is_only_shown(packed, tmp_path, monkeypatch):
    if packed:
        monkeypatch.setattr(packing, "PLAIN", 0)
    text = written(hostile(), tmp_path, title=HARM, author=HARM)
    page = lxml_html.fromstring(text)
    assert len(page.xpath("//script")) == 3 + packed
    assert len(page.xpath("//style")) == 1
    assert page.xpath("//img | //@onerror") == []
    assert "{{ 7 * 7 }}" in page.findtext(".//title")  # shown as it stands
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    data = json.loads(page.get_element_by_id("data").text)
    assert HARM in dict(data["entities"])
    articles = page.xpath("//article") or [lxml_html.fromstring(a) for a in unpacked(page)]
    assert len(articles) == 3
    assert not any(article.xpath(".//script | .//img") for article in articles)


def unpacked(page) -> list[str]:
    chunks = page.find_class("chunk")
    return [article for chunk in chunks for article in json.loads(zlib.decompress(base64.b64decode(chunk.text)))]


# Marks


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["organ", "date", "state"]))),
)
def test_marked_text_is_the_text_and_its_marks_nest(text, spans):
    start, end = min(2, len(text)), len(text)
    found = marked(text, start, end, [Mark(*sorted(span[:2]), span[2], '<&">') for span in spans])
    assert unescape(re.sub(r"</?mark[^>]*>", "", found)) == unescape(
        text[start:end].replace("&", "&amp;").replace("<", "&lt;")
    )
    depth = 0
    for tag in re.findall(r"</?mark", found):
        depth += 1 if tag == "<mark" else -1
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    ("spans", "expected", "why"),
    [
        ([], "abcdef", "nothing found"),
        ([(1, 3)], "a[bc]def", "one"),
        ([(0, 4), (2, 3)], "[ab[c]d]ef", "one in another"),
        ([(0, 2), (2, 4)], "[ab][cd]ef", "side by side"),
        ([(0, 3), (2, 5)], "[ab[c]][de]f", "across each other: the second goes on behind the first"),
        ([(1, 1)], "abcdef", "empty"),
        ([(4, 90)], "abcd[ef]", "past the end of the letter"),
    ],
)
def test_marks(spans, expected, why):
    found = marked("abcdef", 0, 6, [Mark(start, end, "x", str(start)) for start, end in spans])
    assert re.sub("<mark[^>]*>", "[", found).replace("</mark>", "]") == expected, why


# Sizes, and the same bytes


@pytest.mark.parametrize(
    ("highest", "expected"), [(0, (1, 1)), (5, (5, 1)), (6, (6, 2)), (11, (15, 5)), (60, (60, 20))]
)
def test_axes_end_at_round_numbers(highest, expected):
    assert ceiling(highest) == expected


def test_the_same_corpus_gives_the_same_bytes_whatever_the_order_of_its_rows(corpus, report, tmp_path):
    def shuffled(frame):
        return frame.sample(frac=1, random_state=random.Random(3).randrange(99))

    names = ("documents", "letters", "parties", "mentions", "problems")
    other = Corpus(**{name: shuffled(getattr(corpus, name)) for name in names})
    assert written(corpus, tmp_path) == report
    assert written(other, tmp_path).count("<tr>") == report.count("<tr>")


def test_another_process_gives_the_same_bytes(specimens, report, tmp_path):
    command = [sys.executable, "-m", "unanalysis", "report", str(specimens), "-o", str(tmp_path / "other.html")]
    run = subprocess.run(command, env={"PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True)
    assert run.stdout.startswith("The report on ")
    assert (tmp_path / "other.html").read_text(encoding="utf-8") == report


def test_a_thousand_letters_stay_under_three_megabytes(tmp_path):
    path = un.write_report(generate(1_000, 10_000), tmp_path / "report.html")
    assert path.stat().st_size < 3_000_000


def test_texts_that_take_too_much_are_packed_and_cut(tmp_path, monkeypatch):
    corpus = example_corpus()
    noise = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz ", k=60_000))
    frames = {name: getattr(corpus, name) for name in ("parties", "mentions")}
    letters = corpus.letters.assign(document_id=corpus.letters["letter_id"], start=0, end=len(noise))
    documents = letters[["document_id", "language"]].assign(text=noise, path=None, format=None, sha256=None, chars=None)
    whole = Corpus(documents=documents, letters=letters, **frames)
    monkeypatch.setattr(packing, "PLAIN", 0)
    articles = unpacked(lxml_html.fromstring(written(whole, tmp_path)))
    assert all(noise in lxml_html.fromstring(article).text_content() for article in articles)
    monkeypatch.setattr(packing, "ROOM", 3_000)
    text = written(whole, tmp_path)
    assert "shown up to their first 4,000 characters" in text
    for article in unpacked(lxml_html.fromstring(text)):
        shown = lxml_html.fromstring(article)
        assert shown.find_class("letter")[0].text_content() == noise[:4_000]
        assert "stands in the file" in shown.text_content()


# Little letters


@pytest.mark.parametrize("make", [Corpus.empty, unknown, example_corpus], ids=lambda make: make.__name__)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_little_gives_a_report_too(make, language, tmp_path):
    page = lxml_html.fromstring(written(make(), tmp_path, language=language))
    assert [section.get("id") for section in page.xpath("//main/section")] == SECTIONS
    words = re.findall(r"\w+", page.find(".//main").text_content())
    assert not {"nan", "NaT", "none", "NA"} & set(words)
    assert not re.search(r"\bNone\b(?! of)", page.find(".//main").text_content())


def test_a_date_and_an_author_are_said_and_none_is_guessed(tmp_path, report):
    text = written(example_corpus(), tmp_path, title="Chemical weapons", author="A. Reader", date="2024-05-31")
    assert "A. Reader. Chemical weapons, 31 May 2024. Report made with unanalysis" in text
    assert str(date.today().year) not in lxml_html.fromstring(report).get_element_by_id("cite").text_content()


@pytest.mark.parametrize(
    ("name", "settings", "message"),
    [
        ("report.docx", {}, r"report\.docx.*Hint: .*\.html or \.pdf"),
        ("report", {}, r"Hint: .*\.html or \.pdf"),
        ("report.html", {"date": "31 May"}, r"31 May.*Hint: write it as 2024-05-31"),
    ],
)
def test_what_cannot_be_written_is_said(name, settings, message, tmp_path):
    with pytest.raises(InputError, match=message):
        un.write_report(Corpus.empty(), tmp_path / name, **settings)
    assert not (tmp_path / name).exists()


def test_the_command_says_where_the_report_is(specimens, tmp_path, capsys):
    path = tmp_path / "folder" / "report.html"
    words = ["report", str(specimens / "en-S-2017-9320.txt"), "-o", str(path), "--language", "fr", "--title", "Essai"]
    assert main(words) == 0
    assert capsys.readouterr().out == f"The report on 1 letter is {path}\n"
    assert "<title>Essai</title>" in path.read_text(encoding="utf-8")
