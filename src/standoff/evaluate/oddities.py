"""What merely looks odd in an annotated document: worth a second look, often right.

Each rule gives oddities for one document; `RULES` is the list that `check` runs, in order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from standoff.evaluate.faults import DOCUMENT_KEYS, STATEMENT_KEYS, Fault
from standoff.evaluate.gold import GoldDocument, GoldStatement
from standoff.evaluate.sentences import sentence_spans
from standoff.marks import Quotation, quotations
from standoff.spans import Span, merge_spans, strip_span

Rule = Callable[[GoldDocument], Iterator[Fault]]

_SHOWN_CHARS = 60
# Marks and spaces that say nothing about whether the words beside them are quoted.
_BESIDE_WORDS = " \t\n\u00a0\"'“”‘’«»„‹›.,;:!?…–—()[]"


def unknown_keys(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """Keys of a document and of its statements that no reader knows, such as a misspelt one."""
    places = [
        ("", raw, DOCUMENT_KEYS),
        *((f"statements[{i}].", s, STATEMENT_KEYS) for i, s in enumerate(raw["statements"])),
    ]
    for prefix, values, known in places:
        for key in values:
            if key not in known:
                yield Fault(prefix + key, f"unknown key, which nothing reads; known: {', '.join(known)}")


def untrimmed_spans(document: GoldDocument) -> Iterator[Fault]:
    """Spans that begin or end with white space."""
    for key, statement in _keyed(document):
        for name, span in _named_spans(statement):
            if strip_span(document.text, span) != span:
                yield Fault(f"{key}.{name}", f"{_shown(document, span)} begins or ends with white space")


def crossing_roles(document: GoldDocument) -> Iterator[Fault]:
    """Roles of one statement that share characters; a source inside its cue ("in her view") is as it should be."""
    for key, statement in _keyed(document):
        source, cue = statement.source, statement.cue
        if source and cue and source.overlaps(cue) and not cue.covers(source):
            yield Fault(f"{key}.source", f"{_shown(document, source)} shares characters with the cue")
        for i, content in enumerate(statement.content):
            crossed = [name for name, span in (("source", source), ("cue", cue)) if span and span.overlaps(content)]
            if crossed:
                where = " and ".join(crossed)
                yield Fault(f"{key}.content[{i}]", f"{_shown(document, content)} shares characters with the {where}")


def content_out_of_order(document: GoldDocument) -> Iterator[Fault]:
    """Contents whose pieces overlap or are not in the order of the text."""
    for key, statement in _keyed(document):
        pairs = zip(statement.content, statement.content[1:], strict=False)
        if any(before.end > after.start for before, after in pairs):
            yield Fault(f"{key}.content", "its pieces overlap or are not in the order of the text")


def content_missing(document: GoldDocument) -> Iterator[Fault]:
    """Statements without content whose quote type says that there is some."""
    for key, statement in _keyed(document):
        if not statement.content and statement.quote != "none":
            yield Fault(f"{key}.quote", f"{statement.quote!r} though the content is empty; 'none' is expected")


def basis_against_quote(document: GoldDocument) -> Iterator[Fault]:
    """Statements said to be in the source's own words without any of them in quotation."""
    for key, statement in _keyed(document):
        if statement.basis == "quoted" and statement.quote in ("indirect", "none"):
            yield Fault(f"{key}.basis", f"'quoted' with quote type {statement.quote!r}; no words are quoted")


def quote_against_marks(document: GoldDocument) -> Iterator[Fault]:
    """Statements whose quote type is not what the quotation marks in the text say."""
    marks = quotations(document.text)
    sentences = sentence_spans(document.text)
    for key, statement in _keyed(document):
        allowed = quotes_by_marks(document, statement, marks, sentences)
        if statement.content and statement.quote not in allowed:
            told = " or ".join(repr(x) for x in allowed)
            shown = _shown(document, statement.content[0])
            yield Fault(f"{key}.quote", f"{statement.quote!r} where the marks say {told}: {shown}")


def quotes_by_marks(
    document: GoldDocument, statement: GoldStatement, marks: Sequence[Quotation], sentences: Sequence[Span]
) -> tuple[str, ...]:
    """The quote types that fit a statement, by the marks around its content and what the codebook lets pass.

    `mixed` passes where a quoted label is the whole content, which leaves the basis as it is; `direct` for words given
    in full without marks, as in an interview; `indirect` and `none` where the marks are those of a nested statement.
    """
    share = _quoted_share(document.text, statement, marks)
    if share == 1.0:
        return ("direct",) if statement.basis == "quoted" else ("direct", "mixed")
    unquoted = ("indirect", "none") if not share or _holds_another(document, statement) else ()
    in_full = all(_is_whole_sentences(document.text, piece, sentences) for piece in statement.content)
    return (*(("mixed",) if share else ()), *unquoted, *(("direct",) if in_full else ()))


