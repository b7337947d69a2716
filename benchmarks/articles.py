"""Articles to measure on: variations of the bundled examples, no two alike, the same every time."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from random import Random

# Names in the bundled examples that a variation replaces, so that new words keep coming as they do in real news.
_NAME = re.compile(r"\b(?:Blinken|Lavrov|Brandvik|Revel|Sinirlioglu|Torvald|Hollander|Ilona|Tomas|Agnes|Rex|Kovac)\b")
_SYLLABLES = (
    "ba bel cor dan der eck fal gor han ik jor kal lin mar nov os per quin ras sel tor ul ven wik yar zan".split()
)


def write_articles(folder: Path, n_articles: int, seed: int = 7) -> tuple[Path, ...]:
    """The paths of `n_articles` text files written to `folder`: each an example with other names and numbers, and some
    paragraphs of another example put in.
    """
    examples = [path.read_text(encoding="utf-8") for path in sorted(files("standoff.examples").iterdir(), key=str)
                if path.name.endswith(".txt")]  # fmt: skip
    paths = []
    for i in range(n_articles):
        rng = Random(f"{seed}:{i}")  # noqa: S311 - no secret, a seed
        path = folder / f"{i:05d}.txt"
        path.write_text(_varied(examples[i % len(examples)], rng.choice(examples), rng), encoding="utf-8")
        paths.append(path)
    return tuple(paths)


def _varied(text: str, other: str, rng: Random) -> str:
    """The text with other names and numbers, and up to six body paragraphs of `other`, in random places."""
    paragraphs = text.split("\n\n")
    for extra in rng.sample(other.split("\n\n")[2:-1], k=rng.randrange(7)):
        paragraphs.insert(rng.randrange(2, len(paragraphs)), extra)
    names: dict[str, str] = {}
    varied = _NAME.sub(lambda m: names.setdefault(m[0], _name(rng)), "\n\n".join(paragraphs))
    return re.sub(r"\d\d+", lambda m: str(rng.randrange(10 ** (len(m[0]) - 1), 10 ** len(m[0]))), varied)


def _name(rng: Random) -> str:
    return "".join(rng.choices(_SYLLABLES, k=rng.randrange(2, 4))).capitalize()
