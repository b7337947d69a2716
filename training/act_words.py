"""Acts told by the cue alone: weak labels for a corpus that marks none.

Only where the cue's word leaves little doubt and nothing hedges or negates it; what people say with "said" stays
unlabelled.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from standoff.code.cues import act_of_cue
from training.examples import Example, Labelled

# Words whose act depends too much on what is said: "ask" asks and urges, "back" and "order" are also actions.
_VAGUE = frozenset(
    "ask asked asks asking suggest suggested suggests expect expected expects expecting support supports supported "
    "back backs backed backing declare declared declares own-up commit committed order ordered offer offered offers "
    "warn warned warns warning agree agreed agrees agreeing decline declined declines question questions".split()
)
# Of the statements whose cue tells the act, the share labelled in one pass: they are many, and alike.
_SHARE = 0.5


def with_weak_acts(example: Example, rng: Random) -> Example:
    """The example with the acts that cues tell, for a random share of them."""
    statements = tuple(_weak(example.text, s, rng) for s in example.statements or ())
    return replace(example, statements=statements) if example.statements else example


def _weak(text: str, statement: Labelled, rng: Random) -> Labelled:
    if statement.act is not None or statement.cue is None or rng.random() > _SHARE:
        return statement
    told = act_of_cue(statement.cue.of(text))
    if told is None or told[1].lower() in _VAGUE or len(statement.cue.of(text).split()) > 2:
        return statement
    return replace(statement, act=told[0])
