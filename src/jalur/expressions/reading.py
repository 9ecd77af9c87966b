"""What one time expression was read as, before it is shown to other rooms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jalur.model import TimeExpression


@dataclass(frozen=True, slots=True)
class Reading(TimeExpression):
    """A time expression with all that was read from it.

    `label` is a TIMEX3 value where the days and the grain do not give it ("1989-Q3", "PAST_REF").
    `part` is the part of the day as in TIMEX3 (MO, MID, AF, EV, NI, DAWN), `clock` hour and minute,
    `amount` a length as (count, unit) with None for an unknown count, `edge` early, mid, late, end,
    earlier or later. `yearless`: the year was inferred; `speech`: the day on which something was
    said.
    """

    label: str = ""
    part: str | None = None
    clock: tuple[int, int] | None = None
    amount: tuple[float | None, str] | None = None
    edge: str | None = None
    yearless: bool = False
    speech: bool = False

    @property
    def single(self) -> date | None:
        """The one day that is meant, None if it is not one day."""
        return self.start if self.grain == "day" and self.start == self.end else None
