"""Attributions become sources: who answers, with code and name, and through which outlets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jalur.grounding.scene import Scene
from jalur.grounding.states import is_guess
from jalur.knowledge import media
from jalur.knowledge.cues import cues
from jalur.model import Attribution, Mention, Participant, Reason, Source
from jalur.syntax import head_of_span, phrase_span

THE_REPORT = Source(
    *("outlet", None, None, (), "asserts", None, None, None),
    Reason("source", "told by the report itself"),
)


TITLES = {
    *("menlu", "menhan", "menteri", "menko", "presiden", "wapres", "pm", "jubir", "juru", "dubes"),
    *("minister", "secretary", "president", "premier", "spokesman", "spokeswoman", "spokesperson"),
}
"""Titles that stand alone for somebody named before."""


def sources_of(
    scene: Scene, mention: Mention, by: Sequence[Attribution], actors: Sequence[Participant]
) -> tuple[Source, ...]:
    """Everyone who answers for a mention; the report itself where nobody is cited.

    The speaker of a verbal act whose words are conveyed is its source (codebook, "sources").
    """
    spoken = bool(actors) and conveys(scene, mention)
    told = [a for a in by if not is_lead(a) and a.kind != "outlet"] if spoken else by
    found = [s for a in told if (s := source_of(scene, a))]
    if found:
        return tuple(dict.fromkeys(found))
    if spoken:
        return tuple(speaker(scene, mention, a) for a in actors)
    return (THE_REPORT,)


def is_lead(attribution: Attribution) -> bool:
    """Whether a source only answers for an opening paragraph that names none itself."""
    return any(r.rule == "lead" for r in attribution.reasons)


ANYBODYS = {
    *("sumber", "diplomat", "pakar", "ahli", "analis", "pengamat", "orang", "pihak", "kritikus"),
    *("source", "sources", "diplomats", "expert", "experts", "analyst", "analysts", "observers"),
    *("person", "people", "some", "others", "critics", "insider", "insiders"),
}
"""Words for unnamed sources of whatever state."""

PERFECT = {"telah", "sudah", "pernah", "has", "have", "had", "'ve", "’ve", "sebelumnya", "earlier"}
"""Words that tell an act as background: nobody's words are conveyed by "has urged"."""


def conveys(scene: Scene, mention: Mention) -> bool:
    """Whether the report conveys a verbal act in the speaker's words: an active verb does, not one
    that looks back ("has urged", "after X threatened") or tells a habit ("kerap memprotes")."""
    active = any(a.role == "actor" and a.reason.detail == "subj" for a in mention.arguments)
    doc, i = scene.doc, mention.token
    if not (mention.verbal and active and doc.upos[i] == "VERB"):
        return False
    around = {doc.lower[c] for c in doc.children[i]}
    if doc.deprel[i] == "xcomp" and "to" in around:
        return False
    return not around & (PERFECT | cues(doc.language).lists["looking_back"])


def speaker(scene: Scene, mention: Mention, actor: Participant) -> Source:
    """The actor of a verbal act as its source, heard through whom its other words are."""
    name = actor.name or (actor.span.cut(scene.doc.text) if actor.span else None)
    why = Reason("source", "speaker of the act itself")
    via = heard_through(scene, mention, actor)
    return Source("named", actor.code, name, via, "asserts", mention.trigger, actor.span, None, why)


def heard_through(scene: Scene, mention: Mention, actor: Participant) -> tuple[str, ...]:
    """The outlets through which the report has what somebody says: those of the same speaker's
    other words, or for the opening, which sums up the rest, of anybody's of that state or body."""
    doc = scene.doc
    opens = doc.sentence_of[mention.token] < doc.paragraph.count(0) + doc.paragraph.count(1)
    for attribution in scene.attributions:
        if not attribution.via or attribution.kind == "outlet":
            continue
        source = as_worded(scene, attribution)
        if source.code == actor.code and (opens or called_alike(source.name, actor.name)):
            return attribution.via
    return ()


def called_alike(one: str | None, other: str | None) -> bool:
    """Whether two names share a part."""
    return bool(one and other and set(one.lower().split()) & set(other.lower().split()))


def source_of(scene: Scene, attribution: Attribution) -> Source | None:
    """One attribution with its answerer resolved; None where its words name nobody.

    A document or a pronoun of no known code ("pernyataan itu", "katanya") takes up the source that
    spoke last, and so does an office of no state of its own ("pejabat itu").
    """
    found = as_worded(scene, attribution)
    head = attribution.head
    if head is None:
        return found
    if takes_up(scene, attribution, found) and (last := last_before(scene, attribution)):
        return replace(found, code=last.code, reason=last.reason)
    if found.code:
        return found
    pronoun = scene.doc.upos[head] == "PRON"
    if (found.kind == "document" or pronoun) and (last := last_before(scene, attribution)):
        name = last.name if pronoun else found.name
        return replace(found, code=last.code, name=name, reason=last.reason)
    return None if found.kind == "named" and not names_any(scene, attribution) else found


