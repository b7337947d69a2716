"""Whom some documents name, as lines for a terminal: one for each actor, and last whatever could not be settled.

As in `terminal`, every line is a rich `Text` built from plain strings, and what comes from a text goes through the pen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from standoff.report.actor_lines import ActorLine, ActorList
from standoff.report.fitting import Pen, paragraph, pen_for
from standoff.report.tally import Tally

_HEADINGS = ("texts", "named", "source", "target")
_KIND_CELLS = 12  # "organisation"
_COUNTRY_CELLS = 7
_GAP = "  "
_LEAST_NAME_CELLS = 12
_NAME_SHARE = 0.3
_MOST_NAME_CELLS = 32
_LEAST_FORMS_CELLS = 30  # three or four forms; with less room they get a line of their own
_N_FORMS = 8
_FORM_CELLS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Widths:
    """The cells of the line, of the name's column and of all columns before the forms."""

    width: int
    name: int

    @property
    def n_before_forms(self) -> int:
        figures = sum(len(heading) + len(_GAP) for heading in _HEADINGS)
        return 1 + self.name + 2 * len(_GAP) + _KIND_CELLS + _COUNTRY_CELLS + figures

    @property
    def n_forms(self) -> int:
        """The cells that are left for the forms."""
        return max(1, self.width - self.n_before_forms - len(_GAP))

    @property
    def has_room(self) -> bool:
        """Whether the forms stand on the actor's own line, and not on one of theirs."""
        return self.n_forms >= _LEAST_FORMS_CELLS


def screen_from_actors(listed: ActorList, *, width: int = 80, encoding: str = "utf-8") -> Iterator[Text]:
    """The lines of the whole list, for a screen of so many cells in that encoding."""
    pen = pen_for(encoding)
    if listed.lines:
        yield from _table(listed.lines, width, pen)
    else:
        yield from paragraph("No actor was found.", width, "bold")
    yield from _joined_lines(listed, width, pen)
    yield from _unsettled_lines(listed, width, pen)


def _table(lines: Sequence[ActorLine], width: int, pen: Pen) -> Iterator[Text]:
    longest = max(cell_len(_name(line, pen)) for line in lines)
    widths = _Widths(width=width, name=max(_LEAST_NAME_CELLS, min(longest, int(width * _NAME_SHARE), _MOST_NAME_CELLS)))
    is_wide = widths.n_before_forms <= width
    if is_wide:
        yield _heading(widths, pen)
    for line in lines:
        yield from _row(line, widths, pen) if is_wide else _stacked(line, width, pen)
        yield from _lookalike_lines(line, width, pen)


def _heading(widths: _Widths, pen: Pen) -> Text:
    names = [pen.fitted("actor", widths.name), pen.fitted("kind", _KIND_CELLS), "country", *_HEADINGS]
    return Text(f" {_GAP.join([*names, *(['[office] as written'] if widths.has_room else [])])}", style="dim")


def _row(line: ActorLine, widths: _Widths, pen: Pen) -> Iterator[Text]:
    row = Text(" ").append(pen.fitted(_name(line, pen), widths.name), style="bold")
    country = pen.fitted(pen.clean(line.actor.country or pen.absent), _COUNTRY_CELLS)
    row.append(f"{_GAP}{line.actor.kind:<{_KIND_CELLS}}{_GAP}{country}")
    for heading, n in zip(_HEADINGS, _figures(line), strict=True):
        row.append(f"{_GAP}{n:>{len(heading)}}")
    if widths.has_room:
        row.append(_GAP).append(pen.fitted(_forms_and_offices(line, pen), widths.n_forms).rstrip(), style="dim")
    yield row
    if not widths.has_room:
        yield from _forms_line(line, widths.width, pen)


def _forms_line(line: ActorLine, width: int, pen: Pen) -> Iterator[Text]:
    """The forms on a line of their own, none where there are none."""
    if forms := _forms_and_offices(line, pen):
        yield Text("   ").append(pen.fitted(forms, max(1, width - 3)).rstrip(), style="dim")


def _stacked(line: ActorLine, width: int, pen: Pen) -> Iterator[Text]:
    """The actor on a screen too narrow for columns: the name, and its figures in words."""
    yield from paragraph(_name(line, pen), width, "bold", hanging=2)
    figures = [f"{heading} {n}" for heading, n in zip(_HEADINGS, _figures(line), strict=True)]
    about = [line.actor.kind, *([pen.clean(line.actor.country)] if line.actor.country else []), *figures]
    yield from paragraph(f" {pen.dot} ".join(about), width, indent=3)
    yield from _forms_line(line, width, pen)


def _figures(line: ActorLine) -> tuple[int, ...]:
    """The numbers of `_HEADINGS`."""
    return (len(line.doc_ids), line.n_mentions, len(line.source_ids), len(line.target_ids))


def _name(line: ActorLine, pen: Pen) -> str:
    return pen.clipped(line.actor.name, _FORM_CELLS) or pen.absent


def _forms_and_offices(line: ActorLine, pen: Pen) -> str:
    """The offices in brackets, since they are few and forms can be cut; then the forms with their counts."""
    offices = ", ".join(pen.clipped(office, _FORM_CELLS) for office in line.offices)
    forms = ", ".join(f"{pen.clipped(form.name, _FORM_CELLS)} {form.n}" for form in line.forms[:_N_FORMS])
    more = f", {len(line.forms) - _N_FORMS} more" if len(line.forms) > _N_FORMS else ""
    return " ".join(part for part in (f"[{offices}]" if offices else "", forms + more) if part)


def _lookalike_lines(line: ActorLine, width: int, pen: Pen) -> Iterator[Text]:
    for odd in line.lookalikes:
        form, like = pen.clipped(odd.form, _FORM_CELLS), pen.clipped(odd.like, _FORM_CELLS)
        yield from paragraph(f"! '{form}' looks like '{like}' but {odd.reason}", width, "bold yellow", indent=3)


def _joined_lines(listed: ActorList, width: int, pen: Pen) -> Iterator[Text]:
    """Whom the list took for one though the documents do not say so, and why."""
    for line in listed.lines:
        for joined in line.joined:
            short = pen.clipped(joined.actor.name, _FORM_CELLS)
            path = pen.clean(listed.paths[joined.doc_id])
            told = f"'{short}' in {path} is taken for {_name(line, pen)}: {joined.reason}"
            yield from paragraph(told, width, "dim")


def _unsettled_lines(listed: ActorList, width: int, pen: Pen) -> Iterator[Text]:
    """The sources that are in no line, so that nothing is lost."""
    for forms, what in ((listed.unresolved, "unresolved"), (listed.unnamed, "unnamed")):
        if n := sum(form.n for form in forms):
            yield from paragraph(f"{n} source{'' if n == 1 else 's'} {what}: {_quoted(forms, pen)}", width, "dim")
    if n := listed.n_without_source:
        told = "statement has" if n == 1 else "statements have"
        yield from paragraph(f"{n} {told} no words for a source", width, "dim")


def _quoted(forms: Sequence[Tally], pen: Pen) -> str:
    shown = [f"'{pen.clipped(form.name, _FORM_CELLS)}' {form.n}" for form in forms[:_N_FORMS]]
    n_more = sum(form.n for form in forms[_N_FORMS:])
    return ", ".join([*shown, *([f"{n_more} others"] if n_more else [])])
