"""Every resolution tells its reason, and how sure a link was."""

from __future__ import annotations

import pytest
from resolved import who_is


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("{source:The {l:Kremlin}} said no.", "metonym"),
        ("{source:{l:Brussels}} said no.", "'Brussels' may be several"),
        ("{source:{p:Anna Weiss}} said no.", "full name"),
        ("Foreign Minister {p:Anna Weiss} left. {source:The foreign minister} said no.", "has the title"),
        ("{source:Everyone} said no.", "names nobody"),
        ("{p:Anna Weiss} met {p:Karl Weiss}. {source:{p:Weiss}} said no.", "two people"),
        ("{p:Anna Weiss} left. {source:{She>Anna Weiss}} said no.", "'She' linked"),
    ],
)
def test_reason_of_the_source(marked: str, reason: str) -> None:
    step = who_is(marked).steps[0]
    assert step.field == "actor"
    assert reason in step.detail


def test_link_gives_its_share() -> None:
    (step, *_) = who_is("{p:Anna Weiss} met {p:Ida Rossi}, and {source:{she>Anna Weiss .6, Ida Rossi .2}} left.").steps
    assert step.score == pytest.approx(0.6)


def test_statement_without_a_source_has_nobody() -> None:
    found = who_is("{p:Anna Weiss} left. {content:“Never again.”}")
    assert found.actor is None
    assert found.steps[0].detail == "the text names no source"
