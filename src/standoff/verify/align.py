"""A quotation laid beside the words of a record: which words are the same, which are not, and how much is shared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from standoff.spans import Span
from standoff.verify.find import Tile
from standoff.verify.words import Word

# Words in another order count almost as words in their place: they are the speaker's, but the sentence is not.
_MOVED = 0.97


@dataclass(frozen=True, slots=True)
class Step:
    """Words of the quotation, `said`, beside words of the record: the same ones when `is_same`, either may be empty."""

    is_same: bool
    said: Span
    recorded: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """A quotation beside a stretch of a record, in steps; `recorded` counts words from the stretch's first word.

    `score` is the share of the quotation's words that the stretch has.
    """

    steps: tuple[Step, ...]
    score: float

    @property
    def in_order(self) -> float:
        """The share of the quotation's words that the stretch has in their order."""
        same = sum(s.said.end - s.said.start for s in self.steps if s.is_same)
        return same / self.steps[-1].said.end

    @property
    def recorded(self) -> Span:
        """The words of the stretch that the quotation stands beside."""
        return Span(self.steps[0].recorded.start, self.steps[-1].recorded.end)


def aligned(said: Sequence[Word], recorded: Sequence[Word]) -> Alignment | None:
    """The quotation beside a stretch of a record, cut to what it covers; `None` when no word is shared."""
    a, b = [w.form for w in said], [w.form for w in recorded]
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    steps = [Step(tag == "equal", Span(i1, i2), Span(j1, j2)) for tag, i1, i2, j1, j2 in codes]
    if not any(step.is_same for step in steps):
        return None
    extra = [a[s.said.start : s.said.end] for s in steps if not s.is_same]
    steps[0] = _cut(steps[0], b, extra, at_start=True)
    steps[-1] = _cut(steps[-1], b, extra, at_start=False)
    steps = [s for s in steps if s.said.start < s.said.end or s.recorded.start < s.recorded.end]
    return Alignment(tuple(steps), _score(a, b, steps))


def alignment_from_tiles(tiles: Sequence[Tile], start: int) -> Alignment:
    """The alignment of pieces that follow one another in one turn; `start` is the position of the stretch."""
    steps: list[Step] = []
    for tile in tiles:
        recorded = Span(tile.position - start, tile.position - start + tile.n)
        said = Span(tile.first, tile.first + tile.n)
        if steps:
            steps.append(Step(False, Span(said.start, said.start), Span(steps[-1].recorded.end, recorded.start)))
        steps.append(Step(True, said, recorded))
    return Alignment(tuple(s for s in steps if s.is_same or s.recorded.start < s.recorded.end), 1.0)


def _cut(step: Step, recorded: Sequence[str], extra: Sequence[Sequence[str]], *, at_start: bool) -> Step:
    """An outer step without the words of the record that lie outside the quotation.

    As many stay as the quotation has other words there, or the very words that it has elsewhere: they were moved.
    """
    if step.is_same:
        return step
    n_all = step.recorded.end - step.recorded.start
    n = min(n_all, step.said.end - step.said.start)
    for words in extra:
        k = len(words)
        edge = recorded[step.recorded.end - k : step.recorded.end] if at_start else None
        edge = recorded[step.recorded.start : step.recorded.start + k] if edge is None else edge
        if n < k <= n_all and list(edge) == list(words):
            n = k
    start, end = step.recorded
    return Step(False, step.said, Span(end - n, end) if at_start else Span(start, start + n))


def _score(said: Sequence[str], recorded: Sequence[str], steps: Sequence[Step]) -> float:
    in_place = sum(s.said.end - s.said.start for s in steps if s.is_same)
    stretch = recorded[steps[0].recorded.start : steps[-1].recorded.end]
    anywhere = sum((Counter(said) & Counter(stretch)).values())
    return max(in_place, _MOVED * anywhere) / len(said)
