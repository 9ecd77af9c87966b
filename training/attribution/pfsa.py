"""PFSA-ID (sigit-purnomo/pfsa-id): statements in direct quotation and their speakers.

A statement counts as right when the spans agree but for marks and stops; its speaker when it
overlaps a marked one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from jalur.model import Attribution, Report, Span
from jalur.sources import attribute
from training.attribution.running import write
from training.attribution.score import Score, Spans, read

SPEAKERS = ("PERSON", "PERSONCOREF", "ROLE", "AFFILIATION", "CUECOREF")


def measure(data: Path, show: int = 0) -> tuple[Score, Counter[str]]:
    """The statements on PFSA-ID test, and of all how many are met, and with a right speaker.

    Prints the first `show` wrong ones of the first `show` articles.
    """
    score = Score()
    met = Counter[str]()
    for rows in articles(data / "id_pfsa" / "test-data.txt"):
        text, gold = statements(rows)
        doc = read(Report("x", text, "id", body=paragraphs(text)))
        ours = [a for a in attribute(doc) if a.quoted and a.content]
        core = {strip(text, a.content) for a in ours if a.content}
        want = {strip(text, s) for s in gold["STATEMENT"]}
        score.add("statement", want, core)
        meet(met, gold, ours)
        if show > 0:
            tell(text, want, core, show)
            show -= 1
    return score, met


def tell(text: str, want: Spans, core: Spans, most: int) -> None:
    """Print what was missed (-) and what was said beyond (+), with the words around it."""
    for mark, spans in (("-", want - core), ("+", core - want)):
        for a, b in sorted(spans)[:most]:
            print(mark, repr(text[max(0, a - 60) : a]), "|", text[a:b], "|", repr(text[b : b + 50]))


def meet(met: Counter[str], gold: dict[str, list[Span]], ours: list[Attribution]) -> None:
    """Count the statements met at all, and those whose speaker overlaps a gold speaker."""
    named = [span for label in SPEAKERS for span in gold[label]]
    for statement in gold["STATEMENT"]:
        met["all"] += 1
        meeting = [a for a in ours if a.content and a.content.overlaps(statement)]
        met["overlap"] += bool(meeting)
        whos = [a.who for a in meeting if a.who]
        met["speaker"] += any(w.overlaps(n) for w in whos for n in named)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines of a text that are not blank."""
    return tuple(
        Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()
    )


def articles(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The articles of PFSA-ID: rows of token and tag; a blank row ends a sentence."""
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        token, _, tag = line.partition("\t")
        if tag.strip() == "B-ISSUE" and len(rows) > 40:
            cut = max(
                (i for i in range(len(rows) - 25, len(rows)) if rows[i][0].isupper()),
                default=len(rows),
            )
            yield rows[:cut]
            rows = rows[cut:]
        rows.append((token.strip(), tag.strip()))
    yield rows


def statements(
    rows: list[tuple[str, str]],
) -> tuple[str, dict[str, list[Span]]]:
    """An article's text and its labelled spans."""
    text, starts, stops = write(t for t, _ in rows if t)
    labels = ("STATEMENT", "PERSON", "PERSONCOREF", "ROLE", "AFFILIATION", "CUECOREF")
    gold: dict[str, list[Span]] = {k: [] for k in labels}
    tags = [g for t, g in rows if t]
    begin = 0
    for i, tag in enumerate(tags):
        side, _, name = tag.partition("-")
        if side in ("B", "U"):
            begin = i
        if side in ("L", "U") and name in gold:
            gold[name].append(Span(starts[begin], stops[i]))
    return text, gold


def strip(text: str, span: Span) -> tuple[int, int]:
    """A span without marks, stops and blanks at its edges."""
    a, b = span.start, span.end
    drop = " \n\"“”'‘’,.?!"
    while a < b and text[a] in drop:
        a += 1
    while b > a and text[b - 1] in drop:
        b -= 1
    return a, b
