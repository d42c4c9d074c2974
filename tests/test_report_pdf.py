"""Reports as documents of pages."""

import re
import sys
from html import unescape

import pypdfium2
import pytest

import unanalysis as un
from unanalysis.errors import MissingDependencyError, UnanalysisError
from unanalysis.graph.example import example_corpus
from unanalysis.report import content, page, pdf


def opened(data: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(data)


def test_a_pdf_is_tagged_and_has_bookmarks_numbers_and_text(chromium, specimens, tmp_path):
    corpus = un.read_letters(specimens / "ar-S-2018-9102.txt", progress=False)
    path = un.write_report(corpus, tmp_path / "report.PDF", language="fr", title="Lettres")
    document = opened(path.read_bytes())
    try:
        assert document.is_tagged()
        assert document.get_metadata_value("Title") == "Lettres"
        titles = [bookmark.get_title() for bookmark in document.get_toc()]
        assert titles[0] == "Lettres"
        assert {"Résumé", "Qui écrit à qui", "Problèmes et doutes", "Textes des lettres"} <= set(titles)
        assert "S/2018/9102 (arabe)" in titles
        texts = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
        assert all(f"{number} / {len(texts)}" in text for number, text in enumerate(texts, 1))
        assert "Qui écrit à quel organe" in "".join(texts)
        assert "Chercher dans ce tableau" not in "".join(texts)  # what only a screen can do
    finally:
        document.close()


def test_printing_again_gives_the_same_bytes(chromium, tmp_path):
    first, second = (un.write_report(example_corpus(), tmp_path / f"{number}.pdf") for number in (1, 2))
    assert first.read_bytes() == second.read_bytes()


def test_the_page_for_paper_runs_nothing():
    text = page.page(example_corpus(), content.Settings(paper=True))
    assert "<script" not in text
    assert "script-src 'none'" in unescape(text)
    assert "<details open>" in text


def test_a_document_that_nobody_could_leaf_through_leaves_the_texts_out(monkeypatch):
    monkeypatch.setattr(page, "PAPER", 4)
    text = page.page(example_corpus(), content.Settings(paper=True))
    assert "5 texts are left out here" in text
    assert not re.search(r'href="#t\d', text)


def test_without_anything_that_prints_one_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "find_browser", lambda: None)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingDependencyError, match=r"Chromium, Chrome nor Edge.*Hint:.*unanalysis\[pdf\]"):
        un.write_report(example_corpus(), tmp_path / "report.pdf")


def test_without_a_browser_weasyprint_prints(monkeypatch):
    pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))
    monkeypatch.setattr(pdf, "find_browser", lambda: None)
    document = opened(
        pdf.pdf("<!doctype html><html lang=en><title>Page</title><h1>Heading</h1><img src='http://a.example/x'>")
    )
    assert [bookmark.get_title() for bookmark in document.get_toc()] == ["Heading"]
    assert document.is_tagged()
    document.close()


def test_a_browser_that_does_not_print_is_an_error_in_words(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "find_browser", lambda: sys.executable)
    with pytest.raises(UnanalysisError, match=r"was not printed by .*Hint:"):
        un.write_report(example_corpus(), tmp_path / "report.pdf")
    assert not (tmp_path / "report.pdf").exists()
