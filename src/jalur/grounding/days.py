"""The day of an event: the time expression of its sentence that belongs to it."""

from __future__ import annotations

from jalur.grounding.scene import Scene, Timed, path_length
from jalur.model import Day, Mention

FAR = 6
"""Most steps in the tree between a trigger and its time: beyond it another word owns the time."""


def day_of(scene: Scene, mention: Mention) -> Day | None:
    """The day or days of an event, or None when the report gives no hint.

    A time that stands nearer to an attributing word ("kata X, Selasa (3/10)") is the day of the
    saying: it dates a verbal act, which is a saying, and no other event.
    """
    sentence = scene.doc.sentence_of[mention.token]
    usable = [t for t in scene.times.get(sentence, ()) if t.time.start and t.time.kind != "set"]
    ranked = sorted((distance(scene, mention, t), t.first) for t in usable)
    for length, first in ranked:
        timed = next(t for t in usable if t.first == first)
        if length <= FAR and owns(scene, mention, timed, length):
            return resolved(scene, mention, timed)
    return None


def distance(scene: Scene, mention: Mention, timed: Timed) -> int:
    """Steps in the tree from the trigger to the nearest word of a time."""
    return min(path_length(scene.doc, mention.token, k) for k in range(timed.first, timed.last + 1))


def owns(scene: Scene, mention: Mention, timed: Timed, length: int) -> bool:
    """Whether a time belongs to this event and not to the saying of it."""
    if mention.verbal:
        return True
    sentence = scene.doc.sentence_of[mention.token]
    for cue in scene.cue_tokens.get(sentence, ()):
        words = range(timed.first, timed.last + 1)
        if min(path_length(scene.doc, cue, k) for k in words) < length:
            return False
    return True


def resolved(scene: Scene, mention: Mention, timed: Timed) -> Day | None:
    """The days of one time expression; what is open to the right ends with the report itself."""
    time = timed.time
    published = scene.doc.report.published
    start, end = time.start, time.end
    if start is None:
        return None
    if end is None:
        end = published if time.kind == "since" and published and published >= start else start
    return Day(start, max(start, end), time.span, time.reason)
