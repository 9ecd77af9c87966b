"""From the head of a phrase to somebody who takes part, with a code and why."""

from __future__ import annotations

from dataclasses import dataclass

from jalur.doc import Doc
from jalur.grounding.cast import STATE_KINDS, Cast
from jalur.knowledge import places, roles
from jalur.knowledge.actors import Hit
from jalur.model import Participant, Reason
from jalur.syntax import cases, phrase, phrase_span, relation

PERSON_PRONOUNS = {"he", "she", "him", "her", "his", "dia", "ia", "beliau"}
GROUP_PRONOUNS = {"they", "them", "their", "it", "its", "mereka", "nya", "pihaknya", "keduanya"}
SPEAKER_PRONOUNS = {"i", "we", "us", "our", "my", "me", "kami", "kita", "saya", "aku", "ku"}
GROUP_NOUNS = {
    "group",
    "kelompok",
    "movement",
    "gerakan",
    "organisasi",
    "organisation",
    "militia",
    "milisi",
}
ARMED = {"REB", "UAF", "PRM"}
STATE_SECTORS = {"GOV", "MIL", "COP", "SPY", "LEG", "JUD", "CVL", "OPP", "PTY"}
LOCATIVE_CASES = {"di", "ke", "at", "in", "pada", "on", "with", "dengan", "kepada", "to"}
LOCATIVE = {"di", "in", "at", "from", "dari", "asal", "of"}


