"""The people of a report, and what is said of them where they are first named.

A person is known from the list of office holders, or from the words around the first mention:
"Menteri Luar Negeri Arab Saudi Adel al-Jubeir", "Ketut Arsana, a lawyer for …", "Sebastian Salang
(Formappi)". Later mentions by any part of the name are the same person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jalur.doc import Doc
from jalur.knowledge.actors import Hit, offices, roles
from jalur.knowledge.actors.honorifics import honorifics
from jalur.knowledge.actors.origins import origin

TITLE_REACH = 12
"""How many tokens before a name its title, office and country may stand."""

AFTER_REACH = 10
"""How many tokens after a name an apposition may stand."""

PARTICLES = {"al", "bin", "ibn", "de", "la", "van", "von", "der", "jr", "sr", "el", "da", "di", "h"}
"""Parts of names by which nobody is called alone."""

TOWARDS = {"untuk", "to", "for", "di", "in", "at", "ke", "with", "against", "terhadap", "on"}
"""Prepositions before a state or body that an office is turned to and not of ("ambassador to")."""

ALIASES = {"alias", "aka", "als"}
"""Words before another name of the same person."""

SOUND = "the sound of the name"

QUOTES = {'"', "“", "”", "(", ")", ":", ";"}
STOPS = {
    *("kata", "ujar", "tutur", "ungkap", "jelas", "tegas", "dan", "dengan", "oleh"),
    *("and", "with"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the report."""

    name: str
    code: str | None
    sector: str | None
    first: int
    last: int
    why: str


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed report with its known actors by token, and the state that it is about."""

    doc: Doc
    hits: dict[int, Hit]
    home: str | None
    states: Mapping[str, int]
    """How often it speaks of each state."""


def people_of(page: Page, places: set[int]) -> dict[str, Person]:
    """Lower-cased names and their parts to the person first called so; `places` are no people."""
    doc, hits = page.doc, page.hits
    found: dict[str, Person] = {}
    for first, last in person_names(doc, hits):
        if first in places:
            continue
        name = doc.span(first, last).cut(doc.text)
        known = found.get(name.lower()) or short_for(found, name)
        if known is None or known.code is None:
            known = introduced(page, first, last, name, known)
        for part in [name.lower(), *parts(name)]:
            if part not in found or found[part].code is None:
                found[part] = known
    return found


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
    tagged = [n for a, b in names(doc, 0, len(doc), "PER") if (n := without_title(doc, hits, a, b))]
    covered = {k for a, b in tagged for k in range(a, b + 1)}
    known = {(h.first, h.last) for h in hits.values() if h.actor.kind == "person"}
    return sorted([*tagged, *((a, b) for a, b in known if a not in covered and b not in covered)])


def without_title(doc: Doc, hits: dict[int, Hit], first: int, last: int) -> tuple[int, int] | None:
    """A tagged name without the state and office that the tagger took along; None if only these."""
    while first <= last:
        hit = hits.get(first)
        named = hit is not None and hit.actor.kind in {"state", "demonym", "group", "body"}
        titled = named or doc.lower[first] in honorifics()
        if not titled and not roles.role(doc.lower, first, doc.language):
            return first, last
        first += 1
    return None


def parts(name: str) -> list[str]:
    """The parts of a name by which a person may be called later, titles left out."""
    words = [w.strip(".,'’") for w in name.lower().split()]
    return [w for w in words if len(w) > 1 and w not in PARTICLES | honorifics()]


def short_for(found: dict[str, Person], name: str) -> Person | None:
    """The person that a shorter form of a name stands for."""
    words = parts(name)
    known = [found[w] for w in words if w in found]
    return known[0] if known and len(known) == len(words) else None


def introduced(page: Page, first: int, last: int, name: str, known: Person | None) -> Person:
    """A person, resolved from the list of office holders or from the words around the name."""
    hit = page.hits.get(last) or page.hits.get(first)
    if hit and hit.actor.kind == "person":
        return Person(name, hit.actor.code, hit.actor.sector, first, last, "office holder")
    for code, sector, why in (before(page, first), after(page, last)):
        if code or sector == "REB":
            return Person(name, code, sector, first, last, why)
        if sector:
            state, heard = sounding(page, name)
            return Person(name, state, sector, first, last, f"{why}: {SOUND}" if heard else why)
    if known:
        return known
    state, heard = sounding(page, name)
    if heard:
        return Person(name, state, None, first, last, f"by {SOUND}")
    return Person(name, None, None, first, last, "nothing said of them")


def sounding(page: Page, name: str) -> tuple[str | None, bool]:
    """The state of which somebody sounds to be, and whether it is another than the report's own."""
    state = origin(name, page.states, page.home)
    return state, state != page.home


def before(page: Page, first: int) -> tuple[str | None, str | None, str]:
    """Code and sector from the title, office and body just before a name.

    Commas do not end a title ("Konsul Jenderal RI di Istanbul, Turki, Herry …"); another person,
    a verb or a conjunction does. What the office is of stands right after it.
    """
    doc = page.doc
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
        window = [i for i in window if i >= nearest_office(page, offices)]
    return told_by(page, window, "title before the name")


def nearest_office(page: Page, offices: list[int]) -> int:
    """The last office named, or the first of a run ("menteri koordinator", "wakil presiden")."""
    start = offices[-1]
    for i in reversed(offices[:-1]):
        if start - i > 1:
            break
        start = i
    return start


def after(page: Page, last: int) -> tuple[str | None, str | None, str]:
    """Code and sector from an apposition or bracket just after a name."""
    doc = page.doc
    stop = doc.bounds[doc.sentence_of[last]][1]
    last = without_aside(doc, last, stop)
    if last + 1 >= stop or doc.words[last + 1] not in {",", "(", "–", "-", "—"}:
        return None, None, ""
    window: list[int] = []
    for i in range(last + 2, min(stop, last + 2 + AFTER_REACH)):
        if doc.words[i] in {",", ")", ";", "."} or doc.upos[i] in {"VERB", "AUX"}:
            break
        window.append(i)
    return told_by(page, window, "apposition after the name")


def without_aside(doc: Doc, last: int, stop: int) -> int:
    """The last token of a name with its age and other name ("Budi alias Bento (37), warga …")."""
    here = min(stop, len(doc))
    while last + 2 < here and doc.lower[last + 1] in ALIASES and doc.words[last + 2][:1].isupper():
        last += 2
        while last + 1 < here and doc.words[last + 1][:1].isupper():
            last += 1
    closed = last + 3 < here and doc.words[last + 1] == "(" and doc.words[last + 3] == ")"
    return last + 3 if closed and doc.words[last + 2].isdigit() else last


def told_by(page: Page, window: list[int], why: str) -> tuple[str | None, str | None, str]:
    """Code of the first body, group or state named in some tokens, else of the only one to have the
    office, and sector of the office."""
    doc = page.doc
    sector = None
    for i in window:
        role = roles.role(doc.lower, i, doc.language)
        if role and sector is None:
            sector = role.sector
    hits = [
        page.hits[i]
        for i in window
        if i in page.hits
        and page.hits[i].actor.kind not in {"person", "outlet"}
        and doc.lower[max(0, page.hits[i].first - 1)] not in TOWARDS
    ]
    if not hits:
        words = [doc.lower[i] for i in window]
        return offices.state_of(words, doc.language, page.states), sector, why
    strongest = next((h for h in hits if h.actor.kind in {"group", "body"}), hits[0])
    code = strongest.actor.code
    return code, sector or strongest.actor.sector, f"{why}: {strongest.form}"
