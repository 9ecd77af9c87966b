"""The pages: each a function from what is asked to what is shown."""

from __future__ import annotations

from typing import Any

from jalur.history import Process, Proposal
from jalur.record.asking import Speaker
from jalur.record.browsing import Listed
from jalur.record.tallying import Spot
from jalur.views.web.answers import (
    Actor,
    AllTalks,
    Brief,
    Changes,
    EventTold,
    Form,
    Found,
    Named,
    Numbers,
    ReportRead,
    RoundTold,
)
from jalur.views.web.asked import LISTING
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
from jalur.views.web.view import Page

Json = dict[str, Any]
LIST = (*LISTING, "between", "page")

PAGES: tuple[Page, ...] = (
    Page("/", today.page, Changes, ("since",)),
    Page("/talks", talks.page, AllTalks, ("state", "page")),
    Page("/talks/{id}", process.page, Process, ("lanes", "page")),
    Page("/talks/{id}/brief", process.brief, Brief, ("days", "until")),
    Page("/round/{id}", talks.round_page, RoundTold),
    Page("/proposal/{id}", talks.proposal_page, Proposal),
    Page("/event/{id}", event.page, EventTold),
    Page("/report/{id}", report.page, ReportRead, ("part", "at"), table=False),
    Page("/timeline", lists.timeline, Listed, LIST),
    Page("/disputes", lists.disputes, Listed, LIST),
    Page("/map", maps.page, list[Spot], (*LISTING, "region")),
    Page("/tolls", tolls.page, Numbers, ("disputed", "page")),
    Page("/actors", actors.page, list[Named], ("page",)),
    Page("/actors/{id}", actors.actor, Actor),
    Page("/sources", sources.page, list[Speaker], ("page",)),
    Page("/search", search.page, Found, ("q", "year", *LIST)),
    Page("/add", add.page, Form, table=False),
    Page("/add/{id}", add.draft, Json, ("report", "part"), table=False),
)
