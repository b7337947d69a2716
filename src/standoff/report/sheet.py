"""What the lines of a brief are drawn on: the width, the pen, how much is shown, and how a place is pointed at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len
from rich.text import Text

from standoff.report.coded import Coded, Place
from standoff.report.fitting import Pen, paragraph
from standoff.report.stand_ins import short_name
from standoff.spans import Span
from standoff.values import Act, Actor, Document

WRITER = "the writer"

_NAME_CELLS = 40  # as in speaker_lines
_MOST_PINS = 5  # what comes behind says how often, not where; `--all` shows every one


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`is_whole`: nothing is left out for want of room; `is_numbered`: a place needs the number of its document.

    `names` are those of the codebook's categories by their keys.
    """

    width: int
    pen: Pen
    is_whole: bool = False
    is_numbered: bool = False
    names: Mapping[str, str] = field(default_factory=dict)

    def pin(self, place: Place) -> str:
        """Where something stands and how the text knows: "14i" is sentence 14, inferred; "2:14i" in document 2."""
        document = f"{place.n_document}:" if self.is_numbered else ""
        return f"{document}{place.sentence.index + 1}{place.basis[0] if place.basis else ''}"

    def pins(self, places: Sequence[Place]) -> str:
        """The places, each once; with a sign for a cut when there are too many."""
        found = list(dict.fromkeys(map(self.pin, places)))
        shown = found if self.is_whole else found[:_MOST_PINS]
        return " ".join([*shown, *([self.pen.cut] if len(found) > len(shown) else [])])

    def words(self, document: Document, spans: Sequence[Span]) -> str:
        """The exact words, pieces with a sign for a cut between them; a dash for none."""
        pieces = [self.pen.clean(span.of(document.text)) for span in spans]
        return f" {self.pen.cut} ".join(pieces) or self.pen.absent

    def category(self, key: str) -> str:
        """The name of an issue or norm, its key in words where the codebook gives none."""
        return self.pen.clean(self.names.get(key) or key_words(key)) or self.pen.absent

    def name(self, actor: Actor) -> str:
        """The actor's name in full."""
        return self.pen.clipped(actor.name, _NAME_CELLS) or self.pen.absent

    def who(self, actors: Sequence[Actor], source: Span | None, document: Document) -> str:
        """The short names of those who speak, else the words of the source as they stand."""
        names = " + ".join(self.pen.clean(short_name(actor)) for actor in actors)
        return names or self.words(document, [source] if source else [])

    def deed(self, coded: Coded) -> str:
        """The act and its targets: "accuse → NATO"."""
        act = act_words(coded.coding.act, is_withheld=coded.is_withheld)
        targets = " + ".join(self.pen.clean(short_name(target)) for target in coded.targets)
        return f"{act} {self.pen.arrow} {targets}" if targets else act

    def shown(self, n: int, n_most: int) -> int:
        """How many of `n` there is room for; one more than the most is shown instead of being counted."""
        return n if self.is_whole or n <= n_most + 1 else n_most

    def more(self, n: int, what: str, several: str | None = None) -> Iterator[Text]:
        """The line that says how many are not shown; none when all are."""
        if n:
            words = what if n == 1 else several or f"{what}s"
            yield from paragraph(f"{self.pen.cut} {n} more {words}: --all shows every one", self.width, "dim")


def act_words(act: Act, *, is_withheld: bool = False) -> str:
    """The act as a reader sees it: a mere saying is "says", an act that was not performed has a "not".

    >>> act_words("assert"), act_words("deny"), act_words("deny", is_withheld=True)
    ('says', 'deny', 'not deny')
    """
    if is_withheld:
        return "not say" if act == "assert" else f"not {act}"
    return "says" if act == "assert" else act


def key_words(key: str) -> str:
    """A key of a codebook in words.

    >>> key_words("arms_control")
    'arms control'
    """
    return key.replace("_", " ")


def column(texts: Sequence[str], n_most: int) -> int:
    """The cells that the widest text needs, at most `n_most`, at least one."""
    return max(1, min(n_most, max(map(cell_len, texts), default=1)))
