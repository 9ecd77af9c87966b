"""Who takes the sides of an event: the best pair, the rules' margin, talks of many sides."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest

from jalur.grounding import choosing
from jalur.grounding.candidates import Asked, Candidate
from jalur.grounding.choosing import Choice, choice_of
from jalur.grounding.pairs import Likely, pairs_of
from jalur.knowledge.conflicts import opposed
from jalur.model import Mention, Participant, Reason, Span


def party(code: str) -> Participant:
    return Participant(code, None, None, None, None, Reason("actor", "named"))


def asked(kind: str, actors: str = "", recipients: str = "") -> Asked:
    nowhere = Span(0, 1)
    mention = Mention(
        type=kind,
        mode=None,
        status="happened",
        trigger=nowhere,
        token=0,
        passage=nowhere,
        arguments=(),
        reasons=(),
        verbal=False,
        needs="any",
    )
    sides = [party(c) for c in actors.split()], [party(c) for c in recipients.split()]
    return Asked(mention, (), None, sides)


def likely(one: Asked, acting: dict[str, float], suffering: dict[str, float]) -> Likely:
    codes = [*acting, *(c for c in suffering if c not in acting)]
    candidates = {c: Candidate(party(c)) for c in codes}
    chances = {
        "actor": {c: acting.get(c, 0.01) for c in codes},
        "recipient": {c: suffering.get(c, 0.01) for c in codes},
    }
    return Likely(one, candidates, MappingProxyType(chances))


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """A table in which a pair is worth what its sides are, less something for nobody."""
    known = {"actor": 1.0, "recipient": 1.0, "no actor": -1.0, "no recipient": -1.0}
    table: dict[str, Any] = {"pair": {"bias": 0.0, "weights": known}}
    monkeypatch.setattr(choosing, "table", lambda: table)
    return known


def codes(choice: Choice) -> tuple[set[str], set[str]]:
    actors, recipients = choice.sides
    return {p.code for p in actors}, {p.code for p in recipients}


def test_open_sides_are_filled_by_the_likeliest(weights: dict[str, float]) -> None:
    one = asked("ASSAULT")
    choice = choice_of(likely(one, {"ISR": 0.8, "PSE": 0.1}, {"PSE": 0.7, "ISR": 0.2}), ())
    assert codes(choice) == ({"ISR"}, {"PSE"})
    assert choice.sides[0][0].reason.detail == "likely 8/10: named"


def test_a_side_that_nobody_is_likely_to_take_stays_open(weights: dict[str, float]) -> None:
    choice = choice_of(likely(asked("ASSAULT"), {"ISR": 0.8}, {"ISR": 0.02}), ())
    assert codes(choice) == ({"ISR"}, set())


def test_rules_stand_where_they_are_nearly_as_likely(weights: dict[str, float]) -> None:
    one = asked("COERCE", "IDN", "IDN")
    near = choice_of(likely(one, {"IDN": 0.8}, {"IDN": 0.5, "CHN": 0.55}), ())
    far = choice_of(likely(one, {"IDN": 0.8}, {"IDN": 0.1, "CHN": 0.8}), ())
    assert codes(near) == ({"IDN"}, {"IDN"})
    assert codes(far) == ({"IDN"}, {"CHN"})


def test_what_two_are_to_each_other_can_outweigh_what_each_is(weights: dict[str, float]) -> None:
    weights["same=True"] = -3.0
    choice = choice_of(likely(asked("ASSAULT"), {"ISR": 0.8}, {"ISR": 0.6, "PSE": 0.4}), ())
    assert codes(choice) == ({"ISR"}, {"PSE"})


def test_parties_that_the_rules_coordinate_come_together(weights: dict[str, float]) -> None:
    one = asked("SUPPORT", "DEU FRA", "ESP")
    choice = choice_of(likely(one, {"DEU": 0.6, "FRA": 0.4}, {"ESP": 0.9}), ())
    assert codes(choice) == ({"DEU", "FRA"}, {"ESP"})


def test_talks_have_all_who_are_likely_and_no_recipient(weights: dict[str, float]) -> None:
    chances = {"ISR": 0.7, "HAMAS": 0.6, "QAT": 0.45, "USA": 0.2}
    choice = choice_of(likely(asked("CONSULT", "QAT"), chances, {}), ())
    assert codes(choice) == ({"ISR", "HAMAS", "QAT"}, set())


def test_pairs_tell_whether_two_are_foes_and_what_was_told_before() -> None:
    one, before = asked("ASSAULT"), asked("ASSAULT", "ISR", "HAMAS")
    known = likely(one, {"ISR": 0.8}, {"HAMAS": 0.7})
    pair = next(p for p in pairs_of(known, [before]) if (p.actor, p.recipient) == ("ISR", "HAMAS"))
    assert {"foes=True", "told=1.False", "same=False"} <= set(pair.features)
    assert opposed("ISR", "HAMAS")
    assert not opposed("ISR", "ISR")


def test_without_a_table_the_rules_alone_speak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "table", dict)
    one = asked("ASSAULT", "ISR")
    scene: Any = None
    assert choosing.chosen(scene, one, ()) == Choice(one.sides)
