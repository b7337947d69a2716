"""Text from outside made harmless for a terminal: what would act is shown, never obeyed.

Articles, titles, file names and messages about them can hold control sequences (clear the screen, set the window's
title, write the clipboard), marks that turn the reading direction round, and characters nobody can see. Each is
replaced by something visible that does nothing. Only what people look at goes through here; records keep the text
exactly. Markup needs no care: nothing here is ever parsed as markup, see `terminal`.
"""

from __future__ import annotations

import re

# Tab, line ends and the spaces that only differ in width: one line on the screen needs one plain space.
_SPACE = re.compile(r"[\t\n\v\f\r\u0020\u00a0\u2000-\u200a\u202f\u205f\u3000]+")

# C0 and DEL have pictures of their own in Unicode; they are legible without a table of codes.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}

# C1 controls; then what takes no room or turns the direction: soft hyphen, joiners, fillers, bidi controls, line and
# paragraph separators, variation selectors, interlinear marks, tags; lone surrogates; private use. Ranges by hand,
# from the Default_Ignorable_Code_Point and Bidi_Control lists of Unicode 15, not by `unicodedata.category`, whose
# answer changes with the Python version.
_UNSEEN = re.compile(
    "[\x80-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)

# Four marks on one letter cover every living script; ten thousand of them paint over the lines around.
_PILED = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
                    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+)")  # fmt: skip

# How newspaper typography is written where only ASCII (or another small set) can be shown.
_PLAIN = {
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2039": "'", "\u203a": "'",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "--", "\u2015": "--",
    "\u2026": "...", "\u2022": "*", "\u00b7": "-", "\u27e8": "<", "\u27e9": ">", "\u241b": "<ESC>",
}  # fmt: skip


def inert(text: str) -> str:
    r"""The text on one line, with every control and invisible character shown instead of acting.

    >>> inert("\x1b[2J said\u202e on\nMonday")
    '␛[2J said⟨U+202E⟩ on Monday'
    """
    line = _SPACE.sub(" ", text).translate(_PICTURES)
    line = _PILED.sub(lambda m: f"{m[1]}⟨+{len(m[2])} marks⟩", line)
    return _UNSEEN.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", line)


def legible(text: str, encoding: str) -> str:
    """The text with what `encoding` cannot write replaced by the nearest plain characters, else by `?`.

    >>> legible("Borg: “no” …", "ascii")
    'Borg: "no" ...'
    """
    if can_write(text, encoding):
        return text
    return "".join(c if can_write(c, encoding) else _nearest(c, encoding) for c in text)


def can_write(text: str, encoding: str) -> bool:
    """Whether every character of `text` exists in `encoding`; an unknown encoding can write ASCII only."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return text.isascii()
    return True


def _nearest(char: str, encoding: str) -> str:
    plain = _PLAIN.get(char, "?")
    return plain if can_write(plain, encoding) else "?"
