"""Groups of verbs in a sentence: an auxiliary with what hangs on it, or a verb that stands alone.

No part-of-speech tagger is at hand. Auxiliaries are a closed class and found for sure; verbs without one are told by
their form, a short list and their neighbours, and left alone where these do not settle it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from standoff.code.lexicon import read_words
from standoff.code.sentences import Word

_WORDS = read_words("clauses")
BE, HAVE, DO, MODAL = (_WORDS[name] for name in ("be", "have", "do", "modal"))
NOT, ADVERB, DETERMINER = _WORDS["not"], _WORDS["adverb"], _WORDS["determiner"]
SUBJECT, NOMINATIVE, PREPOSITION = _WORDS["subject"], _WORDS["nominative"], _WORDS["preposition"]
COORDINATOR = _WORDS["coordinator"]
AUXILIARY = BE | HAVE | DO | MODAL
_SEMI = _WORDS["semi-auxiliary"]
_INNER = frozenset("be been being have having".split())
_TAKES_IS = frozenset("it he she that there what who here where how this".split())
_OPENS_OBJECT = DETERMINER | NOMINATIVE | frozenset("it them him us me that to not nothing nobody".split())
_RELATIVE = frozenset("that which who whom".split())
# How many words of a relative clause may stand before its verb.
_REACH = 6
_NOT_PAST = frozenset("indeed hundred need speed".split())
_NO_VERB = DETERMINER | PREPOSITION | NOMINATIVE | NOT | COORDINATOR | _WORDS["opener"] | frozenset(("'s", "to"))


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The words `start` to `end` (not included) of a sentence; an infinitive group begins with "to" or before it."""

    start: int
    end: int


def verb_group(words: Sequence[Word], i: int) -> VerbGroup | None:
    """The finite verb group that begins at word `i`, `None` when none does."""
    if _is_auxiliary(words, i) or _is_lexical(words, i):
        return VerbGroup(i, group_end(words, i))
    return None


def due_group(words: Sequence[Word], i: int) -> VerbGroup | None:
    """The verb group at word `i`, where a clause has its subject and nothing but its verb can follow."""
    form = words[i].form
    looks_finite = form.endswith(("ed", "s")) and len(form) > 3 and not form.endswith("ss")
    if form in _NO_VERB or is_adverb(form) or not (looks_finite or is_base(form)):
        return None
    return VerbGroup(i, group_end(words, i))


def widened(words: Sequence[Word], group: VerbGroup) -> VerbGroup:
    """The group with the negations and adverbs that stand right before it."""
    start = group.start
    while start > 0 and (is_adverb(words[start - 1].form) or words[start - 1].form in NOT):
        if _is_parted(words[start]):
            break
        start -= 1
    return VerbGroup(start, group.end)


def _is_parted(word: Word) -> bool:
    """Whether more than a quotation mark stands before the word."""
    return bool(word.before.strip(" \"“”«»‘’'\n"))


def infinitive_group(words: Sequence[Word], i: int) -> VerbGroup | None:
    """The infinitive that begins at word `i`, with a negation or adverb before its "to"."""
    at = i
    while at < len(words) and (words[at].form in NOT or is_adverb(words[at].form)):
        at += 1
    if at + 1 < len(words) and words[at].form == "to" and _may_be_base(words, at + 1):
        return VerbGroup(i, group_end(words, at + 1))
    return None


def is_base(form: str) -> bool:
    """Whether the word is the base form of a verb that we know."""
    return form in read_words("verbs")["base"] or form == "be"


def is_adverb(form: str) -> bool:
    """Whether the word may stand inside a verb group without being part of the verb."""
    return form in ADVERB or (form.endswith("ly") and len(form) > 4 and form not in ("only", "rely", "reply", "apply"))


def _may_be_base(words: Sequence[Word], i: int) -> bool:
    while i < len(words) - 1 and (is_adverb(words[i].form) or words[i].form in NOT):
        i += 1
    word = words[i]
    looks_nominal = word.form in DETERMINER | SUBJECT | PREPOSITION or word.is_capital or word.form.endswith("ing")
    return not looks_nominal and not word.form.isdigit()


