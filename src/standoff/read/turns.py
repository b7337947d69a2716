"""The turns of a record: who speaks, as the record writes it, and the exact spans of the words.

Three forms are read, the first that fits: labels before each turn, a line that says whom the text below is
attributable to, and a text that its title or its one head line gives to one speaker. Whose the names are is resolved
later. What it is not: a finder of quotations inside a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from standoff.knowledge import Knowledge
from standoff.layout import HEADING_CHARS
from standoff.read.labels import LABEL, speaker_role
from standoff.spans import Span, strip_span
from standoff.values.document import Document
from standoff.values.spoken import SpokenRecord, Turn, TurnRole

# What transcribers put into brackets that nobody said. "(Inaudible)" is none of them: there, somebody said something.
_STAGE = re.compile(
    r"[(\[]\s*(?:(?:via|through) (?:an? )?(?:interpreter|translat\w+|intrerpreter)"
    r"|(?:in|speaks in|speaking in) [A-Z]\w+"
    r"|(?:sustained |cheers and |laughter and )?(?:applause|laughter|cheers|laughs|crosstalk|pause|break|chit-chat)"
    r"|off-?mike|in progress|interruption|as (?:delivered|prepared)|begins? in progress"
    r"|(?:the )?(?:briefing|call|event|meeting|video|letter)\b[^)\]\n]{0,60})[ .]*[)\]]|^#{2,}[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ATTRIBUTED = re.compile(
    r"\b(?:below|following)\b[^\n:.]{0,60}\battribut(?:able|ed) to\s+(?P<who>[^\n:]{3,120}):"
    r"|(?P<by>(?:[A-Z][\w.’'-]*[ \u00a0]){2,9})(?:provided|issued|released|made|gave) the following "
    r"(?:read-?out|statement)[^\n:]{0,60}:"
)
_BEGIN = re.compile(r"^[ \t\u00a0]*begin(?:ning of)? text:?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_END = re.compile(r"^[ \t\u00a0]*end(?: of)? text\.?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_ISSUED = re.compile(r"\b(?:released|issued|made|agreed|adopted) by (?P<who>[^\n]{3,600})", re.IGNORECASE)
_TITLED = re.compile(
    r"^\s*(?:Joint )?(?:Statement|Remarks|Address|Speech|Testimony|Opening (?:Statement|Remarks)|Keynote(?: Address)?)"
    r"\s+(?:by|from|of)\s+(?P<who>.{3,90}?)(?=\s+(?:on|at|to|in|after|before|regarding|marking|about|for|following|"
    r"during|with|and First Lady|Marking|Regarding)\b|\s*[|:–—]|\s*$)"
)
_PERSON_LINE = re.compile(
    r"(?:(?:Dr|Mr|Ms|Mrs|Sir|H\.E)\.? )?[^\W\d_a-z][\w.’'-]*"
    r"(?:[ \u00a0]+(?:[^\W\d_a-z][\w.’'-]*|de|la|al|bin|van|von)){1,4},\s.{3,110}"
)
_HEAD_LINES = 14
_MOST_TURN_SPEAKERS = 2


def turns_in_record(document: Document, known: Knowledge) -> SpokenRecord:
    """The record with its turns, unresolved; without turns, and with the reason, when no speaker can be told."""
    marks = _labels(document.text, document.title or "", known)
    first = marks[0][0].start if marks else len(document.text)
    people = tuple(_person_lines(document, first, known))
    turns = _labelled(document.text, marks)
    if turns:
        return SpokenRecord(document=document, form="transcript", turns=turns, people=people)
    if (turn := _attributed(document.text)) is not None:
        return SpokenRecord(document=document, form="attributed", turns=(turn,), people=people)
    who = _one_speaker(document, people)
    if who is None:
        fault = (
            f"{len(people)} people are named and nothing tells who speaks where"
            if len(people) > 1
            else "no speaker labels, no line that says whose words they are, and no one speaker in title or head"
        )
        return SpokenRecord(document=document, form="none", turns=(), people=people, fault=fault)
    body = Span(_body_start(document.text, people), len(document.text))
    turn = Turn(who=who, role="speaker", label=None, pieces=spoken_pieces(document.text, body))
    return SpokenRecord(document=document, form="statement", turns=(turn,), people=people)


def spoken_pieces(text: str, span: Span) -> tuple[Span, ...]:
    """The parts of `span` that somebody says: without stage directions and the white space about them.

    >>> text = "Thank you. (Applause.) We will not go."
    >>> [piece.of(text) for piece in spoken_pieces(text, Span(0, len(text)))]
    ['Thank you.', 'We will not go.']
    """
    borders = [span.start]
    for match in _STAGE.finditer(text, *span):
        borders += match.span()
    borders.append(span.end)
    pieces = (strip_span(text, Span(*pair)) for pair in zip(borders[::2], borders[1::2], strict=True))
    return tuple(piece for piece in pieces if piece.start < piece.end)


def _labels(text: str, title: str, known: Knowledge) -> list[tuple[Span, TurnRole]]:
    """The labels in order; none when nobody but those who ask and host has one."""
    head = title + "\n" + "\n".join(line for line in text[:1500].split("\n") if not line.rstrip().endswith(":"))
    found: list[tuple[Span, TurnRole]] = []
    roles: dict[str, TurnRole | None] = {}
    for match in LABEL.finditer(text):
        group = "q" if match["q"] else "who"
        who = match[group]
        if who not in roles:
            roles[who] = speaker_role(who.strip(), head.replace(f"{who}:", ""), known)
        role = roles[who]
        if role is not None:
            found.append((Span(match.start(group), match.end()), role))
    return found if any(role in ("speaker", "unnamed") for _, role in found) else []


def _labelled(text: str, marks: Sequence[tuple[Span, TurnRole]]) -> tuple[Turn, ...]:
    ends = [*(mark.start for mark, _ in marks[1:]), len(text)][: len(marks)]
    turns = []
    for (mark, role), end in zip(marks, ends, strict=True):
        label = strip_span(text, Span(mark.start, mark.end), " \t\u00a0:")
        pieces = spoken_pieces(text, Span(mark.end, end))
        if pieces:
            who = re.sub(r"\s*[(\[].*", "", label.of(text)).strip()
            turns.append(Turn(who=who, role=role, label=label, pieces=pieces))
    return tuple(turns)


def _attributed(text: str) -> Turn | None:
    """The one turn of a text that says whom it is attributable to, or who released it."""
    match = _ATTRIBUTED.search(text[:3000])
    if match is not None:
        group = "who" if match["who"] else "by"
        label = strip_span(text, Span(match.start(group), match.end(group)))
        return _whole_turn(text, label, Span(match.end(), _end(text, match.end())))
    begin = _BEGIN.search(text)
    issued = _ISSUED.search(text, 0, begin.start()) if begin else None
    if begin is None or issued is None:
        return None
    label = strip_span(text, Span(issued.start("who"), issued.end("who")), " \t\n\u00a0.:")
    return _whole_turn(text, label, Span(begin.end(), _end(text, begin.end())))


def _whole_turn(text: str, label: Span, body: Span) -> Turn | None:
    pieces = spoken_pieces(text, body)
    return Turn(who=label.of(text), role="speaker", label=label, pieces=pieces) if pieces else None


def _end(text: str, start: int) -> int:
    end = _END.search(text, start)
    return end.start() if end else len(text)


def _one_speaker(document: Document, people: Sequence[str]) -> str | None:
    """Whose the whole text is: as its title says, else its only line of a person with an office."""
    titled = _TITLED.match(" ".join((document.title or "").split()))
    if titled is not None and len(people) < _MOST_TURN_SPEAKERS:
        return titled["who"]
    return people[0] if len(people) == 1 else None


def _person_lines(document: Document, end: int, known: Knowledge) -> Iterator[str]:
    """The lines of the head that are a name, a comma and an office, each once; else those of the author."""
    found: list[str] = []
    for line, _ in _head_lines(document.text, end):
        if _PERSON_LINE.fullmatch(line) and _has_office(line, known):
            found.append(line)
        elif found and len(line) > HEADING_CHARS:
            break
    if not found and document.author and _PERSON_LINE.fullmatch(document.author):
        found.append(document.author)
    yield from dict.fromkeys(found)


def _has_office(line: str, known: Knowledge) -> bool:
    """Whether what stands behind the comma is an office, and no country or state behind a town."""
    behind = line.partition(",")[2].split()
    return len(behind) > 3 or any(known.is_title_word(word.strip(".,")) for word in behind)


def _head_lines(text: str, end: int) -> Iterator[tuple[str, int]]:
    starts = [m.start() for m in re.finditer(r"^", text[: min(end, 4000)], re.MULTILINE)][: 2 * _HEAD_LINES]
    for start, stop in pairwise([*starts, min(end, 4000)]):
        line = " ".join(text[start:stop].split())
        if line:
            yield line, stop
            if len(line) > HEADING_CHARS:
                return


def _body_start(text: str, people: Sequence[str]) -> int:
    """Where the text proper begins, behind the line that names the speaker."""
    start = 0
    for line, stop in _head_lines(text, len(text)):
        if line in people:
            start = stop
    return start
