"""Who speaks, and for whom: case file; names and links as a sure encoder would see them (`resolved.article`)."""

from __future__ import annotations

from typing import Any

import pytest
from labelled import labelled
from resolved import who_is


@pytest.mark.parametrize(("text", "expect"), labelled("actors"))
def test_who_speaks(text: dict[str, Any], expect: dict[str, Any]) -> None:
    found = who_is(text["marked"], text.get("date"))
    assert {
        "actor": found.actor and found.actor.name,
        "on_behalf_of": found.on_behalf_of and found.on_behalf_of.name,
        "co_actors": [actor.name for actor in found.co_actors],
    } == expect
