"""Who wrote it: lines such as "By JANE DOE and JOHN ROE | Associated Press", and the names in them.

A line counts when its wording leaves no other reading: "by" before a name, a name before a reporter's office.
A bare name, or a name and a town, could be anything and is left alone.
"""

from __future__ import annotations

import re

from standoff.read.publishers import is_publisher

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž0-9][\w.'’&/-]*"
_PARTICLE = r"(?:van|von|der|den|de|da|di|del|della|dos|du|la|le|el|al|bin|ibn|ben|bint|ter|ten)"
_NAME = re.compile(rf"{_CAPITAL}(?: (?:{_PARTICLE} )*{_CAPITAL}){{1,4}}")
_ONE_NAME = re.compile(_CAPITAL)
_OFFICE = r"(?:editor|correspondents?|reporters?|columnist|writer|producer|contributor)"
_CREW = re.compile(rf"\b(?:{_OFFICE}|commentator|agencies|bureau|desk|newsroom|staff|team)\b", re.IGNORECASE)
_BY = re.compile(
    r"(?:(?P<verb>posted|written|compiled|reported|reporting|analysis|story|text) by|by|interview:|author:)\s+",
    re.IGNORECASE,
)
_FROM = re.compile(r"from\s+", re.IGNORECASE)
_NAME_AND_OFFICE = re.compile(rf"{_NAME.pattern}, (?:[\w’'-]+ ){{0,3}}{_OFFICE}\b[\w ’'-]*", re.IGNORECASE)
_PLACES = re.compile(
    rf"{_NAME.pattern} in {_CAPITAL}(?: {_CAPITAL})* and {_NAME.pattern} in {_CAPITAL}(?: {_CAPITAL})*"
)
_SHIFTS = re.compile(rf"{_NAME.pattern} \(now\) and {_NAME.pattern} \(earlier\)")
_LEADING_OFFICE = re.compile(rf"(?:[\w’'-]+ ){{0,4}}{_OFFICE}\s+", re.IGNORECASE)
_ASIDE = re.compile(r" \((?:now|earlier)\)$| in [A-ZÀ-Þ].*$| for (?:the )?[A-ZÀ-Þ].*$| @\w+$")
_NOT_NAMES = re.compile(
    rf"\b(?:{_OFFICE}|staff|desk|team|bureau|agencies|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
MAX_BYLINE_CHARS = 160


def is_byline(line: str, *, after_title: bool) -> bool:
    """Whether the whole line names writers; wordings that a headline could have count only `after_title`.

    >>> [is_byline(t, after_title=True) for t in ("By Jane Doe", "Jane Doe, health editor", "By Friday it rained.")]
    [True, True, False]
    """
    is_sentence = line.endswith((".", "?", "!", ":", ";")) and not line.endswith(("Jr.", "Sr."))
    if is_sentence or len(line) > MAX_BYLINE_CHARS:
        return False
    by = _BY.match(line)
    if by:
        body = line[by.end() :]
        return bool(_full_names(body)) or (after_title and (by["verb"] is not None or _names_someone(body)))
    if not after_title:
        return False
    shapes = (_PLACES, _SHIFTS)
    return (
        any(shape.fullmatch(line) for shape in shapes)
        or _is_name_and_office(line)
        or bool(_FROM.match(line) and re.search(rf"\b{_OFFICE}\b", line, re.IGNORECASE))
    )


def author_from_byline(line: str) -> str | None:
    """The names in a byline as written, joined; None when it names only a crew or nobody for certain.

    >>> author_from_byline("By JANE DOE and JOHN ROE, Diplomatic Correspondents")
    'JANE DOE and JOHN ROE'
    >>> author_from_byline("By the foreign desk") is None
    True
    """
    prefix = _BY.match(line) or _FROM.match(line)
    body = line[prefix.end() :] if prefix else line
    names = _full_names(body) or ([body] if prefix and _ONE_NAME.fullmatch(body) and not _excluded(body) else [])
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or None


def publisher_from_byline(line: str) -> str | None:
    """The outlet behind a comma in a byline, or the outlet that is all the byline names; None without one.

    >>> publisher_from_byline("By Owen Prydderch, NBS News, Port Murjan")
    'NBS News'
    """
    prefix = _BY.match(line)
    parts = (line[prefix.end() :] if prefix else line).split(", ")
    return next((part.strip() for part in parts if is_publisher(part)), None)


def _full_names(body: str) -> list[str]:
    """The names of two and more words, read up to the first thing behind a comma that is no further name."""
    names: list[str] = []
    chunks = re.split(r",?\s+(?:and|&)\s+", body)
    for index, chunk in enumerate(chunks):
        parts = [_bare(part) for part in chunk.split(", ")]
        is_listed = index + 1 < len(chunks)
        found = [part for part in parts if _is_name(part)]
        names.extend(found if is_listed else found[:1])
    return names


def _bare(part: str) -> str:
    """The part without the office before a name and the place, shift or handle behind it."""
    return _ASIDE.sub("", _LEADING_OFFICE.sub("", part.strip()))


def _is_name(part: str) -> bool:
    return _NAME.fullmatch(part) is not None and not _excluded(part) and not part[0].isdigit()


def _excluded(part: str) -> bool:
    return is_publisher(part) or _NOT_NAMES.search(part) is not None


def _is_name_and_office(line: str) -> bool:
    return _NAME_AND_OFFICE.fullmatch(line) is not None and _is_name(_bare(line.split(", ", maxsplit=1)[0]))


def _names_someone(body: str) -> bool:
    """Whether what stands behind "by" is a crew, an outlet, or one capitalised name and nothing else."""
    is_one = _ONE_NAME.fullmatch(body) is not None and not _excluded(body)
    return is_one or is_publisher(body) or (_CREW.search(body) is not None and len(body.split()) <= 12)
