"""One statement on one line: sentence, basis, act, source, cue and content as written, cut to the width.

Columns are as wide as what they hold, up to a share of the line; the content takes the rest, since it is what
people read. The act has a column on a wide line only, and where something is coded. A nested statement carries an
arrow before its source; behind a pronoun or a description an arrow leads to the name of whom it stands for, and the
words of the text stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from standoff.report.fitting import Pen
from standoff.report.sheet import act_words
from standoff.report.stand_ins import stand_ins
from standoff.spans import Span
from standoff.values import Analysis, Statement

_BASIS_CELLS = 9  # "predicted"
_GAP = "  "
_ACT_CELLS = 11  # "acknowledge"
_WITH_ACTS_CELLS = 100  # a narrower line needs its room for the words themselves
_SOURCE_SHARE = 0.21  # of what the sentence and basis columns leave: read well at 80 and at 200 columns
_NAMED_SHARE = 0.3  # the same where names stand behind pronouns: "he → United States" at 80 columns
_CUE_SHARE = 0.25  # the hedge stands in the cue: it must be seen
_LEAST_CELLS = 6  # "source"
_LEAST_CONTENT_CELLS = 8  # "content" and a space; on a line too narrow for that the terminal wraps


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The widths of one document's table, in cells, and what to write it with; `names` are those of `stand_ins`.

    `acts` hold the act by statement id; they are empty where there is no column for them.
    """

    analysis: Analysis
    names: Mapping[str, str]
    acts: Mapping[str, str]
    pen: Pen
    sentence: int
    source: int
    cue: int
    content: int

    def heading(self) -> Text:
        """The names above the columns."""
        fitted = self.pen.fitted
        act = [fitted("act", _ACT_CELLS)] if self.acts else []
        names = ["s".rjust(self.sentence), fitted("basis", _BASIS_CELLS), *act, fitted("source", self.source)]
        return Text(f" {_GAP.join([*names, fitted('cue', self.cue), 'content'])}", style="dim")

    def line(self, statement: Statement, style: str) -> Text:
        """The statement's line; `style` colours its basis."""
        text, pen = self.analysis.document.text, self.pen
        pieces = [pen.clean(piece.of(text)) for piece in statement.content]
        # The sign for a cut also stands where a quotation is interrupted by its cue.
        content = f" {pen.cut} ".join(pieces) or pen.absent
        line = Text(f" {statement.sentence.index + 1:>{self.sentence}}{_GAP}")
        line.append(f"{statement.basis:<{_BASIS_CELLS}}{_GAP}", style=style)
        if self.acts:
            line.append(pen.fitted(self.acts.get(statement.statement_id, pen.absent), _ACT_CELLS) + _GAP)
        line.append(self._source(statement) + _GAP, style="bold")
        line.append(pen.fitted(_words(self.analysis, statement.cue, pen), self.cue) + _GAP, style="dim")
        line.append(pen.fitted(content, self.content).rstrip())
        return line

    def _source(self, statement: Statement) -> str:
        """The words of the source, and behind an arrow the name where they give none; the name is cut first."""
        words, name = _source(self.analysis, statement, self.pen), _name(self.names, statement, self.pen)
        n_words = min(cell_len(words), max(self.source - cell_len(name), self.source // 2))
        return self.pen.fitted(self.pen.fitted(words, n_words) + name, self.source)


def table_for(analysis: Analysis, statements: Sequence[Statement], pen: Pen, width: int) -> Table:
    """The table that suits these statements on lines of `width` cells."""
    sentence = max((len(str(s.sentence.index + 1)) for s in statements), default=1)
    acts = _acts(analysis, statements) if width >= _WITH_ACTS_CELLS else {}
    room = width - 1 - sentence - _BASIS_CELLS - 4 * len(_GAP) - (_ACT_CELLS + len(_GAP) if acts else 0)
    names = stand_ins(analysis)
    sources = (_source(analysis, s, pen) + _name(names, s, pen) for s in statements)
    is_named = any(s.statement_id in names for s in statements)
    source = _column(sources, int(room * (_NAMED_SHARE if is_named else _SOURCE_SHARE)))
    cue = _column((_words(analysis, s.cue, pen) for s in statements), int(room * _CUE_SHARE))
    content = max(_LEAST_CONTENT_CELLS, room - source - cue)
    return Table(
        analysis=analysis,
        names=names,
        acts=acts,
        pen=pen,
        sentence=sentence,
        source=source,
        cue=cue,
        content=content,
    )


def _acts(analysis: Analysis, statements: Sequence[Statement]) -> Mapping[str, str]:
    """By statement id, the act in words, for those that are coded."""
    codings = {coding.statement_id: coding for coding in analysis.codings}
    coded = ((s, codings[s.statement_id].act) for s in statements if s.statement_id in codings)
    return {s.statement_id: act_words(act, is_withheld=s.basis == "withheld") for s, act in coded}


def _source(analysis: Analysis, statement: Statement, pen: Pen) -> str:
    return (pen.nested if statement.parent_id else "") + _words(analysis, statement.source, pen)


def _name(names: Mapping[str, str], statement: Statement, pen: Pen) -> str:
    """The arrow and the name behind a source that does not name its actor, empty for any other."""
    name = names.get(statement.statement_id)
    return f" {pen.arrow} {pen.clean(name)}" if name else ""


def _words(analysis: Analysis, span: Span | None, pen: Pen) -> str:
    return pen.clean(span.of(analysis.document.text)) if span else pen.absent


def _column(texts: Iterable[str], most: int) -> int:
    return max(_LEAST_CELLS, min(most, max(map(cell_len, texts), default=0)))
