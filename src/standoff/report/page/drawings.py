"""Networks as plain figures for pictures: who is tied to what, and where names stand so that they can be read.

Where two kinds are tied (sides to issues, sides to claims) they stand in two columns: so many lines meet at a few sides
that any other drawing of them is a knot. Elsewhere the nodes stand where the network has laid them out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from standoff.report.compared.cells import Cell, Cells
from standoff.report.compared.words import clipped, issue_name, slug
from standoff.report.sheet import act_words
from standoff.values.comparison import Edge, Network, Node

TITLES: Mapping[str, str] = {
    "actor_issue": "Who speaks about what",
    "actor_claim": "Who stands for which claim",
    "congruence": "Who says the same as whom",
    "conflict": "Who speaks against whom",
    "actor_actor": "Who does what to whom",
}

# The drawing's own units; a window scales it. Room at the sides is for names.
_WIDTH, _HEIGHT, _SIDE, _EDGE = 1000, 600, 230, 30
_ROW = 30  # between two names under one another
_LINE = 18  # the least by which two names must lie apart
_COLUMNS = (240, 520)  # the right one is for issues and claims, whose names are longer
_GAP = 18  # between a node and its name
_N_EDGES = 80  # more lines than that are a grey cloud
_LABEL_CHARS = 28
_CLAIM_CHARS = 54


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A node: where it and its name are drawn, and its bloc, empty where it has none; `is_left`: before the node."""

    x: float
    y: float
    label: str
    label_x: float
    label_y: float
    is_left: bool
    kind: Literal["actor", "issue", "claim"]
    bloc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An edge: where it is drawn, between whom, how thick, and the statements that it rests on.

    `act` is what the one does to the other, empty where the network is none of acts.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    source: str
    target: str
    act: str
    weight: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A network; `n_more` ties are too weak to be drawn; `has_acts`: a tie leads from one who acts to another."""

    anchor: str
    title: str
    height: float
    dots: tuple[Dot, ...]
    ties: tuple[Tie, ...]
    n_more: int
    has_acts: bool
    is_conflict: bool


def drawings_from_networks(networks: Sequence[Network], cells: Cells, names: Mapping[str, str]) -> tuple[Drawing, ...]:
    """The networks that tie anything to anything, drawn as far as they can be read."""
    return tuple(_drawing(_named(network, names), cells) for network in networks if network.edges)


def _named(network: Network, names: Mapping[str, str]) -> Network:
    """The network with the codebook's names for its issues."""
    nodes = (replace(n, label=issue_name(n.label, names)) if n.kind == "issue" else n for n in network.nodes)
    return replace(network, nodes=tuple(nodes))


def _drawing(network: Network, cells: Cells) -> Drawing:
    kept = sorted(network.edges, key=lambda edge: (-edge.weight, edge.source, edge.target))[:_N_EDGES]
    tied: dict[str, float] = defaultdict(float)
    for edge in kept:
        tied[edge.source] += edge.weight
        tied[edge.target] += edge.weight
    nodes = [node for node in network.nodes if node.node_id in tied]
    is_two_mode = len({node.kind == "actor" for node in nodes}) > 1
    dots = _in_columns(nodes, tied) if is_two_mode else _laid_out(nodes)
    most = max(edge.weight for edge in kept) or 1.0
    labels = {node.node_id: clipped(node.label, 80) for node in nodes}
    ties = [_tie(edge, dots, labels, most, cells) for edge in kept if {edge.source, edge.target} <= dots.keys()]
    return Drawing(
        anchor=f"network-{slug(network.name)}",
        title=TITLES.get(network.name, clipped(network.name, 60)),
        height=max((dot.label_y for dot in dots.values()), default=0) + _EDGE,
        dots=tuple(dots.values()),
        ties=tuple(ties),
        n_more=len(network.edges) - len(ties),
        has_acts=any(tie.act for tie in ties),
        is_conflict=network.name == "conflict",
    )


def _in_columns(nodes: Sequence[Node], tied: Mapping[str, float]) -> dict[str, Dot]:
    """The actors on the left, the others on the right, those with most ties at the top."""
    dots: dict[str, Dot] = {}
    columns = [[n for n in nodes if n.kind == "actor"], [n for n in nodes if n.kind != "actor"]]
    n_rows = max(map(len, columns))
    for x, column in zip(_COLUMNS, columns, strict=True):
        column.sort(key=lambda node: (-tied[node.node_id], node.label))
        for row, node in enumerate(column):
            y = _EDGE + _ROW * (row + 0.5) * n_rows / len(column)
            dots[node.node_id] = _dot(node, round(float(x), 1), round(y, 1), is_left=node.kind == "actor")
    return dots


def _laid_out(nodes: Sequence[Node]) -> dict[str, Dot]:
    """The nodes in their own places, names on the outer side, moved down where they would lie on one another."""
    dots: dict[str, Dot] = {}
    for node in sorted(nodes, key=lambda n: (n.y, n.x, n.node_id)):
        x, y = _SIDE + node.x * (_WIDTH - 2 * _SIDE), _EDGE + node.y * (_HEIGHT - 2 * _EDGE)
        dot = _dot(node, round(x, 1), round(y, 1), is_left=node.x < 0.5)
        dots[node.node_id] = replace(dot, label_y=_free_y(dot, dots.values()))
    return dots


def _free_y(dot: Dot, others: Iterable[Dot]) -> float:
    """The height nearest below its own at which no name on the same side is in the way of its name."""
    y = dot.label_y
    for other in sorted((o for o in others if o.is_left == dot.is_left), key=lambda o: o.label_y):
        if abs(other.label_y - y) < _LINE and abs(other.label_x - dot.label_x) < _SIDE:
            y = other.label_y + _LINE
    return round(y, 1)


def _dot(node: Node, x: float, y: float, *, is_left: bool) -> Dot:
    return Dot(
        x=x,
        y=y,
        label=clipped(node.label, _CLAIM_CHARS if node.kind == "claim" else _LABEL_CHARS),
        label_x=x - _GAP if is_left else x + _GAP,
        label_y=y + 5,  # half the height of a letter
        is_left=is_left,
        kind=node.kind,
        bloc="" if node.bloc is None else str(node.bloc + 1),
    )


def _tie(edge: Edge, dots: Mapping[str, Dot], labels: Mapping[str, str], most: float, cells: Cells) -> Tie:
    source, target = dots[edge.source], dots[edge.target]
    return Tie(
        x1=source.x,
        y1=source.y,
        x2=target.x,
        y2=target.y,
        width=round(1 + 5 * edge.weight / most, 1),
        source=labels[edge.source],
        target=labels[edge.target],
        act=act_words(edge.act) if edge.act else "",
        weight=f"{edge.weight:g}" if edge.weight == int(edge.weight) else f"{edge.weight:.2f}",
        cells=cells.known(edge.statement_ids)[:10],
    )
