"""The nouns of the record: what several reports tell, taken together.

`Telling` is one claim as it is compared with those of other reports. `Judgement` says whether two
tellings are of one happening. `Event` is a happening with all its tellings; `Process`, `Round`,
`Proposal`, `Position` and `Agreement` are read from events. All are frozen values, days are ISO
8601 text ("2024-02-23"), moments are UTC ("2024-02-24T13:35Z"), and None is "not said".
"""

from __future__ import annotations

from dataclasses import dataclass, field

WIDE = frozenset({"country", "region", "continent", "water"})
"""Grains of a place in which many happenings of one day have room."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part, as one report names them."""

    code: str
    name: str | None = None
    sector: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """A source of a telling: `kind` named, anonymous, outlet or document; `via` nearest first."""

    kind: str
    code: str | None
    name: str | None
    via: tuple[str, ...]
    stance: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people harmed, told with an event or of a whole conflict.

    `low` or `high` is None where the words leave it open. `by` and `victims` are codes.
    """

    id: str
    report: str
    kind: str
    low: int | None
    high: int | None
    victims: str | None
    by: str | None
    place: str | None
    country: str | None
    since: str | None
    as_of: str | None
    voices: tuple[Voice, ...]
    start: int
    quote: str


@dataclass(frozen=True, slots=True)
class Version:
    """What another source of the same report tells otherwise: the days ("start/end"), the place,
    or the codes of who did it."""

    voice: Voice
    days: str | None
    place: str | None
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim of one report as it is compared with the claims of others.

    `told` is the moment of publication in UTC, or the day alone, or "" if unknown. `words` are
    folded stems of the passage, `figures` its numbers, `people` the words of persons' names.
    `answers` is the claim of the same report to which this one is a rival account.
    """

    id: str
    report: str
    outlet: str | None
    language: str
    told: str
    type: str
    mode: str | None
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    grain: str | None
    latitude: float | None
    longitude: float | None
    issues: tuple[str, ...]
    format: str | None
    ordinal: int | None
    words: frozenset[str]
    figures: frozenset[int]
    people: frozenset[str]
    voices: tuple[Voice, ...]
    quote: str
    trigger: str
    answers: str | None = None
    versions: tuple[Version, ...] = ()

    @property
    def day(self) -> str | None:
        """The day of publication."""
        return self.told[:10] or None

    @property
    def codes(self) -> frozenset[str]:
        """The codes of everybody who takes part."""
        return frozenset(p.code for p in (*self.actors, *self.recipients))


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether tellings `left` and `right` are of one happening, and who says so.

    `verdict` is same or different, `by` "jalur" or a person's name. The program's own have a
    `score` between 0 and 1; a person's outrank them. `at` is a moment in UTC.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    verdict: str
    score: float
    by: str
    why: str
    at: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What one telling changed in what was known of an event: a line of its status history."""

    told: str
    status: str
    day: str | None
    outlet: str | None
    claim: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the accounts of a dispute: a value and the tellings (or counts) that give it."""

    value: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Accounts of one event that cannot all be right.

    `field` is status, date, place, actors or toll.KIND; `sides` has two or more, first told first.
    """

    event: str
    field: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A happening with everybody who tells of it.

    `claims` are the tellings, first told first; the event's id is the first one's with an "e"
    before it. `reports`, `outlets`, `independent` count the reports, the outlets, and the origins
    left when copies, translations and relays of one text are taken as one. Where no report gives
    a day, `earliest` and `latest` bound it by the days of publication; they are not its day.
    """

    id: str
    type: str
    mode: str | None
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    grain: str | None
    latitude: float | None
    longitude: float | None
    issues: tuple[str, ...]
    format: str | None
    ordinal: int | None
    claims: tuple[str, ...]
    reports: int
    outlets: int
    independent: int
    first: str
    last: str
    quote: str
    changes: tuple[Change, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    against: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None

    @property
    def codes(self) -> frozenset[str]:
        """The codes of everybody who takes part."""
        return frozenset(p.code for p in (*self.actors, *self.recipients))


@dataclass(frozen=True, slots=True)
class Round:
    """A round of talks, or one contact between rounds.

    `kind` is meeting, call, visit or signing; `status` is happened, planned, possible or denied
    (called off), as in the codebook.
    `first` is when it was first told of. `outcome` is agreement, breakdown, none or None (unsaid).
    """

    id: str
    process: str
    kind: str
    ordinal: int | None
    start: str | None
    end: str | None
    venue: str | None
    country: str | None
    host: str | None
    format: str | None
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    heads: tuple[str, ...]
    agenda: tuple[str, ...]
    status: str
    outcome: str | None
    next: str | None
    first: str
    outlets: int
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """How a party answered a proposal: accepts, rejects or counters; with the day and the event."""

    party: str
    answer: str
    day: str | None
    event: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something offered in talks: by whom, carried by whom, when, on what, with what answers."""

    id: str
    process: str
    author: str
    carried: tuple[str, ...]
    to: tuple[str, ...]
    day: str | None
    first: str
    issues: tuple[str, ...]
    words: str
    responses: tuple[Response, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a party stands on an issue: demands, offers, accepts, rejects, threatens or backs.

    `since` is the day from which this stance is told without another one between.
    """

    process: str
    party: str
    issue: str
    stance: str
    since: str | None
    condition: str | None
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Violation:
    """A breach of a ceasefire: who is accused, by whom (None: told as a fact), in which event."""

    accused: tuple[str, ...]
    accuser: str | None
    day: str | None
    event: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """A ceasefire or an agreement: `state` is proposed, declared, signed, in-force or ended."""

    id: str
    process: str
    kind: str
    state: str
    parties: tuple[str, ...]
    guarantors: tuple[str, ...]
    declared: str | None
    start: str | None
    end: str | None
    ended: str | None
    violations: tuple[Violation, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Process:
    """The talks of two or more sides: state exploring, active, stalled, suspended, collapsed or
    concluded, as of the record's last day (`as_of`)."""

    id: str
    name: str
    sides: tuple[tuple[str, ...], ...]
    mediators: tuple[str, ...]
    issues: tuple[str, ...]
    state: str
    why: str
    since: str | None
    last: str | None
    as_of: str | None
    rounds: tuple[Round, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    positions: tuple[Position, ...] = ()
    agreements: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One number of a series: what one source gave in one report.

    `day` is the day it holds for, else the day it was told. `superseded`: the source itself gave
    a later number; `disputed`: another source's newest number excludes it.
    """

    count: str
    report: str
    day: str
    low: int | None
    high: int | None
    source: str
    outlet: str | None
    superseded: bool = False
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers of one harm over time: of an event, or of a conflict since a day."""

    id: str
    kind: str
    victims: str | None
    by: str | None
    place: str | None
    since: str | None
    event: str | None
    points: tuple[Point, ...] = field(default=())
