"""Who is who in a report: the known actors by token, and the people by the names they go by.

Places and people stand beside them, because a place can act for its state and a person for theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from jalur.doc import Doc
from jalur.grounding.called import ARMED, called
from jalur.grounding.persons import Page, Person, names, people_of
from jalur.grounding.ships import ships
from jalur.grounding.topics import public_life
from jalur.knowledge import actors, capitals, media, places
from jalur.knowledge.actors import Hit, roles
from jalur.knowledge.genres import density
from jalur.syntax import cases

SPORT = 0.02
"""Share of words of sport beyond which a report is one: 97 % of id_indosum's reports of sport lie
above it, 2 % of its news."""

STATE_KINDS = frozenset({"state", "capital", "demonym"})
VENUE = {"in", "at", "di", "ke", "to", "outside"}
"""Before the place where something is done."""


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A name of a state, or of a town, body or person of it, at some tokens."""

    first: int
    last: int
    code: str
    kind: str


@dataclass
class Cast:
    """The actors of one report. Built once, then only asked."""

    doc: Doc
    hits: dict[int, Hit] = field(default_factory=dict)
    """Token to the known actor that its words name."""
    places: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    """Token to the place name (first and last token, name) that covers it."""
    ships: set[int] = field(default_factory=set)
    """The tokens of the names of ships, which are no places."""
    spoken_of: dict[tuple[int, int, int], str] = field(default_factory=dict)
    """The answers of `states.state_at` by place."""

    @classmethod
    def of(cls, doc: Doc) -> Cast:
        """The cast of a parsed report."""
        cast = cls(doc)
        for hit in actors.find(doc.words, doc.language, doc.report.published):
            for k in range(hit.first, hit.last + 1):
                cast.hits.setdefault(k, hit)
        for hit in list(called(doc, cast.hits)):
            cast.hits[hit.first] = hit
        for first, last, hit in list(ships(doc, cast.hits)):
            cast.hits.update(dict.fromkeys(range(first, last + 1), hit))
            cast.ships.update(range(first, last + 1))
        for sentence in doc.sentences():
            cast.add_places(sentence.first, doc.words[sentence.first : sentence.stop])
        return cast

    def add_places(self, first: int, words: tuple[str, ...]) -> None:
        """Place names of one sentence: those that the tagger marked, then other known ones."""
        for a, b in names(self.doc, first, first + len(words), "LOC"):
            if self.ships & set(range(a, b + 1)):
                continue
            self.mark_place(a, b, self.doc.span(a, b).cut(self.doc.text))
        for hit in places.find(words, self.doc.language):
            a, b = hit.first + first, hit.last + first
            taken = any(k in self.places for k in range(a, b + 1)) or self.inside_a_name(a, b)
            if not hit.weak and not taken:
                self.mark_place(a, b, hit.name)

    def inside_a_name(self, a: int, b: int) -> bool:
        """Whether tokens a..b are part of a longer name or the name of a known actor.

        The tagger takes some towns for people or bodies; a whole name that is a town's is the
        town, save in sport, where it is the club.
        """
        doc = self.doc
        if any(k in self.hits for k in range(a, b + 1)):
            return True
        starts, ends = doc.ner[a][:2] != "I-", b + 1 >= len(doc) or doc.ner[b + 1][:2] != "I-"
        organised = any(doc.ner[k][2:] == "ORG" for k in range(a, b + 1))
        return (organised and self.is_sport) or not (starts and ends)

    @cached_property
    def is_sport(self) -> bool:
        """Whether the report is one of sport, by the share of its words."""
        return density(self.doc.lower, self.doc.language).get("sport", 0.0) > SPORT

    @cached_property
    def public_life(self) -> float | None:
        """How likely the report is news of public life; None where that is not judged."""
        return public_life(self.doc.words, self.doc.language)

    def mark_place(self, a: int, b: int, name: str) -> None:
        """Tokens a..b are the name of a place."""
        for k in range(a, b + 1):
            self.places[k] = (a, b, name)

    def mark_capitals(self) -> None:
        """Name the places that only the words for a capital tell."""
        for first, last, name in self.capitals:
            self.mark_place(first, last, name)

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the report speaks of each state, by actors and by places."""
        found: Counter[str] = Counter()
        seen: set[tuple[int, int]] = set()
        for hit in self.hits.values():
            if (hit.first, hit.last) not in seen and hit.actor.kind in STATE_KINDS | {"body"}:
                seen.add((hit.first, hit.last))
                country = hit.actor.code if hit.actor.kind in STATE_KINDS else hit.actor.country
                if country:
                    found[country] += 1
        for a, b, name in sorted(set(self.places.values())):
            if (a, b) not in seen and (at := places.resolve(name, self.doc.language).place):
                found[at.country or ""] += 1
        found.pop("", None)
        return found

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """All names that tell a state, in the order of the text: of actors, places and people."""
        found = list(self.told_by_actors())
        taken = {k for one in found for k in range(one.first, one.last + 1)}
        for a, b, name in set(self.places.values()):
            at = places.resolve(name, self.doc.language, self.likely).place
            if a not in taken and at is not None and at.country:
                found.append(Told(a, b, at.country, "place"))
        for k in range(len(self.doc)):
            person = self.person_at(k)
            again = k > 0 and self.person_at(k - 1) is person
            if k not in taken and person is not None and person.code and not again:
                found.append(Told(k, k, person.code, "named" if k == person.first else "again"))
        return tuple(sorted(found))

    def told_by_actors(self) -> Iterator[Told]:
        """The names of known actors that tell a state."""
        for k, hit in self.hits.items():
            actor = hit.actor
            code = actor.code if actor.kind in STATE_KINDS else actor.country
            if k == hit.first and code:
                yield Told(hit.first, hit.last, code, actor.kind)

    @cached_property
    def likely(self) -> tuple[str, ...]:
        """The states that the report speaks of most."""
        return tuple(code for code, _ in self.countries.most_common(5))

    @cached_property
    def publisher(self) -> Hit | None:
        """The body that publishes the report itself, when it is no news outlet, in capitals or not;
        a state's only with a word for its bodies ("UK government", not "Focus Taiwan")."""
        name, language = self.doc.report.outlet or "", self.doc.language
        if media.find_outlet(name):
            return None
        for words in (name.split(), name.upper().split()):
            known = actors.find(words, language, self.doc.report.published)
            office = any(roles.role(name.lower().split(), i, "en") for i in range(len(words)))
            for hit in known:
                if hit.actor.kind == "body" or (office and hit.actor.kind in {"state", "demonym"}):
                    return hit
        return None

    @cached_property
    def home(self) -> str | None:
        """The state that the report is about: the one that it names most, by its armed groups too,
        but not by a capital where people meet; Indonesian news of no state at all is news of
        Indonesia."""
        if self.countries:
            named = self.countries + self.states_of_groups
            return max(named, key=lambda code: named[code] - self.venues[code])
        return "IDN" if self.doc.language == "id" else None

    @cached_property
    def states_of_groups(self) -> Counter[str]:
        """How often the report names armed groups of each state."""
        armed = {(h.first, h.actor.country) for h in self.hits.values() if h.actor.sector in ARMED}
        return Counter(country for _, country in armed if country)

    @cached_property
    def venues(self) -> Counter[str]:
        """How often the report names a capital only to say where something is done ("in Doha", "the
        Qatari capital")."""
        told = {k for first, last, _ in self.capitals for k in range(first, last + 1)}
        found = {
            (hit.first, hit.actor.code)
            for k, hit in self.hits.items()
            if k in told or (hit.actor.kind == "capital" and VENUE & set(cases(self.doc, k)))
        }
        return Counter(code for _, code in found)

    @cached_property
    def capitals(self) -> tuple[tuple[int, int, str], ...]:
        """Capitals that are named by their state ("the Qatari capital"): first and last token, and
        the capital's own name."""
        doc = self.doc
        return tuple(
            (hit.first + sentence.first, hit.last + sentence.first, hit.name)
            for sentence in doc.sentences()
            for hit in capitals.find(doc.words[sentence.first : sentence.stop], doc.language)
        )

    @property
    def own(self) -> str | None:
        """The state of offices that name none ("Menteri Luar Negeri", "polisi"): news of Indonesia
        leaves its own out wherever Indonesia has a part in it, whatever state it names most."""
        at_home = self.doc.language == "id" and bool(self.countries.get("IDN"))
        return "IDN" if at_home else self.home

    @cached_property
    def group(self) -> Hit | None:
        """The armed group that the report speaks of most, when there is one."""
        armed = Counter(h.actor.code for h in self.hits.values() if h.actor.sector in ARMED)
        if not armed:
            return None
        code = armed.most_common(1)[0][0]
        return next(h for h in self.hits.values() if h.actor.code == code)

    @cached_property
    def belligerents(self) -> tuple[str, ...]:
        """The states and armed groups that the report names most, likely sides of a conflict."""
        counted = Counter(
            h.actor.code
            for k, h in self.hits.items()
            if k == h.first and h.actor.kind in {"state", "demonym", "group", "people", "capital"}
        )
        return tuple(code for code, _ in counted.most_common(2))

    @cached_property
    def people(self) -> dict[str, Person]:
        """Lower-cased names and their parts to the person first called so."""
        own = self.publisher.actor.code if self.publisher else self.own
        return people_of(Page(self.doc, self.hits, own, self.countries), set(self.places))

    @cached_property
    def people_by_token(self) -> dict[int, Person]:
        """The person whose name covers a token."""
        return {
            i: self.people[word]
            for i, word in enumerate(self.doc.lower)
            if word in self.people and self.doc.words[i][:1].isupper()
        }

    def person_at(self, i: int) -> Person | None:
        """The person whose name covers token `i`."""
        return self.people_by_token.get(i)
