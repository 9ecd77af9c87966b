"""Measures places: on LGL and TR-News (gold toponyms given), and on the names of coded reports.

The texts are not shipped; `JALUR_GEO` names the folder that holds `lgl.xml` and `TR-News.xml`,
`JALUR_GOLD` the one that holds coded reports. A toponym is right when it is placed within 161 km
(100 miles) of where the set has it, the measure of both sets' papers.
"""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from jalur.knowledge.places import distance, resolve
from jalur.knowledge.places.context import together
from jalur.model import Place

_NEAR_KM = 161.0


def toponyms(file: Path) -> list[list[tuple[str, float, float]]]:
    """For each article its toponyms with gold coordinates."""
    articles = []
    for article in ET.parse(file).getroot().iter("article"):
        found = []
        for toponym in article.iter("toponym"):
            tag = toponym.find("gaztag")
            lat = tag.findtext("lat") if tag is not None else toponym.findtext("gaztag/lat")
            lon = tag.findtext("lon") if tag is not None else None
            if lat and lon:
                found.append((toponym.findtext("phrase") or "", float(lat), float(lon)))
        articles.append(found)
    return articles


def score(file: Path) -> tuple[int, int, int, Counter[str]]:
    """Toponyms, those answered, those within 161 km, and what was missed most."""
    total = answered = right = 0
    missed: Counter[str] = Counter()
    for article in toponyms(file):
        answers = together([name for name, _, _ in article], "en")
        for name, lat, lon in article:
            total += 1
            place = answers[name].place
            answered += place is not None
            gold = Place(name, None, "city", lat, lon)
            if place is not None and distance(place, gold) <= _NEAR_KM:
                right += 1
            else:
                shown = f"{place.name}/{place.country}" if place else "-"
                missed[f"{name} -> {shown} (gold {lat:.1f},{lon:.1f})"] += 1
    return total, answered, right, missed


def names(folder: Path) -> tuple[int, int, int, Counter[str]]:
    """Of the places of coded reports: how many keep their English name and their country."""
    total = answered = right = 0
    missed: Counter[str] = Counter()
    for file in sorted(folder.glob("*.json")):
        coded = json.loads(file.read_text(encoding="utf-8"))
        for place in {(p["name"], p.get("country")) for e in coded["events"] + coded["tolls"]
                      if (p := e.get("place"))}:  # fmt: skip
            total += 1
            answer = resolve(place[0], "en", [place[1]] if place[1] else []).place
            answered += answer is not None
            if answer is not None and (answer.name, answer.country) == place:
                right += 1
            else:
                missed[f"{place} -> {answer and (answer.name, answer.country)}"] += 1
    return total, answered, right, missed


def report(title: str, result: tuple[int, int, int, Counter[str]], worst: int) -> None:
    """Print one line of figures and the names missed most."""
    total, answered, right, missed = result
    print(f"{title}: {right / total:.3f} of {total} right, {answered / total:.3f} answered")
    for line, count in missed.most_common(worst):
        print(f"  {count:4d} {line}")


def main(worst: int = int(os.environ.get("WORST", "0"))) -> None:
    """Score on every set whose folder is given."""
    if geo := os.environ.get("JALUR_GEO"):
        for name in ("TR-News.xml", "lgl.xml"):
            report(name, score(Path(geo) / name), worst)
    if gold := os.environ.get("JALUR_GOLD"):
        report("names", names(Path(gold)), worst)
