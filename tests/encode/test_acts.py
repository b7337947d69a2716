"""What the fifth and the fourth graph read."""

from __future__ import annotations

import numpy as np

from standoff.encode.acts import MAX_CONTENT, act_pieces, is_unsure, padded_pieces, weighed_acts
from standoff.encode.relations import MAX_PIECES, relation_pieces
from standoff.spans import Span

WORDS: dict[str, int] = {}


def spell(word):
    return (WORDS.setdefault(word, len(WORDS) + 1000),)


def words_of(pieces):
    names = {number: word for word, number in WORDS.items()}
    return [names.get(piece, "|") for piece in pieces]


def test_cue_source_content_and_what_went_before_stand_in_that_order():
    text = "It rained. Adun said no."
    pieces = act_pieces(text, Span(16, 20), Span(11, 15), [Span(21, 23)], spell)
    assert words_of(pieces) == ["|", "said", "|", "Adun", "|", "no", "|", "It", "rained", ".", "|"]


def test_a_long_content_is_cut_and_an_empty_statement_has_its_separators():
    text = "x " * 500
    pieces = act_pieces(text, None, None, [Span(0, 1000)], spell)
    assert words_of(pieces).count("x") == MAX_CONTENT
    assert words_of(act_pieces("", None, None, [], spell)) == ["|"] * 5


def test_sure_acts_stand_and_unsure_ones_are_mixed():
    sure, flat = np.log([0.98, 0.01, 0.01]), np.log([0.4, 0.3, 0.3])
    assert not is_unsure(sure)
    assert is_unsure(flat)
    assert np.exp(weighed_acts(flat, np.log([0.0001, 0.9998, 0.0001]))).argmax() == 1


def test_padding_stands_behind():
    assert padded_pieces([[1, 2, 3], [4]]).tolist() == [[1, 2, 3], [4, 0, 0]]


def test_signs_stand_around_source_and_target():
    found = relation_pieces("Ilvania † sued Ostmark.", Span(0, 7), Span(15, 22), spell)
    words = words_of(found.pieces)
    assert " ".join(words) == "| † Ilvania † * sued ‡ Ostmark ‡ . |"
    assert (words[found.source], words[found.target]) == ("†", "‡")


def test_a_sign_behind_the_cut_leaves_nothing_to_read():
    text = "x " * MAX_PIECES + "Ostmark"
    assert relation_pieces(text, Span(0, 1), Span(len(text) - 7, len(text)), spell) is None
