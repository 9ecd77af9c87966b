"""How often the state of somebody of whom a report says little is right, by name or without.

`python -m training.origins` reads every coded report (`training.coded`), takes the people whom gold
gives a state and whose state no title, apposition or list of office holders tells, and prints the
share that is right when the report's own state is taken, and when `jalur.knowledge.actors.origins`
chooses. `--others` prints each on which the two differ.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

from jalur import language
from jalur.doc import Doc
from jalur.grounding.cast import Cast
from jalur.grounding.persons import SOUND
from jalur.knowledge.actors import STATE_CODE
from jalur.knowledge.actors.origins import origin
from jalur.model import Report
from training import coded

LONGEST = 4
"""Words in the name of a person; longer ones are of bodies and descriptions."""

TITLES = {"title before the name", "apposition after the name"}
NOT_TOLD = {"nothing said of them", f"by {SOUND}", *TITLES, *(f"{t}: {SOUND}" for t in TITLES)}
"""How a state was found where the report says none."""


def main() -> None:
    """Print both shares for each set of coded reports."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--others", action="store_true", help="each person on whom they differ")
    given = args.parse_args()
    found: dict[str, Counter[str]] = {}
    for report, gold in chain(coded.learnt(), coded.apart()):
        kind = gold["report"]["id"].partition(".")[0]
        for name, state, cast in people(report, gold):
            usual = cast.publisher.actor.code if cast.publisher else cast.own
            guess = origin(name, cast.countries, usual)
            counts = found.setdefault(kind, Counter())
            counts.update(people=1, usual=usual == state, name=guess == state)
            if given.others and guess != usual:
                print(f"{gold['report']['id']} {name}: {usual} -> {guess}, gold {state}")
    for kind, counts in (*found.items(), ("all", sum(found.values(), Counter[str]()))):
        print(
            f"{kind:6} {counts['people']:4} people   the report's own state {counts['usual']:4}"
            f"   by name {counts['name']:4}"
        )


def people(report: Report, gold: dict[str, Any]) -> Iterator[tuple[str, str, Cast]]:
    """Name, gold's state and cast of the people of a report of whom no state is told."""
    states = {
        one["name"]: one["code"]
        for event in gold["events"]
        for one in (*event["actors"], *event["recipients"], *event["sources"])
        if one.get("name") and len(one.get("code") or "") == STATE_CODE
    }
    cast = cast_of(report)
    for name, state in states.items():
        known = cast.people.get(name.lower())
        if known and len(name.split()) <= LONGEST and known.why in NOT_TOLD:
            yield name, state, cast


def cast_of(report: Report) -> Cast:
    """The cast of a report."""
    doc: Doc = language.parse(report, lambda _: True)
    cast = Cast.of(doc)
    cast.mark_capitals()
    return cast


if __name__ == "__main__":
    main()
