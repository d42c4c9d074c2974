"""Whether what letters cite can be so: the number, its year, its date, and that it came before the letter."""

from __future__ import annotations

from datetime import date as Date
from typing import NamedTuple

import pandas as pd

from unanalysis.adoption import Number, Period, adoption_period, doubt_of, number_of
from unanalysis.arguments import check_corpus
from unanalysis.corpus.model import Corpus
from unanalysis.errors import InputError

_KINDS = ("resolution", "decision", "statement")
_VERDICT = {"verdict": "str", "severity": "str", "adopted": "datetime64[s]", "message": "str"}
# Share of the numbers between its first and last from which a register is taken for complete between them.
_NEARLY_ALL = 0.9
_CASE = ["target", "date", "written"]


class _Verdict(NamedTuple):
    verdict: str
    severity: str | None = None
    adopted: Date | None = None
    message: str | None = None


def check_citations(corpus: Corpus, register: pd.DataFrame | None = None) -> pd.DataFrame:
    """Check each citation of a resolution, decision or presidential statement.

    Parameters
    ----------
    corpus
        The letters.
    register
        What has been adopted and when, as from `read_register`; at least the columns `symbol` and `adopted`. Without
        it, only what arithmetic tells is checked: in which years a session fell, and which numbers the resolutions of
        the Security Council have in which year.

    Returns
    -------
    pandas.DataFrame
        A row for each citation and verdict, in the order of `corpus.mentions`: `letter_id`, `kind`, `target`, `text`,
        `start`, `end` (of the citation in the text of the letter's document), `verdict`, `severity` (warning, note, or
        missing where all is well), `adopted` (by the register), `message`. The verdicts:

        ==================  ============================================================================================
        agrees              nothing speaks against it
        not checked         neither the register nor a rule knows anything of it
        no such number      there can be none of this number, or not in this year
        not in register     the register has numbers of the series, but not this one (a warning where it has nearly all
                            around it, else a note: the register may well have gaps)
        after the letter    it was adopted later than the letter was written
        other date          the letter states another date beside it
        ==================  ============================================================================================

    Raises
    ------
    InputError
        Where the register is no table, lacks a column, or has a day that is none.

    Notes
    -----
    A letter is taken as written on its date, else on that of its issue. A row that is no "agrees" is a reason to look:
    the letter may err, or the reader of the citation.

    Examples
    --------
    >>> check_citations(Corpus.empty()).columns[-4:].tolist()
    ['verdict', 'severity', 'adopted', 'message']
    """
    check_corpus(corpus)
    known = _Register(register)
    letters = corpus.letters
    written = pd.Series(letters["date"].fillna(letters["issued"]).to_numpy(), index=letters["letter_id"])
    mentions = corpus.mentions
    cited = mentions[mentions["kind"].isin(_KINDS) & mentions["target"].notna()].reset_index(drop=True)
    cited["written"] = written.reindex(cited["letter_id"]).to_numpy()
    # Many letters cite the same: each case is judged once.
    cited["case"] = cited.groupby(_CASE, dropna=False, sort=False).ngroup()
    cases = cited.drop_duplicates("case")
    days = [[None if pd.isna(day) else day.date() for day in cases[column]] for column in ("date", "written")]
    rows = [
        (case, *verdict)
        for case, target, stated, letter in zip(cases["case"], cases["target"], *days, strict=True)
        for verdict in _judged(target, stated, letter, known)
    ]
    verdicts = pd.DataFrame(rows, columns=["case", *_VERDICT], dtype=object).astype({"case": "int64", **_VERDICT})
    table = cited.merge(verdicts, on="case", how="left")
    return table[["letter_id", "kind", "target", "text", "start", "end", *_VERDICT]]


class _Register:
    """When what was adopted: days by part, by number, by series."""

    def __init__(self, register: pd.DataFrame | None) -> None:
        self._series: dict[str, dict[int, dict[str, set[Date]]]] = {}
        if register is None:
            return
        if not isinstance(register, pd.DataFrame):
            raise InputError(f"The register {register!r} is no table. Hint: make one of its files with read_register.")
        if missing := [column for column in ("symbol", "adopted") if column not in register]:
            raise InputError(
                f"The register lacks the column {missing[0]!r}; it has {', '.join(map(str, register.columns))}. "
                "Hint: read it with read_register."
            )
        try:
            adopted = pd.to_datetime(register["adopted"])
        except ValueError as error:
            raise InputError(
                f"The register has a day of adoption that is none: {error}. Hint: write them as 2014-02-28."
            ) from error
        for symbol, day in zip(register["symbol"].astype(object), adopted, strict=True):
            number = number_of(symbol) if isinstance(symbol, str) else None
            if number is not None:
                parts = self._series.setdefault(number.series, {}).setdefault(number.number, {})
                parts.setdefault(number.part, set()).update(() if pd.isna(day) else (day.date(),))

    def has(self, number: Number) -> bool:
        return number.number in self._series.get(number.series, {})

    def days(self, number: Number) -> set[Date]:
        """When it was adopted; where either side leaves out the part, whichever parts there are."""
        parts = self._series.get(number.series, {}).get(number.number, {})
        if number.part in parts:
            return parts[number.part]
        return set().union(*(days for part, days in parts.items() if not (part and number.part)))

    def missing(self, number: Number) -> _Verdict | None:
        """The verdict on a number that is not there, where others of its series are."""
        others = self._series.get(number.series)
        if not others or number.number in others:
            return None
        first, last = min(others), max(others)
        telling = first < number.number < last and len(others) > _NEARLY_ALL * (last - first)
        message = f"The register has {len(others):,} numbers of {number.series}, from {first} to {last}, but not "
        return _Verdict("not in register", "warning" if telling else "note", None, f"{message}{number.number}.")


def _judged(target: str, stated: Date | None, written: Date | None, known: _Register) -> list[_Verdict]:
    """All that speaks against a citation that stands, with a stated date, in a letter written on a day."""
    number = number_of(target)
    if number is None:
        return [_Verdict("not checked")]
    days = known.days(number)
    if doubt := doubt_of(number) or _other_year(number, days):
        return [_Verdict("no such number", "warning", min(days, default=None), doubt)]
    period = Period(min(days), max(days)) if days else adoption_period(number)
    adopted = min(days, default=None)
    when = f"on {adopted}" if adopted else str(period)
    found = [verdict] if (verdict := known.missing(number)) else []
    if stated and period and not (stated in days if days else period.first <= stated <= period.last):
        message = f"{target} was adopted {when}; the letter gives {stated} for it."
        found.append(_Verdict("other date", "warning", adopted, message))
    if written and period and written < period.first:
        message = f"{target} was adopted {when}; the letter is of {written}."
        found.append(_Verdict("after the letter", "warning", adopted, message))
    agrees = _Verdict("agrees", adopted=adopted) if period or known.has(number) else _Verdict("not checked")
    return found or [agrees]


def _other_year(number: Number, days: set[Date]) -> str | None:
    """The year printed with a number of the Security Council, where by the register it was adopted in another."""
    years = {day.year for day in days}
    if number.series != "S/RES" or not years or not number.within.isdecimal() or int(number.within) in years:
        return None
    return f"Resolution {number.number} is of {min(years)}, not of {number.within}."
