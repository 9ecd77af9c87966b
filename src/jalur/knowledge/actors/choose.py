"""Decides what a name means where it names several, or also means something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from jalur.knowledge.actors.context import namesakes
from jalur.knowledge.actors.index import Match, matches
from jalur.knowledge.actors.model import Actor, Name
from jalur.knowledge.actors.roles import role

FAR = 1_000_000
_OPENING = frozenset(("", ".", "!", "?", ":", ";", '"', "“", "‘", "”", "-", "–", "—", "*", "•"))
_PLACING = frozenset(("in", "of", "from", "to", "di", "ke", "dari"))
DATELINE = 6
"""Tokens at the head of a text in which a capital is where the report is filed from."""


class Chooser:
    """Chooses among the names of each match of one text in one language."""

    def __init__(
        self, words: Sequence[str], found: Sequence[Match], language: str, day: date | None
    ) -> None:
        self.words, self.language, self.day = words, language, day
        self.called: set[str] = set()
        self.present = frozenset(words)
        self.people = {_full_name(n) for m in found if m.last > m.first for n in m.names}
        self.defined = self._definitions(found)
        self.starts = {m.first: m for m in found}
        self.ends = {m.last: m for m in found}
        self.countries: dict[str, list[int]] = {}
        for match in found:
            self._note(match)

    def choose(self, match: Match) -> Name | None:
        """The name that is meant, or None when the words name no actor here."""
        told = self.defined.get(self.words[match.first]) if match.first == match.last else None
        for name in match.names:
            if told and name.actor and (name.actor.code, name.actor.name) == (told.code, told.name):
                return name
        if any(n.actor is None for n in match.names) or self.means_other(match):
            return None
        first = match.names[0]
        if len(match.names) == 1 and not first.needs and not namesakes().wants_context(first):
            return first
        beside = self._beside(match)
        distances = [(n, self._distance(n, match.first)) for n in match.names]
        open_ = [(n, d) for n, d in distances if self._may(n, d, beside, match)]
        if not open_:
            return None
        best = min(open_, key=lambda nd: self._rank(nd[0], nd[1], match))[0]
        return self._owned(best, beside, match)

    def _definitions(self, found: Sequence[Match]) -> dict[str, Actor | None]:
        """Short forms that the text itself explains: "People's Party (PP)"."""
        pairs = [
            (self.words[short.first], long.names[0].actor)
            for long, short in pairwise(found)
            if short.first == long.last + 2 and self.words[long.last + 1] == "("
        ]
        return dict(reversed(pairs))

    def _note(self, match: Match) -> None:
        """Keeps where the text speaks of which country beyond doubt."""
        actors = [n.actor for n in match.names if n.actor and not n.needs]
        if len(actors) < len(match.names) or any(a.kind == "outlet" for a in actors):
            return
        owners = {a.country for a in actors}
        owner = owners.pop() if len(owners) == 1 else None
        if owner and not namesakes().is_generic(match.names[0]) and not self.means_other(match):
            self.countries.setdefault(owner, []).append(match.first)

    def _may(self, name: Name, distance: int, beside: str | None, match: Match) -> bool:
        """Whether the text allows the name here at all."""
        if namesakes().needs_cue(name) and not self._cited(match):
            return False
        if not name.needs:
            return True
        actor = name.actor
        if actor is None or distance >= FAR:
            return False
        if actor.kind != "body" or name.near:
            return True
        return beside in (None, actor.country) and self._speaks_of(actor.country, distance, match)

    def _speaks_of(self, country: str | None, distance: int, match: Match) -> bool:
        """Whether a country is the one named nearest to the match, or most often of all."""
        others = [p for places in self.countries.values() for p in places if p != match.first]
        nearest = min((abs(p - match.first) for p in others), default=FAR)
        most = max((len(places) for places in self.countries.values()), default=0)
        return distance <= nearest or len(self.countries.get(country or "", ())) == most

    def _rank(self, name: Name, distance: int, match: Match) -> tuple[bool, bool, int, bool, int]:
        """Smaller is better: named in full elsewhere, cited, country near, valid on the day."""
        actor = name.actor
        assert actor is not None
        full = actor.kind == "person" and actor.name in self.people
        cited = actor.kind == "outlet" and self._cited(match)
        one_person = full or {_full_name(n) for n in match.names} == {actor.name}
        if one_person or (actor.country is None and not name.needs):
            distance = 0
        return (not full, not cited, distance, not actor.holds(self.day), match.names.index(name))

    def _distance(self, name: Name, at: int) -> int:
        """Tokens from `at` to the nearest word that speaks of the name's country."""
        country = name.actor.country if name.actor else None
        places = [p for p in self.countries.get(country or "", []) if p != at]
        if name.near:
            places += [i for i, w in enumerate(self.words) if w.lower() in name.near]
        return min((abs(p - at) for p in places), default=FAR)

    def _cited(self, match: Match) -> bool:
        """Whether words that cite an outlet stand beside the match."""
        before = self.words[max(0, match.first - 3) : match.first]
        after = self.words[match.last + 1 : match.last + 4]
        if not before or not before[-1][-1:].isalnum():
            after = after[:1]
        cues = namesakes().cues
        return any(w.lower() in cues for w in (*before, *after))

    def _beside(self, match: Match) -> str | None:
        """The state named next to a body as its owner: "Kemlu Israel", "Kenya's Congress"."""
        if self.language == "id":
            other = self.starts.get(match.last + 1)
        else:
            possessive = self._word(match.first - 1) in ("'s", "’s", "'")
            other = self.ends.get(match.first - 1 - possessive)
        if other is None:
            return None
        actor = other.names[0].actor
        return actor.code if actor and actor.kind in ("state", "capital", "demonym") else None

    def _owned(self, name: Name, beside: str | None, match: Match) -> Name:
        """The name with the state that it belongs to here, for names that every state has."""
        actor = name.actor
        if actor is None or not namesakes().is_generic(name) or self._names_owner(name):
            return name
        owner = beside or self._subject(actor.country or "")
        if owner == actor.country:
            return name
        return name._replace(actor=replace(actor, code=owner, country=owner, name=name.form))

    def _names_owner(self, name: Name) -> bool:
        """Whether a name says whose it is ("Kementerian Luar Negeri Rusia")."""
        words = name.form.split()
        if words[-1] in namesakes().owners:
            return True
        ends = (m for n in (1, 2) for m in matches(words[-n:], self.language))
        owners = (n.actor for m in ends for n in m.names if n.actor and n.actor.kind == "state")
        return len(words) > 1 and any(name.actor and o.code == name.actor.country for o in owners)

    def _subject(self, usual: str) -> str:
        """The state whose bodies the text speaks of: the usual one if it is named at all."""
        named = Counter(
            {c: sum(p >= DATELINE for p in places) for c, places in self.countries.items()}
        )
        if named[usual] or not named.total():
            return usual
        return named.most_common(1)[0][0]

    def means_other(self, match: Match) -> bool:
        """Whether the words are part of a person's name, or mean a namesake elsewhere."""
        if match.first != match.last:
            return False
        known, word = namesakes(), self.words[match.first]
        if all(_full_name(n) for n in match.names):
            return self._is_stranger(match)
        if known.elsewhere.get(word, frozenset()) & self.present:
            return True
        if word not in known.personal:
            return False
        if self._among_names(match.first):
            self.called.add(word)
            return True
        return word in self.called and self._word(match.first - 1).lower() not in _PLACING

    def _is_stranger(self, match: Match) -> bool:
        """Whether a family name has a given name before it that is not the listed person's."""
        known, left = namesakes(), self._word(match.first - 1)
        if not _is_name_part(left) or self._word(match.first - 2) in _OPENING:
            return False
        if self.people & {_full_name(n) for n in match.names} or match.first - 1 in self.ends:
            return False
        if {left, left.lower()} & (known.before | known.after):
            return False
        around = self.words[max(0, match.first - 5) : match.first - 1]
        around = [w for w in (*around, *self.words[match.last + 1 : match.last + 5]) if w.isalpha()]
        prose = 2 * sum(w.islower() for w in around) >= len(around)
        return prose and role([left.lower()], 0, self.language) is None

    def _among_names(self, i: int) -> bool:
        """Whether token i has another part of a person's name before or after it."""
        known, left, right = namesakes(), self._word(i - 1), self._word(i + 1)
        if left.lower() in known.before or role([left.lower()], 0, self.language):
            return False
        follows = _is_name_part(right) and right.lower() not in known.after
        follows = follows and right not in known.after
        opens = i < 2 or not self._word(i - 2)[-1:].isalnum()
        precedes = _is_name_part(left) and not (opens and left in known.after)
        return follows or precedes

    def _word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""


def _full_name(name: Name) -> str | None:
    """The name of the person that is meant, None for what is no person."""
    return name.actor.name if name.actor and name.actor.kind == "person" else None


def _is_name_part(word: str) -> bool:
    return word[:1].isupper() and word.isalpha() and not (len(word) > 1 and word.isupper())
