"""Whom a statement is about or against: every actor named about the cue or in the content, weighed by reasons.

The encoder's marks are one reason among several (`reasons`): where a name stands, what the cue does, whose side it is
on. The weights of the reasons are fitted on annotated articles (training/targets.py) and lie beside this file.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from standoff.resolve.cast import Cast
from standoff.resolve.phrases import resolve_phrase
from standoff.resolve.pronouns import pronoun_form
from standoff.resolve.reasons import (
    doubts_about,
    marked,
    open_target,
    reasons_of_place,
    reasons_of_statement,
    with_pairs,
)
from standoff.resolve.who import Who
from standoff.spans import Span, hull
from standoff.values.actor import UNNAMED, Actor
from standoff.values.coding import ACTS
from standoff.values.reading import Anchor
from standoff.values.statement import Statement

WEIGHTS = Path(__file__).parent / "targets.json"
_STATE_ARMS = re.compile(r"\b(?:armed forces|army|navy|air force|military|embassy)\b")
_HIS_FORCES = re.compile(r"(?:['’]s?)? (?:\w+ )?(?:forces|troops|army|military|government|regime)\b")
_UNDIRECTED = frozenset(("assert", "announce", "acknowledge", "predict", "justify", "deny"))
# Beside a likelier target another must be half as likely: "China has broken the sanctions on Russia" is against China.
_SHARE_OF_BEST = 0.5
# "The two blamed each other", "trade blame over the canal": each of the two of a joint source is the other's target.
_EACH_OTHER = re.compile(
    r"\b(?:each other|one another|the other)\b"
    r"|\b(?:trad|swap|exchang)\w*\b.*\b(?:blame|accusations?|recriminations|barbs|threats|insults)\b"
    r"|\bpoint\w* fingers (?:over|as|after|in)\b",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that may be meant, where it is named, and the reasons: numbers by name, 0 when absent."""

    actor: Actor
    span: Span
    reasons: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each reason counts, and the least probability at which an actor is a target: of a statement whose act
    turns to somebody, and of one that only asserts or announces.
    """

    weights: Mapping[str, float]
    threshold: float
    threshold_undirected: float

    def probability(self, reasons: Mapping[str, float]) -> float:
        """How likely an actor with these reasons is a target."""
        score = self.weights.get("always", 0.0) + sum(self.weights.get(k, 0.0) * v for k, v in reasons.items())
        return 1 / (1 + math.exp(-score))

    def strongest(self, reasons: Mapping[str, float]) -> str:
        """The three reasons that count most for it."""
        counted = sorted(reasons, key=lambda k: (-self.weights.get(k, 0.0) * reasons[k], k))
        return ", ".join(k for k in counted[:3] if self.weights.get(k, 0.0) * reasons[k] > 0)


@dataclass(frozen=True, slots=True)
class Target:
    """An actor that a statement is about or against, how likely, and the strongest reasons."""

    actor: Actor
    probability: float
    reason: str


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(data["weights"], data["threshold"], data["threshold_undirected"])


def target_candidates(cast: Cast, statement: Statement, who: Who, anchor: Anchor | None) -> tuple[Candidate, ...]:
    """The actors that the statement may be about, each once, with the strongest reasons of all its mentions; and the
    other side of a dispute, named there or not. `anchor` is where the statement hangs, `None` where none is known.
    """
    at = statement.cue or (statement.content[0] if statement.content else statement.sentence.span)
    whole = reasons_of_statement(cast, statement, anchor)
    other, share = _other_side(cast, who)
    mutual = _mutual(cast, statement, who)
    own_side = {*who.actors, *_named_in_source(cast, statement)}.difference(mutual)
    found: dict[Actor, Candidate] = {}
    mentions = [(span, _answerable(cast, span, actor)) for span, actor in _mentions(cast, statement)]
    for span, actor in [*mentions, *((at, one) for one in mutual), *([(at, other)] if other is not None else [])]:
        if actor == UNNAMED or actor in own_side:
            continue
        own = {
            **whole,
            **reasons_of_place(statement, span),
            "marked": marked(cast, anchor, span),
            "own side": float(actor == who.behalf),
            "person": float(actor.kind == "person"),
            "not named": float(span == at),
            "each other": float(actor in mutual),
        }
        if span == at:
            own |= doubts_about(who)
        if actor == other:
            own |= {"other side": 1.0, "share of the other side": share, "open target": open_target(cast, statement)}
        reasons = with_pairs(own)
        known = found.get(actor)
        found[actor] = Candidate(actor, span, reasons) if known is None else _named_again(known, reasons)
    only = {"only": float(len(found) == 1)}
    return tuple(Candidate(c.actor, c.span, {**c.reasons, **only}) for c in found.values())


def _named_again(known: Candidate, reasons: Mapping[str, float]) -> Candidate:
    """A candidate with the strongest of the reasons of all its mentions."""
    merged = {k: max(reasons.get(k, 0.0), known.reasons.get(k, 0.0)) for k in {**known.reasons, **reasons}}
    return Candidate(known.actor, known.span, {**merged, "again": 1.0})


def _mutual(cast: Cast, statement: Statement, who: Who) -> tuple[Actor, ...]:
    """The two of a joint source of whom the statement tells that each turns on the other."""
    return who.actors if len(who.actors) == 2 and _EACH_OTHER.search(_predicate(cast, statement)) else ()


def _predicate(cast: Cast, statement: Statement) -> str:
    """The words from the cue to the content's end."""
    parts = [*statement.content, *([statement.cue] if statement.cue else [])]
    return hull(parts).of(cast.text) if parts else ""


