"""Analyses written by hand, for looking at what is made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files

import pytest
from handmade import coded_by_hand, linked_by_hand, statement_by_hand, voiced_by_hand

from standoff.spans import Span
from standoff.values import (
    Actor,
    Analysis,
    Appearance,
    Document,
    FrontMatter,
    Resolution,
    Sentence,
    Statement,
)

RUSSIA = Actor(actor_id="gov:RUS", name="Russia", kind="government", country="RUS")
USA = Actor(actor_id="gov:USA", name="United States", kind="government", country="USA")
UKRAINE = Actor(actor_id="gov:UKR", name="Ukraine", kind="government", country="UKR")
NATO = Actor(actor_id="org:nato", name="NATO", kind="organisation")
LAVROV = Actor(actor_id="person:sergey-lavrov", name="Sergey Lavrov", kind="person", country="RUS")
BLINKEN = Actor(actor_id="person:antony-blinken", name="Antony Blinken", kind="person", country="USA")

# source | cue | content (pieces apart by //) | basis, in text order; a leading > nests in the one before.
SPECULATIVE = """
Blinken|probably opened with|the big picture|inferred
|argued that|Russia's invasion tears up the Helsinki Final Act, the very paper on which the OSCE was built|inferred
He|likely reminded|borders in Europe must not be moved by force|inferred
Washington|'s position is that|Russia has to pull its troops out of Ukraine|standing
he|would have made|that point|inferred
He|may also have called on|to keep the weapons and the money flowing to Kyiv|inferred
he|surely didn't miss the chance to thank|for keeping the organisation alive in a hard year|inferred
|perhaps claiming that|NATO's march to the east left Moscow no choice|inferred
Russia|has always insisted that|its own security was ignored|standing
He|might have accused|of hijacking the OSCE // of using Ukraine as a battering ram|inferred
he|Reportedly // grumbled about|the sanctions|hearsay
>he|seems to regard|as a kind of economic war|inferred
He|presumably denied that|Russian forces aim at civilians|inferred
Russia|will likely keep blaming|NATO for everything|predicted
Kyiv|is expected to remind|it was the one attacked|predicted
"""

# Who the sources of SPECULATIVE are, in its order; Lavrov comes after "Russia", the ninth.
SPECULATIVE_WHO = [BLINKEN, None, BLINKEN, USA, BLINKEN, BLINKEN, BLINKEN, None, RUSSIA, *[LAVROV] * 4, RUSSIA, UKRAINE]
SPECULATIVE_NAMES = {
    BLINKEN: ["Blinken"],
    LAVROV: ["Lavrov"],
    USA: ["Washington"],
    RUSSIA: ["Russia"],
    UKRAINE: ["Kyiv"],
}

# act|issues|norms|modality|certainty of the statements of SPECULATIVE, in its order.
SPECULATIVE_CODES = """
assert
condemn|russia_ukraine_war|Helsinki Final Act
assert|russia_ukraine_war|territorial integrity,Helsinki Final Act
demand|russia_ukraine_war||obligation
demand|russia_ukraine_war||obligation
urge|arms_transfers
regret|osce
justify|nato_enlargement
accuse|nato_enlargement
accuse|osce,nato_enlargement
condemn|sanctions
accuse|sanctions
deny|russia_ukraine_war|international humanitarian law
accuse|nato_enlargement||future
assert|russia_ukraine_war
"""
SPECULATIVE_VOICE = {
    "Hello again": "address",
    "The foreign ministers": "fact",
    "Let's be upfront": "address",
    "It is easy to imagine": "speculation",
    "is not a man to sit": "judgement",
    "The OSCE is supposed": "fact",
    "it is crucial to keep": "judgement",
    "In the end the ministers": "fact",
    "Don't expect a thaw": "forecast",
    "A new administration": "forecast|20-45",
    "Peace, sadly": "forecast",
    "Stay tuned": "other",
}
SPECULATIVE_LINKS = ["NATO's march to the east||left Moscow no choice", "the war began|since|he had not set foot"]

Who = Mapping[str, object]
AnalysisOf = Callable[..., Analysis]


@pytest.fixture(scope="session")
def analysis_of() -> AnalysisOf:
    """Builds an analysis from a text and lines such as `source|cue|content|basis`, each looked for in the text."""
    return _analysis


@pytest.fixture(scope="session")
def speculative() -> Analysis:
    """The bundled post that guesses, with statements marked by hand."""
    text = (files("standoff") / "examples" / "3_speculative_post.txt").read_text(encoding="utf-8")
    analysis = _analysis(text, SPECULATIVE.strip().splitlines(), title=text.split("\n", 1)[0], path="blog.txt")
    start = text.index("I haven't seen a transcript")
    disclaimer = Span(start, text.index("\n", start))
    sides = {BLINKEN: USA, LAVROV: RUSSIA}
    resolutions = [
        Resolution(statement_id=statement.statement_id, actor=actor, on_behalf_of=sides.get(actor) if actor else None)
        for statement, actor in zip(analysis.statements, SPECULATIVE_WHO, strict=True)
    ]
    return replace(
        analysis,
        disclaimers=(disclaimer,),
        resolutions=tuple(resolutions),
        appearances=tuple(_appearances(analysis.document.text, SPECULATIVE_NAMES, {})),
    )


@pytest.fixture(scope="session")
def coded(speculative: Analysis) -> Analysis:
    """The same post with codes, the writer's voice and consequences, and targets for some statements."""
    analysis = coded_by_hand(speculative, SPECULATIVE_CODES.strip().splitlines())
    analysis = linked_by_hand(voiced_by_hand(analysis, SPECULATIVE_VOICE), SPECULATIVE_LINKS)
    targets = {3: (RUSSIA,), 4: (RUSSIA,), 13: (NATO,)}
    resolutions = [replace(r, target_actors=targets.get(i, ())) for i, r in enumerate(analysis.resolutions)]
    return replace(analysis, resolutions=tuple(resolutions))


