"""Reading of HTML that no page can stall: one pass over its tags, no tree."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from jalur.reports.words import listed

TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
TOKEN = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>|([^<]+)|<")
ATTRIBUTE = re.compile(r"([\w:.-]{1,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
VOID = frozenset(listed("area base br col embed hr img input link meta source track wbr"))
OPTIONAL = frozenset(listed("p li td tr th dd dt option thead tbody tfoot colgroup html body head"))
"""Elements whose end tag may be left out; their number says nothing of depth."""
SKIPPED = frozenset(
    listed(
        "nav header footer aside form figure figcaption noscript button select iframe title "
        "menu template dialog object video audio canvas math"
    )
)
BLOCKS = frozenset(
    listed(
        "p div section article main br li ul ol h1 h2 h3 h4 h5 h6 blockquote tr table td th pre hr "
        "address dl dt dd center body"
    )
)

MOST_TEXT = 1_000_000
DEEPEST, MOST_TAGS, LONGEST_TAG, LONGEST_PAGE = 200, 12_000, 20_000, 2_000_000
"""Limits for the article extractor. Measured: of twelve odd pages at these limits the worst (11,000
unclosed paragraphs) took it .8 s of CPU time; news pages have 500 to 5,000 tags, 20 to 40 deep."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How large and how deep a page is."""

    size: int
    tags: int
    depth: int
    longest: int

    @property
    def bearable(self) -> bool:
        """Whether the article extractor can be trusted with the page."""
        return (
            self.size <= LONGEST_PAGE
            and self.tags <= MOST_TAGS
            and self.depth <= DEEPEST
            and self.longest <= LONGEST_TAG
        )


def without(page: str, element: str) -> str:
    """`page` without the elements of a name and all that they hold; an unclosed one to the end."""
    low = page.lower() if len(page.lower()) == len(page) else page
    opening, closing = (f"<{element}", f"</{element}") if element != "!--" else ("<!--", "-->")
    kept: list[str] = []
    at = 0
    while (start := low.find(opening, at)) >= 0:
        kept.append(page[at:start])
        end = low.find(closing, start + len(opening))
        if end < 0:
            return "".join(kept)
        stop = low.find(">", end)
        at = stop + 1 if stop >= 0 else len(page)
    kept.append(page[at:])
    return "".join(kept)


def cleaned(page: str) -> str:
    """`page` without scripts, styles, drawings and comments."""
    for element in ("!--", "script", "style", "svg"):
        page = without(page, element)
    return page


def shape(page: str) -> Shape:
    """Count and measure the tags of a page."""
    tags = depth = deepest = longest = 0
    for found in TAG.finditer(page):
        tags += 1
        closing, name, attributes = found.groups()
        longest = max(longest, len(attributes))
        name = name.lower()
        if name in VOID or name in OPTIONAL or attributes.endswith("/"):
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
        if tags > MOST_TAGS:
            break
    return Shape(len(page), tags, deepest, longest)


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, values without entities."""
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
        for found in ATTRIBUTE.finditer(tag[:4000])
    }


def blocks(page: str, skip: frozenset[str] = SKIPPED) -> list[tuple[str, str]]:
    """The visible paragraphs of a cleaned page, each with the name of its element.

    Ends after `MOST_TEXT` characters: no report is as long.
    """
    found: list[tuple[str, str]] = []
    current: list[str] = []
    name, skipped, seen = "", 0, 0

    def close(following: str) -> None:
        nonlocal name
        text = " ".join(html.unescape("".join(current)).split())
        if text:
            found.append((name, text))
        current.clear()
        name = following

    for token in TOKEN.finditer(page):
        ending, tag, text = token.groups()
        if tag is None:
            if not skipped:
                current.append(text or token.group())
                seen += len(current[-1])
            if seen > MOST_TEXT:
                break
            continue
        tag = tag.lower()
        if tag in skip:
            skipped = max(0, skipped - 1) if ending else skipped + 1
        elif tag in BLOCKS:
            close("" if ending else tag if tag != "br" else name)
    close("")
    return found


def plain(page: str) -> str:
    """The text of a page's paragraphs, or of all its blocks where it has none to speak of."""
    every = blocks(page) or blocks(page, frozenset())
    paragraphs = [text for name, text in every if name == "p"]
    if sum(map(len, paragraphs)) >= 200:
        return "\n".join(paragraphs)
    return "\n".join(text for _, text in every)
