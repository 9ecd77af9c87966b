"""What lies on what: the marks of a track, the names of a map; and what a page says of denials."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from histories import telling
from jalur.history import Process, Round, Voice
from jalur.record.asking import Told
from jalur.record.tallying import Spot
from jalur.views.web.drawing.track import MOST_BENEATH, track
from jalur.views.web.drawing.world import overlap, room_of, together, world
from jalur.views.web.pages.told import Origin
from jalur.views.web.words import gainsaid, inner

SPOTS = st.builds(
    Spot,
    place=st.text("abc", min_size=2, max_size=18),
    country=st.none(),
    latitude=st.floats(-50, 70),
    longitude=st.floats(-160, 170),
    events=st.integers(1, 90),
    talks=st.just(0),
    violent=st.just(0),
)


@given(st.lists(SPOTS, max_size=30))
def test_a_name_lies_on_no_other_and_on_no_disc_apart_from_its_own(spots: list[Spot]) -> None:
    drawn = world("world", spots)
    for name in drawn.named:
        left, top, right, bottom = name.extent
        assert left >= 0 and top >= 0 and right <= drawn.width and bottom <= drawn.height
        apart = [d for d in drawn.discs if not together(d, name.disc)]
        assert not any(overlap(name.extent, room_of(d)) for d in apart)
    assert not any(overlap(a.extent, b.extent) for a, b in combinations(drawn.named, 2))


def round_of(id_: str, day: str) -> Round:
    """A numbered meeting on a day, where nobody says."""
    return Round(
        id=id_, process="p", kind="meeting", ordinal=1, start=day, end=day, venue=None,
        country=None, host=None, format=None, parties=("ISR", "HAMAS"), mediators=(), heads=(),
        agenda=(), outcome=None, next=None, status="happened", events=(), first=day, outlets=1,
    )  # fmt: skip


@given(st.lists(st.integers(1, 28), min_size=1, max_size=MOST_BENEATH))
def test_rounds_of_one_day_are_drawn_beneath_one_another(days: list[int]) -> None:
    rounds = [round_of(f"n{k}", f"2024-02-{day:02}") for k, day in enumerate(days)]
    process = Process(
        id="p", name="p", sides=(("ISR",), ("HAMAS",)), mediators=(), issues=(), state="active",
        why="", since=None, last=None, as_of=None, rounds=tuple(rounds), proposals=(),
        positions=(), agreements=(),
    )  # fmt: skip
    drawn = track(process, rounds, [], [], "venue")
    assert drawn and len(drawn.rounds) == len(rounds)
    for one, other in combinations(drawn.rounds, 2):
        assert one.y != other.y or abs(one.x - other.x) >= min(one.width, other.width)
    assert all(a.y + a.height <= b.y for a, b in pairwise(drawn.lanes))


def test_quotation_marks_within_a_quotation_are_single() -> None:
    assert inner('He called it "a step" (“no more”).') == "He called it ‘a step’ (‘no more’)."


def test_who_denies_within_a_report_is_named_once() -> None:
    voices = (
        Voice("named", "ISR", "the army", (), "denies"),
        Voice("outlet", None, None, (), "denies"),
        Voice("named", "PSE", "the ministry", (), "asserts"),
    )
    claims = [Told(telling(k, voices=voices), None, None, "", 0, 1, "o", "") for k in ("a", "b")]
    found = gainsaid([Origin("o", tuple(claims))])
    assert [(v.name, c.telling.id) for v, c in found] == [("the army", "a")]
