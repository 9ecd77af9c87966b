"""Measures merging on stories of our own: `python -m training.stories [tune|test]`.

Each story is several reports by several outlets with the happenings that each tells. The reports
are read and put into a record of their own; every claim that tells one of the happenings is an
item, and the events are compared with the happenings by B-cubed (Bagga and Baldwin 1998).
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from jalur import coding
from jalur.history import Event, Process, Telling
from jalur.linking import tellings
from jalur.linking.blocks import kin
from jalur.pipeline import understand
from jalur.record import asking, keepable, open_record
from jalur.reports import Given, compose
from jalur.reports.records import Raw

FOLDER = Path("tests/cases/stories")
Json = dict[str, Any]


@dataclass(frozen=True)
class Story:
    """One story: its reports by our id and as coded, and what is to be found in it."""

    name: str
    part: str
    gold: Json
    coded: dict[str, Json]

    @property
    def names(self) -> dict[str, str]:
        """The record's names of reports to the story's own."""
        return {c["report"]["id"]: name for name, c in self.coded.items()}


@dataclass
class Tally:
    """Sums over stories; `figures` makes shares of them."""

    precision: float = 0.0
    recall: float = 0.0
    items: int = 0
    told: int = 0
    wrong: list[str] = field(default_factory=list)
    distinct: int = 0
    disputes: int = 0
    disputed: int = 0
    missed: list[str] = field(default_factory=list)
    rounds: int = 0
    held: int = 0
    copies: int = 0
    folded: int = 0
    unfolded: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures that are kept."""
        precision, recall = self.precision / self.items, self.recall / self.items
        return {
            "B3 precision": precision,
            "B3 recall": recall,
            "B3 F1": 2 * precision * recall / (precision + recall),
            "happenings met": self.items / self.told,
            "wrong merges of look-alikes": len(self.wrong),
            "look-alikes": self.distinct,
            "disputes found": self.disputed / max(self.disputes, 1),
            "rounds found": self.held / max(self.rounds, 1),
            "copies folded": self.folded / max(self.copies, 1),
        }


@cache
def stories(part: str | None = None) -> tuple[Story, ...]:
    """The stories of one part, or all, each report read once."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        if part is None or raw["part"] == part:
            coded = {r["id"]: read(r) for r in raw["reports"]}
            found.append(Story(raw["story"], raw["part"], raw, coded))
    return tuple(found)


def read(report: Json) -> Json:
    """One report as coded."""
    raw = Raw(
        text=report["text"],
        id=report["id"],
        language=report["language"],
        published=str(report["published"].isoformat()),
        outlet=report["outlet"],
    )
    return coding.write(understand(keepable(compose.report_of(raw, compose.checked(Given())))))


def align(story: Story) -> dict[str, str]:
    """Each claim that tells a happening of the story, and which."""
    found: dict[str, str] = {}
    for report in story.gold["reports"]:
        told = tellings(story.coded[report["id"]])
        ranked = sorted(
            (
                (
                    fit(t, story.gold["happenings"][g["happening"]], g["status"]),
                    t.id,
                    g["happening"],
                )
                for t in told
                for g in report["tells"]
            ),
            key=lambda r: (-r[0], r[1], r[2]),
        )
        taken: set[str] = set()
        for value, claim, happening in ranked:
            if value > 0 and claim not in found and happening not in taken:
                found[claim] = happening
                taken.add(happening)
    return found


def fit(telling: Telling, gold: Json, status: str) -> float:
    """How well a claim fits a happening as a report tells it; 0 if it is another."""
    if kin(telling.type) != kin(gold["type"]):
        return 0.0
    codes = {*gold["actors"], *gold["recipients"]}
    shared = len(codes & telling.codes) / max(len(codes | telling.codes), 1)
    if not shared:
        return 0.0
    value = 1 + shared + (telling.type == gold["type"]) + 0.5 * (telling.status == status)
    value += 0.3 * bool({p.code for p in telling.actors} & {*gold["actors"]})
    if telling.start and gold["start"]:
        first, last = str(gold["start"]), str(gold["end"])
        value += 1.0 if telling.start <= last and first <= str(telling.end) else -1.5
    if telling.place and gold["place"]:
        value += 0.8 * (1 if telling.place == gold["place"]["name"] else -0.5)
    return max(value, 0.0)


def measure(part: str | None) -> Tally:
    """Everything over the stories of a part."""
    tally = Tally()
    for story in stories(part):
        with TemporaryDirectory() as folder:
            record = open_record(f"{folder}/r.sqlite")
            record.add([(c, n) for n, c in story.coded.items()], "test")
            with record.look() as connection:
                events = asking.all_events(connection)
                talks = asking.all_processes(connection)
            record.close()
        add(tally, story, events, talks)
    return tally


def add(tally: Tally, story: Story, events: list[Event], talks: list[Process]) -> None:
    """One story's share."""
    labels = align(story)
    groups = [set(e.claims) & set(labels) for e in events]
    b_cubed(tally, labels, [g for g in groups if g])
    tally.told += sum(len(r["tells"]) for r in story.gold["reports"])
    for a, b in story.gold["distinct"] or ():
        tally.distinct += 1
        if any({a, b} <= {labels[c] for c in g} for g in groups):
            tally.wrong.append(f"{story.name}: {a} and {b}")
    for dispute in story.gold["disputes"] or ():
        tally.disputes += 1
        if disputed(dispute, labels, events):
            tally.disputed += 1
        else:
            tally.missed.append(f"{story.name}: {dispute['field']} of {dispute['about']}")
    for process in story.gold.get("talks") or ():
        for round_ in process["rounds"]:
            if round_["start"]:
                tally.rounds += 1
                tally.held += any(same_round(round_, r) for p in talks for r in p.rounds)
    copies(tally, story, events)


