"""Scoring predictions against gold files and against a compartment of PolNeAR: the figures that `evaluate` prints.

Definitions of the figures: `spans`, `counts`, `actors`, `voice`, `calibration`, and in plain words docs/accuracy.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from standoff.evaluate.actors import WrongActor, actor_counts, actor_figures, whole_counts, wrong_actors
from standoff.evaluate.acts import WrongAct, wrong_acts
from standoff.evaluate.calibration import Trust, calibration_figure, trusts
from standoff.evaluate.confusions import worst
from standoff.evaluate.counts import FIELDS, Counts, field_counts, role_counts, strict_counts
from standoff.evaluate.figures import Figure, Report, Sums, field_figures, prf_figures
from standoff.evaluate.found import found_in
from standoff.evaluate.gold import GoldDocument, read_gold
from standoff.evaluate.marked import ROLES, marked, outermost
from standoff.evaluate.polnear import PolnearDocument, read_polnear
from standoff.evaluate.voice import voice_counts, voice_figures
from standoff.values import ACTS, BASES, QUOTES, Analysis, Document, Statement

Predict = Callable[[Document], Analysis]
"""Gives the statements of one document, who is who in them and what they do, and the author's voice.

Spans point into `document.text`."""

SPAN_FIGURES: tuple[str, ...] = (*(f"{role}.{kind}" for role in ROLES for kind in ("exact", "overlap")), "relation")
STRICT_FIGURES: tuple[str, ...] = tuple(f"strict.{role}" for role in ROLES)
_LABELS: dict[str, tuple[str, ...]] = {"basis": BASES, "quote": QUOTES, "act": ACTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What scoring found in one document; `wrong_actors` and `wrong_acts` are the errors that may be listed."""

    counts: Counts
    n_gold: int
    n_predicted: int
    trusted: tuple[Trust, ...] = ()
    wrong_actors: tuple[WrongActor, ...] = ()
    wrong_acts: tuple[WrongAct, ...] = ()


def evaluate_gold(paths: Sequence[Path | str], predict: Predict, *, n_errors: int = 0) -> Report:
    """How well `predict` does on the documents of gold files, taken together.

    Lists up to `n_errors` wrong actors, and as many wrong acts.

    Raises: UsageError when a file cannot be opened, GoldError when it is not valid.
    """
    files = [Path(path) for path in paths]
    documents = [document for path in files for document in read_gold(path)]
    scored = [score_gold(document, predict(_document(document))) for document in documents]
    sums = Sums([one.counts for one in scored])
    fields = [f for field in FIELDS for f in field_figures(sums, field, _LABELS[field])]
    trusted = calibration_figure([one.trusted for one in scored])
    figures = [*_prf(sums, SPAN_FIGURES), *fields, *voice_figures(sums), *actor_figures(sums), trusted]
    actors = worst([error for one in scored for error in one.wrong_actors], n_errors)
    acts = worst([error for one in scored for error in one.wrong_acts], n_errors)
    report = _report("gold " + " + ".join(path.name for path in files), files, scored, figures)
    return replace(report, misses=tuple(str(error) for error in (*actors, *acts)))


def evaluate_polnear(directory: Path | str, predict: Predict) -> Report:
    """How well `predict` does on a compartment of PolNeAR, nested statements left out.

    Raises: UsageError when the folder is no compartment, GoldError when a span lies outside its text.
    """
    articles = read_polnear(Path(directory))
    scored = [score_polnear(a, predict(Document.from_text(a.text, path=str(a.files[0]))).statements) for a in articles]
    sums = Sums([one.counts for one in scored])
    figures = _prf(sums, (*SPAN_FIGURES, *STRICT_FIGURES))
    files = [file for article in articles for file in article.files]
    return _report(f"polnear {Path(directory).resolve().name}", files, scored, figures)


def score_gold(document: GoldDocument, predicted: Analysis) -> Scored:
    """What one gold document says of the statements predicted for it, of who is who in them, and of the voice."""
    statements = predicted.statements
    p, g = [marked(s) for s in statements], [marked(s) for s in document.statements]
    found = found_in(document, predicted)
    counts = role_counts(document.text, p, g) + field_counts(found) + actor_counts(found)
    voiced = voice_counts(predicted.voice, document.voice or ())
    return Scored(
        counts=counts + whole_counts(found, len(p), len(g)) + voiced,
        n_gold=len(g),
        n_predicted=len(p),
        trusted=trusts([s.confidence for s in statements], p, g),
        wrong_actors=wrong_actors(document, found),
        wrong_acts=wrong_acts(document, found),
    )


def score_polnear(article: PolnearDocument, predicted: Sequence[Statement]) -> Scored:
    """What one PolNeAR article says of the statements predicted for it, by both rules of span equality."""
    p, g = outermost([marked(s) for s in predicted]), article.attributions
    counts = role_counts(article.text, p, g) + strict_counts(article.text, p, g)
    return Scored(counts=counts, n_gold=len(g), n_predicted=len(p))


def _document(gold: GoldDocument) -> Document:
    return Document.from_text(gold.text, path=gold.name)


def _prf(sums: Sums, names: Iterable[str]) -> list[Figure]:
    return [figure for name in names for figure in prf_figures(sums, name)]


def _report(corpus: str, files: Sequence[Path], scored: Sequence[Scored], figures: Sequence[Figure]) -> Report:
    return Report(
        corpus=corpus,
        sha256=corpus_sha256(files),
        n_documents=len(scored),
        n_gold=sum(one.n_gold for one in scored),
        n_predicted=sum(one.n_predicted for one in scored),
        figures=tuple(figures),
    )


def corpus_sha256(files: Iterable[Path]) -> str:
    """The hash that names a corpus: of its files' contents, whatever their names and order."""
    hashes = sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()
