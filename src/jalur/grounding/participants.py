"""From the head of a phrase to somebody who takes part, with a code and why."""

from __future__ import annotations

from dataclasses import dataclass

from jalur.doc import Doc
from jalur.grounding.antecedents import (
    body_before,
    counted_before,
    group_before,
    kinds_of,
    party_before,
    people_before,
    person_before,
    teller_above,
)
from jalur.grounding.called import ARMED
from jalur.grounding.cast import STATE_KINDS, Cast
from jalur.grounding.fighters import armed_role, group_of, group_of_leader
from jalur.grounding.named import (
    MEMBERS,
    country_of,
    first_role,
    modifier,
    person_with,
    place_of,
)
from jalur.grounding.persons import Person
from jalur.grounding.several import both
from jalur.grounding.states import NOT_SAID, state_at
from jalur.knowledge import places
from jalur.knowledge.actors import Hit, acting_state, roles
from jalur.knowledge.pronouns import is_a
from jalur.model import Participant, Reason
from jalur.syntax import phrase, phrase_span, relation

SITES = {"MED", "EDU", "REL"}
"""Sectors of what stands at a place and is used by the people there."""

OF_STATES = {
    *("army", "military", "police", "forces", "troops", "government", "state", "people", "party"),
    *("tentara", "militer", "polisi", "pasukan", "pemerintah", "negara", "rakyat", "partai"),
}
"""Nouns of names of bodies that mean a state's own where they stand alone."""

BARE_WORDS = 3
"""Most words of a phrase that takes up a body by one noun of its name."""

POSSESSIVES = {"its", "their", "his", "her", "nya"}


