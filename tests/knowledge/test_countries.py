"""The countries: all of ISO 3166 that have a government or people, under the names that CLDR and the news give them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from standoff.knowledge import knowledge
from standoff.knowledge.keys import key
from standoff.knowledge.shipped import DATA

# Short names of CLDR that no newspaper writes; the rows have "Congo-Kinshasa" and "Congo-Brazzaville".
NOT_WRITTEN = {"COD", "COG"}
# Nobody lives there, or only soldiers and scientists; ISO only reserves the code, or it is no country at all.
LEFT_OUT = {"AQ", "BV", "GS", "HM", "IO", "TF", "UM"} | {"AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
WITHOUT_CAPITAL = {"GIB", "HKG", "MAC", "MCO", "PSE", "SGP", "SMR", "TKL"}


def rows() -> list[Mapping[str, str]]:
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def names() -> Mapping[str, str]:
    """The English short names of CLDR by alpha-2 code."""
    from babel import Locale

    return {code: name for code, name in Locale("en").territories.items() if len(code) == 2}


@pytest.fixture(scope="module")
def short() -> Mapping[str, str]:
    """The alpha-2 codes of CLDR by alpha-3 code; Kosovo has none in ISO."""
    from babel.core import get_global

    return {"XKX": "XK"} | {code: found[0] for code, found in get_global("territory_aliases").items()}


def test_every_code_is_in_cldr_and_every_country_is_there(names: Mapping[str, str], short: Mapping[str, str]) -> None:
    assert set(names) - {short[row["code"]] for row in rows()} == LEFT_OUT | NO_COUNTRY


def test_every_short_name_of_cldr_is_known(names: Mapping[str, str], short: Mapping[str, str]) -> None:
    unknown = {
        row["code"]
        for row in rows()
        if key(names[short[row["code"]]]) not in map(key, [row["name"], *row["others"].split("|")])
    }
    assert unknown == NOT_WRITTEN


def test_every_country_has_demonym_people_and_capital() -> None:
    assert not [row["code"] for row in rows() if not row["demonyms"]]
    assert {row["code"] for row in rows() if not row["people"]} == {"VAT", "SJM"}
    assert {row["code"] for row in rows() if not row["capital"]} == WITHOUT_CAPITAL


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("Washington", "USA"), ("White House", "USA"), ("Foggy Bottom", "USA"), ("Downing Street", "GBR"),
        ("No 10", "GBR"), ("No. 10", "GBR"), ("Whitehall", "GBR"), ("Kremlin", "RUS"), ("Élysée", "FRA"),
        ("Elysee", "FRA"), ("Quai d’Orsay", "FRA"), ("Kyiv", "UKR"), ("Kiev", "UKR"), ("Beijing", "CHN"),
        ("Pyongyang", "PRK"), ("Blue House", "KOR"), ("Czechia", "CZE"), ("Burma", "MMR"), ("Türkiye", "TUR"),
        ("Côte d’Ivoire", "CIV"), ("Macedonia", "MKD"), ("UK", "GBR"), ("U.K.", "GBR"), ("UAE", "ARE"),
        ("DPRK", "PRK"), ("Vatican", "VAT"), ("Dutch", "NLD"), ("Danes", "DNK"), ("Kosovar", "XKX"),
    ],
)  # fmt: skip
def test_names_in_the_news(surface: str, code: str) -> None:
    assert f"gov:{code}" in {naming.actor_id for naming in knowledge().namings(surface)}


@pytest.mark.parametrize("word", ["us", "turkey", "chad", "jordan", "georgia", "polish", "who", "Let", "Time", "Shape"])
def test_words_are_no_actors(word: str) -> None:
    assert knowledge().namings(word) == ()


def test_a_user_file_goes_over_what_is_shipped(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("name,kind,others\nUkraine,government,Land of the Trident\n", encoding="utf-8")
    mine = knowledge([tmp_path / "mine.csv"])
    assert [naming.actor_id for naming in mine.namings("Land of the Trident")] == ["gov:UKR"]
    assert knowledge().namings("Land of the Trident") == ()
    assert knowledge() is knowledge()
