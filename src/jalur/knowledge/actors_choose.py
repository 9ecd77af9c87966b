"""Decides what a name means where it names several, or also means something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from jalur.knowledge.actors_files import split
from jalur.knowledge.actors_index import Match
from jalur.knowledge.actors_model import Actor, Name
from jalur.knowledge.data import load_yaml
from jalur.model import KnowledgeError

FAR = 1_000_000


@dataclass(frozen=True)
class Namesakes:
    """What namesakes.yaml knows of names that also mean something else.

    `personal` are also given or family names; `before` are words that stand before a state's
    name but not between two names of a person, `after` those that stand after it.
    """

    personal: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    elsewhere: dict[str, frozenset[str]]


@cache
def namesakes() -> Namesakes:
    """The checked contents of namesakes.yaml. Raises KnowledgeError for a missing part."""
    raw = load_yaml("actors/namesakes.yaml") or {}
    where = "data/actors/namesakes.yaml"
    try:
        lists = [frozenset(p for line in raw[k] for p in split(line, where)) for k in _LISTS]
        elsewhere = {form: frozenset(split(w, where)) for form, w in raw["elsewhere"].items()}
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{where}: a part is missing or no list: {error}") from error
    return Namesakes(lists[0], lists[1], lists[2], elsewhere)


_LISTS = ("personal", "before", "after")


class Chooser:
    """Chooses among the names of each match of one text."""

    def __init__(self, words: Sequence[str], found: Sequence[Match], day: date | None) -> None:
        self.words = words
        self.day = day
        self.called: set[str] = set()
        self.present = frozenset(words)
        self.people = {_full_name(n) for m in found if m.last > m.first for n in m.names}
        self.defined = self._definitions(found)
        self.countries: dict[str, list[int]] = {}
        for match in found:
            self._note(match)

    def _note(self, match: Match) -> None:
        """Keeps where the text speaks of which country beyond doubt."""
        owners = {n.actor.country for n in match.names if n.actor and not n.needs}
        if len(owners) == 1 and len(match.names) == sum(not n.needs for n in match.names):
            owner = owners.pop()
            if owner and not self.means_other(match):
                self.countries.setdefault(owner, []).append(match.first)

    def _definitions(self, found: Sequence[Match]) -> dict[str, Actor | None]:
        """Short forms that the text itself explains: "People's Party (PP)"."""
        pairs = [
            (self.words[short.first], long.names[0].actor)
            for long, short in pairwise(found)
            if short.first == long.last + 2 and self.words[long.last + 1] == "("
        ]
        return dict(reversed(pairs))

    def choose(self, match: Match) -> Name | None:
        """The name that is meant, or None when the words name no actor here."""
        first = match.names[0]
        told = self.defined.get(self.words[match.first]) if match.first == match.last else None
        for name in match.names:
            if told and name.actor and (name.actor.code, name.actor.name) == (told.code, told.name):
                return name
        if len(match.names) == 1 and not first.needs:
            return None if first.actor is None or self.means_other(match) else first
        if any(n.actor is None for n in match.names) or self.means_other(match):
            return None
        near = {id(n): self._distance(n, match.first) for n in match.names}
        open_ = [n for n in match.names if not n.needs or near[id(n)] < FAR]
        if not open_:
            return None
        outlets = [n for n in open_ if n.actor and n.actor.kind == "outlet" and not n.needs]
        if outlets:
            return outlets[0]
        return min(open_, key=lambda n: self._rank(n, near[id(n)], match.names.index(n)))

    def _rank(self, name: Name, distance: int, order: int) -> tuple[bool, bool, int, int]:
        """Smaller is better: named in full elsewhere, valid on the day, country near, order."""
        actor = name.actor
        assert actor is not None
        full = actor.kind == "person" and actor.name in self.people
        return (not full, not actor.holds(self.day), distance, order)

    def _distance(self, name: Name, at: int) -> int:
        """Tokens from `at` to the nearest word that speaks of the name's country."""
        country = name.actor.country if name.actor else None
        places = [p for p in self.countries.get(country or "", []) if p != at]
        if name.near:
            places += [i for i, w in enumerate(self.words) if w.lower() in name.near]
        return min((abs(p - at) for p in places), default=FAR)

    def means_other(self, match: Match) -> bool:
        """Whether the words are part of a person's name, or mean a namesake elsewhere."""
        if match.first != match.last:
            return False
        known, word = namesakes(), self.words[match.first]
        if known.elsewhere.get(word, frozenset()) & self.present:
            return True
        if word not in known.personal:
            return False
        if self._among_names(match.first):
            self.called.add(word)
            return True
        return word in self.called and self._word(match.first - 1).lower() not in known.before

    def _among_names(self, i: int) -> bool:
        """Whether token i has another part of a person's name before or after it."""
        known, left, right = namesakes(), self._word(i - 1), self._word(i + 1)
        if left.lower() in known.before:
            return False
        follows = _is_name_part(right) and right.lower() not in known.after
        opens = i < 2 or not self._word(i - 2)[-1:].isalnum()
        precedes = _is_name_part(left) and not (opens and left.lower() in known.after)
        return follows or precedes

    def _word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""


def _full_name(name: Name) -> str | None:
    """The name of the person that is meant, None for what is no person."""
    return name.actor.name if name.actor and name.actor.kind == "person" else None


def _is_name_part(word: str) -> bool:
    return word[:1].isupper() and word.isalpha() and not (len(word) > 1 and word.isupper())
