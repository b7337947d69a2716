"""What training makes of texts keeps every label on the words that it was put on."""

from __future__ import annotations

from random import Random

import pytest

from standoff.spans import Span
from training.augment import varied
from training.corpora import read_gold
from training.examples import Edit, Example, Labelled, edited
from training.patterns import HEADLINES, PATTERNS
from training.recipe import OWN
from training.templates import pattern_article


def labels(example: Example) -> list[tuple[str, ...]]:
    """The words of every span of every statement, in order."""
    return [
        tuple(span.of(example.text) for span in (s.source, s.cue, s.addressee, *s.content) if span)
        for s in example.statements or ()
    ]


def test_edits_move_the_spans_behind_them():
    statement = Labelled(source=Span(0, 5), cue=Span(6, 10), content=(Span(11, 24),))
    example = Example(name="x", text="Trump said no to Clinton today.", convention="gold", statements=(statement,))
    changed = edited(example, [Edit(Span(0, 5), "Okonkwo"), Edit(Span(6, 10), "likely said"), Edit(Span(17, 24), "Li")])
    assert changed.text == "Okonkwo likely said no to Li today."
    assert labels(changed) == [("Okonkwo", "likely said", "no to Li")]


@pytest.mark.parametrize("seed", range(6))
def test_variations_of_our_own_articles_keep_their_labels(seed):
    marks = str.maketrans("“”‘’«»„\"'", "                "[:9])
    for example in read_gold(OWN / "dev_own.jsonl"):
        before, after = labels(example), labels(varied(example, Random(seed)))
        clean = [[" ".join(words.translate(marks).split()) for words in row] for row in before]
        assert [[" ".join(words.translate(marks).split()) for words in row] for row in after] == clean


@pytest.mark.parametrize("seed", range(40))
def test_articles_from_patterns_are_whole(seed):
    example = pattern_article(Random(seed), seed)
    assert not set("[]{}") & set(example.text)
    for statement in example.statements or ():
        spans = [s for s in (statement.source, statement.cue, *statement.content) if s]
        assert all(0 <= s.start < s.end <= len(example.text) for s in spans)
        assert all(s.of(example.text) == s.of(example.text).strip() for s in spans)
        assert statement.content or statement.basis == "withheld"


def test_patterns_give_each_statement_a_basis():
    for bases, pattern in (*PATTERNS, *HEADLINES):
        numbers = {mark[2] if mark[2:3].isdigit() else "1" for mark in pattern.split("[")[1:] for mark in ["[" + mark]}
        assert len(bases.split()) == len(numbers), pattern
