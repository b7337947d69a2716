"""Reporting verbs and the hedges, auxiliaries and refusals that change on what basis they stand.

Written for this project. Used to rewrite cues of PolNeAR ("said" to "would have likely said"), which gives basis
labels in real syntax, and to give weak labels to cues that need no rewriting.
"""

from __future__ import annotations

from dataclasses import dataclass

from standoff.values.statement import Basis


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of a reporting verb: base, third person, past, past participle, -ing."""

    base: str
    present: str
    past: str
    participle: str
    ing: str


def _regular(*bases: str) -> list[Verb]:
    return [
        Verb(b, b + "s", (b if b.endswith("e") else b + "e") + "d", (b if b.endswith("e") else b + "e") + "d",
             b.removesuffix("e") + "ing")
        for b in bases
    ]  # fmt: skip


_IRREGULAR = [
    Verb("say", "says", "said", "said", "saying"),
    Verb("tell", "tells", "told", "told", "telling"),
    Verb("write", "writes", "wrote", "written", "writing"),
    Verb("deny", "denies", "denied", "denied", "denying"),
    Verb("reply", "replies", "replied", "replied", "replying"),
    Verb("admit", "admits", "admitted", "admitted", "admitting"),
    Verb("vow", "vows", "vowed", "vowed", "vowing"),
    Verb("put", "puts", "put", "put", "putting"),
]
VERBS = [
    *_IRREGULAR,
    *_regular(
        "add", "argue", "claim", "suggest", "warn", "insist", "state", "note", "explain", "tweet", "call", "accuse",
        "announce", "declare", "acknowledge", "assert", "describe", "criticize", "blame", "praise", "dismiss",
        "condemn", "defend", "demand", "urge", "recall", "report", "reveal", "complain", "contend", "confirm",
        "conclude", "point out", "emphasize", "observe", "stress", "predict", "promise", "propose", "pledge", "ask",
        "reject", "remark", "respond", "counter", "mention", "joke", "question", "denounce", "express", "challenge",
        "allege", "cite", "caution", "concede", "answer", "highlight", "back", "slam", "blast", "endorse",
    ),
]  # fmt: skip
_BY_PAST = {verb.past: verb for verb in VERBS if verb.past != "put"}


def verb_from_past(word: str) -> Verb | None:
    """The verb whose past tense `word` is, if it is known."""
    return _BY_PAST.get(word.lower())


REWRITES: dict[Basis, tuple[str, ...]] = {
    "inferred": (
        "likely {past}", "probably {past}", "presumably {past}", "perhaps {past}", "very likely {past}",
        "almost certainly {past}", "most likely {past}", "may have {participle}", "might have {participle}",
        "could have {participle}", "must have {participle}", "would have {participle}",
        "would likely have {participle}", "would have likely {participle}", "would have probably {participle}",
        "likely would have {participle}", "may well have {participle}", "might also have {participle}",
        "would undoubtedly have {participle}", "would have undoubtedly {participle}", "seems to have {participle}",
        "appears to have {participle}", "appeared to have {participle}", "is likely to have {participle}",
        "is thought to have {participle}", "would surely have {participle}", "no doubt {past}",
        "doubtless {past}", "seemingly {past}", "possibly {past}", "will have {participle}",
    ),
    "predicted": (
        "will {base}", "will likely {base}", "will probably {base}", "is expected to {base}", "is going to {base}",
        "is likely to {base}", "plans to {base}", "is set to {base}", "will continue to {base}", "will almost certainly {base}",
        "is certain to {base}", "is bound to {base}", "is about to {base}", "was expected to {base}", "was due to {base}",
        "intends to {base}", "is poised to {base}", "will surely {base}", "will soon {base}", "is scheduled to {base}",
    ),
    "withheld": (
        "declined to {base}", "refused to {base}", "did not {base}", "would not {base}", "has yet to {base}",
        "stopped short of {ing}", "failed to {base}", "never {past}", "avoided {ing}", "has not {participle}",
        "didn’t {base}", "has refused to {base}", "has declined to {base}", "could not {base}", "wouldn’t {base}",
        "chose not to {base}", "has never {participle}", "does not {base}", "had not {participle}",
    ),
    "hearsay": (
        "reportedly {past}", "allegedly {past}", "is said to have {participle}", "is reported to have {participle}",
        "supposedly {past}", "is alleged to have {participle}", "reportedly {present}", "was said to have {participle}",
        "has reportedly {participle}", "had reportedly {participle}", "is rumored to have {participle}",
        "purportedly {past}", "was reported to have {participle}", "has allegedly {participle}", "reportedly privately {past}",
    ),
    "standing": (
        "often {present}", "typically {present}", "usually {present}", "routinely {present}", "generally {present}",
        "frequently {present}", "regularly {present}", "consistently {present}", "invariably {present}",
        "has long {participle}", "always {present}", "tends to {base}", "likes to {base}", "still {present}",
    ),
    "reported": (
        "has {participle}", "had {participle}", "also {past}", "later {past}", "again {past}", "then {past}",
        "has repeatedly {participle}", "openly {past}", "repeatedly {past}", "went on to {base}", "did {base}",
    ),
}  # fmt: skip

STATES = frozenset(
    "believes believe thinks think wants want hopes hope supports support opposes oppose fears fear knows know feels feel "
    "favors favours prefers maintains considers regards sees views stands wishes doubts holds understands".split()
)
"""One-word cues that tell what somebody generally holds: `standing`."""
