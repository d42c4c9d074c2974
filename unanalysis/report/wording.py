"""The words of a report in its language: sentences with numbers, dates and names in them.

A language is one file in `strings/`. Whoever adds one copies `en.yaml`, translates it, and is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from unanalysis.errors import InputError


@dataclass(frozen=True)
class Wording:
    """The strings of one language, by their keys in its file."""

    language: str
    strings: dict[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """A string, with values put into it; numbers are written as the language writes them.

        Where the string has several forms ("letter", "letters"), `n` decides which.

        Examples
        --------
        >>> wording("en")("letters", n=1), wording("fr")("letters", n=1234)
        ('1 letter', '1\\u202f234 lettres')
        """
        string = self.strings[key]
        if isinstance(string, list):
            string = string[self._plural(values["n"])]
        return str(string).format_map({name: self.written(value) for name, value in values.items()})

    def of(self, key: str, value: object) -> str:
        """The name of a value in a list of names ("form", "annex"); the value itself where it has none."""
        return str(self.strings[key].get(value, value))

    def written(self, value: object) -> str:
        """A number with the thousands set apart, a date in words, anything else as it is."""
        if isinstance(value, int):
            return f"{value:,}".replace(",", self.strings["thousands"])
        if isinstance(value, float):
            return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", self.strings["decimal"])
        if isinstance(value, Date):
            day = self.strings["first_day"] if value.day == 1 else str(value.day)
            return self.strings["date"].format(day=day, month=self.strings["months"][value.month - 1], year=value.year)  # type: ignore[no-any-return]
        return str(value)

    def percent(self, share: float | None) -> str:
        """A share between 0 and 1 as a percentage; nothing where it was not measured."""
        return "" if share is None else self("percent", value=100 * share)

    def listed(self, parts: list[str]) -> str:
        """Parts of a sentence: "a", "a and b", "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.strings['and']} {parts[-1]}"

    @cached_property
    def _plural(self) -> Any:
        # The rule is written as in the message catalogues of gettext, which knows how to read it without `eval`.
        from gettext import c2py

        return c2py(self.strings["plural"])


def languages() -> list[str]:
    """The languages in which a report can be written."""
    return sorted(file.name[:-5] for file in (files(__package__) / "strings").iterdir() if file.name.endswith(".yaml"))


@cache
def wording(language: str) -> Wording:
    """The words of a language.

    Raises
    ------
    InputError
        If there is no file of strings for it.
    """
    import yaml

    if language not in languages():
        raise InputError(
            f"Reports are not written in {language!r}. Hint: language is one of {', '.join(languages())}; another one "
            "needs a file of strings beside theirs."
        )
    text = (files(__package__) / "strings" / f"{language}.yaml").read_text(encoding="utf-8")
    return Wording(language, yaml.safe_load(text))
