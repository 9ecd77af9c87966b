"""From a cue in the text to a draft: which of its frames it stands in, who tells, what is told."""

from __future__ import annotations

from jalur.model import Reason
from jalur.sources.contents import around, fill, quotes_beside, rest_right, with_lead
from jalur.sources.phrases import noun_phrase, phrase_head, right_phrase
from jalur.sources.relays import relay
from jalur.sources.scene import VERBS, Draft, Hit, Scene
from jalur.sources.subjects import CLITICS, Named, inverted, is_passive, names_somebody, speaker

# Prepositions of ground: a source only before a document, an outlet or people.
GROUNDS = frozenset(
    {"berdasarkan", "based on", "merujuk", "mengacu", "merujuk pada", "mengacu pada"}
)
# Bare stems that are common words of other kinds: they tell only beside a quotation or a comma.
NEGATIONS = frozenset({"not", "n't", "never", "tidak", "tak", "belum", "bukan", "enggan"})
# What a denial of telling comes to: who does not deny lets it stand.
TURNED = {"denies": "confirms", "confirms": "no-comment"}
COMPLEMENTS = frozenset(
    [
        "that",
        "the",
        "a",
        "an",
        "it",
        "they",
        "he",
        "she",
        "we",
        "this",
        "there",
        "his",
        "her",
        "their",
        "no",
    ]
)
SURE = frozenset({"kata", "ujar", "tutur", "ucap", "imbuh", "papar", "tukas", "tandas", "beber"})


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
    return after in COMPLEMENTS and before not in scene.cues.lists["determiners"]


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
    fill(scene, draft, hit, frames)
    if passive and not draft.content:
        before(scene, draft, hit)
    return draft if draft.content or hit.stop == hit.last + 1 or ends_open(scene, hit) else None


def ends_open(scene: Scene, hit: Hit) -> bool:
    """Whether the sentence ends in a colon or comma: what is told stands in the next one."""
    return scene.doc.words[hit.stop - 1] in (":", ",")


def negated(scene: Scene, hit: Hit) -> bool:
    """Whether the telling is said not to be done ("have not said", "tidak membantah")."""
    window = scene.doc.lower[max(hit.begin, hit.first - 3) : hit.first]
    for k, word in enumerate(window):
        if word in NEGATIONS:
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
    elif hit.first > hit.begin:
        draft.content.append((hit.begin, hit.first - 1))


def bare(scene: Scene, hit: Hit) -> Draft | None:
    """An Indonesian bare stem with its speaker after it: '…," kata X'."""
    doc = scene.doc
    i = hit.last + 1
    beside = inverted(scene, hit)
    if i >= hit.stop or (not beside and hit.cue.words[-1] != "kata"):
        return None
    if doc.lower[i] in CLITICS or doc.words[i][:1] == "@":
        phrase = (i, i)
    else:
        found = right_phrase(doc, i, hit.stop)
        if found is None or not (hit.cue.words[0] in SURE or names_somebody(scene, found)):
            return None
        if not beside and not names_somebody(scene, found):
            return None
        phrase = found
    draft = Draft("bare", hit.cue.stance, (hit.first, hit.last), phrase, phrase_head(doc, phrase))
    place(scene, draft, hit)
    return draft


def preposition(scene: Scene, hit: Hit) -> Draft | None:
    """The draft of "menurut X", "according to X"."""
    doc = scene.doc
    i = hit.last + 1
    found = governed(scene, hit)
    if found is None:
        clitic = i < hit.stop and doc.lower[i] in CLITICS
        phrase = (i, i) if clitic else right_phrase(doc, i, hit.stop, hit.first - hit.begin <= 1)
        if phrase is None:
            return None
        found = phrase, phrase_head(doc, phrase)
    phrase, head = found
    if " ".join(hit.cue.words) in GROUNDS and doc.lower[head] not in (
        scene.cues.lists["documents"] | scene.cues.anonymous | scene.cues.lists["outlets"]
    ):
        return None
    draft = Draft("preposition", hit.cue.stance, (hit.first, hit.last), phrase, head)
    place(scene, draft, hit)
    return draft


