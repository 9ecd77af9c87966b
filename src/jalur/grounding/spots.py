"""The places that a sentence names: a spot with what encloses it is one, and how each is brought
in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jalur.grounding.scene import Scene
from jalur.knowledge import places
from jalur.knowledge.places import spots as lexicon
from jalur.knowledge.places.kinds import is_kind
from jalur.model import Place
from jalur.syntax import cases

AT = {
    *("di", "ke", "dari", "dekat", "sekitar", "menuju", "pada", "di dalam", "di luar"),
    *("in", "at", "near", "to", "on", "from", "outside", "inside", "around", "across", "into"),
    "of",
}
"""Prepositions that bring in a place."""

THERE = {"di", "in", "at", "near", "dekat", "sekitar", "outside", "inside", "around", "across"}
"""Prepositions that say where something is, and not where it comes from or goes."""

BRINGS = {"NOUN", "PROPN", "ADJ", "DET", "NUM"}
"""Parts of speech that may stand between a preposition and the name of a place."""

ENCLOSED = {"place-enclosed", "place-inside"}
"""How a name is read that stands before the name of what is around it."""

MOST = 2
"""Most words of a name that is taken for a place though no table has it."""

REACH = 9
"""Most words between a preposition and the name of the place that it brings in."""


class Spot(NamedTuple):
    """A place name with all that encloses it: its tokens, the name as one reads it, the place,
    what is said to lie around it, the preposition that brings it in, from however far, and the
    first token of the phrase after that; `direct` where the preposition is the name's own."""

    first: int
    last: int
    name: str
    at: Place
    around: Place | None
    brought: str
    start: int
    direct: bool


def spots(scene: Scene, sentence: int) -> list[Spot]:
    """The places that a sentence names, in its order."""
    doc = scene.doc
    first, stop = doc.bounds[sentence]
    timed = {k for t in scene.times.get(sentence, ()) for k in range(t.first, t.last + 1)}
    tokens = [k for k in range(first, stop) if k in scene.cast.places and k not in timed]
    named = sorted({scene.cast.places[k] for k in tokens})
    found: list[Spot] = []
    while named:
        a, b, name = named.pop(0)
        at = resolve(scene, name)
        if (at is None or at.grain in {"city", "town"}) and a not in scene.cast.hits:
            a, b, name = of_kind(scene, a, b, name)
            at = resolve(scene, name)
        if at is None or at.grain == "site":
            name = places.parted(name, doc.language, scene.cast.likely)
            at = resolve(scene, name)
        if at is None and written(scene, a, b):
            at = Place(name, next(iter(scene.cast.likely), None), "town")
        around = resolve(scene, name.split(", ")[1]) if ", " in name else None
        while named and beside(scene, b, named[0][0]):
            whole = places.resolve(f"{name}, {named[0][2]}", doc.language, scene.cast.likely)
            if whole.place is None or whole.reason.rule not in ENCLOSED:
                break
            if whole.reason.rule == "place-inside" and listed(scene, named[0][1]):
                break
            _, b, outer = named.pop(0)
            around = around or resolve(scene, outer)
            name, at = f"{name}, {outer}", whole.place
        named_by = any(lexicon.before(doc.lower, a, kind) for kind in ("holders", "origins"))
        if at is not None and not named_by:
            found.append(spot(scene, (a, b), name, at, around))
    return sorted([*found, *capitals(scene, sentence)], key=lambda s: (s.first, s.last))


def capitals(scene: Scene, sentence: int) -> Iterator[Spot]:
    """The capitals that a sentence tells by their states: "the Libyan capital", "ibu kota Yaman".

    One that is called by its name as well is left to the name.
    """
    doc, cast = scene.doc, scene.cast
    first, stop = doc.bounds[sentence]
    for k in range(first, stop):
        two = doc.lower[k : k + 2] == ("ibu", "kota")
        if not two and doc.lower[k] not in {"capital", "ibukota"}:
            continue
        last = k + two
        around = (*range(last + 1, min(last + 4, stop)), k - 1, k - 2)
        state = next((i for i in around if first <= i and i in cast.hits), None)
        if state is None or cast.hits[state].actor.kind not in {"state", "demonym"}:
            continue
        at = places.capital(cast.hits[state].actor.code)
        ends = range(min(k, state), min(max(last, state) + 4, stop))
        named = {cast.places[i][2] for i in ends if i in cast.places}
        if at is None or any((p := resolve(scene, n)) and p.name == at.name for n in named):
            continue
        yield spot(
            scene, (min(k, state), max(last, state)), doc.span(k, last).cut(doc.text), at, None
        )


