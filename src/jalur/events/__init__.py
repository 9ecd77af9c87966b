"""The room where a parsed report's words become mentions of events and of harm.

`find` goes through the sentences: words of the lexicon are triggers (`triggers`), the tree around
them gives who and whom (`arguments`), operators give whether it happened (`status`), and what
stands inside a request or a threat is marked as its content (`content`). `count` finds the numbers
of people harmed (`tolls`).
"""

from __future__ import annotations

from jalur.doc import Doc
from jalur.events.content import mark_content
from jalur.events.mentions import mentions_in
from jalur.events.tolls import counts_in
from jalur.model import Mention, Toll

__all__ = ["count", "find"]


def find(doc: Doc) -> tuple[Mention, ...]:
    """Every mention of an event in the parsed sentences of `doc`, in text order."""
    found: list[Mention] = []
    for sentence in doc.sentences():
        if sentence.parsed:
            found += mark_content(doc, mentions_in(doc, sentence))
    return tuple(found)


def count(doc: Doc) -> tuple[Toll, ...]:
    """Every count of people harmed in the parsed sentences of `doc`, in text order."""
    return tuple(counts_in(doc))
