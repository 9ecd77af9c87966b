"""Furniture inside paragraphs: links to other stories, credits, the initials of editors."""

from __future__ import annotations

import re

from jalur.model import Furniture, Span
from jalur.reports import rules
from jalur.reports.words import alternatives, listed, words

EMBED = re.compile(
    r"\[+/?(?:gambas|video|img|foto|image|embed|caption|ads|iklan|youtube|instagram|twitter)\b[^\]]{0,80}\]+",
    re.IGNORECASE,
)
INITIALS = re.compile(r"\s*[(\[](?:[a-z]{1,10}(?:\s?[/\-]\s?[a-z]{1,10}){1,3}|[a-z]{2,4})[)\]]\s*$")
"""Editors' initials at the end of a paragraph: "(ugo/djm)", "[sau]"."""
SIGNATURE = re.compile(
    r"(?<=[.!?\"”’'])\s*[(\[]\s*(?:\*\s*/\s*)?[A-Za-z*][\w.*\-' ]{0,24}"
    r"(?:\s?/\s?[\w.*\-' ]{1,20}){0,4}[)\]][^\w]*$|(?<=[.!?\"”])\s*\*+\s*$"
)
"""Anything short in brackets after the last full stop: "(Uu. H-RF/I015)", "(rinaldi/tri)"."""
WIDEST = 300
"""Characters of a headline, at most."""
SMALL = frozenset(
    listed(
        "di ke dari dan yang untuk dengan pada oleh atau vs of the in on to for a an and at by"
        " from as"
    )
)


def cuts(text: str, span: Span, last: bool) -> list[Furniture]:
    """The furniture inside the paragraph `span`, in order; `last`: it ends the story."""
    found = links(text, span)
    line = text[span.start : span.end]
    if "[" in line:
        found += [
            Furniture("boilerplate", Span(m.start(), m.end()))
            for m in EMBED.finditer(text, span.start, span.end)
        ]
    if line[-1:] not in ")].*":
        return disjoint(found)
    end = INITIALS.search(line[-60:]) or (SIGNATURE.search(line[-120:]) if last else None)
    credit = rules.bracket_credit(line) if last and end is None else None
    for match, kind in ((end, "byline"), (credit, "credit")):
        if match is not None:
            start = span.end - len(match.string) + match.start()
            start += len(match.group()) - len(match.group().lstrip())
            found.append(Furniture(kind, Span(start, span.end)))
    return disjoint(found)


def disjoint(found: list[Furniture]) -> list[Furniture]:
    """The pieces in order, those that overlap an earlier one left out."""
    kept: list[Furniture] = []
    for piece in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if piece.span.start < piece.span.end and (
            not kept or kept[-1].span.end <= piece.span.start
        ):
            kept.append(piece)
    return kept


def links(text: str, span: Span) -> list[Furniture]:
    """Links to other stories inside a paragraph."""
    low = text[span.start : span.end].lower()
    if len(low) != span.end - span.start or not any(
        cue in low for cue in (*words().inline, "(baca", "[baca")
    ):
        return []
    cue = re.compile(
        rf"[(\[]\s*(?:{alternatives(words().inline)}|baca|simak|read)\b\s*:?[^)\]]{{3,200}}[)\]]"
        rf"|(?:(?<=[.!?\"”’)\]])\s+|^)(?P<open>(?:{alternatives(words().inline)})\s*[:|»–—-]+\s*)",
        re.IGNORECASE,
    )
    found = []
    at = span.start
    while match := cue.search(text, at, span.end):
        start, end = match.span()
        if match["open"]:
            start, end = match.start("open"), headline_end(text, match.end(), span.end)
            end = start + len(text[start:end].rstrip())
        found.append(Furniture("related", Span(start, end)))
        at = max(end, match.end())
    return found


def headline_end(text: str, start: int, end: int) -> int:
    """Where a headline that starts at `start` is over, with no mark between it and the story.

    Headlines capitalise all words but small ones; the sentence after it has only its first word
    so. So the headline ends before the last capitalised word ahead of the first ordinary one.
    """
    reach = min(end, start + WIDEST)
    stop = re.compile(r"[.!?](?=\s+[A-Z\"“])|\n").search(text, start, reach)
    limit = stop.end() if stop else reach
    previous = start
    for word in re.finditer(r"\S+", text[start:limit]):
        token = word.group().strip("\"'“”‘’(),:;?!")
        if token and token[0].islower() and token not in SMALL and "-" not in token:
            if previous > start:
                return max(start, previous)
            break
        if token and token not in SMALL:
            previous = start + word.start()
    return limit
