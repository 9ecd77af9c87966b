"""An actor and a name of it: what the tables under `data/actors/` are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from jalur.knowledge.actors.names import word_set

KINDS = ("state", "capital", "demonym", "group", "people", "body", "outlet", "person")
SECTORS = word_set(
    "GOV MIL COP SPY LEG JUD REB PRM PTY OPP CVL REF BUS JRN NGO IGO MED REL EDU LAB CRM UAF UNK"
)


STATE_CODE = 3
"""Length of a state's code; the codes of some groups are as long (PKK)."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of public life, as one of its names in the data gives it.

    `code` is the codebook's; `kind` one of KINDS; `name` the English name; `country` the state it
    belongs to or is based in (alpha-3), None for what belongs to none; `since` and `until` the
    days between which the name, sector or office holds; `office` is a person's.
    """

    code: str
    sector: str | None
    kind: str
    name: str
    country: str | None
    since: date | None = None
    until: date | None = None
    office: str | None = None

    def holds(self, day: date | None) -> bool:
        """Whether the entry is valid on `day` (always, when no day is known)."""
        if day is None:
            return True
        return (self.since or date.min) <= day <= (self.until or date.max)


class Name(NamedTuple):
    """A name as listed: the languages whose texts use it, and whom it names.

    `needs` marks a name that counts only where the text speaks of the same country, or has one of
    the words `near`. `actor` is None for names that only look like one ("Jordan Valley").
    """

    form: str
    languages: tuple[str, ...]
    actor: Actor | None
    needs: bool = False
    near: frozenset[str] = frozenset()
