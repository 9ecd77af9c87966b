"""Mentions from hand-made trees: who, to whom, and whether it happened."""

from __future__ import annotations

from jalur import events
from jalur.doc import Doc
from jalur.model import Mention
from trees import tree


def only(doc: Doc, type_: str) -> Mention:
    found = [m for m in events.find(doc) if m.type == type_]
    assert len(found) == 1, [m.type for m in events.find(doc)]
    return found[0]


def side(doc: Doc, mention: Mention, role: str) -> list[str]:
    return [doc.words[a.head] for a in mention.arguments if a.role == role]


def test_subject_acts_on_object() -> None:
    doc = tree("""
        Israel PROPN 2 nsubj
        bombed VERB 0 root
        Rafah PROPN 2 obj
        . PUNCT 2 punct""")
    found = only(doc, "ASSAULT")
    assert (side(doc, found, "actor"), side(doc, found, "recipient")) == (["Israel"], ["Rafah"])
    assert found.status == "happened"


def test_passive_turns_the_sides() -> None:
    doc = tree("""
        Rafah PROPN 3 nsubj:pass
        was AUX 3 aux:pass
        bombed VERB 0 root
        by ADP 5 case
        Israel PROPN 3 obl:agent
        . PUNCT 3 punct""")
    found = only(doc, "ASSAULT")
    assert (side(doc, found, "actor"), side(doc, found, "recipient")) == (["Israel"], ["Rafah"])


def test_indonesian_passive_with_bare_agent() -> None:
    doc = tree(
        """
        Rafah PROPN 2 nsubj:pass
        diserang VERB 0 root
        Israel PROPN 2 obl
        . PUNCT 2 punct""",
        "id",
    )
    found = only(doc, "ASSAULT")
    assert (side(doc, found, "actor"), side(doc, found, "recipient")) == (["Israel"], ["Rafah"])


def test_a_light_verb_lends_its_subject_to_the_noun() -> None:
    doc = tree(
        """
        Israel PROPN 2 nsubj
        melancarkan VERB 0 root
        serangan NOUN 2 obj
        ke ADP 5 case
        Rafah PROPN 3 nmod
        . PUNCT 2 punct""",
        "id",
    )
    found = only(doc, "ASSAULT")
    assert (side(doc, found, "actor"), side(doc, found, "recipient")) == (["Israel"], ["Rafah"])


def test_negation_denies() -> None:
    doc = tree(
        """
        Israel PROPN 3 nsubj
        tidak PART 3 advmod
        menyerang VERB 0 root
        Rafah PROPN 3 obj
        . PUNCT 3 punct""",
        "id",
    )
    assert only(doc, "ASSAULT").status == "denied"


def test_an_announced_attack_is_a_threat() -> None:
    doc = tree(
        """
        Israel PROPN 3 nsubj
        akan AUX 3 aux
        menyerang VERB 0 root
        Rafah PROPN 3 obj
        . PUNCT 3 punct""",
        "id",
    )
    found = only(doc, "THREATEN")
    assert (found.mode, found.status) == ("violence", "happened")


def test_what_is_asked_for_is_content_of_the_asking() -> None:
    doc = tree(
        """
        Mesir PROPN 2 nsubj
        mendesak VERB 0 root
        Israel PROPN 2 obj
        untuk SCONJ 6 mark
        tidak PART 6 advmod
        menyerang VERB 2 xcomp
        Rafah PROPN 6 obj
        . PUNCT 2 punct""",
        "id",
    )
    asking = only(doc, "REQUEST")
    attack = next(m for m in events.find(doc) if m.type in {"ASSAULT", "THREATEN"})
    assert attack.content_of == asking.token
    assert side(doc, asking, "recipient") == ["Israel"]


def test_joint_work_that_is_talked_about_is_no_event_of_its_own() -> None:
    rows = """
        Retno PROPN 2 nsubj
        {} VERB 0 root
        kerja NOUN 2 obj
        sama NOUN 3 flat
        ekonomi NOUN 3 nmod
        dengan ADP 7 case
        Yordania PROPN 2 obl
        . PUNCT 2 punct"""
    about = events.find(tree(rows.format("membahas"), "id"))
    assert [m.type for m in about] == ["CONSULT"]
    done = events.find(tree(rows.format("memulai"), "id"))
    assert [m.type for m in done] == ["COOPERATE"]
