"""Text from outside cannot act on the terminal, and stays readable where the terminal knows few letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.report import inert, legible

ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"

PAYLOADS = {
    "clear the screen": f"{ESC}[2J{ESC}[H",
    "window title": f"{ESC}]0;owned{BEL}",
    "write the clipboard": f"{ESC}]52;c;b3duZWQ={BEL}",
    "hyperlink": f"{ESC}]8;;https://example.org{ST}click{ESC}]8;;{ST}",
    "C1 control sequence": "\x9b31m",
    "C1 operating system command": "\x9d0;owned\x9c",
    "bell": BEL,
    "carriage return over the line": "He said yes\rShe said no",
    "backspaces": "yes\b\b\bno",
    "right-to-left override": "\u202eesrever\u202c",
    "isolates": "\u2066a\u2069\u2067b\u2069",
    "zero width": "Pu\u200btin\u200d\u200c\ufeff",
    "soft hyphen": "ne\u00adver",
    "tags": "".join(chr(0xE0000 + ord(c)) for c in "hidden"),
    "variation selectors": "a\ufe0f\U000e0101",
    "line separators": "a\u2028b\u2029c",
    "lone surrogate": "name\udc9b.txt",
    "private use": "\ue000\U000f0000",
}


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_nothing_that_acts_or_hides_is_left(payload: str) -> None:
    assert not acting(inert(f"said {payload} on Monday"))
    assert inert(f"said {payload} on Monday").endswith(" on Monday")


@given(st.text())
def test_no_text_keeps_anything_that_acts(text: str) -> None:
    assert not acting(inert(text))


def acting(text: str) -> set[str]:
    """What this Python's own tables call a control, a format character, a surrogate or a line end."""
    return {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} - LETTERS


# Format characters that are drawn: signs written before Arabic, Syriac, Kaithi and Egyptian numbers and letters.
LETTERS = {chr(c) for c in (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD)} | {
    chr(c) for c in (*range(0x13430, 0x13440), *range(0x1BCA0, 0x1BCA4))
}


def test_what_was_there_can_be_read() -> None:
    assert inert("\x1b]0;x\x07") == "␛]0;x␇"
    assert inert("a\u202eb\x9bc") == "a⟨U+202E⟩b⟨U+009B⟩c"


def test_ordinary_text_is_left_alone() -> None:
    text = "“Never,” said Łukasz O’Brien – 57 Staaten, 日本語, émigré, [b]not markup[/b] 🙂"
    assert inert(text) == text


def test_one_line_comes_out() -> None:
    assert inert("one\n\n\ttwo\u00a0three") == "one two three"


def test_piled_marks_are_bounded() -> None:
    assert inert("Z" + "\u0335" * 10_000 + "algo") == "Z" + "\u0335" * 4 + "⟨+9996 marks⟩algo"


def test_ascii_keeps_quotation_marks_and_dashes() -> None:
    assert legible("“No” – ‘never’ … Łódź 日", "ascii") == "\"No\" - 'never' ... ??d? ?"


@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp1252", "cp437", "utf-8", "no-such-encoding"]))
def test_legible_text_can_always_be_written(text: str, encoding: str) -> None:
    legible(inert(text), encoding).encode("ascii" if encoding == "no-such-encoding" else encoding)
