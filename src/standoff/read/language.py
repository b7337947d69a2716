"""Whether a text is English, and what it is when it is not.

Counting function words settles nearly every text at once; only a doubtful one goes to the language identifier,
so that long runs never load it. What it is not: a detector of single foreign passages in an English article.
"""

from __future__ import annotations

import re
from typing import cast

_FUNCTION_WORDS = frozenset(
    "the of and that were with by as he they it his their this from has been had not but which who would said its "
    "she her after about into than".split()
)
"""Frequent words of English news that are rare in its neighbours; so without "at", "for", "is", "in", "to", "was"."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SLICE_CHARS = 3_000
MIN_ENGLISH_SHARE = 0.10
"""Share of these words above which a text is English without further tests: of 3,600 English news texts
sixteen lie below (lists and menus, mostly), and the identifier calls those English; the eleven other languages of
`tests/cases/read_language.jsonl` have none at all."""

_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ms": "Malay", "nl": "Dutch", "no": "Norwegian", "nb": "Norwegian", "nn": "Norwegian",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def foreign_language(text: str) -> str | None:
    """The name of the language when the text is not English, else None.

    >>> foreign_language("The minister said that the talks would go on.") is None
    True
    >>> foreign_language("Der Minister sagte am Montag, die Verhandlungen seien gescheitert und man reise nun ab.")
    'German'
    """
    sample = _sample(text)
    if english_share(sample) >= MIN_ENGLISH_SHARE:
        return None
    code = _identify(sample)
    return None if code == "en" else _NAMES[code]


def english_share(text: str) -> float:
    """The share (0-1) of English function words among the words of the text; 0 when there are none."""
    words = _WORD.findall(text.lower())
    return sum(word in _FUNCTION_WORDS for word in words) / len(words) if words else 0.0


def _sample(text: str) -> str:
    """The text, or slices from its beginning, middle and end when it is long: cost must not grow with length."""
    if len(text) <= 3 * _SLICE_CHARS:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SLICE_CHARS], text[middle : middle + _SLICE_CHARS], text[-_SLICE_CHARS:]))


def _identify(sample: str) -> str:
    """The ISO 639 code, among English and those we name, that the identifier ranks first."""
    import py3langid  # noqa: PLC0415 - half a second and its model's memory, needed by doubtful texts only

    ranked = cast("list[tuple[str, float]]", py3langid.rank(sample))
    return next((code for code, _ in ranked if code == "en" or code in _NAMES), "en")
