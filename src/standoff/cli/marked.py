"""Gold documents as analyses: what the annotators marked, with the rest that the program itself tells of it.

Statements, actors and acts are the annotators'; issues, norms, polarity, the author's voice, the vectors, and where
else people are named are the program's. For measuring what comes after, with nothing lost before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from standoff.code import Categories, code_statements, shipped_prototypes
from standoff.encode.encoder import Encoder
from standoff.encode.vectors import halved, vectors_of
from standoff.evaluate import GoldDocument, analysis_from_gold
from standoff.evaluate.actors import is_same_name, plain_name
from standoff.knowledge import knowledge
from standoff.knowledge.codebook import codebook
from standoff.resolve import resolve_statements
from standoff.values import Analysis, Appearance, Document


def marking(encoder: Encoder, as_read: Callable[[Document], Document]) -> Callable[[GoldDocument], Analysis]:
    """A function from a gold document to its analysis; `as_read` adds what a text shows of itself."""
    book = codebook()
    categories = Categories(codebook=book, prototypes=shipped_prototypes(book, encoder.name))
    known = knowledge()

    def mark(gold: GoldDocument) -> Analysis:
        document = as_read(Document.from_text(gold.text, path=gold.name))
        reading = encoder.read(document, "gold")
        marked = analysis_from_gold(gold, document, reading.sentences)
        coded = code_statements(document, reading, marked.statements, categories)
        acts = {coding.statement_id: coding for coding in marked.codings}
        return replace(
            marked,
            appearances=_merged(marked.appearances, resolve_statements(document, reading, (), known).appearances),
            codings=tuple(replace(c, act=acts[c.statement_id].act, act_score=1.0) for c in coded.codings),
            voice=coded.voice,
            consequences=coded.consequences,
            sentence_vectors=halved(reading.sentence_vectors),
            statement_vectors=halved(vectors_of(reading, (s.content for s in marked.statements))),
            model=encoder.name,
        )

    return mark


def _merged(marked: Sequence[Appearance], found: Sequence[Appearance]) -> tuple[Appearance, ...]:
    """Whom the annotators name, in all places where the program finds that name, and whom it finds beside them."""
    spans = {one.actor: set(one.spans) for one in marked}
    offices = {one.actor: one.offices for one in found}
    for one in found:
        names = (a for a in spans if is_same_name(plain_name(a.name), plain_name(one.actor.name)))
        actor = next(names, one.actor)
        spans.setdefault(actor, set()).update(one.spans)
        offices[actor] = one.offices
    return tuple(Appearance(actor=a, spans=tuple(sorted(spans[a])), offices=offices.get(a, ())) for a in spans)
