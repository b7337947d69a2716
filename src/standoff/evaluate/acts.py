"""Which statements were given the wrong act: what a source does by saying it, beside what the gold says it does.

How often the act is right is counted as for basis and quote type (`counts`); here are the errors, to be read.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.evaluate.found import Found
from standoff.evaluate.gold import GoldDocument
from standoff.spans import hull

_SHOWN_CHARS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongAct:
    """A statement given the wrong act; `words` are those from its cue to its content, `reason` the program's own."""

    document: str
    sentence: int
    words: str
    wanted: str
    named: str
    reason: str

    def __str__(self) -> str:
        """One line for people."""
        return (
            f'{self.document}, sentence {self.sentence}, act: {self.wanted} wanted, {self.named} found: "{self.words}" '
            f"({self.reason})"
        )


def wrong_acts(document: GoldDocument, found: Sequence[Found]) -> tuple[WrongAct, ...]:
    """The statements of one document that were found and given the wrong act, in order of the gold."""
    wrong = [one for one in found if one.label("act") != one.gold.act]
    wrong.sort(key=lambda one: document.statements.index(one.gold))
    return tuple(_wrong_act(document, one) for one in wrong)


def _wrong_act(document: GoldDocument, found: Found) -> WrongAct:
    gold, steps = found.gold, found.coding.steps if found.coding else ()
    words = hull([*gold.content, *([gold.cue] if gold.cue else [])]).of(document.text)
    reasons = [step.detail or step.by for step in steps if step.field == "act"]
    return WrongAct(
        document=document.name,
        sentence=gold.sentence,
        words=textwrap.shorten(words, _SHOWN_CHARS, placeholder=" ..."),
        wanted=gold.act,
        named=found.label("act") or "no act",
        reason="; ".join(reasons) or "no reason given",
    )
