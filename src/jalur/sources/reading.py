"""From a cue in the text to a draft: which of its frames it stands in, who tells, what is told."""

from __future__ import annotations

from jalur.model import Reason
from jalur.sources.asides import bare, place, preposition
from jalur.sources.contents import fill
from jalur.sources.nouns import noun
from jalur.sources.order import bare_end
from jalur.sources.phrases import noun_phrase
from jalur.sources.relays import relay
from jalur.sources.scene import VERBS, Draft, Hit, Scene
from jalur.sources.subjects import is_passive, speaker

# What a denial of telling comes to: who does not deny lets it stand.
TURNED = {"denies": "confirms", "confirms": "no-comment"}


def read(scene: Scene) -> list[Draft]:
    """Every draft of the report, cue by cue."""
    drafts = []
    for hit in scene.hits:
        draft = one(scene, hit)
        if draft is not None and not first_person(scene, draft):
            draft.reasons.insert(0, Reason("cue", f"{draft.frame}: {' '.join(hit.cue.words)}"))
            drafts.append(draft)
    return drafts


def first_person(scene: Scene, draft: Draft) -> bool:
    """Whether the source is "I", "we" or "you": it speaks within what another source tells."""
    if draft.who is None or draft.who[0] != draft.who[1]:
        return False
    return scene.doc.lower[draft.who[0]] in scene.cues.lists["speaking"]


def one(scene: Scene, hit: Hit) -> Draft | None:
    """The draft of one cue, None if it tells nothing here."""
    frames = hit.cue.frames
    if "silent" in frames:
        return silent(scene, hit)
    if frames & {"handed", "relay"}:
        draft = relay(scene, hit)
        if draft is not None:
            if draft.kind == "outlet" or draft.frame == "relay":
                place(scene, draft, hit)
            return draft
        if hit.cue.words[0] in ("menurut", "berdasarkan", "according"):
            return preposition(scene, Hit(hit.cue, hit.first, hit.first, hit.begin, hit.stop))
    if "preposition" in frames:
        return preposition(scene, hit)
    if "bare" in frames and (draft := bare(scene, hit)):
        return draft
    if frames & VERBS and is_verb(scene, hit):
        return verb(scene, hit)
    return noun(scene, hit) if "noun" in frames else None


def is_verb(scene: Scene, hit: Hit) -> bool:
    """Whether a word that may be a verb is one here."""
    doc, i = scene.doc, hit.first
    if scene.is_parsed(i):
        if doc.upos[i] in ("NOUN", "PROPN", "ADP", "ADJ", "ADV") and doc.language == "en":
            return False
        return doc.deprel[i].partition(":")[0] not in ("amod", "compound", "case", "flat")
    if doc.words[i - 1] == "-" and i > hit.begin:
        return False
    if doc.language == "id" or hit.cue.shape not in ("base", "finite", "noun"):
        return True
    before = doc.lower[i - 1] if i > hit.begin else ""
    after = doc.lower[hit.last + 1] if hit.last + 1 < hit.stop else ""
    return (
        after in scene.cues.lists["complements"] and before not in scene.cues.lists["determiners"]
    )


def verb(scene: Scene, hit: Hit) -> Draft | None:
    """The draft of a verb of telling."""
    doc = scene.doc
    passive = is_passive(scene, hit)
    found = speaker(scene, hit, passive)
    if found is None:
        return None
    frames = hit.cue.frames & VERBS
    order = ("say", "tell", "vouch", "act", "think", "show", "wish")
    frame = next(f for f in order if f in frames)
    if frames == {"show"} and doc.lower[found[1]] not in scene.cues.lists["documents"]:
        return None
    draft = Draft(frame, hit.cue.stance, (hit.first, hit.last), found[0], found[1])
    if negated(scene, hit):
        if hit.cue.stance not in TURNED:
            return None
        draft.stance = TURNED[hit.cue.stance]
    after = doc.lower[min(draft.group()[1] + 1, len(doc) - 1)]
    if passive and doc.language == "id" and after != "bahwa":
        before(scene, draft, hit)
    if not draft.content:
        fill(scene, draft, hit, frames)
    if passive and not draft.content:
        before(scene, draft, hit)
    if not draft.content and draft.stance != "asserts":
        beside(scene, draft, hit)
    return draft if draft.content or ends(scene, hit, draft) or ends_open(scene, hit) else None


def ends(scene: Scene, hit: Hit, draft: Draft) -> bool:
    """Whether nothing follows a cue; what is denied so is what was told before ("Baku rejected the
    accusation.")."""
    rest = scene.doc.upos[hit.last + 1 : hit.stop]
    return not rest or (draft.stance == "denies" and set(rest) == {"PUNCT"})


def beside(scene: Scene, draft: Draft, hit: Hit) -> None:
    """ "…, a claim that X denied": what stands before the noun is what X denies."""
    doc, i = scene.doc, hit.first
    noun = doc.head[i]
    if not doc.deprel[i].startswith("acl") or not hit.begin < noun < i:
        return
    cue = scene.cues.match(doc.lower, noun, hit.stop)
    first = min(doc.subtree(noun)[0], noun)
    if cue and "noun" in cue.frames and (told := bare_end(doc, hit.begin, first - 1)):
        draft.content.append(told)
        draft.reasons.append(Reason("anaphor", "what stands before the noun"))


def ends_open(scene: Scene, hit: Hit) -> bool:
    """Whether the sentence ends in a colon or comma: what is told stands in the next one."""
    return scene.doc.words[hit.stop - 1] in (":", ",")


def negated(scene: Scene, hit: Hit) -> bool:
    """Whether the telling is said not to be done ("have not said", "tidak membantah")."""
    window = scene.doc.lower[max(hit.begin, hit.first - 3) : hit.first]
    for k, word in enumerate(window):
        if word in scene.cues.lists["negations"]:
            return "," not in window[k:]
    return False


def before(scene: Scene, draft: Draft, hit: Hit) -> None:
    """A passive tells its own subject; "this" and "hal itu" stand for the sentence before."""
    doc = scene.doc
    words = doc.lower[hit.begin : hit.first]
    anaphor = scene.cues.lists["anaphors"]
    if hit.first - hit.begin <= 5 and anaphor & set(words):
        sentence = doc.sentence_of[hit.first]
        if sentence > 0:
            first, stop = doc.bounds[sentence - 1]
            draft.content.append((first, stop - 1))
            draft.reasons.append(Reason("anaphor", "the sentence before"))
        draft.content.append((hit.begin, hit.first - 1))
    elif doc.deprel[hit.first].startswith("acl") and doc.head[hit.first] < hit.first:
        draft.content.append(noun_phrase(doc, doc.head[hit.first], draft.cue))
    elif hit.first > hit.begin:
        draft.content.append((hit.begin, hit.first - 1))


def silent(scene: Scene, hit: Hit) -> Draft | None:
    """Somebody who does not answer; what it was asked about is left to the reader."""
    found = speaker(scene, hit, passive=False)
    if found is None:
        return None
    return Draft("silent", "no-comment", (hit.first, hit.last), found[0], found[1])
