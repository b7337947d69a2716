"""Which sources are primary records: every labelled case; what says nothing is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from labelled import labelled
from timing import growth

from standoff.knowledge import knowledge
from standoff.read import primary_record
from standoff.values import Document

EXAMPLES = Path(__file__).parents[2] / "src" / "standoff" / "examples"


@pytest.mark.parametrize(("text", "expect"), labelled("primary_records"))
def test_only_records_are_taken_for_records(text: str, expect: str | None, tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_text(text, encoding="utf-8")
    record = primary_record(Document.from_path(path), knowledge())
    assert (record.form if record else None) == expect


def test_of_the_examples_the_read_out_alone_is_a_record() -> None:
    paths = sorted(EXAMPLES.glob("*.txt"))
    taken = [path.name for path in paths if primary_record(Document.from_path(path), knowledge())]
    assert taken == ["2_briefing_readout.txt"]


@pytest.mark.parametrize("text", ["", " \n", "No. 1", ":", "Q  ", "MR PRICE:", "Statement by : on"])
def test_scraps_are_no_records(text: str) -> None:
    assert primary_record(Document.from_text(text), knowledge()) is None


@pytest.mark.parametrize(
    "piece", ["MR PRICE: No.\n", "Q   No?\n", "MR PRICE: “no” said “", '" ', "MR A:", "said “a"], ids=repr
)
def test_time_grows_with_length(piece: str) -> None:
    known = knowledge()
    head = "MR PRICE: We met.\n\n"
    assert growth(lambda text: primary_record(Document.from_text(head + text), known), piece, 2_000) <= 3
