"""Questions to a record: events, claims, talks, numbers, sources, changes, texts.

Each takes a connection of `Record.look` and gives values of `history`.
"""

from __future__ import annotations

from jalur.record.asking.claims import Told, claims, counts, quotes
from jalur.record.asking.events import Page, all_events, event, events, some_events
from jalur.record.asking.filters import Wanted
from jalur.record.asking.log import Size, copied, failures, judgement, judgements, size
from jalur.record.asking.news import News, changes
from jalur.record.asking.sources import Speaker, speakers
from jalur.record.asking.talks import all_processes, process, series
from jalur.record.asking.texts import MOST_FOUND, mentions

__all__ = [
    "MOST_FOUND",
    "News",
    "Page",
    "Size",
    "Speaker",
    "Told",
    "Wanted",
    "all_events",
    "all_processes",
    "changes",
    "claims",
    "copied",
    "counts",
    "event",
    "events",
    "failures",
    "judgement",
    "judgements",
    "mentions",
    "process",
    "quotes",
    "series",
    "size",
    "some_events",
    "speakers",
]
