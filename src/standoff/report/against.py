"""What a brief holds against the record: the sources that are coverage, checked by those that are primary records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from standoff.report.selection import Selection
from standoff.report.verification import Verification
from standoff.report.verifying_json import verification_json
from standoff.values import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """The coverage of a brief held against its records.

    `articles` and `records` are the numbers, from 1, of the brief's documents that are the verification's analyses and
    records, in their order. `on_record` are the ids of the statements that a record has in its speaker's own mouth.
    """

    verification: Verification
    articles: tuple[int, ...]
    records: tuple[int, ...]
    on_record: frozenset[str]


def selected_against(against: Against, analyses: Sequence[Analysis], selection: Selection) -> Against:
    """The checks of the statements that were asked for; `analyses` are all documents of the brief with what is left.

    What the coverage leaves out is that of the issue asked for. It is said of all actors together, so of one actor
    nothing is said.
    """
    verification = against.verification
    articles = tuple(analyses[n - 1] for n in against.articles)
    kept = {id(whole): {s.statement_id for s in left.statements} for whole, left in _pairs(verification, articles)}
    checks = (one.check for one in verification.checked() if one.statement.statement_id in kept[id(one.analysis)])
    left_out = (one for one in verification.left_out if selection.issue in (None, one.issue))
    return replace(
        against,
        verification=replace(
            verification,
            analyses=articles,
            checks=tuple(checks),
            left_out=() if selection.actor is not None else tuple(left_out),
        ),
    )


def against_json(against: Against | None) -> dict[str, Any]:
    """The keys that a brief has beside its records; none where no source is a record, or all are."""
    if against is None:
        return {}
    whole = verification_json(against.verification)
    return {key: whole[key] for key in ("records", "checks", "left_out")}


def _pairs(verification: Verification, articles: Sequence[Analysis]) -> list[tuple[Analysis, Analysis]]:
    return list(zip(verification.analyses, articles, strict=True))
