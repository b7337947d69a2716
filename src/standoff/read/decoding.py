"""Bytes to text, without guessing: the encoding is the one asked for, the one a byte-order mark names, or UTF-8."""

from __future__ import annotations

import codecs

from standoff.errors import InputError

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3", "an SQLite file"),
)
_CONTROLS = bytes(sorted({*range(32), 127} - {*b"\t\n\v\f\r\x1b"}))
_SAMPLE_BYTES = 65_536
_MAX_CONTROL_SHARE = 0.05
"""Prose has none; of random or packed bytes a tenth are control characters. Half of that tells them apart."""


def text_from_bytes(data: bytes, path: str, encoding: str | None = None) -> str:
    """The decoded text; `encoding` overrides what the bytes say of themselves.

    Raises: InputError (`empty`, `binary`, `undecodable`).
    """
    if not data.strip():
        raise InputError(path, "empty", "the input is empty")
    name = encoding or encoding_from_mark(data)
    check_not_binary(data, path, count_controls=name is None)
    try:
        return data.decode(name or "utf-8")
    except UnicodeError as err:
        raise undecodable(path, name or "utf-8", err) from err


def encoding_from_mark(data: bytes) -> str | None:
    r"""The encoding that a leading byte-order mark names, or None.

    >>> encoding_from_mark(b"\xff\xfea\x00")
    'utf-16'
    """
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def is_text_encoding(name: str) -> bool:
    """Whether Python knows a text encoding of that name.

    >>> is_text_encoding("utf-16"), is_text_encoding("klingon"), is_text_encoding("zlib")
    (True, False, False)
    """
    try:
        b"text".decode(name)
    except UnicodeError:
        return True  # a text encoding in which these bytes are not valid
    except (LookupError, ValueError):
        return False
    return True


def check_not_binary(data: bytes, path: str, *, count_controls: bool = True) -> None:
    """Nothing, when the bytes can be text.

    Raises: InputError (`binary`) for known file kinds, and for too many control characters where these count.
    """
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind:
        raise InputError(path, "binary", f"this is {kind}, not text; save the article as .txt or .html")
    sample = data[:_SAMPLE_BYTES]
    n_controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if count_controls and n_controls > _MAX_CONTROL_SHARE * len(sample):
        share = round(100 * n_controls / len(sample))
        raise InputError(
            path,
            "binary",
            f"{share} % of the bytes are control characters, so this is no text; "
            "if it is UTF-16 without a byte-order mark, pass --encoding utf-16-le",
        )


def undecodable(path: str, name: str, err: UnicodeError, offset: int = 0) -> InputError:
    """The error for bytes that are not valid in the encoding `name`, with the place of the first bad one."""
    place = f" at byte {err.start + offset}" if isinstance(err, UnicodeDecodeError) else ""
    label = name.removesuffix("-sig").upper()
    return InputError(
        path, "undecodable", f"not valid {label}{place}; save it as UTF-8 or name its encoding with --encoding"
    )
