"""Checks in words for people: what each verdict means, and a difference as a sentence that says what was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from standoff.report.compared.words import clipped, document_place, document_title, web_address
from standoff.report.verification import Verification, names_of
from standoff.values.check import Difference, DifferenceKind, Place, Verdict
from standoff.values.spoken import SpokenRecord

MEANING: Mapping[Verdict, str] = {
    "verbatim": "word for word in the record",
    "altered": "close to the record, but not its words",
    "spliced": "pieces of the record from different places, joined",
    "misattributed": "in the record, but somebody else says it",
    "paraphrased": "other words, which these sentences support",
    "not_found": "the speaker is in the record, these words are not",
    "out_of_scope": "nothing that these records can settle",
}
"""Each verdict in a few words."""

SHOWN_FIRST: Sequence[Verdict] = (
    "misattributed",
    "altered",
    "spliced",
    "not_found",
    "verbatim",
    "paraphrased",
    "out_of_scope",
)
"""The verdicts in the order in which a reader looks for them."""

_FRAGMENT_WORDS = 4
"""Of longer words so many at each end lead to their place."""

_MOST_CHARS = 260
_TITLE_CHARS = 80
_WORDS: Mapping[DifferenceKind, str] = {
    "negation": "a negation was changed",
    "number": "a number was changed",
    "name": "a name was changed",
    "modal": "how certain or binding it is was changed",
    "tense": "the tense was changed",
    "word_order": "the words stand in another order",
    "left_out": "words were left out",
    "added": "words were put in",
    "bracketed": "words were put in, in brackets",
    "word": "other words were used",
    "capitals": "only capitals differ",
    "punctuation": "only marks differ",
}


def difference_words(difference: Difference) -> str:
    """What was changed, in a sentence, with the words of both sides.

    >>> difference_words(Difference(kind="negation", said="will", recorded="will not"))
    'a negation was changed: the article has “will”, the record “will not”'
    >>> difference_words(Difference(kind="left_out", said="", recorded="if asked", is_marked=True))
    'words were left out, where the article has an ellipsis: the record has “if asked” there'
    """
    what = _WORDS[difference.kind]
    said, recorded = clipped(difference.said, _MOST_CHARS), clipped(difference.recorded, _MOST_CHARS)
    if difference.is_marked and difference.kind == "left_out":
        what += ", where the article has an ellipsis"
    if not difference.said:
        return f"{what}: the record has “{recorded}” there"
    if not difference.recorded:
        return f"{what}: the record does not have “{said}”"
    return f"{what}: the article has “{said}”, the record “{recorded}”"


def difference_sentences(differences: Sequence[Difference]) -> tuple[str, ...]:
    """The differences in words; that words are left out or put in is not said again of words already told of."""
    plain = ("left_out", "added", "word")
    told = {(d.said, d.recorded) for d in differences if d.kind not in plain}
    return tuple(difference_words(d) for d in differences if d.kind not in plain or (d.said, d.recorded) not in told)


def article_names(verification: Verification) -> Mapping[int, str]:
    """The titles of the articles by their identity, with where they came from when several have one title.

    Empty where there is only one article: it needs no name.
    """
    documents = [analysis.document for analysis in verification.analyses]
    titles = [clipped(document_title(document), _TITLE_CHARS) for document in documents]
    named = zip(verification.analyses, documents, titles, strict=True)
    return {
        id(analysis): f"“{title}”" + (f" ({document_place(document)})" if titles.count(title) > 1 else "")
        for analysis, document, title in named
        if len(documents) > 1
    }


def form_words(record: SpokenRecord) -> str:
    """By what a record tells who speaks: "transcript, 14 turns"."""
    return f"{record.form}, {len(record.turns)} turns" if record.form == "transcript" else record.form


def place_words(verification: Verification, place: Place) -> str:
    """Where the words stand: who speaks, in which record, of which day, in which turn."""
    record = verification.records[place.record]
    turn = record.turns[place.turn]
    who = names_of(place.actors) or turn.who
    day = f", {record.document.published[:10]}" if record.document.published else ""
    return (
        f"{clipped(who, 80)} in “{document_title(record.document)}”{day}, turn {place.turn + 1} of {len(record.turns)}"
    )


def place_text(verification: Verification, place: Place) -> str:
    """The words of the record at a place, on one line."""
    return clipped(place.span.of(verification.records[place.record].document.text), _MOST_CHARS)


def place_address(verification: Verification, place: Place) -> str | None:
    """A link into the record on the web that leads to the very words (a text fragment); `None` for local files.

    Source: URL Fragment Text Directives, W3C community group.
    """
    document = verification.records[place.record].document
    address = web_address(document.path)
    return f"{address.split('#')[0]}#:~:text={_fragment(place.span.of(document.text))}" if address else None


def _fragment(words: str) -> str:
    """The words as a text fragment names them: few words as they are, of many the first and the last.

    >>> _fragment("well-known words"), _fragment("one two three four five six seven eight nine")
    ('well%2Dknown%20words', 'one%20two%20three%20four,six%20seven%20eight%20nine')
    """
    parts = words.split()
    ends = [parts] if len(parts) <= 2 * _FRAGMENT_WORDS else [parts[:_FRAGMENT_WORDS], parts[-_FRAGMENT_WORDS:]]
    return ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)


def unread_records(verification: Verification) -> tuple[str, ...]:
    """The records in which nobody can be told to speak, with the reason."""
    return tuple(f"{document_place(r.document)}: {r.fault}" for r in verification.records if r.fault)
