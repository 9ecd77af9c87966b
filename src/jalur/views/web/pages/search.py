"""Search: events whose reports have some words, in any form, with counts to narrow by."""

from __future__ import annotations

from collections import Counter
from functools import partial

from jalur.record import asking, browsing
from jalur.views.web.answers import Found
from jalur.views.web.names import names
from jalur.views.web.pages.common import processes_of
from jalur.views.web.pages.lists import listed, table
from jalur.views.web.view import Ask, View

MOST = 12
"""Values of one facet that are listed."""

MOST_ACTORS = 6


def page(ask: Ask) -> View:
    """What is found for `q`, narrowed by the other words of the address."""
    words = ask.text("q")
    wanted = ask.wanted(text=words or None)
    year = ask.number("year", 0)
    if year:
        first, last = f"{year:04}-01-01", f"{year:04}-12-31"
        wanted = ask.wanted(text=words or None, since=first, until=last)
    counted = ask.shelf.get(("facets", wanted), lambda: browsing.facets(ask.connection, wanted))
    found, context = listed(ask, wanted, sum(counted["status"].values()))
    context.update(
        words=words,
        year=year,
        facets={name: ranked(name, counter) for name, counter in counted.items()},
        actors=actors_named(words, ask.tongue.place),
        processes=processes_of(ask, found.whole),
        mentions=asking.mentions(ask.connection, words) if words else 0,
        most=asking.MOST_FOUND,
    )
    title = ask.tongue.t("search.title", words=words) if words else ask.tongue.t("nav.search")

    facets = {name: dict(counter) for name, counter in counted.items()}
    values = Found(found.events, found.total, found.offset, facets, context["mentions"])
    return View("search.html", title, context, values, partial(table, found))


def ranked(name: str, counter: Counter[str]) -> list[tuple[str, int]]:
    """The values of a facet: years in their order, others by number."""
    if name == "year":
        return sorted(counter.items(), reverse=True)[:MOST]
    return counter.most_common(MOST)


def actors_named(words: str, place: int) -> list[str]:
    """The codes of known actors whose name has these words."""
    wanted = words.casefold()
    if len(wanted) < 2:
        return []
    found = [c for c, n in names().items() if wanted in n[place].casefold() or wanted == c.lower()]
    return sorted(found, key=lambda c: len(names()[c][place]))[:MOST_ACTORS]
