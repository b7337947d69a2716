"""Polarity: whether the main claim of a content is negated in the content itself.

A negation below it ("a deal that nobody wants"), a set phrase ("no doubt", "not only") and one that is taken back
("cannot go unanswered") leave it as it is. "Unlikely" is a matter of certainty, not of polarity.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from standoff.code.certainty import weighing_words
from standoff.code.claims import clauses_in, main_sentence
from standoff.code.clauses import Clauses
from standoff.code.lexicon import read_patterns, read_words
from standoff.code.verbs import PREPOSITION
from standoff.spans import Span
from standoff.values.coding import Polarity
from standoff.values.statement import Step

_WORDS = read_words("polarity")
# How far behind a negation its verb may bring a word that takes it back ("could not possibly remain unanswered").
_TURN_WORDS = 5
# How many words of a phrase may stand before what negates it ("a very flat no").
_HEAD_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PolarityFound:
    """A polarity, the words that decided it (`None` where nothing negates), and why."""

    polarity: Polarity
    span: Span | None
    step: Step


class _Range(NamedTuple):
    """The words `start` to before `end` of a sentence."""

    start: int
    end: int


def find_polarity(text: str, content: Sequence[Span]) -> PolarityFound:
    """Whether the content's main claim is negated, and by which words.

    >>> find_polarity("no side has signed", [Span(0, 18)]).polarity
    'negative'
    >>> find_polarity("a deal that nobody wants was signed", [Span(0, 35)]).polarity
    'positive'
    """
    sentences = clauses_in(text, content)
    sentence = sentences[0] if sentences and _is_flat_answer(sentences[0]) else main_sentence(sentences)
    found = _negation(text, sentence) if sentence else None
    if sentence is None or found is None:
        return PolarityFound(polarity="positive", span=None, step=Step(field="polarity", by="words"))
    span = sentence.span(*found)
    polarity: Polarity = "positive" if _is_turned(text, sentence, found) else "negative"
    detail = span.of(text) if polarity == "negative" else f"{span.of(text)}, taken back"
    return PolarityFound(polarity=polarity, span=span, step=Step(field="polarity", by="words", detail=detail))


def _is_flat_answer(sentence: Clauses) -> bool:
    """Whether the sentence is a few words without a verb, such as "Not at all." or "Never!"."""
    return not sentence.has_verb and len(sentence.words) <= 3 and sentence.words[0].form in ("not", "never")


def _negation(text: str, sentence: Clauses) -> _Range | None:
    """The first words that negate the main claim."""
    idle = tuple(_phrases(text, sentence, "nothing negated"))
    phrase = next((p for p in _phrases(text, sentence, "claim negated") if _reaches(sentence, p)), None)
    for i in range(sentence.start, len(sentence.words)):
        if any(start <= i < end for start, end in idle) or not sentence.is_main(i):
            continue
        if phrase and phrase.start <= i:
            return phrase
        if _negates(sentence, i):
            return _Range(i, i + 1)
    return None


def _negates(sentence: Clauses, i: int) -> bool:
    """Whether word `i` of the main claim negates it: in its verb group, as its subject or as its object."""
    form, verb = sentence.words[i].form, sentence.verb
    if not sentence.has_verb:
        is_near = i <= sentence.start + _HEAD_WORDS
        return is_near and form in _WORDS["verb"] | _WORDS["noun"] and _has_no_preposition(sentence, i)
    if verb.start <= i < verb.end:
        return form in _WORDS["verb"] | _WORDS["noun"] or _is_undone(sentence, i)
    if form in _WORDS["verb"] and i >= verb.end:
        return _follows_closely(sentence, i)
    if i < verb.start and form in _WORDS["verb"]:
        return _heads_claim(sentence, i)
    return form in _WORDS["noun"] and _is_argument(sentence, i)


def _is_undone(sentence: Clauses, i: int) -> bool:
    """Whether the verb itself says that something was not done ("failed to", "lacks")."""
    form = sentence.words[i].form
    goes_on = i + 1 < len(sentence.words) and sentence.words[i + 1].form == "to"
    return form in _WORDS["undone"] or (form in _WORDS["undone before to"] and goes_on)


def _follows_closely(sentence: Clauses, i: int) -> bool:
    """Whether "not" or "never" stands right behind the verb, with no sign or word of contrast between."""
    between = sentence.words[sentence.verb.end : i + 1]
    if i + 1 < len(sentence.words) and sentence.words[i + 1].form == "to":
        return False
    return len(between) <= 2 and not any(word.before.strip(" \"“”‘’'") or word.form == "but" for word in between)


def _heads_claim(sentence: Clauses, i: int) -> bool:
    """Whether the word begins the claim ("not one of them will", "never again should")."""
    return all(word.form in ("and", "but") for word in sentence.words[sentence.start : i] if sentence.is_main(i)) or (
        bool(sentence.words[i].before.strip()) and sentence.words[i].form != "not"
    )


def _is_argument(sentence: Clauses, i: int) -> bool:
    """Whether "no" or "nothing" stands in the subject or the object, not behind a preposition or in a further part."""
    words, verb = sentence.words, sentence.verb
    if words[i].form == "no" and (i + 1 == len(words) or words[i + 1].before.startswith((",", "."))):
        return False
    if not _has_no_preposition(sentence, i):
        return False
    if i < verb.start:
        return not any(word.form in ("to", "but") for word in words[max(sentence.start, i - 2) : i])
    between = words[verb.end : i + 1]
    return not any(w.form in ("and", "but", "or", "to", "nor") or set(",;:–—(") & set(w.before) for w in between)


def _has_no_preposition(sentence: Clauses, i: int) -> bool:
    """Whether no preposition stands right before the word, and no other word makes a name of it."""
    previous = sentence.words[i - 1].form if i > sentence.start else ""
    return previous not in PREPOSITION | {"or", "the", "a"} | {"but"} and sentence.words[i].form + previous != "notif"


def _phrases(text: str, sentence: Clauses, section: str) -> Iterator[_Range]:
    """The set phrases of a section, as ranges of words."""
    first, last = sentence.words[0].span.start, sentence.words[-1].span.end
    for match in read_patterns("negated_phrases")[section].finditer(text, first, last):
        held = [i for i, word in enumerate(sentence.words) if word.span.overlaps(Span(*match.span()))]
        if held:
            yield _Range(held[0], held[-1] + 1)


def _reaches(sentence: Clauses, phrase: _Range) -> bool:
    """Whether a set phrase stands where it negates the main claim: before its verb ends, or right behind."""
    verb = sentence.verb
    if not sentence.is_main(phrase.start) or not sentence.has_verb:
        return sentence.is_main(phrase.start) and phrase.start == sentence.start
    if sentence.words[phrase.start].form == "not" and phrase.start > verb.end:
        return False
    between = sentence.words[verb.end : phrase.start + 1]
    return not any(word.form in ("and", "but", "or") or set(",;:–—(") & set(word.before) for word in between)


def _is_turned(text: str, sentence: Clauses, found: _Range) -> bool:
    """Whether the negation is taken back, or used up by a word of probability ("not likely")."""
    span = sentence.span(*found)
    if any(weighing.overlaps(span) for weighing, _ in weighing_words(text, sentence)):
        return True
    for i in range(found.end, min(found.end + _TURN_WORDS, len(sentence.words))):
        word = sentence.words[i]
        if not sentence.is_main(i) or word.form in ("and", "but", "or") or set(",;:–—(") & set(word.before):
            return False
        follows = sentence.words[i + 1].form if i + 1 < len(sentence.words) else ""
        if word.form in _WORDS["turning"] or (word.form in _WORDS["turning before to"] and follows == "to"):
            return True
    return False
