"""What the reports together say of an event, and on what they contradict each other."""

from __future__ import annotations

from histories import at, count, on, parties, telling
from jalur.history import Event, Version, Voice
from jalur.linking import account
from jalur.linking.tolls import latest, series

RAFAH = at("Rafah", "PSE")


def fields(event: Event) -> list[str]:
    return [d.field for d in event.disputes]


def test_three_numbers_for_reports_outlets_and_independent_origins() -> None:
    told = [telling(n, outlet=o) for n, o in (("a", "Reuters"), ("b", "Kompas"), ("c", "Kompas"))]
    origins = {"r-a": "Reuters", "r-b": "Reuters", "r-c": "Kompas"}
    event = account(told, [], origins)
    assert (event.reports, event.outlets, event.independent) == (3, 2, 2)
    assert event.id == "ea"


def test_a_relay_counts_for_the_outlet_that_it_relays() -> None:
    relay = telling(
        "b", outlet="Kompas", voices=(Voice("named", "QAT", None, ("AFP",), "asserts"),)
    )
    event = account([telling("a", outlet="AFP"), relay], [], {"r-b": "Kompas"})
    assert event.independent == 1


def test_a_plan_that_was_held_has_happened_and_keeps_its_history() -> None:
    plan = telling("a", status="planned", told="2024-03-08", **on("2024-03-11"))
    held = telling("b", told="2024-03-12", **on("2024-03-11"))
    event = account([plan, held], [], {})
    assert event.status == "happened"
    assert [c.status for c in event.changes] == ["planned", "happened"]
    assert event.disputes == ()


def test_a_plan_that_moves_is_no_dispute() -> None:
    first = telling("a", status="planned", told="2024-03-08", **on("2024-03-11"))
    moved = telling("b", status="planned", told="2024-03-09", **on("2024-03-18"))
    event = account([first, moved], [], {})
    assert [c.day for c in event.changes] == ["2024-03-11", "2024-03-18"]
    assert event.disputes == ()


def test_a_denial_is_kept_beside_what_it_denies() -> None:
    denial = telling("b", voices=(Voice("named", "ISR", "the army", (), "denies"),))
    event = account([telling("a"), denial], [], {})
    assert event.status == "happened"
    assert event.against == ("b",)
    assert [s.value for s in event.disputes[0].sides] == ["happened", "denied"]


def test_days_places_and_doers_that_exclude_each_other_are_disputed() -> None:
    first = telling("a", **on("2024-02-12"), **RAFAH)
    second = telling("b", actors=parties("EGY"), **on("2024-02-13"), **at("Khan Younis", "PSE"))
    assert fields(account([first, second], [], {})) == ["date", "place", "actors"]


def test_what_another_source_of_the_report_tells_otherwise_is_disputed() -> None:
    army = Voice("named", "SSD", "the army", (), "asserts")
    rebels = Voice("named", "SPLM_IO", "the rebels", (), "asserts")
    days, towns = (
        Version(rebels, "2014-05-10/2014-05-10", None, ()),
        Version(army, None, "Renk", ()),
    )
    doers = (Version(army, None, None, ("SPLM_IO",)), Version(rebels, None, None, ("SSD",)))
    told = telling(
        "a", actors=(), **on("2014-05-11"), **at("Bentiu", "SSD"), versions=(days, towns, *doers)
    )
    event = account([told], [], {})
    assert fields(event) == ["date", "place", "actors"]
    assert [s.sources for s in event.disputes[2].sides] == [("the army",), ("the rebels",)]


def test_the_same_told_by_another_source_is_no_dispute() -> None:
    rebels = Voice("named", "SPLM_IO", "the rebels", (), "asserts")
    same = Version(rebels, "2014-05-11/2014-05-11", "Bentiu", ("ISR",))
    told = telling("a", **on("2014-05-11"), **at("Bentiu", "SSD"), versions=(same,))
    assert account([told], [], {}).disputes == ()


def test_a_wider_place_and_a_wider_range_dispute_nothing() -> None:
    first = telling("a", **on("2024-02-12"), **RAFAH)
    second = telling("b", **on("2024-02-05", "2024-02-20"), **at("Gaza Strip", "PSE", "region"))
    event = account([first, second], [], {})
    assert event.disputes == ()
    assert event.place == "Rafah"


def test_numbers_of_two_sources_are_disputed_only_if_they_exclude_each_other() -> None:
    told = [telling("a"), telling("b")]
    twelve, twenty = count("x", 12, 12, "Syrian state media"), count("y", 20, None, "the monitor")
    disputed = account(told, [(told[0], twelve), (told[1], twenty)], {})
    assert fields(disputed) == ["toll.killed"]
    assert [s.value for s in disputed.disputes[0].sides] == ["12", "at least 20"]
    open_ = count("x", 12, None, "Syrian state media")
    assert not fields(account(told, [(told[0], open_), (told[1], twenty)], {}))


def test_a_source_corrects_itself_and_does_not_dispute_itself() -> None:
    told = [telling("a", told="2024-02-12"), telling("b", told="2024-02-14")]
    numbers = [
        (told[0], count("x", 14, 14, "Gaza ministry")),
        (told[1], count("y", 19, 19, "Gaza ministry")),
    ]
    assert not fields(account(told, numbers, {}))
    assert [c.low for _, c in latest(numbers)] == [19]


def test_two_speakers_of_one_report_are_two_sources() -> None:
    told = telling("a")
    numbers = [(told, count("x", 5, 5, "army", "r")), (told, count("y", 1, 1, "police", "r"))]
    assert fields(account([told], numbers, {})) == ["toll.killed"]


def test_a_series_marks_what_was_replaced_and_what_is_disputed() -> None:
    numbers = [
        ("2024-02-12", "Kompas", count("x", 14, 14, "ministry")),
        ("2024-02-13", "Kompas", count("y", 19, 19, "ministry")),
        ("2024-02-13", "Detik", count("z", 30, 30, "rescuers")),
    ]
    (one,) = series(numbers, {"x": "e1", "y": "e1", "z": "e1"})
    assert [(p.low, p.superseded, p.disputed) for p in one.points] == [
        (14, True, False),
        (19, False, True),
        (30, False, True),
    ]
    assert one.event == "e1"


def test_without_a_day_publication_bounds_it_and_is_not_its_day() -> None:
    first, second = telling("a", told="2024-04-02"), telling("b", told="2024-04-03")
    event = account([first, second], [], {})
    assert (event.start, event.earliest, event.latest) == (None, "2024-03-31", "2024-04-02")
    late = account([first, telling("c", told="2024-05-30")], [], {})
    assert (late.earliest, late.latest) == ("2024-03-30", "2024-04-02")
    assert account([telling("d", **on("2024-04-01"))], [], {}).latest is None
    assert account([telling("e", status="planned")], [], {}).latest is None
