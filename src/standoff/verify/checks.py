"""The verdict on every statement of an article: whose words, found where, and what differs.

The words in quotation marks are checked as quotations; a statement without marks is verbatim when its words are the
record's own, and otherwise a paraphrase that some sentences support, or not found. What a record cannot settle is out
of scope, never false: an actor who does not speak in it, a source that nobody could resolve, another occasion.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from standoff.knowledge import key
from standoff.marks import quotations
from standoff.spans import Span, strip_span
from standoff.values.actor import UNNAMED, Actor
from standoff.values.analysis import Analysis
from standoff.values.check import Check, Difference, Place
from standoff.values.statement import Statement
from standoff.verify.differences import numbers_in, turns_round
from standoff.verify.find import Mask
from standoff.verify.index import RecordIndex
from standoff.verify.pieces import Match, Quoted, match_elsewhere, match_in, quoted_from_text
from standoff.verify.support import Support, supporting
from standoff.verify.voices import Voices, is_same_occasion
from standoff.verify.words import words_of

SUPPORTED = 0.6
"""The share of a paraphrase's weight that its sentences must have; set by hand (figures: benchmarks/verifying.md)."""
_SUPPORTED_ELSEWHERE = 0.75  # on another occasion, more: the same subjects come up again
_WORST = ("misattributed", "spliced", "altered", "not_found", "verbatim")
_MARKS = " \t\n\u00a0\"“”„‟«»‘’‚‛‹›'`.,;:!?"
_NOT_SAID = frozenset(("inferred", "predicted", "withheld", "standing"))
_BEFORE_CHARS = 160  # who is being quoted stands in the sentence before the words


@dataclass(frozen=True, eq=False)
class _Speaking:
    """A statement whose actor speaks in the records, the check to be filled in, and the turns that are the actor's."""

    blank: Check
    statement: Statement
    mask: Mask
    actors: Sequence[Actor]


@dataclass(frozen=True, eq=False)
class _Asked:
    """One article against one index."""

    analysis: Analysis
    index: RecordIndex
    voices: Voices

    @cached_property
    def occasion(self) -> Mask:
        return self.voices.of_occasion(self.analysis.document.published)

    @cached_property
    def settled(self) -> Mask:
        return self.voices.settled

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """The outer quotations of the article."""
        return tuple(q.span for q in quotations(self.analysis.document.text) if q.depth == 1)


def check_statements(analyses: Iterable[Analysis], index: RecordIndex) -> tuple[Check, ...]:
    """One check for every statement of every article, in order."""
    voices = Voices(index)
    checks: list[Check] = []
    for analysis in analyses:
        asked = _Asked(analysis, index, voices)
        checks.extend(_check(asked, statement) for statement in analysis.statements)
    return tuple(checks)


def _check(asked: _Asked, statement: Statement) -> Check:
    resolution = asked.analysis.resolution(statement)
    actors = [a for a in (resolution.actor, *resolution.co_actors) if a is not None and a != UNNAMED]
    blank = Check(statement_id=statement.statement_id, doc_id=statement.doc_id, verdict="out_of_scope", score=0.0)
    if not statement.content:
        return replace(blank, reason="the statement has no words that could be looked for")
    pieces = pieces_of(asked.analysis.document.text, statement, asked.quoted)
    mask = asked.voices.of(actors)
    if not actors or not mask.any():
        who = "who speaks is not settled" if not actors else f"{_named(actors)} does not speak in these records"
        return _elsewhere(asked, replace(blank, reason=who), pieces)
    speaking = _Speaking(blank, statement, mask, actors)
    if not pieces:
        return _unquoted(asked, speaking)
    return _quoted(asked, speaking, pieces)


