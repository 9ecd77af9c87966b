"""What a source tells: quotations beside the cue, complements by the tree, clauses by commas."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.knowledge.media import outlet_at
from jalur.sources.phrases import COMMAS, MARKS, listed
from jalur.sources.scene import Draft, Hit, Range, Scene

CLAUSES = frozenset({"ccomp", "parataxis", "csubj"})
OBJECTS = frozenset({"obj", "ccomp", "xcomp", "csubj", "dobj"})
SHORT = 3
"""Tokens from which on words beside a parenthesis can be a clause."""


def bare_end(doc: Doc, first: int, last: int) -> Range | None:
    """The range without the stops, commas and blanks at its edges; quotation marks stay."""
    while first <= last and doc.words[first] in COMMAS - {"(", "["} | {"."}:
        first += 1
    while last >= first and doc.words[last] in (COMMAS - {")", "]"}) | {"."}:
        last -= 1
    return (first, last) if first <= last else None


def quotes_beside(scene: Scene, group: Range, begin: int, stop: int) -> tuple[int, int]:
    """The quotations that end right before and begin right after cue and source, or -1."""
    doc = scene.doc
    i = group[0] - 1
    while i >= begin - 1 and i >= 0 and doc.words[i] in (",", "-", "–", "—", "--"):
        i -= 1
    left = scene.quote_closing(i) if i >= 0 else -1
    if left >= 0 and not scene.quotes[left].speech and scene.quotes[left].open > begin:
        left = -1
    return left, opening_after(scene, group[1] + 1, stop)


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


def complement(scene: Scene, hit: Hit, cue: Range, wide: bool) -> Range | None:
    """What the tree gives the verb as told, right of it; `wide` takes noun phrases too."""
    doc = scene.doc
    told: list[int] = []
    for child in doc.children[hit.first]:
        relation = doc.deprel[child].partition(":")[0]
        if child <= cue[1]:
            continue
        clause = relation in CLAUSES or (
            relation in ("xcomp", "advcl") and complementizer(doc, child)
        )
        if clause or (wide and (relation in OBJECTS or (relation == "obl" and about(doc, child)))):
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


def complementizer(doc: Doc, clause: int) -> bool:
    """Whether a clause is opened by a word that makes it what is told."""
    marks = {doc.lower[c] for c in doc.children[clause] if doc.deprel[c] == "mark"}
    return bool(marks & {"that", "bahwa", "agar", "supaya", "whether", "if"}) or (
        doc.language == "id" and doc.deprel[clause] == "xcomp"
    )


def about(doc: Doc, noun: int) -> bool:
    """Whether a prepositional phrase says what is told rather than where or when."""
    return any(
        doc.lower[c] in listed(doc, "about") for c in doc.children[noun] if doc.deprel[c] == "case"
    )


def rest_right(scene: Scene, i: int, stop: int) -> Range | None:
    """The rest of the sentence right of the cue, after its opener; no tree needed."""
    doc = scene.doc
    openers = listed(doc, "openers") | {",", ":"}
    aside = listed(doc, "adjuncts") | listed(doc, "days") | {"("}
    i = past_hearer(scene, i, stop)
    if i < stop and doc.lower[i] in aside - openers:
        until = opener_after(doc, i, stop, openers)
        if until is None and doc.language == "id":
            return None
        i = until if until is not None else i
    while i < stop and doc.lower[i] in openers:
        i += 1
        if i < stop and doc.lower[i] in listed(doc, "days") | {"("}:
            i = opener_after(doc, i, stop, openers) or i
    found = bare_end(doc, i, stop - 1)
    return found if found and found[1] - found[0] + 1 >= SHORT - 1 else None


def opener_after(doc: Doc, i: int, stop: int, openers: frozenset[str]) -> int | None:
    """Where an opener follows an adjunct beside the cue ("said on Monday that")."""
    for j in range(i, min(i + 16, stop)):
        if doc.lower[j] in openers and not (doc.words[j] == "," and adjunct_next(doc, j, stop)):
            return j
    return None


def past_hearer(scene: Scene, i: int, stop: int) -> int:
    """The first token after whoever is told: an outlet, reporters."""
    doc, hearers = scene.doc, scene.cues.lists["hearers"]
    if i >= stop:
        return i
    if found := outlet_at(doc.words, i, stop):
        return found[1]
    if doc.lower[i] in hearers:
        return i + 1
    return i + 2 if doc.lower[i] == "the" and doc.lower[min(i + 1, stop - 1)] in hearers else i


def adjunct_next(doc: Doc, comma: int, stop: int) -> bool:
    """Whether another adjunct follows the comma (", Selasa (1/2),")."""
    return comma + 1 < stop and doc.lower[comma + 1] in listed(doc, "adjuncts") | listed(
        doc, "days"
    )


def around(scene: Scene, group: Range, begin: int, stop: int, loose: bool = False) -> list[Range]:
    """What a parenthesis tells: the words before it and, where the sentence goes on, after it.

    `loose`: the sentence may go on without a comma ("menurut dia").
    """
    doc = scene.doc
    before = bare_end(doc, begin, group[0] - 1) if group[0] > begin else None
    after = bare_end(doc, group[1] + 1, stop - 1) if group[1] + 1 < stop else None
    if before is None or after is None:
        return [r for r in (before, after) if r]
    short = before[1] - before[0] + 1 < SHORT
    return [before, after] if short or resumes(scene, group, stop, loose) else [before]


def resumes(scene: Scene, group: Range, stop: int, loose: bool) -> bool:
    """Whether the sentence that a parenthesis broke goes on after it."""
    doc = scene.doc
    i = group[1] + 1
    if loose and stop - i > SHORT and doc.words[i][:1].isalnum():
        return doc.lower[i] not in listed(doc, "adjuncts") | listed(doc, "days")
    if doc.words[i] not in (",", "—", "–", "--", "-") or i + 1 >= stop:
        return False
    if (
        doc.lower[i + 1] in listed(doc, "adjuncts") | listed(doc, "days")
        or doc.words[i + 1] in MARKS
    ):
        return False
    if scene.is_parsed(i) and doc.lower[i + 1] not in ("and", "but", "dan", "tetapi", "tapi"):
        root = next((j for j in range(group[1] + 1, stop) if doc.head[j] == j), None)
        return root is not None or any(doc.head[j] < group[0] for j in range(i + 1, stop))
    return stop - i > SHORT


def fill(scene: Scene, draft: Draft, hit: Hit, frames: frozenset[str]) -> None:
    """Give a draft of a verb what it tells."""
    group = draft.group()
    left, right = quotes_beside(scene, group, hit.begin, hit.stop)
    wide = bool(frames & {"vouch", "show", "act", "wish"})
    told = None
    if scene.is_parsed(hit.first):
        told = complement(scene, hit, draft.cue, wide)
        if scene.doc.language == "id":
            told = rather_all(scene, draft, hit, told)
    if told and left < 0 and right >= 0 and told[0] + 1 < scene.quotes[right].open:
        right = -1
    if left >= 0 or right >= 0:
        for q in (left, right):
            if q >= 0:
                draft.quotes.append(q)
                quote = scene.quotes[q]
                lead = with_lead(scene, q, hit.begin)
                draft.content.append(lead if q == left else (quote.open, quote.close))
        draft.quoted = True
        return
    draft.content += [told] if told else by_order(scene, draft, hit, frames)


def by_order(scene: Scene, draft: Draft, hit: Hit, frames: frozenset[str]) -> list[Range]:
    """What is told by the order of words alone: around a parenthesis, else right of the cue."""
    doc, group = scene.doc, draft.group()
    comma = group[0] > hit.begin and doc.words[group[0] - 1] in (",", "—", "–", "--")
    aside = listed(doc, "adjuncts") | listed(doc, "days") | {",", ".", "("}
    closed = group[1] + 1 >= hit.stop or doc.lower[group[1] + 1] in aside
    behind = draft.who is not None and draft.who[0] > hit.last
    says = bool(frames & {"say", "tell", "think", "show"})
    right = rest_right(scene, group[1] + 1, hit.stop)
    if right and doc.language == "id" and not behind and tells_right(scene, right):
        return [right]
    if comma and closed and (behind or (says and group[0] - hit.begin >= SHORT)):
        return around(scene, group, hit.begin, hit.stop)
    if right is None or not tells_right(scene, right):
        return []
    return [] if scene.is_parsed(hit.first) and doc.lower[right[0]] == "to" else [right]


def tells_right(scene: Scene, right: Range) -> bool:
    """Whether what stands right of a cue can be a clause: it has a verb, or nobody can say."""
    doc = scene.doc
    if not scene.is_parsed(right[0]):
        return True
    return any(doc.upos[i] in ("VERB", "AUX") for i in range(right[0], right[1] + 1))
