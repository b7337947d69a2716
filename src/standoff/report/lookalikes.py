"""Names that read alike and are written with other letters: flagged where people look, and never made one.

A Cyrillic or Greek letter inside a Latin name may be a slip of an editor or meant to mislead; either way a search for
the name does not find it, and whoever reads sees no difference. The table holds the letters of these two scripts that
a reader takes for a Latin one in common typefaces, found by looking; it is no substitute for the full tables of
Unicode TS 39, which also hold what nobody meets in the news.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from standoff.report.actor_lines import Lookalike

MIXED = "mixes scripts"
OTHER = "is written in another script"

_CYRILLIC = str.maketrans("АВЕЅІЈКМНОРСТУҮХԚԜаеѕіјһкорсуүхԛԝѵӏԁ", "ABESIJKMHOPCTYYXQWaesijhkopcyyxqwvld")
_GREEK = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹανιορτυχγκεϲϳω", "ABEZHIKMNOPTYXCavioptuxykecjw")
_TABLE = {**_CYRILLIC, **_GREEK}

_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f\u1c80-\u1c8f\u1f00-\u1fff\u2de0-\u2dff\ua640-\ua69f]")


def skeleton(text: str) -> str:
    r"""The text with every letter that passes for a Latin one made that letter; accents stay.

    >>> skeleton("L\u0430vrov"), skeleton("Łódź"), skeleton("Лавров") == "Лавров"
    ('Lavrov', 'Łódź', False)
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_TABLE))


def lookalikes(forms: Iterable[str]) -> Mapping[str, Lookalike]:
    r"""What is wrong with each of the forms that reads as a Latin name and is not written as one.

    A form that mixes scripts inside a word is always told; one wholly in another script only when its Latin twin
    stands among the forms too.

    >>> lookalikes(["Lavrov", "L\u0430vrov", "\u041e\u0420\u0421"])["L\u0430vrov"].reason
    'mixes scripts'
    """
    told = list(dict.fromkeys(forms))
    known = set(told)
    found = {}
    for form in told:
        like = skeleton(form)
        if not _FOREIGN.search(form) or _FOREIGN.search(like):
            continue
        if any(_mixes(word) for word in re.findall(r"[^\W\d_]+", form)):
            found[form] = Lookalike(form, like, MIXED)
        elif like in known:
            found[form] = Lookalike(form, like, OTHER)
    return found


def _mixes(word: str) -> bool:
    return bool(_LATIN.search(word) and _FOREIGN.search(word))
