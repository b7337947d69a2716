"""The codebook in use: the one that comes with the program, or a file of the user's in the same form."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from standoff.errors import UsageError
from standoff.knowledge.codebook_check import parts_from_bytes
from standoff.knowledge.codebook_nodes import MAX_BYTES, Fault
from standoff.knowledge.shipped import DATA
from standoff.values.codebook import Codebook

DEFAULT = DATA / "codebook.yaml"


class Checked(NamedTuple):
    """A codebook as far as it is sound, and everything that is wrong with its file."""

    codebook: Codebook
    faults: tuple[Fault, ...]

    @property
    def is_sound(self) -> bool:
        """Whether it can be used; warnings do not matter."""
        return all(fault.is_warning for fault in self.faults)


def codebook(path: Path | None = None) -> Codebook:
    """The codebook of the file, else the one that comes with the program. A file without norms keeps the known ones.

    Raises: UsageError with file, line and key when the file cannot be read or anything in it is wrong.
    """
    path = path or DEFAULT
    checked = check_codebook(path)
    faults = [fault for fault in checked.faults if not fault.is_warning]
    if faults:
        more = f" ({len(faults) - 1} more: standoff codebook check {path})" if len(faults) > 1 else ""
        raise UsageError(f"{fault_line(path, faults[0])}{more}")
    return checked.codebook


def check_codebook(path: Path) -> Checked:
    """The codebook of the file with all its faults.

    Raises: UsageError when the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # one byte more tells that it is too large
    except OSError as err:
        raise UsageError(f"{path}: cannot be read ({err.strerror}); give the path of a YAML file") from err
    return _checked(data)


def fault_line(path: Path, fault: Fault) -> str:
    """The fault on one line, with file, line and key.

    >>> fault_line(Path("mine.yaml"), Fault(7, "issues.grain", "has no name; keys needed are name"))
    'mine.yaml, line 7, issues.grain: has no name; keys needed are name'
    """
    return f"{path}, line {fault.line}, {fault.key}: {fault.detail}"


@lru_cache(maxsize=8)
def _checked(data: bytes) -> Checked:
    parts, faults = parts_from_bytes(data)
    norms = parts.norms if parts.norms is not None else codebook().norms
    found = Codebook(
        name=parts.name,
        version=parts.version,
        issues=parts.issues,
        norms=norms,
        ignored=parts.ignored,
        sha256=hashlib.sha256(data).hexdigest(),
    )
    return Checked(found, faults)
