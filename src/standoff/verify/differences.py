"""What differs between a quotation and the record, named in the kinds that matter to a reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.spans import Span
from standoff.values.check import DIFFERENCE_KINDS, Difference, DifferenceKind
from standoff.verify.align import Alignment, Step
from standoff.verify.stems import is_irregular, stem
from standoff.verify.words import Word

_NEGATIONS = frozenset(
    "no not never neither nor none nobody nothing nowhere without cannot hardly scarcely barely".split()
)
_PREFIXES = ("un", "in", "im", "ir", "il", "non", "dis")
_NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions trillion dozen dozens half third quarter twice double triple first second "
    "percent % $ €".split()
)
_MODALS = frozenset(
    "can could may might must shall should will would ought cannot can't couldn't mustn't shouldn't won't "
    "wouldn't we'll i'll they'll it'll you'll he'll she'll we'd i'd they'd gonna".split()
)
_AUXILIARIES = frozenset("be am is are was were been being have has had having do does did".split())
_TENSE_ENDINGS = ("ed", "ing", "d", "n")
_FEW = 2  # what is dropped or put in with so few words was meant: a number, a name, a modal; a clause has many

_SHORT = 4  # in a longer stretch of other words, a name on one side alone has not been changed for anything


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one side of a comparison, the text they stand in, and the marks before each word, normalised."""

    text: str
    words: Sequence[Word]
    marks: Sequence[str]

    def written(self, part: Span) -> str:
        """The words of a range as written, with what stands between them."""
        if part.start >= part.end:
            return ""
        return " ".join(self.text[self.words[part.start].span.start : self.words[part.end - 1].span.end].split())

    def forms(self, part: Span) -> list[str]:
        """The compared forms of a range of words."""
        return [word.form for word in self.words[part.start : part.end]]


@dataclass(frozen=True, slots=True)
class Names:
    """Which words are names: those that records write so, and those of the quotation with a capital inside it."""

    known: frozenset[str]

    def of(self, side: Side, part: Span) -> set[str]:
        """The names in a range of words."""
        return {
            w.form.removesuffix("'s")
            for i, w in enumerate(side.words[part.start : part.end], part.start)
            if w.form in self.known or (i > 0 and w.written[0].isupper() and w.form[0] != "i" and not _ends(side, i))
        }


def _ends(side: Side, i: int) -> bool:
    """Whether a sentence ends before the word."""
    return any(c in side.marks[i] for c in ".!?:…")


def differences(said: Side, recorded: Side, alignment: Alignment, names: Names) -> tuple[Difference, ...]:
    """All differences, the gravest first; none when the words and, inside the quotation, all marks are the same."""
    changed = [step for step in alignment.steps if not step.is_same]
    moved = _moved(said, recorded, changed)
    found = list(moved) if moved else [d for step in changed for d in _of_step(said, recorded, step, names)]
    for step in alignment.steps:
        if step.is_same:
            found.extend(_of_marks(said, recorded, step))
    order = {kind: i for i, kind in enumerate(DIFFERENCE_KINDS)}
    return tuple(sorted(dict.fromkeys(found), key=lambda d: order[d.kind]))


def _moved(said: Side, recorded: Side, changed: Sequence[Step]) -> tuple[Difference, ...]:
    """One difference when the changed words are the same ones in another order."""
    ours = Counter(f for s in changed for f in said.forms(s.said))
    theirs = Counter(f for s in changed for f in recorded.forms(s.recorded))
    if not ours or ours != theirs:
        return ()
    whole = Span(changed[0].said.start, changed[-1].said.end)
    there = Span(changed[0].recorded.start, changed[-1].recorded.end)
    return (Difference(kind="word_order", said=said.written(whole), recorded=recorded.written(there)),)


def _of_step(said: Side, recorded: Side, step: Step, names: Names) -> Iterator[Difference]:
    is_marked = any("…" in mark for mark in said.marks[step.said.start : step.said.end + 1])
    for kind in _kinds(said, recorded, step, names):
        yield Difference(
            kind=kind, said=said.written(step.said), recorded=recorded.written(step.recorded), is_marked=is_marked
        )