def _named_in_source(cast: Cast, statement: Statement) -> Iterator[Actor]:
    """The people named in the words for the source: whose spokesman speaks is no target."""
    for named in cast.names.within(statement.source) if statement.source else ():
        actor = cast.actor_of(named) if named.kind == "person" else None
        if actor is not None:
            yield actor


def _answerable(cast: Cast, span: Span, actor: Actor) -> Actor:
    """The state for its forces and embassies, also those named after who leads it, since what they do is its own doing;
    else the actor itself.
    """
    person = cast.persons.at(span)
    if person is not None and person.behalf is not None and _HIS_FORCES.match(cast.text, span.end):
        return person.behalf
    if actor.kind != "organisation" or not _STATE_ARMS.search(actor.name.lower()):
        return actor
    owner = cast.behalf_of(actor) or (cast.known.actor(f"gov:{actor.country}") if actor.country else None)
    return owner if owner is not None and owner.kind == "government" else actor


def _other_side(cast: Cast, who: Who) -> tuple[Actor | None, float]:
    """The state or body that the document names most, the source's own side left out, and its share of all those
    namings: against whom words without an address go in a dispute of two.
    """
    own = {*who.actors, who.behalf}
    others = [(n, actor) for actor, n in cast.counts_of_bodies.items() if actor not in own]
    if not others:
        return None, 0.0
    n, actor = max(others)
    return (actor, n / sum(n for n, _ in others)) if n > 1 else (None, 0.0)


def _mentions(cast: Cast, statement: Statement) -> Iterator[tuple[Span, Actor]]:
    """Every span about the cue, in the content or marked by the encoder that stands for somebody."""
    stretch = _stretches(statement)
    seen: set[Span] = set()
    for target in (*statement.targets, *([statement.addressee] if statement.addressee else [])):
        who = resolve_phrase(cast, target)
        if who.actors:  # else the names in it are looked at one by one: "Russian troops"
            seen |= {n.span for n in cast.names.within(target)}
        yield from ((target, actor) for actor in who.actors)
    for part in stretch:
        seen |= _bodies_of_people(cast, part)
        for named in cast.names.within(part):
            actor = None if named.span in seen else cast.actor_of(named)
            if actor is not None and actor.kind != "medium":
                yield named.span, actor
        for word in cast.names.words_in(part):
            meant = cast.stands_for.get(word)
            if meant is not None and len(meant.actors) == 1 and pronoun_form(word.of(cast.text)) is not None:
                yield word, meant.actors[0]


def _bodies_of_people(cast: Cast, part: Span) -> set[Span]:
    """The names that only say whose somebody is: "Russia's Vladimir Putin", "the Russian president, Vladimir Putin"."""
    people = [(n.span, cast.persons.at(n.span)) for n in cast.names.within(part) if n.kind == "person"]
    mentions = [m for span, person in people if person for m in person.mentions if m.named.span == span]
    titles = [title.body for m in mentions for title in m.titles]
    return {body.span for body in (*titles, *(m.body for m in mentions)) if body is not None}


def _stretches(statement: Statement) -> tuple[Span, ...]:
    """The content, and the words between the cue and it: "accused Moscow of lying"."""
    parts = list(statement.content)
    if statement.cue and parts and 0 < parts[0].start - statement.cue.end < 80:
        parts.insert(0, Span(statement.cue.end, parts[0].start))
    return tuple(parts)


def chosen_targets(candidates: Sequence[Candidate], weights: Weights) -> tuple[Target, ...]:
    """The candidates likelier than the threshold and not far behind the likeliest, in the order in which they stand."""
    odds = [weights.probability(candidate.reasons) for candidate in candidates]
    if not odds:
        return ()
    least = weights.threshold_undirected if _act(candidates[0].reasons) in _UNDIRECTED else weights.threshold
    chosen = [(c, p) for c, p in zip(candidates, odds, strict=True) if p >= max(least, _SHARE_OF_BEST * max(odds))]
    return tuple(
        Target(c.actor, p, weights.strongest(c.reasons))
        for c, p in sorted(chosen, key=lambda one: (one[0].span, one[0].actor))
    )


def _act(reasons: Mapping[str, float]) -> str:
    """The likeliest act of the statement, which its candidates carry among their reasons: all but `assert`."""
    odds = {act: reasons.get(f"act {act}", 0.0) for act in ACTS if act != "assert"}
    best = max(odds, key=lambda act: odds[act])
    return best if odds[best] > 1 - sum(odds.values()) else "assert"
