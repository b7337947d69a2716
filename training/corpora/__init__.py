"""Readers of the corpora: each turns one corpus into examples. Texts stay where they are; nothing is copied."""

from training.corpora.acts import read_acts
from training.corpora.causal import read_causal
from training.corpora.conllu import read_conllu
from training.corpora.factuality import read_factuality
from training.corpora.gap import read_gap
from training.corpora.gold import read_gold
from training.corpora.gum import read_gum
from training.corpora.iob import read_iob
from training.corpora.labelled import read_labelled, read_labelled_articles
from training.corpora.polnear import read_polnear
from training.corpora.re3d import read_re3d

__all__ = [
    "read_acts",
    "read_causal",
    "read_conllu",
    "read_factuality",
    "read_gap",
    "read_gold",
    "read_gum",
    "read_iob",
    "read_labelled",
    "read_labelled_articles",
    "read_polnear",
    "read_re3d",
]