@dataclass
class Resolver:
    """Resolves the phrases of one report."""

    cast: Cast

    @property
    def doc(self) -> Doc:
        """The parsed report."""
        return self.cast.doc

    def resolve(self, head: int) -> Participant | None:
        """Who the phrase headed by `head` is, or None when it names no party of public life."""
        doc = self.doc
        word = doc.lower[head]
        if is_a("person", word, doc.language) or is_a("group", word, doc.language):
            return self.pronoun(head)
        direct = self.by_name(head)
        if direct:
            return direct
        counted = counted_before(doc, head)
        if counted is not None:
            return self.resolve(counted)
        tokens = phrase(doc, head)
        if is_a("takes_up", word, doc.language) and self.is_definite(head):
            return self.by_modifier(head, tokens) or self.pronoun(head)
        again = self.named_again(head, tokens)
        if again is not None:
            return again
        role = roles.role(doc.lower, head, doc.language) or first_role(doc, tokens)
        if role:
            return self.by_role(head, tokens, role)
        return self.by_modifier(head, tokens)

    def named_again(self, head: int, tokens: list[int]) -> Participant | None:
        """The body or group that a bare noun of its name takes up: "the council" after "the
        National Maritime Council". A state's own forces are "the army" whoever else is named."""
        doc = self.doc
        word = doc.lower[head]
        bare = len(tokens) <= BARE_WORDS and doc.upos[head] == "NOUN" and word not in OF_STATES
        if not bare or not self.is_definite(head):
            return None
        hit = body_before(self.cast, head, word)
        if hit is None:
            return None
        code = acting_state(hit.actor.code)
        return self.made(head, code, hit.actor.sector, hit.form, f"takes up {hit.form}")

    def is_definite(self, head: int) -> bool:
        """Whether a noun takes up something known ("the group", "kelompok itu"); the tree may hang
        "itu" on another noun before it."""
        doc = self.doc
        words = {doc.lower[c] for c in doc.children[head]}
        after = set(doc.lower[head + 1 : head + 2]) & {"itu", "ini", "tersebut"}
        return bool(after or words & {"the", "this", "that", "itu", "ini", "tersebut", "nya"})

    def by_name(self, head: int) -> Participant | None:
        """A known actor, person or place whose name covers the head itself."""
        hit = self.apposed(head) or self.cast.hits.get(head)
        if hit and hit.actor.code == MEMBERS:
            hit = modifier(self.cast, head, phrase(self.doc, head)) or hit
        if hit and hit.actor.kind not in {"outlet", "person"}:
            name = None if hit.actor.kind in STATE_KINDS else hit.form
            code = acting_state(hit.actor.code)
            return self.made(head, code, hit.actor.sector, name, hit.actor.kind)
        person = self.cast.person_at(head)
        if person:
            return self.of_person(head, person)
        return self.by_place(head)

    def apposed(self, head: int) -> Hit | None:
        """The group or body that an apposition names ("the rebel alliance, the SDF, …")."""
        for c in self.doc.children[head]:
            hit = self.cast.hits.get(c)
            if relation(self.doc, c) == "appos" and hit and hit.actor.kind in {"group", "body"}:
                return hit
        return None

    def of_person(self, head: int, person: Person) -> Participant | None:
        """A named person; one of whom nothing is said is of the state spoken of there."""
        group = group_of_leader(self.cast, person) if person.sector == "REB" else None
        if group and not person.code:
            return self.made(head, group[0], person.sector, person.name, group[1])
        why = person.why if person.code else NOT_SAID
        return self.made(
            head, person.code or state_at(self.cast, head), person.sector, person.name, why
        )

    def by_place(self, head: int) -> Participant | None:
        """A town or region that stands for its state."""
        named = self.cast.places.get(head)
        if named is None:
            return None
        at = places.resolve(named[2], self.doc.language, self.cast.likely).place
        if at is None or at.country is None:
            return None
        return self.made(head, acting_state(at.country), None, None, f"place {at.name}")

    def by_role(self, head: int, tokens: list[int], role: roles.Role) -> Participant | None:
        """An office or a kind of people: of the body or state named with it, else the context's."""
        if is_a("relational", self.doc.lower[head], self.doc.language):
            return None  # "its ally" is whoever is not named: nobody of the owner's, nobody at home
        person = person_with(self.cast, head)
        name = person.name if person else None
        hit = modifier(self.cast, head, tokens)
        owner = self.owner(head, tokens) if person is None and hit is None else None
        fighters = armed_role(self.doc, head, role)
        if fighters and (hit is None or hit.actor.kind not in {"group", "body"}):
            owned = owner is not None or (hit is not None and hit.actor.kind == "people")
            known = group_of(self.cast, tokens, fighters, owned)
            if known:
                return self.made(head, known[0], fighters.sector, name, known[1])
        if hit:
            there = self.site_abroad(tokens, role, hit)
            if there:
                return self.made(head, there, role.sector, name, "where it happens")
            return self.made(head, hit.actor.code, role.sector, name, f"with {hit.form}")
        if owner:
            return self.made(head, owner.code, role.sector, None, f"of {owner.code}")
        if person and person.code:
            return self.made(head, person.code, role.sector, person.name, person.why)
        if role.sector in ARMED and role.code:
            return self.made(head, role.code, role.sector, name, "nameless")
        if is_a("go_between", self.doc.lower[head], self.doc.language):
            return None  # of no state that is not named: see `several.go_betweens`
        country, why = country_of(self.cast, head, tokens, role)
        if country:
            return self.made(head, country, role.sector, name, why)
        return self.made(head, role.code, role.sector, name, "nameless") if role.code else None

    def site_abroad(self, tokens: list[int], role: roles.Role, hit: Hit) -> str | None:
        """The state in which a hospital or school of another one stands: it is that state's people
        who are in it ("the *Saudi* hospital in El Fasher")."""
        if role.person or role.sector not in SITES or hit.actor.kind not in STATE_KINDS:
            return None
        there = place_of(self.cast, tokens)
        return there if there != hit.actor.code else None

    def owner(self, head: int, tokens: list[int]) -> Participant | None:
        """Whose people a possessive makes them: "its troops", "whose soldiers", "pasukannya", "the
        group's leader"."""
        doc = self.doc
        for c in tokens:
            word = doc.lower[c]
            if word == "whose" and (meant := self.before_clause(head)) is not None:
                return self.resolve(meant)
            if is_a("takes_up", word, doc.language) and c != head and self.is_definite(c):
                return self.by_name(c) or self.pronoun(c)
            if word in POSSESSIVES and doc.upos[c] in {"PRON", "DET", ""}:
                found = party_before(self.cast, min(c, head))
                return None if found is None else self.by_name(found)
        return None

    def before_clause(self, head: int) -> int | None:
        """The noun that the relative clause of a word is about: "*rebels* whose fighters …"."""
        doc, verb = self.doc, self.doc.head[head]
        while relation(doc, verb) == "conj" and doc.head[verb] != verb:
            verb = doc.head[verb]
        return doc.head[verb] if relation(doc, verb) == "acl" else None

    def by_modifier(self, head: int, tokens: list[int]) -> Participant | None:
        """A phrase whose head says nothing but whose modifiers name a state, body or person."""
        doc = self.doc
        if doc.upos[head] not in {"NOUN", "PROPN", "ADJ", "X", "NUM", "DET"}:
            return None
        hit = modifier(self.cast, head, tokens)
        if hit:
            return self.made(head, hit.actor.code, hit.actor.sector, None, f"with {hit.form}")
        person = person_with(self.cast, head)
        if person:
            return self.of_person(head, person)
        state = state_at(self.cast, head) if doc.ner[head][2:] in {"ORG", "PER"} else None
        if state:
            name = phrase_span(doc, head).cut(doc.text)
            return self.made(head, state, None, name, NOT_SAID)
        return None

    def pronoun(self, head: int) -> Participant | None:
        """The person or group that a pronoun takes up: the nearest before it that fits."""
        if is_a("person", self.doc.lower[head], self.doc.language):
            person = person_before(self.cast, head)
            return self.of_person(head, person) if person else None
        teller = teller_above(self.doc, head)
        if teller is not None and not both(self, teller) and (told := self.resolve(teller)):
            return self.made(head, told.code, told.sector, None, f"takes up {told.code}")
        if is_a("several", self.doc.lower[head], self.doc.language):
            people = people_before(self.cast, head)
            told = self.resolve(people) if people is not None else None
            if told is not None:
                return self.made(head, told.code, told.sector, None, f"takes up {told.code}")
        hit = group_before(self.cast, head, kinds_of(self.doc.lower[head], self.doc.language))
        if hit is None:
            return None
        return self.made(head, hit.actor.code, hit.actor.sector, None, f"takes up {hit.form}")

    def made(
        self, head: int, code: str | None, sector: str | None, name: str | None, why: str
    ) -> Participant | None:
        """A participant, unless no code is known."""
        if not code:
            return None
        reason = Reason("actor", why)
        span = phrase_span(self.doc, head)
        return Participant(code, name, sector, None, span, reason)
