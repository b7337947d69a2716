"""Gold documents as analyses: what the annotators marked, with the rest that the program itself tells of it.

Statements, actors and acts are the annotators'; issues, norms, polarity, the author's voice and the vectors are the
program's. For measuring what comes after, with nothing lost before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from standoff.code import Categories, code_statements, shipped_prototypes
from standoff.encode.encoder import Encoder
from standoff.encode.vectors import vectors_of
from standoff.evaluate import GoldDocument, analysis_from_gold
from standoff.knowledge.codebook import codebook
from standoff.values import Analysis, Document


def marking(encoder: Encoder, as_read: Callable[[Document], Document]) -> Callable[[GoldDocument], Analysis]:
    """A function from a gold document to its analysis; `as_read` adds what a text shows of itself."""
    book = codebook()
    categories = Categories(codebook=book, prototypes=shipped_prototypes(book, encoder.name))

    def mark(gold: GoldDocument) -> Analysis:
        document = as_read(Document.from_text(gold.text, path=gold.name))
        reading = encoder.read(document, "gold")
        marked = analysis_from_gold(gold, document, reading.sentences)
        coded = code_statements(document, reading, marked.statements, categories)
        acts = {coding.statement_id: coding for coding in marked.codings}
        return replace(
            marked,
            codings=tuple(replace(c, act=acts[c.statement_id].act, act_score=1.0) for c in coded.codings),
            voice=coded.voice,
            consequences=coded.consequences,
            sentence_vectors=reading.sentence_vectors,
            statement_vectors=vectors_of(reading, (s.content for s in marked.statements)),
            model=encoder.name,
        )

    return mark
