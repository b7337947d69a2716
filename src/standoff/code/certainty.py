"""Certainty of a content: the range of probabilities that its words stand for, on the scale of ICD 203.

Source: Intelligence Community Directive 203, Analytic Standards (Office of the Director of National Intelligence,
2015), its seven ranges. A word counts where it weighs the claim itself: not in a clause below it, not before a noun
("a likely candidate"), not in a comparison ("more likely than last year"). "Not likely" is unlikely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from standoff.code.claims import clauses_in
from standoff.code.clauses import Clauses
from standoff.code.lexicon import read_patterns
from standoff.code.percentages import stated_chance
from standoff.code.sentences import Word
from standoff.code.verbs import DETERMINER, PREPOSITION, SUBJECT, is_adverb
from standoff.spans import Span, hull
from standoff.values.statement import Step

Range = tuple[float, float]

_TURNED: dict[Range, Range] = {
    (0.80, 0.95): (0.20, 0.45),  # "not very likely" says no more than "not likely"
    (0.55, 0.80): (0.20, 0.45),
    (0.20, 0.45): (0.55, 0.80),
    (0.05, 0.20): (0.55, 0.80),
}
"""What a negation makes of a range; ranges that are not here have none under negation."""

_NEGATION = frozenset("not n't never hardly scarcely neither no nor cannot nobody".split())
_NO_SUBJECT = frozenset("no nobody noone none neither".split())
_BETWEEN = frozenset("all at that a be been seem look it".split())
_ADJECTIVES = frozenset("likely unlikely probable improbable doubtful".split())
_ADVERBS = frozenset("probably improbably".split())
_COMPARING = frozenset("more less most least how however equally".split())
_ARTICLES = (DETERMINER - {"all", "so", "that", "this"}) | {"'s"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyFound:
    """A range of probabilities 0-1, the words that stand for it, and why."""

    range: Range
    span: Span
    step: Step


def find_certainty(text: str, content: Sequence[Span]) -> CertaintyFound | None:
    """The range that words of probability give to the content's claim; `None` when no such word weighs it.

    >>> find_certainty("a truce is not very likely", [Span(0, 26)]).range
    (0.2, 0.45)
    >>> find_certainty("a likely candidate has won", [Span(0, 26)]) is None
    True
    """
    # Most contents hold no such word, and taking a sentence apart costs more than looking for one.
    if not any(True for piece in content for _ in _matches(text, piece)):
        return None
    for sentence in clauses_in(text, content):
        for span, value in weighing_words(text, sentence):
            detail = f"{span.of(text)}: {value[0]:.0%} to {value[1]:.0%}"
            return CertaintyFound(range=value, span=span, step=Step(field="certainty", by="words", detail=detail))
    return None


def weighing_words(text: str, sentence: Clauses) -> Iterator[tuple[Span, Range]]:
    """The words of probability that weigh the sentence's claims, in order, each with what it stands for."""
    whole = Span(sentence.words[0].span.start, sentence.words[-1].span.end)
    for span, value in sorted(_matches(text, whole)):
        held = [i for i, word in enumerate(sentence.words) if word.span.overlaps(span)]
        if not held or not _weighs(sentence, held):
            continue
        negation = _negation(sentence, held[0])
        if negation is None:
            yield span, value
        elif value in _TURNED:
            yield hull([negation, span]), _TURNED[value]


def _matches(text: str, whole: Span) -> Iterator[tuple[Span, Range]]:
    """Every expression of the scale, of overlapping ones the longest."""
    found = [(Span(*m.span()), value) for value, pattern in _scale() for m in pattern.finditer(text, *whole)]
    found += stated_chance(text, whole)
    for span, value in found:
        if not any(other.overlaps(span) and len(range(*other)) > len(range(*span)) for other, _ in found):
            yield span, value


def _weighs(sentence: Clauses, held: Sequence[int]) -> bool:
    """Whether the words stand where they weigh a claim of the sentence rather than a noun or a lower clause."""
    first, last = held[0], held[-1]
    if first >= sentence.start and sentence.kinds[first] not in ("main", "coordinate"):
        return False
    word = sentence.words[last].form
    if word in _ADJECTIVES and _is_before_noun(sentence.words, first, last):
        return False
    if word in _ADJECTIVES and first == last and _is_compared(sentence.words, first):
        return False
    return word not in _ADVERBS | _ADJECTIVES or _is_near_verb(sentence, first, last)


def _is_before_noun(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the adjective belongs to a noun: behind an article or preposition, with a noun to follow."""
    before = words[first - 1].form if first else ""
    follows = words[last + 1] if last + 1 < len(words) else None
    if follows is None or follows.before.strip(" \"“”«»‘’'") or follows.form in ("to", "that"):
        return False
    at_head = first == 0 and follows.form not in SUBJECT | DETERMINER
    return at_head or before in _ARTICLES or before in PREPOSITION


def _is_compared(words: Sequence[Word], at: int) -> bool:
    """Whether the word is only compared ("more likely", "how likely", "as likely as")."""
    before = words[at - 1].form if at else ""
    return before in _COMPARING or before == "as"


def _is_near_verb(sentence: Clauses, first: int, last: int) -> bool:
    """Whether the words stand by a verb or at the head of a claim, not inside an apposition or behind a comma."""
    words = sentence.words
    if all(sentence.kinds[i] not in ("main", "coordinate") or i < sentence.start for i in range(first)):
        return True
    if last == len(words) - 1 or not sentence.has_verb:
        return True
    is_aside = "," in words[first].before and words[first].form in _ADVERBS
    return not (is_aside and words[last + 1].form in PREPOSITION | DETERMINER | {"one"})


def _negation(sentence: Clauses, first: int) -> Span | None:
    """The negation that stands before the words and has them in its scope."""
    least = sentence.start if first >= sentence.start else 0
    for i in range(first - 1, max(least, first - 5) - 1, -1):
        word = sentence.words[i]
        if word.form in _NEGATION:
            return word.span
        if not is_adverb(word.form) and word.form not in _BETWEEN:
            break
        if set(",;:–—(") & set(sentence.words[i + 1].before):
            break
    subject = (i for i in range(sentence.start, min(sentence.verb.start, first)) if sentence.is_main(i))
    return next((sentence.words[i].span for i in subject if sentence.words[i].form in _NO_SUBJECT), None)


@lru_cache(maxsize=1)
def _scale() -> tuple[tuple[Range, re.Pattern[str]], ...]:
    """The ranges of the scale, each with the pattern of its expressions."""
    pairs = ((section.split("-"), pattern) for section, pattern in read_patterns("certainty").items())
    return tuple(((int(low) / 100, int(high) / 100), pattern) for (low, high), pattern in pairs)
