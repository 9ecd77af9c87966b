"""What a source tells: quotations beside the cue, complements by the tree, else by word order."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.sources.order import bare_end, by_order, rest_right, tells_right
from jalur.sources.phrases import listed
from jalur.sources.scene import Draft, Hit, Range, Scene
from jalur.sources.subjects import goes_on

CLAUSES = frozenset({"ccomp", "parataxis", "csubj"})
OBJECTS = frozenset({"obj", "ccomp", "xcomp", "csubj", "dobj"})


def quotes_beside(scene: Scene, group: Range, begin: int, stop: int) -> tuple[int, int]:
    """The quotations that end right before and begin right after cue and source, or -1."""
    doc = scene.doc
    i = group[0] - 1
    while i >= begin - 1 and i >= 0 and doc.words[i] in (",", "-", "–", "—", "--"):
        i -= 1
    left = scene.quote_closing(i) if i >= 0 else -1
    if left >= 0 and i < begin and not runs_into(scene, i, group[0]):
        left = -1
    if left >= 0 and not scene.quotes[left].speech and scene.quotes[left].open > begin:
        left = -1
    return left, opening_after(scene, group[1] + 1, stop)


def runs_into(scene: Scene, close: int, first: int) -> bool:
    """Whether a quotation that ends the sentence before goes on with the cue: '"Why?" he asked'."""
    doc = scene.doc
    if doc.paragraph:
        sentences = doc.sentence_of[close], doc.sentence_of[first]
        if doc.paragraph[sentences[0]] != doc.paragraph[sentences[1]]:
            return False
    return doc.words[close - 1] in ("?", "!", "…", "...", ",", "-", "—") or (
        doc.words[first][:1].islower()
    )


def opening_after(scene: Scene, i: int, stop: int) -> int:
    """The quotation that begins after a comma or colon right of the cue in its sentence, or -1."""
    doc = scene.doc
    for j in range(i, stop):
        q = scene.quote_opening(j)
        if q >= 0:
            tight = j == i or doc.words[j - 1] in (",", ":", "--", "–", "—")
            return q if tight else -1
        if doc.lower[j] in ("that", "bahwa", "and", "dan"):
            return -1
    if stop < len(doc) and doc.words[stop - 1] == ":":
        return scene.quote_opening(stop)
    return -1


def with_lead(scene: Scene, q: int, begin: int) -> Range:
    """The quotation with the words of its sentence that lead into it ('The raid was "cruel"')."""
    quote = scene.quotes[q]
    sentence = scene.sentence(quote.open)[0]
    lead = quote.open - sentence
    first = sentence if lead and begin <= sentence and not quote.speech else quote.open
    return first, quote.close


def take_quotes(scene: Scene, draft: Draft, left: int, right: int, begin: int) -> bool:
    """Give a draft the quotations beside it, the left one with its lead; whether there is any."""
    if left >= 0:
        draft.quotes.append(left)
        draft.content.append(with_lead(scene, left, begin))
    if right >= 0:
        draft.quotes.append(right)
        draft.content.append((scene.quotes[right].open, scene.quotes[right].close))
    found = left >= 0 or right >= 0
    draft.quoted = draft.quoted or found
    return found


def led(doc: Doc, child: int, cue: Range) -> bool:
    """Whether a phrase after a cue of several words is led in by its last, a preposition ("mengaku
    bertanggung jawab *atas* serangan")."""
    return child > cue[1] and any(
        doc.deprel[c] == "case" and cue[0] < c <= cue[1] for c in doc.children[child]
    )


def complement(scene: Scene, hit: Hit, cue: Range, wide: bool) -> Range | None:
    """What the tree gives the verb as told, right of it; `wide` takes noun phrases too."""
    doc = scene.doc
    told = [c for k in range(hit.first, cue[1] + 1) for c in doc.children[k] if led(doc, c, cue)]
    for child in doc.children[hit.first]:
        relation = doc.deprel[child].partition(":")[0]
        if child <= cue[1] or child in told:
            continue
        clause = relation in CLAUSES or (
            relation in ("xcomp", "advcl") and complementizer(doc, child)
        )
        given = relation == "obl" and (about(doc, child) or doc.upos[child] == "NUM")
        if clause or (wide and (relation in OBJECTS or given)):
            told.append(child)
    if not told:
        return None
    below = sorted(i for c in told for i in doc.subtree(c) if cue[1] < i < hit.stop)
    found = bare_end(doc, below[0], below[-1]) if below else None
    while (
        found and found[0] < found[1] and doc.lower[found[0]] in listed(doc, "openers") | {",", ":"}
    ):
        found = (found[0] + 1, found[1])
    return found


def rather_all(scene: Scene, draft: Draft, hit: Hit, told: Range | None) -> Range | None:
    """In Indonesian what stands right of a telling verb is told, where the tree cuts it short.

    The tree only says where it ends, and that only for a verb within another clause.
    """
    doc, verb = scene.doc, hit.first
    if draft.who and draft.who[0] > hit.last:
        return told
    right = rest_right(scene, draft.group()[1] + 1, hit.stop)
    if right is None or not tells_right(scene, right):
        return told
    relation = doc.deprel[verb].partition(":")[0]
    if told and relation in ("acl", "advcl", "csubj", "nsubj"):
        return min(right[0], told[0]), told[1]
    return right if told or relation in ("root", "ccomp", "conj", "parataxis") else None


def short_of_next(scene: Scene, hit: Hit, told: Range | None) -> Range | None:
    """What is told ends where the same speaker is given another verb of telling ("membantahnya dan
    mengatakan …")."""
    doc = scene.doc
    for other in scene.hits:
        if told is None or not told[0] < other.first <= told[1]:
            continue
        if doc.head[other.first] == hit.first and goes_on(doc, other):
            last = other.first - 1
            while last > told[0] and (
                doc.lower[last] in listed(doc, "joining") | listed(doc, "within_verb")
                or doc.words[last] == ","
            ):
                last -= 1
            return told[0], last
    return told


def complementizer(doc: Doc, clause: int) -> bool:
    """Whether a clause is opened by a word that makes it what is told."""
    marks = {doc.lower[c] for c in doc.children[clause] if doc.deprel[c] == "mark"}
    return bool(marks & {"that", "bahwa", "agar", "supaya", "whether", "if", "of"}) or (
        doc.language == "id" and doc.deprel[clause] == "xcomp"
    )


def about(doc: Doc, noun: int) -> bool:
    """Whether a prepositional phrase says what is told rather than where or when."""
    return any(
        doc.lower[c] in listed(doc, "about") for c in doc.children[noun] if doc.deprel[c] == "case"
    )


def fill(scene: Scene, draft: Draft, hit: Hit, frames: frozenset[str]) -> None:
    """Give a draft of a verb what it tells."""
    group = draft.group()
    left, right = quotes_beside(scene, group, hit.begin, hit.stop)
    wide = bool(frames & {"vouch", "show", "act", "wish"})
    told = None
    if scene.is_parsed(hit.first):
        told = complement(scene, hit, draft.cue, wide)
        if scene.doc.language == "id":
            told = short_of_next(scene, hit, rather_all(scene, draft, hit, told))
    if told and left < 0 and right >= 0 and told[0] + 1 < scene.quotes[right].open:
        right = -1
    if take_quotes(scene, draft, left, right, hit.begin):
        return
    draft.content += [told] if told else by_order(scene, draft, hit, frames)
