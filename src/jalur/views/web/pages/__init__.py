"""The pages: each a function from what is asked to what is shown."""

from __future__ import annotations

from jalur.views.web.pages import (
    actors,
    add,
    event,
    lists,
    maps,
    process,
    report,
    search,
    sources,
    talks,
    today,
    tolls,
)
from jalur.views.web.view import Maker

PAGES: tuple[tuple[str, Maker], ...] = (
    ("/", today.page),
    ("/talks", talks.page),
    ("/talks/{id}", process.page),
    ("/talks/{id}/brief", process.brief),
    ("/round/{id}", talks.round_page),
    ("/proposal/{id}", talks.proposal_page),
    ("/event/{id}", event.page),
    ("/report/{id}", report.page),
    ("/timeline", lists.timeline),
    ("/disputes", lists.disputes),
    ("/map", maps.page),
    ("/tolls", tolls.page),
    ("/actors", actors.page),
    ("/actors/{id}", actors.actor),
    ("/sources", sources.page),
    ("/search", search.page),
    ("/add", add.page),
    ("/add/{id}", add.draft),
)
