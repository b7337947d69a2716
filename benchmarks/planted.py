"""The built set for `standoff verify`: true quotations of real transcripts, and the same with one planted change.

Made anew from a folder of records each time, seeded; the text stays where it is. What is planted here knows nothing of
how it is looked for: plain tables of words, no code of the package but the reading of records.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from standoff.values import Actor
from standoff.values.spoken import SpokenRecord

KINDS = (
    "negation",
    "number",
    "name",
    "modal",
    "tense",
    "word order",
    "splice",
    "other speaker",
    "ellipsis",
    "paraphrase",
)
N_EACH = 50
N_TRUE = 500
N_ELSEWHERE = 500

_SENTENCE = re.compile(r"[A-Z“\"][^.!?\n]{40,260}[.!?](?=\s|$)")
_WORD = re.compile(r"[\w’'-]+")
_MODALS = ("can", "could", "may", "might", "must", "should", "will", "would")
_COUNTRIES = tuple(
    "Ukraine Russia China Iran Israel Germany France Turkey Japan India Ethiopia Afghanistan Belarus Poland Mexico "
    "Colombia Haiti Syria Iraq Lebanon Egypt Jordan Canada Australia Kenya Sudan Libya Yemen Taiwan Pakistan".split()
)
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "ten", "twelve", "million", "billion", "hundred")
_TENSES = {
    "is": "was", "are": "were", "was": "is", "were": "are", "has": "had", "have": "had", "do": "did", "said": "says",
    "made": "makes", "met": "meets", "saw": "see", "know": "knew", "think": "thought", "want": "wanted",
    "believe": "believed", "continue": "continued", "support": "supported", "remain": "remained", "need": "needed",
    "taken": "taking", "working": "worked", "called": "calls", "discussed": "discuss",
}  # fmt: skip
_NEGATIONS = (
    (re.compile(r"\b(is|are|was|were|will|would|do|does|did|has|have|had|can|could|should|must) not\b"), r"\1"),
    (re.compile(r"\b(is|are|was|were|would|do|does|did|has|have|had|could|should)n[’']t\b"), r"\1"),
    (re.compile(r"\b[Cc]an(?:not|[’']t)\b"), "can"),
    (re.compile(r"\bwon[’']t\b"), "will"),
    (re.compile(r"\bnever (?=\w)"), ""),
    (re.compile(r"\b(is|are|was|were|have|has|had) no (?=\w)"), r"\1 "),
)
# What another translator might have chosen; each pair is written by hand.
_OTHER_WORDS = {
    "important": "significant", "continue": "go on", "support": "assistance", "people": "population",
    "work": "cooperate", "working": "cooperating", "together": "jointly", "want": "wish", "need": "require",
    "help": "assist", "many": "numerous", "make": "render", "sure": "certain", "also": "as well", "very": "extremely",
    "great": "excellent", "believe": "are convinced", "think": "consider", "begin": "start", "end": "conclude",
    "war": "armed conflict", "issue": "question", "issues": "questions", "countries": "states", "country": "state",
    "world": "globe", "clear": "plain", "effort": "endeavour", "efforts": "endeavours", "try": "attempt",
    "trying": "attempting", "talk": "converse", "discuss": "debate", "opportunity": "chance", "challenge": "difficulty",
    "challenges": "difficulties", "partners": "associates", "partner": "associate", "commitment": "pledge",
    "committed": "pledged", "forward": "ahead", "strong": "robust", "today": "this day", "good": "favourable",
    "meet": "gather", "time": "moment", "way": "manner", "way forward": "path", "including": "among them",
    "government": "authorities", "security": "safety", "peace": "a peaceful order", "region": "area",
    "because": "since", "really": "truly", "just": "merely", "thank": "express gratitude to",
    "freedom": "liberty", "see": "observe", "get": "obtain", "give": "grant", "say": "state",
    "said": "stated", "before": "prior to", "after": "following", "against": "in opposition to", "about": "concerning",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of a record and who says it."""

    text: str
    actor: Actor
    record: int


@dataclass(frozen=True, slots=True)
class Item:
    """A quotation to be checked: what is planted in it ("" for a true one), to whom it is given, of which day."""

    kind: str
    text: str
    actor: Actor
    published: str | None


def built_set(held: Sequence[SpokenRecord], others: Sequence[SpokenRecord], seed: int) -> tuple[Item, ...]:
    """The items: true and changed ones from `held`, and true ones from `others`, which are not to be searched."""
    chance = random.Random(seed)  # noqa: S311 - seeded, not secret
    whole = _plain(" ".join(r.document.text for r in held))
    sentences = _sentences(held)
    chance.shuffle(sentences)
    items = [_item("", s.text, s.actor, held, s.record) for s in sentences[:N_TRUE]]
    left = sentences[N_TRUE:]
    for kind in KINDS:
        items.extend(_planted(kind, left, held, whole, chance))
    voices = {t.actors[0].actor_id for r in held for t in r.turns if len(t.actors) == 1}
    strangers = [s for s in _sentences(others) if s.actor.actor_id in voices and _plain(s.text) not in whole]
    chance.shuffle(strangers)
    items += [_item("elsewhere", s.text, s.actor, others, s.record) for s in strangers[:N_ELSEWHERE]]
    return tuple(items)


