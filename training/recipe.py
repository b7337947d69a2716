"""The recipe: which corpora, how often, for how long, in stages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from training.act_words import with_weak_acts
from training.augment import varied
from training.corpora import (
    read_acts,
    read_causal,
    read_conllu,
    read_factuality,
    read_gap,
    read_gold,
    read_gum,
    read_iob,
    read_labelled,
    read_labelled_articles,
    read_polnear,
    read_re3d,
)
from training.corpora.iob import CROSSNER, UNER, WIKIGOLD
from training.examples import Example
from training.renaming import with_other_candidates
from training.stand_ins import stand_ins
from training.templates import pattern_article

OWN = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """`n_passes` over PolNeAR; `gold_per_pass` how often the gold articles are seen in each of them;
    `batch_pieces` the size of a batch; learning rates at their peak; `share` of each corpus that is used at all,
    `polnear_per_pass` the share of PolNeAR's articles drawn for each pass; `n_patterns` articles made from patterns;
    `names_per_pass` how often texts with marked names and links are seen in each, `pronouns_per_pass` the
    same for snippets with one ambiguous pronoun, and `n_stand_ins` snippets in which pronouns took the place of names;
    `who_weight` how much more than usual names and links count; `acts_per_pass` how often sentences marked for one act
    are seen, or `n_acts` drawn of them; `n_causal` and `n_factual` how many sentences are drawn that teach causes and
    factuality; `names_share` and `labelled_per_pass` the share drawn of texts with names and others' articles with our
    labels; `only` the parts of the network that learn, by the beginnings of their names: all of it when empty.
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
    names_per_pass: int = 0
    pronouns_per_pass: int = 0
    n_stand_ins: int = 0
    who_weight: float = 1.0
    acts_per_pass: int = 0
    n_causal: int = 0
    n_factual: int = 0
    n_acts: int = 0
    names_share: float = 1.0
    labelled_per_pass: float = 0.0
    only: tuple[str, ...] = ()
    seed: int = 7


STAGES = {
    "main": Recipe(),
    "finish": Recipe(
        n_passes=2, gold_per_pass=4, polnear_per_pass=0.35, n_patterns=900, names_per_pass=2, pronouns_per_pass=3,
        n_stand_ins=600, trunk_rate=8e-5, head_rate=5e-4, seed=8,
    ),
    "who": Recipe(
        n_passes=2, gold_per_pass=3, polnear_per_pass=0.15, n_patterns=600, names_per_pass=3, pronouns_per_pass=2,
        trunk_rate=7e-5, head_rate=5e-4, who_weight=1.6, seed=9,
    ),
    "code": Recipe(
        n_passes=6, gold_per_pass=2, polnear_per_pass=0.08, n_patterns=80, names_per_pass=1, names_share=0.12,
        pronouns_per_pass=0, acts_per_pass=1, n_causal=1200, n_factual=2500, batch_pieces=2048, trunk_rate=2e-4,
        head_rate=2e-3, seed=10,
    ),
    "news": Recipe(
        n_passes=4, gold_per_pass=3, polnear_per_pass=0.08, n_patterns=40, names_per_pass=1, names_share=0.2,
        acts_per_pass=1, n_acts=2500, labelled_per_pass=1.0, n_causal=600, n_factual=1200, trunk_rate=1.5e-4,
        head_rate=1e-3, seed=12,
    ),
    "names": Recipe(
        n_passes=2, gold_per_pass=0, polnear_per_pass=0.0, names_per_pass=1, pronouns_per_pass=2, n_stand_ins=400,
        head_rate=5e-4, only=("words.name.", "links."), seed=13,
    ),
    "smoke": Recipe(
        n_passes=1, gold_per_pass=1, share=0.25, n_patterns=20, names_per_pass=1, pronouns_per_pass=1, n_stand_ins=20,
        acts_per_pass=1, n_causal=20, n_factual=20,
    ),
}  # fmt: skip
"""The shipped weights come from `main`, `finish`, `who`, `code`, `news` and `names`, each of which starts from the ones
before; `smoke` tests the recipe.
"""

STARTS_FROM: dict[str, dict[str, float]] = {
    "finish": {"main": 1.0},
    "who": {"finish": 1.0},
    "code": {"who": 0.7, "finish": 0.3},
    "news": {"code": 0.5, "who": 0.35, "finish": 0.15},
    "names": {"news": 0.7, "code": 0.15, "who": 0.105, "finish": 0.045},
}
"""The stages whose weights a stage begins with, and how much of each: what a later one learned then costs the others
less. Of 0, 0.3 and 0.5 of `finish` the best on GAP's validation part; of 0, 0.35 and 0.5 of all before `code` the best
statements on dev and dev_own; of 0.5 to 1 of `news` the best basis there and on the minimal pairs.
"""


@dataclass(frozen=True, slots=True)
class Corpora:
    """The examples of every corpus, as read."""

    polnear: list[Example]
    gold: list[Example]
    treebanks: list[Example]
    names: list[Example]
    pronouns: list[Example]
    acts: list[Example]
    labelled: list[Example]
    causal: list[Example]
    factual: list[Example]


