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
