"""Exports as tables, read back with pandas and pyarrow and compared with the record."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

from exported import FORMULAS, Taken
from jalur.history import Agreement, Process, Proposal, Response, Violation
from jalur.views.export import talk_rows
from jalur.views.export.tables import KINDS, tables
from jalur.views.record import tables as record_tables


def read_csv(folder: Path, name: str) -> pd.DataFrame:
    """A table as its own metadata says it is to be read."""
    metadata = json.loads((folder / "csv-metadata.json").read_text("utf-8"))
    found = next(t for t in metadata["tables"] if t["url"] == f"{name}.csv")
    kinds = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}
    dtypes: Any = {
        c["name"]: kinds.get(c["datatype"], "string") for c in found["tableSchema"]["columns"]
    }
    return pd.read_csv(folder / f"{name}.csv", dtype=dtypes, keep_default_na=False, na_values=[""])


def csv_cell(value: object) -> object:
    """A cell as the record has it, from pandas: empty is None."""
    return None if pd.isna(value) else value


def test_csv_holds_every_event_and_claim(taken: Taken, tmp_path: Path) -> None:
    out = taken.export("csv", tmp_path / "out")
    events = read_csv(out, "events").set_index("event_id")
    assert list(events.index) == [e.id for e in taken.events]
    for one in taken.events:
        row = events.loc[one.id]
        assert (row["type"], row["status"]) == (one.type, one.status)
        found = [csv_cell(row[c]) for c in ("date_start", "date_end", "location", "country_iso3")]
        assert found == [one.start, one.end, one.place, one.country]
        assert [csv_cell(row["lat"]), csv_cell(row["lon"])] == [one.latitude, one.longitude]
        assert (csv_cell(row["actors"]) or "").split() == [p.code for p in one.actors]
        counts = [row["n_reports"], row["n_outlets"], row["n_independent"]]
        assert counts == [one.reports, one.outlets, one.independent]
        assert row["quote"] == one.quote
    claims = read_csv(out, "claims").set_index("claim_id")
    assert set(claims.index) == set(taken.told)
    for id_, told in taken.told.items():
        assert claims.loc[id_, "quote"] == told.telling.quote
        assert claims.loc[id_, "char_start"] == told.start
        assert claims.loc[id_, "sha256"] == told.sha256
    assert (events["record_status"] == "reviewed").sum() == 2


def test_csv_holds_talks_disputes_and_sources(taken: Taken, tmp_path: Path) -> None:
    out = taken.export("csv", tmp_path / "out")
    rounds = [r for p in taken.processes for r in p.rounds]
    assert set(read_csv(out, "rounds")["round_id"]) == {r.id for r in rounds}
    assert set(read_csv(out, "processes")["process_id"]) == {p.id for p in taken.processes}
    sides = sum(len(d.sides) for e in taken.events for d in e.disputes)
    assert len(read_csv(out, "disputes")) == sides > 0
    voices = sum(len(t.telling.voices) for t in taken.told.values())
    assert len(read_csv(out, "attributions")) == voices
    assert read_csv(out, "sources")["n_events"].min() >= 1
    assert len(read_csv(out, "tolls")) > 0


def test_rows_have_the_columns_that_the_codebook_describes(taken: Taken, tmp_path: Path) -> None:
    out = taken.export("csv", tmp_path / "out")
    page = (out / "codebook.md").read_text("utf-8")
    for table in tables():
        header = (out / f"{table.name}.csv").read_text("utf-8").split("\n", 1)[0]
        assert header.split(",") == [column.name for column in table.columns]
        assert all(c.words and c.kind in KINDS and f"| `{c.name}` |" in page for c in table.columns)


def test_answers_as_csv_have_the_columns_of_the_export(taken: Taken) -> None:
    described = {t.name: {c.name for c in t.columns} for t in tables()}
    event = taken.events[0]
    assert set(record_tables.event_row(event)) <= described["events"]
    claim = record_tables.claim_row(taken.told[event.claims[0]], event.id)
    assert set(claim) - {"stances"} <= described["claims"] | described["events"]
    rounds = [r for p in taken.processes for r in record_tables.round_rows(p)]
    assert rounds
    assert set(rounds[0]) == described["rounds"]


def test_offers_answers_and_breaches_are_rows() -> None:
    answer = Response("HAMAS", "rejects", "2024-03-07", "e1")
    offer = Proposal(
        "p1", "gaza", "EGY", ("QAT",), ("HAMAS",), None, "", ("aid",), "w", (answer,), ("e1",)
    )
    breach = Violation(("ISR",), None, "2024-03-09", "e2")
    deal = Agreement(
        "a1", "gaza", "ceasefire", "declared", ("ISR",), (), None, None, None, None, (breach,), ()
    )
    sides = (("ISR",), ("HAMAS",))
    process = Process(
        "gaza", "g", sides, (), (), "active", "", None, None, None, (), (offer,), (), (deal,)
    )
    for table in tables():
        if table.over == "processes":
            for row in table.rows(process):
                assert list(row) == [column.name for column in table.columns]
    assert next(talk_rows.responses(process))["answer"] == "rejects"
    assert next(talk_rows.violations(process))["accused"] == "ISR"
    assert next(talk_rows.agreements(process))["n_violations"] == 1


def test_parquet_is_the_same_tables_typed(taken: Taken, tmp_path: Path) -> None:
    typed = taken.export("parquet", tmp_path / "parquet")
    plain = taken.export("csv", tmp_path / "csv")
    for table in tables():
        found = pq.read_table(typed / f"{table.name}.parquet")
        assert found.column_names == [column.name for column in table.columns]
        same = read_csv(plain, table.name)
        assert found.num_rows == len(same)
        for column in table.columns:
            cells = found.column(column.name).to_pylist()
            if column.kind == "date":
                cells = [day.isoformat() if day else None for day in cells]
            expected = [csv_cell(v) for v in same[column.name]]
            expected = [v.removeprefix("'") if isinstance(v, str) else v for v in expected]
            cells = [v.removeprefix("'") if isinstance(v, str) else v for v in cells]
            assert cells == expected, (table.name, column.name)


def test_gdelt_tables_have_its_columns_and_numbers(taken: Taken, tmp_path: Path) -> None:
    out = taken.export("gdelt", tmp_path / "out")
    read: Any = {"sep": "\t", "quoting": csv.QUOTE_NONE, "dtype": {"EventCode": "string"}}
    events = pd.read_csv(out / "events.tsv", **read)
    mentions = pd.read_csv(out / "mentions.tsv", **read)
    assert list(events.columns[:2]) == ["GLOBALEVENTID", "SQLDATE"]
    assert list(events.columns).index("SOURCEURL") == 60
    assert list(mentions.columns).index("Extras") == 15
    told = {e.id for e in taken.events if e.status == "happened"}
    assert told <= set(events["EventID"])
    assert events["GLOBALEVENTID"].is_unique
    assert set(mentions["GLOBALEVENTID"]) == set(events["GLOBALEVENTID"])
    one = next(e for e in taken.events if e.type == "ASSAULT" and e.start and e.latitude)
    row = events.set_index("EventID").loc[one.id]
    assert row["EventCode"] == "19"
    assert int(row["SQLDATE"]) == int(str(one.start).replace("-", ""))
    assert row["ActionGeo_Lat"] == one.latitude


@pytest.fixture
def large_cells() -> Iterator[None]:
    """The reader of tables takes cells of any size, for one test."""
    before = csv.field_size_limit(10**7)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("large_cells")
@pytest.mark.parametrize("format_", ["csv", "gdelt"])
def test_no_cell_is_a_formula_and_coordinates_stay_numbers(
    format_: str, hostile_taken: Taken, tmp_path: Path
) -> None:
    out = hostile_taken.export(format_, tmp_path / "out")
    tabs: Any = {} if format_ == "csv" else {"delimiter": "\t", "quoting": csv.QUOTE_NONE}
    for path in [*out.glob("*.csv"), *out.glob("*.tsv")]:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file, **tabs))
        for row in rows:
            assert len(row) == len(header)
            for name, value in zip(header, row, strict=True):
                if name.lower().endswith(("lat", "lon", "long")):
                    assert not value or float(value) < 0
                else:
                    assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_hostile_text_comes_back_from_csv(hostile_taken: Taken, tmp_path: Path) -> None:
    events = read_csv(hostile_taken.export("csv", tmp_path / "out"), "events")
    quotes = dict(zip(events["event_id"], events["quote"], strict=True))
    for one in hostile_taken.events:
        assert quotes[one.id] == f"'{one.quote}"
        assert len(one.quote) > 32_000
    assert {q[1:].split(" ")[0] for q in quotes.values()} == {f.split(" ")[0] for f in FORMULAS}
