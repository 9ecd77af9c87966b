"""Through whom a report has it: outlets that are quoted, told or followed."""

from __future__ import annotations

import re

from jalur.knowledge.media import find_outlet, outlet_at
from jalur.model import Reason
from jalur.sources.kinds import named_outlet
from jalur.sources.phrases import COMMAS, MARKS, phrase_head, right_phrase
from jalur.sources.scene import Draft, Hit, Range, Scene

HEAD = 3
"""Paragraphs in which a report says what outlet it follows: of coded events whose sources were
given the one outlet named there half have it, of those given one named later none."""

RELATIVE = frozenset({",", "(", "–", "—", "yang", "who", "seperti", "sebagaimana", "as"})
"""Words between a source and the outlet that quotes it."""

TO = frozenset({"kepada", "to", "told", "with", "dengan", "bersama"})


def relay(scene: Scene, hit: Hit) -> Draft | None:
    """A relay with its outlet ("seperti dilansir X", "as quoted by X"); None if no outlet follows.

    `citing X` with a source that is no outlet gives that source.
    """
    doc = scene.doc
    i = hit.last + 1
    while (
        i < hit.stop
        and doc.lower[i] in scene.cues.lists["handing"]
        and not outlet_at(doc.words, i, hit.stop)
    ):
        i += 1
    found = outlet_at(doc.words, i, hit.stop) if i < hit.stop else None
    frame = "relay" if "relay" in hit.cue.frames else "handed"
    cue = (hit.first, hit.last)
    if found:
        outlet, stop = found
        draft = Draft("handed", "asserts", cue, (i, stop - 1), stop - 1, kind="outlet")
        draft.outlet = outlet.name
        draft.reasons.append(Reason("kind", f"outlet: {outlet.name}"))
        return draft
    phrase = right_phrase(doc, hit.last + 1, hit.stop)
    if phrase is None:
        return None
    head = phrase_head(doc, phrase)
    draft = Draft(frame, hit.cue.stance, cue, phrase, head)
    if name := named_outlet(scene, phrase, head):
        draft.kind, draft.frame = "outlet", "handed"
        draft.outlet = name
        return draft
    if (
        i > hit.last + 1
        and i < hit.stop
        and doc.words[i][:1].isupper()
        and "dari" in doc.lower[hit.first : i]
    ):
        name_only = right_phrase(doc, i, hit.stop)
        if name_only and name_only[1] - name_only[0] < 4:
            draft.kind, draft.frame, draft.who = "outlet", "handed", name_only
            draft.head = phrase_head(doc, name_only)
            draft.outlet = " ".join(doc.words[name_only[0] : name_only[1] + 1])
            return draft
    return draft if frame == "relay" and can_tell(scene, draft) else None


def can_tell(scene: Scene, draft: Draft) -> bool:
    """Whether what is cited can be a source: a name, people or a document."""
    doc, known = scene.doc, scene.cues
    assert draft.who is not None and draft.head is not None
    pools = known.anonymous | known.lists["documents"] | known.lists["speakers"]
    pools = pools | known.lists["offices"]
    words = doc.lower[draft.who[0] : draft.who[1] + 1]
    return doc.words[draft.head][:1].isupper() or any(w in pools for w in words)


def hearers(scene: Scene, draft: Draft, others: list[Draft]) -> list[str]:
    """The outlets that a source told it to, in the cue's own sentence ("told Reuters")."""
    doc = scene.doc
    stop = scene.sentence(draft.cue[0])[1]
    rivals = (d.group()[0] for d in others if d.group()[0] > draft.group()[1])
    stop = min(stop, min(rivals, default=stop))
    names: list[str] = []
    for i in range(draft.group()[0], stop):
        told = doc.lower[i] in TO or (doc.lower[i] == "by" and doc.lower[i - 1] == "saying")
        if told and scene.inside[i] == scene.inside[draft.cue[0]]:
            j = i + 1
            while j < min(stop, i + 5) and doc.lower[j] in scene.cues.lists["handing"]:
                j += 1
            found = outlet_at(doc.words, j, stop) if j < stop else None
            if found and not follows(scene, found[1]):
                names.append(found[0].name)
            elif found is None and (name := described(scene, i + 1, j, stop)):
                names.append(name)
        if doc.words[i] in MARKS and i > draft.cue[1] + 12:
            break
    return names


def described(scene: Scene, first: int, i: int, stop: int) -> str | None:
    """An outlet of no known name whose kind is said: "the Firat news agency", "kantor berita X".

    Between `first` and `i` stand the words that lead to the name.
    """
    doc, kinds = scene.doc, scene.cues.lists["outlet_kinds"]
    last = i
    while last < min(stop, i + 4) and doc.words[last][:1].isupper():
        last += 1
    if last == i:
        return None
    before = " ".join(doc.lower[first:i])
    after = " ".join(doc.lower[last : last + 2])
    said = before.endswith(tuple(kinds)) if doc.language == "id" else after.startswith(tuple(kinds))
    return " ".join(doc.words[i:last]) if said else None


def follows(scene: Scene, i: int) -> bool:
    """Whether a name goes on after an outlet's ("Times Square"): then it is none."""
    doc = scene.doc
    more = i < len(doc) and doc.words[i][:1].isupper() and doc.words[i] not in COMMAS
    return more and doc.lower[i] not in ("on", "pada", "news", "tv", "television")


