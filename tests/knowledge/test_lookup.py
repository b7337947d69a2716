"""Asking the knowledge: names as written, titles, offices on a day, memberships."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.knowledge.facts import Naming
from standoff.knowledge.keys import key, slug, title_key
from standoff.knowledge.lookup import Knowledge
from standoff.knowledge.periods import is_before, may_hold
from standoff.knowledge.surnames import surname_keys


@pytest.mark.parametrize(
    ("surface", "actor_id", "how"),
    [
        ("Russia", "gov:RUS", "name"),
        ("RUSSIA", "gov:RUS", "name"),
        ("the Russian Federation", "gov:RUS", "name"),
        ("Türkiye", "gov:TUR", "name"),
        ("Turkiye", "gov:TUR", "name"),
        ("Moscow", "gov:RUS", "capital"),
        ("The Kremlin", "gov:RUS", "metonym"),
        ("the Hague", "gov:NLD", "metonym"),
        ("Russians", "gov:RUS", "people"),
        ("Washington D.C.", "gov:USA", "capital"),
        ("Nato", "org:nato", "acronym"),
        ("NATO", "org:nato", "acronym"),
        ("Isis", "org:islamic-state", "acronym"),
        ("U.N.", "org:un", "acronym"),
        ("the world body", "org:un", "name"),
        ("Sergei Lavrov", "person:sergey-lavrov", "name"),
    ],
)
def test_names_as_written(world: Knowledge, surface: str, actor_id: str, how: str) -> None:
    assert [(n.actor_id, n.how) for n in world.namings(surface)] == [(actor_id, how)]


@pytest.mark.parametrize(
    "surface", ["us", "Us", "who", "Who", "Un", "is", "Is", "turkey", "Hague", "", "the", "Lavrov"]
)
def test_words_that_name_nobody(world: Knowledge, surface: str) -> None:
    assert world.namings(surface) == ()


def test_one_form_with_two_sorts_of_naming(world: Knowledge) -> None:
    assert [n.how for n in world.namings("U.S.")] == ["acronym", "demonym"]


def test_naming_says_since_when_there_is_such_an_actor(world: Knowledge) -> None:
    assert world.namings("Islamic State") == (Naming("org:islamic-state", "name", "2013-04", None),)


def test_actor(world: Knowledge) -> None:
    lavrov = world.actor("person:sergey-lavrov")
    assert lavrov is not None
    assert (lavrov.name, lavrov.kind, lavrov.country) == ("Sergey Lavrov", "person", "RUS")
    assert world.actor("gov:XXX") is None


def test_titles(world: Knowledge) -> None:
    assert world.roles("Foreign Minister") == ("foreign_minister",)
    assert world.roles("the president") == ("head_of_state", "head_of_organisation")
    assert [office.office_id for office in world.offices("U.S. Secretary of State")] == ["usa.foreign_minister"]
    assert world.roles("secretary of state") == ()


def test_office_of_a_body(world: Knowledge) -> None:
    office = world.office("gov:RUS", "foreign_minister")
    assert office is not None
    assert (office.office_id, office.body_id) == ("rus.foreign_minister", "gov:RUS")
    assert world.office("gov:RUS", "envoy") is None


@pytest.mark.parametrize(
    ("office", "day", "persons"),
    [
        ("rus.head_of_state", date(2010, 1, 1), ["dmitry-medvedev"]),
        ("rus.head_of_state", date(2012, 5, 7), ["dmitry-medvedev", "vladimir-putin"]),
        ("rus.head_of_state", date(2007, 1, 1), []),
        ("usa.foreign_minister", date(2025, 1, 31), ["antony-blinken", "marco-rubio"]),
        ("usa.foreign_minister", date(2025, 2, 1), ["marco-rubio"]),
        ("rus.foreign_minister", date(2007, 1, 1), ["sergey-lavrov"]),
        ("nato.head", date(2024, 12, 31), ["jens-stoltenberg"]),
        ("nato.head", None, ["jens-stoltenberg"]),
        ("no.such", None, []),
    ],
)
def test_terms_that_may_hold(world: Knowledge, office: str, day: date | None, persons: list[str]) -> None:
    assert [term.person_id for term in world.terms(office, day)] == [f"person:{name}" for name in persons]


@pytest.mark.parametrize(
    ("since", "until", "days", "others"),
    [
        ("2013", "2013-02-01", ["2013-01-01", "2013-02-01"], ["2012-12-31", "2013-02-02", "2013-12-31", "2014-01-01"]),
        ("2013-02-01", "2013", ["2013-02-01", "2013-12-31"], ["2013-01-31", "2014-01-01"]),
        ("2013-02", "2013-02", ["2013-02-01", "2013-02-28"], ["2013-01-31", "2013-03-01"]),
        ("2013-02-01", "2013-02-01", ["2013-02-01"], ["2013-01-31", "2013-02-02"]),
        (None, "2013-02", ["1990-01-01", "2013-02-28"], ["2013-03-01", "2030-01-01"]),
        ("2013-12", None, ["2013-12-01", "2030-01-01"], ["2013-11-30"]),
        (None, None, ["1990-01-01", "2030-01-01"], []),
    ],
)
def test_partial_dates(since: str | None, until: str | None, days: list[str], others: list[str]) -> None:
    assert all(may_hold(since, until, date.fromisoformat(day)) for day in days)
    assert not any(may_hold(since, until, date.fromisoformat(day)) for day in others)


def test_posts_of_a_person(world: Knowledge) -> None:
    assert [term.office_id for term in world.posts("person:bashar-al-assad")] == ["syr.head_of_state"]
    assert world.posts("person:bashar-al-assad", date(2025, 1, 1)) == ()


@pytest.mark.parametrize("surname", ["al-Assad", "Assad", "ASSAD", "assad"])
def test_persons_by_surname(world: Knowledge, surname: str) -> None:
    assert world.persons(surname) == ("person:bashar-al-assad",)


def test_parents_and_members(world: Knowledge) -> None:
    assert world.parent("org:us-department-of-state") == "gov:USA"
    assert world.parent("org:who") == "org:un"
    assert world.parent("gov:USA") is None
    assert world.members("org:nato") == {"gov:NOR", "gov:USA"}
    assert world.members("org:un", date(2023, 1, 1)) == {"gov:RUS"}
    assert world.memberships("gov:NOR", date(2022, 6, 1)) == {"org:nato", "org:un"}
    assert world.memberships("gov:SYR") == frozenset()


def test_title_words(world: Knowledge) -> None:
    assert all(map(world.is_title_word, ["Secretary", "minister", "Gen.", "Col", "President", "Mr"]))
    assert not any(map(world.is_title_word, ["of", "US", "us", "Lavrov", "Russia", ""]))


@pytest.mark.parametrize(
    ("name", "country", "keys"),
    [
        ("Volodymyr Zelensky", "UKR", {"zelensky"}),
        ("Andrés Manuel López Obrador", "MEX", {"manuel lopez obrador", "lopez obrador", "obrador"}),
        ("Moon Jae-in", "KOR", {"moon"}),
        ("Kim Jong Un", "PRK", {"kim"}),
        ("Lee Hsien Loong", "SGP", {"lee"}),
        ("Lawrence Wong", "SGP", {"wong"}),
        ("Abiy Ahmed", "ETH", {"ahmed", "abiy"}),
        ("Elizabeth II", "GBR", {"elizabeth", "elizabeth ii"}),
        ("Jean-Yves Le Drian", "FRA", {"le drian", "drian"}),
        ("Abdel Fattah el-Sisi", "EGY", {"fattah el-sisi", "el-sisi", "sisi"}),
        ("Mary Smith-Jones", "GBR", {"smith-jones"}),
        ("Lula", "BRA", {"lula"}),
    ],
)
def test_surnames(name: str, country: str, keys: set[str]) -> None:
    assert set(surname_keys(name, country)) == keys


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(text: str) -> None:
    assert title_key(title_key(text)) == title_key(text)
    assert key(key(text)).removeprefix("the ") == key(text).removeprefix("the ")
    assert slug(text).isascii()


@given(st.dates(), st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_coarse_dates_never_lose_a_day(first: date, second: date, on: date, n_since: int, n_until: int) -> None:
    since, until = sorted([first, second])
    if since <= on <= until:
        assert may_hold(since.isoformat()[:n_since], until.isoformat()[:n_until], on)
    assert not is_before(until.isoformat()[:n_until], since.isoformat()[:n_since])


@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]))
def test_what_is_over_never_holds(end: date, on: date, n_until: int) -> None:
    until = end.isoformat()[:n_until]
    is_over = on.isoformat() > until + "-12-31"[: 10 - n_until] if n_until == 4 else on.isoformat()[:n_until] > until
    assert may_hold(None, until, on) is not is_over
