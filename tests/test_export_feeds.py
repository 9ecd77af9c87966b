"""Exports as calendar, feed and references, read back with icalendar, feedparser and rispy."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import feedparser
import rispy
from icalendar import Calendar

from exported import FORMULAS, Taken, coded
from jalur.record.asking import Told
from jalur.views.export.atom import steps

STATUS = {
    "planned": "TENTATIVE",
    "possible": "TENTATIVE",
    "happened": "CONFIRMED",
    "denied": "CANCELLED",
}


def test_ical_has_the_announced_rounds(taken: Taken, tmp_path: Path) -> None:
    path = taken.export("ical", tmp_path / "r.ics")
    found = {str(e["UID"]): e for e in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}
    planned = {
        e.id for e in taken.events if any(change.status == "planned" for change in e.changes)
    }
    rounds = [r for p in taken.processes for r in p.rounds if r.start]
    rounds = [r for r in rounds if r.status == "planned" or planned & set(r.events)]
    assert set(found) == {f"{r.id}@jalur" for r in rounds}
    assert len(rounds) > 1
    for one in rounds:
        entry = found[f"{one.id}@jalur"]
        assert entry["DTSTART"].dt == date.fromisoformat(str(one.start))
        assert entry["DTEND"].dt == date.fromisoformat(str(one.end)) + timedelta(days=1)
        assert str(entry["STATUS"]) == STATUS[one.status]
        if one.venue:
            assert str(entry["LOCATION"]).startswith(one.venue)
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))


def test_atom_has_the_latest_changes(taken: Taken, tmp_path: Path) -> None:
    feed = feedparser.parse(taken.export("atom", tmp_path / "r.atom").read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    times = [time.mktime(entry.updated_parsed) for entry in feed.entries]
    assert times == sorted(times, reverse=True)
    new = {e.id.split(":")[3] for e in feed.entries if e.tags[0].term == "new"}
    assert new == {e.claims[0] for e in taken.events if e.first}
    for entry in feed.entries:
        told = taken.told[entry.id.split(":")[3]]
        assert entry.content[0].value == told.telling.quote
        assert entry.content[0].type == "text/plain"


def test_steps_are_new_confirmed_and_denied(taken: Taken) -> None:
    event = next(e for e in taken.events if len(e.claims) > 2 and e.independent > 1)
    told: list[Told] = [taken.told[c] for c in event.claims]
    found = {t.telling.id: what for t, what in steps(event, told)}
    assert found[event.claims[0]] == "new"
    assert set(found.values()) <= {"new", "confirmed", "revised", "denied"}
    changed = {c.claim for c in event.changes[1:]}
    assert {c for c, what in found.items() if what in ("revised", "denied")} == changed


def test_ris_has_every_report(taken: Taken, tmp_path: Path) -> None:
    path = taken.export("ris", tmp_path / "r.ris")
    found = {one["id"]: one for one in rispy.loads(path.read_text("utf-8"))}
    reports = [c["report"] for c, _ in coded()]
    assert set(found) == {r["id"] for r in reports}
    for report in reports:
        one = found[report["id"]]
        assert one["type_of_reference"] == "NEWS"
        assert one["year"] == report["published"][:4]
        assert one["date"] == report["published"].replace("-", "/")
        assert one["language"] == report["language"]
        if report["title"]:
            assert one["primary_title"] == report["title"]
        if report["outlet"]:
            assert one["secondary_title"] == report["outlet"]


def test_hostile_text_stays_in_its_field(hostile_taken: Taken, tmp_path: Path) -> None:
    path = hostile_taken.export("ris", tmp_path / "r.ris")
    found = rispy.loads(path.read_text("utf-8"))
    assert len(found) == len(FORMULAS)
    assert all("<script>" in one["primary_title"] for one in found)
    assert "javascript:" not in path.read_text("utf-8")
    feed = feedparser.parse(hostile_taken.export("atom", tmp_path / "r.atom").read_bytes())
    assert not feed.bozo
    assert len(feed.entries) == len(hostile_taken.events)
    written = (tmp_path / "r.atom").read_text("utf-8")
    assert "<script" not in written
    assert "javascript:" not in written
    assert "⟨U+202E⟩" in written


def test_a_calendar_of_hostile_words_has_no_more_entries(
    hostile_taken: Taken, tmp_path: Path
) -> None:
    path = hostile_taken.export("ical", tmp_path / "r.ics")
    Calendar.from_ical(path.read_bytes())
    assert path.read_bytes().count(b"BEGIN:VEVENT") == 0
