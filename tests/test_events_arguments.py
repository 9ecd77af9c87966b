"""Slots from hand-made trees, one construction each: who acts, and to whom."""

from __future__ import annotations

import pytest

from jalur import events
from trees import tree

CASES = {
    "owner and object of a noun": (
        "en",
        "ASSAULT",
        """
        Turkey PROPN 3 nmod:poss
        's PART 1 case
        offensive NOUN 6 nsubj
        against ADP 5 case
        rebels NOUN 3 nmod
        began VERB 0 root""",
        ["Turkey"],
        ["rebels"],
    ),
    "a people before a noun": (
        "en",
        "ASSAULT",
        """
        The DET 3 det
        Turkish ADJ 3 amod
        offensive NOUN 6 nsubj
        against ADP 5 case
        rebels NOUN 3 nmod
        began VERB 0 root""",
        ["Turkish"],
        ["rebels"],
    ),
    "by after the object of a noun": (
        "en",
        "ASSAULT",
        """
        The DET 2 det
        torture NOUN 9 nsubj:pass
        of ADP 5 case
        Ukrainian ADJ 5 amod
        prisoners NOUN 2 nmod
        by ADP 7 case
        guards NOUN 5 nmod
        was AUX 9 aux:pass
        documented VERB 0 root""",
        ["guards"],
        ["prisoners"],
    ),
    "between two sides, the event as subject of a light verb": (
        "en",
        "CONSULT",
        """
        Talks NOUN 6 nsubj
        between ADP 3 case
        Oslo PROPN 1 nmod
        and CCONJ 5 cc
        Lima PROPN 3 conj
        began VERB 0 root""",
        ["Oslo", "Lima"],
        [],
    ),
    "coordinated peoples before one head": (
        "en",
        "CONSULT",
        """
        The DET 5 det
        Indian ADJ 5 amod
        and CCONJ 4 cc
        Pakistani ADJ 2 conj
        ministers NOUN 6 nsubj
        met VERB 0 root""",
        ["ministers", "Pakistani"],
        [],
    ),
    "with makes both sides act": (
        "en",
        "ASSAULT",
        """
        Police NOUN 2 nsubj
        clashed VERB 0 root
        with ADP 4 case
        protesters NOUN 2 obl
        in ADP 6 case
        Nairobi PROPN 4 nmod""",
        ["Police", "protesters"],
        [],
    ),
    "a thing as object does not hide the addressee": (
        "en",
        "AGREE",
        """
        Japan PROPN 2 nsubj
        promised VERB 0 root
        fuel NOUN 2 obj
        to ADP 5 case
        Lebanon PROPN 2 obl""",
        ["Japan"],
        ["fuel", "Lebanon"],
    ),
    "the object of the act that is threatened": (
        "en",
        "THREATEN",
        """
        Israel PROPN 2 nsubj
        threatened VERB 0 root
        to PART 4 mark
        attack VERB 2 xcomp
        Rafah PROPN 4 obj""",
        ["Israel"],
        ["Rafah"],
    ),
    "a reduced relative clause is passive": (
        "en",
        "ASSAULT",
        """
        The DET 2 det
        town NOUN 6 nsubj
        bombed VERB 2 acl
        by ADP 5 case
        Russia PROPN 3 obl
        burned VERB 0 root""",
        ["Russia"],
        ["town"],
    ),
    "a relative clause without a pronoun": (
        "en",
        "ASSAULT",
        """
        The DET 2 det
        town NOUN 5 nsubj
        Russia PROPN 4 nsubj
        bombed VERB 2 acl:relcl
        burned VERB 0 root""",
        ["Russia"],
        ["town"],
    ),
    "the light verb in a relative clause": (
        "id",
        "ASSAULT",
        """
        Serangan NOUN 0 root
        yang PRON 3 nsubj:pass
        dilancarkan VERB 1 acl
        Rusia PROPN 3 obl
        ke ADP 6 case
        Odesa PROPN 3 obl""",
        ["Rusia"],
        ["Odesa"],
    ),
    "the owner suffers, the agent follows oleh": (
        "id",
        "COERCE",
        """
        Penangkapan NOUN 5 nsubj
        aktivis NOUN 1 nmod
        oleh ADP 4 case
        polisi NOUN 1 nmod
        berlanjut VERB 0 root""",
        ["polisi"],
        ["aktivis"],
    ),
    "the owner of an object that belongs to the trigger": (
        "id",
        "AGREE",
        """
        Thailand PROPN 2 nsubj
        mengabulkan VERB 0 root
        permintaan NOUN 2 obj
        demonstran NOUN 3 nmod""",
        ["Thailand"],
        ["demonstran"],
    ),
    "agar names of whom something is asked": (
        "id",
        "REQUEST",
        """
        Turki PROPN 2 nsubj
        memperingatkan VERB 0 root
        agar SCONJ 5 mark
        Yunani PROPN 5 nsubj
        mundur VERB 2 advcl""",
        ["Turki"],
        ["Yunani"],
    ),
    "attributes between a verb and its noun": (
        "en",
        "ACCUSE",
        """
        Oslo PROPN 2 nsubj
        voiced VERB 0 root
        its PRON 5 nmod:poss
        deep ADJ 5 amod
        concern NOUN 2 obj
        over ADP 7 case
        Sudan PROPN 5 nmod""",
        ["Oslo"],
        ["Sudan"],
    ),
    "what is meant to be done is done by the planner": (
        "en",
        "THREATEN",
        """
        Russia PROPN 3 nmod:poss
        's PART 1 case
        plan NOUN 7 nsubj
        to PART 5 mark
        bomb VERB 3 acl
        Odesa PROPN 5 obj
        failed VERB 0 root""",
        ["Russia"],
        ["Odesa"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_sides_of_a_construction(name: str) -> None:
    language, type_, rows, actors, recipients = CASES[name]
    doc = tree(rows, language)
    told = [m for m in events.find(doc) if m.type == type_]
    assert told, [m.type for m in events.find(doc)]
    sides: dict[str, list[str]] = {"actor": [], "recipient": []}
    for argument in told[0].arguments:
        sides[argument.role].append(doc.words[argument.head])
    assert (sides["actor"], sides["recipient"]) == (actors, recipients)