def _kinds(said: Side, recorded: Side, step: Step, names: Names) -> list[DifferenceKind]:
    ours, theirs = said.forms(step.said), recorded.forms(step.recorded)
    kinds: list[DifferenceKind] = []
    if _n_negations(ours) != _n_negations(theirs) or _is_opposite(ours, theirs):
        kinds.append("negation")
    if (ours and theirs) or max(len(ours), len(theirs)) <= _FEW:
        kinds += _kinds_of_words(ours, theirs)
        mine, yours = names.of(said, step.said), names.of(recorded, step.recorded)
        is_short = max(len(ours), len(theirs)) <= _SHORT
        if mine != yours and (is_short or (mine and yours)):
            kinds.append("name")
    if not ours:
        kinds.append("left_out")
    elif not theirs:
        kinds.append("added")
    if any("[" in m or "]" in m for m in said.marks[step.said.start : step.said.end + 1]):
        kinds.append("bracketed")
    return kinds or ["word"]


def _kinds_of_words(ours: Sequence[str], theirs: Sequence[str]) -> list[DifferenceKind]:
    kinds: list[DifferenceKind] = []
    if _numbers(ours) != _numbers(theirs):
        kinds.append("number")
    if {w for w in ours if w in _MODALS} != {w for w in theirs if w in _MODALS}:
        kinds.append("modal")
    if _is_tense(ours, theirs):
        kinds.append("tense")
    return kinds


def _n_negations(forms: Sequence[str]) -> int:
    return sum(form in _NEGATIONS or form.endswith("n't") for form in forms)


def _is_opposite(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one word is the other with "un-" or the like before it."""
    if len(ours) != 1 or len(theirs) != 1:
        return False
    short, long = sorted((ours[0], theirs[0]), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in _PREFIXES)


def _numbers(forms: Sequence[str]) -> Counter[str]:
    return Counter(form for form in forms if form[0].isdigit() or form in _NUMBERS)


def _is_tense(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a verb stands in another form, or only an auxiliary differs."""
    mine = [f for f in ours if f not in theirs]
    yours = [f for f in theirs if f not in ours]
    if (mine or yours) and all(f in _AUXILIARIES for f in (*mine, *yours)):
        return True
    return any(_is_other_form(a, b) for a in mine for b in yours)


def _is_other_form(a: str, b: str) -> bool:
    """Whether two words are forms of one verb; a mere -s may be a plural."""
    if stem(a) != stem(b):
        return False
    return any(is_irregular(w) or w.endswith(_TENSE_ENDINGS) for w in (a, b)) or not (
        a.endswith("s") or b.endswith("s")
    )


def _of_marks(said: Side, recorded: Side, step: Step) -> Iterator[Difference]:
    """Marks and capitals that differ between words that are the same; the quotation's first word is left aside."""
    for i, j in zip(range(*step.said), range(*step.recorded), strict=True):
        ours, theirs = said.words[i], recorded.words[j]
        if i > 0 and ours.written != theirs.written:
            yield Difference(kind="capitals", said=ours.written, recorded=theirs.written)
        if i > step.said.start and said.marks[i] != recorded.marks[j]:
            yield Difference(
                kind="punctuation",
                said=said.written(Span(i - 1, i + 1)),
                recorded=recorded.written(Span(j - 1, j + 1)),
                is_marked="…" in said.marks[i],
            )


# They mostly count nothing, or are written otherwise in figures.
_VAGUE = frozenset(("one", "first", "second", "third", "half", "$", "€", "%", "percent"))


def numbers_in(forms: Sequence[str]) -> set[str]:
    """The numbers among some words that count something; "one", "first" and "second" mostly do not."""
    return set(_numbers(forms)) - _VAGUE


def turns_round(said: Sequence[str], recorded: Sequence[str]) -> bool:
    """Whether one side denies what the other does not: one has a negation, the other none."""
    return bool(_n_negations(said)) != bool(_n_negations(recorded))
