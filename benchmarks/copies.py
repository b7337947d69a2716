"""Finds copies among articles and edited copies of them, beside plain MinHash, and times it on more and more documents.

    python -m benchmarks.copies ARTICLES.csv… [--n 300] [--seed 7] [--json]

Each file has a column `text`, as the Wikinews files have that the figures were measured on. Of each article one copy
is made at each edit rate: words left out, words put in, words replaced, sentences moved, by turns. Ours is compared
with the library's own way: sets of words, `MinHashLSH()` with all its defaults, and the same at a threshold of 0.5.
Sentence vectors are not used here, so what is measured is the part that works on words alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

from datasketch import MinHash, MinHashLSH

from standoff.compare.copies import find_copies
from standoff.spans import Span
from standoff.values import Analysis, Document, Sentence

RATES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
SIZES = (250, 500, 1000, 2000)
_SENTENCE = re.compile(r"[^\s][^\n]*?(?:[.!?][\"'”’]*(?=\s)|$)", re.MULTILINE)
_WORDS = range(60, 1501)  # shorter ones are notices, longer ones transcripts and lists
_VERSION_RATES = (0.0, 0.1, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6)
_N_VERSIONS = len(_VERSION_RATES)

Pairs = frozenset[tuple[int, int]]
Finder = Callable[[Sequence[str]], Pairs]


def articles(paths: Iterable[Path]) -> tuple[str, ...]:
    """The texts of all articles of a usual length, each once, mixed, so that any part of them is like the rest."""
    texts: dict[str, None] = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [row["text"].strip() for row in csv.DictReader(file)]
        texts |= dict.fromkeys(text for text in rows if len(text.split()) in _WORDS)
    return tuple(Random(0).sample(list(texts), len(texts)))  # noqa: S311 - no secret, a seed


def edited(text: str, kind: str, rate: float, words: Sequence[str], rng: Random) -> str:
    """A copy of a text in which a share of its words (or sentences) is edited; paragraphs stay."""
    if kind == "moved":
        return _moved(text, rate, rng)
    edit = {
        "left out": lambda _: "",
        "put in": lambda w: f"{w} {rng.choice(words)}",
        "replaced": lambda _: rng.choice(words),
    }[kind]
    return re.sub(r"\S+", lambda match: edit(match[0]) if rng.random() < rate else match[0], text)


def _moved(text: str, rate: float, rng: Random) -> str:
    """The text with a share of its sentences in one another's places."""
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    chosen = [i for i in range(len(sentences)) if rng.random() < rate]
    to = dict(zip(chosen, rng.sample(chosen, len(chosen)), strict=True))
    ordered = [text[slice(*sentences[to.get(i, i)])] for i in range(len(sentences))]
    return "\n".join(ordered)


KINDS = ("left out", "put in", "replaced", "moved")


def analysis_of(text: str) -> Analysis:
    """A text with its sentences, told by their marks, and nothing else."""
    document = Document.from_text(text)
    spans = [Span(*match.span()) for match in _SENTENCE.finditer(document.text)]
    sentences = tuple(Sentence(index=i, span=span) for i, span in enumerate(spans))
    return Analysis(document=document, sentences=sentences, statements=(), disclaimers=())


def ours(texts: Sequence[str]) -> Pairs:
    """The pairs that Standoff takes for copies as a whole."""
    analyses = [analysis_of(text) for text in texts]
    place = {analysis.document.doc_id: i for i, analysis in enumerate(analyses)}
    copies = [copy for copy in find_copies(analyses) if copy.kind != "passage"]
    return frozenset(_pair(place[copy.original], place[copy.copy]) for copy in copies)


def plain(texts: Sequence[str], **options: float) -> Pairs:
    """The pairs that MinHash over sets of words takes for near duplicates."""
    index, found = MinHashLSH(**options), set()
    for i, text in enumerate(texts):
        signature = MinHash()
        signature.update_batch([word.encode() for word in sorted(set(text.split()))])
        found |= {_pair(i, j) for j in index.query(signature)}
        index.insert(i, signature)
    return frozenset(found)


FINDERS: Mapping[str, Finder] = {
    "ours": ours,
    "MinHashLSH()": plain,
    "MinHashLSH(threshold=0.5)": lambda texts: plain(texts, threshold=0.5),
}


def f1_by_rate(texts: Sequence[str], seed: int) -> dict[str, dict[str, float]]:
    """For each way and each rate the F1 of the pairs found among the texts and one copy of each; by kind for ours."""
    words = " ".join(texts).split()
    gold = frozenset((i, i + len(texts)) for i in range(len(texts)))
    found: dict[str, dict[str, float]] = {}
    for rate in RATES:
        copies = [
            edited(text, KINDS[i % len(KINDS)], rate, words, Random(f"{seed}:{rate}:{i}"))  # noqa: S311 - no secret, a seed
            for i, text in enumerate(texts)
        ]
        for name, finder in FINDERS.items():
            pairs = finder([*texts, *copies])
            found.setdefault(name, {})[f"{rate:.2f}"] = round(f1(pairs, gold), 3)
            if name == "ours":
                for k, kind in enumerate(KINDS):
                    hits = [pair in pairs for pair in sorted(gold) if pair[0] % len(KINDS) == k]
                    found.setdefault(f"  recall, words {kind}", {})[f"{rate:.2f}"] = round(sum(hits) / len(hits), 3)
                found.setdefault("  wrong pairs", {})[f"{rate:.2f}"] = len(pairs - gold)
    return found


def f1(found: Pairs, gold: Pairs) -> float:
    """The harmonic mean of precision and recall, 2 TP / (found + gold)."""
    return 2 * len(found & gold) / max(1, len(found) + len(gold))


def seconds_by_size(texts: Sequence[str], seed: int) -> dict[str, float]:
    """Processor seconds for comparing so many documents, of the same make at every size."""
    seconds = {}
    for size in SIZES:
        analyses = [analysis_of(text) for text in versions(texts, size, seed)]
        find_copies(analyses[:2])  # loads the library
        began = time.process_time()
        find_copies(analyses)
        seconds[str(size)] = round(time.process_time() - began, 2)
    return seconds


def versions(texts: Sequence[str], n: int, seed: int) -> list[str]:
    """So many documents: of each of the first articles itself, a close copy, and six with most words replaced."""
    words = " ".join(texts).split()
    made = []
    for i in range(n):
        text, rate = texts[i // _N_VERSIONS % len(texts)], _VERSION_RATES[i % _N_VERSIONS]
        made.append(edited(text, "replaced", rate, words, Random(f"{seed}:{i}")))  # noqa: S311 - no secret, a seed
    return made


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def table(rows: Mapping[str, Mapping[str, float]]) -> str:
    """The rows as plain text."""
    heads = next(iter(rows.values()))
    lines = [f"{'':34}" + "".join(f"{head:>8}" for head in heads)]
    return "\n".join(
        [*lines, *(f"{name:34}" + "".join(f"{v:>8g}" for v in row.values()) for name, row in rows.items())]
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--n", type=int, default=300, help="how many articles are copied")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    texts = articles(options.files)
    rates, seconds = f1_by_rate(texts[: options.n], options.seed), seconds_by_size(texts, options.seed)
    if options.json:
        print(json.dumps({"f1": rates, "seconds": seconds}, indent=1))
    else:
        print(f"{table(rates)}\n\n{table({'seconds, by documents': seconds})}")


if __name__ == "__main__":
    main()
