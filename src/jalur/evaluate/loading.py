"""Coded reports from a folder, checked as far as figures need it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jalur.model import UnreadableReport

Json = dict[str, Any]


def load(folder: Path) -> dict[str, Json]:
    """The coded reports of a folder by id. Raises UnreadableReport when there are none."""
    found: dict[str, Json] = {}
    for file in sorted(folder.glob("*.json")):
        try:
            value = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise UnreadableReport(f"{file}: no JSON that can be read ({error})") from error
        if isinstance(value, dict) and "report" in value:
            if fault := fault_of(value):
                raise UnreadableReport(f"{file}: no coded report: {fault}")
            found[value["report"]["id"]] = value
    if not found:
        raise UnreadableReport(f'{folder}: no coded reports (*.json with a "report") in it')
    return found


def fault_of(value: Json) -> str | None:
    """What a coded report lacks to be scored, or None."""
    report = value["report"]
    if not isinstance(report, dict) or not isinstance(report.get("id"), str):
        return "report.id is missing"
    if "events" not in value:
        return "events is missing"
    for name, keys in (("events", ("type", "status")), ("tolls", ("kind",))):
        entries = value.get(name, [])
        if not isinstance(entries, list):
            return f"{name} is no list"
        for entry in entries:
            if not isinstance(entry, dict) or not all(isinstance(entry.get(k), str) for k in keys):
                return f"an entry of {name} lacks {' or '.join(keys)}"
            if fault := fault_in_lists(entry):
                return fault
    return None


def fault_in_lists(entry: Json) -> str | None:
    """What is wrong with the lists of an event or a toll, or None."""
    for key in ("actors", "recipients", "sources", "evidence"):
        some = entry.get(key) or []
        if not isinstance(some, list) or not all(isinstance(one, dict) for one in some):
            return f"{key} is no list of objects"
    for span in entry.get("evidence") or []:
        if not isinstance(span.get("start"), int) or not isinstance(span.get("end"), int):
            return "evidence needs whole numbers start and end"
    day = entry.get("date")
    if day is not None and (not isinstance(day, dict) or not {"start", "end"} <= set(day)):
        return "date needs start and end"
    return None
