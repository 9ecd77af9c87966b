"""What on a page is the story, and what is furniture around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jalur.model import Furniture, Span
from jalur.reports import datelines, inline, outlets, rules, stamps
from jalur.reports.head import HEAD_LINES, Line, mark_head, split_head
from jalur.reports.lines import lines, trimmed
from jalur.reports.words import words


@dataclass(frozen=True, slots=True)
class Layout:
    """The story's passages, what was set aside, and what that tells of the report."""

    body: tuple[Span, ...]
    furniture: tuple[Furniture, ...]
    title: str | None
    byline: str | None
    dateline: str | None
    outlet: str | None
    stamp: stamps.Stamp | None


def lay_out(text: str, day_first: bool = True, title: str | None = None) -> Layout:
    """Set the furniture of a page's text apart from its story.

    `title` is the headline where the file tells it; `day_first` as in `stamps.find`.
    """
    page = [
        Line(span, span.cut(text), rules.kind_of(span.cut(text), day_first))
        for span in split_head(text, lines(text), day_first)
    ]
    mark_head(page, text, title)
    mark_links(page)
    mark_tail(page)
    keep_something(page)
    return assemble(text, page, day_first, title)


def mark_links(page: list[Line]) -> None:
    """Mark the headlines below a line like "Baca juga:", and captions between paragraphs."""
    alone = words().related_alone
    for n, line in enumerate(page):
        if line.kind == "related" and alone.match(line.text.lstrip("[(>»*•- ")):
            for other in page[n + 1 : n + 7]:
                if other.kind is None and not other.loose:
                    break
                other.kind = other.kind or "related"
        if line.kind is None and line.size <= 45 and rules.caption(line.text):
            line.kind = "caption"


def mark_tail(page: list[Line]) -> None:
    """Mark the headlines left after the report's last furniture: links to other stories."""
    first = len(page)
    while first and (page[first - 1].kind is not None or page[first - 1].loose):
        first -= 1
    seen = first == 0
    for line in page[first:]:
        if line.kind in ("byline", "related", "boilerplate", "credit") and first:
            seen = True
        elif line.kind is None and seen and first:
            line.kind = "related"


def keep_something(page: list[Line]) -> None:
    """Take lines back into the story if all of them were set aside."""
    for kinds in (("caption",), ("title",), ("credit", "related", "byline")):
        if any(line.kind is None for line in page):
            return
        for line in page:
            if line.kind in kinds and line.size > 2:
                line.kind = None


def assemble(text: str, page: list[Line], day_first: bool, title: str | None) -> Layout:
    """Cut dateline, links and initials out of the story and gather what the page tells."""
    furniture: list[Furniture] = []
    body: list[Span] = []
    place = outlet = None
    stamp: stamps.Stamp | None = None
    story = [line for line in page if line.kind is None]
    for line in page:
        if line.kind is not None:
            furniture += set_aside(line, day_first)
            parts = datelines.alone(f"{line.text} -") if line.kind == "dateline" else None
            if parts is not None:
                place, outlet = parts.place, parts.outlet
            continue
        at = line.span.start
        found = datelines.find(text, at, line.span.end, line is story[0])
        if found is not None:
            furniture.append(Furniture("dateline", stripped(text, at, found.end)))
            at = found.end
            if place is None and outlet is None:
                place, outlet, stamp = found.place, found.outlet, found.stamp
        pieces = inline.cuts(text, Span(at, line.span.end), line is story[-1])
        furniture += pieces
        for piece in (*pieces, Furniture("", Span(line.span.end, line.span.end))):
            left = trimmed(text, at, piece.span.start)
            if left is not None and any(c.isalnum() for c in left.cut(text)):
                body.append(left)
            at = piece.span.end
    return Layout(
        tuple(body),
        tuple(sorted(furniture, key=lambda f: f.span)),
        title or first_of(text, furniture, "title"),
        name_of(text, furniture),
        place,
        outlet or outlet_of(page),
        published_stamp(page, day_first) or stamp,
    )


def stripped(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; never empty here."""
    return trimmed(text, start, end) or Span(start, end)


def set_aside(line: Line, day_first: bool) -> list[Furniture]:
    """The furniture of a marked line: a byline with a date is told as both."""
    stamp = rules.date_line(line.text, day_first) if line.kind == "date" else None
    if stamp is None:
        return [Furniture(line.kind or "boilerplate", line.span)]
    name = re.match(r"[^\W\d_][^|•·\d:]*?(?=\s*(?:[|•·–—-]|$))", line.text[: stamp.start].strip())
    text = name.group().strip(" ,;-–—") if name else ""
    if not rules.capitalised(text, 6) or text.lower() in words().weekdays or outlets.named(text):
        return [Furniture("date", line.span)]
    if text.lower().startswith(words().published + words().updated):
        return [Furniture("date", line.span)]
    start = line.span.start + line.text.index(text)
    rest = Span(line.span.start + stamp.start, line.span.end)
    return [Furniture("byline", Span(start, start + len(text))), Furniture("date", rest)]


def first_of(text: str, furniture: list[Furniture], kind: str) -> str | None:
    """The characters of the first furniture of a kind."""
    found = [f.span for f in furniture if f.kind == kind]
    return min(found).cut(text) if found else None


def name_of(text: str, furniture: list[Furniture]) -> str | None:
    """The first byline that names a person, without its label."""
    for span in sorted(f.span for f in furniture if f.kind == "byline"):
        line = span.cut(text)
        if line[0] in "([":
            continue
        label = words().byline.match(line)
        name = (line[label.end() :] if label else line).strip(" ()[]*")
        if name and not outlets.known(name) and name.lower() not in words().whole:
            return name
    return None


def outlet_of(page: list[Line]) -> str | None:
    """The outlet that a byline or date line ahead of the story names."""
    for line in page[:HEAD_LINES]:
        if line.kind in ("date", "byline"):
            for piece in re.split(r"\s+[-–—|•·]\s+|,\s+|\s*[|•·]\s*", line.text):
                if outlets.known(piece):
                    return outlets.known(piece)
    return None


def published_stamp(page: list[Line], day_first: bool) -> stamps.Stamp | None:
    """The date of publication among the page's date lines: the first that is no update."""
    dated = [
        (line, stamp)
        for line in page
        if line.kind == "date" and (stamp := rules.date_line(line.text, day_first)) and stamp.day
    ]
    updated = words().updated
    dated.sort(key=lambda pair: any(word in pair[0].text.lower() for word in updated))
    return dated[0][1] if dated else None
