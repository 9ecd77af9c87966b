"""Trains what tells news of public life from sport, entertainment and technology, by words alone.

`python -m training.topics` reads the articles of id_indosum, leaves out those that `inventions`
counts, those that `weighing` learns from and the coded reports, and fits a logistic regression
over the words written small. The tables that weigh mentions build on this one.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from jalur.grounding import topics
from training.inventions import CATEGORIES, chosen
from training.weighing import KEPT_APART, OTHERS, USED

NEWS = "tajuk utama"
GOLD = (Path("../shared/gold/train"), Path("../shared/gold/dev"))
STRENGTH = 3.0
LEAST = 10
"""A word must stand in as many articles to get a weight."""
KEPT = 1500
"""How many of the strongest words the table keeps."""
TABLE = Path("src/jalur/data/models/topics.json")


def main() -> None:
    """Train, print the accuracy on every fifth article, write the table."""
    rows = articles(OTHERS)
    held, rest = rows[::5], [r for i, r in enumerate(rows) if i % 5]
    print(f"{len(rows)} articles, accuracy on every fifth {accuracy(fit(rest), held):.3f}")
    table = {"id": fit(rows)}
    TABLE.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


Row = tuple[set[str], bool]


def articles(path: Path) -> list[Row]:
    """The words of each article, and whether it is news of public life."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    other = chosen([r for r in rows if r["category"] in CATEGORIES], len(rows))[KEPT_APART + USED :]
    coded = {opening(t) for folder in GOLD for t in texts_in(folder)}
    news = [r for r in rows if r["category"] == NEWS and opening(r["text"]) not in coded]
    found = [(words_in(r), r["category"] == NEWS) for r in (*other, *news)]
    return sorted(found, key=lambda row: len(row[0]))


def texts_in(folder: Path) -> list[str]:
    """The texts of the coded reports of a folder."""
    files = sorted(folder.glob("*.json"))
    return [json.loads(f.read_text(encoding="utf-8"))["report"].get("text", "") for f in files]


def opening(text: str) -> str:
    """Letters by which two copies of one article are known."""
    return re.sub(r"\W", "", text)[60:140]


def words_in(row: dict[str, Any]) -> set[str]:
    """The distinct words written small of an article."""
    return topics.words_of(re.findall(r"\w+", row["text"]))


def fit(rows: list[Row]) -> dict[str, Any]:
    """The weights of the strongest words."""
    counts = Counter(w for words, _ in rows for w in words)
    vectors = DictVectorizer()
    known = vectors.fit_transform(
        [{w: 1 / math.sqrt(len(ws)) for w in ws if counts[w] >= LEAST} for ws, _ in rows]
    )
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(known, [news for _, news in rows])
    weights = dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    strongest = sorted(weights, key=lambda w: -abs(weights[w]))[:KEPT]
    return {
        "trained_on": f"{len(rows)} articles of id_indosum",
        "bias": round(float(model.intercept_[0]), 3),
        "weights": {w: round(weights[w], 2) for w in sorted(strongest)},
    }


def accuracy(table: dict[str, Any], rows: list[Row]) -> float:
    """The share of articles judged rightly by a table."""
    real = topics.table
    topics.table = lambda: {"id": table}  # type: ignore[assignment]
    try:
        chances = [topics.public_life(sorted(words), "id") or 0.0 for words, _ in rows]
    finally:
        topics.table = real
    return sum((c >= 0.5) == news for c, (_, news) in zip(chances, rows, strict=True)) / len(rows)


if __name__ == "__main__":
    main()
