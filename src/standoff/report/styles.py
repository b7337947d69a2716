"""The colour that goes with each basis; its word or first letter always stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from standoff.values import Basis

# Names of the sixteen terminal colours, so that they follow the reader's own theme, light or dark.
STYLES: Mapping[Basis, str] = {
    "quoted": "green",
    "reported": "default",
    "standing": "blue",
    "hearsay": "magenta",
    "inferred": "yellow",
    "predicted": "cyan",
    "withheld": "red",
}
