"""The built set plants what it says, uses each sentence once, and its figures can fail."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.planted import built_set
from benchmarks.verifying import analysis_from_item, figures, is_right
from standoff.verify import RecordIndex, check_statements
from verify.records import BRIEFING, record_of


def test_every_item_has_its_verdict_and_a_wrong_one_is_counted():
    records = [record_of(BRIEFING.replace(" (Applause.)", ""))]
    items = built_set(records, [], 1)
    true = [item for item in items if not item.kind]
    assert len({item.text for item in items}) == len(items) == 3
    assert items == built_set(records, [], 1)
    checks = check_statements(map(analysis_from_item, items), RecordIndex(records))
    assert all(is_right(item, check) for item, check in zip(items, checks, strict=True))
    assert figures(items, checks)["verbatim precision"] == 1.0
    planted = [replace(item, kind="negation") for item in true]
    assert figures(planted, checks[: len(true)])["verbatim precision"] == 0.0
