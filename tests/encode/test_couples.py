"""What the network reads of two statements."""

from __future__ import annotations

from dataclasses import replace

from standoff.encode.couples import FEW, MAX_WHAT, Couple, Half, couple_pieces, half_pieces
from standoff.encode.hashing import HashingEncoder
from standoff.values.coding import ACTS

HALF = Half(
    "accuse",
    "positive",
    "other",
    "quoted",
    "the minister",
    "said",
    " ".join(["grain"] * 60),
    "Before it stood a sentence.",
)


def spell(word: str) -> tuple[int, ...]:
    return (1000 + sum(map(ord, word)),)


def test_a_long_content_is_cut_and_stands_by_itself():
    pieces = half_pieces(HALF, spell)
    assert pieces.count(spell("grain")[0]) == MAX_WHAT
    assert spell("Before")[0] not in pieces


def test_of_a_short_content_what_went_before_is_read_too():
    pieces = half_pieces(replace(HALF, what="the charge"), spell)
    assert pieces[-1] == spell(".")[0]
    assert spell("Before")[0] in pieces
    assert len("the charge".split()) < FEW


def test_each_code_has_a_sign_of_its_own():
    signs = {tuple(half_pieces(replace(HALF, act=act), spell)[:4]) for act in ACTS}
    signs |= {tuple(half_pieces(replace(HALF, polarity="negative", aim=aim), spell)[:4]) for aim in ("third", "nobody")}
    assert len(signs) == len(ACTS) + 2


def test_a_couple_is_both_halves_in_order():
    other = replace(HALF, what="oil")
    pieces = couple_pieces(Couple(HALF, other, ()), spell)
    assert pieces == [pieces[0], *half_pieces(HALF, spell), pieces[-1], *half_pieces(other, spell), pieces[-1]]


def test_the_fake_gives_probabilities():
    found = HashingEncoder().judge([Couple(HALF, HALF, ()), Couple(HALF, replace(HALF, what="oil"), ())])
    assert found.shape == (2, 3)
    assert found.min() >= 0
    assert abs(found.sum(axis=1) - 1).max() < 1e-5
    assert found[0, 0] == 1