def b_cubed(tally: Tally, labels: dict[str, str], groups: list[set[str]]) -> None:
    """Precision and recall of each item's group, summed."""
    classes: dict[str, set[str]] = defaultdict(set)
    for claim, label in labels.items():
        classes[label].add(claim)
    for group in groups:
        for claim in group:
            right = len(group & classes[labels[claim]])
            tally.precision += right / len(group)
            tally.recall += right / len(classes[labels[claim]])
            tally.items += 1


def disputed(gold: Json, labels: dict[str, str], events: list[Event]) -> bool:
    """Whether an event that tells of a happening shows its dispute."""
    return any(
        d.field == gold["field"]
        for e in events
        if any(labels.get(c) == gold["about"] for c in e.claims)
        for d in e.disputes
    )


def same_round(gold: Json, found: Any) -> bool:
    """Whether a round was found with its day, and its venue where that is known."""
    if (
        not found.start
        or not found.start <= str(gold["end"])
        or not str(gold["start"]) <= found.end
    ):
        return False
    return not gold["venue"] or not found.venue or gold["venue"] == found.venue


def copies(tally: Tally, story: Story, events: list[Event]) -> None:
    """Copies whose events count as one origin: where two copies alone tell of one event."""
    names = story.names
    reports = {t.id: names[t.report] for c in story.coded.values() for t in tellings(c)}
    of = {r["id"]: r["copy_of"] or r["id"] for r in story.gold["reports"]}
    for event in events:
        told = {reports[c] for c in event.claims}
        if len(told) > 1 and len({of[r] for r in told}) == 1:
            tally.copies += 1
            tally.folded += event.independent == 1
            if event.independent != 1:
                tally.unfolded.append(f"{story.name}: {sorted(told)}")


def main() -> None:
    """Print the figures of a part, and what went wrong in the stories to tune on."""
    part = sys.argv[1] if len(sys.argv) > 1 else None
    tally = measure(part)
    print(json.dumps({k: round(v, 3) for k, v in tally.figures().items()}, indent=1))
    if part == "tune":
        print("\n".join(["wrong merges", *tally.wrong, "disputes missed", *tally.missed]))
        print("\n".join(["copies not folded", *tally.unfolded]))


if __name__ == "__main__":
    main()
