"""Which words open a clause, and of which kind: "who", "because", "if", "provided that", "should Oslo refuse"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from standoff.code.lexicon import read_words
from standoff.code.sentences import Word
from standoff.code.verbs import DETERMINER, NOMINATIVE, PREPOSITION

Opened = Literal["clause", "condition"]

_WORDS = read_words("clauses")
OPENER = _WORDS["opener"]
"""Words that open a clause wherever they stand."""

_PRONE_TO_SUBJECT, _QUESTION = _WORDS["opener before a subject"], _WORDS["question"]
# Behind "if" they make a set phrase of it ("if necessary", "if not the best").
_AFTER_IDLE_IF = frozenset("not any necessary only".split())
_BEGINS_CLAUSE = DETERMINER | NOMINATIVE | {"that"}


def opened_at(words: Sequence[Word], i: int, *, is_unreal: bool) -> Opened | None:
    """The kind of clause that word `i` opens, `None` when it opens none.

    `is_unreal` tells that the claim before it waits for its condition ("would have gone, had ...").
    """
    if i + 1 == len(words):
        return "clause" if words[i].form in OPENER - {"that"} else None
    form, following = words[i].form, words[i + 1]
    if _opens_condition(words, i) or _is_inverted(words, i, is_unreal=is_unreal):
        return "condition"
    if form in OPENER:
        is_pointing = form == "that" and _form_before(words, i) in PREPOSITION
        is_phrase = form == "if" and following.form in _AFTER_IDLE_IF
        return None if is_pointing or is_phrase else "clause"
    has_subject = following.form in NOMINATIVE | {"it", "there"}
    return "clause" if form in _PRONE_TO_SUBJECT and has_subject else None


def _opens_condition(words: Sequence[Word], i: int) -> bool:
    """Whether "if", "unless", "provided that" or "as long as" puts a condition here, and asks no question."""
    form, following, previous = words[i].form, words[i + 1].form, _form_before(words, i)
    if form in ("if", "unless"):
        return previous not in _QUESTION | {"even", "what"} and following not in ("not", "any", "only")
    if form in ("provided", "providing"):
        is_aside = form == "provided" and "," in words[i].before
        return (following in _BEGINS_CLAUSE or is_aside) and previous not in ("be", "been", "is", "was")
    if form == "long":
        return following == "as" and previous in ("as", "so")
    if form == "condition":
        return previous == "on"
    return form == "assuming" and following in _BEGINS_CLAUSE


def _is_inverted(words: Sequence[Word], i: int, *, is_unreal: bool) -> bool:
    """Whether a verb before its subject puts a condition ("should Oslo refuse", "had the alarm been raised")."""
    form, following = words[i].form, words[i + 1]
    names_subject = following.form in (DETERMINER - {"no"}) | NOMINATIVE | {"it"} or following.is_capital
    begins = i == 0 or "," in words[i].before or is_unreal
    return names_subject and (form == "should" or (form in ("had", "were") and begins))


def _form_before(words: Sequence[Word], i: int) -> str:
    return words[i - 1].form if i else ""
