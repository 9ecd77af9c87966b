"""The map: how many events happened where."""

from __future__ import annotations

from dataclasses import asdict

from jalur.record import tallying
from jalur.views.record.options import STATUSES, TYPES
from jalur.views.web.drawing.world import REGIONS, world
from jalur.views.web.pages.common import DAYS, FILTERS, kept_query
from jalur.views.web.view import Ask, View

MOST = 400
"""Places of one map."""

LISTED = 30


def page(ask: Ask) -> View:
    """The map of a region, and its places as a list."""
    region = ask.choice("region") or "world"
    wanted = ask.wanted()
    key = ("spots", wanted)
    spots = ask.shelf.get(key, lambda: tallying.spots(ask.connection, wanted, MOST))
    drawn = world(region, spots)
    context = {
        "world": drawn,
        "region": region,
        "regions": tuple(REGIONS),
        "listed": [d.spot for d in drawn.discs[:LISTED]],
        "filters": kept_query(ask.query, (*FILTERS, *DAYS, "region")),
        "types": TYPES,
        "statuses": STATUSES,
    }
    rows = [asdict(s) for s in spots]
    return View("map.html", ask.tongue.t("nav.map"), context, spots, rows)
