"""Who tells of a thing and who denies it: claims of one event, or of all events of a round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from jalur.history import Change, Event
from jalur.record import asking
from jalur.record.asking import Told
from jalur.views.web.view import Ask

MOST = 60
"""Claims of one column: a thing told by more outlets than this is read by its first tellers."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Claims that come from one text: the first teller, then its copies."""

    name: str
    claims: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims for and against some events, and how their status changed; `of` gives each
    claim's event, `leads` where each is on the page, `more` how many are left out."""

    held: list[Origin]
    against: list[Origin]
    changes: tuple[Change, ...]
    of: dict[str, str]
    leads: dict[str, str]
    more: int


def telling(ask: Ask, events: Sequence[Event]) -> Telling:
    """What is told of some events, taken together."""
    of = {claim: e.id for e in events for claim in e.claims}
    told = [(t, e) for e in events for t in asking.claims(ask.connection, e)]
    told.sort(key=lambda pair: (pair[0].telling.told, pair[0].telling.id))
    against = [t for t, e in told if is_against(t, e)]
    held = [t for t, e in told if not is_against(t, e)]
    shown = (*held[:MOST], *against[:MOST])
    changes = sorted((c for e in events for c in e.changes), key=lambda c: c.told)
    return Telling(
        origins(held[:MOST]),
        origins(against[:MOST]),
        tuple(turns(changes)),
        of,
        {t.telling.id: f"#c-{t.telling.id}" for t in shown},
        len(told) - len(shown),
    )


def turns(changes: Iterable[Change]) -> list[Change]:
    """The changes after which a status is another one than before."""
    found: list[Change] = []
    for change in changes:
        if not found or (change.status, change.day) != (found[-1].status, found[-1].day):
            found.append(change)
    return found[:MOST]


def is_against(told: Told, event: Event) -> bool:
    """Whether a claim speaks against the event: it, or every source of it, denies or doubts it."""
    if told.telling.id in event.against:
        return True
    voices = told.telling.voices
    return bool(voices) and all(v.stance in ("denies", "doubts") for v in voices)


def origins(told: Iterable[Told]) -> list[Origin]:
    """Claims by the text that they come from, in the order of telling."""
    first: dict[str, int] = {}
    listed = list(told)
    for k, one in enumerate(listed):
        first.setdefault(one.origin, k)
    ranked = sorted(listed, key=lambda t: first[t.origin])
    return [Origin(name, tuple(some)) for name, some in groupby(ranked, lambda t: t.origin)]
