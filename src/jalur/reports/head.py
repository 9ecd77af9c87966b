"""What stands on a page ahead of the story: title, deck, captions, byline and date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from jalur.model import Span
from jalur.reports import datelines, rules, stamps
from jalur.reports.lines import finished, trimmed
from jalur.reports.words import alternatives, words

HEAD_LINES = 14
HEAD_SHARE = 0.5
HEAD_WORDS = 70
"""Title, deck, captions, byline and date stand in the first lines and hold few sentences."""

SHORT = 25
"""Words of a headline or a caption without a full stop, at most."""


@dataclass(slots=True)
class Line:
    """One line of the page, with the kind of furniture it was found to be."""

    span: Span
    text: str
    kind: str | None

    @property
    def size(self) -> int:
        """Its number of words."""
        return len(self.text.split())

    @property
    def loose(self) -> bool:
        """Whether it is short and ends as no sentence does: a headline, a caption, a label."""
        ends = self.text.rstrip()[-1:]
        return self.size <= SHORT and not finished(self.text) and ends not in ":;,-–—"


def split_head(text: str, spans: list[Span], day_first: bool) -> list[Span]:
    """Part caption, byline and date from the story where all stand on one line."""
    parted: list[Span] = []
    for n, span in enumerate(spans):
        pieces = [span]
        if n < 3 and span.start < 900 and span.end - span.start > 160:
            pieces = head_pieces(text, span, day_first)
        parted += pieces
    return parted


def head_pieces(text: str, span: Span, day_first: bool) -> list[Span]:
    """The parts of a line that has a date with a clock time between caption and story."""
    stamp = stamps.find(text, span.start, min(span.end, span.start + 700), day_first)
    if stamp is None or stamp.clock is None or span.end - stamp.end < 80:
        return [span]
    weekday = alternatives(words().weekdays)
    before = re.sub(rf"\b(?:{weekday})\b,?\s*$", "", text[span.start : stamp.start], flags=re.I)
    if before.strip() and not re.search(r"[•|·–—:.!?)\"”\]-]\s*$", before):
        return [span]
    if not re.match(r"\s+[(\[]?[A-Z\"“‘]", text[stamp.end : span.end]):
        return [span]
    name = re.search(
        r"(?:^|[.!?)”\"\]]\s+)((?:[A-Z][\w.'’-]*+[\s,/]*+){1,6}[-–—|•·,:\s]*+)$", before
    )
    middle = span.start + (name.start(1) if name else len(before))
    cut = (span.start, middle, stamp.end, span.end)
    parts = [trimmed(text, a, b) for a, b in pairwise(cut)]
    return [part for part in parts if part is not None]


def mark_head(page: list[Line], text: str, title: str | None) -> None:
    """Mark title, deck and captions ahead of the story."""
    anchor = head_end(page, text)
    titled = same_title(page, title)
    loose = 0
    for n, line in enumerate(page[:-1]):
        if line.kind is not None:
            continue
        if n > anchor and not any(other.kind is None for other in page[n + 1 :]):
            break
        if datelines.alone(line.text):
            line.kind = "dateline"
            continue
        caption = rules.credited(line.text) and line.size <= rules.LONG
        if n > anchor and not caption and (not line.loose or loose == 3):
            break
        if n > anchor and datelines.find(text, line.span.start, line.span.end, False):
            break
        loose += n > anchor
        line.kind = head_kind(line, titled, caption)
        titled = titled or line.kind == "title"
    prefer_headline(page)


def prefer_headline(page: list[Line]) -> None:
    """Take a section's or an outlet's name for no title where a headline follows it."""
    told = [line for line in page[:HEAD_LINES] if line.kind in ("title", "caption")]
    if not told or told[0].kind != "title" or told[0].size > 2:
        return
    for line in told[1:]:
        if line.size >= 4 and not rules.credited(line.text):
            told[0].kind, line.kind = "boilerplate", "title"
            return


def head_kind(line: Line, titled: bool, caption: bool) -> str:
    """The kind of an unmarked line ahead of the story."""
    if caption:
        return "caption"
    if titled and line.size <= 3 and datelines.alone(f"{line.text} -") and line.text.isupper():
        return "dateline"
    if not titled and line.size <= 2 * SHORT:
        return "title"
    longest = 8 if " in " in line.text else 4
    if rules.capitalised(line.text, longest) and not finished(line.text):
        return "byline"
    return "caption"


def same_title(page: list[Line], title: str | None) -> bool:
    """Mark the line that repeats the known title; whether there is a known title."""
    if not title:
        return False
    wanted = re.sub(r"\W+", " ", title.lower()).strip()
    for line in page[:HEAD_LINES]:
        if line.kind is None and re.sub(r"\W+", " ", line.text.lower()).strip() == wanted:
            line.kind = "title"
            break
    return True


def head_end(page: list[Line], text: str) -> int:
    """Index of the last line that surely stands ahead of the story, -1 if none."""
    total = sum(line.size for line in page if line.kind is None)
    before = told = 0
    anchor = -1
    for n, line in enumerate(page[:HEAD_LINES]):
        if before > HEAD_SHARE * total or told > HEAD_WORDS:
            break
        if line.kind in ("date", "byline") and before < total:
            anchor = n
        if line.kind is not None:
            continue
        found = datelines.find(text, line.span.start, line.span.end, False)
        if found is not None:
            return n - 1
        before += line.size
        if finished(line.text) and not rules.credited(line.text):
            told += line.size
    return anchor
