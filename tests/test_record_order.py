"""The same reports give the same record: in any order, in any batches, twice, on both engines."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import text
from training.invented import reports as invented

from jalur.record import open_record
from records import Json, Server, added, coded, differing, rows

SEEDS = range(4)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The record of all stories, added at once."""
    where = str(tmp_path_factory.mktemp("whole") / "r.jalur")
    added(where, coded())
    return rows(where)


def shuffled(seed: int) -> list[Json]:
    found = list(coded())
    random.Random(seed).shuffle(found)
    return found


def test_the_stories_exercise_every_table(whole: dict[str, list[str]]) -> None:
    assert {name for name, lines in whole.items() if not lines} == {"judgements", "successors"}


@pytest.mark.parametrize("seed", SEEDS)
def test_any_order_and_any_batches_give_the_same_record(
    seed: int, whole: dict[str, list[str]], tmp_path: object
) -> None:
    where = f"{tmp_path}/r.jalur"
    added(where, shuffled(seed), size=(1, 7, 40, 200)[seed])
    assert not differing(rows(where), whole)


def test_questions_between_batches_change_nothing(
    whole: dict[str, list[str]], tmp_path: object
) -> None:
    where = f"{tmp_path}/r.jalur"
    some = shuffled(11)
    for start in range(0, len(some), 25):
        added(where, some[start : start + 25])
    assert not differing(rows(where), whole)


def test_adding_twice_changes_nothing(where: str, whole: dict[str, list[str]]) -> None:
    added(where, shuffled(21), size=60)
    record = open_record(where)
    again = record.add([(one, None) for one in shuffled(22)], "test")
    record.close()
    assert (again.new, again.known) == (0, len(coded()))
    assert not differing(rows(where), whole)


def test_rebuilding_gives_the_same_record(where: str, whole: dict[str, list[str]]) -> None:
    added(where, shuffled(31), size=90)
    record = open_record(where)
    assert record.rebuild() == len(coded())
    record.close()
    assert not differing(rows(where), whole)


def test_postgresql_sorts_by_characters_whatever_its_country(postgresql: Server) -> None:
    record = open_record(postgresql.database())
    with record.look() as connection:
        query = (
            "SELECT count(*) > 100, count(*) = count(*) FILTER (WHERE collation_name = 'C')"
            " FROM information_schema.columns WHERE data_type = 'text' AND table_schema = 'public'"
            " AND table_name <> 'searchable' AND table_name IN"
            " (SELECT tablename FROM pg_tables WHERE schemaname = 'public')"
        )
        assert connection.execute(text(query)).one() == (True, True)
    record.close()


def told_more(one: Json, **more: str) -> Json:
    """The same report read elsewhere, with more told of it."""
    return {**one, "report": {**one["report"], **more}}


def test_of_two_readings_the_fuller_is_kept_whichever_came_first(where: str) -> None:
    plain = [told_more(one, title=None, url=None) for one in coded(4)]
    fuller = [told_more(one, url="https://example.org/1") for one in plain[::3]]
    other = [told_more(one, url="https://example.org/2") for one in plain[::6]]
    added(where, [*plain, *other, *fuller], size=5)
    found = rows(where)
    first = f"{where}-other" if "://" not in where else where
    if first == where:
        record = open_record(where)
        record.rebuild()
        record.close()
    else:
        added(first, [*fuller, *other, *plain], size=1)
    assert not differing(rows(first), found)
    assert sum("example.org/1" in line for line in found["reports"]) == len(fuller)
    assert not any("example.org/2" in line for line in found["reports"])


def test_invented_reports_in_any_order(tmp_path: object) -> None:
    """Denser than the stories: long chains of claims, copies of copies, numbers at odds."""
    some = [one for one, _ in zip(invented(), range(250), strict=False)]
    forth, back = f"{tmp_path}/forth.jalur", f"{tmp_path}/back.jalur"
    added(forth, some)
    added(back, reversed(some), size=30)
    assert not differing(rows(back), rows(forth))
