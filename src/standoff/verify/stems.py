"""Forms of one word: enough English inflection to tell a changed tense from a changed word. No dictionary."""

from __future__ import annotations

from functools import lru_cache

# The irregular verbs that speech about politics uses, one verb a line, its base form first.
_IRREGULAR = """
be am is are was were been being 's 're 'm
have has had having 've
do does did done doing
go goes went gone
make made|say said|take took taken|come came|see saw seen|know knew known|get got gotten|give gave given
find found|think thought|tell told|become became|leave left|feel felt|bring brought|begin began begun|keep kept
hold held|write wrote written|stand stood|hear heard|mean meant|meet met|run ran|pay paid|sit sat|speak spoke spoken
lead led|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn
break broke broken|spend spent|rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen
seek sought|throw threw thrown|catch caught|deal dealt|win won|forget forgot forgotten|fight fought|teach taught
sell sold|forgive forgave forgiven|undertake undertook undertaken|withdraw withdrew withdrawn|bear bore borne
show showed shown|prove proved proven|strike struck|swear swore sworn|arise arose arisen|overcome overcame
shake shook shaken|steal stole stolen|lay laid|lie lay lain|flee fled|feed fed|bind bound|uphold upheld
"""
_BASE = {
    form: line.split()[0]
    for line in _IRREGULAR.replace("|", "\n").strip().split("\n")
    for form in reversed(line.split())
}
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "d")
_MIN_STEM = 3
_VOWELS = frozenset("aeiouy")


def is_irregular(form: str) -> bool:
    """Whether the word is a form of an irregular verb."""
    return form in _BASE


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """What the inflected forms of a word share; the word itself where nothing is to be cut off.

    >>> [stem(w) for w in ("meets", "met", "planning", "planned", "policies", "policy", "was", "need", "used")]
    ['meet', 'meet', 'plan', 'plan', 'polic', 'polic', 'be', 'need', 'use']
    """
    word = form.lower()
    if word in _BASE:
        return _undoubled(_BASE[word])
    for ending in _ENDINGS:
        rest = word[: -len(ending)]
        if ending == "d" and (not rest.endswith("e") or rest.endswith("ee")):
            continue
        if word.endswith(ending) and len(rest) >= _MIN_STEM and _VOWELS.intersection(rest) and not word.endswith("ss"):
            return _undoubled(rest + ("y" if ending in ("ied", "ies") else ""))
    return _undoubled(word)


def _undoubled(word: str) -> str:
    """The word without a doubled last consonant and without a last e or y."""
    if len(word) > _MIN_STEM and word[-1] in "ey":
        return word[:-1]
    if len(word) > _MIN_STEM and word[-1] == word[-2] and word[-1] not in "aeiouls":
        return word[:-1]
    return word
