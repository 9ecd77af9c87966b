"""From bytes to characters, whatever the file says of itself."""

from __future__ import annotations

import codecs
import re

from jalur.model import UnreadableReport

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

FORMATS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a media file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
)

BINARY_SHARE = 0.02
"""More control characters than this share of a text, and it is taken for no text."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of `data`, without a byte order mark.

    Tried in order: byte order mark, UTF-8, UTF-16 (by where its zeros stand), `declared`, UTF-8
    with a few broken bytes replaced, Windows-1252. Raises UnreadableReport for what is no text.
    """
    for magic, name in FORMATS:
        if data.startswith(magic):
            raise UnreadableReport(f"this is {name}, not text; save the report as .txt or .html")
    text = characters(data, declared)
    if is_binary(text):
        raise UnreadableReport("this is no text (binary data); save the report as .txt or .html")
    return whole_characters(text)


def characters(data: bytes, declared: str | None) -> str:
    """The characters of `data` by the first encoding that fits."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace")
    for codec in ("utf-8", declared):
        try:
            if codec:
                return data.decode(codec)
        except (LookupError, UnicodeError):
            continue
    if mostly_utf8(data):
        return data.decode("utf-8", errors="replace")
    return data.decode("cp1252", errors="replace")


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a zero in every other byte."""
    sample = data[:4096]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def mostly_utf8(data: bytes) -> bool:
    """Whether well-formed sequences outnumber broken ones: UTF-8 that was cut or damaged."""
    good = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|\xf0...", data))
    bad = data.decode("utf-8", errors="replace").count("\ufffd")
    return good > 2 * bad


def is_binary(text: str) -> bool:
    """Whether control characters are too many for a text."""
    sample = text[:20000]
    control = len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]", sample))
    return control > max(4, BINARY_SHARE * len(sample))


def whole_characters(text: str) -> str:
    """`text` with each lone surrogate, which is no character, replaced by one U+FFFD.

    One for one, so that every offset stays what it was.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    return text
