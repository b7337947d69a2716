"""How well names are found and told apart by kind: CrossNER politics, re3d.

Where the corpus leaves open which of several kinds a name has, it has the kind of the predicted name that overlaps it
best, if that is one of them, else the first of them. Per kind then, as for the roles of a statement:

- *exact*: the same characters and the same kind;
- *overlap*: the same kind and `LEAST_OVERLAP` or more in common, one to one.

`name` is all kinds together; a kind that no text has is not shown by itself. Predicted names of kinds that a corpus
never marks are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from standoff.evaluate.counts import Counts
from standoff.evaluate.figures import Report, Sums, prf_figures
from standoff.evaluate.iob import CROSSNER, read_iob
from standoff.evaluate.named import GoldName, NamedText
from standoff.evaluate.re3d import FILES, read_re3d
from standoff.evaluate.scores import corpus_sha256
from standoff.evaluate.spans import LEAST_OVERLAP, matches, overlap
from standoff.spans import Span
from standoff.values import MENTION_KINDS, Document, Mention, MentionKind

FindNames = Callable[[Document], Sequence[Mention]]
"""Gives the names in one document; spans point into `document.text`."""

KindSpans = dict[MentionKind, list[Span]]


def evaluate_entities(paths: Sequence[Path | str], find: FindNames) -> Report:
    """How well `find` does on IOB files of CrossNER politics and folders of re3d, taken together.

    Intervals draw whole documents; an IOB file has none, so there they draw sentences.

    Raises: UsageError when something cannot be read, GoldError when it is not valid.
    """
    corpora = [Path(path) for path in paths]
    texts = [text for path in corpora for text in _texts(path)]
    counted = [name_counts(text, find(Document.from_text(text.text, path=text.name))) for text in texts]
    sums = Sums(counted)
    kinds = [kind for kind in MENTION_KINDS if any(counts[f"{kind}.exact.gold"] for counts in counted)]
    names = [f"{kind}.{rule}" for kind in (*kinds, "name") for rule in ("exact", "overlap")]
    return Report(
        corpus="entities " + " + ".join(path.resolve().name for path in corpora),
        sha256=corpus_sha256(file for path in corpora for file in _files(path)),
        n_documents=len(texts),
        n_gold=sum(counts["name.exact.gold"] for counts in counted),
        n_predicted=sum(counts["name.exact.predicted"] for counts in counted),
        figures=tuple(figure for name in names for figure in prf_figures(sums, name)),
    )


def _texts(path: Path) -> tuple[NamedText, ...]:
    return read_re3d(path) if path.is_dir() else read_iob(path, CROSSNER)


def _files(path: Path) -> tuple[Path, ...]:
    return tuple(path / name for name in FILES) if path.is_dir() else (path,)


def name_counts(text: NamedText, found: Sequence[Mention]) -> Counts:
    """Counts of one text's names by kind, exact and by overlap, and of all kinds together."""
    marked = [mention for mention in found if mention.kind not in text.unmarked]
    predicted = _by_kind([mention.span for mention in marked], [mention.kind for mention in marked])
    gold = _by_kind([name.span for name in text.names], [settled_kind(name, marked) for name in text.names])
    counts: Counts = Counter()
    for kind in MENTION_KINDS:
        p, g = predicted[kind], gold[kind]
        right = {"exact": len(set(p) & set(g)), "overlap": len(matches([[s] for s in p], [[s] for s in g]))}
        for name in (kind, "name"):
            for rule, n_right in right.items():
                counts[f"{name}.{rule}.right"] += n_right
                counts[f"{name}.{rule}.predicted"] += len(p)
                counts[f"{name}.{rule}.gold"] += len(g)
    return counts


def _by_kind(spans: Sequence[Span], kinds: Sequence[MentionKind]) -> KindSpans:
    """The spans of each kind, in order."""
    return {kind: [s for s, k in zip(spans, kinds, strict=True) if k == kind] for kind in MENTION_KINDS}


def settled_kind(name: GoldName, found: Sequence[Mention]) -> MentionKind:
    """The kind that a marked name is taken to have beside what was found."""
    best = max(found, key=lambda mention: overlap([mention.span], [name.span]), default=None)
    is_near = best is not None and overlap([best.span], [name.span]) >= LEAST_OVERLAP
    return best.kind if best is not None and is_near and best.kind in name.kinds else name.kinds[0]
