"""The six texts of training/data/story.jsonl as analyses, and what story.compare.json holds across them as values.

The file names no issues; here each claim is given one, so that pages and tables have something to line up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from handmade import statement_by_hand

from standoff.evaluate.gold import GoldDocument, GoldStatement, read_gold
from standoff.spans import Span
from standoff.values import (
    Actor,
    Analysis,
    Coding,
    Document,
    Found,
    FrontMatter,
    Resolution,
    Sentence,
    Statement,
    Voice,
)
from standoff.values.comparison import (
    Claim,
    Clash,
    Comparison,
    Convergence,
    Copy,
    Divergence,
    Edge,
    Evidence,
    Meeting,
    Network,
    Node,
    Participant,
    Shared,
    Side,
    Silence,
    Story,
)

DATA = Path(__file__).parent.parent / "training" / "data"
KINDS = {
    "accusation-denial": "denial",
    "justification-condemnation": "justification",
    "demand-refusal": "refusal",
    "mutual-accusation": "mutual_accusation",
    "opposite-stands": "opposite_stands",
}
# The number of the first claim, in the order of the file, that is about each issue.
ISSUES = {0: "platform_seizure", 3: "valve_warnings", 6: "maritime_border", 9: "use_of_force", 12: "slant_drilling",
          14: "jamming", 17: "technicians", 20: "inspection", 24: "frigates", 26: "tribunal", 29: "avoiding_war",
          32: "platform_seizure", 34: "valve_warnings", 35: "tribunal"}  # fmt: skip
NAMES = {key: key.replace("_", " ").capitalize() for key in ISSUES.values()}
PERSONS = ("Suryati Kembara", "Baltasar Irrazabal", "Emmeline Oduro-Lacey", "Jorun Pellworm", "Farouk Debbas")


def story_analyses() -> tuple[Analysis, ...]:
    """The six analyses, in file order."""
    issues = _issues()
    return tuple(_analysis(document, issues) for document in read_gold(DATA / "story.jsonl"))


def _issues() -> Mapping[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for n, claim in enumerate(_compared()["claims"]):
        key = ISSUES[max(first for first in ISSUES if first <= n)]
        found |= dict.fromkeys(map(tuple, claim["statements"]), key)
    return found


def _compared() -> dict[str, Any]:
    return json.loads((DATA / "story.compare.json").read_text(encoding="utf-8"))


def actor_by_hand(name: str) -> Actor:
    """An actor of that name: two words are a person, one is a state."""
    kind = "person" if name in PERSONS else "organisation" if " " in name else "government"
    return Actor(actor_id=f"new:{name.lower().replace(' ', '-')}", name=name, kind=kind)  # type: ignore[arg-type]


def _analysis(gold: GoldDocument, issues: Mapping[tuple[str, int], str]) -> Analysis:
    plain = Document.from_text(gold.text, path=f"{gold.name}.txt")
    title = gold.text.split("\n", 1)[0]
    document = Document(
        doc_id=plain.doc_id,
        path=plain.path,
        text=plain.text,
        title=title,
        publisher=f"Outlet {gold.name[-1]}",
        published=f"2031-06-{11 + (gold.name in ('xf5', 'xf6')):02}",
        front=(FrontMatter(kind="title", span=Span(0, len(title))),),
    )
    found = re.finditer(r"\S.*?(?:[.!?][\"”’]*(?=\s)|(?=\n)|$)", document.text)
    sentences = tuple(Sentence(index=i, span=Span(*m.span())) for i, m in enumerate(found))
    statements = tuple(_statement(document, sentences, one) for one in gold.statements)
    codings = [
        _coding(s.statement_id, one.act, issues.get((gold.name, n)))
        for n, (s, one) in enumerate(zip(statements, gold.statements, strict=True))
    ]
    return Analysis(
        document=document,
        sentences=sentences,
        statements=statements,
        disclaimers=(),
        resolutions=tuple(_resolution(s, g) for s, g in zip(statements, gold.statements, strict=True)),
        codings=tuple(codings),
        voice=tuple(_voice(sentences, v.span, v.label) for v in gold.voice or ()),
    )


def _at(sentences: Sequence[Sentence], start: int) -> Sentence:
    return next(s for s in reversed(sentences) if s.span.start <= start)


def _voice(sentences: Sequence[Sentence], span: Span, label: str) -> Voice:
    return Voice(sentence=_at(sentences, span.start), label=label, score=0.9)  # type: ignore[arg-type]


def _coding(known: str, act: str, issue: str | None) -> Coding:
    issues = (Found(key=issue, spans=(), score=0.8),) if issue else ()
    return Coding(statement_id=known, act=act, act_score=0.8, issues=issues)  # type: ignore[arg-type]


def _statement(document: Document, sentences: Sequence[Sentence], gold: GoldStatement) -> Statement:
    start = (gold.cue or gold.content[0]).start
    roles = {"source": gold.source, "addressee": gold.addressee, "targets": gold.targets}
    kinds = {"quote": gold.quote, "basis": gold.basis}
    return statement_by_hand(document, _at(sentences, start), gold.content, cue=gold.cue, **roles, **kinds)


def _resolution(statement: Statement, gold: GoldStatement) -> Resolution:
    known = gold.actor != "unresolved"
    return Resolution(
        statement_id=statement.statement_id,
        actor=actor_by_hand(gold.actor) if known else None,
        co_actors=tuple(map(actor_by_hand, gold.actor_also)) if known else (),
        on_behalf_of=actor_by_hand(gold.on_behalf_of) if gold.on_behalf_of else None,
        target_actors=tuple(map(actor_by_hand, gold.target_actors)),
    )


def story_comparison(analyses: Sequence[Analysis]) -> Comparison:
    """What the file says across the texts; divergences and a network are made up to show their pictures."""
    raw = _compared()
    ids = _Ids(analyses)
    return Comparison(
        copies=tuple(_copy(ids, *pair) for pair in raw["copies"]),
        stories=(Story(story_id="1", doc_ids=tuple(a.document.doc_id for a in analyses), actors=()),),
        meetings=(_meeting(analyses, raw["meeting"]),),
        claims=tuple(_claim(n, one, ids) for n, one in enumerate(raw["claims"])),
        clashes=tuple(_clash(one, ids) for one in raw["clashes"]),
        convergences=tuple(
            Convergence(issue=None, sides=(_side(one["a"], ids), _side(one["b"], ids)), confidence=0.8)
            for one in raw["convergences"]
        ),
        silences=tuple(
            Silence(
                actor=actor_by_hand(one["actor"]), about=_side(raw["clashes"][0]["a"], ids), issue=None, n_documents=6
            )
            for one in raw["silences"][:3]
        ),
        divergences=tuple(
            Divergence(
                issue=key,
                sides=(actor_by_hand("Isaltra"), actor_by_hand("Merangi")),
                score=score,
                n_statements=4,
                conflict=tuple(one for one, issue in ids.issue.items() if issue == key)[:3],
                congruence=tuple(one for one, issue in ids.issue.items() if issue == key)[3:4],
            )
            for key, score in (("platform_seizure", 0.91), ("jamming", 0.8), ("avoiding_war", 0.05))
        ),
        networks=(_network(ids, raw),),
        n_withheld=7,
    )


class _Ids:
    """The ids of statements by document and place, as story.compare.json names them."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self.by_doc = {a.document.path.removesuffix(".txt"): a for a in analyses}
        self.issue = {c.statement_id: c.issues[0].key for a in analyses for c in a.codings if c.issues}

    def of(self, places: Sequence[tuple[str, int]]) -> tuple[str, ...]:
        return tuple(self.by_doc[doc].statements[n].statement_id for doc, n in places)


