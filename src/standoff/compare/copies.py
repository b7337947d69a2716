"""Documents that repeat one another: the same text, nearly the same, a passage taken over, a rewrite.

In the order of their dates each document is compared with the few earlier ones that a cheap step finds (signatures of
word sequences, uncommon words in common), so that the cost grows with the number of documents and their sorting. Each
has at most one original as a whole, the earlier document that it has most of; passages may come from several.
What it is not: a judge of who was first. Where the dates do not tell, the order of input does, and `is_dated` says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from standoff.compare.order import words_in_order
from standoff.compare.rare import RareIndex
from standoff.compare.rewrites import NONE_ALIGNED, Alignment, Lines, align, lines_of
from standoff.compare.runs import MIN_RUN_WORDS, Run, common_runs, passages, share_taken
from standoff.compare.shingles import Body, Hashes, body_of, n_common, shingles
from standoff.compare.signatures import NearIndex
from standoff.values import Analysis
from standoff.values.comparison import Copy, CopyKind, Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOptions:
    """What counts as a copy, shares 0-1 of the later document.

    `min_near`: of its words, in runs of four and more, for "near" (the two rewrites of the development texts have 0.43
    and 0.52, other pairs at most 0.12); or else `min_in_order`: of its words that stand once, those in the same order
    (0.48 and 0.55, others at most 0.11). `min_rewrite`: of its sentences that can be aligned, for "rewrite", and
    `min_sentences` how many: fewer will do where many words are the same. `min_passage_words`: its own words, outside
    quotation marks, in a passage. `min_jaccard`: of word sequences, for being compared as near duplicates at all.
    `n_neighbours`: how many earlier documents each is compared with, for each of the two ways to find them.
    """

    min_near: float = 0.6
    min_in_order: float = 0.4
    min_rewrite: float = 0.6
    min_sentences: int = 8
    min_passage_words: int = 30
    min_jaccard: float = 0.5
    n_neighbours: int = 8


DEFAULT = CopyOptions()
# A rewrite goes through the original in its order. Where much of the wording is kept too, fewer sentences and a smaller
# share of them will do. Found on eleven topics of ECB+; of the rewrites then found in fifteen others a look at two
# sentences of each showed a common source in nearly all.
_MIN_ORDER = 0.8
_MUCH_TAKEN, _FEW_SENTENCES, _FEWER_ALIGNED = 0.4, 5, 0.5
# The share of its different words, little words too, that one has from the other: of the two rewrites 0.69 and 0.77, of
# other pairs 0.39 in the median; only a way to look at fewer.
_MIN_COMMON = 0.4
# Fewer words are in one order by chance.
_MIN_KEPT = 40
# A text many times as long as another may well hold its sentences without being its original.
_MAX_TIMES = 5
# A copy as close as this has nothing to copy from that its original has not.
_ALL_BUT_SAME = 0.9
# Of a text that is nearly all quotation, a transcript, the quoted words count as its own.
_MIN_OWN = 0.25
# What is shown of a whole copy: shorter passages than those that would make one by themselves.
_MIN_SHOWN_WORDS = 8


@dataclass(frozen=True, slots=True, eq=False)
class _Text:
    """A document as it is compared: its words, its sentences, the sets of its words and word sequences."""

    doc_id: str
    published: str | None
    body: Body
    lines: Lines
    words: Hashes
    grams: Hashes


@dataclass(frozen=True, slots=True)
class _Match:
    """What a later document has in common with an earlier one."""

    first: _Text
    second: _Text
    runs: tuple[Run, ...]
    alignment: Alignment


def find_copies(analyses: Sequence[Analysis], options: CopyOptions = DEFAULT) -> tuple[Copy, ...]:
    """The copies among some documents, in the order of the copies' dates; of each, the whole first, then passages.

    Undated documents count as later than all dated ones, in the order of input. Documents with one id are one: their
    texts are equal to the letter.
    """
    unique = {analysis.document.doc_id: analysis for analysis in reversed(analyses)}
    ordered = sorted((unique[d] for d in dict.fromkeys(a.document.doc_id for a in analyses)), key=_date_key)
    texts = [_text(analysis) for analysis in ordered]
    first_with = _first_with_same_words(texts)
    distinct = [i for i, first in enumerate(first_with) if first == i]
    found = dict(zip(distinct, _compared([texts[i] for i in distinct], options), strict=True))
    copies: list[Copy] = []
    for i, text in enumerate(texts):
        copies += found[i] if i in found else (_same(texts[first_with[i]], text),)
    return tuple(copies)


def _compared(texts: Sequence[_Text], options: CopyOptions) -> Iterator[tuple[Copy, ...]]:
    """For each of some texts, no two of which are the same, what it has from those before it."""
    near = NearIndex(options.min_jaccard)
    rare = RareIndex([np.union1d(text.grams, text.words) for text in texts])
    for i, text in enumerate(texts):
        others = near.candidates(i, text.grams)[: options.n_neighbours]
        candidates = dict.fromkeys([*others, *rare.candidates(i, options.n_neighbours)])
        copies = _copies_of(text, [texts[j] for j in sorted(candidates)], options)
        if not any(copy.kind != "passage" and copy.score >= _ALL_BUT_SAME for copy in copies):
            near.add(i)
        yield copies


def _copies_of(text: _Text, earlier: Sequence[_Text], options: CopyOptions) -> tuple[Copy, ...]:
    """What a document has from earlier ones, given in order: the best original of the whole, or else passages."""
    matches = [_match(first, text) for first in earlier]
    whole = [(share_taken(match.runs, text.body), copy) for match in matches if (copy := _whole(match, options))]
    if not whole:
        return tuple(_passages(matches, options))
    # By the words taken over, which all kinds have; of equals the first.
    return (max(whole, key=lambda found: (found[0], found[1].score))[1],)


def _match(first: _Text, second: _Text) -> _Match:
    """Looks closer, where the sets of what is in both say that there is anything to find."""
    runs = common_runs(first.body, second.body) if n_common(first.grams, second.grams) else ()
    sizes = len(first.lines), len(second.lines)
    is_near = n_common(first.words, second.words) >= _MIN_COMMON * min(len(first.words), len(second.words))
    may_align = is_near and max(sizes) <= _MAX_TIMES * min(sizes)
    return _Match(first, second, runs, align(first.lines, second.lines) if may_align else NONE_ALIGNED)


def _whole(match: _Match, options: CopyOptions) -> Copy | None:
    """The copy where one document repeats another as a whole, in its words or by its sentences."""
    body, alignment = match.second.body, match.alignment
    taken = share_taken(match.runs, body)
    own = share_taken(match.runs, body, own=True) if body.is_own.mean() >= _MIN_OWN else taken
    if min(taken, own) >= options.min_near:
        chains = passages(match.runs, body, _MIN_SHOWN_WORDS)
        return _copy(match, "near", taken, [_shared(match, chain) for chain in chains])
    if _is_rewrite(alignment, taken, options):
        return _copy(match, "rewrite", alignment.share, alignment.pairs)
    kept = words_in_order(match.first.body, body)
    if kept.n_words >= _MIN_KEPT and kept.share >= options.min_in_order:
        return _copy(match, "near", kept.share, alignment.pairs)
    return None


def _is_rewrite(alignment: Alignment, taken: float, options: CopyOptions) -> bool:
    """Whether the sentences aligned are many and ordered enough, or so many words are the same, that no two reporters
    would have written them. A short report of a simple event has few things to say and one order to say them in.
    """
    n = len(alignment.pairs)
    if taken >= _MUCH_TAKEN and n >= _FEW_SENTENCES and alignment.share >= _FEWER_ALIGNED:
        return True
    return n >= options.min_sentences and alignment.share >= options.min_rewrite and alignment.order >= _MIN_ORDER


def _passages(matches: Sequence[_Match], options: CopyOptions) -> Iterator[Copy]:
    """The passages that a document took over, each from the first document that has it."""
    if not matches:
        return
    left = matches[0].second.body.is_own.copy()
    for match in matches:
        chains = []
        for chain in passages(match.runs, match.second.body, options.min_passage_words):
            words = slice(chain[0].second, chain[-1].second + chain[-1].n_words)
            if left[words].sum() >= options.min_passage_words:
                chains.append(chain)
                left[words] = False
        if chains:
            taken = share_taken((run for chain in chains for run in chain), match.second.body)
            yield _copy(match, "passage", taken, [_shared(match, chain) for chain in chains])


def _shared(match: _Match, chain: Sequence[Run]) -> Shared:
    """A passage in both documents; its score is the share of its words in the later one that were taken over."""
    start, end = chain[0], chain[-1]
    first = match.first.body.span(start.first, end.first + end.n_words - 1)
    second = match.second.body.span(start.second, end.second + end.n_words - 1)
    n_taken = sum(run.n_words for run in chain)
    return Shared(first=first, second=second, score=round(n_taken / (end.second + end.n_words - start.second), 4))


def _same(first: _Text, second: _Text) -> Copy:
    """The copy of a text with the very same words."""
    ends = [text.body.span(0, len(text.body) - 1) for text in (first, second)]
    shared = (Shared(first=ends[0], second=ends[1], score=1.0),)
    is_dated = _is_dated(first, second)
    return Copy(original=first.doc_id, copy=second.doc_id, kind="same", score=1.0, is_dated=is_dated, shared=shared)


def _copy(match: _Match, kind: CopyKind, score: float, shared: Sequence[Shared]) -> Copy:
    first, second = match.first, match.second
    return Copy(
        original=first.doc_id,
        copy=second.doc_id,
        kind=kind,
        score=round(score, 4),
        is_dated=_is_dated(first, second),
        shared=tuple(shared),
    )


def _text(analysis: Analysis) -> _Text:
    body = body_of(analysis.document)
    published = analysis.document.published
    return _Text(
        doc_id=analysis.document.doc_id,
        published=published[:10] if published else None,  # the day: hours are not always given
        body=body,
        lines=lines_of(analysis, body),
        words=np.unique(body.hashes),
        grams=np.unique(shingles(body.hashes, MIN_RUN_WORDS)),
    )


def _first_with_same_words(texts: Sequence[_Text]) -> tuple[int, ...]:
    """For each text the place of the first one with the very same words; its own where it has none."""
    first: dict[object, int] = {}
    return tuple(first.setdefault(text.body.hashes.tobytes() or i, i) for i, text in enumerate(texts))


def _date_key(analysis: Analysis) -> tuple[bool, str]:
    """Sorts by day, what is undated last."""
    published = analysis.document.published
    return published is None, (published or "")[:10]


def _is_dated(first: _Text, second: _Text) -> bool:
    """Whether the dates tell which of two came first."""
    return None not in (first.published, second.published) and first.published != second.published
