"""Numbers in figures and in words, as values."""

from __future__ import annotations

import re
from collections.abc import Sequence

GROUPED = {
    ",": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
    ".": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"),
}
LOOSE = {
    ",": re.compile(r"\d+(?:[.,]\d+)?"),
    ".": re.compile(r"\d+(?:\.\d+)?"),
}
LONGEST = 15
"""Digits of the longest figure that is taken for a count."""


def figure(written: str, decimal: str) -> float | None:
    """The value of a figure; `decimal` is the language's decimal mark, "," or ".".

    Indonesian writes 29.514 and 2,5; English 29,514 and 2.5. A figure that fits neither is read
    the other way round if it is grouped that way, else it is no number (None).
    """
    if len(written) > LONGEST or not written.isascii():
        return None
    if written.isdigit():
        return int(written)
    other = "." if decimal == "," else ","
    for mark, shape in ((decimal, GROUPED), (decimal, LOOSE), (other, GROUPED)):
        if shape[mark].fullmatch(written):
            thousands = "." if mark == "," else ","
            if shape is LOOSE:
                return float(written.replace(",", "."))
            plain = written.replace(thousands, "").replace(mark, ".")
            return float(plain) if "." in plain else int(plain)
    return None


def spoken(parts: Sequence[tuple[str, float]]) -> float:
    """The value of number words in order, each (kind, value).

    Kinds: `unit` is added ("five"), `teen` adds ten to what stands before ("lima belas"),
    `times` multiplies what stands before it below the next scale ("puluh", "hundred"), `scale`
    closes a group ("ribu", "million"), `half` is a half of the next scale ("setengah juta").
    """
    total, group, last = 0.0, 0.0, 0.0
    for kind, value in parts:
        if kind == "unit":
            last = value
            group += value
        elif kind == "teen":
            group += 10 if last else 11
            last = 0
        elif kind == "times":
            below = last if value == 10 else group
            group += (below or 1) * value - below
            last = 0
        elif kind == "half":
            group += 0.5
        else:
            total += (group or 1) * value
            group = last = 0
    return total + group
