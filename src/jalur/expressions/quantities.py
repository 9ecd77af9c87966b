"""Counts in figures and words, with the bounds that stand beside them.

"at least 40" is 40 and no upper bound, "up to 40" no lower bound and 40, "about 40" is 40 to 40
and approximate. "Nearly 100" is read as 90 to 100, approximate: a tenth below is as far as news
stretches the word. Plural words give a lower bound only: dozens (puluhan) 24, scores 40, hundreds
(ratusan) 200, thousands 2000, tens of thousands 20000; "belasan" is 11 to 19. "Several" alone is no
number. Money, shares, measures, ages, section numbers, scores and times are no counts.
"""

from __future__ import annotations

from functools import lru_cache

from jalur.expressions.context import Context, Found
from jalur.expressions.figures import spoken
from jalur.expressions.finder import DECIMAL, readings
from jalur.expressions.grammar import grammar
from jalur.expressions.lexer import lex
from jalur.expressions.lookalikes import unlike_count
from jalur.model import Quantity, Span

NEAR = 0.9
"""What part of a number "nearly" reaches at least."""

NUMERIC = {"num", "count", "vague", "tens", "teens", "scaled", "decade"}
BOUNDS = {"least", "most", "near", "approx"}


@lru_cache(maxsize=8)
def quantities(text: str, within: Span, language: str) -> tuple[Quantity, ...]:
    """The counts of a passage in order, without overlap."""
    if language not in DECIMAL:
        return ()
    rules = grammar(language, "numbers", DECIMAL[language])
    lexed = lex(text, within, rules.vocabulary)
    context = Context(lexed, None, language)
    made: list[Quantity] = []
    position = 0
    while match := rules.match(lexed.codes, position):
        rule, a, b = match
        position = max(b, a + 1)
        if rule == "skip":
            continue
        found = Found(context, a, b)
        quantity = None if unlike_count(found) else HANDLERS[rule](found)
        if quantity:
            made.append(quantity)
    if not made:
        return ()
    taken = [r.span for r in readings(text, within, language, None)]
    return tuple(q for q in made if not any(q.span.overlaps(s) for s in taken))


def values(found: Found) -> list[float]:
    """The values of the numbers in the match, in order."""
    entries = found.context.lexed.entries
    made: list[float] = []
    parts: list[tuple[str, float]] = []
    for i in range(found.a, found.b):
        held = entries[i].values
        split = held.keys() & {"to", "or"} or ("and" in held and found.has("between_and"))
        if "num" in held:
            parts = closed(made, parts)
            parts.append(("unit", float(held["num"])))
        elif "count" in held:
            parts.append((held["count"][0], float(held["count"][1])))
        elif split or ("and" in held and found.before("between", 1)) or dashed(found, i):
            parts = closed(made, parts)
    closed(made, parts)
    return made


def dashed(found: Found, i: int) -> bool:
    """Whether token `i` is a dash between two numbers rather than inside one ("twenty-five")."""
    entries = found.context.lexed.entries
    if "dash" not in entries[i].values:
        return False
    left, right = entries[i - 1].values, entries[i + 1].values if i + 1 < len(entries) else {}
    tens = "count" in left and 20 <= left["count"][1] < 100 and "count" in right
    return not (tens and right["count"][1] < 10)


def closed(made: list[float], parts: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Adds the value of `parts` to `made`, and gives a new empty list."""
    if parts:
        made.append(spoken(parts))
    return []


def bounded(found: Found, low: float, high: float | None) -> Quantity | None:
    """The quantity with the bounds that the match's own words give it; None unless whole."""
    if low != int(low) or (high is not None and high != int(high)):
        return None
    least, most = int(low), None if high is None else int(high)
    words = beside(found)
    approx = "approx" in words or "approx_after" in words
    if "least" in words or "atleast_after" in words:
        return Quantity(found.span, least, None)
    if most is None:
        return Quantity(found.span, least, None, approx)
    if "near" in words:
        return Quantity(found.span, int(least * NEAR), most, True)
    if "most" in words or "atmost_after" in words:
        return Quantity(found.span, None, most)
    return Quantity(found.span, least, most, approx)


def beside(found: Found) -> set[str]:
    """The classes of the matched words before the first number and after the last."""
    entries = found.context.lexed.entries
    numeric = [
        i
        for i in range(found.a, found.b)
        if NUMERIC & entries[i].values.keys() and not BOUNDS & entries[i].values.keys()
    ]
    if not numeric:
        return set()
    outer = [*range(found.a, numeric[0]), *range(numeric[-1] + 1, found.b)]
    return {name for i in outer for name in entries[i].values}


def count(found: Found) -> Quantity | None:
    """One number: "29.514", "dua puluh lima", "at least 2 million"."""
    found_values = values(found)
    if len(found_values) != 1:
        return None
    return bounded(found, found_values[0], found_values[0])


def span(found: Found) -> Quantity | None:
    """Two numbers: "20-30", "five to seven", "antara 5 dan 7"; a score ("2-1") is no range."""
    pair = values(found)
    if len(pair) == 1:
        return bounded(found, pair[0], pair[0])
    if len(pair) != 2:
        return None
    low, high = pair
    scales = [v[1] for v in found.all("count") if v[0] == "scale"]
    if scales and len(scales) == 1 and low < scales[0] <= high:
        low *= scales[0]
    if low >= high or low == 0:
        return None
    return bounded(found, low, high)


def vague(found: Found) -> Quantity | None:
    """A plural number word: dozens, ratusan, tens of thousands, several hundred."""
    factor = 1.0
    for kind, value in found.all("count"):
        factor *= 1 if kind == "unit" and value == 2 else float(value)
    if found.has("few") and not found.has("vague"):
        low = 24.0 if factor == 12 else 2 * factor
        return bounded(found, low, None) if factor >= 10 else None
    if found.has("tens") and (found.has("scaled") or found.has("count")):
        for value in found.all("scaled"):
            factor *= value if found.has("tens") else 1
        return bounded(found, found.get("tens") * factor, None)
    return bounded(found, float(found.get("vague")), None)


def teens(found: Found) -> Quantity | None:
    """ "belasan" (11 to 19), "belasan ribu"."""
    factor = 1.0
    for _, value in found.all("count"):
        factor *= float(value)
    return bounded(found, 11 * factor, 19 * factor)


def about(found: Found) -> Quantity | None:
    """ "20-an orang": from the number to the end of its ten."""
    low = int(found.get("decade"))
    return Quantity(found.span, low, low + 9, True) if low < 100 else None


HANDLERS = {"count": count, "range": span, "vague": vague, "teens": teens, "about": about}
