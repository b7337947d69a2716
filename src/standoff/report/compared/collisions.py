"""Where sides collide, agree, leave something unanswered or turn round, each in the exact words of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from standoff.report.compared.cells import Cells
from standoff.report.compared.points import Points, points_from_cells
from standoff.report.compared.words import actor_name, issue_anchor, issue_name
from standoff.values.comparison import Change, Clash, ClashKind, Comparison, Convergence, Side, Silence

KINDS: Mapping[ClashKind, str] = {
    "denial": "Accusation and denial",
    "refusal": "Demand and refusal",
    "justification": "Justification and condemnation",
    "mutual_accusation": "Accusation against accusation",
    "opposite_stands": "Opposite stands",
}

_N_POINTS = 2
_N_CHOSEN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side: its name and the statements that show where it stands, the best evidence first."""

    name: str
    points: Points


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """Where sides meet in what they say: a clash, common ground, a silence; or one side before and after a turn.

    `title` says which kind; `parties` stand in the order of their names, in a turn in that of time; `issue` is empty
    where there is none; `percent` says how sure the program is, `None` where it does not say; `tail` is a last
    sentence.
    """

    anchor: str
    title: str
    parties: tuple[Party, ...]
    issue: str = ""
    issue_anchor: str = ""
    percent: int | None = None
    tail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collisions:
    """All of them, the surest first; `n_withheld` clashes were too unsure to be shown.

    `stands` are opposite stands: apart, and without a percentage, since nobody answers anybody there.
    """

    clashes: tuple[Encounter, ...] = ()
    stands: tuple[Encounter, ...] = ()
    agreements: tuple[Encounter, ...] = ()
    silences: tuple[Encounter, ...] = ()
    changes: tuple[Encounter, ...] = ()
    n_withheld: int = 0

    @property
    def chosen(self) -> tuple[Encounter, ...]:
        """A few clashes for a first look; where there are none, a few of the issues on which opponents stand apart."""
        return (self.chosen_first or self.stands)[:_N_CHOSEN]

    @property
    def chosen_first(self) -> tuple[Encounter, ...]:
        """The clashes, the surest of each issue and each pair of sides before a second one of the same."""
        seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
        turns: list[tuple[int, int]] = []
        for i, one in enumerate(self.clashes):
            matter = (one.issue, tuple(party.name for party in one.parties))
            turns.append((seen[matter], i))
            seen[matter] += 1
        return tuple(self.clashes[i] for _, i in sorted(turns))


def collisions_from_comparison(comparison: Comparison, cells: Cells, names: Mapping[str, str]) -> Collisions:
    """What the comparison found; a side of which no statement is known is told by its name alone."""
    ordered = sorted(comparison.clashes, key=lambda clash: -clash.confidence)
    clashes = [clash for clash in ordered if clash.kind != "opposite_stands"]
    stands = [clash for clash in ordered if clash.kind == "opposite_stands"]
    agreements = sorted(comparison.convergences, key=lambda one: -one.confidence)
    changes = sorted(comparison.changes, key=lambda one: -one.confidence)
    return Collisions(
        clashes=tuple(_clash(n, one, cells, names) for n, one in enumerate(clashes, start=1)),
        stands=tuple(_stand(n, one, cells, names) for n, one in enumerate(stands, start=1)),
        agreements=tuple(_agreement(n, one, cells, names) for n, one in enumerate(agreements, start=1)),
        silences=tuple(_silence(n, one, cells, names) for n, one in enumerate(comparison.silences, start=1)),
        changes=tuple(_change(n, one, cells, names) for n, one in enumerate(changes, start=1)),
        n_withheld=comparison.n_withheld,
    )


def _clash(n: int, clash: Clash, cells: Cells, names: Mapping[str, str]) -> Encounter:
    return Encounter(
        anchor=f"clash-{n}",
        title=KINDS[clash.kind],
        parties=_parties(clash.sides, cells),
        issue=_issue(clash.issue, names),
        issue_anchor=issue_anchor(clash.issue),
        percent=round(100 * clash.confidence),
    )


def _stand(n: int, clash: Clash, cells: Cells, names: Mapping[str, str]) -> Encounter:
    return replace(_clash(n, clash, cells, names), anchor=f"stand-{n}", percent=None)


def _agreement(n: int, convergence: Convergence, cells: Cells, names: Mapping[str, str]) -> Encounter:
    return Encounter(
        anchor=f"common-{n}",
        title="Common ground",
        parties=_parties(convergence.sides, cells),
        issue=_issue(convergence.issue, names),
        issue_anchor=issue_anchor(convergence.issue),
        percent=round(100 * convergence.confidence),
    )


def _silence(n: int, silence: Silence, cells: Cells, names: Mapping[str, str]) -> Encounter:
    who = actor_name(silence.actor)
    documents = f"{silence.n_documents} document{'' if silence.n_documents == 1 else 's'}"
    return Encounter(
        anchor=f"silence-{n}",
        title=f"No answer of {who} to {actor_name(silence.about.actor)}",
        parties=_parties((silence.about,), cells),
        issue=_issue(silence.issue, names),
        issue_anchor=issue_anchor(silence.issue),
        tail=f"No statement of {who} that answers this was found in {documents}.",
    )


def _change(n: int, change: Change, cells: Cells, names: Mapping[str, str]) -> Encounter:
    """Its parties are the actor before and after: the one order that means something."""
    moments = (("Before", change.before), ("After", change.after))
    return Encounter(
        anchor=f"change-{n}",
        title=f"{actor_name(change.actor)} says something else",
        parties=tuple(
            Party(name=name, points=points_from_cells(cells.known(known), _N_POINTS)) for name, known in moments
        ),
        issue=_issue(change.issue, names),
        issue_anchor=issue_anchor(change.issue),
        percent=round(100 * change.confidence),
    )


def _parties(sides: Sequence[Side], cells: Cells) -> tuple[Party, ...]:
    return tuple(sorted((_party(side, cells) for side in sides), key=lambda one: (one.name.casefold(), one.name)))


def _party(side: Side, cells: Cells) -> Party:
    known = cells.known(side.statement_ids)
    return Party(name=actor_name(side.actor), points=points_from_cells(known, _N_POINTS))


def _issue(key: str | None, names: Mapping[str, str]) -> str:
    return issue_name(key, names) if key else ""
