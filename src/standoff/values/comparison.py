"""What several documents have to do with one another: copies, stories, meetings, claims, clashes, networks.

Statements are named by their ids, documents by theirs, so that every item can be shown in its exact words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from standoff.spans import Span
from standoff.values.actor import Actor
from standoff.values.coding import Act
from standoff.values.statement import Basis

CopyKind = Literal["same", "near", "passage", "rewrite"]
ClashKind = Literal["denial", "refusal", "justification", "mutual_accusation", "opposite_stands"]

COPY_KINDS: tuple[CopyKind, ...] = ("same", "near", "passage", "rewrite")
CLASH_KINDS: tuple[ClashKind, ...] = ("denial", "refusal", "justification", "mutual_accusation", "opposite_stands")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A passage of one document and the passage of another that says the same; `score` 0-1."""

    first: Span
    second: Span
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A document, or a passage of it, that repeats another's: `original` came first, as far as dates tell.

    `is_dated` says whether they do; elsewhere the order of input decides. `score` is the share of the copy's words
    (or, of a rewrite, of its sentences) that the original has, 0-1; `shared` the passages, in text order.
    """

    original: str
    copy: str
    kind: CopyKind
    score: float
    is_dated: bool
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Documents about one occurrence, in the order of their dates; `actors` are those that most of them name."""

    story_id: str
    doc_ids: tuple[str, ...]
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a fact of a meeting stands, and how that text knows; `basis` is `None` in the writer's voice."""

    doc_id: str
    span: Span
    basis: Basis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody at a meeting, and where that is said."""

    actor: Actor
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """An occurrence with a forum, a place, a date and participants; each `None` or empty where no text tells it.

    `on_roster` are the members of the forum on that date, from the knowledge.
    """

    story_id: str
    forum: Actor | None
    place: str | None
    date: str | None
    participants: tuple[Participant, ...]
    evidence: tuple[Evidence, ...]
    on_roster: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition: the statements that express it, the first one first; `title` names the clearest of them.

    `n_origins` counts documents that are no copies of one another; `score` is how likely the statements are one
    proposition, 0-1, on average over their pairs.
    """

    claim_id: str
    title: str
    statement_ids: tuple[str, ...]
    actors: tuple[Actor, ...]
    issues: tuple[str, ...]
    n_origins: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a clash or of a convergence: who, and the statements that show it."""

    actor: Actor
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Statements of two sides that cannot both stand, or that answer one another; `confidence` 0-1.

    It is how likely the surest two statements collide. Of `opposite_stands` over a whole issue it is no measure of
    being right: it says how much the two say.
    """

    kind: ClashKind
    issue: str | None
    sides: tuple[Side, Side]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Convergence:
    """Actors of different sides that say the same, or agree on an issue."""

    issue: str | None
    sides: tuple[Side, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """What one side says of another and the other leaves unanswered: no answer found in `n_documents`."""

    actor: Actor
    about: Side
    issue: str | None
    n_documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """How far apart two sides stand on an issue, 0 (agree) to 1 (opposed), from `n_statements`.

    `conflict` and `congruence` are their ids; one that tells of both is in `conflict` alone.
    """

    issue: str
    sides: tuple[Actor, Actor]
    score: float
    n_statements: int
    conflict: tuple[str, ...] = ()
    congruence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A turn: what an actor said of one matter, and what on a later day against it; `confidence` 0-1."""

    actor: Actor
    issue: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A tie between two nodes of a network, by their ids, with its weight and the statements that it rests on.

    `act` is what the source does to the target, in the network of acts; `None` elsewhere.
    """

    source: str
    target: str
    weight: float
    statement_ids: tuple[str, ...]
    act: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node: an actor, an issue or a claim, with its place on a drawing of 1 by 1; `bloc` numbers its group."""

    node_id: str
    label: str
    kind: Literal["actor", "issue", "claim"]
    bloc: int | None
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network of one name: "actor_issue", "actor_claim", "congruence", "conflict" or, directed, "actor_actor"."""

    name: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that comparing some documents gave; `n_withheld` clashes were too unsure to be shown."""

    copies: tuple[Copy, ...] = ()
    stories: tuple[Story, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    claims: tuple[Claim, ...] = ()
    clashes: tuple[Clash, ...] = ()
    convergences: tuple[Convergence, ...] = ()
    silences: tuple[Silence, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    changes: tuple[Change, ...] = ()
    networks: tuple[Network, ...] = ()
    n_withheld: int = 0
