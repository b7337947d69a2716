"""The brief as plain data: how each text says it knows, before anything is drawn.

What a page or a screen shows is decided here, in frozen values; `terminal` only lays it out. The JSON form follows
docs/record.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from standoff.report.actor_lines import ActorList
from standoff.report.actors import actor_list
from standoff.report.actors_json import brief_actors_json
from standoff.report.against import Against, against_json, selected_against
from standoff.report.coded_json import acts_json, effects_json, norms_json, outlook_json, voice_json
from standoff.report.comparison_json import comparison_json
from standoff.report.matter import Matter, matter_from_analyses
from standoff.report.own_voice import OwnVoice, own_voice
from standoff.report.selection import ALL, Selection, select
from standoff.report.span_json import Json, sentence_json
from standoff.report.speakers import Speakers, speakers_from_analyses
from standoff.report.tally import Tally
from standoff.spans import Span, merge_spans
from standoff.values import BASES, QUOTES, Analysis, Sentence, Statement, sentences_held, sentences_touched
from standoff.values.comparison import Comparison

SCHEMA = "standoff-brief/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBrief:
    """How one text says it knows.

    `by_basis` and `by_quote` hold every category in the codebook's order, zeros included. Every sentence is counted
    once: it holds (part of) a statement, or is front matter (title, byline, date), or is the writer's own voice.
    `disclaimers` are the sentences by which the text speaks of all its attributions; `speakers` who speaks in it;
    `voice` what the writer does in their own; `matter` what the statements come to.
    """

    analysis: Analysis
    by_basis: tuple[Tally, ...]
    by_quote: tuple[Tally, ...]
    disclaimers: tuple[Sentence, ...]
    own_voice: tuple[Sentence, ...]
    voice: OwnVoice
    n_with_statement: int
    n_front: int
    speakers: Speakers
    matter: Matter

    @property
    def n_statements(self) -> int:
        """How many statements the text holds, nested ones included."""
        return len(self.analysis.statements)

    @property
    def n_sentences(self) -> int:
        """How many sentences the text has, front matter included."""
        return len(self.analysis.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All documents in the order in which they were given; all else is of all of them together.

    `names` are those of the codebook's issues and norms by their keys; a key that has none is shown itself.
    `comparison` is `None` where the documents were not held against one another, `against` where they are not both
    coverage and records; `selection` says what was asked for, and `n_left_out` how many statements were therefore left
    out.
    """

    documents: tuple[DocumentBrief, ...]
    actors: ActorList
    speakers: Speakers
    matter: Matter
    names: Mapping[str, str] = field(default_factory=dict)
    comparison: Comparison | None = None
    selection: Selection = ALL
    n_left_out: int = 0
    against: Against | None = None


def brief_from_analyses(
    analyses: Iterable[Analysis],
    names: Mapping[str, str] | None = None,
    comparison: Comparison | None = None,
    selection: Selection = ALL,
    against: Against | None = None,
) -> Brief:
    """The brief on all documents, in their order; `names` are those of the codebook's categories by their keys.

    `against` is their coverage held against their records, of which what is asked for stays.

    Raises: UsageError when the selection asks for an actor whom nobody, or more than one, is.
    """
    whole = tuple(analyses)
    selected = select(whole, comparison, selection)
    known = selected.analyses
    actors = actor_list(known)
    return Brief(
        documents=tuple(document_brief(one, held) for one, held in zip(known, whole, strict=True)),
        actors=actors,
        speakers=speakers_from_analyses(known, actors.same),
        matter=matter_from_analyses(known, actors.same),
        names=names or {},
        comparison=selected.comparison,
        selection=selection,
        n_left_out=selected.n_left_out,
        against=selected_against(against, known, selection) if against else None,
    )


def document_brief(analysis: Analysis, whole: Analysis | None = None) -> DocumentBrief:
    """The counts and lists that say how one text knows; `whole` is the analysis with the statements left out."""
    holding = sentences_held(analysis.sentences, (whole or analysis).statements)
    front = _front_sentences(analysis) - holding
    own = tuple(s for s in analysis.sentences if s.index not in holding | front)
    basis = Counter(s.basis for s in analysis.statements)
    quote = Counter(s.quote for s in analysis.statements)
    return DocumentBrief(
        analysis=analysis,
        by_basis=tuple(Tally(name, basis[name]) for name in BASES),
        by_quote=tuple(Tally(name, quote[name]) for name in QUOTES),
        disclaimers=tuple(Sentence(index=_sentence_at(analysis, d), span=d) for d in analysis.disclaimers),
        own_voice=own,
        voice=own_voice(analysis, own),
        n_with_statement=len(holding),
        n_front=len(front),
        speakers=speakers_from_analyses([analysis]),
        matter=matter_from_analyses([analysis]),
    )


def brief_json(brief: Brief, record: Callable[[Analysis, Statement], Json]) -> Json:
    """The brief as one JSON object (docs/record.md); `record` writes one statement."""
    documents, matter = brief.documents, brief.matter
    between = comparison_json(brief.comparison or Comparison(), (d.analysis.document for d in documents))
    networks = between.pop("networks")
    return {
        "schema": SCHEMA,
        "selection": {**asdict(brief.selection), "n_left_out": brief.n_left_out},
        "documents": [_document_json(d) for d in documents],
        "statements": [record(d.analysis, s) for d in documents for s in d.analysis.statements],
        "voice": [item for d in documents for item in voice_json(d.voice, d.analysis.document)],
        "actors": brief_actors_json(brief.actors, acts_json(matter.positions)),
        **between,
        **against_json(brief.against),
        "outlook": outlook_json(matter.outlook),
        "norms": norms_json(matter.norms),
        "consequences": effects_json(matter.effects),
        "networks": networks,
    }


def _document_json(brief: DocumentBrief) -> Json:
    document = brief.analysis.document
    return {
        "doc_id": document.doc_id,
        "path": document.path,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "author": document.author,
        "n_statements": brief.n_statements,
        "n_sentences": brief.n_sentences,
        "n_with_statement": brief.n_with_statement,
        "n_front": brief.n_front,
        "n_own_voice": len(brief.own_voice),
        "voice": {tally.name: tally.n for tally in brief.voice.by_label},
        "basis": {tally.name: tally.n for tally in brief.by_basis},
        "quote": {tally.name: tally.n for tally in brief.by_quote},
        "disclaimers": [sentence_json(s, document.text) for s in brief.disclaimers],
    }


def _front_sentences(analysis: Analysis) -> frozenset[int]:
    """The indices of the sentences of which nothing but marks and white space lies outside front matter."""
    front = merge_spans(f.span for f in analysis.document.front)
    touched = sentences_touched(analysis.sentences, front)
    text = analysis.document.text
    return frozenset(s.index for s in analysis.sentences if s.index in touched and not _has_body(text, s.span, front))


def _has_body(text: str, span: Span, front: Sequence[Span]) -> bool:
    """Whether a letter or digit of `span` lies in no piece of `front`."""
    at = span.start
    for piece in front:
        if any(c.isalnum() for c in text[at : min(piece.start, span.end)]):
            return True
        at = max(at, piece.end)
    return any(c.isalnum() for c in text[at : span.end])


def _sentence_at(analysis: Analysis, span: Span) -> int:
    """The index of the sentence in which `span` starts."""
    starts = [s.span.start for s in analysis.sentences]
    return analysis.sentences[max(0, bisect_right(starts, span.start) - 1)].index if starts else 0
