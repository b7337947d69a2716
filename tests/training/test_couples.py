"""What two statements of an event are to each other, by the propositions that they claim."""

from __future__ import annotations

import pytest

from training.couples import Proposition, _relation

SUNK = Proposition("boat_sunk", is_denied=False, side="Ostvar")


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (Proposition("boat_sunk", is_denied=False, side="Belmere"), "same"),
        (Proposition("boat_sunk", is_denied=True, side="Belmere"), "clash"),
        (Proposition("boat_sunk", is_denied=True, side="Ostvar"), "neither"),
        (Proposition("boat_afloat", is_denied=False, side="Belmere"), "clash"),
        (Proposition("boat_afloat", is_denied=True, side="Belmere"), "neither"),
        (Proposition("fair_in_may", is_denied=False, side="Belmere"), "neither"),
    ],
)
def test_the_relation_follows_from_propositions_and_sides(other, relation):
    against = {frozenset(("boat_sunk", "boat_afloat"))}
    assert _relation(SUNK, other, against) == _relation(other, SUNK, against) == relation
