"""The explorer: letters chosen with the mouse, seen as a network, a timeline, a matrix and a table, and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unanalysis.corpus import Corpus
    from unanalysis.explorer.widget import Explorer, Reader


def explore(corpus: Corpus, *, language: str = "en") -> Explorer:
    """Choose letters with the mouse, in a notebook.

    At the left are filters: time, words, sender, addressee, organ mentioned, resolution, form, language, capacity. At
    the right the chosen letters as a network, a timeline, a matrix and a table, and what is doubtful in them; whatever
    is chosen in one is chosen in all. A click on a letter opens it.

    Parameters
    ----------
    corpus
        The letters to choose among.
    language
        Of the names of States and organs (ISO 639-1).

    Returns
    -------
    Explorer
        A widget. `view.selection` is what is chosen, a Corpus; `view.code` the Python expression that chooses it again;
        `view.choose(sender="UKR")`, `view.back()`, `view.forward()` and `view.reset()` do what the mouse does.

    Examples
    --------
    >>> from unanalysis.corpus import Corpus
    >>> view = explore(Corpus.empty())
    >>> view.choose(sender="UKR", since="2014-01-01")
    >>> view.code
    "corpus.where(sender='UKR', since='2014-01-01')"
    """
    from unanalysis.explorer.widget import Explorer

    return Explorer(corpus, language=language)


def show_letter(corpus: Corpus, letter: str, *, beside: str | None = None, language: str = "en") -> Reader:
    """Read a letter with sender, addressee, dates, organs, citations and requests marked in its text.

    Parameters
    ----------
    corpus
        The corpus that has it.
    letter
        Its id, the id of its work, or its symbol; of several versions the one in the original language is shown.
    beside
        Another version or letter to show side by side.
    language
        Of the names of States and organs (ISO 639-1).

    Returns
    -------
    Reader
        A widget: the text with what was found (what each mark means stands beneath the pointer), beside it the facts,
        the other versions, and the letter's annexes.

    Raises
    ------
    InputError
        Where the corpus has no such letter.

    Examples
    --------
    >>> import pandas as pd
    >>> from unanalysis.corpus import SCHEMA, Corpus
    >>> letters = pd.DataFrame({"letter_id": ["a"]}).reindex(columns=list(SCHEMA["letters"]))
    >>> show_letter(Corpus(letters=letters), "a").letter["panes"][0]["title"]
    'a'
    """
    from unanalysis.explorer.widget import Reader

    other = "" if beside is None else _letter_id(corpus, beside)
    return Reader(corpus, _letter_id(corpus, letter), beside=other, language=language)


def _letter_id(corpus: Corpus, wanted: str) -> str:
    """The id of the letter that an id, work or symbol means: letters before their annexes, originals before others."""
    found = corpus.where(letter=wanted).letters
    exact = found["letter_id"] == wanted
    rank = found.assign(
        other=~exact, annexed=found["parent_id"].notna(), translated=found["language"] != found["original_language"]
    )
    return str(rank.sort_values(["other", "annexed", "translated", "letter_id"])["letter_id"].iloc[0])
