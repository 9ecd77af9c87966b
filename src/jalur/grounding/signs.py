"""What speaks for a party's being a side of an event: features, for `choosing`.

A feature is a short name that holds or does not. Those of `beside` tell how a party stands to the
words of the event in their sentence, those of `far` how near another sentence names it, those of
`in_report` what it is to the whole report.
"""

from __future__ import annotations

from collections.abc import Sequence

from jalur.grounding.parties import Named, everybody, kind_of
from jalur.grounding.scene import Scene
from jalur.knowledge.actors import STATE_CODE
from jalur.knowledge.conflicts import opposed
from jalur.model import Mention, Participant
from jalur.syntax import cases, is_passive, relation

STEPS = (2, 4, 8, 15)
"""Bounds of the distances, in tokens, that are told apart."""

DEPTH = 8
"""How many steps up a tree are followed."""


def beside(scene: Scene, mention: Mention, one: Named, heads: Sequence[int]) -> list[str]:
    """How a party stands to the mention in its sentence; `heads` are of all parties in it."""
    doc, i, k, kind = scene.doc, mention.token, one.head, mention.type
    form = form_of(scene, i)
    word = form.partition(".")[0]
    side = "after" if k > i else "before"
    reach = sum(abs(k - i) > step for step in STEPS)
    named = kind_of(scene, k)
    case = next(iter(cases(doc, k)), "")
    low, high = sorted((i, k))
    verbs = sum(doc.upos[j] == "VERB" for j in range(low + 1, high))
    return [
        *("here", f"kind={named}", f"rule={how(one.party)}", f"rule={named}.{how(one.party)}"),
        *(f"place={word}.{side}.{reach}", f"place={kind}.{word}.{side}"),
        *(f"case={word}.{side}.{case}", f"case={kind}.{case}"),
        f"trigger={mention.trigger.cut(doc.text).lower()}.{side}",
        *(f"relation={form}.{relation(doc, k)}.{side}", f"does={one.party.sector}.{kind}"),
        f"acts between={min(2, sum(j in scene.types for j in range(low + 1, high)))}.{side}",
        f"verbs={min(2, verbs)}.{side}.{word}",
        f"names={min(2, sum(low < j < high for j in heads))}.{side}.{word}",
        f"first={k == min(heads)}.{side}",
        *path_features(scene, mention, k, form),
        *slot_features(scene, mention, k),
    ]


def form_of(scene: Scene, i: int) -> str:
    """Whether a noun or a verb tells the event, and in which voice."""
    if scene.doc.upos[i] in {"NOUN", "PROPN"}:
        return "noun"
    return "verb.passive" if is_passive(scene.doc, i) else "verb.active"


def path_features(scene: Scene, mention: Mention, k: int, form: str) -> list[str]:
    """The way through the tree from the event's word to a party's."""
    up, down = path(scene, mention.token, k)
    if up is None:
        return ["no path"]
    way = f"{'>'.join(up)}|{'<'.join(down)}"
    last = down[0] if down else ""
    return [
        *(f"path={form}.{way}", f"path={mention.type}.{way}", f"up={form}.{'>'.join(up)}"),
        *(f"down={form}.{last}", f"down={form}.{'<'.join(down[:2])}"),
        f"turn={form}.{'>'.join(up)}.{last}",
    ]


def path(scene: Scene, i: int, k: int) -> tuple[list[str] | None, list[str]]:
    """The relations up from a token and then down to another; None where they do not meet."""
    doc = scene.doc
    steps: dict[int, int] = {}
    up: list[str] = []
    at = i
    while at not in steps:
        steps[at] = len(up)
        if doc.head[at] == at or len(up) > DEPTH:
            break
        up.append(relation(doc, at))
        at = doc.head[at]
    down: list[str] = []
    at = k
    while at not in steps and len(down) <= DEPTH and doc.head[at] != at:
        down.append(relation(doc, at))
        at = doc.head[at]
    return (up[: steps[at]], down[::-1]) if at in steps else (None, [])


def slot_features(scene: Scene, mention: Mention, k: int) -> list[str]:
    """Which of the mention's slots a party stands in, and whether it heads it."""
    at = scene.doc.start[k]
    return [
        name
        for a in mention.arguments
        if a.span.start <= at < a.span.end
        for name in (
            f"slot={a.role}",
            f"slot={a.role}.{a.head == k}.{a.reason.detail}",
            f"slot={a.role}.{mention.type}",
        )
    ]


def far(scene: Scene, mention: Mention, code: str) -> list[str]:
    """How near a sentence before the mention's names a party that its own does not."""
    here = scene.doc.sentence_of[mention.token]
    named = everybody(scene).by_sentence
    for back in range(1, here + 1):
        found = [one for one in named[here - back] if one.party.code == code]
        if found:
            subject = any(one.subject for one in found)
            return ["away", f"away={min(4, back)}.{subject}", f"away={mention.type}.{min(3, back)}"]
    return ["away", "only later"]


def in_report(scene: Scene, mention: Mention, one: Participant) -> list[str]:
    """What a party is to the whole report."""
    known, kind = everybody(scene), mention.type
    home = one.code == scene.cast.home
    lead = any(n.party.code == one.code for s in known.by_sentence[:2] for n in s)
    rank = known.rank(one.code)
    foes = {c for c in known.order[:3] if opposed(one.code, c)}
    return [
        *(
            f"home={home}",
            f"home={kind}.{home}",
            f"rank={min(4, rank)}",
            f"rank={kind}.{min(3, rank)}",
        ),
        *(f"share={min(5, int(6 * known.share(one.code)))}", f"lead={lead}"),
        *(f"sector={one.sector}", f"state={len(one.code) == STATE_CODE}.{kind}"),
        f"foes={bool(foes)}.{kind}",
    ]


def how(one: Participant) -> str:
    """How a participant was found: the rule without the names in it."""
    return one.reason.detail.split(":")[0].split(" ")[0]
