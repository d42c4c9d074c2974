"""Everything that unanalysis raises on purpose is an `UnanalysisError`, whose message is a plain sentence."""


class UnanalysisError(Exception):
    """Base of all errors that tell the reader of letters what to do next."""


class InputError(UnanalysisError):
    """A path, file or argument that cannot be used: the message names it and says what was expected."""


class MissingDependencyError(UnanalysisError):
    """A package or program that an optional feature needs is not there: the message says how to get it."""


class LexiconError(UnanalysisError):
    """A row or key of the lexicon is malformed: the message names the file and the entry."""


class SchemaError(UnanalysisError):
    """A frame does not have the columns or dtypes of its schema."""
