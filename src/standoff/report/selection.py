"""What of a brief somebody asks for: one issue, one actor, no weaker evidence than they will take.

Weak evidence is taken away before documents are compared, so that nothing rests on it; an issue or an actor is looked
for afterwards, since what answers somebody is said by somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from standoff.errors import UsageError
from standoff.report.stand_ins import short_name
from standoff.values import BASES, Actor, Analysis, Basis, Resolution, Statement
from standoff.values.comparison import Comparison, Network, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is asked for, `None` for all: documents of `since` (an ISO date) or later, statements on the issue of this
    key, by or about the actor of this name, of `min_basis` or better evidence.
    """

    since: str | None = None
    issue: str | None = None
    actor: str | None = None
    min_basis: Basis | None = None


ALL = Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """What is left: the analyses with the statements that stay, what their comparison holds of them, and how many
    statements were left out.
    """

    analyses: tuple[Analysis, ...]
    comparison: Comparison | None
    n_left_out: int


def with_basis(analysis: Analysis, min_basis: Basis | None) -> Analysis:
    """The analysis without the statements of weaker evidence than `min_basis`, in the codebook's order of bases."""
    if min_basis is None:
        return analysis
    strong = BASES[: BASES.index(min_basis) + 1]
    return _with(analysis, lambda statement: statement.basis in strong)


def select(analyses: Sequence[Analysis], comparison: Comparison | None, selection: Selection = ALL) -> Selected:
    """What of the documents and of their comparison is asked for.

    A claim, a clash and the like stays when one of its statements is asked for, and then all its statements stay.
    That holds whatever issue it is itself shown under; a divergence has to be on the one that is asked for. Stories,
    meetings and copies are of documents, and stay. Where weaker evidence is left out there are no silences: the answer
    may be among it.

    Raises: UsageError when nobody, or more than one, has the actor's name.
    """
    kept = tuple(with_basis(analysis, selection.min_basis) for analysis in analyses)
    if comparison is not None and selection.min_basis is not None:
        comparison = replace(comparison, silences=())
    if selection.issue is not None or selection.actor is not None:
        ids = _wanted(kept, selection)
        if comparison is not None:
            comparison = _of(comparison, ids, selection.issue)
            ids |= set(_statement_ids(comparison))
        kept = tuple(_with(analysis, lambda statement: statement.statement_id in ids) for analysis in kept)
    n_all, n_kept = (sum(len(one.statements) for one in some) for some in (analyses, kept))
    return Selected(analyses=kept, comparison=comparison, n_left_out=n_all - n_kept)


def _with(analysis: Analysis, keeps: Callable[[Statement], bool]) -> Analysis:
    """The analysis with some of its statements, and with what belongs to them."""
    at = [i for i, statement in enumerate(analysis.statements) if keeps(statement)]
    ids = frozenset(analysis.statements[i].statement_id for i in at)
    vectors = analysis.statement_vectors
    return replace(
        analysis,
        statements=tuple(analysis.statements[i] for i in at),
        resolutions=tuple(r for r in analysis.resolutions if r.statement_id in ids),
        codings=tuple(c for c in analysis.codings if c.statement_id in ids),
        consequences=tuple(c for c in analysis.consequences if c.statement_id is None or c.statement_id in ids),
        statement_vectors=None if vectors is None else vectors[at],
    )


def _wanted(analyses: Sequence[Analysis], selection: Selection) -> set[str]:
    """The ids of the statements that are asked for."""
    ids = {s.statement_id for analysis in analyses for s in analysis.statements}
    if selection.issue is not None:
        codings = (coding for analysis in analyses for coding in analysis.codings)
        ids &= {c.statement_id for c in codings if any(found.key == selection.issue for found in c.issues)}
    if selection.actor is not None:
        actor = actor_named(selection.actor, analyses)
        resolutions = (resolution for analysis in analyses for resolution in analysis.resolutions)
        ids &= {r.statement_id for r in resolutions if any(one.actor_id == actor.actor_id for one in _actors(r))}
    return ids


def _actors(resolution: Resolution) -> Iterator[Actor]:
    """Who says it, for whom, and whom it is about."""
    found = (resolution.actor, *resolution.co_actors, resolution.on_behalf_of, *resolution.target_actors)
    return (actor for actor in found if actor is not None)


def actor_named(name: str, analyses: Iterable[Analysis]) -> Actor:
    """The actor of these documents whom somebody means by a name: the whole name or the id, else what people are
    called for short.

    Raises: UsageError when nobody, or more than one, has the name.
    """
    known = {a.actor_id: a for analysis in analyses for r in analysis.resolutions for a in _actors(r)}
    forms: tuple[Mapping[str, str], ...] = (
        {one.actor_id: one.actor_id for one in known.values()},
        {one.actor_id: one.name for one in known.values()},
        {one.actor_id: short_name(one) for one in known.values()},
    )
    for form in forms:
        found = sorted(key for key, words in form.items() if words.casefold() == name.strip().casefold())
        if len(found) == 1:
            return known[found[0]]
        if found:
            several = ", ".join(f"{known[key].name} ({key})" for key in found)
            raise UsageError(f"--actor: {name!r} may be {several}; give the id of one")
    names = sorted({one.name for one in known.values()})
    near = get_close_matches(name, names, n=3, cutoff=0.4)
    told = f"the nearest names are {', '.join(near)}" if near else "standoff actors lists who is in them"
    raise UsageError(f"--actor: nobody in these documents is called {name!r}; {told}")


def _of(comparison: Comparison, ids: set[str], issue: str | None) -> Comparison:
    """What of the comparison is asked for."""

    def has(sides: Iterable[Side]) -> bool:
        return any(not ids.isdisjoint(side.statement_ids) for side in sides)

    claims = tuple(one for one in comparison.claims if not ids.isdisjoint(one.statement_ids))
    clashes = tuple(one for one in comparison.clashes if has(one.sides))
    return replace(
        comparison,
        claims=claims,
        clashes=clashes,
        convergences=tuple(one for one in comparison.convergences if has(one.sides)),
        silences=tuple(one for one in comparison.silences if has((one.about,))),
        divergences=tuple(
            one
            for one in comparison.divergences
            if issue in (None, one.issue) and not ids.isdisjoint((*one.conflict, *one.congruence))
        ),
        changes=tuple(one for one in comparison.changes if not ids.isdisjoint((*one.before, *one.after))),
        networks=tuple(_network(one, ids) for one in comparison.networks),
    )


def _network(network: Network, ids: set[str]) -> Network:
    """The network of the ties that rest on one of the statements, with their nodes."""
    edges = tuple(edge for edge in network.edges if not ids.isdisjoint(edge.statement_ids))
    tied = {node_id for edge in edges for node_id in (edge.source, edge.target)}
    return replace(network, nodes=tuple(node for node in network.nodes if node.node_id in tied), edges=edges)


def _statement_ids(comparison: Comparison) -> Iterator[str]:
    """The statements on which what is left of the comparison rests."""
    for claim in comparison.claims:
        yield from claim.statement_ids
    sides = [side for clash in comparison.clashes for side in clash.sides]
    sides += [side for one in comparison.convergences for side in one.sides]
    sides += [silence.about for silence in comparison.silences]
    for side in sides:
        yield from side.statement_ids
    for change in comparison.changes:
        yield from (*change.before, *change.after)
    for divergence in comparison.divergences:
        yield from (*divergence.conflict, *divergence.congruence)
