"""Which reports are one text: copies, shortened copies, translations, texts of a named agency.

Copies are found by MinHash over shingles of three folded words (Broder 1997) and verified on the
shingles themselves. Translations share numbers and names but no words. What stands in thirty
outlets and came from one agency is one origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jalur.days import number
from jalur.knowledge.media import LONGEST, find_outlet, outlet_at
from jalur.knowledge.terms import folded

SHINGLE = 3
"""Words of a shingle."""

PERMUTATIONS, BANDS = 120, 40
"""40 bands of 3: two texts of which half the shingles are shared meet with probability .995."""

SEED = 20240223
LEAST_SHINGLES, SHORT = 4, 15
"""A text with fewer shingles says too little to be called a copy; a short one, such as a headline,
is one only if nearly all of it is the same."""

COPIED, COPIED_SHORT = 0.6, 0.9
"""Share of the shorter text's shingles that stands in the longer one from which on it is a copy."""

RELAYED, TRANSLATED = 0.2, 0.7
"""Share of the names and numbers of the poorer text that stand in the other from which on it is a
translation: when it names the other's outlet as its source, and when it does not."""

LEAST_NAMES = 6
NEAR = 3
"""Days between two reports beyond which likeness is quotation of an old text, not a copy."""

HEAD, TAIL = 90, 60
"""Characters at a text's beginning and end where agencies are credited."""

NAME = re.compile(r"[^\W\d_][\w'’-]+|\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Text:
    """A report as its copies are looked for. `credit` is the agency that it names as its own."""

    report: str
    language: str
    outlet: str | None
    day: str | None
    text: str
    credit: str | None


def bands(text: str) -> tuple[str, ...]:
    """The keys under which a text's near copies are found."""
    from rensa import RMinHash

    pieces = shingles(text)
    if len(pieces) < LEAST_SHINGLES:
        return ()
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(pieces))
    numbers = sketch.digest()
    rows = PERMUTATIONS // BANDS
    return tuple(
        f"{b}:" + "-".join(f"{n:x}" for n in numbers[b * rows : (b + 1) * rows])
        for b in range(BANDS)
    )


@lru_cache(maxsize=2_000)
def shingles(text: str) -> frozenset[str]:
    """Every three words in a row, folded."""
    words = folded(text)
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def copied(a: Text, b: Text) -> float:
    """The share of the shorter text that stands in the longer; 0 when they are no copies."""
    first, second = shingles(a.text), shingles(b.text)
    least = min(len(first), len(second))
    if least < LEAST_SHINGLES or not near(a, b):
        return 0.0
    share = len(first & second) / least
    return share if share >= (COPIED_SHORT if least < SHORT else COPIED) else 0.0


def relayed(a: Text, b: Text) -> float:
    """The share of names and numbers common to two texts of which one passes on the other, as a
    translation or in words of its own; 0 when they are two accounts.

    Meant for reports that tell of one happening: likeness of names alone proves little.
    """
    if not near(a, b):
        return 0.0
    first, second = names(a.text), names(b.text)
    least = min(len(first), len(second))
    if least < LEAST_NAMES:
        return 0.0
    share = len(first & second) / least
    if passes_on(a, b) or passes_on(b, a):
        return share if share >= RELAYED else 0.0
    return share if a.language != b.language and share >= TRANSLATED else 0.0


def passes_on(a: Text, b: Text) -> bool:
    """Whether a report names the other's outlet, or the agency whose text the other is."""
    sources = {origin_name(b.outlet), b.credit} - {None, origin_name(a.outlet)}
    return bool(sources & mentioned(a.text))


@lru_cache(maxsize=2_000)
def mentioned(text: str) -> frozenset[str | None]:
    """The outlets that a text names."""
    words = re.findall(r"\w[\w.'’-]*|[^\w\s]", text)
    met = (outlet_at(words, i, min(len(words), i + LONGEST)) for i in range(len(words)))
    return frozenset(m[0].name for m in met if m)


def near(a: Text, b: Text) -> bool:
    """Whether two reports were published within a few days; unknown days are taken as near."""
    return not a.day or not b.day or abs(number(a.day) - number(b.day)) <= NEAR


@lru_cache(maxsize=2_000)
def names(text: str) -> frozenset[str]:
    """Capitalised words and numbers, folded: what a translation leaves as it is."""
    found = (w for w in NAME.findall(text) if w[0].isupper() or w[0].isdigit())
    return frozenset(re.sub(r"[.,]", "", w).casefold() for w in found)


def credit(outlet: str | None, text: str, set_aside: tuple[str, ...]) -> str | None:
    """The agency whose text a report says it is: the outlet itself, or one credited at its head,
    at its end or in its byline."""
    known = find_outlet(outlet) if outlet else None
    if known and known.kind == "agency":
        return known.name
    places = [*set_aside, text[:HEAD], text[-TAIL:]]
    return next((name for place in places for name in agencies(place)), None)


def agencies(text: str) -> Iterator[str]:
    """The agencies named between brackets, dashes or at an end: as credits are written."""
    words = re.findall(r"\w[\w.'’-]*|[()\[\]/—–-]", text)
    for i in range(len(words)):
        met = outlet_at(words, i, min(len(words), i + LONGEST))
        if met and met[0].kind == "agency" and set_off(words, i, met[1]):
            yield met[0].name


def set_off(words: list[str], start: int, stop: int) -> bool:
    """Whether a name stands alone, as a credit does, and not inside a sentence."""
    signs = set("()[]/—–-")
    before = start == 0 or words[start - 1] in signs
    after = stop == len(words) or words[stop] in signs
    return before and after


def origin_of(texts: list[Text]) -> str:
    """The one origin of some copies: the agency that any of them names, else the first outlet."""
    in_order = sorted(texts, key=lambda t: (t.day or "9999", t.report))
    agency = next((t.credit for t in in_order if t.credit), None)
    first = next((t.outlet for t in in_order if t.outlet), None)
    return origin_name(agency or first) or f"report {in_order[0].report}"


def origin_name(outlet: str | None) -> str | None:
    """An outlet's name as origins are compared: the known outlet's own name, else folded."""
    if not outlet:
        return None
    known = find_outlet(outlet)
    return known.name if known else " ".join(folded(outlet))
