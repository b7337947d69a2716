"""Which statements of the gold were found, and what was made of each: what most fields are scored on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.evaluate.gold import GoldDocument, GoldStatement
from standoff.evaluate.marked import closeness, marked
from standoff.evaluate.spans import Match, matches
from standoff.values import Analysis, Coding, Resolution, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A gold statement that was found: as predicted, whom it was resolved to, how it was coded, as marked.

    `coding` is `None` where nothing was coded.
    """

    statement: Statement
    resolution: Resolution
    coding: Coding | None = None
    gold: GoldStatement

    def label(self, field: str) -> str | None:
        """What was predicted for "basis", "quote" or "act"; `None` for the act of a statement that was not coded."""
        if field == "act":
            return self.coding.act if self.coding else None
        label: str = getattr(self.statement, field)
        return label


def found_in(document: GoldDocument, predicted: Analysis) -> tuple[Found, ...]:
    """The gold statements of one document that were found, with what was made of each."""
    # Backwards, so that of two entries for one statement the first counts, as `Analysis` has it.
    resolutions = {resolution.statement_id: resolution for resolution in reversed(predicted.resolutions)}
    codings = {coding.statement_id: coding for coding in reversed(predicted.codings)}
    pairs = [
        (predicted.statements[i], document.statements[j])
        for i, j in found_statements(predicted.statements, document.statements)
    ]
    return tuple(
        Found(
            statement=statement,
            resolution=resolutions.get(statement.statement_id, Resolution(statement_id=statement.statement_id)),
            coding=codings.get(statement.statement_id),
            gold=gold,
        )
        for statement, gold in pairs
    )


def found_statements(predicted: Sequence[Statement], gold: Sequence[GoldStatement]) -> tuple[Match, ...]:
    """Which gold statements were found, and by which predicted one: by content, by cue where there is none."""
    p, g = [marked(s) for s in predicted], [marked(s) for s in gold]
    return matches([s.key() for s in p], [s.key() for s in g], lambda i, j: closeness(p[i], g[j]))
