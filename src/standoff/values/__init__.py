"""The frozen values that the steps hand to one another: one file a value."""

from standoff.values.analysis import Analysis
from standoff.values.document import Document, FrontMatter, canonical_text
from standoff.values.reading import Anchor, Reading, Window
from standoff.values.statement import BASES, QUOTES, Basis, Quote, Sentence, Statement, Step, statement_id

__all__ = [
    "BASES",
    "QUOTES",
    "Analysis",
    "Anchor",
    "Basis",
    "Document",
    "FrontMatter",
    "Quote",
    "Reading",
    "Sentence",
    "Statement",
    "Step",
    "Window",
    "canonical_text",
    "statement_id",
]
