"""What goes on over sentences: quotations without a cue, colons, passages taken from an outlet."""

from __future__ import annotations

from jalur.model import Reason
from jalur.sources.quotes import DOUBLE, SINGLE, paragraphs
from jalur.sources.scene import Draft, Scene

SPEECH = frozenset({"say", "bare", "tell", "vouch", "preposition", "handed", "relay", "show"})

TURN = 4
"""Tokens at most between a turning word and the source that takes over."""


def run_on(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Drafts for quotations that no cue claims: they go on with the speaker before or after."""
    claimed = {q for d in drafts for q in d.quotes}
    spoken = [d for d in drafts if d.quotes or d.frame in ("say", "bare", "tell", "preposition")]
    added: list[Draft] = []
    for q, quote in enumerate(scene.quotes):
        if q in claimed or not quote.speech or not alone(scene, q):
            continue
        speaker = next((d for d in spoken if q - 1 in d.quotes), None)
        if unclosed(scene, q):
            speaker = next((d for d in spoken if q + 1 in d.quotes), None) or speaker
        if speaker is None:
            speaker = nearest(scene, spoken, q)
        if speaker is None:
            continue
        draft = Draft("run", "asserts", speaker.cue, speaker.who, speaker.head, kind=speaker.kind)
        draft.content, draft.quoted, draft.quotes = [(quote.open, quote.close)], True, [q]
        draft.via, draft.outlet = list(speaker.via), speaker.outlet
        draft.reasons = [*speaker.reasons, Reason("continues", "a quotation without a cue")]
        spoken.append(draft)
        added.append(draft)
    return added


def alone(scene: Scene, q: int) -> bool:
    """Whether a quotation begins where a sentence begins."""
    quote = scene.quotes[q]
    return quote.open == scene.sentence(quote.open)[0]


def unclosed(scene: Scene, q: int) -> bool:
    """Whether a quotation runs over the end of its paragraph."""
    doc, quote = scene.doc, scene.quotes[q]
    return doc.words[quote.close] not in DOUBLE | SINGLE


def nearest(scene: Scene, spoken: list[Draft], q: int) -> Draft | None:
    """The last draft of speech before a quotation, in its paragraph or the one before."""
    doc, quote = scene.doc, scene.quotes[q]
    found = None
    for draft in spoken:
        if draft.cue[0] >= quote.open:
            break
        found = draft
    if found is None or not doc.paragraph:
        return found
    here = doc.paragraph[doc.sentence_of[quote.open]]
    there = doc.paragraph[doc.sentence_of[found.cue[0]]]
    return found if here - there <= 1 else None


def after_colon(scene: Scene, drafts: list[Draft]) -> None:
    """ "X said:" at the end of a paragraph: the paragraphs that follow are what is told."""
    doc = scene.doc
    spans = list(paragraphs(doc))
    starts = {stop: n + 1 for n, (_, stop) in enumerate(spans)}
    for draft in drafts:
        stop = scene.sentence(draft.cue[0])[1]
        number = starts.get(stop)
        if draft.quotes or number is None or number >= len(spans) or doc.words[stop - 1] != ":":
            continue
        if draft.frame not in ("say", "bare", "tell", "vouch", "act", "show"):
            continue
        last = number
        while last + 1 < len(spans) and doc.words[spans[last][1] - 1] != ":":
            last += 1
        if doc.words[spans[last][1] - 1] == ":" and last > number:
            last -= 1
        draft.content = [(spans[number][0], spans[last][1] - 1)]
        draft.reasons.append(Reason("continues", "paragraphs after a colon"))


def from_outlet(scene: Scene, drafts: list[Draft]) -> None:
    """What opens with an outlet ("Dilansir dari X, …") goes on with it until another source."""
    doc = scene.doc
    for number, draft in enumerate(drafts):
        begin, stop = scene.sentence(draft.cue[0])
        if draft.frame != "handed" or draft.kind != "outlet" or draft.cue[0] > begin + 1:
            continue
        others = (d.group()[0] for d in drafts[number + 1 :] if d.frame in SPEECH)
        after = next((scene.sentence(i)[0] for i in others if i >= stop), len(doc))
        if after > stop:
            draft.content.append((stop, after - 1))
            draft.reasons.append(Reason("continues", "a passage taken from an outlet"))


def part(scene: Scene, drafts: list[Draft]) -> None:
    """What one source tells ends where another takes over ("…, sementara Y mengatakan …")."""
    doc, turns = scene.doc, scene.cues.lists["turns"]
    for draft in drafts:
        if draft.quoted or len(draft.content) != 1 or draft.content[0][0] < draft.cue[0]:
            continue
        first, last = draft.content[0]
        for other in drafts:
            begin = other.group()[0]
            if not first + 1 < begin <= last or other.frame not in SPEECH | {"act"}:
                continue
            near = range(max(first + 2, begin - TURN), begin)
            at = next((j for j in near if doc.lower[j] in turns), None)
            if at is not None:
                end = at - 2 if doc.words[at - 1] == "," else at - 1
                draft.content = [(first, max(first, end))]
                break
