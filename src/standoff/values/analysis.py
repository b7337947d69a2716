"""What is known of one document after all steps."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.spans import Span
from standoff.values.document import Document
from standoff.values.statement import Sentence, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One document, its sentences, its statements in text order, and what it says about its own attributions.

    `disclaimers` are the sentences by which the document speaks of all its attributions
    ("we can infer ... based on their public positions"). `model` is the hash of the weights that read the document,
    `None` when none did.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    disclaimers: tuple[Span, ...]
    model: str | None = None
