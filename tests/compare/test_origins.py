"""How many origins something has that stands in several documents."""

from __future__ import annotations

from standoff.compare.origins import Origins, origins_of
from standoff.spans import Span
from standoff.values.comparison import Copy, CopyKind, Shared


def _copy(original: str, copy: str, kind: CopyKind = "near", *shared: Shared) -> Copy:
    return Copy(original=original, copy=copy, kind=kind, score=0.9, is_dated=True, shared=shared)


def test_five_copies_are_one_origin():
    copies = [_copy("a", "b"), _copy("b", "c", "rewrite"), _copy("a", "d", "same"), _copy("c", "e")]
    assert origins_of("fabcde", copies) == (("f",), tuple("abcde"))
    assert Origins(copies).count((doc, Span(0, 9)) for doc in "abcdef") == 2


def test_a_copy_of_what_is_not_there_still_joins_its_copies():
    copies = [_copy("a", "b"), _copy("a", "c")]
    assert origins_of("cb", copies) == (("c", "b"),)


def test_a_passage_has_the_origin_of_its_original_and_the_rest_its_own():
    inner = Shared(first=Span(10, 90), second=Span(0, 80), score=1.0)
    outer = Shared(first=Span(0, 80), second=Span(200, 280), score=1.0)
    origins = Origins([_copy("a", "b", "passage", inner), _copy("b", "c", "passage", outer)])
    assert origins.of("c", Span(210, 220)) == "a"
    assert origins.of("c", Span(10, 20)) == "c"
    assert origins_of("abc", [_copy("a", "b", "passage", inner)]) == (("a",), ("b",), ("c",))


def test_passages_in_a_circle_come_to_an_end():
    shared = Shared(first=Span(0, 9), second=Span(0, 9), score=1.0)
    origins = Origins([_copy("a", "b", "passage", shared), _copy("b", "a", "passage", shared)])
    assert origins.of("a", Span(0, 5)) in ("a", "b")
