"""One plain sentence that says how a text knows: what a fact-checker wants to see first.

It states counts only. Guesses come before predictions and hearsay, since they are what a reader takes for fact.
"""

from __future__ import annotations

from collections.abc import Mapping

from standoff.report.brief import DocumentBrief
from standoff.values import Basis

MEANINGS: Mapping[Basis, str] = {
    "quoted": "the source's own words",
    "reported": "paraphrase, put as fact",
    "standing": "what the source holds in general",
    "hearsay": "passed on, nobody named",
    "inferred": "the writer's guess",
    "predicted": "yet to be said",
    "withheld": "not said, or refused",
}
"""Each basis in a few words (docs/codebook.md)."""

_NOTHING = "Nothing here is quoted."

# What a fact-checker must not take for something said, worst first; one and several.
_DOUBTS: tuple[tuple[Basis, str, str], ...] = (
    ("inferred", "is the writer's guess", "are the writer's guess"),
    ("predicted", "says what is yet to be said", "say what is yet to be said"),
    ("hearsay", "passes on unnamed say-so", "pass on unnamed say-so"),
)


def headline(brief: DocumentBrief) -> str:
    """The sentence that sums up one text.

    "Nothing here is quoted. 29 of 51 attributions are the writer's guess, 5 say what is yet to be said."
    """
    n = brief.n_statements
    if n == 0:
        return "No attribution was found: nobody is said to have said anything here."
    by_basis = dict(brief.by_basis)
    if n == 1:
        only = next(basis for basis in MEANINGS if by_basis[basis])
        return f"The only attribution is {only}: {MEANINGS[only]}."
    n_quoted = by_basis["quoted"]
    if n_quoted == n:
        return f"All {n} attributions are quoted."
    quoted = f"{n_quoted} of {n} attributions {'is' if n_quoted == 1 else 'are'} quoted." if n_quoted else _NOTHING
    doubts = _doubts(by_basis, n, name_them=not n_quoted)
    return f"{quoted} {doubts or f'None of the {n} is a guess.'}"


def _doubts(by_basis: Mapping[str, int], n: int, *, name_them: bool) -> str:
    """The doubtful bases as one sentence, empty when there are none; `name_them`: say once what is counted."""
    parts: list[str] = []
    for basis, one, several in _DOUBTS:
        if count := by_basis[basis]:
            counted = f"{count} of {n} attributions" if name_them and not parts else str(count)
            parts.append(f"{counted} {one if count == 1 else several}")
    return ", ".join(parts) + "." if parts else ""
