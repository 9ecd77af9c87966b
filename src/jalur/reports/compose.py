"""From a raw text and what is known of it to a Report."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from jalur.model import JalurError, Report, UnreadableReport
from jalur.reports import Given, identify, outlets, stamps
from jalur.reports.layout import Layout, lay_out
from jalur.reports.records import Raw


def checked(given: Given) -> Given:
    """What the caller gives, its language in the usual code; raises JalurError if it cannot be."""
    if given.language:
        given = replace(given, language=identify.chosen(given.language, None, ""))
    if given.published is not None:
        stamp = stamps.parse(given.published)
        if stamp is None or stamp.day is None:
            raise JalurError(
                f"publication day {str(given.published)!r} cannot be; give it as YYYY-MM-DD"
            )
    return given


def report_of(raw: Raw, given: Given) -> Report:
    """The report of a raw text; raises JalurError if its language is not known."""
    language = identify.chosen(given.language, raw.language, raw.text)
    layout = lay_out(raw.text, language == "id", raw.title)
    if not layout.body:
        raise UnreadableReport("there is no story in it, only what surrounds one on a page")
    outlet = (
        given.outlet or raw.outlet or (raw.url and outlets.of_address(raw.url)) or layout.outlet
    )
    day, moment = published(raw, given, layout, outlet)
    return Report(
        id=given.id or raw.id or "",
        text=raw.text,
        language=language,
        published=day,
        published_at=moment,
        outlet=outlet,
        title=layout.title,
        byline=raw.byline or layout.byline,
        dateline=place(layout.dateline, outlet),
        url=raw.url,
        body=layout.body,
        furniture=layout.furniture,
    )


def place(dateline: str | None, outlet: str | None) -> str | None:
    """The dateline's place without the outlet's name, which may look like one more place."""
    if dateline is None or outlet is None:
        return dateline
    parts = [part for part in dateline.split(", ") if part.lower() != outlet.lower()]
    return ", ".join(parts) or None


def published(
    raw: Raw, given: Given, layout: Layout, outlet: str | None
) -> tuple[date | None, datetime | None]:
    """Day and moment of publication: the caller's, else the file's, else the text's own, else
    that in the address.

    A day without a clock time takes the time of a later source that tells the same day.
    """
    zone = outlets.zone_of(outlet)
    chosen: date | None = None
    for stamp in (
        stamps.parse(given.published),
        stamps.parse(raw.published),
        layout.stamp,
        stamps.of_address(raw.url) if raw.url else None,
    ):
        if stamp is None or stamp.day is None:
            continue
        moment = stamp.moment(zone)
        if moment is not None and zone is not None and moment.tzinfo == UTC:
            moment = moment.astimezone(zone)
        day = moment.date() if moment is not None else stamp.day
        if chosen is None:
            chosen = day
        if moment is not None and day == chosen:
            return chosen, moment
    return chosen, None
