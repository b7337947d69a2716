"""A hedge reaches the participles and coordinated verbs that hang on its verb, and no further."""

from __future__ import annotations

import pytest
from annotated import annotated
from handmade import Told, reading_by_hand
from labelled import labelled

from standoff.extract import statements_from_reading
from standoff.extract.confidence import FEATURES, Calibration
from standoff.values import Document

FLAT = Calibration("test", 0.0, (0.0,) * len(FEATURES))


@pytest.mark.parametrize(("text", "expect"), labelled("shared_basis"))
def test_shared_basis(text: dict[str, str], expect: str) -> None:
    marked = annotated(text["marked"])
    told = [
        Told(
            cue=marked.only(f"{n}cue"), source=marked.only(f"{n}source"), content=marked.all(f"{n}content"), basis=basis
        )
        for n, basis in ((1, text["first"]), (2, text.get("second", "reported")))
    ]
    document = Document.from_text(marked.text)
    statements = statements_from_reading(document, reading_by_hand(document, told), FLAT)
    (second,) = [s for s in statements if s.cue == marked.only("2cue")]
    assert second.basis == expect
    assert any(step.by == "rule" for step in second.steps) == (expect != text.get("second", "reported"))
