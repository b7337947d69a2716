"""Quote types and whole quotations: every labelled case."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from annotated import annotated
from hypothesis import given
from hypothesis import strategies as st
from labelled import labelled

from standoff.extract.quote import next_quotations, quote_type, quoted_share, whole_quotations
from standoff.marks import quotations
from standoff.spans import Span
from standoff.values import QUOTES

texts = st.text(alphabet="ab .\n\"'“”‘’", min_size=1, max_size=40)


def preferring(kinds: list[str]) -> np.ndarray:
    """Scores by which the model likes these types, best first, and no other."""
    return np.array([-kinds.index(q) if q in kinds else -9 for q in QUOTES], dtype=np.float32)


def some_spans(data: st.DataObject, text: str) -> list[Span]:
    """Spans inside the text in order, without overlap."""
    borders = data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    return [Span(a, b) for a, b in zip(borders[::2], borders[1::2], strict=False)]


@pytest.mark.parametrize(("case", "expect"), labelled("quote_types"))
def test_quote_type(case: dict[str, Any], expect: str) -> None:
    text = annotated(case["marked"])
    found = quotations(text.text)
    kind, step = quote_type(text.text, text.all("content"), text.only("cue"), found, preferring(case["model"]))
    assert kind == expect
    assert step.field == "quote"


@pytest.mark.parametrize(("marked", "expect"), labelled("whole_quotations"))
def test_whole_quotations(marked: str, expect: list[str]) -> None:
    text = annotated(marked)
    marks, keep = quotations(text.text), text.all("keep")
    pieces = whole_quotations(text.all("content"), keep, marks)
    pieces += tuple(q for q in next_quotations(pieces, marks) if not any(q.overlaps(k) for k in keep))
    assert [piece.of(text.text) for piece in pieces] == expect


@given(texts, st.data())
def test_whole_quotations_lose_nothing_and_keep_order(text, data):
    content = some_spans(data, text)
    pieces = whole_quotations(content, some_spans(data, text), quotations(text))
    assert all(any(p.covers(c) for p in pieces) for c in content)
    assert all(a.end <= b.start for a, b in itertools.pairwise(pieces))
    assert all(0 <= p.start < p.end <= len(text) for p in pieces)


@given(texts, st.data())
def test_share_in_marks_is_a_share(text, data):
    content = some_spans(data, text)
    share = quoted_share(text, content, None, quotations(text))
    assert 0 <= share <= 1
    assert quoted_share(text, content, Span(0, len(text)), ()) == 0
