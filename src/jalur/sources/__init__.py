"""Who answers for what each passage says: the door of this room is `attribute`.

Cues (data) are met in the text; each gives a source, what it tells and how it stands to it. Direct
quotations are paired with their speakers, runs of them go on with the same speaker, outlets that
relay a source become its `via`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jalur.doc import Doc
from jalur.model import Attribution, Reason, Span
from jalur.sources.continuing import after_colon, name_antecedents, run_on
from jalur.sources.kinds import classify
from jalur.sources.reading import read
from jalur.sources.relays import hand_on
from jalur.sources.scene import Draft, Range, Scene


def attribute(doc: Doc) -> tuple[Attribution, ...]:
    """Every attribution of the report, in text order of what is told.

    One attribution per unbroken stretch that a source vouches for; a source that tells nothing
    ("declined to comment") has one without content.
    """
    scene = Scene(doc)
    drafts = read(scene)
    for draft in drafts:
        if draft.kind != "outlet":
            classify(scene, draft)
    drafts = hand_on(scene, drafts)
    name_antecedents(scene, drafts)
    after_colon(scene, drafts)
    drafts += run_on(scene, drafts)
    found = [a for draft in drafts for a in finish(doc, draft)]
    found.sort(key=lambda a: (a.content or a.cue or Span(0, 0), a.cue or Span(0, 0)))
    return tuple(found)


def answering(
    attributions: Sequence[Attribution], doc: Doc, where: Span
) -> tuple[Attribution, ...]:
    """The attributions that answer for a passage: the innermost content that covers it.

    Empty when the reporting outlet itself tells it. What somebody only wants or means to do is no
    report and answers for nothing.
    """
    around = [
        a
        for a in attributions
        if a.content and a.content.start <= where.start and where.end <= a.content.end and tells(a)
    ]
    if not around:
        return ()
    narrow = min(a.content.end - a.content.start for a in around if a.content)
    return tuple(a for a in around if a.content and a.content.end - a.content.start == narrow)


def tells(attribution: Attribution) -> bool:
    """Whether the attribution reports something, rather than a wish or a stand."""
    return not any(r.rule == "cue" and r.detail.startswith("wish") for r in attribution.reasons)


def finish(doc: Doc, draft: Draft) -> Iterator[Attribution]:
    """The attributions of a draft, in characters."""
    who = doc.span(*draft.who) if draft.who else None
    told: list[Range | None] = [*draft.content] or [None]
    for content in told:
        yield Attribution(
            kind=draft.kind,
            who=who,
            head=draft.head,
            cue=doc.span(*draft.cue),
            content=doc.span(*content) if content else None,
            stance=draft.stance,
            via=tuple(draft.via),
            quoted=draft.quoted,
            reasons=tuple(draft.reasons) or (Reason("cue"),),
        )
