"""A gold document as an analysis: what its annotators say, in the values that the program itself works on.

For measuring a later step by itself, with nothing lost or mistaken before it. What no annotator wrote (issues,
polarity, vectors) is left out here; the door that asks for it adds it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import cast

from standoff.evaluate.actors import UNRESOLVED, plain_name
from standoff.evaluate.gold import GoldDocument, GoldStatement
from standoff.spans import Span
from standoff.values import (
    UNNAMED,
    Act,
    Actor,
    Analysis,
    Appearance,
    Coding,
    Document,
    Resolution,
    Sentence,
    Statement,
    statement_id,
)


def analysis_from_gold(gold: GoldDocument, document: Document, sentences: Sequence[Span]) -> Analysis:
    """The analysis that the annotation of one document amounts to, its statements in gold order.

    `document` holds the same text; `sentences` are the program's own, since the gold only counts its own. Actors are
    known by their names: one name, one actor. They appear where they are a source or a target.
    """
    numbered = tuple(Sentence(index=i, span=span) for i, span in enumerate(sentences))
    statements = tuple(_statement(document, one, numbered) for one in gold.statements)
    bodies = frozenset(name for one in gold.statements for name in (one.on_behalf_of, *one.on_behalf_also) if name)
    resolutions = tuple(_resolution(s, g, bodies) for s, g in zip(statements, gold.statements, strict=True))
    return Analysis(
        document=document,
        sentences=numbered,
        statements=statements,
        disclaimers=(),
        resolutions=resolutions,
        appearances=_appearances(statements, resolutions),
        codings=tuple(
            Coding(statement_id=s.statement_id, act=cast("Act", g.act), act_score=1.0)
            for s, g in zip(statements, gold.statements, strict=True)
        ),
    )


def _statement(document: Document, gold: GoldStatement, sentences: Sequence[Sentence]) -> Statement:
    at = gold.cue or (gold.content[0] if gold.content else gold.source) or Span(0, 0)
    return Statement(
        statement_id=statement_id(document.doc_id, gold.cue, gold.content),
        doc_id=document.doc_id,
        sentence=next((s for s in sentences if at.start < s.span.end), Sentence(index=0, span=Span(0, 0))),
        source=gold.source,
        cue=gold.cue,
        content=gold.content,
        addressee=gold.addressee,
        targets=gold.targets,
        parent_id=None,
        quote=gold.quote,
        basis=gold.basis,
        basis_cue=None,
        channel=None,
        confidence=1.0,
        steps=(),
    )


def _resolution(statement: Statement, gold: GoldStatement, bodies: frozenset[str]) -> Resolution:
    """Who is who as the gold says; somebody who speaks for a body is a person, others are bodies themselves."""

    def named(name: str, *, is_person: bool = False) -> Actor:
        return actor_from_name(name, is_person=is_person and name not in bodies)

    speaks_for = gold.on_behalf_of is not None
    return Resolution(
        statement_id=statement.statement_id,
        actor=None if gold.actor == UNRESOLVED else named(gold.actor, is_person=speaks_for),
        co_actors=tuple(named(name, is_person=speaks_for) for name in gold.actor_also),
        on_behalf_of=named(gold.on_behalf_of) if gold.on_behalf_of else None,
        target_actors=tuple(named(name) for name in gold.target_actors if name != UNRESOLVED),
    )


def _appearances(statements: Sequence[Statement], resolutions: Sequence[Resolution]) -> tuple[Appearance, ...]:
    """Whom the statements name, each with the spans of the sources and targets that stand for it."""
    spans: dict[Actor, set[Span]] = defaultdict(set)
    for statement, resolution in zip(statements, resolutions, strict=True):
        sources = (resolution.actor, *resolution.co_actors, resolution.on_behalf_of)
        for actor in (one for one in sources if one is not None):
            spans[actor].update((statement.source,) if statement.source else ())
        for actor in resolution.target_actors:
            spans[actor].update(statement.targets)
    named = (actor for actor, places in spans.items() if places and actor != UNNAMED)
    return tuple(Appearance(actor=actor, spans=tuple(sorted(spans[actor]))) for actor in named)


def actor_from_name(name: str, *, is_person: bool = False) -> Actor:
    """The actor that the gold calls so; UNNAMED for "unnamed".

    >>> actor_from_name("Zubrowka").actor_id
    'new:zubrowka'
    """
    if name == UNNAMED.name:
        return UNNAMED
    key = "-".join(plain_name(name).split())
    return Actor(actor_id=f"new:{key}", name=name, kind="person" if is_person else "government")
