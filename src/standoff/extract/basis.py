"""How the text says it knows: the basis of a statement, and the words that decide it.

The model reads the hedge's scope; marks and the guidelines' order settle what they can. Words in marks make a plain
report `quoted`, without marks nothing is. The words that decide are looked for in the cue first, then beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.spans import Span
from standoff.values.reading import Floats
from standoff.values.statement import BASES, Basis, Quote, Step

_NOT_QUOTED: tuple[Basis, ...] = tuple(b for b in BASES if b != "quoted")
_NOT_PLAIN: tuple[Basis, ...] = ("quoted", "inferred", "predicted", "withheld")

_WORDS: dict[Basis, str] = {
    "inferred": r"""
        (?:very|most|almost)?\ ?(?:likely|certainly|probably)|probably|presumably|perhaps|possibly|maybe|undoubtedly|
        no\ doubt|without\ (?:a\ )?doubt|doubtless(?:ly)?|surely|seemingly|evidently|apparently|conceivably|
        (?:it\ )?(?:would\ )?(?:seems?|appears?|seemed|appeared)(?:\ (?:to|likely|that))?|
        (?:would|may|might|could|must|should|will)(?:\ \w+ly|\ well|\ also)?\ have|may|might|could|would|must|
        (?:one|we)\ (?:can|could|may|might)\ (?:infer|assume|guess|imagine)|suggests?\ that|implied|implicitly|
        (?:thought|believed|assumed|presumed)\ to|I\ (?:think|suspect|guess|imagine|suppose)|my\ guess|reads\ as|as\ if""",
    "predicted": r"""
        (?:will|shall|’ll|'ll)(?:\ (?:likely|probably|surely|almost\ certainly|soon|doubtless))?(?:\ (?:continue|keep|go\ on))?|
        (?:is|are|was|were|be)?\ ?(?:widely\ )?(?:going|expected|set|about|due|poised|bound|certain|sure|likely|scheduled|slated)
        \ to|plan(?:s|ned|ning)?\ to|intend(?:s|ed|ing)?\ to|prepar(?:es|ed|ing)\ to|look(?:s|ing)?\ set\ to|expect(?:s|ed)?|
        would|tomorrow|next\ (?:week|month|year)""",
    "withheld": r"""
        (?:has|have|had)?\ ?(?:repeatedly\ )?(?:declin|refus|avoid|sidestepp|dodg|duck|evad|withh[eo]ld|skirt|deflect|omitt)\w*|
        (?:did|does|do|would|will|has|have|had|could|can|was|were|is|are)(?:\ not|n’t|n't)|cannot|won’t|won't|not|never|nor|
        neither|without|fail(?:s|ed|ing)?\ to|yet\ to|stop(?:s|ped|ping)?\ short|short\ of|gave\ no|give\ no|made\ no|
        no\ (?:comment|mention|word|further|reply|answer|response)|nothing|silent|silence|unwilling|reluctant|unanswered""",
    "hearsay": r"""
        reportedly|allegedly|supposedly|purportedly|ostensibly|rumou?r\w*|so-called|
        (?:is|are|was|were)?\ ?(?:said|reported|alleged|rumou?red|understood|claimed|believed)\ to|
        it\ (?:is|was|has\ been)\ (?:widely\ )?(?:said|alleged|reported|claimed|rumou?red|understood)|word\ (?:is|has\ it)|
        according\ to|accounts?|gossip|talk\ is|whispers?|they\ say|the\ story\ goes|by\ some\ accounts|leaked""",
    "standing": r"""
        (?:official\ |stated\ |long-standing\ |longstanding\ |public\ )?(?:position|stance|narrative|rhetoric|policy|view|line|
        argument|doctrine|contention|claim|commitment|demand|insistence|belief)s?|often|always|consistently|long|typically|
        generally|usually|routinely|regularly|traditionally|for\ years|since\ \d{4}|still|remains?|maintains?|(?:has|have)\ long""",
}
_PATTERNS: dict[Basis, re.Pattern[str]] = {
    basis: re.compile(rf"(?<![\w’'])(?:{words})(?!\w)", re.IGNORECASE | re.VERBOSE) for basis, words in _WORDS.items()
}


def choose_basis(scores: Floats, quote: Quote) -> tuple[Basis, Step]:
    """The basis that the marks allow and the model finds most likely; `scores` `(7,)` log-probabilities.

    Words wholly in marks under a plain report are `quoted`, also under "reportedly"; without marks nothing is.
    """
    allowed: Sequence[Basis] = BASES
    if quote == "direct":
        allowed = _NOT_PLAIN
    elif quote != "mixed":
        allowed = _NOT_QUOTED
    basis = max(allowed, key=lambda b: float(scores[BASES.index(b)]))
    score = float(scores[BASES.index(basis)])
    by = "model" if len(allowed) == len(BASES) else "marks, model"
    return basis, Step(field="basis", by=by, detail=f"log-probability {score:.2f}, quote {quote}", score=score)


def find_basis_cue(
    text: str, basis: Basis, cue: Span | None, sentence: Span, content: Sequence[Span], source: Span | None
) -> Span | None:
    """The words that decide the basis, nearest to the cue; None when no single word does."""
    pattern = _PATTERNS.get(basis)
    if pattern is None:
        return None
    if cue is not None:
        match = pattern.search(text, cue.start, cue.end)
        if match:
            return _trimmed(text, Span(*match.span()))
    around = cue or (content[0] if content else sentence)
    taken = [*content, *([source] if source else [])]
    found = [
        _trimmed(text, Span(*m.span()))
        for m in pattern.finditer(text, sentence.start, sentence.end)
        if not any(Span(*m.span()).overlaps(t) for t in taken)
    ]
    return min(found, key=lambda s: abs(s.start - around.start)) if found else None


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
