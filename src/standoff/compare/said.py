"""What each statement of several documents says, made ready to be set beside what others say.

One flat list over all documents, in the order of their dates, then of input, then of the text. All later parts of
comparing across documents work on it and name statements by their ids.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from standoff.compare.wording import numbers_in, stems_in
from standoff.knowledge import Knowledge
from standoff.spans import Span, hull
from standoff.values import Act, Actor, ActorKind, Analysis, Basis, Coding, Polarity, Resolution, Statement
from standoff.values.reading import Halves

BODIES: tuple[ActorKind, ...] = ("government", "organisation", "bloc", "armed_group")
"""Who can be a side: somebody who speaks for nobody known may say what they like, and binds nobody."""

_ORGAN = re.compile(
    r"\b(?:Ministry|Department of|Armed Forces|Defen[cs]e Forces|Army|Navy|Air Force|Coast Guard|Border Guard|Embassy|"
    r"Foreign Office|Treasury|Police)\b"
)
# "Police", "Parliament" alone are any state's: a side of that name would join those of all.
_NAMELESS = re.compile(
    r"(?:The )?(?:Police|Army|Navy|Air Force|Armed Forces|Military|Parliament|Senate|Congress|Court|Supreme Court|"
    r"Tribunal|Embassy|Consulate|Ministry|Foreign Ministry|Foreign Office|Government|Opposition|Cabinet|State|Treasury|"
    r"Customs|Council|Commission|Committee|Agency|Service|Office)"
)
_LAST = "9999"
_BEFORE_CHARS = 200


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """One statement with what comparing asks of it.

    `doc` is the place of its document in the order of dates, `place` that of the sentence in the document; `sides` are
    the states and bodies spoken for, none for a private person, `speaker_ids` those of sides and sources; `targets` are
    those spoken of; `span` reaches from the first to the last character of the content (of the sentence where there is
    none); `text` is the content, its pieces joined, `who` and `how` are the words of source and cue, `before` those
    that stand before the sentence; `words` are the stems of the content, `around` those of its sentence; `vector` and
    `sentence_vector` are unit rows `(dim,)`, zeros where there are none; `is_on_record` tells that a primary record
    has it in the speaker's own mouth.
    """

    statement_id: str
    parent_id: str | None
    doc_id: str
    doc: int
    date: str | None
    place: int
    actors: tuple[Actor, ...]
    sides: tuple[Actor, ...]
    side_ids: frozenset[str]
    speaker_ids: frozenset[str]
    targets: tuple[Actor, ...]
    target_ids: frozenset[str]
    act: Act
    polarity: Polarity
    issues: tuple[str, ...]
    basis: Basis
    span: Span
    text: str
    who: str
    how: str
    before: str
    words: frozenset[str]
    around: tuple[str, ...]
    numbers: frozenset[float]
    vector: Halves
    sentence_vector: Halves
    is_on_record: bool = False

    @property
    def is_withheld(self) -> bool:
        """Whether the text tells that it was not said."""
        return self.basis == "withheld"


def stance(one: Said) -> bool:
    """Whether a statement upholds its content: a denial and a refusal do not, whatever words the content is in."""
    return one.act not in ("deny", "reject") and one.polarity == "positive"


def has_same_side(one: Said, other: Said) -> bool:
    """Whether two statements are made for one state or body."""
    return not one.side_ids.isdisjoint(other.side_ids)


def says_something(one: Said) -> bool:
    """Whether a content has at least two stems: "it" or "the seizure" alone takes no stand."""
    return len(one.words) > 1


def said_in(
    analyses: Sequence[Analysis], on_record: Container[str] = (), known: Knowledge | None = None
) -> tuple[Said, ...]:
    """What the statements of all documents say, earlier documents first; an undated one comes last.

    `on_record` has the ids of the statements that primary records hold; what a body belongs to by the knowledge, it
    counts for.
    """
    behalf = usual_sides((r for analysis in analyses for r in analysis.resolutions), known)
    silent = _silent_places(r for analysis in analyses for r in analysis.resolutions)
    order = sorted(range(len(analyses)), key=lambda i: (analyses[i].document.published or _LAST, i))
    found = (one for doc, i in enumerate(order) for one in _said_in(analyses[i], doc, behalf, silent))
    return tuple(replace(one, is_on_record=True) if one.statement_id in on_record else one for one in found)


def usual_sides(resolutions: Iterable[Resolution], known: Knowledge | None = None) -> Mapping[str, Actor]:
    """By the id of an actor, for whom it speaks most often over all documents; a state's ministries and forces always
    for the state, where the documents have it, and an organisation's bodies for the organisation.
    """
    counts: dict[str, Counter[Actor]] = defaultdict(Counter)
    met: set[Actor] = set()
    for resolution in resolutions:
        own = resolution.on_behalf_of
        met |= {a for a in (resolution.actor, own, *resolution.co_actors, *resolution.target_actors) if a is not None}
        if resolution.actor is not None and own is not None:
            counts[resolution.actor.actor_id][own] += 1
    usual = {actor_id: min(some, key=lambda a: (-some[a], a.actor_id)) for actor_id, some in counts.items()}
    return {**_organisations_of_bodies(met, known), **usual, **_states_of_organs(met)}


def _organisations_of_bodies(met: Iterable[Actor], known: Knowledge | None) -> Mapping[str, Actor]:
    """What those of some actors that are an organisation's bodies belong to, by their ids: the UN for its agencies."""
    if known is None:
        return {}
    owners = {actor.actor_id: known.actor(known.parent(actor.actor_id) or "") for actor in met}
    return {child: owner for child, owner in owners.items() if owner is not None and owner.kind == "organisation"}


