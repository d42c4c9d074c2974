"""A corpus of letters: the five tables, their schema, how letters are chosen, and how they are kept."""

from unanalysis.corpus.build import build
from unanalysis.corpus.citations import check_citations
from unanalysis.corpus.disagreements import disagreements
from unanalysis.corpus.files import read_corpus, write_corpus
from unanalysis.corpus.letters import read_letters
from unanalysis.corpus.model import Corpus
from unanalysis.corpus.register import read_register
from unanalysis.corpus.schema import SCHEMA

__all__ = [
    "SCHEMA",
    "Corpus",
    "build",
    "check_citations",
    "disagreements",
    "read_corpus",
    "read_letters",
    "read_register",
    "write_corpus",
]
