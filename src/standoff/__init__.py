"""Standoff reads news about diplomacy: who says what, and how the text says it knows.

    from standoff import Document, analyse

    for statement in analyse(Document.from_path("article.txt")).statements: ...

Names are looked up when they are first used, so that `import standoff` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standoff.errors import StandoffError
    from standoff.pipeline import analyse, brief
    from standoff.spans import Span
    from standoff.values.document import Document
    from standoff.values.statement import Statement

__version__ = "0.1.0"

__all__ = ["Document", "Span", "StandoffError", "Statement", "__version__", "analyse", "brief"]

_ROOM = {
    "Document": "standoff.values.document",
    "Span": "standoff.spans",
    "Statement": "standoff.values.statement",
    "StandoffError": "standoff.errors",
    "analyse": "standoff.pipeline",
    "brief": "standoff.pipeline",
}


def __getattr__(name: str) -> object:
    """The public value or function of that name, from the file it lives in.

    Raises: AttributeError for any other name.
    """
    if name not in _ROOM:
        raise AttributeError(f"module 'standoff' has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_ROOM[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
