"""The day of an event: the time expression of its sentence that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from jalur.doc import Doc
from jalur.expressions import whole
from jalur.grounding.scene import Scene, Timed, path_length
from jalur.grounding.sites import BODILY
from jalur.model import Attribution, Day, Mention, Reason
from jalur.syntax import cases, governors, relation

FAR = 6
"""Most steps in the tree between a trigger and its time: beyond it another word owns the time."""

RECORD = {"first", "pertama", "worst", "terburuk", "largest", "terbesar", "deadliest", "biggest"}

BESIDE = 3
"""Most steps between a word of saying and the day of the saying."""

SAYING = "the day of the saying"

ONCE = {"AGREE", "SUPPORT", "CONCEDE", "RETREAT"}
"""Types that are done at one moment, and hold from then on."""

WHOLE = {"week", "month", "year"}
"""Grains of times whose last day is not their first."""

BELOW = "dates another event within it"

AFTER = {"after", "following", "setelah", "sesudah", "usai", "seusai", "pasca"}
"""Words before what came first."""

LONG = {
    *("day", "days", "week", "weeks", "month", "months", "year", "years"),
    *("hari", "pekan", "minggu", "bulan", "tahun", "sehari", "sepekan", "seminggu", "sebulan"),
    "setahun",
}
"""Words before these that put it on another day: "a week after the raid"."""

CLAUSES = {"advcl", "obl", "nmod", "acl"}
"""How a clause or phrase of what came first hangs on the sentence."""

LOOSE = {"duration", "set"}
"""Kinds of time expression that date nothing."""


def day_of(scene: Scene, mention: Mention, by: Sequence[Attribution]) -> Day | Reason:
    """The day or days of an event, or the reason why none is known, with the times turned down.

    A time that stands nearer to an attributing word ("kata X, Selasa (3/10)") is the day of the
    saying: it dates a verbal act, which is a saying, and no other event, save talks, which are
    spoken of on their own day. What somebody said in one interview was said on the day that the
    report gives for any of it. What people do with force is told over several sentences: where
    the report gives one day for all that was done, and none in the sentence, it was done then.
    """
    here = scene.times.get(scene.doc.sentence_of[mention.token], ())
    against = {t.first: objection(scene, mention, t) for t in here}
    fitting = [t for t in here if against[t.first] is None]
    if not fitting and mention.type == "CONSULT":
        fitting = [t for t in here if against[t.first] == SAYING]
    fitting.sort(key=lambda t: (distance(scene, mention, t), t.first))
    turned_down = tuple(
        f"“{t.time.span.cut(scene.doc.text)}”: {against[t.first] or 'another is nearer'}"
        for t in here
        if t not in fitting[:1]
    )
    day = resolved(scene, fitting[0], mention) if fitting else None
    if day is None and mention.verbal and mention.status == "happened":
        day = said_on(scene, mention, by)
    if day is None and not here and mention.type in BODILY and mention.status == "happened":
        day = only_day(scene)
    if day is None:
        return Reason("day", "the report gives no day for it", turned_down)
    return replace(day, reason=replace(day.reason, rejected=turned_down))


def to_come(scene: Scene, timed: Timed) -> bool:
    """Whether a time lies after publication; a day more is left for time zones."""
    published = scene.doc.report.published
    start = timed.time.start
    return published is not None and start is not None and start > published + timedelta(days=1)


def objection(scene: Scene, mention: Mention, timed: Timed) -> str | None:
    """What speaks against a time of the sentence as the day of an event, None when nothing does."""
    if timed.time.start is None or timed.time.kind in LOOSE:
        return "names no day"
    if mention.status == "happened" and to_come(scene, timed):
        return "is yet to come, and the event has happened"
    if scene.owned_by_another(mention, timed.first, timed.last):
        return "belongs to another event"
    if timed.time.kind == "since" and is_record(scene, timed):
        return "only says how long there was nothing like it"
    if in_a_name(scene, mention, timed):
        return "part of a name"
    if below(scene, mention, timed):
        return BELOW
    if came_before(scene, mention, timed):
        return "the day of what came after it"
    length = distance(scene, mention, timed)
    if length > (2 * FAR if mention.verbal else FAR):
        return "too far off in the sentence"
    return None if owns(scene, mention, timed, length) else SAYING


def below(scene: Scene, mention: Mention, timed: Timed) -> bool:
    """Whether a time hangs on another verb or event within what a mention tells.

    A day in brackets ("Jumat (29/9)") is that of the sentence, wherever it stands.
    """
    at = within(scene, mention.token, timed)
    if at in scene.types:
        return scene.types[at] != mention.type
    return at is not None and mention.verbal


def came_before(scene: Scene, mention: Mention, timed: Timed) -> bool:
    """Whether a mention is what another came after: "met on Friday, a week *after the raid*"."""
    doc = scene.doc
    for at in (mention.token, *governors(doc, mention.token)):
        marks = [c for c in doc.children[at] if relation(doc, c) in {"mark", "case"}]
        after = next((c for c in marks if doc.lower[c] in AFTER), None)
        if after is not None:
            apart = after > 0 and doc.lower[after - 1] in LONG
            return apart and relation(doc, at) in CLAUSES and not under(doc, timed.first, at)
    return False


def within(scene: Scene, token: int, timed: Timed) -> int | None:
    """The verb or event below a token that a time hangs on, None where it hangs on the token."""
    bracketed = "(" in timed.time.span.cut(scene.doc.text)
    at = governor(scene, timed)
    return None if bracketed or at == token or not under(scene.doc, at, token) else at


def governor(scene: Scene, timed: Timed) -> int:
    """The verb or event that a time hangs on."""
    doc, k = scene.doc, timed.first
    while timed.first <= doc.head[k] <= timed.last and doc.head[k] != k:
        k = doc.head[k]
    k = doc.head[k]
    while doc.head[k] != k and doc.upos[k] != "VERB" and k not in scene.types:
        k = doc.head[k]
    return k


def under(doc: Doc, k: int, top: int) -> bool:
    """Whether token `k` stands below another in the tree."""
    while doc.head[k] != k and k != top:
        k = doc.head[k]
    return k == top


def in_a_name(scene: Scene, mention: Mention, timed: Timed) -> bool:
    """Whether a year is part of what a noun is called ("Pilpres 2014")."""
    doc = scene.doc
    head = timed.first
    while timed.first <= doc.head[head] <= timed.last and doc.head[head] != head:
        head = doc.head[head]
    owner = doc.head[head]
    words = timed.time.span.cut(doc.text)
    bare = not cases(doc, head) and timed.time.grain == "year" and words.isdigit()
    named = doc.upos[owner] in {"NOUN", "PROPN"} and relation(doc, head) not in {"obl", "advmod"}
    within = mention.trigger.start <= doc.start[owner] < mention.trigger.end
    return bare and named and not within and doc.lower[owner] not in {"tahun", "year"}


def is_record(scene: Scene, timed: Timed) -> bool:
    """Whether a "since" only says how long nothing like it was ("the first visit since May")."""
    return bool(RECORD & set(scene.doc.lower[max(0, timed.first - 5) : timed.first]))


def distance(scene: Scene, mention: Mention, timed: Timed) -> int:
    """Steps in the tree from the trigger to the nearest word of a time."""
    return min(path_length(scene.doc, mention.token, k) for k in range(timed.first, timed.last + 1))


def owns(scene: Scene, mention: Mention, timed: Timed, length: int) -> bool:
    """Whether a time belongs to this event and not to the saying of it."""
    if mention.verbal:
        return True
    sentence = scene.doc.sentence_of[mention.token]
    words = range(timed.first, timed.last + 1)
    for cue in scene.cue_tokens.get(sentence, ()):
        if min(path_length(scene.doc, cue, k) for k in words) < length:
            return False
    return True


def resolved(scene: Scene, timed: Timed, mention: Mention | None = None) -> Day | None:
    """The days of one time expression; what is open to the right ends with the report itself,
    save what is done once: "agreed since 1960" is of 1960."""
    time = timed.time
    published = scene.doc.report.published
    start, end = time.start, time.end
    if start is None:
        return None
    once = mention is not None and mention.type in ONCE
    if end is None and once and time.grain in WHOLE:
        end = whole(start, time.grain)[1]
    if end is None and not once:
        end = published if time.kind == "since" and published and published >= start else start
    return Day(start, max(start, end or start), time.span, time.reason)


def said_on(scene: Scene, mention: Mention, by: Sequence[Attribution]) -> Day | None:
    """The day on which the speaker of some words said anything in this report."""
    for cue in scene.cues_of(mention, by):
        for timed in scene.times.get(scene.doc.sentence_of[cue], ()):
            near = min(path_length(scene.doc, cue, k) for k in range(timed.first, timed.last + 1))
            point = timed.time.grain == "day" and timed.time.kind == "point"
            if near <= FAR and point and within(scene, cue, timed) not in scene.types:
                day = resolved(scene, timed)
                why = Reason("day", "said in the same interview")
                return Day(day.start, day.end, day.span, why) if day else None
    return None


def only_day(scene: Scene) -> Day | None:
    """The one day that the report gives for what was done: days of a saying are left out."""
    found = [d for s, ts in scene.times.items() for t in ts if (d := day_done(scene, s, t))]
    days = {d.start for d in found}
    if len(days) != 1:
        return None
    why = Reason("day", "the only day that the report gives for what was done")
    return replace(found[0], reason=why, told=False)


def day_done(scene: Scene, sentence: int, timed: Timed) -> Day | None:
    """The single day of a time expression that does not belong to a saying."""
    if timed.time.kind in LOOSE:
        return None
    day = resolved(scene, timed)
    if day is None or day.start != day.end:
        return None
    words = range(timed.first, timed.last + 1)
    cues = scene.cue_tokens.get(sentence, ())
    said = any(path_length(scene.doc, c, k) <= BESIDE for c in cues for k in words)
    return None if said else day
