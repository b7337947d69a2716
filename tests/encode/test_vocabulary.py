"""Spelling: a vocabulary file that wants to truncate and pad is not obeyed, and no word is spelled as nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from standoff.encode.vocabulary import PAD, UNKNOWN, speller_from_file
from standoff.errors import ModelError

ENTRIES = ["[PAD]", *(f"[unused{i}]" for i in range(99)), "[UNK]", "[CLS]", "[SEP]", "a", "##a", "said"]


@pytest.fixture
def vocabulary(tmp_path: Path) -> Path:
    """A file of six words that truncates at three pieces and pads to eight."""
    tokenizer = Tokenizer(WordPiece({entry: i for i, entry in enumerate(ENTRIES)}, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.enable_truncation(3)
    tokenizer.enable_padding(length=8)
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    return tmp_path / "tokenizer.json"


@pytest.mark.parametrize(
    ("word", "expect"),
    [
        ("said", ["said"]),
        ("Said", ["said"]),
        ("a" * 64, ["a"] + ["##a"] * 63),
        ("zzz", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("á", ["a"]),
    ],
    ids=["known", "capital", "longer than the file allows", "unknown", "mark alone", "zero width", "accent"],
)
def test_spelling(vocabulary, word, expect):
    assert speller_from_file(vocabulary)(word) == tuple(ENTRIES.index(piece) for piece in expect)


def test_nothing_is_padded(vocabulary):
    spell = speller_from_file(vocabulary)
    assert PAD not in spell("said")
    assert spell("\ufffd") == (UNKNOWN,)


def test_a_damaged_file_is_told(tmp_path):
    (tmp_path / "tokenizer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match="reinstall"):
        speller_from_file(tmp_path / "tokenizer.json")
