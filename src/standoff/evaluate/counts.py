"""What is right, predicted and in the gold, counted document by document.

Every figure is a ratio of sums of these counts, so that intervals come from drawing documents anew and adding up,
without matching anything twice. Keys are `figure.right`, `figure.predicted` and `figure.gold`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from standoff.evaluate.found import Found
from standoff.evaluate.marked import ROLES, Marked, closeness
from standoff.evaluate.spans import LEAST_OVERLAP, joined, matches, overlap, trimmed
from standoff.spans import Span, strip_span

Counts = Counter[str]

FIELDS: tuple[str, ...] = ("basis", "quote", "act")
"""The labels of a statement that are scored where its content was found."""


def role_counts(text: str, predicted: Sequence[Marked], gold: Sequence[Marked]) -> Counts:
    """Counts of the roles, exact and by overlap, and of the relation, of one document."""
    counts: Counts = Counter()
    for role in ROLES:
        p, g = [s.role(role) for s in predicted], [s.role(role) for s in gold]
        exact_p = {trimmed(text, span) for spans in p for span in joined(text, spans)}
        exact_g = {trimmed(text, span) for spans in g for span in joined(text, spans)}
        _add(counts, f"{role}.exact", len(exact_p & exact_g), len(exact_p), len(exact_g))
        _add(counts, f"{role}.overlap", len(matches(p, g)), sum(map(bool, p)), sum(map(bool, g)))
    counts += relation_counts(predicted, gold)
    return counts


def relation_counts(predicted: Sequence[Marked], gold: Sequence[Marked]) -> Counts:
    """Counts of whole relations: the content overlaps, and the source does too or neither has one."""
    p, g = [s.content for s in predicted], [s.content for s in gold]
    pairs = matches(p, g, lambda i, j: closeness(predicted[i], gold[j]))
    right = sum(has_same_source(predicted[i], gold[j]) for i, j in pairs)
    counts: Counts = Counter()
    _add(counts, "relation", right, sum(map(bool, p)), sum(map(bool, g)))
    return counts


def has_same_source(one: Marked, other: Marked) -> bool:
    """Whether the sources overlap, or neither statement has one."""
    if not one.source and not other.source:
        return True
    return overlap(one.source, other.source) >= LEAST_OVERLAP


def field_counts(found: Sequence[Found]) -> Counts:
    """Counts of basis, quote type and act, overall and by label, on the gold statements that were found."""
    counts: Counts = Counter()
    for one in found:
        for field in FIELDS:
            counts += label_counts(field, one.label(field), getattr(one.gold, field))
    return counts


def label_counts(field: str, said: str | None, is_so: str) -> Counts:
    """Counts of one label that was predicted, None where none was, beside the right one."""
    is_right = int(said == is_so)
    counts = Counter({f"{field}.gold": 1, f"{field}.{is_so}.gold": 1})
    if said is not None:
        counts[f"{field}.{said}.predicted"] = 1
    counts.update({f"{field}.right": is_right, f"{field}.{is_so}.right": is_right})
    return counts


def strict_counts(text: str, predicted: Sequence[Marked], gold: Sequence[Marked]) -> Counts:
    """Counts of spans that are the same to the character, by role, as in scoring a sequence labeller.

    The rule that CofeNet's figures for PolNeAR go by (Wang et al., COLING 2022): a span counts when its role and both
    its ends are right; quotation marks, a final stop and "that" belong to it, and each piece of an interrupted span
    stands alone. White space around a span, which no token holds, is left out. This is their rule, not their test:
    they cut and tokenised the articles in their own way and report on another compartment.
    """
    counts: Counts = Counter()
    for role in ROLES:
        p, g = (_raw_spans(text, statements, role) for statements in (predicted, gold))
        _add(counts, f"strict.{role}", len(p & g), len(p), len(g))
    return counts


def _raw_spans(text: str, statements: Sequence[Marked], role: str) -> set[Span]:
    """The pieces of a role as they are marked, but for white space around them."""
    return {strip_span(text, span) for s in statements for span in s.role(role)}


def _add(counts: Counts, name: str, right: int, predicted: int, gold: int) -> None:
    """Adds one figure's three counts."""
    counts[f"{name}.right"] += right
    counts[f"{name}.predicted"] += predicted
    counts[f"{name}.gold"] += gold
