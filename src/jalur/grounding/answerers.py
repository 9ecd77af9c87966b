"""Attributions become sources: who answers, with code and name, and through which outlets."""

from __future__ import annotations

from collections.abc import Sequence

from jalur.grounding.scene import Scene
from jalur.knowledge import media
from jalur.model import Attribution, Mention, Participant, Reason, Source
from jalur.syntax import phrase_span

THE_REPORT = Source(
    *("outlet", None, None, (), "asserts", None, None, None),
    Reason("source", "told by the report itself"),
)


def sources_of(
    scene: Scene, mention: Mention, by: Sequence[Attribution], actors: Sequence[Participant]
) -> tuple[Source, ...]:
    """Everyone who answers for a mention; the report itself where nobody is cited.

    The speaker of a verbal act whose words are conveyed is its source (codebook, "sources").
    """
    told = [a for a in by if not is_lead(a)] if conveys(scene, mention) and actors else by
    found = [s for a in told if (s := source_of(scene, a))]
    if found:
        return tuple(dict.fromkeys(found))
    if conveys(scene, mention) and actors:
        return tuple(speaker(scene, mention, a) for a in actors)
    return (THE_REPORT,)


def is_lead(attribution: Attribution) -> bool:
    """Whether a source only answers for an opening paragraph that names none itself."""
    return any(r.rule == "lead" for r in attribution.reasons)


PERFECT = {"telah", "sudah", "pernah", "has", "have", "had", "'ve", "’ve", "sebelumnya", "earlier"}
"""Words that tell an act as background: nobody's words are conveyed by "has urged"."""


def conveys(scene: Scene, mention: Mention) -> bool:
    """Whether the report conveys a verbal act in the speaker's words: an active verb does."""
    active = any(a.role == "actor" and a.reason.detail == "subj" for a in mention.arguments)
    doc, i = scene.doc, mention.token
    looked_back = bool(PERFECT & {doc.lower[c] for c in doc.children[i]})
    return mention.verbal and active and doc.upos[i] == "VERB" and not looked_back


def speaker(scene: Scene, mention: Mention, actor: Participant) -> Source:
    """The actor of a verbal act as its source."""
    name = actor.name or (actor.span.cut(scene.doc.text) if actor.span else None)
    why = Reason("source", "speaker of the act itself")
    return Source("named", actor.code, name, (), "asserts", mention.trigger, actor.span, None, why)


def source_of(scene: Scene, attribution: Attribution) -> Source | None:
    """One attribution with its answerer resolved."""
    doc = scene.doc
    who, name, code = None, None, None
    head = antecedent_head(scene, attribution)
    if head is None:
        head = attribution.head
    if attribution.head is not None and head is not None:
        who = scene.participant(head, ()) if attribution.kind != "outlet" else None
        words = attribution.who or phrase_span(doc, attribution.head)
        name = (who.name if who else None) or words.cut(doc.text)
        guessed = who is not None and "own" in who.reason.detail and attribution.kind == "anonymous"
        code = who.code if who and not guessed else None
    if attribution.kind == "outlet":
        code = state_agency(scene, attribution)
    told = attribution.content if attribution.quoted else None
    return Source(
        kind=attribution.kind,
        code=code,
        name=name,
        via=attribution.via,
        stance=attribution.stance,
        cue=attribution.cue,
        who=attribution.who,
        quoted=told.cut(doc.text) if told else None,
        reason=who.reason if who else Reason("source", attribution.kind),
    )


def antecedent_head(scene: Scene, attribution: Attribution) -> int | None:
    """The token of the earlier source that a pronoun stands for."""
    for reason in attribution.reasons:
        if reason.rule == "antecedent" and ":" in reason.detail:
            start, end = reason.detail.split(":")[:2]
            tokens = scene.tokens_in_range(int(start), int(end))
            return next((k for k in tokens if scene.doc.ner[k][2:] == "PER"), tokens[0])
    return None


def state_agency(scene: Scene, attribution: Attribution) -> str | None:
    """The state of a state-run outlet (codebook: "kind outlet with the state's code")."""
    if attribution.who is None:
        return None
    known = media.find_outlet(attribution.who.cut(scene.doc.text))
    return known.country if known and known.state else None