def _sentences(records: Sequence[SpokenRecord]) -> list[Spoken]:
    """The sentences of eight to forty words that one named person says, each text once."""
    found: dict[str, Spoken] = {}
    for n, record in enumerate(records):
        for turn in record.turns:
            if turn.role != "speaker" or len(turn.actors) != 1:
                continue
            for piece in turn.pieces:
                for match in _SENTENCE.finditer(record.document.text, *piece):
                    words = match[0].split()
                    if 8 <= len(words) <= 40 and not set("()[]…") & set(match[0]):
                        found.setdefault(_plain(match[0]), Spoken(match[0], turn.actors[0], n))
    return list(found.values())


def _planted(
    kind: str, sentences: list[Spoken], held: Sequence[SpokenRecord], whole: str, chance: random.Random
) -> Iterator[Item]:
    """Items with one change of a kind; every sentence is used once, and none that the records have as changed."""
    change = _CHANGES.get(kind)
    n = 0
    for spoken in list(sentences):
        if n == N_EACH:
            return
        text, actor = spoken.text, spoken.actor
        if kind == "splice":
            text = _spliced(spoken, chance.choice(sentences), chance)
        elif kind == "other speaker":
            other = _somebody_else(held[spoken.record], actor)
            actor = other or actor
            text = text if other else ""
        elif change is not None:
            text = change(text, chance)
        if not text or (kind != "other speaker" and _plain(text) in whole):
            continue
        sentences.remove(spoken)
        n += 1
        yield _item(kind, text, actor, held, spoken.record)


def _item(kind: str, text: str, actor: Actor, records: Sequence[SpokenRecord], record: int) -> Item:
    return Item(kind, text, actor, records[record].document.published)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower().replace("’", "'").replace("-", " ")))


def _negated(text: str, _: random.Random) -> str:
    for pattern, without in _NEGATIONS:
        if pattern.search(text):
            return pattern.sub(without, text, count=1)
    return ""


def _swapped(words: Sequence[str]) -> Callable[[str, random.Random], str]:
    """A change of one of some words into another one of them."""
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b")

    def change(text: str, chance: random.Random) -> str:
        match = pattern.search(text, 1)
        if match is None:
            return ""
        other = chance.choice([w for w in words if w != match[0]])
        return text[: match.start()] + other + text[match.end() :]

    return change


def _counted(text: str, chance: random.Random) -> str:
    """A change of a number in figures, else in words."""
    match = re.search(r"(?<![\w.,-])\d[\d,.]*\d|(?<![\w.,-])\d(?![\w-])", text)
    if match is None:
        return _swapped(_NUMBERS)(text, chance)
    figures = match[0]
    digit = str((int(figures[0]) % 9) + 1)
    return text[: match.start()] + digit + figures[1:] + text[match.end() :]


def _timed(text: str, _: random.Random) -> str:
    for match in re.finditer(r"\b[a-z]+\b", text):
        if match[0] in _TENSES:
            return text[: match.start()] + _TENSES[match[0]] + text[match.end() :]
    return ""


def _ordered(text: str, _: random.Random) -> str:
    """Two words about an "and" changed round."""
    match = re.search(r"\b([a-z]{4,}) and ([a-z]{4,})\b", text)
    if match is None or match[1] == match[2]:
        return ""
    return text[: match.start()] + f"{match[2]} and {match[1]}" + text[match.end() :]


def _shortened(text: str, chance: random.Random) -> str:
    """A clause of four to twelve words inside left out behind an ellipsis."""
    words = text.split()
    if len(words) < 18:
        return ""
    n = chance.randint(4, min(12, len(words) - 12))
    at = chance.randint(6, len(words) - n - 6)
    return " ".join(words[:at]) + " … " + " ".join(words[at + n :])


def _translated(text: str, _: random.Random) -> str:
    """Other words throughout, and the two halves about a comma changed round where there is one."""
    n = 0
    words = []
    for word in text.split():
        bare = word.strip(".,;:!?").lower()
        n += bare in _OTHER_WORDS
        words.append(word.lower().replace(bare, _OTHER_WORDS[bare]) if bare in _OTHER_WORDS else word)
    return " ".join(words) if n >= 0.3 * len(words) else ""


def _spliced(one: Spoken, other: Spoken, chance: random.Random) -> str:
    """The beginning of one sentence and the end of another of the same speaker, from different places."""
    a, b = one.text.split(), other.text.split()
    if one.actor != other.actor or one == other or min(len(a), len(b)) < 16:
        return ""
    cut, start = chance.randint(7, len(a) - 7), chance.randint(7, len(b) - 7)
    return " ".join(a[:cut]) + " " + " ".join(b[start:])


def _somebody_else(record: SpokenRecord, actor: Actor) -> Actor | None:
    """Another named person who speaks in the record."""
    named = [t.actors[0] for t in record.turns if t.role == "speaker" and len(t.actors) == 1]
    return next((other for other in named if other != actor), None)


_CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "negation": _negated,
    "number": _counted,
    "name": _swapped(_COUNTRIES),
    "modal": _swapped(_MODALS),
    "tense": _timed,
    "word order": _ordered,
    "ellipsis": _shortened,
    "paraphrase": _translated,
}
