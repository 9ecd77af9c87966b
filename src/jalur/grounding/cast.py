"""Who is who in a report: the known actors by token, and the people by the names they go by.

A person is known from the list of office holders, or from the words around the first mention:
"Menteri Luar Negeri Arab Saudi Adel al-Jubeir", "Ketut Arsana, a lawyer for …", "Sebastian Salang
(Formappi)". Later mentions by any part of the name are the same person.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from jalur.doc import Doc
from jalur.knowledge import actors, media, places, roles
from jalur.knowledge.actors import Hit

TITLE_REACH = 12
"""How many tokens before a name its title, office and country may stand."""

AFTER_REACH = 10
"""How many tokens after a name an apposition may stand."""

STATE_KINDS = {"state", "capital", "demonym"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the report."""

    name: str
    code: str | None
    sector: str | None
    first: int
    last: int
    why: str


@dataclass
class Cast:
    """The actors of one report. Built once, then only asked."""

    doc: Doc
    hits: dict[int, Hit] = field(default_factory=dict)
    """Token to the known actor that its words name."""
    places: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    """Token to the place name (first and last token, name) that covers it."""

    @classmethod
    def of(cls, doc: Doc) -> Cast:
        """The cast of a parsed report."""
        cast = cls(doc)
        for hit in actors.find(doc.words, doc.language, doc.report.published):
            for k in range(hit.first, hit.last + 1):
                cast.hits.setdefault(k, hit)
        for sentence in doc.sentences():
            cast.add_places(sentence.first, doc.words[sentence.first : sentence.stop])
        return cast

    def add_places(self, first: int, words: tuple[str, ...]) -> None:
        """Place names of one sentence: those that the tagger marked, then other known ones."""
        for a, b in names(self.doc, first, first + len(words), "LOC"):
            self.mark_place(a, b, self.doc.span(a, b).cut(self.doc.text))
        for hit in places.find(words, self.doc.language):
            a, b = hit.first + first, hit.last + first
            taken = any(k in self.places or self.doc.ner[k] for k in range(a, b + 1))
            if not hit.weak and not taken:
                self.mark_place(a, b, hit.name)

    def mark_place(self, a: int, b: int, name: str) -> None:
        """Tokens a..b are the name of a place."""
        for k in range(a, b + 1):
            self.places[k] = (a, b, name)

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
        for a, b, name in set(self.places.values()):
            if (a, b) not in seen and (at := places.resolve(name, self.doc.language).place):
                found[at.country or ""] += 1
        found.pop("", None)
        return found

    @cached_property
    def likely(self) -> tuple[str, ...]:
        """The states that the report speaks of most."""
        return tuple(code for code, _ in self.countries.most_common(5))

    @cached_property
    def publisher(self) -> Hit | None:
        """The body that publishes the report itself, when it is no news outlet."""
        words = (self.doc.report.outlet or "").split()
        known = actors.find(words, self.doc.language, self.doc.report.published)
        bodies = [h for h in known if h.actor.kind in {"body", "state", "demonym"}]
        return bodies[0] if bodies and not media.find_outlet(" ".join(words)) else None

    @cached_property
    def home(self) -> str | None:
        """The state that the report is about: the one it names most; Indonesian news of no state
        at all is news of Indonesia."""
        if self.countries:
            return self.countries.most_common(1)[0][0]
        return "IDN" if self.doc.language == "id" else None

    @cached_property
    def group(self) -> Hit | None:
        """The armed group that the report speaks of most, when there is one."""
        armed = Counter(
            h.actor.code for h in self.hits.values() if h.actor.sector in {"REB", "UAF", "PRM"}
        )
        if not armed:
            return None
        code = armed.most_common(1)[0][0]
        return next(h for h in self.hits.values() if h.actor.code == code)

    @cached_property
    def people(self) -> dict[str, Person]:
        """Lower-cased names and their parts to the person first called so."""
        found: dict[str, Person] = {}
        for first, last in person_names(self.doc, self.hits):
            name = self.doc.span(first, last).cut(self.doc.text)
            known = found.get(name.lower()) or short_for(found, name)
            if known is None or known.code is None:
                known = introduced(self, first, last, name, known)
            for part in [name.lower(), *parts(name)]:
                if part not in found or found[part].code is None:
                    found[part] = known
        return found

    def person_at(self, i: int) -> Person | None:
        """The person whose name covers token `i`."""
        word = self.doc.words[i]
        if not word[:1].isupper():
            return None
        return self.people.get(word.lower())


def names(doc: Doc, start: int, stop: int, kind: str) -> list[tuple[int, int]]:
    """First and last tokens of the names of one kind between two tokens."""
    found: list[tuple[int, int]] = []
    for i in range(start, stop):
        if doc.ner[i][2:] != kind:
            continue
        if doc.ner[i].startswith("I-") and found and found[-1][1] == i - 1:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found


