"""Who speaks at a cue: subjects, agents, inverted speakers."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.sources.phrases import (
    COMMAS,
    MARKS,
    left_phrase,
    listed,
    noun_phrase,
    phrase_head,
    right_phrase,
)
from jalur.sources.scene import Hit, Range, Scene

BE = frozenset({"was", "were", "been", "being", "is", "are", "be", "get", "got"})
FINITE = BE | {"has", "have", "had", "will", "would", "can", "could", "should", "must", "did"}
CLITICS = frozenset({"nya", "ia", "dia", "beliau", "mereka", "kami", "kita", "saya", "pihaknya"})
SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "ia", "dia", "mereka"})
ENDS = frozenset({",", "?", "!", "…", "-", "–", "—", "--"}) | MARKS | {"'", "’"}
DEEP = 4
"""Verbs climbed at most to find a shared subject ("said, adding, and warning that")."""

Named = tuple[Range, int]
"""The phrase of a source and its head token."""


def is_passive(scene: Scene, hit: Hit) -> bool:
    """Whether the cue verb stands in the passive."""
    doc = scene.doc
    if doc.language == "id":
        return hit.cue.words[0].startswith("di")
    if hit.cue.voice != "any" or hit.cue.shape != "participle":
        return False
    if scene.is_parsed(hit.first):
        relations = {doc.deprel[c] for c in doc.children[hit.first]}
        if doc.deprel[hit.first] == "acl":
            return True
        if relations & {"aux:pass", "nsubj:pass", "csubj:pass"}:
            return True
        if "nsubj" in relations:
            return False
    before = doc.lower[max(hit.begin, hit.first - 3) : hit.first]
    return any(w in BE for w in before[-2:])


def inverted(scene: Scene, hit: Hit) -> bool:
    """Whether what stands before the cue lets a speaker follow it: a comma or a closing mark."""
    doc, i = scene.doc, hit.first - 1
    while i >= hit.begin and doc.lower[i] in ("demikian", "begitu", "juga"):
        i -= 1
    return i < hit.begin or doc.words[i] in ENDS or scene.quote_closing(i) >= 0


def speaker(scene: Scene, hit: Hit, passive: bool) -> Named | None:
    """The source of a verb of telling."""
    doc = scene.doc
    if passive:
        return agent(scene, hit)
    finite = doc.language == "en" and hit.cue.shape in ("participle", "finite")
    finite = finite and "tell" not in hit.cue.frames
    if finite and inverted(scene, hit) and (found := inverted_speaker(scene, hit)):
        return found
    by_tree = subject_phrase(scene, hit)
    before = doc.lower[hit.first - 1] if hit.first > hit.begin else ""
    if hit.cue.shape == "gerund" or before in ("to", "untuk", "guna", "buat"):
        return by_tree
    if by_tree and goes_on(doc, hit):
        return by_tree
    if by_tree and doc.language == "en":
        return by_tree
    phrase = left_phrase(doc, hit.first, max(hit.begin, scene.told_until(hit)))
    if phrase is None or not plain(scene, phrase, hit):
        return by_tree
    if by_tree and adjacent(scene, by_tree[0], hit) and not wider(phrase, by_tree[0]):
        return by_tree
    return phrase, phrase_head(doc, phrase)


def goes_on(doc: Doc, hit: Hit) -> bool:
    """Whether a cue is joined to the verb before it, whose subject it shares ("membantahnya dan
    mengatakan …")."""
    i = hit.first - 1
    while i > hit.begin and doc.lower[i] in listed(doc, "within_verb"):
        i -= 1
    return i > hit.begin and doc.lower[i] in listed(doc, "joining")


def subject_phrase(scene: Scene, hit: Hit) -> Named | None:
    """The verb's subject by the tree, if there is one to be trusted."""
    doc = scene.doc
    if not scene.is_parsed(hit.first) or purpose(scene, hit):
        return None
    head = subject(doc, hit.first)
    if head is None or not sound(scene, head, hit):
        return None
    return noun_phrase(doc, head, (hit.first, hit.last)), head


def plain(scene: Scene, phrase: Range, hit: Hit) -> bool:
    """Whether words before a cue can be a name: no verb in them, on the cue's side of all marks."""
    doc = scene.doc
    if scene.inside[phrase[0]] != scene.inside[hit.first]:
        return False
    if doc.lower[hit.first - 1] in listed(doc, "relative"):
        return not scene.is_parsed(hit.first)
    inside = range(phrase[0], phrase[1] + 1)
    verbs = [i for i in inside if doc.upos[i] in ("VERB", "AUX")]
    return all(doc.deprel[i].startswith(("acl", "amod")) for i in verbs)


def adjacent(scene: Scene, phrase: Range, hit: Hit) -> bool:
    """Whether only adverbs, auxiliaries or a relative word stand between a phrase and its verb."""
    doc = scene.doc
    between = doc.lower[phrase[1] + 1 : hit.first]
    between_words = listed(doc, "within_verb") | listed(doc, "relative") | {","}
    return phrase[1] < hit.first and all(w in between_words for w in between)


def wider(phrase: Range, other: Range) -> bool:
    """Whether a phrase holds the other and more ("Menlu Iran, X" beside "X")."""
    return phrase[0] < other[0] and other[1] <= phrase[1] + 1


def inverted_speaker(scene: Scene, hit: Hit) -> Named | None:
    """The speaker right of the cue in '…," said X'."""
    doc = scene.doc
    if hit.first == hit.begin:
        return None
    phrase = right_phrase(doc, hit.last + 1, hit.stop)
    if phrase is None or scene.inside[phrase[0]] >= 0 > scene.inside[hit.first]:
        return None
    if scene.is_parsed(hit.first):
        kids = doc.children[hit.first]
        right = [c for c in kids if doc.deprel[c].startswith("nsubj") and c > hit.last]
        if right:
            phrase = noun_phrase(doc, right[0], (hit.first, hit.last))
            return (phrase, right[0]) if phrase[0] <= hit.last + 2 else None
        if not right:
            verbs = {doc.upos[i] for i in range(phrase[0], phrase[1] + 1)} & {"VERB", "AUX"}
            if verbs or any(doc.deprel[c].startswith("nsubj") for c in kids):
                return None
    elif any(w in FINITE for w in doc.lower[phrase[0] : phrase[1] + 1]):
        return None
    elif doc.lower[phrase[0]] in SUBJECT_PRONOUNS and phrase[1] + 1 < hit.stop:
        after = doc.words[phrase[1] + 1]
        if after not in COMMAS | MARKS | {"."}:
            return None
    return phrase, phrase_head(doc, phrase)


def purpose(scene: Scene, hit: Hit) -> bool:
    """Whether the cue stands in a clause of purpose, which tells nothing ("to show", "untuk")."""
    doc, i = scene.doc, hit.first
    opened = i > hit.begin and doc.lower[i - 1] in ("to", "untuk", "guna", "agar", "demi")
    return opened and doc.deprel[i].partition(":")[0] in ("acl", "advcl")


def subject(doc: Doc, verb: int) -> int | None:
    """The head of the verb's subject by the tree, shared subjects and relative clauses included."""
    for _ in range(DEEP):
        for child in doc.children[verb]:
            if doc.deprel[child].startswith("nsubj"):
                if doc.lower[child] in listed(doc, "relative"):
                    return antecedent_of_clause(doc, verb)
                return child
        relation, above = doc.deprel[verb], doc.head[verb]
        if above == verb:
            return None
        if relation.startswith("acl"):
            return above
        if relation.partition(":")[0] not in ("conj", "xcomp", "advcl"):
            return None
        verb = above
    return None


def antecedent_of_clause(doc: Doc, verb: int) -> int | None:
    """The noun that a relative clause around `verb` belongs to."""
    for _ in range(DEEP):
        if doc.deprel[verb].startswith("acl"):
            return doc.head[verb]
        if doc.head[verb] == verb:
            return None
        verb = doc.head[verb]
    return None


def sound(scene: Scene, head: int, hit: Hit) -> bool:
    """Whether a subject given by the tree can be the cue's: not across a mark of quotation."""
    doc = scene.doc
    if scene.inside[head] != scene.inside[hit.first]:
        return False
    if doc.lower[head] in listed(doc, "before") | listed(doc, "within_verb"):
        return False
    return (
        doc.upos[head] not in ("PUNCT", "ADP", "SCONJ", "CCONJ") and doc.words[head][:1].isalnum()
    )


def agent(scene: Scene, hit: Hit) -> Named | None:
    """Who acts in a passive: after "by" or "oleh", in Indonesian also right after the verb."""
    doc = scene.doc
    i = hit.last + 1
    by = "by" if doc.language == "en" else "oleh"
    for j in range(i, min(i + 8, hit.stop)):
        if doc.lower[j] == by:
            phrase = right_phrase(doc, j + 1, hit.stop)
            return (phrase, phrase_head(doc, phrase)) if phrase else None
        joined = doc.words[j] in COMMAS | MARKS or doc.lower[j] in ("and", "dan", "serta")
        if joined or (j > hit.last and verbal(scene, j)):
            break
    if doc.language != "id" or i >= hit.stop:
        return None
    if doc.lower[i] in CLITICS:
        return (i, i), i
    phrase = right_phrase(doc, i, hit.stop)
    if phrase is None or not names_somebody(scene, phrase):
        return None
    return phrase, phrase_head(doc, phrase)


def verbal(scene: Scene, i: int) -> bool:
    """Whether token `i` is another verb, whose agent it may be that follows."""
    if scene.is_parsed(i):
        return scene.doc.upos[i] == "VERB"
    return scene.doc.language == "id" and scene.doc.lower[i].startswith(("di", "me"))


def names_somebody(scene: Scene, phrase: Range) -> bool:
    """Whether the phrase begins like a name, an office or a person."""
    doc, known = scene.doc, scene.cues
    word = doc.words[phrase[0]]
    if word[:1].isupper() or doc.lower[phrase[0]] in CLITICS | {
        "seorang",
        "sejumlah",
        "para",
        "juru",
    }:
        return True
    pool = known.anonymous | known.lists["speakers"] | known.lists["outlets"]
    return doc.lower[phrase[0]] in pool or doc.lower[phrase[0]] in known.lists["offices"]
