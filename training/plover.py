"""From jalur's event types to the root codes of PLOVER as the public set has them.

The codebook keeps whether something happened apart from its type; PLOVER's codebook (the version of
15 root codes, in which YIELD stands for CONCEDE and RETREAT) does not: cooperation that is still to
come is AGREE, a hostile act to come THREATEN, what is not granted REJECT. It also files some acts
elsewhere: an agreement concluded is SUPPORT ("ratify, sign, or finalize an agreement or treaty"), a
warning THREATEN, land and people taken by force ASSAULT, troops that help AID. Every line below is
one of these definitions; which to spell out was chosen with the set's confusion of types in view.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jalur.doc import Doc
from jalur.model import Mention
from jalur.syntax import governors

COOPERATION = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
CONFLICT = {"COERCE", "SANCTION", "MOBILIZE", "ASSAULT"}
DEALS = re.compile(
    r"\b(agreements?|deals?|accords?|treat(y|ies)|pacts?|memorandum|contracts?|protocol)\b", re.I
)
HELPING = re.compile(r"\b(peacekeep\w*|help|assist\w*|aid|relief|rescue|support)\b", re.I)
SIEGE = re.compile(r"blockad|sieg", re.I)
ORDERS = {"order", "instruct", "decree", "command"}
WARNINGS = re.compile(r"\b(warn|caution|ultimatum|deadline)", re.I)
GROUND = {
    *("city", "town", "village", "base", "airport", "airbase", "territory", "district", "area"),
    *("region", "province", "border", "checkpoint", "post", "neighbourhood", "neighborhood"),
    *("hill", "island", "road", "stronghold", "position", "camp", "land", "oilfield", "port"),
}


def root_code(doc: Doc, mention: Mention, others: Sequence[Mention]) -> str:
    """The PLOVER root code of a mention; `others` are the mentions of its sentence."""
    if mention.type == "REQUEST" and doc.lemma[mention.token] in ORDERS:
        carried = [m for m in others if mention.token in governors(doc, m.token)]
        hostile = [m for m in carried if m.type in CONFLICT]
        if hostile:
            return root_code(doc, hostile[0], ())
    type_ = by_status(mention) or by_words(doc, mention) or mention.type
    return "YIELD" if type_ in {"CONCEDE", "RETREAT"} else type_


def by_status(mention: Mention) -> str | None:
    """What is not granted or still to come has a code of its own."""
    if mention.status == "denied":
        return "REJECT"
    if mention.status == "planned" and mention.type in COOPERATION:
        return "AGREE"
    if mention.status == "planned" and mention.type in {"MOBILIZE", "PROTEST"}:
        return "THREATEN"
    return None


def by_words(doc: Doc, mention: Mention) -> str | None:
    """Where PLOVER files an act elsewhere than the codebook."""
    type_, trigger = mention.type, mention.trigger.cut(doc.text)
    sides = [a.head for a in mention.arguments if a.role in {"recipient", "content"}]
    if type_ == "AGREE" and mention.status == "happened" and DEALS.search(trigger):
        return "SUPPORT"
    if type_ == "REQUEST" and WARNINGS.search(trigger):
        return "THREATEN"
    if type_ == "MOBILIZE" and HELPING.search(mention.passage.cut(doc.text)):
        return "AID"
    if type_ == "COERCE" and mention.mode == "restrict" and SIEGE.search(trigger):
        return "ASSAULT"
    if type_ == "COERCE" and mention.mode == "seize" and any(is_ground(doc, i) for i in sides):
        return "ASSAULT"
    if type_ == "RETREAT" and any(doc.ner[i].endswith("ORG") for i in sides):
        return "SANCTION" if mention.mode == "withdraw" else None
    return None


def is_ground(doc: Doc, i: int) -> bool:
    """Whether a word names land, a town or a person, which only force takes."""
    return doc.lemma[i] in GROUND or doc.ner[i][-3:] in {"LOC", "PER"}