def pieces_of(text: str, statement: Statement, outer: Sequence[Span]) -> list[Quoted]:
    """The quoted words of a statement, one piece for each quotation that the article makes; none without marks.

    Where the article interrupts a quotation within a sentence ("We," he said, "agree"), the parts are one piece.
    """
    if statement.quote not in ("direct", "mixed"):
        return []
    # Direct: all of the content is quoted, nested marks included. Mixed: only what stands between marks is.
    inside = [Span(max(q.start, c.start), min(q.end, c.end)) for c in statement.content for q in outer if q.overlaps(c)]
    spans = [strip_span(text, s, _MARKS) for s in (statement.content if statement.quote == "direct" else inside)]
    groups: list[list[Span]] = []
    for span in (s for s in spans if s.start < s.end):
        if groups and statement.quote == "direct" and not _ends_sentence(text, groups[-1][-1].end, span.start):
            groups[-1].append(span)
        else:
            groups.append([span])
    made = [quoted_from_text(text, group) for group in groups]
    return [piece for piece in made if piece.words]


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two parts of a quotation."""
    return any(c in text[start:end] for c in ".!?\n")


def _quoted(asked: _Asked, speaking: _Speaking, pieces: Sequence[Quoted]) -> Check:
    """The worst of the verdicts on the quoted pieces."""
    blank, actors = speaking.blank, speaking.actors
    found = [_of_piece(asked, piece, speaking.mask) for piece in pieces]
    worst = min(found, key=lambda m: (_WORST.index(m.verdict), m.score))
    if worst.verdict == "not_found":
        return _unquoted(asked, speaking)
    places = [_place(asked.index, turn, span) for m in found for turn, span in zip(m.turns, m.spans, strict=True)]
    check = replace(
        blank,
        verdict=worst.verdict,
        score=round(min(m.score for m in found), 4),
        places=tuple(places),
        differences=tuple(d for m in found for d in m.differences),
        is_same_occasion=_is_same_occasion(asked, places),
    )
    near = [bool(_is_same_occasion(asked, [place])) for place in places]
    if (worst.verdict == "altered" and not all(near)) or (worst.verdict == "spliced" and not any(near)):
        # Close words of another day prove nothing: speakers come back to their own sentences.
        return replace(check, verdict="out_of_scope", reason=f"close, but of another day: {_REASONS[worst.verdict]}")
    if worst.verdict != "misattributed":
        return replace(check, reason=_REASONS[worst.verdict])
    turn = worst.turns[0]
    if is_passed_on(asked.index, turn, worst.spans[0], actors):
        reason = f"the record has the words as {_named(actors)}'s, in the mouth of somebody else"
        return replace(check, verdict="out_of_scope", differences=(), reason=reason)
    return replace(check, reason=f"the words are those of {speaker_name(asked.index, turn)}")


_REASONS = {
    "verbatim": "word for word in the record",
    "altered": "nearly the words of the record",
    "spliced": "pieces from different places of the record, joined",
}


def _of_piece(asked: _Asked, piece: Quoted, mask: Mask) -> Match:
    """The match of one quotation: in the actor's own words, unless somebody else's are nearer."""
    own = match_in(asked.index, piece, mask)
    if own.verdict == "verbatim" or (own.verdict != "not_found" and own.score >= 1.0 and _is_near(asked, own)):
        return own
    others = asked.settled & ~mask
    other = match_elsewhere(asked.index, piece, others)
    if other is not None and other.verdict == "altered" and not _is_near(asked, other):
        other = None
    if other is not None and (own.verdict == "not_found" or other.score - own.score > _NEARER):
        return replace(other, verdict="misattributed")
    return own


def _is_near(asked: _Asked, match: Match) -> bool:
    """Whether the words found are of the article's occasion."""
    return all(asked.occasion[turn] for turn in match.turns)


_NEARER = 0.15  # by so much another's words must be nearer than the actor's own


def is_passed_on(index: RecordIndex, turn: int, span: Span, actors: Sequence[Actor]) -> bool:
    """Whether who speaks there only repeats the actor: the name stands before the words, or marks stand about them."""
    text = index.text(turn)
    before = text[max(0, span.start - _BEFORE_CHARS) : span.start]
    surnames = {key(actor.name).split()[-1] for actor in actors if actor.name}
    is_marked = before.rstrip()[-1:] in ("“", '"') and text[span.end : span.end + 2].strip(".,!?")[:1] in ("”", '"')
    return is_marked and bool(surnames & set(key(before).replace("'s", "").split()))