def _copy(ids: _Ids, first: str, second: str) -> Copy:
    one, two = ids.by_doc[first], ids.by_doc[second]
    shared = tuple(
        Shared(first=a.span, second=b.span, score=1.0)
        for a, b in zip(one.sentences[2:6], two.sentences[2:6], strict=True)
    )
    return Copy(
        original=one.document.doc_id, copy=two.document.doc_id, kind="near", score=0.93, is_dated=True, shared=shared
    )


def _meeting(analyses: Sequence[Analysis], raw: Mapping[str, Any]) -> Meeting:
    def evidence(words: str) -> tuple[Evidence, ...]:
        found = ((a.document.doc_id, a.document.text.find(words)) for a in analyses)
        return tuple(Evidence(doc_id=doc, span=Span(at, at + len(words)), basis=None) for doc, at in found if at >= 0)[
            :3
        ]

    return Meeting(
        story_id="1",
        forum=Actor(actor_id="new:five", name=raw["forum"], kind="organisation"),
        place=raw["place"],
        date=raw["date"],
        participants=tuple(
            Participant(actor=actor_by_hand(name), evidence=evidence(name.split()[-1])) for name in raw["participants"]
        ),
        evidence=evidence("Lisle Harbour"),
        on_roster=(),
    )


def _claim(n: int, raw: Mapping[str, Any], ids: _Ids) -> Claim:
    known = ids.of(raw["statements"])
    texts = {s.statement_id: (a.document.text, s) for a in ids.by_doc.values() for s in a.statements}
    title = next(
        (one for one in known if raw["title"] in " ".join(p.of(texts[one][0]) for p in texts[one][1].content)), known[0]
    )
    origins = {doc for doc, _ in raw["statements"]} - {"xf6"}
    return Claim(
        claim_id=f"c{n}", title=title, statement_ids=known, actors=(), issues=(), n_origins=len(origins), score=0.9
    )


def _side(raw: Mapping[str, Any], ids: _Ids) -> Side:
    return Side(actor=actor_by_hand(raw["actor"]), statement_ids=ids.of(raw["statements"]))


def _clash(raw: Mapping[str, Any], ids: _Ids) -> Clash:
    sides = (_side(raw["a"], ids), _side(raw["b"], ids))
    issue = next((ids.issue[one] for one in sides[0].statement_ids if one in ids.issue), None)
    return Clash(kind=KINDS[raw["kind"]], issue=issue, sides=sides, confidence=0.9)  # type: ignore[arg-type]


def _network(ids: _Ids, raw: Mapping[str, Any]) -> Network:
    places = {"Isaltra": (0.1, 0.2), "Merangi": (0.9, 0.3), "Teverin": (0.5, 0.9), "Tavisay": (0.3, 0.7)}
    nodes = tuple(
        Node(node_id=name, label=name, kind="actor", bloc=n % 2, x=x, y=y)
        for n, (name, (x, y)) in enumerate(places.items())
    )
    edges: dict[tuple[str, str], list[str]] = {}
    for clash in raw["clashes"]:
        pair = (clash["a"]["actor"], clash["b"]["actor"])
        edges.setdefault(pair, []).extend(ids.of(clash["a"]["statements"]))
    ties = tuple(
        Edge(source=a, target=b, weight=float(len(known)), statement_ids=tuple(known))
        for (a, b), known in edges.items()
    )
    return Network(name="conflict", nodes=nodes, edges=ties)
