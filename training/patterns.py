"""The patterns: the bases of their statements, then the sentence. See `training/templates.py` for the slots.

Where two share words and differ in basis they stand together: the hedge in and out of scope is what they teach.
A basis that ends in `*` takes the first statement's source.
"""

from __future__ import annotations

_HEDGED = (
    "likely", "probably", "presumably", "perhaps", "almost certainly", "very likely", "most likely", "doubtless", "no doubt",
    "surely", "undoubtedly", "possibly", "seemingly", "evidently", "apparently",
)  # fmt: skip
_REPORTEDLY = ("reportedly", "allegedly", "supposedly", "purportedly", "reportedly also", "reportedly once")
_AUXILIARY = (
    "would have {participle}", "would likely have {participle}", "would have likely {participle}", "may have {participle}",
    "might have {participle}", "might well have {participle}", "must have {participle}", "could have {participle}",
    "would have probably {participle}", "will have {participle}", "may also have {participle}", "seems to have {participle}",
    "appears to have {participle}", "would undoubtedly have {participle}", "is likely to have {participle}",
    "would have no doubt {participle}", "probably would have {participle}", "likely would have {participle}",
)  # fmt: skip
_COMING = (
    "will {base}", "will likely {base}", "will probably {base}", "is expected to {base}", "is going to {base}", "is set to {base}",
    "is likely to {base}", "plans to {base}", "intends to {base}", "will no doubt {base}", "will almost certainly {base}",
    "may yet {base}", "is due to {base}", "is widely expected to {base}", "will continue to {base}", "is poised to {base}",
    "is bound to {base}", "was expected to {base}", "is preparing to {base}", "will hardly {base}", "will surely {base} again",
)  # fmt: skip
_WITHHELD = (
    "declined to {base}", "refused to {base}", "did not {base}", "would not {base}", "has yet to {base}", "stopped short of {ing}",
    "failed to {base}", "never {past}", "has never {participle}", "has refused to {base}", "was not ready to {base}",
    "could not bring himself to {base}", "avoided {ing}", "did not once {base}", "was careful not to {base}", "chose not to {base}",
    "has so far not {participle}", "held back from {ing}", "was unwilling to {base}", "does not {base}",
)  # fmt: skip
_HEARSAY = (
    "is said to have {participle}", "is understood to have {participle}", "is reported to have {participle}",
    "was said to have {participle}", "is rumoured to have {participle}", "is alleged to have {participle}",
    "has reportedly {participle}", "had reportedly {participle}", "is believed to have {participle}",
    "was reported to have {participle}", "is supposed to have {participle}",
)  # fmt: skip
_STANDING = (
    "often {present}", "always {present}", "typically {present}", "routinely {present}", "has long {participle}", "still {present}",
    "has always {participle}", "consistently {present}", "regularly {present}", "usually {present}", "never tires of {ing}",
    "for years has {participle}", "generally {present}", "keeps {ing}", "likes to {base}", "tends to {base}",
)  # fmt: skip

_EACH: list[tuple[str, str]] = [
    *(("inferred", f"[S] [K {h} {{past}}] that [C].") for h in _HEDGED),
    *(("inferred", f"[S] [K {h} {{past}}] [N].") for h in _HEDGED[:8]),
    *(("inferred", f"{h.capitalize()}, [S] [K {{past}}] that [C].") for h in _HEDGED[:10]),
    *(
        ("inferred", f"[S], {h}, [K {{past}}] that [C].")
        for h in (*_HEDGED[1:4], "it seems", "one assumes", "I suspect", "it appears")
    ),
    *(("inferred", f"[S] [K {a}] that [C].") for a in _AUXILIARY),
    *(("inferred", f"[S] [K {a}] [N].") for a in _AUXILIARY[:9]),
    *(
        ("inferred inferred*", f"[S] [K {a}] [N], [K2 {{ing}}] that [C2].")
        for a in (*_AUXILIARY[:6], "likely {past}", "probably {past}")
    ),
    *(
        ("inferred inferred*", f"[S] [K {a}] that [C] and [K2 {{past}}] [N2].")
        for a in ("likely {past}", "probably {past}", "perhaps {past}")
    ),
    *(("hearsay", f"[S] [K {h} {{past}}] that [C].") for h in _REPORTEDLY),
    *(("hearsay", f"[S] [K {h} {{past}}] [N].") for h in _REPORTEDLY),
    *(("hearsay", f"[S] [K {h} {{past}}] [I].") for h in _REPORTEDLY[:4]),
    *(("hearsay", f"{h.capitalize()}, [S] [K {{past}}] that [C].") for h in _REPORTEDLY[:4]),
    *(("hearsay", f"[S] [K {h}] that [C].") for h in _HEARSAY),
    *(("hearsay", f"[S] [K {h}] [N].") for h in _HEARSAY[:6]),
    *(("predicted", f"[S] [K {c}] that [C].") for c in _COMING),
    *(("predicted", f"[S] [K {c}] [N].") for c in _COMING),
    *(("predicted", f"[S] [K {c}] [I].") for c in _COMING[:8]),
    *(("withheld", f"[S] [K {w}] that [C].") for w in _WITHHELD),
    *(("withheld", f"[S] [K {w}] [N].") for w in _WITHHELD),
    *(("withheld", f"[S] [K {w}] [I].") for w in _WITHHELD[:6]),
    *(("standing", f"[S] [K {s}] that [C].") for s in _STANDING),
    *(("standing", f"[S] [K {s}] [N].") for s in _STANDING[:10]),
]