def governed(scene: Scene, hit: Hit) -> Named | None:
    """The noun phrase that the tree hangs the preposition on, right after it."""
    doc = scene.doc
    head = doc.head[hit.first]
    if not scene.is_parsed(hit.first) or doc.deprel[hit.first] not in ("case", "mark"):
        return None
    if head <= hit.last or doc.upos[head] not in ("NOUN", "PROPN", "PRON"):
        return None
    phrase = noun_phrase(doc, head, (hit.first, hit.last))
    verbs = any(doc.upos[i] in ("VERB", "AUX") for i in range(phrase[0], phrase[1] + 1))
    return None if verbs or phrase[0] != hit.last + 1 else (phrase, head)


def place(scene: Scene, draft: Draft, hit: Hit) -> None:
    """Give a parenthesis what it stands beside: quotations, else the words around it."""
    group = draft.group()
    left, right = quotes_beside(scene, group, hit.begin, hit.stop)
    if draft.frame in ("handed", "relay") and left < 0:
        right = -1
    for q in (left, right):
        if q >= 0:
            draft.quotes.append(q)
            quote = scene.quotes[q]
            lead = with_lead(scene, q, hit.begin)
            draft.content.append(lead if q == left else (quote.open, quote.close))
            draft.quoted = True
    if draft.content:
        return
    aside = group[0] - hit.begin > 1 or (draft.frame == "relay" and draft.kind != "outlet")
    if aside:
        draft.content += around(scene, group, hit.begin, hit.stop, draft.frame == "preposition")
    elif told := rest_right(scene, group[1] + 1, hit.stop):
        draft.content.append(told)


def noun(scene: Scene, hit: Hit) -> Draft | None:
    """The draft of a telling noun: 'klaim Moskow bahwa …', "Moscow's claim that …"."""
    doc = scene.doc
    that = "bahwa" if doc.language == "id" else "that"
    window = range(hit.last + 1, min(hit.last + 10, hit.stop))
    at = next((j for j in window if doc.lower[j] == that), None)
    if at is None or at + 2 >= hit.stop:
        return None
    owner = None
    if any(scene.cues.match(doc.lower, j, at) for j in range(hit.last + 1, at)):
        return None
    if doc.language == "id" and at > hit.last + 1:
        owner = right_phrase(doc, hit.last + 1, at)
    elif doc.language == "en":
        if doc.lower[hit.first - 1] in ("his", "her", "their", "its"):
            owner = (hit.first - 1, hit.first - 1)
        elif doc.lower[hit.last + 1] in ("by", "from", "of") and at > hit.last + 2:
            owner = right_phrase(doc, hit.last + 2, at)
        elif (s := possessive(scene, hit)) is not None:
            owner = s
    if owner is None:
        return None
    told = rest_right(scene, at, hit.stop)
    if scene.is_parsed(hit.first):
        clause = [
            c
            for c in doc.children[hit.first]
            if c > at and doc.deprel[c].startswith(("acl", "ccomp"))
        ]
        if clause:
            told = (at + 1, max(doc.subtree(clause[0])))
    draft = Draft("noun", hit.cue.stance, (hit.first, hit.last), owner, phrase_head(doc, owner))
    draft.content = [told] if told else []
    return draft


def possessive(scene: Scene, hit: Hit) -> tuple[int, int] | None:
    """The owner before a noun: "the army's claim"."""
    doc = scene.doc
    for j in range(hit.first - 1, max(hit.begin, hit.first - 4) - 1, -1):
        if doc.lower[j] in ("'s", "’s", "'"):
            first = j - 1
            while first - 1 >= hit.begin and (
                doc.words[first - 1][:1].isupper() or doc.lower[first - 1] == "the"
            ):
                first -= 1
            return first, j - 1
    return None


def silent(scene: Scene, hit: Hit) -> Draft | None:
    """Somebody who does not answer; what it was asked about is left to the reader."""
    found = speaker(scene, hit, passive=False)
    if found is None:
        return None
    return Draft("silent", "no-comment", (hit.first, hit.last), found[0], found[1])
