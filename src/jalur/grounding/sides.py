"""The two sides of an event: what its slots name, or the context where they are empty."""

from __future__ import annotations

from collections.abc import Sequence

from jalur.grounding.again import carries_on, is_anaphoric, is_consequence, takes_up_doer
from jalur.grounding.nameless import contested, facing, fought, local, of_actors
from jalur.grounding.scene import Scene
from jalur.grounding.several import besides, both, go_betweens, hyphened, opponents
from jalur.grounding.states import WITHIN, is_guess, state_at
from jalur.knowledge.lexicon import TWO_SIDED
from jalur.knowledge.pronouns import is_a
from jalur.model import Attribution, Mention, Participant, Reason, Where
from jalur.syntax import BARE, cases, relation

BY_STATES = {
    ("COERCE", "arrest"),
    ("COERCE", "deport"),
    ("COERCE", "curfew"),
    ("COERCE", "martial-law"),
    ("SANCTION", "convict"),
    ("ACCUSE", "allege"),
    ("ACCUSE", "investigate"),
}
"""Acts that are a state's when they are told without a doer ("ditangkap", "was sentenced")."""

AIMED = {
    *("ACCUSE", "REJECT", "REQUEST", "COERCE", "SUPPORT", "SANCTION", "THREATEN", "AID"),
    *("ASSAULT", "PROTEST"),
}
"""Types that are done to somebody: gold names a recipient in nine of ten."""

AT_HOME_ONLY = {"curfew", "martial-law", "arrest", "investigate"}

ALONE = 0.5
"""Share of all mentions of states that the report's own must have for what is done within it to
need no other name (.5 to .7 differ by a point of tuples on gold/train)."""

PARTIES = {"state", "group", "body", "people", "demonym"}

Sides = tuple[list[Participant], list[Participant]]


def sides_of(
    scene: Scene, mention: Mention, by: Sequence[Attribution], where: Where | None
) -> Sides:
    """Actors and recipients of a mention."""
    actors = named(scene, mention, "actor", by)
    taken = spans(actors)
    recipients = [r for r in named(scene, mention, "recipient", by) if r.span not in taken]
    here = None if where and any(where.span == span for span in taken) else where
    actors = [local(mention, a, here) for a in actors]
    recipients = [facing(scene, mention, local(mention, r, here), actors) for r in recipients]
    recipients = [of_actors(mention, r, actors) for r in recipients]
    recipients = [contested(scene, mention, r, actors) for r in recipients]
    recipients = [r for r in recipients if not takes_up_doer(r, actors)]
    if not actors:
        actors = implied_actors(scene, mention, by, where)
    one_side = len({a.code for a in actors}) == 1 and mention.type != "AGREE"
    if mention.type in TWO_SIDED and one_side and not is_anaphoric(scene, mention):
        actors = [*actors, *partner(scene, mention, by, actors)]
    if is_consequence(scene, mention):
        return actors, [r for r in recipients if not is_guess(r)]
    if not recipients:
        recipients = fought(scene, mention, actors)
    if not recipients and mention.type in AIMED and not carries_on(scene, mention):
        recipients = implied_recipients(scene, mention, actors, where)
    return actors, recipients


def named(
    scene: Scene, mention: Mention, role: str, by: Sequence[Attribution]
) -> list[Participant]:
    """The participants that the slots of one role name, each once."""
    found: dict[tuple[str, str | None], Participant] = {}
    beside: list[Participant] = []
    for argument in mention.arguments:
        if argument.role != role or argument.head in scene.triggers:
            continue
        if mention.type in TWO_SIDED and is_venue(scene, mention.token, argument.head):
            continue
        resolver, head = scene.resolver, argument.head
        pair = both(resolver, head) or go_betweens(resolver, head)
        alone = None if pair else scene.participant(head, by)
        for one in (*pair, alone):
            if one is not None:
                found.setdefault((one.code, one.name or one.sector), one)
        beside += [*besides(resolver, head), *hyphened(resolver, head)] if alone else []
    known = {one.code for one in found.values()}
    return [*found.values(), *{b.code: b for b in beside if b.code not in known}.values()]


def is_venue(scene: Scene, noun: int, head: int) -> bool:
    """Whether a town before or after a noun of talks is where they are held, and no party: "the
    *Geneva* talks", "perundingan *Jenewa*"."""
    doc, hit = scene.doc, scene.cast.hits.get(head)
    town = hit.actor.kind == "capital" if hit else head in scene.cast.places
    bare = doc.head[head] == noun and doc.deprel[head] != "nmod:poss" and not cases(doc, head)
    return (
        town
        and bare
        and doc.upos[noun] in {"NOUN", "PROPN", "VERB"}
        and relation(doc, head) in BARE
    )


def spans(people: Sequence[Participant]) -> set[object]:
    """The characters that some participants were read from."""
    return {p.span for p in people}


def implied_actors(
    scene: Scene, mention: Mention, by: Sequence[Attribution], where: Where | None
) -> list[Participant]:
    """Who acts where no slot names anybody of public life."""
    if (mention.type, mention.mode) in BY_STATES:
        return of_state(
            scene, mention, where, "COP", "only authorities do this; the state where it happens"
        )
    if mention.type == "PROTEST":
        return of_state(scene, mention, where, "CVL", "a crowd of the state where it happens")
    if mention.mode == "ceasefire" and not mention.arguments:
        return opponents(scene.resolver, mention.token)
    if mention.type in TWO_SIDED and not mention.arguments and not is_anaphoric(scene, mention):
        people = in_sentence(scene, mention, by, set())
        return people if len(people) > 1 else []
    return []


