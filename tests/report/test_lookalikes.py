"""Letters of two scripts in one name: told where they read as Latin, and never where a name is simply foreign."""

from __future__ import annotations

import unicodedata

import pytest

from standoff.report.lookalikes import MIXED, OTHER, lookalikes, skeleton


@pytest.mark.parametrize(
    ("form", "like"),
    [
        ("L\u0430vrov", "Lavrov"),
        ("N\u0391TO", "NATO"),
        ("Blink\u0435n", "Blinken"),
        ("Sergey Lavr\u03bfv", "Sergey Lavrov"),
    ],
)
def test_mixed_scripts_are_told(form: str, like: str) -> None:
    assert lookalikes([form]) == {form: (form, like, MIXED)}


@pytest.mark.parametrize("form", ["Lavrov", "Łódź", "Лавров", "Αθήνα", "β-blocker", "日本", "\u041e\u0420\u0421"])
def test_other_names_are_left_alone(form: str) -> None:
    assert not lookalikes([form])


def test_a_twin_in_another_script_is_told_when_both_are_there() -> None:
    twin = "\u041d\u0410\u0422\u041e"  # all Cyrillic
    assert lookalikes([twin, "HATO"]) == {twin: (twin, "HATO", OTHER)}


def test_every_letter_of_the_table_becomes_one_latin_letter() -> None:
    foreign = [chr(c) for c in range(0x370, 0x530) if chr(c).isalpha() and skeleton(chr(c)) != chr(c)]
    mapped = [c for c in foreign if skeleton(c).isascii()]
    assert len(mapped) > 60
    for letter in mapped:
        latin = skeleton(letter)
        assert len(latin) == 1
        assert unicodedata.name(latin).startswith("LATIN")
        assert letter.isupper() == latin.isupper() or letter == "\u04cf"
