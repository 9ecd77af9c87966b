"""Everybody who may be a side of an event, and what speaks for each: for `choosing`.

Candidates are gathered by code: whoever the report names, the speaker, who acted in the same kind
of event before, and the state of the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jalur.grounding.parties import Named, everybody, parties_told
from jalur.grounding.scene import Scene
from jalur.grounding.signs import beside, far, how, in_report
from jalur.model import Attribution, Mention, Participant, Reason, Where

Sides = tuple[Sequence[Participant], Sequence[Participant]]

ROLES = ("actor", "recipient")

PRESS = "MEDIA"
"""The nameless press: it tells, and is no side of anything in the coded reports."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A mention with who answers for it, where it happens, and the sides that its words name."""

    mention: Mention
    by: Sequence[Attribution]
    place: Where | Reason | None
    sides: Sides

    @property
    def where(self) -> Where | None:
        """Where it happens, if that is known."""
        return self.place if isinstance(self.place, Where) else None

    def codes(self, role: str) -> set[str]:
        """The codes of one side."""
        return {p.code for p in self.sides[ROLES.index(role)]}


@dataclass(slots=True)
class Candidate:
    """One party that may be a side, with the features of all its places in the text."""

    participant: Participant
    features: set[str] = field(default_factory=set)
    here: bool = False
    """Whether the sentence of the event names it."""

    @property
    def code(self) -> str:
        """The code of the party."""
        return self.participant.code


def candidates_of(scene: Scene, asked: Asked, earlier: Sequence[Asked]) -> list[Candidate]:
    """Everybody who may act or be acted on in a mention; `earlier` are the mentions before it."""
    found: dict[str, Candidate] = {}
    mine = parties_told(scene, scene.doc.sentence_of[asked.mention.token], asked.by)
    for one, features in (*told_here(scene, asked, mine), *told_elsewhere(scene, asked, earlier)):
        found.setdefault(one.code, Candidate(one)).features.update(features)
    codes = {one.party.code for one in mine}
    for named in (n for s in everybody(scene).by_sentence for n in s):
        found.setdefault(named.party.code, Candidate(named.party))
    crowd = min(4, len(codes))
    for code, candidate in found.items():
        candidate.here = code in codes
        candidate.features |= {f"crowd={crowd}.{candidate.here}"}
        if not candidate.here:
            candidate.features.update(far(scene, asked.mention, code))
        candidate.features.update(in_report(scene, asked.mention, candidate.participant))
        candidate.features.update(of_mention(asked, code))
    found.pop(PRESS, None)
    return list(found.values())


def told_here(
    scene: Scene, asked: Asked, mine: Sequence[Named]
) -> Iterator[tuple[Participant, list[str]]]:
    """What the sentence of the mention, and the rules' own sides, say for each party."""
    mention = asked.mention
    tellers = {k for a in asked.by if a.who for k in scene.tokens_in_range(a.who.start, a.who.end)}
    heads = [one.head for one in mine]
    for one in mine:
        yield one.party, beside(scene, mention, one, heads)
        if one.head in tellers:
            yield one.party, ["telling", f"telling.{mention.verbal}.{mention.type}"]
    for role, side in zip(ROLES, asked.sides, strict=True):
        for party in side:
            rule = f"named={role}.{how(party)}"
            yield party, [f"named={role}", rule, f"{rule}.{mention.type}"]


def told_elsewhere(
    scene: Scene, asked: Asked, earlier: Sequence[Asked]
) -> Iterator[tuple[Participant, list[str]]]:
    """The speaker, who acted before, and the state of the place."""
    mention, where = asked.mention, asked.where
    speaker = next((a for a in asked.by if a.head is not None), None)
    if speaker is not None and speaker.head is not None:
        teller = scene.participant(speaker.head, ())
        if teller is not None:
            quoted = f"{speaker.quoted}"
            yield (
                teller,
                [
                    "speaker",
                    f"speaker.{quoted}.{mention.type}",
                    f"speaker.{quoted}.{mention.verbal}",
                ],
            )
    same = next((e for e in reversed(earlier) if e.mention.type == mention.type), None)
    for word, before in (("same", same), ("last", earlier[-1] if earlier else None)):
        for role, side in zip(ROLES, before.sides if before else ((), ()), strict=True):
            kind = before.mention.type if before else ""
            for one in side:
                yield one, [f"{word}={role}", f"{word}={role}.{kind}.{mention.type}"]
    if where is not None and where.place.country:
        why = Reason("actor", f"where it happens: {where.place.name}")
        state = Participant(where.place.country, None, None, None, where.span, why)
        yield state, ["where", f"where.{mention.type}"]


def of_mention(asked: Asked, code: str) -> list[str]:
    """What holds for all candidates of a mention, and which sides the rules see a party on."""
    mention, kind = asked.mention, asked.mention.type
    actors, recipients = asked.codes("actor"), asked.codes("recipient")
    others = f"others={bool(actors - {code})}{bool(recipients - {code})}"
    inside = f"in={code in actors}{code in recipients}"
    return [
        *(f"type={kind}", f"mode={kind}.{mention.mode}", f"status={kind}.{mention.status}"),
        *(f"verbal={mention.verbal}", others, f"{others}.{kind}", f"{inside}.{kind}"),
        f"{inside}.{len(actors)}.{len(recipients)}",
    ]
