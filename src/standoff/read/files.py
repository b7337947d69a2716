"""Which files a path stands for, in a fixed order, and their bytes. Never blocks, never runs in circles."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from standoff.errors import InputError
from standoff.read.options import ReadOptions
from standoff.read.rows import too_large

Identity = tuple[int, int]


def iter_files(path: str) -> Iterator[str | InputError]:
    """The file itself, or the files under a folder sorted by name, depth first; an error for each that is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a Path would drop a leading "./" from names that users know
        if stat.S_ISDIR(status.st_mode):
            yield from _iter_folder(path, {_identity(status): path})
        elif stat.S_ISREG(status.st_mode):
            yield path
        else:
            yield InputError(path, "unsupported", f"this is {_kind(status.st_mode)}, not a file")
    except (OSError, ValueError) as err:
        yield error_from_os(path, err)


def bytes_from_file(path: str, options: ReadOptions) -> bytes:
    """The file's bytes.

    Raises: InputError (`too_large`, `not_found`, `unreadable`).
    """
    try:
        with Path(path).open("rb") as stream:
            return bytes_from_stream(stream, path, options)
    except OSError as err:
        raise error_from_os(path, err) from err


def bytes_from_stream(stream: BinaryIO, path: str, options: ReadOptions) -> bytes:
    """All bytes of the stream; not one more than the limit is held.

    Raises: InputError (`too_large`).
    """
    data = stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise too_large(path, options)
    return data


def shown(path: str) -> str:
    r"""The path as it can be printed and stored: bytes that are no UTF-8 become U+FFFD.

    >>> shown("caf\udce9.txt")
    'caf\ufffd.txt'
    """
    return os.fsencode(path).decode("utf-8", "replace")


def error_from_os(path: str, err: OSError | ValueError) -> InputError:
    """The reason code and the sentence for what the system said."""
    code = err.errno if isinstance(err, OSError) else None
    if code in (errno.ENOENT, errno.ENOTDIR):
        is_link = os.path.islink(path)  # noqa: PTH114
        return InputError(
            path, "not_found", "the link points nowhere" if is_link else "there is no such file or folder"
        )
    if code == errno.ELOOP:
        return InputError(path, "loop", "the link leads back to itself")
    reason = os.strerror(code).lower() if code else str(err)
    return InputError(path, "unreadable", f"cannot be read: {reason}")


def _iter_folder(folder: str, seen: dict[Identity, str]) -> Iterator[str | InputError]:
    """As `iter_files` for a folder; `seen` holds the folders met so far, so that each is read once."""
    names = sorted(os.listdir(folder), key=os.fsencode)  # noqa: PTH208 - names, not objects: folders may be huge
    if not names:
        yield InputError(folder, "empty", "the folder is empty")
    for name in names:
        path = os.path.join(folder, name)  # noqa: PTH118 - keeps the argument as the user gave it
        if name.startswith("."):
            yield InputError(path, "hidden", "hidden files are left alone; name it as an argument to read it")
            continue
        earlier = _note_folder(path, seen)
        if earlier is None:
            yield from iter_files_once(path, seen)
        else:
            yield InputError(path, "loop", f"leads to {shown(earlier)}, which is read already")


def iter_files_once(path: str, seen: dict[Identity, str]) -> Iterator[str | InputError]:
    """As `iter_files`, within a walk that has already `seen` some folders."""
    if not os.path.isdir(path):  # noqa: PTH112
        yield from iter_files(path)
        return
    try:
        yield from _iter_folder(path, seen)
    except OSError as err:
        yield error_from_os(path, err)


def _note_folder(path: str, seen: dict[Identity, str]) -> str | None:
    """The path under which this folder was met before; None for a new one, now noted, and for no folder."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None  # said by the one who tries to read it
    if not stat.S_ISDIR(status.st_mode):
        return None
    earlier = seen.get(_identity(status))
    seen.setdefault(_identity(status), path)
    return earlier


def _identity(status: os.stat_result) -> Identity:
    return status.st_dev, status.st_ino


def _kind(mode: int) -> str:
    kinds = (
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISSOCK, "a socket"),
    )
    return next((kind for is_kind, kind in kinds if is_kind(mode)), "something else")