def person_names(doc: Doc, hits: dict[int, Hit]) -> list[tuple[int, int]]:
    """The spans of person names: tagged ones, and known people."""
    tagged = names(doc, 0, len(doc), "PER")
    covered = {k for a, b in tagged for k in range(a, b + 1)}
    known = {(h.first, h.last) for h in hits.values() if h.actor.kind == "person"}
    return sorted([*tagged, *((a, b) for a, b in known if a not in covered and b not in covered)])


PARTICLES = {"al", "bin", "ibn", "de", "la", "van", "von", "der", "jr", "sr", "el", "da", "di", "h"}
"""Parts of names by which nobody is called alone."""


def parts(name: str) -> list[str]:
    """The parts of a name by which a person may be called later, titles left out."""
    words = [w.strip(".,'’") for w in name.lower().split()]
    return [w for w in words if len(w) > 1 and w not in PARTICLES]


def short_for(found: dict[str, Person], name: str) -> Person | None:
    """The person that a shorter form of a name stands for."""
    words = parts(name)
    known = [found[w] for w in words if w in found]
    return known[0] if known and len(known) == len(words) else None


def introduced(cast: Cast, first: int, last: int, name: str, known: Person | None) -> Person:
    """A person, resolved from the list of office holders or from the words around the name."""
    hit = cast.hits.get(last) or cast.hits.get(first)
    if hit and hit.actor.kind == "person":
        return Person(name, hit.actor.code, hit.actor.sector, first, last, "office holder")
    for code, sector, why in (before(cast, first), after(cast, last)):
        if code or sector:
            title = code or cast.home
            return Person(name, title, sector, first, last, why)
    return known or Person(name, None, None, first, last, "nothing said of them")


def before(cast: Cast, first: int) -> tuple[str | None, str | None, str]:
    """Code and sector from the title, office and body just before a name.

    Commas do not end a title ("Konsul Jenderal RI di Istanbul, Turki, Herry …"); another person,
    a verb or a conjunction does. What the office is of stands right after it.
    """
    doc = cast.doc
    begin = doc.bounds[doc.sentence_of[first]][0]
    window: list[int] = []
    for i in range(first - 1, max(begin, first - TITLE_REACH) - 1, -1):
        ends = doc.upos[i] in {"VERB", "AUX", "CCONJ", "SCONJ"} or doc.lower[i] in STOPS
        if ends or doc.ner[i][2:] == "PER" or doc.words[i] in QUOTES:
            break
        window.insert(0, i)
    offices = [i for i in window if roles.role(doc.lower, i, doc.language)]
    if not offices:
        comma = max((k for k, i in enumerate(window[:-1]) if doc.words[i] == ","), default=-1)
        window = window[comma + 1 :]
    else:
        window = [i for i in window if i >= nearest_office(cast, offices)]
    return told_by(cast, window, "title before the name")


def nearest_office(cast: Cast, offices: list[int]) -> int:
    """The last office named, or the first of a run ("menteri koordinator", "wakil presiden")."""
    start = offices[-1]
    for i in reversed(offices[:-1]):
        if start - i > 1:
            break
        start = i
    return start


def after(cast: Cast, last: int) -> tuple[str | None, str | None, str]:
    """Code and sector from an apposition or bracket just after a name."""
    doc = cast.doc
    stop = doc.bounds[doc.sentence_of[last]][1]
    if last + 1 >= stop or doc.words[last + 1] not in {",", "(", "–", "-", "—"}:
        return None, None, ""
    window: list[int] = []
    for i in range(last + 2, min(stop, last + 2 + AFTER_REACH)):
        if doc.words[i] in {",", ")", ";", "."} or doc.upos[i] in {"VERB", "AUX"}:
            break
        window.append(i)
    return told_by(cast, window, "apposition after the name")


TOWARDS = {"untuk", "to", "for", "di", "in", "at", "ke", "with", "against", "terhadap", "on"}
"""Prepositions before a state or body that an office is turned to and not of ("ambassador to")."""

QUOTES = {'"', "“", "”", "(", ")", ":", ";"}
STOPS = {
    "kata",
    "ujar",
    "tutur",
    "ungkap",
    "jelas",
    "tegas",
    "dan",
    "and",
    "with",
    "dengan",
    "oleh",
}


def told_by(cast: Cast, window: list[int], why: str) -> tuple[str | None, str | None, str]:
    """Code of the first body, group or state named in some tokens, and sector of the office."""
    doc = cast.doc
    sector = None
    for i in window:
        role = roles.role(doc.lower, i, doc.language)
        if role and sector is None:
            sector = role.sector
    hits = [
        cast.hits[i]
        for i in window
        if i in cast.hits
        and cast.hits[i].actor.kind not in {"person", "outlet"}
        and doc.lower[max(0, cast.hits[i].first - 1)] not in TOWARDS
    ]
    if not hits:
        return None, sector, why
    strongest = next((h for h in hits if h.actor.kind in {"group", "body"}), hits[0])
    code = strongest.actor.code
    return code, sector or strongest.actor.sector, f"{why}: {strongest.form}"
