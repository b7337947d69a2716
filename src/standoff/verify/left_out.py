"""The other way round: what the records hold that the coverage leaves out, by issue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from standoff.spans import Span
from standoff.values.actor import UNNAMED
from standoff.values.check import Check, LeftOut, Place
from standoff.values.spoken import SpokenRecord
from standoff.verify.support import sentences_in

_N_SHOWN = 3
_MIN_CHARS = 60  # a shorter sentence says too little to stand alone


def left_out(
    records: Sequence[SpokenRecord],
    checks: Iterable[Check],
    issues_of: Callable[[str, Span], Sequence[str]],
    taken_up: Iterable[str] = (),
) -> tuple[LeftOut, ...]:
    """The issues of sentences that named speakers say in covered records and that no statement rests on, the most
    frequent first.

    A record is covered when a statement was found in it; of the others the coverage does not tell. `taken_up` are the
    issues of the coverage's own statements; an issue that a found statement touches is taken up too.
    """
    held: dict[int, list[Span]] = {}
    for check in checks:
        for place in check.places if check.verdict not in ("out_of_scope", "not_found") else ():
            held.setdefault(place.record, []).append(place.span)
    places: dict[str, list[Place]] = {}
    touched = set(taken_up)
    for n, spans in sorted(held.items()):
        for place in _sentences(n, records[n]):
            is_held = any(place.span.overlaps(span) for span in spans)
            for issue in issues_of(records[n].document.text, place.span):
                if is_held:
                    touched.add(issue)
                else:
                    places.setdefault(issue, []).append(place)
    found = [_left_out(issue, some) for issue, some in places.items() if issue not in touched]
    return tuple(sorted(found, key=lambda one: (-one.n_sentences, one.issue)))


def _left_out(issue: str, places: Sequence[Place]) -> LeftOut:
    return LeftOut(issue=issue, n_sentences=len(places), places=tuple(places[:_N_SHOWN]))


def _sentences(n: int, record: SpokenRecord) -> Iterable[Place]:
    for t, turn in enumerate(record.turns):
        if not turn.actors or UNNAMED in turn.actors:
            continue
        for piece in turn.pieces:
            for span in sentences_in(record.document.text, piece):
                if span.end - span.start >= _MIN_CHARS:
                    yield Place(record=n, turn=t, span=span, actors=turn.actors)