def read_corpora(folder: Path, share: float) -> Corpora:
    """The training examples under `folder`; our own articles come from this repository.

    Never read here: what is kept for development (`dev*`, GAP's validation), calibration (`story`) and testing
    (`*_pairs`, GAP's and CrossNER's test, re3d's CENTCOM, the test parts of factuality).
    """
    treebanks = read_conllu(folder / "ud_ewt" / "en_ewt-ud-train.rebuilt.conllu")
    gum = [e for path in sorted((folder / "gum" / "dep").glob("*.conllu")) for e in read_gum(path)]
    gold = read_gold_articles(folder)
    polnear = read_polnear(folder / "polnear" / "train")
    take = lambda examples: examples[: max(4, round(share * len(examples)))]  # noqa: E731
    return Corpora(
        polnear=take(polnear),
        gold=take(gold),
        treebanks=take(treebanks),
        names=take(gum + _read_names(folder)),
        pronouns=take(read_gap(folder / "gap" / "gap-development.tsv")),
        acts=take(read_act_sentences(folder)),
        labelled=take(read_labelled_articles(OWN / "articles_real.jsonl", folder)),
        causal=take(read_causal(folder / "causal_news_corpus" / "data" / "V2" / "train_subtask2_grouped.csv")),
        factual=take([e for part in ("UDS_IH2", "MEANTIME") for e in _factual(folder, part)]),
    )


def read_act_sentences(folder: Path) -> list[Example]:
    """Sentences marked for one act: our own, and those of others with our labels."""
    own = [e for path in sorted(OWN.glob("acts_[0-9].jsonl")) for e in read_acts(path)]
    return own + read_labelled(OWN / "acts_real.jsonl", folder)


def _factual(folder: Path, part: str) -> list[Example]:
    return read_factuality(folder / "factuality" / part / "train.jsonl")


def read_gold_articles(folder: Path) -> list[Example]:
    """The articles annotated by our codebook that are for training."""
    own = [e for name in ("train_own", "train_news", "train_events") for e in read_gold(OWN / f"{name}.jsonl")]
    return own + read_gold(folder / "gold" / "train_public.jsonl")


def _read_names(folder: Path) -> list[Example]:
    examples = [
        e for part in ("train", "dev") for e in read_iob(folder / "crossner" / "politics" / f"{part}.txt", CROSSNER)
    ]
    wikigold = folder / "wikigold" / "data" / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    examples += read_iob(wikigold, WIKIGOLD)
    for path in sorted((folder / "uner_ewt").glob("*.iob2")):
        examples += read_iob(path, UNER, column=2)
    sources = [path for path in sorted((folder / "re3d").iterdir()) if path.is_dir() and path.name != "CENTCOM"]
    return [*examples, *(e for path in sources for e in read_re3d(path))]


def pass_examples(corpora: Corpora, recipe: Recipe, number: int) -> list[Example]:
    """The examples of one pass, each varied anew; the same for the same recipe and number.

    The treebanks teach one easy thing, where sentences end: a fifth of them a pass is enough.
    """
    rng = Random(f"{recipe.seed}:{number}")
    examples = [varied(e, rng) for e in _drawn(corpora.polnear, recipe.polnear_per_pass, rng)]
    if recipe.acts_per_pass:
        examples = [with_weak_acts(e, rng) for e in examples]
    examples += [pattern_article(rng, i) for i in range(recipe.n_patterns)]
    for _ in range(recipe.gold_per_pass):
        examples += [varied(e, rng) for e in corpora.gold]
    examples += [varied(e, rng) for e in rng.sample(corpora.treebanks, max(1, len(corpora.treebanks) // 5))]
    for _ in range(recipe.names_per_pass):
        examples += [varied(e, rng) for e in _drawn(corpora.names, recipe.names_share, rng)]
    for _ in range(recipe.pronouns_per_pass):
        examples += [with_other_candidates(e, rng) for e in corpora.pronouns]
    examples += stand_ins(corpora.polnear, rng, recipe.n_stand_ins)
    for _ in range(recipe.acts_per_pass):
        drawn = rng.sample(corpora.acts, min(recipe.n_acts, len(corpora.acts))) if recipe.n_acts else corpora.acts
        examples += [varied(e, rng) for e in drawn]
    examples += [varied(e, rng) for e in _drawn(corpora.labelled, recipe.labelled_per_pass, rng)]
    examples += rng.sample(corpora.causal, min(recipe.n_causal, len(corpora.causal)))
    examples += rng.sample(corpora.factual, min(recipe.n_factual, len(corpora.factual)))
    return examples


def _drawn(examples: list[Example], share: float, rng: Random) -> list[Example]:
    """A share of the examples; all of them, in their order, when it is 1."""
    return examples if share == 1 else rng.sample(examples, round(share * len(examples)))
