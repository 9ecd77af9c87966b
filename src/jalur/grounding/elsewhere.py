"""The place of an event whose own sentence does not tell it.

A saying happens where its speaker speaks in the report; what a court or the police of a town do
happens in that town; what is told of in several sentences happens where the report puts it; and
what a state's own people do, at home. Such a place is not told of the event itself, and keeps no
two mentions apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jalur.grounding.candidates import Asked
from jalur.grounding.scene import Scene, path_length
from jalur.grounding.sites import DONE, meant
from jalur.grounding.spots import THERE, is_wide, spots
from jalur.knowledge import places
from jalur.knowledge.places import spots as lexicon
from jalur.model import Attribution, Mention, Reason, Where

SAID = {"id": 6, "en": 1}
"""Most steps between a word of saying and the place where it was said. In English "in" stands with
many nouns of what is said: only what hangs on the word of saying itself is its place."""

JUDGED = {"COERCE", "SANCTION", "RETREAT", "ASSAULT"}
"""Types that courts and police do in their own town."""

SEATED = 4
"""Most steps between a trigger and the name in the name of the body that acts."""

KNOWN = {"place-own", "place-known", "place-hinted"}
"""How a name must be known for the seat of a body."""

DOMESTIC = {"COERCE", "PROTEST"}
"""Types that a state's own people do in their state."""

HOMES = {"id": "IDN"}
"""The state that the news of a language need not name: there, a reader asks for the town."""


def elsewhere(scene: Scene, at: int, told: Sequence[Asked]) -> Where | None:
    """Where something happened whose own sentence does not tell it."""
    mention, by = told[at].mention, told[at].by
    if mention.status != "happened":
        return None
    if mention.verbal:
        return said_at(scene, mention, by)
    if mention.type in JUDGED and (found := seat_of(scene, mention)):
        return found
    if mention.type in DONE:
        return done_at(scene, at, told)
    return None


def seat_of(scene: Scene, mention: Mention) -> Where | None:
    """The town of the court or police that acts: "Polres Jember", "a Diyarbakir court"."""
    doc = scene.doc
    first, stop = doc.bounds[doc.sentence_of[mention.token]]
    for k in range(first, stop):
        if path_length(doc, mention.token, k) > SEATED or not doc.words[k][:1].isupper():
            continue
        for last in (k + 1, k):
            if last < stop and doc.words[last][:1].isupper() and is_seat(scene, k, last):
                name = " ".join(doc.words[k : last + 1])
                found = places.resolve(name, doc.language, scene.cast.likely)
                if found.place and found.reason.rule in KNOWN and not is_wide(found.place):
                    why = Reason("place", f"“{name}”, whose body acts")
                    return Where(found.place, doc.span(k, last), why, told=False)
    return None


def is_seat(scene: Scene, first: int, last: int) -> bool:
    """Whether the words around a name make it that of a court's or a police's town."""
    doc = scene.doc
    ends = last + 1 >= len(doc) or not doc.words[last + 1][:1].isupper()
    before = ends and lexicon.before(doc.lower, first, "seats")
    return before or lexicon.after(doc.lower, last, "seated")


def done_at(scene: Scene, at: int, told: Sequence[Asked]) -> Where | None:
    """The one place that the report gives for what was done of the same sort."""
    mention = told[at].mention
    known = [o.where for o in told if o.where and o.mention.type == mention.type]
    if len({where.place.name for where in known}) == 1:
        why = Reason("place", "the only place of what was done of the same sort")
        return replace(known[0], reason=why, told=False)
    return at_home(scene, told[at]) if mention.type in DOMESTIC else None


def at_home(scene: Scene, asked: Asked) -> Where | None:
    """The state whose own police or crowds act: they do so at home."""
    actors, recipients = ({p.code for p in side} for side in asked.sides)
    if len(actors) != 1 or not recipients <= actors:
        return None
    place = places.country(next(iter(actors)))
    if place is None or place.country == HOMES.get(scene.doc.language):
        return None
    return Where(place, None, Reason("place", "a state's own people at home"), told=False)


def said_at(scene: Scene, mention: Mention, by: Sequence[Attribution]) -> Where | None:
    """The place where the speaker of some words said anything in this report."""
    for cue in scene.cues_of(mention, by):
        if cue in scene.types:
            continue
        for one in spots(scene, scene.doc.sentence_of[cue]):
            words = range(one.start, one.last + 1)
            near = min(path_length(scene.doc, cue, k) for k in words)
            if near <= SAID[scene.doc.language] and one.brought in THERE and not is_wide(one.at):
                why = Reason("place", f"“{one.name}”, where the speaker spoke")
                span = scene.doc.span(one.first, one.last)
                return Where(meant(one), span, why, told=False)
    return None
