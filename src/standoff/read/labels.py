"""Speaker labels of transcripts: "SECRETARY BLINKEN:", "MR. PRICE:", "QUESTION:", "Deputy Secretary Sherman:".

A label is told by its words, not by its capitals alone: ships' papers have lines in capitals with a colon too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.knowledge import Knowledge
from standoff.values.spoken import TurnRole

# White House transcripts set questions off by a lone Q and spaces.
LABEL = re.compile(
    r"^[ \t\u00a0]*(?:(?P<who>[^\s:(\[][^\n:(\[]{0,80})(?:[(\[](?P<aside>[^)\]\n]{2,40})[)\]])?:(?=\s|$)"
    r"|(?P<q>Q)(?=[ \u00a0]{2,}\S))",
    re.MULTILINE,
)
"""What may be a label at the start of a line; `speaker_role` says whether it is."""

_ROLES: dict[str, TurnRole] = {
    "question": "question",
    "questioner": "question",
    "q": "question",
    "reporter": "question",
    "press": "question",
    "interviewer": "question",
    "participant": "question",
    "audience": "question",
    "student": "question",
    "moderator": "host",
    "operator": "host",
    "host": "host",
    "anchor": "host",
    "staff": "host",
    "interpreter": "interpreter",
    "translator": "interpreter",
    "speaker": "unnamed",
    "voice": "unnamed",
    "unidentified": "unnamed",
}
_OFFICIAL = re.compile(
    r"\b(?:official|aide|diplomat)s?(?: (?:number )?(?:one|two|three|four|five|\d))?$", re.IGNORECASE
)
_ADDRESSED = frozenset("mr mrs ms dr sir amb ambassador".split())
OFFICE_HEADS = frozenset(
    "secretary minister president ambassador commissioner representative general chancellor premier director senator "
    "spokesperson spokesman spokeswoman envoy governor king prince chair chairman chairwoman administrator "
    "advisor adviser".split()
)
"""Titles of those who speak for somebody."""
_MOST_WORDS = 9
_SMALL = frozenset("of for the and de la le di da von van der den bin al el du dos del".split())


def speaker_role(who: str, head: str, known: Knowledge) -> TurnRole | None:
    """What the words of a line before its colon say of a speaker; `None` when they are no label.

    A label begins with a title or a form of address and ends with a name, or is one of the words for those who ask
    and host, or is a name that the record's head has (`head`), or the surname of a known person in capitals.
    """
    words = who.replace(".", " ").split()
    if not words or len(words) > _MOST_WORDS:
        return None
    if _OFFICIAL.search(who) and _is_capitalised(words):
        return "unnamed"
    role = _ROLES.get(words[0].lower())
    if role is not None and len(words) <= 3:
        return role
    is_name = _is_capitalised(words) and not any(c.isdigit() for c in who)
    return "speaker" if is_name and _names_speaker(who, words, head, known) else None


def has_title(who: str, known: Knowledge) -> bool:
    """Whether a speaker's label begins with a title or a form of address: "MR PRICE", "Deputy Secretary Sherman"."""
    words = who.replace(".", " ").split()
    if who.isupper():
        return len(words) > 1 and known.is_title_word(words[words[0] == "THE"])
    return _is_titled_name(words, known)


def _names_speaker(who: str, words: Sequence[str], head: str, known: Knowledge) -> bool:
    """Whether capitalised words are a title and a name, or a name alone, of one who speaks."""
    if _begins_with_title(words, known) if who.isupper() else _is_titled_name(words, known):
        return True
    if _has_name(head, words) and (who.isupper() or len(words) > 1):
        return True
    return who.isupper() and (any(map(known.is_title_word, words[:-1])) or bool(known.persons(words[-1])))


def _begins_with_title(words: Sequence[str], known: Knowledge) -> bool:
    """Whether capitals read as a title and a name: "MR PRICE", "THE PRESIDENT"."""
    return len(words) > 1 and (known.is_title_word(words[0]) or words[0] == "THE")


def _is_titled_name(words: Sequence[str], known: Knowledge) -> bool:
    """Whether words that are not all in capitals are a title that somebody can have, and a name behind it."""
    if len(words) < 2 or known.is_title_word(words[-1]):
        return False
    if words[0].lower() in _ADDRESSED:
        return True
    return known.is_title_word(words[0]) and any(word.lower() in OFFICE_HEADS for word in words[:-1])


def _is_capitalised(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or word.lower() in _SMALL for word in words)


def _has_name(head: str, words: Sequence[str]) -> bool:
    """Whether the head names somebody with these words, one after the other."""
    name = r"\W+".join(map(re.escape, words))
    return len(words[-1]) > 2 and re.search(rf"\b{name}\b", head, re.IGNORECASE) is not None
