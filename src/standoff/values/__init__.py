"""The frozen values that the steps hand to one another: one file a value."""

from standoff.values.actor import ACTOR_KINDS, UNNAMED, Actor, ActorKind
from standoff.values.analysis import Analysis
from standoff.values.document import Document, FrontMatter, canonical_text
from standoff.values.mention import MENTION_KINDS, Link, Mention, MentionKind
from standoff.values.reading import Anchor, Reading, Window
from standoff.values.resolution import Appearance, Resolution
from standoff.values.statement import BASES, QUOTES, Basis, Quote, Sentence, Statement, Step, statement_id

__all__ = [
    "ACTOR_KINDS",
    "BASES",
    "MENTION_KINDS",
    "QUOTES",
    "UNNAMED",
    "Actor",
    "ActorKind",
    "Analysis",
    "Anchor",
    "Appearance",
    "Basis",
    "Document",
    "FrontMatter",
    "Link",
    "Mention",
    "MentionKind",
    "Quote",
    "Reading",
    "Resolution",
    "Sentence",
    "Statement",
    "Step",
    "Window",
    "canonical_text",
    "statement_id",
]
