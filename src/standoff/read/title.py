"""Which line is the title: the wording and the neighbours of headlines, told from prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.layout import HEADING_CHARS
from standoff.spans import Span

_MIN_WORDS = 3  # two words at the top are as often a room or a rubric
_MAX_WORDS = 25
_MAX_QUESTION_WORDS = 14  # longer questions at the head of a text open the article's own prose
_NOT_TITLE = re.compile(
    r"(?i:(?:Image|Photo|Media|Video|Picture|Getty|File photo|Credit|CLICK|Source)\b|https?:|\d+[.)] |\d{1,2}[:.]\d\d\b"
    r"|(?:Office|Bureau|Ministry|Department|Embassy|Mission) of |(?:For immediate|Press|Media) release"
    r"|[^\n]{3,60}, (?:[\w’'-]+ ){0,4}(?:Spokes\w+|Secretary|Secretary of State|Minister|Ambassador|President)$"
    r"|[^\n]{3,60}, (?:Acting |Deputy |Assistant |Under )+Secretary)"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?$"
)
"""Captions, addresses, numbered points, times, offices, speakers with their office, towns: they open texts too."""

_SAYS = re.compile(r"[\"”’»] (?:[A-Z]\w+ )?(?:said|says|replied|told|added)\b")
_SMALL_WORDS = frozenset("after amid from into over than that with will would their this when what upon".split())
_OPENING = re.compile(r"[\w\"'“‘«„#$€£¿¡(\[]")
_CLOSERS = "\"'”’»)]"
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_HEADING = re.compile(r"#{1,6}\s+")


def is_title(line: str, following: Sequence[str]) -> bool:
    """Whether the line is a headline over the `following` ones (the next two are enough).

    >>> is_title("Talks fail in Vienna", ["The talks failed on Monday, both sides said."])
    True
    >>> is_title("Nobody shook hands.", ["After five days the delegations left."])
    False
    """
    words = line.split()
    if not _OPENING.match(line) or _NOT_TITLE.match(line) or _SAYS.search(line):
        return False
    if not following or not _MIN_WORDS <= len(words) <= _MAX_WORDS or len(line) > HEADING_CHARS:
        return False
    if not any(len(other.split()) > len(words) / 2 for other in following):
        return False
    ending = line.rstrip(_CLOSERS)[-1:]
    if ending == ".":
        return _is_title_case(line)
    return ending not in (":", ",", ";") and (ending != "?" or len(words) <= _MAX_QUESTION_WORDS)


def title_span(text: str, line: Span) -> Span:
    """The title line without the sharps of a Markdown heading."""
    heading = _HEADING.match(text, *line)
    return Span(heading.end(), line.end) if heading else line


def matches_title(line: str, title: str) -> bool:
    """Whether the line is this title, case, spacing and a final stop aside.

    >>> matches_title("Talks  Fail.", "Talks fail")
    True
    """
    return _folded(line) == _folded(title)


def _folded(title: str) -> str:
    return " ".join(_HEADING.sub("", title).casefold().split()).rstrip(".")


def _is_title_case(line: str) -> bool:
    """Whether all longer words but prepositions and their like are capitalised, as in headlines only."""
    words = [word for word in _LONG_WORD.findall(line) if word not in _SMALL_WORDS]
    return len(words) >= 3 and all(word[0].isupper() for word in words)
