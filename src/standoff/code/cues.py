"""What the cue's own words say of the act: a lexicon that explains, and that never decides alone."""

from __future__ import annotations

import re
from functools import lru_cache

from standoff.code.lexicon import read_words
from standoff.values import Act

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
# Endings with what stands in their place in the lemma, the longest first.
_ENDINGS = (
    ("ied", "y"), ("ies", "y"), ("ing", "e"), ("ing", ""), ("ed", "e"), ("ed", ""), ("es", "e"), ("es", ""), ("s", ""),
)  # fmt: skip


def act_of_cue(cue: str) -> tuple[Act, str] | None:
    """The act that a word of the cue names, and that word; None when none does, or two name different acts.

    >>> act_of_cue("likely denied")
    ('deny', 'denied')
    >>> act_of_cue("said") is None
    True
    """
    found = {act: word[0] for word in _WORD.finditer(cue) if (act := _act(word[0].lower())) is not None}
    return next(iter(found.items())) if len(found) == 1 else None


def _act(word: str) -> Act | None:
    """The act of one word in any of its forms."""
    lemmas = _by_lemma()
    if word in lemmas:
        return lemmas[word]
    stems = [word.removesuffix(end) + new for end, new in _ENDINGS if word.endswith(end)]
    single = [stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]]  # "begging": "begg", "beg"
    return next((lemmas[stem] for stem in (*stems, *single) if stem in lemmas), None)


@lru_cache(maxsize=1)
def _by_lemma() -> dict[str, Act]:
    acts: dict[str, Act] = {}
    for act, words in read_words("cues").items():
        acts |= dict.fromkeys(words, act)  # type: ignore[arg-type]
    return acts
