"""A codebook: the issues and norms that statements are coded by, with the words that speak for each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that speak for a category, in the notation of docs/codebook_file.md ("withdraw* .. troops|forces").

    `weight` is how far it convinces alone, 0-1; it does not count in a sentence that holds one of `not_with`.
    """

    text: str
    weight: float
    not_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A matter in dispute. `include` and `exclude` are rules for people, empty where there is none."""

    key: str
    name: str
    definition: str
    terms: tuple[Term, ...]
    include: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A named rule that one can appeal to; `definition` may be empty."""

    key: str
    name: str
    terms: tuple[Term, ...]
    definition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Codebook:
    """Issues and norms in the order of their file; `ignored` are phrases whose words speak for nothing.

    `sha256` is that of the file, and two codebooks are the same when theirs is.
    """

    name: str
    version: str
    issues: tuple[Issue, ...]
    norms: tuple[Norm, ...]
    ignored: tuple[str, ...]
    sha256: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Codebook) and other.sha256 == self.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)
