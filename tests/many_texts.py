"""A brief of a hundred articles, made from the six texts of the story under other dates, and its comparison."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gold_story import NAMES, story_analyses, story_comparison

from standoff.report import Brief, brief_from_analyses
from standoff.values import Analysis
from standoff.values.comparison import Side

N = 100


def many_texts() -> Brief:
    """The brief with its comparison: every claim and clash rests on all copies of its statements."""
    six = story_analyses()
    where = {s.statement_id: k for k, analysis in enumerate(six) for s in analysis.statements}

    def many(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(_id(one, n) for one in ids for n in range(where[one], N, len(six)))

    def side(one: Side) -> Side:
        return replace(one, statement_ids=many(one.statement_ids))

    base = story_comparison(six)
    comparison = replace(
        base,
        copies=(),
        stories=(),
        meetings=(),
        claims=tuple(
            replace(
                c, statement_ids=many(c.statement_ids), title=many([c.title])[0], n_origins=len(many(c.statement_ids))
            )
            for c in base.claims
        ),
        clashes=tuple(replace(c, sides=(side(c.sides[0]), side(c.sides[1]))) for c in base.clashes),
        convergences=tuple(replace(c, sides=tuple(map(side, c.sides))) for c in base.convergences),
        silences=(),
        networks=tuple(
            replace(n, edges=tuple(replace(e, statement_ids=many(e.statement_ids)) for e in n.edges))
            for n in base.networks
        ),
    )
    return brief_from_analyses([_copy(six[n % len(six)], n) for n in range(N)], NAMES, comparison)


def _id(statement_id: str, n: int) -> str:
    return f"{n:04x}{statement_id[4:]}"


def _copy(analysis: Analysis, n: int) -> Analysis:
    """The analysis with ids of its own, as of another day."""
    doc_id = f"{n:016x}"
    document = replace(
        analysis.document, doc_id=doc_id, path=f"https://example.org/{n}", published=f"2031-06-{1 + n % 28:02}"
    )
    return replace(
        analysis,
        document=document,
        statements=tuple(replace(s, statement_id=_id(s.statement_id, n), doc_id=doc_id) for s in analysis.statements),
        resolutions=tuple(replace(r, statement_id=_id(r.statement_id, n)) for r in analysis.resolutions),
        codings=tuple(replace(c, statement_id=_id(c.statement_id, n)) for c in analysis.codings),
    )
