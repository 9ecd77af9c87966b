"""Capitals that a report names by their state are places of it: "in the Qatari capital"."""

from __future__ import annotations

from jalur.grounding.cast import Cast
from jalur.knowledge import capitals


def mark_capitals(cast: Cast) -> None:
    """Name the places of a cast that only the words for a capital tell."""
    for sentence in cast.doc.sentences():
        words = cast.doc.words[sentence.first : sentence.stop]
        for hit in capitals.find(words, cast.doc.language):
            cast.mark_place(hit.first + sentence.first, hit.last + sentence.first, hit.name)
