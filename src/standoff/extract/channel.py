"""By which channel something was said, where the text names one beside the cue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.spans import Span

_CHANNELS: tuple[tuple[str, str], ...] = (
    ("social", r"tweet(?:s|ed|ing)?|retweet\w*|on (?:X|Twitter|Facebook|Telegram|Instagram|Truth Social|Weibo|TikTok|YouTube|"
     r"LinkedIn|social media)|(?:Telegram|Facebook|Twitter|social[- ]media) (?:post|channel|page|account)|posted (?:on|to)"),
    ("broadcast", r"told (?:CBS|NBC|ABC|CNN|BBC|Fox|MSNBC|Sky News|Al Jazeera|NPR|PBS|C-SPAN|RT|(?:\w+ ){0,3}(?:television|TV|radio|"
     r"podcast|broadcaster))|on (?:\w+ ){0,3}(?:television|TV|radio|podcast|the air)|televised|broadcast|in (?:a|an) (?:\w+ ){0,2}"
     r"(?:radio|television|TV) (?:interview|address)"),
    ("document", r"in (?:a|an|the|his|her|its|their) (?:\w+ ){0,3}(?:letter|statement|report|memo|memorandum|filing|document|"
     r"communiqué|resolution|op-ed|essay|book|e-?mail|read-?out|press release|note|declaration|article|decree|white paper)|"
     r"(?:statement|letter|report|communiqué|release|read-?out) (?:said|says|read|reads|stated|states)|wrote|writes"),
    ("press", r"(?:told|tells|telling) (?:reporters|journalists|the press|a (?:news|press) (?:conference|briefing))|"
     r"(?:news|press) (?:conference|briefing)|"
     r"told (?:Reuters|AFP|AP|the Associated Press|The (?:New York )?Times|the \w+ (?:newspaper|daily|weekly|magazine))"),
    ("speech", r"in (?:a|an|his|her|their|the) (?:\w+ ){0,3}(?:speech|address|keynote|sermon|lecture|testimony|remarks)|"
     r"address(?:ed|ing) (?:the|a)|speaking (?:at|to|before)|told (?:the|a) (?:\w+ ){0,3}(?:council|assembly|parliament|congress|"
     r"crowd|rally|conference|summit|meeting|session|forum|delegates|lawmakers|senators|committee)"),
)  # fmt: skip
_PATTERNS = tuple((channel, re.compile(rf"\b(?:{words})\b")) for channel, words in _CHANNELS)


def find_channel(text: str, sentence: Span, content: Sequence[Span], source: Span | None) -> str | None:
    """The channel that the sentence names outside the content: social, broadcast, document, press or speech."""
    for channel, pattern in _PATTERNS:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if not any(c.start <= match.start() < c.end for c in content):
                return channel
    return None
