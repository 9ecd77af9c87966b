"""From an HTML page to the text of its article."""

from __future__ import annotations

import logging
import re

from jalur.model import UnreadableReport
from jalur.reports import rules
from jalur.reports.decoding import decode, whole_characters
from jalur.reports.markup import blocks, cleaned, plain, shape
from jalur.reports.metadata import facts
from jalur.reports.records import Raw

CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
SHORTEST = 120
"""Characters; with less the extractor has missed the article."""

DATED = 120
"""Visible blocks of a page among which its date line is looked for."""


def raw_of(data: bytes) -> Raw:
    """The article of a page with what the page tells of it; raises UnreadableReport if none."""
    declared = CHARSET.search(data[:4096])
    page = decode(data, declared[1].decode("ascii") if declared else None)
    found = facts(page)
    clean = cleaned(page)
    text = article(page, clean)
    if len(text) < SHORTEST and found.body and len(found.body) > len(text):
        text = found.body
    if not text.strip():
        raise UnreadableReport("no article text found on the page; save the text as .txt")
    return Raw(
        text=whole_characters(text),
        title=found.title,
        published=found.published or visible_date(page, clean),
        outlet=found.outlet,
        byline=found.byline,
        url=found.url,
    )


def article(page: str, clean: str) -> str:
    """The article's text: by trafilatura, or from the bare paragraphs where that is no use.

    A page that is too large, too deep or has overlong tags never reaches trafilatura: it may
    take minutes over one.
    """
    if shape(clean).bearable:
        text = extracted(clean)
        if len(text) >= SHORTEST:
            return text
    else:
        text = ""
    bare = plain(clean)
    return bare if len(bare) > len(text) else text


def extracted(page: str) -> str:
    """What trafilatura takes for the article, "" if nothing."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(
            page, fast=True, include_comments=False, include_tables=False, include_links=False
        )
    except Exception:  # a page that breaks the extractor has its paragraphs read instead
        return ""
    return text or ""


def visible_date(page: str, clean: str) -> str | None:
    """The date line among a page's visible lines, with no doubt between day and month."""
    indonesian = re.search(r"<html[^<>]{0,300}lang\s*=\s*[\"']?(?:id|in)\b", page[:5000], re.I)
    for _, text in blocks(clean[:400_000])[:DATED]:
        if len(text) <= 200:
            stamp = rules.date_line(text, day_first=indonesian is not None)
            if stamp is not None and stamp.day is not None:
                return text[stamp.start : stamp.end]
    return None
