"""Ships of navies and coast guards by name: "BRP Cabra", later "the Cabra", are their state's.

Their names are often those of towns and people, so that they are read before either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from jalur.doc import Doc
from jalur.knowledge.actors import Hit

PREFIXES = {
    *("USS", "USNS", "USCGC", "HMS", "HMAS", "INS", "KRI", "BRP", "HTMS", "ROKS", "TCG", "SLNS"),
    *("IRIS", "HNLMS"),
}
"""What stands before the names of ships of the states that `national.yaml` gives them to."""

LONGEST = 3
"""Most words of a ship's name."""


def ships(doc: Doc, known: Mapping[int, Hit]) -> Iterator[tuple[int, int, Hit]]:
    """First and last token of every name of a ship, with its state's forces."""
    named: dict[str, Hit] = {}
    for k, hit in known.items():
        if hit.form not in PREFIXES or k != hit.last:
            continue
        last = k
        while last + 1 < len(doc) and last - k < LONGEST and is_name(doc, last + 1):
            last += 1
        if last > k:
            own = replace(hit, last=last)
            yield hit.first, last, own
            named.setdefault(doc.words[k + 1], own)
    for k, word in enumerate(doc.words):
        if word in named and k not in known and doc.words[k - 1] not in PREFIXES:
            yield k, k, replace(named[word], first=k, last=k)


def is_name(doc: Doc, k: int) -> bool:
    """Whether a token can be part of a name, in the sentence of the one before it."""
    same = doc.sentence_of[k] == doc.sentence_of[k - 1]
    return same and doc.words[k][:1].isupper() and doc.words[k].isalpha()
