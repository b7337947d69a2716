"""Predictions made from gold, whole or spoiled in seeded ways: what scoring is tested on without a model."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import statement_by_hand

from standoff.evaluate.gold import GoldDocument, GoldStatement
from standoff.evaluate.marked import Marked, marked
from standoff.spans import Span, hull
from standoff.values import (
    ACTS,
    BASES,
    QUOTES,
    Actor,
    Analysis,
    Coding,
    Document,
    Resolution,
    Sentence,
    Statement,
    Voice,
)

Predict = Callable[[Document], Analysis]
Labels = Sequence[tuple[str, str]]

DATA = Path(__file__).parents[2] / "training" / "data"


@pytest.fixture(scope="session")
def data():
    """The folder of the project's own training data."""
    if not DATA.exists():
        pytest.skip("training/data is not part of this copy")
    return DATA


@pytest.fixture
def perfect():
    return perfect_predictor


@pytest.fixture
def spoiled():
    return spoiling_predictor


@pytest.fixture
def statement():
    """Makes a predicted statement of a text from its spans."""
    return made_statement


@pytest.fixture
def analysed():
    """Makes the analysis that holds some statements of a document, who is who in them, and what they do."""
    return analysis_of


def analysis_of(
    document: Document,
    statements: Sequence[Statement],
    resolutions: Sequence[Resolution] = (),
    codings: Sequence[Coding] = (),
):
    return Analysis(
        document=document,
        sentences=(),
        statements=tuple(statements),
        disclaimers=(),
        resolutions=tuple(resolutions),
        codings=tuple(codings),
    )


def made_statement(text: str, spans: Marked, basis: str = "reported", quote: str = "indirect", confidence: float = 0.5):
    return statement_from_marked(Document.from_text(text), spans, basis=basis, quote=quote, confidence=confidence)


def statement_from_marked(document: Document, spans: Marked, *, basis: str, quote: str, confidence: float) -> Statement:
    """A predicted statement with the given spans; a role in several pieces keeps its first, but for the content."""
    source = spans.source[0] if spans.source else None
    cue = spans.cue[0] if spans.cue else None
    first = Sentence(index=0, span=Span(0, 1))
    told = {"source": source, "quote": quote, "basis": basis, "confidence": confidence}
    return statement_by_hand(document, first, spans.content, cue=cue, **told)


def resolution_from_gold(statement: Statement, gold: GoldStatement) -> Resolution:
    """Who is who as the gold says."""
    return Resolution(
        statement_id=statement.statement_id,
        actor=None if gold.actor == "unresolved" else actor(gold.actor),
        co_actors=tuple(actor(name) for name in gold.actor_also),
        on_behalf_of=actor(gold.on_behalf_of) if gold.on_behalf_of else None,
        target_actors=tuple(actor(name) for name in gold.target_actors),
    )


def coding_from_gold(statement: Statement, gold: GoldStatement) -> Coding:
    """The act as the gold says."""
    return Coding(statement_id=statement.statement_id, act=gold.act)  # type: ignore[arg-type]


def voice_from_gold(gold: GoldDocument) -> tuple[Voice, ...]:
    """The author's voice as the gold says."""
    return tuple(
        Voice(sentence=Sentence(index=i, span=one.span), label=one.label, score=1.0)  # type: ignore[arg-type]
        for i, one in enumerate(gold.voice or ())
    )


def actor(name: str) -> Actor:
    """Somebody of that name."""
    return Actor(actor_id=f"new:{name}", name=name, kind="person")


def perfect_predictor(documents: Sequence[GoldDocument]) -> Predict:
    """A predictor that gives the gold itself, quite sure of it."""
    by_text = {document.text: document for document in documents}

    def predict(document: Document) -> Analysis:
        whole = by_text[document.text]
        gold = whole.statements
        statements = [
            statement_from_marked(document, marked(s), basis=s.basis, quote=s.quote, confidence=1.0) for s in gold
        ]
        resolutions, codings = map(resolution_from_gold, statements, gold), map(coding_from_gold, statements, gold)
        analysis = analysis_of(document, statements, list(resolutions), list(codings))
        return replace(analysis, voice=voice_from_gold(whole))

    return predict


