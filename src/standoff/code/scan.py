"""One pass over the words of a sentence, which gives each its clause.

Each finite verb group goes to the innermost clause that still waits for one; clauses open at "that", "who", "if",
"because" and the like, and end at a comma or with their verb. A sentence whose only clause is one that leads in
("whether the river could be shared") has its claim there.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from standoff.code.clauses import Clauses, Kind
from standoff.code.heads import head_group
from standoff.code.lexicon import read_words
from standoff.code.openers import opened_at
from standoff.code.sentences import PART, Word
from standoff.code.verbs import (
    COORDINATOR,
    NOMINATIVE,
    PREPOSITION,
    VerbGroup,
    due_group,
    infinitive_group,
    is_adverb,
    verb_group,
    widened,
)

_TRANSPARENT = read_words("clauses")["transparent"]
# A question keeps its form at the head: what it opens there is no condition when nothing else follows.
_ASKING = ("if", "should", "were", "had")


def scanned(words: tuple[Word, ...], start: int) -> Clauses:
    """The sentence with its clauses; the words before `start` only lead to its claim."""
    return _Scan(words, start, [_Open("main", start)]).done()


@dataclass(slots=True)
class _Open:
    """A clause that is being read: its kind, its first word, whether it stands before the main claim, and its verb."""

    kind: Kind
    start: int
    is_fronted: bool = False
    verb: VerbGroup | None = None


@dataclass(slots=True)
class _Scan:
    """One pass over the words of a sentence."""

    words: tuple[Word, ...]
    start: int
    stack: list[_Open]
    kinds: list[Kind] = field(default_factory=list)
    condition: int | None = None
    split: int | None = None
    first: _Open | None = None

    def done(self) -> Clauses:
        """The sentence with its clauses."""
        main = self.stack[0]
        i = self._head()
        while i < len(self.words):
            i = self._step(i)
        if main.verb is None and self.first is not None and self.first.is_fronted and self.first.verb is not None:
            self._promote(self.first)
            main = self.first
        if main.verb is None:
            main.verb = self._late_infinitive()
        verb = main.verb or VerbGroup(self.start, self.start)
        return Clauses(
            words=self.words,
            kinds=tuple(self.kinds),
            start=self.start,
            verb=verb,
            has_verb=main.verb is not None,
            condition=self.condition,
        )

    def _head(self) -> int:
        """Reads what a content may begin with that is no finite clause; where to go on."""
        self.kinds = ["main"] * self.start
        begin = self.start
        if begin < len(self.words) and self.words[begin].form in COORDINATOR:
            self.kinds.append("main")
            begin += 1
        group = head_group(self.words, begin)
        if group:
            self.stack[0].verb = group
            self.kinds += ["main"] * (group.end - begin)
            return group.end
        if begin < len(self.words) and self.words[begin].form in _TRANSPARENT:
            self.kinds.append("main")
            begin += 1
        return begin

    def _step(self, i: int) -> int:
        """Reads the word at `i`; where to go on."""
        word = self.words[i]
        is_due = bool(PART.search(word.before)) and self._part(i)
        is_due = is_due or self._is_behind_relative(i)
        opened = opened_at(self.words, i, is_unreal=self._is_unreal())
        if opened:
            self._push(opened, i)
            return self._behind_opener(i + 1)
        group = verb_group(self.words, i) or (due_group(self.words, i) if is_due else None)
        if group:
            self._take(group)
            return group.end
        if word.form in COORDINATOR:
            self.split = i
        self.kinds.append(self.stack[-1].kind)
        return i + 1

    def _is_behind_relative(self, i: int) -> bool:
        """Whether the word stands where the verb of "who" or "which" is due; behind "that" only a past form is."""
        start = self.stack[-1].start
        between = self.words[start + 1 : i]
        if start >= i or self.stack[-1].verb is not None or not all(is_adverb(word.form) for word in between):
            return False
        opener = self.words[start].form
        is_sure = bool(between) or self.words[i].form.endswith("ed")
        return opener in ("who", "which") or (opener == "that" and is_sure)

    def _behind_opener(self, i: int) -> int:
        """Passes over the second word of an opener of two ("provided that", "as long as")."""
        is_condition = self.stack[-1].kind == "condition"
        while is_condition and i < len(self.words) and self.words[i].form in ("that", "as"):
            self.kinds.append("condition")
            i += 1
        return i

    def _part(self, i: int) -> bool:
        """At a comma or dash: what has its verb, or is no clause after all, ends; whether a verb is now due."""
        n_open = len(self.stack)
        while len(self.stack) > 1 and any(c.verb is None for c in self.stack[:-1]):
            top = self.stack[-1]
            is_phrase = self.words[top.start].form in PREPOSITION | {"as"}
            if top.verb is None and not is_phrase and not (top.is_fronted and self._goes_on(i)):
                break
            self.stack.pop()
        if len(self.stack) == 1 or self.stack[-1].verb is not None:
            self.split = i
        has_subject = any(kind == self.stack[-1].kind for kind in self.kinds[self.start :])
        return len(self.stack) < n_open and self.stack[-1].verb is None and has_subject

    def _goes_on(self, i: int) -> bool:
        """Whether a verb follows before the next comma, so that the claim begins here."""
        for j in range(i, len(self.words)):
            if j > i and "," in self.words[j].before:
                return False
            if verb_group(self.words, j):
                return True
        return False

    def _is_unreal(self) -> bool:
        """Whether the main claim is one that waits for its condition ("would have gone")."""
        verb = self.stack[0].verb
        forms = {word.form for word in self.words[verb.start : verb.end]} if verb else set()
        return bool(forms & {"would", "could", "might"})

    def _push(self, kind: Kind, i: int) -> None:
        main = self.stack[0]
        is_fronted = main.verb is None and all(k != "main" for k in self.kinds[self.start : i]) and len(self.stack) == 1
        if kind == "condition" and self.words[i].before.count(",") and main.verb is not None:
            del self.stack[1:]
        if kind == "condition" and self.condition is None and len(self.stack) == 1:
            self.condition = i
        opened = _Open(kind, i, is_fronted)
        self.first = self.first or opened
        self.stack.append(opened)
        self.kinds.append(kind)

    def _take(self, group: VerbGroup) -> None:
        """Gives a verb group to the innermost clause that waits for one, or to a new one that it begins."""
        waiting = [n for n, clause in enumerate(self.stack) if clause.verb is None]
        if waiting and not self._is_inner(group, waiting[-1]):
            del self.stack[waiting[-1] + 1 :]
            self.stack[-1].verb = widened(self.words, group)
        elif self.stack[-1].kind == "main":
            self._begin(group)
        self.split = None
        self.kinds += [self.stack[-1].kind] * (group.end - group.start)

    def _is_inner(self, group: VerbGroup, waiting: int) -> bool:
        """Whether the verb belongs to a further clause inside the top one, though an outer one waits."""
        if waiting == len(self.stack) - 1:
            return False
        if self.words[group.start - 1].form in COORDINATOR:
            is_aside = "," in self.words[self.stack[-1].start].before
            has_end = is_aside and any("," in word.before for word in self.words[group.end :])
            return has_end or any(verb_group(self.words, j) for j in range(group.end, len(self.words)))
        has_own_subject = self.words[group.start - 1].form in NOMINATIVE
        has_outer_subject = any(kind == "main" for kind in self.kinds[self.start :])
        comma_ahead = any("," in word.before for word in self.words[group.end :])
        return has_own_subject and (has_outer_subject or (self.stack[-1].is_fronted and comma_ahead))

    def _begin(self, group: VerbGroup) -> None:
        """A further clause beside the main one, or under its verb ("said he would")."""
        main = self.stack[0].verb
        if self.split is not None:
            kind: Kind = "coordinate"
            begin = self.split
        else:
            kind, begin = "clause", main.end if main else group.start
        self.kinds[begin:] = [kind] * (len(self.kinds) - begin)
        self.stack.append(_Open(kind, begin, verb=group))

    def _promote(self, clause: _Open) -> None:
        """Makes the clause at the head the main one, since the sentence has no other."""
        if self.condition == clause.start and self.words[clause.start].form in _ASKING:
            self.condition = None
        end = next((i for i in range(clause.start, len(self.kinds)) if self.kinds[i] != clause.kind), len(self.kinds))
        self.kinds[clause.start : end] = ["main"] * (end - clause.start)

    def _late_infinitive(self) -> VerbGroup | None:
        """The infinitive of a content without a finite verb ("for Oslo to leave", "premiums to double")."""
        found = (infinitive_group(self.words, i) for i in range(self.start, len(self.words)) if self.kinds[i] == "main")
        return next((group for group in found if group), None)
