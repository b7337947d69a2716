"""Counts in how many documents of news at large each term stands: the background for telling stories apart.

    python -m training.background CORPORA

CORPORA holds wikinews/*.csv and state_department/state_press_releases.jsonl. Each of the two counts the same; terms in
fewer than one document in two hundred are left out. Only numbers of documents are written, never a text.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from standoff.compare.story_terms import BACKGROUND, rates_from_documents, terms_of_text

_MIN_RATE = 5.0


def background(corpora: Path) -> Mapping[str, float]:
    """For each term the documents in a thousand that have it, the mean of both corpora."""
    corpus = [
        rates_from_documents(map(terms_of_text, texts(corpora))) for texts in (_wikinews_texts, _department_texts)
    ]
    terms = sorted({term for rates in corpus for term in rates})
    means = {term: sum(rates.get(term, 0.0) for rates in corpus) / len(corpus) for term in terms}
    return {term: rate for term, rate in means.items() if rate >= _MIN_RATE}


def _wikinews_texts(corpora: Path) -> Iterator[str]:
    for path in sorted((corpora / "wikinews").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as rows:
            yield from (f"{row['title']}\n{row['text']}" for row in csv.DictReader(rows))


def _department_texts(corpora: Path) -> Iterator[str]:
    with (corpora / "state_department" / "state_press_releases.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def main() -> None:
    """Write the file that the program ships."""
    rates = background(Path(sys.argv[1]))
    lines = ["# term, documents in a thousand (python -m training.background)"]
    lines += [f"{term}\t{rate:.0f}" for term, rate in rates.items()]
    BACKGROUND.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rates)} terms to {BACKGROUND.name}")


if __name__ == "__main__":
    main()
