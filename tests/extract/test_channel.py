"""Channels: every labelled case."""

from __future__ import annotations

import pytest
from annotated import annotated
from labelled import labelled

from standoff.extract.channel import find_channel


@pytest.mark.parametrize(("marked", "expect"), labelled("channels"))
def test_channel(marked: str, expect: str | None) -> None:
    text = annotated(marked)
    assert find_channel(text.text, text.whole, text.all("content")) == expect