def _quoted_share(text: str, statement: GoldStatement, marks: Sequence[Quotation]) -> float:
    """The share of the content's words that stand in marks of its own; marks around the cue are someone else's."""
    cue = statement.cue or Span(0, 0)
    own = merge_spans(q.span for q in marks if not q.span.overlaps(cue))
    words = [i for piece in statement.content for i in range(*piece) if text[i] not in _BESIDE_WORDS]
    inside = sum(any(q.start <= i < q.end for q in own) for i in words)
    return inside / len(words) if words else 0.0


def _holds_another(document: GoldDocument, statement: GoldStatement) -> bool:
    """Whether another statement's cue stands in this one's content, as where a medium relays what somebody said."""
    cues = [other.cue for other in document.statements if other.cue and other.cue != statement.cue]
    return any(piece.covers(cue) for piece in statement.content for cue in cues)


def _is_whole_sentences(text: str, piece: Span, sentences: Sequence[Span]) -> bool:
    """Whether the piece begins where a sentence does, or behind a label such as "Q:", and ends where one does."""
    first = next((s for s in sentences if s.start <= piece.start < s.end), None)
    label = text[first.start : piece.start].rstrip() if first else ""
    starts = first is not None and (not label or label.endswith((":", "]")))
    return starts and any(sentence.end - 1 <= piece.end <= sentence.end for sentence in sentences)


def sentences_unaccounted(document: GoldDocument) -> Iterator[Fault]:
    """Sentences that no statement touches and no label of the author's voice; none where the file labels no voice."""
    if document.voice is None:
        return
    spans = [span for s in document.statements for _, span in _named_spans(s)] + [v.span for v in document.voice]
    for i, sentence in enumerate(sentence_spans(document.text)):
        if not any(span.overlaps(sentence) for span in spans):
            yield Fault(f"sentence {i}", f"neither a statement nor a voice label: {_shown(document, sentence)}")


def sentence_numbers(document: GoldDocument) -> Iterator[Fault]:
    """The first statement whose sentence number is not that of its cue; those behind it tend to be shifted likewise."""
    sentences = sentence_spans(document.text)
    for key, statement in _keyed(document):
        at = (statement.cue or statement.content[0]).start
        expected = next((i for i, s in enumerate(sentences) if at < s.end), len(sentences) - 1)
        if statement.sentence != expected:
            shown = _shown(document, sentences[expected])
            yield Fault(f"{key}.sentence", f"{statement.sentence} where the cue stands in sentence {expected}: {shown}")
            return


def repeated_statements(document: GoldDocument) -> Iterator[Fault]:
    """Statements with the source, cue and content of an earlier one."""
    seen: Counter[object] = Counter()
    for key, statement in _keyed(document):
        same = (statement.source, statement.cue, statement.content)
        if seen[same]:
            yield Fault(key, "has the source, cue and content of an earlier statement; remove one")
        seen[same] += 1


RULES: tuple[Rule, ...] = (
    untrimmed_spans,
    crossing_roles,
    content_out_of_order,
    content_missing,
    basis_against_quote,
    quote_against_marks,
    sentence_numbers,
    sentences_unaccounted,
    repeated_statements,
)


def _keyed(document: GoldDocument) -> Iterator[tuple[str, GoldStatement]]:
    """The statements with the key that names each in the file."""
    return ((f"statements[{i}]", statement) for i, statement in enumerate(document.statements))


def _named_spans(statement: GoldStatement) -> Iterator[tuple[str, Span]]:
    """Every span of a statement with the key that names it."""
    for name, span in (("source", statement.source), ("cue", statement.cue), ("addressee", statement.addressee)):
        if span is not None:
            yield name, span
    for name, spans in (("content", statement.content), ("targets", statement.targets)):
        yield from ((f"{name}[{i}]", span) for i, span in enumerate(spans))


def _shown(document: GoldDocument, span: Span) -> str:
    """The words of a span as one short line."""
    words = " ".join(span.of(document.text).split())
    return repr(words if len(words) <= _SHOWN_CHARS else words[: _SHOWN_CHARS - 1] + "…")