def takes_up(scene: Scene, attribution: Attribution, found: Source) -> bool:
    """Whether an unnamed source is pointed back at, or a bare title stands for whoever holds it
    ("kata Menlu"), and its own words give no state."""
    if attribution.who is None or not is_guess(found):
        return False
    head = scene.doc.lower[attribution.head or 0]
    if found.kind != "anonymous":
        return head in TITLES
    tokens = scene.tokens_in_range(attribution.who.start, attribution.who.end)
    return bool({"itu", "tersebut"} & set(scene.doc.lower[tokens[0] : tokens[-1] + 1]))


def names_any(scene: Scene, attribution: Attribution) -> bool:
    """Whether the words of a source hold a name: "tujuan itu" and "Selasa" name nobody."""
    if attribution.who is None:
        return False
    tokens = scene.tokens_in_range(attribution.who.start, attribution.who.end)
    return any(scene.doc.ner[k] for k in tokens)


def last_before(scene: Scene, attribution: Attribution) -> Source | None:
    """The last source before an attribution of which it is known for whom it stands."""
    here = attribution.cue.start if attribution.cue else 0
    earlier = [(a.cue.start, a) for a in scene.attributions if a.cue and a.cue.start < here]
    earlier.sort(key=lambda e: -e[0])
    return next((s for _, a in earlier if (s := as_worded(scene, a)).code), None)


def as_worded(scene: Scene, attribution: Attribution) -> Source:
    """One attribution with the code and the name that its own words give."""
    doc = scene.doc
    who, name, code = None, None, None
    head = antecedent_head(scene, attribution)
    if head is None:
        head = attribution.head
    if attribution.head is not None and head is not None:
        who = scene.participant(head, ()) or known_in(scene, attribution)
        who = who if attribution.kind != "outlet" else None
        words = attribution.who or phrase_span(doc, attribution.head)
        worded = words.cut(doc.text).removesuffix(" yang").removesuffix(" who")
        name = (who.name if who else None) or worded
        code = who.code if who and not hides_all(scene, attribution, head, who) else None
    if attribution.kind == "outlet":
        code = state_agency(scene, attribution)
    told = attribution.content if attribution.quoted else None
    return Source(
        kind=attribution.kind,
        code=code,
        name=name,
        via=attribution.via,
        stance=attribution.stance,
        cue=attribution.cue,
        who=attribution.who,
        quoted=told.cut(doc.text) if told else None,
        reason=who.reason if who else Reason("source", attribution.kind),
    )


def known_in(scene: Scene, attribution: Attribution) -> Participant | None:
    """The state, group or body that a source's words name, where their head says nothing."""
    if attribution.who is None or attribution.kind == "document":
        return None
    for token in scene.tokens_in_range(attribution.who.start, attribution.who.end):
        hit = scene.cast.hits.get(token)
        if hit and hit.actor.kind not in {"person", "outlet"}:
            return scene.resolver.resolve(token)
    return None


def hides_all(scene: Scene, attribution: Attribution, head: int, who: Participant) -> bool:
    """Whether an unnamed source ("a source close to the talks", "a diplomat", or who is taken up by
    "he") hides its state as well: it may be anybody's, and the state was only taken from the report
    as a whole. Officials, witnesses and residents are of the place."""
    if attribution.kind != "anonymous":
        return False
    return is_guess(who) and scene.doc.lower[head] in ANYBODYS


def antecedent_head(scene: Scene, attribution: Attribution) -> int | None:
    """The token of the earlier source that a pronoun stands for."""
    for reason in attribution.reasons:
        if reason.rule == "antecedent" and ":" in reason.detail:
            start, end = reason.detail.split(":")[:2]
            tokens = scene.tokens_in_range(int(start), int(end))
            head = head_of_span(scene.doc, tokens[0], tokens[-1])
            head = head if head in scene.cast.hits else tokens[0]
            return next((k for k in tokens if scene.doc.ner[k][2:] == "PER"), head)
    return None


def state_agency(scene: Scene, attribution: Attribution) -> str | None:
    """The state of a state-run outlet (codebook: "kind outlet with the state's code"), or of
    outlets that are named by their state only ("media Iran", "Syrian state television")."""
    if attribution.who is None:
        return None
    known = media.find_outlet(attribution.who.cut(scene.doc.text))
    if known:
        return known.country if known.state else None
    tokens = scene.tokens_in_range(attribution.who.start, attribution.who.end)
    hits = (scene.cast.hits.get(k) for k in tokens)
    return next((h.actor.code for h in hits if h and h.actor.kind in {"state", "demonym"}), None)
