"""Figures that look like counts and are none: of names, ages, ratios, coordinates."""

from __future__ import annotations

from jalur.expressions.context import Found


def unlike_count(found: Found) -> bool:
    """Whether the figure is part of a name or an age: "F-16", "ARM (18)", "Smith, 45,"."""
    lexed = found.context.lexed
    first = next(
        (i for i in range(found.a, found.b) if {"num", "count"} & lexed.entries[i].values.keys()),
        None,
    )
    if first is None or "num" not in lexed.entries[first].values:
        return False
    start, end = lexed.starts[first], lexed.ends[found.b - 1]
    text = lexed.text
    if start and (text[start - 1].isalnum() or text[start - 1] in "/#@_."):
        return True
    if start > 1 and text[start - 1] in "-–" and text[start - 2].isalnum():
        return found.a == first and not text[start - 2].isdigit()
    written = lexed.word(first)
    if len(written) > 1 and written[0] == "0" and written.isdigit():
        return True
    if ratio(text, start, end) or named(found, first):
        return True
    if text[end : end + 1].isalpha() or text[end : end + 1] in tuple("/_°%′″"):
        return True
    alone = found.a == first and found.b == first + 1
    if alone and found.before("open") and found.after("close"):
        return True
    name = lexed.word(found.a - 2)
    return alone and found.before("comma") and found.after("comma") and name[:1].isupper()


def ratio(text: str, start: int, end: int) -> bool:
    """Whether the characters are part of a ratio or a score: "18:9"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return bool(
        (before[-1:] == ":" and before[:1].isdigit()) or (after[:1] == ":" and after[1:].isdigit())
    )


def named(found: Found, first: int) -> bool:
    """Whether a lone figure belongs to the name before it: "Liga 1", "Model 3"."""
    lexed = found.context.lexed
    if found.a != first or found.b != first + 1 or not lexed.word(first).isdigit():
        return False
    before, after = lexed.word(first - 1), lexed.word(first + 1)
    if not before[:1].isupper() or lexed.ends[first - 1] + 1 != lexed.starts[first]:
        return False
    opens = first < 2 or any(lexed.has(first - 2, mark) for mark in ("dot", "stop", "break"))
    return not opens and (not after[:1].isalpha() or lexed.has(first + 1, "function"))
