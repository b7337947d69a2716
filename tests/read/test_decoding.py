"""Bytes to canonical text: encodings, marks, refusals with the place of the fault."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import labelled

from standoff.errors import InputError, UsageError
from standoff.read.decoding import text_from_bytes
from standoff.read.language import foreign_language
from standoff.read.options import ReadOptions
from standoff.values.document import canonical_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_mark_names_the_encoding(encoding: str) -> None:
    assert canonical_text(text_from_bytes("Łódź “said” 🙂".encode(encoding), "x")) == "Łódź “said” 🙂"


def test_asked_encoding_comes_first() -> None:
    assert text_from_bytes("Привет".encode("cp1251"), "x", "cp1251") == "Привет"


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (b"", "empty", "empty"),
        (b" \n\t ", "empty", "empty"),
        (b"%PDF-1.7 and so on", "binary", "PDF"),
        (b"PK\x03\x04....", "binary", "ZIP"),
        (bytes(range(256)), "binary", "control characters"),
        ("The talks failed.".encode("utf-16-le"), "binary", "--encoding utf-16-le"),
        (b"caf\xe9 society", "undecodable", "at byte 3"),
        (b"\xef\xbb\xbfcaf\xe9 society", "undecodable", "UTF-8 at byte"),
    ],
)
def test_refused(data: bytes, reason: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        text_from_bytes(data, "file.txt")
    assert caught.value.reason == reason
    assert str(caught.value).startswith("file.txt: ")


@pytest.mark.parametrize("name", ["klingon", "rot13", "zlib", "\x00"])
def test_unknown_encoding_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError, match="utf-8"):
        ReadOptions(encoding=name)


@pytest.mark.parametrize(("text", "expect"), labelled("read_language"))
def test_language(text: str, expect: str | None) -> None:
    assert foreign_language(text) == expect


@given(st.text(st.characters(codec=None)))
def test_canonical_text_is_stable_and_encodable(text: str) -> None:
    once = canonical_text(text)
    assert canonical_text(once) == once.removeprefix("\ufeff")
    assert once.encode().decode() == once
    assert not set(once) & set("\r\x00\x1b\x9b")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\ufeff")))
def test_canonical_text_keeps_every_offset(text: str) -> None:
    once = canonical_text(text)
    assert len(once) == len(text)
    assert all(new in (old, "\ufffd") for old, new in zip(text, once, strict=True))
