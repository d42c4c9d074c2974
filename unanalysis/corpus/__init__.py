"""A corpus of letters: the five tables, their schema, how letters are chosen, and how they are kept."""

from unanalysis.corpus.build import build
from unanalysis.corpus.disagreements import disagreements
from unanalysis.corpus.files import read_corpus, write_corpus
from unanalysis.corpus.letters import read_letters
from unanalysis.corpus.model import Corpus
from unanalysis.corpus.schema import SCHEMA

__all__ = ["SCHEMA", "Corpus", "build", "disagreements", "read_corpus", "read_letters", "write_corpus"]
