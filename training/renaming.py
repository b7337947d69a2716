"""Other people and places in the same text: names are told by where they stand, not by being well known.

Where names are marked, each is replaced throughout; where only a pronoun and its candidates are, every word of the
candidates is, and now and then all of a text's men become women.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from random import Random

from standoff.spans import Span
from training.examples import Edit, Example, edited
from training.names import FIRST, LAST, MEN, WOMEN

_MEN, _WOMEN = sorted(MEN), sorted(WOMEN)
_FEMALE = {"he": "she", "his": "her", "him": "her", "himself": "herself"}
_MALE_PRONOUN = re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE)
_STARTS = (
    "Kar Vel Mar Tan Zel Bran Dra Sar Quil Oud Il Tur Nam Pel Ash Bor Cor Den Esk Fal Gor Hal Jor Lum Mor Ost".split()
)
_MIDDLES = "a e i o an en ov ar el or and ist us al em".split()
_ENDS = "ia stan ova land esh ar ur ica ora mark na nia lia ran dor vo tan ish".split()


def with_other_names(example: Example, rng: Random) -> Example:
    """The example with its marked people renamed and some of its places invented; sometimes as it is."""
    if example.names is None or rng.random() < 0.4:
        return example
    others: dict[str, str] = {}
    edits = []
    for name in example.names.marked:
        words = name.span.of(example.text).split(" ")
        if name.kinds == ("person",) and all(w[:1].isupper() for w in words):
            new = " ".join(_other_word(w, i == len(words) - 1, others, rng) for i, w in enumerate(words))
        elif name.kinds == ("place",) and len(words) == 1 and words[0].istitle():
            new = others.setdefault(words[0], _invented_place(rng) if rng.random() < 0.3 else words[0])
        else:
            continue
        edits.append(Edit(name.span, new))
    return edited(example, _apart(edits))


def _other_word(word: str, is_last: bool, others: dict[str, str], rng: Random) -> str:
    if len(word.strip(".")) < 3:
        return word
    if word not in others:
        others[word] = rng.choice(LAST if is_last else FIRST) if rng.random() < 0.8 else word
    return others[word]


def _invented_place(rng: Random) -> str:
    return rng.choice(_STARTS) + rng.choice(_MIDDLES) + rng.choice(_ENDS)


def with_other_candidates(example: Example, rng: Random) -> Example:
    """A snippet about one pronoun with the people it may stand for renamed; sometimes men become women."""
    if rng.random() < 0.2:
        return example
    link = example.links[0]
    is_female = link.anaphor.of(example.text).lower() in ("she", "her", "hers", "herself")
    turns = not is_female and rng.random() < 0.35
    first_names = _WOMEN if is_female or turns else _MEN
    others: dict[str, str] = {}
    for span in (*link.antecedents, *link.others):
        words = span.of(example.text).split()
        for i, word in enumerate(words):
            is_last = i == len(words) - 1 and (len(words) > 1 or word not in MEN | WOMEN)
            if word[:1].isupper() and len(word) > 2:
                others.setdefault(word, rng.choice(LAST if is_last else first_names))
    edits = [Edit(Span(*m.span()), others[m[0]]) for m in _words(others, example.text)]
    if turns:
        edits += [
            Edit(Span(*m.span()), _as_written(_FEMALE[m[0].lower()], m[0]))
            for m in _MALE_PRONOUN.finditer(example.text)
        ]
    return edited(example, _apart(edits))


def _words(words: Iterable[str], text: str) -> Iterable[re.Match[str]]:
    return re.finditer(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", text) if words else ()


def _as_written(word: str, old: str) -> str:
    return word.capitalize() if old[0].isupper() else word


def _apart(edits: list[Edit]) -> list[Edit]:
    """The edits that share no character with an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: e.span):
        if not kept or edit.span.start >= kept[-1].span.end:
            kept.append(edit)
    return kept
