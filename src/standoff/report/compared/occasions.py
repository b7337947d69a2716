"""What happened: the stories and meetings that the documents are about, and which document repeats which."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from standoff.report.brief import Brief
from standoff.report.compared.words import actor_name, clipped, document_title, sentence_anchor
from standoff.report.doubles import Double, doubles_in
from standoff.spans import Span
from standoff.values import Basis, Document
from standoff.values.comparison import Comparison, Copy, CopyKind, Evidence, Meeting, Participant

COPY_WORDS: Mapping[CopyKind, str] = {
    "same": "is the same text as",
    "near": "takes nearly all from",
    "passage": "repeats passages of",
    "rewrite": "rewrites",
}

_N_SHARED = 5
_SHARED_CHARS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document, by its number, its title and the anchor of its part of the page."""

    n: int
    title: str

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"d-{self.n}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Where a fact stands: the document, the words, and how that text knows (`None`: in the writer's voice).

    `pin` says where in few letters: "2:14i" is document 2, sentence 14, inferred.
    """

    source: Source
    anchor: str
    pin: str
    words: str
    basis: Basis | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A participant, and where that is said."""

    name: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One story with its documents; `forum`, `place` and `date` are empty where no text tells them.

    `actors` are whom most of the documents name; `n_members` counts the forum's members on that date; `byline` is the
    author of all of them, empty where there are several or none is told.
    """

    sources: tuple[Source, ...]
    actors: str
    is_meeting: bool
    forum: str = ""
    place: str = ""
    date: str = ""
    guests: tuple[Guest, ...] = ()
    proofs: tuple[Proof, ...] = ()
    n_members: int = 0
    byline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A document that repeats another: `words` say how, `pairs` hold the words of both.

    `share` says how much of the copy, not of the original, stands in the other; empty where it is the whole text.
    """

    copy: Source
    original: Source
    words: str
    share: str
    is_dated: bool
    pairs: tuple[tuple[str, str], ...]
    n_more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The documents by their ids, each with its number on the page and the starts of its sentences.

    `doubles` are those that have the text, and so the id, of another.
    """

    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    starts: Mapping[str, Sequence[int]]
    doubles: tuple[Repeat, ...] = ()

    def anchor(self, evidence: Evidence) -> str:
        """The anchor of the sentence in which the words of the evidence begin."""
        return sentence_anchor(self.sources[evidence.doc_id].n, self._index(evidence))

    def pin(self, evidence: Evidence) -> str:
        """The sentence in few letters, as those of the statements."""
        document = f"{self.sources[evidence.doc_id].n}:" if len(self.sources) > 1 else ""
        return f"{document}{self._index(evidence) + 1}{evidence.basis[0] if evidence.basis else ''}"

    def byline(self, doc_ids: Sequence[str]) -> str:
        """The author of several documents, empty where they have not one and the same."""
        authors = {self.documents[one].author for one in doc_ids if one in self.documents}
        author = authors.pop() if len(authors) == 1 and len(doc_ids) > 1 else None
        return clipped(author, 80) if author else ""

    def _index(self, evidence: Evidence) -> int:
        return max(0, bisect_right(self.starts[evidence.doc_id], evidence.span.start) - 1)


def library_from_brief(brief: Brief) -> Library:
    """The documents of the brief; one given twice has its first number."""
    analyses = [document.analysis for document in brief.documents]
    documents = [analysis.document for analysis in analyses]
    sources: dict[str, Source] = {}
    for n, document in enumerate(documents, start=1):
        sources.setdefault(document.doc_id, Source(n=n, title=document_title(document)))
    return Library(
        documents={document.doc_id: document for document in documents},
        sources=sources,
        starts={a.document.doc_id: [s.span.start for s in a.sentences] for a in analyses},
        doubles=tuple(_repeat_of_double(double, documents) for double in doubles_in(documents)),
    )


def _repeat_of_double(double: Double, documents: Sequence[Document]) -> Repeat:
    copy, original = (Source(n=n, title=document_title(documents[n - 1])) for n in (double.copy, double.original))
    return Repeat(
        copy=copy,
        original=original,
        words=COPY_WORDS["same"],
        share="",
        is_dated=double.is_dated,
        pairs=(),
        n_more=0,
    )


def occasions_from_comparison(comparison: Comparison, library: Library) -> tuple[Occasion, ...]:
    """The stories, those of most documents first; a story of one document that is no meeting is left out."""
    meetings = {meeting.story_id: meeting for meeting in comparison.meetings}
    stories = sorted(comparison.stories, key=lambda story: -len(story.doc_ids))
    found = []
    for story in stories:
        sources = tuple(library.sources[one] for one in story.doc_ids if one in library.sources)
        actors = ", ".join(map(actor_name, story.actors))
        byline = library.byline(story.doc_ids)
        if meeting := meetings.get(story.story_id):
            found.append(replace(_occasion(meeting, sources, actors, library), byline=byline))
        elif len(sources) > 1:
            found.append(Occasion(sources=sources, actors=actors, is_meeting=False, byline=byline))
    return tuple(found)


def _occasion(meeting: Meeting, sources: tuple[Source, ...], actors: str, library: Library) -> Occasion:
    return Occasion(
        sources=sources,
        actors=actors,
        is_meeting=True,
        forum=actor_name(meeting.forum) if meeting.forum else "",
        place=clipped(meeting.place, 80) if meeting.place else "",
        date=clipped(meeting.date, 40) if meeting.date else "",
        guests=tuple(_guest(guest, library) for guest in meeting.participants),
        proofs=_proofs(meeting.evidence, library),
        n_members=len(meeting.on_roster),
    )


def _guest(participant: Participant, library: Library) -> Guest:
    return Guest(name=actor_name(participant.actor), proofs=_proofs(participant.evidence, library))


def _proofs(evidence: Sequence[Evidence], library: Library) -> tuple[Proof, ...]:
    known = [one for one in evidence if one.doc_id in library.documents]
    return tuple(
        Proof(
            source=library.sources[one.doc_id],
            anchor=library.anchor(one),
            pin=library.pin(one),
            words=_words(library, one.doc_id, one.span),
            basis=one.basis,
        )
        for one in known
    )


def repeats_from_comparison(comparison: Comparison, library: Library) -> tuple[Repeat, ...]:
    """The copies, in the order of the documents that repeat, those among them that are the same text to the letter."""
    known = [copy for copy in comparison.copies if {copy.copy, copy.original} <= library.sources.keys()]
    repeats = [*(_repeat(copy, library) for copy in known), *library.doubles]
    return tuple(sorted(repeats, key=lambda r: (r.copy.n, r.original.n)))


def _repeat(copy: Copy, library: Library) -> Repeat:
    pairs = tuple(
        (_words(library, copy.original, one.first), _words(library, copy.copy, one.second))
        for one in copy.shared[:_N_SHARED]
    )
    return Repeat(
        copy=library.sources[copy.copy],
        original=library.sources[copy.original],
        words=COPY_WORDS[copy.kind],
        share=_share(copy, library.sources[copy.original]),
        is_dated=copy.is_dated,
        pairs=pairs,
        n_more=len(copy.shared) - len(pairs),
    )


def _share(copy: Copy, original: Source) -> str:
    if copy.kind == "same":
        return ""
    parts = "sentences stand in other words" if copy.kind == "rewrite" else "words stand"
    return f"{round(100 * copy.score)} % of its {parts} in document {original.n}"


def _words(library: Library, doc_id: str, span: Span) -> str:
    return clipped(span.of(library.documents[doc_id].text), _SHARED_CHARS)
