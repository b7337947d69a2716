"""Which pairs of statements are read, and what comes of them."""

from __future__ import annotations

import numpy as np
import pytest
from compared import compared

from standoff.compare.alike import alike_from_said, pairs_of
from standoff.compare.couples import FEATURES, features
from standoff.compare.judged import READ_EACH, judge_pairs
from standoff.compare.said import said_in

SHOT = "Belmeran guards shot a fisherman on the Kesh lake"


class Listening:
    """A judge that keeps what it was asked, and says the same of every pair."""

    def __init__(self, same: float, clash: float) -> None:
        self.asked, self.answer = [], (same, clash, 1 - same - clash)

    def __call__(self, couples):
        self.asked += couples
        return np.array([self.answer] * len(couples), dtype=np.float32)


def judged(analyses, judge):
    alike = alike_from_said(said_in(analyses))
    return alike.said, judge_pairs(alike, pairs_of(alike), judge)


def test_the_network_is_given_both_statements_with_what_they_do_and_whom_they_are_about():
    judge = Listening(0.1, 0.8)
    judged([compared(f"Ostvar|accuse|Belmere|{SHOT}", "Belmere|deny|Ostvar|it|reported")], judge)
    (couple,) = judge.asked
    assert (couple.first.act, couple.first.aim, couple.first.what) == ("accuse", "other", SHOT)
    assert (couple.second.act, couple.second.aim, couple.second.what) == ("deny", "other", "it")
    assert SHOT in couple.second.before
    assert len(couple.features) == len(FEATURES)


def test_a_pair_that_both_looks_take_for_something_is_surer_than_one_that_only_one_does():
    pair = [compared(f"Ostvar|accuse|Belmere|{SHOT}"), compared(f"Ostvar|accuse|Belmere|{SHOT}")]
    sure, unsure = (judged(pair, Listening(same, 0.01))[1][0, 1].same for same in (0.95, 0.2))
    assert unsure < sure
    assert unsure > 0.2  # the same words say much by themselves


def test_what_neither_look_takes_for_anything_is_not_kept():
    documents = [compared("Ostvar|accuse|Belmere|hiding grain"), compared("Tarn|announce||the chess congress")]
    judge = Listening(0.0, 0.0)
    assert judged(documents, judge)[1] == {}


def test_no_more_pairs_are_read_than_the_statements_allow(monkeypatch):
    monkeypatch.setattr("standoff.compare.judged.READ_ALL", 10)
    lines = [f"Ostvar|accuse|Belmere|{SHOT} in the year {n}" for n in range(30)]
    judge = Listening(0.5, 0.2)
    said, _ = judged([compared(*lines), compared(*lines)], judge)
    assert 0 < len(judge.asked) <= READ_EACH * len(said)


@pytest.mark.parametrize("name", ["first is about second", "second is about first"])
def test_features_tell_who_speaks_of_whom(name):
    one, other = said_in([compared("Ostvar|accuse|Belmere|hiding grain", "Belmere|announce||a fair in May")])
    known = dict(zip(FEATURES, features(one, other, 0.5), strict=True))
    assert known[name] == (name == "first is about second")
    assert all(0 <= value <= 1 for value in known.values())


def test_no_statements_are_judged_without_asking():
    judge = Listening(0.5, 0.5)
    assert judged([], judge)[1] == {}
    assert judge.asked == []
