"""Schemathesis asks the JSON and CSV interface all that its description allows, and what not."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi import checks as openapi
from starlette.testclient import TestClient

from jalur.views.web.language import Tongue
from jalur.views.web.openapi import description
from jalur.views.web.pages import PAGES
from jalur.views.web.view import Ask
from web import HERE, hostile, make, reader, told

ADDRESSES = sorted(description()["paths"])
EXAMPLES = 20
UNKNOWN = ["x", "É", "a b", "..", "a.csv", "%2e", "0' OR 1=1", "\u202e", "A" * 2000]
CHECKS = [
    schemathesis.checks.not_a_server_error,
    openapi.status_code_conformance,
    openapi.content_type_conformance,
    openapi.response_schema_conformance,
    openapi.negative_data_rejection,
]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    coded = [*told(), (hostile(), "hostile")]
    return reader(make(tmp_path_factory.mktemp("web") / "full.jalur", coded))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return reader(make(tmp_path_factory.mktemp("web") / "empty.jalur", []))


def known(client: TestClient) -> dict[str, list[str]]:
    """Ids that a record has, by the first word of the address that they are of."""
    talks = client.get("/talks.json").json()["talks"]
    events = client.get("/disputes.json").json()["events"]
    claims = client.get(f"/event/{events[0]['id']}.json").json()["tellings"] if events else []
    return {
        "talks": [p["id"] for p in talks],
        "round": [r["id"] for p in talks for r in p["rounds"]],
        "proposal": [o["id"] for p in talks for o in p["proposals"]],
        "event": [e["id"] for e in events],
        "report": ["r000000000000bad", *(c["telling"]["report"] for c in claims)],
        "actors": [d["code"] for d in client.get("/actors.json").json()],
    }


def interface(client: TestClient, ids: dict[str, list[str]]) -> Any:
    """The interface of a record as it describes itself, with ids that it has among others."""
    raw = copy.deepcopy(client.get("/openapi.json").json())
    for address, operations in raw["paths"].items():
        for parameter in operations["get"]["parameters"]:
            some = ids.get(address.split("/")[1], [])
            if parameter["in"] == "path" and some:
                parameter["schema"] = {"enum": [*some[:12], *UNKNOWN]}
    schema = schemathesis.openapi.from_dict(raw)
    schema.app = client.app
    return schema


def ask(operation: Any, mode: GenerationMode, seen: set[int]) -> None:
    """Ask one address many times; every answer must be as described."""

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: Any) -> None:
        response = case.call(base_url=HERE)
        seen.add(response.status_code)
        case.validate_response(response, checks=CHECKS)

    run()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("record", ["full", "empty"])
def test_every_answer_is_as_described(
    record: str, address: str, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(record)
    operation = interface(client, known(client))[address]["GET"]
    seen: set[int] = set()
    ask(operation, GenerationMode.POSITIVE, seen)
    if record == "full" and not address.startswith("/add/"):
        assert 200 in seen, "nothing that the record has was asked for"
    if list(operation.query):
        ask(operation, GenerationMode.NEGATIVE, seen)


def test_every_page_is_described() -> None:
    paths = description()["paths"]
    for page in PAGES:
        for style in ("json", "csv") if page.table else ("json",):
            names = {p["name"] for p in paths[page.twin(style)]["get"]["parameters"]}
            assert names == {*page.asks, "lang", *(["id"] if "{id}" in page.path else [])}


def test_a_page_reads_no_word_that_its_description_does_not_tell(full: TestClient) -> None:
    house = full.app.state.house  # type: ignore[attr-defined]
    with house.viewer.look() as connection:
        silent = Ask(connection, Tongue("en"), {"type": "CONSULT"}, house.shelf, ())
        with pytest.raises(LookupError):
            silent.choice("type")