@pytest.fixture(scope="session")
def resolved_of() -> AnalysisOf:
    """Builds an analysis with actors: `who` gives the fields of a resolution by the words of a source, `names` the
    names of actors, each found wherever it stands alone in the text, `offices` those that it gives. Every line has a
    sentence of its own.
    """
    return _resolved


def _resolved(
    text: str,
    lines: Sequence[str],
    who: Mapping[str, Who],
    names: Mapping[Actor, Sequence[str]],
    *,
    offices: Mapping[Actor, Sequence[str]] | None = None,
    path: str = "article.txt",
) -> Analysis:
    analysis = _analysis(text, lines, path=path, each_its_own=True)
    words = [s.source.of(text) if s.source else "" for s in analysis.statements]
    resolutions = [
        Resolution(statement_id=s.statement_id, **who.get(source, {}))  # type: ignore[arg-type]
        for s, source in zip(analysis.statements, words, strict=True)
    ]
    appearances = tuple(_appearances(analysis.document.text, names, offices or {}))
    return replace(analysis, resolutions=tuple(resolutions), appearances=appearances)


def _appearances(
    text: str, names: Mapping[Actor, Sequence[str]], offices: Mapping[Actor, Sequence[str]]
) -> Iterator[Appearance]:
    """The longest name first, so that "Lavrov" is not found once more in "Sergey Lavrov"."""
    for actor, forms in names.items():
        pattern = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
        spans = tuple(Span(*m.span()) for m in re.finditer(pattern, text))
        yield Appearance(actor=actor, spans=spans, offices=tuple(offices.get(actor, ())))


def _analysis(
    text: str,
    lines: Sequence[str],
    *,
    title: str | None = None,
    path: str = "article.txt",
    each_its_own: bool = False,
) -> Analysis:
    document = Document.from_text(text, path=path)
    front = (FrontMatter(kind="title", span=Span(0, len(title))),) if title else ()
    document = Document(doc_id=document.doc_id, path=path, text=document.text, title=title, front=front)
    found = re.finditer(r"\S.*?(?:[.!?][\"”]?(?=\s)|(?=\n)|$)", document.text)
    sentences = tuple(Sentence(index=i, span=Span(*m.span())) for i, m in enumerate(found))
    statements: list[Statement] = []
    at = len(title) if title else 0
    for line in lines:
        statements.append(_statement(document, sentences, line, statements, at))
        sentence = statements[-1].sentence.span
        at = sentence.end if each_its_own else sentence.start
    return Analysis(document=document, sentences=sentences, statements=tuple(statements), disclaimers=())


def _statement(
    document: Document, sentences: Sequence[Sentence], line: str, earlier: Sequence[Statement], at: int
) -> Statement:
    source, cue, content, basis = line.removeprefix(">").split("|")
    cue_span = _found(document.text, cue.split(" // ")[-1], at)
    sentence = next(s for s in reversed(sentences) if s.span.start <= cue_span.start)
    start = sentence.span.start
    pieces = tuple(_found(document.text, piece, start) for piece in content.split(" // ") if piece)
    speaker = _found(document.text, source, start) if source else None
    quote = "direct" if basis == "quoted" else "indirect"
    told = statement_by_hand(document, sentence, pieces, cue=cue_span, source=speaker, quote=quote, basis=basis)
    return replace(told, parent_id=earlier[-1].statement_id if line.startswith(">") else None)


def _found(text: str, words: str, at: int) -> Span:
    start = text.index(words, at)
    return Span(start, start + len(words))
