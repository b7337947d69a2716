"""What the source of a marked relation does to its target: the network's root, with mode and code told by the words."""

from __future__ import annotations

import numpy as np

from standoff.code.plover import event_from_root
from standoff.spans import Span, hull
from standoff.values import PLOVERS, Act, Analysis, Relation, RelationCoding, Step
from standoff.values.reading import Floats


def code_relation(relation: Relation, roots: Floats, analysis: Analysis) -> RelationCoding:
    """The coding of one relation; `roots` `(15,)` are log-probabilities in the order of PLOVERS, `analysis` that of its
    sentence.
    """
    odds = np.exp(roots)
    best = int(odds.argmax())
    score = float(odds[best])
    between = hull([relation.source, relation.target])
    event = event_from_root(PLOVERS[best], between.of(relation.text))
    act = _act(relation, analysis)
    codes = " ".join(code for code in (event.mode, event.cameo) if code) or "none"
    return RelationCoding(
        plover=event.plover,
        mode=event.mode,
        cameo=event.cameo,
        act=act,
        confidence=score,
        steps=(
            Step(field="plover", by="model", detail=event.plover, score=score),
            Step(field="mode", by="words", detail=codes),
            Step(field="act", by="statement", detail=act or "the source says nothing here"),
        ),
    )


def _act(relation: Relation, analysis: Analysis) -> Act | None:
    """The act of the statement that the marked source makes; `None` when it makes none."""
    said = [s for s in analysis.statements if s.source and _is_same(s.source, relation.source)]
    coding = analysis.coding(said[0]) if said else None
    return coding.act if coding else None


def _is_same(one: Span, other: Span) -> bool:
    return one.covers(other) or other.covers(one)
