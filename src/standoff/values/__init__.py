"""The frozen values that the steps hand to one another: one file a value."""

from standoff.values.actor import ACTOR_KINDS, UNNAMED, Actor, ActorKind
from standoff.values.analysis import Analysis
from standoff.values.coding import (
    ACTS,
    MODALITIES,
    PLOVERS,
    POLARITIES,
    Act,
    Coding,
    Event,
    Found,
    Modality,
    Plover,
    Polarity,
)
from standoff.values.document import Document, FrontMatter, canonical_text
from standoff.values.mention import MENTION_KINDS, Link, Mention, MentionKind
from standoff.values.reading import Anchor, Reading, Window
from standoff.values.relation import Relation, RelationCoding
from standoff.values.resolution import Appearance, Resolution
from standoff.values.statement import (
    BASES,
    QUOTES,
    Basis,
    Quote,
    Sentence,
    Statement,
    Step,
    sentences_held,
    sentences_touched,
    statement_id,
)
from standoff.values.voice import VOICES, Consequence, Voice, VoiceLabel

__all__ = [
    "ACTOR_KINDS",
    "ACTS",
    "BASES",
    "MENTION_KINDS",
    "MODALITIES",
    "PLOVERS",
    "POLARITIES",
    "QUOTES",
    "UNNAMED",
    "VOICES",
    "Act",
    "Actor",
    "ActorKind",
    "Analysis",
    "Anchor",
    "Appearance",
    "Basis",
    "Coding",
    "Consequence",
    "Document",
    "Event",
    "Found",
    "FrontMatter",
    "Link",
    "Mention",
    "MentionKind",
    "Modality",
    "Plover",
    "Polarity",
    "Quote",
    "Reading",
    "Relation",
    "RelationCoding",
    "Resolution",
    "Sentence",
    "Statement",
    "Step",
    "Voice",
    "VoiceLabel",
    "Window",
    "canonical_text",
    "sentences_held",
    "sentences_touched",
    "statement_id",
]
