"""The norms that are invoked: "UN Charter 3 — Antony Blinken 2 (12r 13i) · Ukraine 1 (20q)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from standoff.report.fitting import paragraph
from standoff.report.norms_invoked import Invoker, Norm
from standoff.report.sheet import Sheet

_N_NORMS = 6
_N_INVOKERS = 4
_NORM_CELLS = 40


def norm_lines(norms: Sequence[Norm], sheet: Sheet) -> Iterator[Text]:
    """The lines of the block; none without a norm."""
    if not norms:
        return
    yield Text(" Norms invoked", style="bold")
    shown = norms[: sheet.shown(len(norms), _N_NORMS)]
    for norm in shown:
        yield from _norm_lines(norm, sheet)
    yield from sheet.more(len(norms) - len(shown), "norm")


def _norm_lines(norm: Norm, sheet: Sheet) -> Iterator[Text]:
    name = sheet.pen.fitted(sheet.category(norm.key), _NORM_CELLS).rstrip()
    shown = norm.invokers[: sheet.shown(len(norm.invokers), _N_INVOKERS)]
    told = [_invoker(invoker, sheet) for invoker in shown]
    if rest := norm.invokers[len(shown) :]:
        told.append(f"{len(rest)} more {sum(len(invoker.points) for invoker in rest)}")
    text = f"{name} {len(norm.points)} {sheet.pen.dash} {f' {sheet.pen.dot} '.join(told)}"
    for i, line in enumerate(paragraph(text, sheet.width, hanging=2)):
        if i == 0 and cell_len(name) < sheet.width:
            line.stylize("bold", 1, 1 + len(name))
        yield line


def _invoker(invoker: Invoker, sheet: Sheet) -> str:
    name = sheet.name(invoker.actor) if invoker.actor else "unresolved"
    return f"{name} {len(invoker.points)} ({sheet.pins([point.place for point in invoker.points])})"
