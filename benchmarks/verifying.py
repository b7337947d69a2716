"""How often `standoff verify` is right on the built set: python -m benchmarks.verifying RECORDS.jsonl [--half report].

RECORDS has one record a line with `text`, `title`, `author`, `date`, `url`. Its records are halved by their text's
hash: thresholds were chosen on the half "develop", and the figures told come from the half "report". A fifth of a half
is kept out of what is searched: its quotations must not be found.
"""

from __future__ import annotations

import argparse
import io
import time
from collections import Counter, defaultdict
from collections.abc import Sequence

from benchmarks.planted import KINDS, Item, built_set
from standoff.knowledge import knowledge
from standoff.read import iter_documents
from standoff.read.turns import turns_in_record
from standoff.resolve.turns import resolve_turns
from standoff.spans import Span
from standoff.values import Analysis, Document, Resolution, Sentence, Statement, statement_id
from standoff.values.check import VERDICTS, Check
from standoff.values.spoken import SpokenRecord
from standoff.verify import RecordIndex, check_statements

_NAMED = {
    "negation": "negation",
    "number": "number",
    "name": "name",
    "modal": "modal",
    "tense": "tense",
    "word order": "word_order",
    "ellipsis": "left_out",
}
_RIGHT = {"": "verbatim", "splice": "spliced", "other speaker": "misattributed"}


def half_of(document: Document) -> str:
    """The half that a record belongs to, by its text's hash."""
    return "develop" if int(document.doc_id[:2], 16) % 2 == 0 else "report"


def records_from_file(path: str) -> list[SpokenRecord]:
    """The records of a file in which speakers can be told, resolved."""
    known = knowledge()
    documents = (d for d in iter_documents([path], stdin=io.BytesIO()) if isinstance(d, Document))
    read = (turns_in_record(document, known) for document in documents)
    return [resolve_turns(record, known) for record in read if record.turns]


def analysis_from_item(item: Item) -> Analysis:
    """The one-sentence article that gives the item's words, in quotation marks, to its speaker."""
    opening = f"{item.actor.name} said: "
    document = Document.from_text(f"{opening}“{item.text}”")
    content = Span(len(opening) + 1, len(document.text) - 1)
    cue = Span(len(item.actor.name) + 1, len(item.actor.name) + 5)
    statement = Statement(
        statement_id=statement_id(document.doc_id, cue, [content]),
        doc_id=document.doc_id,
        sentence=Sentence(index=0, span=Span(0, len(document.text))),
        source=Span(0, len(item.actor.name)),
        cue=cue,
        content=(content,),
        addressee=None,
        targets=(),
        parent_id=None,
        quote="direct",
        basis="quoted",
        basis_cue=None,
        channel=None,
        confidence=1.0,
        steps=(),
    )
    dated = Document(doc_id=document.doc_id, path="-", text=document.text, published=item.published)
    resolution = Resolution(statement_id=statement.statement_id, actor=item.actor)
    return Analysis(
        document=dated,
        sentences=(statement.sentence,),
        statements=(statement,),
        disclaimers=(),
        resolutions=(resolution,),
    )


def is_right(item: Item, check: Check) -> bool:
    """Whether the verdict is the one that was planted, and the kind of the change is named."""
    if item.kind in _RIGHT:
        return check.verdict == _RIGHT[item.kind]
    if item.kind in _NAMED:
        return check.verdict == "altered" and _NAMED[item.kind] in {d.kind for d in check.differences}
    if item.kind == "elsewhere":
        return check.verdict in ("not_found", "out_of_scope")
    return check.verdict in ("paraphrased", "altered")


def table(items: Sequence[Item], checks: Sequence[Check]) -> str:
    """Verdicts by kind of item, and the share that is right."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    right: Counter[str] = Counter()
    for item, check in zip(items, checks, strict=True):
        rows[item.kind][check.verdict] += 1
        right[item.kind] += is_right(item, check)
    lines = [f"| planted | n | {' | '.join(VERDICTS)} | right |", f"| --- |{' ---: |' * (len(VERDICTS) + 2)}"]
    for kind in ("", *KINDS, "elsewhere"):
        n = sum(rows[kind].values())
        cells = " | ".join(str(rows[kind][verdict] or "·") for verdict in VERDICTS)
        share = f"{right[kind] / n:.3f}" if n else "–"
        lines.append(f"| {kind or 'nothing (true quotation)'} | {n} | {cells} | {share} |")
    return "\n".join(lines)


def figures(items: Sequence[Item], checks: Sequence[Check]) -> dict[str, float]:
    """Precision of verbatim, true ones called altered, changes caught and named, recall of others' words."""
    pairs = list(zip(items, checks, strict=True))
    called = [item for item, check in pairs if check.verdict == "verbatim"]
    true = [check for item, check in pairs if not item.kind]
    return {
        "verbatim precision": sum(not item.kind for item in called) / max(1, len(called)),
        "verbatim recall": sum(c.verdict == "verbatim" for c in true) / max(1, len(true)),
        "true called altered": sum(c.verdict == "altered" for c in true) / max(1, len(true)),
        **{f"{kind} caught and named": _share(pairs, kind) for kind in ("negation", "number", "name")},
        "misattribution recall": _share(pairs, "other speaker"),
    }


def _share(pairs: Sequence[tuple[Item, Check]], kind: str) -> float:
    mine = [is_right(item, check) for item, check in pairs if item.kind == kind]
    return sum(mine) / max(1, len(mine))


def main() -> None:
    """Prints the table and the figures of one half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records")
    parser.add_argument("--half", choices=("develop", "report"), default="report")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--errors", type=int, default=0, help="also print so many wrong items (text of the records!)")
    asked = parser.parse_args()
    records = [r for r in records_from_file(asked.records) if half_of(r.document) == asked.half]
    others = [r for r in records if int(r.document.doc_id[2:4], 16) % 5 == 0]
    held = [r for r in records if r not in others]
    items = built_set(held, others, asked.seed)
    begun = time.perf_counter()
    index = RecordIndex(held)
    built = time.perf_counter()
    checks = check_statements(map(analysis_from_item, items), index)
    done = time.perf_counter()
    print(f"{len(held)} records searched, {len(others)} kept out, {len(index.ids)} words, {len(items)} items")
    print(f"index {built - begun:.1f} s, checks {done - built:.1f} s\n")
    print(table(items, checks), "\n")
    for name, value in figures(items, checks).items():
        print(f"{name:28} {value:.3f}")
    wrong = [(i, c) for i, c in zip(items, checks, strict=True) if not is_right(i, c)]
    for item, check in wrong[: asked.errors]:
        named = [f"{d.kind}: {d.said!r} / {d.recorded!r}" for d in check.differences]
        print(f"\n[{item.kind or 'true'}] {check.verdict} {check.score}: {item.actor.name}: {item.text}")
        print(f"  {named} {check.reason}")


if __name__ == "__main__":
    main()
