"""Words for what is drawn: labels of an axis, names of lanes and rounds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jalur.history import Process, Round, Voice
from jalur.record.asking import News, Told
from jalur.views.web.addresses import address
from jalur.views.web.drawing import months
from jalur.views.web.drawing.axis import Tick
from jalur.views.web.drawing.track import Bar
from jalur.views.web.language import Tongue
from jalur.views.web.names import name_of
from jalur.views.web.pages.told import Origin

OPENING = re.compile(r'(^|[\s(\[])["“]')
"""A quotation mark before a word."""

LANE_LETTERS = 22
"""Letters of the name of a lane."""


def tick_words(tongue: Tongue, tick: Tick, first: bool) -> str:
    """The label of a tick: the year is written with the first one of it."""
    day, month, year = tongue.day(tick.day.isoformat(), short=True).split()
    if tick.grain in ("year", "decade"):
        return year
    shown = f"{day} {month}" if tick.grain in ("day", "week") else month
    return f"{shown} {year}" if first else shown


def lane_codes(tongue: Tongue, codes: str) -> str:
    """The names of the mediators of a lane, as many as there is room for."""
    return cut_words(", ".join(name_of(c, tongue.place) for c in codes.split()))


def cut_words(words: str) -> str:
    """Words as many as there is room for in a lane."""
    flat = " ".join(words.split())
    return flat if len(flat) <= LANE_LETTERS else f"{flat[: LANE_LETTERS - 1].rstrip(', ')}…"


def round_words(tongue: Tongue, one: Round) -> str:
    """A round in one line."""
    number = f"{tongue.t('round.number', n=one.ordinal)}, " if one.ordinal else ""
    parts = [
        f"{number}{tongue.word('round', one.kind)}",
        tongue.days(one.start or one.first[:10], one.end),
        one.venue or tongue.t("event.no_place"),
        tongue.word("status", one.status),
    ]
    return ", ".join(parts)


def acts_link(process: Process, type_: str, bar: Bar) -> str:
    """Where the events of a bar are listed."""
    days = {"since": bar.first.isoformat(), "until": bar.last.isoformat()}
    own = {"between": process.id, "type": type_, "actor": bar.actor}
    return address("/timeline", {**own, **days})


def month_words(tongue: Tongue, bar: months.Bar) -> str:
    """The name of a month or year."""
    if bar.whole_year:
        return str(bar.since.year)
    return tongue.day(bar.since.isoformat()).partition(" ")[2]


def because(why: str) -> tuple[str, list[tuple[str, str]], list[tuple[str, str]]]:
    """The score and each piece of evidence with its weight, those for it and those against, from
    "0.99: same day +2.2; other words -0.4"."""
    score, _, rest = why.partition(": ")
    pairs = (part.rpartition(" ") for part in rest.split("; "))
    every = [(name, weight) for name, _, weight in pairs if name]
    against = [pair for pair in every if pair[1].startswith("-")]
    return score, [pair for pair in every if pair not in against], against


def inner(words: str) -> str:
    """Words to be set in quotation marks: those within become single ones."""
    opened = OPENING.sub(r"\1‘", words)
    return opened.replace('"', "’").replace("“", "‘").replace("”", "’")


def gainsaid(held: Iterable[Origin]) -> list[tuple[Voice, Told]]:
    """The voices that deny or doubt within claims that tell a thing, each with its first claim."""
    found: dict[tuple[str | None, str | None], tuple[Voice, Told]] = {}
    for claim in (c for origin in held for c in origin.claims):
        for voice in claim.telling.voices:
            if voice.stance in ("denies", "doubts") and (voice.name or voice.code):
                found.setdefault((voice.name, voice.code), (voice, claim))
    return list(found.values())


def news(tongue: Tongue, one: News) -> str:
    """How an event changed."""
    if one.what == "revised":
        words = (tongue.word("status", s) for s in (one.before, one.event.changes[-1].status))
        before, after = words
        return tongue.t("news.revised", before=before, after=after)
    return tongue.t(f"news.{one.what}", by=", ".join(one.by) or tongue.t("event.no_outlet"))


def account(tongue: Tongue, field: str, value: str) -> str:
    """One account of a dispute: the value that its sources give for a field."""
    if field == "status":
        return tongue.word("status", value)
    if field == "date":
        return tongue.days(value[:10], value[-10:])
    if field in ("actors", "recipients"):
        codes = value.replace(",", " ").split()
        return ", ".join(name_of(c, tongue.place) for c in codes)
    if field.startswith("toll."):
        return toll(tongue, value)
    return value


def toll(tongue: Tongue, value: str) -> str:
    """A number of people as an account gives it: "at least 6", "11 to 19"."""
    for key, begun in (("toll.least", "at least "), ("toll.most", "at most ")):
        if value.startswith(begun):
            return tongue.t(key, n=value.removeprefix(begun))
    return value.replace(" to ", "–")
