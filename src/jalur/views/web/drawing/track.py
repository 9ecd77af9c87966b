"""The track of some talks: rounds in lanes along the days, what else happened beneath them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import sqrt

from jalur.history import Agreement, Event, Process, Proposal, Round, Series
from jalur.views.web.drawing.axis import Axis, Tick, axis, day_of

WIDTH = 1000.0
LABELS = 138.0
"""Room for the names of the lanes."""

LANE = 30.0
BENEATH = 20.0
"""From a round to the one beneath it in the same lane."""

MOST_BENEATH = 3
NUMBER_ROOM = 14.0
"""Width that the number of a round takes."""

TOP = 30.0
BARS = 34.0
MOST_LANES = 10
OTHER = ""
"""The lane of rounds whose venue or mediator is not said, or has none of its own."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A round, proposal or agreement where it is drawn."""

    x: float
    y: float
    width: float
    of: Round | Proposal | Agreement


@dataclass(frozen=True, slots=True)
class Lane:
    """A row with its name: `kind` says what it is a row of."""

    kind: str
    name: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """How many events of one kind some days have, or how many people a source counts; `actor` is
    the only code of the side that did them."""

    x: float
    y: float
    width: float
    height: float
    first: date
    last: date
    number: int
    disputed: bool = False
    event: str = ""
    high: int | None = None
    actor: str = ""


@dataclass(slots=True)
class Track:
    """Everything that is drawn."""

    axis: Axis
    ticks: list[Tick]
    lanes: list[Lane] = field(default_factory=list)
    rounds: list[Mark] = field(default_factory=list)
    proposals: list[Mark] = field(default_factory=list)
    agreements: list[Mark] = field(default_factory=list)
    threats: list[Bar] = field(default_factory=list)
    attacks: list[Bar] = field(default_factory=list)
    tolls: list[Bar] = field(default_factory=list)
    width: float = WIDTH
    left: float = LABELS
    height: float = 0.0

    @property
    def stretches(self) -> str:
        """The days of the axis as the page's island reads them."""
        return json.dumps(
            [(str(s.first), str(s.last), s.left, s.right) for s in self.axis.stretches]
        )

    def lane(self, kind: str, name: str, height: float) -> float:
        """Add a row beneath the last one; where it begins."""
        y = max(self.height, TOP)
        self.lanes.append(Lane(kind, name, y, height))
        self.height = y + height
        return y


def track(
    process: Process,
    rounds: Sequence[Round],
    acts: Sequence[Event],
    tolls: Sequence[Series],
    by: str,
) -> Track | None:
    """The track of some rounds; `by` is venue or mediator. None if no day is known."""
    known = [d for r in rounds for d in days_of(r)]
    scale = axis(known, LABELS, WIDTH - 12)
    if scale is None:
        return None
    found = Track(scale, scale.ticks())
    put_rounds(found, rounds, by)
    offers = [(d, p) for p in process.proposals if (d := day_of(p.day or p.first))]
    put_marks(found, "proposals", offers, found.proposals)
    deals = [(d, a) for a in process.agreements if (d := day_of(a.start or a.declared))]
    put_marks(found, "agreements", deals, found.agreements)
    for kind, bars in (("threats", found.threats), ("attacks", found.attacks)):
        some = [e for e in acts if (e.type == "THREATEN") == (kind == "threats")]
        for side in process.sides:
            put_bars(found, kind, side, [e for e in some if doers(e) & set(side)], bars)
    put_tolls(found, tolls)
    found.height += 8
    return found


def days_of(round_: Round) -> list[date]:
    """The days of a round; when it was told of if none is known."""
    found = [d for d in (day_of(round_.start), day_of(round_.end)) if d]
    first = day_of(round_.first)
    return found or ([first] if first else [])


def put_rounds(found: Track, rounds: Sequence[Round], by: str) -> None:
    """Rounds in lanes, the most used first; those with no lane of their own in the last."""
    named = [(lane_name(r, by), r) for r in rounds if days_of(r)]
    order = Counter(name for name, _ in named if name != OTHER).most_common(MOST_LANES)
    own = {name for name, _ in order}
    names = [name for name, _ in order]
    if any(name not in own for name, _ in named):
        names.append(OTHER)
    for name in names:
        put_lane(found, name, [r for n, r in named if (n if n in own else OTHER) == name])


