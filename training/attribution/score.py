"""Spans of characters or tokens, counted against those of a set."""

from __future__ import annotations

from collections import Counter

from jalur import language
from jalur.doc import Doc
from jalur.model import Report

Spans = set[tuple[int, int]]


def read(report: Report) -> Doc:
    """The report with a tree for every sentence."""
    return language.parse(report, lambda lower: True)


class Score:
    """Counts of what is right, said and there."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self.there: Counter[str] = Counter()

    def add(self, name: str, gold: Spans, ours: Spans) -> None:
        """Count one text's spans."""
        self.right[name] += len(gold & ours)
        self.said[name] += len(ours)
        self.there[name] += len(gold)

    def figures(self, name: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of one name, each 0 to 1."""
        precision = self.right[name] / max(self.said[name], 1)
        recall = self.right[name] / max(self.there[name], 1)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)

    def show(self) -> None:
        """Print precision, recall and F1 of each name."""
        for name, there in self.there.items():
            p, r, f = self.figures(name)
            print(f"{name:14} P {p:.3f}  R {r:.3f}  F1 {f:.3f}   ({there} there)")
