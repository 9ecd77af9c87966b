"""Which claims come together: judgements of the program, and those of persons above them."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from histories import on, telling
from jalur.history import Judgement, Telling
from jalur.linking import clusters, judge

NAMES = "abcdef"


def same(a: str, b: str, score: float = 0.9) -> Judgement:
    return Judgement((a,), (b,), "same", score, "jalur", "")


def person(verdict: str, left: str, right: str, at: str = "2024-01-01") -> Judgement:
    return Judgement(tuple(left), tuple(right), verdict, 1.0, "Rina", "I was there", at, at)


def told(*names: str) -> dict[str, Telling]:
    return {n: telling(n, told=f"2024-02-{10 + k}") for k, n in enumerate(names)}


def test_pairs_make_groups_in_the_order_of_telling() -> None:
    assert clusters(told("b", "a", "c"), [same("a", "b")]) == [("b", "a"), ("c",)]


def test_a_chain_of_pairs_does_not_make_one_event() -> None:
    some = told(*NAMES)
    chain = [same(a, b) for a, b in pairwise(NAMES)]
    assert max(map(len, clusters(some, chain))) < len(NAMES)


def test_days_that_exclude_each_other_keep_groups_apart() -> None:
    some = {
        "a": telling("a", **on("2024-02-12")),
        "b": telling("b", told="2024-02-13"),
        "c": telling("c", **on("2024-02-20")),
    }
    found = clusters(some, [same("a", "b"), same("b", "c", 0.8)])
    assert found == [("a", "c"), ("b",)] or found == [("b", "a"), ("c",)]


def test_two_claims_of_one_report_stay_two() -> None:
    some = {n: telling(n, report="r") for n in "ab"}
    assert clusters(some, [same("a", "b", 0.99)]) == [("a",), ("b",)]


def test_a_person_parts_what_the_program_joins() -> None:
    some = told("a", "b", "c")
    pairs = [same(x, y) for x, y in combinations("abc", 2)]
    assert clusters(some, pairs) == [("a", "b", "c")]
    assert clusters(some, [*pairs, person("different", "a", "b")]) == [("a", "c"), ("b",)]


def test_a_person_joins_what_the_program_parts() -> None:
    assert clusters(told("a", "b"), [person("same", "a", "b")]) == [("a", "b")]


def test_the_later_word_of_two_persons_counts() -> None:
    words = [person("same", "a", "b", "2024-01-01"), person("different", "a", "b", "2024-01-02")]
    assert clusters(told("a", "b"), words) == [("a",), ("b",)]
    assert clusters(told("a", "b"), words[::-1]) == [("a",), ("b",)]


@given(st.randoms(use_true_random=False))
def test_order_changes_nothing(chance: random.Random) -> None:
    names = [f"t{k}" for k in range(9)]
    some = {
        n: telling(n, "strike on a market", **on(f"2024-02-{10 + k // 2}"))
        for k, n in enumerate(names)
    }
    pairs = [judge(some[a], some[b]) for a, b in combinations(names, 2)]
    shuffled = list(pairs)
    chance.shuffle(shuffled)
    mixed = dict(chance.sample(list(some.items()), len(some)))
    assert clusters(mixed, shuffled) == clusters(some, pairs)