def spoiling_predictor(
    marks: dict[str, Sequence[Marked]],
    labels: dict[str, Labels],
    gold: dict[str, Sequence[GoldStatement]] | None = None,
) -> Predict:
    """A predictor that drops, shifts, merges, cuts, doubles and mislabels the gold of each text.

    With `gold` it resolves actors and tells acts too, many of them wrong; some statements have no act.
    """

    def predict(document: Document) -> Analysis:
        chance = random.Random(document.doc_id)
        found: list[Statement] = []
        who: list[Resolution] = []
        codings: list[Coding] = []
        for i, (spans, (basis, quote)) in enumerate(zip(marks[document.text], labels[document.text], strict=True)):
            made = [
                statement_from_marked(
                    document,
                    spoiled,
                    basis=chance.choice(BASES) if chance.random() < 0.3 else basis,
                    quote=chance.choice(QUOTES) if chance.random() < 0.2 else quote,
                    confidence=round(chance.random(), 2),
                )
                for spoiled in _spoiled(spans, len(document.text), chance)
            ]
            found += made
            who += [_misled(resolution_from_gold(s, gold[document.text][i]), chance) for s in made] if gold else []
            codes = [coding_from_gold(s, gold[document.text][i]) for s in made] if gold else []
            codings += [_mistaken(code, chance) for code in codes if chance.random() < 0.9]
        return analysis_of(document, found, who, codings)

    return predict


def _mistaken(coding: Coding, chance: random.Random) -> Coding:
    """The coding, with another act or the same."""
    return replace(coding, act=chance.choice(ACTS)) if chance.random() < 0.4 else coding


def _misled(who: Resolution, chance: random.Random) -> Resolution:
    """The resolution with some of its actors lost, renamed, exchanged or invented."""
    actors = [_renamed(a, chance) for a in ((who.actor,) if who.actor else ()) + who.co_actors]
    actors = [a for a in actors if a] + ([actor("Nobody Atall")] if chance.random() < 0.2 else [])
    chance.shuffle(actors)
    targets = [_renamed(a, chance) for a in (*who.target_actors, *who.target_actors[:1])]
    return replace(
        who,
        actor=actors[0] if actors else None,
        co_actors=tuple(actors[1:]),
        on_behalf_of=_renamed(who.on_behalf_of, chance) if who.on_behalf_of else None,
        target_actors=tuple(a for a in targets if a),
    )


def _renamed(one: Actor, chance: random.Random) -> Actor | None:
    """The actor under another name, which may or may not be one of theirs; None: lost."""
    first, *rest = one.name.split()
    names = [
        one.name,
        one.name,
        f"The {one.name.upper()}",
        "".join(word[0] for word in one.name.split()),
        " ".join([first[0] + "xx", *rest]),
        " ".join([*rest, first]),
        "unnamed",
        None,
    ]
    name = chance.choice(names)
    return actor(name) if name else None


def _spoiled(spans: Marked, n_chars: int, chance: random.Random) -> list[Marked]:
    """The statement spoiled in one way: gone, doubled, shifted, merged, cut, without one of its roles; or kept."""
    source, cue, content = spans.source, spans.cue, spans.content
    ways = [
        [],
        [spans, spans],
        [Marked(source, cue, _shifted(content, chance.randint(-9, 9), n_chars))],
        [Marked(source, cue, (hull(content),) if content else ())],
        [Marked(source, cue, _cut(content, chance))],
        [Marked((), cue, content)],
        [Marked(_shifted(source, 4, n_chars), (), content)],
        [Marked(source, _shifted(cue, 1, n_chars), ())],
        [spans],
        [spans],
    ]
    return chance.choice(ways)


def _cut(content: Sequence[Span], chance: random.Random) -> tuple[Span, ...]:
    """The content with its first piece cut in two, where it is long enough."""
    if not content or content[0].end - content[0].start < 3:
        return tuple(content)
    start, end = content[0]
    middle = chance.randint(start + 1, end - 1)
    return (Span(start, middle), Span(middle, end), *content[1:])


def _shifted(spans: Sequence[Span], by: int, n_chars: int) -> tuple[Span, ...]:
    """The spans moved, kept inside the text."""
    moved = [Span(max(0, s.start + by), min(n_chars, s.end + by)) for s in spans]
    return tuple(span for span in moved if span.start < span.end)
