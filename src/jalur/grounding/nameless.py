"""Whose police, soldiers and people are that a sentence names without saying so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jalur.grounding.fighters import group_of
from jalur.grounding.scene import Scene
from jalur.grounding.states import OWN
from jalur.knowledge.actors import by_code, country_name, roles
from jalur.knowledge.actors.model import Actor
from jalur.model import Mention, Participant, Reason, Where
from jalur.syntax import phrase

POLICED = {"crowd-control", "torture", "beat", "sexual", "firearms", "primitive"}
"""Modes of force that a state's own people often suffer from it."""

AGAINST_GROUPS = {
    ("COERCE", "seize"),
    ("MOBILIZE", "troops"),
    *(("ASSAULT", mode) for mode in (None, "aerial", "drone", "heavy-weapons", "explosives")),
}
"""What a state does in its own towns and villages against those who fight it."""

SPOKEN_TO = {"REQUEST", "ACCUSE", "SUPPORT", "PROTEST"}
"""Types that people address to a government."""

AT_HOME = {"COP", "JUD", "CVL", "OPP", "LEG", "MED", "EDU", "LAB", "REL", "BUS", "JRN"}
"""Sectors of those who act in their own state."""


def local(mention: Mention, one: Participant, where: Where | None) -> Participant:
    """Police, courts and people without a name are of the state where the sentence says that it
    happens; soldiers may be abroad."""
    if one.reason.detail != OWN or one.sector not in AT_HOME or where is None:
        return one
    told = where.span is not None and where.span.overlaps(mention.passage)
    if not told or where.place.country in {None, one.code}:
        return one
    why = Reason("actor", f"where it happens: {where.place.name}")
    return replace(one, code=str(where.place.country), reason=why)


def facing(
    scene: Scene, mention: Mention, one: Participant, actors: Sequence[Participant]
) -> Participant:
    """Whom soldiers or a group fight when nothing says whose the attacked are: the other party
    that the report speaks of, not the attacker's own people."""
    own = one.reason.detail == OWN and {a.code for a in actors} == {one.code}
    fought = mention.type == "ASSAULT" and mention.mode not in POLICED
    if not own or not fought or any(a.sector in AT_HOME for a in actors):
        return one
    other = next((c for c in scene.cast.belligerents if c != one.code), None)
    why = Reason("actor", "the other side that the report speaks of")
    return replace(one, code=other, reason=why) if other else one


def of_actors(mention: Mention, one: Participant, actors: Sequence[Participant]) -> Participant:
    """To whom a state's own members of parliament, parties or people speak, when they say only "the
    government": to that of their state, also in a report on another."""
    codes = {a.code for a in actors}
    said = any(a.reason.detail != OWN for a in actors)
    among = all(a.sector in AT_HOME for a in actors)
    if mention.type not in SPOKEN_TO or one.reason.detail != OWN or one.sector != "GOV":
        return one
    code = codes.pop() if len(codes) == 1 and said and among else ""
    if country_name(code, "en") is None:
        return one
    return replace(one, code=code, reason=Reason("actor", "the government of who speaks"))


def contested(
    scene: Scene, mention: Mention, one: Participant, actors: Sequence[Participant]
) -> Participant:
    """From whom a state takes its own town, or against whom it sends troops there: the armed group
    that the report speaks of."""
    at_home = one.reason.detail.startswith("place ") and {a.code for a in actors} == {one.code}
    group = foe(scene)
    if not at_home or group is None or (mention.type, mention.mode) not in AGAINST_GROUPS:
        return one
    why = Reason("actor", "the armed group that the report speaks of")
    return replace(one, code=group.code, sector=group.sector, reason=why)


def fought(scene: Scene, mention: Mention, actors: Sequence[Participant]) -> list[Participant]:
    """Whom a state's soldiers fight where nobody is named: the armed group of its own that the
    report speaks of."""
    group = foe(scene)
    soldiers = bool(actors) and all(a.sector == "MIL" for a in actors)
    if group is None or not soldiers or (mention.type, mention.mode) not in AGAINST_GROUPS:
        return []
    if {a.code for a in actors} != {group.country}:
        return []
    why = Reason("actor", "the armed group that the report speaks of")
    return [Participant(group.code, None, group.sector, None, None, why)]


def foe(scene: Scene) -> Actor | None:
    """The armed group that the report speaks of: by its name, else as the rebels of a state."""
    if scene.cast.group is not None:
        return scene.cast.group.actor
    if "foe" not in scene.memo:
        scene.memo["foe"] = next(foes(scene), None)
    known = scene.memo["foe"]
    return known if isinstance(known, Actor) else None


def foes(scene: Scene) -> Iterator[Actor]:
    """The groups that words for rebels mean, in the order of the text."""
    doc = scene.doc
    for k in range(len(doc)):
        role = roles.role(doc.lower, k, doc.language)
        if role is not None and role.sector == "REB":
            known = group_of(scene.cast, phrase(doc, k), role, owned=False)
            group = by_code(known[0]) if known else None
            if group is not None:
                yield group