def _states_of_organs(met: Iterable[Actor]) -> Mapping[str, Actor]:
    """The states of those of some actors that are ministries, forces or embassies of one, by their ids."""
    known = sorted(met)
    states = {actor.country: actor for actor in known if actor.kind == "government" and actor.country}
    organs = (actor for actor in known if actor.kind == "organisation" and _ORGAN.search(actor.name))
    return {organ.actor_id: states[organ.country] for organ in organs if organ.country in states}


def side_of(actor: Actor, behalf: Mapping[str, Actor]) -> Actor:
    """The state or body that an actor counts for: the one it usually speaks for, else itself."""
    return behalf.get(actor.actor_id, actor)


def _silent_places(resolutions: Iterable[Resolution]) -> frozenset[Actor]:
    """Unknown places that somebody speaks for, but that never speak or are targets: towns, provinces."""
    some = list(resolutions)
    acting = {actor for one in some for actor in (one.actor, *one.co_actors, *one.target_actors)}
    spoken_for = {one.on_behalf_of for one in some if one.on_behalf_of is not None} - acting
    return frozenset(a for a in spoken_for if a.kind == "government" and a.actor_id.startswith("new:"))


def _said_in(analysis: Analysis, doc: int, behalf: Mapping[str, Actor], silent: Container[Actor]) -> Iterable[Said]:
    resolutions = {r.statement_id: r for r in reversed(analysis.resolutions)}
    codings = {c.statement_id: c for c in reversed(analysis.codings)}
    vectors, sentences = _rows(analysis)
    for i, statement in enumerate(analysis.statements):
        key = statement.statement_id
        resolution = resolutions.get(key, Resolution(statement_id=key))
        coding = codings.get(key, Coding(statement_id=key))
        sides = tuple(side for side in _sides(resolution, behalf) if side not in silent)
        yield _said(analysis, doc, statement, _Codes(resolution, sides, coding, vectors[i], sentences[i]), behalf)


@dataclass(frozen=True, slots=True)
class _Codes:
    """What is known of one statement beside its spans."""

    resolution: Resolution
    sides: tuple[Actor, ...]
    coding: Coding
    vector: Halves
    sentence_vector: Halves


def _said(analysis: Analysis, doc: int, statement: Statement, codes: _Codes, behalf: Mapping[str, Actor]) -> Said:
    document, coding = analysis.document, codes.coding
    actors, sides = _known(codes.resolution), codes.sides
    targets = tuple(dict.fromkeys(side_of(a, behalf) for a in codes.resolution.target_actors))
    text = " … ".join(span.of(document.text) for span in statement.content)
    start = statement.sentence.span.start
    return Said(
        statement_id=statement.statement_id,
        parent_id=statement.parent_id,
        doc_id=document.doc_id,
        doc=doc,
        date=document.published,
        place=statement.sentence.index,
        actors=actors,
        sides=sides,
        side_ids=frozenset(actor.actor_id for actor in sides),
        speaker_ids=frozenset(actor.actor_id for actor in (*sides, *actors)),
        targets=targets,
        target_ids=frozenset(actor.actor_id for actor in targets),
        act=coding.act,
        polarity=coding.polarity,
        issues=tuple(found.key for found in coding.issues),
        basis=statement.basis,
        span=hull(statement.content) if statement.content else statement.sentence.span,
        text=text,
        who=statement.source.of(document.text) if statement.source else "",
        how=statement.cue.of(document.text) if statement.cue else "",
        before=document.text[max(0, start - _BEFORE_CHARS) : start],
        words=frozenset(stems_in(text)),
        around=stems_in(statement.sentence.span.of(document.text)),
        numbers=numbers_in(text),
        vector=codes.vector,
        sentence_vector=codes.sentence_vector,
    )


def _known(resolution: Resolution) -> tuple[Actor, ...]:
    """The sources that have a name."""
    return tuple(a for a in (resolution.actor, *resolution.co_actors) if a is not None and a.kind != "unnamed")


def _sides(resolution: Resolution, behalf: Mapping[str, Actor]) -> tuple[Actor, ...]:
    """Whom the sources speak for: the first as this statement says, else all as is usual of them."""
    own = side_of(resolution.on_behalf_of, behalf) if resolution.on_behalf_of else None
    others = resolution.co_actors if own else _known(resolution)
    sides = (*((own,) if own else ()), *(side_of(actor, behalf) for actor in others))
    return tuple(dict.fromkeys(side for side in sides if side.kind in BODIES and not _is_nameless(side)))


def _is_nameless(side: Actor) -> bool:
    """Whether it is an institution that only the text knows, and without saying whose."""
    return side.actor_id.startswith("new:") and side.country is None and _NAMELESS.fullmatch(side.name) is not None


def _rows(analysis: Analysis) -> tuple[Sequence[Halves], Sequence[Halves]]:
    """For each statement the vector of its content and of its sentence; zeros where the analysis has none. They are
    views: many statements should not take the same room again.
    """
    vectors, sentences = analysis.statement_vectors, analysis.sentence_vectors
    n = len(analysis.statements)
    dim = next((rows.shape[1] for rows in (vectors, sentences) if rows is not None and rows.ndim == 2), 1)
    nothing = [np.zeros(dim, dtype=np.float16)] * n
    contents = nothing if vectors is None else list(vectors)
    if sentences is None or not n:
        return contents, nothing
    return contents, [sentences[min(s.sentence.index, len(sentences) - 1)] for s in analysis.statements]
