"""What a source does by saying something: the network's act where it is sure enough, `assert` elsewhere.

The act is read off the anchor at which a statement hangs. A lexicon of cues explains it; it never decides, since
"warned that it would strike" is a threat.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from standoff.code.cues import act_of_cue
from standoff.values import ACTS, Act, Anchor, Statement, Step

FITTED = Path(__file__).parent / "acts.json"
"""The least probability at which an act is told (`python -m training.acts`)."""


@dataclass(frozen=True, slots=True)
class ActFound:
    """An act with its probability, 0-1, and why."""

    act: Act
    score: float
    steps: tuple[Step, ...]


def find_act(text: str, statement: Statement, anchor: Anchor | None) -> ActFound:
    """The act of one statement; `assert` with no score where no anchor of the reading is the statement's."""
    if anchor is None:
        return ActFound("assert", 0.0, (Step(field="act", by="rule", detail="nothing read here: assert"),))
    odds = np.exp(anchor.act)
    best = int(odds.argmax())
    act, score = ACTS[best], float(odds[best])
    steps = [Step(field="act", by="model", detail=act, score=score)]
    if act != "assert" and score < threshold():
        steps.append(Step(field="act", by="rule", detail=f"not sure enough of {act}: assert", score=threshold()))
        act, score = "assert", float(odds[ACTS.index("assert")])
    told = act_of_cue(statement.cue.of(text)) if statement.cue else None
    if told is not None:
        how = "the cue's word agrees" if told[0] == act else f"the cue's word alone would be {told[0]}"
        steps.append(Step(field="act", by="cue", detail=f"{told[1]}: {how}"))
    return ActFound(act, score, tuple(steps))


@lru_cache(maxsize=1)
def threshold() -> float:
    """The least probability at which an act other than `assert` is told."""
    return float(json.loads(FITTED.read_text(encoding="utf-8"))["threshold"])
