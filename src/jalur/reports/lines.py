"""The lines of a text as spans, and the paragraphs of a text that was wrapped by hand."""

from __future__ import annotations

import re
from itertools import pairwise

from jalur.model import Span

LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
INVISIBLE = " \t\xa0\x00\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u00ad\u2028"
TERMINAL = (".", "!", "?", "…", '."', ".”", "!”", "?”", '!"', '?"', ".'", ".’", ".)", '",', "”")


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space and invisible characters at its ends, None if none is left."""
    while start < end and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return Span(start, end) if start < end else None


def finished(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return line.rstrip().endswith(TERMINAL)


def lines(text: str) -> list[Span]:
    """The lines of `text` that hold anything; lines wrapped by hand are joined to paragraphs."""
    blocks: list[list[Span]] = [[]]
    last = 0
    for found in LINE.finditer(text):
        span = trimmed(text, found.start(), found.end())
        if span is None:
            continue
        if len(re.findall(r"\r\n|[\n\r]", text[last : span.start])) > 1:
            blocks.append([])
        blocks[-1].append(span)
        last = span.end
    blocks = [block for block in blocks if block]
    if wrapped(text, blocks):
        return [Span(block[0].start, block[-1].end) for block in blocks]
    return [span for block in blocks for span in block]


def wrapped(text: str, blocks: list[list[Span]]) -> bool:
    """Whether lines were broken at a width: most breaks stand inside sentences."""
    inner = [(a, b) for block in blocks for a, b in pairwise(block)]
    if len(inner) < 4 or len(blocks) < 2:
        return False
    broken = sum(
        40 <= a.end - a.start <= 110
        and not finished(text[a.start : a.end])
        and text[b.start] not in "-*•[("
        for a, b in inner
    )
    lower = sum(text[b.start].islower() for _, b in inner)
    return broken >= 0.6 * len(inner) and lower >= 0.3 * len(inner)
