"""Direct quotation: which marks open, which close, and which quoted words are speech.

Marks of all kinds are paired within a paragraph by the white space around them, then by their
shape, then by turn. A quotation that is not closed runs to the end of its paragraph when the next
one opens with a mark again (the press's way over paragraphs), or when it stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jalur.doc import Doc

DOUBLE = frozenset({'"', "“", "”", "„", "«", "»", "‟", "``", "''", "″", "＂", "❝", "❞"})
SINGLE = frozenset({"'", "‘", "’", "‚", "‹", "›", "`"})
OPENING = frozenset("“„«‘‹❝") | {"``"}
CLOSING = frozenset("”»’›❞") | {"''"}
STOPS = frozenset({",", ".", "?", "!", "…", "...", "..", ";", "-", "–", "—", "--"})
FEW = 6
"""Quoted words from which on a quotation without closing punctuation is speech, not a term."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of marks: tokens `open` and `close` (the marks, or the last word if not closed)."""

    open: int
    close: int
    paragraph: int
    speech: bool

    @property
    def first(self) -> int:
        """The first quoted token."""
        return self.open + 1


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The quotations of a report in text order; those within others are left out."""
    found: list[Quotation] = []
    spans = list(paragraphs(doc))
    for number, (first, stop) in enumerate(spans):
        after = doc.words[spans[number + 1][0]] if number + 1 < len(spans) else ""
        outer = list(pair(doc, first, stop, DOUBLE, after))
        covered = {i for a, b in outer for i in range(a, b + 1)}
        inner = [(a, b) for a, b in pair(doc, first, stop, SINGLE, "") if not covered & {a, b}]
        for a, b in sorted(outer + inner):
            if b > a + 1:
                found.append(Quotation(a, b, number, is_speech(doc, a, b)))
    return tuple(found)


def paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """First token and one past the last of each paragraph."""
    first = 0
    for s, (_, stop) in enumerate(doc.bounds):
        last = s + 1 == len(doc.bounds)
        if last or (doc.paragraph and doc.paragraph[s + 1] != doc.paragraph[s]):
            yield first, stop
            first = stop


def pair(
    doc: Doc, first: int, stop: int, marks: frozenset[str], after: str
) -> Iterator[tuple[int, int]]:
    """The pairs of marks in a paragraph; `after` is the first word of the next one."""
    begun: int | None = None
    for i in range(first, stop):
        if doc.words[i] not in marks:
            continue
        role = side(doc, i, first, stop)
        if begun is None:
            if role != "close":
                begun = i
        elif role == "open" and marks is DOUBLE and i > begun + 1:
            yield begun, i - 1
            begun = i
        else:
            yield begun, i
            begun = None
    alone = begun is not None and stop - begun > FEW
    if begun is not None and marks is DOUBLE and (after in marks or alone):
        yield begun, stop - 1


def side(doc: Doc, i: int, first: int, stop: int) -> str:
    """Whether the mark at `i` opens, closes, or could do either."""
    word = doc.words[i]
    left = i > first and doc.end[i - 1] == doc.start[i]
    right = i + 1 < stop and doc.end[i] == doc.start[i + 1]
    if word in ("``", "''"):
        return "open" if word == "``" else "close"
    if right and not left:
        return "open"
    if left and not right:
        return "close"
    if left and doc.words[i - 1] in ("(", "[", "—", "–", "-", "“", "‘"):
        return "open"
    if right and doc.words[i + 1] in STOPS | {")", "]", ":"}:
        return "close"
    if word in OPENING:
        return "open"
    return "close" if word in CLOSING and word != "’" else "either"


def is_speech(doc: Doc, a: int, b: int) -> bool:
    """Whether the quoted words are somebody's speech rather than a term, a title or a nickname."""
    inside = [w for w in doc.words[a + 1 : b + 1] if w[:1].isalnum()]
    ended = doc.words[b - 1] in STOPS or (b + 1 < len(doc) and doc.words[b + 1] == ",")
    begins = b - 1 > a and doc.words[a + 1][:1].isupper()
    return len(inside) >= FEW or (ended and begins and len(inside) >= 1)
