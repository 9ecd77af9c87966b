"""Scores time expressions against public TIMEX3 sets; `python -m training.times [--errors id]`.

Reads `../shared/data` (or the folder given with --data): the gold part of IndoTimex and the
training part of TempEval-3, both for evaluation only. Spans count as the task counts them: strict
needs the same characters, relaxed one character in common; the value F1 is relaxed F1 with the
right value among those found. Published for IndoTimex (Mirza 2015): recognition .929, with value
.853; for the test part of TempEval-3: HeidelTime relaxed .903, value .776.
"""

from __future__ import annotations

import argparse
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jalur.expressions.finder import readings
from jalur.expressions.reading import Reading
from jalur.model import Span

SETS = {"id": "id_timex_indotimex/kompas_test_gold", "en": "en_tempeval3"}
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W",
    "weekend": "WE", "fortnight": "W2", "month": "M", "quarter": "Q", "year": "Y", "windu": "Y8",
    "decade": "Y10", "century": "Y100", "moment": "X", "half": "M6", "halfyear": "M6",
    "yearhalf": "M18", "halfcentury": "Y50", "millennium": "Y1000",
}  # fmt: skip
PARTS = {"DAWN": "MO"}


@dataclass(frozen=True)
class Timex:
    """A marked expression: its characters and its value."""

    span: Span
    value: str


def value_of(reading: Reading) -> str:
    """The TIMEX3 value of a reading."""
    if reading.label and not reading.clock:
        return reading.label
    if reading.amount and (reading.kind in ("duration", "set", "during") or not reading.start):
        return period_of(*reading.amount)
    day = reading.start or reading.end
    if day is None:
        return reading.label or "XXXX"
    if reading.grain in ("day",):
        value = day.isoformat()
        if reading.clock:
            return f"{value}T{reading.clock[0]:02d}:{reading.clock[1]:02d}"
        return f"{value}T{PARTS.get(reading.part, reading.part)}" if reading.part else value
    if reading.grain == "month" or (reading.edge and is_month(reading)):
        return f"{day:%Y-%m}"
    if reading.grain == "year" or reading.edge:
        return f"{day:%Y}"
    if reading.grain == "quarter":
        return f"{day:%Y}-Q{(day.month + 2) // 3}"
    return day.isoformat()


def is_month(reading: Reading) -> bool:
    """Whether the days of an edge lie in one month."""
    start, end = reading.start or reading.end, reading.end or reading.start
    return bool(start and end and (start.year, start.month) == (end.year, end.month))


def period_of(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length."""
    code = UNITS.get(unit, "X")
    if (count, unit) == (0.5, "day"):
        return "PT12H"
    factor = int(code[1:]) if code[1:].isdigit() else 1
    if code == "X":
        return "PXX"
    time = "T" if code.startswith("T") else ""
    letter = code[1] if time else ("WE" if code == "WE" else code[0])
    if count is None:
        return f"P{time}X{letter}"
    return f"P{time}{count * factor:g}{letter}"


def documents(folder: Path) -> Iterator[tuple[str, date, str, list[Timex]]]:
    """Name, day, plain text and marked expressions of every document."""
    for path in sorted(folder.rglob("*.tml")):
        raw = path.read_text("utf-8")
        made = re.search(r"<DCT>.*?value=\"(\d{4}-?\d\d-?\d\d)", raw, re.S)
        body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
        if not made or not body:
            continue
        day = made[1].replace("-", "")
        text, gold = plain(body[1])
        yield path.name, date(int(day[:4]), int(day[4:6]), int(day[6:])), text, gold


def plain(body: str) -> tuple[str, list[Timex]]:
    """The text without its tags, and the expressions that were marked."""
    text, gold = "", []
    opened: tuple[int, str] | None = None
    for piece in re.split(r"(<[^>]*>)", body):
        if piece.startswith("<TIMEX3"):
            value = re.search(r'value="([^"]*)"', piece)
            opened = (len(text), value[1] if value else "")
        elif piece.startswith("</TIMEX3") and opened:
            gold.append(Timex(Span(opened[0], len(text)), opened[1]))
            opened = None
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return text, gold


@dataclass
class Counts:
    """What was found of what is there."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def f1(self, right: int) -> float:
        """F1 when `right` of both are right."""
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 0.0


def score(language: str, data: Path, errors: bool) -> Counts:
    """Counts over one set; prints each error when asked."""
    counts = Counts()
    for name, day, text, gold in documents(data / SETS[language]):
        found = readings(text, Span(0, len(text)), language, day, join=False)
        counts.gold += len(gold)
        counts.found += len(found)
        left = list(found)
        for timex in gold:
            near = [r for r in left if r.span.overlaps(timex.span)]
            best = max(near, key=lambda r: overlap(r.span, timex.span), default=None)
            if best:
                left.remove(best)
                counts.relaxed += 1
                counts.strict += best.span == timex.span
                counts.value += value_of(best) == timex.value
            if errors:
                report(name, text, timex, best)
        for extra in left if errors else []:
            report(name, text, None, extra)
    return counts


def overlap(a: Span, b: Span) -> int:
    """Characters in common."""
    return min(a.end, b.end) - max(a.start, b.start)


def report(name: str, text: str, gold: Timex | None, found: Reading | None) -> None:
    """Prints what is wrong with one expression, with what stands around it."""
    span = gold.span if gold else found.span if found else Span(0, 0)
    value = value_of(found) if found else ""
    words = " ".join(found.span.cut(text).split()) if found else ""
    what = "extra" if not gold else "missed" if not found else ""
    if gold and found:
        what = "value" if value != gold.value else "span" if gold.span != found.span else ""
    if what:
        before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 30]
        around = " ".join(f"{before}[{span.cut(text)}]{after}".split())
        print(f"{what}|{name[:14]}|{words}|{gold.value if gold else ''}|{value}|{around}")


def main() -> None:
    """Prints recognition and value F1 for both languages."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--errors", choices=[*SETS])
    chosen = options.parse_args()
    for language in [chosen.errors] if chosen.errors else SETS:
        c = score(language, chosen.data, bool(chosen.errors))
        print(
            f"{language}: gold {c.gold} found {c.found}  strict {c.f1(c.strict):.3f}"
            f"  relaxed {c.f1(c.relaxed):.3f}  value {c.f1(c.value):.3f}"
            f"  (P {c.relaxed / max(1, c.found):.3f} R {c.relaxed / max(1, c.gold):.3f})"
        )


if __name__ == "__main__":
    main()
