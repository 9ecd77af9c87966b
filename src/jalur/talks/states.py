"""How talks stand on the record's last day: exploring, active, stalled, suspended and so on."""

from __future__ import annotations

from collections.abc import Sequence

from jalur.days import number
from jalur.history import Agreement, Event, Round
from jalur.talks.assign import Track
from jalur.talks.proposals import day_of

LIVELY = 45
"""Days after the last contact, held or announced, in which talks count as going on."""


def state(
    track: Track,
    rounds: Sequence[Round],
    agreements: Sequence[Agreement],
    stop: Event | None,
    as_of: str | None,
) -> tuple[str, str]:
    """The state of some talks and why; `stop` is the last event that ended talks."""
    held = [r for r in rounds if r.status == "happened"]
    last = max((r.end or r.first[:10] for r in held), default="")
    ahead = max((r.start or r.first[:10] for r in rounds if r.status == "planned"), default="")
    done = next((a for a in reversed(agreements) if a.state in ("signed", "in-force")), None)
    if stop and day_of(stop) >= max(last, ahead):
        collapsed = stop.type == "SANCTION"
        return ("collapsed" if collapsed else "suspended"), f"{stop.type} on {day_of(stop)}"
    if done and (done.start or done.declared or "") >= max(last, ahead) and done.state == "signed":
        return "concluded", f"signed on {done.declared or done.start}"
    if not held:
        return "exploring", "no contact was told as held"
    newest = max(last, ahead)
    if as_of and newest and number(as_of) - number(newest) > LIVELY:
        return "stalled", f"last contact on {newest}, more than {LIVELY} days before {as_of}"
    return "active", f"last contact on {newest}"
