"""Of which state somebody is whom a report calls by an office or a kind of people only.

"The government", "polisi", "three officials" are of the state that is spoken of where they stand:
news from Jakarta of a coup in Niamey has soldiers of Niger, a spokesman of Indonesia. One
logistic regression weighs every state that the report names, by how often and how near it does;
`training/states.py` learns it from coded reports and prints how often it is right.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jalur.grounding.cast import Cast, Told
from jalur.knowledge import trained
from jalur.model import Participant, Source

OWN = "the state spoken of there"
NOT_SAID = "no country said: the one spoken of there"
"""The reason of an office's state that is found so, and of that of a name."""

WITHIN = "nobody else is named: within the state that the report names most"
"""The reason of a recipient that nothing names at all."""

AROUND = 3
"""How many sentences away a name still says what is spoken of."""

FARTHEST = 5
"""Sentences back beyond which it makes no difference how far a state was named."""

LATEST = 4
"""How many of the states named last are told apart."""

Features = Mapping[str, float]


def is_guess(one: Participant | Source) -> bool:
    """Whether nothing but where it stands tells the state of somebody."""
    return one.reason.detail.endswith((OWN, NOT_SAID, WITHIN))


def state_at(cast: Cast, token: int) -> str | None:
    """The state that is spoken of at a token: whose "the police" would be there."""
    weights = trained.table("states").get("weights")
    if not weights or cast.own is None:
        return cast.own
    known = Here.of(cast, token)
    if known.place not in cast.spoken_of:
        worth = {
            code: math.fsum(weights.get(f, 0.0) * v for f, v in found.items())
            for code, found in features(known).items()
        }
        cast.spoken_of[known.place] = max(worth, key=worth.__getitem__)
    return cast.spoken_of[known.place]


@dataclass(frozen=True, slots=True)
class Here:
    """A place in a report: its sentence, and what names states before and after it."""

    cast: Cast
    sentence: int
    before: tuple[Told, ...]
    after: tuple[Told, ...]

    @classmethod
    def of(cls, cast: Cast, token: int) -> Here:
        """The place of a token; a name that covers it does not count."""
        told = cast.told
        at = bisect_right(told, token, key=lambda one: one.first)
        before = tuple(one for one in told[:at] if one.last < token)
        return cls(cast, cast.doc.sentence_of[token], before, told[at:])

    @property
    def place(self) -> tuple[int, int, int]:
        """What tells this place from others where the answer may differ."""
        return self.sentence, len(self.before), len(self.after)

    def candidates(self) -> set[str]:
        """The states that may be meant."""
        usual = {code for code in (self.cast.home, self.cast.own) if code}
        return {*self.cast.countries, *self.cast.states_of_groups, *usual}

    def latest(self) -> list[str]:
        """The states named before, the last first, each once."""
        return list(dict.fromkeys(one.code for one in reversed(self.before)))

    def away(self, one: Told) -> int:
        """How many sentences away a name stands."""
        return abs(self.cast.doc.sentence_of[one.first] - self.sentence)

    def around(self) -> Counter[str]:
        """How much the sentences around speak of each state, the nearer the more."""
        found: Counter[str] = Counter()
        for one in (*self.before, *self.after):
            if self.away(one) <= AROUND:
                found[one.code] += 1 / (1 + self.away(one))  # type: ignore[assignment]
        return found


def features(here: Here) -> dict[str, Features]:
    """What speaks for each state's being meant at a place."""
    around, latest = here.around(), here.latest()
    spoken = math.fsum(around.values()) or 1
    known: dict[str, Features] = {}
    for code in sorted(here.candidates()):
        rank = min(latest.index(code), LATEST) if code in latest else None
        share = (here.cast.countries[code] + 0.5) / (here.cast.countries.total() or 1)
        known[code] = {
            **dict.fromkeys(of_report(here.cast, code), 1.0),
            **dict.fromkeys(near(here, code), 1.0),
            f"latest={rank if latest else 'none'}": 1.0,
            "share": math.log(share),
            "around": math.log(around[code] / spoken + 0.05),
        }
    return known


def of_report(cast: Cast, code: str) -> Iterator[str]:
    """What a state is to the whole report."""
    language, alike = cast.doc.language, cast.home == cast.own
    if code == cast.own:
        yield from ("own", f"own.{language}.{alike}")
    if code == cast.home:
        yield from ("home", f"home.{language}.{alike}")
    if code == "IDN":
        yield f"Indonesia.{language}"
    if cast.publisher is not None and code == cast.publisher.actor.code:
        yield "publisher"
    if cast.venues[code] > 0:
        yield "venue"


def near(here: Here, code: str) -> Iterator[str]:
    """How near the report names a state, and whether it begins with it."""
    back = next((one for one in reversed(here.before) if one.code == code), None)
    ahead = next((one for one in here.after if one.code == code), None)
    if back is not None:
        yield f"back={min(here.away(back), FARTHEST)}"
    if ahead is not None and here.away(ahead) <= 1:
        yield f"ahead={here.away(ahead)}.{ahead.kind}"
    told, bounds = here.cast.told, here.cast.doc.bounds
    lead = bounds[min(1, len(bounds) - 1)][1]
    if any(one.code == code and one.first < lead for one in told):
        yield "lead"
    if told and told[0].code == code:
        yield "first"
