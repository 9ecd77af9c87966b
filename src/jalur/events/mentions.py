"""From triggers of one sentence to mentions: meaning, arguments and status put together."""

from __future__ import annotations

from jalur.doc import Doc, Sentence
from jalur.events.arguments import arguments_of
from jalur.events.status import status_of
from jalur.events.triggers import Trigger, triggers_in
from jalur.model import Mention, Reason

ANNOUNCED = {"ASSAULT": "violence", "COERCE": "restrict", "SANCTION": "relations"}
"""Hostile types that are threats while they are only announced (codebook, "Choosing the type"),
with the mode that the threat takes."""


def mentions_in(doc: Doc, sentence: Sentence) -> list[Mention]:
    """The mentions of one parsed sentence."""
    return [mention_of(doc, sentence, best(doc, ms)) for ms in triggers_in(doc, sentence)]


def best(doc: Doc, meanings: list[Trigger]) -> Trigger:
    """Of several meanings of the same words the one whose slots are filled best."""
    if len(meanings) == 1:
        return meanings[0]
    return max(meanings, key=lambda t: len({a.role for a in arguments_of(doc, t)}))


def mention_of(doc: Doc, sentence: Sentence, trigger: Trigger) -> Mention:
    """One trigger with its arguments and status."""
    entry = trigger.word.entry
    status, reason = status_of(doc, trigger)
    type_, mode = entry.type, entry.mode
    reasons = [Reason("trigger", f"{' '.join(trigger.word.form.words)}: {entry.type}"), reason]
    if status == "planned" and type_ in ANNOUNCED:
        mode = "arrest" if mode == "arrest" else ANNOUNCED[type_]
        type_, status = "THREATEN", "happened"
        reasons.append(Reason("announced", "a hostile act announced is a threat"))
    arguments = arguments_of(doc, trigger)
    return Mention(
        type=type_,
        mode=mode,
        status=status,
        trigger=doc.span(trigger.first, trigger.last),
        token=trigger.token,
        passage=sentence.span,
        arguments=arguments,
        reasons=tuple(reasons),
        verbal=entry.verbal or type_ == "THREATEN",
        needs=entry.needs,
        joint=entry.two_sided,
        again=entry.again,
    )
