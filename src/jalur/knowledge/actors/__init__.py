"""What jalur knows of the actors of public life: states, groups, bodies, outlets and people.

The data are under `data/actors/`: states, groups, bodies, national bodies, outlets (media) and
people with their dated offices, each with its names in both languages. Names are matched as
written ("AS" is the United States in Indonesian, "as" is not); names that several share, or that
also mean something else, are decided by what else the text speaks of and by the day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from jalur.knowledge.actors.choose import Chooser
from jalur.knowledge.actors.files import acting_state
from jalur.knowledge.actors.index import matches
from jalur.knowledge.actors.model import KINDS, SECTORS, STATE_CODE, Actor
from jalur.knowledge.actors.table import names

__all__ = [
    "KINDS",
    "SECTORS",
    "STATE_CODE",
    "Actor",
    "Hit",
    "acting_state",
    "by_code",
    "country_name",
    "find",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `first` to `last` (both included) name `actor`; `form` is the name as listed.

    Two hits may share a token that names two ("Israel-Hamas").
    """

    first: int
    last: int
    actor: Actor
    form: str


def find(words: Sequence[str], language: str, day: date | None = None) -> list[Hit]:
    """The actors named in a token list as written, left to right, longest names first.

    `language` is "id" or "en". `day` decides between namesakes and between the offices and
    sectors that one actor had at different times; a name is never dropped for its date. Give the
    whole report's tokens at once where possible: namesakes are told apart by what else it names.
    """
    found = matches(words, language)
    chooser = Chooser(words, found, language, day)
    hits = []
    for match in found:
        name = chooser.choose(match)
        if name is not None and name.actor is not None:
            hits.append(Hit(match.first, match.last, name.actor, name.form))
    return hits


@cache
def _codes() -> dict[str, Actor]:
    """The first actor listed under each code that is its own: states, groups, bodies."""
    known: dict[str, Actor] = {}
    for name in names():
        actor = name.actor
        if actor is not None and actor.kind in ("state", "group", "people", "body"):
            known.setdefault(actor.code, actor)
    return known


def by_code(code: str) -> Actor | None:
    """The actor that a code of the codebook stands for, None for a code that is not listed."""
    return _codes().get(code)


@cache
def _country_names() -> dict[tuple[str, str], str]:
    shown: dict[tuple[str, str], str] = {}
    for name in names():
        actor = name.actor
        if actor is not None and actor.kind == "state" and not name.needs:
            for language in name.languages:
                shown.setdefault((actor.code, language), name.form)
    return shown


def country_name(code: str, language: str) -> str | None:
    """The usual name of a state in "id" or "en", None for an unknown code."""
    return _country_names().get((code, language))
