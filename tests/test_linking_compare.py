"""What speaks for and against two claims being of one happening."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from histories import at, on, parties, telling
from jalur.linking import clusters, judge, keys
from jalur.linking.compare import evidence

RAFAH = at("Rafah", "PSE")
TALKS = {"type": "CONSULT", "actors": parties("ISR", "HAMAS"), "recipients": ()}


def verdict(a: object, b: object) -> str:
    return judge(a, b).verdict  # type: ignore[arg-type]


def test_the_same_attack_in_two_languages_is_one() -> None:
    first = telling("a", "An Israeli air strike on Rafah killed 14", **on("2024-02-12"), **RAFAH)
    second = telling(
        "b", "Serangan udara Israel di Rafah, 14 tewas", language="id", **on("2024-02-12"), **RAFAH
    )
    assert verdict(first, second) == "same"


def test_the_next_day_of_strikes_is_another() -> None:
    first = telling("a", "Israeli strikes hit Rafah", **on("2024-02-12"), **RAFAH)
    second = telling("b", "Israeli strikes hit Rafah again", **on("2024-02-14"), **RAFAH)
    assert verdict(first, second) == "different"


def test_two_towns_are_two_attacks() -> None:
    first = telling("a", "Israel strikes Rafah", **on("2024-02-12"), **RAFAH)
    second = telling("b", "Israel strikes Jabalia", **on("2024-02-12"), **at("Jabalia", "PSE"))
    assert verdict(first, second) == "different"


def test_two_numbered_rounds_are_never_one() -> None:
    first = telling("a", "second round in Doha", ordinal=2, **on("2024-03-04"), **TALKS)
    second = telling("b", "third round in Doha", ordinal=3, **on("2024-03-04"), **TALKS)
    assert verdict(first, second) == "different"


def test_a_planned_round_is_the_round_that_is_held() -> None:
    doha = at("Doha", "QAT")
    plan = telling("a", "to meet in Doha", status="planned", **on("2024-03-11"), **TALKS, **doha)
    held = telling("b", "met in Doha", told="2024-03-12", **on("2024-03-11"), **TALKS, **doha)
    assert verdict(plan, held) == "same"


def test_what_was_told_as_done_is_no_later_round() -> None:
    kl = at("Kuala Lumpur", "MYS")
    told = telling("a", "had met in Kuala Lumpur", told="2024-03-08", **TALKS, **kl)
    later = telling(
        "b", "met in Kuala Lumpur", told="2024-03-12", **on("2024-03-12"), **TALKS, **kl
    )
    assert evidence(told, later)["days exclude"] == 1.0
    assert verdict(told, later) == "different"


def test_a_plan_told_after_a_round_is_for_the_next() -> None:
    held = telling("a", "talks in Doha", told="2024-03-12", **on("2024-03-11"), **TALKS)
    plan = telling("b", "talks to resume", told="2024-03-13", status="planned", **TALKS)
    assert evidence(held, plan)["plan after the event"] == 1.0
    assert verdict(held, plan) == "different"


def test_exchanged_sides_are_no_sameness() -> None:
    first = telling("a", "", actors=parties("RUS"), recipients=parties("UKR"), **on("2024-02-12"))
    second = telling("b", "", actors=parties("UKR"), recipients=parties("RUS"), **on("2024-02-12"))
    assert evidence(first, second)["sides exchanged"] == 1.0
    assert verdict(first, second) == "different"


@pytest.mark.parametrize("apart", [0, 1, 9])
def test_judging_does_not_depend_on_the_order(apart: int) -> None:
    first = telling("a", "Israel strikes Rafah, killing 14", **on("2024-02-12"), **RAFAH)
    second = telling("b", "Strike on Rafah", **on(f"2024-02-{12 + apart}"), **RAFAH)
    one, other = judge(first, second), judge(second, first)
    assert one == other
    assert 0 <= one.score <= 1
    assert one.why


def test_what_shares_nobody_is_not_even_compared() -> None:
    first = set(keys(telling("a", **on("2024-02-12"))))
    second = set(
        keys(telling("b", actors=parties("RUS"), recipients=parties("UKR"), **on("2024-02-12")))
    )
    assert not first & second


def test_days_on_either_side_of_a_stretch_are_compared() -> None:
    days = [f"2024-02-{d:02}" for d in range(1, 28)]
    found = [set(keys(telling(d, **on(d)))) for d in days]
    assert all(a & b for a, b in pairwise(found))
    assert not found[0] & found[-1]


def test_who_denies_an_account_and_tells_another_is_of_the_same_happening() -> None:
    theirs = replace(telling("a", **on("2014-05-11")), report="r")
    ours = replace(telling("b", **on("2014-05-10")), report="r", answers="a")
    judged = judge(ours, theirs)
    assert (judged.verdict, judged.why) == ("same", "rival account +5.0")
    assert clusters({"a": theirs, "b": ours}, [judged]) == [("a", "b")]
