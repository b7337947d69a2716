"""What the author does in their own voice, beside what the gold says: one label for each sentence labelled there.

A gold sentence takes the label of the predicted voice whose sentence overlaps it best, from `LEAST_OVERLAP` up; one
without such a voice is wrong. Not one to one: where two sentences of the gold were read as one, its label is both's.
Voices beside sentences that the gold labels count for nothing: they lie in statements, which have figures of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from standoff.evaluate.counts import Counts, label_counts
from standoff.evaluate.figures import Figure, Sums, field_figures
from standoff.evaluate.gold import GoldVoice
from standoff.evaluate.spans import LEAST_OVERLAP, overlap
from standoff.spans import Span
from standoff.values import VOICES, Voice


def voice_counts(predicted: Sequence[Voice], gold: Sequence[GoldVoice]) -> Counts:
    """Counts of right labels of one document, overall and by label."""
    counts: Counts = Counter()
    for one in gold:
        counts += label_counts("voice", _label_at(predicted, one.span), one.label)
    return counts


def _label_at(predicted: Sequence[Voice], span: Span) -> str | None:
    """The label of the voice whose sentence overlaps the span best, the first of equals; None where none does."""
    best = max(predicted, key=lambda voice: overlap([voice.sentence.span], [span]), default=None)
    if best is None or overlap([best.sentence.span], [span]) < LEAST_OVERLAP:
        return None
    return best.label


def voice_figures(sums: Sums) -> tuple[Figure, ...]:
    """Accuracy, macro-F1 and the figures of each label; none where the gold labels no sentence."""
    return field_figures(sums, "voice", VOICES) if sums.of("voice.gold")[0] > 0 else ()
