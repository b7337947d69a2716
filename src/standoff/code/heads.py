"""What a content may begin with that is no finite clause: an infinitive, a participle, a command."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.code.openers import OPENER
from standoff.code.sentences import PART, Word
from standoff.code.verbs import (
    COORDINATOR,
    NOT,
    SUBJECT,
    VerbGroup,
    group_end,
    infinitive_group,
    is_adverb,
    is_base,
    verb_group,
)

_BEFORE_COMMAND = NOT | {"do", "please", "just", "always"}


def head_group(words: Sequence[Word], begin: int) -> VerbGroup | None:
    """The verb group without a subject that stands at the word `begin`, `None` when none does."""
    if begin >= len(words):
        return None
    return infinitive_group(words, begin) or _participle(words, begin) or _command(words, begin)


def _participle(words: Sequence[Word], begin: int) -> VerbGroup | None:
    """The participle of a content that has no subject ("never having met")."""
    at = begin
    while at < len(words) and (words[at].form in NOT or is_adverb(words[at].form)):
        at += 1
    if at + 1 >= len(words) or not words[at].form.endswith("ing") or words[at].form in SUBJECT:
        return None
    return None if _is_subject(words, at) else VerbGroup(begin, group_end(words, at))


def _command(words: Sequence[Word], begin: int) -> VerbGroup | None:
    """The verb of a command ("please stop", "do not shoot")."""
    at = begin
    while at < len(words) and words[at].form in _BEFORE_COMMAND:
        at += 1
    is_told_not = [word.form for word in words[begin : begin + 2]] in (["do", "not"], ["do", "n't"])
    if at >= len(words) or words[at].form in SUBJECT or not (is_told_not or is_base(words[at].form)):
        return None
    return VerbGroup(begin, at + 1) if is_told_not or not _is_subject(words, at) else None


def _is_subject(words: Sequence[Word], at: int) -> bool:
    """Whether the word is the noun of a subject, by the first verb that follows it in its clause."""
    for j in range(at + 1, len(words)):
        if words[j].form in OPENER | COORDINATOR or PART.search(words[j].before):
            return False
        if verb_group(words, j):
            return words[j - 1].form not in SUBJECT | {"this", "these", "those"}
    return False
