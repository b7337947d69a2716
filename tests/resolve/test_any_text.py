"""Whatever the text and the names seen in it: nothing crashes, every span slices the text, twice is the same."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from resolved import Article

from standoff.encode.hashing import HashingEncoder
from standoff.extract import statements_from_reading
from standoff.extract.confidence import FEATURES, Calibration
from standoff.knowledge import Knowledge
from standoff.knowledge.shipped import DATA, read_facts
from standoff.spans import Span
from standoff.values import ACTOR_KINDS, MENTION_KINDS, UNNAMED, Actor, Appearance, Document, Mention, Resolution

ANY = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FLAT = Calibration("test", 0.0, (0.0,) * len(FEATURES))
FRESH = Knowledge(read_facts(DATA))  # indexes of its own, nothing shared with `knowledge()`
COUNTRY = re.compile(r"[A-Z]{3}")

# What sources are made of, between anything that Unicode has.
# fmt: off
PIECES = (
    "Sergey Lavrov", "Lavrov", "L\u0430vrov", "Lavrov and Kerry", "John Kerry", "Ms. Weiss", "Anna Weiss",
    "Karl Weiss", "Mr. Weiss", "Oda's", "Russia", "Russian", "the U.S.", "Moscow", "Brussels", "NATO", "the EU",
    "Zelmenia", "the West", "Zelmenian", "Russia, Norway and Zelmenia", "the Highland Army (HA)", "HA", "the Kremlin",
    "foreign minister", "the foreign minister", "Secretary of State", "former President", "Sen.", "spokesman",
    "a spokesman for", "embassy in", "both sides", "the two ministers", "leaders of", "officials", "government",
    "ministry", "statement", "pro-Russian rebels", "and", ",", ".", "“", "”", '"', "-", "’s", "'s", "of", "he", "He",
    "she", "they", "its", "his", "We", "I", "who", "said", "\n", "\n\n",
)
# fmt: on
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=8, max_size=40).map(" ".join)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article with names of any kind anywhere beside those that the hashing encoder finds, and with any sources."""
    document = replace(Document.from_text(draw(texts)), published=draw(st.none() | st.dates().map(str)))
    reading = HashingEncoder().read(document, "gold")
    names = draw(spans(reading.words))
    kinds = draw(st.lists(st.sampled_from(MENTION_KINDS), min_size=len(names), max_size=len(names)))
    mentions = [Mention(span=span, kind=kind, score=0.9) for span, kind in zip(names, kinds, strict=True)]
    reading = replace(reading, mentions=tuple(sorted([*reading.mentions, *mentions], key=lambda m: m.span)))
    statements = statements_from_reading(document, reading, FLAT)
    sources = itertools.cycle(draw(spans(reading.words)) or [None])
    return Article(document, reading, tuple(replace(one, source=next(sources)) for one in statements))


def spans(words: Sequence[Span]) -> st.SearchStrategy[list[Span]]:
    """Some ranges of words in order, none of which share a word."""
    borders = st.lists(st.integers(0, len(words)), unique=True, min_size=min(2, len(words)), max_size=10).map(sorted)
    return borders.map(lambda at: [_words(words, *pair) for pair in zip(at[::2], at[1::2], strict=False)])


def _words(words: Sequence[Span], first: int, end: int) -> Span:
    return Span(words[first].start, words[end - 1].end)


def assert_is_actor(actor: Actor) -> None:
    """It can be written as the record wants it: an id, a name in one line, a kind, a country or none."""
    assert actor.actor_id
    assert actor.name == " ".join(actor.name.split())
    assert actor.name
    assert actor.kind in ACTOR_KINDS
    assert actor.country is None or COUNTRY.fullmatch(actor.country)
    assert (actor.kind == "unnamed") is (actor == UNNAMED)


def assert_is_sound(one: Resolution) -> None:
    """Nobody is there twice, nobody unnamed but as the source, nobody else beside an open source; with a reason."""
    others = (*one.co_actors, *one.target_actors, *one.addressee_actors)
    for actor in (*others, *(a for a in (one.actor, one.on_behalf_of) if a is not None)):
        assert_is_actor(actor)
    assert UNNAMED not in (*others, one.on_behalf_of)
    assert one.actor is not None or (one.co_actors, one.on_behalf_of) == ((), None)
    assert len({one.actor, *one.co_actors}) == 1 + len(one.co_actors)
    assert one.on_behalf_of is None or one.on_behalf_of not in (one.actor, *one.co_actors)
    assert "actor" in {step.field for step in one.steps}
    assert all(step.field and step.by and step.detail for step in one.steps)


def assert_are_slices(text: str, appearances: Sequence[Appearance]) -> None:
    """Every actor once, with spans that are trimmed slices in order; no two share a character."""
    assert len({one.actor.actor_id for one in appearances}) == len(appearances)
    for one in appearances:
        assert_is_actor(one.actor)
        assert one.actor != UNNAMED
        assert one.spans == tuple(sorted(one.spans)) != ()
    named = sorted(span for one in appearances for span in one.spans)
    assert all(0 <= span.start < span.end <= len(text) for span in named)
    assert all(span.of(text) == span.of(text).strip() for span in named)
    assert all(before.end <= after.start for before, after in itertools.pairwise(named))


@ANY
@given(articles())
def test_any_article_has_sound_actors(article: Article) -> None:
    found = article.resolved()
    assert [r.statement_id for r in found.resolutions] == [s.statement_id for s in article.statements]
    for one in found.resolutions:
        assert_is_sound(one)
    assert_are_slices(article.document.text, found.appearances)


@ANY
@given(articles())
def test_twice_is_the_same(article: Article) -> None:
    assert article.resolved() == article.resolved(FRESH)
