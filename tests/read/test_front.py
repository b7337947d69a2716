"""Front matter: every labelled case, and offsets that hold on any text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import labelled

from standoff.read.dates import iso_from_text
from standoff.read.front import front_page
from standoff.values.document import canonical_text

WORDS = ["By", "by", "Jane", "Doe", "|", "Reuters", "-", "55", "views", "VIENNA,", "Dec.", "1,", "2021", "(AP)", "—"]
HEADS = st.lists(st.lists(st.sampled_from([*WORDS, "talks", "fail.", "\u00a0", "“No”"]), max_size=9), max_size=6)


@pytest.mark.parametrize(("text", "expect"), labelled("read_front"))
def test_front_matter(text: str, expect: dict[str, Any]) -> None:
    page = front_page(text)
    assert [[piece.kind, piece.span.of(text)] for piece in page.pieces] == expect["pieces"]
    found = {"author": page.author, "published": page.published, "publisher": page.publisher}
    assert found == {key: expect[key] for key in found}


@pytest.mark.parametrize(("text", "expect"), labelled("read_dates"))
def test_date(text: str, expect: str | None) -> None:
    assert iso_from_text(text) == expect


def test_given_title_is_the_only_one_sought() -> None:
    text = "Talks  fail.\n\nThe ministers met on Thursday and blamed each other for it."
    assert [piece.span.of(text) for piece in front_page(text, title="Talks fail").pieces] == ["Talks  fail."]
    assert front_page(text, title="Another headline").pieces == ()


@given(HEADS)
def test_pieces_lie_in_the_text_and_are_trimmed(lines: list[list[str]]) -> None:
    text = canonical_text("\n".join(" ".join(line) for line in lines))
    for piece in front_page(text).pieces:
        assert 0 <= piece.span.start < piece.span.end <= len(text)
        assert piece.span.of(text) == piece.span.of(text).strip()


@given(st.text())
def test_any_text_goes_through(text: str) -> None:
    assert front_page(text) == front_page(text)
