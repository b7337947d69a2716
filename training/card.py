"""Writes the model card: what the weights are, what they learned from, and what they score.

    python -m training.card --corpora ../shared/corpora --work training/work

Scores the shipped int8 weights and the float32 ones that they came from, on the same documents.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from standoff.cli.evaluate import as_read
from standoff.code import Categories, code_statements
from standoff.encode.encoder import Convention
from standoff.encode.onnx import WEIGHTS, OnnxEncoder
from standoff.evaluate import (
    Report,
    evaluate_entities,
    evaluate_factuality,
    evaluate_gap,
    evaluate_gold,
    evaluate_pairs,
    evaluate_polnear,
)
from standoff.evaluate.factuality import factuality_at
from standoff.extract.confidence import shipped_calibration
from standoff.extract.statements import statements_from_reading
from standoff.knowledge import knowledge
from standoff.knowledge.codebook import codebook
from standoff.resolve import mentions_in_text, resolve_statements
from standoff.values import Analysis, Document, Mention
from training.recipe import OWN, STAGES

CARD = Path("docs/model_card.md")
_GOLD = (
    "source.exact.f1", "cue.exact.f1", "content.exact.f1", "content.overlap.f1", "relation.f1", "quote.accuracy",
    "basis.accuracy", "basis.macro_f1", "basis.quoted.recall", "basis.reported.recall", "basis.standing.recall",
    "basis.hearsay.recall", "basis.inferred.recall", "basis.inferred.precision", "basis.predicted.recall",
    "basis.withheld.recall", "confidence.calibration_error", "act.accuracy", "act.macro_f1", "voice.macro_f1",
)  # fmt: skip
_POLNEAR = (
    "source.exact.f1", "cue.exact.f1", "content.exact.f1", "content.overlap.f1", "relation.f1", "strict.source.f1",
    "strict.cue.f1", "strict.content.f1",
)  # fmt: skip
_WHO = (
    "actor.accuracy", "actor.guessed", "on_behalf_of.accuracy", "target.f1", "e2e.f1", "act.accuracy", "act.macro_f1",
)  # fmt: skip
_FACTUALITY = ("factuality.pearson_r", "factuality.mean_absolute_error")
_PRONOUNS = ("pronoun.f1", "pronoun.masculine.f1", "pronoun.feminine.f1")
_NAMES = tuple(f"{kind}.{how}.f1" for kind in ("person", "organisation", "place") for how in ("exact", "overlap"))
_CORPORA = """\
| corpus | what it taught | licence |
| --- | --- | --- |
| PolNeAR, train (840 articles) | source, cue, content; with rewritten cues, basis | none stated; only weights ship |
| our own articles, `training/data/train_own.jsonl` (51) | every field, by the codebook | CC0 |
| our own articles in the manner of news, `training/data/train_news.jsonl` (110) | every field | CC0 |
| own articles on 48 events, `train_events.jsonl` (144); pairs of `pairs_real`, `pairs_own` (1,727) | pairs | CC0 |
| Wikinews and US government read-outs, annotated by the codebook (19) | every field | CC BY 2.5; public domain |
| sentences made from patterns, `training/patterns.py` | hedges, refusals, forecasts in and out of scope | Apache-2.0 |
| UD English EWT | where sentences end | CC BY-SA 4.0 |
| GUM (news, interview, speech, …) | where sentences end, names, what pronouns stand for | CC BY / BY-SA |
| UNER EWT, Wikigold, CrossNER politics (train, dev) | names | CC BY-SA; CC BY; MIT |
| re3d without its CENTCOM documents | names | open government licences |
| our own sentences, `training/data/acts_*.jsonl`, `relations.jsonl` | acts; relations | CC0 |
| our labels on Wikinews, US government releases, PolNeAR: `acts_real`, `articles_real` | acts, targets, voice | CC0 |
| Zero-Shot PLOVER, `PLV_train.tsv` | relations | none stated; only weights ship |
| UDS-IH2, MEANTIME (train) | factuality | CC BY-SA; CC BY |
| Causal News Corpus, V2 (train) | what is said to lead to what | CC0 |
| GAP, development part | what a pronoun stands for | Apache-2.0 |
| all-MiniLM-L6-v2, the base model | language; the sentence vectors | Apache-2.0 |
"""


def predictor(folder: Path, convention: Convention) -> Callable[[Document], Analysis]:
    """A function that extracts with the weights in `folder`, resolves and codes what it extracts."""
    encoder, calibration, known = OnnxEncoder(folder), shipped_calibration(), knowledge()

    def predict(document: Document) -> Analysis:
        read = as_read(document)
        reading = encoder.read(read, convention)
        statements = statements_from_reading(read, reading, calibration)
        reading = encoder.with_acts(read, reading, statements)
        who = resolve_statements(read, reading, statements, known).resolutions
        coded = code_statements(read, reading, statements, Categories(codebook=codebook()))
        return Analysis(
            document=read,
            sentences=(),
            statements=statements,
            disclaimers=(),
            resolutions=who,
            codings=coded.codings,
            voice=coded.voice,
        )

    return predict


def reports(folder: Path, corpora: Path) -> tuple[Report, ...]:
    """The figures on our codebook's development articles, on minimal pairs, on PolNeAR dev, on the real articles
    alone, on GAP's test part, on CrossNER's test part, on re3d's CENTCOM documents, on minimal pairs of acts, and on
    the test parts of UDS-IH2 and MEANTIME.
    """
    encoder = OnnxEncoder(folder)
    return (
        evaluate_gold([corpora / "gold" / "dev.jsonl", OWN / "dev_own.jsonl"], predictor(folder, "gold")),
        evaluate_pairs(OWN / "basis_pairs.jsonl", predictor(folder, "gold")),
        evaluate_polnear(corpora / "polnear" / "dev", predictor(folder, "polnear")),
        evaluate_gold([corpora / "gold" / "dev.jsonl"], predictor(folder, "gold")),
        evaluate_gap(corpora / "gap" / "gap-test.tsv", encoder.compare),
        evaluate_entities([corpora / "crossner" / "politics" / "test.txt"], _names(encoder)),
        evaluate_entities([corpora / "re3d" / "CENTCOM"], _names(encoder)),
        evaluate_pairs(OWN / "act_pairs.jsonl", predictor(folder, "gold")),
        *(
            evaluate_factuality(
                corpora / "factuality" / part / "test.jsonl",
                lambda document, spans: factuality_at(encoder.read(document, "gold"), spans),
            )
            for part in ("UDS_IH2", "MEANTIME")
        ),
    )


def _names(encoder: OnnxEncoder) -> Callable[[Document], Sequence[Mention]]:
    known = knowledge()
    return lambda document: mentions_in_text(document, encoder.read(document, "gold"), known)


def score_table(shipped: Report, plain: Report, names: Sequence[str]) -> str:
    """A table of some figures: int8 with its interval, and float32."""
    figures = {f.name: f for f in shipped.figures}
    rows = ["| figure | shipped (int8) | 95 % | float32 |", "| --- | --- | --- | --- |"]
    for name in names:
        figure = figures[name]
        interval = "" if figure.low is None or figure.high is None else f"{figure.low:.3f} – {figure.high:.3f}"
        rows.append(f"| {name} | {figure.value:.3f} | {interval} | {plain.value(name):.3f} |")
    return "\n".join(rows)


def card(name: str, shipped: Sequence[Report], plain: Sequence[Report]) -> str:
    """The whole card."""
    gold, pairs, polnear, real, gap, crossner, centcom, acts, uds, meantime = zip(shipped, plain, strict=True)
    stages = "\n".join(f"- `{stage}`: {STAGES[stage]}" for stage in ("main", "finish", "who", "code", "news", "names"))
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    return f"""# Model card

