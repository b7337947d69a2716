"""What the writer does in their own voice: how often each label occurs, and what of it is no evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.report.tally import Tally
from standoff.values import VOICES, Analysis, Sentence, Voice, VoiceLabel

NO_EVIDENCE: frozenset[VoiceLabel] = frozenset(("address", "other"))
"""Talk to the reader, and what is neither statement nor claim: nothing about the world can rest on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnVoice:
    """The writer's own voice in one text.

    `labelled` are the sentences, or parts of them, that have a label, in text order, `unlabelled` the sentences
    without any statement that have none; `by_label` holds every label in the codebook's order, zeros included;
    `n_beside` counts the labelled ones that share their sentence with a statement.
    """

    labelled: tuple[Voice, ...]
    unlabelled: tuple[Sentence, ...]
    by_label: tuple[Tally, ...]
    n_beside: int


def own_voice(analysis: Analysis, sentences: Sequence[Sentence]) -> OwnVoice:
    """The writer's voice; `sentences` are those that hold no statement and are no front matter."""
    whole = {sentence.index for sentence in sentences}
    labelled = {voice.sentence.index for voice in analysis.voice}
    counts = Counter(voice.label for voice in analysis.voice)
    return OwnVoice(
        labelled=tuple(sorted(analysis.voice, key=lambda voice: voice.sentence.index)),
        unlabelled=tuple(sentence for sentence in sentences if sentence.index not in labelled),
        by_label=tuple(Tally(label, counts[label]) for label in VOICES),
        n_beside=sum(voice.sentence.index not in whole for voice in analysis.voice),
    )