def reporter_of(scene: Scene, draft: Draft) -> None:
    """A correspondent of an outlet is heard through it ("wartawan BBC, X")."""
    doc = scene.doc
    assert draft.who is not None
    first, last = draft.who
    if draft.kind == "outlet" or not scene.cues.lists["reporters"] & set(
        doc.lower[first : last + 1]
    ):
        return
    for i in range(first, last + 1):
        if found := outlet_at(doc.words, i, last + 1):
            draft.via.append(found[0].name)
            return


def without_relay(scene: Scene, draft: Draft) -> None:
    """Cut from a source's phrase through whom or on whose word it is heard ("a spokesman, quoted by
    the agency", "Russian agencies, citing the ministry")."""
    if draft.who is None or draft.head is None or draft.kind == "outlet":
        return
    first, last = draft.who
    for hit in scene.hits:
        if first < hit.first <= last and hit.cue.frames & {"relay", "handed"}:
            last = hit.first - 1
            while last > first and scene.doc.lower[last] in RELATIVE:
                last -= 1
            if draft.head <= last:
                draft.who = (first, last)
            return


def own(scene: Scene, name: str) -> bool:
    """Whether the outlet is the one that reports."""
    mine = scene.doc.report.outlet
    if not mine:
        return False
    if bare_name(mine) == bare_name(name):
        return True
    known = find_outlet(mine)
    return known is not None and known.name == name


def bare_name(outlet: str) -> str:
    """An outlet's name without the ending of its address."""
    return re.sub(r"[.](com|co[.]id|id|co|net|org)$", "", outlet.lower())


def overlap(a: Range, b: Range) -> bool:
    """Whether two ranges of tokens share one."""
    return a[0] <= b[1] and b[0] <= a[1]


def handed_by(scene: Scene, drafts: list[Draft]) -> set[str]:
    """The outlets that the report quotes, its own left out; none where the first of them comes
    late: a report says at its head which story it follows, later only whose words these are."""
    doc, lower = scene.doc, scene.doc.lower
    relays = [d for d in drafts if d.frame == "handed" and lower[d.cue[1]] not in TO]
    relays = [d for d in relays if d.outlet and not own(scene, d.outlet)]
    first = min((doc.sentence_of[d.cue[0]] for d in relays), default=0)
    if doc.paragraph and doc.paragraph[first] - doc.paragraph[0] >= HEAD:
        return set()
    return {d.outlet for d in relays if d.outlet}


def hand_on(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Turn outlets that relay a source of their sentence into its `via`; keep the others."""
    doc = scene.doc
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(doc.sentence_of[draft.cue[0]], []).append(draft)
    kept: list[Draft] = []
    for sentence in sorted(by_sentence):
        kept += within_sentence(scene, by_sentence[sentence], kept)
    for draft in kept:
        names = dict.fromkeys(draft.via)
        draft.via = [n for n in names if not own(scene, n) and n != draft.outlet]
    kept.sort(key=lambda d: d.cue)
    return [d for d in kept if not (d.outlet and own(scene, d.outlet))]


def within_sentence(scene: Scene, group: list[Draft], before: list[Draft]) -> list[Draft]:
    """The drafts of one sentence with its relays handed on; "X as quoted by Y": Y is nearest."""
    relays = [d for d in group if d.frame == "handed" and d.kind == "outlet"]
    others = [d for d in group if d not in relays and d.frame not in ("silent", "wish")]
    chain = [d.outlet for d in reversed(relays) if d.outlet]
    speaking = [d for d in others if d.kind != "outlet"]
    told = [d for d in others if d.kind == "outlet" and d.outlet]
    for draft in speaking:
        outer = [d.outlet for d in told if d.outlet and covers(d, draft)]
        if draft.frame == "relay" and draft.stance == "asserts":
            draft.stance = next((d.stance for d in told if covers(d, draft)), draft.stance)
        draft.via = chain + draft.via + outer + hearers(scene, draft, speaking)
    told = [d for d in told if not any(covers(d, s) for s in speaking if s.frame != "act")]
    for draft in told:
        draft.via = chain + draft.via
    rest = [d for d in group if d not in relays and d not in others]
    if relays and not speaking and not told:
        if ends_paragraph(scene, relays[0], before, chain):
            return rest
        relays[0].via = chain[:-1]
        rest.append(relays[0])
    return speaking + told + rest


def ends_paragraph(scene: Scene, relay_: Draft, before: list[Draft], chain: list[str]) -> bool:
    """ "Demikian dilaporkan X": the sources of the paragraph before it came through X."""
    doc = scene.doc
    if doc.lower[relay_.cue[0]] != "demikian" or not doc.paragraph:
        return False
    here = doc.paragraph[doc.sentence_of[relay_.cue[0]]]
    near = [d for d in before if here - doc.paragraph[doc.sentence_of[d.cue[0]]] <= 1]
    for draft in near:
        if draft.kind != "outlet" and not draft.via:
            draft.via = chain.copy()
    return bool(near)


def covers(outer: Draft, inner: Draft) -> bool:
    """Whether the outlet's report holds what the source tells, cue and all."""
    return any(overlap(c, inner.cue) for c in outer.content) or (
        inner.frame == "relay" and outer.cue != inner.cue
    )
