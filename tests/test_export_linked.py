"""Exports as JSON of several kinds, read back with the formats' own libraries."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import Any

import geojson
import pytest
import yaml
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from conftest import ROOT
from exported import Taken, coded, recorded
from jalur.history import Change, Event
from jalur.views.export.plover import type_and_mode

SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")
FTM = ROOT / "tests" / "cases" / "followthemoney.yaml"


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def test_jsonl_is_the_whole_record(taken: Taken, tmp_path: Path) -> None:
    found = lines(taken.export("jsonl", tmp_path / "r.jsonl"))
    count = Counter(line["kind"] for line in found)
    assert count["report"] == len(coded())
    assert count["event"] == len(taken.events)
    assert count["claim"] == len(taken.told)
    assert count["process"] == len(taken.processes)
    assert count["judgement"] == 1
    assert {"series", "same"} <= set(count)
    texts = {c["report"]["id"]: c["report"]["text"] for c, _ in coded()}
    assert {line["id"]: line["text"] for line in found if line["kind"] == "report"} == texts


def test_jsonl_is_the_same_whatever_the_order(tmp_path: Path) -> None:
    written = []
    for name, reports in (("a", coded()), ("b", coded()[::-1])):
        (tmp_path / name).mkdir()
        with recorded(tmp_path / name, [(c, f"{name} {n}") for c, n in reports]) as one:
            written.append(one.export("jsonl", tmp_path / f"{name}.jsonl").read_bytes())
            one.record.rebuild()
            written.append(one.export("jsonl", tmp_path / f"{name}.jsonl").read_bytes())
    assert len(set(written)) == 1


def test_geojson_has_every_event_longitude_first(taken: Taken, tmp_path: Path) -> None:
    path = taken.export("geojson", tmp_path / "r.geojson")
    found = geojson.loads(path.read_text("utf-8"))
    assert found.is_valid
    features = {f["id"]: f for f in found["features"]}
    assert set(features) == {e.id for e in taken.events}
    for one in taken.events:
        geometry = features[one.id]["geometry"]
        if one.longitude is None:
            assert geometry is None
        else:
            assert geometry["coordinates"] == [one.longitude, one.latitude]
        assert features[one.id]["properties"]["quote"] == one.quote


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_jsonld_is_sem_prov_and_annotations(taken: Taken, tmp_path: Path) -> None:
    graph = Graph().parse(taken.export("jsonld", tmp_path / "r.jsonld"), format="json-ld")
    events = set(graph.subjects(SEM.eventType))
    assert {str(e) for e in events} == {f"urn:jalur:event:{e.id}" for e in taken.events}
    notes = set(graph.subjects(RDF.type, OA.Annotation))
    assert {str(n) for n in notes} == {f"urn:jalur:claim:{c}" for c in taken.told}
    texts = {c["report"]["id"]: c["report"]["text"] for c, _ in coded()}
    for note in notes:
        told = taken.told[str(note).removeprefix("urn:jalur:claim:")]
        target = graph.value(note, OA.hasTarget)
        assert str(graph.value(target, OA.hasSource)).endswith(told.telling.report)
        text = texts[told.telling.report]
        for selector in graph.objects(target, OA.hasSelector):
            exact = graph.value(selector, OA.exact)
            if exact is None:
                start, end = graph.value(selector, OA.start), graph.value(selector, OA.end)
                assert (int(str(start)), int(str(end))) == (told.start, told.end)
            else:
                around = [str(graph.value(selector, w)) for w in (OA.prefix, OA.suffix)]
                assert around[0] + str(exact) + around[1] in text
    people = set(graph.subjects(RDF.type, PROV.Person))
    assert len(people) == 1


def properties(schemata: dict[str, Any], name: str) -> dict[str, str]:
    """The properties of a schema of FollowTheMoney with those it inherits, and their types."""
    own = schemata[name]
    found = {k: v for parent in own["extends"] for k, v in properties(schemata, parent).items()}
    return {**found, **own["properties"]}


def test_followthemoney_entities_fit_its_schema(taken: Taken, tmp_path: Path) -> None:
    schemata = yaml.safe_load(FTM.read_text("utf-8"))["schemata"]
    found = lines(taken.export("ftm", tmp_path / "r.ftm"))
    by_id = {one["id"]: one for one in found}
    assert len(by_id) == len(found)
    for one in found:
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", one["id"])
        known = properties(schemata, one["schema"])
        for name, values in one["properties"].items():
            assert known[name]
            for value in values:
                assert isinstance(value, str)
                assert value
                if known[name] == "entity":
                    assert value in by_id
                if known[name] == "country":
                    assert len(value) == 2
                    assert value.islower()
    events = [one for one in found if one["schema"] == "Event"]
    assert {one["id"] for one in events} == {e.id for e in taken.events}
    assert all(one["properties"]["proof"] for one in events)


def test_followthemoney_itself_takes_the_entities(taken: Taken, tmp_path: Path) -> None:
    model = pytest.importorskip("followthemoney").model
    for one in lines(taken.export("ftm", tmp_path / "r.ftm")):
        proxy = model.get_proxy(one, cleaned=False)
        kept = {p.name: proxy.get(p) for p in proxy.iterprops()}
        assert {k: sorted(v) for k, v in kept.items()} == {
            k: sorted(v) for k, v in one["properties"].items()
        }


def an_event(type_: str, status: str, *before: str) -> Event:
    changes = tuple(Change("2024-03-01", s, None, None, "c") for s in (*before, status))
    nothing = dict.fromkeys(field.name for field in fields(Event))
    known = {"id": "e", "type": type_, "mode": "x", "status": status, "changes": changes}
    return Event(**{**nothing, **known})


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (an_event("CONSULT", "happened"), ("CONSULT", "x")),
        (an_event("CONSULT", "planned"), ("AGREE", None)),
        (an_event("RETREAT", "planned"), ("CONCEDE", None)),
        (an_event("SUPPORT", "planned"), ("AGREE", None)),
        (an_event("ASSAULT", "planned"), ("THREATEN", "violence")),
        (an_event("CONSULT", "denied", "planned"), ("REJECT", "meet")),
        (an_event("CONSULT", "denied"), None),
        (an_event("AGREE", "denied"), None),
        (an_event("ASSAULT", "possible"), None),
    ],
)
def test_plover_has_its_own_rules_again(event: Event, expected: object) -> None:
    assert type_and_mode(event) == expected


def test_plover_records_have_its_fields(taken: Taken, tmp_path: Path) -> None:
    found = {one["id"]: one for one in lines(taken.export("plover", tmp_path / "r.jsonl"))}
    assert set(found) == {e.id for e in taken.events if type_and_mode(e)}
    for one in taken.events:
        if one.id in found:
            record = found[one.id]
            assert (record["date"], record["text"]) == (one.start, one.quote)
            assert [a["code"] for a in record["actor"]] == [p.code for p in one.actors]
            assert record["quad_code"] in (1, 2, 3, 4)
            assert len(record["cite_info"]) == len(one.claims)
    called_off = [e for e in taken.events if e.type == "CONSULT" and e.status == "denied"]
    assert any(found[e.id]["event"] == ["REJECT"] for e in called_off if e.id in found)


@pytest.mark.parametrize("format_", ["jsonl", "geojson", "jsonld", "ftm", "plover"])
def test_hostile_text_survives_as_it_is(format_: str, hostile_taken: Taken, tmp_path: Path) -> None:
    written = hostile_taken.export(format_, tmp_path / "out").read_text("utf-8")
    whole = json.loads(written) if format_ in ("geojson", "jsonld") else None
    found = json.dumps(whole or lines(tmp_path / "out"), ensure_ascii=False)
    for one in hostile_taken.events:
        assert json.dumps(one.quote, ensure_ascii=False)[1:-1] in found
    assert "javascript:" not in written or format_ in ("jsonl", "plover")
