"""Everybody whom a report names, sentence by sentence: the parties, people, offices, pronouns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jalur.doc import Doc
from jalur.grounding.antecedents import PARTIES, in_subject
from jalur.grounding.scene import Scene
from jalur.knowledge.actors import roles
from jalur.knowledge.pronouns import is_a
from jalur.model import Attribution, Participant
from jalur.syntax import cases, head_of_span, relation

INSIDE = {"compound", "amod", "nmod", "flat", "appos"}
"""How a word hangs on the one that it helps to name."""

OF = {"of"}
"""Between the words of one office: "Secretary *of* State"."""

NAMED = PARTIES | {"capital", "person"}


@dataclass(frozen=True, slots=True)
class Named:
    """A party as one place of the text names it; `head` is the token that heads its words."""

    head: int
    party: Participant
    subject: bool


@dataclass(frozen=True, slots=True)
class Everybody:
    """All that a report names: by sentence, and how often by code, the commonest first."""

    by_sentence: tuple[tuple[Named, ...], ...]
    counts: Counter[str]
    order: tuple[str, ...]

    def share(self, code: str) -> float:
        """The share of all names that a code has, 0 to 1."""
        return self.counts[code] / (self.counts.total() or 1)

    def rank(self, code: str) -> int:
        """The place of a code among all by how often it is named, 0 for the commonest."""
        return self.order.index(code) if code in self.order else len(self.order)


def everybody(scene: Scene) -> Everybody:
    """All that a report names; worked out once for a scene."""
    known = scene.memo.get("everybody")
    if isinstance(known, Everybody):
        return known
    sentences = range(len(scene.doc.bounds))
    named = tuple(tuple(parties_in(scene, s, ())) for s in sentences)
    counts = Counter(one.party.code for sentence in named for one in sentence)
    found = Everybody(named, counts, tuple(code for code, _ in counts.most_common()))
    scene.memo["everybody"] = found
    return found


def parties_told(scene: Scene, sentence: int, by: Sequence[Attribution]) -> tuple[Named, ...]:
    """The parties of a sentence as somebody tells it: read anew only where "we" may be they."""
    first, stop = scene.doc.bounds[sentence]
    speaking = (is_a("speaker", w, scene.doc.language) for w in scene.doc.lower[first:stop])
    if by and any(speaking):
        return tuple(parties_in(scene, sentence, by))
    return everybody(scene).by_sentence[sentence]


def parties_in(scene: Scene, sentence: int, by: Sequence[Attribution]) -> Iterator[Named]:
    """Every name, office and pronoun of a sentence that means a party; "we" is who speaks."""
    doc = scene.doc
    k, stop = doc.bounds[sentence]
    while k < stop:
        last, one = name_at(scene, k)
        if one is None and is_office(doc, k) and not is_inside_office(scene, k):
            one = scene.participant(k, by)
        if one is not None:
            head = head_of_span(doc, k, min(last, stop - 1))
            yield Named(head, one, in_subject(scene.cast, head))
        k = last + 1


def name_at(scene: Scene, k: int) -> tuple[int, Participant | None]:
    """The last token of the name that begins at a token, and whom it names."""
    cast = scene.cast
    hit = cast.hits.get(k)
    if hit is not None:
        return hit.last, scene.resolver.by_name(k) if hit.actor.kind in NAMED else None
    if k in cast.places:
        return cast.places[k][1], scene.resolver.by_place(k)
    person = cast.person_at(k) if scene.doc.ner[k][2:] in {"PER", ""} else None
    if person is None:
        return k, None
    last = k
    while last + 1 < len(scene.doc) and cast.person_at(last + 1) is person:
        last += 1
    return last, scene.resolver.of_person(k, person)


def is_office(doc: Doc, k: int) -> bool:
    """Whether a word is a pronoun, or an office or kind of people."""
    word = doc.lower[k]
    pronoun = any(is_a(kind, word, doc.language) for kind in ("person", "group", "speaker"))
    return pronoun or roles.role(doc.lower, k, doc.language) is not None


def is_inside_office(scene: Scene, k: int) -> bool:
    """Whether an office only helps to name another party, which is told by its own words: "police
    officers", "Secretary of *State* Kerry", "ketua *partai*", "Cabrera, *pejabat* setempat"."""
    doc, at = scene.doc, k
    if doc.upos[k] == "PRON":
        return False
    while relation(doc, at) in INSIDE and not {*cases(doc, at)} - OF and doc.head[at] != at:
        if cases(doc, at) and not doc.words[at][:1].isupper():
            return False
        at = doc.head[at]
        if at in scene.cast.hits or scene.cast.person_at(at) is not None or is_office(doc, at):
            return True
    return False


def kind_of(scene: Scene, k: int) -> str:
    """What kind of words name a party."""
    hit = scene.cast.hits.get(k)
    if hit is not None:
        return hit.actor.kind
    if k in scene.cast.places:
        return "place"
    person = scene.cast.person_at(k)
    if person is not None:
        return "person" if person.code else "stranger"
    return "pronoun" if scene.doc.upos[k] == "PRON" else "office"
