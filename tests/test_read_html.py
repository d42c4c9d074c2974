"""Web pages: the letter in its lines, the chrome in its spans, nothing lost."""

from __future__ import annotations

import pytest

from unanalysis.read import read_bytes

BODY = "<p>" + "The Permanent Mission presents its compliments. " * 20 + "</p>"


@pytest.mark.parametrize(
    ("html", "text", "reason"),
    [
        ("<p>one<p>two", "one\n\ntwo", "paragraphs are parted by a blank line"),
        ("<div>one</div><div>two</div>", "one\ntwo", "divisions are lines"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree", "two breaks are a blank line"),
        ("<p>a <b>bold</b>\n  word", "a bold word", "line ends of the source are blanks"),
        ("<p>Conseil de s&eacute;curit&#233;&nbsp;x", "Conseil de sécurité\xa0x", "entities; a hard blank stays one"),
        (
            "<table><tr><td>Distr.<td>General<tr><td>a<td>b</table>",
            "Distr.\tGeneral\na\tb",
            "rows are lines, cells have tabs",
        ),
        ("<ul><li>one<li>two</ul>", "one\ntwo", "lists"),
        ("<pre>A    S\n  NATIONS</pre>", "A    S\n  NATIONS", "preformatted text keeps its columns"),
        ("<p>x<script>var a='<p>no'</script><style>p{}</style>y", "xy", "no scripts, no styles"),
        ("<p>x<!-- no -->y", "xy", "no comments"),
        ("<p>de\u0301cision", "décision", "NFC across elements too"),
        ("<p>d<b>e</b>\u0301cision", "décision", "NFC across elements"),
        ("<p>unclosed <b>tags <i>everywhere", "unclosed tags everywhere", "what browsers forgive"),
        ("<p>a\x00b\ufdd5c", "abc", "what would end the text or pass for a mark"),
        ("<p>a&#xFDD0;&#64985;b&#x0fdd0&#xFDD8;c&amp;#xFDD0;", "abc&#xFDD0;", "the same, written as a number"),
        ("<p>a\x1bb", "a\x1bb", "a control character, which is said to be one"),
    ],
)
def test_lines(html: str, text: str, reason: str) -> None:
    assert read_bytes(f"<html><body>{html}</body></html>".encode(), "a.html").text == text, reason


@pytest.mark.parametrize(
    ("html", "furniture", "reason"),
    [
        ("<nav><a href=/>Home</a></nav>" + BODY, ["Home"], "a menu by its element"),
        ("<div role=navigation>Home</div>" + BODY, ["Home"], "a menu by its role"),
        ("<div class='cookie-bar'>We use cookies</div>" + BODY, ["We use cookies"], "a cookie bar by its class"),
        ("<div id='shareButtons'>Tweet</div>" + BODY, ["Tweet"], "share buttons by their id, in camel case"),
        ("<ul><li><a>a</a><li><a>b</a><li><a>c</a></ul>" + BODY, ["a\nb\nc"], "nothing but links is a menu"),
        (f"<article><ul><li><a>a</a><li><a>b</a><li><a>c</a></ul>{BODY}</article>", [], "but not inside the article"),
        (BODY + "<footer>Copyright</footer>", ["Copyright"], "the foot of the page"),
        (f"<article>{BODY}<footer>(Signed) Ban</footer></article>", [], "the foot of the letter"),
        (f"<div class='with-sidebar'>{BODY}</div>", [], "most of the page is never chrome"),
        (
            f"<header>United Nations</header>{BODY}",
            [],
            "a header may be the letterhead where nothing else is the article",
        ),
        (f"<header>ReliefWeb</header><main>{BODY}</main>", ["ReliefWeb"], "the header of the site"),
        ("<div style='display: none'>Detecting location</div>" + BODY, ["Detecting location"], "what nobody sees"),
        (f"<form action=/><input>{BODY}</form>", [], "whole pages stand in a form"),
    ],
)
def test_chrome(html: str, furniture: list[str], reason: str) -> None:
    source = read_bytes(f"<html><body>{html}</body></html>".encode(), "a.html")
    assert [source.text[start:end] for start, end in source.furniture] == furniture, reason


def test_what_the_page_says_of_itself() -> None:
    source = read_bytes(
        b"<!doctype html><html lang=fr><head><title>A\n letter</title>"
        b"<meta property='article:published_time' content='2020-08-04'></head>"
        b"<body><p>la r\xc3\xa9solution "
        b"<a href='https://undocs.org/fr/S/RES/2118(2013)'>2118 (2013)</a> et <a href=/x>y</a></body>",
        "a.html",
    )
    found = [(f.field, f.value, None if f.start is None else source.text[f.start : f.end]) for f in source.findings]
    assert found == [
        ("page_title", "A letter", None),
        ("page_language", "fr", None),
        ("page_date", "2020-08-04", None),
        ("link", "S/RES/2118(2013)", "2118 (2013)"),
    ]


@pytest.mark.parametrize(
    ("data", "text", "reason"),
    [
        ("<meta charset=windows-1251><p>Совет".encode("cp1251"), "Совет", "the page says its encoding"),
        ("<meta charset=utf-8><p>Conseil de sécurité".encode("cp1252"), "Conseil de sécurité", "and says it wrongly"),
        ('<?xml version="1.0" encoding="UTF-8"?><html><p>é</html>'.encode(), "é", "XHTML"),
        ("\ufeff<html><p>é".encode("utf-16-le"), "é", "UTF-16 with a mark"),
    ],
)
def test_encodings(data: bytes, text: str, reason: str) -> None:
    assert read_bytes(data, "a.html").text == text, reason


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<html><body></body></html>", "nothing in it"),
        ("<html><script>document.write('letter')</script></html>", "made by a script"),
        ("<html>" + "<div>" * 50_000 + "deep", "nested beyond what any page is"),
    ],
)
def test_pages_without_text_are_said(html: str, reason: str) -> None:
    source = read_bytes(html.encode(), "a.html")
    assert (source.text, [problem.severity for problem in source.problems]) == ("", ["error"]), reason


def test_text_lost_to_depth_is_said() -> None:
    source = read_bytes(b"<html><p>before" + b"<div>" * 50_000 + b"deep", "a.html")
    assert source.text == "before"
    assert [problem.severity for problem in source.problems] == ["warning"]


def test_a_web_page_under_another_name() -> None:
    assert read_bytes(b"<!DOCTYPE html><p>Letter", "letter.doc").format == "html"