def of_kind(scene: Scene, first: int, last: int, name: str) -> tuple[int, int, str]:
    """A name with the word beside it that makes it a site: "pangkalan udara X", "X airport"."""
    doc = scene.doc
    begin, end = doc.bounds[doc.sentence_of[first]]
    for n in (3, 2, 1):
        a, b = max(begin, first - n), min(last + n, end - 1)
        if lexicon.is_address(doc.lower[first - 1]) or lexicon.is_address(doc.lower[b]):
            continue
        if doc.language == "id" and is_kind(" ".join(doc.lower[a:first]), "before"):
            return a, last, " ".join((*doc.lower[a:first], name))
        if doc.language == "en" and is_kind(" ".join(doc.lower[last + 1 : b + 1]), "after"):
            return first, b, " ".join((name, *doc.lower[last + 1 : b + 1]))
    return first, last, name


def written(scene: Scene, first: int, last: int) -> bool:
    """Whether a name that no table has is told as a place: right after "di", "in", "near"."""
    doc = scene.doc
    words = range(first, last + 1)
    if len(words) > MOST or lexicon.is_address(" ".join(doc.words[first : last + 1])):
        return False
    tagged = all(doc.ner[k][2:] == "LOC" and k not in scene.cast.hits for k in words)
    shaped = all(doc.words[k][:1].isupper() and not doc.words[k].isupper() for k in words)
    return tagged and shaped and first > 0 and doc.lower[first - 1] in THERE


def listed(scene: Scene, last: int) -> bool:
    """Whether "and" stands after a name: it is one of a list."""
    after = scene.doc.lower[last + 1 : last + 3]
    return bool({"and", "dan", "serta"} & set(after[: 2 if after[:1] == (",",) else 1]))


def beside(scene: Scene, last: int, first: int) -> bool:
    """Whether only a comma stands between two names."""
    between = scene.doc.words[last + 1 : first]
    return between in ((), (",",), ("(",))


def spot(scene: Scene, words: tuple[int, int], name: str, at: Place, around: Place | None) -> Spot:
    """A place with the preposition that brings it in."""
    doc = scene.doc
    a, b = words
    head = next((k for k in range(a, b + 1) if not a <= doc.head[k] <= b), a)
    own = AT & set(cases(doc, head))
    brought, start = before(scene, a)
    if own:
        return Spot(a, b, name, at, around, brought or next(iter(own)), a, True)
    return Spot(a, b, name, at, around, brought, start, False)


def before(scene: Scene, first: int) -> tuple[str, int]:
    """The preposition before a name and what it is part of ("di Hotel X, Bandung"), and where the
    phrase begins; "" where none brings it in."""
    doc = scene.doc
    begin = doc.bounds[doc.sentence_of[first]][0]
    found = "", first
    for k in range(first - 1, max(begin, first - REACH) - 1, -1):
        if doc.lower[k] in AT:
            found = doc.lower[k], k + 1
            if doc.lower[k] != "of":
                break
        elif doc.upos[k] not in BRINGS and doc.lower[k] not in {",", "-", "("}:
            break
    return found


def resolve(scene: Scene, name: str) -> Place | None:
    """A place name in the light of the states that the report speaks of."""
    return places.resolve(name, scene.doc.language, scene.cast.likely).place


def is_wide(place: Place) -> bool:
    """Whether a place is a state or a part of the world: where something is, only where words put
    it there."""
    return place.grain == "country" or (place.grain == "region" and place.country is None)
