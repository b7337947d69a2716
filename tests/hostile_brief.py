"""A brief and a comparison in which every field that can come from outside holds the same words."""

from __future__ import annotations

from dataclasses import replace

from handmade import statement_by_hand

from standoff.report import Brief, brief_from_analyses
from standoff.spans import Span
from standoff.values import (
    Actor,
    Analysis,
    Coding,
    Consequence,
    Document,
    Found,
    FrontMatter,
    Resolution,
    Sentence,
    Statement,
    Voice,
)
from standoff.values.comparison import (
    Change,
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


def hostile_analysis(words: str, n: int = 1) -> Analysis:
    """One text of three sentences: a statement with another inside it, a forecast, a disclaimer; all in these words."""
    plain = Document.from_text(
        f"No. {n}\n{words} says {words} because {words}. {words} may come. Inferred: {words}.", path=words
    )
    text = plain.text
    words = words.replace("\r\n", "\n")
    front = FrontMatter(kind="title", span=Span(0, 5))
    document = replace(plain, title=words, publisher=words, published=words, author=words, front=(front,))
    at = text.index("\n") + 1
    source = Span(at, at + len(words))
    cue = Span(source.end + 1, source.end + 5)
    content = Span(cue.end + 1, cue.end + 1 + 2 * len(words) + 9)
    effect = Span(content.start, content.start + len(words))
    cause = Span(content.end - len(words), content.end)
    second = Span(content.end + 2, content.end + 2 + len(words) + 10)
    third = Span(second.end + 1, len(text))
    spans = (Span(0, at - 1), Span(at, content.end + 1), second, third)
    sentences = tuple(Sentence(index=i, span=span) for i, span in enumerate(spans))
    outer = statement_by_hand(document, sentences[1], (content,), cue=cue, source=source)
    inner = statement_by_hand(document, sentences[1], (effect,), cue=cue, basis="inferred")
    inner = replace(inner, parent_id=outer.statement_id)
    return _coded(document, sentences, (outer, inner), (cause, effect), words)


def _coded(
    document: Document,
    sentences: tuple[Sentence, ...],
    statements: tuple[Statement, ...],
    parts: tuple[Span, Span],
    words: str,
) -> Analysis:
    actor, side = _actors(words)
    found = (Found(key=words, spans=(), score=0.9),)
    return Analysis(
        document=document,
        sentences=sentences,
        statements=statements,
        disclaimers=(sentences[3].span,),
        resolutions=tuple(
            Resolution(statement_id=s.statement_id, actor=actor, on_behalf_of=side, target_actors=(side,))
            for s in statements
        ),
        codings=tuple(
            Coding(statement_id=s.statement_id, act="warn", act_score=0.9, issues=found, norms=found)
            for s in statements
        ),
        voice=(Voice(sentence=sentences[2], label="forecast", score=0.9),),
        consequences=(
            Consequence(
                sentence=sentences[1], cause=parts[0], effect=parts[1], signal=None, statement_id=None, score=0.9
            ),
        ),
    )


def _actors(words: str) -> tuple[Actor, Actor]:
    return (
        Actor(actor_id=f"person:{words}", name=f"{words} A", kind="person", country=words),
        Actor(actor_id=f"gov:{words}", name=f"{words} B", kind="government", country=words),
    )


def hostile_brief(words: str) -> Brief:
    """The brief on two such texts, with their comparison."""
    one, two = hostile_analysis(words), hostile_analysis(words, 2)
    return brief_from_analyses([one, two], {words: words}, _comparison(one, two, words))


def _comparison(one: Analysis, two: Analysis, words: str) -> Comparison:
    actor, side = _actors(words)
    ids = (one.statements[0].statement_id, two.statements[0].statement_id)
    proof = (Evidence(doc_id=one.document.doc_id, span=one.sentences[1].span, basis="reported"),)
    sides = (Side(actor=actor, statement_ids=ids[:1]), Side(actor=side, statement_ids=ids[1:]))
    docs = (one.document.doc_id, two.document.doc_id)
    shared = Shared(first=one.sentences[1].span, second=two.sentences[1].span, score=1.0)
    nodes = tuple(
        Node(node_id=f"{kind} {words}", label=words, kind=kind, bloc=1, x=0.2, y=0.2)  # type: ignore[arg-type]
        for kind in ("actor", "issue", "claim")
    )
    edge = Edge(source=nodes[0].node_id, target=nodes[1].node_id, weight=1.5, statement_ids=ids)
    return Comparison(
        copies=(Copy(original=docs[0], copy=docs[1], kind="near", score=0.9, is_dated=False, shared=(shared,)),),
        stories=(Story(story_id=words, doc_ids=docs, actors=(actor,)),),
        meetings=(
            Meeting(
                story_id=words,
                forum=side,
                place=words,
                date=words,
                participants=(Participant(actor=actor, evidence=proof),),
                evidence=proof,
                on_roster=(side,),
            ),
        ),
        claims=(
            Claim(
                claim_id=words,
                title=ids[0],
                statement_ids=ids,
                actors=(actor,),
                issues=(words,),
                n_origins=1,
                score=0.9,
            ),
        ),
        clashes=(Clash(kind="denial", issue=words, sides=sides, confidence=0.9),),
        convergences=(Convergence(issue=words, sides=sides, confidence=0.9),),
        silences=(Silence(actor=actor, about=sides[1], issue=words, n_documents=2),),
        divergences=(Divergence(issue=words, sides=(actor, side), score=0.5, n_statements=2),),
        changes=(Change(actor=actor, issue=words, before=ids[:1], after=ids[1:], confidence=0.9),),
        networks=(
            Network(name="conflict", nodes=nodes, edges=(edge,)),
            Network(name=words, nodes=nodes, edges=(replace(edge, target=nodes[2].node_id),)),
        ),
        n_withheld=1,
    )
