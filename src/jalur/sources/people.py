"""Who is the same source as who: pronouns, parts of names, descriptions met again.

What is known of a source in one place (through which outlets its words came) holds for it in the
whole report; a pronoun gets its antecedent.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from jalur.model import Reason
from jalur.sources.scene import Draft, Range, Scene

TELLING = frozenset({"say", "bare", "tell", "vouch", "preposition", "relay", "run"})


BELOW = frozenset({"acl", "advcl", "ccomp", "xcomp", "csubj"})
"""Clauses that hang below another one."""


@dataclass
class Person:
    """A source over the report: the words of its phrases, the first phrase, its drafts."""

    names: list[tuple[str, ...]]
    first: Range
    kind: str
    called: set[str] = field(default_factory=set)
    drafts: list[Draft] = field(default_factory=list)


def join(scene: Scene, drafts: list[Draft]) -> None:
    """Tie the drafts of one source together: antecedents, kinds, shared `via`."""
    known = scene.cues.lists
    people: list[Person] = []
    last: Person | None = None
    for draft in sorted(drafts, key=lambda d: d.cue):
        if draft.who is None or draft.head is None or draft.kind in ("outlet", "document"):
            continue
        word = scene.doc.lower[draft.head]
        if draft.who[0] == draft.who[1] and word in known["one"] | known["many"]:
            person = subject_before(scene, draft, last, people) or last
            if person is None:
                continue
            draft.kind = person.kind
        else:
            person = met(scene, draft, people)
        if person.drafts or person.first != draft.who:
            point_back(scene, draft, person.first)
        person.drafts.append(draft)
        if draft.frame in TELLING:
            last = person
    for person in people:
        chain: list[str] = next((d.via for d in person.drafts if d.via), [])
        for draft in person.drafts:
            chain = draft.via or chain
            draft.via = chain.copy()


def share_outlet(scene: Scene, drafts: list[Draft], handed: set[str]) -> None:
    """A report that follows one outlet, and no other, has all its sources through it.

    Desks rewrite one wire story. An outlet beside one speaker ("kata X kepada Y") stands for that
    speaker alone: of the other sources of such reports only three in ten came through it.
    """
    if len(handed) != 1 or any(d.via for d in drafts):
        return
    (name,) = handed
    for draft in drafts:
        if draft.kind != "outlet" and not draft.via:
            draft.via.append(name)
            draft.reasons.append(Reason("via", f"the one outlet that the report quotes: {name}"))


def point_back(scene: Scene, draft: Draft, first: Range) -> None:
    """Note where the source was named first."""
    if draft.who != first:
        span = scene.doc.span(*first)
        draft.reasons.append(Reason("antecedent", f"{span.start}:{span.end}"))


def met(scene: Scene, draft: Draft, people: list[Person]) -> Person:
    """The person of a name or description, a new one if it was not met before."""
    assert draft.who is not None
    words = telling_words(scene, draft.who)
    called = persons(scene, draft.who)
    for person in reversed(people):
        if called & person.called or any(same(words, name) for name in person.names):
            if len(words) < max(map(len, person.names)) and not called:
                draft.kind = person.kind
            person.names.append(words)
            person.called |= called
            return person
    person = Person([words], draft.who, draft.kind, set(called))
    people.append(person)
    return person


def telling_words(scene: Scene, who: Range) -> tuple[str, ...]:
    """The words of a phrase that tell who it is: all but the determiners and marks."""
    doc = scene.doc
    drop = scene.cues.lists["determiners"] | {"itu", "tersebut", "ini", "the"}
    inside = range(who[0], who[1] + 1)
    return tuple(w for i in inside if (w := doc.lower[i])[:1].isalnum() and w not in drop)


def persons(scene: Scene, who: Range) -> frozenset[str]:
    """The words of persons' names in a phrase, by the tree's names."""
    doc = scene.doc
    inside = range(who[0], who[1] + 1)
    return frozenset(doc.lower[i] for i in inside if doc.ner[i].endswith("PER"))


def same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one phrase is the beginning or the end of the other."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    n = len(short)
    return n > 0 and (long[:n] == short or long[-n:] == short or (n == 1 and short[0] in long))


def subject_before(
    scene: Scene, draft: Draft, last: Person | None, people: list[Person]
) -> Person | None:
    """The person that is subject of the clause above the pronoun's ("Pronk blamed them for what he
    called …"; not "Pronk will come, he said"), or of the sentence before, if no source came since.
    """
    doc = scene.doc
    here = doc.sentence_of[draft.cue[0]]
    own, _ = doc.bounds[here]
    spoke = last.drafts[-1].cue[0] if last and last.drafts else -1
    below = doc.deprel[draft.cue[0]].partition(":")[0] in BELOW
    if below and spoke < own and (name := subject_name(scene, own, draft.cue[0])):
        return person_of(scene, name, people)
    if here == 0 or spoke >= doc.bounds[here - 1][0]:
        return None
    earlier = subject_name(scene, *doc.bounds[here - 1])
    return person_of(scene, earlier, people) if earlier else None


def subject_name(scene: Scene, begin: int, stop: int) -> Range | None:
    """The person's name that is subject of the main clause between two tokens."""
    doc = scene.doc
    if not doc.parsed[doc.sentence_of[begin]]:
        return None
    for i in range(begin, stop):
        root = doc.head[doc.head[i]] == doc.head[i]
        if doc.deprel[i].startswith("nsubj") and root and doc.ner[i].endswith("PER"):
            end = i
            while end + 1 < stop and doc.ner[end + 1] == "I-PER":
                end += 1
            return i, end
    return None


def person_of(scene: Scene, name: Range, people: list[Person]) -> Person:
    """The person of a name, a new one if it was not met before."""
    words, called = telling_words(scene, name), persons(scene, name)
    for person in people:
        if called & person.called or any(same(words, known) for known in person.names):
            return person
    person = Person([words], name, "named", set(called))
    people.append(person)
    return person
