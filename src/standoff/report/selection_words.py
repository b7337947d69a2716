"""The one sentence by which a brief says that it shows a part only."""

from __future__ import annotations

from standoff.report.brief import Brief
from standoff.report.sheet import key_words


def selection_words(brief: Brief) -> str:
    """What was asked for and how many statements are therefore left out; empty where nothing was."""
    asked = brief.selection
    issue = (brief.names.get(asked.issue) or key_words(asked.issue)) if asked.issue else None
    told = [
        *([f"documents since {asked.since}"] if asked.since else []),
        *([f"what is said on {issue}"] if issue else []),
        *([f"what is said by or about {asked.actor}"] if asked.actor else []),
        *([f"statements {asked.min_basis} or better"] if asked.min_basis else []),
    ]
    if not told:
        return ""
    rest = ", with what it clashes with" if asked.issue or asked.actor else ""
    n = brief.n_left_out
    return f"Only {', '.join(told)}{rest}: {n} statement{'' if n == 1 else 's'} left out."
