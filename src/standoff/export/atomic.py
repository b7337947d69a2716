"""A file that is there whole or not at all: written beside its place, flushed to the disk, then moved into it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from standoff.errors import UsageError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A binary file to write to; `path` gets its bytes when the block ends well, and stays untouched when not.

    A link is followed, so that it stays a link. What is no regular file (a pipe, a device) is written to directly.

    Raises: UsageError when `path` is a folder, or its folder is missing or cannot be written to.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise UsageError(f"{path}: is a folder; name a file in it")
    if target.exists() and not target.is_file():
        with target.open("wb") as device:
            yield device
        return
    scratch = _scratch_file(path, target)
    try:
        with scratch.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        scratch.chmod(_mode(target))
        scratch.replace(target)
        _flush_folder(target.parent)
    finally:
        scratch.unlink(missing_ok=True)


def _scratch_file(path: Path, target: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=".standoff-", suffix=".part", dir=target.parent)
    except OSError as err:
        raise UsageError(f"{path}: cannot be written ({err.strerror}); name a file in a folder that exists") from err
    os.close(handle)
    return Path(name)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets here."""
    if target.exists():
        return target.stat().st_mode & 0o777
    # The only portable way to read the mask is to set it; it is put back at once.
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _flush_folder(folder: Path) -> None:
    """Makes the move itself last through a power cut, where the system can flush a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
