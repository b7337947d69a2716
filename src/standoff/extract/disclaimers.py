"""Disclaimers: sentences by which a document speaks of all its attributions at once.

"While transcripts are not available, we can infer ..." changes no single statement, but it is the first thing that
a reader should know. Found by patterns, each with what it says about the document; precision before recall.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.spans import Span

_SPEECH = (
    r"(?:statements?|remarks?|comments?|quotes?|quotations?|exchanges?|speech(?:es)?|words|dialogue|conversations?|"
    r"positions?|what (?:was|were|is|they|he|she)\b[^.]{0,30} said|transcripts?|interview)"
)
_PATTERNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # what was said is guessed
        rf"\b(?:we|one|I|you) (?:can|could|may|might|must|have to|will) (?:only )?(?:infer|deduce|surmise|reconstruct|extrapolate|imagine|guess|assume)\b[^.]*\b{_SPEECH}",
        rf"\b{_SPEECH}\b[^.]*\b(?:inferred|reconstructed|extrapolated|imagined|paraphrased|surmised|dramati[sz]ed|invented|fictional|hypothetical|illustrative)\b[^.]*\b(?:from|based|on|here|below|above|for|by|and|not)\b",
        rf"\b(?:infer|inferred|deduced?|extrapolated?|reconstruct(?:ed|ion)?)\b[^.]*\b(?:based on|from)\b[^.]*\b(?:public|known|past|previous|earlier|consistent|usual|stated)\b[^.]*\b{_SPEECH}",
        # there is no record
        rf"\b(?:no|without (?:a|an|any)|absent (?:a|an|any)?) ?(?:full |official |verbatim |detailed |public |complete |word-for-word )*(?:transcripts?|recordings?|records?|readouts?)\b[^.]*\b(?:available|exists?|released|published|was|were|of)\b[^.]*\b(?:we|this|here|account|article|report|below|infer|likely|reconstruct\w*)\b",
        r"\b(?:transcripts?|recordings?|verbatim records?)\b[^.]*\b(?:not|n’t|n't|never|yet to)\b[^.]*\b(?:available|released|published|made public|emerged)\b[^.]*\b(?:we|this|here|account|article|infer|likely|below)\b",
        # the quotations are not the words that were said
        rf"\b(?:this|the) (?:interview|conversation|transcript|exchange|discussion|q&a)\b[^.]*\b(?:has been|have been|was|were|is)\b[^.]*\b(?:edited|condensed|translated|abridged|shortened)\b",
        rf"\b(?:quotes?|quotations?|remarks?|comments?|statements?|all|some|answers)\b[^.]{{0,40}}\b(?:have been|has been|were|was|are)\b (?:lightly |slightly )?(?:edited|condensed|translated|paraphrased|abridged)\b[^.]*\b(?:for|from|by|and|in|here)\b",
        r"\b(?:are|is|were) (?:not|no) (?:direct|verbatim|actual|exact|real|literal) (?:quotes?|quotations?|words|statements?)\b",
        # who wrote it, and from what
        r"\b(?:this|the following|our) (?:article|post|text|summary|account|report|piece|story)\b[^.]*\b(?:generated|written|produced|created)\b[^.]*\b(?:AI|artificial intelligence|language model|chatbot|automatically|algorithm)\b",
        r"\b(?:this|the following|our) (?:article|post|text|summary|account|report|piece|story)\b[^.]*\b(?:relies|rests|is based|draws)\b[^.]*\b(?:anonymous|unnamed|second-hand|unverified|speculation|inference|hearsay)\b",
        r"\b(?:we|this (?:article|post|account|report|newspaper|site)|[A-Z]\w+) (?:could|was|were|has|have)(?: not| unable|n’t|n't)[^.]{0,20}\b(?:independently )(?:verify|confirm|authenticate)\b[^.]*\b(?:any|all|these|the) (?:of )?(?:the |these )?(?:statements?|claims?|accounts?|remarks?|quotes?|reports?)\b",
        r"\b(?:all|most|many|much) of (?:what follows|the following|this (?:article|post|account))\b[^.]*\b(?:speculat\w+|guess\w*|conjecture|inference|inferred|hypothetical|imagin\w+)\b",
    )
)


def find_disclaimers(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences that speak of how the document came by all that it attributes, in order.

    >>> find_disclaimers("This interview has been edited for clarity.", [Span(0, 43)])
    (Span(start=0, end=43),)
    """
    return tuple(s for s in sentences if any(p.search(text, s.start, s.end) for p in _PATTERNS))
