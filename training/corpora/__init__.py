"""Readers of the corpora: each turns one corpus into examples. Texts stay where they are; nothing is copied."""

from training.corpora.conllu import read_conllu
from training.corpora.gap import read_gap
from training.corpora.gold import read_gold
from training.corpora.gum import read_gum
from training.corpora.iob import read_iob
from training.corpora.polnear import read_polnear
from training.corpora.re3d import read_re3d

__all__ = ["read_conllu", "read_gap", "read_gold", "read_gum", "read_iob", "read_polnear", "read_re3d"]
