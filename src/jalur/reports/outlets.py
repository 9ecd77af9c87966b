"""Outlets by their web addresses and by the names that datelines give them."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from functools import cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jalur.reports.words import table

DOMAIN = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|tv|news|info|co\.id|com\.\w\w|co\.\w\w|\w\w)",
    re.IGNORECASE,
)

INDONESIA = {"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9, "UTC": 0}
"""Hours of zones that must work where the system has no time zone data."""


@cache
def domains() -> dict[str, tuple[str, str]]:
    """Address of an outlet to its name and zone."""
    zones = table("outlets-domains.yaml")["zones"]
    return {
        address: (str(name), zone) for zone, rows in zones.items() for address, name in rows.items()
    }


@cache
def names() -> dict[str, str]:
    """Every name of an outlet or agency in lower case, to the name that it goes by."""
    known = {name.lower(): name for name, _ in domains().values()}
    known |= {address: name for address, (name, _) in domains().items()}
    agencies = table("outlets-domains.yaml")["agencies"]
    return known | {str(written).lower(): str(name) for written, name in agencies.items()}


@cache
def pictures() -> frozenset[str]:
    """Names in lower case that stand in a photograph's credit, agencies included."""
    listed = table("outlets-domains.yaml")["pictures"]
    return frozenset(str(word).lower() for word in listed) | frozenset(names())


@cache
def zones() -> dict[str, str]:
    """Name of an outlet in lower case, to the zone in which it dates its reports."""
    return {name.lower(): zone for name, zone in domains().values()}


def known(written: str) -> str | None:
    """The usual name of the outlet or agency that is written so, else None."""
    low = " ".join(written.lower().split()).strip(" .")
    return names().get(low) or names().get(low.removeprefix("www."))


def named(written: str) -> str | None:
    """Like `known`, and any web address counts as the name of an outlet."""
    text = " ".join(written.split()).strip(" .")
    return known(text) or (text if DOMAIN.fullmatch(text) else None)


def of_address(url: str) -> str | None:
    """The outlet whose pages stand at `url`: its name if known, else the host."""
    try:
        parts_of = urlsplit(url if "//" in url else f"//{url}")
        host = (parts_of.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    section = f"{host}/{parts_of.path.strip('/').split('/')[0]}"
    if section in domains():
        return domains()[section][0]
    parts = host.split(".")
    for n in range(len(parts) - 1):
        entry = domains().get(".".join(parts[n:]))
        if entry:
            return entry[0]
    return host or None


def zone_of(outlet: str | None) -> tzinfo | None:
    """The zone in which an outlet dates its reports, None if unknown."""
    name = zones().get(outlet.lower()) if outlet else None
    if name is None:
        return None
    if name in INDONESIA:
        return timezone(timedelta(hours=INDONESIA[name]))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError):
        return None