_REPORTED: list[tuple[str, str]] = [
    ("reported", "[S] [K {past}] that [C]."),
    ("reported", "[S] [K {past}] [N]."),
    ("reported", "[S] [K {past}] [I]."),
    ("reported", "[S] [K told] [A] that [C]."),
    ("reported", "[S] [K has {participle}] that [C]."),
    ("reported", "[S] [K had {participle}] [N] a week earlier."),
    ("reported", "[C], [S] [K {past}]."),
    ("reported", "[K According to] [S], [C]."),
    ("reported", "[C], [K according to] [S]."),
    ("reported", "On Monday [S] [K again {past}] that [C]."),
    ("reported", "[S] [K openly {past}] [N]."),
    ("reported", "In what was probably a slip of the tongue, [S] [K {past}] that [C]."),
    ("reported", "In what may have been a last attempt, [S] [K {past}] that [C]."),
    ("reported", "[S], perhaps weary of the question, [K {past}] that [C]."),
    ("reported", "[S] [K {past}], probably for the cameras, that [C]."),
    ("reported", "Speaking to a likely hostile crowd, [S] [K {past}] that [C]."),
    ("reported", "Whatever the reason may have been, [S] [K {past}] that [C]."),
    ("reported", "The talks had likely failed by then, but [S] [K {past}] that [C]."),
    ("reported", "[S], who is expected to resign, [K {past}] that [C]."),
    ("reported", "[S], who had refused to attend, [K {past}] that [C]."),
    ("reported", "[S], reportedly ill for weeks, [K {past}] that [C]."),
    ("reported", "[S], who will travel to Geneva next week, [K {past}] [N]."),
    ("reported", "At the end, [S] [K said] what nobody had dared to say: [C]."),
    ("reported", "[S] [K did not hesitate to {base}] [N]."),
    ("reported", "[S] [K left no doubt] that [C]."),
    ("reported", "[S] [K did {base}] that [C]."),
    ("reported", "Asked what would happen next, [S] [K {past}] that [C]."),
    ("reported", "A vote will likely follow, now that [S] [K has {participle}] that [C]."),
    ("reported", "[S] [K was quick to {base}] [N]."),
    ("reported", "[S] [K went on to {base}] [N]."),
    ("reported", "[S] [K denied] that [C]."),
    ("reported", "[S] [K denied] [N]."),
    ("reported", "Not that it will matter much, but [S] [K {past}] that [C]."),
    ("reported", "[S] [K made clear] that [C]."),
    ("reported", "[K There was a call from] [S] [I]."),
    ("reported", "[S] [K urged] [A] [I]."),
    ("reported", "[S] [K accused] [T] of breaking its word."),
]
_GUESSED: list[tuple[str, str]] = [
    ("inferred", "It seems that [S] [K {past}] that [C]."),
    ("inferred", "I suspect that [S] [K {past}] that [C]."),
    ("inferred", "My guess is that [S] [K {past}] that [C]."),
    ("inferred", "We can assume that [S] [K {past}] [N]."),
    ("inferred", "One can imagine [S] [K {ing}] that [C]."),
    ("inferred", "If past speeches are any guide, [S] [K {past}] that [C]."),
    ("inferred", "Chances are that [S] [K {past}] [N]."),
    ("inferred", "[S][K ’s remarks likely centred on] [N]."),
    ("inferred", "[S][K ’s message would have been] that [C]."),
    ("inferred", "[S][K ’s argument was probably] that [C]."),
    ("inferred", "What [S] [K likely meant] is that [C]."),
    ("inferred", "[S] [K seems to believe] that [C]."),
    ("inferred", "[S] [K appears to think] that [C]."),
    ("inferred", "[S] [K probably wants] [I]."),
    ("inferred", "[S] [K likely hopes] [I]."),
    ("inferred", "[S] [K probably sees] [N] as a threat."),
    ("inferred", "[S] [K seems convinced] that [C]."),
    ("inferred", "[S] [K might be trying] [I]."),
    ("inferred", "[S] [K was perhaps hinting] that [C]."),
    ("inferred", "[S] [K may fear] that [C]."),
    ("inferred", "[S] [K could be seeking] [I]."),
    ("inferred", "[S] [K is probably afraid] that [C]."),
    ("inferred", "Behind closed doors [S] [K must have {participle}] [N]."),
    ("inferred", "[S] [K likely said], “[Q].”"),
    ("inferred", "[S] [K would have {participle}], “[Q].”"),
    ("inferred", "[S] [K probably called] it “[M].”"),
    ("inferred standing", "[S] [K likely repeated] [C], [S2][K2 ’s old position] that [C2]."),
]
_HEARD: list[tuple[str, str]] = [
    ("hearsay", "It is said that [S] [K {past}] that [C]."),
    ("hearsay", "Rumour has it that [S] [K {past}] [N]."),
    ("hearsay", "Word in the corridors is that [S] [K {past}] that [C]."),
    ("hearsay", "There is talk that [S] [K {past}] [N]."),
    ("hearsay", "[K It is alleged] that [C]."),
    ("hearsay", "[K It was rumoured] that [C]."),
    ("hearsay", "[C], [K it is said]."),
    ("hearsay", "[K Reportedly], [C]."),
    ("hearsay", "[S] [K is believed to favour] [N]."),
    ("hearsay", "[S] [K is said to be furious about] [N]."),
    ("hearsay", "[S] [K is understood to be planning] [I]."),
    ("hearsay", "[S] [K reportedly wants] [I]."),
    ("hearsay", "[S] [K allegedly believes] that [C]."),
    ("hearsay", "[S] [K is reportedly pressing for] [N]."),
    ("quoted", "“[Q],” [S] [K reportedly {past}]."),
    ("quoted", "[S] [K reportedly told] [A]: “[Q].”"),
    ("quoted", "[S] [K is said to have called] it “[M].”"),
]
_AHEAD: list[tuple[str, str]] = [
    ("predicted", "Expect [S] [K to {base}] that [C]."),
    ("predicted", "On Thursday [S] [K is to {base}] [N]."),
    ("predicted", "When they meet, [S] [K will {base}] that [C]."),
    ("predicted", "[S] [K ’ll {base}] [N], no doubt."),
    ("predicted", "Sooner or later [S] [K will have to {base}] that [C]."),
    ("predicted", "[S] [K was due to {base}] [N] later in the day."),
    ("predicted", "[S] [K will say], “[Q].”"),
    ("predicted", "[S] [K will call] it “[M].”"),
    ("predicted predicted*", "[S] [K will {base}] that [C] and [K2 {base}] [N2]."),
    ("predicted predicted*", "[S] [K is expected to {base}] [N], [K2 {ing}] that [C2]."),
    ("predicted", "Next week [S] [K plans to {base}] [N]."),
    ("predicted", "[S] [K is sure to {base}] [N]."),
    ("predicted", "[S] [K will want] [I]."),
    ("predicted", "[S] [K will seek] [I]."),
]
_UNSAID: list[tuple[str, str]] = [
    ("withheld", "[S] [K declined to comment]."),
    ("withheld", "[S] [K did not respond to a request for comment]."),
    ("withheld", "[S] [K refused to answer questions]."),
    ("withheld", "[S] [K would not be drawn on] [N]."),
    ("withheld", "[S] [K declined to say] whether [C]."),
    ("withheld", "[S] [K did not say] whether [C]."),
    ("withheld", "[S] [K would not confirm] that [C]."),
    ("withheld", "[S] [K would neither confirm nor deny] that [C]."),
    ("withheld", "[S] [K gave no answer on] [N]."),
    ("withheld", "[S] [K gave no details of] [N]."),
    ("withheld", "[S] [K sidestepped a question about] [N]."),
    ("withheld", "[S] [K made no mention of] [N]."),
    ("withheld", "[S] [K had nothing to say about] [N]."),
    ("withheld", "[S] [K has remained silent on] [N]."),
    ("withheld", "Asked about [N], [S] [K said nothing]."),
    ("withheld", "On [N] [S] [K kept silent]."),
    ("withheld", "Not once did [S] [K {base}] [N]."),
    ("withheld", "Nobody in [S] [K would say] that [C]."),
    ("withheld", "[S] [K never said] “[Q].”"),
    ("withheld", "[S] [K refused to call] it “[M].”"),
    ("withheld reported*", "[S] [K declined to {base}] [N] but [K2 {past}] that [C2]."),
    ("withheld reported*", "Without [K {ing}] [N], [S2] [K2 {past}] that [C2]."),
    ("reported withheld*", "[S] [K {past}] that [C] but [K2 did not {base}] [N2]."),
    ("reported predicted*", "[S] [K {past}] that [C] and [K2 is expected to {base}] [N2]."),
    ("reported inferred*", "[S] [K {past}] that [C] and [K2 probably {past}] [N2]."),
    ("inferred reported", "[S] [K probably {past}] [N], but [S2] [K2 {past}] that [C2]."),
    ("reported inferred", "[S] [K {past}] that [C], and [S2] [K2 would have {participle}] that [C2]."),
]
_HELD: list[tuple[str, str]] = [
    ("standing", "[S][K ’s position is] that [C]."),
    ("standing", "[S][K ’s narrative] that [C] is well known."),
    ("standing", "[S][K ’s insistence] that [C] has not changed."),
    ("standing", "[S][K ’s rhetoric often frames] [N] as a defence."),
    ("standing", "The official line of [S] [K is] that [C]."),
    ("standing", "[K For] [S], [C]."),
    ("standing", "[S] [K believes] that [C]."),
    ("standing", "[S] [K thinks] that [C]."),
    ("standing", "[S] [K insists] that [C]."),
    ("standing", "[S] [K maintains] that [C]."),
    ("standing", "[S] [K wants] [I]."),
    ("standing", "[S] [K hopes] [I]."),
    ("standing", "[S] [K aims] [I]."),
    ("standing", "[S] [K is trying] [I]."),
    ("standing", "[S] [K fears] that [C]."),
    ("standing", "[S] [K opposes] [N]."),
    ("standing", "[S] [K supports] [N]."),
    ("standing", "[S] [K is against] [N]."),
    ("standing", "[S] [K remains committed to] [N]."),
    ("standing", "[S] [K sees] [N] as a threat."),
    ("standing", "[S] [K regards] [N] as illegal."),
    ("standing", "[S] [K is convinced] that [C]."),
    ("standing", "[N] [K is widely seen] as a mistake."),
    ("standing", "[S] [K has for decades {participle}] that [C]."),
    ("standing", "As [S] [K sees] it, [C]."),
]
_SPOKEN: list[tuple[str, str]] = [
    ("quoted", "“[Q],” [S] [K {past}]."),
    ("quoted", "“[Q],” [K {past}] [S]."),
    ("quoted", "[S] [K {past}]: “[Q].”"),
    ("quoted", "“[Q],” [S] [K told] [A]."),
    ("quoted", "“[Q],” [S] [K {past}]. “[Q].”"),
    ("quoted", "[S] [K {past}], “[Q].”"),
    ("quoted", "[S] [K called] it “[M].”"),
    ("quoted", "[S] [K described] [N] as “[M].”"),
    ("quoted", "“[Q],” [S] [K {past}], perhaps in jest."),
    ("quoted", "“[Q],” [S] [K will be remembered for saying]."),
    ("quoted quoted*", "“[Q],” [S] [K {past}], [K2 calling] the decision “[M2].”"),
]

PATTERNS: tuple[tuple[str, str], ...] = (
    *_EACH, *(4 * (_REPORTED + _GUESSED + _HEARD + _AHEAD + _UNSAID + _HELD + _SPOKEN)),
)  # fmt: skip
"""All patterns; the single ones count four times against each word of the rows that vary one word."""
