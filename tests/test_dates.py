"""Dates in six languages, and what is no date."""

import pytest

from unanalysis.dates import find_dates
from unanalysis.fold import fold
from unanalysis.scan import scan


@pytest.mark.parametrize(
    ("language", "text", "found", "why"),
    [
        ("en", "dated 28 February 2014 from", ["2014-02-28"], "the plain form"),
        ("en", "New York, April 5, 1990", ["1990-04-05"], "American order"),
        ("en", "dated 14 Nov 2008 from", ["2008-11-14"], "a short month without its stop"),
        ("en", "14 Sept. 2008", ["2008-09-14"], "a short month with its stop"),
        ("en", "5 Jun 2014, then Jul. 6, 2014", ["2014-06-05", "2014-07-06"], "other short months"),
        ("en", "13/06/2014, 6/13/2014", ["2014-06-13", "2014-06-13"], "digits that say which is the month"),
        ("en", "5/6/2014", [], "of May in America, of June elsewhere"),
        ("ar", "2014/6/5", ["2014-06-05"], "the year first"),
        ("en", "A/AC.1/2014/06/05 and 5/06/2014/Add.1", [], "symbols are no dates"),
        ("en", "letters dated 2 and 4 April 1991", ["1991-04-02", "1991-04-04"], "two days of one month"),
        ("en", "your letter of 12 August", ["--08-12"], "the year is not printed"),
        ("en", "dated 7 May, 9 July and 3 August 2011", ["2011-05-07", "2011-07-09", "2011-08-03"], "one year for all"),
        ("en", "28 December and 3 January 2012", ["--12-28", "2012-01-03"], "a year that cannot be that of both"),
        ("en", "on 7 July. On 3 August 2011", ["--07-07", "2011-08-03"], "another sentence's year"),
        ("en", "4March 1976", ["1976-03-04"], "a lost blank"),
        ("en", "resolution 2532 (2020)", [], "a year in brackets is no date"),
        ("en", "the 2030 Agenda may be", [], "may is no month without a day or year"),
        ("en", "31 February 2014", ["2014-02-31"], "printed so: kept as text, no calendar day"),
        ("fr", "le 1er juillet 2020", ["2020-07-01"], "ordinal"),
        ("fr", "LE 27 DECEMBRE 1991", ["1991-12-27"], "capitals without accents"),
        ("es", "1º de enero de 2020", ["2020-01-01"], "ordinal sign and two prepositions"),
        ("es", "17 de mayo del 2000", ["2000-05-17"], "del"),
        ("ru", "от 12 июля 2016 года", ["2016-07-12"], "genitive"),
        ("ru", "«19» сентября 2014 г.", ["2014-09-19"], "a day in quotation marks, as forms have it"),
        ("ru", "24 - декабря 1991г.", ["1991-12-24"], "a letterhead's form to fill in"),
        ("ar", "المؤرخة 28 شباط/فبراير 2014", ["2014-02-28"], "both names of the month"),
        ("ar", "31 كانون الأول/ ديسمبر 2019", ["2019-12-31"], "a blank after the slash"),
        ("ar", "28 أغسطس 2020", ["2020-08-28"], "the Egyptian name only"),
        ("ar", "١٢ تموز/يوليه ٢٠١٦", ["2016-07-12"], "Arabic-Indic digits"),
        ("zh", "2025 年 11 月 21 日", ["2025-11-21"], "blanks"),
        ("zh", "一九五〇年七月六日", ["1950-07-06"], "numerals written out"),
        ("zh", "7月19日的信", ["--07-19"], "no year"),
        ("zh", "2011年7月7日和8月3日", ["2011-07-07", "2011-08-03"], "the year before both"),
        ("ar", "18 December 2020", ["2020-12-18"], "the English date of an Arabic masthead"),
    ],
)
def test_dates(language: str, text: str, found: list[str], why: str) -> None:
    folded = fold(text)
    assert [hit.iso for hit in find_dates(folded, scan(folded, language))] == found, why


def test_impossible_day_has_no_date() -> None:
    folded = fold("31 February 2014")
    (hit,) = find_dates(folded, scan(folded, "en"))
    assert hit.date is None
