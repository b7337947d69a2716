"""What training makes of texts keeps every label on the words that it was put on."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

import pytest

from standoff.spans import Span
from training.augment import varied
from training.corpora import read_gold
from training.examples import Edit, Example, Labelled, Link, Name, Names, edited
from training.patterns import HEADLINES, PATTERNS
from training.recipe import OWN
from training.renaming import with_other_candidates, with_other_names
from training.stand_ins import stand_ins
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


def test_edits_move_the_words_that_are_no_cue():
    example = Example(name="x", text="Trump runs a hotel today.", convention="gold", refused=(Span(6, 10),))
    changed = edited(example, [Edit(Span(0, 5), "Okonkwo")])
    assert [span.of(changed.text) for span in changed.refused] == ["runs"]


@pytest.mark.parametrize("seed", range(6))
def test_variations_of_our_own_articles_keep_their_labels(seed):
    marks = str.maketrans("“”‘’«»„\"'", "                "[:9])
    for annotated in read_gold(OWN / "dev_own.jsonl"):
        example = replace(annotated, names=None)  # other names are another test's
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


def test_other_names_are_the_same_throughout_and_stay_marked():
    text = "Anna Petrova of Karsova said no. Later Petrova left Karsova."
    spans = [Span(*m.span()) for m in re.finditer("Anna Petrova|Petrova|Karsova", text)]
    kinds = [("person",), ("place",), ("person",), ("place",)]
    names = Names(marked=tuple(Name(span=s, kinds=k) for s, k in zip(spans, kinds, strict=True)))
    example = Example(name="x", text=text, convention="gold", names=names)
    seen = set()
    for seed in range(20):
        changed = with_other_names(example, Random(seed))
        full, place, last, again = (n.span.of(changed.text) for n in changed.names.marked)
        assert full.endswith(last)
        assert place == again
        assert changed.text == f"{full} of {place} said no. Later {last} left {place}."
        seen.add(changed.text)
    assert len(seen) > 5


def test_other_candidates_keep_a_pronoun_linked_to_the_same_one():
    text = "James Brown met Robert Smith before he flew home."
    at = lambda words: Span(text.index(words), text.index(words) + len(words))  # noqa: E731
    link = Link(anaphor=at("he"), antecedents=(at("James Brown"),), others=(at("Robert Smith"),))
    for seed in range(20):
        changed = with_other_candidates(Example(name="x", text=text, convention="gold", links=(link,)), Random(seed))
        one, other = (s.of(changed.text) for s in (*changed.links[0].antecedents, *changed.links[0].others))
        pronoun = changed.links[0].anaphor.of(changed.text)
        assert changed.text == f"{one} met {other} before {pronoun} flew home."
        assert pronoun in ("he", "she")


def test_a_pronoun_stands_in_for_a_name_that_came_before():
    text = (
        "Donald Petrov said he would stay. Hillary Weiss disagreed. She spoke first, and Petrov told Weiss that Petrov "
    )
    text += "Petrov must wait. Weiss said that Petrov would wait."
    made = stand_ins([Example(name="x", text=text, convention="gold")], Random(1), 5)
    assert made
    for example in made:
        link = example.links[0]
        assert link.anaphor.of(example.text).lower() in ("he", "she", "him", "her")
        assert all(s.of(example.text).endswith(("Petrov", "Weiss")) for s in (*link.antecedents, *link.others))
