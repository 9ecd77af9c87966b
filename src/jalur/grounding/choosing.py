"""Who takes a side that no words of an event name: the likeliest of the candidates.

Two logistic regressions, one for actors and one for recipients, over the features of `candidates`,
trained by `training/choosing.py` on coded reports. They speak only where the rules of `sides` find
nobody: where words name a side, cross-validation finds the rules better than any choice.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from jalur.grounding.candidates import Asked, Sides, candidates_of
from jalur.grounding.scene import Scene
from jalur.knowledge.lexicon import TWO_SIDED
from jalur.model import Participant, Reason

STATE_CODE = 3
"""Length of a state's code."""


@cache
def table() -> dict[str, Any]:
    """The trained weights by role; empty when there are none."""
    resource = files("jalur") / "data" / "models" / "choosing.json"
    if not resource.is_file():
        return {}
    found: dict[str, Any] = json.loads(resource.read_text(encoding="utf-8"))
    return found


def open_roles(asked: Asked) -> list[str]:
    """The sides of a mention that nobody takes: of talks, the other side."""
    actors, recipients = asked.sides
    if asked.mention.type in TWO_SIDED:
        return ["actor"] if len({p.code for p in actors}) < 2 else []
    return [role for role, side in (("actor", actors), ("recipient", recipients)) if not side]


def completed(scene: Scene, asked: Asked, earlier: Sequence[Asked]) -> Sides:
    """The sides of a mention, the open ones filled where somebody is likely enough; a noun of which
    no side is named stays without ("the withdrawal")."""
    known = table()
    roles = open_roles(asked) if known else []
    noun = scene.doc.upos[asked.mention.token] == "NOUN"
    if not roles or (noun and not any(asked.sides)):
        return asked.sides
    two_sided = asked.mention.type in TWO_SIDED
    for role in roles:
        actors, recipients = asked.sides
        taken = {p.code for p in (*actors, *recipients) if two_sided or not is_state(p)}
        candidates = candidates_of(scene, asked, earlier)
        ranked = [
            (chance(role, c.features), c.participant)
            for c in candidates
            if c.participant.code not in taken
        ]
        best = max(ranked, key=lambda r: r[0], default=None)
        if best is None or best[0] < known[role]["threshold"]:
            continue
        one = likely(best[1], best[0])
        filled = ([*actors, one], recipients) if role == "actor" else (actors, [one])
        asked = replace(asked, sides=filled)
    return asked.sides


def is_state(one: Participant) -> bool:
    """Whether a party is a state, which may act on its own people; groups do not."""
    return len(one.code) == STATE_CODE


def likely(one: Participant, chance_: float) -> Participant:
    """A participant as chosen, with its chance in tenths."""
    why = f"likely {int(10 * chance_)}/10: {one.reason.detail}"
    return replace(one, reason=Reason("actor", why))


def chance(role: str, features: Collection[str]) -> float:
    """How likely a candidate with these features takes a side, 0 to 1."""
    known = table()[role]
    weights: dict[str, float] = known["weights"]
    total = float(known["bias"]) + sum(weights.get(f, 0.0) for f in features)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
