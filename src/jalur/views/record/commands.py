"""Every command of the record on the command line."""

from __future__ import annotations

from jalur.views.record import asked, changing

COMMANDS = (
    changing.add,
    asked.events,
    asked.event,
    asked.timeline,
    asked.talks,
    asked.disputes,
    asked.tolls,
    asked.sources,
    asked.changes,
    asked.brief,
    asked.status,
    changing.judge,
    changing.split,
    changing.withdraw,
    asked.judgements,
    asked.failures,
    changing.rebuild,
    changing.export,
)
