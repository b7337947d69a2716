"""Documents of ECB+ into stories, against TF-IDF and average linkage run beside it.

    python -m benchmarks.stories ECB+ [--half even|odd|both]

ECB+ is the corpus' folder with a folder for each topic. Both thresholds and the weight of names were found on the
topics with odd numbers. Those with even numbers were looked at once before: that actors and sentence vectors are left
out was decided on both halves. Stories need no weights.

Prints one line for each way: B-cubed precision, recall and F1, the adjusted Rand index, the number of groups, seconds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.ecbplus import Labelled, read_ecbplus
from benchmarks.partitions import adjusted_rand
from benchmarks.tfidf import tfidf_groups
from standoff.compare.stories import find_stories
from standoff.evaluate.clusterings import b_cubed
from standoff.values import Analysis, Document

TFIDF_THRESHOLD = 0.28
"""The best of 0.12, 0.16 ... 0.32 on the topics with odd numbers, by B-cubed F1 and by the adjusted Rand index."""


def story_numbers(analyses: Sequence[Analysis]) -> list[int]:
    """For each document the number of its story."""
    numbers = {doc_id: i for i, story in enumerate(find_stories(analyses)) for doc_id in story.doc_ids}
    return [numbers[analysis.document.doc_id] for analysis in analyses]


def unread(document: Document) -> Analysis:
    """An analysis that holds nothing but the document."""
    return Analysis(document=document, sentences=(), statements=(), disclaimers=())


def measure(name: str, labelled: Sequence[Labelled], groups: Callable[[], Sequence[int]]) -> None:
    """Print how well some way of grouping agrees with the corpus."""
    began = time.process_time()
    found = groups()
    seconds = time.process_time() - began
    gold = [one.story for one in labelled]
    scores = b_cubed(dict(enumerate(found)), dict(enumerate(gold)))
    b3 = f"B3 P {scores.precision:.3f} R {scores.recall:.3f} F1 {scores.f1:.3f}"
    groups = f"groups {len(set(found))} of {len(set(gold))}"
    print(f"{name:22} {b3}  ARI {adjusted_rand(found, gold):.3f}  {groups}  {seconds:.1f} s")


def main() -> None:
    """Read, group both ways, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=("even", "odd", "both"), default="even")
    options = parser.parse_args()
    wanted = {"even": (0,), "odd": (1,), "both": (0, 1)}[options.half]
    labelled = [one for one in read_ecbplus(options.corpus) if int(one.story.split()[0]) % 2 in wanted]
    documents = [one.document for one in labelled]
    print(f"{len(documents)} documents of the {options.half} topics")
    texts = [document.text for document in documents]
    measure("TF-IDF, average link", labelled, lambda: tfidf_groups(texts, TFIDF_THRESHOLD))
    measure("stories", labelled, lambda: story_numbers([unread(document) for document in documents]))


if __name__ == "__main__":
    main()
