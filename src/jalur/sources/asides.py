"""Sources that stand beside what they tell: "kata X", "menurut X", "according to X"."""

from __future__ import annotations

from jalur.sources.contents import quotes_beside, take_quotes
from jalur.sources.order import around, rest_right
from jalur.sources.phrases import listed, noun_phrase, phrase_head, right_phrase
from jalur.sources.scene import Draft, Hit, Range, Scene
from jalur.sources.subjects import CLITICS, Named, inverted, names_somebody


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
        if found is None or not (
            hit.cue.words[0] in scene.cues.lists["sure"] or names_somebody(scene, found)
        ):
            return None
        if not beside and not names_somebody(scene, found):
            return None
        phrase = found
    name = before_verb(scene, phrase)
    draft = Draft("bare", hit.cue.stance, (hit.first, hit.last), name, phrase_head(doc, name))
    place(scene, draft, hit, loose=name != phrase)
    return draft


def before_verb(scene: Scene, phrase: Range) -> Range:
    """A speaker's name without the sentence that goes on after it with no comma ("Keduanya, kata
    Salim ditangkap di pasar")."""
    doc = scene.doc
    for j in range(phrase[0] + 1, phrase[1] + 1):
        if doc.upos[j] == "VERB" and doc.ner[j - 1].endswith("PER") and not doc.ner[j]:
            return phrase[0], j - 1
    return phrase


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
    if " ".join(hit.cue.words) in scene.cues.lists["grounds"] and doc.lower[head] not in (
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


def place(scene: Scene, draft: Draft, hit: Hit, loose: bool = False) -> None:
    """Give a parenthesis what it stands beside: quotations, else the words around it.

    `loose`: the sentence goes on after it without a comma.
    """
    doc, group = scene.doc, draft.group()
    left, right = quotes_beside(scene, group, hit.begin, hit.stop)
    if draft.frame in ("handed", "relay") and left < 0:
        right = -1
    if take_quotes(scene, draft, left, right, hit.begin):
        return
    aside = group[0] - hit.begin > 1 or (draft.frame == "relay" and draft.kind != "outlet")
    if draft.frame == "relay" and doc.lower[draft.cue[0] - 1] in listed(doc, "relative"):
        aside = False
    if aside:
        draft.content += around(
            scene, group, hit.begin, hit.stop, loose or draft.frame == "preposition"
        )
    elif told := rest_right(scene, group[1] + 1, hit.stop):
        draft.content.append(told)
