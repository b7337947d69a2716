"""Which of some sources are primary records: what a speaker's own words are known from, told by the document's looks.

`turns_in_record` reads what somebody hands over as a record. Among sources of any kind more is asked, since a headline
may begin with a name and a colon, an article may hold half an interview, a byline may name an office: the speaker is
told at the top, the whole of the text is the speaker's, and nobody tells of it in between. Precision comes first: a
record taken for coverage loses little, coverage taken for a record would vouch for itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.knowledge import Knowledge
from standoff.layout import is_heading
from standoff.marks import quotations
from standoff.read.labels import OFFICE_HEADS, has_title
from standoff.read.turns import turns_in_record
from standoff.spans import Span, strip_span
from standoff.values.document import Document
from standoff.values.spoken import SpokenRecord

# Set on 2,321 releases of the US government and 1,411 articles (figures: docs/verify.md). The head of a record is a
# few lines; more may stand before the first words only where they are many.
_HEAD_CHARS = 400
_HEAD_SHARE = 0.15
_MOST_QUOTED = 0.25
"""The share of the words that may stand in quotation marks: speakers quote little, who tells of them quotes much."""
_MOST_TOLD_SHARE = 0.5 / 1000
_FEW_TOLD = 2
"""So often, or by the share of the characters, words in quotation marks may meet a "said"."""

_TOLD = re.compile(
    r"[”\"],?\s+(?:[\w.’'-]+\s+){0,4}?(?:said|says|told|added|wrote|tweeted|asked)\b"
    r"|\b(?:said|says|told|added|stated|wrote|tweeted|asked|continued)\b[^.\n“\"]{0,60}[“\"]"
)
_COVERAGE = frozenset(("byline", "dateline", "views"))
_JOINING = frozenset("of for and the to in at on de la du der von al affairs".split())
_LEFT_OFFICE = frozenset("former ex late onetime".split())


def primary_record(document: Document, known: Knowledge) -> SpokenRecord | None:
    """The document as a record, its turns unresolved; `None` where it is not surely a primary source.

    A text with a byline, a dateline or a view counter is none: somebody tells it.
    """
    if any(piece.kind in _COVERAGE for piece in document.front):
        return None
    record = turns_in_record(document, known)
    if record.form == "none" or not _is_official(record, known):
        return None
    start = _start(record)
    has_room = start <= max(_HEAD_CHARS, _HEAD_SHARE * len(document.text))
    return record if has_room and not _is_told(document.text, start) else None


def _start(record: SpokenRecord) -> int:
    """Where the record's own words begin, label and all."""
    first = record.turns[0]
    return first.label.start if first.label else first.pieces[0].start


def _is_official(record: SpokenRecord, known: Knowledge) -> bool:
    """Whether the form leaves no doubt that somebody speaks for themselves: each form has signs of its own."""
    if record.form == "transcript":
        return _is_titled_or_asked(record, known)
    who = record.turns[0].who
    return record.form == "attributed" or (_names_office(who, record) and not _is_told_of(who, record))


def _is_titled_or_asked(record: SpokenRecord, known: Knowledge) -> bool:
    """Whether a speaker has a title in the label, or somebody asks or hosts; a label in a headline is none.

    "Dr. Regina Benjamin: nominee for Surgeon General" is a headline, "NG:" a magazine's interview, "COSTA RICA:" a
    list.
    """
    text = record.document.text
    turns = [turn for turn in record.turns if turn.label is not None and not _is_headline(text, turn.label)]
    if any(turn.role in ("question", "host") for turn in turns):
        return any(turn.role in ("speaker", "unnamed") for turn in turns)
    return any(turn.role == "speaker" and has_title(turn.who, known) for turn in turns)


def _is_headline(text: str, label: Span) -> bool:
    """Whether the line that a label begins reads as a heading; "(Applause.)" at its end is none's."""
    end = text.find("\n", label.end)
    line = strip_span(text, Span(label.start, len(text) if end < 0 else end))
    return is_heading(text, line) and text[line.end - 1] not in ")]"


def _names_office(who: str, record: SpokenRecord) -> bool:
    """Whether the one to whom a text is given holds an office: "Statement by …" in the title, or a line of the head.

    The line is a name, a comma and an office, nothing more: no sentence, no headline, no editor, nobody of the past.
    """
    words = re.findall(r"[^\W\d_][\w’'-]*", who)
    folded = [word.lower() for word in words]
    if who in record.people:
        name, _, office = who.partition(",")
        folded = [word.lower() for word in re.findall(r"[^\W\d_][\w’'-]*", office)]
        if not _is_plain_line(who, record) or not all(word[0].isupper() for word in name.split()):
            return False
    return not _LEFT_OFFICE.intersection(folded) and bool(OFFICE_HEADS.intersection(folded)) and _is_name(words)


def _is_told_of(who: str, record: SpokenRecord) -> bool:
    """Whether the text names its own speaker more than once: who speaks says "I", who is told of has a name."""
    words = who.partition(",")[0].split()
    heads = [i for i, word in enumerate(words) if word.lower() in OFFICE_HEADS]
    names = [word for word in words[heads[-1] + 1 if heads else 0 :] if len(word) > 2 and word[0].isupper()]
    body = record.document.text[_start(record) :]
    return any(len(re.findall(rf"\b{re.escape(name)}\b", body)) > 1 for name in names)


def _is_plain_line(who: str, record: SpokenRecord) -> bool:
    """Whether a line is neither the title nor a sentence nor a byline."""
    is_title = " ".join((record.document.title or "").split()) == who
    return not is_title and who[-1] not in ".!?:;" and not who.lower().startswith(("by ", "from "))


def _is_name(words: Sequence[str]) -> bool:
    """Whether all words are written large but those that join: a sentence has others."""
    return bool(words) and all(word[0].isupper() or word.lower() in _JOINING for word in words)


def _is_told(text: str, start: int) -> bool:
    """Whether somebody else tells of the words: many stand in quotation marks, or a "said" stands beside them."""
    body = text[start:]
    quoted = sum(q.span.end - q.span.start for q in quotations(body) if q.depth == 1)
    n_told = len(_TOLD.findall(body))
    return quoted > _MOST_QUOTED * len(body) or n_told > max(_FEW_TOLD, _MOST_TOLD_SHARE * len(body))
