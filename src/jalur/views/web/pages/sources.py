"""Sources: for how much each answers, how much of it others confirm, how much only it tells."""

from __future__ import annotations

from jalur.record import asking
from jalur.views.record import tables
from jalur.views.web.pages.common import PAGE, part
from jalur.views.web.view import Ask, View


def page(ask: Ask) -> View:
    """A page of sources, those that answer for most events first."""
    number = ask.number("page")
    offset = (number - 1) * PAGE
    some, more = part(ask, "sources", asking.speakers)
    context = {
        "speakers": some,
        "number": number,
        "more": more,
        "most": max((s.events for s in some), default=1),
        "offset": offset,
    }
    rows = [tables.speaker_row(s) for s in some]
    return View("sources.html", ask.tongue.t("nav.sources"), context, some, rows)
