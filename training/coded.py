"""Coded reports of our own, and those of the gold set: what the tables are learnt from.

`training/coded_reports/` holds codings by `../shared/codebook.md`, a JSON object per line. Reports
of our own writing stand there whole; of reports of the openly licensed sets id_indosum and en_re3d
only the coding does, with the name of the report in its set, the length read and a hash, and the
text is taken from `../shared/data`. Our own are written in the manner of the outlets they name:
what people say in them is invented.

Nothing is learnt from `unseen.jsonl` (of id_indosum) nor from `overseas.jsonl` (our own, on Africa,
Europe and the Americas): they are measured on and not looked at.

`python -m training.coded` writes all of them as the scorer's files under `build/coded/` (`learnt`,
`unseen`, `overseas`), so that `jalur evaluate build/coded/unseen` prints the figures.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jalur import reports
from jalur.model import Report

Json = dict[str, Any]

HERE = Path(__file__).parent / "coded_reports"
SHARED = Path("../shared")
BUILD = Path("build/coded")
LEARNT = "learnt"
APART = ("unseen", "overseas")
"""The files that nothing is learnt from."""

HASHED = 16
"""Characters of the hash that are kept."""


def main() -> None:
    """Write both folders and say how many reports stand in each."""
    for folder in (BUILD / name for name in (LEARNT, *APART)):
        print(f"{folder}: {len(list(written(folder).glob('*.json')))} reports")


def learnt(*without: str) -> Iterator[tuple[Report, Json]]:
    """Every report to learn from with its coding: the gold set's train part, then our own, the
    files of some names left out."""
    left = {row["report"]["id"] for name in without for row in rows(name)}
    for folder in (SHARED / "gold" / "train", written(BUILD / LEARNT)):
        yield from (one for one in with_reports(folder) if one[1]["report"]["id"] not in left)


def apart() -> Iterator[tuple[Report, Json]]:
    """Every report of our own that nothing is learnt from, with its coding."""
    for name in APART:
        yield from with_reports(written(BUILD / name))


def with_reports(folder: Path) -> Iterator[tuple[Report, Json]]:
    """The codings of a folder, each with its report."""
    for file in sorted(folder.glob("*.json")):
        report = next(r for r in reports.read(str(file)) if isinstance(r, Report))
        yield report, json.loads(file.read_text(encoding="utf-8"))


def written(folder: Path) -> Path:
    """A folder filled with our own coded reports: of one file measured on, or all others."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    for file in sorted(HERE.glob("*.jsonl")):
        if (file.stem if file.stem in APART else LEARNT) == folder.name:
            for coded in map(whole, rows(file.stem)):
                name = f"{coded['report']['id']}.json"
                text = json.dumps(coded, ensure_ascii=False, indent=1)
                (folder / name).write_text(text + "\n", encoding="utf-8")
    return folder


def rows(name: str) -> list[Json]:
    """The codings of one of our own files, without the texts of public sets."""
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def whole(coded: Json) -> Json:
    """A coding with its text; raises SystemExit where the set's text is not the one coded."""
    report = coded["report"]
    if "text" not in report:
        source, _, name = report["source"].partition(" ")
        report["text"] = texts(source)[name][: report["length"]]
    found = hashlib.sha256(report["text"].encode()).hexdigest()[:HASHED]
    if found != report["sha256"]:
        raise SystemExit(f"coded: the text of {report['id']} is not the one that was coded")
    return coded


@cache
def texts(source: str) -> dict[str, str]:
    """The texts of a set by name."""
    folder = SHARED / "data" / source
    if source == "id_indosum":
        rows = (json.loads(line) for line in (folder / "articles.jsonl").open(encoding="utf-8"))
        return {row["id"]: row["text"] for row in rows}
    return {
        row["_id"]: row["text"].replace("\r", "")
        for file in sorted(folder.glob("*/documents.json"))
        for row in map(json.loads, file.open(encoding="utf-8"))
    }


if __name__ == "__main__":
    main()
