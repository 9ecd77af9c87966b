"""News text made safe to show: what cannot be seen is shown, what could steer a terminal is not."""

from __future__ import annotations

import unicodedata

KEPT = {"\n", "\t"}


def visible(text: str) -> str:
    """The text with control, bidi, zero-width and surrogate characters written as ⟨U+202E⟩."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(shown(c) for c in text)


def shown(character: str) -> str:
    """One character, or its number when it cannot be seen."""
    if character in KEPT or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return character
    return f"⟨U+{ord(character):04X}⟩"


FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Characters at the beginning of a cell that make a spreadsheet calculate."""


def harmless(value: object) -> object:
    """A cell of a table: an apostrophe before text that a spreadsheet would take for a formula."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
