"""Basis: what the marks allow, and the words that decide."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from annotated import annotated
from labelled import labelled

from standoff.extract.basis import choose_basis, find_basis_cue
from standoff.values import BASES, QUOTES

# Guidelines §2: words in marks stay `quoted` also under "reportedly"; nothing without marks is `quoted`.
ALLOWED = {
    "direct": {"quoted", "inferred", "predicted", "withheld"},
    "mixed": set(BASES),
    "indirect": set(BASES) - {"quoted"},
    "none": set(BASES) - {"quoted"},
}


@pytest.mark.parametrize(("quote", "favourite"), list(itertools.product(QUOTES, BASES)))
def test_the_marks_rule_out_what_the_guidelines_rule_out(quote, favourite):
    scores = np.full(len(BASES), -3, dtype=np.float32)
    scores[BASES.index(favourite)] = -0.1
    basis, step = choose_basis(scores, quote)
    assert basis in ALLOWED[quote]
    assert (basis == favourite) == (favourite in ALLOWED[quote])
    assert step.field == "basis"
    assert step.score == pytest.approx(float(scores[BASES.index(basis)]))


@pytest.mark.parametrize("quote", QUOTES)
def test_the_best_allowed_basis_wins(quote):
    chance = np.random.default_rng(3)
    for _ in range(50):
        scores = chance.normal(size=len(BASES)).astype(np.float32)
        best = max(ALLOWED[quote], key=lambda b: scores[BASES.index(b)])
        assert choose_basis(scores, quote)[0] == best


@pytest.mark.parametrize(("case", "_"), labelled("basis_cue"))
def test_words_that_decide(case: dict[str, Any], _: None) -> None:
    text = annotated(case["marked"])
    taken = [*text.all("content"), *text.all("source")]
    found = find_basis_cue(text.text, case["basis"], text.only("cue"), text.whole, taken)
    expect = text.only("expect")
    assert (found and found.of(text.text)) == (expect and expect.of(text.text))
    assert found == expect


@pytest.mark.parametrize(
    ("cue", "expect"),
    [
        ("is reportedly pressing for", "hearsay"),
        ("likely told", "inferred"),
        ("would, no doubt, say", "inferred"),
        ("unlikely to say", "reported"),
        ("will most likely say", "predicted"),
        ("can be relied upon to tell", "predicted"),
        ("will likely have said", "inferred"),
        ("is likely to have said", "inferred"),
        ("told", "reported"),
    ],
)
def test_a_hedge_inside_the_cue_leaves_no_plain_report(cue, expect):
    scores = np.full(len(BASES), -9.0, dtype=np.float32)
    scores[BASES.index("reported")] = 0.0
    assert choose_basis(scores, "indirect", cue)[0] == expect
    assert choose_basis(scores, "direct", cue)[0] != "hearsay"
