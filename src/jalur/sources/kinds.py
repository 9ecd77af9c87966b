"""What kind of source a phrase names: named, anonymous, outlet or document."""

from __future__ import annotations

from jalur.knowledge.media import outlet_at
from jalur.model import Reason
from jalur.sources.scene import Draft, Range, Scene

NEAR = 14
"""Tokens after the source within which a phrase of hiding still speaks of it."""


def classify(scene: Scene, draft: Draft) -> None:
    """Set the kind of a draft's source, and the outlet's name where it is one."""
    if draft.who is None or draft.head is None:
        return
    doc, known = scene.doc, scene.cues
    first, last = draft.who
    words = doc.lower[first : last + 1]
    head = doc.lower[draft.head]
    person = has_person(scene, draft.who)
    if hides(scene, draft):
        settle(draft, "anonymous", "hides its name")
    elif any(w in known.lists["speakers"] for w in words) and not words[0].startswith("sumber"):
        settle(draft, "named", "speaks for a body")
    elif outlet := named_outlet(scene, draft.who, draft.head):
        draft.outlet = outlet
        settle(draft, "outlet", outlet)
        narrow(scene, draft)
    elif person:
        settle(draft, "named", "a person's name")
    elif head in known.lists["documents"]:
        settle(draft, "document", head)
    elif head in known.anonymous and not unique(scene, words, head):
        settle(draft, "anonymous", head)
    else:
        settle(draft, "named", "a body or person")


def narrow(scene: Scene, draft: Draft) -> None:
    """Leave only the outlet's own name in the phrase ("kantor berita Antara": Antara)."""
    assert draft.who is not None
    first, last = draft.who
    for i in range(first, last + 1):
        if found := outlet_at(scene.doc.words, i, last + 1):
            draft.who, draft.head = (i, found[1] - 1), found[1] - 1
            return


def settle(draft: Draft, kind: str, why: str) -> None:
    """Write the kind and the reason into the draft."""
    draft.kind = kind
    draft.reasons.append(Reason("kind", f"{kind}: {why}"))


def unique(scene: Scene, words: tuple[str, ...], head: str) -> bool:
    """Whether a word for persons stands for the one holder of an office or for a body."""
    lists = scene.cues.lists
    counted = words[0] in lists["determiners"] - {"the", "sang"}
    return head in lists["unique"] and not counted and len(words) > 1


def hides(scene: Scene, draft: Draft) -> bool:
    """Whether words of hiding stand in the source's phrase or right after it."""
    doc = scene.doc
    assert draft.who is not None
    first = draft.who[0]
    stop = min(max(draft.group()[1] + NEAR, draft.who[1] + 1), scene.sentence(first)[1])
    relayed = (h.first for h in scene.hits if h.first > draft.who[1] and "relay" in h.cue.frames)
    window = doc.lower[first : min(stop, next(relayed, stop))]
    if window[0] in ("sumber", "sumber-sumber", "source", "sources"):
        return True
    for i, word in enumerate(window):
        for phrase in scene.cues.hiding.get(word, ()):
            if window[i : i + len(phrase)] == phrase:
                return True
    return False


def has_person(scene: Scene, who: Range) -> bool:
    """Whether the phrase holds a person's name: by the names found, else by capitals."""
    doc = scene.doc
    first, last = who
    if scene.is_parsed(first) and any(doc.ner[first : last + 1]):
        return any(n.endswith("PER") for n in doc.ner[first : last + 1])
    lower_first = doc.words[first][:1].islower()
    capitals = [w for w in doc.words[first : last + 1] if w[:1].isupper()]
    known = scene.cues
    office = any(
        w in known.lists["unique"] or w in known.anonymous for w in doc.lower[first : last + 1]
    )
    return office and len(capitals) >= (2 if lower_first else 4)


def named_outlet(scene: Scene, who: Range, head: int) -> str | None:
    """The outlet that the phrase names, or its words if it is told by its kind ("media Turki")."""
    doc, known = scene.doc, scene.cues
    first, last = who
    opening = {doc.lower[head], *doc.lower[first : first + 2]}
    opening.add(" ".join(doc.lower[first : first + 2]))
    whole = " ".join(doc.lower[first : last + 1])
    generic = bool(opening & known.lists["outlets"]) or any(
        w in whole for w in known.lists["state_run"]
    )
    for i in range(first, last + 1):
        if found := outlet_at(doc.words, i, last + 1):
            outlet, stop = found
            near = (
                generic or i == first or i <= head < stop or doc.lower[first] in ("laporan", "the")
            )
            if near and (
                stop == last + 1 or generic or i <= head < stop or doc.words[stop] in "(,"
            ):
                return outlet.name
    if generic and not has_person(scene, who):
        return " ".join(doc.words[first : last + 1])
    return None
