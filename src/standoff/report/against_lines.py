"""The brief's coverage against its records, as lines: which sources are records, the verdicts, what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from standoff.report.against import Against
from standoff.report.check_lines import CheckSheet, check_lines, count_lines, left_out_lines
from standoff.report.compared.words import clipped, document_title
from standoff.report.fitting import paragraph
from standoff.report.sheet import Sheet
from standoff.report.verification import Checked
from standoff.report.verifying import SHOWN_FIRST, form_words

_N_CHECKS = 6
_N_ISSUES = 4
_TITLE_CHARS = 80


def against_lines(against: Against | None, sheet: Sheet) -> Iterator[Text]:
    """The lines of the section, an empty one before it; none without records, or without coverage beside them."""
    if against is None:
        return
    verification = against.verification
    drawn = CheckSheet(width=sheet.width, pen=sheet.pen, verification=verification)
    yield Text()
    yield Text(" Against the record", style="bold")
    for n, record in zip(against.records, verification.records, strict=True):
        title = clipped(document_title(record.document), _TITLE_CHARS)
        told = sheet.pen.clean(f"taken as a record: {n} “{title}” ({form_words(record)})")
        yield from paragraph(told, sheet.width, "dim", 3, 2)
    yield from count_lines({verdict: n for verdict, n in verification.counts().items() if n}, sheet.width)
    yield from _shown_checks(against, sheet, drawn)
    n_issues = sheet.shown(len(verification.left_out), _N_ISSUES)
    yield from left_out_lines(verification.left_out[:n_issues], drawn)
    yield from sheet.more(len(verification.left_out) - n_issues, "issue")


def _shown_checks(against: Against, sheet: Sheet, drawn: CheckSheet) -> Iterator[Text]:
    """The checks, the gravest first; what is out of scope is only counted, unless everything is shown."""
    found = sorted(against.verification.checked(), key=lambda one: SHOWN_FIRST.index(one.check.verdict))
    kept = [one for one in found if sheet.is_whole or one.check.verdict != "out_of_scope"]
    shown = kept[: sheet.shown(len(kept), _N_CHECKS)]
    if shown:
        yield Text()
    numbers = {id(a): n for a, n in zip(against.verification.analyses, against.articles, strict=True)}
    for one in shown:
        yield from check_lines(one, drawn, _where(one, numbers[id(one.analysis)]))
    yield from sheet.more(len(kept) - len(shown), "check")


def _where(one: Checked, n_document: int) -> str:
    """The statement's place as everywhere in the brief, and the article's name."""
    title = clipped(document_title(one.analysis.document), _TITLE_CHARS)
    return f"{n_document}:{one.statement.sentence.index + 1}{one.statement.basis[0]} in “{title}”"
