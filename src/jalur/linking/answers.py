"""Which telling of a report is a rival account to another: the same happening, told otherwise.

"The army denied this and said rebels shelled the town on Saturday." "Phnom Penh, for its part, said
Thai troops fired first." A report keeps both as events, with their days, places and doers; here the
later one is found to answer the earlier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from jalur.history import WIDE, Telling
from jalur.knowledge.rivals import phrases
from jalur.linking.windows import MARGIN_OF_SLIPS, gap, window

Json = dict[str, Any]

DONE = {"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID", "PROTEST", "CONSULT"}
"""Types of what is done; of what is said each saying is a happening of its own."""

NAMELESS = {"MILITANTS", "MILITIAS", "REBELS", "PROTESTERS", "CIVILIANS", "GUNMEN", "SEPARATISTS"}
"""Codes of people without a name, who may be anybody's."""

RECENT = 40
"""How many events back of its report the account may stand to which another is a rival."""

NEAR = 400
"""Most characters between two rival accounts: about two sentences."""


def answered(told: Sequence[Telling], coded: Json) -> tuple[Telling, ...]:
    """The tellings of a report, each with the earlier one to which it is a rival account."""
    found: list[Telling] = []
    for k, telling in enumerate(told):
        recent = range(k - 1, max(-1, k - 1 - RECENT), -1)
        before = (told[j] for j in recent if answers(telling, told[j], between(coded, j, k)))
        other = next(before, None)
        found.append(replace(telling, answers=other.id if other else None))
    return tuple(found)


def between(coded: Json, one: int, other: int) -> str | None:
    """The words from the end of one event's passage to that of another; None if they are far."""
    first, second = (coded["events"][k]["evidence"][0] for k in (one, other))
    if second["start"] - first["end"] > NEAR or second["start"] < first["start"]:
        return None
    same = first == second
    return str(coded["report"]["text"][first["start"] if same else first["end"] : second["end"]])


def answers(telling: Telling, other: Telling, words: str | None) -> bool:
    """Whether a telling is a rival account to an earlier one, of the words between them."""
    if telling.type != other.type or telling.type not in DONE or other.status != "happened":
        return False
    if denied_by(telling, other):
        return not days_apart(telling, other)
    if words is None or not others_voice(telling, other):
        return False
    if not same_parties(telling, other) or phrases("further", telling.language).search(words):
        return False
    if telling.status == "denied":
        return not days_apart(telling, other)
    day, place, doers = at_odds(telling, other)
    part = "turned" if doers else "contrast"
    against = telling.status == "happened" and day + place + doers == 1
    return against and phrases(part, telling.language).search(words) is not None


def denied_by(telling: Telling, other: Telling) -> bool:
    """Whether who asserts a telling denies the other by name."""
    speakers = named(telling, denying=False) & named(other, denying=True)
    return telling.status == "happened" and bool(speakers)


def named(telling: Telling, denying: bool) -> set[str]:
    """Those who deny a telling by name, or those who assert it."""
    return {v.name for v in telling.voices if v.name and (v.stance == "denies") == denying}


def others_voice(telling: Telling, other: Telling) -> bool:
    """Whether a telling is told by somebody of another side than the other one; who denies that
    is of another side as well."""
    one, two = (
        {v.code or v.name for v in t.voices if v.stance != "denies"} for t in (telling, other)
    )
    return bool(one - two - {None}) and not one & two - {None}


def same_parties(telling: Telling, other: Telling) -> bool:
    """Whether one telling names no party that the other does not name, on whatever side."""
    one, two = telling.codes - NAMELESS, other.codes - NAMELESS
    nameless = len(one) < len(telling.codes) or len(two) < len(other.codes)
    return bool(one & two) and (nameless or one <= two or two <= one)


def at_odds(telling: Telling, other: Telling) -> tuple[bool, bool, bool]:
    """Whether two tellings exclude each other by day, by place, and by who did it."""
    towns = [t.place for t in (telling, other) if t.place and t.grain not in WIDE]
    place = any(not a.endswith(b) and not b.endswith(a) for a, b in pairwise(towns))
    one, two = ({p.code for p in t.actors} for t in (telling, other))
    doers = bool(one and two) and not one & two
    return days_apart(telling, other, MARGIN_OF_SLIPS if doers else 0), place, doers


def days_apart(a: Telling, b: Telling, slip: int = MARGIN_OF_SLIPS) -> bool:
    """Whether two tellings give days that a slip of some days does not bring together."""
    first, second = window(a), window(b)
    if first is None or second is None or not (first.sure and second.sure):
        return False
    return gap(first, second) > slip
