"""PolNeAR as paragraphs of CofeNet (cofe-ai/CofeNet, res/polnear).

Source, cue and content count as right when both ends agree.
"""

from __future__ import annotations

import json
from pathlib import Path

from jalur.doc import Doc
from jalur.model import Report, Span
from jalur.sources import attribute
from training.attribution.running import write
from training.attribution.score import Score, Spans, read

LABELS = ("source", "cue", "content")
AUXILIARIES = frozenset(
    {"has", "have", "had", "is", "are", "was", "were", "will", "would", "also", "n't", "not", "be"}
    | {"did", "does", "do", "been", "being", "can", "could", "repeatedly", "then", "further"}
)


def measure(data: Path, show: int = 0) -> Score:
    """Exact spans on PolNeAR dev; prints the first `show` paragraphs that are not all right."""
    score = Score()
    for line in (data / "cofenet_splits" / "valid.txt").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = bio(row["labels"])
        text, starts, stops = write(row["tokens"])
        doc = read(Report("x", text, "en", body=(Span(0, len(text)),)))
        ours = in_tokens(doc, starts, stops)
        for name in LABELS:
            score.add(name, gold[name], ours[name])
        if show > 0 and gold != ours:
            show -= 1
            tell(row["tokens"], gold, ours)
    return score


def tell(tokens: list[str], gold: dict[str, Spans], ours: dict[str, Spans]) -> None:
    """Print what was missed (-) and what was said beyond (+)."""
    print("\n" + " ".join(tokens))
    for name in LABELS:
        for mark, spans in (("-", gold[name] - ours[name]), ("+", ours[name] - gold[name])):
            for a, b in sorted(spans):
                print("  ", mark, name, "|", " ".join(tokens[a:b]))


def bio(labels: list[str]) -> dict[str, Spans]:
    """The spans of a row of BIO labels, ends excluded."""
    found: dict[str, Spans] = {"source": set(), "cue": set(), "content": set()}
    begin = 0
    for i, label in enumerate([*labels, "O"]):
        if i and labels[i - 1] != "O" and not label.startswith("I-"):
            found[labels[i - 1][2:]].add((begin, i))
        if label.startswith("B-"):
            begin = i
    return found


def in_tokens(doc: Doc, starts: list[int], stops: list[int]) -> dict[str, Spans]:
    """Our spans in the set's tokens, with its conventions: "that" belongs to the content, the
    auxiliaries and a colon to the cue, the comma that closes an apposition to the source."""

    def tokens(span: Span) -> tuple[int, int]:
        inside = [
            i
            for i, (a, b) in enumerate(zip(starts, stops, strict=True))
            if a < span.end and span.start < b
        ]
        return inside[0], inside[-1] + 1

    lower = [doc.text[a:b].lower() for a, b in zip(starts, stops, strict=True)]
    found: dict[str, Spans] = {"source": set(), "cue": set(), "content": set()}
    for a in attribute(doc):
        if a.who:
            first, stop = tokens(a.who)
            closed = "," in lower[first:stop] and stop < len(lower) and lower[stop] == ","
            found["source"].add((first, stop + closed))
        if a.cue:
            first, stop = tokens(a.cue)
            while first and lower[first - 1] in AUXILIARIES:
                first -= 1
            if stop < len(lower) and lower[stop] == ":":
                stop += 1
            found["cue"].add((first, stop))
        if a.content:
            first, stop = tokens(a.content)
            if first and lower[first - 1] in ("that", "to"):
                first -= 1
            found["content"].add((first, stop))
    return found
