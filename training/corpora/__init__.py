"""Readers of the corpora: each turns one corpus into examples. Texts stay where they are; nothing is copied."""

from training.corpora.conllu import read_conllu
from training.corpora.gold import read_gold
from training.corpora.polnear import read_polnear

__all__ = ["read_conllu", "read_gold", "read_polnear"]
