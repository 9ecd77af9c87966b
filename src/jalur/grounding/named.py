"""Who and what is named in a phrase: parties, people and places; and whose an office is else."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.grounding.cast import Cast
from jalur.grounding.persons import Person
from jalur.grounding.states import OWN, state_at
from jalur.knowledge import places
from jalur.knowledge.actors import Hit, offices, roles
from jalur.syntax import cases, head_of_span, phrase, relation

NAMED_BY = {"appos", "flat", "nmod", "compound"}
LOCATIVE_CASES = {
    *("di", "ke", "at", "in", "pada", "on", "with", "dengan", "kepada", "to", "untuk", "for"),
    *("terhadap", "against", "soal", "tentang", "about"),
}
LOCATIVE = {"di", "in", "at", "from", "dari", "asal", "of"}

MEMBERS = "MEMBER_STATES"
"""The code of members of no body: where theirs is named they are it ("negara anggota ASEAN")."""

BESIDE = 5
"""How many words of an office may stand between it and the name of its state."""

TITLE_WORDS = {"NOUN", "ADJ", "PROPN", "X"}
INSIDE_TITLES = {"dalam", "luar", "'s", "’s"}
"""Parts of speech, and other words, of which the words of an office are."""

OFFICE_REACH = 400
"""How many tokens back an office may have been named with its state."""


def modifier(cast: Cast, head: int, tokens: list[int]) -> Hit | None:
    """The best known actor among a phrase's modifiers: a group or body before a state. Who is
    joined to a modifier ("Israeli and *Hamas* negotiators") is somebody else."""
    inside = modifiers(cast, head, tokens)
    apart = [h for h in inside if not is_joined(cast, head, h)]
    known = apart or inside
    if not known:
        return None
    known.sort(key=lambda h: h.actor.code == MEMBERS)
    return next((h for h in known if h.actor.kind in {"group", "body"}), known[0])


def modifiers(cast: Cast, head: int, tokens: list[int]) -> list[Hit]:
    """The known parties among a phrase's modifiers, each once."""
    inside = [cast.hits[t] for t in tokens if t in cast.hits and close(cast, head, t)]
    found = {h.first: h for h in inside if h.actor.kind not in {"person", "outlet"}}
    return list(found.values())


def is_joined(cast: Cast, head: int, hit: Hit) -> bool:
    """Whether a name in a phrase is a conjunct of one of its modifiers."""
    at = head_of_span(cast.doc, hit.first, hit.last)
    while at != head and cast.doc.head[at] != at:
        if relation(cast.doc, at) == "conj":
            return True
        at = cast.doc.head[at]
    return False


def close(cast: Cast, head: int, token: int) -> bool:
    """Whether a token belongs to a phrase other than by a place ("presiden … di Jakarta")."""
    at = token
    while at != head and cast.doc.head[at] != at:
        if LOCATIVE_CASES & set(cases(cast.doc, at)):
            return False
        at = cast.doc.head[at]
    return True


def person_with(cast: Cast, head: int) -> Person | None:
    """The person whose name stands in a phrase or in its apposition."""
    doc = cast.doc
    named = [c for c in doc.children[head] if relation(doc, c) in NAMED_BY]
    for t in (*named, *phrase(doc, head)):
        if doc.ner[t][2:] == "PER" and (person := cast.person_at(t)):
            return person
    return None


def place_of(cast: Cast, tokens: list[int]) -> str | None:
    """The state of a place that a phrase names ("rebels in South Sudan")."""
    for t in tokens:
        before = set(cases(cast.doc, t))
        if t in cast.places and (not before or LOCATIVE & before):
            name = cast.places[t][2]
            at = places.resolve(name, cast.doc.language, cast.likely).place
            if at and at.country:
                return at.country
    return None


def country_of(
    cast: Cast, head: int, tokens: list[int], role: roles.Role
) -> tuple[str | None, str]:
    """The state of an office or a kind of people with whom no party is named: that of a place in
    the phrase, the only one to have the office, the one that publishes the report, that of the
    same office before, or the one that is spoken of there."""
    place = place_of(cast, tokens)
    if place:
        return place, "where it happens"
    words = [cast.doc.lower[t] for t in title(cast.doc, head, tokens)]
    office = offices.state_of(words, cast.doc.language, cast.countries)
    if office:
        return office, "the state that has the office"
    if cast.publisher and role.person and role.country_head:
        return cast.publisher.actor.code, "an office of who publishes the report"
    state = adjoining(cast, head)
    if state:
        return state, "whose name stands beside it"
    earlier = named_before(cast, head, role)
    if earlier:
        return earlier, "the office named before"
    return state_at(cast, head), OWN


def title(doc: Doc, head: int, tokens: list[int]) -> list[int]:
    """The tokens of an office: its phrase, and what follows it there where the tree cuts it short
    ("Secretary *of State* Rubio")."""
    stop = doc.bounds[doc.sentence_of[head]][1]
    last = head
    while (
        last + 1 < min(stop, head + BESIDE)
        and doc.ner[last + 1] == ""
        and (
            doc.upos[last + 1] in TITLE_WORDS
            or doc.lower[last + 1] in {"of", "for", "dalam", "luar"}
        )
    ):
        last += 1
    return sorted({*tokens, *range(head, last + 1)})


def adjoining(cast: Cast, head: int) -> str | None:
    """The party whose name or town stands right beside an office where the tree does not say so:
    after it in Indonesian ("menteri dalam negeri *Meksiko*"), before it in English ("*Israeli*
    defence minister")."""
    doc, step = cast.doc, 1 if cast.doc.language == "id" else -1
    first, stop = doc.bounds[doc.sentence_of[head]]
    for t in range(head + step, head + step * (BESIDE + 1), step):
        if not first <= t < stop or doc.ner[t][2:] == "PER":
            return None
        hit = cast.hits.get(t)
        if hit is not None:
            return None if hit.actor.kind == "outlet" else hit.actor.code
        if t in cast.places:
            at = places.resolve(cast.places[t][2], doc.language, cast.likely).place
            return at.country if at else None
        if doc.upos[t] not in TITLE_WORDS and doc.lower[t] not in INSIDE_TITLES:
            return None
    return None


def named_before(cast: Cast, head: int, role: roles.Role) -> str | None:
    """The state of the holder of the same office that the report named last ("the premier")."""
    doc = cast.doc
    if not (role.person and role.country_head):
        return None
    for k in range(head - 1, max(-1, head - OFFICE_REACH), -1):
        found = roles.role(doc.lower, k, doc.language)
        if found is None or found.word != role.word:
            continue
        tokens = phrase(doc, k)
        hit = modifier(cast, k, tokens)
        person = person_with(cast, k)
        code = hit.actor.code if hit else person.code if person else None
        if code:
            return code
    return None


def first_role(doc: Doc, tokens: list[int]) -> roles.Role | None:
    """The first office or kind of people that a phrase names."""
    return next((r for t in tokens if (r := roles.role(doc.lower, t, doc.language))), None)