def _unquoted(asked: _Asked, speaking: _Speaking) -> Check:
    """The verdict on words that are not the speaker's own: verbatim after all, supported, or not found."""
    text, index = asked.analysis.document.text, asked.index
    blank, statement, mask = speaking.blank, speaking.statement, speaking.mask
    spans = [strip_span(text, c, _MARKS) for c in statement.content]
    whole = quoted_from_text(text, [s for s in spans if s.start < s.end])
    if not whole.words:
        return replace(blank, reason="the statement has no words that could be looked for")
    if len(whole.words) >= _MIN_OWN_WORDS and (own := match_in(index, whole, mask)).verdict == "verbatim":
        places = tuple(_place(index, t, s) for t, s in zip(own.turns, own.spans, strict=True))
        same = _is_same_occasion(asked, places)
        reason = _REASONS["verbatim"]
        return replace(blank, verdict="verbatim", score=1.0, places=places, is_same_occasion=same, reason=reason)
    near = mask & asked.occasion
    support = supporting(index, whole.words, near) if near.any() else None
    if support is None or support.score < SUPPORTED:
        wider = supporting(index, whole.words, mask)
        support = wider if wider is not None and wider.score >= _SUPPORTED_ELSEWHERE else support
    if support is None or support.score < SUPPORTED:
        return _unfound(speaking, near, support)
    return _supported(asked, blank, whole, support)


_MIN_OWN_WORDS = 4  # fewer words without marks are common property


def _supported(asked: _Asked, blank: Check, whole: Quoted, support: Support) -> Check:
    text = asked.index.text(support.turn)
    places = tuple(_place(asked.index, support.turn, span) for span in support.spans)
    theirs = [word.form for span in support.spans for word in words_of(text, span)]
    recorded = " ".join(" ".join(span.of(text).split()) for span in support.spans)
    said = whole.side.written(Span(0, len(whole.words)))
    found = []
    is_short = len(theirs) <= _TURNING * len(whole.words)
    if is_short and turns_round(whole.forms, theirs):
        found.append(Difference(kind="negation", said=said, recorded=recorded))
    missing = numbers_in(whole.forms) - numbers_in(theirs)
    # "3.5 million" is "three and a half million": only figures can be held against figures.
    has_figures = any(form[0].isdigit() for form in theirs)
    if any(form[0].isdigit() for form in missing) and has_figures:
        found.append(Difference(kind="number", said=", ".join(sorted(missing)), recorded=recorded))
    return replace(
        blank,
        verdict="altered" if found else "paraphrased",
        score=round(support.score, 4),
        places=places,
        differences=tuple(found),
        reason="a paraphrase that turns round or counts otherwise" if found else "supported by these sentences",
        is_same_occasion=_is_same_occasion(asked, places),
    )


_TURNING = 2  # in sentences longer than that, a negation may belong to something else


def _unfound(speaking: _Speaking, near: Mask, support: Support | None) -> Check:
    blank, actors = speaking.blank, speaking.actors
    score = round(support.score, 4) if support else 0.0
    if speaking.statement.basis in _NOT_SAID:
        return replace(blank, score=score, reason=f"the text gives it as {speaking.statement.basis}, not as said")
    if not near.any():
        return replace(blank, score=score, reason=f"the records of {_named(actors)} are of other days")
    return replace(
        blank, verdict="not_found", score=score, reason=f"{_named(actors)} speaks there, but not these words"
    )


def _elsewhere(asked: _Asked, blank: Check, pieces: Sequence[Quoted]) -> Check:
    """Out of scope, with the place where anybody says the quoted words, if somebody does."""
    for piece in pieces:
        match = match_elsewhere(asked.index, piece, asked.settled)
        if match is not None and match.verdict == "verbatim":
            place = _place(asked.index, match.turns[0], match.spans[0])
            same = _is_same_occasion(asked, [place])
            who = speaker_name(asked.index, match.turns[0])
            reason = f"{blank.reason}; the words are those of {who}"
            return replace(blank, places=(place,), is_same_occasion=same, reason=reason)
    return blank


def _place(index: RecordIndex, turn: int, span: Span) -> Place:
    record, number = index.turns[turn]
    return Place(record=record, turn=number, span=span, actors=index.turn(turn).actors)


def _is_same_occasion(asked: _Asked, places: Sequence[Place]) -> bool | None:
    dates = [asked.index.records[place.record].document.published for place in places]
    return all(is_same_occasion(asked.analysis.document.published, d) for d in dates) if places else None


def speaker_name(index: RecordIndex, turn: int) -> str:
    """Who speaks in a turn, as people are told: the actors' names, else the label as written."""
    who = index.turn(turn)
    names = [actor.name for actor in who.actors if actor != UNNAMED]
    return " + ".join(names[:3]) or {"question": "somebody who asks", "host": "the host"}.get(who.role, who.who)


def _named(actors: Sequence[Actor]) -> str:
    return " + ".join(actor.name for actor in actors[:3])
