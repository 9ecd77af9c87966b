"""How long: the count and the unit that a match names."""

from __future__ import annotations

from jalur.expressions.context import Found
from jalur.expressions.figures import spoken

SINGLE = {"halfday": 0.5, "halfhour": 0.5}


def count_of(found: Found) -> float | None:
    """How many units the match names; None for "several" and the like."""
    if found.has("few") or found.has("longunit"):
        return None
    number = first_number(found)
    if number is not None:
        return number
    if found.get("oneunit") in SINGLE:
        return SINGLE[found.get("oneunit")]
    return 1.0 if found.has("one") or found.has("oneunit") or found.has("dir") else None


def first_number(found: Found) -> float | None:
    """The first number of the match, in figures or words: "two to three weeks" are two."""
    parts: list[tuple[str, float]] = []
    entries = found.context.lexed.entries
    for i in range(found.a, found.b):
        held = entries[i].values
        if "num" in held and not parts:
            parts.append(("unit", float(held["num"])))
        elif "count" in held:
            parts.append((held["count"][0], float(held["count"][1])))
        elif parts and ("to" in held or "or" in held or "unit" in held or "units" in held):
            break
    return spoken(parts) if parts else None


def unit_named(found: Found) -> str:
    """The unit of the match, as the words of `days` name them."""
    for name in ("units", "oneunit", "longunit", "unit", "calendar_unit"):
        values = found.all(name)
        if values:
            return str(values[-1])
    return "day"


def amount(found: Found) -> tuple[float | None, str]:
    """The length that the match names: count and unit."""
    unit = unit_named(found)
    return count_of(found), {"halfday": "day", "halfhour": "hour"}.get(unit, unit)