Weights `{name}`, {today}. Written by `python -m training.card`; do not edit.

A transformer of 6 layers and width 384 that reads windows of 256 word pieces once, a small second one that looks at
a window from each cue, and a third network that compares pronouns with what they may stand for. Three more of the same
base, each with one thing to learn, read single sentences: `acts.onnx`, of 3 layers, decides the acts of which the first
is unsure, `relations.onnx` codes marked relations (`standoff code` only), `couples.onnx` reads two statements side by
side and says whether they are one claim, or collide (`standoff brief` only; docs/accuracy.md). All ship inside the
package: `trunk.onnx`, `acts.onnx`, `relations.onnx`, `couples.onnx` (int8), `anchors.onnx` and `links.onnx` (float32).
Made for English news and comment on politics and diplomacy; not for fiction, speech recognition output or other
languages.

## Data

{_CORPORA}
Never trained on: `dev.jsonl`, `dev_own.jsonl` (development), `story.jsonl` (calibration), `*_pairs.jsonl` (test of
minimal pairs), PolNeAR dev, GAP's validation and test parts, CrossNER's test part, re3d's CENTCOM documents.

## Scores

Our codebook: 8 articles of real news and 9 written for the project ({gold[0].n_gold} statements).

{score_table(*gold, _GOLD)}

Minimal pairs of basis ({pairs[0].n_gold} items).

{score_table(*pairs, ("basis.accuracy",))}

PolNeAR dev, with its convention ({polnear[0].n_documents} articles, {polnear[0].n_gold} attributions).

{score_table(*polnear, _POLNEAR)}

Who is who, on the 8 articles of real news alone ({real[0].n_gold} statements).

{score_table(*real, _WHO)}

Pronouns, GAP test ({gap[0].n_gold} names to accept or refuse), both names given.

{score_table(*gap, _PRONOUNS)}

Names, CrossNER politics test ({crossner[0].n_gold} names).

{score_table(*crossner, _NAMES)}

Names, re3d's CENTCOM documents ({centcom[0].n_gold} names); no other document of that source was trained on.

{score_table(*centcom, _NAMES)}

Minimal pairs of acts ({acts[0].n_gold} items; none trained on).

{score_table(*acts, ("act.accuracy", "pair.accuracy"))}

Factuality, UDS-IH2 test ({uds[0].n_gold} predicates). No published figure stands beside it, since none was at hand that
we could check; calling every predicate certain has a mean absolute error of 2.255 there, and of 0.315 on MEANTIME.

{score_table(*uds, _FACTUALITY)}

Factuality, MEANTIME test ({meantime[0].n_gold} predicates).

{score_table(*meantime, _FACTUALITY)}

PLOVER's roots: the shipped network has seen all public training sentences, so the figure is of five folds
(`python -m training.relation_model --folds`): macro-F1 0.849 (0.814 to 0.877) and accuracy 0.881 on the 1,026 of 1,050
rows whose source and target both stand in the sentence. Beside it: 0.821 on the companion test set and 0.743 on these
very rows by a model of 355 million parameters with up to 134 passes a sentence, which learned from none of them.

The development articles helped to choose between recipes: on articles of other kinds expect less.

## Rebuilding

`make model` trains again from the corpora (`--corpora`), seeded, in stages that can be interrupted, on two processor
cores in about three hours. Recipe:

{stages}
"""


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    options = parser.parse_args()
    shipped, plain = (reports(folder, options.corpora) for folder in (WEIGHTS, options.work / "fp32"))
    CARD.write_text(card(OnnxEncoder.shipped().name, shipped, plain), encoding="utf-8")


if __name__ == "__main__":
    main()
