"""What is known of one document after all steps."""

from __future__ import annotations

from dataclasses import dataclass, field

from standoff.spans import Span
from standoff.values.coding import Coding
from standoff.values.document import Document
from standoff.values.reading import Halves
from standoff.values.resolution import Appearance, Resolution
from standoff.values.statement import Sentence, Statement
from standoff.values.voice import Consequence, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One document, its sentences, its statements in text order, and what it says about its own attributions.

    `resolutions` and `codings` have one entry for each statement, in their order; `appearances` whom the document
    names. `voice` has one entry for each sentence that is the writer's own; `consequences` what is said to lead to
    what, by anybody. `disclaimers` are the sentences by which the document speaks of all its attributions ("we can
    infer ... based on their public positions"). `sentence_vectors` `(n_sentences, dim)` and `statement_vectors`
    `(n_statements, dim)`, of the contents, are `float16` with unit rows, for comparing; zeros where there is no
    content. `model` is the hash of the weights that read the document, `None` when none did.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    disclaimers: tuple[Span, ...]
    resolutions: tuple[Resolution, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    codings: tuple[Coding, ...] = ()
    voice: tuple[Voice, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    sentence_vectors: Halves | None = field(default=None, compare=False, repr=False)
    statement_vectors: Halves | None = field(default=None, compare=False, repr=False)
    model: str | None = None

    def resolution(self, statement: Statement) -> Resolution:
        """Who is who in one statement; nobody where nothing was resolved."""
        found = next((r for r in self.resolutions if r.statement_id == statement.statement_id), None)
        return found or Resolution(statement_id=statement.statement_id)

    def coding(self, statement: Statement) -> Coding | None:
        """The codes of one statement; `None` where nothing was coded."""
        return next((c for c in self.codings if c.statement_id == statement.statement_id), None)
