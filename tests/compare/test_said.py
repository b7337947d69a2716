"""Who is a side: states for their ministries, and no towns."""

from __future__ import annotations

from dataclasses import replace

from compared import compared, side

from standoff.compare.said import said_in
from standoff.knowledge import knowledge
from standoff.values import Actor

RUSSIA = Actor(actor_id="gov:RUS", name="Russia", kind="government", country="RUS")
MINISTRY = Actor(actor_id="new:m", name="Ministry of Defence of Russia", kind="organisation", country="RUS")
BANK = Actor(actor_id="new:b", name="Bank of Russia", kind="organisation", country="RUS")


def spoken_for(*bodies: Actor) -> list[list[str]]:
    """The names of the sides of statements made for these bodies, Russia's own the last."""
    lines = [f"spokesman|assert||word {i} on the canal" for i in range(len(bodies))]
    analysis = compared(*lines, "Russia|assert||its own word")
    made = [replace(r, on_behalf_of=b) for r, b in zip(analysis.resolutions, bodies, strict=False)]
    own = replace(analysis.resolutions[-1], actor=RUSSIA, on_behalf_of=None)
    found = said_in([replace(analysis, resolutions=(*made, own))])
    return [[actor.name for actor in one.sides] for one in found]


def test_a_ministry_speaks_for_its_state_and_a_bank_for_itself():
    assert spoken_for(MINISTRY, BANK)[:2] == [["Russia"], ["Bank of Russia"]]


def test_an_agency_counts_for_the_organisation_that_it_belongs_to():
    analysis = compared("spokesman|assert||word on the canal")
    agency = knowledge().actor("org:unrwa")
    made = [replace(r, on_behalf_of=agency) for r in analysis.resolutions]
    (one,) = said_in([replace(analysis, resolutions=tuple(made))], known=knowledge())
    assert [actor.name for actor in one.sides] == ["United Nations"]


def test_an_institution_of_nobody_is_no_side():
    police = Actor(actor_id="new:police", name="Police", kind="organisation")
    assert spoken_for(police, replace(police, actor_id="new:p", name="Police of Ostvar"))[:2] == [
        [],
        ["Police of Ostvar"],
    ]


def test_a_town_that_never_acts_is_no_side():
    first, *_ = spoken_for(side("Chios"))
    assert "Chios" not in first