def _is_auxiliary(words: Sequence[Word], i: int) -> bool:
    """Whether a finite auxiliary stands here, and no noun of its form ("the will", "in May")."""
    form, previous = words[i].form, words[i - 1].form if i else ""
    if form == "'s":
        return previous in _TAKES_IS
    if form == "'d":
        return previous in SUBJECT or previous in _TAKES_IS
    if form in ("need", "dare"):
        return _is_before(words, i, NOT) and previous not in DETERMINER
    if form not in AUXILIARY or previous == "to" or (previous in MODAL and form in ("have", "do")):
        return False
    if form in ("will", "might", "must", "can", "may") and (previous in DETERMINER - {"this", "that", "all", "some"}):
        return False
    return not (form == "may" and words[i].is_capital and i > 0)


def _is_lexical(words: Sequence[Word], i: int) -> bool:
    """Whether a verb stands alone here, by its form and its neighbours."""
    word = words[i]
    if word.form in _NO_VERB or (word.is_capital and i > 0) or is_adverb(word.form):
        return False
    previous = _previous(words, i)
    if previous in NOMINATIVE | {"who"} and not _is_parted(word):
        return True
    if previous in DETERMINER - {"this", "that", "all"} or previous in _INNER | {"to", "'s", "of"}:
        return False
    following = words[i + 1] if i + 1 < len(words) else None
    if word.form in read_words("verbs")["past"]:
        return previous not in PREPOSITION
    is_below = any(word.form in _RELATIVE for word in words[max(0, i - _REACH) : i])
    return _is_inflected(word.form, previous, following, is_below=is_below)


def _is_inflected(form: str, previous: str, following: Word | None, *, is_below: bool) -> bool:
    """Whether the form is a finite one: "-s" of a verb that we know, "-ed" or a base form before an object.

    `is_below` tells that a relative clause has been opened, which may end with its verb.
    """
    goes_on = following is None or following.form in _OPENS_OBJECT or following.is_capital or following.form.isdigit()
    ends = following is not None and following.form in _WORDS["opener"] | (AUXILIARY if is_below else frozenset())
    goes_on = goes_on and not (following is not None and following.before.strip())
    after_noun = bool(previous) and previous not in PREPOSITION
    if form in _thirds():
        return after_noun and ((goes_on and following is not None) or form not in _noun_plurals())
    if form.endswith("ed") and len(form) > 4:
        return after_noun and (goes_on or ends) and form not in _NOT_PAST and not form.startswith("un")
    is_sure = form in read_words("verbs")["base"] and form not in read_words("verbs")["also nouns"]
    return is_sure and previous.endswith("s") and after_noun


def _previous(words: Sequence[Word], i: int) -> str:
    """The form of the last word before `i` that is no adverb; empty at the start."""
    i -= 1
    while i >= 0 and (is_adverb(words[i].form) or words[i].form == "all"):
        i -= 1
    return words[i].form if i >= 0 else ""


def group_end(words: Sequence[Word], i: int) -> int:
    """Where the group ends that begins at `i`: after its main verb, with "have to" or "going to" on the way."""
    at = i + 1 if words[i].form in ("'s", "'d") or _is_before(words, i, NOT) else i
    while at < len(words):
        form = words[at].form
        if at > i and _is_parted(words[at]) and not (form in NOT or is_adverb(form)):
            break
        if (
            form in AUXILIARY
            or form in NOT
            or form in _INNER
            or is_adverb(form)
            or form == "to"
            or (form in _SEMI and _leads_to(words, at + 1))
        ):
            at += 1
        else:
            return at if form in _NO_VERB else at + 1
    return at


def _is_before(words: Sequence[Word], i: int, forms: Collection[str]) -> bool:
    """Whether the word behind word `i` is one of these."""
    return i + 1 < len(words) and words[i + 1].form in forms


def _leads_to(words: Sequence[Word], at: int) -> bool:
    while at < len(words) and (is_adverb(words[at].form) or words[at].form in NOT):
        at += 1
    return at < len(words) and words[at].form == "to"


@lru_cache(maxsize=1)
def _thirds() -> frozenset[str]:
    return frozenset(_third(verb) for verb in read_words("verbs")["base"])


@lru_cache(maxsize=1)
def _noun_plurals() -> frozenset[str]:
    return frozenset(_third(verb) for verb in read_words("verbs")["also nouns"])


def _third(verb: str) -> str:
    """The third person: "carry" to "carries"."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
