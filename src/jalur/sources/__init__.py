"""Who answers for what each passage says: the door of this room is `attribute`.

Cues (data) are met in the text; each gives a source, what it tells and how it stands to it. Direct
quotations are paired with their speakers, runs of them go on with the same speaker, outlets that
relay a source become its `via`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jalur.doc import Doc
from jalur.knowledge.cues import cues
from jalur.model import Attribution, Reason, Span
from jalur.sources.continuing import after_colon, from_outlet, part, run_on
from jalur.sources.kinds import classify
from jalur.sources.people import join, share_outlet
from jalur.sources.reading import read
from jalur.sources.relays import hand_on, handed_by, reporter_of, without_relay
from jalur.sources.scene import Draft, Range, Scene

LEAD = 4
"""Paragraphs within which the first source answers for the opening one."""

MAIN = frozenset({"root", "xcomp", "ccomp"})
"""Clauses that carry the news of an opening sentence. What stands below them is background, which
the report has from itself unless the source takes it up (of 37 such coded events 22 are)."""

PREFIX = re.compile(r"^(?:me(?:ng|ny|n|m)?|pe(?:ng|ny|n|m)?|ber|di|ter)")
STEM = 4
"""Letters after its prefix by which an Indonesian word is known in another form."""


def attribute(doc: Doc) -> tuple[Attribution, ...]:
    """Every attribution of the report, in text order of what is told.

    One attribution per unbroken stretch that a source vouches for; a source that tells nothing
    ("declined to comment") has one without content.
    """
    scene = Scene(doc)
    drafts = read(scene)
    for draft in drafts:
        if draft.kind != "outlet" and draft.who:
            without_relay(scene, draft)
            classify(scene, draft)
            reporter_of(scene, draft)
    handed = handed_by(scene, drafts)
    drafts = hand_on(scene, drafts)
    part(scene, drafts)
    after_colon(scene, drafts)
    join(scene, drafts)
    share_outlet(scene, drafts, handed)
    from_outlet(scene, drafts)
    drafts += run_on(scene, drafts)
    found = [a for draft in drafts for a in finish(doc, draft)]
    found.sort(key=lambda a: (a.content or a.cue or Span(0, 0), a.cue or Span(0, 0)))
    return tuple(found)


def answering(
    attributions: Sequence[Attribution], doc: Doc, where: Span
) -> tuple[Attribution, ...]:
    """The attributions that answer for a passage: the innermost content that covers it.

    Whoever denies or confirms it in the sentence after ("Klaim itu dibantah …") answers as well.

    Empty when the reporting outlet itself tells it. What somebody only wants or means to do is no
    report and answers for nothing.
    """
    around = [
        a
        for a in attributions
        if a.content and a.content.start <= where.start and where.end <= a.content.end
        if tells(a, doc.language)
    ]
    if not around:
        return between(attributions, doc, where) or lead(attributions, doc, where)
    if doc.language == "id" and not around[0].quoted and is_aside(doc, where):
        return ()
    narrow = min(around, key=lambda a: (of_before(a), length(a)))
    return tuple(a for a in around if length(a) == length(narrow) or of_before(a))


def length(attribution: Attribution) -> int:
    """How many characters a source answers for."""
    content = attribution.content or Span(0, 0)
    return content.end - content.start


def is_aside(doc: Doc, where: Span) -> bool:
    """Whether a passage stands in a clause that a comma sets apart (", yang …"): what the report
    puts in about somebody or something that a source spoke of."""
    i = bisect_right(doc.start, where.start) - 1
    while doc.head[i] != i:
        if doc.deprel[i] == "acl:relcl":
            first = min(doc.subtree(i))
            return "," in doc.words[max(first - 1, 0) : first + 1]
        i = doc.head[i]
    return False


def of_before(attribution: Attribution) -> bool:
    """Whether a source denies or confirms what the sentence before has from another."""
    anaphor = any(r.rule == "anaphor" for r in attribution.reasons)
    return anaphor and attribution.stance != "asserts"


VOUCHING = {"asserts", "confirms"}
"""Stances of those who answer for a lead: who denies it does not."""


def lead(attributions: Sequence[Attribution], doc: Doc, where: Span) -> tuple[Attribution, ...]:
    """Who answers for the opening paragraph of an Indonesian report that names nobody itself.

    The "teras berita" sums up what the first source of the paragraphs after it says, in its main
    clause: of 68 coded events told so, 52 have a source.
    """
    body = doc.report.body
    if doc.language != "id" or not body or where.end > body[0].end:
        return ()
    token = bisect_right(doc.start, where.start) - 1
    until = body[min(LEAD, len(body)) - 1].end
    after = [
        a
        for a in attributions
        if a.content
        and a.cue
        and where.end <= a.cue.start < until
        and reports(a)
        and a.stance in VOUCHING
    ]
    if not after:
        return ()
    first = min(after, key=lambda a: (a.kind == "outlet", a.cue or where))
    if doc.deprel[token] not in MAIN and not repeats(doc, token, first):
        return ()
    why = Reason("lead", "the opening paragraph sums up what its first source tells")
    return (replace(first, reasons=(*first.reasons, why)),)


def repeats(doc: Doc, token: int, by: Attribution) -> bool:
    """Whether a source takes up a word of the lead, whatever its affixes."""
    told = by.content.cut(doc.text).lower().split() if by.content else []
    stem = PREFIX.sub("", doc.lower[token])[:STEM]
    return any(stem in word for word in told)


def between(attributions: Sequence[Attribution], doc: Doc, where: Span) -> tuple[Attribution, ...]:
    """Who goes on speaking: what stands between two statements of one source is told by it, where
    one of them stands in the same paragraph and the other no farther than the next."""
    spoken = [a for a in attributions if a.cue and a.who and a.kind != "outlet" and reports(a)]
    before = [a for a in spoken if a.cue and a.cue.end <= where.start]
    after = [a for a in spoken if a.cue and a.cue.start >= where.end]
    if not before or not after:
        return ()
    last = max(before, key=lambda a: a.cue or where)
    next_ = min(after, key=lambda a: a.cue or where)
    here = paragraph_of(doc, where)
    steps = sorted(abs(paragraph_of(doc, a.cue or where) - here) for a in (last, next_))
    if first_named(last) != first_named(next_) or steps[0] or steps[1] > 1:
        return ()
    why = Reason("continues", "between two statements of one source")
    return (replace(last, reasons=(*last.reasons, why)),)


def paragraph_of(doc: Doc, where: Span) -> int:
    """The passage of the report that some words stand in."""
    body = doc.report.body
    return next((n for n, p in enumerate(body) if where.start < p.end), len(body))


def first_named(attribution: Attribution) -> str:
    """The characters that name a source first: one name for all that it says."""
    told = next((r.detail for r in attribution.reasons if r.rule == "antecedent"), "")
    who = attribution.who or Span(0, 0)
    return told or f"{who.start}:{who.end}"


def reports(attribution: Attribution) -> bool:
    """Whether a source tells something by a cue of speech, not by an act or a belief."""
    frames = [r.detail.partition(":")[0] for r in attribution.reasons if r.rule == "cue"]
    return bool(frames) and frames[0] in ("say", "bare", "tell", "preposition", "handed", "vouch")


def tells(attribution: Attribution, language: str) -> bool:
    """Whether the attribution reports something: who only wants, condemns or urges it does not,
    who accuses somebody of it does."""
    cue = next((r.detail for r in attribution.reasons if r.rule == "cue"), "")
    frame, _, words = cue.partition(": ")
    accuses = words.split(" ")[0] in cues(language).lists["accusing"]
    return frame != "wish" and (frame != "act" or accuses)


def finish(doc: Doc, draft: Draft) -> Iterator[Attribution]:
    """The attributions of a draft, in characters, one for each of several speakers."""
    told: list[Range | None] = [*draft.content] or [None]
    for who, head in speakers(doc, draft):
        for content in told:
            yield Attribution(
                kind=draft.kind,
                who=doc.span(*who) if who else None,
                head=head,
                cue=doc.span(*draft.cue),
                content=doc.span(*content) if content else None,
                stance=draft.stance,
                via=tuple(draft.via),
                quoted=draft.quoted,
                reasons=tuple(draft.reasons),
            )


def speakers(doc: Doc, draft: Draft) -> list[tuple[Range | None, int | None]]:
    """The speakers that a phrase joins ("X dan Y"), each a name; else the phrase as it is."""
    whole: list[tuple[Range | None, int | None]] = [(draft.who, draft.head)]
    if draft.who is None or draft.head is None or not doc.parsed[doc.sentence_of[draft.head]]:
        return whole
    first, last = draft.who
    others = [c for c in doc.children[draft.head] if doc.deprel[c] == "conj" and first <= c <= last]
    joints = [j for j in range(first + 1, last) if doc.deprel[j] == "cc" and doc.head[j] in others]
    edges = [first - 1, *joints, last + 1]
    parts = [(a + 1, b - 1) for a, b in pairwise(edges)]
    names = all(any(doc.ner[a : b + 1]) for a, b in parts)
    if not joints or len(joints) != len(others) or not names:
        return whole
    return [(p, h) for p, h in zip(parts, [draft.head, *others], strict=True) if p[0] <= h <= p[1]]
