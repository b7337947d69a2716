"""Modality of a content: whether its main claim is put as a fact, a future, a condition or an obligation.

What the main verb says goes first where it obliges ("must", "should", "have to"); else an explicit condition, then the
future. A content that opens with "to" has the modality of its cue: what one urges is an obligation, what one vows a
future.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from standoff.code.claims import clauses_in, main_sentence
from standoff.code.clauses import Clauses
from standoff.code.lexicon import read_patterns, read_words
from standoff.code.sentences import sentences_in
from standoff.code.verbs import BE, DETERMINER, NOT, PREPOSITION, infinitive_group, is_adverb, is_base
from standoff.spans import Span
from standoff.values.coding import Modality
from standoff.values.statement import Step

_WORDS = read_words("modality")
# How many words of a subject may stand before the "to" of what is demanded of it ("all parties to the accord to").
_SUBJECT_WORDS = 6
_NO_SUBJECT = DETERMINER | PREPOSITION


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityFound:
    """A modality, the words that decided it (`None` for a plain fact), and why."""

    modality: Modality
    span: Span | None
    step: Step


def find_modality(text: str, content: Sequence[Span], cue: Span | None) -> ModalityFound:
    """How the content's main claim is put, and by which words; those of the cue count for infinitives and bare verbs.

    >>> find_modality("If it rains, we will leave", [Span(0, 26)], None).modality
    'conditional'
    >>> find_modality("urged to leave", [Span(7, 14)], Span(0, 5)).modality
    'obligation'
    """
    sentence = main_sentence(clauses_in(text, content))
    if sentence is None:
        return _found(text, "actual", None)
    duty = _obliging(text, sentence)
    if duty:
        return _found(text, "obligation", duty)
    condition = _condition(text, sentence)
    if condition:
        return _found(text, "conditional", condition)
    by_cue = _by_cue(text, sentence, cue) if cue else None
    if by_cue:
        return by_cue
    if _is_command(sentence):
        return _found(text, "obligation", sentence.span(sentence.verb.start, sentence.verb.end))
    future = _future(sentence)
    return _found(text, "future" if future else "actual", future)


def _found(text: str, modality: Modality, span: Span | None) -> ModalityFound:
    step = Step(field="modality", by="words", detail=span.of(text) if span else "")
    return ModalityFound(modality=modality, span=span, step=step)


def _obliging(text: str, sentence: Clauses) -> Span | None:
    """The words by which the main claim obliges."""
    in_verb = _in_verb(sentence, "obligation") or _in_verb(sentence, "obligation before to", is_before_verb=True)
    in_verb = in_verb or _need_not(sentence)
    if in_verb and not _is_guess(sentence):
        return in_verb
    begin = sentence.words[0].span.start
    match = read_patterns("modality_phrases")["obligation"].search(text, begin, sentence.words[-1].span.end)
    if match is None:
        return None
    at = next((i for i, word in enumerate(sentence.words) if word.span.start >= match.start()), 0)
    reaches = at < sentence.start or (sentence.is_main(at) and at <= max(sentence.verb.end, sentence.start))
    return Span(*match.span()) if reaches else None


def _need_not(sentence: Clauses) -> Span | None:
    """The "need" of "need not"."""
    verb, words = sentence.verb, sentence.words
    pairs = (i for i in range(verb.start, verb.end - 1) if words[i].form == "need" and words[i + 1].form in NOT)
    return next((words[i].span for i in pairs), None)


def _is_guess(sentence: Clauses) -> bool:
    """Whether "must have" only concludes that something was so."""
    forms = [word.form for word in sentence.words[sentence.verb.start : sentence.verb.end]]
    return "must" in forms and "have" in forms[forms.index("must") : -1]


def _in_verb(sentence: Clauses, section: str, *, is_before_verb: bool = False) -> Span | None:
    """The word of a section in the main verb group; with `is_before_verb` only where an infinitive follows."""
    words = sentence.words
    for i in range(sentence.verb.start, sentence.verb.end):
        if words[i].form in _WORDS[section] and (not is_before_verb or _leads_to_verb(sentence, i)):
            return words[i].span
    return None


def _leads_to_verb(sentence: Clauses, i: int) -> bool:
    """Whether an infinitive follows word `i`, and none of the past ("likely to have been")."""
    at = next((j for j in range(i + 1, len(sentence.words)) if sentence.words[j].form == "to"), None)
    if at is None or _next_form(sentence, i) != "to" or infinitive_group(sentence.words, at) is None:
        return False
    return not (_next_form(sentence, at) == "have" and at + 2 < sentence.verb.end)


def _next_form(sentence: Clauses, i: int) -> str:
    """The form of the next word that is no adverb or negation; empty at the end."""
    rest = (word.form for word in sentence.words[i + 1 :] if word.form not in NOT and not is_adverb(word.form))
    return next(rest, "")


def _condition(text: str, sentence: Clauses) -> Span | None:
    """The words that put the main claim under a condition."""
    if sentence.condition is not None:
        return sentence.words[sentence.condition].span
    would = _in_verb(sentence, "past future")
    if would is None and _in_verb(sentence, "future") is None:
        return None
    phrases = read_patterns("modality_phrases")
    patterns = [phrases["condition"], *([phrases["condition without"]] if would else [])]
    first, last = sentence.words[0].span.start, sentence.words[-1].span.end
    for match in chain.from_iterable(pattern.finditer(text, first, last) for pattern in patterns):
        at = next((i for i, word in enumerate(sentence.words) if word.span.start >= match.start()), 0)
        if sentence.is_main(at):
            return Span(*match.span())
    return None


def _by_cue(text: str, sentence: Clauses, cue: Span) -> ModalityFound | None:
    """What the cue makes of an infinitive or of a bare verb in the content; `None` when neither is there."""
    if _is_infinitive(sentence):
        of_cue = _cue_word(text, cue, "demanding cues"), _cue_word(text, cue, "committing cues")
        demanding, committing = of_cue
        if demanding and (committing is None or demanding.start < committing.start):
            return _found(text, "obligation", demanding)
        return _found(text, "future", committing) if committing else None
    subjunctive = _cue_word(text, cue, "subjunctive cues")
    if subjunctive and _is_bare(sentence):
        return _found(text, "obligation", subjunctive)
    return None


def _cue_word(text: str, cue: Span, section: str) -> Span | None:
    """The last word of the cue that is in a section of cues."""
    found = [word.span for words in sentences_in(text, [cue]) for word in words if word.form in _WORDS[section]]
    return found[-1] if found else None


def _is_infinitive(sentence: Clauses) -> bool:
    """Whether the content is an infinitive, with or without the subject that is to do it."""
    verb, words = sentence.verb, sentence.words
    if not sentence.has_verb or _form_of_infinitive(sentence) != "to":
        return False
    has_article = words[sentence.start].form in ("a", "an")
    return verb.start - sentence.start <= _SUBJECT_WORDS and not (has_article and verb.start > sentence.start)


def _form_of_infinitive(sentence: Clauses) -> str:
    """The first word of the verb group that is no adverb or negation."""
    return _next_form(sentence, sentence.verb.start - 1)


def _is_bare(sentence: Clauses) -> bool:
    """Whether the main verb is a base form behind its subject ("that Oslo withdraw", "it not be named")."""
    verb, words = sentence.verb, sentence.words
    if sentence.has_verb and verb.start > sentence.start:
        return is_base(_form_of_infinitive(sentence))
    if sentence.has_verb:
        return False
    pairs = ((words[i - 1], words[i]) for i in range(sentence.start + 1, len(words)))
    return any(is_base(word.form) and last.form not in _NO_SUBJECT and not word.is_capital for last, word in pairs)


def _is_command(sentence: Clauses) -> bool:
    """Whether the content is a command: a base form without a subject at its head."""
    # One word alone is as likely a noun ("expressed regret").
    if not sentence.has_verb or len(sentence.words) == 1 or sentence.verb.start != _first_verbal(sentence):
        return False
    at = sentence.verb.start
    while at < sentence.verb.end and sentence.words[at].form in NOT | {"do", "please", "just", "always"}:
        at += 1
    is_told_not = at == sentence.verb.start + 2 and sentence.words[at - 2].form == "do"
    return at < sentence.verb.end and (is_told_not or is_base(sentence.words[at].form))


def _first_verbal(sentence: Clauses) -> int:
    """The first word of the claim that is no "and" or "but"."""
    return sentence.start + (sentence.words[sentence.start].form in ("and", "but", "so"))


def _future(sentence: Clauses) -> Span | None:
    """The words that put the main claim into the future."""
    finders: tuple[Callable[[], Span | None], ...] = (
        lambda: _in_verb(sentence, "future"),
        lambda: _in_verb(sentence, "future before to", is_before_verb=True),
        lambda: _is_to(sentence),
        lambda: None if _is_wish(sentence) else _in_verb(sentence, "past future"),
    )
    return next((span for span in (find() for find in finders) if span), None)


def _is_to(sentence: Clauses) -> Span | None:
    """The "is to" of what is arranged."""
    words, verb = sentence.words, sentence.verb
    pairs = (i for i in range(verb.start, verb.end - 1) if words[i].form in BE and words[i + 1].form == "to")
    return next((sentence.span(i, i + 2) for i in pairs), None)


def _is_wish(sentence: Clauses) -> bool:
    """Whether "would" only softens a wish ("would like to"), or belongs to what was not so ("would have")."""
    forms = {word.form for word in sentence.words[sentence.verb.start : sentence.verb.end + 1]}
    return bool(forms & {"like", "love", "prefer", "rather"})
