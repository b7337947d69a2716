"""Whom some documents name, as plain data: one line for each actor, and what could not be settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from standoff.report.tally import Tally, ranked
from standoff.values import Actor, ActorKind


class Joined(NamedTuple):
    """Somebody known in one document by a surname only, taken for a full name of another one, and why."""

    actor: Actor
    doc_id: str
    reason: str


class Lookalike(NamedTuple):
    """A form of words that reads as another one does and is written with other letters, and how."""

    form: str
    like: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine:
    """One actor in all documents.

    `names` are the names by which the texts call it and `descriptions` other words for it ("the minister"), both as
    written but for line ends, the most frequent first; pronouns are not among them. `source_ids` and `target_ids` name
    the statements of which it is a source or a target; `spoken_for` are those for whom it speaks, the most frequent
    first; `n_spoken_for` counts the statements in which somebody speaks for it. `joined` and `lookalikes` say what
    was made one and what was kept apart.
    """

    actor: Actor
    names: tuple[Tally, ...] = ()
    descriptions: tuple[Tally, ...] = ()
    offices: tuple[str, ...] = ()
    doc_ids: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    target_ids: tuple[str, ...] = ()
    spoken_for: tuple[Actor, ...] = ()
    n_spoken_for: int = 0
    joined: tuple[Joined, ...] = ()
    lookalikes: tuple[Lookalike, ...] = ()

    @property
    def forms(self) -> tuple[Tally, ...]:
        """Names and descriptions together, the most frequent first."""
        return ranked(_added(self.names, self.descriptions))

    @property
    def n_mentions(self) -> int:
        """How often the texts name or describe it."""
        return sum(form.n for form in (*self.names, *self.descriptions))

    @property
    def on_behalf_of(self) -> Actor | None:
        """For whom it speaks most often, `None` when for nobody known."""
        return self.spoken_for[0] if self.spoken_for else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorList:
    """Whom the documents name, those with most statements first, and the sources that are nobody known.

    `unresolved` and `unnamed` are the words of sources that the text does not settle, or presents without a name,
    upper and lower case together; `n_without_source` counts statements whose source no words name. `paths` says by
    id where each document came from.
    """

    lines: tuple[ActorLine, ...]
    unresolved: tuple[Tally, ...]
    unnamed: tuple[Tally, ...]
    n_without_source: int
    n_documents: int
    n_statements: int
    paths: Mapping[str, str]

    @property
    def same(self) -> Mapping[str, Actor]:
        """By the id that one document gives somebody, the actor that this turned out to be in another."""
        return {joined.actor.actor_id: line.actor for line in self.lines for joined in line.joined}


def of_kinds(listed: ActorList, kinds: Sequence[ActorKind]) -> ActorList:
    """The list with the actors of these kinds only; all of them when no kind is given."""
    return replace(listed, lines=tuple(line for line in listed.lines if not kinds or line.actor.kind in kinds))


def in_order(lines: Sequence[ActorLine]) -> tuple[ActorLine, ...]:
    """The lines by statements, then by mentions, then by name."""
    return tuple(sorted(lines, key=_rank))


def united(line: ActorLine, other: ActorLine, reason: str) -> ActorLine:
    """The line with all that is known of `other`, who is the same for this reason."""
    return replace(
        line,
        names=ranked(_added(line.names, other.names)),
        descriptions=ranked(_added(line.descriptions, other.descriptions)),
        offices=_once(line.offices, other.offices),
        doc_ids=_once(line.doc_ids, other.doc_ids),
        source_ids=_once(line.source_ids, other.source_ids),
        target_ids=_once(line.target_ids, other.target_ids),
        spoken_for=tuple(dict.fromkeys([*line.spoken_for, *other.spoken_for])),
        n_spoken_for=line.n_spoken_for + other.n_spoken_for,
        joined=(*line.joined, *(Joined(other.actor, doc_id, reason) for doc_id in other.doc_ids)),
    )


def _rank(line: ActorLine) -> tuple[int, int, str, str]:
    n_statements = len(line.source_ids) + len(line.target_ids)
    return (-n_statements, -line.n_mentions, line.actor.name, line.actor.actor_id)


def _added(one: Sequence[Tally], other: Sequence[Tally]) -> Counter[str]:
    return Counter(dict(one)) + Counter(dict(other))


def _once(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*one, *other]))