def of_state(
    scene: Scene, mention: Mention, where: Where | None, sector: str, why: str
) -> list[Participant]:
    """The state of the place, else that which is spoken of there."""
    code = (where.place.country if where else None) or state_at(scene.cast, mention.token)
    return [Participant(code, None, sector, None, None, Reason("actor", why))] if code else []


def in_sentence(
    scene: Scene, mention: Mention, by: Sequence[Attribution], known: set[str]
) -> list[Participant]:
    """The parties named in the sentence of a mention, sources and known ones left out."""
    doc = scene.doc
    first, stop = doc.bounds[doc.sentence_of[mention.token]]
    tellers = {k for a in by if a.who for k in scene.tokens_in_range(a.who.start, a.who.end)}
    found: dict[str, Participant] = {}
    for k in range(first, stop):
        hit = scene.cast.hits.get(k)
        party = hit is not None and hit.actor.kind in PARTIES and hit.actor.code not in known
        if not party or k in tellers or (k in scene.cast.places and not subjectlike(scene, k)):
            continue
        one = scene.resolver.by_name(k)
        if one:
            found.setdefault(one.code, one)
    return list(found.values())


def partner(
    scene: Scene, mention: Mention, by: Sequence[Attribution], known: Sequence[Participant]
) -> list[Participant]:
    """The one other party in the sentence of talks of which the slots name only one side."""
    others = in_sentence(scene, mention, by, {p.code for p in known})
    return others if len(others) == 1 else []


def is_other(scene: Scene, head: int) -> bool:
    """Whether a noun means another party by what it is to somebody ("its ally", "musuhnya")."""
    return is_a("relational", scene.doc.lower[head], scene.doc.language)


def implied_recipients(
    scene: Scene, mention: Mention, actors: Sequence[Participant], where: Where | None
) -> list[Participant]:
    """To whom something is done where no slot names a party of public life."""
    for argument in mention.arguments:
        if argument.role == "recipient" and (one := inside(scene, argument.head, mention.token)):
            return [one]
    other = beneath(scene, mention, {a.code for a in actors})
    if other:
        return [other]
    if mention.type == "ASSAULT" and mention.joint:
        return []  # all who are named act
    if mention.type == "ASSAULT":
        here = where is not None and where.span is not None and where.span.overlaps(mention.passage)
        return attacked(where, actors) if where and here else []
    home = scene.cast.home
    if mention.type == "THREATEN" or mention.mode == "meet" or home is None:
        return []
    if not actors or any(a.code != home for a in actors):
        return []
    if any(is_other(scene, a.head) for a in mention.arguments if a.role == "recipient"):
        return []
    if scene.cast.countries[home] < ALONE * scene.cast.countries.total():
        return []
    others = in_sentence(scene, mention, scene.attributions, {home, *(a.code for a in actors)})
    if others and mention.type != "PROTEST" and mention.mode not in AT_HOME_ONLY:
        return others if len(others) == 1 else []
    why = Reason("actor", WITHIN)
    return [Participant(home, None, None, None, None, why)]


def beneath(scene: Scene, mention: Mention, known: set[str]) -> Participant | None:
    """The first other party in what a verbal act is about ("threatened to attack X")."""
    doc = scene.doc
    if not mention.verbal or doc.upos[mention.token] != "VERB":
        return None
    for c in doc.children[mention.token]:
        conditional = mention.type == "THREATEN" and relation(doc, c) == "advcl"
        if relation(doc, c) not in {"ccomp", "xcomp", "obj", "obl"} and not conditional:
            continue
        for k in doc.subtree(c):
            hit = scene.cast.hits.get(k)
            if mention.mode == "meet" and not subjectlike(scene, k):
                continue  # where it would have met
            if (hit and hit.actor.kind in PARTIES) or k in scene.cast.places:
                one = scene.resolver.by_name(k)
                if one and one.code not in known:
                    return one
    return None


def inside(scene: Scene, head: int, telling: int) -> Participant | None:
    """The first party named anywhere inside an object ("the plan of several states to …"), save
    in the relative clause that tells the event ("langkah yang dikecam *Korea Utara*")."""
    told = set(scene.doc.subtree(telling)) if telling in scene.doc.subtree(head) else set()
    for k in scene.doc.subtree(head):
        if k in told:
            continue
        hit = scene.cast.hits.get(k)
        named_person = scene.doc.ner[k][2:] == "PER"
        if named_person or (hit and hit.actor.kind in PARTIES):
            return scene.resolver.by_name(k)
    return None


def subjectlike(scene: Scene, k: int) -> bool:
    """Whether a state's name stands as a party and not in a phrase of place ("di Paris")."""
    doc, at = scene.doc, k
    for _ in range(4):
        if {"di", "in", "at", "ke", "to", "dari", "from"} & set(cases(doc, at)):
            return False
        if relation(doc, at) not in {"flat", "appos", "compound", "conj"}:
            return True
        at = doc.head[at]
    return True


def attacked(where: Where, actors: Sequence[Participant]) -> list[Participant]:
    """The state in which an attack without a named target happens."""
    code = where.place.country
    if code is None or any(a.code == code for a in actors):
        return []
    why = Reason("actor", f"attacked at {where.place.name}")
    return [Participant(code, None, None, None, where.span, why)]
