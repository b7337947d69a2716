"""The recipe: which corpora, how often, for how long, in stages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from training.augment import varied
from training.corpora import read_conllu, read_gold, read_polnear
from training.examples import Example
from training.templates import pattern_article

OWN = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """`n_passes` over PolNeAR; `gold_per_pass` how often the gold articles are seen in each of them;
    `batch_pieces` the size of a batch; learning rates at their peak; `share` of each corpus that is used at all,
    `polnear_per_pass` the share of PolNeAR's articles drawn for each pass; `n_patterns` articles made from patterns.
    """

    n_passes: int = 5
    gold_per_pass: int = 3
    batch_pieces: int = 2048
    trunk_rate: float = 2.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    average: float = 0.997
    vector_every: int = 6
    share: float = 1.0
    polnear_per_pass: float = 1.0
    n_patterns: int = 0
    seed: int = 7


STAGES = {
    "main": Recipe(),
    "finish": Recipe(
        n_passes=2, gold_per_pass=4, polnear_per_pass=0.35, n_patterns=900, trunk_rate=6e-5, head_rate=3e-4, seed=8
    ),
    "smoke": Recipe(n_passes=1, gold_per_pass=1, share=0.25, n_patterns=20),
}  # fmt: skip
"""The shipped weights come from `main` and then `finish`, which starts from its result; `smoke` tests the recipe."""


@dataclass(frozen=True, slots=True)
class Corpora:
    """The examples of every corpus, as read."""

    polnear: list[Example]
    gold: list[Example]
    treebanks: list[Example]


def read_corpora(folder: Path, share: float) -> Corpora:
    """The training examples under `folder`; our own articles come from this repository.

    Never read here: what is kept for development (`dev*`), calibration (`story`) and testing (`*_pairs`).
    """
    treebanks = read_conllu(folder / "ud_ewt" / "en_ewt-ud-train.rebuilt.conllu")
    treebanks += [e for path in sorted((folder / "gum" / "dep").glob("*.conllu")) for e in read_conllu(path)]
    gold = read_gold(OWN / "train_own.jsonl") + read_gold(folder / "gold" / "train_public.jsonl")
    polnear = read_polnear(folder / "polnear" / "train")
    take = lambda examples: examples[: max(4, round(share * len(examples)))]  # noqa: E731
    return Corpora(take(polnear), take(gold), take(treebanks))


def pass_examples(corpora: Corpora, recipe: Recipe, number: int) -> list[Example]:
    """The examples of one pass, each varied anew; the same for the same recipe and number.

    The treebanks teach one easy thing, where sentences end: a fifth of them a pass is enough.
    """
    rng = Random(f"{recipe.seed}:{number}")
    n_polnear = round(recipe.polnear_per_pass * len(corpora.polnear))
    drawn = corpora.polnear if n_polnear == len(corpora.polnear) else rng.sample(corpora.polnear, n_polnear)
    examples = [varied(e, rng) for e in drawn]
    examples += [pattern_article(rng, i) for i in range(recipe.n_patterns)]
    for _ in range(recipe.gold_per_pass):
        examples += [varied(e, rng) for e in corpora.gold]
    examples += [varied(e, rng) for e in rng.sample(corpora.treebanks, max(1, len(corpora.treebanks) // 5))]
    return examples
