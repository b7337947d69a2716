"""The visible text of a web page in one linear pass: the net under the article extractor.

It keeps everything a reader could see, menus included, and takes time in proportion to the page whatever its
nesting. What it is not: a judge of what belongs to the article.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

# Possessive quantifiers and the stop at "<" keep a page of unclosed tags from being scanned over and over.
_TAG = re.compile(r"<(?:!--|[!?]|(?P<close>/)?(?P<name>[a-zA-Z][a-zA-Z0-9]*+))[^<>]*+>?")
_COMMENT_END = re.compile("--!?>")
_UNSEEN = ("script", "style", "noscript", "template", "svg", "head", "title", "textarea", "iframe", "object")
_END_OF_UNSEEN = {name: re.compile(f"</{name}(?![a-zA-Z0-9])", re.IGNORECASE) for name in _UNSEEN}
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table td th tr ul".split()
)
_SPACES = re.compile(r"[ \t\f\r\n]+")


def text_from_markup(markup: str) -> str:
    r"""The visible text, one line a block.

    >>> text_from_markup("<p>Talks <b>fail</b></p><script>x</script><p>Why&#63;</p>")
    'Talks fail\nWhy?'
    """
    lines = (_SPACES.sub(" ", html.unescape(line)).strip() for line in "".join(_pieces(markup)).split("\0"))
    return "\n".join(line for line in lines if line)


def _pieces(markup: str) -> Iterator[str]:
    """Runs of text, and a NUL for every edge of a block."""
    position = 0
    markup = markup.replace("\0", "\ufffd")
    while tag := _TAG.search(markup, position):
        yield markup[position : tag.start()]
        position = _after(markup, tag)
        if (tag["name"] or "").lower() in _BLOCKS:
            yield "\0"
    yield markup[position:]


def _after(markup: str, tag: re.Match[str]) -> int:
    """Where reading goes on behind the tag: past a comment, and past an element that shows nothing."""
    if tag[0].startswith("<!--"):
        end = _COMMENT_END.search(markup, tag.start() + 4)
        return end.end() if end else len(markup)
    name = (tag["name"] or "").lower()
    if tag["close"] or name not in _END_OF_UNSEEN:
        return tag.end()
    end = _END_OF_UNSEEN[name].search(markup, tag.end())
    return end.start() if end else tag.end() if name == "head" else len(markup)
