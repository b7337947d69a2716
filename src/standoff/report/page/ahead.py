"""What may come, the norms that are appealed to, and what is said to lead to what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from standoff.report.coded import Coded, Place
from standoff.report.compared.cells import NOBODY, Cell, Cells
from standoff.report.compared.words import CUT, actor_name, actor_names, category, clipped, sentence_anchor
from standoff.report.effects import Effect
from standoff.report.matter import Matter
from standoff.report.norms_invoked import Norm
from standoff.report.outlook import Certainty, Prospect
from standoff.report.sheet import WRITER, act_words
from standoff.spans import Span
from standoff.values import Actor, Document

# Of a hundred articles, about what can be looked through; the data have all.
_N_PROSPECTS = 60
_N_EFFECTS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list: who, what they do, the exact words, and where; `letter` is empty for the writer."""

    who: str
    deed: str
    words: str
    likely: str
    letter: str
    pin: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """One norm: its name, and who appeals to it in which statements."""

    name: str
    n: int
    by: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """All that looks beyond what was said; `n_more_*` count what is not shown."""

    said: tuple[Line, ...]
    expected: tuple[Line, ...]
    norms: tuple[Appeal, ...]
    effects: tuple[Line, ...]
    n_more_prospects: int
    n_more_effects: int


def ahead_from_matter(matter: Matter, cells: Cells, names: Mapping[str, str]) -> Ahead:
    """The lines, in the order of the matter."""
    shown = matter.outlook[:_N_PROSPECTS]
    lines = [(prospect.is_of_author, _prospect(prospect, cells)) for prospect in shown]
    return Ahead(
        said=tuple(line for is_of_author, line in lines if not is_of_author),
        expected=tuple(line for is_of_author, line in lines if is_of_author),
        norms=tuple(_appeal(norm, cells, names) for norm in matter.norms),
        effects=tuple(_effect(effect, cells) for effect in matter.effects[:_N_EFFECTS]),
        n_more_prospects=len(matter.outlook) - len(shown),
        n_more_effects=max(0, len(matter.effects) - _N_EFFECTS),
    )


def _prospect(prospect: Prospect, cells: Cells) -> Line:
    document, coded = prospect.place.document, prospect.coded
    source = coded.statement.source if coded else None
    return Line(
        who=WRITER if prospect.is_of_author else _who(prospect.speakers, source, document),
        deed=act_words(prospect.act) if prospect.act else "expects",
        words=clipped(f" {CUT} ".join(span.of(document.text) for span in prospect.spans)),
        likely=_likely(prospect.certainty),
        letter=prospect.place.basis[0] if prospect.place.basis else "",
        pin=_pin(prospect.place, cells),
        anchor=_anchor(prospect.place, prospect.statement_ids, cells),
    )


def _effect(effect: Effect, cells: Cells) -> Line:
    document, consequence = effect.place.document, effect.consequence
    cause, result = consequence.cause.of(document.text), consequence.effect.of(document.text)
    return Line(
        who=WRITER if effect.is_of_author else _who(effect.speakers, effect.source, document),
        deed="",
        words=f"{clipped(cause, 200)} → {clipped(result, 200)}",
        likely="",
        letter=effect.place.basis[0] if effect.place.basis else "",
        pin=_pin(effect.place, cells),
        anchor=_anchor(effect.place, [consequence.statement_id] if consequence.statement_id else [], cells),
    )


def _appeal(norm: Norm, cells: Cells, names: Mapping[str, str]) -> Appeal:
    by = tuple(
        (actor_name(one.actor) if one.actor else NOBODY, tuple(_cell(point, cells) for point in one.points))
        for one in norm.invokers
    )
    return Appeal(name=category(norm.key, names.get(norm.key)), n=len(norm.points), by=by)


def _cell(coded: Coded, cells: Cells) -> Cell:
    return cells.at(coded.place.n_document, coded.statement.statement_id)


def _who(actors: Sequence[Actor], source: Span | None, document: Document) -> str:
    return actor_names(actors) or (clipped(source.of(document.text), 80) if source else NOBODY)


def _likely(certainty: Certainty | None) -> str:
    """The range in whole percent, "55–80 %"; empty when no word says one."""
    return "–".join(str(round(100 * share)) for share in certainty) + " %" if certainty else ""


def _pin(place: Place, cells: Cells) -> str:
    document = f"{place.n_document}:" if len(cells.by_place) > 1 else ""
    return f"{document}{place.sentence.index + 1}{place.basis[0] if place.basis else ''}"


def _anchor(place: Place, statement_ids: Sequence[str], cells: Cells) -> str:
    """Where to see it: at its statement, else at its sentence."""
    if statement_ids:
        return cells.at(place.n_document, statement_ids[0]).anchor
    return sentence_anchor(place.n_document, place.sentence.index)
