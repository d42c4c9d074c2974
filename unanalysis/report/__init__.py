"""Reports that stand on their own: from a corpus, or from a notebook."""

from unanalysis.report.notebook import render_notebook
from unanalysis.report.write import write_report

__all__ = ["render_notebook", "write_report"]
