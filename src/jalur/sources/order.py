"""What a source tells by the order of words alone: right of a cue, or around a parenthesis."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.knowledge.media import outlet_at
from jalur.sources.phrases import COMMAS, MARKS, listed
from jalur.sources.scene import Draft, Hit, Range, Scene

SHORT = 3
"""Tokens from which on words beside a parenthesis can be a clause."""


def bare_end(doc: Doc, first: int, last: int) -> Range | None:
    """The range without the stops, commas and blanks at its edges; quotation marks stay."""
    while first <= last and doc.words[first] in COMMAS - {"(", "["} | {"."}:
        first += 1
    while last >= first and doc.words[last] in (COMMAS - {")", "]"}) | {"."}:
        last -= 1
    return (first, last) if first <= last else None


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
        while until is None and i < stop and doc.lower[i] in aside:
            i += 1
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


def by_order(scene: Scene, draft: Draft, hit: Hit, frames: frozenset[str]) -> list[Range]:
    """What is told by the order of words alone: around a parenthesis, else right of the cue."""
    doc, group = scene.doc, draft.group()
    comma = group[0] > hit.begin and doc.words[group[0] - 1] in (",", "—", "–", "--")
    aside = listed(doc, "adjuncts") | listed(doc, "days") | {",", ".", "("}
    after = past_hearer(scene, group[1] + 1, hit.stop)
    closed = after >= hit.stop or doc.lower[after] in aside
    behind = draft.who is not None and draft.who[0] > hit.last
    says = bool(frames & {"say", "tell", "think", "show"})
    right = rest_right(scene, group[1] + 1, hit.stop)
    if right and doc.language == "id" and not behind and tells_right(scene, right):
        return [right]
    if comma and closed and (behind or (says and group[0] - hit.begin >= SHORT)):
        return around(scene, (group[0], after - 1), hit.begin, hit.stop)
    if right is None or not tells_right(scene, right):
        return []
    return [] if scene.is_parsed(hit.first) and doc.lower[right[0]] == "to" else [right]


def tells_right(scene: Scene, right: Range) -> bool:
    """Whether what stands right of a cue can be a clause: it has a verb, or nobody can say."""
    doc = scene.doc
    if not scene.is_parsed(right[0]):
        return True
    return any(doc.upos[i] in ("VERB", "AUX") for i in range(right[0], right[1] + 1))
