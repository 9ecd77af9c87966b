"""Everybody who may be a side that no words name, and what speaks for each: for `choosing`.

Candidates are gathered by code: the parties, people and offices of the sentence and of the two
before it, the speaker, who acted in the same kind of event before, and the state of the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jalur.doc import Doc
from jalur.grounding.antecedents import PARTIES, in_subject
from jalur.grounding.scene import Scene
from jalur.knowledge.actors import roles
from jalur.knowledge.pronouns import is_a
from jalur.model import Attribution, Mention, Participant, Reason, Where
from jalur.syntax import head_of_span, relation

Sides = tuple[Sequence[Participant], Sequence[Participant]]

NAMED = PARTIES | {"capital", "person"}
ROLES = ("actor", "recipient")
INSIDE = {"flat", "compound", "appos", "amod", "nmod", "fixed", "goeswith", "det"}
"""Relations that a name may hang by inside the phrase of its party."""

NEAR, MIDDLE = 3, 8
"""How many tokens from the trigger count as near, and as not far."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A mention with who answers for it, where it happens, and the sides that its words name."""

    mention: Mention
    by: Sequence[Attribution]
    place: Where | Reason | None
    sides: Sides

    @property
    def where(self) -> Where | None:
        """Where it happens, if that is known."""
        return self.place if isinstance(self.place, Where) else None


@dataclass(slots=True)
class Candidate:
    """One party that may be a side, with the features of all its places in the text."""

    participant: Participant
    features: set[str] = field(default_factory=set)


def candidates_of(scene: Scene, asked: Asked, earlier: Sequence[Asked]) -> list[Candidate]:
    """Everybody who may act or be acted on in a mention; `earlier` are the mentions before it."""
    found: dict[str, Candidate] = {}
    for one, features in told_of(scene, asked, earlier):
        found.setdefault(one.code, Candidate(one)).features.update(features)
    for code, candidate in found.items():
        candidate.features.update(features_in_report(scene, candidate.participant))
        candidate.features.update(features_of_mention(asked, code))
    return list(found.values())


def told_of(
    scene: Scene, asked: Asked, earlier: Sequence[Asked]
) -> Iterator[tuple[Participant, list[str]]]:
    """Each place where a candidate is found, with the features of that place."""
    mention, where = asked.mention, asked.where
    here = scene.doc.sentence_of[mention.token]
    for role, side in zip(ROLES, asked.sides, strict=True):
        yield from ((one, [f"named={role}"]) for one in side)
    tellers = {k for a in asked.by if a.who for k in scene.tokens_in_range(a.who.start, a.who.end)}
    for k, one in parties_in(scene, here, asked.by):
        yield one, features_in_sentence(scene, mention, k, k in tellers)
    for sentence in range(max(0, here - 2), here):
        for k, one in parties_in(scene, sentence, None):
            subject = [f"subject={here - sentence}"] if in_subject(scene.cast, k) else []
            yield one, [f"before={here - sentence}", *subject]
    speaker = next((a for a in asked.by if a.head is not None), None)
    if speaker and speaker.head is not None:
        teller = scene.participant(speaker.head, ())
        if teller is not None:
            yield teller, ["speaker", f"speaker.{speaker.quoted}"]
    same = next((e for e in reversed(earlier) if e.mention.type == mention.type), None)
    for role, side in zip(ROLES, same.sides if same else ((), ()), strict=True):
        yield from ((one, [f"same={role}"]) for one in side)
    if where is not None and where.place.country:
        why = Reason("actor", f"where it happens: {where.place.name}")
        yield Participant(where.place.country, None, None, None, where.span, why), ["where"]


def parties_in(
    scene: Scene, sentence: int, by: Sequence[Attribution] | None
) -> Iterator[tuple[int, Participant]]:
    """The head token and the party of every name in a sentence; of every office and pronoun too
    where it is known who speaks (`by`)."""
    doc = scene.doc
    k, stop = doc.bounds[sentence]
    while k < stop:
        last, one = name_at(scene, k)
        if one is None and by is not None and is_office(doc, k):
            one = scene.participant(k, by)
        if one is not None:
            yield head_of_span(doc, k, min(last, stop - 1)), one
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


def features_in_sentence(scene: Scene, mention: Mention, k: int, telling: bool) -> list[str]:
    """How a party stands to the mention in its sentence."""
    doc, i = scene.doc, mention.token
    noun = "noun" if doc.upos[i] in {"NOUN", "PROPN"} else "verb"
    gap = abs(k - i)
    distance = "near" if gap <= NEAR else "middle" if gap <= MIDDLE else "far"
    side = "after" if k > i else "before"
    kind = kind_of(scene, k)
    belongs = "part" if relation(doc, k) in INSIDE else "head"
    low, high = sorted((i, k))
    found = ["here", f"kind={kind}.{belongs}", f"side={noun}.{side}.{distance}"]
    if not any(doc.upos[j] == "VERB" for j in range(low + 1, high)):
        found += ["mate", f"mate.{side}.{noun}"]
    if telling:
        found += ["telling", f"telling.{mention.verbal}"]
    for a in mention.arguments:
        if a.span.start <= doc.start[k] < a.span.end:
            found.append(f"argument={a.role}")
    return found


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


def features_in_report(scene: Scene, one: Participant) -> list[str]:
    """How a party stands in the whole report."""
    cast = scene.cast
    share = cast.countries[one.code] / (cast.countries.total() or 1)
    rank = cast.likely.index(one.code) if one.code in cast.likely else len(cast.likely)
    return [
        f"home={one.code == cast.home}",
        f"rank={min(rank, 3)}",
        f"share={min(4, int(share * 5))}",
        f"sector={one.sector}",
    ]


def features_of_mention(asked: Asked, code: str) -> list[str]:
    """What holds for all candidates of a mention, and whether one is named on another side."""
    mention = asked.mention
    actors, recipients = ({p.code for p in side} for side in asked.sides)
    return [
        f"type={mention.type}",
        f"verbal={mention.verbal}",
        f"others={bool(actors - {code})}{bool(recipients - {code})}",
        f"in={code in actors}{code in recipients}",
    ]
