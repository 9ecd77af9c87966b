"""Numbers of people harmed: each series by source, low and high, what is disputed visible."""

from __future__ import annotations

from jalur.history import Series
from jalur.record import tallying
from jalur.views.record import tables
from jalur.views.web.answers import Numbers
from jalur.views.web.drawing.chart import chart, ranges
from jalur.views.web.pages.common import turning
from jalur.views.web.view import Ask, View

EACH = 12
"""Series of one page."""


def page(ask: Ask) -> View:
    """A page of series, the disputed and the longest first."""
    number = ask.number("page")
    disputed = ask.choice("disputed") is not None
    found, total = tallying.series(ask.connection, disputed, (), EACH, (number - 1) * EACH)
    whole = [s for s in found if isinstance(s, Series)]
    context = {
        "series": found,
        "charts": {s.id: chart(s) for s in whole},
        "ranges": {s.id: ranges(s) for s in whole},
        "turn": turning(number, total, EACH),
        "disputed": disputed,
        "each": EACH,
    }
    rows = [row for s in whole for row in tables.series_rows(s)]
    return View(
        "tolls.html", ask.tongue.t("nav.tolls"), context, Numbers(total, tuple(found)), rows
    )
