"""What goes on over sentences: pronouns, quotations without a cue, colons before paragraphs."""

from __future__ import annotations

from jalur.model import Reason
from jalur.sources.quotes import DOUBLE, SINGLE, paragraphs
from jalur.sources.scene import Draft, Range, Scene

PERSONS = frozenset({"say", "bare", "tell", "vouch", "think", "act", "preposition", "relay", "run"})


def name_antecedents(scene: Scene, drafts: list[Draft]) -> None:
    """Give each pronoun source its antecedent: the last source, or subject, that is a person."""
    doc = scene.doc
    known = scene.cues.lists
    last: Draft | None = None
    for draft in drafts:
        if draft.head is None or draft.who is None:
            continue
        pronoun = (
            doc.lower[draft.head] in known["one"] | known["many"] and draft.who[0] == draft.who[1]
        )
        if not pronoun:
            if draft.kind in ("named", "anonymous") and draft.frame in PERSONS:
                link_definite(scene, draft, drafts)
                last = draft
            continue
        found = subject_between(scene, draft, last)
        if found is None and last is not None:
            found = last.who
            draft.kind, draft.outlet = last.kind, last.outlet
            draft.via += [n for n in last.via if n not in draft.via]
        if found:
            span = doc.span(*found)
            draft.reasons.append(Reason("antecedent", f"{span.start}:{span.end}"))


def subject_between(scene: Scene, draft: Draft, last: Draft | None) -> Range | None:
    """The person that is subject of the sentence before the pronoun's, if no source came since."""
    doc = scene.doc
    here = doc.sentence_of[draft.cue[0]]
    if here == 0 or not doc.parsed[here - 1]:
        return None
    begin, stop = doc.bounds[here - 1]
    if last and last.cue[0] >= begin:
        return None
    for i in range(begin, stop):
        root = doc.head[doc.head[i]] == doc.head[i]
        if doc.deprel[i].startswith("nsubj") and root and doc.ner[i].endswith("PER"):
            end = i
            while end + 1 < stop and doc.ner[end + 1] == "I-PER":
                end += 1
            return i, end
    return None


def link_definite(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """A description or a part of a name met again ("the commander", "Trump") keeps its chain."""
    doc = scene.doc
    assert draft.who is not None and draft.head is not None
    words = {w for w in doc.lower[draft.who[0] : draft.who[1] + 1] if len(w) > 2} - {
        "the",
        "itu",
        "tersebut",
    }
    for before in drafts:
        if before.cue >= draft.cue:
            break
        if before.who is None or before.head is None or before.frame == "run":
            continue
        earlier = doc.lower[before.who[0] : before.who[1] + 1]
        if (
            words
            and words <= set(earlier)
            and doc.lower[draft.head] in earlier
            and len(earlier) > len(words)
        ):
            if draft.kind == "anonymous":
                draft.kind = before.kind
            draft.via += [n for n in before.via if n not in draft.via]
            span = doc.span(*before.who)
            draft.reasons.append(Reason("antecedent", f"{span.start}:{span.end}"))
            return


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
