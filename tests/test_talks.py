"""Processes, rounds, proposals, positions and ceasefires read from events."""

from __future__ import annotations

from typing import Any

from histories import at, event, on, parties
from jalur.history import Event, Process
from jalur.talks import processes

DOHA, CAIRO = at("Doha", "QAT"), at("Cairo", "EGY")
MEDIATED = parties("ISR", "QAT", "EGY", "USA")


def process(*events: Event, as_of: str = "2024-03-20", **foes: Any) -> Process:
    (found,) = processes(events, foes.get("foes", set()), as_of)
    return found


def test_a_mediator_who_sees_each_side_apart_makes_one_round() -> None:
    first = event("a", actors=MEDIATED, format="separate", **on("2024-02-23"), **at("Paris", "FRA"))
    second = event("b", actors=parties("HAMAS", "EGY"), **on("2024-02-22"), **at("Paris", "FRA"))
    found = process(first, second)
    (only,) = found.rounds
    assert found.id == "gaza"
    assert (only.start, only.end, only.venue) == ("2024-02-22", "2024-02-23", "Paris")
    assert only.parties == ("ISR", "HAMAS")
    assert only.mediators == ("EGY", "QAT", "USA")
    assert only.format == "separate"
    assert only.events == ("eb", "ea")


def test_numbered_rounds_a_week_apart_are_two() -> None:
    found = process(
        event("a", ordinal=2, **on("2024-03-04"), **DOHA),
        event("b", ordinal=3, **on("2024-03-11"), **DOHA),
    )
    assert [(r.ordinal, r.start) for r in found.rounds] == [(2, "2024-03-04"), (3, "2024-03-11")]


def test_two_towns_on_one_day_are_two_rounds() -> None:
    found = process(event("a", **on("2024-03-04"), **DOHA), event("b", **on("2024-03-04"), **CAIRO))
    assert {r.venue for r in found.rounds} == {"Doha", "Cairo"}


def test_words_without_a_day_join_the_round_they_follow() -> None:
    found = process(event("a", **on("2024-03-04"), **DOHA), event("b", first="2024-03-06"))
    assert [r.events for r in found.rounds] == [("ea", "eb")]


def test_a_theatre_of_war_is_no_venue() -> None:
    (only,) = process(event("a", **on("2024-03-04"), **at("Gaza Strip", "PSE", "region"))).rounds
    assert only.venue is None


def test_meetings_of_states_on_other_matters_are_no_talks() -> None:
    visit = event("a", actors=parties("IDN", "MYS"), issues=(), **on("2017-08-09"))
    assert processes([visit], set(), "2017-09-01") == ()


def test_adversaries_that_no_list_knows_have_talks_of_their_own() -> None:
    meeting = event("a", actors=parties("XYZ_FRONT", "FJI"), **on("2024-03-04"))
    assert processes([meeting], set(), "2024-03-20") == ()
    found = process(meeting, foes={("FJI", "XYZ_FRONT")})
    assert found.id == "fji-xyz-front"
    assert found.sides == (("FJI",), ("XYZ_FRONT",))


def test_a_mediator_told_as_such_makes_talks() -> None:
    three = parties("XYZ_FRONT", "FJI", "NZL", NZL="mediator")
    found = process(event("a", actors=three, **on("2024-03-04")))
    assert found.mediators == ("NZL",)


def test_a_proposal_has_its_author_its_bearers_and_its_answers() -> None:
    offer = event(
        "p",
        "REQUEST",
        actors=parties("QAT", "EGY"),
        recipients=parties("ISR", "HAMAS"),
        quote="Mediators handed over a three-page proposal.",
        **on("2024-03-04"),
    )
    yes = event(
        "y", "AGREE", actors=parties("ISR"), quote="accepted the proposal", **on("2024-03-06")
    )
    no = event(
        "n", "REJECT", actors=parties("HAMAS"), quote="rejected the offer", **on("2024-03-07")
    )
    found = process(event("a", **on("2024-03-04"), **DOHA), offer, yes, no)
    (only,) = found.proposals
    assert (only.author, only.carried, only.to) == ("QAT", ("EGY",), ("HAMAS", "ISR"))
    assert [(r.party, r.answer) for r in only.responses] == [
        ("ISR", "accepts"),
        ("HAMAS", "rejects"),
    ]


def test_a_position_lasts_from_the_first_time_without_another_between() -> None:
    def demand(id_: str, type_: str, day: str, quote: str = "") -> Event:
        return event(
            id_, type_, actors=parties("HAMAS"), issues=("withdrawal",), quote=quote, **on(day)
        )

    found = process(
        event("a", **on("2024-02-01"), **DOHA),
        demand("b", "REJECT", "2024-02-02"),
        demand("c", "REQUEST", "2024-02-10"),
        demand("d", "REQUEST", "2024-02-20", "demands a pullout unless the truce is extended."),
    )
    (only,) = found.positions
    assert (only.party, only.issue, only.stance) == ("HAMAS", "withdrawal", "demands")
    assert only.since == "2024-02-10"
    assert only.condition == "unless the truce is extended"


def test_a_ceasefire_is_declared_in_force_broken_and_ended() -> None:
    sides = parties("ISR", "HAMAS")
    found = process(
        event("a", **on("2023-11-20"), **DOHA),
        event("b", "AGREE", actors=sides, **on("2023-11-22")),
        event("c", "RETREAT", mode="ceasefire", actors=sides, **on("2023-11-24")),
        event(
            "d",
            "ACCUSE",
            actors=parties("HAMAS"),
            recipients=parties("ISR"),
            quote="accused Israel of violating the truce",
            **on("2023-11-26"),
        ),
        event("e", "ASSAULT", quote="fighting resumed as the truce expired", **on("2023-12-01")),
        as_of="2023-12-02",
    )
    (only,) = found.agreements
    assert (only.state, only.declared, only.start, only.end) == (
        "ended",
        "2023-11-22",
        "2023-11-24",
        "2023-12-01",
    )
    assert [(v.accused, v.accuser) for v in only.violations] == [(("ISR",), "HAMAS")]


def test_states_of_talks() -> None:
    held = event("a", **on("2024-03-04"), **DOHA)
    plan = event("b", status="planned", **on("2024-03-25"), **DOHA)
    walk = event("c", "SANCTION", mode="withdraw", actors=parties("ISR"), **on("2024-03-10"))
    put_off = event("d", "REJECT", mode="meet", actors=parties("ISR"), **on("2024-03-10"))
    assert process(plan).state == "exploring"
    assert process(held).state == "active"
    assert process(held, as_of="2024-06-01").state == "stalled"
    assert process(held, walk).state == "collapsed"
    assert process(held, put_off).state == "suspended"
    assert process(held, put_off, plan).state == "active"


def test_the_order_of_events_changes_nothing() -> None:
    events = [
        event("a", actors=MEDIATED, **on("2024-02-23"), **at("Paris", "FRA")),
        event("b", actors=parties("HAMAS", "EGY"), **on("2024-02-22"), **CAIRO),
        event("c", first="2024-02-25"),
        event("d", status="planned", **on("2024-03-03"), **CAIRO),
    ]
    assert processes(events, set(), "2024-03-01") == processes(events[::-1], set(), "2024-03-01")
