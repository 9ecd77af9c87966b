"""What persons decide outranks the program, is kept for good, and outlives new readings."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from jalur import pipeline
from jalur.history import Event
from jalur.model import CodedReport, JalurError
from jalur.record import Record, asking, open_record, schema
from records import Json, added, coded, differing, rows


@pytest.fixture
def record(where: str) -> Record:
    added(where, coded(3))
    return open_record(where)


def events(record: Record) -> list[Event]:
    with record.look() as connection:
        return asking.all_events(connection)


def event_of(record: Record, claim: str) -> str:
    with record.look() as connection:
        return asking.event(connection, claim).id


def two(record: Record) -> tuple[Event, Event]:
    """Two events of one type that the program keeps apart."""
    alone = [e for e in events(record) if len(e.claims) == 1]
    return alone[0], next(e for e in alone[1:] if e.type != alone[0].type)


def large(record: Record) -> Event:
    return max(events(record), key=lambda e: (len(e.claims), e.id))


def test_a_person_joins_and_parts_what_the_program_did_not(record: Record) -> None:
    a, b = two(record)
    record.decide("same", a.claims, b.claims, "Ani", "both on the pier")
    assert event_of(record, a.claims[0]) == event_of(record, b.claims[0])
    whole = large(record)
    record.decide("different", whole.claims[:1], whole.claims[1:], "Budi", "another day")
    assert event_of(record, whole.claims[0]) != event_of(record, whole.claims[1])
    record.close()


def test_a_judgement_is_kept_with_author_and_moment_and_can_be_taken_back(record: Record) -> None:
    a, b = two(record)
    before = events(record)
    one = record.decide("same", a.claims, b.claims, " Ani ", "both \udcffon\x00 the pier")
    with record.look() as connection:
        kept = asking.judgement(connection, one)
    assert (kept.by, kept.why) == ("Ani", "both \ufffdon\ufffd the pier")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", kept.at)
    record.decide("withdrawn", [one], [], "Ani", "misread")
    assert events(record) == before
    with record.look() as connection:
        verdicts = [r.verdict for r in connection.execute(select(schema.judgements))]
    assert sorted(verdicts) == ["same", "withdrawn"]
    with pytest.raises(JalurError, match="stands in this record"):
        record.decide("withdrawn", [one], [], "Ani", "again")
    record.close()


def test_of_two_judgements_at_odds_the_later_counts(record: Record) -> None:
    a, b = two(record)
    for verdict in ("same", "different", "same", "different"):
        record.decide(verdict, a.claims, b.claims, "Ani", "on second thought")
        together = event_of(record, a.claims[0]) == event_of(record, b.claims[0])
        assert together == (verdict == "same")
    record.close()


def test_the_later_counts_even_if_the_clock_went_back(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jalur.record import judging

    a, b = two(record)
    record.decide("same", a.claims, b.claims, "Ani", "one")

    class Early(judging.datetime):
        @classmethod
        def now(cls, tz: object = None) -> judging.datetime:
            return judging.datetime(2001, 1, 1, tzinfo=judging.UTC)

    monkeypatch.setattr(judging, "datetime", Early)
    record.decide("different", a.claims, b.claims, "Ani", "two")
    assert event_of(record, a.claims[0]) != event_of(record, b.claims[0])
    record.close()


def test_judgements_outlive_rebuilding_rereading_and_further_reports(where: str) -> None:
    some = coded(4)
    added(where, some[:15])
    record = open_record(where)
    a, b = two(record)
    whole = large(record)
    record.decide("same", a.claims, b.claims, "Ani", "one")
    record.decide("different", whole.claims[:1], whole.claims[1:], "Budi", "two")

    def stands() -> None:
        assert event_of(record, a.claims[0]) == event_of(record, b.claims[0])
        for other in whole.claims[1:]:
            assert event_of(record, whole.claims[0]) != event_of(record, other)

    stands()
    before = rows(where)
    record.rebuild()
    assert not differing(rows(where), before)
    record.add([(one, None) for one in some[15:]], "test")
    stands()
    assert pipeline.reread(record, lambda name, why: pytest.fail(f"{name}: {why}")) == len(some)
    stands()
    record.close()


def test_records_with_the_same_judgements_are_the_same(where: str, tmp_path: object) -> None:
    some, other = coded(3), f"{tmp_path}/other.jalur"
    added(where, some)
    record = open_record(where)
    a, b = two(record)
    record.decide("same", a.claims, b.claims, "Ani", "one")
    record.close()
    added(other, [o for o in some if o["report"]["id"] in reports_of(where, a, b)])
    record = open_record(other)
    record.decide("same", a.claims, b.claims, "Ani", "one")
    record.close()
    added(other, some[::-1], 4)
    one, two_ = rows(where), rows(other)
    one.pop("judgements"), two_.pop("judgements")
    assert not differing(one, two_)


def reports_of(where: str, *some: Event) -> set[str]:
    record = open_record(where)
    with record.look() as connection:
        found = {t.telling.report for e in some for t in asking.claims(connection, e)}
    record.close()
    return found


def renamed(one: Json) -> Json:
    """A coding by a better version: every trigger found one character later, so all ids differ."""
    return {**one, "events": [{**e, "id": f"{e['id'][:-1]}x"} for e in one["events"]]}


def test_a_judgement_follows_its_claims_to_the_ids_of_a_better_reading(record: Record) -> None:
    a, b = two(record)
    whole = large(record)
    record.decide("same", a.claims, b.claims, "Ani", "one")
    record.decide("different", whole.claims[:1], whole.claims[1:], "Budi", "two")
    record.recode([renamed(one) for one in record.kept()], "better")
    record.rebuild(recoded=True)
    first, second = (f"{e.claims[0][:-1]}x" for e in (a, b))
    assert event_of(record, first) == event_of(record, second)
    parted = [f"{c[:-1]}x" for c in whole.claims]
    assert event_of(record, parted[0]) != event_of(record, parted[1])
    with record.look() as connection:
        assert asking.judgements(connection)[0].left == (first,)
    record.close()


def test_a_reading_anew_that_stopped_half_way_changes_nothing(
    record: Record, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(where)
    calls = iter(range(100))

    def interrupted(report: object) -> CodedReport:
        if next(calls) == 9:
            raise KeyboardInterrupt
        return pipeline.CodedReport(report, (), ())  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "understand", interrupted)
    monkeypatch.setattr(pipeline, "BATCH", 4)
    with pytest.raises(KeyboardInterrupt):
        pipeline.reread(record, lambda name, why: None)
    assert not differing(rows(where), before)
    record.rebuild()
    assert not differing(rows(where), before)
    record.close()


@pytest.mark.parametrize(
    ("verdict", "left", "right", "said"),
    [
        ("same", ["nobody"], ["else"], "there is no claim"),
        ("same", ["{a}"], ["{a}"], "on both sides"),
        ("same", ["{a}"], [], "on two sides"),
        ("maybe", ["{a}"], ["{b}"], "is no verdict"),
        ("withdrawn", ["j123"], [], "no judgement j123 stands"),
    ],
)
def test_a_judgement_that_cannot_be_is_refused(
    verdict: str, left: list[str], right: list[str], said: str, record: Record
) -> None:
    a, b = (e.claims[0] for e in two(record))
    sides = [[c.format(a=a, b=b) for c in side] for side in (left, right)]
    with pytest.raises(JalurError, match=said):
        record.decide(verdict, *sides, "Ani", "because")
    with record.look() as connection:
        assert not asking.judgements(connection)
    record.close()


def test_a_judgement_has_an_author_and_a_reason(record: Record) -> None:
    a, b = two(record)
    for by, why in ((" ", "because"), ("Ani", "")):
        with pytest.raises(JalurError, match="an author and a reason"):
            record.decide("same", a.claims, b.claims, by, why)
    record.close()
