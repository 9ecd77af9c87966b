"""Of which state somebody sounds to be: a guess between the states that a report names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalur.knowledge.actors.files import state_codes
from jalur.knowledge.actors.origins import known_names, origin

STATES = sorted(state_codes())


@pytest.mark.parametrize(
    ("name", "states", "usual", "right"),
    [
        ("Oleksandr Hnatenko", {"RUS": 6, "UKR": 6}, "RUS", "UKR"),
        ("Gagik Davtyan", {"AZE": 5, "ARM": 5}, "AZE", "ARM"),
        ("Zhang Weimin", {"IDN": 4, "CHN": 3}, "IDN", "CHN"),
        ("Giorgi Kobakhidze", {"RUS": 8, "GEO": 4}, "RUS", "GEO"),
        ("Slamet Widodo", {"AUS": 5, "IDN": 3}, "AUS", "IDN"),
        ("Nguyen Van Thanh", {"CHN": 6, "VNM": 4}, "CHN", "VNM"),
        ("Agus Suhartono", {"IDN": 6, "CHN": 6}, "IDN", "IDN"),
    ],
)
def test_sound(name: str, states: dict[str, int], usual: str, right: str) -> None:
    assert origin(name, states, usual) == right


def test_nothing_to_go_by() -> None:
    assert origin("", {"RUS": 1, "UKR": 1}, "RUS") == "RUS"
    assert origin("7", {"RUS": 1, "UKR": 1}, "RUS") == "RUS"
    assert origin("Oleksandr Hnatenko", {}, None) is None
    assert origin("Oleksandr Hnatenko", {"RUS": 9}, "RUS") == "RUS"


@given(st.text(max_size=30), st.dictionaries(st.sampled_from(STATES), st.integers(1, 30)))
def test_never_another_state_than_the_report_names(name: str, states: dict[str, int]) -> None:
    usual = next(iter(states), None)
    found = origin(name, states, usual)
    assert found in {*states, usual}
    assert found == origin(name, dict(reversed(states.items())), usual)


def test_names_are_of_known_states() -> None:
    assert {code for code, _ in known_names()} <= set(STATES)
