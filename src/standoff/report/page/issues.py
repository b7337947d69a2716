"""What each side says, issue by issue: the sides beside one another, in the order of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from standoff.report.brief import Brief
from standoff.report.coded import Coded
from standoff.report.compared.cells import Cell, Cells
from standoff.report.compared.collisions import Encounter
from standoff.report.compared.points import Points, points_from_cells
from standoff.report.compared.words import actor_name, issue_anchor, issue_name
from standoff.report.positions import issue_order
from standoff.report.strength import strength_rank
from standoff.values import Actor
from standoff.values.comparison import Comparison, Divergence

# Beside one another a wide window takes four; a reader who wants the tenth voice on an issue opens the list.
_N_COLUMNS = 6
_N_POINTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One side on one issue: its name and its statements, the strongest first."""

    name: str
    points: Points


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """How far two sides stand apart on an issue, in percent, from so many statements, of conflict and congruence."""

    sides: tuple[str, str]
    percent: int
    n_statements: int
    conflict: tuple[Cell, ...] = ()
    congruence: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue with its sides in alphabetical order; `few` are those with least to say, by their places only."""

    key: str | None
    anchor: str
    name: str
    n: int
    columns: tuple[Column, ...]
    few: tuple[Column, ...]
    apart: tuple[Apart, ...]
    clashes: tuple[Encounter, ...] = ()


def issues_from_brief(brief: Brief, comparison: Comparison, cells: Cells) -> tuple[Issue, ...]:
    """The issues, those with most statements first and what is on none of the codebook last."""
    found: dict[str | None, dict[Actor, list[Coded]]] = defaultdict(lambda: defaultdict(list))
    for position in brief.matter.positions:
        for stand in position.stands:
            found[stand.issue][position.side or position.speaker].extend(stand.strongest)
    order = issue_order(point for by_side in found.values() for points in by_side.values() for point in points)
    by_issue = _by_issue(comparison.divergences)
    keys = sorted(found, key=order.__getitem__)
    return tuple(_issue(key, found[key], brief.names, cells, by_issue.get(key, ())) for key in keys)


def _issue(
    key: str | None,
    by_side: Mapping[Actor, Sequence[Coded]],
    names: Mapping[str, str],
    cells: Cells,
    apart: Sequence[Divergence],
) -> Issue:
    columns = [_column(actor, points, cells) for actor, points in by_side.items()]
    columns.sort(key=lambda column: (-column.points.n, column.name.casefold(), column.name))
    n_shown = len(columns) if len(columns) <= _N_COLUMNS + 1 else _N_COLUMNS
    return Issue(
        key=key,
        anchor=issue_anchor(key),
        name=issue_name(key, names),
        n=len({(p.place.n_document, p.statement.statement_id) for points in by_side.values() for p in points}),
        columns=_by_name(columns[:n_shown]),
        few=_by_name(columns[n_shown:]),
        apart=tuple(_apart(one, cells) for one in apart),
    )


def with_clashes(issues: Iterable[Issue], clashes: Sequence[Encounter]) -> tuple[Issue, ...]:
    """The issues, each with the clashes about it."""
    return tuple(
        replace(issue, clashes=tuple(one for one in clashes if one.issue and one.issue_anchor == issue.anchor))
        for issue in issues
    )


def _column(actor: Actor, coded: Sequence[Coded], cells: Cells) -> Column:
    # A bare topic ("the seizure") tells least, whatever is done by it; `quote` says which those are.
    ranked = sorted(coded, key=lambda point: (point.statement.quote == "none", strength_rank(point)))
    own = dict.fromkeys((point.place.n_document, point.statement.statement_id) for point in ranked)
    return Column(name=actor_name(actor), points=points_from_cells(_cells(own, cells), _N_POINTS))


def _cells(places: Iterable[tuple[int, str]], cells: Cells) -> list[Cell]:
    return [cells.at(n_document, statement_id) for n_document, statement_id in places]


def _by_name(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Alphabetical: an order in which no side comes first for any reason."""
    return tuple(sorted(columns, key=lambda column: (column.name.casefold(), column.name)))


def _by_issue(divergences: Iterable[Divergence]) -> Mapping[str | None, Sequence[Divergence]]:
    found: dict[str | None, list[Divergence]] = defaultdict(list)
    for one in sorted(divergences, key=lambda d: (-d.score, d.sides)):
        found[one.issue].append(one)
    return found


def _apart(divergence: Divergence, cells: Cells) -> Apart:
    first, second = sorted(map(actor_name, divergence.sides), key=lambda name: (name.casefold(), name))
    return Apart(
        sides=(first, second),
        percent=round(100 * divergence.score),
        n_statements=divergence.n_statements,
        conflict=cells.known(divergence.conflict),
        congruence=cells.known(divergence.congruence),
    )
