"""A sentence by its clauses: which words carry its main claim, and which hang on a clause below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from standoff.code.sentences import Word
from standoff.code.verbs import VerbGroup
from standoff.spans import Span

Kind = Literal["main", "coordinate", "clause", "condition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """A sentence with the kind of clause that each of its words is in, and the verb group of its main claim.

    `start` is the first word after what leads to the claim; `verb` is empty where no verb was found; `condition` is
    the word that opens a condition on the main claim.
    """

    words: tuple[Word, ...]
    kinds: tuple[Kind, ...]
    start: int
    verb: VerbGroup
    has_verb: bool
    condition: int | None

    def is_main(self, i: int) -> bool:
        """Whether word `i` belongs to the main claim."""
        return i >= self.start and self.kinds[i] == "main"

    def span(self, start: int, end: int) -> Span:
        """The span of the words from `start` to before `end`."""
        return Span(self.words[start].span.start, self.words[end - 1].span.end)