def put_lane(found: Track, name: str, rounds: Sequence[Round]) -> None:
    """The rounds of one lane; one that would lie on another is drawn beneath it."""
    ends: list[float] = []
    placed: list[tuple[int, float, float, Round]] = []
    for one in sorted(rounds, key=lambda r: days_of(r)[0]):
        days = days_of(one)
        x = found.axis.x(days[0])
        width = max(found.axis.x(days[-1]) - x, 0) + 11
        row = next((k for k, end in enumerate(ends) if end <= x), len(ends))
        row = row if row < MOST_BENEATH else ends.index(min(ends))
        ends[row : row + 1] = [x + width + (NUMBER_ROOM if one.ordinal else 2)]
        placed.append((row, x, width, one))
    top = found.lane("round", name, LANE + BENEATH * (len(ends) - 1)) + LANE / 2
    found.rounds += [
        Mark(round(x, 1), top + BENEATH * row, round(width, 1), one)
        for row, x, width, one in placed
    ]


def lane_name(round_: Round, by: str) -> str:
    """The lane that a round is drawn in."""
    if by == "mediator":
        return " ".join(round_.mediators) or OTHER
    return round_.venue or OTHER


def put_marks(
    found: Track,
    kind: str,
    dated: Iterable[tuple[date, Proposal | Agreement]],
    marks: list[Mark],
) -> None:
    """Proposals or agreements in a row of their own, if there are any."""
    here = [(day, one) for day, one in dated if found.axis.holds(day)]
    if here:
        y = found.lane(kind, "", LANE - 4) + (LANE - 4) / 2
        marks += [Mark(round(found.axis.x(day), 1), y, 11, one) for day, one in here]


def doers(event: Event) -> set[str]:
    """The codes of those who act."""
    return {p.code for p in event.actors}


def put_bars(
    found: Track, kind: str, side: Sequence[str], events: Sequence[Event], bars: list[Bar]
) -> None:
    """How many events of a kind one side did, week by week or in longer steps."""
    dated = [(d, e) for e in events if (d := day_of(e.start or e.first)) and found.axis.holds(d)]
    if not dated:
        return
    base, own = found.lane(kind, side[0], BARS) + BARS - 4, list[Bar]()
    alone = side[0] if len(side) == 1 else ""
    for stretch in found.axis.stretches:
        step = max(
            1, round(8 * (stretch.last - stretch.first).days / (stretch.right - stretch.left))
        )
        inside = [d for d, _ in dated if stretch.first <= d <= stretch.last]
        counted = Counter((d - stretch.first).days // step for d in inside)
        for number, count in sorted(counted.items()):
            first = stretch.first + timedelta(days=number * step)
            last = min(first + timedelta(days=step - 1), stretch.last)
            x = round(stretch.at(first), 1)
            own.append(Bar(x, base, 7, 0, first, last, count, actor=alone))
    most = max(b.number for b in own)
    for bar in own:
        height = round(5 + (BARS - 18) * sqrt(bar.number / most) if most > 1 else 12, 1)
        bars.append(replace(bar, y=round(base - height, 1), height=height))


def put_tolls(found: Track, series: Sequence[Series]) -> None:
    """The last number of people killed that stands for each event, from low to high."""
    rows = [s for s in series if s.kind == "killed" and s.points]
    dated = [(d, s) for s in rows if (d := day_of(s.points[0].day)) and found.axis.holds(d)]
    if not dated:
        return
    base = found.lane("tolls", "", BARS + 10) + BARS + 6
    tops = [(d, s, *standing(s)) for d, s in dated]
    most = max((high or low or 1 for _, _, low, high in tops), default=1)
    for day, one, low, high in tops:
        top = high or low or 0
        height = 3 + (BARS - 8) * sqrt(top / max(most, 1))
        disputed = any(p.disputed for p in one.points)
        x, y = round(found.axis.x(day), 1), round(base - height, 1)
        bar = Bar(x, y, 3, round(height, 1), day, day, low or top)
        found.tolls.append(replace(bar, disputed=disputed, event=one.event or "", high=top))


def standing(series: Series) -> tuple[int | None, int | None]:
    """The lowest and the highest of the numbers that their sources have not replaced."""
    points = [p for p in series.points if not p.superseded] or list(series.points)
    lows = [v for p in points if (v := p.low if p.low is not None else p.high) is not None]
    highs = [v for p in points if (v := p.high if p.high is not None else p.low) is not None]
    return min(lows, default=None), max(highs, default=None)
