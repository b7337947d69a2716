"""Whom some documents name, gathered from their analyses one after another; nothing of an analysis is kept.

An actor is what resolving made it: the same id is the same actor in every document. Beyond that only a bare surname is
joined (`joining`), and names that merely look alike are flagged (`lookalikes`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from standoff.report.actor_lines import ActorLine, ActorList, in_order
from standoff.report.joining import joined_by_surname
from standoff.report.lookalikes import lookalikes
from standoff.report.tally import Tally, ranked
from standoff.spans import Span
from standoff.values import UNNAMED, Actor, Analysis, Resolution, Statement

# Words that stand for anybody: they are no forms of a name. The first person and the possessives come as sources too.
_PRONOUNS = frozenset(
    "i me my we us our you your he him his she her it its they them their this that these those who which "
    "himself herself itself themselves one".split()
)


def actor_list(analyses: Iterable[Analysis]) -> ActorList:
    """Whom the documents name, and the sources that are nobody known."""
    gathering = _Gathering()
    for analysis in analyses:
        _gather(gathering, analysis)
    lines = joined_by_surname([about.line() for about in gathering.actors.values()])
    return ActorList(
        lines=in_order(_flagged(lines)),
        unresolved=_caseless(gathering.unresolved),
        unnamed=_caseless(gathering.unnamed),
        n_without_source=gathering.n_without_source,
        n_documents=gathering.n_documents,
        n_statements=gathering.n_statements,
        paths=gathering.paths,
    )


def is_named_in(span: Span | None, names: Sequence[Span]) -> bool:
    """Whether one of the names, in text order, stands inside the span."""
    if span is None:
        return False
    at = bisect_left(names, span.start, key=lambda name: name.start)
    return at < len(names) and names[at].end <= span.end


def sources_of(resolution: Resolution) -> tuple[Actor, ...]:
    """The known actors that are the source of a statement, each once; nobody unnamed."""
    found = (resolution.actor, *resolution.co_actors)
    return tuple(dict.fromkeys(actor for actor in found if actor is not None and actor != UNNAMED))


@dataclass
class _About:
    """What has been found of one actor so far."""

    guises: Counter[Actor] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    descriptions: Counter[str] = field(default_factory=Counter)
    offices: dict[str, None] = field(default_factory=dict)
    doc_ids: dict[str, None] = field(default_factory=dict)
    source_ids: dict[str, None] = field(default_factory=dict)
    target_ids: dict[str, None] = field(default_factory=dict)
    spoken_for: Counter[Actor] = field(default_factory=Counter)
    n_spoken_for: int = 0

    def line(self) -> ActorLine:
        # Texts may know one id as two kinds; what most of them say it is stands, and equal ones in a fixed order.
        actor = min(self.guises, key=lambda guise: (-self.guises[guise], guise.kind, guise.name, guise.country or ""))
        return ActorLine(
            actor=actor,
            names=ranked(self.names),
            descriptions=ranked(self.descriptions),
            offices=tuple(self.offices),
            doc_ids=tuple(self.doc_ids),
            source_ids=tuple(self.source_ids),
            target_ids=tuple(self.target_ids),
            spoken_for=tuple(sorted(self.spoken_for, key=lambda a: (-self.spoken_for[a], a.actor_id))),
            n_spoken_for=self.n_spoken_for,
        )


@dataclass
class _Gathering:
    """What has been found in all documents so far, actors by id."""

    actors: defaultdict[str, _About] = field(default_factory=lambda: defaultdict(_About))
    unresolved: Counter[str] = field(default_factory=Counter)
    unnamed: Counter[str] = field(default_factory=Counter)
    n_without_source: int = 0
    n_documents: int = 0
    n_statements: int = 0
    paths: dict[str, str] = field(default_factory=dict)

    def about(self, actor: Actor, doc_id: str) -> _About:
        """What is known of the actor, who is seen in this document."""
        found = self.actors[actor.actor_id]
        found.guises[actor] += 1
        found.doc_ids[doc_id] = None
        return found


def _gather(gathering: _Gathering, analysis: Analysis) -> None:
    text, doc_id = analysis.document.text, analysis.document.doc_id
    gathering.n_documents += 1
    gathering.paths.setdefault(doc_id, analysis.document.path)
    gathering.n_statements += len(analysis.statements)
    for appearance in analysis.appearances:
        about = gathering.about(appearance.actor, doc_id)
        about.names.update(_one_line(span.of(text)) for span in appearance.spans)
        about.offices.update(dict.fromkeys(appearance.offices))
    names = {a.actor.actor_id: a.spans for a in analysis.appearances}
    resolutions = {r.statement_id: r for r in analysis.resolutions}
    described: set[Span] = set()
    for statement in analysis.statements:
        resolution = resolutions.get(statement.statement_id) or Resolution(statement_id=statement.statement_id)
        _gather_source(gathering, text, statement, resolution)
        _gather_roles(gathering, statement, resolution)
        for span, actor in _single(statement, resolution):
            words = _one_line(span.of(text))
            # One source may serve several statements: its words stand in the text once.
            if span not in described and not is_named_in(span, names.get(actor.actor_id, ())) and _describes(words):
                described.add(span)
                gathering.about(actor, doc_id).descriptions[words] += 1


def _gather_source(gathering: _Gathering, text: str, statement: Statement, resolution: Resolution) -> None:
    """Counts the sources that are nobody known, in their words."""
    if resolution.actor not in (None, UNNAMED):
        return
    if statement.source is None:
        gathering.n_without_source += 1
    else:
        counts = gathering.unresolved if resolution.actor is None else gathering.unnamed
        counts[_one_line(statement.source.of(text))] += 1


def _gather_roles(gathering: _Gathering, statement: Statement, resolution: Resolution) -> None:
    for actor in sources_of(resolution):
        gathering.about(actor, statement.doc_id).source_ids[statement.statement_id] = None
    for actor in resolution.target_actors:
        if actor != UNNAMED:
            gathering.about(actor, statement.doc_id).target_ids[statement.statement_id] = None
    if resolution.on_behalf_of is not None:
        gathering.about(resolution.on_behalf_of, statement.doc_id).n_spoken_for += 1
        if resolution.actor is not None and resolution.actor != UNNAMED:
            gathering.actors[resolution.actor.actor_id].spoken_for[resolution.on_behalf_of] += 1


def _single(statement: Statement, resolution: Resolution) -> Iterator[tuple[Span, Actor]]:
    """The spans of a statement that stand for one known actor alone, with that actor."""
    sources = sources_of(resolution)
    if statement.source is not None and len(sources) == 1 and not resolution.co_actors:
        yield statement.source, sources[0]
    if len(statement.targets) == len(resolution.target_actors) == 1:
        yield statement.targets[0], resolution.target_actors[0]


def _describes(words: str) -> bool:
    return words.casefold() not in _PRONOUNS


def _one_line(words: str) -> str:
    """The words with every run of white space as one space, so that a line end makes no new form."""
    return " ".join(words.split())


def _caseless(counts: Mapping[str, int]) -> tuple[Tally, ...]:
    """The counts with "He" and "he" as one form, as most of them are written."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for words, n in counts.items():
        written[words.casefold()][words] += n
    return ranked({ranked(forms)[0].name: forms.total() for forms in written.values()})


def _flagged(lines: Sequence[ActorLine]) -> list[ActorLine]:
    """The lines with what is odd about the letters of their names."""
    odd = lookalikes(form.name for line in lines for form in (Tally(line.actor.name, 1), *line.names))
    flagged = []
    for line in lines:
        own = dict.fromkeys([line.actor.name, *(form.name for form in line.names)])
        flagged.append(replace(line, lookalikes=tuple(odd[form] for form in own if form in odd)))
    return flagged