@dataclass
class Resolver:
    """Resolves the phrases of one report; remembers who was last spoken of."""

    cast: Cast

    @property
    def doc(self) -> Doc:
        """The parsed report."""
        return self.cast.doc

    def resolve(self, head: int) -> Participant | None:
        """Who the phrase headed by `head` is, or None when it names no party of public life."""
        doc = self.doc
        word = doc.lower[head]
        if word in PERSON_PRONOUNS | GROUP_PRONOUNS:
            return self.pronoun(head)
        direct = self.by_name(head)
        if direct:
            return direct
        tokens = phrase(doc, head)
        role = roles.role(doc.lower, head, doc.language) or first_role(doc, tokens)
        if role:
            return self.by_role(head, tokens, role)
        return self.by_modifier(head, tokens)

    def by_name(self, head: int) -> Participant | None:
        """A known actor, person or place whose name covers the head itself."""
        hit = self.cast.hits.get(head)
        if hit and hit.actor.kind != "outlet":
            name = None if hit.actor.kind in STATE_KINDS else hit.form
            return self.made(head, hit.actor.code, hit.actor.sector, name, hit.actor.kind)
        person = self.cast.person_at(head)
        if person:
            code = person.code or self.cast.home
            why = person.why if person.code else "no country said: the report's own"
            return self.made(head, code, person.sector, person.name, why) if code else None
        return self.by_place(head)

    def by_place(self, head: int) -> Participant | None:
        """A town or region that stands for its state."""
        named = self.cast.places.get(head)
        if named is None:
            return None
        at = places.resolve(named[2], self.doc.language, tuple(self.cast.countries)).place
        if at is None or at.country is None:
            return None
        return self.made(head, at.country, None, None, f"place {at.name}")

    def by_role(self, head: int, tokens: list[int], role: roles.Role) -> Participant | None:
        """An office or a kind of people: of the body or state named with it, else the context's."""
        name = self.name_in(head, tokens)
        hit = self.modifier(head, tokens)
        if hit:
            return self.made(head, hit.actor.code, role.sector, name, f"with {hit.form}")
        person = next((p for t in self.named_with(head) if (p := self.cast.person_at(t))), None)
        if person and person.code:
            return self.made(
                head, person.code, role.sector or person.sector, person.name, person.why
            )
        if role.sector in ARMED:
            group = self.cast.group
            if group:
                return self.made(
                    head, group.actor.code, role.sector, name, "the report's armed group"
                )
            if role.code:
                return self.made(head, role.code, role.sector, name, "nameless")
        place = self.place_of(head, tokens)
        country = place or self.cast.home
        if country:
            why = "where it happens" if place else "the report's own state"
            return self.made(head, country, role.sector, name, why)
        return self.made(head, role.code, role.sector, name, "nameless") if role.code else None

    def by_modifier(self, head: int, tokens: list[int]) -> Participant | None:
        """A phrase whose head says nothing but whose modifiers name a state, body or group."""
        doc = self.doc
        if doc.lower[head] in GROUP_NOUNS:
            hit = self.modifier(head, tokens) or self.cast.group
            return (
                self.made(head, hit.actor.code, hit.actor.sector, None, "the group")
                if hit
                else None
            )
        hit = self.modifier(head, tokens)
        if hit and doc.upos[head] in {"NOUN", "PROPN", "ADJ", "X"}:
            return self.made(head, hit.actor.code, hit.actor.sector, None, f"with {hit.form}")
        if doc.ner[head][2:] in {"ORG", "PER"} and self.cast.home:
            name = phrase_span(doc, head).cut(doc.text)
            return self.made(head, self.cast.home, None, name, "no country said: the report's own")
        return None

    def modifier(self, head: int, tokens: list[int]) -> Hit | None:
        """The best known actor among a phrase's modifiers: a group or body before a state."""
        inside = [self.cast.hits[t] for t in tokens if t in self.cast.hits and self.close(head, t)]
        known = [h for h in inside if h.actor.kind not in {"person", "outlet"}]
        if not known:
            return None
        return next((h for h in known if h.actor.kind in {"group", "body"}), known[0])

    def close(self, head: int, token: int) -> bool:
        """Whether a token belongs to a phrase other than by a place ("presiden … di Jakarta")."""
        at = token
        while at != head and self.doc.head[at] != at:
            if LOCATIVE_CASES & set(cases(self.doc, at)):
                return False
            at = self.doc.head[at]
        return True

    def named_with(self, head: int) -> list[int]:
        """Tokens that may carry the name of the person an office belongs to."""
        doc = self.doc
        near = [
            c
            for c in doc.children[head]
            if relation(doc, c) in {"appos", "flat", "nmod", "compound"}
        ]
        return [*near, *phrase(doc, head), *range(head + 1, min(head + 4, len(doc)))]

    def name_in(self, head: int, tokens: list[int]) -> str | None:
        """The person's name in a phrase or its apposition."""
        for t in [
            *tokens,
            *(c for c in self.doc.children[head] if relation(self.doc, c) == "appos"),
        ]:
            if self.doc.ner[t][2:] == "PER" and (person := self.cast.person_at(t)):
                return person.name
        return None

    def place_of(self, head: int, tokens: list[int]) -> str | None:
        """The state of a place that a phrase names ("rebels in South Sudan")."""
        for t in tokens:
            if t in self.cast.places and (
                not cases(self.doc, t) or LOCATIVE & set(cases(self.doc, t))
            ):
                a = self.cast.places[t]
                at = places.resolve(a[2], self.doc.language, tuple(self.cast.countries)).place
                if at and at.country:
                    return at.country
        return None

    def pronoun(self, head: int) -> Participant | None:
        """The person or group that a pronoun takes up: the nearest before it that fits."""
        doc = self.doc
        wants_person = doc.lower[head] in PERSON_PRONOUNS
        first = doc.bounds[max(0, doc.sentence_of[head] - 3)][0]
        for i in range(head - 1, first - 1, -1):
            subjectlike = relation(doc, i) in {
                "nsubj",
                "obl",
                "obj",
                "root",
                "nmod",
                "flat",
                "appos",
                "",
            }
            if wants_person and doc.ner[i][2:] == "PER":
                return self.by_name(i)
            hit = self.cast.hits.get(i)
            if (
                not wants_person
                and hit
                and subjectlike
                and hit.actor.kind in {"state", "group", "body"}
            ):
                return self.made(
                    head, hit.actor.code, hit.actor.sector, None, f"takes up {hit.form}"
                )
        return None

    def made(
        self, head: int, code: str | None, sector: str | None, name: str | None, why: str
    ) -> Participant | None:
        """A participant, unless no code is known."""
        if not code:
            return None
        reason = Reason("actor", why)
        return Participant(code, name, sector, None, phrase_span(self.doc, head), reason)


def first_role(doc: Doc, tokens: list[int]) -> roles.Role | None:
    """The first office or kind of people that a phrase names."""
    return next((r for t in tokens if (r := roles.role(doc.lower, t, doc.language))), None)
