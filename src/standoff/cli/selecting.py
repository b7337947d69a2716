"""The options that choose a part of a brief, checked before anything is read as far as that can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TypedDict, cast

import click

from standoff.cli.intake import options
from standoff.cli.streams import counted, tell
from standoff.errors import UsageError
from standoff.knowledge.codebook import codebook
from standoff.report import Selection
from standoff.values import BASES, Basis, Document


class SelectionSettings(TypedDict):
    """What `selection_options` adds to a command, and the codebook that the issue is one of."""

    since: str | None
    issue: str | None
    actor: str | None
    min_basis: str | None
    codebook: str | None


selection_options = options(
    click.option("--since", metavar="DATE", help="Only documents of this day or later, such as 2024-12-05."),
    click.option(
        "--issue", metavar="KEY", help="Only what is said on this issue of the codebook (standoff codebook show)."
    ),
    click.option("--actor", metavar="NAME", help="Only what this actor says or is said of, with what it clashes with."),
    click.option(
        "--min-basis",
        type=click.Choice(BASES),
        help="Only statements that the text knows this well or better, from quoted down to withheld.",
    ),
)


def selection_from_settings(settings: SelectionSettings) -> Selection:
    """What the options ask for.

    Raises: UsageError when the day is none or the codebook has no such issue.
    """
    return Selection(
        since=_day(settings["since"]),
        issue=_issue(settings["issue"], settings["codebook"]),
        actor=settings["actor"],
        min_basis=cast("Basis | None", settings["min_basis"]),
    )


def _day(given: str | None) -> str | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as err:
        raise UsageError(f"--since: {given!r} is no day; write it as year-month-day, such as 2024-12-05") from err


def _issue(key: str | None, path: str | None) -> str | None:
    if key is None:
        return None
    keys = [issue.key for issue in codebook(Path(path) if path else None).issues]
    if key in keys:
        return key
    near = get_close_matches(key.lower().replace(" ", "_"), keys, n=3, cutoff=0.4)
    told = f"the nearest are {', '.join(near)}" if near else "standoff codebook show lists its issues"
    raise UsageError(f"--issue: {key!r} is no issue of the codebook; {told}")


class Since:
    """The documents of a day or later; those that are earlier, or tell no day, are counted."""

    def __init__(self, documents: Iterable[Document], since: str | None) -> None:
        self._documents = documents
        self._since = since
        self.n_taken = 0
        self.n_earlier = 0
        self.n_undated = 0

    def __iter__(self) -> Iterator[Document]:
        for document in self._documents:
            if self._since is not None and document.published is None:
                self.n_undated += 1
            elif self._since is not None and cast("str", document.published)[:10] < self._since:
                self.n_earlier += 1
            else:
                self.n_taken += 1
                yield document

    def close(self) -> None:
        """Tells what was left out.

        Raises: click.ClickException when that was every document.
        """
        n = self.n_earlier + self.n_undated
        if not n:
            return
        told = f"{counted(n, 'document')} left out: {self.n_earlier} earlier, {self.n_undated} without a date"
        if not self.n_taken:
            raise click.ClickException(f"--since {self._since}: {told}; nothing is left, so give an earlier day")
        tell(f"--since {self._since}: {told}")
