"""Articles held against records, as plain data: each check beside its statement, and what the coverage leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from standoff.values import UNNAMED, Actor, Analysis, Statement
from standoff.values.check import VERDICTS, Check, LeftOut, Verdict
from standoff.values.spoken import SpokenRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Articles held against records: one check for each statement in order, and what the coverage leaves out.

    `names` are the names of the issues by their keys.
    """

    analyses: tuple[Analysis, ...]
    records: tuple[SpokenRecord, ...]
    checks: tuple[Check, ...]
    left_out: tuple[LeftOut, ...]
    names: Mapping[str, str]

    def checked(self) -> tuple[Checked, ...]:
        """Each check with its statement and the article that it stands in."""
        pairs = ((analysis, s) for analysis in self.analyses for s in analysis.statements)
        return tuple(
            Checked(analysis=a, statement=s, check=check) for (a, s), check in zip(pairs, self.checks, strict=True)
        )

    def counts(self) -> Mapping[Verdict, int]:
        """How many statements have each verdict."""
        return {verdict: sum(check.verdict == verdict for check in self.checks) for verdict in VERDICTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A check with its statement and the article that it stands in."""

    analysis: Analysis
    statement: Statement
    check: Check

    @property
    def words(self) -> str:
        """The words of the statement, as written."""
        text = self.analysis.document.text
        return " … ".join(" ".join(span.of(text).split()) for span in self.statement.content)

    @property
    def who(self) -> str:
        """Who is said to say it: the actors' names, else the words of the article."""
        resolution = self.analysis.resolution(self.statement)
        actors = [a for a in (resolution.actor, *resolution.co_actors) if a is not None and a != UNNAMED]
        source = self.statement.source
        return names_of(actors) or (source.of(self.analysis.document.text) if source else "nobody named")


def names_of(actors: Sequence[Actor]) -> str:
    """The names of some actors, the first few; those without a name are left out."""
    names = [actor.name for actor in actors if actor != UNNAMED]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more
