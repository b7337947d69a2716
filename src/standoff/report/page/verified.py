"""The checks as one page of HTML: every statement with its verdict, what differs, and the record's words beside it.

The page holds each record's sentences that a verdict rests on, and its links lead there; where a record comes from the
web, a second link leads to it. The house's page: one file, no outside part, everything from outside escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standoff.report.compared.words import clipped, document_title
from standoff.report.verification import Checked, Verification
from standoff.report.verifying import (
    MEANING,
    article_names,
    difference_sentences,
    place_address,
    place_text,
    place_words,
    unread_records,
)
from standoff.values.check import VERDICTS, Check, LeftOut, Place, Verdict

# The page's colours for bases: green for the record's own words, red for another's.
LETTERS: Mapping[Verdict, str] = {
    "verbatim": "q",
    "altered": "i",
    "spliced": "i",
    "misattributed": "w",
    "paraphrased": "s",
    "not_found": "h",
    "out_of_scope": "r",
}
"""The letter of each verdict's colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in a record: its anchor on the page, in words where it is, its text, and its address on the web."""

    anchor: str
    where: str
    text: str
    address: str | None
    is_other_day: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found of one statement: the verdict, why, what differs, and the places in the records."""

    verdict: str
    letter: str
    reason: str
    differences: tuple[str, ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One statement: its anchor, who says what, and what was found of it.

    `article` is the name of its article where there are several, else empty.
    """

    anchor: str
    article: str
    who: str
    words: str
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many statements have a verdict, and what that means."""

    verdict: str
    letter: str
    n: int
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article and its statements."""

    anchor: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An issue that the coverage leaves out, with the first sentences on it."""

    name: str
    n: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedPage:
    """All that the page shows."""

    title: str
    n_records: int
    counts: tuple[Count, ...]
    articles: tuple[Article, ...]
    missing: tuple[Missing, ...]
    unread: tuple[str, ...]


def verified_values(verification: Verification) -> VerifiedPage:
    """The page's values, plain and in order."""
    numbers = {id(analysis): n for n, analysis in enumerate(verification.analyses, 1)}
    names = article_names(verification)
    rows: dict[int, list[Row]] = {n: [] for n in numbers.values()}
    for one in verification.checked():
        n = numbers[id(one.analysis)]
        rows[n].append(_row(verification, one, f"s-{n}-{len(rows[n]) + 1}", names.get(id(one.analysis), "")))
    return VerifiedPage(
        title=f"{len(verification.checks)} statements held against the record",
        n_records=sum(bool(record.turns) for record in verification.records),
        counts=counts_from_verification(verification),
        articles=tuple(
            Article(anchor=f"a-{n}", title=document_title(a.document), rows=tuple(rows[n]))
            for n, a in enumerate(verification.analyses, 1)
        ),
        missing=tuple(
            missing(verification, m, (f"m-{i}-{j}" for j in range(1, len(m.places) + 1)))
            for i, m in enumerate(verification.left_out, 1)
        ),
        unread=tuple(clipped(line) for line in unread_records(verification)),
    )


def counts_from_verification(verification: Verification) -> tuple[Count, ...]:
    """How many statements have each verdict, those of none included."""
    counts = verification.counts()
    return tuple(
        Count(verdict=v.replace("_", " "), letter=LETTERS[v], n=counts[v], meaning=MEANING[v]) for v in VERDICTS
    )


def _row(verification: Verification, one: Checked, anchor: str, article: str) -> Row:
    anchors = (f"{anchor}-r{i}" for i in range(1, len(one.check.places) + 1))
    return Row(
        anchor=anchor,
        article=article,
        who=clipped(one.who, 120),
        words=clipped(one.words),
        finding=finding(verification, one.check, anchors),
    )


def finding(verification: Verification, check: Check, anchors: Iterable[str]) -> Finding:
    """What was found of a statement; `anchors` are those of its places."""
    is_other_day = check.is_same_occasion is False
    return Finding(
        verdict=check.verdict.replace("_", " "),
        letter=LETTERS[check.verdict],
        reason=clipped(check.reason),
        differences=tuple(clipped(words, 700) for words in difference_sentences(check.differences)),
        spots=tuple(
            spot(verification, place, anchor, is_other_day=is_other_day)
            for place, anchor in zip(check.places, anchors, strict=True)
        ),
    )


def missing(verification: Verification, one: LeftOut, anchors: Iterable[str]) -> Missing:
    """An issue that the coverage leaves out; `anchors` are those of its places."""
    return Missing(
        name=clipped(verification.names.get(one.issue, one.issue), 80),
        n=one.n_sentences,
        spots=tuple(
            spot(verification, place, anchor, is_other_day=False)
            for place, anchor in zip(one.places, anchors, strict=True)
        ),
    )


def spot(verification: Verification, place: Place, anchor: str, *, is_other_day: bool) -> Spot:
    """A place in a record."""
    return Spot(
        anchor=anchor,
        where=place_words(verification, place),
        text=place_text(verification, place),
        address=place_address(verification, place),
        is_other_day=is_other_day,
    )
